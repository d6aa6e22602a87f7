#include "protocol/json.hpp"

#include <array>
#include <charconv>
#include <cstddef>

namespace koudmen::protocol {

namespace {

constexpr bool needs_escape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escape(std::string& out, char c)
{
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

} // namespace

void append(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out.append(text, written, i - written);
        append_escape(out, text[i]);
        written = i + 1;
    }
    out.append(text, written);
    out += '"';
}

void append(std::string& out, std::int64_t number)
{
    std::array<char, 20> digits; // As many as the longest int64 has, with its sign.
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void close_object(std::string& out)
{
    if (out.back() == ',') {
        out.back() = '}';
    } else {
        out += '}';
    }
}

} // namespace koudmen::protocol
