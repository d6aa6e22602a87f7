#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace koudmen::bench {

// A port that was free a moment ago.
std::uint16_t free_port();

// Another program, on the server's core, that listens on a port of this machine. It ends with this
// object, and with this process.
class Child {
public:
    // Returns once the program lets people in. `variables` are added to the environment, as NAME=VALUE.
    Child(std::vector<std::string> const& command, std::uint16_t port,
          std::vector<std::string> const& variables = {});
    ~Child();
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    pid_t process() const { return process_; }
    std::uint16_t port() const { return port_; }

private:
    void wait_for_port() const;

    std::uint16_t const port_;
    pid_t process_ = -1;
};

} // namespace koudmen::bench
