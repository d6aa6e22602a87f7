#include "page/fields.hpp"
#include "page/html.hpp"
#include "page/order.hpp"
#include "page/words.hpp"
#include "support/board_maker.hpp"
#include "support/desk_board.hpp"
#include "support/plain_browser.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;

TEST_CASE("N24: a browser without scripts joins, votes, takes back and votes again", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    board.publish(bus_id, "Un bus numérique");
    board.open_vote();

    PlainBrowser browser(server, board.code);
    CHECK_THAT(browser.get().body, containing("Bienvenue"));
    CHECK_THAT(browser.send("join", {{"college", "citizens"}, {"name", "Ana"}}).body,
               containing("Un bus numérique"));
    CHECK(browser.sent_on == 303);
    CHECK_THAT(browser.send("vote", {{"choice", "oppose"}}).body, containing("Vote enregistré"));
    CHECK_THAT(browser.page.body, containing("Je suis contre"));
    CHECK(browser.sent_on == 303);

    browser.get("?proposal=1");
    CHECK_THAT(browser.send("vote", {{"back", "1"}}).body, containing("Pas de vote ici"));
    browser.get("?proposal=1");
    browser.send("vote", {{"choice", "support"}});
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    auto const told = board.roadmap(server);
    CHECK(counts_of(told) == json{{"support", 1}, {"neutral", 0}, {"oppose", 0}});
    CHECK(told["participation"]["joined"] == 2);
    CHECK_THAT(browser.get().body, containing("Le vote est fini"));
}

TEST_CASE("N24: every method of voting has its form", "[net]")
{
    struct Method {
        json opening;
        std::string choice;
        std::string said;
        json counts;
    };
    std::vector<Method> const methods{
        {{{"method", "opinion"}}, "neutral", "Je ne sais pas", {{"neutral", 1}}},
        {{{"method", "approval"}, {"maximum", 1}}, "approve", "Je la choisis", {{"approve", 1}}},
        {{{"method", "dots"}, {"budget", 3}, {"cap", 3}}, "twoDots", "2 points", {{"twoDots", 1}}},
        {{{"method", "grades"}}, "fairlyGood", "Assez bien", {{"fairlyGood", 1}}},
    };
    LiveServer server;
    for (auto const& [opening, choice, said, counts] : methods) {
        INFO(opening.dump());
        DeskBoard board(server);
        board.publish(bus_id, "Un bus");
        board.open_vote(opening);
        PlainBrowser browser(server, board.code);
        browser.join();
        CHECK_THAT(browser.page.body,
                   containing("type=\"radio\" name=\"choice\" value=\"" + choice));
        CHECK_THAT(browser.send("vote", {{"choice", choice}}).body, containing(said));
        board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
        auto const found = counts_of(board.roadmap(server));
        for (auto const& [word, count] : counts.items()) CHECK(found[word] == count);
    }
}

TEST_CASE("N24: a proposal by form meets the desk, and its author reads what became of it", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("/propose");
    CHECK_THAT(browser.send("propose", {{"title", "Un bus"}, {"description", "Au nord"}}).body,
               containing("Reçue. L’équipe va la lire."));
    auto const told = [&](std::string const& type) {
        for (;;) {
            auto const state = board.desk->hear("state");
            REQUIRE_FALSE(state.is_null());
            for (auto const& change : state["changes"]) {
                if (change["type"] == type) return change;
            }
        }
    }("proposal");
    std::string const proposal = told["proposal"]["id"];
    CHECK(told["proposal"]["title"] == "Un bus");

    board.must({{"type", "returnProposal"}, {"proposal", proposal}, {"question", "Où ?"}});
    CHECK_THAT(browser.get("/mine").body, containing("Où\u00a0?"));
    browser.get("/propose?proposal=1");
    CHECK_THAT(browser.page.body, containing("Au nord</textarea>"));
    CHECK_THAT(browser.send("correct", {{"title", "Un bus au Lorrain"}}).body,
               containing("Un bus au Lorrain"));
    board.must({{"type", "declineProposal"}, {"proposal", proposal}, {"reason", "duplicate"}});
    CHECK_THAT(browser.get("/mine").body, containing("Une autre proposition dit la même chose."));
    board.must({{"type", "requeueProposal"}, {"proposal", proposal}});
    browser.get("/mine");
    CHECK_THAT(browser.send("withdraw", {}).body, containing("Retirée par vous."));
    CHECK_THAT(browser.send("withdraw", {}).body, containing("Reçue. L’équipe va la lire."));
}

TEST_CASE("N24: what a form did is on disk", "[net]")
{
    LiveServer server;
    std::optional<DeskBoard> board(std::in_place, server);
    board->publish(bus_id, "Un bus");
    board->open_vote();
    PlainBrowser browser(server, board->code);
    browser.join();
    browser.send("vote", {{"choice", "support"}});
    server.stop();
    server.start();
    CHECK_THAT(browser.get("/votes").body, containing("Je suis pour"));
}

TEST_CASE("N24: with badges a form lets in who has one", "[net]")
{
    LiveServer server;
    DeskBoard board(
        server,
        {{"moderation", "before"}, {"proposalsPerParticipant", 5}, {"admission", "badges"}});
    auto const issued = request(server.port(), "POST", "/api/v1/boards/" + board.code + "/badges",
                                json_header + bearer(board.facilitator), R"({"count":1})");
    std::string const badge = json::parse(issued.body)["badges"][0];
    PlainBrowser browser(server, board.code);
    browser.get();
    CHECK(browser.send("join", {{"college", "citizens"}}).status == 403);
    CHECK_THAT(browser.page.body, containing("Il faut un badge pour entrer."));
    browser.send("join", {{"college", "citizens"}, {"badge", "not a badge"}});
    CHECK_THAT(browser.page.body, containing("value=\"not a badge\""));
    CHECK_THAT(browser.send("join", {{"college", "citizens"}, {"badge", badge}}).body,
               containing("Proposez une action"));

    // The badge goes on elsewhere: this browser says so, and its forms do nothing more.
    browser.get("/propose");
    auto const waiting = PlainBrowser::with(browser.form("propose"), {{"title", "Trop tard"}});
    PlainBrowser other(server, board.code);
    other.get();
    other.send("join", {{"badge", badge}});
    CHECK_THAT(other.page.body, containing("Proposez une action"));
    CHECK(browser.post("propose", waiting).status == 409);
    CHECK_THAT(browser.page.body, containing("Votre badge sert maintenant sur un autre appareil"));
    CHECK(board.roadmap(server)["participation"]["joined"] == 1);
}

TEST_CASE("N25: a form that is sent twice has one effect", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.get();
    auto const joining = PlainBrowser::with(browser.form("join"), {{"college", "citizens"}});
    browser.post("join", joining);
    CHECK(browser.post("join", joining).status == 200);
    CHECK(board.roadmap(server)["participation"]["joined"] == 1);

    browser.get("/propose");
    auto const proposing = PlainBrowser::with(browser.form("propose"), {{"title", "Un bus"}});
    browser.post("propose", proposing);
    CHECK(browser.post("propose", proposing).status == 200);
    CHECK(times(browser.page.body, "Un bus") == 1);
    CHECK(board.roadmap(server)["participation"]["proposals"]["received"] == 1);

    // Gone back to, with another text in the same form: told, never taken for done.
    auto const other = PlainBrowser::with(proposing, {{"title", "Un train"}});
    CHECK(browser.post("propose", other).status == 422);
    CHECK_THAT(browser.page.body, containing("Un envoi plus récent a déjà été enregistré."));
    CHECK_THAT(browser.page.body, containing("Un train</textarea>"));
    // And sent again from there it is another proposal.
    CHECK(browser.send("propose", {{"title", "Un train"}}).status == 200);
    CHECK(board.roadmap(server)["participation"]["proposals"]["received"] == 2);
}

TEST_CASE("N25: an older page does not undo what a newer one did", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    board.publish(bus_id, "Un bus");
    board.open_vote();
    PlainBrowser browser(server, board.code);
    browser.join();
    auto const older = PlainBrowser::with(browser.form("vote"), {{"choice", "oppose"}});
    std::this_thread::sleep_for(std::chrono::milliseconds{3});
    browser.get("?proposal=1");
    auto const newer = PlainBrowser::with(browser.form("vote"), {{"choice", "support"}});
    CHECK(browser.post("vote", newer).status == 200);
    CHECK(browser.post("vote", older).status == 422);
    CHECK(browser.post("vote", newer).status == 200);
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    CHECK(counts_of(board.roadmap(server))["support"] == 1);
    CHECK(counts_of(board.roadmap(server))["oppose"] == 0);
}

TEST_CASE("N26: a form counts with its own cookie and token alone", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.get();
    auto const set = browser.page.header("set-cookie");
    CHECK_THAT(set, containing("; Path=/b/" + board.code + ";"));
    CHECK_THAT(set, containing("HttpOnly"));
    CHECK_THAT(set, containing("SameSite=Lax"));
    CHECK(set.find("Secure") == std::string::npos);
    auto const secure =
        request(server.port(), "GET", "/b/" + board.code + "/form", "X-Forwarded-Proto: https\r\n");
    CHECK_THAT(secure.header("set-cookie"), containing("; Secure"));
    // Who is known keeps the cookie.
    CHECK(browser.get().header("set-cookie").empty());

    browser.send("join", {{"college", "citizens"}});
    browser.get("/propose");
    auto const fields = PlainBrowser::with(browser.form("propose"), {{"title", "Un bus"}});
    CHECK(browser.post("propose", fields, "Origin: http://evil.example\r\n").status == 403);
    CHECK(browser.post("propose", fields, "Origin: null\r\n").status == 403);
    CHECK(browser.post("propose", fields, "Content-Type: text/plain\r\n").status == 415);

    // Somebody else's token, none, or no cookie.
    PlainBrowser other(server, board.code);
    other.join();
    CHECK(other.post("propose", fields).status == 403);
    auto const bare = PlainBrowser::with({{"token", ""}}, {{"title", "Un bus"}});
    CHECK(browser.post("propose", bare).status == 403);
    auto const cookie = browser.cookie();
    auto const cookies = std::exchange(browser.cookies, {});
    CHECK(browser.post("propose", fields).status == 403);
    CHECK_THAT(browser.page.body, containing("Acceptez les cookies de ce site"));
    CHECK(board.roadmap(server)["participation"]["proposals"]["received"] == 0);

    browser.cookies = cookies;
    auto const own = "Origin: http://127.0.0.1\r\n";
    CHECK(browser.post("propose", fields, own).status == 200);
    CHECK(board.roadmap(server)["participation"]["proposals"]["received"] == 1);
    // The cookie opens nothing else.
    CHECK(request(server.port(), "POST", "/api/v1/boards/" + board.code + "/participants",
                  std::string(json_header) + "Cookie: " + cookie + "\r\n", R"({})")
              .status == 401);
}

TEST_CASE("N27: what is refused is said at its field, with what was typed", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.get();
    CHECK(browser.send("join", {{"name", "Ana"}}).status == 422);
    CHECK_THAT(browser.page.body, containing("Choisissez votre groupe."));
    CHECK_THAT(browser.page.body, containing("value=\"Ana\""));
    browser.send("join", {{"college", "citizens"}});

    browser.get("/propose");
    auto const send = [&](std::string const& title, std::string const& description) {
        return browser.send("propose", {{"title", title}, {"description", description}});
    };
    CHECK(send("", "Gardée").status == 422);
    CHECK_THAT(browser.page.body, containing("href=\"#title\""));
    CHECK_THAT(browser.page.body, containing("aria-invalid=\"true\""));
    CHECK_THAT(browser.page.body, containing("id=\"title-problem\""));
    CHECK_THAT(browser.page.body, containing("Gardée</textarea>"));
    CHECK_THAT(browser.page.body, containing("<title>Ce n’est pas enregistré"));
    CHECK(send(letters(121), "").status == 422);
    CHECK_THAT(browser.page.body, containing("120 caractères au plus"));
    CHECK(send("Un bus", letters(2001)).status == 422);
    CHECK_THAT(browser.page.body, containing("href=\"#description\""));
    CHECK(send("Un\xC3", "").status == 422);
    CHECK(send(letters(120), letters(2000)).status == 200);

    // What the phase forbids keeps the text, and a form without its numbers does nothing.
    browser.get("/propose");
    auto const fields = PlainBrowser::with(browser.form("propose"), {{"title", "Trop tard"}});
    board.must({{"type", "openPhase"}, {"phase", "moderate"}});
    CHECK(browser.post("propose", fields).status == 409);
    CHECK_THAT(browser.page.body, containing("Trop tard</textarea>"));
    for (auto const* missing : {"operation", "told", "proposal"}) {
        PlainBrowser::Fields without;
        for (auto const& field : fields) {
            if (field.first != missing) without.push_back(field);
        }
        INFO(missing);
        CHECK(browser.post("propose", without).status == 400);
    }
    CHECK(board.roadmap(server)["participation"]["proposals"]["received"] == 1);
}

TEST_CASE("N27: a vote that cannot be taken says why", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    board.publish(bus_id, "Un bus");
    board.publish(std::string(22, 'c'), "Un train");
    board.open_vote({{"method", "approval"}, {"maximum", 1}});
    PlainBrowser browser(server, board.code);
    browser.join();
    CHECK(browser.send("vote", {}).status == 422);
    CHECK_THAT(browser.page.body, containing("Choisissez une réponse"));
    CHECK(browser.send("vote", {{"choice", "support"}}).status == 422);
    CHECK(browser.send("vote", {{"choice", "lots"}}).status == 400);
    browser.get("?proposal=1");
    browser.send("vote", {{"choice", "approve"}});
    browser.get("?proposal=2");
    auto const late = PlainBrowser::with(browser.form("vote"), {{"choice", "approve"}});
    CHECK(browser.post("vote", late).status == 422);
    CHECK_THAT(browser.page.body, containing("Vous pouvez en choisir 1 au plus."));
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    CHECK(browser.post("vote", late).status == 422);
    CHECK_THAT(browser.page.body, containing("Le vote est fermé."));
    CHECK(request(server.port(), "GET", "/b/ZZZZZ/form").status == 404);
}

TEST_CASE("N28: whatever people write is text on the server's pages, and nothing there runs",
          "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    std::string const hostile = R"(<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;)";
    board.publish(bus_id, hostile);
    board.must({{"type", "sendMessage"}, {"text", hostile}});
    PlainBrowser browser(server, board.code);
    auto const check = [&](Answer const& answer) {
        CHECK(answer.body.find("<script") == std::string::npos);
        CHECK(answer.body.find("<img") == std::string::npos);
        CHECK(answer.body.find("&amp;amp;") != std::string::npos);
        auto const policy = answer.header("content-security-policy");
        CHECK_THAT(policy, containing("default-src 'none'"));
        CHECK(policy.find("script-src") == std::string::npos);
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK(answer.header("cache-control") == "no-store");
    };
    check(browser.get());
    check(browser.send("join", {{"college", hostile}, {"name", hostile}}));
    browser.get();
    check(browser.send("join", {{"college", "citizens"}, {"name", "Ana"}}));
    browser.get("/propose");
    check(browser.send("propose", {{"title", ""}, {"description", hostile}}));
    check(browser.send("propose", {{"title", hostile}, {"description", hostile}}));
    CHECK_THAT(browser.page.body,
               containing("<bdi dir=\"auto\" class=\"person\" lang=\"fr\">&lt;"));
    board.open_vote();
    check(browser.get());
    check(browser.get("/votes"));
    check(request(server.port(), "GET", "/roadmap/" + board.code + "/plain"));

    CHECK(page::escaped("a\x1b"
                        "c\xff")
              .empty());
    CHECK(page::escaped("a\x1b"
                        "b\n<") == "ab\n&lt;");
}

TEST_CASE("N29: the roadmap is read without scripts, and tells what the document tells", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    board.publish(bus_id, "Un bus");
    board.open_vote();
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.send("vote", {{"choice", "support"}});
    auto const read = [&] {
        return request(server.port(), "GET", "/roadmap/" + board.code + "/plain").body;
    };
    CHECK(read().find("pour") == std::string::npos);
    CHECK(browser.get("/votes").body.find("1\u00a0pour") == std::string::npos);
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    CHECK_THAT(read(), containing("1\u00a0pour, 0\u00a0ne sait pas, 0\u00a0contre"));
    board.must({{"type", "decideProposal"},
                {"proposal", bus_id},
                {"decision", "adopted"},
                {"words", "Dès janvier"},
                {"lead", "CTM"},
                {"partners", {"Une association"}},
                {"start", "2027-01-31"},
                {"end", "2027-06-30"}});
    auto const page = read();
    for (auto const* told :
         {"<h2><bdi dir=\"auto\" class=\"person\" lang=\"fr\">Inclusion</bdi></h2>", "Adoptée",
          "Dès janvier", "CTM", "Une association", "du 31/01/2027 au 30/06/2027",
          "Document provisoire", "/roadmap.json", "/roadmap.csv", "/archive.zip"}) {
        CHECK_THAT(page, containing(told));
    }
    // How the counting was fair, and where the rest is.
    CHECK_THAT(page, containing("sont dans le document à télécharger"));
    CHECK(page.find("a été rouvert") == std::string::npos);
    board.must({{"type", "reopenBallot"}, {"ballot", ballot_id}, {"reason", "Une <panne>"}});
    board.must({{"type", "closeBallot"}, {"ballot", ballot_id}});
    CHECK_THAT(read(), containing("a été rouvert\u00a0: Une &lt;panne&gt;"));
    std::string const seed = board.roadmap(server)["ballots"][0]["tieBreak"]["seed"];
    CHECK_THAT(read(), containing("\u00a0: " + seed));
    for (auto const* target : {"/b/", "/roadmap/"}) {
        auto const plain = std::string(target) == "/b/" ? "form" : "plain";
        auto const led = request(server.port(), "GET", target + board.code + "?" + plain);
        CHECK(led.status == 303);
        CHECK(led.header("location") == target + board.code + "/" + plain);
    }
    CHECK(request(server.port(), "GET", "/roadmap/ZZZZZ/plain").status == 404);
    auto const typed = request(server.port(), "GET", "/form?code=+" + board.code);
    CHECK(typed.header("location") == "/b/" + board.code + "/form");
    CHECK(request(server.port(), "GET", "/form?code=nope").status == 404);
}

TEST_CASE("C136: every sentence that the server's pages name is in every catalogue", "[page]")
{
    std::set<std::string> named;
    std::regex const key(
        R"re("((common|refusals|phone|home|form|roadmap)\.[A-Za-z.]*[A-Za-z])")re");
    auto const folder = std::filesystem::path(KOUDMEN_SOURCE_DIR) / "server" / "page";
    for (auto const& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path());
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        for (std::sregex_iterator it(text.begin(), text.end(), key); it != std::sregex_iterator{};
             ++it) {
            named.insert((*it)[1]);
        }
    }
    for (auto const word : board::words<board::RefusalWord>)
        named.insert("refusals." + std::string(word));
    for (auto const word : board::words<board::ProposalStatus>) {
        named.insert("phone.status." + std::string(word));
    }
    for (auto const word : board::words<board::Decision>) {
        named.insert("common.decision." + std::string(word));
    }
    for (auto const word : board::words<board::DeclineReason>) {
        named.insert("common.reason." + std::string(word));
    }
    for (auto const word : board::words<board::Phase>) {
        named.insert("phone.open." + std::string(word));
        named.insert("phone.open." + std::string(word) + ".help");
    }
    CHECK(named.size() > 100);
    for (auto const& catalogue : page::catalogue_texts()) {
        page::Words const words(catalogue);
        for (auto const& one : named) {
            INFO(catalogue.language << ": " << one);
            CHECK(words.say(one) != one);
        }
    }
}

TEST_CASE("N28: what people write keeps French spacing together", "[page]")
{
    CHECK_THAT(page::people("Où ? « Ici » : là", "fr"),
               containing(">Où\u00a0? « Ici\u00a0»\u00a0: là<"));
    CHECK_THAT(page::people("a :b", "fr"), containing(">a :b<"));
}

TEST_CASE("C136: sentences are filled and counted as the language does", "[page]")
{
    auto const& words = page::Words::of({"xx", "fr"});
    CHECK(words.language() == "fr");
    CHECK(words.say("common.dots", {{"count", std::uint64_t{0}}}) == "0 point");
    CHECK(words.say("common.dots", {{"count", std::uint64_t{2}}}) == "2 points");
    CHECK(words.number(1'234'567) == "1\u202f234\u202f567");
    CHECK(words.say("phone.axis", {{"axis", std::string("{axis}")}}) == "Thème");
    CHECK(page::wanted_languages("a=1&lang=gcf", "", "en-GB;q=0.9, fr") ==
          std::vector<std::string>{"gcf", "fr", "en"});
}

TEST_CASE("N45: the language that a browser wants most is spoken, and none that it refuses",
          "[page]")
{
    using Languages = std::vector<std::string>;
    auto const wanted = [](std::string_view accepted) {
        return page::wanted_languages("", "", accepted);
    };
    CHECK(wanted("en;q=0, gcf;q=0.5, fr") == Languages{"fr", "gcf"});
    CHECK(wanted("gcf;q=0.8,en;q=0.85,fr ; q=0.85") == Languages{"en", "fr", "gcf"});
    CHECK(wanted("en;q=0.000, fr;q=0.001") == Languages{"fr"});
    CHECK(wanted("fr, *;q=0.1") == Languages{"fr"});
    // What cannot be read as a weight counts as none given.
    CHECK(wanted("gcf;q=x, en;q=1.0") == Languages{"gcf", "en"});
    // However many a stranger lists, what is wanted most is among them.
    std::string many;
    for (int at = 0; at < 20; ++at) many += "de;q=0.1,";
    CHECK(wanted(many + "en").front() == "en");
    CHECK(wanted(many + "en").size() == 8);
}

TEST_CASE("N40: a page without JavaScript offers every language and keeps the one chosen", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    CHECK_THAT(browser.get().body, containing("<html lang=\"fr\">"));
    for (auto const* offered :
         {"?lang=fr\" lang=\"fr\" aria-current=\"true\">Français<",
          "?lang=gcf\" lang=\"gcf-MQ\">Kréyòl<", "?lang=en\" lang=\"en\">English<"}) {
        CHECK_THAT(browser.page.body, containing(offered));
    }
    CHECK_THAT(browser.get("?lang=gcf").body, containing("<html lang=\"gcf-MQ\">"));
    browser.join();
    CHECK_THAT(browser.page.body, containing("<html lang=\"gcf-MQ\">"));
    // Also on the roadmap; a language that is not spoken here changes nothing.
    auto const kept = "Cookie: " + browser.cookie() + "\r\n";
    auto const roadmap = "/roadmap/" + board.code + "/plain";
    CHECK_THAT(request(server.port(), "GET", roadmap + "?lang=xx", kept).body,
               containing("<html lang=\"gcf-MQ\">"));
    CHECK(request(server.port(), "GET", roadmap + "?lang=xx", kept).header("set-cookie").empty());
    CHECK_THAT(browser.get("/mine?lang=en").body, containing("<html lang=\"en\">"));
    CHECK_THAT(browser.get("/propose").body, containing("<html lang=\"en\">"));
}

TEST_CASE("N40: languages are named and tagged alike on the server's pages and the client's",
          "[page]")
{
    std::ifstream in(KOUDMEN_SOURCE_DIR "/client-web/src/ui/languages.ts");
    std::string const client{std::istreambuf_iterator<char>(in), {}};
    for (auto const language : board::words<board::Language>) {
        INFO(language);
        auto const known = "  " + std::string(language) + ": { name: '" +
                           std::string(page::name_of(language)) + "', tag: '" +
                           std::string(page::tag_of(language)) + "', ";
        CHECK(times(client, known) == 1);
    }
    CHECK(times(client, ": { name: '") == board::words<board::Language>.size());
}

TEST_CASE("B39: what is handed in by form carries the language that its author said", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    PlainBrowser browser(server, board.code);
    browser.join();
    browser.get("/propose?lang=en");
    CHECK_THAT(browser.page.body, containing("<option value=\"en\" lang=\"en\" selected>"));
    browser.send("propose", {{"title", "An bis"}, {"language", "gcf"}});
    CHECK_THAT(browser.page.body, containing("lang=\"gcf-MQ\">An bis<"));
    browser.get("/propose");
    browser.send("propose", {{"title", "Un bus"}, {"language", "fr"}});
    CHECK_THAT(browser.page.body, containing("lang=\"fr\">Un bus<"));
    browser.get("/propose");
    CHECK(browser.send("propose", {{"title", "Ein Bus"}, {"language", "de"}}).status == 400);
}

TEST_CASE("C137: the forms show the proposals of a ballot in the phone's order", "[page]")
{
    std::vector<ProposalId> proposals;
    for (char const letter : {'a', 'b', 'c', 'd', 'e'}) {
        proposals.push_back(*ProposalId::from(std::string(22, letter)));
    }
    auto const order = [&](std::uint64_t participant) {
        std::string letters_in_order;
        for (auto const& one :
             page::own_order(*BallotId::from(std::string(22, 'q')), {participant}, proposals)) {
            letters_in_order += one.text()[0];
        }
        return letters_in_order;
    };
    // As client-web/src/board/order.test.ts says.
    CHECK(order(1) == "cdabe");
    CHECK(order(2) == "aedcb");
    CHECK(order(6) == "decab");
    CHECK(order(17) == "dceab");
}

TEST_CASE("N27: fields are read as a browser writes them, whatever a stranger sends", "[page]")
{
    page::Fields const fields(
        "a=1+2&b=%C3%A9%0D%0A&c&d=%zz%4&a=2&n=12&m=-1&o=99999999999999999999");
    CHECK(fields.get("a") == "2");
    CHECK(fields.get("b") == "é\r\n");
    CHECK(fields.has("c"));
    CHECK(fields.get("d") == "%zz%4");
    CHECK(fields.get("nothing").empty());
    CHECK(fields.number("n") == 12U);
    CHECK_FALSE(fields.number("m").has_value());
    CHECK_FALSE(fields.number("o").has_value());
    CHECK_FALSE(fields.number("c").has_value());
    std::string many;
    for (int at = 0; at < 100; ++at) many += std::to_string(at) + "=x&";
    CHECK_FALSE(page::Fields(many).has("99"));
}
