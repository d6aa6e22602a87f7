#pragma once

#include "base/thread.hpp"
#include "net/fan_out.hpp"
#include "net/net.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <list>
#include <memory>
#include <thread>
#include <unordered_set>

namespace koudmen::net {

// Something with deadlines, looked at every second by the loop it lives on.
class Watched {
public:
    // May end and unwatch itself, and others.
    virtual void tick(std::chrono::steady_clock::time_point now) = 0;

    // The loop ends: whatever is pending must end with an error. May unwatch itself, and others.
    virtual void cut() = 0;

protected:
    ~Watched() = default;
};

// One event loop on one thread.
//
// What was posted before stop() runs, then what is watched is cut; timers that are then still waiting
// do not run.
class Loop final : public Thread {
public:
    explicit Loop(FanOutWay way = FanOutWay::Send);
    ~Loop() override; // Stops and joins.
    Loop(Loop const&) = delete;
    Loop& operator=(Loop const&) = delete;

    void start();
    void stop(); // From any thread.
    void join(); // From another thread, once.

    void post(Task task) override;
    void after(std::chrono::milliseconds wait, Task task) override;
    bool here() const override { return std::this_thread::get_id() == id_; }

    // On this thread. Whoever is watched unwatches itself before it is destroyed.
    void watch(Watched& watched) { watched_.insert(&watched); }
    void unwatch(Watched& watched) { watched_.erase(&watched); }
    std::size_t watched() const { return watched_.size(); }

    asio::io_context& context() { return context_; }

    // On this thread, once it runs.
    FanOut& fan_out() { return *fan_out_; }

private:
    using Timer =
        asio::basic_waitable_timer<std::chrono::steady_clock,
                                   asio::wait_traits<std::chrono::steady_clock>, Executor>;

    void run();
    void tick();
    template <class Act>
    void each_watched(Act act);

    FanOutWay const way_;
    // These two outlive the sessions in the context's handlers.
    std::unordered_set<Watched*> watched_;
    std::unique_ptr<FanOut> fan_out_;
    asio::io_context context_{1};
    std::list<Timer> timers_; // Gone before the context they wait in.
    asio::executor_work_guard<Executor> work_{context_.get_executor()};
    std::atomic<std::thread::id> id_{};
    std::thread thread_;
};

} // namespace koudmen::net
