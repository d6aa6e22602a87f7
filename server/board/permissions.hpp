#pragma once

#include "board/command.hpp"
#include "board/state.hpp"

#include <optional>

namespace koudmen::board {

// What must hold for a role to give a command.
enum class Need {
    Never,      // This role may not.
    Always,     // In any phase.
    Open,       // In any phase but closed.
    Proposing,  // While the phase lets participants propose.
    Commenting, // While the phase lets them comment.
    Voting      // While the phase lets them vote.
};

// The table: what a role needs for a command. The commands are numbered as in the variant.
Need need(std::size_t command_index, Role role);

// The refusal that the table and the phase give this role for this command, if any. It says nothing
// of the command's own rules (whose proposal, which ballot).
std::optional<Refusal> forbidden(Board const& board, Role role, Command const& command);

} // namespace koudmen::board
