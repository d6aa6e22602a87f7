#include "base/text.hpp"
#include "support/board_maker.hpp"
#include "support/random_story.hpp"

#include <array>
#include <set>
#include <string>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using namespace std::chrono_literals;

namespace {

Refusal creating(CreateBoard const& create)
{
    auto const decided = decide(Board{}, create);
    REQUIRE_FALSE(decided.has_value());
    return decided.error();
}

Refusal joining(Board const& board, JoinBoard const& join)
{
    auto const decided = decide(board, join);
    REQUIRE_FALSE(decided.has_value());
    return decided.error();
}

template <class Listed>
std::vector<Listed> many(std::size_t count)
{
    std::vector<Listed> list;
    while (list.size() < count) list.push_back({{"n-" + std::to_string(list.size())}, "Titre"});
    return list;
}

} // namespace

TEST_CASE("B1: a new board has a title and axes and colleges within their limits", "[board]")
{
    auto create = usual_board();
    create.title = letters(board_title_graphemes_max);
    create.axes = many<Axis>(axes_max);
    create.axes.back().title = letters(label_graphemes_max);
    create.colleges = many<College>(colleges_max);
    create.colleges.back().title = letters(label_graphemes_max);
    create.settings.proposals_per_participant = proposals_per_participant_max;
    auto const house = BoardMaker(create);
    CHECK(house.board.axes.size() == 24);
    CHECK(house.board.colleges.size() == 12);
    CHECK(house.board.phase == Phase::Collect);
    CHECK(house.board.phase_since == house.now);
    CHECK(house.board.screens.at({1}).view == View::Join);

    auto const but = [&](auto change) {
        auto other = create;
        change(other);
        return creating(other);
    };
    using enum RefusalWord;
    CHECK(but([](auto& c) { c.title = " "; }) == refusal(Required, "title"));
    CHECK(but([](auto& c) { c.title = letters(121); }) == refusal(TooLong, "title", 120));
    CHECK(but([](auto& c) { c.title = "a\nb"; }) == refusal(BadText, "title"));
    CHECK(but([](auto& c) { c.axes.clear(); }) == refusal(Required, "axes"));
    CHECK(but([](auto& c) { c.axes = many<Axis>(25); }) == refusal(TooMany, "axes", 24));
    CHECK(but([](auto& c) { c.axes[23].id = {"A"}; }) == refusal(Malformed, "axes[23].id"));
    CHECK(but([](auto& c) { c.axes[1].id = {""}; }) == refusal(Malformed, "axes[1].id"));
    CHECK(but([](auto& c) { c.axes[1].id = {std::string(33, 'a')}; }) ==
          refusal(Malformed, "axes[1].id"));
    CHECK(but([](auto& c) { c.axes[2].id = c.axes[0].id; }) == refusal(IdTaken, "axes[2].id"));
    CHECK(but([](auto& c) { c.axes[3].title = ""; }) == refusal(Required, "axes[3].title"));
    CHECK(but([](auto& c) { c.axes[3].title = letters(61); }) ==
          refusal(TooLong, "axes[3].title", 60));
    CHECK(but([](auto& c) { c.colleges = many<College>(13); }) == refusal(TooMany, "colleges", 12));
    CHECK(but([](auto& c) { c.colleges[1].id = c.colleges[0].id; }) ==
          refusal(IdTaken, "colleges[1].id"));
    CHECK(but([](auto& c) { c.colleges[1].title = letters(61); }) ==
          refusal(TooLong, "colleges[1].title", 60));
    for (std::uint64_t const wrong : {0, 201}) {
        CHECK(but([&](auto& c) { c.settings.proposals_per_participant = wrong; }) ==
              refusal(Malformed, "settings.proposalsPerParticipant", 200));
    }
}

TEST_CASE("B2: a board that names no colleges has the five usual ones", "[board]")
{
    BoardMaker house;
    std::vector<std::string> ids;
    for (auto const& college : house.board.colleges) ids.push_back(college.id.text);
    CHECK(ids == std::vector<std::string>{"citizens", "associations", "companies",
                                          "local-authorities", "institutions"});
}

TEST_CASE("B3: a board is created once and its three secrets have their roles", "[board]")
{
    BoardMaker house;
    CHECK(decide(house.board, usual_board()).error() == refusal(RefusalWord::IdTaken, "code"));
    CHECK(member(house.board, {"facilitator"}) == Actor{Role::Facilitator, {}});
    CHECK(member(house.board, {"moderator"}) == Actor{Role::Moderator, {}});
    CHECK(member(house.board, {"screen"}) == Actor{Role::Screen, {}});
    CHECK_FALSE(member(house.board, {"stranger"}).has_value());
}

TEST_CASE("B4: joining again with one credential is the same participant", "[board]")
{
    BoardMaker house;
    auto const ana = house.join("citizens", " Ana ");
    auto const ben = house.join("companies");
    CHECK(ana.participant.value == 1);
    CHECK(ben.participant.value == 2);
    CHECK(house.board.participants.at(ana.participant).name == "Ana");
    CHECK(member(house.board, {"person 2"}) == ben);

    // Whatever else is said the second time.
    auto const again = decide(house.board, JoinBoard{{"person 1"}, {"nowhere"}, letters(500)});
    REQUIRE(again.has_value());
    CHECK(again->empty());
    CHECK(house.board.joined.at({"citizens"}) == 1);
}

TEST_CASE("B5: joining is refused with the field it is about", "[board]")
{
    BoardMaker house;
    using enum RefusalWord;
    CHECK(joining(Board{}, {{"ana"}, {"citizens"}, {}}) == refusal(UnknownBoard));
    CHECK(joining(house.board, {{"ana"}, {"pirates"}, {}}) == refusal(UnknownCollege, "college"));
    CHECK(joining(house.board, {{"ana"}, {"citizens"}, letters(41)}) ==
          refusal(TooLong, "name", 40));
    CHECK(joining(house.board, {{"ana"}, {"citizens"}, "\x1b[2J"}) == refusal(BadText, "name"));
    for (auto const* secret : {"facilitator", "moderator", "screen"}) {
        CHECK(joining(house.board, {{secret}, {"citizens"}, {}}) ==
              refusal(NotAllowed, "credential"));
    }
    house.join();
    house.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(joining(house.board, {{"ben"}, {"citizens"}, {}}) == refusal(BoardClosed));
    CHECK(decide(house.board, JoinBoard{{"person 1"}, {"citizens"}, {}})->empty());
}

TEST_CASE("B6: a board has at most 20000 participants", "[board]")
{
    BoardMaker house;
    while (house.board.participants.size() < participants_max) {
        auto const number = house.board.participants.size() + 1;
        house.record({}, ParticipantJoined{{number}, {std::to_string(number)}, {"citizens"}, {}});
    }
    CHECK(joining(house.board, {{"late"}, {"citizens"}, {}}) ==
          refusal(RefusalWord::TooMany, "participant", 20'000));
}

TEST_CASE("B7: a participant gives and changes and takes back a name", "[board]")
{
    BoardMaker house;
    auto const ana = house.join();
    auto const name = [&] { return house.board.participants.at(ana.participant).name; };
    house.done(ana, Introduce{letters(name_graphemes_max)});
    CHECK(graphemes(*name()) == 40);
    CHECK(house.refused(ana, Introduce{letters(41)}) == refusal(RefusalWord::TooLong, "name", 40));
    CHECK(house.refused(ana, Introduce{"a\nb"}) == refusal(RefusalWord::BadText, "name"));
    house.done(ana, Introduce{"Ana"});
    CHECK(house.without_effect(ana, Introduce{" Ana "}));
    house.done(ana, Introduce{"  "});
    CHECK_FALSE(name().has_value());
    CHECK(house.without_effect(ana, Introduce{}));
}

TEST_CASE("B8: a phase is a set of switches and every phase can be opened again", "[board]")
{
    BoardMaker house;
    auto const all = std::array{Phase::Collect, Phase::Moderate, Phase::Discuss,
                                Phase::Vote,    Phase::Reveal,   Phase::Closed};
    // Propose, comment, vote, results.
    std::array<Switches, phase_count> const expected{{{true, true, false, true},
                                                      {false, false, false, true},
                                                      {false, true, false, true},
                                                      {false, true, true, true},
                                                      {false, true, false, true},
                                                      {false, false, false, true}}};
    CHECK(house.board.switches == expected);
    for (auto const from : all) {
        for (auto const to : all) {
            house.done(facilitator, OpenPhase{from, "encore"});
            house.pass(1s);
            if (from == to) {
                CHECK(house.without_effect(facilitator, OpenPhase{to}));
                continue;
            }
            house.done(facilitator, OpenPhase{to, "encore"});
            CHECK(house.board.phase == to);
            CHECK(house.board.phase_since == house.now);
        }
    }
}

TEST_CASE("B9: switches of a phase are configured before or during it", "[board]")
{
    BoardMaker house;
    auto const ana = house.join();
    house.done(facilitator, OpenPhase{Phase::Moderate});
    SubmitProposal const propose{id<ProposalId>("bus"), "Un bus", "", {"inclusion"}};
    CHECK(house.refused(ana, propose) == refusal(RefusalWord::PhaseForbids));
    ConfigurePhase const lets{Phase::Moderate, {true, false, false, false}};
    house.done(facilitator, lets);
    CHECK(house.without_effect(facilitator, lets));
    CHECK(house.board.now() == Switches{true, false, false, false});
    house.done(ana, propose);
    // Another phase keeps its own.
    CHECK(house.board.switches[static_cast<std::size_t>(Phase::Reveal)] ==
          usual_switches(Phase::Reveal));
    // Whatever its switches say a closed board lets nobody act.
    house.done(facilitator, ConfigurePhase{Phase::Closed, {true, true, true, true}});
    house.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(house.refused(ana, SubmitProposal{id<ProposalId>("tram"), "Un tram", "", {"school"}}) ==
          refusal(RefusalWord::BoardClosed));
}

TEST_CASE("B10: the screen shows what there is and only what the room may see", "[board]")
{
    BoardMaker house;
    auto const ana = house.join();
    auto const queued = house.submit(ana, "queued");
    auto const bus = house.publish(ana, "bus");
    using enum RefusalWord;
    auto const show = [](View view, std::optional<ProposalId> proposal = {},
                         std::optional<BallotId> ballot = {}) {
        return Show{view, proposal, ballot};
    };
    CHECK(house.refused(facilitator, show(View::Proposal)) == refusal(Required, "proposal"));
    CHECK(house.refused(facilitator, show(View::Proposal, id<ProposalId>("no"))) ==
          refusal(UnknownProposal, "proposal"));
    CHECK(house.refused(facilitator, show(View::Proposal, queued)) ==
          refusal(WrongStatus, "proposal"));
    CHECK(house.refused(facilitator, show(View::Results)) == refusal(Required, "ballot"));
    CHECK(house.refused(facilitator, show(View::Results, {}, id<BallotId>("no"))) ==
          refusal(UnknownBallot, "ballot"));
    CHECK(house.board.screens.at({1}) == Screen{});

    auto const ballot = house.open_ballot("one");
    house.done(facilitator, show(View::Proposal, bus, ballot));
    CHECK(house.board.screens.at({1}) == Screen{View::Proposal, bus, {}});
    CHECK(house.without_effect(facilitator, show(View::Proposal, bus)));
    house.done(facilitator, show(View::Results, bus, ballot));
    CHECK(house.board.screens.at({1}) == Screen{View::Results, {}, ballot});
    for (auto const view : {View::Join, View::Proposals, View::Roadmap, View::Blank}) {
        house.done(facilitator, show(view, bus, ballot));
        CHECK(house.board.screens.at({1}) == Screen{view, {}, {}});
    }
}

TEST_CASE("B11: a timer is the moment of its end and lasts at most a day", "[board]")
{
    BoardMaker house;
    for (std::int64_t const wrong : {-1, 0, 86'401}) {
        CHECK(house.refused(facilitator, StartTimer{wrong}) ==
              refusal(RefusalWord::Malformed, "seconds", 86'400));
    }
    CHECK(house.without_effect(facilitator, StopTimer{}));
    house.done(facilitator, StartTimer{86'400});
    CHECK(house.board.timer_ends_at == house.now + 24h);
    house.pass(10s);
    house.done(facilitator, StartTimer{1});
    CHECK(house.board.timer_ends_at == house.now + 1s);
    house.done(facilitator, StopTimer{});
    CHECK_FALSE(house.board.timer_ends_at.has_value());
}

TEST_CASE("B12: positions count the events of a board without a gap", "[board]")
{
    BoardMaker house;
    house.join();
    house.done(facilitator, OpenPhase{Phase::Vote});
    for (std::size_t at = 0; at < house.history.size(); ++at) {
        CHECK(house.history[at].position.value == at + 1);
    }
    CHECK(house.board.position.value == house.history.size());
    CHECK(house.board.last_at == house.history.back().at);
}

TEST_CASE("B38: whatever is asked a board is what its events made of it", "[board]")
{
    std::set<std::size_t> kinds;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        INFO("story " << seed);
        RandomStory story(seed);
        for (int part = 0; part < 5; ++part) {
            story.steps(100);
            Board replayed;
            for (auto const& recorded : story.maker.history) apply(replayed, recorded);
            REQUIRE(replayed == story.maker.board);
        }
        for (auto const& recorded : story.maker.history) kinds.insert(recorded.event.index());
    }
    // Everything has happened somewhere.
    for (std::size_t kind = 0; kind < std::variant_size_v<Event>; ++kind) {
        INFO("the event " << kind << " of the variant");
        CHECK(kinds.contains(kind));
    }
}
