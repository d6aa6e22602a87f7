#pragma once

#include "base/check.hpp"
#include "board/apply_commitments.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

// Inside of apply(): what each event makes of a board, by topic in apply_admission.cpp,
// apply_proposals.cpp, apply_votes.cpp, apply_afternoon.cpp and apply_commitments.cpp.
namespace koudmen::board {

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

    // apply.cpp
    void operator()(BoardCreated const& event);
    void operator()(AxesImported const& event);
    void operator()(CollegesImported const& event);
    void operator()(ModerationConfigured const& event);
    void operator()(Noted const&) {}

    // apply_admission.cpp
    void operator()(ParticipantJoined const& event);
    void operator()(ParticipantIntroduced const& event);
    void operator()(ParticipantTrusted const& event);
    void operator()(ParticipantMuted const& event);
    void operator()(BadgesIssued const& event);
    void operator()(BadgeMoved const& event);
    void operator()(HelperIssued const& event);
    void operator()(HelperRevoked const& event);
    void operator()(PaperRecorded const&) {} // Its trace is all it leaves.
    void operator()(TableAdded const& event);
    void operator()(ParentNamed const& event);

    // apply_proposals.cpp
    void operator()(ProposalSubmitted const& event);
    void operator()(ProposalImported const& event);
    void operator()(ProposalEdited const& event);
    void operator()(ProposalReworded const& event);
    void operator()(ProposalRestored const& event);
    void operator()(ProposalMerged const& event);
    void operator()(ProposalUnmerged const& event);
    void operator()(ProposalWithdrawn const& event);
    void operator()(ProposalRequeued const& event);
    void operator()(ProposalPublished const& event);
    void operator()(DecisionUndone const& event);
    void operator()(ProposalReturned const& event);
    void operator()(ProposalDeclined const& event);
    void operator()(ProposalDecided const& event);
    void operator()(CommentSubmitted const& event);
    void operator()(CommentHidden const& event);

    // apply_votes.cpp
    void operator()(MergeLeft const& event);
    void operator()(BallotOpened const& event);
    void operator()(BallotClosed const& event);
    void operator()(BallotReopened const& event);
    void operator()(BallotRevealed const& event);
    void operator()(ChoiceCast const& event);

    // apply_afternoon.cpp
    void operator()(PhaseOpened const& event);
    void operator()(PhaseConfigured const& event);
    void operator()(ScreenShown const& event);
    void operator()(TimerStarted const& event);
    void operator()(TimerStopped const&);
    void operator()(MessageSent const& event);
    void operator()(AgendaSet const& event);
    void operator()(StepPlayed const& event);
    void operator()(StepPaused const& event);
    void operator()(StepEnded const&);
    void operator()(ScreensArranged const& event);
    void operator()(RehearsalStarted const&);
    void operator()(RehearsalPurged const&);
    void operator()(StepSkipped const& event);

    // apply_commitments.hpp
    void operator()(InstitutionInvited const& event) { apply(board_, event, position_); }
    void operator()(InstitutionRevoked const& event) { apply(board_, event, position_); }
    void operator()(CommitmentOffered const& event) { apply(board_, event, position_); }
    void operator()(CommitmentConfirmed const& event) { apply(board_, event, position_, at_); }
    void operator()(ProgressReported const& event) { apply(board_, event, position_, at_); }

private:
    void leave_step();

    void touch(Thing const& thing) { board_.changes.touch(thing, position_); }

    // What is told of a participant stands beside everything they wrote.
    void touch_words_of(Participant const& participant);

    void touch_comment(CommentId comment) { touch({.part = Part::Comment, .comment = comment}); }

    void touch_proposal(ProposalId proposal)
    {
        touch({.part = Part::Proposal, .proposal = proposal});
    }

    // A status replaces the former one with all that belonged to it. Comments appear and vanish
    // with their proposal, so they are touched too when the room's view of it changes.
    Proposal& set_status(ProposalId id, ProposalStatus status);

    // The ballot and, since what may be seen of them changes with it, its results and turnout. The
    // ballot comes first in the order of changes, so that a phone knows it before its tallies.
    void touch_results(Ballot const& ballot);

    void touch_all_results();

    Board& board_;
    Position position_;
    Moment at_;
    Channel channel_;
};

} // namespace koudmen::board
