#pragma once

#include "board/state.hpp"

#include <cstddef>
#include <iosfwd>

namespace koudmen::app {

// Writes every standing choice of every ballot whose results are shown as CSV (RFC 4180): ballot, proposal, pseudonym,
// choice, in an order that does not depend on who came first. A pseudonym differs from ballot to
// ballot; the person it stands for can work it out from their own credential, and nobody else can
// without the store. Returns how many ballots were left out: what the room may not see yet, the
// operator is not told either.
std::size_t write_ballots(board::Board const& board, std::ostream& out);

} // namespace koudmen::app
