#include "board/permissions.hpp"

#include "base/check.hpp"

#include <array>

namespace koudmen::board {

namespace {

using Row = std::array<Need, words<Role>.size()>;

constexpr auto no = Need::Never;
constexpr auto yes = Need::Always;
constexpr auto open = Need::Open;

// A row for each command, in the order of the variant.
constexpr std::array<Row, std::variant_size_v<Command>> table{{
    //                     participant       moderator  facilitator  screen  observer  helper
    // What is not said of a role, it may not.
    /* Introduce        */ {open, no, no, no, no},
    /* SubmitProposal   */ {Need::Proposing, no, no, no, no},
    /* EditProposal     */ {open, no, no, no, no},
    /* WithdrawProposal */ {open, no, no, no, no},
    /* CastChoice       */ {Need::Voting, no, no, no, no},
    /* SubmitComment    */ {Need::Commenting, no, no, no, no},
    /* PublishProposal  */ {no, open, open, no, no},
    /* ReturnProposal   */ {no, open, open, no, no},
    /* DeclineProposal  */ {no, open, open, no, no},
    /* RequeueProposal  */ {no, open, open, no, no},
    /* HideComment      */ {no, open, open, no, no},
    /* OpenPhase        */ {no, no, yes, no, no},
    /* ConfigurePhase   */ {no, no, yes, no, no},
    /* OpenBallot       */ {no, no, open, no, no},
    /* CloseBallot      */ {no, no, open, no, no},
    /* ReopenBallot     */ {no, no, open, no, no},
    /* RevealBallot     */ {no, no, open, no, no},
    /* Show             */ {no, no, yes, no, no},
    /* StartTimer       */ {no, no, yes, no, no},
    /* StopTimer        */ {no, no, yes, no, no},
    /* DecideProposal   */ {no, no, open, no, no},
    /* RewordProposal   */ {no, open, open, no, no},
    /* RestoreProposal  */ {no, open, open, no, no},
    /* ConfigureModeration */ {no, no, yes, no, no},
    /* TrustParticipant */ {no, open, open, no, no},
    /* MuteParticipant  */ {no, open, open, no, no},
    /* MergeProposal    */ {no, open, open, no, no},
    /* UnmergeProposal  */ {no, open, open, no, no},
    /* LeaveMerge       */ {Need::Voting, no, no, no, no},
    /* RecordPaper      */ {no, no, open, no, no, open},
}};

bool met(Need need, Board const& board)
{
    bool const closed = board.phase == Phase::Closed;
    switch (need) {
    case Need::Never: return false;
    case Need::Always: return true;
    case Need::Open: return !closed;
    case Need::Proposing: return !closed && board.now().propose;
    case Need::Commenting: return !closed && board.now().comment;
    case Need::Voting: return !closed && board.now().vote;
    }
    return false;
}

} // namespace

Need need(std::size_t command_index, Role role)
{
    check(command_index < table.size(), "every command has a row in the permission table");
    return table[command_index][static_cast<std::size_t>(role)];
}

std::optional<Refusal> forbidden(Board const& board, Role role, Command const& command)
{
    auto const needed = need(command.index(), role);
    if (met(needed, board)) return std::nullopt;
    if (needed == Need::Never) return Refusal{RefusalWord::NotAllowed, {}, {}};
    if (board.phase == Phase::Closed) return Refusal{RefusalWord::BoardClosed, {}, {}};
    return Refusal{RefusalWord::PhaseForbids, {}, {}};
}

} // namespace koudmen::board
