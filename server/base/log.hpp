#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

// Facts for the operator: one JSON object a line, on standard error. They hold no address, no
// secret, no one's words and no choice.
namespace koudmen::log {

using Field = std::pair<std::string_view, std::string_view>;

// From any thread; lines do not mix. `fact` is a word like "server_started".
void note(std::string_view fact, std::initializer_list<Field> fields = {});

// The same, for what somebody should look at.
void warn(std::string_view fact, std::initializer_list<Field> fields = {});

} // namespace koudmen::log
