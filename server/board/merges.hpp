#pragma once

#include "board/state.hpp"

#include <optional>
#include <vector>

// What merging proposals does to the choices in a ballot. A proposal that others were merged into stands
// for them all; they are its parts, and may have parts themselves.
//
// A ballot counts a part's choices with the whole's once it has joined it: a ballot that was open when
// they were merged, or was reopened later, and covers both. What anybody said of each of them is kept as
// they said it, aside, and the choice that counts is made of it:
//
// - What a person said of the whole after the merging stands alone. Else it is made of what they said
//   of the whole and of each part they did not leave, a part's own parts first.
// - Opinion: the same opinions are that one; different ones are none, so that the person is asked again.
// - Approval: a mark on any is a mark.
// - Dots: their sum, up to the cap; the surplus is the person's again.
// - Grades: the one given last.
//
// Undoing forgets nothing and invents nothing: each choice is what it was, and what was said of the
// whole since is the whole's. Where that is now more than the ballot's terms give a person, what they
// said last since the merging is taken back until it is not.
namespace koudmen::board {

// Whether the room sees the proposal and it stands by itself: what may be voted on, commented, shown,
// decided and merged into.
bool is_standing(ProposalStatus status);

// The proposal that stands for this one: itself, or what it was merged into in the end.
ProposalId standing_for(Board const& board, ProposalId proposal);

// The parts of a proposal and theirs, without itself.
std::vector<ProposalId> parts_of(Board const& board, ProposalId const& proposal);

// Whether the ballot counts this part's choices with the whole's.
bool is_joined(Ballot const& ballot, ProposalId const& part);

// Whether what a person said of a part counts for the whole: they said something of it, did not leave,
// and said nothing of the whole since.
bool counts_for_whole(Board const& board, Ballot const& ballot, ProposalId const& part,
                      ParticipantNumber person);

// --- For apply(). Each returns whether the ballot is another.

// Joins a part whose merging the ballot covers, and makes the choices that count.
bool join(Board const& board, Ballot& ballot, ProposalId const& part, Position at);

// Takes a part out that is joined no more: `whole` is what it was merged into, since `merged_at`.
bool part_again(Board const& board, Ballot& ballot, ProposalId const& part, ProposalId const& whole,
                Position merged_at, Position at);

// A person's choice on this part counts for the whole no more.
bool leave(Board const& board, Ballot& ballot, ProposalId const& part, ParticipantNumber person,
           Position at);

// Keeps aside what a person has just said of a proposal that has joined parts.
void keep_said(Board const& board, Ballot& ballot, ProposalId const& proposal,
               ParticipantNumber person);

} // namespace koudmen::board
