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

    auto const known = board_.proposals.find(command.proposal);
    if (known != board_.proposals.end()) {
        // The same thing said again, after its operation was forgotten, is not an error.
        auto const& it = known->second;
        bool const same = it.author == actor_.participant && it.title == text->title &&
                          it.description == text->description && it.axis == command.axis &&
                          it.language == foreign(command.language);
        if (same) return Events{};
        return unexpected(refuse(RefusalWord::IdTaken, "proposal"));
    }
    if (board_.proposals.size() >= proposals_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposal", proposals_max));
    }
    if (standing_proposals() >= board_.settings.proposals_per_participant) {
        return unexpected(
            refuse(RefusalWord::TooMany, "proposal", board_.settings.proposals_per_participant));
    }
    // Those taken back too: they stay with their author for ever.
    if (me().proposals.size() >= proposals_per_participant_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposal", proposals_per_participant_max));
    }
    Events events{ProposalSubmitted{command.proposal, actor_.participant, std::move(text->title),
                                    std::move(text->description), command.axis, std::nullopt,
                                    foreign(command.language)}};
    if (board_.settings.moderation == Moderation::After || is_trusted(board_, me())) {
        events.push_back(ProposalPublished{command.proposal});
    }
    return events;
}

Decided Deciding::operator()(EditProposal const& command) const
{
    if (auto refusal = muted()) return unexpected(*refusal);
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (proposal->author != actor_.participant) {
        return unexpected(refuse(RefusalWord::NotYours, "proposal"));
    }
    bool const answers = proposal->status == ProposalStatus::Returned;
    if (!answers) {
        bool const young = proposal->status == ProposalStatus::Submitted ||
                           proposal->status == ProposalStatus::Published;
        if (!young) return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        if (now_ > proposal->submitted_at + edit_time) {
            return unexpected(refuse(RefusalWord::EditTimeOver, "proposal",
                                     static_cast<std::size_t>(edit_time.count())));
        }
        // People voted on words; those words stay.
        if (in_any_ballot(command.proposal)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
    }
    auto text = proposal_text(command.title, command.description, command.axis);
    if (!text) return unexpected(text.error());
    bool const same =
        proposal->title == text->title && proposal->description == text->description &&
        proposal->axis == command.axis && proposal->language == foreign(command.language);
    Events events;
    if (!same) {
        events.push_back(ProposalEdited{command.proposal, std::move(text->title),
                                        std::move(text->description), command.axis,
                                        foreign(command.language)});
    }
    if (answers) events.push_back(ProposalRequeued{command.proposal});
    return events;
}

Decided Deciding::operator()(WithdrawProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (proposal->author != actor_.participant) {
        return unexpected(refuse(RefusalWord::NotYours, "proposal"));
    }
    bool const is = proposal->status == ProposalStatus::Withdrawn;
    if (is == command.withdrawn) return Events{};
    if (!command.withdrawn) {
        if (auto refusal = muted()) return unexpected(*refusal);
        if (standing_proposals() >= board_.settings.proposals_per_participant) {
            return unexpected(refuse(RefusalWord::TooMany, "proposal",
                                     board_.settings.proposals_per_participant));
        }
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

std::size_t Deciding::standing_proposals() const
{
    auto const& own = me().proposals;
    return static_cast<std::size_t>(
        std::count_if(own.begin(), own.end(), [&](ProposalId const& id) {
            return find(id)->status != ProposalStatus::Withdrawn;
        }));
}

bool Deciding::in_any_ballot(ProposalId const& proposal) const
{
    return std::any_of(board_.ballots.begin(), board_.ballots.end(),
                       [&](auto const& entry) { return entry.second.tallies.contains(proposal); });
}

} // namespace koudmen::board
