#include "board/deciding.hpp"

#include "board/limits.hpp"
#include "board/merges.hpp"
#include "board/methods.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace koudmen::board {

Decided Deciding::operator()(CastChoice const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
    if (ballot->state != BallotState::Open) {
        return unexpected(refuse(RefusalWord::BallotNotOpen, "ballot"));
    }
    if (!ballot->tallies.contains(command.proposal)) {
        return unexpected(refuse(RefusalWord::NotInBallot, "proposal"));
    }
    if (standing_choice(*ballot, command.proposal) == command.choice) return Events{};
    // Taking back is allowed also where the room does not see the proposal any more: what stands
    // there counts against the budget.
    if (command.choice) {
        auto const* proposal = find(command.proposal);
        if (!proposal || !is_standing(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        if (auto refusal = beyond_terms(*ballot, command.proposal, *command.choice)) {
            return unexpected(*refusal);
        }
    }
    return Events{ChoiceCast{command.ballot, command.proposal, actor_.participant, command.choice}};
}

bool Deciding::stands(CastChoice const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return false;
    // A merge makes the choice that counts of what a person said, and keeps that aside.
    if (auto const voter = ballot->voters.find(actor_.participant); voter != ballot->voters.end()) {
        auto const said = voter->second.aside.find(command.proposal);
        if (said != voter->second.aside.end()) return said->second.choice == command.choice;
    }
    return standing_choice(*ballot, command.proposal) == command.choice;
}

Decided Deciding::operator()(OpenBallot const& command) const
{
    auto question = filled(command.question, {"question", question_graphemes_max, Lines::One});
    if (!question) return unexpected(question.error());
    if (auto const* known = find(command.ballot)) {
        bool const same =
            known->state == BallotState::Open && known->question == *question &&
            known->method == command.method && known->results == command.results &&
            (!command.proposals || known->proposals == *command.proposals) &&
            known->follows == command.follows &&
            fixed_terms(command.method, command.terms, known->proposals.size()) == known->terms;
        if (same) return Events{};
        return unexpected(refuse(RefusalWord::IdTaken, "ballot"));
    }
    auto const* open = open_ballot(board_);
    if (open && open->id != closing_) return unexpected(refuse(RefusalWord::BallotOpen));
    if (board_.ballots.size() >= ballots_max) {
        return unexpected(refuse(RefusalWord::TooMany, "ballot", ballots_max));
    }
    if (command.follows) {
        auto const* former = find(*command.follows);
        if (!former) return unexpected(refuse(RefusalWord::UnknownBallot, "follows"));
        if (former->method != command.method) {
            return unexpected(refuse(RefusalWord::NotOfMethod, "follows"));
        }
    }
    auto covered = command.proposals ? listed(*command.proposals)
                   : command.follows ? left_of(*find(*command.follows))
                                     : all_published();
    if (!covered) return unexpected(covered.error());
    auto const terms = fixed_terms(command.method, command.terms, covered->size());
    if (!terms) return unexpected(terms.error());
    return Events{BallotOpened{command.ballot, std::move(*question), command.method,
                               command.results, std::move(*covered), *terms, command.follows,
                               command.seed}};
}

Decided Deciding::operator()(CloseBallot const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
    if (ballot->state != BallotState::Open) return Events{};
    return Events{BallotClosed{command.ballot}};
}

Decided Deciding::operator()(ReopenBallot const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
    if (ballot->state == BallotState::Open) return Events{};
    if (open_ballot(board_)) return unexpected(refuse(RefusalWord::BallotOpen));
    if (ballot->reopenings.size() >= reopenings_max) {
        return unexpected(refuse(RefusalWord::TooMany, "ballot", reopenings_max));
    }
    auto reason = filled(command.reason, {"reason", remark_graphemes_max, Lines::Many});
    if (!reason) return unexpected(reason.error());
    return Events{BallotReopened{command.ballot, std::move(*reason)}};
}

Decided Deciding::operator()(RevealBallot const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
    if (ballot->state == BallotState::Revealed) return Events{};
    if (ballot->state == BallotState::Open) {
        return unexpected(refuse(RefusalWord::BallotNotClosed, "ballot"));
    }
    if (command.step == RevealStep::Order) {
        // Where closing shows the results, the order shows with them.
        bool const waits = ballot->results == ResultsRule::WhenRevealed;
        if (!waits || ballot->state == BallotState::OrderRevealed) return Events{};
    }
    return Events{BallotRevealed{command.ballot, command.step}};
}

std::optional<Choice> Deciding::standing_choice(Ballot const& ballot,
                                                ProposalId const& proposal) const
{
    auto const voter = ballot.voters.find(actor_.participant);
    if (voter == ballot.voters.end()) return std::nullopt;
    auto const cast = voter->second.casts.find(proposal);
    return cast == voter->second.casts.end() ? std::nullopt : cast->second.choice;
}

std::optional<Refusal> Deciding::beyond_terms(Ballot const& ballot, ProposalId const& proposal,
                                              Choice choice) const
{
    if (!scale_of(ballot.method).has(choice)) return refuse(RefusalWord::NotOfMethod, "choice");
    auto const& [maximum, budget, cap, judgments_min] = ballot.terms;
    // What this person gave the other proposals, where that is limited.
    std::uint64_t marks = 0;
    std::uint64_t spent = 0;
    auto const voter = ballot.voters.find(actor_.participant);
    if ((maximum || budget) && voter != ballot.voters.end()) {
        for (auto const& [other, cast] : voter->second.casts) {
            if (!cast.choice || other == proposal) continue;
            ++marks;
            if (ballot.method == Method::Dots) spent += dots(*cast.choice);
        }
    }
    if (maximum && marks + 1 > *maximum) {
        return refuse(RefusalWord::OverMaximum, "choice", *maximum);
    }
    if (cap && dots(choice) > *cap) return refuse(RefusalWord::OverCap, "choice", *cap);
    if (budget && spent + dots(choice) > *budget) {
        return refuse(RefusalWord::OverBudget, "choice", *budget);
    }
    return std::nullopt;
}

Result<std::vector<ProposalId>, Refusal> Deciding::listed(
    std::vector<ProposalId> const& proposals) const
{
    if (proposals.empty()) {
        return unexpected(refuse(RefusalWord::NothingToVoteOn, "proposals"));
    }
    if (proposals.size() > proposals_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposals", proposals_max));
    }
    std::set<ProposalId> seen;
    for (auto const& id : proposals) {
        auto const* proposal = find(id);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposals"));
        if (!is_standing(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposals"));
        }
        if (!seen.insert(id).second) {
            return unexpected(refuse(RefusalWord::IdTaken, "proposals"));
        }
    }
    return proposals;
}

Result<std::vector<ProposalId>, Refusal> Deciding::left_of(Ballot const& former) const
{
    std::vector<ProposalId> left;
    for (auto const& id : former.proposals) {
        if (is_standing(find(id)->status)) left.push_back(id);
    }
    if (left.empty()) return unexpected(refuse(RefusalWord::NothingToVoteOn, "proposals"));
    return left;
}

Result<std::vector<ProposalId>, Refusal> Deciding::all_published() const
{
    std::vector<Proposal const*> published;
    for (auto const& [id, proposal] : board_.proposals) {
        if (proposal.status == ProposalStatus::Published) published.push_back(&proposal);
    }
    if (published.empty()) {
        return unexpected(refuse(RefusalWord::NothingToVoteOn, "proposals"));
    }
    std::sort(published.begin(), published.end(),
              [](auto const* one, auto const* other) { return one->number < other->number; });
    std::vector<ProposalId> ids;
    ids.reserve(published.size());
    for (auto const* proposal : published) ids.push_back(proposal->id);
    return ids;
}

} // namespace koudmen::board
