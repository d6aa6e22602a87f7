#pragma once

#include "protocol/messages.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// What the generated readers are made of. Only the sources of this library include it.
//
// A reader takes a value out of a parsed text at a Place, by the Form it must have, and says false
// when it could not: then the first thing that was wrong stands in the BadMessage of the reading.
namespace koudmen::protocol {

using Json = nlohmann::json;

// A value of the text and how it was reached. Lives on the stack of the readers, each holding the
// one it came from, so that a path is only put into words when something is wrong.
struct Place {
    Json const& value;
    BadMessage& bad;
    Place const* parent = nullptr;
    std::string_view name{}; // Of the member; empty for an item of a list.
    std::size_t index = 0;

    Place member(std::string_view field, Json const& inner) const;
    Place item(std::size_t at, Json const& inner) const;

    // Notes what is wrong here and gives false.
    bool refuse(RefusalWord word, std::optional<std::int64_t> limit = std::nullopt) const;

    // As it stands in a refusal: "command.partners[3]". Empty for the whole text.
    std::string path() const;
};

// --- Forms: what a value must be.

namespace form {

// A set of ASCII characters, written as in a regular expression's brackets: "a-z0-9-".
class Characters {
public:
    consteval explicit Characters(std::string_view brackets)
    {
        for (std::size_t i = 0; i < brackets.size(); ++i) {
            bool const range = i + 2 < brackets.size() && brackets[i + 1] == '-';
            auto const last = static_cast<unsigned char>(brackets[range ? i + 2 : i]);
            auto c = static_cast<unsigned char>(brackets[i]);
            for (; c <= last; ++c) held_.at(c) = true;
            if (range) i += 2;
        }
    }

    constexpr bool holds(char c) const
    {
        auto const byte = static_cast<unsigned char>(c);
        return byte < held_.size() && held_[byte];
    }

private:
    std::array<bool, 128> held_{};
};

struct Own {}; // The type has a reader of its own.
struct Flag {};

struct Whole {
    std::int64_t min;
    std::int64_t max;
};

// Code points. `limit` is what a refusal tells: the same bound as people count characters.
struct Text {
    std::size_t min;
    std::size_t max;
    std::int64_t limit;
};

struct Pattern {
    Characters characters;
    std::size_t min;
    std::size_t max;
};

// A day of the calendar, as year-month-day.
struct Day {
    Characters characters;
    std::size_t min;
    std::size_t max;
};

template <class Item>
struct List {
    Item item;
    std::size_t min;
    std::size_t max;
};
template <class Item, class Min, class Max>
List(Item, Min, Max) -> List<Item>;

} // namespace form

// The values of a vocabulary of numbers.
template <class Enum>
inline constexpr std::array<Enum, 0> codes{};

// --- Taking a value out.

bool take(Place const& at, bool& out, form::Flag);
bool take(Place const& at, std::int64_t& out, form::Whole form);
bool take(Place const& at, std::string& out, form::Text form);
bool take(Place const& at, std::string& out, form::Pattern const& form);
bool take(Place const& at, std::string& out, form::Day const& form);

// The text of a value, or nullptr, noted, where it is none.
std::string const* text(Place const& at);

// Whether the list is one and has neither too many items nor too few.
bool is_list(Place const& at, std::size_t min, std::size_t max);

template <class Enum>
requires(words<Enum>.size() > 0) bool take(Place const& at, Enum& out)
{
    std::string const* const found = text(at);
    if (found == nullptr) return false;
    for (std::size_t i = 0; i < words<Enum>.size(); ++i) {
        if (words<Enum>[i] != *found) continue;
        out = static_cast<Enum>(i);
        return true;
    }
    return at.refuse(RefusalWord::UnknownWord);
}

template <class Enum>
requires(codes<Enum>.size() > 0) bool take(Place const& at, Enum& out)
{
    std::int64_t code = 0;
    if (!take(at, code, form::Whole{0, 65535})) return false;
    for (Enum const value : codes<Enum>) {
        if (static_cast<std::int64_t>(value) != code) continue;
        out = value;
        return true;
    }
    return at.refuse(RefusalWord::UnknownWord);
}

template <class T>
bool take(Place const& at, T& out, form::Own)
{
    return take(at, out);
}

template <class T, class Item>
bool take(Place const& at, std::vector<T>& out, form::List<Item> const& form)
{
    if (!is_list(at, form.min, form.max)) return false;
    out.reserve(at.value.size());
    for (std::size_t i = 0; i < at.value.size(); ++i) {
        if (!take(at.item(i, at.value[i]), out.emplace_back(), form.item)) return false;
    }
    return true;
}

// --- Objects.

bool is_object(Place const& at);

// Whether the member `type` is this word.
bool tagged(Place const& at, std::string_view word);

// Whether the object has no other member than these.
bool nothing_but(Place const& at, std::initializer_list<std::string_view> names);

// A member, or nullptr where there is none. `at` is an object.
Json const* find(Place const& at, std::string_view name);

// The same, noting that it is missing.
Json const* need(Place const& at, std::string_view name);

template <class T, class Form>
bool required(Place const& at, std::string_view name, T& out, Form const& form)
{
    Json const* const value = need(at, name);
    return value != nullptr && take(at.member(name, *value), out, form);
}

template <class T, class Form>
bool optional(Place const& at, std::string_view name, std::optional<T>& out, Form const& form)
{
    Json const* const value = find(at, name);
    return value == nullptr || take(at.member(name, *value), out.emplace(), form);
}

// One of several objects, told apart by their member `type`.
template <class... Ts>
bool take_tagged(Place const& at, std::variant<Ts...>& out)
{
    if (!is_object(at)) return false;
    Json const* const value = need(at, "type");
    if (value == nullptr) return false;
    Place const tag = at.member("type", *value);
    std::string const* const word = text(tag);
    if (word == nullptr) return false;

    bool known = false;
    bool taken = false;
    auto const attempt = [&]<class T>() {
        if (T::type != *word) return false;
        known = true;
        taken = take(at, out.template emplace<T>());
        return true;
    };
    (attempt.template operator()<Ts>() || ...);
    return known ? taken : tag.refuse(RefusalWord::UnknownWord);
}

// --- A whole text.

// Parses a text that may be anything: neither deep nor twisted input does harm. Nothing, noted,
// when it is not JSON in strict UTF-8, nests deeper than the limit, or names a member twice.
std::optional<Json> parse(std::string_view json, BadMessage& bad);

template <class Message, class Form>
Result<Message, BadMessage> read_message(std::string_view json, Form const& form)
{
    BadMessage bad;
    std::optional<Json> const parsed = parse(json, bad);
    if (!parsed) return unexpected(std::move(bad));
    Message message{};
    bool const taken = take(Place{.value = *parsed, .bad = bad}, message, form);
    if (!taken) return unexpected(std::move(bad));
    return message;
}

} // namespace koudmen::protocol
