#include "board/methods.hpp"
#include "support/board_maker.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using enum RefusalWord;

namespace {

// A board in the phase that votes, with five published proposals and a ballot on them.
class Polling : public BoardMaker {
public:
    explicit Polling(Method method, Terms const& terms = {})
    {
        done(facilitator, OpenPhase{Phase::Vote});
        done(facilitator,
             OpenBallot{ballot, "Que retenir ?", method, ResultsRule::AfterClosing, {}, terms});
    }

    Actor const ana = join("citizens");
    Actor const ben = join("companies");
    std::vector<ProposalId> const proposals{publish(ana, "bus"), publish(ana, "tram"),
                                            publish(ana, "bike"), publish(ana, "quay"),
                                            publish(ana, "park")};
    BallotId const ballot = id<BallotId>("one");

    CastChoice casting(std::size_t proposal, std::optional<Choice> choice) const
    {
        return {ballot, proposals[proposal], choice};
    }

    Counts const& counts(std::size_t proposal) const
    {
        return board.ballots.at(ballot).tallies.at(proposals[proposal]).counts;
    }

    Terms const& terms() const { return board.ballots.at(ballot).terms; }
};

} // namespace

TEST_CASE("V20: each choice is of one method, and of another method's ballot it is refused",
          "[votes]")
{
    for (std::size_t at = 0; at < words<Choice>.size(); ++at) {
        auto const choice = static_cast<Choice>(at);
        std::size_t owners = 0;
        for (std::size_t method = 0; method < words<Method>.size(); ++method) {
            auto const scale = scale_of(static_cast<Method>(method));
            bool const has = scale.has(choice);
            owners += has ? 1 : 0;
            if (has) CHECK(scale.at(scale.level(choice)) == choice);
            Polling room(static_cast<Method>(method),
                         method == 2 ? Terms{{}, 10, 10, {}} : Terms{});
            CAPTURE(word(choice), words<Method>[method]);
            if (has)
                room.done(room.ana, room.casting(0, choice));
            else
                CHECK(room.refused(room.ana, room.casting(0, choice)) ==
                      refusal(NotOfMethod, "choice"));
        }
        CHECK(owners == 1);
    }
}

TEST_CASE("V21: an approval marks as many proposals as it may and each once", "[votes]")
{
    Polling any(Method::Approval);
    for (std::size_t at = 0; at < any.proposals.size(); ++at) {
        any.done(any.ana, any.casting(at, Choice::Approve));
    }
    CHECK(any.without_effect(any.ana, any.casting(0, Choice::Approve)));
    CHECK(any.counts(0) == Counts{1});

    Polling two(Method::Approval, {2, {}, {}, {}});
    two.done(two.ana, two.casting(0, Choice::Approve));
    two.done(two.ana, two.casting(1, Choice::Approve));
    CHECK(two.refused(two.ana, two.casting(2, Choice::Approve)) ==
          refusal(OverMaximum, "choice", 2));
    CHECK(two.counts(2) == Counts{0});
    // Another person has marks of their own; one taken back is free again.
    two.done(two.ben, two.casting(2, Choice::Approve));
    two.done(two.ana, two.casting(0, {}));
    two.done(two.ana, two.casting(2, Choice::Approve));
    CHECK(two.counts(2) == Counts{2});
}

TEST_CASE("V22: dots keep to the budget and to the cap", "[votes]")
{
    Polling room(Method::Dots, {{}, 5, 3, {}});
    room.done(room.ana, room.casting(0, Choice::ThreeDots));
    CHECK(room.refused(room.ana, room.casting(1, Choice::FourDots)) ==
          refusal(OverCap, "choice", 3));
    CHECK(room.refused(room.ana, room.casting(1, Choice::ThreeDots)) ==
          refusal(OverBudget, "choice", 5));
    room.done(room.ana, room.casting(1, Choice::TwoDots));
    CHECK(room.refused(room.ana, room.casting(2, Choice::OneDot)) ==
          refusal(OverBudget, "choice", 5));
    // A choice replaces the former one, so its dots are counted once.
    room.done(room.ana, room.casting(0, Choice::TwoDots));
    room.done(room.ana, room.casting(2, Choice::OneDot));
    CHECK(room.counts(0) == Counts{0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    room.done(room.ben, room.casting(0, Choice::ThreeDots));
    CHECK(room.counts(0) == Counts{0, 1, 1, 0, 0, 0, 0, 0, 0, 0});
    CHECK(room.board.ballots.at(room.ballot).turnout == 2);
}

TEST_CASE("V23: terms are as usual unless they are asked for, within their bounds", "[votes]")
{
    CHECK(Polling(Method::Opinion).terms() == Terms{});
    CHECK(Polling(Method::Approval).terms() == Terms{});
    CHECK(Polling(Method::Dots).terms() == Terms{{}, 3, 3, {}});
    CHECK(Polling(Method::Grades).terms() == Terms{{}, {}, {}, 5});
    CHECK(Polling(Method::Dots, {{}, 2, {}, {}}).terms() == Terms{{}, 2, 2, {}});
    // One dot for four proposals, from three to ten.
    for (auto const& [proposals, budget] : std::vector<std::pair<std::size_t, std::uint64_t>>{
             {1, 3}, {13, 3}, {14, 4}, {22, 6}, {40, 10}, {2000, 10}}) {
        CHECK(fixed_terms(Method::Dots, {}, proposals) == Terms{{}, budget, 3, {}});
    }

    auto const refused = [](Method method, Terms const& terms) {
        auto const fixed = fixed_terms(method, terms, 12);
        REQUIRE_FALSE(fixed.has_value());
        return fixed.error();
    };
    CHECK(refused(Method::Opinion, {1, {}, {}, {}}) == refusal(NotOfMethod, "maximum"));
    CHECK(refused(Method::Grades, {{}, 3, {}, {}}) == refusal(NotOfMethod, "budget"));
    CHECK(refused(Method::Approval, {{}, {}, 3, {}}) == refusal(NotOfMethod, "cap"));
    CHECK(refused(Method::Dots, {{}, {}, {}, 5}) == refusal(NotOfMethod, "judgmentsMin"));
    CHECK(refused(Method::Approval, {0, {}, {}, {}}) == refusal(Malformed, "maximum", 2000));
    CHECK(refused(Method::Approval, {2001, {}, {}, {}}) == refusal(Malformed, "maximum", 2000));
    CHECK(refused(Method::Dots, {{}, 100, {}, {}}) == refusal(Malformed, "budget", 99));
    CHECK(refused(Method::Dots, {{}, 99, 11, {}}) == refusal(Malformed, "cap", 10));
    CHECK(refused(Method::Dots, {{}, 4, 5, {}}) == refusal(Malformed, "cap", 4));
    CHECK(refused(Method::Grades, {{}, {}, {}, 0}) == refusal(Malformed, "judgmentsMin", 20000));
}

TEST_CASE("V24: one ballot has one set of terms", "[votes]")
{
    Polling room(Method::Dots, {{}, 5, 3, {}});
    OpenBallot again{room.ballot,  "Que retenir ?", Method::Dots, ResultsRule::AfterClosing,
                     std::nullopt, {{}, 5, 3, {}}};
    CHECK(room.without_effect(facilitator, again));
    again.terms.cap = 2;
    CHECK(room.refused(facilitator, again) == refusal(IdTaken, "ballot"));
}

TEST_CASE("V25: what stands on a proposal that is gone can still be taken back", "[votes]")
{
    Polling room(Method::Dots, {{}, 3, 3, {}});
    room.done(room.ben, room.casting(0, Choice::ThreeDots));
    room.done(room.ana, WithdrawProposal{room.proposals[0], true});
    CHECK(room.refused(room.ben, room.casting(0, Choice::OneDot)) ==
          refusal(WrongStatus, "proposal"));
    CHECK(room.refused(room.ben, room.casting(1, Choice::OneDot)) ==
          refusal(OverBudget, "choice", 3));
    room.done(room.ben, room.casting(0, {}));
    room.done(room.ben, room.casting(1, Choice::ThreeDots));
}
