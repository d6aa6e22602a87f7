#pragma once

#include "real_server.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace koudmen::bench {

// People on their phones, in their seats, who vote and wait for the answer.
class Voters {
public:
    // As browsers do they may offer to hear a long board compressed.
    enum class Offer { Nothing, Deflate };
    Voters(RealServer const& server, RealBoard& board, std::size_t count,
           Offer offer = Offer::Nothing);

    // The next person says what they think of some proposal, if they are not waiting for an answer.
    void vote();
    // Everybody votes again as soon as they are answered; or no more.
    void go_on(bool on);

    // Nobody waits for an answer any more.
    void finish();
    // Votes that were acknowledged so far, and how long each took.
    std::size_t acknowledged() const { return acknowledged_; }
    Times take_times() { return std::exchange(times_, {}); }

    // So that nobody is thought to be gone.
    void ping();

    Crowd& crowd() { return crowd_; }

private:
    struct Voter {
        std::uint64_t operation = 0;
        std::string waiting; // What was said and is not answered.
        Clock::time_point since;
    };

    void vote(std::size_t number);
    void heard(std::size_t number, Frame const& frame);

    RealBoard& board_;
    Crowd crowd_;
    std::vector<Voter> voters_;
    std::minstd_rand random_{2024};
    std::size_t next_ = 0;
    std::size_t waiting_ = 0;
    std::size_t acknowledged_ = 0;
    bool on_ = false;
    Times times_;
};

} // namespace koudmen::bench
