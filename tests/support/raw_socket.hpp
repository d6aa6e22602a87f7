#pragma once

#include "support/catch.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace koudmen::tests {

// A connection to a server of this machine that sends what it is told, byte by byte, and shares no
// code with the server. Waiting for longer than `patience` fails the test.
class RawSocket {
public:
    static constexpr std::chrono::milliseconds patience{20'000};

    // A small receive buffer makes a phone that is full at once when it does not read.
    explicit RawSocket(std::uint16_t port, int receive_buffer = 0)
        : file_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        if (receive_buffer > 0) {
            ::setsockopt(file_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(file_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    }
    ~RawSocket() { ::close(file_); }
    RawSocket(RawSocket const&) = delete;
    RawSocket& operator=(RawSocket const&) = delete;

    bool connected() const { return connected_; }

    // False when the other side has gone.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const sent = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // Says that nothing more will come, and still listens.
    void finish() { ::shutdown(file_, SHUT_WR); }

    // Exactly so many bytes, or those that came before the end.
    std::string read(std::size_t size)
    {
        while (held_.size() < size && more()) {}
        return take(std::min(size, held_.size()));
    }

    // Up to and with `end`, or what came before the end of the connection.
    std::string read_until(std::string_view end)
    {
        for (;;) {
            auto const at = held_.find(end);
            if (at != std::string::npos) return take(at + end.size());
            if (!more()) return take(held_.size());
        }
    }

    std::string read_to_end()
    {
        while (more()) {}
        return take(held_.size());
    }

    // Whether nothing comes for a while.
    bool silent_for(std::chrono::milliseconds time) { return held_.empty() && !readable(time); }

private:
    bool readable(std::chrono::milliseconds time)
    {
        pollfd watched{file_, POLLIN, 0};
        return ::poll(&watched, 1, static_cast<int>(time.count())) > 0;
    }

    bool more()
    {
        if (!readable(patience)) throw std::runtime_error("the server says nothing");
        char bytes[16'384];
        auto const got = ::recv(file_, bytes, sizeof bytes, 0);
        if (got <= 0) return false;
        held_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    std::string take(std::size_t size)
    {
        auto taken = held_.substr(0, size);
        held_.erase(0, size);
        return taken;
    }

    int file_;
    bool connected_ = false;
    std::string held_;
};

} // namespace koudmen::tests
