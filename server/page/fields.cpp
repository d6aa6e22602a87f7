#include "page/fields.hpp"

#include <charconv>

namespace koudmen::page {

namespace {

// What a JavaScript number holds exactly; the protocol's numbers are at most this.
constexpr std::uint64_t number_max = 9'007'199'254'740'991;

int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const escape = text[at] == '%' && at + 2 < text.size() && digit(text[at + 1]) >= 0 &&
                            digit(text[at + 2]) >= 0;
        if (escape) {
            out.push_back(static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2])));
            at += 2;
        } else {
            out.push_back(text[at] == '+' ? ' ' : text[at]);
        }
    }
    return out;
}

} // namespace

Fields::Fields(std::string_view encoded)
{
    while (!encoded.empty() && values_.size() < fields_max) {
        auto const end = encoded.find('&');
        auto const pair = encoded.substr(0, end);
        encoded = end == std::string_view::npos ? std::string_view{} : encoded.substr(end + 1);
        auto const equals = pair.find('=');
        auto const value =
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        values_.insert_or_assign(decoded(pair.substr(0, equals)), decoded(value));
    }
}

std::string const& Fields::get(std::string_view name) const
{
    static std::string const none;
    auto const found = values_.find(name);
    return found == values_.end() ? none : found->second;
}

std::optional<std::uint64_t> Fields::number(std::string_view name) const
{
    auto const& text = get(name);
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || value > number_max) return std::nullopt;
    return value;
}

} // namespace koudmen::page
