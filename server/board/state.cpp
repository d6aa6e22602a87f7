#include "board/state.hpp"

#include <algorithm>

namespace koudmen::board {

void Accepted::add(Operation operation)
{
    if (operation > highest) {
        auto const step = operation.value - highest.value;
        before = step < 64 ? before << step : 0;
        // The former highest is now one of those before, unless there was none.
        if (highest.value > 0 && step <= 64) before |= std::uint64_t{1} << (step - 1);
        highest = operation;
        return;
    }
    auto const below = highest.value - operation.value;
    if (below > 0 && below <= 64) before |= std::uint64_t{1} << (below - 1);
}

bool Accepted::has(Operation operation) const
{
    if (operation > highest || operation.value == 0) return false;
    auto const below = highest.value - operation.value;
    if (below == 0) return true;
    return below <= 64 && ((before >> (below - 1)) & 1) != 0;
}

Switches usual_switches(Phase phase)
{
    switch (phase) {
    case Phase::Collect: return {.propose = true, .comment = true, .vote = false, .results = true};
    case Phase::Moderate:
        return {.propose = false, .comment = false, .vote = false, .results = true};
    case Phase::Discuss: return {.propose = false, .comment = true, .vote = false, .results = true};
    case Phase::Vote: return {.propose = false, .comment = true, .vote = true, .results = true};
    case Phase::Reveal: return {.propose = false, .comment = true, .vote = false, .results = true};
    case Phase::Closed: return {.propose = false, .comment = false, .vote = false, .results = true};
    }
    return {};
}

bool is_public(ProposalStatus status)
{
    switch (status) {
    case ProposalStatus::Published:
    case ProposalStatus::Adopted:
    case ProposalStatus::AdoptedWithChanges:
    case ProposalStatus::ToStudy:
    case ProposalStatus::NotRetained:
    case ProposalStatus::Merged: return true;
    case ProposalStatus::Submitted:
    case ProposalStatus::Returned:
    case ProposalStatus::Declined:
    case ProposalStatus::Withdrawn: return false;
    }
    return false;
}

bool is_trusted(Board const& board, Participant const& participant)
{
    if (participant.trusted) return *participant.trusted;
    auto const& own = participant.proposals;
    return board.settings.trusts_after_first &&
           std::any_of(own.begin(), own.end(),
                       [&](ProposalId const& id) { return board.proposals.at(id).seen; });
}

Step const* Agenda::find(StepId const& id) const
{
    auto const found =
        std::find_if(steps.begin(), steps.end(), [&](Step const& step) { return step.id == id; });
    return found == steps.end() ? nullptr : &*found;
}

StepState Agenda::state(StepId const& id) const
{
    auto const known = states.find(id);
    return known == states.end() ? StepState::Waiting : known->second;
}

bool operator==(Rehearsal const& one, Rehearsal const& other)
{
    return one.since == other.since &&
           (one.before == other.before ||
            (one.before && other.before && *one.before == *other.before));
}

bool reopens(Board const& board, Phase phase)
{
    if (phase == Phase::Closed || phase == board.phase) return false;
    return board.phase == Phase::Closed || board.left[static_cast<std::size_t>(phase)];
}

Table const* table_of(Board const& board, ParticipantNumber participant)
{
    auto const found =
        std::find_if(board.tables.begin(), board.tables.end(),
                     [&](Table const& table) { return table.participant == participant; });
    return found == board.tables.end() ? nullptr : &*found;
}

CollegeId const& college_of(Board const& board, Proposal const& proposal)
{
    if (proposal.source) return proposal.source->college;
    return board.participants.at(proposal.author).college;
}

std::size_t people(Board const& board)
{
    return board.participants.size() - board.tables.size();
}

bool is_adopted(ProposalStatus status)
{
    return status == ProposalStatus::Adopted || status == ProposalStatus::AdoptedWithChanges;
}

bool is_told(Board const& board, Commitment const& commitment)
{
    return commitment.standing && is_adopted(board.proposals.at(commitment.id.proposal).status);
}

Ballot const* open_ballot(Board const& board)
{
    for (auto const& [id, ballot] : board.ballots) {
        if (ballot.state == BallotState::Open) return &ballot;
    }
    return nullptr;
}

std::optional<Actor> member(Board const& board, CredentialHash const& credential)
{
    auto const known = board.members.find(credential);
    if (known == board.members.end()) return std::nullopt;
    return known->second;
}

} // namespace koudmen::board
