#pragma once

#include <string>

namespace koudmen::app {

// Whether the server at "http://host:port" answers within a few seconds that it is well. Plain HTTP
// only: it is meant for a container's own health check.
bool ping(std::string const& url);

} // namespace koudmen::app
