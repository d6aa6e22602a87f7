#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace koudmen::bench {

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        if (this == &other) return *this;
        reset();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }

    int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    void reset()
    {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

inline sockaddr_in local_address(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// Where a server is.
struct Place {
    sockaddr_storage address{};
    socklen_t size = 0;
    std::string host = "127.0.0.1"; // As requests name it.

    sockaddr const* any() const { return reinterpret_cast<sockaddr const*>(&address); }
};

inline Place local_place(std::uint16_t port)
{
    auto const address = local_address(port);
    Place place;
    std::memcpy(&place.address, &address, sizeof address);
    place.size = sizeof address;
    return place;
}

} // namespace koudmen::bench
