#pragma once

#include <span>
#include <string_view>

namespace koudmen::net {

// A file of the client inside the binary, with its precompressed forms where there are any.
struct EmbeddedFile {
    std::string_view path; // As "/assets/phone-1a2b3c.js".
    std::string_view identity;
    std::string_view gzip;
    std::string_view brotli;
};

// Every file of the client, in no particular order; empty when the server was built without one.
std::span<EmbeddedFile const> embedded_files();

} // namespace koudmen::net
