#include "board/apply_commitments.hpp"

#include "base/check.hpp"

#include <utility>

namespace koudmen::board {

namespace {

void touch(Board& board, CommitmentId const& id, Position position)
{
    board.changes.touch(
        {.part = Part::Commitment, .proposal = id.proposal, .institution = id.institution},
        position);
}

Commitment& known(Board& board, CommitmentId const& id)
{
    auto const found = board.commitments.find(id);
    check(found != board.commitments.end(), "an event speaks only of what its board has");
    return found->second;
}

} // namespace

void apply(Board& board, InstitutionInvited const& event, Position position)
{
    board.institutions.emplace(
        event.institution, Institution{event.institution, event.name, event.credential, false, {}});
    board.members.emplace(event.credential, Actor{Role::Institution, {}, event.institution});
    board.changes.touch({.part = Part::Institution, .institution = event.institution}, position);
}

void apply(Board& board, InstitutionRevoked const& event, Position position)
{
    auto const found = board.institutions.find(event.institution);
    check(found != board.institutions.end(), "an event speaks only of what its board has");
    found->second.revoked = true;
    board.members.erase(found->second.credential);
    board.changes.touch({.part = Part::Institution, .institution = event.institution}, position);
}

void apply(Board& board, CommitmentOffered const& event, Position position)
{
    CommitmentId const id{event.proposal, event.institution};
    auto& commitment = board.commitments[id];
    commitment.id = id;
    commitment.waiting = event.pledge;
    ++commitment.revision;
    touch(board, id, position);
}

void apply(Board& board, CommitmentConfirmed const& event, Position position, Moment at)
{
    auto& commitment = known(board, {event.proposal, event.institution});
    if (event.confirmed) {
        commitment.standing = std::exchange(commitment.waiting, std::nullopt);
        commitment.confirmed_at = at;
        commitment.stood = true;
    } else {
        // A newer answer that waits already stays the one to confirm.
        auto const stood = std::exchange(commitment.standing, std::nullopt);
        if (!commitment.waiting) commitment.waiting = stood;
        commitment.confirmed_at.reset();
    }
    commitment.told = position;
    touch(board, commitment.id, position);
}

void apply(Board& board, ProgressReported const& event, Position position, Moment at)
{
    auto& commitment = known(board, {event.proposal, event.institution});
    commitment.progress.push_back({at, event.report});
    commitment.told = position;
    touch(board, commitment.id, position);
}

void touch_commitments(Board& board, ProposalId const& proposal, Position position)
{
    for (auto entry = board.commitments.lower_bound({proposal, {}});
         entry != board.commitments.end() && entry->first.proposal == proposal; ++entry) {
        entry->second.told = position;
        touch(board, entry->first, position);
    }
}

} // namespace koudmen::board
