#include "board/ballots.hpp"
#include "board/methods.hpp"
#include "board/results.hpp"
#include "support/board_maker.hpp"

#include <random>
#include <sstream>
#include <string>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using enum RefusalWord;

namespace {

// A board in the phase that votes, with three published proposals, one that waits, and two
// participants.
class Polling : public BoardMaker {
public:
    Polling() { done(facilitator, OpenPhase{Phase::Vote}); }

    Actor const ana = join("citizens");
    Actor const ben = join("companies");
    ProposalId const bus = publish(ana, "bus");
    ProposalId const tram = publish(ana, "tram");
    ProposalId const bike = publish(ben, "bike");
    ProposalId const queued = submit(ben, "queued");
    BallotId const one = id<BallotId>("one");

    OpenBallot opening(std::optional<std::vector<ProposalId>> proposals = {}) const
    {
        return {one, "Que retenir ?", Method::Opinion, ResultsRule::AfterClosing,
                std::move(proposals)};
    }

    Tally const& tally(ProposalId const& proposal) const
    {
        return ballot(one).tallies.at(proposal);
    }
};

DecideProposal adopt(ProposalId const& proposal)
{
    return {proposal, Decision::Adopted, {}, {}, {}, {}, {}};
}

} // namespace

TEST_CASE("V1: a ballot covers all that is published or what is listed", "[votes]")
{
    Polling room;
    room.done(facilitator, adopt(room.tram));
    room.done(facilitator, room.opening());
    auto const& all = room.ballot(room.one);
    // In the order of submission, without what is decided already.
    CHECK(all.proposals == std::vector{room.bus, room.bike});
    CHECK(all.number == 1);
    CHECK(all.state == BallotState::Open);
    CHECK(all.opened_at == room.now);
    CHECK(all.tallies.size() == 2);

    Polling other;
    other.done(facilitator, adopt(other.tram));
    other.done(facilitator, other.opening(std::vector{other.tram, other.bus}));
    CHECK(other.ballot(other.one).proposals == std::vector{other.tram, other.bus});
}

TEST_CASE("V2: what cannot be put to the vote is refused", "[votes]")
{
    Polling room;
    auto const listing = [&](std::vector<ProposalId> proposals) {
        return room.refused(facilitator, room.opening(std::move(proposals)));
    };
    CHECK(listing({}) == refusal(NothingToVoteOn, "proposals"));
    CHECK(listing({room.bus, room.queued}) == refusal(WrongStatus, "proposals"));
    CHECK(listing({room.bus, id<ProposalId>("no")}) == refusal(UnknownProposal, "proposals"));
    CHECK(listing({room.bus, room.tram, room.bus}) == refusal(IdTaken, "proposals"));
    CHECK(listing(std::vector(2001, room.bus)) == refusal(TooMany, "proposals", 2000));

    auto asking = room.opening();
    asking.question = " ";
    CHECK(room.refused(facilitator, asking) == refusal(Required, "question"));
    asking.question = letters(201);
    CHECK(room.refused(facilitator, asking) == refusal(TooLong, "question", 200));
    asking.question = "un\ndeux";
    CHECK(room.refused(facilitator, asking) == refusal(RefusalWord::BadText, "question"));
    asking.question = letters(200);
    room.done(facilitator, asking);

    BoardMaker empty;
    CHECK(empty.refused(facilitator, room.opening()) == refusal(NothingToVoteOn, "proposals"));
}

TEST_CASE("V3: a ballot is opened and closed and revealed and opened again", "[votes]")
{
    // Afterwards it is Open, Closed or Revealed; = is an acceptance without effect.
    constexpr auto grid = R"(
          open closed revealed
close     C    =      =
reopen    =    O      O
reveal    x    R      =
)";
    std::istringstream cells(grid);
    std::string cell;
    for (auto const* heading : {"open", "closed", "revealed"}) {
        cells >> cell;
        REQUIRE(cell == heading);
    }
    std::string command;
    while (cells >> command) {
        for (auto const from : {BallotState::Open, BallotState::Closed, BallotState::Revealed}) {
            std::string expected;
            cells >> expected;
            CAPTURE(command, word(from), expected);
            Polling room;
            room.done(facilitator, room.opening());
            if (from != BallotState::Open) room.done(facilitator, CloseBallot{room.one});
            if (from == BallotState::Revealed) room.done(facilitator, RevealBallot{room.one});
            REQUIRE(room.ballot(room.one).state == from);
            Command const asked = command == "close"    ? Command{CloseBallot{room.one}}
                                  : command == "reopen" ? Command{ReopenBallot{room.one, "Panne"}}
                                                        : Command{RevealBallot{room.one}};
            if (expected == "x") {
                CHECK(room.refused(facilitator, asked) == refusal(BallotNotClosed, "ballot"));
                continue;
            }
            CHECK(room.without_effect(facilitator, asked) == (expected == "="));
            auto const state = room.ballot(room.one).state;
            auto const wanted = expected == "C"   ? BallotState::Closed
                                : expected == "O" ? BallotState::Open
                                : expected == "R" ? BallotState::Revealed
                                                  : from;
            CHECK(state == wanted);
            CHECK(room.ballot(room.one).closed_at.has_value() == (state != BallotState::Open));
        }
    }
    Polling room;
    auto const unknown = refusal(UnknownBallot, "ballot");
    CHECK(room.refused(facilitator, CloseBallot{room.one}) == unknown);
    CHECK(room.refused(facilitator, ReopenBallot{room.one, "Panne"}) == unknown);
    CHECK(room.refused(facilitator, RevealBallot{room.one}) == unknown);
}

TEST_CASE("V4: one ballot is open at a time and a board has at most 50", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening());
    auto next = room.opening();
    for (std::size_t number = 2; number <= ballots_max; ++number) {
        next.ballot = id<BallotId>("ballot" + std::to_string(number));
        CHECK(room.refused(facilitator, next) == refusal(BallotOpen));
        room.done(facilitator, CloseBallot{open_ballot(room.board)->id});
        room.done(facilitator, next);
        CHECK(room.ballot(next.ballot).number == number);
    }
    CHECK(room.refused(facilitator, ReopenBallot{room.one, "Panne"}) == refusal(BallotOpen));
    room.done(facilitator, CloseBallot{next.ballot});
    next.ballot = id<BallotId>("more");
    CHECK(room.refused(facilitator, next) == refusal(TooMany, "ballot", 50));
    room.done(facilitator, ReopenBallot{room.one, "Panne"});
}

TEST_CASE("V5: one id is one ballot and saying the same again is no error", "[votes]")
{
    Polling room;
    auto const listed = room.opening(std::vector{room.bus, room.tram});
    room.done(facilitator, listed);
    CHECK(room.without_effect(facilitator, listed));
    auto const taken = refusal(IdTaken, "ballot");
    auto other = listed;
    other.question = "Et ?";
    CHECK(room.refused(facilitator, other) == taken);
    // Whoever asks to hide the results is not told that they are hidden when they are not.
    other = listed;
    other.results = ResultsRule::WhenRevealed;
    CHECK(room.refused(facilitator, other) == taken);
    other = listed;
    other.proposals = std::vector{room.bus};
    CHECK(room.refused(facilitator, other) == taken);
    room.done(facilitator, CloseBallot{room.one});
    CHECK(room.refused(facilitator, listed) == taken);
}

TEST_CASE("V6: the last choice counts and the same one again changes nothing", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening());
    auto const vote = [&](Actor const& who, std::optional<Choice> choice) {
        return room.done(who, CastChoice{room.one, room.bus, choice});
    };
    vote(room.ana, Choice::Support);
    CHECK(room.without_effect(room.ana, CastChoice{room.one, room.bus, Choice::Support}));
    vote(room.ben, Choice::Neutral);
    CHECK(room.tally(room.bus).counts == Counts{1, 1, 0});
    vote(room.ana, Choice::Oppose);
    CHECK(room.tally(room.bus).counts == Counts{0, 1, 1});
    CHECK(room.tally(room.bus).colleges.at({"citizens"}) == Counts{0, 0, 1});
    CHECK(room.tally(room.bus).colleges.at({"companies"}) == Counts{0, 1, 0});
    CHECK(room.tally(room.tram).counts == Counts{0, 0, 0});
    CHECK(room.ballot(room.one).turnout == 2);
}

TEST_CASE("V7: a choice can be taken back and then was never counted", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening());
    auto const vote = [&](ProposalId const& proposal, std::optional<Choice> choice) {
        room.done(room.ana, CastChoice{room.one, proposal, choice});
    };
    CHECK(room.without_effect(room.ana, CastChoice{room.one, room.bus, {}}));
    vote(room.bus, Choice::Support);
    vote(room.tram, Choice::Oppose);
    vote(room.bus, {});
    CHECK(room.tally(room.bus).counts == Counts{0, 0, 0});
    CHECK(room.ballot(room.one).turnout == 1);
    vote(room.tram, {});
    CHECK(room.ballot(room.one).turnout == 0);
    CHECK(room.without_effect(room.ana, CastChoice{room.one, room.tram, {}}));
    CHECK(by_college(room.board, room.tally(room.tram)).empty());
}

TEST_CASE("V8: a choice is refused where there is nothing to choose", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(std::vector{room.bus, room.tram}));
    auto const choosing = [&](BallotId const& ballot, ProposalId const& proposal) {
        return room.refused(room.ben, CastChoice{ballot, proposal, Choice::Support});
    };
    CHECK(choosing(id<BallotId>("no"), room.bus) == refusal(UnknownBallot, "ballot"));
    CHECK(choosing(room.one, room.bike) == refusal(NotInBallot, "proposal"));
    CHECK(choosing(room.one, id<ProposalId>("no")) == refusal(NotInBallot, "proposal"));
    // Taken back or declined meanwhile; decided meanwhile is no obstacle.
    room.done(room.ana, WithdrawProposal{room.bus, true});
    CHECK(choosing(room.one, room.bus) == refusal(WrongStatus, "proposal"));
    room.done(facilitator, adopt(room.tram));
    room.done(room.ben, CastChoice{room.one, room.tram, Choice::Support});

    auto const closed = refusal(BallotNotOpen, "ballot");
    room.done(facilitator, CloseBallot{room.one});
    CHECK(choosing(room.one, room.tram) == closed);
    CHECK(room.refused(room.ben, CastChoice{room.one, room.tram, {}}) == closed);
    room.done(facilitator, RevealBallot{room.one});
    CHECK(choosing(room.one, room.tram) == closed);
    room.done(facilitator, ReopenBallot{room.one, "Panne"});
    room.done(room.ben, CastChoice{room.one, room.tram, Choice::Oppose});
    CHECK(room.tally(room.tram).counts == Counts{0, 0, 1});
}

TEST_CASE("V9: tallies are the recount of everybody's last choices", "[votes]")
{
    std::mt19937 random(9);
    for (std::size_t round = 0; round < 2 * words<Method>.size(); ++round) {
        auto const method = static_cast<Method>(round % words<Method>.size());
        auto const scale = scale_of(method);
        Polling room;
        std::vector<Actor> people{room.ana, room.ben};
        while (people.size() < 20) {
            auto const& college = room.board.colleges[random() % room.board.colleges.size()];
            people.push_back(room.join(college.id.text));
        }
        auto opening = room.opening();
        opening.method = method;
        if (method == Method::Dots) opening.terms = {{}, 30, 10, {}};
        room.done(facilitator, opening);
        std::vector const proposals{room.bus, room.tram, room.bike};
        std::map<std::pair<Actor, ProposalId>, std::optional<Choice>> last;
        for (int step = 0; step < 400; ++step) {
            auto const& who = people[random() % people.size()];
            auto const& what = proposals[random() % proposals.size()];
            auto const pick = random() % (scale.size + 1);
            auto const choice = pick == scale.size ? std::nullopt : std::optional(scale.at(pick));
            room.done(who, CastChoice{room.one, what, choice});
            last[{who, what}] = choice;
        }
        std::map<ProposalId, Tally> recount;
        std::map<ParticipantNumber, int> standing;
        for (auto const& [key, choice] : last) {
            if (!choice) continue;
            auto const& [who, what] = key;
            auto const& college = room.board.participants.at(who.participant).college;
            auto& counted = recount.try_emplace(what, empty_tally(method)).first->second;
            ++counted.counts[scale.level(*choice)];
            ++counted.colleges.try_emplace(college, Counts(scale.size))
                  .first->second[scale.level(*choice)];
            ++standing[who.participant];
        }
        CHECK(room.ballot(room.one).turnout == standing.size());
        for (auto const& proposal : proposals) {
            auto& counted = recount.try_emplace(proposal, empty_tally(method)).first->second;
            CHECK(room.tally(proposal).counts == counted.counts);
            for (auto const& [college, counts] : room.tally(proposal).colleges) {
                CHECK(counts ==
                      counted.colleges.try_emplace(college, Counts(scale.size)).first->second);
            }
        }
    }
}
