#include "net/connection.hpp"
#include "support/catch.hpp"

#include <fstream>
#include <iterator>
#include <string>

using namespace koudmen;

TEST_CASE("N44: the recipe for nginx says how a browser came, and lets through what is taken",
          "[config]")
{
    std::ifstream in(KOUDMEN_SOURCE_DIR "/config/nginx.conf");
    std::string const recipe{std::istreambuf_iterator<char>(in), {}};
    auto const has = [&](std::string const& line) {
        INFO(line);
        CHECK(recipe.find(line) != std::string::npos);
    };
    has("\n    proxy_set_header X-Forwarded-Proto $scheme;\n");
    // A location that sets one header gets none of the server's.
    CHECK(recipe.find("\n        proxy_set_header") == std::string::npos);

    net::ConnectionLimits const limits;
    auto const kib = [](std::size_t bytes) { return std::to_string(bytes / 1024) + "k;\n"; };
    auto const mib = [](std::size_t bytes) { return std::to_string(bytes / 1024 / 1024) + "m;\n"; };
    has("\n    client_max_body_size " + kib(limits.body_bytes_max));
    has("location = /api/v1/boards/import {\n        client_max_body_size " +
        mib(limits.import_bytes_max));
    has("location ~ ^/api/v1/boards/[^/]+/rows$ {\n        client_max_body_size " +
        mib(limits.table_bytes_max));
}
