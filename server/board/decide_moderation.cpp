#include "board/deciding.hpp"

#include "board/limits.hpp"

#include <utility>

namespace koudmen::board {

Decided Deciding::operator()(PublishProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (is_public(proposal->status)) return Events{};
    if (proposal->status == ProposalStatus::Withdrawn || moved_on(*proposal, command.from)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    return Events{ProposalPublished{command.proposal}};
}

Decided Deciding::operator()(ReturnProposal const& command) const
{
    auto question = filled(command.question, {"question", remark_graphemes_max, Lines::Many});
    if (!question) return unexpected(question.error());
    auto const* proposal = find(command.proposal);
    if (proposal && proposal->status == ProposalStatus::Returned &&
        proposal->question == *question) {
        return Events{};
    }
    if (auto refusal = not_moderable(proposal, command.from)) return unexpected(*refusal);
    if (auto refusal = has_parts(proposal)) return unexpected(*refusal);
    // Its answer would be an edit, and people voted on these words.
    if (in_any_ballot(command.proposal)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    return Events{ProposalReturned{command.proposal, std::move(*question)}};
}

Decided Deciding::operator()(DeclineProposal const& command) const
{
    auto said = optional(command.words, {"words", remark_graphemes_max, Lines::Many});
    if (!said) return unexpected(said.error());
    if (command.reason == DeclineReason::Other && !*said) {
        return unexpected(refuse(RefusalWord::Required, "words"));
    }
    auto const* proposal = find(command.proposal);
    if (proposal && proposal->status == ProposalStatus::Declined &&
        proposal->reason == command.reason && proposal->words == *said) {
        return Events{};
    }
    if (auto refusal = not_moderable(proposal, command.from)) return unexpected(*refusal);
    if (auto refusal = has_parts(proposal)) return unexpected(*refusal);
    return Events{ProposalDeclined{command.proposal, command.reason, std::move(*said)}};
}

Decided Deciding::operator()(RequeueProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (proposal && proposal->status == ProposalStatus::Submitted) return Events{};
    if (auto refusal = not_moderable(proposal, command.from)) return unexpected(*refusal);
    if (auto refusal = has_parts(proposal)) return unexpected(*refusal);
    return Events{ProposalRequeued{command.proposal}};
}

Decided Deciding::operator()(RewordProposal const& command) const
{
    auto text = proposal_text(command.title, command.description, command.axis);
    if (!text) return unexpected(text.error());
    auto const* proposal = find(command.proposal);
    if (proposal && proposal->title == text->title && proposal->description == text->description &&
        proposal->axis == command.axis) {
        return Events{};
    }
    if (auto refusal = not_moderable(proposal, command.from)) return unexpected(*refusal);
    // People voted on words; those words stay.
    if (in_any_ballot(command.proposal)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    if (proposal->former.size() >= rewordings_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposal", rewordings_max));
    }
    return Events{ProposalReworded{command.proposal, std::move(text->title),
                                   std::move(text->description), command.axis}};
}

Decided Deciding::operator()(RestoreProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (proposal && proposal->former.empty()) return Events{};
    if (auto refusal = not_moderable(proposal, command.from)) return unexpected(*refusal);
    if (in_any_ballot(command.proposal)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    return Events{ProposalRestored{command.proposal}};
}

Decided Deciding::operator()(ConfigureModeration const& command) const
{
    auto const& settings = board_.settings;
    if (settings.moderation == command.moderation &&
        settings.trusts_after_first == command.trusts_after_first) {
        return Events{};
    }
    return Events{ModerationConfigured{command.moderation, command.trusts_after_first}};
}

Decided Deciding::operator()(TrustParticipant const& command) const
{
    auto const known = board_.participants.find(command.participant);
    if (known == board_.participants.end()) {
        return unexpected(refuse(RefusalWord::UnknownParticipant, "participant"));
    }
    if (is_trusted(board_, known->second) == command.trusted) return Events{};
    return Events{ParticipantTrusted{command.participant, command.trusted}};
}

Decided Deciding::operator()(MuteParticipant const& command) const
{
    auto const known = board_.participants.find(command.participant);
    if (known == board_.participants.end()) {
        return unexpected(refuse(RefusalWord::UnknownParticipant, "participant"));
    }
    if (known->second.muted == command.muted) return Events{};
    return Events{ParticipantMuted{command.participant, command.muted}};
}

std::optional<Refusal> Deciding::not_moderable(Proposal const* proposal,
                                               std::optional<ProposalStatus> from) const
{
    if (!proposal) return refuse(RefusalWord::UnknownProposal, "proposal");
    if (moved_on(*proposal, from)) return refuse(RefusalWord::WrongStatus, "proposal");
    switch (proposal->status) {
    case ProposalStatus::Submitted:
    case ProposalStatus::Returned:
    case ProposalStatus::Declined:
    case ProposalStatus::Published: return std::nullopt;
    case ProposalStatus::Withdrawn:
    case ProposalStatus::Adopted:
    case ProposalStatus::AdoptedWithChanges:
    case ProposalStatus::ToStudy:
    case ProposalStatus::NotRetained:
    case ProposalStatus::Merged: break;
    }
    return refuse(RefusalWord::WrongStatus, "proposal");
}

std::optional<Refusal> Deciding::has_parts(Proposal const* proposal)
{
    if (proposal->parts.empty()) return std::nullopt;
    return refuse(RefusalWord::WrongStatus, "proposal");
}

bool Deciding::moved_on(Proposal const& proposal, std::optional<ProposalStatus> from)
{
    return from && proposal.status != *from;
}

std::optional<Refusal> Deciding::muted() const
{
    if (actor_.institution || !me().muted) return std::nullopt; // Only people are muted.
    return refuse(RefusalWord::Muted);
}

} // namespace koudmen::board
