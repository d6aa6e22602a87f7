#pragma once

#include "net/files.hpp"

#include <optional>
#include <string_view>

namespace koudmen::net {

// What a browser needs to install a board's page: at /b/K7P4X/app.webmanifest the file of the
// client, with the code where the page starts. Nothing for another path, or without the client.
std::optional<HttpResponse> board_manifest(std::string_view path, Files const& files);

} // namespace koudmen::net
