#include "board/applying.hpp"

#include <utility>

namespace koudmen::board {

void Applying::operator()(ParticipantJoined const& event)
{
    Participant joined;
    joined.number = event.participant;
    joined.credential = event.credential;
    joined.college = event.college;
    joined.name = event.name;
    joined.changed = position_;
    joined.badge = event.badge;
    joined.channel = channel_;
    if (event.badge.value > 0) {
        known(board_.badges, event.badge).participant = event.participant;
    }
    bool const fresh = board_.participants.emplace(event.participant, std::move(joined)).second;
    check(fresh, "everybody has a number of their own");
    board_.members.emplace(event.credential, Actor{Role::Participant, event.participant});
    ++board_.joined[event.college];
    touch({.part = Part::Participants});
}

void Applying::operator()(ParticipantIntroduced const& event)
{
    auto& participant = known(board_.participants, event.participant);
    participant.name = event.name;
    participant.changed = position_;
    touch_words_of(participant);
}

void Applying::operator()(ParticipantTrusted const& event)
{
    auto& participant = known(board_.participants, event.participant);
    participant.trusted = event.trusted;
    touch_words_of(participant);
}

void Applying::operator()(ParticipantMuted const& event)
{
    auto& participant = known(board_.participants, event.participant);
    participant.muted = event.muted;
    participant.changed = position_;
    touch_words_of(participant);
}

void Applying::operator()(BadgesIssued const& event)
{
    for (auto const& badge : event.badges) {
        BadgeNumber const number{board_.badges.size() + 1};
        board_.badges.emplace(number, Badge{});
        board_.badge_numbers.emplace(badge, number);
    }
}

void Applying::operator()(BadgeMoved const& event)
{
    auto& participant = known(board_.participants, event.participant);
    board_.members.erase(participant.credential);
    board_.replaced.emplace(participant.credential, event.participant);
    board_.replaced.erase(event.credential);
    board_.members.emplace(event.credential, Actor{Role::Participant, event.participant});
    participant.credential = event.credential;
    ++known(board_.badges, participant.badge).moves;
}

void Applying::operator()(HelperIssued const& event)
{
    board_.helpers.emplace(HelperNumber{board_.helpers.size() + 1},
                           Helper{event.credential, at_, false});
    board_.members.emplace(event.credential, Actor{Role::Helper, {}});
}

void Applying::operator()(HelperRevoked const& event)
{
    auto& helper = known(board_.helpers, event.helper);
    helper.revoked = true;
    board_.members.erase(helper.credential);
}

void Applying::operator()(TableAdded const& event)
{
    Participant scribe;
    scribe.number = event.participant;
    scribe.credential = event.scribe;
    scribe.college = board_.colleges.front().id;
    scribe.name = event.title;
    scribe.changed = position_;
    bool const fresh = board_.participants.emplace(event.participant, std::move(scribe)).second;
    check(fresh, "everybody has a number of their own");
    board_.members.emplace(event.scribe, Actor{Role::Participant, event.participant});
    board_.tables.push_back({event.title, event.board, event.participant});
    touch({.part = Part::Tables});
}

void Applying::operator()(ParentNamed const& event)
{
    board_.parent = event.parent;
    touch({.part = Part::Tables});
}

void Applying::touch_words_of(Participant const& participant)
{
    for (auto const& proposal : participant.proposals) touch_proposal(proposal);
    for (auto const& comment : participant.comments) touch_comment(comment);
}

} // namespace koudmen::board
