#pragma once

#include "child.hpp"
#include "crowd.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
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
    explicit RealServer(Bench const& bench, std::vector<std::string> const& variables = {});
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

// A board of that server with people who have joined it, and a desk that leads it.
class RealBoard {
public:
    explicit RealBoard(RealServer& server);

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
    std::string greeting(std::string const& credential, std::size_t number) const;

    RealServer& server_;
    std::string code_;
    std::string facilitator_;
    std::size_t people_ = 0;
    std::size_t proposals_ = 0;
    Crowd desk_;
    std::uint64_t operation_ = 0;
    std::uint64_t answers_ = 0;
};

// An id of that many characters, as clients mint them, that is the same in every run.
std::string minted(std::string_view kind, std::size_t number);

// So many bytes of French, always the same for a number.
std::string prose(std::size_t number, std::size_t bytes);

} // namespace koudmen::bench
