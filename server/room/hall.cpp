#include "room/hall.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::room {

Hall::Hall(Thread& thread, std::unique_ptr<Door> room, SeatNumber last)
    : thread_(thread), room_(std::move(room)), last_(last)
{}

Hall::~Hall() = default;

Hall::Seated* Hall::find(SeatNumber number)
{
    auto const found = std::lower_bound(
        seats_.begin(), seats_.end(), number,
        [](Seated const& seated, SeatNumber sought) { return seated.number < sought; });
    return found != seats_.end() && found->number == number ? &*found : nullptr;
}

SeatNumber Hall::enter(std::shared_ptr<Seat> seat, Visitor visitor)
{
    thread_.check_here();
    ++last_.value;
    seats_.push_back({.number = last_, .seat = std::move(seat)});
    room_->enter(last_, std::move(visitor));
    return last_;
}

bool Hall::ask(SeatNumber number, wire::Request request)
{
    thread_.check_here();
    auto* const seated = find(number);
    if (seated == nullptr) return true; // Dismissed already; nobody waits for an answer.
    if (!seated->welcomed || seated->unanswered >= unanswered_max) return false;
    ++seated->unanswered;
    room_->ask(number, std::move(request));
    return true;
}

void Hall::claim(SeatNumber number, wire::Claim const& claim)
{
    thread_.check_here();
    if (find(number) != nullptr) room_->claim(number, claim);
}

void Hall::similar_to(SeatNumber number, wire::SimilarTo asked)
{
    thread_.check_here();
    if (find(number) != nullptr) room_->similar_to(number, std::move(asked));
}

void Hall::drained(SeatNumber number)
{
    thread_.check_here();
    auto* const seated = find(number);
    if (seated == nullptr || !seated->behind || seated->catching_up) return;
    seated->catching_up = true;
    room_->catch_up(number, seated->told);
}

void Hall::leave(SeatNumber number, Parting parting)
{
    thread_.check_here();
    apart_.erase(number);
    auto const* const seated = find(number);
    if (seated == nullptr) return;
    seats_.erase(seats_.begin() + (seated - seats_.data()));
    room_->leave(number, parting);
}

void Hall::welcome(SeatNumber number, board::Role role, wire::Frame const& welcome)
{
    thread_.check_here();
    auto* const seated = find(number);
    if (seated == nullptr) return;
    seated->audience = wire::audience(role);
    seated->welcomed = true;
    if (seated->audience != wire::Audience::Everyone) apart_.insert(number);
    seated->seat->seated(role);
    if (!seated->seat->send(welcome)) seated->behind = true;
}

void Hall::announce(Announcement const& announcement)
{
    thread_.check_here();
    for (auto const& personal : announcement.personal) {
        auto* const seated = find(personal.seat);
        if (seated == nullptr || !seated->welcomed) continue;
        seated->unanswered -= std::min(seated->unanswered, personal.asked);
        tell(*seated, announcement, personal);
    }
    auto const& told = announcement.personal; // In order of seats.
    auto const addressed = [&](SeatNumber number) {
        auto const found =
            std::lower_bound(told.begin(), told.end(), number,
                             [](auto const& one, auto seat) { return one.seat < seat; });
        return found != told.end() && found->seat == number;
    };
    // In a storm most announcements are answers, and nobody else is looked at.
    if (announcement.frames[static_cast<std::size_t>(wire::Audience::Everyone)]) {
        for (auto& seated : seats_) {
            if (!addressed(seated.number)) tell_shared(seated, announcement);
        }
        return;
    }
    for (auto const number : apart_) {
        if (!addressed(number)) tell_shared(*find(number), announcement);
    }
}

void Hall::tell_shared(Seated& seated, Announcement const& announcement)
{
    if (!seated.welcomed) return;
    auto const& shared = announcement.frames[static_cast<std::size_t>(seated.audience)];
    if (shared) tell(seated, shared, announcement.position);
}

void Hall::tell(Seated& seated, Announcement const& announcement,
                Announcement::Personal const& personal)
{
    // A catch-up is what a seat that fell behind waits for; anything else it must not get, since
    // it would be told of later things with earlier ones missing.
    bool const whole = personal.full || personal.resume;
    if (whole) {
        seated.behind = false;
        seated.catching_up = false;
    }
    if (seated.behind) return;

    auto const& shared = announcement.changes[static_cast<std::size_t>(seated.audience)];
    auto const& changes = personal.changes ? personal.changes : shared;
    // Who came in between two broadcasts was told more than the others, and is not told less now.
    auto const position =
        personal.full ? personal.position : std::max(personal.position, seated.told);
    auto const frame = wire::frame({.position = position,
                                    .full = personal.full && !personal.whole,
                                    .resume = personal.resume,
                                    .changes = changes ? std::string_view(*changes) : "[]",
                                    .yours = personal.yours,
                                    .answers = personal.answers});
    if (!personal.whole) return tell(seated, frame, position);
    seated.behind = !seated.seat->send(personal.whole, frame);
    if (!seated.behind) seated.told = position;
}

void Hall::tell(Seated& seated, wire::Frame const& frame, Position position)
{
    if (seated.behind) return;
    if (seated.seat->send(frame))
        seated.told = position;
    else
        seated.behind = true;
}

void Hall::tell(SeatNumber number, wire::Frame const& frame)
{
    thread_.check_here();
    auto const* const seated = find(number);
    if (seated != nullptr && !seated->behind) seated->seat->send(frame);
}

void Hall::dismiss(SeatNumber number, Dismissal why)
{
    thread_.check_here();
    auto const* const seated = find(number);
    if (seated != nullptr) seated->seat->dismiss(why);
}

void Hall::dismiss_all(Dismissal why)
{
    thread_.check_here();
    for (auto const& seated : seats_) seated.seat->dismiss(why);
}

} // namespace koudmen::room
