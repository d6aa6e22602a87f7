#include "options.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <type_traits>

namespace koudmen::load {

namespace {

struct Flag {
    std::string_view name;
    std::string_view value; // Empty: it stands alone.
    std::string_view sentence;
    std::function<Result<void, std::string>(Options&, std::string const&)> set;
};

std::string brief(double number)
{
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

// A number within bounds; a whole one where the member is.
template <class T>
auto number(T Options::*member, double least, double most)
{
    return [=](Options& options, std::string const& text) -> Result<void, std::string> {
        char* end = nullptr;
        double const value = std::strtod(text.c_str(), &end);
        bool const read = !text.empty() && end == text.c_str() + text.size();
        bool const fits = value >= least && value <= most;
        auto const whole = [&] {
            return std::is_floating_point_v<T> ||
                   value == static_cast<double>(static_cast<T>(value));
        };
        if (!read || !fits || !whole()) {
            return unexpected("must be a " +
                              std::string(std::is_floating_point_v<T> ? "number" : "whole number") +
                              " from " + brief(least) + " to " + brief(most));
        }
        options.*member = static_cast<T>(value);
        return {};
    };
}

auto yes(bool Options::*member)
{
    return [=](Options& options, std::string const&) -> Result<void, std::string> {
        options.*member = true;
        return {};
    };
}

Result<void, std::string> set_url(Options& options, std::string const& url)
{
    constexpr std::string_view shape =
        "must be a server's address, as http://127.0.0.1:8080, or one of its boards, as "
        "http://127.0.0.1:8080/b/K7P4X";
    constexpr std::string_view scheme = "http://";
    constexpr std::string_view board = "/b/";
    if (url.starts_with("https://")) {
        return unexpected(std::string("must begin with http://: load the server itself, not the "
                                      "proxy before it"));
    }
    if (!url.starts_with(scheme)) return unexpected(std::string(shape));
    auto place = url.substr(scheme.size());
    auto const slash = place.find('/');
    auto const path = slash == std::string::npos ? std::string("/") : place.substr(slash);
    place.resize(std::min(slash, place.size()));
    auto const colon = place.rfind(':');
    bool const has_port = colon != std::string::npos && !place.ends_with(']');
    constexpr long web_port = 80;
    constexpr long port_max = 65'535;
    long port = web_port;
    if (has_port) {
        char* end = nullptr;
        port = std::strtol(place.c_str() + colon + 1, &end, 10);
        if (*end != '\0' || port < 1 || port > port_max) return unexpected(std::string(shape));
        place.resize(colon);
    }
    if (place.empty()) return unexpected(std::string(shape));
    if (path.starts_with(board) && path.size() > board.size()) {
        options.board = path.substr(board.size());
        if (options.board.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") !=
            std::string::npos) {
            return unexpected(std::string(shape));
        }
    } else if (path != "/") {
        return unexpected(std::string(shape) +
                          "; without a board, one is opened for the rehearsal");
    }
    options.host = place;
    options.port = static_cast<std::uint16_t>(port);
    return {};
}

Result<void, std::string> set_key(Options& options, std::string const& key)
{
    options.creation_key = key;
    return {};
}

std::array<Flag, 11> const& flags()
{
    static std::array<Flag, 11> const all{{
        {"--url", "URL",
         "The server, as http://127.0.0.1:8080: a board is opened on it for the rehearsal and no "
         "other "
         "is touched. Or a board, as http://127.0.0.1:8080/b/K7P4X, with an open ballot of "
         "opinions.",
         set_url},
        {"--phones", "N", "Phones, 1 to 20000; usually 500.", number(&Options::phones, 1, 20'000)},
        {"--arrival", "SECONDS", "In which they come, most in the middle; usually 30.",
         number(&Options::arrival_seconds, 0, 3'600)},
        {"--storm", "VOTES_PER_SECOND", "Of all phones together, once they are in; usually 200.",
         number(&Options::storm, 0, 100'000)},
        {"--minutes", "M", "How long they vote, 0.05 to 600; usually 2.",
         number(&Options::minutes, 0.05, 600)},
        {"--bad-wifi", "PERCENT",
         "Of the phones stop reading, lose their connection and come back, send again; usually 10.",
         number(&Options::bad_wifi_percent, 0, 100)},
        {"--proposals", "N", "On the board that is opened, 1 to 2000; usually 30.",
         number(&Options::proposals, 1, 2'000)},
        {"--creation-key", "KEY", "Where the server asks for one to open a board.", set_key},
        {"--yes-this-board", "",
         "Load the board of the address, although its phones stay on it for good.",
         yes(&Options::yes_this_board)},
        {"--json", "", "Tell the outcome as one line of JSON.", yes(&Options::json)},
        {"--help", "", "Tell this.", yes(&Options::help)},
    }};
    return all;
}

} // namespace

Result<Options, std::string> read_options(std::span<char const* const> arguments)
{
    Options options;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        std::string const name = arguments[at];
        auto const& all = flags();
        auto const flag =
            std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.name == name; });
        if (flag == all.end()) {
            return unexpected("there is no flag " + name + "; --help tells those there are");
        }
        std::string value;
        if (!flag->value.empty()) {
            if (++at == arguments.size()) {
                return unexpected(name + " needs a value: " + std::string(flag->value));
            }
            value = arguments[at];
        }
        if (auto set = flag->set(options, value); !set) {
            return unexpected(name + " " + set.error() + ", not \"" + value + "\"");
        }
    }
    if (!options.help && options.host.empty()) {
        return unexpected(std::string("--url is needed: which server? --help tells more"));
    }
    return options;
}

std::string help()
{
    std::string text =
        "koudmen-load --url URL [FLAG]...\n\n"
        "Rehearses an event with simulated phones against a running server, and compares what\n"
        "they were told is recorded with what the server has. Exit status: 0 when it all\n"
        "agrees, 1 when not, 2 when it could not be tried.\n\n";
    for (auto const& flag : flags()) {
        text.append("  ").append(flag.name);
        if (!flag.value.empty()) text.append(" ").append(flag.value);
        text.append("\n      ").append(flag.sentence).append("\n");
    }
    return text;
}

} // namespace koudmen::load
