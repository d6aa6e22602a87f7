#include "base/text.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <memory>

namespace koudmen {

namespace {

constexpr int combining_marks_max = 4; // UAX 15's stream-safe limit is 30; readers need far fewer.
constexpr int line_feeds_in_a_row_max = 3;

constexpr utf8proc_int32_t zero_width_joiner = 0x200D;
constexpr utf8proc_int32_t zero_width_non_joiner = 0x200C;

// The code point at `at`, moving past it; negative when the bytes are not UTF-8.
utf8proc_int32_t next(std::string_view text, std::size_t& at)
{
    utf8proc_int32_t code = -1;
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data()) + at;
    auto const length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (length < 1) return -1;
    at += static_cast<std::size_t>(length);
    return code;
}

bool is_noncharacter(utf8proc_int32_t code)
{
    return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

// Tag characters draw the flags of regions; elsewhere they are invisible.
bool is_tag(utf8proc_int32_t code)
{
    return code >= 0xE0020 && code <= 0xE007F;
}

bool is_joiner(utf8proc_int32_t code)
{
    return code == zero_width_joiner || code == zero_width_non_joiner;
}

bool is_combining_mark(utf8proc_int32_t code)
{
    auto const category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_forbidden(utf8proc_int32_t code)
{
    if (is_noncharacter(code)) return true;
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    case UTF8PROC_CATEGORY_CF: return !is_joiner(code) && !is_tag(code);
    default: return false;
    }
}

bool is_space(utf8proc_int32_t code)
{
    return code == '\n' || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

std::string trimmed(std::string_view text)
{
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        if (is_space(next(text, at))) continue;
        if (first == text.size()) first = start;
        last = at;
    }
    return first < last ? std::string(text.substr(first, last - first)) : std::string{};
}

// Whether every code point may stand where it stands.
bool is_readable(std::string_view text, Lines lines)
{
    utf8proc_int32_t before = 0;
    int marks = 0;
    int line_feeds = 0;
    bool flag = false; // Inside an emoji flag, the one place for tag characters.
    for (std::size_t at = 0; at < text.size();) {
        auto const code = next(text, at);
        if (code == '\n') {
            if (lines == Lines::One || ++line_feeds > line_feeds_in_a_row_max) return false;
        } else {
            line_feeds = 0;
            if (is_forbidden(code)) return false;
        }
        if (is_tag(code) && !flag) return false;
        if (is_joiner(code) && (before == 0 || is_space(before) || is_joiner(before))) return false;
        marks = is_combining_mark(code) ? marks + 1 : 0;
        if (marks > combining_marks_max) return false;
        flag = code == 0x1F3F4 || (flag && is_tag(code));
        before = code;
    }
    return true;
}

} // namespace

bool is_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (next(bytes, at) < 0) return false;
    }
    return true;
}

Result<std::string, BadText> clean_text(std::string_view text, Lines lines)
{
    if (!is_utf8(text)) return unexpected(BadText{});

    // Browsers send line ends of text areas as CR LF; one form is kept.
    std::string unix_lines;
    unix_lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        unix_lines.push_back(text[at]);
    }

    utf8proc_uint8_t* composed = nullptr;
    auto const length =
        utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(unix_lines.data()),
                     static_cast<utf8proc_ssize_t>(unix_lines.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned(composed, &std::free);
    if (length < 0) return unexpected(BadText{});

    auto kept =
        trimmed({reinterpret_cast<char const*>(composed), static_cast<std::size_t>(length)});
    if (!is_readable(kept, lines)) return unexpected(BadText{});
    return kept;
}

std::size_t graphemes(std::string_view text)
{
    std::size_t count = 0;
    utf8proc_int32_t before = 0;
    utf8proc_int32_t state = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const code = next(text, at);
        if (code < 0) return count;
        if (count == 0 || utf8proc_grapheme_break_stateful(before, code, &state)) ++count;
        before = code;
    }
    return count;
}

} // namespace koudmen
