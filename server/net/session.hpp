#pragma once

#include "net/loop.hpp"
#include "net/net.hpp"
#include "room/floor.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <cstddef>

namespace koudmen::net {

// Bounds of a WebSocket session. Those that clients must know are the protocol's.
struct SessionLimits {
    std::size_t outbox_bytes_max = 128 * 1024;
    std::chrono::seconds write_stall{10}; // Nothing taken for longer: too slow.
    std::chrono::seconds closing_time{5}; // For the other side to finish its closing.
    int control_frames_max = 64;          // Pings and pongs at once,
    int control_frames_a_second = 10;     // and as time goes on. Browsers send none by themselves.
};

// Takes over a socket whose upgrade request has been read and found good, and serves one phone on
// this loop until it goes: first its hello, then its commands, while its hall speaks to it. The
// session keeps itself alive.
void serve_session(Loop& loop, room::Floor& floor, SessionLimits const& limits, Socket socket,
                   boost::beast::http::request<boost::beast::http::string_body> upgrade);

} // namespace koudmen::net
