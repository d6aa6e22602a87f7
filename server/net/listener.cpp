#include "net/listener.hpp"

#include "base/log.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace koudmen::net {

namespace {

constexpr int backlog = 4'096; // A whole amphitheatre scans the code at once.
constexpr std::chrono::milliseconds accept_pause{100};

// What the kernel may hold of a connection and has not sent yet, in bytes. Without it that is several
// megabytes for each slow phone, all of them older than what it will want to know by then.
constexpr int unsent_bytes_max = 64 * 1024;

void set_unsent_max(Socket& socket)
{
    // Where a system does not know it, phones that are slow are only told more that is old.
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent_bytes_max,
                 sizeof unsent_bytes_max);
}

} // namespace

Listener::Listener(Loop& loop, std::vector<Surroundings const*> loops, std::size_t connections_max)
    : loop_(loop),
      loops_(std::move(loops)),
      per_loop_max_(std::max<std::size_t>(1, connections_max / loops_.size())),
      acceptor_(loop.context())
{}

Result<std::unique_ptr<Listener>, std::string> Listener::open(
    Loop& loop, std::vector<Surroundings const*> loops, Address const& address,
    std::size_t connections_max)
{
    auto listener =
        std::unique_ptr<Listener>(new Listener(loop, std::move(loops), connections_max));
    ErrorCode error;
    auto const host = asio::ip::make_address(address.host, error);
    if (error) return unexpected("The address " + address.host + " is not a numeric one.");
    Protocol::endpoint const endpoint(host, address.port);
    auto& acceptor = listener->acceptor_;
    auto const failed = [&] {
        return unexpected("Cannot listen on " + address.host + " port " +
                          std::to_string(address.port) + ": " + error.message() + ".");
    };
    acceptor.open(endpoint.protocol(), error);
    if (error) return failed();
    acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (error) return failed();
    acceptor.bind(endpoint, error);
    if (error) return failed();
    acceptor.listen(backlog, error);
    if (error) return failed();
    listener->port_ = acceptor.local_endpoint().port();
    return listener;
}

void Listener::start()
{
    loop_.post([this] { accept(); });
}

void Listener::stop()
{
    loop_.post([this] {
        ErrorCode ignored;
        acceptor_.close(ignored);
    });
}

void Listener::accept()
{
    auto const& around = *loops_[next_ % loops_.size()];
    // The socket is born on the loop that will serve it.
    acceptor_.async_accept(around.loop.context(), [this](ErrorCode error, Socket socket) {
        if (!acceptor_.is_open()) return;
        if (error) {
            // Out of descriptors, most likely; the waiting ones are let in when others leave.
            log::warn("accept_failed", {{"error", error.message()}});
            return pause();
        }
        hand_over(std::move(socket));
        accept();
    });
}

void Listener::pause()
{
    loop_.after(accept_pause, [this] {
        if (acceptor_.is_open()) accept();
    });
}

void Listener::hand_over(Socket socket)
{
    auto const& around = *loops_[next_++ % loops_.size()];
    ErrorCode ignored;
    socket.set_option(Protocol::no_delay(true), ignored);
    set_unsent_max(socket);
    // A task must be copyable; the socket is not.
    auto const kept = std::make_shared<Socket>(std::move(socket));
    around.loop.post([&around, kept, max = per_loop_max_] {
        if (around.loop.watched() >= max) return; // Full: the socket closes, the phone tries again.
        serve_connection(around, std::move(*kept));
    });
}

} // namespace koudmen::net
