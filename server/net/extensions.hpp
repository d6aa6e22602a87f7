#pragma once

#include <string_view>

namespace koudmen::net {

// Whether a client's Sec-WebSocket-Extensions offers compression of messages (RFC 7692) in a way in
// which it can be had here: without memory of earlier messages on either side, in the usual window.
bool offers_deflate(std::string_view offers);

// The answer to it.
inline constexpr std::string_view deflate_accepted =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

} // namespace koudmen::net
