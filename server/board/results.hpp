#pragma once

#include "base/ids.hpp"
#include "board/state.hpp"

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

// The counts of one college, or nothing while fewer than small_cell_min of its people voted here.
std::optional<Counts> college_counts(Tally const& tally, CollegeId const& college);

} // namespace koudmen::board
