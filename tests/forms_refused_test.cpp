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

// A proposal that this browser hands in. Returns its id.
std::string propose(PlainBrowser& browser, std::string const& title)
{
    browser.get("/propose");
    auto const fields = PlainBrowser::with(browser.form("propose"), {{"title", title}});
    REQUIRE(browser.post("propose", fields).status == 200);
    return value_of(fields, "proposal");
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

TEST_CASE("N27: a refused vote is chosen on no other proposal", "[net]")
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
    auto const voting = PlainBrowser::with(browser.form("vote"), {{"choice", "support"}});
    board.must({{"type", "mergeProposal"}, {"proposal", train_id}, {"into", bus_id}});
    CHECK(browser.post("vote", voting).status == 422);
    CHECK_THAT(browser.page.body, containing("Un bus"));
    CHECK(times(browser.page.body, " checked") == 0);
}

TEST_CASE("N27: a correction that comes too late is read again, and is no other proposal", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    auto const id = propose(browser, "Un bus");
    browser.get("/propose?proposal=1");
    auto const late = PlainBrowser::with(browser.form("correct"),
                                         {{"title", "Un car"}, {"description", "Ligne <2>"}});
    board.must({{"type", "publishProposal"}, {"proposal", id}});
    board.open_vote();
    CHECK(browser.post("correct", late).status == 422);
    CHECK_THAT(browser.page.body, containing("Cette proposition a changé."));
    CHECK_THAT(browser.page.body, containing("Un car</textarea>"));
    CHECK_THAT(browser.page.body, containing("Ligne &lt;2&gt;</textarea>"));
    CHECK(times(browser.page.body, "<textarea") == times(browser.page.body, " readonly"));
    CHECK(browser.form("propose").empty());
    CHECK(browser.form("correct").empty());
    // Who comes by the address is told the same.
    CHECK_THAT(browser.get("/propose?proposal=1").body, containing("Cette proposition a changé."));
    CHECK(browser.form("propose").empty());
}

TEST_CASE("N41: a page offers what the board would take, and nothing else", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    auto const id = propose(browser, "Un bus");
    auto const offers = [&](std::string const& what) {
        return times(browser.get("/mine").body, what) == 1;
    };
    CHECK(offers("/propose?proposal=1\""));
    CHECK(offers("/form/withdraw\""));

    board.must({{"type", "muteParticipant"}, {"participant", 1}, {"muted", true}});
    CHECK_FALSE(offers("/propose?proposal=1\""));
    CHECK(offers("/form/withdraw\""));
    CHECK_THAT(browser.get("/propose").body, containing("L’équipe ne prend plus vos textes."));
    // Put back is a text again.
    browser.get("/mine");
    browser.send("withdraw", {});
    CHECK_FALSE(offers("/form/withdraw\""));
    board.must({{"type", "muteParticipant"}, {"participant", 1}, {"muted", false}});
    CHECK(offers("/form/withdraw\""));
    browser.send("withdraw", {});

    // Others stand in it.
    board.must({{"type", "publishProposal"}, {"proposal", id}});
    CHECK(offers("/form/withdraw\""));
    board.publish(bus_id, "Un car");
    board.must({{"type", "mergeProposal"}, {"proposal", bus_id}, {"into", id}});
    CHECK_FALSE(offers("/form/withdraw\""));
}

TEST_CASE("N41: who has proposed as much as one may is not offered more", "[net]")
{
    LiveServer server;
    DeskBoard board(server, {{"moderation", "before"}, {"proposalsPerParticipant", 1}});
    PlainBrowser browser(server, board.code);
    browser.join();
    propose(browser, "Un bus");
    CHECK_THAT(browser.get("/propose").body, containing("Vous avez déjà fait 1\u00a0proposition."));
    browser.get("/mine");
    browser.send("withdraw", {});
    propose(browser, "Un car");
    browser.get("/mine");
    CHECK(times(browser.page.body, "/form/withdraw\"") == 1);
}

TEST_CASE("N42: a refused form is left by its own way alone: nothing else throws its text away",
          "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("/propose");
    CHECK(times(browser.page.body, "?lang=") == 3);
    browser.send("propose", {{"title", ""}, {"description", "Au nord"}});
    CHECK_THAT(browser.page.body, containing("Au nord</textarea>"));
    CHECK(times(browser.page.body, "?lang=") == 0);
}

TEST_CASE("N43: what a form cannot do is told on a page, with a way on", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("/propose");
    auto const fields = PlainBrowser::with(browser.form("propose"), {{"title", "Un bus"}});
    auto const told = [&](std::string const& sentence) {
        CHECK_THAT(browser.page.header("content-type"), containing("text/html"));
        CHECK_THAT(browser.page.body, containing(sentence));
        CHECK_THAT(browser.page.body, containing("href=\"/b/" + board.code + "/form\""));
    };
    CHECK(browser.post("propose", fields, "Origin: http://evil.example\r\n").status == 403);
    told("Cet envoi vient d’un autre site.");
    CHECK(browser.post("nothing", fields).status == 404);
    told("Cette page n’existe pas.");
    browser.get("?lang=en");
    CHECK(browser.post("nothing", fields).status == 404);
    told("This page does not exist.");
}
