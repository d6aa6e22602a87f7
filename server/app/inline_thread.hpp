#pragma once

#include "base/thread.hpp"

#include <chrono>

namespace koudmen::app {

// A thread for what happens while no server runs: whoever asked waits for the answer elsewhere.
class InlineThread final : public Thread {
public:
    void post(Task task) override { task(); }
    void after(std::chrono::milliseconds, Task task) override { task(); }
    bool here() const override { return true; }
};

} // namespace koudmen::app
