#pragma once

#include "ground.hpp"
#include "outcome.hpp"

namespace koudmen::load {

// Phones come, vote, and are asked at the end what they have; progress goes to the error output.
Outcome rehearse(Options const& options, Ground const& ground);

} // namespace koudmen::load
