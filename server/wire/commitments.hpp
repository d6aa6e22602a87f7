#pragma once

#include "board/state.hpp"
#include "protocol/messages.hpp"

// Inside of wire/: what is said of institutions and their commitments, both ways.
namespace koudmen::wire {

board::Pledge pledge_of(protocol::Pledge const& told);
board::ProgressReport report_of(protocol::ProgressReport const& told);

protocol::Institution told(board::Institution const& institution);

// The commitment as everybody may know it, or with what waits for the facilitator.
enum class Waiting { Left, Told };
protocol::Commitment told(board::Board const& board, board::Commitment const& commitment,
                          Waiting waiting);

} // namespace koudmen::wire
