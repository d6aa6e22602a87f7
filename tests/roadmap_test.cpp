#include "board/results.hpp"
#include "journal/format.hpp"
#include "support/random_story.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

json roadmap_of(BoardMaker const& maker)
{
    return json::parse(wire::roadmap(maker.board));
}

// A number with thousands apart and a decimal comma: what a French machine may do to text.
struct FrenchDigits : std::numpunct<char> {
    char do_thousands_sep() const override { return ' '; }
    std::string do_grouping() const override { return "\3"; }
    char do_decimal_point() const override { return ','; }
};

// The board as another process would have it: from the bytes of its journal.
Board read_back(BoardMaker const& maker)
{
    Board board;
    for (auto const& recorded : maker.history) {
        auto const read = journal::decode_recorded(journal::encode(recorded));
        REQUIRE(read.has_value());
        apply(board, *read);
    }
    return board;
}

} // namespace

TEST_CASE("E1: the roadmap of any story satisfies its schema at any moment", "[export]")
{
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        RandomStory story(seed);
        for (int step = 0; step < 400; step += 20) {
            story.steps(20);
            INFO("story " << seed << " after " << step + 20 << " steps");
            REQUIRE(roadmap_problem(wire::roadmap(story.maker.board)) == std::nullopt);
        }
    }
    CHECK(roadmap_problem(wire::roadmap(BoardMaker().board)) == std::nullopt);
}

TEST_CASE("E2: the same journal gives the same bytes whatever the machine or restart", "[export]")
{
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        RandomStory story(seed);
        story.steps(500);
        auto const bytes = wire::roadmap(story.maker.board);
        CHECK(wire::roadmap(read_back(story.maker)) == bytes);
        // Through a snapshot.
        auto const kept = journal::decode_board(journal::encode(story.maker.board));
        REQUIRE(kept.has_value());
        CHECK(*kept == story.maker.board);
        CHECK(wire::roadmap(*kept) == bytes);
        // Elsewhere, in another language and at another time of day.
        auto const usual = std::locale::global(std::locale(std::locale(), new FrenchDigits));
        ::setenv("TZ", "America/Martinique", 1);
        ::tzset();
        auto const elsewhere = wire::roadmap(read_back(story.maker));
        std::locale::global(usual);
        ::unsetenv("TZ");
        ::tzset();
        CHECK(elsewhere == bytes);
    }
}

TEST_CASE("E3: what changes nothing of the roadmap changes no byte but its moment", "[export]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    maker.publish(ana, "bus");
    auto before = roadmap_of(maker);
    maker.pass(std::chrono::minutes{1});
    maker.done(facilitator, Show{View::Proposals, {}, {}});
    maker.done(facilitator, StartTimer{60});
    auto after = roadmap_of(maker);
    CHECK(before["asOf"] != after["asOf"]);
    before.erase("asOf");
    after.erase("asOf");
    CHECK(before == after);
}

TEST_CASE("E4: results are in it exactly while they are shown to everybody", "[export]")
{
    for (auto const rule : {ResultsRule::Live, ResultsRule::AfterOwnVote, ResultsRule::AfterClosing,
                            ResultsRule::WhenRevealed}) {
        INFO(word(rule));
        BoardMaker maker;
        std::vector<Actor> people;
        while (people.size() < 12) people.push_back(maker.join("citizens"));
        auto const bus = maker.publish(people[0], "bus");
        auto const ballot = maker.open_ballot("ballot", rule);
        for (auto const& person : people)
            maker.done(person, CastChoice{ballot, bus, Choice::Support});
        auto const told = [&] {
            auto const roadmap = roadmap_of(maker);
            auto const& action = roadmap["proposals"][0];
            auto const& listed = roadmap["ballots"][0];
            CHECK(listed["resultsShown"] == action.contains("results"));
            CHECK(listed["voted"] == 12);
            if (!action.contains("results")) return false;
            CHECK(action["results"][0]["counts"] ==
                  json{{"support", 12}, {"neutral", 0}, {"oppose", 0}});
            return true;
        };
        CHECK(told() == (rule == ResultsRule::Live));
        maker.done(facilitator, CloseBallot{ballot});
        CHECK(told() == (rule != ResultsRule::WhenRevealed));
        maker.done(facilitator, RevealBallot{ballot});
        CHECK(told());
        // The phase that hides results hides them here too.
        auto switches = maker.board.now();
        switches.results = false;
        maker.done(facilitator, ConfigurePhase{maker.board.phase, switches});
        CHECK_FALSE(told());
    }
}

TEST_CASE("E5: small colleges are suppressed and no size tells who joined", "[export]")
{
    BoardMaker maker;
    std::vector<Actor> people;
    auto const& colleges = maker.board.colleges;
    for (std::size_t college = 0; college < 3; ++college) {
        auto const members = college == 0 ? 2U : 9U;
        for (unsigned person = 0; person < members; ++person) {
            people.push_back(maker.join(colleges[college].id.text));
        }
    }
    auto const bus = maker.publish(people[0], "bus");
    auto const ballot = maker.open_ballot("ballot");
    for (auto const& person : people) maker.done(person, CastChoice{ballot, bus, Choice::Oppose});
    auto const roadmap = roadmap_of(maker);
    auto const& parts = roadmap["proposals"][0]["results"][0]["byCollege"];
    CHECK(parts == json{{{"college", colleges[0].id.text}, {"suppressed", true}},
                        {{"college", colleges[1].id.text}, {"suppressed", true}},
                        {{"college", colleges[2].id.text},
                         {"counts", {{"support", 0}, {"neutral", 0}, {"oppose", 9}}}}});
    auto const& joined = roadmap["participation"]["colleges"];
    CHECK_FALSE(joined[0].contains("joined"));
    CHECK(joined[1]["joined"] == 9);
    CHECK_FALSE(joined[3].contains("joined"));
}

TEST_CASE("E6: no name of a person and nothing that was not published is in it", "[export]")
{
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        RandomStory story(seed); // Names all begin the same.
        story.steps(500);
        auto const& board = story.maker.board;
        auto const text = wire::roadmap(board);
        CHECK(text.find("Nom secret") == std::string::npos);
        auto const roadmap = json::parse(text);
        for (auto const& [id, proposal] : board.proposals) {
            auto const told = text.find("\"" + std::string(id.text()) + "\"") != std::string::npos;
            CHECK(told == is_public(proposal.status));
        }
        for (auto const& [id, comment] : board.comments) {
            CHECK(text.find(id.text()) == std::string::npos);
        }
    }
}

TEST_CASE("A6: the export tells who could join, and that an open board's results are indicative",
          "[roadmap]")
{
    auto create = usual_board();
    for (auto const admission : {Admission::Open, Admission::Badges}) {
        create.settings.admission = admission;
        BoardMaker const maker(create);
        auto const told = json::parse(wire::roadmap(maker.board))["participation"]["admission"];
        CHECK(told["level"] == std::string(word(admission)));
        CHECK(told["indicative"] == (admission == Admission::Open));
    }
}

TEST_CASE("E7: it is a draft until the board is closed, and one again when it is reopened",
          "[export]")
{
    BoardMaker maker;
    CHECK(roadmap_of(maker)["status"] == "draft");
    maker.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(roadmap_of(maker)["status"] == "final");
    maker.done(facilitator, OpenPhase{Phase::Reveal, "Une erreur"});
    CHECK(roadmap_of(maker)["status"] == "draft");
}

TEST_CASE("E8: a decided action carries its decision, bearer, partners and days", "[export]")
{
    BoardMaker maker;
    auto const ana = maker.join("citizens", "Ana");
    auto const bus = maker.publish(ana, "bus");
    maker.publish(ana, "quay");
    maker.done(facilitator, DecideProposal{bus,
                                           Decision::AdoptedWithChanges,
                                           "Dès la rentrée",
                                           "La Ville",
                                           {"Le port", "L'école"},
                                           "2025-01-31",
                                           "2026-12-31"});
    auto const roadmap = roadmap_of(maker);
    REQUIRE(roadmap["roadmap"]["actions"].size() == 1);
    REQUIRE(roadmap["proposals"].size() == 1);
    auto const& action = roadmap["roadmap"]["actions"][0];
    CHECK(action["reference"] == "K7P4X-1");
    CHECK(action["status"] == "adoptedWithChanges");
    CHECK(action["decision"] == json{{"decision", "adoptedWithChanges"},
                                     {"decidedAt", "2024-12-13T12:00:00Z"},
                                     {"words", {{"fr", "Dès la rentrée"}}}});
    CHECK(action["bearers"] == json{{{"name", "La Ville"}}});
    CHECK(action["partners"] == json{{{"name", "Le port"}}, {{"name", "L'école"}}});
    CHECK(action["start"] == "2025-01-31");
    CHECK(action["end"] == "2026-12-31");
    CHECK(action["sources"][0]["college"] == "citizens");
    CHECK_FALSE(roadmap["proposals"][0].contains("decision"));
    maker.done(facilitator, DecideProposal{bus, {}, {}, {}, {}, {}, {}});
    CHECK(roadmap_of(maker)["roadmap"]["actions"].empty());
}

TEST_CASE("E29: every text is given in the language of its author, and all of them are told",
          "[export]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    auto const publish = [&](std::string const& name, std::optional<Language> language) {
        auto const proposal = id<ProposalId>(name);
        maker.done(ana, SubmitProposal{proposal, name, "more", {"inclusion"}, language});
        maker.done(moderator, PublishProposal{proposal, {}});
        return proposal;
    };
    CHECK(roadmap_of(maker)["languages"] == json::array({"fr"}));
    publish("bus", {});
    auto const whole = publish("night-bus", Language::En);
    auto const bis = publish("bis", Language::Gcf);
    auto told = roadmap_of(maker);
    CHECK(told["languages"] == json::array({"fr", "gcf", "en"}));
    CHECK(told["proposals"][1]["title"] == json{{"en", "night-bus"}});
    CHECK(told["proposals"][1]["originalLanguage"] == "en");
    CHECK(told["proposals"][2]["description"] == json{{"gcf", "more"}});
    maker.done(moderator, MergeProposal{bis, whole});
    told = roadmap_of(maker);
    CHECK(told["proposals"][1]["sources"][1]["title"] == json{{"gcf", "bis"}});
    CHECK(told["languages"] == json::array({"fr", "gcf", "en"}));
    CHECK(roadmap_problem(wire::roadmap(maker.board)) == std::nullopt);
}
