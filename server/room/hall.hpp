#pragma once

#include "base/ids.hpp"
#include "base/thread.hpp"
#include "board/limits.hpp"
#include "room/seat.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace koudmen::room {

class Room;

// Commands of a seat that may wait for their answers. Twice what a device may have pending, since one
// that is asked to send again may do so before the first answers are counted here.
inline constexpr std::size_t unanswered_max = 2 * board::operations_pending_max;

// What a room has to say to one hall, all at once. Built on the room's thread, then only read.
struct Announcement {
    struct Personal {
        SeatNumber seat;
        bool full = false;   // Forget everything first: a device that just came in.
        bool resume = false; // Send unanswered commands again.
        Position position;   // How far this seat has been told, with this frame.
        wire::Frame whole; // Told before the rest, if set: the board as it was a moment ago, anew.
        std::shared_ptr<std::string const> changes; // Instead of the shared ones, if set.
        std::string yours;
        std::vector<wire::Answer> answers; // One for each operation.
        std::size_t asked = 0;             // Commands that these answer.
    };

    Position position; // How far everybody has been told, with this.
    // What everybody of an audience is told: the text, to splice, and the frame, to share. Null when
    // nothing is told to everybody this time.
    std::array<std::shared_ptr<std::string const>, wire::audiences.size()> changes;
    std::array<wire::Frame, wire::audiences.size()> frames;
    std::vector<Personal> personal; // In order of seats.
};

// How somebody left: by closing the page, or because the line was cut, as when a phone falls asleep.
enum class Parting { Goodbye, CutOff };

// The seats of one board on one I/O thread.
//
// The room tells the hall; the hall loops over its seats. A seat whose outbox is full is told
// nothing until it has room, then everything that changed meanwhile, once. Lives on its thread.
class Hall {
public:
    // How a hall reaches its room, which lives on another thread (or this one).
    class Door {
    public:
        virtual ~Door() = default;
        virtual void enter(SeatNumber seat, Visitor visitor) = 0;
        virtual void ask(SeatNumber seat, wire::Request request) = 0;
        virtual void catch_up(SeatNumber seat, Position told) = 0;
        virtual void claim(SeatNumber seat, wire::Claim claim) = 0;
        virtual void similar_to(SeatNumber seat, wire::SimilarTo asked) = 0;
        virtual void leave(SeatNumber seat, Parting parting) = 0;
    };

    // Seats are numbered from after `last`, so that a number means one seat only, also where this
    // hall replaces another.
    Hall(Thread& thread, std::unique_ptr<Door> room, SeatNumber last = {});
    ~Hall();
    Hall(Hall const&) = delete;
    Hall& operator=(Hall const&) = delete;

    // --- from seats

    // Takes a seat in. It is welcomed, told the board and from then on every change; or dismissed.
    SeatNumber enter(std::shared_ptr<Seat> seat, Visitor visitor);

    // A command of a seated device. It will be answered in a state frame. False when it is not taken:
    // the seat is not welcomed yet, or unanswered_max of its commands wait already.
    bool ask(SeatNumber seat, wire::Request request);

    // A desk begins or ends to read a proposal. Not answered.
    void claim(SeatNumber seat, wire::Claim const& claim);

    // A seat asks what is like a text. Answered in a frame of its own.
    void similar_to(SeatNumber seat, wire::SimilarTo asked);

    // The seat's outbox has room again after it dropped a frame.
    void drained(SeatNumber seat);

    // The seat is gone. Unknown numbers are fine: it may have been dismissed already.
    void leave(SeatNumber seat, Parting parting);

    // --- from the room, on this thread

    void welcome(SeatNumber seat, board::Role role, wire::Frame const& welcome);
    void announce(Announcement const& announcement);
    // A frame that is no part of the board's state: where the outbox is full it is lost.
    void tell(SeatNumber seat, wire::Frame const& frame);
    void dismiss(SeatNumber seat, Dismissal why);
    void dismiss_all(Dismissal why);

    bool empty() const { return seats_.empty(); }
    std::size_t size() const { return seats_.size(); }
    SeatNumber last() const { return last_; }

private:
    struct Seated {
        SeatNumber number;
        std::shared_ptr<Seat> seat;
        wire::Audience audience = wire::Audience::Everyone;
        bool welcomed = false;
        bool behind = false;      // Dropped something; waits for room in its outbox.
        bool catching_up = false; // Has asked the room for what it missed.
        std::size_t unanswered = 0;
        Position told{};
    };

    // Null for one that is not here.
    Seated* find(SeatNumber number);
    void tell_shared(Seated& seated, Announcement const& announcement);
    void tell(Seated& seated, Announcement const& announcement,
              Announcement::Personal const& personal);
    void tell(Seated& seated, wire::Frame const& frame, Position position);

    Thread& thread_;
    std::unique_ptr<Door> room_;
    std::vector<Seated> seats_; // In order of numbers, side by side: everybody is told in one walk.
    std::set<SeatNumber>
        apart_; // Those that hear more than everybody: desks, screens, institutions.
    SeatNumber last_;
};

} // namespace koudmen::room
