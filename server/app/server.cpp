#include "app/server.hpp"

#include "base/clock.hpp"
#include "base/log.hpp"
#include "net/embedded_files.hpp"

#include <algorithm>
#include <future>
#include <sys/resource.h>
#include <thread>
#include <type_traits>
#include <utility>

namespace koudmen::app {

namespace {

// How long those who are sent away may take to hear it.
constexpr std::chrono::milliseconds farewell{2'000};
constexpr std::chrono::milliseconds farewell_step{20};

net::DoorRules door_rules(Config const& config)
{
    net::DoorRules rules;
    rules.origins = config.origins;
    if (!config.public_url.empty()) rules.origins.push_back(config.public_url);
    if (!config.creation_key.empty()) rules.creation_key = config.creation_key;
    return rules;
}

room::Habits habits(Config const& config)
{
    room::Habits habits;
    habits.frame_interval = std::chrono::milliseconds{config.frame_interval_ms};
    habits.snapshot_events = config.snapshot_events;
    return habits;
}

net::FanOutWay fan_out_way(Config const& config)
{
    bool const uring = config.fan_out_uring && net::is_possible(net::FanOutWay::Uring);
    return uring ? net::FanOutWay::Uring : net::FanOutWay::Send;
}

// Runs something on a thread and waits for its answer.
template <class Act>
auto on(Thread& thread, Act act)
{
    using Answer = decltype(act());
    auto const promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    thread.post([promise, act] {
        if constexpr (std::is_void_v<Answer>) {
            act();
            promise->set_value();
        } else {
            promise->set_value(act());
        }
    });
    return answer.get();
}

} // namespace

Server::Server(Config const& config, journal::Journal& journal)
    : journal_(journal),
      files_(net::embedded_files()),
      rules_(door_rules(config)),
      fan_out_(fan_out_way(config))
{
    auto const cores = std::max(1U, std::thread::hardware_concurrency());
    auto const threads = config.threads > 0 ? config.threads : cores;
    std::vector<room::Floor*> all;
    for (std::size_t index = 0; index < threads; ++index) {
        auto& loop = *loops_.emplace_back(std::make_unique<net::Loop>(fan_out_));
        auto& floor = *floors_.emplace_back(
            std::make_unique<room::Floor>(index, loop, journal, habits(config), wall_clock));
        auto& routes = *routes_.emplace_back(std::make_unique<net::Routes>(floor, files_, rules_));
        net::SessionLimits session;
        session.outbox_bytes_max = config.outbox_kib * 1024;
        surroundings_.push_back(std::make_unique<net::Surroundings>(
            net::Surroundings{loop, floor, routes, {}, session}));
        all.push_back(&floor);
    }
    for (auto& floor : floors_) floor->meet(all);
}

Server::~Server()
{
    stop();
    // No thread of ours runs any more, but the journal may still have answers for the loops. Then halls
    // give up their seats while the loops that these live on are there; then loops give up what still
    // waits in them, while what that refers to is there.
    journal_.settle();
    listener_.reset();
    floors_.clear();
    loops_.clear();
}

Result<std::unique_ptr<Server>, std::string> Server::create(Config const& config,
                                                            journal::Journal& journal)
{
    auto server = std::unique_ptr<Server>(new Server(config, journal));
    std::vector<net::Surroundings const*> around;
    for (auto const& each : server->surroundings_) around.push_back(each.get());
    auto listener = net::Listener::open(*server->loops_.front(), std::move(around),
                                        {config.address, config.port}, config.connections);
    if (!listener) return unexpected(listener.error());
    server->listener_ = std::move(*listener);
    return server;
}

void Server::start()
{
    started_ = true;
    for (auto& loop : loops_) loop->start();
    listener_->start();
}

void Server::stop()
{
    if (!started_ || std::exchange(stopped_, true)) return;
    listener_->stop();
    for (std::size_t index = 0; index < floors_.size(); ++index) {
        auto& floor = *floors_[index];
        on(*loops_[index], [&floor] { floor.close(room::Dismissal::Restarting); });
    }
    // Rooms dismiss across threads; sessions leave when their closing is done.
    for (auto waited = farewell_step; waited < farewell; waited += farewell_step) {
        std::size_t seats = 0;
        for (std::size_t index = 0; index < floors_.size(); ++index) {
            auto const& floor = *floors_[index];
            seats += on(*loops_[index], [&floor] { return floor.seats(); });
        }
        if (seats == 0) break;
        std::this_thread::sleep_for(farewell_step);
    }
    for (auto& loop : loops_) loop->stop();
    for (auto& loop : loops_) loop->join();
}

std::size_t raise_descriptor_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}

} // namespace koudmen::app
