#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Compression of single messages (RFC 7692): each by itself, knowing nothing of those before it.
namespace koudmen::wire {

std::string deflated(std::string_view text);

// Nothing when these bytes are not such a message. What is longer than `most` is not made to its end.
std::optional<std::string> inflated(std::string_view bytes, std::size_t most);

} // namespace koudmen::wire
