#include "board/moderation_log.hpp"

namespace koudmen::board {

namespace {

// Which act an event is. Events that are none need no line here.
class Naming {
public:
    Naming(Board const& board, Moderated& log) : board_(board), log_(log) {}

    bool operator()(ProposalPublished const& event)
    {
        return on(ModerationAct::Published, event.proposal);
    }
    bool operator()(ProposalReturned const& event)
    {
        return on(ModerationAct::Returned, event.proposal);
    }
    bool operator()(ProposalDeclined const& event)
    {
        log_.reason = event.reason;
        return on(ModerationAct::Declined, event.proposal);
    }
    bool operator()(ProposalRequeued const& event)
    {
        return on(ModerationAct::Requeued, event.proposal);
    }
    bool operator()(ProposalReworded const& event)
    {
        return on(ModerationAct::Reworded, event.proposal);
    }
    bool operator()(ProposalRestored const& event)
    {
        return on(ModerationAct::Restored, event.proposal);
    }
    bool operator()(ProposalMerged const& event)
    {
        log_.into = board_.proposals.at(event.into).number;
        return on(ModerationAct::Merged, event.proposal);
    }
    bool operator()(ProposalUnmerged const& event)
    {
        return on(ModerationAct::Unmerged, event.proposal);
    }
    bool operator()(CommentHidden const& event)
    {
        return on(event.hidden ? ModerationAct::CommentHidden : ModerationAct::CommentShown,
                  board_.comments.at(event.comment).proposal);
    }
    bool operator()(ParticipantTrusted const& event)
    {
        return on_somebody(event.trusted ? ModerationAct::Trusted : ModerationAct::Distrusted);
    }
    bool operator()(ParticipantMuted const& event)
    {
        return on_somebody(event.muted ? ModerationAct::Muted : ModerationAct::Unmuted);
    }
    bool operator()(auto const&) { return false; }

private:
    bool on(ModerationAct act, ProposalId const& proposal)
    {
        log_.act = act;
        log_.proposal = board_.proposals.at(proposal).number;
        return true;
    }

    bool on_somebody(ModerationAct act)
    {
        log_.act = act;
        return true;
    }

    Board const& board_;
    Moderated& log_;
};

} // namespace

std::optional<Moderated> moderated(Board const& board, Recorded const& recorded)
{
    auto const role = recorded.by.actor.role;
    if (role != Role::Moderator && role != Role::Facilitator) return std::nullopt;
    Moderated log;
    log.position = recorded.position;
    log.at = recorded.at;
    if (!std::visit(Naming{board, log}, recorded.event)) return std::nullopt;
    return log;
}

} // namespace koudmen::board
