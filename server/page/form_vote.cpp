#include "page/form_parts.hpp"

#include "board/merges.hpp"
#include "board/methods.hpp"
#include "page/order.hpp"

#include <algorithm>
#include <map>

// One proposal after the other, each with its choices; and at the end what one voted.
namespace koudmen::page {

namespace {

// Where leaving something out is an answer as well.
bool may_leave_out(board::Method method)
{
    return method == board::Method::Approval || method == board::Method::Dots;
}

} // namespace

// The first proposal without an answer, from a place on and then from the start; past the end if all
// have one.
std::size_t FormPage::next_open(board::Ballot const& ballot,
                                std::vector<board::Proposal const*> const& all,
                                std::size_t from) const
{
    for (std::size_t step = 0; step < all.size(); ++step) {
        auto const at = (from + step) % all.size();
        if (!choice_on(ballot, all[at]->id)) return at;
    }
    return all.size();
}

std::vector<board::Proposal const*> FormPage::proposals_of(board::Ballot const& ballot) const
{
    std::vector<board::Proposal const*> all;
    for (auto const& id : own_order(ballot.id, *me_, ballot.proposals)) {
        auto const found = board_.proposals.find(id);
        if (found != board_.proposals.end() && board::is_standing(found->second.status)) {
            all.push_back(&found->second);
        }
    }
    return all;
}

std::optional<board::Choice> FormPage::choice_on(board::Ballot const& ballot,
                                                 ProposalId const& proposal) const
{
    auto const voter = ballot.voters.find(*me_);
    if (voter == ballot.voters.end()) return std::nullopt;
    auto const cast = voter->second.casts.find(proposal);
    return cast == voter->second.casts.end() ? std::nullopt : cast->second.choice;
}

std::string FormPage::choice_text(std::optional<board::Choice> choice, board::Method method) const
{
    if (!choice) return words_.say(may_leave_out(method) ? "phone.notChosen" : "phone.notVoted");
    if (method == board::Method::Dots) {
        return words_.say("common.dots", {{"count", board::dots(*choice)}});
    }
    return words_.say("common." + std::string(board::word(*choice)));
}

std::string FormPage::vote(board::Ballot const& ballot)
{
    auto const all = proposals_of(ballot);
    if (all.empty()) return waiting("phone.voteTitle", "phone.nothingToVote");
    auto const place_of = [&](std::optional<std::uint64_t> number) {
        return static_cast<std::size_t>(
            std::find_if(all.begin(), all.end(),
                         [&](auto const* one) { return number && one->number == *number; }) -
            all.begin());
    };
    auto at = place_of(visit_.proposal);
    if (at == all.size()) {
        auto const voted = place_of(visit_.voted);
        auto const from = voted < all.size() ? voted + 1 : 0;
        if (from > 0 && may_leave_out(ballot.method))
            at = from;
        else
            at = next_open(ballot, all, from);
    }
    if (at == all.size()) return votes(ballot);
    return one_vote(ballot, *all[at], at);
}

std::string FormPage::one_vote(board::Ballot const& ballot, board::Proposal const& proposal,
                               std::size_t index)
{
    auto const all = proposals_of(ballot);
    title_ = proposal.title;
    auto const chosen = choice_on(ballot, proposal.id);
    auto out = voted_notice(ballot) + "<p class=\"small quiet\">" + person(ballot.question) +
               "</p>\n<p class=\"small\"><strong>" +
               say("phone.progress",
                   {{"index", std::uint64_t{index + 1}}, {"count", std::uint64_t{all.size()}}}) +
               "</strong></p>\n<div class=\"card\">\n" + heading(person(proposal.title, proposal));
    if (!proposal.description.empty()) {
        out += "<p>" + person(proposal.description, proposal) + "</p>\n";
    }
    if (chosen) {
        out += "<p class=\"recorded\">" + icon(Icon::Yes) + "<strong>" +
               say("phone.yourVote", {{"choice", choice_text(chosen, ballot.method)}}) +
               "</strong></p>\n";
    }
    out += form("vote") + hidden("ballot", ballot.id.text()) +
           hidden("proposal", proposal.id.text()) +
           hidden("number", std::to_string(proposal.number)) + choices(ballot, proposal) +
           terms_left(ballot) + submit("phone.goVote");
    if (chosen) {
        out += "<button class=\"button\" name=\"back\" value=\"1\">" + say("phone.takeBack") +
               "</button>\n";
    }
    out += "</form>\n</div>\n<p class=\"pair\">";
    auto const to = [&](std::size_t place, std::string_view key) {
        return link("?proposal=" + std::to_string(all[place]->number), key, "button");
    };
    out += index > 0 ? to(index - 1, "phone.previous") : "<span></span>";
    out += index + 1 < all.size() ? to(index + 1, chosen ? "phone.next" : "phone.skip")
                                  : link("/votes", "phone.myVotes", "button");
    return out + "</p>\n";
}

std::string FormPage::choices(board::Ballot const& ballot, board::Proposal const& proposal) const
{
    auto const scale = board::scale_of(ballot.method);
    auto const standing = choice_on(ballot, proposal.id);
    bool const retried = visit_.trouble && visit_.trouble->typed.has("choice") &&
                         typed("ballot") == ballot.id.text() &&
                         typed("proposal") == proposal.id.text();
    auto const is_chosen = [&](std::optional<board::Choice> choice) {
        auto const word = choice ? board::word(*choice) : std::string_view("none");
        return retried ? typed("choice") == word : standing && standing == choice;
    };
    auto out = "<fieldset id=\"choice\" tabindex=\"-1\"" + wrong("choice") + "><legend>" +
               say("form.yourChoice") + "</legend>" + problem("choice");
    auto const levels = std::min<std::size_t>(scale.size, ballot.terms.cap.value_or(scale.size));
    if (may_leave_out(ballot.method)) {
        bool const dots = ballot.method == board::Method::Dots;
        auto const said =
            dots ? say("common.dots", {{"count", std::uint64_t{0}}}) : say("form.notThisOne");
        out += option(ballot, "none", said, dots ? "" : icon(Icon::NotChosen),
                      is_chosen(std::nullopt) || (!retried && !standing));
    }
    for (std::size_t level = 0; level < levels; ++level) {
        auto const choice = scale.at(level);
        std::string sign;
        switch (ballot.method) {
        case board::Method::Opinion: sign = icon(static_cast<Icon>(level)); break;
        case board::Method::Approval: sign = icon(Icon::Chosen); break;
        case board::Method::Grades: sign = grade_sign(level, scale.size); break;
        case board::Method::Dots:
            sign = "<span class=\"dots\" aria-hidden=\"true\">";
            for (std::size_t dot = 0; dot <= level; ++dot) sign += "●";
            sign += "</span>";
        }
        out += option(ballot, board::word(choice), escaped(choice_text(choice, ballot.method)),
                      sign, is_chosen(choice));
    }
    return out + "</fieldset>\n";
}

std::string FormPage::option(board::Ballot const& ballot, std::string_view value,
                             std::string_view said, std::string_view sign, bool chosen) const
{
    std::string const style =
        ballot.method == board::Method::Opinion ? std::string(value) : "plain";
    return "<label class=\"option option-" + style +
           "\"><input type=\"radio\" name=\"choice\" value=\"" + std::string(value) + "\"" +
           (chosen ? " checked" : "") + ">" + std::string(sign) + "<span>" + std::string(said) +
           "</span></label>\n";
}

// What is left of the marks or dots that a person has.
std::string FormPage::terms_left(board::Ballot const& ballot) const
{
    std::uint64_t marks = 0;
    std::uint64_t spent = 0;
    if (auto const voter = ballot.voters.find(*me_); voter != ballot.voters.end()) {
        for (auto const& [id, cast] : voter->second.casts) {
            if (!cast.choice) continue;
            ++marks;
            if (ballot.method == board::Method::Dots) spent += board::dots(*cast.choice);
        }
    }
    auto const left = [](std::uint64_t of, std::uint64_t used) {
        return of > used ? of - used : 0;
    };
    std::string said;
    if (auto const maximum = ballot.terms.maximum) {
        auto const rest = left(*maximum, marks);
        said = rest == 0 ? say("phone.marksNone") : say("phone.marksLeft", {{"count", rest}});
    }
    if (auto const budget = ballot.terms.budget) {
        said = say("phone.dotsLeft", {{"count", left(*budget, spent)}, {"budget", *budget}});
    }
    return said.empty() ? said : "<p class=\"small\">" + said + "</p>\n";
}

// What the board now says of what was just voted on: told as it stands, not as it was asked.
std::string FormPage::voted_notice(board::Ballot const& ballot) const
{
    if (!visit_.voted || visit_.trouble) return {};
    for (auto const* one : proposals_of(ballot)) {
        if (one->number != *visit_.voted) continue;
        auto const chosen = choice_on(ballot, one->id);
        return "<div class=\"notice\" role=\"status\"><p class=\"recorded\">" + icon(Icon::Yes) +
               "<strong>" + say(chosen ? "phone.recorded" : "form.noVoteKept") +
               "</strong></p><p>" + person(one->title, *one) +
               "\u00a0: " + escaped(choice_text(chosen, ballot.method)) + "</p><p>" +
               link("?proposal=" + std::to_string(one->number), "form.changeVote", "button") +
               "</p></div>\n";
    }
    return {};
}

std::string FormPage::votes(board::Ballot const& ballot)
{
    auto const all = proposals_of(ballot);
    title_ = words_.say("phone.myVotes");
    auto const done = static_cast<std::uint64_t>(std::count_if(
        all.begin(), all.end(), [&](auto const* one) { return choice_on(ballot, one->id); }));
    std::uint64_t const count = all.size();
    auto out = voted_notice(ballot) + heading(say("phone.myVotes")) + "<p>" +
               (may_leave_out(ballot.method) ? say("phone.chosenSome", {{"count", done}})
                : done == count              ? say("phone.votedAll", {{"count", count}})
                                : say("phone.votedSome", {{"count", count}, {"done", done}})) +
               "</p>\n";
    bool const open = board_.now().vote;
    if (open) out += "<p>" + say("phone.canChange") + "</p>\n";
    out += terms_left(ballot) + "<ul class=\"list\">\n";
    for (auto const* one : all) {
        auto const line = person(one->title, *one) + " <strong>" +
                          escaped(choice_text(choice_on(ballot, one->id), ballot.method)) +
                          "</strong>";
        auto const to = address("?proposal=" + std::to_string(one->number));
        out += "<li>" +
               (open ? "<a class=\"card line\" href=\"" + to + "\">" + line + "</a>"
                     : "<div class=\"card line\">" + line + "</div>") +
               "</li>\n";
    }
    return out + "</ul>\n";
}

} // namespace koudmen::page
