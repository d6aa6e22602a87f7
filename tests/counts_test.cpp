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

void cast(House& house, House::Seated const& who, std::uint64_t operation, board::Choice choice)
{
    house.ask(who, operation, vote(choice));
    house.journal.land();
    house.thread.run();
    house.thread.pass(100ms);
}

std::size_t tellings(std::vector<json> const& heard)
{
    std::size_t count = 0;
    for (auto const& message : heard) {
        if (message.dump().find(R"("tally")") != std::string::npos) ++count;
    }
    return count;
}

// A vote on as many proposals as a long session has, instead of the one on one.
std::vector<ProposalId> open_long_vote(House& house)
{
    house.ask(house.desk, 4, board::CloseBallot{ballot});
    house.ask(house.desk, 5, board::OpenPhase{board::Phase::Collect, "Encore des idées"});
    house.settle();
    std::vector<ProposalId> proposals{bus};
    std::uint64_t operation = 6;
    for (std::string const author : {"cleo", "dan", "eve", "flo"}) {
        house.join(author);
        auto const seat = house.enter(author);
        for (std::uint64_t number = 1; number <= 5; ++number) {
            proposals.push_back(id<ProposalId>(author + std::to_string(number)));
            house.ask(seat, number,
                      board::SubmitProposal{proposals.back(), "Une action", "", {"inclusion"}});
            house.settle();
            house.ask(house.desk, operation++, board::PublishProposal{proposals.back()});
        }
        house.leave(seat);
    }
    house.ask(house.desk, operation++, board::OpenPhase{board::Phase::Vote, "On vote"});
    house.ask(house.desk, operation++,
              board::OpenBallot{id<BallotId>("long"),
                                "Que retenir ?",
                                board::Method::Opinion,
                                board::ResultsRule::Live,
                                {}});
    house.settle();
    return proposals;
}

} // namespace

TEST_CASE("R23: phones hear of counts every three seconds at most, desks and screens at once",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const phone = house.enter("observer");
    auto const wall = house.enter("screen");
    phone.phone->listen();
    wall.phone->listen();
    house.desk.phone->listen();

    SECTION("while many vote")
    {
        storm(house, ana, 2, 600);
        auto const heard = phone.phone->listen();
        CHECK(tellings(heard) >= 19);
        CHECK(tellings(heard) <= 21);
        CHECK(tellings(house.desk.phone->listen()) > 500);
        CHECK(tellings(wall.phone->listen()) > 500);
    }

    SECTION("the first vote at once, and what was withheld by itself, with nothing else to tell")
    {
        cast(house, ana, 2, board::Choice::Support);
        CHECK(last_change(phone.phone->listen(), "tally")["tally"]["counts"][0] == 1);
        cast(house, ana, 3, board::Choice::Neutral);
        house.thread.pass(2'500ms);
        CHECK(last_change(phone.phone->listen(), "tally").is_null());
        house.thread.pass(500ms);
        CHECK(last_change(phone.phone->listen(), "tally")["tally"]["counts"][1] == 1);
    }

    SECTION("the end of the vote tells it at once")
    {
        cast(house, ana, 2, board::Choice::Support);
        cast(house, ana, 3, board::Choice::Neutral);
        house.ask(house.desk, 4, board::CloseBallot{ballot});
        house.journal.land();
        house.thread.run();
        house.thread.pass(50ms);
        auto const told = last_change(phone.phone->listen(), "tally");
        REQUIRE(told.is_object());
        CHECK(told["tally"]["counts"][1] == 1);

        // What is withheld after that comes by itself too.
        house.ask(house.desk, 5, board::ReopenBallot{ballot, "Une erreur"});
        house.journal.land();
        house.thread.run();
        house.thread.pass(500ms);
        cast(house, ana, 4, board::Choice::Oppose);
        house.thread.pass(3'000ms);
        CHECK(last_change(phone.phone->listen(), "tally")["tally"]["counts"][2] == 1);
    }
}

TEST_CASE("R23: a storm on many proposals does not spend the budget of counts in a moment",
          "[room]")
{
    House house;
    auto const proposals = open_long_vote(house);
    auto const ana = house.enter("ana");
    auto const phone = house.enter("observer");
    phone.phone->listen();

    std::uint64_t operation = 2;
    auto const began = house.thread.now();
    auto told = began;
    std::size_t bytes = 0;
    // Everything changes, two times a second, for this long.
    auto const storm_on = [&](std::chrono::milliseconds time) {
        for (auto const end = house.thread.now() + time; house.thread.now() < end;) {
            auto const choice = operation % 2 == 0 ? board::Choice::Oppose : board::Choice::Support;
            for (auto const& proposal : proposals) {
                house.ask(ana, operation++,
                          board::CastChoice{id<BallotId>("long"), proposal, choice});
            }
            while (house.journal.waiting() > 0) {
                house.journal.land();
                house.thread.run();
            }
            house.thread.pass(500ms);
            auto const heard = phone.phone->listen();
            if (tellings(heard) > 0) told = house.thread.now();
            bytes += counted(heard);
        }
    };
    storm_on(20s);
    CHECK(bytes > 10'000);
    CHECK(house.thread.now() - told < 4s);

    // Then 20 bytes a second and no more.
    storm_on(80s);
    CHECK(bytes > 20'000);
    CHECK(bytes < 26'000);
}

TEST_CASE("R24: who votes hears the count with the answer, and who comes back misses none",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    storm(house, ana, 2, 1'190);
    // Something else is told, so that ben's position is past counts that he was not told.
    ben.phone->listen();
    house.ask(house.desk, 4, board::StartTimer{60});
    house.journal.land();
    house.thread.run();
    house.thread.pass(50ms);
    auto const heard = ben.phone->listen();
    REQUIRE(last_change(heard, "timer").is_object());
    Position const told{heard.back()["position"].get<std::uint64_t>()};

    // Who votes first is one more voter, too, so that no share is over a hundred percent.
    house.ask(ben, 1, vote(board::Choice::Support));
    house.journal.land();
    house.thread.run();
    auto const first = ben.phone->listen().back()["yours"];
    REQUIRE(first["tallies"].size() == 1);
    REQUIRE(first.contains("turnouts"));
    REQUIRE(first["turnouts"].size() == 1);
    CHECK(first["turnouts"][0]["ballot"] == std::string(ballot.text()));
    CHECK(first["turnouts"][0]["voters"] == 2);

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
