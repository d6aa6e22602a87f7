#include "board/permissions.hpp"

#include "base/check.hpp"

#include <array>
#include <type_traits>

namespace koudmen::board {

namespace {

using Row = std::array<Need, words<Role>.size()>;

constexpr auto no = Need::Never;
constexpr auto yes = Need::Always;
constexpr auto open = Need::Open;

// What one command needs of each role.
template <class Asked>
struct For {
    Row needs;
};

// The table, whose rows stand in the order of the commands or do not compile.
template <class... Asked>
consteval std::array<Row, sizeof...(Asked)> in_order(For<Asked>... rows)
{
    static_assert(std::is_same_v<std::variant<Asked...>, Command>);
    return {rows.needs...};
}

// clang-format off
constexpr auto table = in_order(
    //                        participant  moderator  facilitator  screen  observer  helper  institution
    // What is not said of a role, it may not.
    For<Introduce>          {{open, no, no, no, no}},
    For<SubmitProposal>     {{Need::Proposing, no, no, no, no}},
    For<EditProposal>       {{open, no, no, no, no}},
    For<WithdrawProposal>   {{open, no, no, no, no}},
    For<CastChoice>         {{Need::Voting, no, no, no, no}},
    For<SubmitComment>      {{Need::Commenting, no, no, no, no, no, open}},
    For<PublishProposal>    {{no, open, open, no, no}},
    For<ReturnProposal>     {{no, open, open, no, no}},
    For<DeclineProposal>    {{no, open, open, no, no}},
    For<RequeueProposal>    {{no, open, open, no, no}},
    For<HideComment>        {{no, open, open, no, no}},
    For<OpenPhase>          {{no, no, yes, no, no}},
    For<ConfigurePhase>     {{no, no, yes, no, no}},
    For<OpenBallot>         {{no, no, open, no, no}},
    For<CloseBallot>        {{no, no, open, no, no}},
    For<ReopenBallot>       {{no, no, open, no, no}},
    For<RevealBallot>       {{no, no, open, no, no}},
    For<Show>               {{no, no, yes, no, no}},
    For<StartTimer>         {{no, no, yes, no, no}},
    For<StopTimer>          {{no, no, yes, no, no}},
    For<DecideProposal>     {{no, no, open, no, no}},
    For<RewordProposal>     {{no, open, open, no, no}},
    For<RestoreProposal>    {{no, open, open, no, no}},
    For<ConfigureModeration>{{no, no, yes, no, no}},
    For<TrustParticipant>   {{no, open, open, no, no}},
    For<MuteParticipant>    {{no, open, open, no, no}},
    For<MergeProposal>      {{no, open, open, no, no}},
    For<UnmergeProposal>    {{no, open, open, no, no}},
    For<LeaveMerge>         {{Need::Voting, no, no, no, no}},
    For<RecordPaper>        {{no, no, open, no, no, open}},
    For<SendMessage>        {{no, no, yes, no, no}},
    For<SetAgenda>          {{no, no, yes, no, no}},
    For<PlayStep>           {{no, no, open, no, no}},
    For<PauseStep>          {{no, no, yes, no, no}},
    For<EndStep>            {{no, no, yes, no, no}},
    For<SkipStep>           {{no, no, yes, no, no}},
    For<ArrangeScreens>     {{no, no, yes, no, no}},
    For<StartRehearsal>     {{no, no, open, no, no}},
    For<PurgeRehearsal>     {{no, no, yes, no, no}},
    For<SendUp>             {{open, no, no, no, no}},
    For<RevokeInstitution>  {{no, no, yes, no, no}},
    For<OfferCommitment>    {{no, no, no, no, no, no, open}},
    For<ConfirmCommitment>  {{no, no, open, no, no}},
    For<ReportProgress>     {{no, no, no, no, no, no, yes}});
// clang-format on

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
