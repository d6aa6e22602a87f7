#include "support/desk_board.hpp"
#include "support/plain_browser.hpp"

#include <string>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

std::string value_of(PlainBrowser::Fields const& fields, std::string const& name)
{
    for (auto const& [known, value] : fields) {
        if (known == name) return value;
    }
    return {};
}

} // namespace

TEST_CASE("N25: another text in the same form is told also when its time is over", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("/propose");
    auto const proposing = PlainBrowser::with(browser.form("propose"), {{"title", "Un bus"}});
    browser.post("propose", proposing);
    board.must({{"type", "openPhase"}, {"phase", "moderate"}});
    auto const done_again = [&](std::string const& act, PlainBrowser::Fields const& fields) {
        CHECK(browser.post(act, fields).status == 200);
        CHECK(browser.sent_on == 303);
    };
    done_again("propose", proposing);
    auto const other = PlainBrowser::with(proposing, {{"title", "Un train"}});
    CHECK(browser.post("propose", other).status == 409);
    CHECK_THAT(browser.page.body, containing("Ce n’est pas possible pour le moment."));
    CHECK_THAT(browser.page.body, containing("Un train</textarea>"));
    // Other words from the team make nothing else of what was sent.
    board.must({{"type", "rewordProposal"},
                {"proposal", value_of(proposing, "proposal")},
                {"title", "Un bus de nuit"},
                {"description", ""},
                {"axis", "inclusion"}});
    done_again("propose", proposing);

    // A correction, and then a vote, likewise.
    browser.get("/propose?proposal=1");
    auto const correcting = PlainBrowser::with(browser.form("correct"), {{"title", "Un car"}});
    browser.post("correct", correcting);
    auto const id = value_of(proposing, "proposal");
    board.must({{"type", "publishProposal"}, {"proposal", id}});
    board.open_vote();
    done_again("correct", correcting);
    auto const late = PlainBrowser::with(correcting, {{"title", "Une navette"}});
    CHECK(browser.post("correct", late).status == 422);
    CHECK_THAT(browser.page.body, containing("Cette proposition a changé."));

    browser.get("?proposal=1");
    auto const voting = PlainBrowser::with(browser.form("vote"), {{"choice", "oppose"}});
    browser.post("vote", voting);
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    done_again("vote", voting);
    auto const changed = PlainBrowser::with(voting, {{"choice", "support"}});
    CHECK(browser.post("vote", changed).status == 422);
    CHECK_THAT(browser.page.body, containing("Le vote est fermé."));
    CHECK(counts_of(board.roadmap(server))["oppose"] == 1);
}

TEST_CASE("N25: a vote sent twice is done also when a merge has moved it", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    std::string const train_id(22, 'c');
    board.publish(bus_id, "Un bus");
    board.publish(train_id, "Un train");
    board.open_vote();
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("?proposal=2");
    auto const voting = PlainBrowser::with(browser.form("vote"), {{"choice", "oppose"}});
    browser.post("vote", voting);
    board.must({{"type", "mergeProposal"}, {"proposal", train_id}, {"into", bus_id}});
    CHECK(browser.post("vote", voting).status == 200);
    CHECK(browser.sent_on == 303);
    auto const changed = PlainBrowser::with(voting, {{"choice", "support"}});
    CHECK(browser.post("vote", changed).status == 422);
    CHECK_THAT(browser.page.body, containing("<strong>Je suis contre</strong>"));
}
