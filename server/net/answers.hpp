#pragma once

#include "board/command.hpp"
#include "net/http.hpp"

#include <optional>
#include <string>
#include <string_view>

// Answers that several routes give, and what they ask of every request.
namespace koudmen::net {

HttpResponse json(unsigned status, std::string body);

HttpResponse problem(board::Refusal const& refusal);

// What is wrong with the request itself, before any rule of a board.
HttpResponse plain(unsigned status, std::string_view sentence);

HttpResponse wrong_method(std::string_view allowed);

bool reads(HttpRequest const& request);

bool is_json(HttpRequest const& request);

// The secret in the Authorization header, if it is one to show.
std::optional<std::string_view> bearer(HttpRequest const& request);

} // namespace koudmen::net
