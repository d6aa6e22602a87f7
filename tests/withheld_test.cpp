#include "app/ballots.hpp"
#include "board/methods.hpp"
#include "board/results.hpp"
#include "page/form.hpp"
#include "page/roadmap.hpp"
#include "support/board_maker.hpp"
#include "wire/outbound.hpp"

#include <sstream>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

// One rule says who may see results. Here every way out is tried with two boards that differ in
// nothing but the votes that must not be seen: what they tell must be the same, byte for byte, and
// so must be its length.

namespace {

struct Vote {
    std::size_t person;
    std::size_t proposal;
    Choice choice;
};

// Twelve people who vote, one who never does, and three proposals.
class Voted : public BoardMaker {
public:
    Voted(Method method, ResultsRule rule, std::vector<Vote> const& votes)
    {
        while (people.size() < 12)
            people.push_back(join(people.size() % 2 == 0 ? "citizens" : "companies"));
        for (auto const* name : {"bus", "tram", "bike"})
            proposals.push_back(publish(people[0], name));
        done(facilitator, OpenPhase{Phase::Vote});
        OpenBallot open{ballot_id, "Que retenir ?", method, rule, {}, {}};
        open.seed = "luck";
        done(facilitator, open);
        for (auto const& [person, proposal, choice] : votes) {
            done(people[person], CastChoice{ballot_id, proposals[proposal], choice});
        }
    }

    // Everything that anybody but a voter can get to read.
    std::vector<std::string> told() const
    {
        std::vector<std::string> texts;
        for (auto const audience : wire::audiences) {
            for (std::uint64_t since = 0; since < board.position.value; since += 7) {
                texts.push_back(wire::changes(board, audience, {since}));
            }
        }
        texts.push_back(wire::yours(board, idle.participant, {}));
        texts.push_back(wire::roadmap(board));
        texts.push_back(wire::board_card(board));
        texts.push_back(page::roadmap_page(wire::roadmap(board), {}));
        for (auto const place : {page::Place::Now, page::Place::Votes, page::Place::Mine}) {
            page::Visit visit;
            visit.place = place;
            visit.by = board.participants.at(idle.participant).credential;
            visit.fresh = proposals[0];
            texts.push_back(page::form_page(board, visit));
        }
        std::ostringstream operators;
        app::write_ballots(board, operators);
        texts.push_back(operators.str());
        return texts;
    }

    Actor const idle = join("citizens");
    std::vector<Actor> people;
    std::vector<ProposalId> proposals;
    BallotId const ballot_id = id<BallotId>("one");
};

// As many votes by the same people, of other choices on other proposals.
std::vector<Vote> votes(Method method, std::size_t turn)
{
    auto const scale = scale_of(method);
    auto const levels = method == Method::Dots ? std::size_t{3} : scale.size; // As the cap has it.
    std::vector<Vote> all;
    for (std::size_t person = 0; person < 12; ++person) {
        all.push_back({person, (turn * person) % 3, scale.at((turn + person) % levels)});
    }
    return all;
}

constexpr std::array methods{Method::Opinion, Method::Approval, Method::Dots, Method::Grades};

} // namespace

TEST_CASE("V40: hidden votes are in nothing that is told, shown, exported or listed", "[votes]")
{
    for (auto const method : methods) {
        for (auto const rule :
             {ResultsRule::AfterOwnVote, ResultsRule::AfterClosing, ResultsRule::WhenRevealed}) {
            INFO(word(method) << " " << word(rule));
            Voted one(method, rule, votes(method, 1));
            Voted other(method, rule, votes(method, 2));
            REQUIRE(one.board.position == other.board.position);
            CHECK(one.told() == other.told());
            auto const both = [&](Command const& command) {
                one.done(facilitator, command);
                other.done(facilitator, command);
            };
            both(CloseBallot{one.ballot_id});
            CHECK((one.told() == other.told()) == (rule == ResultsRule::WhenRevealed));
            both(RevealBallot{one.ballot_id});
            CHECK(one.told() != other.told());
            // Opened again, or in a phase that shows none, they are hidden again.
            both(ReopenBallot{one.ballot_id, "Panne"});
            CHECK(one.told() == other.told());
            both(CloseBallot{one.ballot_id});
            both(RevealBallot{one.ballot_id});
            both(ConfigurePhase{Phase::Vote, {false, true, true, false}});
            CHECK(one.told() == other.told());
        }
    }
}

TEST_CASE("V41: with the order alone no number is told", "[votes]")
{
    std::vector<Vote> clear;
    std::vector<Vote> close;
    for (std::size_t person = 0; person < 7; ++person) {
        // Five, two and none; or four, two and one.
        clear.push_back({person, person < 5 ? 0U : 1U, Choice::Approve});
        close.push_back({person, person < 4 ? 0U : person < 6 ? 1U : 2U, Choice::Approve});
    }
    Voted one(Method::Approval, ResultsRule::WhenRevealed, clear);
    Voted other(Method::Approval, ResultsRule::WhenRevealed, close);
    for (auto* room : {&one, &other}) {
        room->done(facilitator, CloseBallot{room->ballot_id});
        room->done(facilitator, RevealBallot{room->ballot_id, RevealStep::Order});
        CHECK(order_shown(room->board, room->ballot(room->ballot_id)));
        CHECK_THAT(room->told().front(), containing("\"standings\""));
    }
    CHECK(one.told() == other.told());
}

TEST_CASE("V42: the seed is told by its hash, and itself only with the order", "[votes]")
{
    Voted room(Method::Approval, ResultsRule::WhenRevealed, {});
    auto const tells = [&](std::string const& words) {
        std::size_t told = 0;
        for (auto const& text : room.told()) told += text.find(words) != std::string::npos ? 1 : 0;
        return told > 0;
    };
    CHECK(tells("\"commitment\""));
    CHECK_FALSE(tells("luck"));
    room.done(facilitator, CloseBallot{room.ballot_id});
    CHECK_FALSE(tells("luck"));
    room.done(facilitator, RevealBallot{room.ballot_id, RevealStep::Order});
    CHECK(tells("luck"));
}
