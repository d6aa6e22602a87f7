#pragma once

#include "base/ids.hpp"
#include "base/thread.hpp"
#include "board/command.hpp"
#include "journal/journal.hpp"
#include "room/hall.hpp"
#include "room/room.hpp"
#include "room/seat.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace koudmen::room {

// Rooms that may be alive on one thread. Beyond, visitors are told to come back.
inline constexpr std::size_t rooms_max = 4'096;

// One I/O thread's share of the house: the rooms at home here, and the hall of every board that has
// a seat on this thread. Floors speak to each other by posting; nothing is shared.
//
// A board's room is at home on the floor that its code designates, the same after every restart.
// Lives on its thread, except for the constructor and meet(), which come before any thread runs.
class Floor {
public:
    Floor(std::size_t index, Thread& thread, journal::Journal& journal, Habits const& habits,
          Room::Clock clock);
    ~Floor();
    Floor(Floor const&) = delete;
    Floor& operator=(Floor const&) = delete;

    // Makes the floors known to each other, in the order of their indexes.
    void meet(std::vector<Floor*> floors);

    // The hall of a board on this thread. It stays while it has seats; do not keep the reference
    // beyond the current task, keep the code.
    Hall& hall(BoardCode const& code);

    // The HTTP door's requests, from this thread; each reply comes once, on this thread.
    void create(board::CreateBoard command, Room::Reply<BoardCode> reply);
    void join(BoardCode const& code, board::JoinBoard command, Room::Reply<std::string> reply);
    void act(BoardCode const& code, Act act, Room::Reply<std::string> reply);
    void ask(BoardCode const& code, Letter letter, Room::Reply<void> reply);
    void look(BoardCode const& code, std::function<std::string(board::Board const&)> view,
              Room::Reply<std::string> reply);

    void archive(BoardCode const& code, Room::Reply<std::string> reply);
    void carry(BoardCode const& code, CredentialHash by, Room::Whole make,
               Room::Reply<std::string> reply);
    void import(BoardCode const& code, board::Import asked,
                Room::Reply<std::vector<board::RowProblem>> reply);
    void restore(std::shared_ptr<journal::Carried> carried, Room::Reply<BoardCode> reply);

    // Sends everybody away and saves what is worth saving. Nothing may be asked afterwards.
    void close(Dismissal why);

    // Whether what people say can be kept. Once false it stays so until the next start. Any thread.
    bool keeps() const { return !journal_.statistics().failed; }

    // Seats on this thread.
    std::size_t seats() const;

private:
    class RoomHalls;
    class RoomDoor;

    struct Living {
        std::unique_ptr<RoomHalls> halls;
        std::unique_ptr<Room> room;
        unsigned idle_ticks = 0;
    };

    template <class T, class Act>
    void at_home(BoardCode const& code, Room::Reply<T> reply, Act act);

    Floor& home(BoardCode const& code);
    Room* room(BoardCode const& code);
    void tidy();
    void let_go(unsigned ticks);

    std::size_t const index_;
    Thread& thread_;
    journal::Journal& journal_;
    Habits const habits_;
    Room::Clock const clock_;
    std::vector<Floor*> floors_;
    std::map<BoardCode, Living> rooms_;
    std::map<BoardCode, std::unique_ptr<Hall>> halls_;
    SeatNumber last_seat_; // The highest number of a seat in a hall that is gone.
    bool closed_ = false;
};

} // namespace koudmen::room
