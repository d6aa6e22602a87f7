#include "base/sha256.hpp"
#include "net/secrets.hpp"
#include "room/floor.hpp"
#include "support/catch.hpp"
#include "support/live_server.hpp"
#include "support/manual_thread.hpp"
#include "support/phone.hpp"
#include "support/schema_validator.hpp"
#include "support/slow_journal.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

BoardCode const code{"K7P4X"};

// A board of badges whose room lands its appends when told.
class Hallway {
public:
    Hallway() : floor_(0, thread, journal, room::Habits{}, [] { return Moment{1'734'091'200'000}; })
    {
        floor_.meet({&floor_});
        board::CreateBoard create;
        create.code = code;
        create.title = "Feuille de route";
        create.axes = {{{"inclusion"}, "Inclusion"}};
        create.settings.admission = board::Admission::Badges;
        create.facilitator = {"facilitator"};
        create.moderator = {"moderator"};
        create.screen = {"screen"};
        floor_.create(create, [](auto const&) {});
        settle();
        board::IssueBadges const issue{{"facilitator"}, {{"badge"}}};
        floor_.act(code,
                   {[issue](auto const& board) { return board::decide(board, issue); },
                    [](auto const&) { return std::string{}; }},
                   [](auto const&) {});
        settle();
    }

    // The answer once it comes: "joined", or the word of the refusal.
    std::shared_ptr<std::string> join(std::string const& who, std::string const& badge)
    {
        auto said = std::make_shared<std::string>();
        floor_.join(code, {{who}, {"citizens"}, {}, BadgeHash{badge}}, [said](auto const& answer) {
            *said = answer ? "joined" : std::string(board::word(answer.error().word));
        });
        return said;
    }

    struct Seated {
        std::shared_ptr<Phone> phone;
        room::SeatNumber number;
    };
    Seated enter(std::string const& who)
    {
        Seated seated{std::make_shared<Phone>(), {}};
        auto const device = *DeviceId::from(who + std::string(22 - who.size(), '_'));
        seated.number =
            floor_.hall(code).enter(seated.phone, {code, CredentialHash{who}, device, {}});
        settle();
        return seated;
    }

    void ask(Seated const& seated, std::uint64_t operation)
    {
        floor_.hall(code).ask(seated.number, {{operation}, board::Introduce{"Ana"}});
    }

    // Everything that waits lands; no time passes.
    void settle()
    {
        do {
            thread.run();
            while (journal.waiting() > 0) journal.land();
        } while (thread.run() || journal.waiting() > 0);
    }

    ManualThread thread;
    SlowJournal journal;

private:
    room::Floor floor_;
};

// The refusals in what a phone heard, by operation.
std::map<std::uint64_t, std::string> answers(std::vector<json> const& heard)
{
    std::map<std::uint64_t, std::string> found;
    for (auto const& message : heard) {
        for (auto const& answer : message.value("answers", json::array())) {
            found[answer["operation"]] =
                answer.contains("refusal") ? answer["refusal"]["word"].get<std::string>() : "done";
        }
    }
    return found;
}

} // namespace

TEST_CASE("A3: whose badge is used elsewhere is told so, and what was not answered is refused",
          "[room]")
{
    Hallway hallway;
    CHECK(hallway.join("phone", "badge")->empty());
    hallway.settle();
    auto const phone = hallway.enter("phone");
    phone.phone->listen();
    auto const joined = hallway.join("tablet", "badge");
    hallway.thread.run();
    // The move is on its way to the disk: nothing is said, and nothing more is decided.
    CHECK(joined->empty());
    hallway.ask(phone, 1);
    hallway.thread.run();
    CHECK_FALSE(phone.phone->dismissed.has_value());
    hallway.settle();
    CHECK(*joined == "joined");
    CHECK(phone.phone->dismissed == room::Dismissal::BadgeMoved);
    CHECK_FALSE(answers(phone.phone->listen()).contains(1)); // It was sent away, unanswered.

    // A device that comes back with what the badge no longer stands for hears the same.
    CHECK(hallway.enter("phone").phone->dismissed == room::Dismissal::BadgeMoved);
    CHECK(hallway.enter("stranger").phone->dismissed == room::Dismissal::UnknownCredential);
    auto const tablet = hallway.enter("tablet");
    CHECK(tablet.phone->role == board::Role::Participant);
    CHECK_FALSE(tablet.phone->dismissed.has_value());
}

TEST_CASE("A3: what comes in one beat with the move is refused", "[room]")
{
    Hallway hallway;
    hallway.join("phone", "badge");
    hallway.settle();
    auto const phone = hallway.enter("phone");
    phone.phone->listen();
    // Something is being written, so that the next two wait and are decided together.
    hallway.ask(phone, 1);
    hallway.thread.run();
    hallway.join("tablet", "badge");
    hallway.ask(phone, 2);
    hallway.settle();
    auto const told = answers(phone.phone->listen());
    CHECK(told.at(1) == "done");
    CHECK(told.at(2) == "badgeMoved");
    CHECK(phone.phone->dismissed == room::Dismissal::BadgeMoved);
}

TEST_CASE("A5: fifty wrong badges wait, and the right one beside them is answered at once",
          "[room]")
{
    Hallway hallway;
    std::vector<std::shared_ptr<std::string>> wrong;
    for (int guess = 0; guess < 50; ++guess) {
        wrong.push_back(hallway.join("guesser " + std::to_string(guess), "not a badge"));
    }
    auto const right = hallway.join("ana", "badge");
    hallway.settle();
    CHECK(*right == "joined");
    CHECK(std::all_of(wrong.begin(), wrong.end(), [](auto const& said) { return said->empty(); }));
    hallway.thread.pass(499ms);
    CHECK(wrong.front()->empty());
    hallway.thread.pass(1ms);
    CHECK(*wrong.front() == "unknownBadge");
    hallway.thread.pass(10s);
    CHECK(std::all_of(wrong.begin(), wrong.end(),
                      [](auto const& said) { return *said == "unknownBadge"; }));
}

TEST_CASE("A5: over HTTP a guesser waits, and the room behind the same address does not", "[net]")
{
    LiveServer server;
    LiveBoard board(
        server,
        {{"moderation", "before"}, {"proposalsPerParticipant", 5}, {"admission", "badges"}});
    auto const at = "/api/v1/boards/" + board.code;
    auto const issued = request(server.port(), "POST", at + "/badges",
                                json_header + bearer(board.facilitator), R"({"count":2})");
    REQUIRE(issued.status == 201);
    auto const badges = json::parse(issued.body)["badges"];
    auto const join = [&](std::string const& who, std::string const& badge) {
        auto const body = json{{"college", "citizens"}, {"badge", badge}}.dump();
        return request(server.port(), "POST", at + "/participants",
                       json_header + bearer(credential_of(who)), body);
    };
    using Clock = std::chrono::steady_clock;
    std::vector<std::thread> guessers;
    std::vector<Clock::duration> waits(50);
    std::vector<unsigned> statuses(50);
    for (std::size_t guess = 0; guess < waits.size(); ++guess) {
        guessers.emplace_back([&, guess] {
            auto const started = Clock::now();
            statuses[guess] = join("g" + std::to_string(guess), "AAAAAAAAAA").status;
            waits[guess] = Clock::now() - started;
        });
    }
    std::this_thread::sleep_for(50ms);
    auto const started = Clock::now();
    CHECK(join("ana", badges[0]).status == 201);
    auto const waited = Clock::now() - started;
    for (auto& guesser : guessers) guesser.join();
    CHECK(waited < 400ms);
    CHECK(*std::min_element(waits.begin(), waits.end()) >= 500ms);
    CHECK(std::all_of(statuses.begin(), statuses.end(), [](auto one) { return one == 403; }));
    CHECK(join("ben", badges[1]).status == 201);
}

TEST_CASE("A4: badges are asked for over HTTP, told once, and only their hashes are kept", "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const at = "/api/v1/boards/" + board.code + "/badges";
    auto const ask = [&](std::string const& who, std::string const& body) {
        return request(server.port(), "POST", at, json_header + bearer(who), body);
    };
    auto const issued = ask(board.facilitator, R"({"count":40})");
    CHECK(issued.status == 201);
    CHECK(issued.header("cache-control") == "no-store");
    CHECK(schema_problem("BadgesIssued", issued.body) == std::nullopt);
    auto const told = json::parse(issued.body);
    CHECK(told["first"] == 1);
    std::set<std::string> codes;
    for (auto const& badge : told["badges"]) codes.insert(badge.get<std::string>());
    CHECK(codes.size() == 40);
    CHECK(json::parse(ask(board.facilitator, R"({"count":1})").body)["first"] == 41);

    CHECK(ask(board.moderator, R"({"count":1})").status == 403);
    CHECK(ask(credential_of("nobody"), R"({"count":1})").status == 401);
    CHECK(request(server.port(), "POST", at, json_header, R"({"count":1})").status == 401);
    CHECK(ask(board.facilitator, R"({"count":0})").status == 400);
    CHECK(ask(board.facilitator, R"({"count":1001})").status == 400);
    CHECK(request(server.port(), "GET", at).status == 405);
    CHECK(request(server.port(), "POST", at,
                  json_header + bearer(board.facilitator) + "Origin: https://evil.example\r\n",
                  R"({"count":1})")
              .status == 403);

    // Nothing that is told of the board or kept of it holds a code.
    auto const card = request(server.port(), "GET", "/api/v1/boards/" + board.code).body;
    CHECK(json::parse(card)["badges"] == true);
    for (auto const& badge : codes) CHECK(card.find(badge) == std::string::npos);
}

TEST_CASE("A7: a badge has ten characters without look-alikes, each as likely", "[admission]")
{
    std::map<char, int> seen;
    constexpr int badges = 3'000;
    for (int badge = 0; badge < badges; ++badge) {
        auto const text = net::mint_badge();
        REQUIRE(text.size() == 10);
        for (char const letter : text) ++seen[letter];
    }
    CHECK(seen.size() == 30);
    for (auto const& [letter, count] : seen) {
        CHECK(std::string_view("01ILOU").find(letter) == std::string_view::npos);
        // A thousand are expected of each; a deviation of six times sqrt(1000) comes to nobody.
        CHECK(count > 1'000 - 190);
        CHECK(count < 1'000 + 190);
    }
    auto const one = net::hash_of_badge({"K7P4X"}, "AAAAAAAAAA");
    CHECK(one != net::hash_of_badge({"K7P4Y"}, "AAAAAAAAAA"));
    CHECK(one != net::hash_of_badge({"K7P4X"}, "AAAAAAAAAB"));
    CHECK(one.text != sha256("AAAAAAAAAA"));
}
