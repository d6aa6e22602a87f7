#pragma once

#include "base/result.hpp"
#include "net/connection.hpp"
#include "net/loop.hpp"
#include "net/net.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace koudmen::net {

// One port for everything. Accepted sockets go to the loops in turn, so that a crowd that comes in
// at once is spread evenly.
//
// Lives on the first of its loops.
class Listener {
public:
    struct Address {
        std::string host;       // A numeric address.
        std::uint16_t port = 0; // 0 lets the system choose.
    };

    // The reason is a sentence for the operator. Does not accept yet.
    static Result<std::unique_ptr<Listener>, std::string> open(
        Loop& loop, std::vector<Surroundings const*> loops, Address const& address,
        std::size_t connections_max);

    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;

    void start(); // From any thread, once.
    void stop();  // From any thread: nobody else comes in.
    std::uint16_t port() const { return port_; }

private:
    Listener(Loop& loop, std::vector<Surroundings const*> loops, std::size_t connections_max);

    void accept();
    void pause();
    void hand_over(Socket socket);

    Loop& loop_;
    std::vector<Surroundings const*> const loops_;
    std::size_t const per_loop_max_;
    Acceptor acceptor_;
    std::uint16_t port_ = 0;
    std::size_t next_ = 0;
};

} // namespace koudmen::net
