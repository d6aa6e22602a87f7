#include "board/results.hpp"

#include "board/limits.hpp"

namespace koudmen::board {

bool results_shown(Board const& board, Ballot const& ballot)
{
    if (!board.now().results) return false;
    switch (ballot.results) {
    case ResultsRule::Live: return true;
    case ResultsRule::AfterOwnVote:
    case ResultsRule::AfterClosing: return ballot.state != BallotState::Open;
    case ResultsRule::WhenRevealed: return ballot.state == BallotState::Revealed;
    }
    return false;
}

bool tally_shown_to(Board const& board, Ballot const& ballot, ProposalId proposal,
                    ParticipantNumber participant)
{
    if (results_shown(board, ballot)) return true;
    if (ballot.results != ResultsRule::AfterOwnVote || !board.now().results) return false;
    auto const voter = ballot.voters.find(participant);
    if (voter == ballot.voters.end()) return false;
    auto const cast = voter->second.casts.find(proposal);
    return cast != voter->second.casts.end() && cast->second.choice.has_value();
}

std::uint64_t expressed(Counts const& counts)
{
    std::uint64_t people = 0;
    for (auto const count : counts) people += count;
    return people;
}

std::optional<Counts> college_counts(Tally const& tally, CollegeId const& college)
{
    auto const known = tally.colleges.find(college);
    if (known == tally.colleges.end()) return std::nullopt;
    if (expressed(known->second) < small_cell_min) return std::nullopt;
    return known->second;
}

} // namespace koudmen::board
