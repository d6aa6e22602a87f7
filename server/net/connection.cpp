#include "net/connection.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace koudmen::net {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

// Beast takes "5, 5" for 5; others may not.
bool is_number(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Connection final : public Watched, public std::enable_shared_from_this<Connection> {
public:
    Connection(Surroundings const& around, Socket socket)
        : around_(around), socket_(std::move(socket))
    {}

    ~Connection() { around_.loop.unwatch(*this); }

    void start()
    {
        around_.loop.watch(*this);
        read_header();
    }

    void tick(Clock::time_point now) override
    {
        if (now >= deadline_) cut();
    }

    void cut() override
    {
        auto const self = shared_from_this(); // Cutting may end the last reference.
        asked_.reset();
        around_.loop.unwatch(*this);
        ErrorCode ignored;
        socket_.close(ignored);
    }

private:
    using Parser = http::request_parser<http::string_body>;
    using Response = http::response<http::string_body>;

    void read_header()
    {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(around_.connection.header_bytes_max));
        // How long a body may be depends on what it is for, which the header tells.
        parser_->body_limit(around_.connection.import_bytes_max);
        deadline_ = Clock::now() + around_.connection.request_time;
        http::async_read_header(socket_, buffer_, *parser_,
                                [self = shared_from_this()](ErrorCode error, std::size_t) {
                                    if (error) return self->refuse_form(error);
                                    self->header_read();
                                });
    }

    void header_read()
    {
        auto const& header = parser_->get();
        auto const length = header.find(http::field::content_length);
        // Two ways to say where a body ends are how requests are smuggled past a proxy.
        bool const ambiguous = header.count(http::field::transfer_encoding) > 0 ||
                               header.count(http::field::content_length) > 1 ||
                               (length != header.end() && !is_number(length->value())) ||
                               header.count(http::field::host) != 1 || header.version() != 11;
        if (ambiguous) return refuse(400, "The request is not plain HTTP/1.1.");
        request_ = take();
        auto const brings = around_.routes.brings(request_);
        if (brings != Routes::Brings::Little) {
            deadline_ = Clock::now() + around_.connection.import_time;
        }
        if (parser_->content_length_remaining().value_or(0) > most(brings)) {
            return refuse(413, "The body is too long.");
        }
        if (beast::websocket::is_upgrade(header)) return upgrade();
        http::async_read(socket_, buffer_, *parser_,
                         [self = shared_from_this()](ErrorCode error, std::size_t) {
                             if (error) return self->refuse_form(error);
                             self->answer();
                         });
    }

    std::size_t most(Routes::Brings brings) const
    {
        switch (brings) {
        case Routes::Brings::Little: break;
        case Routes::Brings::Table: return around_.connection.table_bytes_max;
        case Routes::Brings::Board: return around_.connection.import_bytes_max;
        }
        return around_.connection.body_bytes_max;
    }

    // All but the body, which may not be there yet.
    HttpRequest take() const
    {
        auto const& message = parser_->get();
        HttpRequest request;
        request.method = std::string(message.method_string());
        request.target = std::string(message.target());
        for (auto const& field : message) {
            auto const [known, first] = request.headers.try_emplace(lower_case(field.name_string()),
                                                                    std::string(field.value()));
            if (first) continue;
            // Said again, it goes on where it ended (RFC 9110, 5.3), so that no line hides another.
            known->second += known->first == "cookie" ? "; " : ", ";
            known->second += std::string_view(field.value());
        }
        return request;
    }

    void upgrade()
    {
        if (auto refusal = around_.routes.refuse_upgrade(request_)) {
            return write(std::move(*refusal), false);
        }
        // Frames before the handshake is answered would be read by nobody.
        if (buffer_.size() > 0) return refuse(400, "Wait for the answer before sending frames.");
        around_.loop.unwatch(*this);
        // From here the session's own deadlines count.
        deadline_ = Clock::time_point::max();
        serve_session(around_.loop, around_.floor, around_.session, std::move(socket_),
                      parser_->release());
    }

    void answer()
    {
        request_.body = std::move(parser_->get().body());
        deadline_ = Clock::now() + around_.connection.response_time;
        bool const keep = parser_->get().keep_alive();
        asked_ = shared_from_this();
        around_.routes.handle(request_, [weak = weak_from_this(), keep](HttpResponse response) {
            // Cut meanwhile: nobody is left to be told.
            if (auto const self = weak.lock()) self->write(std::move(response), keep);
        });
    }

    void refuse_form(ErrorCode error)
    {
        if (error == http::error::header_limit) return refuse(431, "The header is too long.");
        if (error == http::error::body_limit) return refuse(413, "The body is too long.");
        // Gone, or never a request: an answer may help a person who tries by hand.
        if (error.category() == http::make_error_code(http::error::bad_method).category() &&
            error != http::error::end_of_stream && error != http::error::partial_message) {
            return refuse(400, "This is not an HTTP request.");
        }
        cut();
    }

    void refuse(unsigned status, std::string_view sentence)
    {
        request_ = {};
        write(
            {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::string(sentence) + "\n"},
            false);
    }

    void write(HttpResponse response, bool keep)
    {
        auto const self = shared_from_this();
        asked_.reset();
        add_safety_headers(response, request_);
        auto message = std::make_shared<Response>(static_cast<http::status>(response.status), 11);
        for (auto const& [name, value] : response.headers) message->insert(name, value);
        message->keep_alive(keep);
        message->body() = std::move(response.body);
        message->prepare_payload();
        if (request_.method == "HEAD") message->body().clear();
        deadline_ = Clock::now() + around_.connection.response_time;
        http::async_write(socket_, *message, [self, message, keep](ErrorCode error, std::size_t) {
            if (error || !keep) return self->finish();
            self->read_header();
        });
    }

    // Says that nothing more comes, and lets the other side read what it was told.
    void finish()
    {
        ErrorCode ignored;
        socket_.shutdown(Protocol::socket::shutdown_send, ignored);
        cut();
    }

    Surroundings const& around_;
    Socket socket_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    HttpRequest request_;
    Clock::time_point deadline_;
    // While an answer is awaited. Whoever works on it, on any thread, keeps only a weak reference:
    // what lives on a loop must end on it.
    std::shared_ptr<Connection> asked_;
};

} // namespace

void serve_connection(Surroundings const& around, Socket socket)
{
    std::make_shared<Connection>(around, std::move(socket))->start();
}

} // namespace koudmen::net
