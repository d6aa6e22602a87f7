#include "board/deciding.hpp"

#include "board/limits.hpp"
#include "board/merges.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::board {

Decided Deciding::operator()(SubmitProposal const& command) const
{
    if (auto refusal = muted()) return unexpected(*refusal);
    auto text = proposal_text(command.title, command.description, command.axis);
    if (!text) return unexpected(text.error());

    if (auto const* known = find(command.proposal)) {
        // The same thing said again, after its operation was forgotten, is not an error.
        bool const same = known->author == actor_.participant &&
                          says(*known, *text, command.axis, command.language);
        if (same) return Events{};
        return unexpected(refuse(RefusalWord::IdTaken, "proposal"));
    }
    if (auto refusal = cannot_propose()) return unexpected(*refusal);
    Events events{ProposalSubmitted{command.proposal, actor_.participant, std::move(text->title),
                                    std::move(text->description), command.axis, std::nullopt,
                                    foreign(command.language)}};
    if (board_.settings.moderation == Moderation::After || is_trusted(board_, me())) {
        events.push_back(ProposalPublished{command.proposal});
    }
    return events;
}

std::optional<Refusal> Deciding::cannot_propose() const
{
    if (auto refusal = muted()) return refusal;
    if (board_.proposals.size() >= proposals_max) {
        return refuse(RefusalWord::TooMany, "proposal", proposals_max);
    }
    if (auto refusal = too_many_standing()) return refusal;
    // Those taken back too: they stay with their author for ever.
    if (me().proposals.size() >= proposals_per_participant_max) {
        return refuse(RefusalWord::TooMany, "proposal", proposals_per_participant_max);
    }
    return std::nullopt;
}

bool Deciding::stands(SubmitProposal const& command) const
{
    auto const* known = find(command.proposal);
    if (!known || known->author != actor_.participant) return false;
    auto const text = proposal_text(command.title, command.description, command.axis);
    if (!text) return false;
    // A moderator's other words are no other proposal.
    if (!known->former.empty()) {
        Wording const said{text->title, text->description, command.axis};
        if (known->former.front() == said && known->language == foreign(command.language)) {
            return true;
        }
    }
    return says(*known, *text, command.axis, command.language);
}

Decided Deciding::operator()(EditProposal const& command) const
{
    if (auto refusal = cannot_correct(command.proposal)) return unexpected(*refusal);
    auto text = proposal_text(command.title, command.description, command.axis);
    if (!text) return unexpected(text.error());
    auto const* proposal = find(command.proposal);
    Events events;
    if (!says(*proposal, *text, command.axis, command.language)) {
        events.push_back(ProposalEdited{command.proposal, std::move(text->title),
                                        std::move(text->description), command.axis,
                                        foreign(command.language)});
    }
    if (proposal->status == ProposalStatus::Returned) {
        events.push_back(ProposalRequeued{command.proposal});
    }
    return events;
}

std::optional<Refusal> Deciding::cannot_correct(ProposalId const& id) const
{
    if (auto refusal = muted()) return refusal;
    auto const* proposal = find(id);
    if (!proposal) return refuse(RefusalWord::UnknownProposal, "proposal");
    if (proposal->author != actor_.participant) return refuse(RefusalWord::NotYours, "proposal");
    // It is sent back with a question, which may be answered at any time.
    if (proposal->status == ProposalStatus::Returned) return std::nullopt;
    bool const young = proposal->status == ProposalStatus::Submitted ||
                       proposal->status == ProposalStatus::Published;
    if (!young) return refuse(RefusalWord::WrongStatus, "proposal");
    if (now_ > proposal->submitted_at + edit_time) {
        return refuse(RefusalWord::EditTimeOver, "proposal",
                      static_cast<std::size_t>(edit_time.count()));
    }
    // People voted on words; those words stay.
    if (in_any_ballot(id)) return refuse(RefusalWord::WrongStatus, "proposal");
    return std::nullopt;
}

bool Deciding::stands(EditProposal const& command) const
{
    // The words of a correction are an author's as those of the proposal are.
    return stands(SubmitProposal{command.proposal, command.title, command.description, command.axis,
                                 command.language});
}

Decided Deciding::operator()(WithdrawProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (proposal->author != actor_.participant) {
        return unexpected(refuse(RefusalWord::NotYours, "proposal"));
    }
    if (stands(command)) return Events{};
    if (!command.withdrawn) {
        if (auto refusal = muted()) return unexpected(*refusal);
        if (auto refusal = too_many_standing()) return unexpected(*refusal);
        return Events{ProposalRequeued{command.proposal}};
    }
    bool const may = proposal->status == ProposalStatus::Submitted ||
                     proposal->status == ProposalStatus::Returned ||
                     proposal->status == ProposalStatus::Published;
    if (!may || has_parts(proposal)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    return Events{ProposalWithdrawn{command.proposal}};
}

bool Deciding::stands(WithdrawProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    bool const withdrawn = proposal && proposal->status == ProposalStatus::Withdrawn;
    return proposal && proposal->author == actor_.participant && withdrawn == command.withdrawn;
}

Decided Deciding::operator()(DecideProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (!is_standing(proposal->status)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    if (!command.decision) {
        if (!proposal->verdict) return Events{};
        return Events{DecisionUndone{command.proposal}};
    }
    auto decided = verdict(command);
    if (!decided) return unexpected(decided.error());
    if (proposal->verdict) {
        auto same = *proposal->verdict;
        same.at = decided->at;
        if (same == *decided) return Events{};
    }
    return Events{ProposalDecided{command.proposal, decided->decision, decided->words,
                                  decided->lead, decided->partners, decided->start, decided->end}};
}

Result<Deciding::ProposalText, Refusal> Deciding::proposal_text(std::string_view title,
                                                                std::string_view description,
                                                                AxisId const& axis) const
{
    auto cleaned_title = filled(title, {"title", title_graphemes_max, Lines::One});
    if (!cleaned_title) return unexpected(cleaned_title.error());
    auto cleaned_description =
        maybe_empty(description, {"description", description_graphemes_max, Lines::Many});
    if (!cleaned_description) return unexpected(cleaned_description.error());
    bool const known = std::any_of(board_.axes.begin(), board_.axes.end(),
                                   [&](Axis const& one) { return one.id == axis; });
    if (!known) {
        return unexpected(refuse(RefusalWord::UnknownAxis, "axis"));
    }
    return ProposalText{std::move(*cleaned_title), std::move(*cleaned_description)};
}

std::optional<Language> Deciding::foreign(std::optional<Language> language) const
{
    return language == board_.language ? std::nullopt : language;
}

Result<Verdict, Refusal> Deciding::verdict(DecideProposal const& command) const
{
    auto said = optional(command.words, {"words", remark_graphemes_max, Lines::Many});
    if (!said) return unexpected(said.error());
    auto lead = optional(command.lead, {"lead", organisation_graphemes_max, Lines::One});
    if (!lead) return unexpected(lead.error());
    if (command.partners.size() > partners_max) {
        return unexpected(refuse(RefusalWord::TooMany, "partners", partners_max));
    }
    std::vector<std::string> partners;
    for (auto const& partner : command.partners) {
        auto const name = "partners[" + std::to_string(partners.size()) + "]";
        auto cleaned = filled(partner, {name, organisation_graphemes_max, Lines::One});
        if (!cleaned) return unexpected(cleaned.error());
        partners.push_back(std::move(*cleaned));
    }
    if (command.start && !is_day(*command.start)) {
        return unexpected(refuse(RefusalWord::Malformed, "start"));
    }
    if (command.end && !is_day(*command.end)) {
        return unexpected(refuse(RefusalWord::Malformed, "end"));
    }
    // Days written year first compare as text.
    if (command.start && command.end && *command.end < *command.start) {
        return unexpected(refuse(RefusalWord::BadDates, "end"));
    }
    return Verdict{*command.decision,   now_,          std::move(*said), std::move(*lead),
                   std::move(partners), command.start, command.end};
}

bool Deciding::says(Proposal const& proposal, ProposalText const& text, AxisId const& axis,
                    std::optional<Language> language) const
{
    return proposal.title == text.title && proposal.description == text.description &&
           proposal.axis == axis && proposal.language == foreign(language);
}

std::optional<Refusal> Deciding::too_many_standing() const
{
    auto const& own = me().proposals;
    auto const standing =
        static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](ProposalId const& id) {
            return find(id)->status != ProposalStatus::Withdrawn;
        }));
    auto const most = board_.settings.proposals_per_participant;
    if (standing < most) return std::nullopt;
    return refuse(RefusalWord::TooMany, "proposal", most);
}

bool Deciding::in_any_ballot(ProposalId const& proposal) const
{
    return std::any_of(board_.ballots.begin(), board_.ballots.end(),
                       [&](auto const& entry) { return entry.second.tallies.contains(proposal); });
}

} // namespace koudmen::board
