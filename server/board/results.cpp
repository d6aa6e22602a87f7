#include "board/results.hpp"

#include "board/limits.hpp"
#include "board/methods.hpp"

#include <algorithm>
#include <cmath>

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

std::uint64_t wilson_lower_bound(Counts const& counts)
{
    constexpr double z = 1.96;
    constexpr double parts = 10'000;
    constexpr auto scale = scale_of(Method::Opinion);
    auto const support = static_cast<double>(counts.at(scale.level(Choice::Support)));
    auto const oppose = static_cast<double>(counts.at(scale.level(Choice::Oppose)));
    auto const n = support + oppose;
    if (n == 0) return 0;
    auto const p = support / n;
    auto const margin = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    auto const bound = (p + z * z / (2 * n) - margin) / (1 + z * z / n);
    return static_cast<std::uint64_t>(std::max(0.0, std::floor(bound * parts + 0.5)));
}

} // namespace koudmen::board
