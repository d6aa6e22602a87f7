#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The part of the protocol's JSON that does not depend on the messages: how values are written.
// The generated writers are made of these.
namespace koudmen::protocol {

// Appends a JSON string. Only what JSON demands is escaped; `text` must be valid UTF-8.
void append(std::string& out, std::string_view text);

void append(std::string& out, std::int64_t number);

// Only a bool, so that no pointer is ever written as one.
void append(std::string& out, std::same_as<bool> auto flag)
{
    out += flag ? "true" : "false";
}

template <class T>
void append(std::string& out, std::vector<T> const& items)
{
    out += '[';
    for (T const& item : items) {
        append(out, item);
        out += ',';
    }
    if (items.empty()) {
        out += ']';
    } else {
        out.back() = ']';
    }
}

// One member of an object, with the comma after it. `name` is already a JSON string and a colon.
template <class T>
void append_field(std::string& out, std::string_view name, T const& value)
{
    out += name;
    append(out, value);
    out += ',';
}

template <class T>
void append_optional(std::string& out, std::string_view name, std::optional<T> const& value)
{
    if (value) append_field(out, name, *value);
}

// Ends an object whose members each left a comma.
void close_object(std::string& out);

// The integer in this member of a JSON object, such as the operation of a frame that could not be
// read in whole. Nothing where there is none or the text is not legible at all.
std::optional<std::int64_t> integer_member(std::string_view json, std::string_view name);

} // namespace koudmen::protocol
