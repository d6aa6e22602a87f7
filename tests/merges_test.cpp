#include "board/merges.hpp"
#include "board/methods.hpp"
#include "support/board_maker.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;
using enum RefusalWord;

namespace {

constexpr auto support = Choice::Support;
constexpr auto neutral = Choice::Neutral;
constexpr auto oppose = Choice::Oppose;

using Choices = std::map<std::pair<ParticipantNumber, ProposalId>, Choice>;

// The choices that stand in a ballot.
Choices standing(Ballot const& ballot)
{
    Choices all;
    for (auto const& [number, voter] : ballot.voters) {
        for (auto const& [proposal, cast] : voter.casts) {
            if (cast.choice) all.emplace(std::pair(number, proposal), *cast.choice);
        }
    }
    return all;
}

// Whether tallies, colleges and turnout are the recount of the choices that stand.
bool is_recount(Board const& board, Ballot const& ballot)
{
    auto const scale = scale_of(ballot.method);
    std::map<ProposalId, Counts> counts;
    std::map<std::pair<ProposalId, CollegeId>, Counts> colleges;
    std::set<ParticipantNumber> people;
    for (auto const& [who, choice] : standing(ballot)) {
        auto const& [person, proposal] = who;
        auto const& college = board.participants.at(person).college;
        auto& whole = counts.try_emplace(proposal, Counts(scale.size)).first->second;
        auto& part = colleges.try_emplace({proposal, college}, Counts(scale.size)).first->second;
        ++whole[scale.level(choice)];
        ++part[scale.level(choice)];
        people.insert(person);
    }
    for (auto const& [proposal, tally] : ballot.tallies) {
        auto const known = counts.find(proposal);
        if (tally.counts != (known == counts.end() ? Counts(scale.size) : known->second))
            return false;
        for (auto const& [college, count] : tally.colleges) {
            auto const part = colleges.find({proposal, college});
            if (count != (part == colleges.end() ? Counts(scale.size) : part->second)) return false;
        }
    }
    return ballot.turnout == people.size();
}

class Desk : public BoardMaker {
public:
    Actor const ana = join("citizens", "Ana");
    Actor const ben = join("companies");
    Actor const cleo = join("citizens");
    ProposalId const bus = publish(ana, "bus");
    ProposalId const coach = publish(ben, "coach");
    ProposalId const tram = publish(cleo, "tram");

    BallotId open(Method method, Terms const& terms = {})
    {
        done(facilitator, OpenPhase{Phase::Vote});
        done(facilitator, OpenBallot{first, "Que retenir ?", method, ResultsRule::Live, {}, terms});
        return first;
    }

    void vote(Actor const& who, ProposalId const& of, std::optional<Choice> choice)
    {
        done(who, CastChoice{first, of, choice});
    }

    void merge(ProposalId const& part, ProposalId const& whole)
    {
        done(moderator, MergeProposal{part, whole});
    }
    void unmerge(ProposalId const& part) { done(moderator, UnmergeProposal{part}); }

    std::optional<Choice> choice(Actor const& who, ProposalId const& of) const
    {
        auto const voter = ballot(first).voters.find(who.participant);
        if (voter == ballot(first).voters.end()) return {};
        auto const cast = voter->second.casts.find(of);
        return cast == voter->second.casts.end() ? std::nullopt : cast->second.choice;
    }

    BallotId const first = id<BallotId>("first");
};

} // namespace

TEST_CASE("M11: merged, people are counted once: the same opinion stands, another is asked anew",
          "[merges]")
{
    Desk desk;
    desk.open(Method::Opinion);
    desk.vote(desk.ana, desk.coach, support);
    desk.vote(desk.ben, desk.bus, oppose);
    desk.vote(desk.ben, desk.coach, oppose);
    desk.vote(desk.cleo, desk.bus, neutral);
    desk.vote(desk.cleo, desk.coach, support);
    desk.merge(desk.coach, desk.bus);

    CHECK(desk.choice(desk.ana, desk.bus) == support);
    CHECK(desk.choice(desk.ben, desk.bus) == oppose);
    CHECK(desk.choice(desk.cleo, desk.bus) == std::nullopt);
    CHECK(desk.choice(desk.ana, desk.coach) == std::nullopt);
    CHECK(desk.ballot(desk.first).tallies.at(desk.bus).counts == Counts{1, 0, 1});
    CHECK(desk.ballot(desk.first).turnout == 2);
    CHECK(is_recount(desk.board, desk.ballot(desk.first)));
    // Asked again, and the answer stands alone.
    desk.vote(desk.cleo, desk.bus, support);
    CHECK(desk.ballot(desk.first).tallies.at(desk.bus).counts == Counts{2, 0, 1});
    CHECK(desk.refused(desk.ana, CastChoice{desk.first, desk.coach, support}) ==
          refusal(WrongStatus, "proposal"));
}

TEST_CASE("M11: marks are one mark, dots their sum up to the cap, of grades the last stands",
          "[merges]")
{
    SECTION("approval")
    {
        Desk desk;
        desk.open(Method::Approval, {2, {}, {}, {}});
        desk.vote(desk.ana, desk.bus, Choice::Approve);
        desk.vote(desk.ana, desk.coach, Choice::Approve);
        desk.vote(desk.ben, desk.coach, Choice::Approve);
        desk.merge(desk.coach, desk.bus);
        CHECK(desk.ballot(desk.first).tallies.at(desk.bus).counts == Counts{2});
        desk.vote(desk.ana, desk.tram, Choice::Approve); // A mark is hers again.
    }
    SECTION("dots")
    {
        Desk desk;
        desk.open(Method::Dots, {{}, 5, 3, {}});
        desk.vote(desk.ana, desk.bus, Choice::TwoDots);
        desk.vote(desk.ana, desk.coach, Choice::ThreeDots);
        desk.vote(desk.ben, desk.coach, Choice::OneDot);
        CHECK(desk.refused(desk.ana, CastChoice{desk.first, desk.tram, Choice::OneDot}).word ==
              OverBudget);
        desk.merge(desk.coach, desk.bus);
        CHECK(desk.choice(desk.ana, desk.bus) == Choice::ThreeDots);
        CHECK(desk.choice(desk.ben, desk.bus) == Choice::OneDot);
        desk.vote(desk.ana, desk.tram, Choice::TwoDots); // The surplus is hers again.
        CHECK(is_recount(desk.board, desk.ballot(desk.first)));
    }
    SECTION("grades")
    {
        Desk desk;
        desk.open(Method::Grades);
        desk.vote(desk.ana, desk.bus, Choice::Good);
        desk.vote(desk.ana, desk.coach, Choice::Passable);
        desk.vote(desk.ben, desk.coach, Choice::VeryGood);
        desk.vote(desk.ben, desk.bus, Choice::ToReject);
        desk.merge(desk.coach, desk.bus);
        CHECK(desk.choice(desk.ana, desk.bus) == Choice::Passable);
        CHECK(desk.choice(desk.ben, desk.bus) == Choice::ToReject);
    }
}

TEST_CASE("M12: undone, every choice is what it was, and what was said since is the whole's",
          "[merges]")
{
    Desk desk;
    desk.open(Method::Opinion);
    desk.vote(desk.ana, desk.bus, support);
    desk.vote(desk.ana, desk.coach, oppose);
    desk.vote(desk.ben, desk.coach, support);
    auto const before = standing(desk.ballot(desk.first));
    desk.merge(desk.coach, desk.bus);
    desk.unmerge(desk.coach);
    CHECK(standing(desk.ballot(desk.first)) == before);
    CHECK(desk.proposal(desk.coach).status == ProposalStatus::Published);

    desk.merge(desk.coach, desk.bus);
    desk.vote(desk.ben, desk.bus, neutral);
    desk.vote(desk.cleo, desk.bus, support);
    desk.unmerge(desk.coach);
    CHECK(desk.choice(desk.ben, desk.coach) == support);
    CHECK(desk.choice(desk.ben, desk.bus) == neutral);
    CHECK(desk.choice(desk.cleo, desk.bus) == support);
    CHECK(desk.choice(desk.ana, desk.bus) == support);
    CHECK(is_recount(desk.board, desk.ballot(desk.first)));
    CHECK(desk.without_effect(moderator, UnmergeProposal{desk.coach}));
}

TEST_CASE("M12: dots given since that the budget has no place for any more are taken back, the "
          "last first",
          "[merges]")
{
    Desk desk;
    desk.open(Method::Dots, {{}, 5, 3, {}});
    desk.vote(desk.ana, desk.bus, Choice::TwoDots);
    desk.vote(desk.ana, desk.coach, Choice::ThreeDots);
    desk.merge(desk.coach, desk.bus);
    desk.vote(desk.ana, desk.tram, Choice::TwoDots);
    desk.unmerge(desk.coach);
    CHECK(desk.choice(desk.ana, desk.bus) == Choice::TwoDots);
    CHECK(desk.choice(desk.ana, desk.coach) == Choice::ThreeDots);
    CHECK(desk.choice(desk.ana, desk.tram) == std::nullopt);
}

TEST_CASE("M13: what has parts may become one, and any merge is undone in any order", "[merges]")
{
    Desk desk;
    desk.open(Method::Opinion);
    desk.vote(desk.ana, desk.coach, support);
    desk.vote(desk.ben, desk.bus, support);
    desk.vote(desk.cleo, desk.tram, support);
    auto const before = standing(desk.ballot(desk.first));
    desk.merge(desk.coach, desk.bus);
    desk.merge(desk.bus, desk.tram);
    CHECK(standing_for(desk.board, desk.coach) == desk.tram);
    CHECK(desk.ballot(desk.first).tallies.at(desk.tram).counts == Counts{3, 0, 0});
    CHECK(is_recount(desk.board, desk.ballot(desk.first)));
    SECTION("the first first")
    {
        desk.unmerge(desk.coach);
        CHECK(desk.choice(desk.ana, desk.coach) == support);
        CHECK(desk.ballot(desk.first).tallies.at(desk.tram).counts == Counts{2, 0, 0});
        desk.unmerge(desk.bus);
    }
    SECTION("the last first")
    {
        desk.unmerge(desk.bus);
        CHECK(desk.ballot(desk.first).tallies.at(desk.bus).counts == Counts{2, 0, 0});
        desk.unmerge(desk.coach);
    }
    CHECK(standing(desk.ballot(desk.first)) == before);
}

TEST_CASE("M13: what cannot be merged is refused, and a whole does not go away under its parts",
          "[merges]")
{
    Desk desk;
    auto const queued = desk.submit(desk.ana, "queued");
    CHECK(desk.refused(moderator, MergeProposal{id<ProposalId>("none"), desk.bus}) ==
          refusal(UnknownProposal, "proposal"));
    CHECK(desk.refused(moderator, MergeProposal{desk.bus, id<ProposalId>("none")}) ==
          refusal(UnknownProposal, "into"));
    CHECK(desk.refused(moderator, MergeProposal{desk.bus, desk.bus}) ==
          refusal(WrongStatus, "into"));
    CHECK(desk.refused(moderator, MergeProposal{queued, desk.bus}) ==
          refusal(WrongStatus, "proposal"));
    CHECK(desk.refused(moderator, MergeProposal{desk.bus, queued}) == refusal(WrongStatus, "into"));
    desk.merge(desk.coach, desk.bus);
    CHECK(desk.without_effect(moderator, MergeProposal{desk.coach, desk.bus}));
    CHECK(desk.refused(moderator, MergeProposal{desk.tram, desk.coach}) ==
          refusal(WrongStatus, "into"));
    CHECK(desk.refused(moderator, MergeProposal{desk.coach, desk.tram}) ==
          refusal(WrongStatus, "proposal"));
    for (auto const& away :
         {Command{RequeueProposal{desk.bus}}, Command{ReturnProposal{desk.bus, "Où ?"}},
          Command{DeclineProposal{desk.bus, DeclineReason::OffTopic, {}}}}) {
        CHECK(desk.refused(moderator, away) == refusal(WrongStatus, "proposal"));
    }
    CHECK(desk.refused(desk.ana, WithdrawProposal{desk.bus, true}) ==
          refusal(WrongStatus, "proposal"));
    CHECK(desk.refused(desk.ben, WithdrawProposal{desk.coach, true}) ==
          refusal(WrongStatus, "proposal"));
    CHECK(desk.refused(desk.ana, SubmitComment{id<CommentId>("c"), desk.coach, Stance::For,
                                               "Oui"}) == refusal(WrongStatus, "proposal"));
    CHECK(desk.refused(facilitator,
                       DecideProposal{desk.coach, Decision::Adopted, {}, {}, {}, {}, {}}) ==
          refusal(WrongStatus, "proposal"));
    // A vote on what was merged does not cover the merged one.
    desk.open(Method::Opinion);
    CHECK(desk.ballot(desk.first).proposals == std::vector{desk.bus, desk.tram});
}

TEST_CASE("M14: a ballot that was closed keeps its result, and is joined when it is reopened",
          "[merges]")
{
    Desk desk;
    desk.open(Method::Opinion);
    desk.vote(desk.ana, desk.coach, support);
    desk.vote(desk.ben, desk.bus, support);
    auto const before = standing(desk.ballot(desk.first));
    bool const revealed = GENERATE(false, true);
    desk.done(facilitator, CloseBallot{desk.first});
    if (revealed) desk.done(facilitator, RevealBallot{desk.first});
    desk.merge(desk.coach, desk.bus);
    CHECK(standing(desk.ballot(desk.first)) == before);
    desk.done(facilitator, ReopenBallot{desk.first, "Panne"});
    CHECK(desk.ballot(desk.first).tallies.at(desk.bus).counts == Counts{2, 0, 0});
    desk.done(facilitator, CloseBallot{desk.first});
    desk.unmerge(desk.coach);
    CHECK(standing(desk.ballot(desk.first)) == before);
}

TEST_CASE("M14: an open ballot that covers only the part keeps them apart", "[merges]")
{
    Desk desk;
    desk.done(facilitator, OpenPhase{Phase::Vote});
    desk.done(facilitator, OpenBallot{desk.first, "Et ?", Method::Opinion, ResultsRule::Live,
                                      std::vector{desk.coach, desk.tram}});
    CHECK(desk.refused(moderator, MergeProposal{desk.coach, desk.bus}) ==
          refusal(BallotOpen, "into"));
    desk.merge(desk.bus, desk.coach);
    desk.done(facilitator, CloseBallot{desk.first});
    desk.unmerge(desk.bus);
    desk.merge(desk.coach, desk.bus);
}

TEST_CASE("M15: whoever voted on a part is told, and leaves with one word", "[merges]")
{
    Desk desk;
    desk.open(Method::Opinion);
    desk.vote(desk.ana, desk.coach, support);
    desk.vote(desk.ben, desk.coach, support);
    auto const since = desk.board.position;
    desk.merge(desk.coach, desk.bus);
    auto const own = [&](Actor const& who) {
        auto const text = wire::yours(desk.board, who.participant, since);
        return text.empty() ? json{} : json::parse(text);
    };
    json const part{{"ballot", std::string(desk.first.text())},
                    {"proposal", std::string(desk.coach.text())},
                    {"counts", true}};
    CHECK(own(desk.ana)["parts"] == json::array({part}));
    desk.done(desk.ana, LeaveMerge{desk.coach});
    CHECK(own(desk.ana)["parts"][0]["counts"] == false);
    CHECK(own(desk.ben)["parts"][0]["counts"] == true);
    CHECK(desk.choice(desk.ana, desk.bus) == std::nullopt);
    CHECK(desk.choice(desk.ben, desk.bus) == support);
    CHECK(desk.without_effect(desk.ana, LeaveMerge{desk.coach}));
    CHECK(desk.without_effect(desk.cleo, LeaveMerge{desk.coach}));
    CHECK(desk.refused(desk.ana, LeaveMerge{desk.bus}) == refusal(WrongStatus, "proposal"));
    // Undone, it is as it was.
    desk.unmerge(desk.coach);
    CHECK(desk.choice(desk.ana, desk.coach) == support);
    desk.merge(desk.coach, desk.bus);
    CHECK(desk.choice(desk.ana, desk.bus) == support);
    desk.done(facilitator, CloseBallot{desk.first});
    CHECK(desk.refused(desk.ana, LeaveMerge{desk.coach}) == refusal(BallotNotOpen, "proposal"));
}

TEST_CASE("M16: merged, voted and undone equals never merged, with the new votes by the rule",
          "[merges]")
{
    constexpr std::size_t proposals = 6;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        auto const pick = [&](std::size_t below) { return random() % below; };
        auto const method = static_cast<Method>(pick(4));
        CAPTURE(word(method));
        // Without terms that a merge could give back, nothing is ever taken back: the two are equal.
        Terms const terms = method == Method::Dots ? Terms{{}, 99, 3, {}} : Terms{};
        BoardMaker merging;
        BoardMaker plain;
        std::vector<Actor> people;
        std::vector<ProposalId> all;
        auto const both = [&](Actor const& who, Command const& command) {
            merging.done(who, command);
            plain.done(who, command);
        };
        for (int count = 0; count < 5; ++count) {
            people.push_back(merging.join(count % 2 == 0 ? "citizens" : "companies"));
            plain.join(count % 2 == 0 ? "citizens" : "companies");
        }
        for (std::size_t count = 0; count < proposals; ++count) {
            all.push_back(id<ProposalId>(std::to_string(count)));
            both(people[count % 5], SubmitProposal{all.back(), "x", "", {"inclusion"}});
            both(moderator, PublishProposal{all.back()});
        }
        auto const ballot = id<BallotId>("ballot");
        both(facilitator, OpenPhase{Phase::Vote});
        both(facilitator, OpenBallot{ballot, "Et ?", method, ResultsRule::Live, {}, terms});
        auto const scale = scale_of(method);
        auto const any_choice = [&]() -> std::optional<Choice> {
            if (pick(5) == 0) return std::nullopt;
            return scale.at(pick(method == Method::Dots ? 3 : scale.size));
        };
        for (int step = 0; step < 120; ++step) {
            auto const& one = all[pick(proposals)];
            switch (pick(8)) {
            case 0: merging.ask(moderator, MergeProposal{one, all[pick(proposals)]}); break;
            case 1: merging.ask(moderator, UnmergeProposal{one}); break;
            case 2: merging.ask(people[pick(5)], LeaveMerge{one}); break;
            case 3:
                if (pick(4) == 0) {
                    both(facilitator, CloseBallot{ballot});
                    if (pick(2) == 0)
                        merging.ask(moderator, MergeProposal{one, all[pick(proposals)]});
                    both(facilitator, ReopenBallot{ballot, "Panne"});
                }
                break;
            default: {
                auto const& who = people[pick(5)];
                // What is part of another is not voted on; the rule has no new vote there.
                if (merging.proposal(one).merged) break;
                CastChoice const cast{ballot, one, any_choice()};
                // Whoever says what counts already says nothing new.
                if (!merging.without_effect(who, cast)) plain.done(who, cast);
            }
            }
            CHECK(is_recount(merging.board, merging.ballot(ballot)));
        }
        // In whatever order they are undone.
        auto order = all;
        std::shuffle(order.begin(), order.end(), random);
        for (auto const& one : order) merging.ask(moderator, UnmergeProposal{one});
        CHECK(standing(merging.ballot(ballot)) == standing(plain.ballot(ballot)));
        CHECK(is_recount(merging.board, merging.ballot(ballot)));
        CHECK(merging.ballot(ballot).turnout == plain.ballot(ballot).turnout);
        for (auto const& [proposal, tally] : plain.ballot(ballot).tallies) {
            CHECK(merging.ballot(ballot).tallies.at(proposal).counts == tally.counts);
        }
    }
}
