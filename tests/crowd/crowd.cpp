#include "crowd.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
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

std::string upgrade_request(Crowd::Manner const& manner, Place const& place)
{
    std::string request = "GET ";
    request.append(manner.target)
        .append(" HTTP/1.1\r\nHost: ")
        .append(place.host)
        .append("\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n")
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
    : manner_(std::move(manner)),
      place_(manner_.place ? *manner_.place : local_place(manner_.port)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      buffer_(read_bytes)
{}

void Crowd::come(std::size_t count, std::size_t at_once, Words const& words, Arrived arrived)
{
    words_ = words;
    arrived_ = std::move(arrived);
    auto const expected = seats_.size() + count;
    seats_.reserve(expected);
    auto const until = Clock::now() + patience;
    while (here_ < expected) {
        while (seats_.size() < expected && seats_.size() - here_ < at_once) connect(add());
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

std::size_t Crowd::add()
{
    seats_.emplace_back();
    return seats_.size() - 1;
}

void Crowd::connect(std::size_t number, std::string request)
{
    auto& seat = seats_[number];
    auto const family = place_.address.ss_family;
    seat.socket = Descriptor(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!seat.socket) throw std::runtime_error("out of descriptors");
    int const yes = 1;
    ::setsockopt(seat.socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (manner_.receive_buffer > 0) {
        ::setsockopt(seat.socket.get(), SOL_SOCKET, SO_RCVBUF, &manner_.receive_buffer,
                     sizeof manner_.receive_buffer);
    }
    seat.stage = Stage::Connecting;
    ++seat.connection;
    seat.request = std::move(request);
    seat.rest.clear();
    if (::connect(seat.socket.get(), place_.any(), place_.size) != 0 && errno != EINPROGRESS) {
        return end(number, {true, 0}, "cannot connect");
    }
    watch(number, EPOLL_CTL_ADD, EPOLLOUT);
}

void Crowd::cut(std::size_t number)
{
    auto& seat = seats_[number];
    linger const at_once{1, 0};
    if (seat.socket) {
        ::setsockopt(seat.socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    seat.socket.reset();
    seat.stage = Stage::Away;
    seat.rest.clear();
}

void Crowd::end(std::size_t number, End end, std::string const& what)
{
    if (!ended_) throw std::runtime_error(what);
    cut(number);
    ended_(number, end);
}

void Crowd::watch(std::size_t number, int how, std::uint32_t events)
{
    auto const& seat = seats_[number];
    epoll_event event{};
    event.events = events;
    event.data.u64 = std::uint64_t{seat.connection} << 32U | number;
    ::epoll_ctl(epoll_.get(), how, seat.socket.get(), &event);
}

void Crowd::turn(std::chrono::milliseconds wait)
{
    std::array<epoll_event, 512> events{};
    int const count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()),
                                   static_cast<int>(wait.count()));
    for (int index = 0; index < count; ++index) {
        auto const whose = events[static_cast<std::size_t>(index)].data.u64;
        auto const number = static_cast<std::size_t>(whose & 0xFFFFFFFFU);
        auto const& seat = seats_[number];
        if (seat.stage != Stage::Away && seat.connection == whose >> 32U) ready(number);
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

void Crowd::read_again(std::size_t seat)
{
    if (seats_[seat].stage != Stage::Away) watch(seat, EPOLL_CTL_ADD, EPOLLIN);
}

void Crowd::ready(std::size_t number)
{
    auto& seat = seats_[number];
    if (seat.stage == Stage::Connecting) return upgrade(number);
    auto const got = ::recv(seat.socket.get(), buffer_.data(), buffer_.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        bool const early = seat.stage == Stage::Asking || seat.stage == Stage::Upgrading;
        return end(number, {early, 0}, "the server closed a connection");
    }
    std::string_view const bytes(buffer_.data(), static_cast<std::size_t>(got));
    bytes_ += bytes.size();
    if (seat.rest.empty()) {
        auto const rest = bytes.substr(take(number, bytes));
        if (seat.stage != Stage::Away) seat.rest.assign(rest);
        return;
    }
    seat.rest.append(bytes);
    // What listeners say does not move the seats, but the text must not be this one's own.
    auto const whole = std::exchange(seat.rest, {});
    auto const taken = take(number, whole);
    if (seat.stage != Stage::Away) seat.rest.assign(whole, taken);
}

void Crowd::upgrade(std::size_t number)
{
    auto& seat = seats_[number];
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(seat.socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return end(number, {true, 0}, "a connection was refused");
    watch(number, EPOLL_CTL_MOD, EPOLLIN);
    if (!seat.request.empty()) {
        seat.stage = Stage::Asking;
        return send(number, std::exchange(seat.request, {}));
    }
    seat.stage = Stage::Upgrading;
    send(number, upgrade_request(manner_, place_));
}

// The answer to a seat's request; a good one is followed by the upgrade.
std::size_t Crowd::take_answer(std::size_t number, std::string_view bytes)
{
    auto& seat = seats_[number];
    constexpr std::string_view head_end = "\r\n\r\n";
    constexpr std::string_view length = "Content-Length: ";
    auto const at = bytes.find(head_end);
    if (at == std::string_view::npos) return 0;
    auto const head = bytes.substr(0, at + head_end.size());
    auto const said = head.find(length);
    std::size_t body = 0;
    if (said != std::string_view::npos) {
        body = std::strtoull(head.data() + said + length.size(), nullptr, 10);
    }
    if (bytes.size() < head.size() + body) return 0;
    constexpr std::size_t status_at = 9;
    auto const status = static_cast<unsigned>(std::strtoul(head.data() + status_at, nullptr, 10));
    constexpr unsigned good = 2;
    constexpr unsigned hundred = 100;
    if (status / hundred != good) {
        end(number, {true, status}, "a request was refused");
        return bytes.size();
    }
    seat.stage = Stage::Upgrading;
    send(number, upgrade_request(manner_, place_));
    return head.size() + body;
}

// How many of the bytes were understood.
std::size_t Crowd::take(std::size_t number, std::string_view bytes)
{
    auto& seat = seats_[number];
    std::size_t taken = 0;
    if (seat.stage == Stage::Asking) return take_answer(number, bytes);
    if (seat.stage == Stage::Upgrading) {
        constexpr std::string_view head_end = "\r\n\r\n";
        auto const at = bytes.find(head_end);
        if (at == std::string_view::npos) return 0;
        if (!bytes.starts_with("HTTP/1.1 101")) {
            constexpr std::size_t status_at = 9;
            auto const status = std::strtoul(bytes.data() + status_at, nullptr, 10);
            end(number, {true, static_cast<unsigned>(status)}, "an upgrade was refused");
            return bytes.size();
        }
        taken = at + head_end.size();
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
        if (seat.stage == Stage::Away) return taken;
    }
    return taken;
}

void Crowd::take(std::size_t number, Frame const& frame)
{
    if (frame.opcode == close_opcode) {
        auto const byte = [&](std::size_t at) {
            return at < frame.payload.size() ? static_cast<unsigned char>(frame.payload[at]) : 0U;
        };
        auto const code = byte(0) << 8U | byte(1);
        return end(number, {false, code}, "a seat was sent away with " + std::to_string(code));
    }
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
        if (errno != EAGAIN && errno != EINTR) {
            // What comes next from it tells how it ended.
            if (ended_) return;
            throw std::runtime_error("cannot send");
        }
        pollfd writable{socket, POLLOUT, 0};
        ::poll(&writable, 1, 100);
    }
}

} // namespace koudmen::bench
