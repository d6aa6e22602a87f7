#include "page/form.hpp"

#include "board/words.hpp"
#include "wire/inbound.hpp"

#include <algorithm>
#include <utility>

// What comes back with a form. Lengths and signs are the board's to judge; here are only the names.
namespace koudmen::page {

namespace {

using board::Refusal;
using board::RefusalWord;

auto malformed(std::string_view field)
{
    return unexpected(Refusal{RefusalWord::Malformed, std::string(field), {}});
}

Result<board::Command, Refusal> read_vote(Fields const& fields, ProposalId const& proposal)
{
    auto const ballot = BallotId::from(fields.get("ballot"));
    if (!ballot) return malformed("ballot");
    auto const& word = fields.get("choice");
    if (fields.has("back") || word == "none") {
        return board::CastChoice{*ballot, proposal, std::nullopt};
    }
    if (word.empty()) return unexpected(Refusal{RefusalWord::Required, "choice", {}});
    auto const& all = board::words<board::Choice>;
    auto const found = std::find(all.begin(), all.end(), word);
    if (found == all.end()) {
        return unexpected(Refusal{RefusalWord::UnknownWord, "choice", {}});
    }
    return board::CastChoice{*ballot, proposal, static_cast<board::Choice>(found - all.begin())};
}

// In which language somebody wrote; nothing where the form does not say.
Result<std::optional<board::Language>, Refusal> read_language(std::string_view word)
{
    if (word.empty()) return std::optional<board::Language>{};
    auto const& all = board::words<board::Language>;
    auto const found = std::find(all.begin(), all.end(), word);
    if (found == all.end()) {
        return unexpected(Refusal{RefusalWord::UnknownWord, "language", {}});
    }
    return std::optional(static_cast<board::Language>(found - all.begin()));
}

} // namespace

Result<Asked, Refusal> read_act(Act act, Fields const& fields)
{
    auto const operation = fields.number("operation");
    if (!operation) return malformed("operation");
    auto const told = fields.number("told");
    if (!told) return malformed("told");
    auto const proposal = ProposalId::from(fields.get("proposal"));
    if (!proposal) return malformed("proposal");
    auto const language = read_language(fields.get("language"));
    if (!language) return unexpected(language.error());
    Asked asked{{*operation}, {*told}, {}};
    switch (act) {
    case Act::Vote: {
        auto vote = read_vote(fields, *proposal);
        if (!vote) return unexpected(vote.error());
        asked.command = std::move(*vote);
        break;
    }
    case Act::Propose:
        asked.command = board::SubmitProposal{*proposal,
                                              fields.get("title"),
                                              fields.get("description"),
                                              {fields.get("axis")},
                                              *language};
        break;
    case Act::Correct:
        asked.command = board::EditProposal{*proposal,
                                            fields.get("title"),
                                            fields.get("description"),
                                            {fields.get("axis")},
                                            *language};
        break;
    case Act::Withdraw:
        asked.command = board::WithdrawProposal{*proposal, !fields.has("back")};
        break;
    }
    return asked;
}

Result<Joining, Refusal> read_joining(Fields const& fields)
{
    Joining joining{{fields.get("college")}, {}, {}};
    auto const blank = [](std::string const& text) {
        return text.find_first_not_of(" \t\r\n") == std::string::npos;
    };
    if (!blank(fields.get("name"))) joining.name = fields.get("name");
    if (!blank(fields.get("badge"))) {
        joining.badge = wire::badge_code(fields.get("badge"));
        if (!joining.badge) {
            return unexpected(Refusal{RefusalWord::UnknownBadge, "badge", {}});
        }
    }
    return joining;
}

} // namespace koudmen::page
