#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace koudmen::load {

// What is rehearsed, as the command line says it.
struct Options {
    std::string host;
    std::uint16_t port = 0;
    std::string board; // Somebody's; empty: one that is opened for this.
    bool yes_this_board = false;
    std::string creation_key;
    std::size_t phones = 500;
    double arrival_seconds = 30;
    double storm = 200; // Votes a second of all phones together.
    double minutes = 2;
    double bad_wifi_percent = 10;
    std::size_t proposals = 30; // Of a board that is opened for this.
    bool json = false;
    bool help = false;
};

// Or a sentence that names the flag and what is allowed.
Result<Options, std::string> read_options(std::span<char const* const> arguments);

std::string help();

} // namespace koudmen::load
