#pragma once

#include "net/loop.hpp"
#include "net/net.hpp"
#include "net/routes.hpp"
#include "net/session.hpp"
#include "room/floor.hpp"

#include <chrono>
#include <cstddef>

namespace koudmen::net {

// Bounds of an HTTP connection.
struct ConnectionLimits {
    std::size_t header_bytes_max = 8 * 1024;
    std::size_t body_bytes_max = 64 * 1024;
    std::size_t table_bytes_max = 16 * 1024 * 1024;  // Of rows to import, as JSON writes them.
    std::size_t import_bytes_max = 64 * 1024 * 1024; // Of a whole board.
    std::chrono::seconds import_time{120};           // For it to come in.
    std::chrono::seconds request_time{
        10}; // For a request to come in whole, from when one is awaited.
    std::chrono::seconds response_time{30}; // For it to be answered and the answer taken.
};

// What a connection needs of the loop it lives on.
struct Surroundings {
    Loop& loop;
    room::Floor& floor;
    Routes const& routes;
    ConnectionLimits connection;
    SessionLimits session;
};

// Serves an accepted socket on this loop: HTTP/1.1 requests one after the other, until one upgrades
// to a WebSocket, is refused for its form, asks to close, or takes too long. The connection keeps
// itself alive; `around` outlives it.
void serve_connection(Surroundings const& around, Socket socket);

} // namespace koudmen::net
