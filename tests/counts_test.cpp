#include "support/house.hpp"

#include <cstdint>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

// The bytes of frames that tell counts.
std::size_t counted(std::vector<json> const& heard)
{
    std::size_t bytes = 0;
    for (auto const& message : heard) {
        auto const text = message.dump();
        if (text.find(R"("tally")") != std::string::npos) bytes += text.size();
    }
    return bytes;
}

// Somebody changes their mind so often, ten times a second.
void storm(House& house, House::Seated const& ana, std::uint64_t first, std::uint64_t votes)
{
    for (std::uint64_t vote_number = 0; vote_number < votes; ++vote_number) {
        auto const choice = vote_number % 2 == 0 ? board::Choice::Oppose : board::Choice::Support;
        house.ask(ana, first + vote_number, vote(choice));
        house.journal.land();
        house.thread.run();
        house.thread.pass(100ms);
    }
}

} // namespace

TEST_CASE("R23: phones hear of counts within a budget, desks and screens at once", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const phone = house.enter("observer");
    auto const wall = house.enter("screen");
    phone.phone->listen();
    house.desk.phone->listen();

    storm(house, ana, 2, 600);
    auto const first = phone.phone->listen();
    CHECK(last_change(first, "tally").is_object());
    CHECK(counted(first) < 40'000);
    CHECK(counted(house.desk.phone->listen()) > 60'000);
    wall.phone->listen();

    // Later, 20 bytes a second and no more.
    storm(house, ana, 602, 1'200);
    auto const second = counted(phone.phone->listen());
    CHECK(second > 0);
    CHECK(second < 10'000);

    SECTION("what was withheld comes by itself, with nothing else to tell")
    {
        house.ask(ana, 2'000, vote(board::Choice::Neutral));
        house.settle();
        house.thread.pass(60'000ms);
        auto const told = last_change(phone.phone->listen(), "tally");
        REQUIRE(told.is_object());
        CHECK(told["tally"]["counts"][1] == 1);
    }

    SECTION("the end of the vote tells it at once")
    {
        house.ask(ana, 2'000, vote(board::Choice::Neutral));
        house.journal.land();
        house.thread.run();
        house.ask(house.desk, 4, board::CloseBallot{ballot});
        house.journal.land();
        house.thread.run();
        house.thread.pass(50ms);
        auto const told = last_change(phone.phone->listen(), "tally");
        REQUIRE(told.is_object());
        CHECK(told["tally"]["counts"][1] == 1);
    }
}

TEST_CASE("R24: who votes hears the count with the answer, and who comes back misses none",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    storm(house, ana, 2, 1'200);
    // Something else is told, so that ben's position is past counts that he was not told.
    ben.phone->listen();
    house.ask(house.desk, 4, board::StartTimer{60});
    house.journal.land();
    house.thread.run();
    house.thread.pass(50ms);
    auto const heard = ben.phone->listen();
    REQUIRE(last_change(heard, "timer").is_object());
    Position const told{heard.back()["position"].get<std::uint64_t>()};

    house.ask(ana, 2'000, vote(board::Choice::Neutral));
    house.journal.land();
    house.thread.run();
    auto const own = ana.phone->listen().back();
    REQUIRE(own["answers"].size() == 1);
    REQUIRE(own["yours"]["tallies"].size() == 1);
    CHECK(own["yours"]["tallies"][0]["counts"][1] == 1);

    house.leave(ben);
    auto const again = house.enter("ben", told).phone->listen();
    CHECK_FALSE(again.back().contains("full"));
    CHECK(last_change(again, "tally")["tally"]["counts"][1] == 1);
}
