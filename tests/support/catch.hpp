#pragma once

// Catch2 2 in Debian 12, Catch2 3 after it.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace koudmen::tests {

// Matches texts with this part, in either.
inline auto containing(std::string const& part)
{
#if __has_include(<catch2/catch_all.hpp>)
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

} // namespace koudmen::tests
