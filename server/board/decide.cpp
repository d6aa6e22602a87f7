#include "board/decide.hpp"

#include "base/check.hpp"
#include "board/asking.hpp"
#include "board/deciding.hpp"
#include "board/limits.hpp"
#include "board/permissions.hpp"

namespace koudmen::board {

namespace {

std::size_t devices_of(Board const& board, Actor const& actor)
{
    std::size_t count = 0;
    for (auto device = board.devices.lower_bound({actor, DeviceId{}});
         device != board.devices.end() && device->first.actor == actor; ++device) {
        ++count;
    }
    return count;
}

// Why this actor cannot ask this at all now, if so.
std::optional<Refusal> barred(Board const& board, Actor const& actor, Command const& command)
{
    if (auto refusal = forbidden(board, actor.role, command)) return refusal;
    // A table has no voice, and the name it was given.
    bool const for_people = std::holds_alternative<SubmitProposal>(command) ||
                            std::holds_alternative<CastChoice>(command) ||
                            std::holds_alternative<SubmitComment>(command) ||
                            std::holds_alternative<Introduce>(command);
    if (for_people && table_of(board, actor.participant)) return refuse(RefusalWord::NotAllowed);
    // A device that came in before the link was taken back.
    if (actor.institution && board.institutions.at(*actor.institution).revoked) {
        return refuse(RefusalWord::NotAllowed);
    }
    return std::nullopt;
}

} // namespace

Participant const& Deciding::me() const
{
    auto const found = board_.participants.find(actor_.participant);
    check(found != board_.participants.end(), "a participant who acts has joined");
    return found->second;
}

Proposal const* Deciding::find(ProposalId const& id) const
{
    auto const found = board_.proposals.find(id);
    return found == board_.proposals.end() ? nullptr : &found->second;
}

Ballot const* Deciding::find(BallotId const& id) const
{
    auto const found = board_.ballots.find(id);
    return found == board_.ballots.end() ? nullptr : &found->second;
}

Decided decide(Board const& board, Actor const& actor, Moment now, Command const& command)
{
    if (auto refusal = barred(board, actor, command)) return unexpected(*refusal);
    return std::visit(Deciding{board, actor, now}, command);
}

bool stands(Board const& board, Actor const& actor, Command const& command)
{
    Deciding const deciding{board, actor, {}};
    return std::visit(
        [&](auto const& asked) {
            if constexpr (requires { deciding.stands(asked); })
                return deciding.stands(asked);
            else
                return false;
        },
        command);
}

std::optional<Refusal> cannot_propose(Board const& board, Actor const& actor)
{
    if (auto refusal = barred(board, actor, SubmitProposal{})) return refusal;
    return Deciding{board, actor, {}}.cannot_propose();
}

std::optional<Refusal> cannot_correct(Board const& board, Actor const& actor, Moment now,
                                      ProposalId const& proposal)
{
    if (auto refusal = barred(board, actor, EditProposal{})) return refusal;
    return Deciding{board, actor, now}.cannot_correct(proposal);
}

std::optional<ProposalId> treats(Command const& command)
{
    return std::visit(
        [](auto const& asked) -> std::optional<ProposalId> {
            if constexpr (requires { asked.from; }) return asked.proposal;
            return std::nullopt;
        },
        command);
}

Decided consider(Board const& board, Stamp const& by, Moment now, Command const& command,
                 std::optional<Position> told)
{
    // The board could not remember it.
    if (by.operation.value == 0) return unexpected(refuse(RefusalWord::Malformed, "operation"));
    auto const device = board.devices.find({by.actor, by.device});
    if (device == board.devices.end()) {
        bool const person = by.actor.participant.value > 0;
        auto const most = person ? devices_per_member_max : devices_per_role_max;
        if (devices_of(board, by.actor) >= most) {
            return unexpected(refuse(RefusalWord::TooManyDevices, "device", most));
        }
    } else {
        if (device->second.has(by.operation)) return Events{};
        if (by.operation < device->second.highest) {
            return unexpected(refuse(RefusalWord::Superseded, "operation"));
        }
    }
    if (told && *told < board.voided) return unexpected(refuse(RefusalWord::RehearsalOver));
    auto decided = decide(board, by.actor, now, command);
    if (decided && decided->empty()) decided->push_back(Noted{});
    return decided;
}

} // namespace koudmen::board
