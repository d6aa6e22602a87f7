#include "baselines.hpp"

#include "net/net.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <memory>
#include <string>
#include <unordered_set>

namespace koudmen::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using Error = boost::system::error_code;
using Tcp = asio::ip::tcp;
using Text = std::shared_ptr<std::string const>;

class Session;

struct Room {
    std::unordered_set<Session*> sessions;
    void publish(std::string message) const;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(Tcp::socket socket, Room& room) : socket_(std::move(socket)), room_(room) {}
    ~Session() { room_.sessions.erase(this); }

    void start()
    {
        http::async_read(beast::get_lowest_layer(socket_), buffer_, request_,
                         [self = shared_from_this()](Error error, std::size_t) {
                             if (!error) self->accept();
                         });
    }

    void send(Text text)
    {
        asio::post(socket_.get_executor(),
                   [self = shared_from_this(), text = std::move(text)]() mutable {
                       self->queue_.push_back(std::move(text));
                       if (self->queue_.size() == 1) self->write();
                   });
    }

private:
    void accept()
    {
        socket_.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
        socket_.text(true);
        socket_.async_accept(request_, [self = shared_from_this()](Error error) {
            if (error) return;
            self->publishes_ = self->request_.target() == "/publish";
            self->request_ = {};
            if (!self->publishes_) self->room_.sessions.insert(self.get());
            self->read();
        });
    }

    void read()
    {
        socket_.async_read(buffer_, [self = shared_from_this()](Error error, std::size_t) {
            if (error) return;
            if (self->publishes_) {
                self->room_.publish(beast::buffers_to_string(self->buffer_.data()));
            }
            self->buffer_.consume(self->buffer_.size());
            self->read();
        });
    }

    void write()
    {
        socket_.async_write(asio::buffer(*queue_.front()),
                            [self = shared_from_this()](Error error, std::size_t) {
                                if (error) return;
                                self->queue_.pop_front();
                                if (!self->queue_.empty()) self->write();
                            });
    }

    websocket::stream<beast::tcp_stream> socket_;
    Room& room_;
    beast::flat_buffer buffer_;
    http::request<http::string_body> request_;
    std::deque<Text> queue_;
    bool publishes_ = false;
};

void Room::publish(std::string message) const
{
    auto const text = std::make_shared<std::string const>(std::move(message));
    for (auto* session : sessions) session->send(text);
}

class Door {
public:
    Door(asio::io_context& context, std::uint16_t port, Room& room)
        : context_(context),
          acceptor_(context, {asio::ip::address_v4::loopback(), port}),
          room_(room)
    {
        acceptor_.listen(4'096);
        accept();
    }

private:
    void accept()
    {
        acceptor_.async_accept(asio::make_strand(context_),
                               [this](Error error, Tcp::socket socket) {
                                   Error ignored;
                                   socket.set_option(Tcp::no_delay(true), ignored);
                                   if (!error)
                                       std::make_shared<Session>(std::move(socket), room_)->start();
                                   accept();
                               });
    }

    asio::io_context& context_;
    Tcp::acceptor acceptor_;
    Room& room_;
};

} // namespace

int serve_with_beast(std::uint16_t port)
{
    Room room; // Outlives the sessions in the context.
    asio::io_context context(1);
    Door const door(context, port, room);
    context.run();
    return 0;
}

} // namespace koudmen::bench
