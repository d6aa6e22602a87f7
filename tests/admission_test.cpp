#include "room/guesses.hpp"
#include "support/board_maker.hpp"

#include <set>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using namespace std::chrono_literals;

namespace {

CreateBoard board_of_badges()
{
    auto create = usual_board();
    create.settings.admission = Admission::Badges;
    return create;
}

// A board whose badges are known by their names here.
class Door : public BoardMaker {
public:
    explicit Door(CreateBoard const& create = board_of_badges()) : BoardMaker(create) {}

    Decided issue(std::vector<BadgeHash> badges, std::string const& by = "facilitator")
    {
        return keep(decide(board, IssueBadges{{by}, std::move(badges)}));
    }

    Decided come(std::string const& credential, std::optional<BadgeHash> badge,
                 std::string const& college = "citizens")
    {
        return keep(decide(board, JoinBoard{{credential}, {college}, {}, std::move(badge)}));
    }

    Actor in(std::string const& credential, BadgeHash const& badge)
    {
        auto const decided = come(credential, badge);
        if (!decided) FAIL("refused: " << decided.error());
        return member(board, {credential}).value();
    }

private:
    Decided keep(Decided decided)
    {
        if (!decided) return decided;
        for (auto const& event : *decided) record({}, event);
        return decided;
    }
};

} // namespace

TEST_CASE("A1: a board of badges is joined with a badge, an open one with its code", "[admission]")
{
    Door door;
    REQUIRE(door.issue({{"one"}, {"two"}}).has_value());
    CHECK(door.come("ana", {}).error() == refusal(RefusalWord::BadgeRequired, "badge"));
    CHECK(door.come("ana", BadgeHash{"three"}).error() ==
          refusal(RefusalWord::UnknownBadge, "badge"));
    CHECK(door.come("ana", BadgeHash{"one"}, "").error() ==
          refusal(RefusalWord::Required, "college"));
    CHECK(door.come("ana", BadgeHash{"one"}, "martians").error() ==
          refusal(RefusalWord::UnknownCollege, "college"));
    CHECK(door.come("facilitator", BadgeHash{"one"}).error() ==
          refusal(RefusalWord::NotAllowed, "credential"));
    CHECK(door.board.participants.empty());
    CHECK(door.in("ana", {"one"}).participant.value == 1);
    CHECK(door.come("ana", {})->empty()); // Joined already, whatever comes with it.
    CHECK(door.board.participants.at({1}).badge.value == 1);

    Door open(usual_board());
    CHECK(open.come("ana", {}).has_value());
    REQUIRE(open.issue({{"one"}}).has_value());
    CHECK(open.come("ben", BadgeHash{"one"}).has_value());
    CHECK(open.board.participants.at({1}).badge.value == 0);
    CHECK(open.board.participants.at({2}).badge.value == 1);
}

TEST_CASE("A1: a closed board takes nobody new, with a badge or without", "[admission]")
{
    Door door;
    REQUIRE(door.issue({{"one"}, {"two"}}).has_value());
    door.in("ana", {"one"});
    door.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(door.come("ben", BadgeHash{"two"}).error() == refusal(RefusalWord::BoardClosed));
    CHECK(door.come("ben", {}).error() == refusal(RefusalWord::BoardClosed));
    // Who is in already may still read on from another device.
    CHECK(door.come("ana's other phone", BadgeHash{"one"}).has_value());
}

TEST_CASE("A2: a badge used again elsewhere moves its participant there with every choice",
          "[admission]")
{
    Door door;
    REQUIRE(door.issue({{"one"}, {"two"}}).has_value());
    auto const ana = door.in("ana", {"one"});
    auto const ben = door.in("ben", {"two"});
    auto const bus = door.publish(ana, "bus");
    auto const ballot = door.open_ballot("ballot");
    door.done(ana, CastChoice{ballot, bus, Choice::Support});
    door.done(ben, CastChoice{ballot, bus, Choice::Oppose});
    auto const before = door.ballot(ballot);

    // No college is asked of who has one.
    REQUIRE(door.come("ana's tablet", BadgeHash{"one"}, "").has_value());
    CHECK(door.board.participants.size() == 2);
    CHECK(member(door.board, {"ana's tablet"}) == ana);
    CHECK(member(door.board, {"ana"}) == std::nullopt);
    CHECK(door.ballot(ballot) == before);
    door.done(ana, CastChoice{ballot, bus, Choice::Neutral});
    CHECK(door.ballot(ballot).turnout == 2);
    CHECK(door.ballot(ballot).tallies.at(bus).counts == Counts{0, 1, 1});

    // The former device is known as such until the badge comes back to it.
    CHECK(door.come("ana", {}).error() == refusal(RefusalWord::BadgeMoved, "credential"));
    REQUIRE(door.come("ana", BadgeHash{"one"}, "").has_value());
    CHECK(member(door.board, {"ana"}) == ana);
    CHECK(door.come("ana", {})->empty());
    CHECK(door.come("ana's tablet", {}).error() == refusal(RefusalWord::BadgeMoved, "credential"));
    // Once more on the device where it is: nothing happens.
    CHECK(door.come("ana", BadgeHash{"one"})->empty());
}

TEST_CASE("A2: one credential stands for one badge, and a badge moves so many times", "[admission]")
{
    Door door;
    REQUIRE(door.issue({{"one"}, {"two"}, {"three"}}).has_value());
    door.in("ana", {"one"});
    door.in("ben", {"two"});
    CHECK(door.come("ana", BadgeHash{"two"}).error() ==
          refusal(RefusalWord::IdTaken, "credential"));
    CHECK(door.come("ana", BadgeHash{"three"}).error() ==
          refusal(RefusalWord::IdTaken, "credential"));
    for (std::size_t move = 0; move < moves_per_badge_max; ++move) {
        REQUIRE(door.come("device " + std::to_string(move), BadgeHash{"one"}).has_value());
    }
    CHECK(door.come("one more", BadgeHash{"one"}).error() ==
          refusal(RefusalWord::TooMany, "badge", moves_per_badge_max));
    CHECK(door.board.participants.size() == 2);
}

TEST_CASE("A4: badges are issued by the facilitator within their limits", "[admission]")
{
    Door door;
    auto const many = [](std::size_t count, std::string const& name) {
        std::vector<BadgeHash> badges;
        for (std::size_t at = 0; at < count; ++at) badges.push_back({name + std::to_string(at)});
        return badges;
    };
    CHECK(door.issue({{"one"}}, "moderator").error() == refusal(RefusalWord::NotAllowed));
    CHECK(door.issue({{"one"}}, "screen").error() == refusal(RefusalWord::NotAllowed));
    CHECK(door.issue({{"one"}}, "nobody").error() ==
          refusal(RefusalWord::UnknownCredential, "authorization"));
    CHECK(door.issue({}).error() == refusal(RefusalWord::Required, "count"));
    CHECK(door.issue(many(badges_per_request_max + 1, "x")).error() ==
          refusal(RefusalWord::TooMany, "count", badges_per_request_max));
    CHECK(door.issue({{"one"}, {"one"}}).error() == refusal(RefusalWord::IdTaken, "badges"));
    REQUIRE(door.issue({{"one"}, {"two"}}).has_value());
    CHECK(door.issue({{"two"}}).error() == refusal(RefusalWord::IdTaken, "badges"));
    REQUIRE(door.issue({{"three"}}).has_value());
    CHECK(door.board.badge_numbers.at({"three"}).value == 3);
    for (std::size_t round = 0; door.board.badges.size() + 1'000 <= badges_max; ++round) {
        REQUIRE(door.issue(many(1'000, std::to_string(round) + " ")).has_value());
    }
    CHECK(door.issue(many(1'000, "last")).error() ==
          refusal(RefusalWord::TooMany, "count", badges_max));
    door.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(door.issue({{"late"}}).error() == refusal(RefusalWord::BoardClosed));
}

TEST_CASE("A5: a wrong badge waits longer from one to the next, and beyond a board's budget each "
          "waits longest",
          "[admission]")
{
    room::WrongGuesses guesses;
    room::WrongGuesses::Time now{std::chrono::hours{1}};
    CHECK(guesses.wait({"ana"}, now) == 500ms);
    CHECK(guesses.wait({"ana"}, now) == 1s);
    CHECK(guesses.wait({"ben"}, now) == 500ms); // Somebody else's slip is their own.
    CHECK(guesses.wait({"ana"}, now) == 2s);
    for (int more = 0; more < 10; ++more) guesses.wait({"ana"}, now);
    CHECK(guesses.wait({"ana"}, now) == 10s);

    // A guesser with a new credential each time meets the budget of the board.
    int quick = 0;
    for (int guess = 0; guess < 500; ++guess) {
        quick += guesses.wait({"guess " + std::to_string(guess)}, now) < 10s ? 1 : 0;
    }
    CHECK(quick == room::WrongGuesses::budget_burst - 15);
    // Time gives the budget back, little by little.
    now += 10s;
    quick = 0;
    for (int guess = 0; guess < 500; ++guess) {
        quick += guesses.wait({"later " + std::to_string(guess)}, now) < 10s ? 1 : 0;
    }
    CHECK(quick == 20);
}
