#include "baselines.hpp"

#include "frames.hpp"
#include "socket.hpp"

#include <array>
#include <cerrno>
#include <memory>
#include <netinet/tcp.h>
#include <string>
#include <sys/epoll.h>
#include <unordered_map>
#include <vector>

namespace koudmen::bench {

namespace {

constexpr int backlog = 4'096;
constexpr std::size_t read_bytes = 256 * 1024;

class SendServer {
public:
    explicit SendServer(std::uint16_t port)
        : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)),
          epoll_(::epoll_create1(0)),
          buffer_(read_bytes)
    {
        int const yes = 1;
        ::setsockopt(listener_.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        auto const address = local_address(port);
        open_ = ::bind(listener_.get(), reinterpret_cast<sockaddr const*>(&address),
                       sizeof address) == 0 &&
                ::listen(listener_.get(), backlog) == 0;
        watch(listener_.get());
    }

    int run()
    {
        if (!open_) return 1;
        for (;;) {
            std::array<epoll_event, 256> events{};
            int const count = ::epoll_wait(epoll_.get(), events.data(), events.size(), -1);
            for (int index = 0; index < count; ++index) {
                int const ready = events[static_cast<std::size_t>(index)].data.fd;
                if (ready == listener_.get())
                    accept();
                else
                    read(ready);
            }
        }
    }

private:
    enum class Place { Unknown, Listening, Publishing };
    struct Client {
        Descriptor socket;
        Place place = Place::Unknown;
        std::string rest;
    };

    void watch(int socket) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = socket;
        ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, socket, &event);
    }

    void accept()
    {
        for (;;) {
            Descriptor socket(::accept4(listener_.get(), nullptr, nullptr, SOCK_NONBLOCK));
            if (!socket) return;
            int const yes = 1;
            ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            watch(socket.get());
            int const number = socket.get();
            clients_[number] = Client{std::move(socket), Place::Unknown, {}};
        }
    }

    void read(int number)
    {
        auto const got = ::recv(number, buffer_.data(), buffer_.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
        auto& client = clients_[number];
        if (got <= 0) {
            if (client.place == Place::Listening) std::erase(audience_, number);
            clients_.erase(number);
            return;
        }
        std::string_view const bytes(buffer_.data(), static_cast<std::size_t>(got));
        if (client.place == Place::Unknown) return greet(client, bytes);
        if (client.place != Place::Publishing) return;
        client.rest.append(bytes);
        while (auto const frame = first_frame(client.rest)) {
            if (frame->opcode == binary_opcode)
                snapshot_.assign(frame->payload);
            else
                publish(framed(frame->payload, frame->opcode, Masked::No));
            client.rest.erase(0, frame->size);
        }
    }

    // Requests of the load client come in one piece.
    void greet(Client& client, std::string_view request)
    {
        std::string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Accept: ";
        answer.append(sample_accept).append("\r\n\r\n");
        if (request.starts_with("GET /join")) answer.append(snapshot_);
        send(client.socket.get(), answer);
        bool const publishes = request.starts_with("GET /publish");
        client.place = publishes ? Place::Publishing : Place::Listening;
        if (!publishes) audience_.push_back(client.socket.get());
    }

    void publish(std::string const& frame) const
    {
        for (int const receiver : audience_) send(receiver, frame);
    }

    // Whoever does not take it all is not served any more: here nobody is slow.
    static void send(int receiver, std::string_view bytes)
    {
        auto const sent = ::send(receiver, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent != static_cast<ssize_t>(bytes.size())) ::shutdown(receiver, SHUT_RDWR);
    }

    Descriptor listener_;
    Descriptor epoll_;
    std::vector<char> buffer_;
    bool open_ = false;
    std::unordered_map<int, Client> clients_;
    std::vector<int> audience_;
    std::string snapshot_;
};

} // namespace

int serve_with_send(std::uint16_t port)
{
    return SendServer(port).run();
}

} // namespace koudmen::bench
