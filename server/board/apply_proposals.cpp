#include "board/applying.hpp"
#include "board/merges.hpp"

#include <utility>

namespace koudmen::board {

namespace {

ProposalStatus status_of(Decision decision)
{
    switch (decision) {
    case Decision::Adopted: return ProposalStatus::Adopted;
    case Decision::AdoptedWithChanges: return ProposalStatus::AdoptedWithChanges;
    case Decision::ToStudy: return ProposalStatus::ToStudy;
    case Decision::NotRetained: return ProposalStatus::NotRetained;
    }
    return ProposalStatus::Published;
}

} // namespace

void Applying::operator()(ProposalSubmitted const& event)
{
    Proposal proposal;
    proposal.id = event.proposal;
    proposal.number = board_.proposals.size() + 1;
    proposal.author = event.author;
    proposal.title = event.title;
    proposal.description = event.description;
    proposal.axis = event.axis;
    proposal.language = event.language;
    proposal.source = event.source;
    proposal.submitted_at = at_;
    proposal.channel = channel_;
    board_.proposals.emplace(event.proposal, std::move(proposal));
    known(board_.participants, event.author).proposals.push_back(event.proposal);
    touch_proposal(event.proposal);
}

void Applying::operator()(ProposalImported const& event)
{
    Proposal proposal;
    proposal.id = event.proposal;
    proposal.number = board_.proposals.size() + 1;
    proposal.title = event.title;
    proposal.description = event.description;
    proposal.axis = event.axis;
    proposal.submitted_at = at_;
    proposal.imported = true;
    board_.proposals.emplace(event.proposal, std::move(proposal));
    touch_proposal(event.proposal);
}

void Applying::operator()(ProposalEdited const& event)
{
    auto& proposal = known(board_.proposals, event.proposal);
    proposal.title = event.title;
    proposal.description = event.description;
    proposal.axis = event.axis;
    proposal.language = event.language;
    proposal.former.clear(); // These are the author's own words again.
    touch_proposal(event.proposal);
}

void Applying::operator()(ProposalReworded const& event)
{
    auto& proposal = known(board_.proposals, event.proposal);
    proposal.former.push_back({std::exchange(proposal.title, event.title),
                               std::exchange(proposal.description, event.description),
                               std::exchange(proposal.axis, event.axis)});
    touch_proposal(event.proposal);
}

void Applying::operator()(ProposalRestored const& event)
{
    auto& proposal = known(board_.proposals, event.proposal);
    check(!proposal.former.empty(), "only what was reworded is restored");
    auto former = std::move(proposal.former.back());
    proposal.former.pop_back();
    proposal.title = std::move(former.title);
    proposal.description = std::move(former.description);
    proposal.axis = std::move(former.axis);
    touch_proposal(event.proposal);
}

void Applying::operator()(ProposalMerged const& event)
{
    bool const fits = event.into != event.proposal &&
                      is_standing(known(board_.proposals, event.proposal).status) &&
                      is_standing(known(board_.proposals, event.into).status);
    check(fits, "what stands is merged into another that stands");
    set_status(event.proposal, ProposalStatus::Merged).merged = Merge{event.into, position_};
    known(board_.proposals, event.into).parts.push_back(event.proposal);
    touch_proposal(event.into);
    for (auto& [id, ballot] : board_.ballots) {
        bool const open = ballot.state == BallotState::Open;
        if (open && join(board_, ballot, event.proposal, position_)) touch_results(ballot);
    }
}

void Applying::operator()(ProposalUnmerged const& event)
{
    auto& proposal = known(board_.proposals, event.proposal);
    check(proposal.merged.has_value(), "only what was merged is unmerged");
    auto const merge = *proposal.merged;
    std::erase(known(board_.proposals, merge.into).parts, event.proposal);
    set_status(event.proposal, ProposalStatus::Published);
    touch_proposal(merge.into);
    for (auto& [id, ballot] : board_.ballots) {
        if (part_again(board_, ballot, event.proposal, merge.into, merge.at, position_)) {
            touch_results(ballot);
        }
    }
}

void Applying::operator()(ProposalWithdrawn const& event)
{
    set_status(event.proposal, ProposalStatus::Withdrawn);
}

void Applying::operator()(ProposalRequeued const& event)
{
    set_status(event.proposal, ProposalStatus::Submitted);
}

void Applying::operator()(ProposalPublished const& event)
{
    auto const author = set_status(event.proposal, ProposalStatus::Published).author;
    // It may make its author trusted.
    auto const person = board_.participants.find(author); // Nobody, of an imported one.
    if (board_.settings.trusts_after_first && person != board_.participants.end()) {
        touch_words_of(person->second);
    }
}

void Applying::operator()(DecisionUndone const& event)
{
    set_status(event.proposal, ProposalStatus::Published);
}

void Applying::operator()(ProposalReturned const& event)
{
    set_status(event.proposal, ProposalStatus::Returned).question = event.question;
}

void Applying::operator()(ProposalDeclined const& event)
{
    auto& proposal = set_status(event.proposal, ProposalStatus::Declined);
    proposal.reason = event.reason;
    proposal.words = event.words;
}

void Applying::operator()(ProposalDecided const& event)
{
    set_status(event.proposal, status_of(event.decision)).verdict = Verdict{
        event.decision, at_, event.words, event.lead, event.partners, event.start, event.end};
}

void Applying::operator()(CommentSubmitted const& event)
{
    board_.comments.emplace(event.comment, Comment{event.comment, event.proposal, event.author,
                                                   event.stance, event.text, at_, false, channel_,
                                                   event.institution, event.language});
    known(board_.proposals, event.proposal).comments.push_back(event.comment);
    if (event.institution)
        known(board_.institutions, *event.institution).comments.push_back(event.comment);
    else
        known(board_.participants, event.author).comments.push_back(event.comment);
    touch_comment(event.comment);
}

void Applying::operator()(CommentHidden const& event)
{
    known(board_.comments, event.comment).hidden = event.hidden;
    touch_comment(event.comment);
}

Proposal& Applying::set_status(ProposalId id, ProposalStatus status)
{
    auto& proposal = known(board_.proposals, id);
    bool const was_public = is_public(proposal.status);
    proposal.status = status;
    proposal.seen = proposal.seen || is_public(status);
    proposal.question.reset();
    proposal.reason.reset();
    proposal.words.reset();
    proposal.verdict.reset();
    proposal.merged.reset();
    touch_proposal(id);
    touch_commitments(board_, id, position_); // They count while it is adopted.
    if (was_public != is_public(status)) {
        for (auto const& comment : proposal.comments) touch_comment(comment);
        // Only what the room sees has a place in a ranking.
        for (auto const& [ballot, of] : board_.ballots) {
            if (of.tallies.contains(id)) touch({.part = Part::Ranking, .ballot = ballot});
        }
    }
    return proposal;
}

} // namespace koudmen::board
