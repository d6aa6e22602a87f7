#include "net/extensions.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace koudmen::net {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t";
    auto const begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) + 1 - begin);
}

// Cuts off what stands before the mark, and the mark.
std::string_view next(std::string_view& rest, char mark)
{
    auto const at = rest.find(mark);
    auto const part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return trimmed(part);
}

bool is_window(std::string_view bits)
{
    if (bits.size() >= 2 && bits.front() == '"' && bits.back() == '"') {
        bits = bits.substr(1, bits.size() - 2);
    }
    constexpr std::string_view all[] = {"8", "9", "10", "11", "12", "13", "14", "15"};
    return std::find(std::begin(all), std::end(all), bits) != std::end(all);
}

bool is_acceptable(std::string_view parameter, std::set<std::string_view>& seen)
{
    bool const has_value = parameter.find('=') != std::string_view::npos;
    auto const name = next(parameter, '=');
    auto const value = trimmed(parameter);
    if (!seen.insert(name).second) return false;
    if (name == "client_max_window_bits") return !has_value || is_window(value);
    // What we send is made for the usual window, for everybody.
    if (name == "server_max_window_bits") return value == "15";
    bool const known = name == "client_no_context_takeover" || name == "server_no_context_takeover";
    return known && !has_value;
}

} // namespace

bool offers_deflate(std::string_view offers)
{
    while (!offers.empty()) {
        auto offer = next(offers, ',');
        if (next(offer, ';') != "permessage-deflate") continue;
        std::set<std::string_view> seen;
        bool good = true;
        while (!offer.empty()) good = is_acceptable(next(offer, ';'), seen) && good;
        if (good) return true;
    }
    return false;
}

} // namespace koudmen::net
