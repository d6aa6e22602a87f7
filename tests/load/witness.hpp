#pragma once

#include "hearing.hpp"
#include "kernel.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace koudmen::load {

// Who hears the counts and votes nothing: how long after a vote's acknowledgement its proposal's count
// comes.
class Witness {
public:
    Witness(std::string const& ballot, std::vector<std::string> const& proposals,
            bench::Times& lags);

    // A vote on this proposal was acknowledged, by a state of that position.
    void expect(std::size_t proposal, std::uint64_t position, bench::Clock::time_point at);
    void hear(Heard const& heard, bench::Clock::time_point at);

    std::uint64_t position() const { return position_; }
    std::vector<std::uint64_t> const& counts(std::size_t proposal) const
    {
        return told_[proposal].counts;
    }
    // Votes whose counts were not told so far.
    std::size_t waiting() const;

private:
    struct Expected {
        std::uint64_t position = 0;
        bench::Clock::time_point at;
    };
    struct Told {
        std::uint64_t position = 0;
        std::vector<std::uint64_t> counts;
        std::deque<Expected> expected;
    };

    std::string ballot_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<Told> told_;
    std::uint64_t position_ = 0;
    bench::Times* lags_;
};

} // namespace koudmen::load
