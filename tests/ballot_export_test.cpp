#include "board/methods.hpp"
#include "support/board_maker.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// Ten people of two colleges, five of each, and two proposals.
class Polling : public BoardMaker {
public:
    Polling()
    {
        while (people.size() < 10) {
            people.push_back(join(people.size() < 5 ? "citizens" : "companies"));
        }
        bus = publish(people[0], "bus");
        tram = publish(people[0], "tram");
        done(facilitator, OpenPhase{Phase::Vote});
    }

    BallotId open(std::string const& name, Method method, Terms const& terms = {},
                  std::optional<BallotId> const& follows = {})
    {
        OpenBallot opening{id<BallotId>(name),
                           "Que retenir ?",
                           method,
                           ResultsRule::WhenRevealed,
                           {},
                           terms,
                           follows,
                           "luck"};
        done(facilitator, opening);
        return opening.ballot;
    }

    // The first so many people choose this.
    void give(BallotId const& ballot, ProposalId const& proposal, std::size_t count, Choice choice)
    {
        for (std::size_t at = 0; at < count; ++at) {
            done(people[at], CastChoice{ballot, proposal, choice});
        }
    }

    void finish(BallotId const& ballot)
    {
        done(facilitator, CloseBallot{ballot});
        done(facilitator, RevealBallot{ballot});
    }

    // What is told of a ballot on the bus; null when nothing is.
    json result(BallotId const& ballot) const
    {
        auto const whole = document();
        for (auto const& action : whole["proposals"]) {
            if (action["number"] != 1 || !action.contains("results")) continue;
            for (auto const& told : action["results"]) {
                if (told["ballot"] == std::string(ballot.text())) return told;
            }
        }
        return nullptr;
    }

    json told(BallotId const& ballot) const
    {
        auto const whole = document();
        for (auto const& one : whole["ballots"]) {
            if (one["id"] == std::string(ballot.text())) return one;
        }
        return nullptr;
    }

    std::vector<Actor> people;
    ProposalId bus;
    ProposalId tram;

private:
    json document() const
    {
        auto const text = wire::roadmap(board);
        CHECK(roadmap_problem(text) == std::nullopt);
        return json::parse(text);
    }
};

} // namespace

TEST_CASE("V39: an opinion is exported with its scores, divided rooms and colleges that agree",
          "[export]")
{
    Polling room;
    auto const ballot = room.open("one", Method::Opinion);
    room.give(ballot, room.bus, 10, Choice::Support);
    for (std::size_t at = 3; at < 8; ++at) {
        room.done(room.people[at], CastChoice{ballot, room.bus, Choice::Oppose});
    }
    room.finish(ballot);
    auto const result = room.result(ballot);
    CHECK(result["people"] == 10);
    CHECK(result["rank"] == 1);
    CHECK(result["scores"]["controversial"] == true);
    CHECK(result["scores"]["controversy"] == 9091);
    // Three of five, and two of five: (4/7) (3/7).
    CHECK(result["scores"]["consensus"] == json{{"product", 2449}, {"mean", 4949}});
    CHECK(room.told(ballot)["percentageBase"] == "expressed");
}

TEST_CASE("V39: an approval is exported with its share of those who voted", "[export]")
{
    Polling room;
    auto const ballot = room.open("one", Method::Approval, {2, {}, {}, {}});
    room.give(ballot, room.bus, 3, Choice::Approve);
    room.give(ballot, room.tram, 9, Choice::Approve);
    room.finish(ballot);
    auto const result = room.result(ballot);
    CHECK(result["counts"] == json{{"approve", 3}});
    CHECK(result["scores"] == json{{"approvals", 3}, {"share", 3333}});
    CHECK(result["rank"] == 2);
    auto const told = room.told(ballot);
    CHECK(told["percentageBase"] == "voters");
    CHECK(told["voted"] == 9);
    CHECK(told["maximum"] == 2);
}

TEST_CASE("V39: dots are exported with their sum and how many people gave them", "[export]")
{
    Polling room;
    auto const ballot = room.open("one", Method::Dots, {{}, 5, 3, {}});
    room.give(ballot, room.bus, 4, Choice::ThreeDots);
    room.finish(ballot);
    auto const result = room.result(ballot);
    CHECK(result["counts"] == json{{"oneDot", 0}, {"twoDots", 0}, {"threeDots", 4}});
    CHECK(result["scores"] == json{{"dots", 12}});
    CHECK(result["people"] == 4);
    CHECK(room.told(ballot)["budget"] == 5);
    CHECK(room.told(ballot)["cap"] == 3);
}

TEST_CASE("V39: grades are exported with the majority grade and both sides of it", "[export]")
{
    Polling room;
    auto const ballot = room.open("one", Method::Grades, {{}, {}, {}, 3});
    room.give(ballot, room.bus, 4, Choice::Good);
    room.done(room.people[0], CastChoice{ballot, room.bus, Choice::VeryGood});
    room.done(room.people[1], CastChoice{ballot, room.bus, Choice::ToReject});
    room.finish(ballot);
    auto const result = room.result(ballot);
    CHECK(result["scores"] == json{{"majorityGrade", "good"}, {"better", 2500}, {"worse", 2500}});
    CHECK(result["rank"] == 1);
    CHECK(room.told(ballot)["judgmentsMin"] == 3);
}

TEST_CASE("V39: rounds, the order alone, the seed and reopenings are exported", "[export]")
{
    Polling room;
    auto const first = room.open("one", Method::Approval);
    room.give(first, room.tram, 2, Choice::Approve);
    room.done(facilitator, CloseBallot{first});
    room.done(facilitator, ReopenBallot{first, "Panne de réseau"});
    room.give(first, room.bus, 1, Choice::Approve);
    room.done(facilitator, CloseBallot{first});
    CHECK(room.result(first).is_null());
    CHECK_FALSE(room.told(first)["tieBreak"].contains("seed"));
    CHECK(room.told(first)["reopenings"] ==
          json{{{"at", "2024-12-13T12:00:00Z"}, {"reason", {{"fr", "Panne de réseau"}}}}});
    room.done(facilitator, RevealBallot{first, RevealStep::Order});
    CHECK(room.result(first) == json{{"ballot", std::string(first.text())}, {"rank", 2}});
    CHECK(room.told(first)["tieBreak"]["seed"] == "luck");
    CHECK(room.told(first)["resultsShown"] == false);

    auto const second = room.open("two", Method::Approval, {}, first);
    room.give(second, room.bus, 3, Choice::Approve);
    room.finish(second);
    auto const result = room.result(second);
    CHECK(result["rank"] == 1);
    CHECK(result["formerRank"] == 2);
    CHECK(room.told(second)["follows"] == std::string(first.text()));
    CHECK_FALSE(room.told(second).contains("reopenings"));
}
