#pragma once

#include "app/config.hpp"
#include "base/result.hpp"
#include "journal/journal.hpp"
#include "net/files.hpp"
#include "net/listener.hpp"
#include "net/loop.hpp"
#include "net/routes.hpp"
#include "room/floor.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace koudmen::app {

// The whole server: a journal, one loop and one floor for each thread, one listener. What it is made
// of can be read from its members, in the order in which they depend on each other.
class Server {
public:
    // Opens the port; the reason why it cannot is a sentence. `journal` outlives the server.
    static Result<std::unique_ptr<Server>, std::string> create(Config const& config,
                                                               journal::Journal& journal);
    ~Server(); // Stops, if it was not stopped.
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Lets people in. Returns at once.
    void start();

    // Sends everybody away with "come back", gives them a moment to hear it, and ends every thread.
    void stop();

    std::uint16_t port() const { return listener_->port(); }
    net::FanOutWay fan_out() const { return fan_out_; }

    // A floor to ask things of, on its thread.
    room::Floor& floor() { return *floors_.front(); }
    Thread& thread() { return *loops_.front(); }

private:
    Server(Config const& config, journal::Journal& journal);

    journal::Journal& journal_;
    net::Files const files_;
    net::DoorRules const rules_;
    net::FanOutWay const fan_out_;
    std::vector<std::unique_ptr<net::Loop>> loops_;
    std::vector<std::unique_ptr<room::Floor>> floors_;
    std::vector<std::unique_ptr<net::Routes>> routes_;
    std::vector<std::unique_ptr<net::Surroundings>> surroundings_;
    std::unique_ptr<net::Listener> listener_;
    bool started_ = false;
    bool stopped_ = false;
};

// Raises the limit of open descriptors as far as the system lets, and says how far that is.
std::size_t raise_descriptor_limit();

} // namespace koudmen::app
