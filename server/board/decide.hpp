#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "board/command.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

#include <optional>
#include <vector>

// Every rule of the product: what a command makes happen, or why not. No clock, no randomness, no
// input or output; the same arguments give the same answer.
namespace koudmen::board {

using Decided = Result<std::vector<Event>, Refusal>;

// Opens a board. There must be none yet: `board` is a fresh value.
Decided decide(Board const& board, CreateBoard const& command);

// Makes somebody a participant, or moves one whose badge this is. No events when the credential has
// already joined.
Decided decide(Board const& board, JoinBoard const& command);

// Adds badges to the board, by its facilitator.
Decided decide(Board const& board, IssueBadges const& command);

// Adds a helper's link, or ends one. A revoked one joins nobody and records nothing any more.
Decided decide(Board const& board, IssueHelper const& command);
Decided decide(Board const& board, RevokeHelper const& command);

// Whether the desk may see the helpers' links, or the trail of this badge. Never an event.
Decided decide(Board const& board, ListHelpers const& command);
Decided decide(Board const& board, LookAtBadge const& command);

// Adds a table to the board, by its facilitator.
Decided decide(Board const& board, AddTable const& command);

// Lets an institution answer the room. Only the facilitator may, whose credential is in it.
Decided decide(Board const& board, InviteInstitution const& command);

// What a seated member's command makes happen. No events when all is already as wanted.
Decided decide(Board const& board, Actor const& actor, Moment now, Command const& command);

// A device's command in full: first whether this operation was already accepted (done again: no
// events), came too late (superseded), or was made in a rehearsal that is over; then decide(). An
// accepted command without effect becomes a Noted event, so that the operation is remembered.
//
// `told` is how far the device had been told when the command was made, where it says so.
Decided consider(Board const& board, Stamp const& by, Moment now, Command const& command,
                 std::optional<Position> told = {});

// The proposal that a moderator treats with this command, if it is such a command: one that another
// moderator's reading it keeps back.
std::optional<ProposalId> treats(Command const& command);

} // namespace koudmen::board
