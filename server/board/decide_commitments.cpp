#include "board/deciding.hpp"

#include "board/limits.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace koudmen::board {

namespace {

using Texts = std::vector<std::string>;

// A list of texts, each of which must say something; its name stands in every refusal.
Result<Texts, Refusal> cleaned_texts(Texts const& list, std::string const& name, std::size_t max,
                                     std::size_t graphemes_max)
{
    if (list.size() > max) return unexpected(refuse(RefusalWord::TooMany, name, max));
    Texts cleaned;
    for (auto const& text : list) {
        auto const place = name + "[" + std::to_string(cleaned.size()) + "]";
        auto one = filled(text, {place, graphemes_max, Lines::One});
        if (!one) return unexpected(one.error());
        cleaned.push_back(std::move(*one));
    }
    return cleaned;
}

Result<Indicator, Refusal> cleaned_indicator(Indicator const& indicator, std::string const& place)
{
    auto const name_field = place + ".name";
    auto name = filled(indicator.name, {name_field, phrase_graphemes_max, Lines::One});
    if (!name) return unexpected(name.error());
    auto const unit_field = place + ".unit";
    auto unit = optional(indicator.unit, {unit_field, unit_graphemes_max, Lines::One});
    if (!unit) return unexpected(unit.error());
    if (indicator.baseline && *indicator.baseline > indicator_max) {
        return unexpected(refuse(RefusalWord::Malformed, place + ".baseline", indicator_max));
    }
    if (indicator.target > indicator_max) {
        return unexpected(refuse(RefusalWord::Malformed, place + ".target", indicator_max));
    }
    return Indicator{std::move(*name), std::move(*unit), indicator.baseline, indicator.target};
}

// The first thing promised, by its field, if anything is.
std::optional<std::string_view> promised(Pledge const& pledge)
{
    if (pledge.lead) return "pledge.lead";
    if (!pledge.partners.empty()) return "pledge.partners";
    if (pledge.start) return "pledge.start";
    if (pledge.end) return "pledge.end";
    if (!pledge.indicators.empty()) return "pledge.indicators";
    if (pledge.budget) return "pledge.budget";
    if (!pledge.needs.empty()) return "pledge.needs";
    if (!pledge.other_needs.empty()) return "pledge.otherNeeds";
    if (!pledge.audience.empty()) return "pledge.audience";
    if (!pledge.places.empty()) return "pledge.places";
    return std::nullopt;
}

std::optional<Refusal> wrong_days(Pledge const& pledge)
{
    if (pledge.start && !is_day(*pledge.start)) {
        return refuse(RefusalWord::Malformed, "pledge.start");
    }
    if (pledge.end && !is_day(*pledge.end)) return refuse(RefusalWord::Malformed, "pledge.end");
    // Days written year first compare as text.
    if (pledge.start && pledge.end && *pledge.end < *pledge.start) {
        return refuse(RefusalWord::BadDates, "pledge.end");
    }
    return std::nullopt;
}

// The pledge as it is kept, or what is wrong with it.
Result<Pledge, Refusal> cleaned_pledge(Pledge const& said)
{
    Pledge pledge = said;
    auto words = optional(said.words, {"pledge.words", remark_graphemes_max, Lines::Many});
    if (!words) return unexpected(words.error());
    pledge.words = std::move(*words);
    auto lead = optional(said.lead, {"pledge.lead", organisation_graphemes_max, Lines::One});
    if (!lead) return unexpected(lead.error());
    pledge.lead = std::move(*lead);

    struct ListOf {
        Texts Pledge::*member;
        std::string name;
        std::size_t max;
        std::size_t graphemes_max;
    };
    std::array<ListOf, 4> const lists{{
        {&Pledge::partners, "pledge.partners", partners_max, organisation_graphemes_max},
        {&Pledge::other_needs, "pledge.otherNeeds", other_needs_max, phrase_graphemes_max},
        {&Pledge::audience, "pledge.audience", audience_max, phrase_graphemes_max},
        {&Pledge::places, "pledge.places", places_max, phrase_graphemes_max},
    }};
    for (auto const& list : lists) {
        auto cleaned = cleaned_texts(said.*list.member, list.name, list.max, list.graphemes_max);
        if (!cleaned) return unexpected(cleaned.error());
        pledge.*list.member = std::move(*cleaned);
    }
    if (said.indicators.size() > indicators_max) {
        return unexpected(refuse(RefusalWord::TooMany, "pledge.indicators", indicators_max));
    }
    for (std::size_t index = 0; index < said.indicators.size(); ++index) {
        auto cleaned = cleaned_indicator(said.indicators[index],
                                         "pledge.indicators[" + std::to_string(index) + "]");
        if (!cleaned) return unexpected(cleaned.error());
        pledge.indicators[index] = std::move(*cleaned);
    }
    if (said.budget && *said.budget > budget_max) {
        return unexpected(refuse(RefusalWord::Malformed, "pledge.budget", budget_max));
    }
    // Each need once, in the order of the vocabulary.
    std::set<NeedCode> const needs(said.needs.begin(), said.needs.end());
    pledge.needs.assign(needs.begin(), needs.end());
    if (auto refusal = wrong_days(pledge)) return unexpected(*refusal);

    if (pledge.response != Response::Accepted && !pledge.words) {
        return unexpected(refuse(RefusalWord::Required, "pledge.words"));
    }
    if (pledge.response == Response::Declined) {
        if (auto const field = promised(pledge)) {
            return unexpected(refuse(RefusalWord::Malformed, *field));
        }
    }
    return pledge;
}

} // namespace

Decided decide(Board const& board, InviteInstitution const& command)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    auto const who = member(board, command.by);
    if (!who) return unexpected(refuse(RefusalWord::UnknownCredential, "authorization"));
    if (who->role != Role::Facilitator) return unexpected(refuse(RefusalWord::NotAllowed));
    auto name = filled(command.name, {"name", organisation_graphemes_max, Lines::One});
    if (!name) return unexpected(name.error());
    bool const taken =
        std::any_of(board.institutions.begin(), board.institutions.end(), [&](auto const& entry) {
            return !entry.second.revoked && entry.second.name == *name;
        });
    if (taken) return unexpected(refuse(RefusalWord::IdTaken, "name"));
    if (board.institutions.size() >= institutions_max) {
        return unexpected(refuse(RefusalWord::TooMany, "institution", institutions_max));
    }
    return Events{
        InstitutionInvited{{board.institutions.size() + 1}, std::move(*name), command.credential}};
}

Decided Deciding::operator()(RevokeInstitution const& command) const
{
    auto const known = board_.institutions.find(command.institution);
    if (known == board_.institutions.end()) {
        return unexpected(refuse(RefusalWord::UnknownInstitution, "institution"));
    }
    if (known->second.revoked) return Events{};
    return Events{InstitutionRevoked{command.institution}};
}

Decided Deciding::operator()(OfferCommitment const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (!is_adopted(proposal->status)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    auto const institution = *actor_.institution;
    auto const* before = commitment(command.proposal, institution);
    if (!command.pledge) {
        if (!before || !before->waiting) return Events{};
        return Events{CommitmentOffered{command.proposal, institution, std::nullopt}};
    }
    auto pledge = cleaned_pledge(*command.pledge);
    if (!pledge) return unexpected(pledge.error());
    if (before) {
        auto const& last = before->waiting ? before->waiting : before->standing;
        if (last == *pledge) return Events{};
    } else if (board_.commitments.size() >= commitments_max) {
        return unexpected(refuse(RefusalWord::TooMany, "commitment", commitments_max));
    }
    return Events{CommitmentOffered{command.proposal, institution, std::move(*pledge)}};
}

Decided Deciding::operator()(ConfirmCommitment const& command) const
{
    if (!board_.institutions.contains(command.institution)) {
        return unexpected(refuse(RefusalWord::UnknownInstitution, "institution"));
    }
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (!is_adopted(proposal->status)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    auto const* known = commitment(command.proposal, command.institution);
    if (!known || (!known->waiting && !known->standing)) {
        return unexpected(refuse(RefusalWord::UnknownCommitment, "institution"));
    }
    // Not the answer that was read: there is a newer one.
    if (known->revision != command.revision) {
        return unexpected(refuse(RefusalWord::WrongStatus, "revision"));
    }
    bool const done = command.confirmed ? !known->waiting : !known->standing;
    if (done) return Events{};
    return Events{CommitmentConfirmed{command.proposal, command.institution, command.confirmed}};
}

Decided Deciding::operator()(ReportProgress const& command) const
{
    auto const& said = command.report;
    if (said.percent && *said.percent > percent_max) {
        return unexpected(refuse(RefusalWord::Malformed, "report.percent", percent_max));
    }
    auto news = optional(said.news, {"report.news", news_graphemes_max, Lines::Many});
    if (!news) return unexpected(news.error());
    if (!find(command.proposal)) {
        return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    }
    auto const institution = *actor_.institution;
    auto const* known = commitment(command.proposal, institution);
    if (!known || !is_told(board_, *known) || known->standing->response == Response::Declined) {
        return unexpected(refuse(RefusalWord::UnknownCommitment, "proposal"));
    }
    ProgressReport const report{said.progress, said.percent, std::move(*news)};
    if (!known->progress.empty() && known->progress.back().report == report) return Events{};
    if (known->progress.size() >= progress_reports_max) {
        return unexpected(refuse(RefusalWord::TooMany, "report", progress_reports_max));
    }
    return Events{ProgressReported{command.proposal, institution, report}};
}

std::optional<Refusal> Deciding::too_many_comments() const
{
    auto const& own =
        actor_.institution ? board_.institutions.at(*actor_.institution).comments : me().comments;
    auto const max =
        actor_.institution ? comments_per_institution_max : comments_per_participant_max;
    if (own.size() < max) return std::nullopt;
    return refuse(RefusalWord::TooMany, "comment", max);
}

Commitment const* Deciding::commitment(ProposalId const& proposal,
                                       InstitutionNumber institution) const
{
    auto const found = board_.commitments.find({proposal, institution});
    return found == board_.commitments.end() ? nullptr : &found->second;
}

} // namespace koudmen::board
