#include "board/results.hpp"
#include "room/room.hpp"

#include <algorithm>

// What phones hear of the counts of votes, and when.
namespace koudmen::room {

std::string Room::phones_text(Position since)
{
    auto const heard = counts_.heard();
    auto const [changed, called_for] = counts_since(since);
    counts_withheld_ = changed && !called_for && !counts_.may_be_told(thread_.now());
    auto without = wire::changes(board_, wire::Audience::Everyone, since, board_.position);
    if (counts_withheld_) tell_counts_when_due();
    if (!changed || counts_withheld_) return without;

    auto text = wire::changes(board_, wire::Audience::Everyone, since, heard);
    counts_.told(board_.position, text.size() - without.size(), thread_.now());
    // Tallies that show after one's own vote are nobody's but the voter's to see.
    if (auto const* ballot = board::open_ballot(board_);
        ballot && ballot->results == board::ResultsRule::AfterOwnVote) {
        for (auto const& [number, voter] : ballot->voters) {
            if (seats_of_.contains(number)) owe(number, std::max(heard, Position{1}));
        }
        counts_told_ = true;
    }
    return text;
}

Room::CountsSince Room::counts_since(Position since) const
{
    CountsSince found;
    board_.changes.since(std::min(since, counts_.heard()), [&](board::Thing const& thing) {
        switch (thing.part) {
        case board::Part::Turnout:
        case board::Part::Tally: found.changed = true; break;
        // A vote began or ended, or whether its results are shown changed.
        case board::Part::Board:
        case board::Part::Phase:
        case board::Part::Ballot:
        case board::Part::Ranking:
        case board::Part::Rehearsal:
            if (board_.changes.last(thing) > since) found.called_for = true;
            break;
        default: break;
        }
    });
    return found;
}

void Room::tell_counts_when_due()
{
    if (counts_waiting_) return;
    counts_waiting_ = true;
    auto const wait = std::chrono::ceil<std::chrono::milliseconds>(counts_.next() - thread_.now());
    thread_.after(std::max(wait, std::chrono::milliseconds{1}), [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.counts_waiting_ = false;
        // Something that called for them told them meanwhile, and others are withheld since.
        bool const later = room.counts_withheld_ && !room.counts_.may_be_told(room.thread_.now());
        if (later) return room.tell_counts_when_due();
        if (room.state_ != State::Ready) return; // The end of what is under way tells them.
        room.broadcast_when_due();
        room.tell_what_is_owed();
        room.send_announcements();
    });
}

// How far somebody of this audience who was told up to then has heard of counts.
Position Room::counts_heard(wire::Audience audience, Position told) const
{
    return audience == wire::Audience::Everyone ? std::min(told, counts_.heard_by(told)) : told;
}

} // namespace koudmen::room
