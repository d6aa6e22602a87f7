#include "base/sha256.hpp"
#include "board/ranking.hpp"
#include "board/results.hpp"
#include "support/board_maker.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using enum RefusalWord;

namespace {

// A board in the phase that votes, with four published proposals and thirty participants.
class Polling : public BoardMaker {
public:
    Polling()
    {
        while (people.size() < 30) people.push_back(join());
        done(facilitator, OpenPhase{Phase::Vote});
    }

    Actor const ana = join();
    std::vector<ProposalId> const proposals{publish(ana, "bus"), publish(ana, "tram"),
                                            publish(ana, "bike"), publish(ana, "quay")};
    std::vector<Actor> people;
    BallotId const one = id<BallotId>("one");

    OpenBallot opening(Method method, Terms const& terms = {}) const
    {
        OpenBallot open{one, "Que retenir ?", method, ResultsRule::WhenRevealed, {}, terms};
        open.seed = "luck";
        return open;
    }

    // So many people make this choice, from the first one on.
    void give(std::size_t proposal, std::vector<Choice> const& choices, BallotId const& ballot)
    {
        for (std::size_t at = 0; at < choices.size(); ++at) {
            done(people[at], CastChoice{ballot, proposals[proposal], choices[at]});
        }
    }

    // The proposals by number, best first; "2!" was drawn, "(3)" is not ranked.
    std::string order() const
    {
        std::string text;
        std::uint64_t next = 1;
        for (auto const& [proposal, rank, drawn] : ranking(board, ballot(one))) {
            auto const number = std::to_string(board.proposals.at(proposal).number);
            if (!text.empty()) text += ' ';
            text += rank ? number + (drawn ? "!" : "") : "(" + number + ")";
            if (rank) CHECK(*rank == next++);
        }
        return text;
    }
};

std::vector<Choice> times(std::size_t count, Choice choice)
{
    return std::vector<Choice>(count, choice);
}

std::vector<Choice> operator+(std::vector<Choice> one, std::vector<Choice> const& other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

} // namespace

TEST_CASE("V32: proposals stand by the score of the method, then by people", "[votes]")
{
    SECTION("opinions by Wilson's lower bound")
    {
        Polling room;
        room.done(facilitator, room.opening(Method::Opinion));
        room.give(0, times(2, Choice::Support), room.one);
        room.give(1, times(20, Choice::Support) + times(5, Choice::Oppose), room.one);
        room.give(2, times(3, Choice::Neutral), room.one);
        room.give(3, times(2, Choice::Support) + times(1, Choice::Neutral), room.one);
        // The fourth as the first, of more people.
        CHECK(room.order() == "2 4 1 3");
    }
    SECTION("approvals by their number")
    {
        Polling room;
        room.done(facilitator, room.opening(Method::Approval));
        room.give(3, times(4, Choice::Approve), room.one);
        room.give(0, times(2, Choice::Approve), room.one);
        room.give(1, times(3, Choice::Approve), room.one);
        CHECK(room.order() == "4 2 1 3");
    }
    SECTION("dots by their sum, and as many from more people first")
    {
        Polling room;
        room.done(facilitator, room.opening(Method::Dots, {{}, 10, 3, {}}));
        room.give(0, times(2, Choice::ThreeDots), room.one);
        room.give(1, times(6, Choice::OneDot), room.one);
        room.give(2, times(7, Choice::OneDot), room.one);
        CHECK(room.order() == "3 2 1 4");
    }
    SECTION("grades by majority judgment, once enough people judged")
    {
        Polling room;
        room.done(facilitator, room.opening(Method::Grades, {{}, {}, {}, 3}));
        room.give(0, times(2, Choice::VeryGood), room.one);
        room.give(1, times(2, Choice::Good) + times(1, Choice::ToReject), room.one);
        room.give(2, times(3, Choice::Good), room.one);
        CHECK(room.order() == "3 2 (1) (4)");
    }
}

TEST_CASE("V33: equals stand by a seed that was told by its hash, and are marked as drawn",
          "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Approval));
    room.give(1, times(2, Choice::Approve), room.one);
    auto const order = room.order();
    CHECK(order.starts_with("2 "));
    // The three others are equal: the lower hash of seed and proposal comes first.
    std::vector<std::pair<std::string, std::string>> lots;
    for (auto const at : {0U, 2U, 3U}) {
        auto const& proposal = room.proposals[at];
        lots.emplace_back(sha256("luck:" + std::string(proposal.text())),
                          std::to_string(at + 1) + "!");
    }
    std::sort(lots.begin(), lots.end());
    CHECK(order == "2 " + lots[0].second + " " + lots[1].second + " " + lots[2].second);
    CHECK(commitment("luck") == sha256("luck"));

    // Ballots from before there were seeds keep the order of their proposals.
    Polling old;
    auto opening = old.opening(Method::Approval);
    opening.seed.reset();
    old.done(facilitator, opening);
    CHECK(old.order() == "1 2 3 4");
}

TEST_CASE("V34: only what the room sees has a place", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Approval));
    room.give(3, times(3, Choice::Approve), room.one);
    room.give(1, times(2, Choice::Approve), room.one);
    room.give(2, times(1, Choice::Approve), room.one);
    CHECK(room.order() == "4 2 3 1");
    room.done(room.ana, WithdrawProposal{room.proposals[1], true});
    CHECK(room.order() == "4 3 1");
}

TEST_CASE("V34: what is counted with its whole has no place of its own", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Approval));
    room.give(0, {Choice::Approve, Choice::Approve}, room.one);
    room.done(moderator, MergeProposal{room.proposals[1], room.proposals[0]});
    room.done(facilitator, CloseBallot{room.one});
    room.done(facilitator, RevealBallot{room.one});
    CHECK(ranking(room.board, room.ballot(room.one)).size() == 3);
    // Merged after the vote, it keeps the place it had.
    room.done(moderator, MergeProposal{room.proposals[2], room.proposals[0]});
    CHECK(ranking(room.board, room.ballot(room.one)).size() == 3);
    room.done(moderator, UnmergeProposal{room.proposals[1]});
    CHECK(ranking(room.board, room.ballot(room.one)).size() == 4);
}

TEST_CASE("V36: a second vote leaves out what was merged since", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Dots));
    room.done(facilitator, CloseBallot{room.one});
    room.done(moderator, MergeProposal{room.proposals[1], room.proposals[0]});
    OpenBallot second{
        id<BallotId>("two"), "Et maintenant ?", Method::Dots, ResultsRule::WhenRevealed, {}, {}};
    second.follows = room.one;
    room.done(facilitator, second);
    CHECK(room.ballot(second.ballot).proposals ==
          std::vector{room.proposals[0], room.proposals[2], room.proposals[3]});
}

TEST_CASE("V36: a second vote covers what is left of the first, by the same method", "[votes]")
{
    Polling room;
    auto first = room.opening(Method::Dots);
    first.proposals = std::vector{room.proposals[2], room.proposals[0], room.proposals[1]};
    room.done(facilitator, first);
    OpenBallot second{
        id<BallotId>("two"), "Et maintenant ?", Method::Dots, ResultsRule::WhenRevealed, {}, {}};
    second.follows = room.one;
    CHECK(room.refused(facilitator, second) == refusal(BallotOpen));
    room.done(facilitator, CloseBallot{room.one});
    room.done(room.ana, WithdrawProposal{room.proposals[0], true});

    auto other = second;
    other.follows = id<BallotId>("none");
    CHECK(room.refused(facilitator, other) == refusal(UnknownBallot, "follows"));
    other = second;
    other.method = Method::Approval;
    CHECK(room.refused(facilitator, other) == refusal(NotOfMethod, "follows"));

    room.done(facilitator, second);
    CHECK(room.ballot(second.ballot).follows == room.one);
    CHECK(room.ballot(second.ballot).proposals ==
          std::vector{room.proposals[2], room.proposals[1]});
    // Everybody starts anew, and the first vote keeps its choices.
    CHECK(room.ballot(second.ballot).turnout == 0);
    CHECK(room.without_effect(facilitator, second));
    other = second;
    other.follows.reset();
    CHECK(room.refused(facilitator, other) == refusal(IdTaken, "ballot"));
    room.done(facilitator, CloseBallot{second.ballot});
    // Nothing of it is left.
    room.done(room.ana, WithdrawProposal{room.proposals[1], true});
    room.done(room.ana, WithdrawProposal{room.proposals[2], true});
    second.ballot = id<BallotId>("three");
    CHECK(room.refused(facilitator, second) == refusal(NothingToVoteOn, "proposals"));
}

TEST_CASE("V37: the order can be revealed before the numbers", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Approval));
    auto const shown = [&] {
        auto const& ballot = room.ballot(room.one);
        return std::string(order_shown(room.board, ballot) ? "order " : "") +
               (results_shown(room.board, ballot) ? "numbers" : "");
    };
    RevealBallot const order{room.one, RevealStep::Order};
    CHECK(room.refused(facilitator, order) == refusal(BallotNotClosed, "ballot"));
    room.done(facilitator, CloseBallot{room.one});
    CHECK(shown().empty());
    room.done(facilitator, order);
    CHECK(room.ballot(room.one).state == BallotState::OrderRevealed);
    CHECK(shown() == "order ");
    CHECK(room.without_effect(facilitator, order));
    CHECK(room.without_effect(facilitator, CloseBallot{room.one}));
    // A phase that hides results hides the order too.
    room.done(facilitator, ConfigurePhase{Phase::Vote, {false, true, true, false}});
    CHECK(shown().empty());
    room.done(facilitator, ConfigurePhase{Phase::Vote, {false, true, true, true}});
    room.done(facilitator, RevealBallot{room.one});
    CHECK(shown() == "order numbers");
    // What is known cannot be hidden by half.
    CHECK(room.without_effect(facilitator, order));
    room.done(facilitator, ReopenBallot{room.one, "Panne"});
    CHECK(shown().empty());
}

TEST_CASE("V37: where closing shows the results, their order needs no step", "[votes]")
{
    for (auto const rule :
         {ResultsRule::Live, ResultsRule::AfterOwnVote, ResultsRule::AfterClosing}) {
        Polling room;
        auto opening = room.opening(Method::Opinion);
        opening.results = rule;
        room.done(facilitator, opening);
        // As long as people vote nothing is ranked.
        CHECK_FALSE(order_shown(room.board, room.ballot(room.one)));
        room.done(facilitator, CloseBallot{room.one});
        CHECK(order_shown(room.board, room.ballot(room.one)));
        CHECK(room.without_effect(facilitator, RevealBallot{room.one, RevealStep::Order}));
        CHECK(results_shown(room.board, room.ballot(room.one)));
    }
}

TEST_CASE("V38: a ballot is opened again only with a reason, which is kept", "[votes]")
{
    Polling room;
    room.done(facilitator, room.opening(Method::Opinion));
    room.done(facilitator, CloseBallot{room.one});
    auto const refused = [&](std::string const& reason) {
        return room.refused(facilitator, ReopenBallot{room.one, reason});
    };
    CHECK(refused(" ") == refusal(Required, "reason"));
    CHECK(refused(letters(501)) == refusal(TooLong, "reason", 500));
    CHECK(refused("a\tb") == refusal(RefusalWord::BadText, "reason"));
    for (std::size_t time = 1; time <= reopenings_max; ++time) {
        room.pass(std::chrono::minutes{1});
        room.done(facilitator, ReopenBallot{room.one, " Panne " + std::to_string(time)});
        CHECK(room.ballot(room.one).reopenings.size() == time);
        CHECK(room.ballot(room.one).reopenings.back() ==
              Reopening{room.now, "Panne " + std::to_string(time)});
        room.done(facilitator, CloseBallot{room.one});
    }
    CHECK(refused("Encore") == refusal(TooMany, "ballot", 20));
}
