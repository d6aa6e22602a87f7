#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

// What people are given to find the server: addresses, links, a code that a phone can read.
namespace koudmen::app {

// The secrets behind the example board's links. The store has only their hashes, so the links are
// kept in a file of the data folder that its owner alone may read.
struct ExampleLinks {
    BoardCode code;
    std::string facilitator;
    std::string moderator;
    std::string screen;
};

Result<ExampleLinks, std::string> read_links(std::filesystem::path const& file);
Result<void, std::string> write_links(std::filesystem::path const& file, ExampleLinks const& links);

// Where phones in the same network reach this machine: "http://192.168.1.20:8080". The loopback
// address where the machine has no other.
std::string own_url(std::string const& listening, std::uint16_t port);

// A QR code drawn with half blocks, dark on light, with its quiet zone, for a terminal.
std::string qr_blocks(std::string const& text);

} // namespace koudmen::app
