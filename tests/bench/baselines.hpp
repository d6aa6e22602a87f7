#pragma once

#include <cstdint>
#include <filesystem>

// What the server is compared with: programs of this same binary, run as children like the server.
//
// Both answer every upgrade. What comes in at /publish goes to everybody else, as it is: a text at
// once, a binary message to whoever comes in at /join from then on.
namespace koudmen::bench {

// One epoll and one send() that does not wait for each receiver: as little as it can be.
int serve_with_send(std::uint16_t port);

// A plain Beast server in the shape of its library's chat example: each session queues the shared
// text and writes it with one async_write at a time.
int serve_with_beast(std::uint16_t port);

// fdatasync of a block that is overwritten, again and again.
struct Syncs {
    double per_second = 0;
    double p50_ms = 0;
};
Syncs measure_syncs(std::filesystem::path const& folder);

} // namespace koudmen::bench
