#include "support/desk_board.hpp"
#include "support/live_server.hpp"
#include "support/schema_validator.hpp"

#include <chrono>
#include <csignal>
#include <functional>
#include <set>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;
using namespace std::chrono_literals;

// One phone's misbehaviour over real sockets, and what everybody else hears of it: nothing.

namespace {

// While it lives no file of this process may grow, as on a disk that fails.
class NoFileMayGrow {
public:
    NoFileMayGrow()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        auto none = before_;
        none.rlim_cur = 0;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoFileMayGrow() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

// Tests that say so run once for each way in which frames may reach the kernel.
std::function<void(app::Config&)> each_way(std::function<void(app::Config&)> const& change = {})
{
    bool const uring = GENERATE(true, false);
    return [=](app::Config& config) {
        config.fan_out_uring = uring;
        if (change) change(config);
    };
}

std::string minted(std::string const& name)
{
    return name + std::string(22 - name.size(), '_');
}

json proposal(std::string const& name, std::string const& title = "Un bus",
              std::string const& description = "")
{
    return {{"type", "submitProposal"},
            {"proposal", minted(name)},
            {"title", title},
            {"description", description},
            {"axis", "inclusion"}};
}

// A board with somebody who behaves, so that each test can see whether she still can.
struct Room {
    explicit Room(std::function<void(app::Config&)> const& change = {})
        : server(change), board(server, {{"moderation", "after"}, {"proposalsPerParticipant", 200}})
    {
        witness = board.enter(board.join("witness"), "witness");
    }

    // Whether the witness can speak and is heard by others.
    void check_witness()
    {
        ++spoken;
        auto const other = board.enter("", "observer");
        auto const asked = witness->command(proposal("witness" + std::to_string(spoken)));
        CHECK(witness->answer_to(asked) == json());
        // Perhaps with what is still going on, but soon.
        bool heard = false;
        while (!heard) {
            auto const state = other->hear("state");
            REQUIRE(state.is_object());
            for (auto const& change : state["changes"]) {
                heard = heard ||
                        (change["type"] == "proposal" &&
                         change["proposal"]["id"] == minted("witness" + std::to_string(spoken)));
            }
        }
    }

    LiveServer server;
    LiveBoard board;
    std::unique_ptr<LivePhone> witness;
    int spoken = 0;
};

} // namespace

TEST_CASE("N21: a server that cannot write any more says so where it is asked for its health",
          "[net]")
{
    Room room;
    CHECK(request(room.server.port(), "GET", "/healthz").status == 200);
    {
        NoFileMayGrow const full;
        room.witness->command(proposal("lost"));
        CHECK(room.witness->close_code() == 4002);
    }
    CHECK(request(room.server.port(), "GET", "/healthz").status == 503);
}

TEST_CASE("N22: commands before the welcome, or more than may be pending, are refused at once",
          "[net]")
{
    Room room;
    auto const ana = room.board.join("ana");
    // Both messages come at once; a welcome that is quicker all the same makes it a new attempt.
    bool rejected = false;
    for (int attempt = 0; attempt < 100 && !rejected; ++attempt) {
        LivePhone early(room.server.port());
        json const hello{{"type", "hello"},
                         {"version", 1},
                         {"board", room.board.code},
                         {"credential", ana},
                         {"device", minted("early" + std::to_string(attempt))}};
        json const command{{"type", "command"}, {"operation", 1}, {"command", proposal("early")}};
        early.socket().send(LivePhone::framed(LivePhone::text, hello.dump()) +
                            LivePhone::framed(LivePhone::text, command.dump()));
        auto told = early.hear();
        while (told["type"] == "welcome" || told.value("full", false)) told = early.hear();
        if (told["type"] != "rejected") continue;
        rejected = true;
        CHECK(told["operation"] == 1);
        CHECK(told["refusal"]["word"] == "busy");
    }
    CHECK(rejected);
    room.check_witness();
}

TEST_CASE("N11: the first message is a hello, and who may not come in is told whether to return",
          "[net]")
{
    Room room;
    auto const ana = room.board.join("ana");
    auto const code_after = [&](std::function<void(LivePhone&)> const& act) {
        LivePhone phone(room.server.port());
        act(phone);
        return phone.close_code();
    };
    CHECK(code_after([&](LivePhone& phone) { phone.hello("ZZZZZ", ana); }) == 4500);
    CHECK(code_after([&](LivePhone& phone) {
              phone.hello(room.board.code, credential_of("stranger"));
          }) == 4501);
    CHECK(code_after([&](LivePhone& phone) {
              phone.hello(room.board.code, ana);
              phone.hello(room.board.code, ana);
          }) == 4502);
    CHECK(code_after([&](LivePhone& phone) { phone.say(std::string("good day")); }) == 4502);
    CHECK(code_after([&](LivePhone& phone) { phone.hello("k7p4x", ana); }) == 4502);
    CHECK(code_after([&](LivePhone& phone) { phone.command(proposal("early")); }) == 4503);
    CHECK(code_after([&](LivePhone& phone) {
              phone.say(json{{"type", "hello"},
                             {"version", 2},
                             {"board", room.board.code},
                             {"device", minted("phone")}});
          }) == 4504);
    // Each with its own role.
    for (auto const& [credential, role] :
         std::vector<std::pair<std::string, std::string>>{{"", "observer"},
                                                          {ana, "participant"},
                                                          {room.board.moderator, "moderator"},
                                                          {room.board.facilitator, "facilitator"},
                                                          {room.board.screen, "screen"}}) {
        LivePhone phone(room.server.port());
        phone.hello(room.board.code, credential);
        CHECK(phone.hear()["role"] == role);
    }
    room.check_witness();
}

TEST_CASE("N12: what cannot be read is answered, and ten in a row end the session", "[net]")
{
    Room room;
    auto const phone = room.board.enter(room.board.join("ana"));
    auto const rejected = [&](std::string const& text, std::string const& field = "") {
        INFO(text.substr(0, 100));
        phone->say(text);
        auto const message = phone->hear("rejected");
        REQUIRE(message.is_object());
        CHECK(schema_problem("Rejected", message.dump()) == std::nullopt);
        CHECK(message["refusal"].value("field", "") == field);
        return message;
    };
    rejected("");
    rejected("{");
    rejected("null");
    rejected(std::string(16'000, '['));
    rejected(R"({"type":"dance"})", "type");
    CHECK(rejected(R"({"type":"command","operation":9,"command":{"type":"castChoice"}})",
                   "command.ballot")["operation"] == 9);
    rejected(R"({"type":"command","operation":-1,"command":{"type":"stopTimer"}})", "operation");
    rejected(R"({"type":"ping","colour":"blue"})", "colour");
    phone->say(
        std::string(R"({"type":"ping"})")); // One that can be read, and the count begins anew.
    CHECK(phone->hear("pong").is_object());
    for (int bad = 0; bad < 9; ++bad) rejected("[]");
    phone->say(std::string("[]"));
    CHECK(phone->close_code() == 4502);
    room.check_witness();
}

TEST_CASE("N34: what comes while a session is being ended is passed over", "[net]")
{
    Room room;
    std::string burst;
    for (std::size_t frame = 0; frame < 200; ++frame) {
        burst += LivePhone::framed(LivePhone::text, std::string(40 + frame, '['));
    }
    // Cut at other places, so that the end falls into the middle of a frame, too.
    for (std::size_t const piece : {burst.size(), std::size_t{1'000}, std::size_t{77}}) {
        auto const phone = room.board.enter(room.board.join("ana" + std::to_string(piece)));
        for (std::size_t at = 0; at < burst.size(); at += piece) {
            phone->send_bytes(burst.substr(at, piece));
        }
        CHECK(phone->close_code() == 4502);
        room.check_witness();
    }
}

TEST_CASE("N13: frames against the protocol of WebSockets end the session with its own code",
          "[net]")
{
    Room room;
    auto const ana = room.board.join("ana");
    auto const code_after = [&](std::function<void(LivePhone&)> const& act) {
        auto const phone = room.board.enter(ana);
        act(*phone);
        return phone->close_code();
    };
    constexpr unsigned unsupported = 1003;
    constexpr unsigned protocol_error = 1002;
    constexpr unsigned bad_text = 1007;
    constexpr unsigned too_big = 1009;
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::binary, "bytes"); }) ==
          unsupported);
    CHECK(code_after([](LivePhone& phone) { phone.say(std::string("\"\xFF\"")); }) == bad_text);
    CHECK(code_after([](LivePhone& phone) { phone.say(std::string("\"\xED\xA0\x80\"")); }) ==
          bad_text);
    CHECK(code_after([](LivePhone& phone) { phone.say(std::string(16'385, ' ')); }) == too_big);
    CHECK(code_after([](LivePhone& phone) { // In pieces, each small.
              phone.send(LivePhone::text, std::string(16'000, ' '), false);
              phone.send(0, std::string(16'000, ' '), true);
          }) == too_big);
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::text, "{}", true, false); }) ==
          protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::text, "{}", true, true, 4); }) ==
          protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(3, "{}"); }) == protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(11, "{}"); }) == protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(0, "{}"); }) == protocol_error);
    CHECK(code_after([](LivePhone& phone) {
              phone.send(LivePhone::text, "{", false);
              phone.send(LivePhone::text, "}");
          }) == protocol_error);
    CHECK(code_after([](LivePhone& phone) {
              phone.send(LivePhone::ping, std::string(126, 'x'));
          }) == protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::ping, "x", false); }) ==
          protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::close, "x"); }) ==
          protocol_error);
    CHECK(code_after([](LivePhone& phone) { phone.send(LivePhone::close, "\x03\xE8"); }) == 1000);
    // A frame that says it is longer than memory.
    CHECK(code_after([](LivePhone& phone) {
              phone.socket().send("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x12\x34\x56\x78");
          }) == too_big);
    room.check_witness();
}

TEST_CASE("N14: frames that are only unusual are understood", "[net]")
{
    Room room(each_way());
    auto const phone = room.board.enter(room.board.join("ana"));
    // In pieces, with a ping between them.
    phone->send(LivePhone::text, R"({"type":)", false);
    phone->send(LivePhone::ping, "are you there?");
    phone->send(0, R"("pi)", false);
    phone->send(0, R"(ng"})", true);
    auto const pong = phone->frame();
    CHECK(pong.opcode == LivePhone::pong);
    CHECK(pong.payload == "are you there?");
    CHECK(phone->hear("pong").is_object());
    // Byte by byte.
    std::string const frame("\x81\x8F\0\0\0\0{\"type\":\"ping\"}", 21);
    for (char const byte : frame) phone->socket().send({&byte, 1});
    CHECK(phone->hear("pong").is_object());
    phone->send(LivePhone::pong, "nobody asked");
    // The largest that a participant may send, then by the desk.
    auto const padded = [](std::size_t size) {
        std::string text = R"({"type":"ping"})";
        return text + std::string(size - text.size(), ' ');
    };
    phone->say(padded(16'384));
    CHECK(phone->hear("pong").is_object());
    auto const desk = room.board.enter(room.board.facilitator, "desk");
    desk->say(padded(65'536));
    CHECK(desk->hear("pong").is_object());
    desk->say(padded(65'537));
    CHECK(desk->close_code() == 1009);
    room.check_witness();
}

TEST_CASE("N15: who only listens slowly skips to the newest state and nobody waits for it", "[net]")
{
    Room room(each_way([](app::Config& config) { config.outbox_kib = 16; }));
    auto const slow = room.board.enter(room.board.join("slow"), "slow", 4'096);
    std::string longest;
    for (int character = 0; character < 2'000; ++character) longest += "\xF0\x9F\x8C\x8A"; // 🌊
    // More than what may be on its way; few enough to be over long before a phone counts as stalled.
    constexpr int proposals = 160;
    auto const author = room.board.enter(room.board.join("author"), "author");
    for (int count = 0; count < proposals; ++count) {
        author->command(proposal("p" + std::to_string(count), "Un bus", longest));
        if (count % 8 == 7) CHECK(author->answer_to(author->operation) == json());
    }
    room.check_witness();
    // It reads again: what was on its way when it fell behind, then everything else, each thing once.
    std::size_t told = 0;
    std::size_t stale = 0;
    int frames = 0;
    bool caught_up = false;
    while (told < proposals + 1) {
        auto const state = slow->hear("state");
        REQUIRE(state.is_object());
        ++frames;
        caught_up = caught_up || state.value("resume", false);
        if (!caught_up) stale += state.dump().size();
        for (auto const& change : state["changes"]) told += change["type"] == "proposal" ? 1 : 0;
    }
    // Of more than a million bytes, no more than this machine's part of the way holds.
    CHECK(caught_up);
    CHECK(stale < 400 * 1024);
    CHECK(told == proposals + 1);
    CHECK(frames < proposals / 4);
    slow->say(std::string(R"({"type":"ping"})"));
    CHECK(slow->hear("pong").is_object());
}

TEST_CASE("N35: what was accepted for a slow phone is told it, and nothing is left out", "[net]")
{
    Room room(each_way([](app::Config& config) { config.outbox_kib = 128; }));
    auto const slow = room.board.enter(room.board.join("slow"), "slow", 4'096);
    // Frames of which several fit into the outbox, and more than fit on the way to a phone.
    constexpr std::size_t authors = 3;
    constexpr std::size_t proposals = 130;
    std::string const words(1'900, 'x');
    for (std::size_t who = 0; who < authors; ++who) {
        auto const name = "author" + std::to_string(who);
        auto const author = room.board.enter(room.board.join(name), name);
        for (std::size_t count = 0; count < proposals; ++count) {
            author->command(
                proposal("p" + std::to_string(who) + "x" + std::to_string(count), "Un bus", words));
            CHECK(author->answer_to(author->operation) == json());
        }
    }
    std::set<std::string> told;
    bool caught_up = false;
    while (told.size() < authors * proposals) {
        auto const state = slow->hear("state");
        REQUIRE(state.is_object());
        caught_up = caught_up || state.value("resume", false);
        for (auto const& change : state["changes"]) {
            if (change["type"] == "proposal") told.insert(change["proposal"]["id"]);
        }
    }
    CHECK(caught_up);
}

TEST_CASE("N16: who sends and never reads is held up alone", "[net]")
{
    Room room(each_way());
    LivePhone rude(room.server.port(), 4'096);
    rude.hello(room.board.code, room.board.join("rude"));
    // Pings that are never heard, until the server stops listening or closes.
    std::string const ping(125, 'x');
    std::thread flood([&] {
        for (int sent = 0; sent < 200'000; ++sent) {
            if (!rude.send(LivePhone::ping, ping)) return;
        }
    });
    for (int round = 0; round < 5; ++round) room.check_witness();
    room.server.stop();
    flood.join();
}

TEST_CASE("N17: who says nothing gives the seat back", "[net]")
{
    Room room;
    LivePhone silent(room.server.port()); // Upgraded, and no hello.
    RawSocket nothing(room.server.port());
    RawSocket trickle(room.server.port());
    trickle.send("GET /healthz HT");
    auto const begun = std::chrono::steady_clock::now();
    CHECK(silent.close_code() == 4003);
    auto const waited = std::chrono::steady_clock::now() - begun;
    CHECK(waited >= 4s);
    CHECK(waited < 9s);
    CHECK(nothing.read_to_end().empty());
    CHECK(trickle.read_to_end().empty());
    CHECK(std::chrono::steady_clock::now() - begun < 15s);
    room.check_witness();
}

TEST_CASE("N18: beyond the seats there are people are turned away until somebody leaves", "[net]")
{
    LiveServer server([](app::Config& config) { config.connections = 4; });
    std::vector<std::unique_ptr<RawSocket>> seated;
    for (int place = 0; place < 4; ++place) {
        seated.push_back(std::make_unique<RawSocket>(server.port()));
        seated.back()->send(LivePhone::upgrade());
        CHECK(read_answer(*seated.back()).status == 101);
    }
    RawSocket late(server.port());
    CHECK(late.read_to_end().empty());
    seated.clear();
    auto const deadline = std::chrono::steady_clock::now() + 10s;
    while (request(server.port(), "GET", "/healthz").status != 200) {
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        std::this_thread::sleep_for(20ms);
    }
}

TEST_CASE("R40: who closes the page is not waited for, whose line is cut is", "[net]")
{
    LiveServer server;
    DeskBoard board(server);
    auto const presence = [&](int connected) {
        for (;;) {
            auto const state = board.desk->hear("state");
            REQUIRE_FALSE(state.is_null());
            for (auto const& change : state["changes"]) {
                if (change["type"] == "presence" && change["connected"] == connected) return change;
            }
        }
    };
    auto ana = board.enter(board.join("ana"), "ana");
    auto ben = board.enter(board.join("ben"), "ben");
    CHECK(presence(2)["reconnecting"] == 0);
    ana->send(LivePhone::close, "\x03\xE9"); // 1001, going away.
    CHECK(ana->close_code() == 1001);
    ana.reset();
    CHECK(presence(1)["reconnecting"] == 0);
    ben.reset();
    CHECK(presence(0)["reconnecting"] == 1);
}

TEST_CASE("N19: a server that stops tells everybody to come back, and has kept everything", "[net]")
{
    Room room(each_way());
    auto const ana = room.board.join("ana");
    auto phone = room.board.enter(ana);
    auto const asked = phone->command(proposal("bus"));
    CHECK(phone->answer_to(asked) == json());
    std::thread stopping([&] { room.server.stop(); });
    CHECK(phone->close_code() == 4000);
    CHECK(room.witness->close_code() == 4000);
    stopping.join();
    room.server.start();
    LivePhone again(room.server.port());
    again.hello(room.board.code, ana, "phone");
    CHECK(again.hear()["operation"] == asked);
    auto const state = again.hear("state");
    CHECK(state["yours"]["proposals"][0]["id"] == minted("bus"));
    CHECK(again.answer_to((again.operation = asked - 1, again.command(proposal("bus")))) == json());
}

TEST_CASE("N20: many at once are answered each and hear the same", "[net]")
{
    Room room(each_way());
    constexpr int people = 12;
    constexpr int each = 10;
    std::vector<std::string> credentials;
    for (int person = 0; person < people; ++person) {
        credentials.push_back(room.board.join("person" + std::to_string(person)));
    }
    std::vector<int> answered(people);
    std::vector<std::set<std::string>> heard(people); // A thing may be told twice.
    std::vector<std::thread> threads;
    for (std::size_t person = 0; person < people; ++person) {
        threads.emplace_back([&, person] {
            LivePhone phone(room.server.port());
            phone.hello(room.board.code, credentials[person]);
            phone.hear("welcome");
            for (int count = 0; count < each; ++count) {
                phone.command(proposal("p" + std::to_string(person) + "x" + std::to_string(count)));
            }
            while (heard[person].size() < people * each || answered[person] < each) {
                auto const message = phone.hear();
                if (message.is_null()) return;
                if (message["type"] != "state") continue;
                for (auto const& change : message["changes"]) {
                    if (change["type"] == "proposal")
                        heard[person].insert(change["proposal"]["id"]);
                }
                for (auto const& answer : message.value("answers", json::array())) {
                    answered[person] += answer.contains("refusal") ? 0 : 1;
                }
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(answered == std::vector<int>(people, each));
    for (auto const& proposals : heard) CHECK(proposals.size() == people * each);
}

// What it is for, the thread sanitizer sees.
TEST_CASE("N23: requests whose board lives on another thread are answered and end on their own",
          "[net]")
{
    LiveServer server;
    std::vector<std::string> codes;
    for (int count = 0; count < 4; ++count) codes.push_back(LiveBoard(server).code);
    constexpr int people = 6;
    constexpr int each = 60;
    std::vector<int> welcomed(people);
    std::vector<std::thread> threads;
    for (std::size_t person = 0; person < people; ++person) {
        threads.emplace_back([&, person] {
            auto const headers = bearer(credential_of("person" + std::to_string(person))) +
                                 json_header + "Connection: close\r\n";
            for (std::size_t count = 0; count < each; ++count) {
                auto const answer =
                    request(server.port(), "POST",
                            "/api/v1/boards/" + codes[count % codes.size()] + "/participants",
                            headers, R"({"college":"citizens"})");
                welcomed[person] += answer.status == 201 || answer.status == 200 ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(welcomed == std::vector<int>(people, each));
}
