#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/state.hpp"
#include "journal/journal.hpp"

namespace koudmen::journal {

// Brings a board up to date with all events of the journal after its position, page by page. Starts
// from an empty board, or from a snapshot.
Result<board::Board, Fault> replay(Journal& journal, BoardCode const& code, board::Board from);

} // namespace koudmen::journal
