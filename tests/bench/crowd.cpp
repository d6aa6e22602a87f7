#include "crowd.hpp"

#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <utility>

namespace koudmen::bench {

namespace {

constexpr std::size_t read_bytes = 256 * 1024;
constexpr std::size_t first_heard_max = 1024 * 1024;
constexpr std::chrono::seconds patience{60};

std::string upgrade_request(Crowd::Manner const& manner)
{
    std::string request = "GET ";
    request.append(manner.target)
        .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n")
        .append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: koudmen.v1\r\n")
        .append("Sec-WebSocket-Key: ")
        .append(sample_key)
        .append("\r\n");
    if (manner.deflate) {
        request += "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
    }
    return request + "\r\n";
}

} // namespace

Crowd::Crowd(Manner manner)
    : manner_(std::move(manner)), epoll_(::epoll_create1(EPOLL_CLOEXEC)), buffer_(read_bytes)
{}

void Crowd::come(std::size_t count, std::size_t at_once, Words const& words, Arrived arrived)
{
    words_ = words;
    arrived_ = std::move(arrived);
    auto const expected = seats_.size() + count;
    seats_.reserve(expected);
    auto const until = Clock::now() + patience;
    while (here_ < expected) {
        while (seats_.size() < expected && seats_.size() - here_ < at_once) connect();
        turn(std::chrono::milliseconds{100});
        if (Clock::now() > until) throw std::runtime_error("not everybody came in");
    }
}

void Crowd::go()
{
    linger const at_once{1, 0}; // So that thousands of ports are free again.
    for (auto& seat : seats_) {
        ::setsockopt(seat.socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    seats_.clear();
    here_ = 0;
    first_heard_.clear();
}

void Crowd::connect()
{
    Seat seat;
    seat.socket = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!seat.socket) throw std::runtime_error("out of descriptors");
    int const yes = 1;
    ::setsockopt(seat.socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (manner_.receive_buffer > 0) {
        ::setsockopt(seat.socket.get(), SOL_SOCKET, SO_RCVBUF, &manner_.receive_buffer,
                     sizeof manner_.receive_buffer);
    }
    auto const address = local_address(manner_.port);
    if (::connect(seat.socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) !=
            0 &&
        errno != EINPROGRESS) {
        throw std::runtime_error("cannot connect");
    }
    epoll_event event{};
    event.events = EPOLLOUT;
    event.data.u64 = seats_.size();
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, seat.socket.get(), &event);
    seats_.push_back(std::move(seat));
}

void Crowd::turn(std::chrono::milliseconds wait)
{
    std::array<epoll_event, 512> events{};
    int const count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()),
                                   static_cast<int>(wait.count()));
    for (int index = 0; index < count; ++index) {
        ready(events[static_cast<std::size_t>(index)].data.u64);
    }
}

void Crowd::turn_until(std::function<bool()> const& reached, std::string const& what)
{
    auto const until = Clock::now() + patience;
    while (!reached()) {
        turn(std::chrono::milliseconds{100});
        if (Clock::now() > until) throw std::runtime_error("waited in vain: " + what);
    }
}

void Crowd::stop_reading(std::size_t seat)
{
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, seats_[seat].socket.get(), nullptr);
}

void Crowd::ready(std::size_t number)
{
    auto& seat = seats_[number];
    if (seat.stage == Stage::Connecting) return upgrade(number);
    auto const got = ::recv(seat.socket.get(), buffer_.data(), buffer_.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) throw std::runtime_error("the server closed a connection");
    std::string_view const bytes(buffer_.data(), static_cast<std::size_t>(got));
    bytes_ += bytes.size();
    if (seat.rest.empty()) {
        seat.rest.assign(bytes.substr(take(number, bytes)));
        return;
    }
    seat.rest.append(bytes);
    // What listeners say does not move the seats, but the text must not be this one's own.
    auto const whole = std::exchange(seat.rest, {});
    seats_[number].rest.assign(whole, take(number, whole));
}

void Crowd::upgrade(std::size_t number)
{
    auto& seat = seats_[number];
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(seat.socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) throw std::runtime_error("a connection was refused");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = number;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, seat.socket.get(), &event);
    seat.stage = Stage::Upgrading;
    send(number, upgrade_request(manner_));
}

// How many of the bytes were understood.
std::size_t Crowd::take(std::size_t number, std::string_view bytes)
{
    auto& seat = seats_[number];
    std::size_t taken = 0;
    if (seat.stage == Stage::Upgrading) {
        constexpr std::string_view end = "\r\n\r\n";
        auto const at = bytes.find(end);
        if (at == std::string_view::npos) return 0;
        if (!bytes.starts_with("HTTP/1.1 101")) throw std::runtime_error("an upgrade was refused");
        taken = at + end.size();
        seat.stage = Stage::Entering;
        auto const words = words_ ? words_(number) : std::string{};
        if (!words.empty()) say(number, words);
        if (!arrived_) arrive(seat);
    }
    while (auto const frame = first_frame(bytes.substr(taken))) {
        if (number == 0 && first_heard_.size() < first_heard_max) {
            first_heard_.append(bytes.substr(taken, frame->size));
        }
        taken += frame->size;
        take(number, *frame);
    }
    return taken;
}

void Crowd::take(std::size_t number, Frame const& frame)
{
    if (frame.opcode == close_opcode) throw std::runtime_error("a seat was sent away");
    if (frame.opcode == ping_opcode) return say(number, frame.payload, pong_opcode);
    auto& seat = seats_[number];
    if (seat.stage == Stage::Entering && arrived_ && arrived_(frame)) arrive(seat);
    if (listener_) listener_(number, frame);
}

void Crowd::arrive(Seat& seat)
{
    seat.stage = Stage::Here;
    ++here_;
}

void Crowd::say(std::size_t seat, std::string_view message, unsigned opcode)
{
    send(seat, framed(message, opcode, Masked::Yes));
}

void Crowd::send(std::size_t number, std::string_view bytes)
{
    auto const socket = seats_[number].socket.get();
    while (!bytes.empty()) {
        auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (errno != EAGAIN && errno != EINTR) throw std::runtime_error("cannot send");
        pollfd writable{socket, POLLOUT, 0};
        ::poll(&writable, 1, 100);
    }
}

} // namespace koudmen::bench
