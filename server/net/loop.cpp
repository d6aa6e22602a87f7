#include "net/loop.hpp"

#include "base/log.hpp"

#include <boost/asio/post.hpp>

#include <exception>
#include <utility>
#include <vector>

namespace koudmen::net {

namespace {

constexpr std::chrono::milliseconds tick_interval{1'000};

} // namespace

Loop::Loop(FanOutWay way) : way_(way) {}

Loop::~Loop()
{
    stop();
    join();
}

void Loop::join()
{
    if (thread_.joinable()) thread_.join();
}

void Loop::start()
{
    thread_ = std::thread([this] { run(); });
}

void Loop::stop()
{
    post([this] {
        each_watched([](Watched& watched) { watched.cut(); });
        // After what the cutting posted.
        post([this] {
            work_.reset();
            context_.stop();
        });
    });
}

void Loop::post(Task task)
{
    asio::post(context_, std::move(task));
}

void Loop::after(std::chrono::milliseconds wait, Task task)
{
    check_here();
    timers_.emplace_front(context_.get_executor(), wait);
    auto const timer = timers_.begin();
    timer->async_wait([this, timer, task = std::move(task)](ErrorCode error) {
        timers_.erase(timer);
        if (!error) task();
    });
}

void Loop::run()
{
    id_ = std::this_thread::get_id();
    fan_out_ = std::make_unique<FanOut>(*this, way_);
    if (fan_out_->way() != way_) log::warn("fan_out_by_send");
    after(tick_interval, [this] { tick(); });
    for (;;) {
        try {
            context_.run();
            return;
        } catch (std::exception const& fault) {
            // A library's handler threw. What it served is lost; everybody else is not.
            log::warn("handler_threw", {{"what", fault.what()}});
        }
    }
}

void Loop::tick()
{
    auto const now = std::chrono::steady_clock::now();
    each_watched([now](Watched& watched) { watched.tick(now); });
    after(tick_interval, [this] { tick(); });
}

// One of them may end another.
template <class Act>
void Loop::each_watched(Act act)
{
    std::vector<Watched*> const all(watched_.begin(), watched_.end());
    for (auto* watched : all) {
        if (watched_.contains(watched)) act(*watched);
    }
}

} // namespace koudmen::net
