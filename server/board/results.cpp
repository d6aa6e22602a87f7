#include "board/results.hpp"

#include "board/small_cells.hpp"
#include "board/methods.hpp"

#include <algorithm>

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

bool order_shown(Board const& board, Ballot const& ballot)
{
    if (ballot.state == BallotState::Open || !board.now().results) return false;
    return ballot.state == BallotState::OrderRevealed || results_shown(board, ballot);
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

std::vector<CollegeResult> by_college(Board const& board, Tally const& tally)
{
    std::vector<CollegeResult> told;
    std::vector<std::uint64_t> people;
    for (auto const& college : board.colleges) {
        auto const known = tally.colleges.find(college.id);
        if (known == tally.colleges.end() || expressed(known->second) == 0) continue;
        told.push_back({college.id, known->second});
        people.push_back(expressed(known->second));
    }
    auto const hidden = small_cells(people);
    for (std::size_t index = 0; index < told.size(); ++index) {
        if (hidden[index]) told[index].counts.reset();
    }
    return told;
}

std::optional<Consensus> college_consensus(Board const& board, Tally const& tally)
{
    constexpr auto support = scale_of(Method::Opinion).level(Choice::Support);
    std::vector<Agreement> told;
    for (auto const& college : by_college(board, tally)) {
        if (college.counts)
            told.push_back({college.counts->at(support), expressed(*college.counts)});
    }
    if (told.size() < 2) return std::nullopt;
    return consensus(told);
}

} // namespace koudmen::board
