#include "room/hall.hpp"
#include "support/catch.hpp"
#include "support/manual_thread.hpp"
#include "support/phone.hpp"

using namespace koudmen;
using namespace koudmen::room;
using namespace koudmen::tests;

namespace {

// A room that is never asked for anything here.
class NoRoom final : public Hall::Door {
public:
    void enter(SeatNumber, Visitor) override {}
    void ask(SeatNumber, wire::Request) override {}
    void catch_up(SeatNumber, Position) override {}
    void claim(SeatNumber, wire::Claim) override {}
    void similar_to(SeatNumber, wire::SimilarTo) override {}
    void leave(SeatNumber, Parting) override {}
};

} // namespace

TEST_CASE("L4: an answer never tells who came since the last broadcast an older position", "[room]")
{
    ManualThread thread;
    Hall hall(thread, std::make_unique<NoRoom>());
    auto const phone = std::make_shared<Phone>();
    auto const seat = hall.enter(phone, {});
    hall.welcome(seat, board::Role::Participant, wire::frame({}));
    phone->listen();
    auto const told = [&](Position position, bool full) {
        Announcement said;
        Announcement::Personal personal;
        personal.seat = seat;
        personal.full = full;
        personal.position = position;
        said.personal.push_back(std::move(personal));
        hall.announce(said);
        return phone->listen().back()["position"].get<std::uint64_t>();
    };
    CHECK(told({13}, true) == 13); // The board as it is now.
    CHECK(told({7}, false) == 13); // An answer, with how far the others were told.
    CHECK(told({14}, false) == 14);
}
