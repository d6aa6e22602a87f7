#include "page/form_parts.hpp"

#include "board/asking.hpp"
#include "board/decide.hpp"
#include "board/limits.hpp"
#include "board/merges.hpp"

#include <utility>

// Writing a proposal, and reading what became of one's own.
namespace koudmen::page {

using board::ProposalStatus;
using board::RefusalWord;

// Why nothing can be handed in now, if so.
std::optional<std::string> FormPage::cannot_propose() const
{
    auto const refusal = board::cannot_propose(board_, me());
    if (!refusal) return std::nullopt;
    if (refusal->word == RefusalWord::Muted) return say("phone.muted");
    if (refusal->word == RefusalWord::TooMany) {
        auto const most = board_.settings.proposals_per_participant;
        return refusal->limit == most ? say("phone.proposeFull", {{"count", most}})
                                      : refusal_text(*refusal);
    }
    return say("form.proposeOff");
}

// Whether its author may change the words: to answer a question, or soon after sending them.
bool FormPage::may_correct(board::Proposal const& proposal) const
{
    return !board::cannot_correct(board_, me(), visit_.now, proposal.id);
}

bool FormPage::may_withdraw(board::Proposal const& proposal, bool withdrawn) const
{
    return board::decide(board_, me(), visit_.now, board::WithdrawProposal{proposal.id, withdrawn})
        .has_value();
}

std::string FormPage::propose()
{
    // The one whose words are to change; without it a new one is written.
    board::Proposal const* known = nullptr;
    for (auto const& id : board_.participants.at(*me_).proposals) {
        auto const& one = board_.proposals.at(id);
        if (visit_.proposal == one.number) known = &one;
    }
    if (known) {
        auto const late = board::cannot_correct(board_, me(), visit_.now, known->id);
        if (late) return too_late(*known, *late);
    }
    bool const answers = known && known->status == ProposalStatus::Returned;
    auto const key = answers ? "phone.answerTitle" : known ? "phone.correctTitle" : "phone.propose";
    title_ = words_.say(key);
    auto out = heading(say(key));
    auto const obstacle = known ? std::nullopt : cannot_propose();
    // What was typed is never thrown away, also when it cannot be sent now.
    if (obstacle && !visit_.trouble) return out + "<p>" + *obstacle + "</p>\n";
    if (answers && known->question) {
        out += "<div class=\"notice\"><p><strong>" + person(*known->question) + "</strong></p><p>" +
               say("phone.answerHelp") + "</p></div>\n";
    }
    auto const value = [&](std::string_view field, std::string_view former) {
        return std::string(visit_.trouble ? std::string_view(typed(field)) : former);
    };
    out += form(known ? "correct" : "propose") +
           hidden("proposal", known ? known->id.text() : visit_.fresh.text());
    if (known) out += hidden("number", std::to_string(known->number));
    out += text_field("title", "phone.proposeTitle", "phone.proposeExample",
                      value("title", known ? known->title : ""), 2, board::title_graphemes_max);
    out += axes(value("axis", known ? known->axis.text : ""));
    out += text_field("description", "phone.proposeMore", "",
                      value("description", known ? known->description : ""), 5,
                      board::description_graphemes_max);
    // Who writes on a page that speaks their language most likely writes in it.
    auto const likely =
        known ? board::word(known->language.value_or(board_.language)) : words_.language();
    out += languages(value("language", likely));
    return out +
           submit(answers ? "phone.sendAnswer"
                  : known ? "phone.saveCorrection"
                          : "phone.send") +
           "</form>\n";
}

// One's own proposal whose words stay: why, and what was typed, to be read and copied.
std::string FormPage::too_late(board::Proposal const& proposal, board::Refusal const& refusal)
{
    title_ = words_.say("phone.correctTitle");
    auto out =
        heading(say("phone.correctTitle")) + "<p>" + person(proposal.title, proposal) + "</p>\n";
    if (!visit_.trouble) return out + "<p class=\"notice\">" + refusal_text(refusal) + "</p>\n";
    out += "<p>" + say("form.typedKept") + "</p>\n";
    for (auto const& [field, label] : {std::pair{"title", "phone.proposeTitle"},
                                       std::pair{"description", "phone.proposeMore"}}) {
        if (typed(field).empty()) continue;
        auto const id = std::string(field);
        out += "<div class=\"field\"><label for=\"" + id + "\">" + say(label) +
               "</label><textarea id=\"" + id + "\" dir=\"auto\" rows=\"3\" readonly>\n" +
               escaped(typed(field)) + "</textarea></div>\n";
    }
    return out;
}

// `help` is a key, or empty. The limit is told, and judged by the board: a browser counts otherwise.
std::string FormPage::text_field(std::string_view name, std::string_view label,
                                 std::string_view help, std::string_view value, unsigned rows,
                                 std::size_t most) const
{
    std::string const field(name);
    auto out = "<div class=\"field\"><label for=\"" + field + "\">" + say(label);
    if (help.empty()) out += " <span class=\"quiet\">(" + say("common.optional") + ")</span>";
    out += "</label><p class=\"small quiet\" id=\"" + field + "-help\">";
    if (!help.empty()) out += say(help) + " ";
    out += say("form.atMost", {{"count", std::uint64_t{most}}}) + "</p>" + problem(name) +
           "<textarea id=\"" + field + "\" name=\"" + field + "\" dir=\"auto\" rows=\"" +
           std::to_string(rows) + "\"" + wrong(name) + ">\n";
    return out + escaped(value) + "</textarea></div>\n";
}

std::string FormPage::axes(std::string_view chosen) const
{
    if (board_.axes.size() == 1) return hidden("axis", board_.axes.front().id.text);
    auto out = "<fieldset id=\"axis\" tabindex=\"-1\"" + wrong("axis") + "><legend>" +
               say("phone.axis") + "</legend>" + problem("axis");
    for (auto const& axis : board_.axes) {
        out += "<label class=\"option\"><input type=\"radio\" name=\"axis\" value=\"" +
               escaped(axis.id.text) + "\"" + (axis.id.text == chosen ? " checked" : "") +
               "><span>" + person(axis.title) + "</span></label>\n";
    }
    return out + "</fieldset>\n";
}

// In which language somebody writes.
std::string FormPage::languages(std::string_view chosen) const
{
    auto out = "<div class=\"field\"><label for=\"language\">" + say("common.writtenIn") +
               "</label><select id=\"language\" name=\"language\">\n";
    for (auto const& language : board::words<board::Language>) {
        out += "<option value=\"" + std::string(language) + "\" lang=\"" +
               std::string(tag_of(language)) + "\"" + (language == chosen ? " selected" : "") +
               ">" + escaped(name_of(language)) + "</option>\n";
    }
    return out + "</select></div>\n";
}

std::string FormPage::mine()
{
    title_ = words_.say("phone.mine");
    auto out = heading(say("phone.mine"));
    auto const& own_ones = board_.participants.at(*me_).proposals;
    if (own_ones.empty()) out += "<p>" + say("phone.mineEmpty") + "</p>\n";
    out += "<ul class=\"list\">\n";
    // The newest first: what one just did is in sight.
    for (auto id = own_ones.rbegin(); id != own_ones.rend(); ++id) {
        out += own(board_.proposals.at(*id));
    }
    return out + "</ul>\n";
}

std::string FormPage::own(board::Proposal const& proposal) const
{
    auto out =
        "<li class=\"card\"><h2>" + person(proposal.title, proposal) + "</h2>\n" + fate(proposal);
    if (may_correct(proposal)) {
        bool const answers = proposal.status == ProposalStatus::Returned;
        out += "<p>" +
               link("/propose?proposal=" + std::to_string(proposal.number),
                    answers ? "phone.answer" : "phone.correct",
                    answers ? "button primary" : "button") +
               "</p>\n";
    }
    bool const back = proposal.status == ProposalStatus::Withdrawn;
    if (may_withdraw(proposal, !back)) {
        out += form("withdraw") + hidden("proposal", proposal.id.text()) +
               (back ? hidden("back", "1") : "") + "<button class=\"button\">" +
               say(back ? "phone.putBack" : "phone.withdraw") + "</button>\n</form>\n";
    }
    return out + "</li>\n";
}

// What became of it, in a sentence, with what the team or the room said.
std::string FormPage::fate(board::Proposal const& proposal) const
{
    auto const status = std::string(board::word(proposal.status));
    auto out = "<p><strong>" + say("phone.status." + status) + "</strong></p>\n";
    if (proposal.reason) {
        out +=
            "<p>" + say("common.reason." + std::string(board::word(*proposal.reason))) + "</p>\n";
    }
    auto said = proposal.question ? proposal.question : proposal.words;
    if (proposal.verdict) said = proposal.verdict->words;
    if (said) out += "<p class=\"said\">" + person(*said) + "</p>\n";
    if (proposal.merged) {
        auto const& whole = board_.proposals.at(board::standing_for(board_, proposal.id));
        out += "<p class=\"said\">" + person(whole.title, whole) + "</p>\n";
    }
    return out;
}

} // namespace koudmen::page
