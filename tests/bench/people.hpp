#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Who takes part and what they write, the same in every run.
namespace koudmen::bench {

// What a phone made as its person's secret.
std::string credential_of(std::size_t person);

// An id of that many characters, as clients mint them.
std::string minted(std::string_view kind, std::size_t number);

// So many bytes of French, always the same for a number.
std::string prose(std::size_t number, std::size_t bytes);

} // namespace koudmen::bench
