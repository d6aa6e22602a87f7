#include "support/board_maker.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// The last change of this type that an audience is told of, from nothing.
json told(BoardMaker const& maker, wire::Audience audience, std::string const& type)
{
    json last;
    for (auto const& change : json::parse(wire::changes(maker.board, audience, Position{}))) {
        if (change["type"] == type) last = change;
    }
    return last;
}

constexpr std::array open_phases{Phase::Collect, Phase::Moderate, Phase::Discuss, Phase::Vote,
                                 Phase::Reveal};

} // namespace

TEST_CASE("F1: a phase that was left is opened again only with a reason", "[afternoon]")
{
    BoardMaker house;
    house.done(facilitator, OpenPhase{Phase::Vote});
    using enum RefusalWord;
    for (auto const& nothing : {std::optional<std::string>{}, std::optional<std::string>{"  "}}) {
        CHECK(house.refused(facilitator, OpenPhase{Phase::Collect, nothing}) ==
              refusal(Required, "reason"));
    }
    CHECK(house.refused(facilitator, OpenPhase{Phase::Collect, letters(201)}) ==
          refusal(TooLong, "reason", 200));
    CHECK(house.refused(facilitator, OpenPhase{Phase::Collect, "\x1b"}) ==
          refusal(BadText, "reason"));
    CHECK(house.done(facilitator, OpenPhase{Phase::Collect, " Encore dix minutes "}) ==
          std::vector<Event>{PhaseOpened{Phase::Collect, "Encore dix minutes"}});
    // The phase it is in already needs none, nor does one that was never open; a reason that is not
    // asked for is not kept.
    CHECK(house.without_effect(facilitator, OpenPhase{Phase::Collect}));
    CHECK(house.done(facilitator, OpenPhase{Phase::Discuss, "par habitude"}) ==
          std::vector<Event>{PhaseOpened{Phase::Discuss, {}}});
}

TEST_CASE("F1: any phase of a closed board is opened only with a reason, and closing takes none",
          "[afternoon]")
{
    for (auto const phase : open_phases) {
        INFO(word(phase));
        BoardMaker house;
        house.done(facilitator, OpenPhase{Phase::Closed});
        CHECK(house.refused(facilitator, OpenPhase{phase}) ==
              refusal(RefusalWord::Required, "reason"));
        house.done(facilitator, OpenPhase{phase, "Une erreur à corriger"});
        CHECK(house.board.phase == phase);
        CHECK(house.done(facilitator, OpenPhase{Phase::Closed}) ==
              std::vector<Event>{PhaseOpened{Phase::Closed, {}}});
    }
}

TEST_CASE("F2: reopenings are told to the desk and stand in the export", "[afternoon]")
{
    BoardMaker house;
    CHECK_FALSE(json::parse(wire::roadmap(house.board)).contains("reopenings"));
    house.done(facilitator, OpenPhase{Phase::Vote});
    CHECK(told(house, wire::Audience::Desk, "phase")["left"] == json{"collect"});
    house.pass(std::chrono::minutes{5});
    house.done(facilitator, OpenPhase{Phase::Collect, "Encore dix minutes"});
    auto const desk = told(house, wire::Audience::Desk, "phase");
    CHECK(desk["left"] == json{"collect", "vote"});
    CHECK(desk["reason"] == "Encore dix minutes");
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Wall}) {
        auto const others = told(house, audience, "phase");
        CHECK_FALSE(others.contains("left"));
        CHECK_FALSE(others.contains("reason"));
    }
    auto const exported = json::parse(wire::roadmap(house.board))["reopenings"];
    REQUIRE(exported.size() == 1);
    CHECK(exported[0] == json{{"phase", "collect"},
                              {"at", "2024-12-13T12:05:00Z"},
                              {"reason", {{"fr", "Encore dix minutes"}}}});
    // What comes next is no reopening, and says no reason.
    house.done(facilitator, OpenPhase{Phase::Discuss});
    CHECK_FALSE(told(house, wire::Audience::Desk, "phase").contains("reason"));
}

TEST_CASE("F2: a board is reopened at most 200 times, and can still be closed", "[afternoon]")
{
    BoardMaker house;
    house.done(facilitator, OpenPhase{Phase::Vote});
    for (std::size_t time = 0; time < phase_reopenings_max; ++time) {
        house.done(facilitator, OpenPhase{time % 2 == 0 ? Phase::Collect : Phase::Vote, "Encore"});
    }
    CHECK(house.refused(facilitator, OpenPhase{Phase::Collect, "Encore"}) ==
          refusal(RefusalWord::TooMany, "phase", 200));
    house.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(house.board.phase == Phase::Closed);
}

TEST_CASE("F2: what was recorded before reasons were asked for is a reopening without one",
          "[afternoon]")
{
    BoardMaker house;
    house.record({}, PhaseOpened{Phase::Vote, {}});
    house.record({}, PhaseOpened{Phase::Collect, {}});
    auto const exported = json::parse(wire::roadmap(house.board))["reopenings"];
    REQUIRE(exported.size() == 1);
    CHECK_FALSE(exported[0].contains("reason"));
}

TEST_CASE("F3: a message stands for everybody until it is replaced or taken away", "[afternoon]")
{
    BoardMaker house;
    auto const everywhere = [&] {
        auto const phone = told(house, wire::Audience::Everyone, "message");
        CHECK(told(house, wire::Audience::Desk, "message") == phone);
        CHECK(told(house, wire::Audience::Wall, "message") == phone);
        return phone;
    };
    CHECK(everywhere().is_null());
    house.done(facilitator, SendMessage{" Le goûter est servi. "});
    auto const first = everywhere()["message"];
    CHECK(first["text"] == "Le goûter est servi.");
    CHECK(first["sentAt"] == house.now.milliseconds);
    house.done(facilitator, SendMessage{"On reprend à 15 h."});
    CHECK(everywhere()["message"]["text"] == "On reprend à 15 h.");
    CHECK(everywhere()["message"]["number"] > first["number"]);
    house.done(facilitator, SendMessage{});
    CHECK_FALSE(everywhere().contains("message"));
    // Also after the end.
    house.done(facilitator, OpenPhase{Phase::Closed});
    house.done(facilitator, SendMessage{"Le bus part à 18 h."});
    CHECK(everywhere()["message"]["text"] == "Le bus part à 18 h.");
}

TEST_CASE("F4: a message keeps its limit, and the same one again changes nothing", "[afternoon]")
{
    BoardMaker house;
    using enum RefusalWord;
    CHECK(house.refused(facilitator, SendMessage{letters(201)}) == refusal(TooLong, "text", 200));
    CHECK(house.refused(facilitator, SendMessage{"\x1b[2J"}) == refusal(BadText, "text"));
    CHECK(house.without_effect(facilitator, SendMessage{}));
    house.done(facilitator, SendMessage{letters(200)});
    auto const number = house.board.message->number;
    CHECK(house.without_effect(facilitator, SendMessage{letters(200)}));
    // Taken away and sent anew it is another one, which who dismissed the first sees again. A text
    // without words takes it away too.
    house.done(facilitator, SendMessage{"  "});
    CHECK_FALSE(house.board.message.has_value());
    house.done(facilitator, SendMessage{letters(200)});
    CHECK(house.board.message->number > number);
}
