#pragma once

#include "base/result.hpp"
#include "base/text.hpp"
#include "board/command.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The words of a command, cleaned and measured, or refused by the field's name.
namespace koudmen::board {

Refusal refuse(RefusalWord word, std::string_view field = {});
Refusal refuse(RefusalWord word, std::string_view field, std::size_t limit);

struct Field {
    std::string_view name;
    std::size_t graphemes_max = 0;
    Lines lines = Lines::One;
};

// A text that must say something.
Result<std::string, Refusal> filled(std::string_view text, Field const& field);

// A text that may be empty.
Result<std::string, Refusal> maybe_empty(std::string_view text, Field const& field);

// A text that may be absent; one that is empty once cleaned counts as absent.
Result<std::optional<std::string>, Refusal> optional(std::optional<std::string> const& text,
                                                     Field const& field);

// The name a participant gives, if any.
Result<std::optional<std::string>, Refusal> cleaned_name(std::optional<std::string> const& name);

// A name of something chosen by whoever configures a board: 1 to 32 of [a-z0-9-].
bool is_slug(std::string_view text);

// A day of the Gregorian calendar, as 2025-01-31.
bool is_day(std::string_view text);

} // namespace koudmen::board
