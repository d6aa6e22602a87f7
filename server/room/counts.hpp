#pragma once

#include "base/ids.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>

namespace koudmen::room {

// When phones hear of the counts of a vote.
//
// In a storm every count changes all the time, and told each time the counts of one afternoon would
// cost a phone what it has for a month. So they have a budget of bytes, and a least time between two
// tellings, without which a storm would spend it in its first second: a short vote is told as it
// happens, a long one from time to time. How far a phone was told says then nothing of counts; how far
// it heard of those is found here.
class Counts {
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::size_t bytes_at_once = 20'000;
    static constexpr std::size_t bytes_per_second = 20;
    static constexpr std::chrono::milliseconds time_between{3'000};
    static constexpr std::size_t tellings_max = 256; // Remembered; before them all is told anew.

    bool may_be_told(Time now) const { return next() <= now; }
    Time next() const
    {
        return std::max(told_at_ + time_between, spent_until_ - cost(bytes_at_once));
    }

    // All there is so far is told to whoever comes.
    void begin(Position at) { heard_ = at; }

    // Everybody who was told up to `at` has heard of all counts up to there.
    void told(Position at, std::size_t bytes, Time now)
    {
        spent_until_ = std::max(spent_until_, now) + cost(bytes);
        told_at_ = now;
        heard_ = at;
        tellings_.push_back(at);
        if (tellings_.size() > tellings_max) tellings_.pop_front();
    }

    // What was told beside the shared frame.
    void spend(std::size_t bytes) { spent_until_ += cost(bytes); }

    // How far everybody heard.
    Position heard() const { return heard_; }

    // How far a device heard that was told everything else up to `told`; 0 where nobody knows.
    Position heard_by(Position told) const
    {
        auto const after = std::upper_bound(tellings_.begin(), tellings_.end(), told);
        return after == tellings_.begin() ? Position{} : *std::prev(after);
    }

private:
    static std::chrono::milliseconds cost(std::size_t bytes)
    {
        return std::chrono::milliseconds(1'000 * bytes / bytes_per_second);
    }

    Time spent_until_{};
    Time told_at_ = Time{} - time_between;
    Position heard_{};
    std::deque<Position> tellings_; // In order.
};

} // namespace koudmen::room
