#include "page/form_parts.hpp"

#include "board/limits.hpp"
#include "board/results.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::page {

using board::RefusalWord;

DeviceId form_device()
{
    return *DeviceId::from("form------------------");
}

FormPage::FormPage(board::Board const& board, Visit const& visit)
    : board_(board), visit_(visit), words_([&]() -> Words const& {
          auto languages = visit.languages;
          languages.emplace_back(board::word(board.language));
          return Words::of(languages);
      }())
{
    auto const actor = board::member(board, visit.by);
    if (actor && actor->role == board::Role::Participant) me_ = actor->participant;
}

std::string FormPage::whole()
{
    std::string main;
    if (!me_)
        main = join();
    else if (visit_.place == Place::Propose)
        main = propose();
    else if (visit_.place == Place::Mine)
        main = mine();
    else
        main = now();
    if (visit_.trouble) title_ = words_.say("form.notDone") + " · " + title_;
    auto const query =
        visit_.proposal ? "&proposal=" + std::to_string(*visit_.proposal) : std::string{};
    auto const body = head() + trouble() + main + (me_ ? ways() : "");
    // A link to another language would throw away what was typed.
    if (visit_.trouble) return document(words_, title_, body, std::nullopt);
    return document(words_, title_, body, query);
}

std::string FormPage::head() const
{
    std::string out = "<p class=\"quiet board-title\">" + person(board_.title) + "</p>\n";
    if (board_.rehearsal) {
        out += "<p class=\"notice\"><strong>" + say("common.rehearsal") + "</strong> " +
               say("common.rehearsalMeans") + "</p>\n";
    }
    if (board_.message) {
        out += "<div class=\"notice\"><p><strong>" + say("common.messageFromTeam") +
               "</strong></p><p>" + person(board_.message->text) + "</p></div>\n";
    }
    return out;
}

// What was refused, in a sentence, above everything: who listens to the page hears it first.
std::string FormPage::trouble() const
{
    if (!visit_.trouble) return {};
    auto const& field = visit_.trouble->refusal.field;
    auto const id = problem_id(field);
    auto said = trouble_text();
    if (!id.empty()) said = "<a href=\"#" + id + "\">" + said + "</a>";
    return "<div class=\"notice refused\" role=\"alert\"><p><strong>" + say("form.notDone") +
           "</strong></p><p>" + said + "</p></div>\n";
}

// The field a refusal is about, where the page has it; else nothing.
std::string FormPage::problem_id(std::string_view field) const
{
    for (std::string_view const known :
         {"title", "description", "axis", "college", "name", "badge", "choice"}) {
        if (field == known) return std::string(field);
    }
    return {};
}

std::string FormPage::trouble_text() const
{
    auto const& [word, field, limit] = visit_.trouble->refusal;
    if (word == RefusalWord::Required && field == "choice") return say("form.chooseAnswer");
    if (field == "axis") return say("phone.chooseAxis");
    if (field == "college") return say("form.chooseCollege");
    auto said = refusal_text(visit_.trouble->refusal);
    if (field == "title") return say("phone.proposeTitle") + "\u00a0: " + said;
    if (field == "description") return say("phone.proposeMore") + "\u00a0: " + said;
    if (field == "name") return say("phone.nameTitle") + "\u00a0: " + said;
    return said;
}

std::string FormPage::refusal_text(board::Refusal const& refusal) const
{
    Values values;
    if (refusal.limit) values.emplace_back("limit", static_cast<std::uint64_t>(*refusal.limit));
    return say("refusals." + std::string(board::word(refusal.word)), values);
}

board::Actor FormPage::me() const
{
    return {board::Role::Participant, *me_};
}

std::string FormPage::join()
{
    title_ = words_.say("phone.welcome");
    std::string out;
    if (board_.phase == board::Phase::Closed) {
        title_ = words_.say("phone.open.closed");
        return heading(say("phone.open.closed")) +
               "<p><a class=\"button primary\" href=\"/roadmap/" + escaped(board_.code.text) +
               "/plain\">" + say("phone.seeRoadmap") + "</a></p>\n";
    }
    bool const moved = board_.replaced.contains(visit_.by);
    bool const badges = board_.settings.admission == board::Admission::Badges;
    out += heading(say("phone.welcome"));
    if (moved) out += "<p class=\"notice\">" + say("phone.movedTitle") + "</p>\n";
    out += form("join");
    if (badges || moved) {
        out +=
            "<div class=\"field\"><label for=\"badge\">" + say("phone.badgeLabel") +
            "</label><p class=\"small quiet\" id=\"badge-help\">" + say("form.badgeHelp") + "</p>" +
            problem("badge") +
            "<input id=\"badge\" name=\"badge\" autocomplete=\"off\" autocapitalize=\"characters\""
            " spellcheck=\"false\" value=\"" +
            escaped(typed("badge")) + "\"" + wrong("badge") + "></div>\n";
    }
    out += "<fieldset id=\"college\" tabindex=\"-1\"" + wrong("college") + "><legend>" +
           say("phone.youComeAs") + "</legend>" + problem("college");
    for (auto const& college : board_.colleges) {
        out += "<label class=\"option\"><input type=\"radio\" name=\"college\" value=\"" +
               escaped(college.id.text) + "\"" +
               (typed("college") == college.id.text ? " checked" : "") + "><span>" +
               person(college.title) + "</span></label>\n";
    }
    out += "</fieldset>\n<div class=\"field\"><label for=\"name\">" + say("phone.nameTitle") +
           " <span class=\"quiet\">(" + say("common.optional") +
           ")</span></label><p class=\"small quiet\" id=\"name-help\">" + say("phone.nameHelp") +
           "</p>" + problem("name") +
           "<input id=\"name\" name=\"name\" dir=\"auto\" autocomplete=\"given-name\" value=\"" +
           escaped(typed("name")) + "\"" + wrong("name") + "></div>\n";
    return out + submit("home.enter") + "</form>\n<p class=\"small quiet\">" +
           say("form.plainPage") + "</p>\n";
}

std::string FormPage::now()
{
    auto const* open = board::open_ballot(board_);
    if (visit_.place == Place::Votes && open) return votes(*open);
    if (board_.phase == board::Phase::Closed) {
        return waiting("phone.open.closed", "phone.open.closed.help");
    }
    if (open && board_.now().vote) return vote(*open);
    if (open) return waiting("phone.votePaused", "phone.votePausedHelp");
    if (board_.phase == board::Phase::Vote && !board_.ballots.empty()) {
        return waiting("phone.voteOver", "phone.voteOverHelp");
    }
    if (board_.now().propose) return waiting("phone.open.collect", "phone.open.collect.help");
    auto const key = "phone.open." + std::string(board::word(board_.phase));
    return waiting(key, board_.phase == board::Phase::Discuss ? "form.discussHelp" : key + ".help");
}

std::string FormPage::waiting(std::string_view title, std::string_view help)
{
    title_ = words_.say(title);
    auto out = heading(say(title)) + "<p>" + say(help) + "</p>\n";
    if (board_.now().propose && board_.phase != board::Phase::Closed) {
        out += "<p>" + link("/propose", "phone.propose", "button primary") + "</p>\n";
    }
    return out;
}

// The ways on from every page. Nothing moves here by itself, so one of them looks again.
std::string FormPage::ways() const
{
    std::string out = "<nav class=\"ways\" aria-label=\"" + say("form.ways") + "\"><ul>\n";
    auto const way = [&](std::string_view rest, std::string_view key) {
        out += "<li>" + link(rest, key, "button") + "</li>\n";
    };
    auto const* open = board::open_ballot(board_);
    bool const votes = open && board_.now().vote;
    way("", visit_.place == Place::Now ? "form.lookAgain" : votes ? "phone.goVote" : "form.nowOn");
    if (open && visit_.place != Place::Votes) way("/votes", "phone.myVotes");
    if (board_.now().propose && visit_.place != Place::Propose) way("/propose", "phone.propose");
    if (visit_.place != Place::Mine) way("/mine", "phone.mine");
    bool const results =
        std::any_of(board_.ballots.begin(), board_.ballots.end(), [&](auto const& entry) {
            return board::results_shown(board_, entry.second) ||
                   board::order_shown(board_, entry.second);
        });
    out += "<li><a class=\"button\" href=\"/roadmap/" + escaped(board_.code.text) + "/plain\">" +
           say(results ? "phone.results" : "form.readAll") + "</a></li>\n";
    return out + "</ul></nav>\n";
}

// --- parts

std::string FormPage::say(std::string_view key, Values const& values) const
{
    return escaped(words_.say(key, values));
}

std::string FormPage::person(std::string_view text) const
{
    return people(text, board::word(board_.language));
}

std::string FormPage::person(std::string_view text, board::Proposal const& of) const
{
    return people(text, board::word(of.language.value_or(board_.language)));
}

std::string FormPage::address(std::string_view rest) const
{
    return "/b/" + escaped(board_.code.text) + "/form" + std::string(rest);
}

std::string FormPage::link(std::string_view rest, std::string_view key,
                           std::string_view style) const
{
    return "<a class=\"" + std::string(style) + "\" href=\"" + address(rest) + "\">" + say(key) +
           "</a>";
}

std::string FormPage::form(std::string_view act) const
{
    auto out = "<form method=\"post\" action=\"" + address("/") + std::string(act) +
               "\" accept-charset=\"utf-8\">\n" + hidden("token", visit_.token);
    if (!me_) return out;
    // A time is above every operation before it, so that of two pages that are open the newer counts.
    auto const device = board_.devices.find({{board::Role::Participant, *me_}, form_device()});
    auto const highest = device == board_.devices.end() ? 0 : device->second.highest.value;
    auto const now = static_cast<std::uint64_t>(std::max<std::int64_t>(visit_.now.milliseconds, 1));
    return out + hidden("operation", std::to_string(std::max(highest + 1, now))) +
           hidden("told", std::to_string(board_.position.value));
}

std::string FormPage::hidden(std::string_view name, std::string_view value) const
{
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escaped(value) +
           "\">\n";
}

std::string FormPage::submit(std::string_view key) const
{
    return "<button class=\"button primary\">" + say(key) + "</button>\n";
}

std::string FormPage::heading(std::string_view markup) const
{
    return "<h1>" + std::string(markup) + "</h1>\n";
}

bool FormPage::is_wrong(std::string_view field) const
{
    return visit_.trouble && visit_.trouble->refusal.field == field;
}

std::string FormPage::wrong(std::string_view field) const
{
    std::string described;
    if (field != "college" && field != "axis" && field != "choice") {
        described = std::string(field) + "-help";
    }
    std::string out;
    if (is_wrong(field)) {
        out += " aria-invalid=\"true\"";
        described += (described.empty() ? "" : " ") + std::string(field) + "-problem";
    }
    if (!described.empty()) out += " aria-describedby=\"" + described + "\"";
    return out;
}

std::string FormPage::problem(std::string_view field) const
{
    if (!is_wrong(field)) return {};
    return "<p class=\"wrong\" id=\"" + std::string(field) + "-problem\">" + trouble_text() +
           "</p>";
}

std::string const& FormPage::typed(std::string_view field) const
{
    static std::string const none;
    return visit_.trouble ? visit_.trouble->typed.get(field) : none;
}

std::string form_page(board::Board const& board, Visit const& visit)
{
    return FormPage(board, visit).whole();
}

std::string sorry_page(std::vector<std::string> const& languages, board::Refusal const& refusal,
                       std::string_view way_on)
{
    return sorry_page(languages, "refusals." + std::string(board::word(refusal.word)), way_on);
}

std::string sorry_page(std::vector<std::string> const& languages, std::string_view key,
                       std::string_view way_on)
{
    auto const& words = Words::of(languages);
    return document(words, words.say("form.notDone"),
                    "<h1>" + escaped(words.say("form.notDone")) + "</h1>\n<p role=\"alert\">" +
                        escaped(words.say(key)) + "</p>\n<p><a class=\"button primary\" href=\"" +
                        escaped(way_on) + "\">" + escaped(words.say("form.goOn")) + "</a></p>\n");
}

} // namespace koudmen::page
