#pragma once

// Catch2 2 in Debian 12, Catch2 3 after it.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
