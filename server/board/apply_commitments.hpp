#pragma once

#include "board/event.hpp"
#include "board/state.hpp"

// Inside of apply(): what the events of institutions make of a board.
namespace koudmen::board {

void apply(Board& board, InstitutionInvited const& event, Position position);
void apply(Board& board, InstitutionRevoked const& event, Position position);
void apply(Board& board, CommitmentOffered const& event, Position position);
void apply(Board& board, CommitmentConfirmed const& event, Position position, Moment at);
void apply(Board& board, ProgressReported const& event, Position position, Moment at);

// Marks all commitments on this proposal as changed: what is told of them follows its status.
void touch_commitments(Board& board, ProposalId const& proposal, Position position);

} // namespace koudmen::board
