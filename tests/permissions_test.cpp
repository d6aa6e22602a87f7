#include "board/permissions.hpp"
#include "support/board_maker.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

// Written out by hand, cell by cell, so that a slip in the server's table is not repeated here.

namespace {

constexpr std::size_t role_count = words<Role>.size();
constexpr std::size_t command_count = std::variant_size_v<Command>;

// A letter for each phase in which it may be done: Collect, Moderate, Discuss, Vote, Reveal, closed X.
constexpr std::string_view phase_letters = "CMDVRX";
static_assert(phase_letters.size() == phase_count);

struct Row {
    std::string_view command;
    // participant, moderator, facilitator, screen, observer, helper, institution; with the usual switches. What is
    // not said of a role, it may not.
    std::array<std::string_view, role_count> phases;
};

constexpr std::array<Row, command_count> grid{{
    {"Introduce", {"CMDVR.", "......", "......", "......", "......"}},
    {"SubmitProposal", {"C.....", "......", "......", "......", "......"}},
    {"EditProposal", {"CMDVR.", "......", "......", "......", "......"}},
    {"WithdrawProposal", {"CMDVR.", "......", "......", "......", "......"}},
    {"CastChoice", {"...V..", "......", "......", "......", "......"}},
    {"SubmitComment", {"C.DVR.", "......", "......", "......", "......", "......", "CMDVR."}},
    {"PublishProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"ReturnProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"DeclineProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"RequeueProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"HideComment", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"OpenPhase", {"......", "......", "CMDVRX", "......", "......"}},
    {"ConfigurePhase", {"......", "......", "CMDVRX", "......", "......"}},
    {"OpenBallot", {"......", "......", "CMDVR.", "......", "......"}},
    {"CloseBallot", {"......", "......", "CMDVR.", "......", "......"}},
    {"ReopenBallot", {"......", "......", "CMDVR.", "......", "......"}},
    {"RevealBallot", {"......", "......", "CMDVR.", "......", "......"}},
    {"Show", {"......", "......", "CMDVRX", "......", "......"}},
    {"StartTimer", {"......", "......", "CMDVRX", "......", "......"}},
    {"StopTimer", {"......", "......", "CMDVRX", "......", "......"}},
    {"DecideProposal", {"......", "......", "CMDVR.", "......", "......"}},
    {"RewordProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"RestoreProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"ConfigureModeration", {"......", "......", "CMDVRX", "......", "......"}},
    {"TrustParticipant", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"MuteParticipant", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"MergeProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"UnmergeProposal", {"......", "CMDVR.", "CMDVR.", "......", "......"}},
    {"LeaveMerge", {"...V..", "......", "......", "......", "......"}},
    {"RecordPaper", {"......", "......", "CMDVR.", "......", "......", "CMDVR."}},
    {"SendMessage", {"......", "......", "CMDVRX", "......", "......"}},
    {"SetAgenda", {"......", "......", "CMDVRX", "......", "......"}},
    {"PlayStep", {"......", "......", "CMDVR.", "......", "......"}},
    {"PauseStep", {"......", "......", "CMDVRX", "......", "......"}},
    {"EndStep", {"......", "......", "CMDVRX", "......", "......"}},
    {"SkipStep", {"......", "......", "CMDVRX", "......", "......"}},
    {"ArrangeScreens", {"......", "......", "CMDVRX", "......", "......"}},
    {"StartRehearsal", {"......", "......", "CMDVR.", "......", "......"}},
    {"PurgeRehearsal", {"......", "......", "CMDVRX", "......", "......"}},
    {"SendUp", {"CMDVR.", "......", "......", "......", "......"}},
    {"RevokeInstitution", {"......", "......", "CMDVRX", "......", "......"}},
    {"OfferCommitment", {"......", "......", "......", "......", "......", "......", "CMDVR."}},
    {"ConfirmCommitment", {"......", "......", "CMDVR.", "......", "......"}},
    {"ReportProgress", {"......", "......", "......", "......", "......", "......", "CMDVRX"}},
}};

template <std::size_t... index>
std::array<Command, command_count> one_of_each(std::index_sequence<index...>)
{
    return {Command{std::in_place_index<index>}...};
}

// Empty commands, in the order of the variant.
std::array<Command, command_count> const commands =
    one_of_each(std::make_index_sequence<command_count>{});

Actor actor(Role role)
{
    Actor acting{role, {role == Role::Participant ? 1U : 0U}};
    if (role == Role::Institution) acting.institution = InstitutionNumber{1};
    return acting;
}

bool about_permission(RefusalWord word)
{
    return word == RefusalWord::NotAllowed || word == RefusalWord::PhaseForbids ||
           word == RefusalWord::BoardClosed;
}

// What forbids the command, or nothing where its own rules have the next word.
std::optional<RefusalWord> what_forbids(Board const& board, Role role, Command const& command)
{
    auto const decided = decide(board, actor(role), Moment{1'734'091'200'000}, command);
    if (decided || !about_permission(decided.error().word)) return std::nullopt;
    CHECK(decided.error() == refusal(decided.error().word)); // No field is at fault.
    return decided.error().word;
}

BoardMaker board_in(Phase phase)
{
    BoardMaker maker;
    maker.join();
    maker.invite("CTM");
    maker.done(facilitator, OpenPhase{phase});
    return maker;
}

Switches switches_of(unsigned bits)
{
    return {.propose = (bits & 1U) != 0,
            .comment = (bits & 2U) != 0,
            .vote = (bits & 4U) != 0,
            .results = (bits & 8U) != 0};
}

} // namespace

TEST_CASE("P1: each role may do in each phase what the grid says and nothing else", "[permissions]")
{
    std::size_t allowed = 0;
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        auto const maker = board_in(static_cast<Phase>(phase));
        for (std::size_t command = 0; command < command_count; ++command) {
            for (std::size_t role = 0; role < role_count; ++role) {
                INFO(grid[command].command << " by " << words<Role>[role] << " in "
                                           << words<Phase>[phase]);
                bool const expected =
                    grid[command].phases[role].find(phase_letters[phase]) != std::string_view::npos;
                auto const forbids =
                    what_forbids(maker.board, static_cast<Role>(role), commands[command]);
                CHECK(forbids.has_value() != expected);
                allowed += expected ? 1 : 0;
            }
        }
    }
    CHECK(allowed == 287);
}

TEST_CASE("P2: what is forbidden is refused with the role, the phase or the end as its reason",
          "[permissions]")
{
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        auto const maker = board_in(static_cast<Phase>(phase));
        for (std::size_t command = 0; command < command_count; ++command) {
            for (std::size_t role = 0; role < role_count; ++role) {
                INFO(grid[command].command << " by " << words<Role>[role] << " in "
                                           << words<Phase>[phase]);
                auto const& cell = grid[command].phases[role];
                auto const forbids =
                    what_forbids(maker.board, static_cast<Role>(role), commands[command]);
                if (!forbids) continue;
                bool const ever = cell.find_first_not_of('.') != std::string_view::npos;
                bool const closed = static_cast<Phase>(phase) == Phase::Closed;
                CHECK(*forbids == (!ever    ? RefusalWord::NotAllowed
                                   : closed ? RefusalWord::BoardClosed
                                            : RefusalWord::PhaseForbids));
            }
        }
    }
}

TEST_CASE("P3: a phase's switches open what participants do, in any phase but closed",
          "[permissions]")
{
    constexpr unsigned combinations = 16;
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        bool const closed = static_cast<Phase>(phase) == Phase::Closed;
        auto maker = board_in(static_cast<Phase>(phase));
        for (unsigned bits = 0; bits < combinations; ++bits) {
            auto const switches = switches_of(bits);
            maker.done(facilitator, ConfigurePhase{static_cast<Phase>(phase), switches});
            INFO(words<Phase>[phase] << " with switches " << bits);
            auto const open = [&](Command const& command) {
                return !what_forbids(maker.board, Role::Participant, command);
            };
            CHECK(open(SubmitProposal{}) == (switches.propose && !closed));
            CHECK(open(SubmitComment{}) == (switches.comment && !closed));
            CHECK(open(CastChoice{}) == (switches.vote && !closed));
            // Nothing else depends on them, whoever asks.
            for (std::size_t command = 0; command < command_count; ++command) {
                for (std::size_t role = 0; role < role_count; ++role) {
                    if (role == 0 && grid[command].phases[0] != "CMDVR.") continue;
                    INFO(grid[command].command << " by " << words<Role>[role]);
                    bool const usual =
                        grid[command].phases[role].find(phase_letters[phase]) != std::string::npos;
                    CHECK(what_forbids(maker.board, static_cast<Role>(role), commands[command])
                              .has_value() != usual);
                }
            }
        }
    }
}

TEST_CASE("P4: who may not do a thing learns nothing of what there is", "[permissions]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    auto const queued = maker.submit(ana, "queued");
    auto const ballot = id<BallotId>("ballot");
    for (auto const role : {Role::Screen, Role::Observer}) {
        for (auto const& proposal : {queued, id<ProposalId>("nowhere")}) {
            CHECK(what_forbids(maker.board, role, EditProposal{proposal, "x", "", {"inclusion"}}) ==
                  RefusalWord::NotAllowed);
            CHECK(what_forbids(maker.board, role, PublishProposal{proposal}) ==
                  RefusalWord::NotAllowed);
            CHECK(what_forbids(maker.board, role, CastChoice{ballot, proposal, Choice::Support}) ==
                  RefusalWord::NotAllowed);
        }
    }
    // A participant who may vote nowhere now is told of the phase before any ballot or proposal.
    CHECK(what_forbids(maker.board, Role::Participant,
                       CastChoice{ballot, queued, Choice::Support}) == RefusalWord::PhaseForbids);
}
