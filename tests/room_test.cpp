#include "support/house.hpp"
#include "support/schema_validator.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;
using namespace std::chrono_literals;

TEST_CASE("R1: a vote is answered only when it is on disk", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    ana.phone->listen();

    house.ask(ana, 2, vote(board::Choice::Support));
    CHECK(ana.phone->heard.empty());
    REQUIRE(house.journal.waiting() == 1);

    house.journal.land();
    house.thread.run();
    auto const heard = ana.phone->listen();
    CHECK(answers(heard) == std::vector<json>{{{"operation", 2}}});
    CHECK(last_change(heard, "tally")["tally"]["counts"][0] == 1);
}

TEST_CASE("R1: nobody else hears of it before either", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const observer = house.enter("observer");
    observer.phone->listen();
    house.desk.phone->listen();

    house.ask(ana, 2, vote(board::Choice::Support));
    house.thread.pass(5'000ms);
    CHECK(observer.phone->heard.empty());
    CHECK(house.desk.phone->heard.empty());

    house.settle();
    CHECK(last_change(observer.phone->heard, "tally")["tally"]["counts"][0] == 1);
}

TEST_CASE("R2: not even a refusal leaves while something is on its way to the disk", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    ben.phone->listen();

    house.ask(house.desk, 4, board::CloseBallot{ballot});
    house.ask(ben, 1, vote(board::Choice::Oppose));
    CHECK(ben.phone->heard.empty());

    house.settle();
    auto const told = answers(ben.phone->listen());
    REQUIRE(told.size() == 1);
    CHECK(told[0]["refusal"]["word"] == "ballotNotOpen");
    CHECK(ana.phone->dismissed == std::nullopt);
}

TEST_CASE("R3: what arrives during an append shares the next one", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");

    house.ask(house.desk, 4, board::StartTimer{60});
    house.ask(ana, 2, vote(board::Choice::Support));
    house.ask(ben, 1, vote(board::Choice::Oppose));
    REQUIRE(house.journal.waiting() == 1);
    house.journal.land();
    house.thread.run();
    CHECK(house.journal.waiting() == 1);

    auto const appends = house.journal.statistics().appends;
    house.settle();
    CHECK(house.journal.statistics().appends == appends + 1);
}

TEST_CASE("R4: when an append fails nothing is answered and everybody is told to come back",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    ana.phone->listen();

    house.ask(ana, 2, vote(board::Choice::Support));
    house.journal.fail();
    house.thread.run();
    CHECK(ana.phone->heard.empty());
    CHECK(ana.phone->dismissed == room::Dismissal::RoomLost);
    CHECK(house.desk.phone->dismissed == room::Dismissal::RoomLost);

    SECTION("and the next visitor finds the board as it is on disk")
    {
        house.leave(ana);
        auto const again = house.enter("ana");
        auto const heard = again.phone->listen();
        CHECK(last_change(heard, "tally")["tally"]["counts"][0] == 0);

        house.ask(again, 2, vote(board::Choice::Support));
        house.settle();
        CHECK(answers(again.phone->listen()) == std::vector<json>{{{"operation", 2}}});
    }
}

TEST_CASE("R4: who joins or opens a board while an append fails is told that it was not saved",
          "[room]")
{
    House house;
    auto const outcome = GENERATE(journal::Outcome::Failed, journal::Outcome::Conflict,
                                  journal::Outcome::Full, journal::Outcome::Busy);
    std::vector<board::RefusalWord> told;
    house.floor().join(code, {{"eve"}, {"citizens"}, {}},
                       [&](auto const& joined) { told.push_back(joined.error().word); });
    board::CreateBoard create;
    create.code = {"OTHER"};
    create.title = "Une autre";
    create.axes = {{{"inclusion"}, "Inclusion"}};
    house.floor().create(create,
                         [&](auto const& created) { told.push_back(created.error().word); });
    house.thread.run();
    REQUIRE(house.journal.waiting() == 2);
    house.journal.fail(outcome);
    house.journal.fail(outcome);
    house.settle();
    auto const word =
        outcome == journal::Outcome::Busy ? board::RefusalWord::Busy : board::RefusalWord::NotSaved;
    CHECK(told == std::vector{word, word});
    CHECK(house.journal.boards() == std::vector{code});
}

TEST_CASE("R20: when the disk is full nobody is sent away and the board goes on being told",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    house.settle();
    ana.phone->listen();
    ben.phone->listen();
    house.desk.phone->listen();

    house.ask(ana, 2, vote(board::Choice::Support));
    // These come while the append is under way.
    house.ask(house.desk, 4, board::StartTimer{60});
    auto const observer = [&] {
        room::Visitor const visitor{code, {}, id<DeviceId>("observer"), {}};
        auto phone = std::make_shared<Phone>();
        house.floor().hall(code).enter(phone, visitor);
        house.thread.run();
        return phone;
    }();
    house.journal.fail(journal::Outcome::Full);
    house.thread.run();
    CHECK(house.journal.waiting() == 0); // A full disk is not asked again at once.
    house.settle();

    auto const refused = [](int operation) {
        return std::vector<json>{{{"operation", operation}, {"refusal", {{"word", "notSaved"}}}}};
    };
    CHECK(answers(ana.phone->listen()) == refused(2));
    CHECK(answers(house.desk.phone->listen()) == refused(4));
    CHECK(ben.phone->heard.empty());
    CHECK_FALSE(ana.phone->dismissed.has_value());
    CHECK_FALSE(house.desk.phone->dismissed.has_value());
    auto const seen = observer->listen();
    REQUIRE(seen.size() == 2);
    CHECK(last_change(seen, "tally")["tally"]["counts"][0] == 0);

    // There is space again: the same operation is asked anew.
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    CHECK(answers(ana.phone->listen()) == std::vector<json>{{{"operation", 2}}});
    CHECK(last_change(ben.phone->listen(), "tally")["tally"]["counts"][0] == 1);
}

TEST_CASE("R5: a command sent again is answered as done and has no second effect", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    auto const events = house.journal.statistics().events;
    ana.phone->listen();

    SECTION("on the same connection")
    {
        house.ask(ana, 2, vote(board::Choice::Support));
        house.settle();
        CHECK(answers(ana.phone->listen()) == std::vector<json>{{{"operation", 2}}});
        CHECK(house.journal.statistics().events == events);
    }

    SECTION("after a restart")
    {
        house.restart();
        auto const again = house.enter("ana");
        CHECK(again.phone->heard.front()["operation"] == 2);
        house.ask(again, 2, vote(board::Choice::Support));
        house.settle();
        CHECK(answers(again.phone->listen()) == std::vector<json>{{{"operation", 2}}});
        CHECK(house.journal.statistics().events == events);
    }
}

TEST_CASE("R6: an old command that comes late undoes nothing", "[room]")
{
    House house;
    auto ana = house.enter("ana");
    house.ask(ana, 3, vote(board::Choice::Oppose));
    house.settle();

    SECTION("before a restart") {}
    SECTION("after a restart")
    {
        house.restart();
        ana = house.enter("ana");
    }
    ana.phone->listen();
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    auto const told = answers(ana.phone->listen());
    REQUIRE(told.size() == 1);
    CHECK(told[0]["refusal"]["word"] == "superseded");
    auto const seen = house.enter("observer").phone->listen();
    CHECK(last_change(seen, "tally")["tally"]["counts"][2] == 1);
    CHECK(last_change(seen, "tally")["tally"]["counts"][0] == 0);
}

TEST_CASE("R7: changes of one moment are one frame, the same bytes for all of an audience",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const one = house.enter("observer", {}, "one");
    auto const other = house.enter("observer", {}, "other");
    one.phone->listen();
    other.phone->listen();

    house.ask(house.desk, 4, board::StartTimer{60});
    for (std::uint64_t operation = 2; operation < 12; ++operation) {
        house.ask(ana, operation,
                  vote(operation % 2 == 0 ? board::Choice::Oppose : board::Choice::Support));
    }
    house.journal.land();
    house.thread.run();
    one.phone->listen();
    auto const frames = one.phone->frames.size();
    house.settle();
    REQUIRE(one.phone->frames.size() == frames + 1);
    CHECK(one.phone->frames.back() == other.phone->frames.back());
    auto const heard = one.phone->listen();
    CHECK(heard[0]["changes"].size() == 2); // One tally and one turnout, for ten votes.
    CHECK(last_change(heard, "tally")["tally"]["counts"][0] == 1);
}

TEST_CASE("R8: in a storm shared frames leave at most once in an interval, answers at once",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const observer = house.enter("observer");
    ana.phone->listen();
    observer.phone->listen();

    for (std::uint64_t operation = 2; operation < 22; ++operation) {
        house.ask(ana, operation,
                  vote(operation % 2 == 0 ? board::Choice::Oppose : board::Choice::Support));
        house.journal.land();
        house.thread.run();
        CHECK(answers(ana.phone->heard).size() == operation - 1);
        house.thread.pass(5ms);
    }
    house.settle();
    // A hundred milliseconds: the first at once, one each fifty after.
    CHECK(states(observer.phone->listen()) <= 3);
}

TEST_CASE("R18: the desk hears what it did with its answer, also in a storm", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.journal.land();
    house.thread.run();
    house.desk.phone->listen();

    // Less than an interval after the last shared frame.
    house.ask(house.desk, 4, board::Show{board::View::Blank, {}, {}});
    house.journal.land();
    house.thread.run();
    auto const heard = house.desk.phone->listen();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0]["answers"][0]["operation"] == 4);
    CHECK(heard[0]["changes"].dump().find(R"("view":"blank")") != std::string::npos);
}

TEST_CASE("R9: a slow phone is told the newest state once it can hear again", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const slow = house.enter("ben");
    slow.phone->listen();
    slow.phone->full = true;
    for (std::uint64_t operation = 2; operation < 8; ++operation) {
        house.ask(ana, operation,
                  vote(operation % 2 == 0 ? board::Choice::Oppose : board::Choice::Support));
        house.settle();
    }
    house.ask(slow, 1, vote(board::Choice::Support));
    house.settle();
    CHECK(slow.phone->heard.empty());
    CHECK(slow.phone->dismissed == std::nullopt);

    slow.phone->full = false;
    house.drained(slow);
    auto const heard = slow.phone->listen();
    REQUIRE(states(heard) == 1);
    CHECK(heard[0]["resume"] == true);
    CHECK(last_change(heard, "tally")["tally"]["counts"][0] == 2);
    CHECK(heard[0]["yours"]["choices"][0]["choice"] == "support");

    SECTION("and then hears what comes like everybody")
    {
        house.ask(slow, 1, vote(board::Choice::Support)); // As it was told to.
        house.settle();
        CHECK(answers(slow.phone->listen()) == std::vector<json>{{{"operation", 1}}});
    }
}

TEST_CASE("R10: a phone that returns is told only what it missed", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const first = ana.phone->listen();
    Position const told{first.back()["position"].get<std::uint64_t>()};
    house.leave(ana);
    auto const ben = house.enter("ben");
    house.ask(ben, 1, vote(board::Choice::Oppose));
    house.settle();

    auto const again = house.enter("ana", told);
    auto const heard = again.phone->listen();
    CHECK_FALSE(heard.back().contains("full"));
    CHECK(last_change(heard, "tally")["tally"]["counts"][2] == 1);
    CHECK(last_change(heard, "board").is_null());

    SECTION("also when the server restarted meanwhile")
    {
        house.restart();
        auto const later = house.enter("ana", told).phone->listen();
        CHECK_FALSE(later.back().contains("full"));
        CHECK(last_change(later, "tally")["tally"]["counts"][2] == 1);
    }

    SECTION("and everything anew when its position is ahead of the board")
    {
        auto const later = house.enter("ana", Position{1'000'000}).phone->listen();
        CHECK(later.back()["full"] == true);
        CHECK_FALSE(last_change(later, "board").is_null());
    }
}

TEST_CASE("R11: hidden results are in no frame before they may be seen", "[room]")
{
    auto const rule = GENERATE(board::ResultsRule::AfterClosing, board::ResultsRule::WhenRevealed,
                               board::ResultsRule::AfterOwnVote);
    House house(rule);
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    auto const wall = house.enter("screen");
    auto const moderator = house.enter("moderator");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();

    for (auto const& other : {ben, wall, moderator, house.desk}) {
        for (auto const& message : other.phone->heard) {
            CHECK(message.dump().find("\"tally\"") == std::string::npos);
            CHECK(message.dump().find("\"counts\":[1") == std::string::npos);
        }
        CHECK(last_change(other.phone->heard, "turnout")["voters"] == 1);
    }
    bool const own = rule == board::ResultsRule::AfterOwnVote;
    auto const said = ana.phone->heard.back().dump();
    CHECK((said.find("\"counts\":[1") != std::string::npos) == own);

    SECTION("with one's own vote the tally keeps moving")
    {
        if (!own) return;
        ana.phone->listen();
        house.ask(ben, 1, vote(board::Choice::Oppose));
        house.settle();
        house.thread.pass(3'000ms);
        auto const heard = ana.phone->listen();
        REQUIRE_FALSE(heard.empty());
        CHECK(heard.back()["yours"]["tallies"][0]["counts"][2] == 1);
        CHECK(last_change(wall.phone->heard, "tally").is_null());
    }
    SECTION("and is told whatever falls together with a vote of one's own")
    {
        if (!own) return;
        auto const tram = id<ProposalId>("tram");
        auto const second = id<BallotId>("second");
        house.ask(house.desk, 4,
                  board::ConfigurePhase{board::Phase::Vote, {true, false, true, true}});
        house.settle();
        house.ask(ana, 3, board::SubmitProposal{tram, "Un tram", "", {"inclusion"}});
        house.settle();
        house.ask(house.desk, 5, board::PublishProposal{tram});
        house.ask(house.desk, 6, board::CloseBallot{ballot});
        house.ask(house.desk, 7,
                  board::OpenBallot{second, "Et là ?", board::Method::Opinion, rule, {}});
        house.settle();
        house.ask(ana, 4, board::CastChoice{second, bus, board::Choice::Support});
        house.settle();
        ana.phone->listen();

        // Something is told to everybody, so that for a while nothing is.
        house.ask(ben, 1, board::CastChoice{second, tram, board::Choice::Oppose});
        house.journal.land();
        house.thread.run();
        // Ben's vote on the bus lands in that while; Ana's own vote lands when it is over.
        house.ask(ben, 2, board::CastChoice{second, bus, board::Choice::Oppose});
        house.journal.land();
        house.thread.run();
        house.ask(ana, 5, board::CastChoice{second, tram, board::Choice::Neutral});
        house.thread.pass(60ms);
        house.journal.land();
        house.settle();

        std::map<std::string, json> told;
        for (auto const& message : ana.phone->listen()) {
            for (auto const& tally :
                 message.value("yours", json::object()).value("tallies", json::array())) {
                told[tally["proposal"]] = tally;
            }
        }
        CHECK(told[std::string(bus.text())]["counts"][2] == 1);
        CHECK(told[std::string(tram.text())]["counts"][1] == 1);
    }
    SECTION("and all see them afterwards")
    {
        house.ask(house.desk, 4, board::CloseBallot{ballot});
        house.ask(house.desk, 5, board::RevealBallot{ballot});
        house.settle();
        CHECK(last_change(wall.phone->heard, "tally")["tally"]["counts"][0] == 1);
        CHECK(last_change(ben.phone->heard, "ballot")["ballot"]["resultsShown"] == true);
    }
}

TEST_CASE("R11: frames to others are the same bytes whatever the hidden votes are", "[room]")
{
    auto const rule = GENERATE(board::ResultsRule::AfterClosing, board::ResultsRule::WhenRevealed,
                               board::ResultsRule::AfterOwnVote);
    // All that others heard while one person voted twice and took the vote back.
    auto const heard = [rule](board::Choice first, board::Choice second) {
        House house(rule);
        auto const ana = house.enter("ana");
        auto const others = {house.enter("ben"), house.enter("screen"), house.enter("moderator"),
                             house.enter("observer"), house.desk};
        house.ask(ana, 2, vote(first));
        house.settle();
        house.ask(ana, 3, vote(second));
        house.settle();
        auto const late = house.enter("ben", {}, "another");
        std::string bytes;
        for (auto const& other : others) {
            for (auto const& frame : other.phone->frames) bytes += wire::payload(frame);
        }
        for (auto const& frame : late.phone->frames) bytes += wire::payload(frame);
        return bytes;
    };
    auto const one = heard(board::Choice::Support, board::Choice::Oppose);
    CHECK(one.find("\"turnout\"") != std::string::npos);
    CHECK(one == heard(board::Choice::Oppose, board::Choice::Neutral));
}

TEST_CASE("R12: what is not published is told to its author and the desk alone", "[room]")
{
    House house;
    house.ask(house.desk, 4, board::OpenPhase{board::Phase::Collect, "Encore une idée"});
    house.settle();
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    ben.phone->listen();
    auto const secret = id<ProposalId>("secret");
    house.ask(ana, 2, board::SubmitProposal{secret, "Pas encore lue", "", {"inclusion"}});
    house.settle();

    for (auto const& message : ben.phone->heard) {
        CHECK(message.dump().find("Pas encore lue") == std::string::npos);
        CHECK(message.dump().find("secret") == std::string::npos);
    }
    CHECK(last_change(house.desk.phone->heard, "proposal")["proposal"]["status"] == "submitted");
    CHECK(ana.phone->heard.back()["yours"]["proposals"][0]["status"] == "submitted");

    house.ask(house.desk, 5, board::ReturnProposal{secret, "Pour qui ?"});
    house.settle();
    CHECK(ana.phone->heard.back()["yours"]["proposals"][0]["question"] == "Pour qui ?");

    house.ask(house.desk, 6, board::PublishProposal{secret});
    house.settle();
    CHECK(last_change(ben.phone->heard, "proposal")["proposal"]["title"] == "Pas encore lue");

    house.ask(house.desk, 7, board::RequeueProposal{secret});
    house.settle();
    CHECK(last_change(ben.phone->heard, "proposalGone")["proposal"] == std::string(secret.text()));
}

TEST_CASE("R13: strangers are dismissed with the reason", "[room]")
{
    House house;
    CHECK(house.enter("nobody").phone->dismissed == room::Dismissal::UnknownCredential);

    auto const phone = std::make_shared<Phone>();
    house.floor().hall({"ZZZZZ"}).enter(phone, {{"ZZZZZ"}, {}, id<DeviceId>("d"), {}});
    house.settle();
    CHECK(phone->dismissed == room::Dismissal::UnknownBoard);
}

TEST_CASE("R14: the desk and the screen are told how many people are here, by person", "[room]")
{
    House house;
    auto const one = house.enter("ana", {}, "phone");
    auto const two = house.enter("ana", {}, "tablet");
    house.settle();
    CHECK(last_change(house.desk.phone->heard, "presence")["connected"] == 1);
    // Also who opens the desk or the screen later, or comes back to it.
    CHECK(last_change(house.enter("screen").phone->heard, "presence")["connected"] == 1);
    auto const again = house.enter("facilitator", Position{1}, "laptop");
    CHECK(last_change(again.phone->heard, "presence")["connected"] == 1);
    house.leave(one);
    house.leave(two);
    house.settle();
    CHECK(last_change(house.desk.phone->heard, "presence")["connected"] == 0);
    CHECK(last_change(house.desk.phone->heard, "participants").is_null() == false);
}

TEST_CASE("R30: the desk is told of which colleges those are who are here", "[room]")
{
    House house;
    house.floor().join(code, {{"cara"}, {"companies"}, {}}, [](auto const&) {});
    house.settle();
    auto const screen = house.enter("screen");
    auto const ana = house.enter("ana");
    auto const cara = house.enter("cara");
    house.settle();
    auto const here = [&] { return last_change(house.desk.phone->heard, "presence")["colleges"]; };
    CHECK(here() == json::parse(R"([{"college":"citizens","count":1},
                                    {"college":"companies","count":1}])"));
    CHECK_FALSE(last_change(screen.phone->heard, "presence").contains("colleges"));
    // As many as before, but others.
    house.leave(cara);
    house.enter("ben");
    house.settle();
    CHECK(here() == json::parse(R"([{"college":"citizens","count":2}])"));
    house.leave(ana);
    house.settle();
    CHECK(here() == json::parse(R"([{"college":"citizens","count":1}])"));
}

TEST_CASE("R40: the desk is told how many people were cut off and may come back", "[room]")
{
    House house;
    auto const cut = room::Parting::CutOff;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    auto const screen = house.enter("screen");
    house.settle();
    auto const reconnecting = [&] {
        return last_change(house.desk.phone->heard, "presence")["reconnecting"];
    };
    CHECK(reconnecting() == 0);
    house.leave(ana, cut);
    house.leave(ben);
    house.settle();
    CHECK(reconnecting() == 1);
    CHECK_FALSE(last_change(screen.phone->heard, "presence").contains("reconnecting"));
    // Back, also on another device; and with a second device here nobody is missed.
    auto const again = house.enter("ana", {}, "tablet");
    house.settle();
    CHECK(reconnecting() == 0);
    auto const second = house.enter("ana", {}, "laptop");
    house.leave(again, cut);
    house.settle();
    CHECK(reconnecting() == 0);
    house.leave(second, cut);
    house.thread.pass(30s);
    auto const late = house.enter("ben");
    house.leave(late, cut);
    house.settle();
    CHECK(reconnecting() == 2);
    // After a minute each is gone.
    house.thread.pass(30s);
    house.settle();
    CHECK(reconnecting() == 1);
    house.thread.pass(31s);
    house.settle();
    CHECK(reconnecting() == 0);
}

TEST_CASE("R31: desks are told once a second how many votes were recorded, while there are any",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const screen = house.enter("screen");
    house.settle();
    house.settle();
    house.desk.phone->listen();
    auto const told = [&] {
        std::vector<std::uint64_t> votes;
        for (auto const& message : house.desk.phone->listen()) {
            for (auto const& change : message.value("changes", json::array())) {
                if (change["type"] == "activity")
                    votes.push_back(change["votes"].get<std::uint64_t>());
            }
        }
        return votes;
    };

    // Two seconds of a vote each hundred milliseconds.
    for (std::uint64_t operation = 2; operation < 22; ++operation) {
        house.ask(ana, operation,
                  vote(operation % 2 == 0 ? board::Choice::Oppose : board::Choice::Support));
        house.journal.land();
        house.thread.run();
        house.thread.pass(100ms);
    }
    CHECK(told() == std::vector<std::uint64_t>{10, 10});
    house.thread.pass(5s);
    CHECK(told() == std::vector<std::uint64_t>{0});
    house.thread.pass(5s);
    CHECK(house.desk.phone->listen().empty());

    // What is on its way to the disk is not recorded.
    house.ask(ana, 30, vote(board::Choice::Oppose));
    house.thread.pass(2s);
    CHECK(told().empty());
    house.journal.land();
    house.thread.run();
    house.thread.pass(1s);
    CHECK(told() == std::vector<std::uint64_t>{1});

    // Whatever is written is told by its moment, and nobody else hears of it.
    house.settle();
    house.desk.phone->listen();
    house.ask(house.desk, 4, board::Show{board::View::Blank, {}, {}});
    house.settle();
    auto const written = last_change(house.desk.phone->heard, "activity");
    CHECK(written["votes"] == 0);
    CHECK(written["writtenAt"].get<std::int64_t>() > 1'734'091'200'000);
    CHECK(last_change(screen.phone->heard, "activity").is_null());
    CHECK(last_change(ana.phone->heard, "activity").is_null());
    CHECK(last_change(house.enter("moderator").phone->heard, "activity") == written);
}

TEST_CASE("R15: one's other devices see one's own choice too", "[room]")
{
    House house;
    auto const phone = house.enter("ana", {}, "phone");
    auto const tablet = house.enter("ana", {}, "tablet");
    tablet.phone->listen();
    house.ask(phone, 1, vote(board::Choice::Neutral));
    house.settle();
    auto const heard = tablet.phone->listen();
    REQUIRE_FALSE(heard.empty());
    bool const told = std::any_of(heard.begin(), heard.end(), [](auto const& message) {
        return message.contains("yours") && message["yours"]["choices"][0]["choice"] == "neutral";
    });
    CHECK(told);
    CHECK(answers(heard).empty());
}

TEST_CASE("R16: every frame keeps to the protocol", "[room][wire]")
{
    House house;
    auto const ana = house.enter("ana");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.ask(ana, 3,
              board::SubmitComment{id<CommentId>("c"), bus, board::Stance::Question, "Où ?"});
    house.ask(ana, 4, board::CastChoice{id<BallotId>("none"), bus, board::Choice::Support});
    house.ask(
        house.desk, 4,
        board::DecideProposal{
            bus, board::Decision::Adopted, "Oui", "CTM", {"MILCEM"}, "2027-01-01", "2027-12-31"});
    house.ask(house.desk, 5, board::Show{board::View::Results, {}, ballot});
    house.ask(house.desk, 6, board::StartTimer{60});
    house.settle();
    auto const wall = house.enter("screen");
    auto const observer = house.enter("observer");
    for (auto const& phone : {ana.phone, house.desk.phone, wall.phone, observer.phone}) {
        REQUIRE(phone->frames.size() >= 2);
        for (auto const& frame : phone->frames) {
            auto const problem = schema_problem("FromServer", wire::payload(frame));
            INFO(wire::payload(frame));
            CHECK(problem == std::nullopt);
        }
    }
}

TEST_CASE("R17: with snapshots lost or kept a board is the same", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    house.restart(); // Closing saves a snapshot.
    auto const with = house.enter("observer").phone->listen().back();
    house.journal.drop_snapshots();
    house.restart();
    house.journal.drop_snapshots();
    auto const without = house.enter("observer").phone->listen().back();
    CHECK(with == without);
}

TEST_CASE("R21: a seat has a bounded number of commands unanswered, and none before its welcome",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    auto& hall = house.floor().hall(code);
    auto const asks = [&](House::Seated const& who, std::uint64_t operation) {
        return hall.ask(who.number, {{operation}, board::Introduce{"Name"}});
    };
    for (std::uint64_t operation = 2; operation < 2 + room::unanswered_max; ++operation) {
        REQUIRE(asks(ana, operation));
    }
    CHECK_FALSE(asks(ana, 1'000));
    CHECK(asks(ben, 1)); // Nobody else is held up.
    house.settle();
    CHECK(answers(ana.phone->listen()).size() == room::unanswered_max);
    CHECK(asks(ana, 1'000));
    house.settle();
    CHECK(answers(ana.phone->listen()) == std::vector<json>{{{"operation", 1'000}}});

    auto const early = std::make_shared<Phone>();
    auto const number = hall.enter(early, {code, {}, id<DeviceId>("early"), {}});
    CHECK_FALSE(hall.ask(number, {{1}, board::Introduce{}}));
}

TEST_CASE("R21: what was sent twice in one moment is answered once", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    ana.phone->listen();
    house.ask(house.desk, 4, board::StartTimer{60}); // Meanwhile all that comes waits together.
    auto& hall = house.floor().hall(code);
    for (int time = 0; time < 3; ++time) {
        for (std::uint64_t operation = 2; operation < 6; ++operation) {
            CHECK(hall.ask(ana.number, {{operation}, vote(board::Choice::Support)}));
        }
    }
    house.settle();
    std::vector<json> expected;
    for (int operation = 2; operation < 6; ++operation) {
        expected.push_back({{"operation", operation}});
    }
    CHECK(answers(ana.phone->listen()) == expected);
}

TEST_CASE("R22: what is said to a seat that left reaches nobody who comes later", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    for (auto const& seat : {ana, house.desk}) house.leave(seat);
    house.thread.pass(6s); // Empty halls are let go.
    auto const ben = house.enter("ben");
    CHECK(ben.number > ana.number);
    CHECK(ben.number > house.desk.number);
}

TEST_CASE("R19: trying out codes keeps nobody from a board", "[room]")
{
    House house;
    auto const look = [&](BoardCode const& at) {
        std::optional<Result<std::string, board::Refusal>> told;
        house.floor().look(at, wire::board_card, [&](auto result) { told = std::move(result); });
        house.thread.run();
        REQUIRE(told.has_value());
        return *told;
    };
    for (std::size_t tried = 0; tried < room::rooms_max + 10; ++tried) {
        auto const unknown = look({"N" + std::to_string(10'000 + tried)});
        REQUIRE_FALSE(unknown.has_value());
        REQUIRE(unknown.error().word == board::RefusalWord::UnknownBoard);
    }
    // The board's own room had somebody in it and is still there; another can be opened beside it.
    CHECK(look(code).has_value());
    CHECK(house.enter("ana").phone->role == board::Role::Participant);
}

TEST_CASE("F17: at a purge everybody forgets what they were told and is told the board anew",
          "[room]")
{
    House house;
    auto const wall = house.enter("screen");
    house.ask(house.desk, 4, board::StartRehearsal{});
    house.settle();
    auto const ana = house.enter("ana");
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    REQUIRE(last_change(ana.phone->heard, "tally")["tally"]["counts"][0] == 1);
    auto const told = Position{ana.phone->heard.back()["position"].get<std::uint64_t>()};
    auto const slow = house.enter("ben");
    slow.phone->full = true;

    ana.phone->listen();
    wall.phone->listen();
    house.ask(house.desk, 5, board::PurgeRehearsal{});
    house.settle();
    slow.phone->full = false;
    house.drained(slow);
    for (auto const& phone : {ana.phone, wall.phone, slow.phone, house.desk.phone}) {
        auto const last = std::find_if(phone->heard.rbegin(), phone->heard.rend(),
                                       [](auto const& one) { return one.value("full", false); });
        REQUIRE(last != phone->heard.rend());
        auto const changes = last_change({*last}, "tally");
        CHECK(changes["tally"]["counts"][0] == 0);
        CHECK(last_change({*last}, "rehearsal").is_null());
    }
    CHECK(ana.phone->heard.back()["yours"]["participant"] == 1);
    CHECK(ana.phone->heard.back()["yours"]["choices"].empty());

    // Who was away is told the whole, not what changed since.
    auto const back = house.enter("ana", told, "other");
    CHECK(back.phone->heard.back()["full"] == true);
    // After that everything goes its usual way.
    ana.phone->listen();
    house.ask(ana, 3, vote(board::Choice::Oppose));
    house.settle();
    CHECK(last_change(ana.phone->heard, "tally")["tally"]["counts"][2] == 1);
    CHECK_FALSE(ana.phone->heard.back().contains("full"));
}

TEST_CASE("E28: an archive is made once for a position, and not at every vote", "[room]")
{
    House house;
    auto const made = [&] {
        std::optional<Result<std::string, board::Refusal>> told;
        house.floor().archive(code, [&](auto result) { told = std::move(result); });
        house.thread.run();
        REQUIRE(told.has_value());
        return *told;
    };
    auto const ana = house.enter("ana");
    auto const first = made();
    REQUIRE(first.has_value());
    CHECK(made() == first);
    house.ask(ana, 2, vote(board::Choice::Support));
    house.settle();
    CHECK(made() == first);
    house.thread.pass(2000ms);
    auto const second = made();
    REQUIRE(second.has_value());
    CHECK(*second != *first);
}

TEST_CASE("L4: a device that came in between two tellings is not told of an older position",
          "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const land = [&] {
        do {
            house.thread.run();
            while (house.journal.waiting() > 0) house.journal.land();
        } while (house.thread.run() || house.journal.waiting() > 0);
    };
    // The second one waits for its turn to be told to everybody.
    house.ask(ana, 2, vote(board::Choice::Support));
    land();
    house.ask(ana, 3, vote(board::Choice::Oppose));
    land();
    auto const phone = std::make_shared<Phone>();
    room::Visitor const visitor{code, CredentialHash{"ben"}, id<DeviceId>("ben"), {}};
    auto const ben = house.floor().hall(code).enter(phone, visitor);
    land();
    auto const told = phone->heard.back()["position"].get<std::uint64_t>();
    house.floor().hall(code).ask(ben, {{1}, board::CloseBallot{ballot}});
    land();
    REQUIRE(phone->heard.back().contains("answers"));
    CHECK(phone->heard.back()["position"].get<std::uint64_t>() >= told);
}

TEST_CASE("R36: who falls behind before being told anything is told to forget what is gone",
          "[room]")
{
    House house;
    auto const phone = std::make_shared<Phone>();
    phone->full = true;
    room::Visitor const visitor{code, CredentialHash{"ben"}, id<DeviceId>("ben"), Position{3}};
    auto const ben = house.floor().hall(code).enter(phone, visitor);
    house.settle();
    phone->full = false;
    house.floor().hall(code).drained(ben);
    house.settle();
    REQUIRE(states(phone->heard) == 1);
    CHECK(phone->heard.back()["full"] == true);
    CHECK(phone->heard.back()["resume"] == true);
    CHECK(phone->heard.back()["yours"]["participant"] == 2);
}
