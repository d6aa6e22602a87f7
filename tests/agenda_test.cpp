#include "support/board_maker.hpp"
#include "support/schema_validator.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"
#include "wire/templates.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

BallotPlan const plan{"Que retenir ?", Method::Opinion, ResultsRule::AfterClosing};

std::vector<Step> usual_steps()
{
    return {{{"proposer"}, "Nous proposons", Phase::Collect, 12, {}},
            {{"voter"}, "Nous votons", Phase::Vote, 8, plan},
            {{"revoter"}, "Nous votons encore", Phase::Vote, 5, plan},
            {{"fin"}, "Merci", Phase::Closed, 1, {}}};
}

// A board with an agenda and one published proposal.
struct Planned : BoardMaker {
    Planned()
    {
        done(facilitator, SetAgenda{usual_steps()});
        ana = join();
        bus = publish(ana, "bus");
    }

    std::vector<Event> play(std::string const& step, std::string const& ballot = {})
    {
        PlayStep play{{step}, {}};
        if (!ballot.empty()) play.ballot = id<BallotId>(ballot);
        play.seed = "luck";
        return done(facilitator, play);
    }

    StepState state(std::string const& step) const { return board.agenda.state({step}); }

    json told(wire::Audience audience) const
    {
        json last;
        for (auto const& change : json::parse(wire::changes(board, audience, Position{}))) {
            if (change["type"] == "agenda") last = change;
        }
        return last;
    }

    Actor ana;
    ProposalId bus;
};

} // namespace

TEST_CASE("F5: an agenda keeps its limits, and a refusal names the step and the field",
          "[afternoon]")
{
    BoardMaker house;
    using enum RefusalWord;
    auto const refused = [&](auto change) {
        auto steps = usual_steps();
        change(steps);
        return house.refused(facilitator, SetAgenda{steps});
    };
    CHECK(refused([](auto& steps) { steps[1].title = " "; }) ==
          refusal(Required, "steps[1].title"));
    CHECK(refused([](auto& steps) { steps[1].title = letters(61); }) ==
          refusal(TooLong, "steps[1].title", 60));
    CHECK(refused([](auto& steps) { steps[2].minutes = 0; }) ==
          refusal(Malformed, "steps[2].minutes", 20160));
    CHECK(refused([](auto& steps) { steps[2].minutes = 20161; }) ==
          refusal(Malformed, "steps[2].minutes", 20160));
    CHECK(refused([](auto& steps) { steps[0].id = {"Pas une"}; }) ==
          refusal(Malformed, "steps[0].id"));
    CHECK(refused([](auto& steps) { steps[3].id = steps[0].id; }) ==
          refusal(IdTaken, "steps[3].id"));
    CHECK(refused([](auto& steps) { steps[1].ballot->question = ""; }) ==
          refusal(Required, "steps[1].ballot.question"));
    CHECK(refused([](auto& steps) { steps[1].ballot->question = letters(201); }) ==
          refusal(TooLong, "steps[1].ballot.question", 200));
    CHECK(refused([](auto& steps) {
              while (steps.size() <= agenda_steps_max) {
                  steps.push_back({{"s" + std::to_string(steps.size())}, "x", Phase::Vote, 1, {}});
              }
          }) == refusal(TooMany, "steps", 40));
    house.done(facilitator, SetAgenda{usual_steps()});
    CHECK(house.board.agenda.steps == usual_steps());
    CHECK(house.without_effect(facilitator, SetAgenda{usual_steps()}));
    house.done(facilitator, SetAgenda{});
    CHECK(house.board.agenda.steps.empty());
}

TEST_CASE("F5: the step that ends the session opens no ballot", "[afternoon]")
{
    BoardMaker house;
    auto steps = usual_steps();
    steps[3].ballot = plan;
    CHECK(house.refused(facilitator, SetAgenda{steps}) ==
          refusal(RefusalWord::BoardClosed, "steps[3].ballot"));
}

TEST_CASE("F6: playing a step opens its phase, its time and its ballot", "[afternoon]")
{
    Planned house;
    house.play("proposer");
    CHECK(house.state("proposer") == StepState::Playing);
    CHECK(house.board.timer_ends_at == house.now + 12min);
    house.pass(13min);
    house.play("voter", "first");
    CHECK(house.state("proposer") == StepState::Done);
    CHECK(house.board.phase == Phase::Vote);
    CHECK(house.board.timer_ends_at == house.now + 8min);
    auto const& ballot = house.ballot(id<BallotId>("first"));
    CHECK(ballot.state == BallotState::Open);
    CHECK(ballot.question == plan.question);
    CHECK(ballot.proposals == std::vector{house.bus});
    CHECK(ballot.seed == "luck");
    // The next vote closes this one; the phase is the same and is not opened again.
    house.play("revoter", "second");
    CHECK(ballot.state == BallotState::Closed);
    CHECK(house.ballot(id<BallotId>("second")).state == BallotState::Open);
    CHECK(house.board.phase_reopenings.empty());
    // Going back is planned, so the step is the reason.
    house.play("proposer");
    CHECK(house.ballot(id<BallotId>("second")).state == BallotState::Closed);
    REQUIRE(house.board.phase_reopenings.size() == 1);
    CHECK(house.board.phase_reopenings[0].reason == "Nous proposons");
    house.done(facilitator, EndStep{});
    CHECK_FALSE(house.board.agenda.current.has_value());
    CHECK_FALSE(house.board.timer_ends_at.has_value());
    CHECK(house.without_effect(facilitator, EndStep{}));
    house.play("fin");
    CHECK(house.board.phase == Phase::Closed);
    CHECK_FALSE(house.board.timer_ends_at.has_value());
    CHECK(house.refused(facilitator, PlayStep{{"proposer"}, {}}) ==
          refusal(RefusalWord::BoardClosed));
}

TEST_CASE("F6: a step that cannot be played whole is not played at all", "[afternoon]")
{
    using enum RefusalWord;
    BoardMaker house;
    house.done(facilitator, SetAgenda{usual_steps()});
    auto const first = id<BallotId>("first");
    auto const unchanged = [&](PlayStep const& command, Refusal const& why) {
        auto const before = house.board;
        CHECK(house.refused(facilitator, command) == why);
        CHECK(house.board == before);
    };
    unchanged(PlayStep{{"danser"}, {}}, refusal(UnknownStep, "step"));
    unchanged(PlayStep{{"voter"}, first}, refusal(NothingToVoteOn, "proposals"));
    auto const bus = house.publish(house.join(), "bus");
    unchanged(PlayStep{{"voter"}, {}}, refusal(Required, "ballot"));
    // A ballot that no step opened is closed by hand.
    house.done(facilitator, OpenBallot{first, "À part", Method::Opinion, ResultsRule::Live, {}});
    unchanged(PlayStep{{"voter"}, first}, refusal(IdTaken, "ballot"));
    unchanged(PlayStep{{"voter"}, id<BallotId>("second")}, refusal(BallotOpen));
    CHECK(house.ballot(first).proposals == std::vector{bus});
}

TEST_CASE("F7: pausing keeps the time that is left, and the ballot as it is", "[afternoon]")
{
    Planned house;
    CHECK(house.refused(facilitator, PauseStep{}) == refusal(RefusalWord::NoStepPlaying));
    house.play("voter", "first");
    house.pass(5min + 500ms);
    house.done(facilitator, PauseStep{});
    CHECK(house.state("voter") == StepState::Paused);
    CHECK_FALSE(house.board.timer_ends_at.has_value());
    CHECK(house.told(wire::Audience::Everyone)["millisecondsLeft"] == 179'500);
    CHECK(house.without_effect(facilitator, PauseStep{}));
    CHECK(house.ballot(id<BallotId>("first")).state == BallotState::Open);
    house.done(house.ana, CastChoice{id<BallotId>("first"), house.bus, Choice::Support});
    house.pass(1h);
    house.play("voter");
    CHECK(house.state("voter") == StepState::Playing);
    CHECK(house.board.timer_ends_at == house.now + 179'500ms);
    CHECK(house.without_effect(facilitator, PlayStep{{"voter"}, {}}));
    CHECK(house.board.ballots.size() == 1);
    // Time that was given by hand counts; time that is over is over.
    house.done(facilitator, StartTimer{600});
    house.done(facilitator, PauseStep{});
    CHECK(house.board.agenda.milliseconds_left == 600'000);
    house.play("voter");
    house.pass(11min);
    house.done(facilitator, PauseStep{});
    CHECK(house.board.agenda.milliseconds_left == 0);
    house.play("voter");
    CHECK_FALSE(house.board.timer_ends_at.has_value());
    CHECK(house.state("voter") == StepState::Playing);
}

TEST_CASE("F8: steps keep their state by their id, and the one that plays stays", "[afternoon]")
{
    Planned house;
    using enum RefusalWord;
    house.play("proposer");
    house.play("voter", "first");
    house.done(facilitator, SkipStep{{"revoter"}, true});
    CHECK(house.without_effect(facilitator, SkipStep{{"revoter"}, true}));
    CHECK(house.refused(facilitator, SkipStep{{"voter"}, true}) == refusal(StepPlaying, "step"));
    CHECK(house.refused(facilitator, SkipStep{{"danser"}, true}) == refusal(UnknownStep, "step"));
    auto steps = usual_steps();
    std::reverse(steps.begin(), steps.end());
    steps[2].title = "Nous votons, encore dix minutes";
    house.done(facilitator, SetAgenda{steps});
    CHECK(house.state("proposer") == StepState::Done);
    CHECK(house.state("voter") == StepState::Playing);
    CHECK(house.state("revoter") == StepState::Skipped);
    CHECK(house.state("fin") == StepState::Waiting);
    house.done(facilitator, SkipStep{{"revoter"}, false});
    CHECK(house.state("revoter") == StepState::Waiting);
    auto const without = [&](std::string const& id) {
        auto left = steps;
        std::erase_if(left, [&](Step const& step) { return step.id.text == id; });
        return SetAgenda{left};
    };
    CHECK(house.refused(facilitator, without("voter")) == refusal(StepPlaying, "steps"));
    // A step that was removed is forgotten, and comes back as a new one.
    house.done(facilitator, without("proposer"));
    house.done(facilitator, SetAgenda{steps});
    CHECK(house.state("proposer") == StepState::Waiting);
}

TEST_CASE("F9: a step whose time is over stays until somebody goes on", "[afternoon]")
{
    Planned house;
    house.play("voter", "first");
    house.pass(24h);
    house.done(house.ana, CastChoice{id<BallotId>("first"), house.bus, Choice::Support});
    CHECK(house.state("voter") == StepState::Playing);
    CHECK(house.board.phase == Phase::Vote);
    // Nor does what is done by hand change what plays.
    house.done(facilitator, OpenPhase{Phase::Discuss});
    house.done(facilitator, StopTimer{});
    CHECK(house.state("voter") == StepState::Playing);
}

TEST_CASE("F10: the agenda is told to everybody, and what it will ask to the desk alone",
          "[afternoon]")
{
    Planned house;
    house.play("proposer");
    auto const desk = house.told(wire::Audience::Desk);
    CHECK(desk["current"] == "proposer");
    CHECK(desk["steps"][0]["state"] == "playing");
    CHECK(desk["steps"][1]["ballot"]["question"] == plan.question);
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Wall}) {
        auto room = house.told(audience);
        CHECK(room["current"] == "proposer");
        CHECK(room["steps"][1]["title"] == "Nous votons");
        for (auto const& step : room["steps"]) CHECK_FALSE(step.contains("ballot"));
        CHECK(schema_problem("AgendaChange", room.dump()) == std::nullopt);
    }
}

TEST_CASE("F11: every template lasts as long as its name says and can be played to its end",
          "[afternoon]")
{
    std::map<std::string, std::uint64_t> const minutes{
        {"plenary-45-minutes", 45}, {"workshop-2-hours", 120}, {"consultation-1-week", 7 * 1440}};
    CHECK(wire::template_texts().size() == minutes.size());
    for (auto const& [name, length] : minutes) {
        INFO(name);
        auto const text = source_file("config/templates/" + name + ".json");
        CHECK(schema_problem("Template", text) == std::nullopt);
        CHECK(std::count(wire::template_texts().begin(), wire::template_texts().end(), text) == 1);
        CHECK(json::parse(text)["id"] == name);

        auto command = wire::read_create_board(
            R"({"title":"Test","axes":[{"id":"inclusion","title":"Inclusion"}],"template":")" +
            name + "\"}");
        REQUIRE(command.has_value());
        command->code = {"K7P4X"};
        command->facilitator = {"facilitator"};
        command->moderator = {"moderator"};
        command->screen = {"screen"};
        BoardMaker house(*command);
        std::uint64_t planned = 0;
        int votes = 0;
        auto const bus = house.publish(house.join(), "bus");
        for (auto const& step : house.board.agenda.steps) {
            planned += step.minutes;
            PlayStep play{step.id, {}};
            if (step.ballot) play.ballot = id<BallotId>("ballot" + std::to_string(++votes));
            house.done(facilitator, play);
            CHECK(house.board.phase == step.phase);
            if (!step.ballot) continue;
            // People can vote while it is open.
            CHECK(house.board.now().vote);
            CHECK(house.ballot(*play.ballot).proposals == std::vector{bus});
        }
        CHECK(planned == length);
        CHECK(votes > 0);
        // Only what is planned twice is opened again.
        CHECK(house.board.phase_reopenings.size() == (name == "workshop-2-hours" ? 3 : 0));
    }
    auto const unknown = wire::read_create_board(
        R"({"title":"Test","axes":[{"id":"inclusion","title":"Inclusion"}],"template":"fiesta"})");
    CHECK(unknown.error() == refusal(RefusalWord::UnknownTemplate, "template"));
}
