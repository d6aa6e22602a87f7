#pragma once

#include "base/clock.hpp"
#include "board/command.hpp"
#include "board/state.hpp"

#include <optional>

// What is known of a participant's command before it is given, and once it was: for pages that offer
// only what would be taken. The same rules as decide()'s.
namespace koudmen::board {

// Whether what a participant's command asks stands already, whatever may be asked now. A form that is
// sent again is done where it does, and says something else where it does not.
bool stands(Board const& board, Actor const& actor, Command const& command);

// Why a participant cannot hand in a proposal now, or correct this one, whatever the words; if so.
std::optional<Refusal> cannot_propose(Board const& board, Actor const& actor);
std::optional<Refusal> cannot_correct(Board const& board, Actor const& actor, Moment now,
                                      ProposalId const& proposal);

} // namespace koudmen::board
