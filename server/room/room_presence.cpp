#include "room/room.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

// Who is here, who was cut off, and how busy the room is. None of it is in the journal.
namespace koudmen::room {

wire::Present Room::people_here() const
{
    wire::Present here;
    for (auto const& [participant, seats] : seats_of_) {
        if (board::table_of(board_, participant)) continue; // A table is nobody.
        ++here.connected[board_.participants.at(participant).college];
    }
    here.reconnecting = cut_off_.size();
    return here;
}

void Room::await_again(ParticipantNumber participant)
{
    if (board::table_of(board_, participant)) return;
    cut_off_[participant] = thread_.now();
    forget_in(habits_.return_time);
}

void Room::forget_in(std::chrono::steady_clock::duration wait)
{
    if (forgetting_waits_) return;
    forgetting_waits_ = true;
    thread_.after(std::chrono::ceil<std::chrono::milliseconds>(wait), [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.forgetting_waits_ = false;
        auto const now = room.thread_.now();
        auto const wait_for = room.habits_.return_time;
        std::erase_if(room.cut_off_, [&](auto const& one) { return now - one.second >= wait_for; });
        auto const next = std::min_element(
            room.cut_off_.begin(), room.cut_off_.end(),
            [](auto const& one, auto const& other) { return one.second < other.second; });
        if (next != room.cut_off_.end()) room.forget_in(next->second + wait_for - now);
        room.note_presence();
    });
}

std::shared_ptr<std::string const> Room::with_presence(std::string changes,
                                                       wire::Audience audience) const
{
    // Who is here is the desk's and the screen's.
    if (audience == wire::Audience::Institutions) {
        return std::make_shared<std::string const>(std::move(changes));
    }
    auto also = wire::presence_change(board_, people_here(), audience);
    if (audience == wire::Audience::Desk) {
        also += "," + wire::claims_change(claims_.held()) + "," + wire::activity_change(activity_);
    }
    auto const separator = changes == "[]" ? "" : ",";
    changes.insert(changes.size() - 1, separator + also);
    return std::make_shared<std::string const>(std::move(changes));
}

void Room::note_presence()
{
    if (presence_waiting_ || people_here() == presence_told_) return;
    presence_waiting_ = true;
    thread_.after(habits_.presence_interval, [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.presence_waiting_ = false;
        room.presence_due_ = true;
        if (room.state_ != State::Ready) return;
        room.broadcast_when_due();
        room.tell_what_is_owed();
        room.send_announcements();
    });
}

// --- activity

// What is on disk counts, and is told once a second.
void Room::note_written(std::uint64_t votes)
{
    votes_ += votes;
    written_at_ = clock_();
    note_activity();
}

void Room::note_activity()
{
    if (activity_waiting_) return;
    activity_waiting_ = true;
    thread_.after(habits_.presence_interval, [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.activity_waiting_ = false;
        room.activity_ = {std::exchange(room.votes_, std::uint64_t{0}), room.written_at_};
        room.activity_due_ = true;
        // A second without a vote is told too, once.
        if (room.activity_.votes > 0) room.note_activity();
        if (room.state_ != State::Ready) return;
        room.broadcast_when_due();
        room.tell_what_is_owed();
        room.send_announcements();
    });
}

} // namespace koudmen::room
