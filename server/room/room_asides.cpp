#include "room/room.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

// What seats ask of a room beside their commands: nothing of it changes the board or is kept.
namespace koudmen::room {

void Room::claim(Guest guest, wire::Claim claim)
{
    thread_.check_here();
    auto const present = present_.find(guest);
    if (present == present_.end() || present->second.desk == 0) return;
    auto const& [proposal, claimed] = claim;
    if (!board_.proposals.contains(proposal)) return;
    bool const changed = claimed ? claims_.take(present->second.desk, proposal, thread_.now())
                                 : claims_.let_go(present->second.desk, proposal);
    if (!changed) return;
    note_claims();
    end_claims_when_due();
}

void Room::note_claims()
{
    claims_due_ = true;
    if (state_ != State::Ready) return; // The end of what is under way tells it.
    broadcast_when_due();
    send_announcements();
}

void Room::end_claims_when_due()
{
    auto const next = claims_.next_end();
    if (!next || claims_waiting_) return;
    claims_waiting_ = true;
    auto const wait = std::chrono::ceil<std::chrono::milliseconds>(*next - thread_.now());
    thread_.after(std::max(wait, std::chrono::milliseconds{1}), [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.claims_waiting_ = false;
        if (room.claims_.expire(room.thread_.now())) room.note_claims();
        room.end_claims_when_due();
    });
}

// Of what one seat asks only the last is still of use.
void Room::similar_to(Guest guest, wire::SimilarTo asked)
{
    thread_.check_here();
    if (!present_.contains(guest)) return;
    searches_.insert_or_assign(guest, std::move(asked));
    if (state_ == State::Ready) answer_searches();
}

void Room::answer_searches()
{
    if (searches_.empty()) return;
    similar_.follow(board_);
    for (std::size_t count = 0; count < searches_at_once_max && !searches_.empty(); ++count) {
        auto const [guest, asked] = *searches_.begin();
        searches_.erase(searches_.begin());
        bool const desk = present_.at(guest).desk > 0;
        auto const reader = desk ? board::Similar::Reader::Desk : board::Similar::Reader::Room;
        auto const found = similar_.like(board_, asked.text, reader, asked.except);
        halls_.tell(guest, wire::similar(asked.text, found));
    }
    if (searches_.empty()) return;
    // A new turn of the thread, so that votes need not wait for all who are writing.
    thread_.post([self = self_] {
        if (*self && (*self)->state_ == State::Ready) (*self)->answer_searches();
    });
}

} // namespace koudmen::room
