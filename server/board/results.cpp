#include "board/results.hpp"

#include "board/limits.hpp"
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
    std::vector<std::size_t> by_size; // Indexes into `told`, fewest voters first.
    for (auto const& college : board.colleges) {
        auto const known = tally.colleges.find(college.id);
        if (known == tally.colleges.end() || expressed(known->second) == 0) continue;
        by_size.push_back(told.size());
        told.push_back({college.id, known->second});
    }
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t one, std::size_t other) {
        return expressed(*told[one].counts) < expressed(*told[other].counts);
    });

    std::uint64_t hidden_people = 0;
    std::size_t hidden = 0;
    for (auto const index : by_size) {
        auto const people = expressed(*told[index].counts);
        bool const covered = hidden == 0 || (hidden >= 2 && hidden_people >= small_cell_min);
        if (people >= small_cell_min && covered) break;
        told[index].counts.reset();
        hidden_people += people;
        ++hidden;
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
