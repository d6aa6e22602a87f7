#include "board/results.hpp"
#include "support/board_maker.hpp"

#include <algorithm>
#include <sstream>
#include <string>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

namespace {

// A board with five colleges and a tally in which so many people of each chose.
struct Room {
    BoardMaker house;
    Tally tally;

    explicit Room(std::vector<std::uint64_t> const& people)
    {
        for (std::size_t at = 0; at < people.size(); ++at) {
            constexpr std::size_t levels = 3;
            tally.counts.resize(levels);
            auto& counts = tally.colleges[house.board.colleges[at].id];
            counts.resize(levels);
            // Spread over the choices: what counts is how many people there are.
            for (std::uint64_t person = 0; person < people[at]; ++person) {
                ++counts[person % levels];
                ++tally.counts[person % levels];
            }
        }
    }

    // The number of people told of each college in the board's order; x where it is suppressed.
    std::string told() const
    {
        std::string text;
        for (auto const& college : by_college(house.board, tally)) {
            if (!text.empty()) text += ' ';
            text += college.counts ? std::to_string(expressed(*college.counts)) : "x";
        }
        return text;
    }
};

std::string told(std::vector<std::uint64_t> const& people)
{
    return Room(people).told();
}

Counts opinions(std::uint64_t support, std::uint64_t neutral, std::uint64_t oppose)
{
    return {support, neutral, oppose};
}

} // namespace

TEST_CASE("V10: results show when the ballot says and while the phase shows results", "[votes]")
{
    constexpr auto grid = R"(
               open      closed    revealed
               voted not voted not voted not
live           yes   yes yes   yes yes   yes
afterOwnVote   yes   no  yes   yes yes   yes
afterClosing   no    no  yes   yes yes   yes
whenRevealed   no    no  no    no  yes   yes
)";
    std::istringstream lines(grid);
    std::size_t rows = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == ' ') continue;
        std::istringstream cells(line);
        std::string name;
        cells >> name;
        auto const rule = static_cast<ResultsRule>(rows++);
        REQUIRE(name == word(rule));
        BoardMaker house;
        auto const ana = house.join();
        auto const ben = house.join();
        auto const bus = house.publish(ana, "bus");
        auto const ballot = house.open_ballot("one", rule);
        house.done(ana, CastChoice{ballot, bus, Choice::Neutral});
        for (auto const state : {BallotState::Open, BallotState::Closed, BallotState::Revealed}) {
            if (state == BallotState::Closed) house.done(facilitator, CloseBallot{ballot});
            if (state == BallotState::Revealed) house.done(facilitator, RevealBallot{ballot});
            std::string voted;
            std::string other;
            cells >> voted >> other;
            CAPTURE(name, word(state));
            auto const shown = [&](Actor const& who) {
                return tally_shown_to(house.board, house.ballot(ballot), bus, who.participant);
            };
            for (auto const results : {true, false, true}) {
                house.done(facilitator, ConfigurePhase{Phase::Vote, {false, true, true, results}});
                CHECK(shown(ana) == (results && voted == "yes"));
                CHECK(shown(ben) == (results && other == "yes"));
                // Who has no voice sees what everybody sees.
                CHECK(results_shown(house.board, house.ballot(ballot)) ==
                      (results && other == "yes"));
                CHECK(shown({Role::Observer, {}}) == (results && other == "yes"));
            }
        }
        // Opened again it is as it was.
        house.done(facilitator, ReopenBallot{ballot, "Panne"});
        CHECK(results_shown(house.board, house.ballot(ballot)) == (rule == ResultsRule::Live));
    }
    CHECK(rows == words<ResultsRule>.size());
}

TEST_CASE("V11: after one's own vote means on this proposal and while it stands", "[votes]")
{
    BoardMaker house;
    auto const ana = house.join();
    auto const bus = house.publish(ana, "bus");
    auto const tram = house.publish(ana, "tram");
    auto const ballot = house.open_ballot("one", ResultsRule::AfterOwnVote);
    auto const shown = [&](ProposalId const& proposal) {
        return tally_shown_to(house.board, house.ballot(ballot), proposal, ana.participant);
    };
    CHECK_FALSE(shown(bus));
    house.done(ana, CastChoice{ballot, bus, Choice::Support});
    CHECK(shown(bus));
    CHECK_FALSE(shown(tram));
    house.done(ana, CastChoice{ballot, bus, {}});
    CHECK_FALSE(shown(bus));
}

TEST_CASE("V12: a college with fewer than five voters is suppressed", "[votes]")
{
    CHECK(told({}).empty());
    CHECK(told({5}) == "5");
    CHECK(told({4}) == "x");
    CHECK(told({0, 7, 0, 6, 0}) == "7 6");
    CHECK(told({5, 6, 7, 8, 9}) == "5 6 7 8 9");
    CHECK(told({1, 1, 1, 1, 1}) == "x x x x x");
}

TEST_CASE("V13: what is suppressed does not follow from the whole", "[votes]")
{
    // One alone would be the whole less the others: the next smallest goes with it.
    CHECK(told({4, 9, 6, 8, 7}) == "x 9 x 8 7");
    CHECK(told({30, 2}) == "x x");
    // Two that are fewer than five together would still tell what few people said.
    CHECK(told({2, 20, 1, 10, 30}) == "x 20 x x 30");
    CHECK(told({2, 20, 3, 10, 30}) == "x 20 x 10 30");
    // Of two equal ones the first in the board's order.
    CHECK(told({6, 6, 3}) == "x 6 x");
    // Those of whom nobody chose are no cover.
    CHECK(told({0, 3, 0, 6, 8}) == "x x 8");
}

TEST_CASE("V14: no sizes of colleges let a reader compute fewer than five people", "[votes]")
{
    std::vector<std::uint64_t> sizes(4);
    std::size_t wrong = 0;
    for (std::uint64_t code = 0; code < 9 * 9 * 9 * 9; ++code) {
        auto rest = code;
        for (auto& size : sizes) size = std::exchange(rest, rest / 9) % 9;
        Room const room(sizes);
        auto const results = by_college(room.house.board, room.tally);
        std::uint64_t hidden_people = 0;
        std::size_t hidden = 0;
        bool small_shown = false;
        bool needless = true; // Whether something large is hidden that nothing small asked for.
        for (auto const& result : results) {
            auto const people = expressed(room.tally.colleges.at(result.college));
            needless = needless && people >= small_cell_min;
            if (result.counts) {
                small_shown = small_shown || people < small_cell_min;
                continue;
            }
            ++hidden;
            hidden_people += people;
        }
        bool const covered = hidden == 0 || hidden == results.size() ||
                             (hidden >= 2 && hidden_people >= small_cell_min);
        if (small_shown || !covered || (needless && hidden > 0)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("V15: the base of a percentage is who expressed a choice", "[votes]")
{
    CHECK(expressed({}) == 0);
    CHECK(expressed(opinions(3, 2, 1)) == 6);
}

TEST_CASE("V16: the lower bound of Wilson is right to four places", "[votes]")
{
    CHECK(wilson_lower_bound(opinions(1, 0, 0)) == 2065);
    CHECK(wilson_lower_bound(opinions(10, 0, 1)) == 6226);
    CHECK(wilson_lower_bound(opinions(100, 0, 2)) == 9313);
    CHECK(wilson_lower_bound(opinions(60, 0, 40)) == 5020);
    CHECK(wilson_lower_bound(opinions(550, 0, 450)) == 5190);
    // Neutral people are no part of it.
    CHECK(wilson_lower_bound(opinions(60, 1000, 40)) == 5020);
    CHECK(wilson_lower_bound(opinions(0, 7, 0)) == 0);
    CHECK(wilson_lower_bound(opinions(0, 0, 5)) == 0);
    CHECK(wilson_lower_bound(opinions(20'000, 0, 0)) == 9998);
    // More support never ranks lower, more opposition never higher.
    for (std::uint64_t support = 0; support < 40; ++support) {
        for (std::uint64_t oppose = 0; oppose < 40; ++oppose) {
            auto const here = wilson_lower_bound(opinions(support, 0, oppose));
            if (here > wilson_lower_bound(opinions(support + 1, 0, oppose)) ||
                here < wilson_lower_bound(opinions(support, 0, oppose + 1))) {
                FAIL(support << " for and " << oppose << " against");
            }
        }
    }
}
