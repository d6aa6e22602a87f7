#pragma once

#include "base/ids.hpp"
#include "board/state.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// What the counts of one proposal come to. Everything is worked out in integers, so that a recount
// on any machine comes to the same; what is a ratio is told in parts of 10000, rounded to the nearest.
namespace koudmen::board {

inline constexpr std::uint64_t parts = 10'000;

// People who expressed a choice.
std::uint64_t expressed(Counts const& counts);

// A part of a whole in parts of 10000; 0 of nobody.
std::uint64_t share(std::uint64_t part, std::uint64_t whole);

// --- opinion

// Lower bound of Wilson's score interval for the share of support among support and oppose, at
// z = 1.96, in parts of 10000; 0 when nobody is for or against. (E. B. Wilson, 1927.)
std::uint64_t wilson_lower_bound(Counts const& counts);

// How evenly a room of so many people is divided on a proposal, in parts of 10000: twice the
// smaller side, by both sides and a tenth of the room.
std::uint64_t controversy(Counts const& counts, std::uint64_t room);

// Whether it is to be said that they are divided: controversy above one half, among at least a
// tenth of the room.
bool is_controversial(Counts const& counts, std::uint64_t room);

// How many of those of one college that expressed an opinion agree.
struct Agreement {
    std::uint64_t agree = 0;
    std::uint64_t seen = 0;
};

// How far the colleges agree together, in parts of 10000: the product over colleges of
// (agree + 1) / (seen + 2), and its geometric mean, which compares between boards.
struct Consensus {
    std::uint64_t product = 0;
    std::uint64_t mean = 0;

    friend bool operator==(Consensus const&, Consensus const&) = default;
};

Consensus consensus(std::vector<Agreement> const& colleges);

// --- dots

// All dots given to a proposal.
std::uint64_t dots_given(Counts const& counts);

// --- grades

// The level of the grade in the middle, the worse one of two; nothing where nobody judged.
std::optional<std::size_t> majority_grade(Counts const& counts);

// Majority judgment: which of two proposals stands better (greater). By the majority grade; where
// it is the same, by the share of those beyond it on the larger side, better ones for it, worse
// ones against it, worse ones when both sides are equal; where that is the same, once more with
// the middle group counted to that side. On shares, since not everybody judges everything.
std::strong_ordering compare_judgments(Counts const& one, Counts const& other);

} // namespace koudmen::board
