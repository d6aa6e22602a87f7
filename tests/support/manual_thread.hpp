#pragma once

#include "base/thread.hpp"

#include <deque>
#include <map>
#include <mutex>
#include <utility>

namespace koudmen::tests {

// A thread whose tasks a test runs by hand, one time step at a time. Posting is allowed from
// anywhere; everything else is the test's own thread.
class ManualThread final : public Thread {
public:
    void post(Task task) override
    {
        std::lock_guard const lock(mutex_);
        tasks_.push_back(std::move(task));
    }

    void after(std::chrono::milliseconds wait, Task task) override
    {
        timers_.emplace(now_ + wait, std::move(task));
    }

    std::chrono::steady_clock::time_point now() const override { return now_; }

    bool here() const override { return true; }

    // Runs what is posted, and what that posts, until nothing is left. True when there was something.
    bool run()
    {
        bool ran = false;
        for (;;) {
            Task task;
            {
                std::lock_guard const lock(mutex_);
                if (tasks_.empty()) return ran;
                task = std::move(tasks_.front());
                tasks_.pop_front();
            }
            task();
            ran = true;
        }
    }

    // Lets time pass: timers that fall due run in their order, each with what it posts.
    void pass(std::chrono::milliseconds time)
    {
        auto const end = now_ + time;
        run();
        while (!timers_.empty() && timers_.begin()->first <= end) {
            auto first = timers_.extract(timers_.begin());
            now_ = first.key();
            first.mapped()();
            run();
        }
        now_ = end;
    }

private:
    std::mutex mutex_;
    std::deque<Task> tasks_;
    std::multimap<std::chrono::steady_clock::time_point, Task> timers_;
    std::chrono::steady_clock::time_point now_{std::chrono::hours{1}};
};

} // namespace koudmen::tests
