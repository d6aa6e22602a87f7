#include "board/deciding.hpp"

#include "board/limits.hpp"

#include <algorithm>
#include <set>
#include <utility>

// Who comes in: joining a board, with a badge or without, and the badges themselves.
namespace koudmen::board {

Decided joined(Board const& board, JoinBoard const& command, BadgeNumber badge)
{
    if (board.phase == Phase::Closed) return unexpected(refuse(RefusalWord::BoardClosed));
    if (command.college.text.empty()) return unexpected(refuse(RefusalWord::Required, "college"));
    bool const has_college =
        std::any_of(board.colleges.begin(), board.colleges.end(),
                    [&](College const& college) { return college.id == command.college; });
    if (!has_college) return unexpected(refuse(RefusalWord::UnknownCollege, "college"));
    if (board.participants.size() >= participants_max) {
        return unexpected(refuse(RefusalWord::TooMany, "participant", participants_max));
    }
    auto name = cleaned_name(command.name);
    if (!name) return unexpected(name.error());
    return Events{ParticipantJoined{{board.participants.size() + 1},
                                    command.credential,
                                    command.college,
                                    std::move(*name),
                                    badge}};
}

namespace {

Decided join_with_badge(Board const& board, JoinBoard const& command,
                        std::optional<Actor> const& known)
{
    auto const number = board.badge_numbers.find(*command.badge);
    if (number == board.badge_numbers.end()) {
        return unexpected(refuse(RefusalWord::UnknownBadge, "badge"));
    }
    auto const& badge = board.badges.at(number->second);
    if (known) {
        if (known->participant == badge.participant) return Events{};
        // The credential is already somebody's who holds another badge, or none.
        return unexpected(refuse(RefusalWord::IdTaken, "credential"));
    }
    if (badge.participant.value == 0) return joined(board, command, number->second);
    if (badge.moves >= moves_per_badge_max) {
        return unexpected(refuse(RefusalWord::TooMany, "badge", moves_per_badge_max));
    }
    return Events{BadgeMoved{badge.participant, command.credential}};
}

std::optional<Refusal> not_facilitator(Board const& board, CredentialHash const& by)
{
    if (board.position.value == 0) return refuse(RefusalWord::UnknownBoard);
    auto const actor = member(board, by);
    if (!actor) return refuse(RefusalWord::UnknownCredential, "authorization");
    if (actor->role != Role::Facilitator) return refuse(RefusalWord::NotAllowed);
    return std::nullopt;
}

} // namespace

Decided decide(Board const& board, JoinBoard const& command)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    auto const known = member(board, command.credential);
    if (known && known->role != Role::Participant) {
        return unexpected(refuse(RefusalWord::NotAllowed, "credential"));
    }
    if (command.helper) {
        auto const helper = member(board, *command.helper);
        if (!helper || helper->role != Role::Helper) {
            return unexpected(refuse(RefusalWord::UnknownCredential, "helper"));
        }
    }
    bool const on_a_tablet =
        command.channel == Channel::Shared || command.channel == Channel::Assisted;
    if (command.channel != Channel::Phone && !(command.helper && on_a_tablet)) {
        return unexpected(refuse(RefusalWord::NotAllowed, "channel"));
    }
    if (command.badge) return join_with_badge(board, command, known);
    if (known) return Events{};
    if (board.replaced.contains(command.credential)) {
        return unexpected(refuse(RefusalWord::BadgeMoved, "credential"));
    }
    if (board.settings.admission == Admission::Badges && board.phase != Phase::Closed) {
        return unexpected(refuse(RefusalWord::BadgeRequired, "badge"));
    }
    return joined(board, command, {});
}

Decided decide(Board const& board, IssueBadges const& command)
{
    if (auto refused = not_facilitator(board, command.by)) return unexpected(*refused);
    if (board.phase == Phase::Closed) return unexpected(refuse(RefusalWord::BoardClosed));
    if (command.badges.empty()) return unexpected(refuse(RefusalWord::Required, "count"));
    if (command.badges.size() > badges_per_request_max) {
        return unexpected(refuse(RefusalWord::TooMany, "count", badges_per_request_max));
    }
    if (board.badges.size() + command.badges.size() > badges_max) {
        return unexpected(refuse(RefusalWord::TooMany, "count", badges_max));
    }
    std::set<BadgeHash> seen;
    for (auto const& badge : command.badges) {
        if (board.badge_numbers.contains(badge) || !seen.insert(badge).second) {
            return unexpected(refuse(RefusalWord::IdTaken, "badges"));
        }
    }
    return Events{BadgesIssued{command.badges}};
}

Decided decide(Board const& board, IssueHelper const& command)
{
    if (auto refused = not_facilitator(board, command.by)) return unexpected(*refused);
    if (board.helpers.size() >= helpers_max) {
        return unexpected(refuse(RefusalWord::TooMany, "helper", helpers_max));
    }
    if (member(board, command.helper)) {
        return unexpected(refuse(RefusalWord::IdTaken, "credential"));
    }
    return Events{HelperIssued{command.helper}};
}

Decided decide(Board const& board, RevokeHelper const& command)
{
    if (auto refused = not_facilitator(board, command.by)) return unexpected(*refused);
    auto const helper = board.helpers.find(command.helper);
    if (helper == board.helpers.end()) {
        return unexpected(refuse(RefusalWord::UnknownHelper, "helper"));
    }
    if (helper->second.revoked) return Events{};
    return Events{HelperRevoked{command.helper}};
}

Decided decide(Board const& board, ListHelpers const& command)
{
    if (auto refused = not_facilitator(board, command.by)) return unexpected(*refused);
    return Events{};
}

Decided decide(Board const& board, LookAtBadge const& command)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    auto const by = member(board, command.by);
    if (!by) return unexpected(refuse(RefusalWord::UnknownCredential, "authorization"));
    if (by->role != Role::Facilitator && by->role != Role::Moderator) {
        return unexpected(refuse(RefusalWord::NotAllowed));
    }
    if (!board.badges.contains(command.badge)) {
        return unexpected(refuse(RefusalWord::UnknownBadge, "badge"));
    }
    return Events{};
}

} // namespace koudmen::board
