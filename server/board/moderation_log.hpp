#pragma once

#include "board/state.hpp"

#include <optional>

namespace koudmen::board {

// What the log of moderation says of an event that was just applied: nothing unless the desk did it.
std::optional<Moderated> moderated(Board const& board, Recorded const& recorded);

} // namespace koudmen::board
