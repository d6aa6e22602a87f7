#pragma once

#include "child.hpp"
#include "crowd.hpp"
#include "people.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace koudmen::bench {

// Where the programs and the disk are.
struct Bench {
    std::filesystem::path server;  // The real one.
    std::filesystem::path self;    // This program, for its baselines.
    std::filesystem::path no_sync; // The library that makes syncing cost nothing.
    std::filesystem::path folder;  // On a real disk.
    int rounds = 5;
};

// `koudmen serve` as people run it, with an empty store of its own.
class RealServer {
public:
    // `prepare` may put something into its store before it starts.
    explicit RealServer(Bench const& bench, std::vector<std::string> const& variables = {},
                        std::function<void(std::filesystem::path const&)> const& prepare = {});
    ~RealServer();
    RealServer(RealServer const&) = delete;
    RealServer& operator=(RealServer const&) = delete;

    pid_t process() const { return child_->process(); }
    std::uint16_t port() const { return child_->port(); }

    // Asks over HTTP, and throws unless the answer is a good one.
    nlohmann::json post(std::string const& target, std::string const& credential,
                        nlohmann::json const& body) const;

private:
    std::filesystem::path folder_;
    std::unique_ptr<Child> child_;
};

// What a device says first.
std::string greeting(std::string const& code, std::string const& credential, std::size_t device);

// A board of that server with people who have joined it, and a desk that leads it.
class RealBoard {
public:
    explicit RealBoard(RealServer& server);

    // One that is in its store, with that many people and proposals.
    struct Known {
        std::string code;
        std::string facilitator;
        std::size_t people = 0;
        std::size_t proposals = 0;
    };
    RealBoard(RealServer& server, Known known);

    // So many more people join.
    void join(std::size_t people);
    std::size_t people() const { return people_; }

    // Proposals with words as people write them, so many bytes each, handed in by those who joined.
    void propose(std::size_t count, std::size_t bytes);
    std::size_t proposals() const { return proposals_; }
    static std::string proposal(std::size_t number);

    // Everybody may vote on all proposals, and sees the counts.
    void open_ballot();
    static std::string ballot();

    // What a seat says first.
    std::string hello(std::size_t person) const;
    // Whether somebody who said so is in with this frame.
    static bool is_welcomed(Frame const& frame);

    // A frame with a command. The operations of one device must grow.
    static std::string command(std::uint64_t operation, nlohmann::json const& what);

    // The desk does this, and waits for its answer.
    void lead(nlohmann::json const& what);
    // The same without waiting.
    void lead_on(nlohmann::json const& what);
    Crowd& desk() { return desk_; }

private:
    void seat_desk();

    RealServer& server_;
    std::string code_;
    std::string facilitator_;
    std::size_t people_ = 0;
    std::size_t proposals_ = 0;
    Crowd desk_;
    std::uint64_t operation_ = 0;
    std::uint64_t answers_ = 0;
};

} // namespace koudmen::bench
