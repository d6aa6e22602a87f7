#pragma once

#include "base/ids.hpp"
#include "board/state.hpp"

#include <cstdint>
#include <optional>
#include <vector>

// The one rule of who may see the results of a ballot, for the phone, the screen, the desk, the
// export and the operator's logs alike.
namespace koudmen::board {

// Whether everybody may see the tallies of this ballot now.
bool results_shown(Board const& board, Ballot const& ballot);

// Whether this participant may see the tally of this proposal now: when everybody may, or when the
// ballot shows results after one's own vote and they have a choice on it.
bool tally_shown_to(Board const& board, Ballot const& ballot, ProposalId proposal,
                    ParticipantNumber participant);

// People who expressed a choice. The base of every percentage of a tally.
std::uint64_t expressed(Counts const& counts);

// What is told of one college's part in a tally: nothing where it could tell what a few people voted.
struct CollegeResult {
    CollegeId college;
    std::optional<Counts> counts;

    friend bool operator==(CollegeResult const&, CollegeResult const&) = default;
};

// The colleges of which somebody expressed a choice, in the board's order. Those with fewer than
// small_cell_min voters are suppressed, and with them as many of the next smallest as it takes for
// the suppressed ones not to follow from the whole: at least two colleges, and small_cell_min people.
std::vector<CollegeResult> by_college(Board const& board, Tally const& tally);

// Lower bound of Wilson's score interval for the share of support among support and oppose, at
// z = 1.96, in parts of 10000 rounded to the nearest; 0 when nobody is for or against. For showing
// and ordering lists, never to decide. (E. B. Wilson, 1927.)
std::uint64_t wilson_lower_bound(Counts const& counts);

} // namespace koudmen::board
