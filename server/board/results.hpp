#pragma once

#include "base/ids.hpp"
#include "board/scores.hpp"
#include "board/state.hpp"

#include <cstdint>
#include <optional>
#include <vector>

// The one rule of who may see the results of a ballot, for the phone, the screen, the desk, the
// export and the operator's logs alike.
namespace koudmen::board {

// Whether everybody may see the tallies of this ballot now.
bool results_shown(Board const& board, Ballot const& ballot);

// Whether everybody may see in which order the proposals of this ballot stand. Once it is over, and
// with its results; a ballot that is revealed can show its order before its numbers.
bool order_shown(Board const& board, Ballot const& ballot);

// Whether this participant may see the tally of this proposal now: when everybody may, or when the
// ballot shows results after one's own vote and they have a choice on it.
bool tally_shown_to(Board const& board, Ballot const& ballot, ProposalId proposal,
                    ParticipantNumber participant);

// What is told of one college's part in a tally: nothing where it could tell what a few people voted.
struct CollegeResult {
    CollegeId college;
    std::optional<Counts> counts;

    friend bool operator==(CollegeResult const&, CollegeResult const&) = default;
};

// The colleges of which somebody expressed a choice, in the board's order. Small ones are suppressed
// (small_cells.hpp).
std::vector<CollegeResult> by_college(Board const& board, Tally const& tally);

// How far the colleges that are not suppressed agree, of an opinion; nothing when there are not two.
std::optional<Consensus> college_consensus(Board const& board, Tally const& tally);

} // namespace koudmen::board
