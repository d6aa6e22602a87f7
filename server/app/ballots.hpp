#pragma once

#include "board/state.hpp"

#include <iosfwd>

namespace koudmen::app {

// Writes every standing choice of every ballot as CSV (RFC 4180): ballot, proposal, pseudonym,
// choice, in an order that does not depend on who came first. A pseudonym differs from ballot to
// ballot; the person it stands for can work it out from their own credential, and nobody else can
// without the store.
void write_ballots(board::Board const& board, std::ostream& out);

} // namespace koudmen::app
