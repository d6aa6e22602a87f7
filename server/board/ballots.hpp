#pragma once

#include "board/state.hpp"

#include <optional>

// How a ballot changes with the choices in it.
namespace koudmen::board {

// A ballot's tally before anybody chose.
Tally empty_tally(Method method);

// Makes this what the person says of a proposal of the ballot, in place of what they said before; its
// tally, the person's standing choices and the turnout follow. Whether the turnout is another.
bool set_choice(Ballot& ballot, ProposalId const& proposal, Participant const& person,
                std::optional<Choice> choice, Position at, Channel channel);

} // namespace koudmen::board
