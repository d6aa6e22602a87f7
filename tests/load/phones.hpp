#pragma once

#include "crowd.hpp"
#include "ground.hpp"
#include "hearing.hpp"
#include "outcome.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace koudmen::load {

// People on their phones: they join, vote, lose their network, come back and send again what was not
// answered. Seats 0, 1, 2... of a crowd are theirs.
class Phones {
public:
    using Time = bench::Clock::time_point;
    // A vote on this proposal was acknowledged, by a state of that position.
    using Recorded = std::function<void(std::size_t proposal, std::uint64_t position, Time at)>;

    Phones(bench::Crowd& crowd, Ground const& ground, Options const& options, Outcome& outcome,
           Recorded recorded);

    // The first phones come up to this share of all.
    void arrive(double share, Time now);
    // What is due: who comes back, who stalls, who says that it is still there.
    void act(Time now);
    // Somebody who is there and not waiting for too much votes.
    void vote(Time now);

    // From now on nobody's network is bad.
    void settle();
    bool settled() const { return answered() && here_ == phones_.size(); }
    bool answered() const { return waiting_ == 0; }

    // Phone after phone comes anew and is told all that it has, which is compared with what it was told.
    void call_the_roll(Time now);
    std::size_t seen() const { return seen_; }

    // How many of the phones' people chose so, by what they were told.
    std::vector<std::uint64_t> counts(std::size_t proposal) const;

    void hear(std::size_t number, Heard const& heard, Time now);
    void ended(std::size_t number, bench::Crowd::End const& end, Time now);
    std::string words(std::size_t number) const;

    std::size_t size() const { return phones_.size(); }
    std::size_t here() const { return here_; }
    std::size_t stalled() const { return stalled_; }
    std::size_t waiting() const { return waiting_; }

private:
    static constexpr int nothing = -1;
    enum class Stage { Home, Away, Coming, Here, Stalled, Gone };
    struct Vote {
        std::uint64_t operation = 0;
        std::size_t proposal = 0;
        int choice = nothing;
        std::string text;
        Time since;
    };
    struct Phone {
        std::string credential;
        std::string device;
        Stage stage = Stage::Home;
        bool joined = false; // The server knows it.
        bool told = false;   // All of the board, once.
        bool bad_wifi = false;
        bool roll_called = false; // Comes to be told all that it has.
        bool seen = false;
        std::uint64_t operation = 0;
        std::uint64_t position = 0;
        unsigned tries = 0; // In a row, in vain.
        Time began;         // To come.
        Time next;          // What it does next.
        Time ping;
        std::deque<Vote> waiting;
        std::vector<signed char> chosen;   // By proposal: as it was last sent.
        std::vector<signed char> recorded; // As it was last told.
    };

    void come(std::size_t number, Time now);
    void vote(std::size_t number, Time now);
    void send_again(std::size_t number);
    void away(std::size_t number, Time next);
    void trouble(std::size_t number, Time now);
    void compare(std::size_t number, Heard const& heard);
    void answered(std::size_t number, std::uint64_t operation, std::string const& refusal,
                  std::uint64_t position, Time now);
    bench::Clock::duration between(double least, double most);

    bench::Crowd& crowd_;
    Ground const& ground_;
    Outcome& outcome_;
    Recorded recorded_;
    std::mt19937_64 random_;
    std::vector<Phone> phones_;
    std::unordered_map<std::string, std::size_t> numbers_; // Of the proposals.
    std::size_t left_home_ = 0;
    std::size_t here_ = 0;
    std::size_t stalled_ = 0;
    std::size_t waiting_ = 0;
    std::size_t seen_ = 0;
    std::size_t called_ = 0;
    bool troubled_ = true;
};

} // namespace koudmen::load
