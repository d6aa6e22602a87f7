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

AddTable table(std::string const& title, std::string const& scribe,
               std::string const& by = "facilitator")
{
    return {{by}, title, {"M4N5P"}, {scribe}};
}

// A board with a table, and that table's scribe as the board knows them.
struct Plenary : BoardMaker {
    Plenary()
    {
        add(table("Table 3", "scribe"));
        scribe = *member(board, {"scribe"});
    }

    Decided add(AddTable const& command)
    {
        auto decided = decide(board, command);
        if (decided) {
            for (auto const& event : *decided) record({}, event);
        }
        return decided;
    }

    Actor scribe;
};

SendUp const bus{id<ProposalId>("bus"), "Un bus", "À 6 h", {"inclusion"}, {{"companies"}, 7}};

} // namespace

TEST_CASE("F18: who leads a board adds up to sixty tables to it", "[afternoon]")
{
    Plenary house;
    using enum RefusalWord;
    CHECK(house.board.tables.size() == 1);
    house.join();
    for (auto const* by : {"moderator", "screen", "person 2", "scribe"}) {
        CHECK(house.add(table("Table 4", "other", by)).error() == refusal(NotAllowed));
    }
    CHECK(house.add(table("Table 4", "other", "nobody")).error() ==
          refusal(UnknownCredential, "authorization"));
    CHECK(house.add(table(" ", "other")).error() == refusal(Required, "title"));
    CHECK(house.add(table(letters(41), "other")).error() == refusal(TooLong, "title", 40));
    CHECK(house.add(table("Table 4", "scribe")).error() == refusal(IdTaken, "scribe"));
    while (house.board.tables.size() < tables_max) {
        auto const number = std::to_string(house.board.tables.size());
        REQUIRE(house.add(table("Table", "scribe " + number)).has_value());
    }
    CHECK(house.add(table("Table", "other")).error() == refusal(TooMany, "tables", 60));
    CHECK(decide(Board{}, table("Table", "x")).error() == refusal(UnknownBoard));

    auto create = usual_board();
    create.parent = Parent{{"K7P4X"}, "Feuille de route"};
    BoardMaker child(create);
    CHECK(child.board.parent == create.parent);
    CHECK(decide(child.board, table("Table", "x")).error() == refusal(NotAllowed));
    house.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(house.add(table("Table", "x")).error() == refusal(BoardClosed));
}

TEST_CASE("F19: a table's scribe sends proposals up to the queue, once only", "[afternoon]")
{
    Plenary house;
    using enum RefusalWord;
    auto const ana = house.join();
    CHECK(house.refused(ana, bus) == refusal(NotATable));
    CHECK(house.refused(facilitator, bus) == refusal(NotAllowed));
    auto wrong = bus;
    wrong.source.college = {"pirates"};
    CHECK(house.refused(house.scribe, wrong) == refusal(UnknownCollege, "source.college"));
    wrong = bus;
    wrong.axis = {"pirates"};
    CHECK(house.refused(house.scribe, wrong) == refusal(UnknownAxis, "axis"));
    house.done(facilitator, OpenPhase{Phase::Discuss}); // In any phase but closed.
    // Nor from a table that moderators muted.
    house.done(moderator, MuteParticipant{house.scribe.participant, true});
    CHECK(house.refused(house.scribe, bus) == refusal(Muted));
    house.done(moderator, MuteParticipant{house.scribe.participant, false});
    house.done(house.scribe, bus);
    CHECK(house.proposal(bus.proposal).status == ProposalStatus::Submitted);
    house.done(moderator, DeclineProposal{bus.proposal, DeclineReason::Duplicate, {}});
    auto again = bus;
    again.title = "Un autre bus";
    CHECK(house.without_effect(house.scribe, again));
    CHECK(house.proposal(bus.proposal).status == ProposalStatus::Declined);
    // An id that a person used is not theirs to send.
    house.done(facilitator, OpenPhase{Phase::Collect, "Encore"});
    auto taken = bus;
    taken.proposal = house.submit(ana, "tram");
    CHECK(house.refused(house.scribe, taken) == refusal(IdTaken, "proposal"));
    // More than a person may hand in.
    for (int number = 0; number < 9; ++number) {
        auto more = bus;
        more.proposal = id<ProposalId>("more" + std::to_string(number));
        house.done(house.scribe, more);
    }
}

TEST_CASE("F20: what a table sent up says so, and the table has no voice", "[afternoon]")
{
    Plenary house;
    auto const ana = house.join("citizens");
    house.done(house.scribe, bus);
    house.done(moderator, PublishProposal{bus.proposal});
    for (auto const& change :
         json::parse(wire::changes(house.board, wire::Audience::Everyone, Position{}))) {
        if (change["type"] != "proposal") continue;
        CHECK(change["proposal"]["table"] == "Table 3");
        CHECK(change["proposal"]["college"] == "companies");
        CHECK(schema_problem("ProposalChange", change.dump()) == std::nullopt);
    }
    auto const text = wire::roadmap(house.board);
    CHECK(roadmap_problem(text) == std::nullopt);
    auto const roadmap = json::parse(text);
    CHECK(roadmap["proposals"][0]["sources"][0] ==
          json{{"proposal", std::string(bus.proposal.text())},
               {"college", "companies"},
               {"table", {{"board", "M4N5P"}, {"title", {{"fr", "Table 3"}}}, {"number", 7}}}});
    CHECK(roadmap["participation"]["joined"] == 1);
    CHECK(roadmap["participation"]["proposers"] == 0);
    // Neither is it counted by the way it came.
    for (int more = 0; more < 4; ++more) house.join("citizens");
    CHECK(json::parse(wire::roadmap(house.board))["participation"]["channels"] ==
          json::array({{{"channel", "phone"}, {"count", 5}}}));

    auto const not_allowed = refusal(RefusalWord::NotAllowed);
    auto const tram = id<ProposalId>("tram");
    CHECK(house.refused(house.scribe, SubmitProposal{tram, "Un tram", "", {"school"}}) ==
          not_allowed);
    CHECK(house.refused(house.scribe, Introduce{"Moi"}) == not_allowed);
    CHECK(house.refused(house.scribe, SubmitComment{id<CommentId>("c"), bus.proposal, Stance::For,
                                                    "Oui"}) == not_allowed);
    auto const ballot = house.open_ballot("ballot");
    CHECK(house.refused(house.scribe, CastChoice{ballot, bus.proposal, Choice::Support}) ==
          not_allowed);
    house.done(ana, CastChoice{ballot, bus.proposal, Choice::Support});
    // Tables outlast a rehearsal, what they sent up in it does not.
    house.done(facilitator, StartRehearsal{});
    auto other = bus;
    other.proposal = tram;
    house.done(house.scribe, other);
    house.done(facilitator, PurgeRehearsal{});
    CHECK(house.board.tables.size() == 1);
    CHECK_FALSE(house.board.proposals.contains(tram));
    CHECK(wire::roadmap(house.board).find("Table 3") != std::string::npos);
}
