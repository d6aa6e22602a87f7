#pragma once

#include "page/form.hpp"
#include "page/html.hpp"
#include "page/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace koudmen::page {

// One page of forms while it is written.
class FormPage {
public:
    FormPage(board::Board const& board, Visit const& visit);

    std::string whole();

private:
    // form.cpp
    std::string join();
    std::string now();
    std::string waiting(std::string_view title, std::string_view help);
    std::string head() const;
    std::string ways() const;
    std::string trouble() const;
    std::string problem_id(std::string_view field) const;
    std::string trouble_text() const;
    std::string refusal_text(board::Refusal const& refusal) const;
    board::Actor me() const; // Who has joined.

    // form_vote.cpp
    std::string vote(board::Ballot const& ballot);
    std::size_t next_open(board::Ballot const& ballot,
                          std::vector<board::Proposal const*> const& all, std::size_t from) const;
    std::string one_vote(board::Ballot const& ballot, board::Proposal const& proposal,
                         std::size_t index);
    std::string choices(board::Ballot const& ballot, board::Proposal const& proposal) const;
    std::string option(board::Ballot const& ballot, std::string_view value, std::string_view said,
                       std::string_view sign, bool chosen) const;
    std::string terms_left(board::Ballot const& ballot) const;
    std::string voted_notice(board::Ballot const& ballot) const;
    std::string votes(board::Ballot const& ballot);
    std::vector<board::Proposal const*> proposals_of(board::Ballot const& ballot) const;
    std::optional<board::Choice> choice_on(board::Ballot const& ballot,
                                           ProposalId const& proposal) const;
    std::string choice_text(std::optional<board::Choice> choice, board::Method method) const;

    // form_propose.cpp
    std::string propose();
    std::string too_late(board::Proposal const& proposal, board::Refusal const& refusal);
    std::string mine();
    std::string own(board::Proposal const& proposal) const;
    std::string fate(board::Proposal const& proposal) const;
    std::string text_field(std::string_view name, std::string_view label, std::string_view help,
                           std::string_view value, unsigned rows, std::size_t most) const;
    std::string axes(std::string_view chosen) const;
    std::string languages(std::string_view chosen) const;
    std::optional<std::string> cannot_propose() const;
    bool may_correct(board::Proposal const& proposal) const;
    bool may_withdraw(board::Proposal const& proposal, bool withdrawn) const;

    // --- parts
    std::string say(std::string_view key, Values const& values = {}) const;
    std::string person(std::string_view text) const; // In the board's language,
    std::string person(std::string_view text, board::Proposal const& of) const; // and in its own.
    std::string address(std::string_view rest = {}) const;
    std::string link(std::string_view rest, std::string_view key, std::string_view style) const;
    // Opens a form that does `act`, with what every form carries.
    std::string form(std::string_view act) const;
    std::string hidden(std::string_view name, std::string_view value) const;
    std::string submit(std::string_view key) const;
    std::string heading(std::string_view markup) const;
    // Attributes that join a field to what was wrong with it.
    std::string wrong(std::string_view field) const;
    std::string problem(std::string_view field) const;
    bool is_wrong(std::string_view field) const;
    std::string const& typed(std::string_view field) const;

    board::Board const& board_;
    Visit const& visit_;
    Words const& words_;
    std::optional<ParticipantNumber> me_; // Nothing for who has not joined.
    std::string title_;                   // Of the document, as plain text.
};

} // namespace koudmen::page
