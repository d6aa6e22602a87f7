#include "base/text.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <memory>

namespace koudmen {

namespace {

constexpr int combining_marks_max = 4; // UAX 15's stream-safe limit is 30; readers need far fewer.
constexpr int line_feeds_in_a_row_max = 3;
constexpr int flag_tags_max = 7; // A country, a region of it, and the end.

constexpr utf8proc_int32_t zero_width_joiner = 0x200D;
constexpr utf8proc_int32_t zero_width_non_joiner = 0x200C;
constexpr utf8proc_int32_t braille_blank = 0x2800;
constexpr utf8proc_int32_t black_flag = 0x1F3F4;
constexpr utf8proc_int32_t last_tag = 0xE007F; // Ends the tags of a flag.

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

// Tag characters spell the region of a flag; elsewhere they are invisible.
bool is_tag(utf8proc_int32_t code)
{
    return code >= 0xE0020 && code <= last_tag;
}

bool is_joiner(utf8proc_int32_t code)
{
    return code == zero_width_joiner || code == zero_width_non_joiner;
}

// They order a text of both directions, without the power to reorder what is not between them.
bool is_direction_mark(utf8proc_int32_t code)
{
    return code == 0x200E || code == 0x200F || code == 0x061C;
}

bool is_variation_selector(utf8proc_int32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF) ||
           (code >= 0x180B && code <= 0x180D) || code == 0x180F;
}

// Signs that stand before Arabic, Syriac or Kaithi digits: format characters, but seen.
bool is_number_sign(utf8proc_int32_t code)
{
    return (code >= 0x0600 && code <= 0x0605) || code == 0x06DD || code == 0x070F ||
           code == 0x0890 || code == 0x0891 || code == 0x08E2 || code == 0x110BD || code == 0x110CD;
}

// Letters and marks that draw nothing: fillers, the grapheme joiner, Khmer's inherent vowels, and
// the rest of the plane of tags.
bool is_invisible(utf8proc_int32_t code)
{
    switch (code) {
    case 0x034F:
    case 0x115F:
    case 0x1160:
    case 0x17B4:
    case 0x17B5:
    case 0x3164:
    case 0xFFA0: return true;
    default:
        return code >= 0xE0000 && code <= 0xE0FFF && !is_tag(code) && !is_variation_selector(code);
    }
}

bool is_combining_mark(utf8proc_int32_t code)
{
    auto const category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_forbidden(utf8proc_int32_t code)
{
    if (is_noncharacter(code) || is_invisible(code)) return true;
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    case UTF8PROC_CATEGORY_CF:
        return !is_joiner(code) && !is_tag(code) && !is_direction_mark(code) &&
               !is_number_sign(code);
    default: return false;
    }
}

bool is_space(utf8proc_int32_t code)
{
    return code == '\n' || code == braille_blank || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

std::string trimmed(std::string_view text)
{
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        auto const code = next(text, at);
        if (is_space(code) || is_direction_mark(code)) continue;
        if (first == text.size()) first = start;
        last = at;
    }
    return first < last ? std::string(text.substr(first, last - first)) : std::string{};
}

// Reads code points one after another and says whether each may stand where it stands.
class Reading {
public:
    explicit Reading(Lines lines) : lines_(lines) {}

    bool takes(utf8proc_int32_t code)
    {
        bool const good =
            !is_forbidden_here(code) && line(code) && tag(code) && invisible(code) && mark(code);
        before_ = code;
        return good;
    }

    // Whether the text may end here: not within a flag.
    bool complete() const { return tags_ == 0; }

private:
    static bool is_forbidden_here(utf8proc_int32_t code)
    {
        return code != '\n' && is_forbidden(code);
    }

    bool line(utf8proc_int32_t code)
    {
        line_feeds_ = code == '\n' ? line_feeds_ + 1 : 0;
        return line_feeds_ <= (lines_ == Lines::One ? 0 : line_feeds_in_a_row_max);
    }

    // Tags stand after a black flag, a few of them, up to the one that ends them.
    bool tag(utf8proc_int32_t code)
    {
        if (!is_tag(code)) return tags_ == 0;
        if (tags_ == 0 && before_ != black_flag) return false;
        if (++tags_ > flag_tags_max) return false;
        if (code == last_tag) tags_ = 0;
        return true;
    }

    // What only changes how its neighbours look stands after something that is seen.
    bool invisible(utf8proc_int32_t code) const
    {
        bool const after_something = before_ != 0 && !is_space(before_);
        if (is_variation_selector(code)) {
            return after_something && !is_joiner(before_) && !is_variation_selector(before_);
        }
        if (is_joiner(code)) return after_something && !is_joiner(before_);
        return !is_direction_mark(code) || !is_direction_mark(before_);
    }

    // Marks on one base, which joiners do not end.
    bool mark(utf8proc_int32_t code)
    {
        if (is_combining_mark(code))
            ++marks_;
        else if (!is_joiner(code) && !is_direction_mark(code))
            marks_ = 0;
        return marks_ <= combining_marks_max;
    }

    Lines lines_;
    utf8proc_int32_t before_ = 0;
    int marks_ = 0;
    int line_feeds_ = 0;
    int tags_ = 0; // Since a flag whose tags have not ended.
};

bool is_letter_or_digit(utf8proc_int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
    }
}

bool is_readable(std::string_view text, Lines lines)
{
    Reading reading(lines);
    for (std::size_t at = 0; at < text.size();) {
        if (!reading.takes(next(text, at))) return false;
    }
    return reading.complete();
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

std::u32string folded(std::string_view text)
{
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    utf8proc_uint8_t* plain = nullptr;
    auto const length = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &plain, options);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned(plain, &std::free);
    std::u32string words;
    if (length < 0) return words;
    std::string_view const mapped(reinterpret_cast<char const*>(plain),
                                  static_cast<std::size_t>(length));
    for (std::size_t at = 0; at < mapped.size();) {
        auto const code = next(mapped, at);
        if (code < 0) break;
        bool const space = !is_letter_or_digit(code);
        if (space && (words.empty() || words.back() == U' ')) continue;
        words.push_back(space ? U' ' : static_cast<char32_t>(code));
    }
    if (!words.empty() && words.back() == U' ') words.pop_back();
    return words;
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
