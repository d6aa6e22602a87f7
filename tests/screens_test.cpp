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

ScreenNumber const first{1};
ScreenNumber const second{2};

ArrangeScreens const two{{{first, "Amphithéâtre"}, {second, "Hall"}}};

json told(BoardMaker const& maker, wire::Audience audience, std::string const& type)
{
    json last;
    for (auto const& change : json::parse(wire::changes(maker.board, audience, Position{}))) {
        if (change["type"] == type) last = change;
    }
    return last;
}

Show show(View view, ScreenNumber screen)
{
    return {view, {}, {}, screen};
}

} // namespace

TEST_CASE("F12: a board has one to eight screens, and the first is always there", "[afternoon]")
{
    BoardMaker house;
    using enum RefusalWord;
    CHECK(house.board.screens.size() == 1);
    CHECK(house.refused(facilitator, show(View::Blank, second)) ==
          refusal(UnknownScreen, "screen"));
    house.done(facilitator, two);
    CHECK(house.without_effect(facilitator, two));
    CHECK(house.board.screens.at(second).name == "Hall");
    auto const refused = [&](std::vector<ScreenName> const& screens) {
        return house.refused(facilitator, ArrangeScreens{screens});
    };
    CHECK(refused({}) == refusal(Required, "screens"));
    CHECK(refused({{second, "Hall"}}) == refusal(Required, "screens"));
    CHECK(refused({{first, "A"}, {first, "B"}}) == refusal(IdTaken, "screens[1].screen"));
    CHECK(refused({{first, "A"}, {{9}, "B"}}) == refusal(Malformed, "screens[1].screen", 8));
    CHECK(refused({{first, " "}}) == refusal(Required, "screens[0].name"));
    CHECK(refused({{first, letters(31)}}) == refusal(TooLong, "screens[0].name", 30));
    CHECK(refused(std::vector<ScreenName>(9, {first, "A"})) == refusal(TooMany, "screens", 8));
    // One that is renamed goes on showing what it showed; one that is no more is forgotten.
    house.done(facilitator, show(View::Roadmap, second));
    house.done(facilitator, ArrangeScreens{{{first, "Salle"}, {second, "Entrée"}}});
    CHECK(house.board.screens.at(second).view == View::Roadmap);
    house.done(facilitator, ArrangeScreens{{{first, "Salle"}}});
    CHECK_FALSE(house.board.screens.contains(second));
    house.done(facilitator, two);
    CHECK(house.board.screens.at(second).view == View::Join);
}

TEST_CASE("F13: each screen shows what was chosen for it", "[afternoon]")
{
    BoardMaker house;
    house.done(facilitator, two);
    CHECK(house.done(facilitator, show(View::Proposals, first)) ==
          std::vector<Event>{ScreenShown{View::Proposals, {}, {}, {}}});
    CHECK(house.done(facilitator, show(View::Roadmap, second)) ==
          std::vector<Event>{ScreenShown{View::Roadmap, {}, {}, second}});
    CHECK(house.without_effect(facilitator, show(View::Roadmap, second)));
    for (auto const audience : wire::audiences) {
        auto const screens = told(house, audience, "screens")["screens"];
        REQUIRE(screens.size() == 2);
        CHECK(screens[0] == json{{"screen", 1}, {"name", "Amphithéâtre"}, {"view", "proposals"}});
        CHECK(screens[1] == json{{"screen", 2}, {"name", "Hall"}, {"view", "roadmap"}});
    }
}

TEST_CASE("F13: what was shown, where and when is kept for the desk, the last sixty of it",
          "[afternoon]")
{
    BoardMaker house;
    house.done(facilitator, two);
    for (std::size_t time = 0; time < showings_max; ++time) {
        house.pass(std::chrono::minutes{1});
        house.done(facilitator, show(time % 2 == 0 ? View::Blank : View::Join, second));
    }
    house.pass(std::chrono::minutes{1});
    house.done(facilitator, show(View::Proposals, first));
    auto const showings = told(house, wire::Audience::Desk, "showings")["showings"];
    REQUIRE(showings.size() == 60);
    CHECK(showings[0]["view"] == "join");
    CHECK(showings[59] ==
          json{{"screen", 1}, {"at", house.now.milliseconds}, {"view", "proposals"}});
    CHECK(told(house, wire::Audience::Everyone, "showings").is_null());
    CHECK(told(house, wire::Audience::Wall, "showings").is_null());
}

namespace {

// Seven citizens, six companies and two associations who voted on a proposal.
class Divided : public BoardMaker {
public:
    explicit Divided(Method method = Method::Opinion)
    {
        done(facilitator, OpenPhase{Phase::Vote});
        done(facilitator,
             OpenBallot{one, "Que retenir ?", method, ResultsRule::WhenRevealed, {}, {}});
        if (method != Method::Opinion) return;
        give("citizens", 7, Choice::Support);
        give("companies", 6, Choice::Oppose);
        give("associations", 2, Choice::Support);
    }

    json standing(wire::Audience audience) const
    {
        auto const ranking = told(*this, audience, "ranking");
        return ranking.is_null() ? json() : ranking["standings"][0];
    }

    Actor const ana = join();
    ProposalId const bus = publish(ana, "bus");
    BallotId const one = id<BallotId>("one");

private:
    void give(std::string const& college, int people, Choice choice)
    {
        for (int person = 0; person < people; ++person) {
            done(join(college), CastChoice{one, bus, choice});
        }
    }
};

} // namespace

TEST_CASE("R32: what each college said is for desks and screens, once the results are shown",
          "[wire]")
{
    Divided house;
    CHECK(house.standing(wire::Audience::Desk).is_null());
    house.done(facilitator, CloseBallot{house.one});
    house.done(facilitator, RevealBallot{house.one, RevealStep::Order});
    for (auto const audience : wire::audiences) {
        CHECK(house.standing(audience).contains("rank"));
        CHECK_FALSE(house.standing(audience).contains("colleges"));
        CHECK_FALSE(house.standing(audience).contains("consensus"));
    }
    house.done(facilitator, RevealBallot{house.one, RevealStep::Numbers});
    // Two people are few; with them a larger college goes, lest they follow from the whole.
    for (auto const audience : {wire::Audience::Desk, wire::Audience::Wall}) {
        auto const colleges = house.standing(audience)["colleges"];
        REQUIRE(colleges.size() == 3);
        CHECK(colleges[0]["counts"] == json({7, 0, 0}));
        CHECK_FALSE(colleges[1].contains("counts"));
        CHECK_FALSE(colleges[2].contains("counts"));
    }
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Institutions}) {
        CHECK_FALSE(house.standing(audience).contains("colleges"));
    }
    house.done(facilitator, ConfigurePhase{Phase::Vote, {false, true, true, false}});
    CHECK(house.standing(wire::Audience::Wall).is_null());
}

TEST_CASE(
    "R33: a view of a ballot names it; agreement is of opinions, colleges of one proposal too",
    "[board]")
{
    using enum RefusalWord;
    Divided house;
    auto const shown = [&](View view, std::optional<ProposalId> proposal = {},
                           std::optional<BallotId> ballot = {}) {
        return Show{view, proposal, ballot};
    };
    for (auto const view : {View::Agreement, View::Colleges}) {
        CHECK(house.refused(facilitator, shown(view)) == refusal(Required, "ballot"));
        CHECK(house.refused(facilitator, shown(view, {}, id<BallotId>("no"))) ==
              refusal(UnknownBallot, "ballot"));
        house.done(facilitator, shown(view, {}, house.one));
        CHECK(house.board.screens.at(first) == Screen{view, {}, house.one});
    }
    CHECK(house.refused(facilitator, shown(View::Colleges, id<ProposalId>("no"), house.one)) ==
          refusal(UnknownProposal, "proposal"));
    house.done(facilitator, shown(View::Colleges, house.bus, house.one));
    CHECK(house.board.screens.at(first) == Screen{View::Colleges, house.bus, house.one});
    house.done(facilitator, shown(View::Agreement, house.bus, house.one));
    CHECK(house.board.screens.at(first) == Screen{View::Agreement, {}, house.one});

    Divided grades(Method::Grades);
    CHECK(grades.refused(facilitator, shown(View::Agreement, {}, grades.one)) ==
          refusal(NotOfMethod, "ballot"));
    grades.done(facilitator, shown(View::Colleges, {}, grades.one));
}
