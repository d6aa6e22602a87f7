#include "wire/parts.hpp"

#include "board/merges.hpp"
#include "board/results.hpp"
#include "wire/vocabulary.hpp"

namespace koudmen::wire {

namespace {

std::optional<std::string> name_of(board::Board const& board, ParticipantNumber author)
{
    auto const known = board.participants.find(author);
    return known == board.participants.end() ? std::nullopt : known->second.name;
}

std::optional<protocol::Language> language(std::optional<board::Language> of)
{
    if (!of) return std::nullopt;
    return to_protocol<protocol::Language>(*of);
}

} // namespace

protocol::Switches switches(board::Switches const& of)
{
    return {of.propose, of.comment, of.vote, of.results};
}

protocol::Proposal proposal(board::Board const& board, board::Proposal const& of, Reader reader)
{
    protocol::Proposal told;
    told.id = text(of.id);
    told.number = number(of.number);
    told.title = of.title;
    told.description = of.description;
    told.axis = of.axis.text;
    told.language = language(of.language);
    if (of.imported) {
        told.imported = true;
    } else {
        told.author = number(of.author.value);
        told.author_name = name_of(board, of.author);
        told.college = board::college_of(board, of).text;
        if (auto const* table = board::table_of(board, of.author)) told.table = table->title;
    }
    told.status = to_protocol<protocol::ProposalStatus>(of.status);
    told.submitted_at = of.submitted_at.milliseconds;
    if (reader != Reader::Room) {
        told.question = of.question;
        if (of.reason) told.reason = to_protocol<protocol::DeclineReason>(*of.reason);
        told.words = of.words;
    }
    if (of.merged) told.merged_into = text(of.merged->into);
    if (!of.former.empty()) {
        auto const& authors = of.former.front();
        told.reworded_from =
            protocol::Wording{authors.title, authors.description, authors.axis.text};
    }
    if (reader == Reader::Desk && !of.imported) {
        auto const& author = board.participants.at(of.author);
        if (board::is_trusted(board, author)) told.author_trusted = true;
        if (author.muted) told.author_muted = true;
    }
    if (of.verdict) {
        auto const& verdict = *of.verdict;
        told.decision = protocol::DecisionRecord{to_protocol<protocol::Decision>(verdict.decision),
                                                 verdict.at.milliseconds,
                                                 verdict.words,
                                                 verdict.lead,
                                                 verdict.partners,
                                                 verdict.start,
                                                 verdict.end};
    }
    return told;
}

protocol::Comment comment(board::Board const& board, board::Comment const& of, Reader reader)
{
    protocol::Comment told;
    told.id = text(of.id);
    told.proposal = text(of.proposal);
    if (of.institution) {
        told.institution = board.institutions.at(*of.institution).name;
    } else {
        told.author = number(of.author.value);
        told.author_name = name_of(board, of.author);
        auto const& author = board.participants.at(of.author);
        if (reader == Reader::Desk && author.muted) told.author_muted = true;
    }
    told.stance = to_protocol<protocol::Stance>(of.stance);
    told.text = of.text;
    told.language = language(of.language);
    told.at = of.at.milliseconds;
    if (of.hidden) told.hidden = true;
    return told;
}

protocol::Tally tally(BallotId ballot, ProposalId proposal, board::Tally const& of)
{
    protocol::Tally told{text(ballot), text(proposal), {}};
    for (auto const people : of.counts) told.counts.push_back(number(people));
    return told;
}

protocol::Refusal refusal_of(board::Refusal const& refusal)
{
    protocol::Refusal told;
    told.word = to_protocol<protocol::RefusalWord>(refusal.word);
    if (!refusal.field.empty()) told.field = refusal.field;
    told.limit = refusal.limit;
    return told;
}

} // namespace koudmen::wire
