#pragma once

#include <tl/expected.hpp>

namespace koudmen {

// A value, or the reason why there is none. The standard's shape; one line moves it to std.
template <class T, class E>
using Result = tl::expected<T, E>;

using tl::unexpected;

} // namespace koudmen
