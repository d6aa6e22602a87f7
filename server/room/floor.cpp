#include "room/floor.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::room {

namespace {

constexpr std::chrono::milliseconds tidy_interval{5'000};

// FNV-1a, so that a board's home is the same in every process.
std::size_t designated(BoardCode const& code, std::size_t floors)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const c : code.text) {
        hash ^= static_cast<std::uint8_t>(c);
        hash *= 0x100000001b3;
    }
    return static_cast<std::size_t>(hash % floors);
}

} // namespace

// The halls of one board, as its room reaches them: by posting to their threads.
class Floor::RoomHalls final : public Halls {
public:
    RoomHalls(Floor& home, BoardCode code) : home_(home), code_(std::move(code)) {}

    void welcome(Guest guest, board::Role role, wire::Frame frame) override
    {
        in_hall(guest.hall, [=](Hall& hall) { hall.welcome(guest.seat, role, frame); });
    }

    void announce(std::size_t hall, std::shared_ptr<Announcement const> announcement) override
    {
        in_hall(hall, [announcement = std::move(announcement)](Hall& here) {
            here.announce(*announcement);
        });
    }

    void tell(Guest guest, wire::Frame frame) override
    {
        in_hall(guest.hall, [=](Hall& hall) { hall.tell(guest.seat, frame); });
    }

    void dismiss(Guest guest, Dismissal why) override
    {
        in_hall(guest.hall, [=](Hall& hall) { hall.dismiss(guest.seat, why); });
    }

private:
    template <class Act>
    void in_hall(std::size_t index, Act act)
    {
        auto& floor = *home_.floors_[index];
        floor.thread_.post([&floor, code = code_, act = std::move(act)] {
            auto const hall = floor.halls_.find(code);
            if (hall != floor.halls_.end()) act(*hall->second);
        });
    }

    Floor& home_;
    BoardCode const code_;
};

// The room of one board, as its halls reach it.
class Floor::RoomDoor final : public Hall::Door {
public:
    RoomDoor(Floor& here, BoardCode code) : here_(here), code_(std::move(code)) {}

    void enter(SeatNumber seat, Visitor visitor) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, visitor = std::move(visitor)](Floor& home, BoardCode const& code) {
            if (auto* room = home.room(code)) return room->enter(guest, visitor);
            RoomHalls(home, code).dismiss(guest, Dismissal::Full);
        });
    }

    void ask(SeatNumber seat, wire::Request request) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, request = std::move(request)](Floor& home, BoardCode const& code) {
            // Only rooms that are alive have guests; a device that finds none comes back.
            auto const living = home.rooms_.find(code);
            if (living != home.rooms_.end()) return living->second.room->ask(guest, request);
            RoomHalls(home, code).dismiss(guest, Dismissal::RoomLost);
        });
    }

    void catch_up(SeatNumber seat, Position told) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, told](Floor& home, BoardCode const& code) {
            auto const living = home.rooms_.find(code);
            if (living != home.rooms_.end()) living->second.room->catch_up(guest, told);
        });
    }

    void claim(SeatNumber seat, wire::Claim claim) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, claim](Floor& home, BoardCode const& code) {
            auto const living = home.rooms_.find(code);
            if (living != home.rooms_.end()) living->second.room->claim(guest, claim);
        });
    }

    void similar_to(SeatNumber seat, wire::SimilarTo asked) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, asked = std::move(asked)](Floor& home, BoardCode const& code) {
            auto const living = home.rooms_.find(code);
            if (living != home.rooms_.end()) living->second.room->similar_to(guest, asked);
        });
    }

    void leave(SeatNumber seat, Parting parting) override
    {
        auto const guest = this->guest(seat);
        at_home([guest, parting](Floor& home, BoardCode const& code) {
            auto const living = home.rooms_.find(code);
            if (living != home.rooms_.end()) living->second.room->leave(guest, parting);
        });
    }

private:
    Guest guest(SeatNumber seat) const { return {here_.index_, seat}; }

    template <class Act>
    void at_home(Act act)
    {
        auto& home = here_.home(code_);
        home.thread_.post([&home, code = code_, act = std::move(act)] { act(home, code); });
    }

    Floor& here_;
    BoardCode const code_;
};

Floor::Floor(std::size_t index, Thread& thread, journal::Journal& journal, Habits const& habits,
             Room::Clock clock)
    : index_(index), thread_(thread), journal_(journal), habits_(habits), clock_(std::move(clock))
{}

Floor::~Floor() = default;

void Floor::meet(std::vector<Floor*> floors)
{
    floors_ = std::move(floors);
    thread_.post([this] { tidy(); });
}

Hall& Floor::hall(BoardCode const& code)
{
    thread_.check_here();
    auto& hall = halls_[code];
    if (!hall) {
        hall = std::make_unique<Hall>(thread_, std::make_unique<RoomDoor>(*this, code), last_seat_);
    }
    return *hall;
}

Floor& Floor::home(BoardCode const& code)
{
    return *floors_[designated(code, floors_.size())];
}

// The living room, made if need be; nullptr when there are too many, or after closing.
Room* Floor::room(BoardCode const& code)
{
    thread_.check_here();
    if (closed_) return nullptr;
    auto const living = rooms_.find(code);
    if (living != rooms_.end()) {
        if (!living->second.room->lost()) return living->second.room.get();
        rooms_.erase(living);
    }
    // Rooms of codes that somebody tried out must not keep a board's own room from being made.
    if (rooms_.size() >= rooms_max) let_go(0);
    if (rooms_.size() >= rooms_max) return nullptr;
    Living fresh;
    fresh.halls = std::make_unique<RoomHalls>(*this, code);
    fresh.room = std::make_unique<Room>(thread_, journal_, *fresh.halls, code, habits_, clock_);
    return rooms_.emplace(code, std::move(fresh)).first->second.room.get();
}

template <class T, class Act>
void Floor::at_home(BoardCode const& code, Room::Reply<T> reply, Act act)
{
    thread_.check_here();
    auto& here = thread_;
    // The answer comes back to where the question was asked.
    Room::Reply<T> back = [&here, reply = std::move(reply)](Result<T, board::Refusal> result) {
        here.post([reply, result = std::move(result)] { reply(result); });
    };
    auto& floor = home(code);
    floor.thread_.post([&floor, code, back = std::move(back), act = std::move(act)] {
        if (auto* room = floor.room(code)) return act(*room, back);
        back(unexpected(board::Refusal{board::RefusalWord::Busy, {}, {}}));
    });
}

void Floor::create(board::CreateBoard command, Room::Reply<BoardCode> reply)
{
    auto const code = command.code;
    at_home<BoardCode>(code, std::move(reply),
                       [command = std::move(command)](Room& room, auto back) {
                           room.create(command, std::move(back));
                       });
}

void Floor::join(BoardCode const& code, board::JoinBoard command, Room::Reply<std::string> reply)
{
    at_home<std::string>(code, std::move(reply),
                         [command = std::move(command)](Room& room, auto back) {
                             room.join(command, std::move(back));
                         });
}

void Floor::act(BoardCode const& code, Act act, Room::Reply<std::string> reply)
{
    at_home<std::string>(code, std::move(reply), [act = std::move(act)](Room& room, auto back) {
        room.act(act, std::move(back));
    });
}

void Floor::ask(BoardCode const& code, Letter letter, Room::Reply<void> reply)
{
    at_home<void>(code, std::move(reply), [letter = std::move(letter)](Room& room, auto back) {
        room.ask(letter, std::move(back));
    });
}

void Floor::look(BoardCode const& code, std::function<std::string(board::Board const&)> view,
                 Room::Reply<std::string> reply)
{
    at_home<std::string>(code, std::move(reply), [view = std::move(view)](Room& room, auto back) {
        room.look(view, std::move(back));
    });
}

void Floor::archive(BoardCode const& code, Room::Reply<std::string> reply)
{
    at_home<std::string>(code, std::move(reply),
                         [](Room& room, auto back) { room.archive(std::move(back)); });
}

void Floor::carry(BoardCode const& code, CredentialHash by, Room::Whole make,
                  Room::Reply<std::string> reply)
{
    at_home<std::string>(code, std::move(reply),
                         [by = std::move(by), make = std::move(make)](Room& room, auto back) {
                             room.carry(by, make, std::move(back));
                         });
}

void Floor::import(BoardCode const& code, board::Import asked,
                   Room::Reply<std::vector<board::RowProblem>> reply)
{
    at_home<std::vector<board::RowProblem>>(
        code, std::move(reply),
        [asked = std::move(asked)](Room& room, auto back) { room.import(asked, std::move(back)); });
}

void Floor::restore(std::shared_ptr<journal::Carried> carried, Room::Reply<BoardCode> reply)
{
    auto const code = carried->board.code;
    at_home<BoardCode>(code, std::move(reply),
                       [carried = std::move(carried)](Room& room, auto back) {
                           room.restore(carried, std::move(back));
                       });
}

void Floor::close(Dismissal why)
{
    thread_.check_here();
    closed_ = true;
    for (auto& [code, living] : rooms_) living.room->close(why);
    for (auto& [code, hall] : halls_) hall->dismiss_all(why);
}

std::size_t Floor::seats() const
{
    std::size_t seats = 0;
    for (auto const& [code, hall] : halls_) seats += hall->size();
    return seats;
}

// Lets go, every few seconds, of rooms that nobody has needed since the last look and of empty halls.
void Floor::tidy()
{
    thread_.check_here();
    if (closed_) return;
    for (auto& [code, living] : rooms_) {
        living.idle_ticks = living.room->idle() ? living.idle_ticks + 1 : 0;
    }
    let_go(static_cast<unsigned>(habits_.idle_time / tidy_interval));
    std::erase_if(halls_, [this](auto const& entry) {
        auto const& hall = *entry.second;
        // What its room still has to say to a seat that left must not reach one that comes later.
        if (hall.empty()) last_seat_ = std::max(last_seat_, hall.last());
        return hall.empty();
    });
    thread_.after(tidy_interval, [this] { tidy(); });
}

// Of the rooms that are lost, and of those that are idle now and were at more than so many looks
// in a row; 0 means all that are idle now.
void Floor::let_go(unsigned ticks)
{
    std::erase_if(rooms_, [ticks](auto const& entry) {
        auto& [halls, room, idle_ticks] = entry.second;
        if (room->lost()) return true;
        if (!room->idle() || (ticks > 0 && idle_ticks <= ticks)) return false;
        room->close(Dismissal::Restarting);
        return true;
    });
}

} // namespace koudmen::room
