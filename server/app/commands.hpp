#pragma once

#include <map>
#include <span>
#include <string>

namespace koudmen::app {

// Runs the program: reads the command and its settings, does it, and returns the exit status: 0 done,
// 1 failed, 2 the command line or a setting is wrong. Sentences go to standard error, results to
// standard output.
int run(std::span<char const* const> arguments,
        std::map<std::string, std::string> const& environment);

} // namespace koudmen::app
