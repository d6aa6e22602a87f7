#include "board/state.hpp"
#include "support/board_maker.hpp"
#include "support/journal_house.hpp"

#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::journal;
using namespace koudmen::tests;

// The contract of the port, kept by every journal.

namespace {

BoardCode const one{"AAAAA"};
BoardCode const other{"BBBBB"};

board::Board replayed(std::vector<board::Recorded> const& events)
{
    board::Board board;
    for (auto const& event : events) board::apply(board, event);
    return board;
}

} // namespace

TEMPLATE_TEST_CASE("J1: what was appended is read back in order after any restart", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    house.tell(one, 0, 1);
    house.tell(one, 1, 3);
    house.tell(one, 4, 2);
    CHECK(house.read(one) == story(one, 0, 6));
    house.reopen();
    CHECK(house.read(one) == story(one, 0, 6));
    house.tell(one, 6, 2);
    CHECK(house.read(one) == story(one, 0, 8));
    house.reopen();
    CHECK(house.read(one) == story(one, 0, 8));
    // Every kind of event that a deliberation has, exactly as it was.
    BoardMaker maker;
    auto const ana = maker.join("citizens", "Ana");
    auto const bus = maker.publish(ana, "bus");
    auto const ballot = maker.open_ballot("ballot");
    maker.done(ana, board::CastChoice{ballot, bus, board::Choice::Support});
    maker.done(ana, board::CastChoice{ballot, bus, {}});
    auto const code = maker.board.code;
    CHECK(house.append(code, 0, maker.history) == Outcome::Durable);
    house.reopen();
    CHECK(house.read(code) == maker.history);
}

TEMPLATE_TEST_CASE("J2: the outcome comes home and never inside the call", "[journal]", InMemory,
                   OnDisk)
{
    JournalHouse<TestType> house;
    std::vector<Outcome> told;
    auto const listen = [&](Outcome outcome) { told.push_back(outcome); };
    house.journal().append(one, {0}, story(one, 0, 1), house.thread, listen);
    house.journal().append(one, {7}, story(one, 7, 1), house.thread, listen);
    CHECK(told.empty());
    house.journal().settle();
    CHECK(told.empty()); // Posted home, where nobody has looked yet.
    house.thread.run();
    CHECK(told.size() == 2);
    bool loaded = false;
    house.journal().load(one, house.thread, [&](auto const&) { loaded = true; });
    house.journal().settle();
    CHECK_FALSE(loaded);
    house.thread.run();
    CHECK(loaded);
}

TEMPLATE_TEST_CASE("J3: an append at a wrong position is refused and writes nothing", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    CHECK(house.append(one, 1, story(one, 1, 1)) == Outcome::Conflict);
    CHECK(house.read(one).empty());
    CHECK(house.journal().boards()->empty());

    house.tell(one, 0, 3);
    for (std::uint64_t const expected : {0, 1, 2, 4, 100}) {
        INFO(expected);
        CHECK(house.append(one, expected, story(one, expected, 2)) == Outcome::Conflict);
    }
    CHECK(house.append(one, 3, {}) == Outcome::Conflict); // Nothing is no event.
    CHECK(house.read(one) == story(one, 0, 3));
    house.reopen();
    CHECK(house.append(one, 2, story(one, 2, 1)) == Outcome::Conflict);
    house.tell(one, 3, 1);
    CHECK(house.read(one) == story(one, 0, 4));
}

TEMPLATE_TEST_CASE("J4: of two appends at one position one is kept", "[journal]", InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    house.tell(one, 0, 1);
    std::vector<Outcome> told(3);
    for (std::size_t index = 0; index < told.size(); ++index) {
        auto event = event_of_story(one, 2);
        event.at = {static_cast<std::int64_t>(index)};
        house.journal().append(one, {1}, {event}, house.thread,
                               [&told, index](Outcome outcome) { told[index] = outcome; });
    }
    house.settle();
    CHECK(told == std::vector{Outcome::Durable, Outcome::Conflict, Outcome::Conflict});
    REQUIRE(house.read(one).size() == 2);
    CHECK(house.read(one)[1].at == Moment{0});
}

TEMPLATE_TEST_CASE("J5: appends that follow each other need not wait for each other", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    std::size_t durable = 0;
    for (std::uint64_t position = 0; position < 200; ++position) {
        for (auto const& code : {one, other}) {
            house.journal().append(
                code, {position}, story(code, position, 1), house.thread,
                [&durable](Outcome outcome) { durable += outcome == Outcome::Durable; });
        }
    }
    house.settle();
    CHECK(durable == 400);
    CHECK(house.read(one) == story(one, 0, 200));
    CHECK(house.read(other) == story(other, 0, 200));
    auto const did = house.journal().statistics();
    CHECK(did.appends == 400);
    CHECK(did.events == 400);
}

TEMPLATE_TEST_CASE("J21: all that waits from all boards becomes durable with one sync", "[journal]",
                   OnDisk)
{
    JournalHouse<TestType> house;
    // Long to write, so that what follows waits together.
    constexpr std::uint64_t many = 20'000;
    constexpr std::size_t boards = 200;
    std::size_t durable = 0;
    auto const count = [&durable](Outcome outcome) { durable += outcome == Outcome::Durable; };
    auto long_one = story(one, 0, many);
    std::vector<std::vector<board::Recorded>> short_ones;
    auto const code_of = [](std::size_t board) {
        return BoardCode{"A" + std::to_string(1'000 + board)};
    };
    for (std::size_t board = 0; board < boards; ++board) {
        short_ones.push_back(story(code_of(board), 0, 1));
    }
    house.journal().append(one, {0}, std::move(long_one), house.thread, count);
    for (std::size_t board = 0; board < boards; ++board) {
        house.journal().append(code_of(board), {0}, std::move(short_ones[board]), house.thread,
                               count);
    }
    house.settle();
    CHECK(durable == boards + 1);
    auto const did = house.journal().statistics();
    CHECK(did.appends == boards + 1);
    CHECK(did.events == many + boards);
    // One for the long one, one for what had come meanwhile, and a few in case this thread was slow.
    CHECK(did.syncs < 20);
}

TEMPLATE_TEST_CASE("J22: a board that took long to replay is kept as a snapshot at once",
                   "[journal]", OnDisk)
{
    JournalHouse<TestType> house;
    constexpr std::uint64_t many = 20'001;
    house.tell(one, 0, many);
    house.tell(other, 0, 3);
    CHECK(house.load(one)->position.value == many);
    CHECK(house.load(other)->position.value == 3);
    CHECK(house.journal().statistics().replayed == many + 3);
    CHECK(*house.load(one) == replayed(story(one, 0, many)));
    CHECK(house.load(other)->position.value == 3);
    CHECK(house.journal().statistics().replayed == many + 6);
}

TEMPLATE_TEST_CASE("J6: boards do not touch each other and are listed in order", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    CHECK(house.journal().boards()->empty());
    BoardCode const last{"ZZZZZ"};
    house.tell(last, 0, 2);
    house.tell(one, 0, 1);
    house.tell(other, 0, 3);
    CHECK(house.append(one, 2, story(one, 2, 1)) == Outcome::Conflict);
    house.tell(one, 1, 1);
    for (int round = 0; round < 2; ++round) {
        CHECK(*house.journal().boards() == std::vector<BoardCode>{one, other, last});
        CHECK(house.read(one) == story(one, 0, 2));
        CHECK(house.read(other) == story(other, 0, 3));
        CHECK(house.read(last) == story(last, 0, 2));
        house.reopen();
    }
}

TEMPLATE_TEST_CASE("J7: reading starts after any position and comes in bounded pages", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    CHECK(house.read(one).empty()); // No such board.
    std::uint64_t const many = 2 * page_events_max;
    house.tell(one, 0, many);
    CHECK(house.read(one, many - 2) == story(one, many - 2, 2));
    CHECK(house.read(one, many).empty());
    CHECK(house.read(one, many + 5).empty());

    auto const first = house.journal().read(one, {0});
    REQUIRE(first);
    CHECK(first->events.size() == page_events_max);
    CHECK_FALSE(first->last);
    auto const second = house.journal().read(one, {page_events_max});
    REQUIRE(second);
    CHECK(second->events.size() == page_events_max);
    CHECK(second->last); // Nothing comes after a page that is just full.
    CHECK(house.read(one) == story(one, 0, many));
}

TEMPLATE_TEST_CASE("J8: a loaded board is what its events made of it", "[journal]", InMemory,
                   OnDisk)
{
    JournalHouse<TestType> house;
    CHECK(house.journal().load_now(one)->position.value == 0);
    CHECK(house.load(one)->position.value == 0);
    std::uint64_t const many = page_events_max + 10;
    house.tell(one, 0, many);
    auto const expected = replayed(story(one, 0, many));
    for (int round = 0; round < 2; ++round) {
        CHECK(*house.journal().load_now(one) == expected);
        CHECK(*house.load(one) == expected);
        house.reopen();
    }
}

TEMPLATE_TEST_CASE("J9: a snapshot changes nothing but where reading starts", "[journal]", InMemory,
                   OnDisk)
{
    JournalHouse<TestType> house;
    house.tell(one, 0, 5);
    house.journal().save_snapshot(
        std::make_shared<board::Board const>(*house.journal().load_now(one)));
    house.settle();
    house.tell(one, 5, 3);
    auto const expected = replayed(story(one, 0, 8));
    for (int round = 0; round < 2; ++round) {
        CHECK(*house.load(one) == expected);
        house.reopen();
    }
    house.journal().drop_snapshots();
    CHECK(*house.load(one) == expected);
    house.tell(one, 8, 1);
    house.reopen();
    CHECK(*house.load(one) == replayed(story(one, 0, 9)));
}

TEMPLATE_TEST_CASE("J10: loading starts from the newest snapshot until it is dropped", "[journal]",
                   InMemory, OnDisk)
{
    JournalHouse<TestType> house;
    house.tell(one, 0, 4);
    // A board that its events would not have made shows what was read.
    auto marked = *house.journal().load_now(one);
    marked.title = "Kept";
    house.journal().save_snapshot(std::make_shared<board::Board const>(marked));
    house.settle();
    CHECK(house.load(one)->title == "Kept");
    marked.title = "Kept later";
    house.journal().save_snapshot(std::make_shared<board::Board const>(marked));
    house.settle();
    house.tell(one, 4, 2);
    house.reopen();
    CHECK(house.load(one)->title == "Kept later");
    CHECK(house.load(one)->position.value == 6);
    CHECK(house.journal().load_now(one)->title == "Kept later");
    // A snapshot that was still on its way goes too.
    house.journal().save_snapshot(std::make_shared<board::Board const>(marked));
    house.journal().drop_snapshots();
    CHECK(house.load(one)->title == "Feuille de route AAAAA");
    house.reopen();
    CHECK(house.load(one)->title == "Feuille de route AAAAA");
}

TEMPLATE_TEST_CASE("J11: a snapshot that is ahead of the events is none", "[journal]", InMemory,
                   OnDisk)
{
    JournalHouse<TestType> house;
    house.tell(one, 0, 2);
    house.journal().save_snapshot(std::make_shared<board::Board const>(replayed(story(one, 0, 3))));
    house.journal().save_snapshot(
        std::make_shared<board::Board const>(replayed(story(other, 0, 1))));
    house.settle();
    CHECK(house.load(one)->position.value == 2);
    CHECK(house.load(other)->position.value == 0);
    CHECK(house.journal().boards()->size() == 1);
}
