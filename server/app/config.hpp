#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The settings: their defaults, their sentences, and where they come from. A flag beats a
// KOUDMEN_ variable, which beats the file, which beats the default.
namespace koudmen::app {

struct Config {
    std::string address = "0.0.0.0";
    std::uint16_t port = 8080;
    std::filesystem::path data = "data";
    std::size_t threads = 0; // 0: one for each core.
    std::string public_url;  // Empty: found out from the machine's own addresses.
    std::vector<std::string> origins;
    std::string creation_key; // Empty: anybody may open a board.
    std::size_t connections = 20'000;
    std::uint64_t frame_interval_ms = 50;
    bool fan_out_uring = true; // Where the kernel has it.
    std::uint64_t outbox_kib = 128;
    std::uint64_t free_mib = 256;
    std::uint64_t snapshot_events = 20'000;
    bool example = false;
};

// A setting as an operator meets it.
struct Setting {
    std::string_view
        name; // As in the file; KOUDMEN_ and upper case outside, --with-dashes as a flag.
    std::string_view sentence;
    // Sets it from text, or says what is allowed.
    std::function<Result<void, std::string>(Config&, std::string_view)> set;
    std::function<std::string(Config const&)> get;
    bool secret = false;
};

// Every setting there is, in the order in which they are told.
std::vector<Setting> const& settings();

// Reads settings over one another. Each error is a sentence that names the setting, and for an
// unknown name the nearest known one.
Result<void, std::string> apply_file(Config& config, std::filesystem::path const& file);
Result<void, std::string> apply_environment(Config& config,
                                            std::map<std::string, std::string> const& variables);
Result<void, std::string> apply_flag(Config& config, std::string_view name, std::string_view value);

// All settings as they are, one `name = value` a line; secrets only as being set.
std::string print(Config const& config);

} // namespace koudmen::app
