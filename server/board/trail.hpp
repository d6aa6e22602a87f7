#pragma once

#include "board/event.hpp"
#include "board/state.hpp"

#include <optional>

namespace koudmen::board {

// Notes what a badge was just used for, where the event is a deed of somebody who has one.
void trace(Board& board, Recorded const& recorded);

// By which channel somebody last said what still stands in a ballot; nothing when nothing does.
std::optional<Channel> last_channel(Voter const& voter);

} // namespace koudmen::board
