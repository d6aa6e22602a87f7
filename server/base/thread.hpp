#pragma once

#include "base/check.hpp"

#include <chrono>
#include <functional>

namespace koudmen {

using Task = std::function<void()>;

// A thread that runs tasks one after the other, as the objects living on it see it. In the server
// it is an event loop; in a test, a queue emptied by hand.
class Thread {
public:
    virtual ~Thread() = default;

    // Runs the task on this thread, later, in the order of posting. From any thread.
    virtual void post(Task task) = 0;

    // Runs the task on this thread once the time has passed. From this thread only.
    virtual void after(std::chrono::milliseconds wait, Task task) = 0;

    // The time by which this thread waits. It only ever goes forward.
    virtual std::chrono::steady_clock::time_point now() const
    {
        return std::chrono::steady_clock::now();
    }

    // Whether the caller is on this thread.
    virtual bool here() const = 0;

    // Every object that lives on one thread says so at its doors, in release too.
    void check_here() const { check(here(), "an object is used on its own thread only"); }
};

} // namespace koudmen
