#include "board/state.hpp"

#include "base/check.hpp"
#include "base/overload.hpp"
#include "board/trail.hpp"
#include "board/ballots.hpp"
#include "board/limits.hpp"
#include "board/merges.hpp"
#include "board/moderation_log.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::board {

void Accepted::add(Operation operation)
{
    if (operation > highest) {
        auto const step = operation.value - highest.value;
        before = step < 64 ? before << step : 0;
        // The former highest is now one of those before, unless there was none.
        if (highest.value > 0 && step <= 64) before |= std::uint64_t{1} << (step - 1);
        highest = operation;
        return;
    }
    auto const below = highest.value - operation.value;
    if (below > 0 && below <= 64) before |= std::uint64_t{1} << (below - 1);
}

bool Accepted::has(Operation operation) const
{
    if (operation > highest || operation.value == 0) return false;
    auto const below = highest.value - operation.value;
    if (below == 0) return true;
    return below <= 64 && ((before >> (below - 1)) & 1) != 0;
}

Switches usual_switches(Phase phase)
{
    switch (phase) {
    case Phase::Collect: return {.propose = true, .comment = true, .vote = false, .results = true};
    case Phase::Moderate:
        return {.propose = false, .comment = false, .vote = false, .results = true};
    case Phase::Discuss: return {.propose = false, .comment = true, .vote = false, .results = true};
    case Phase::Vote: return {.propose = false, .comment = true, .vote = true, .results = true};
    case Phase::Reveal: return {.propose = false, .comment = true, .vote = false, .results = true};
    case Phase::Closed: return {.propose = false, .comment = false, .vote = false, .results = true};
    }
    return {};
}

bool is_public(ProposalStatus status)
{
    switch (status) {
    case ProposalStatus::Published:
    case ProposalStatus::Adopted:
    case ProposalStatus::AdoptedWithChanges:
    case ProposalStatus::ToStudy:
    case ProposalStatus::NotRetained:
    case ProposalStatus::Merged: return true;
    case ProposalStatus::Submitted:
    case ProposalStatus::Returned:
    case ProposalStatus::Declined:
    case ProposalStatus::Withdrawn: return false;
    }
    return false;
}

bool is_trusted(Board const& board, Participant const& participant)
{
    if (participant.trusted) return *participant.trusted;
    auto const& own = participant.proposals;
    return board.settings.trusts_after_first &&
           std::any_of(own.begin(), own.end(),
                       [&](ProposalId const& id) { return board.proposals.at(id).seen; });
}

Ballot const* open_ballot(Board const& board)
{
    for (auto const& [id, ballot] : board.ballots) {
        if (ballot.state == BallotState::Open) return &ballot;
    }
    return nullptr;
}

std::optional<Actor> member(Board const& board, CredentialHash const& credential)
{
    auto const known = board.members.find(credential);
    if (known == board.members.end()) return std::nullopt;
    return known->second;
}

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

template <class Map, class Key>
auto& known(Map& map, Key const& key)
{
    auto const found = map.find(key);
    check(found != map.end(), "an event speaks only of what its board has");
    return found->second;
}

// Applies one event. A class only to have the board and the event's place at hand.
class Applying {
public:
    Applying(Board& board, Recorded const& recorded)
        : board_(board),
          position_(recorded.position),
          at_(recorded.at),
          channel_(recorded.by.channel)
    {}

    void operator()(BoardCreated const& event)
    {
        board_.code = event.code;
        board_.title = event.title;
        board_.language = event.language;
        board_.axes = event.axes;
        board_.colleges = event.colleges;
        board_.settings = event.settings;
        for (std::size_t phase = 0; phase < phase_count; ++phase) {
            board_.switches[phase] = usual_switches(static_cast<Phase>(phase));
        }
        board_.phase_since = at_;
        board_.members.emplace(event.facilitator, Actor{Role::Facilitator, {}});
        board_.members.emplace(event.moderator, Actor{Role::Moderator, {}});
        board_.members.emplace(event.screen, Actor{Role::Screen, {}});
        for (auto const part : {Part::Board, Part::Phase, Part::Participants, Part::Screen}) {
            touch({.part = part});
        }
    }

    void operator()(ParticipantJoined const& event)
    {
        Participant joined;
        joined.number = event.participant;
        joined.credential = event.credential;
        joined.college = event.college;
        joined.name = event.name;
        joined.changed = position_;
        joined.badge = event.badge;
        joined.channel = channel_;
        if (event.badge.value > 0) {
            known(board_.badges, event.badge).participant = event.participant;
        }
        board_.participants.emplace(event.participant, std::move(joined));
        board_.members.emplace(event.credential, Actor{Role::Participant, event.participant});
        ++board_.joined[event.college];
        touch({.part = Part::Participants});
    }

    void operator()(ParticipantIntroduced const& event)
    {
        auto& participant = known(board_.participants, event.participant);
        participant.name = event.name;
        participant.changed = position_;
        touch_words_of(participant);
    }

    void operator()(ProposalSubmitted const& event)
    {
        Proposal proposal;
        proposal.id = event.proposal;
        proposal.number = board_.proposals.size() + 1;
        proposal.author = event.author;
        proposal.title = event.title;
        proposal.description = event.description;
        proposal.axis = event.axis;
        proposal.submitted_at = at_;
        proposal.channel = channel_;
        board_.proposals.emplace(event.proposal, std::move(proposal));
        known(board_.participants, event.author).proposals.push_back(event.proposal);
        touch_proposal(event.proposal);
    }

    void operator()(ProposalEdited const& event)
    {
        auto& proposal = known(board_.proposals, event.proposal);
        proposal.title = event.title;
        proposal.description = event.description;
        proposal.axis = event.axis;
        proposal.former.clear(); // These are the author's own words again.
        touch_proposal(event.proposal);
    }

    void operator()(ProposalReworded const& event)
    {
        auto& proposal = known(board_.proposals, event.proposal);
        proposal.former.push_back({std::exchange(proposal.title, event.title),
                                   std::exchange(proposal.description, event.description),
                                   std::exchange(proposal.axis, event.axis)});
        touch_proposal(event.proposal);
    }

    void operator()(ProposalRestored const& event)
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

    void operator()(ModerationConfigured const& event)
    {
        bool const trust_changed = board_.settings.trusts_after_first != event.trusts_after_first;
        board_.settings.moderation = event.moderation;
        board_.settings.trusts_after_first = event.trusts_after_first;
        touch({.part = Part::Board});
        if (!trust_changed) return;
        for (auto const& [id, proposal] : board_.proposals) touch_proposal(id);
    }

    void operator()(ParticipantTrusted const& event)
    {
        auto& participant = known(board_.participants, event.participant);
        participant.trusted = event.trusted;
        touch_words_of(participant);
    }

    void operator()(ParticipantMuted const& event)
    {
        auto& participant = known(board_.participants, event.participant);
        participant.muted = event.muted;
        participant.changed = position_;
        touch_words_of(participant);
    }

    void operator()(ProposalMerged const& event)
    {
        set_status(event.proposal, ProposalStatus::Merged).merged = Merge{event.into, position_};
        known(board_.proposals, event.into).parts.push_back(event.proposal);
        touch_proposal(event.into);
        for (auto& [id, ballot] : board_.ballots) {
            bool const open = ballot.state == BallotState::Open;
            if (open && join(board_, ballot, event.proposal, position_)) touch_results(ballot);
        }
    }

    void operator()(ProposalUnmerged const& event)
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

    void operator()(MergeLeft const& event)
    {
        for (auto& [id, ballot] : board_.ballots) {
            if (ballot.state != BallotState::Open) continue;
            if (leave(board_, ballot, event.proposal, event.participant, position_)) {
                touch_results(ballot);
            }
        }
    }

    void operator()(ProposalWithdrawn const& event)
    {
        set_status(event.proposal, ProposalStatus::Withdrawn);
    }
    void operator()(ProposalRequeued const& event)
    {
        set_status(event.proposal, ProposalStatus::Submitted);
    }
    void operator()(ProposalPublished const& event)
    {
        auto const author = set_status(event.proposal, ProposalStatus::Published).author;
        // It may make its author trusted.
        if (board_.settings.trusts_after_first) touch_words_of(board_.participants.at(author));
    }
    void operator()(DecisionUndone const& event)
    {
        set_status(event.proposal, ProposalStatus::Published);
    }

    void operator()(ProposalReturned const& event)
    {
        set_status(event.proposal, ProposalStatus::Returned).question = event.question;
    }

    void operator()(ProposalDeclined const& event)
    {
        auto& proposal = set_status(event.proposal, ProposalStatus::Declined);
        proposal.reason = event.reason;
        proposal.words = event.words;
    }

    void operator()(ProposalDecided const& event)
    {
        set_status(event.proposal, status_of(event.decision)).verdict = Verdict{
            event.decision, at_, event.words, event.lead, event.partners, event.start, event.end};
    }

    void operator()(CommentSubmitted const& event)
    {
        board_.comments.emplace(event.comment,
                                Comment{event.comment, event.proposal, event.author, event.stance,
                                        event.text, at_, false, channel_});
        known(board_.proposals, event.proposal).comments.push_back(event.comment);
        known(board_.participants, event.author).comments.push_back(event.comment);
        touch_comment(event.comment);
    }

    void operator()(CommentHidden const& event)
    {
        known(board_.comments, event.comment).hidden = event.hidden;
        touch_comment(event.comment);
    }

    void operator()(PhaseOpened const& event)
    {
        bool const shown = board_.now().results;
        board_.phase = event.phase;
        board_.phase_since = at_;
        touch({.part = Part::Phase});
        if (shown != board_.now().results) touch_all_results();
    }

    void operator()(PhaseConfigured const& event)
    {
        bool const shown = board_.now().results;
        board_.switches[static_cast<std::size_t>(event.phase)] = event.switches;
        touch({.part = Part::Board});
        if (shown != board_.now().results) touch_all_results();
    }

    void operator()(BallotOpened const& event)
    {
        Ballot ballot;
        ballot.id = event.ballot;
        ballot.number = board_.ballots.size() + 1;
        ballot.question = event.question;
        ballot.method = event.method;
        ballot.results = event.results;
        ballot.proposals = event.proposals;
        ballot.terms = event.terms;
        ballot.follows = event.follows;
        ballot.seed = event.seed;
        for (auto const& proposal : event.proposals) {
            ballot.tallies.emplace(proposal, empty_tally(event.method));
        }
        ballot.opened_at = at_;
        touch_results(board_.ballots.emplace(event.ballot, std::move(ballot)).first->second);
    }

    void operator()(BallotClosed const& event)
    {
        auto& ballot = known(board_.ballots, event.ballot);
        ballot.state = BallotState::Closed;
        ballot.closed_at = at_;
        touch_results(ballot);
    }

    void operator()(BallotReopened const& event)
    {
        auto& ballot = known(board_.ballots, event.ballot);
        ballot.state = BallotState::Open;
        ballot.closed_at.reset();
        ballot.reopenings.push_back({at_, event.reason});
        for (auto const& [id, proposal] : board_.proposals) join(board_, ballot, id, position_);
        touch_results(ballot);
    }

    void operator()(BallotRevealed const& event)
    {
        auto& ballot = known(board_.ballots, event.ballot);
        ballot.state =
            event.step == RevealStep::Order ? BallotState::OrderRevealed : BallotState::Revealed;
        touch_results(ballot);
    }

    void operator()(ChoiceCast const& event)
    {
        auto& ballot = known(board_.ballots, event.ballot);
        auto const& person = known(board_.participants, event.participant);
        bool const turnout =
            set_choice(ballot, event.proposal, person, event.choice, position_, channel_);
        keep_said(board_, ballot, event.proposal, event.participant);
        touch({.part = Part::Tally, .ballot = event.ballot, .proposal = event.proposal});
        if (turnout) touch({.part = Part::Turnout, .ballot = event.ballot});
    }

    void operator()(ScreenShown const& event)
    {
        board_.screen = {event.view, event.proposal, event.ballot};
        touch({.part = Part::Screen});
    }

    void operator()(TimerStarted const& event)
    {
        board_.timer_ends_at = event.ends_at;
        touch({.part = Part::Timer});
    }

    void operator()(TimerStopped const&)
    {
        board_.timer_ends_at.reset();
        touch({.part = Part::Timer});
    }

    void operator()(Noted const&) {}

    void operator()(BadgesIssued const& event)
    {
        for (auto const& badge : event.badges) {
            BadgeNumber const number{board_.badges.size() + 1};
            board_.badges.emplace(number, Badge{});
            board_.badge_numbers.emplace(badge, number);
        }
    }

    void operator()(BadgeMoved const& event)
    {
        auto& participant = known(board_.participants, event.participant);
        board_.members.erase(participant.credential);
        board_.replaced.emplace(participant.credential, event.participant);
        board_.replaced.erase(event.credential);
        board_.members.emplace(event.credential, Actor{Role::Participant, event.participant});
        participant.credential = event.credential;
        ++known(board_.badges, participant.badge).moves;
    }

    void operator()(HelperIssued const& event)
    {
        board_.helpers.emplace(HelperNumber{board_.helpers.size() + 1},
                               Helper{event.credential, at_, false});
        board_.members.emplace(event.credential, Actor{Role::Helper, {}});
    }

    void operator()(PaperRecorded const&) {} // Its trace is all it leaves.

    void operator()(HelperRevoked const& event)
    {
        auto& helper = known(board_.helpers, event.helper);
        helper.revoked = true;
        board_.members.erase(helper.credential);
    }

private:
    void touch(Thing const& thing) { board_.changes.touch(thing, position_); }

    // What is told of a participant stands beside everything they wrote.
    void touch_words_of(Participant const& participant)
    {
        for (auto const& proposal : participant.proposals) touch_proposal(proposal);
        for (auto const& comment : participant.comments) touch_comment(comment);
    }

    void touch_comment(CommentId comment) { touch({.part = Part::Comment, .comment = comment}); }

    void touch_proposal(ProposalId proposal)
    {
        touch({.part = Part::Proposal, .proposal = proposal});
    }

    // A status replaces the former one with all that belonged to it. Comments appear and vanish
    // with their proposal, so they are touched too when the room's view of it changes.
    Proposal& set_status(ProposalId id, ProposalStatus status)
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
        if (was_public != is_public(status)) {
            for (auto const& comment : proposal.comments) touch_comment(comment);
            // Only what the room sees has a place in a ranking.
            for (auto const& [ballot, of] : board_.ballots) {
                if (of.tallies.contains(id)) touch({.part = Part::Ranking, .ballot = ballot});
            }
        }
        return proposal;
    }

    // The ballot and, since what may be seen of them changes with it, its results and turnout. The
    // ballot comes first in the order of changes, so that a phone knows it before its tallies.
    void touch_results(Ballot const& ballot)
    {
        touch({.part = Part::Ballot, .ballot = ballot.id});
        touch({.part = Part::Turnout, .ballot = ballot.id});
        for (auto const& proposal : ballot.proposals) {
            touch({.part = Part::Tally, .ballot = ballot.id, .proposal = proposal});
        }
        touch({.part = Part::Ranking, .ballot = ballot.id});
    }

    void touch_all_results()
    {
        for (auto const& [id, ballot] : board_.ballots) touch_results(ballot);
    }

    Board& board_;
    Position position_;
    Moment at_;
    Channel channel_;
};

} // namespace

void apply(Board& board, Recorded const& recorded)
{
    check(recorded.position.value == board.position.value + 1, "positions have no gap");
    bool const creates = std::holds_alternative<BoardCreated>(recorded.event);
    check(creates == (board.position.value == 0), "a board is created once, first");

    std::visit(Applying{board, recorded}, recorded.event);
    if (auto log = moderated(board, recorded)) {
        auto& all = board.moderation;
        if (all.size() >= moderation_log_max) all.erase(all.begin());
        all.push_back(*log);
    }
    trace(board, recorded);
    board.position = recorded.position;
    board.last_at = recorded.at;
    if (recorded.by.operation.value > 0) {
        board.devices[{recorded.by.actor, recorded.by.device}].add(recorded.by.operation);
    }
}

} // namespace koudmen::board
