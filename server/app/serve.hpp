#pragma once

#include "app/config.hpp"

namespace koudmen::app {

// Serves until it is told to stop by SIGINT or SIGTERM; a second signal ends it at once. Returns the
// exit status.
int serve(Config const& config);

} // namespace koudmen::app
