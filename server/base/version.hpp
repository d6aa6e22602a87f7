#pragma once

#include <string_view>

namespace koudmen {

// What this build is, as "0.1.0", and the commit it was built from, "unknown" outside a checkout.
std::string_view version();
std::string_view commit();

} // namespace koudmen
