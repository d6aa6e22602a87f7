#pragma once

#include "base/ids.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>

namespace koudmen::room {

// How long the answer to a wrong badge is held back.
//
// Only wrong ones wait: a right one is answered at once, whatever others try from the same address.
// Each credential waits longer from one wrong badge to the next; and since credentials cost nothing,
// a board also has a budget of wrong badges, beyond which every one of them waits longest.
class WrongGuesses {
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::milliseconds first_wait{500};
    static constexpr std::chrono::milliseconds longest_wait{10'000};
    static constexpr std::chrono::milliseconds budget_interval{500}; // One more every so often,
    static constexpr int budget_burst = 100;                         // and so many at once.
    static constexpr std::size_t guessers_max = 1'024;

    // Notes a wrong badge and says how long its answer waits.
    std::chrono::milliseconds wait(CredentialHash const& who, Time now)
    {
        // The budget is a promise about time: each wrong badge uses up one interval of it.
        if (spent_until_ < now) spent_until_ = now;
        bool const within = spent_until_ - now < budget_interval * budget_burst;
        if (within) spent_until_ += budget_interval;
        // Who changes the credential gains nothing that the budget does not see.
        if (guessers_.size() >= guessers_max && !guessers_.contains(who)) guessers_.clear();
        auto& own = guessers_[who];
        own = own.count() == 0 ? first_wait : std::min(own * 2, longest_wait);
        return within ? own : longest_wait;
    }

private:
    std::map<CredentialHash, std::chrono::milliseconds> guessers_;
    Time spent_until_{};
};

} // namespace koudmen::room
