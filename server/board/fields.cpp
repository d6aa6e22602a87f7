#include "board/fields.hpp"

#include "board/limits.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace koudmen::board {

Refusal refuse(RefusalWord word, std::string_view field)
{
    return {word, std::string(field), std::nullopt};
}

Refusal refuse(RefusalWord word, std::string_view field, std::size_t limit)
{
    return {word, std::string(field), static_cast<std::int64_t>(limit)};
}

Result<std::string, Refusal> maybe_empty(std::string_view text, Field const& field)
{
    auto cleaned = clean_text(text, field.lines);
    if (!cleaned) return unexpected(refuse(RefusalWord::BadText, field.name));
    if (graphemes(*cleaned) > field.graphemes_max) {
        return unexpected(refuse(RefusalWord::TooLong, field.name, field.graphemes_max));
    }
    return std::move(*cleaned);
}

Result<std::string, Refusal> filled(std::string_view text, Field const& field)
{
    auto cleaned = maybe_empty(text, field);
    if (cleaned && cleaned->empty()) return unexpected(refuse(RefusalWord::Required, field.name));
    return cleaned;
}

Result<std::optional<std::string>, Refusal> optional(std::optional<std::string> const& text,
                                                     Field const& field)
{
    if (!text) return std::nullopt;
    auto cleaned = maybe_empty(*text, field);
    if (!cleaned) return unexpected(cleaned.error());
    if (cleaned->empty()) return std::nullopt;
    return std::optional(std::move(*cleaned));
}

Result<std::optional<std::string>, Refusal> cleaned_name(std::optional<std::string> const& name)
{
    return optional(name, {"name", name_graphemes_max, Lines::One});
}

bool is_slug(std::string_view text)
{
    constexpr std::size_t slug_max = 32;
    auto const known = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= slug_max && std::all_of(text.begin(), text.end(), known);
}

bool is_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    auto const number = [&](std::size_t at, std::size_t length) {
        unsigned value = 0;
        auto const* first = text.data() + at;
        auto const [end, error] = std::from_chars(first, first + length, value);
        return error == std::errc{} && end == first + length ? static_cast<int>(value) : -1;
    };
    int const year = number(0, 4);
    int const month = number(5, 2);
    int const day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return false;
    using namespace std::chrono;
    return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                          std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

} // namespace koudmen::board
