#include "board/deciding.hpp"
#include "board/limits.hpp"
#include "board/merges.hpp"
#include "board/methods.hpp"

#include <algorithm>
#include <map>
#include <utility>

// A paper ballot, as somebody types it.
namespace koudmen::board {

// A sheet is a whole ballot: it stands for everything its badge said in this ballot before, by
// whichever way, and what it leaves blank is not said. What the badge says later stands for it in turn.
Decided Deciding::operator()(RecordPaper const& command) const
{
    auto const* ballot = find(command.ballot);
    if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
    if (ballot->state != BallotState::Open) {
        return unexpected(refuse(RefusalWord::BallotNotOpen, "ballot"));
    }
    auto const badge = board_.badges.find(command.badge);
    if (badge == board_.badges.end()) {
        return unexpected(refuse(RefusalWord::UnknownBadge, "badge"));
    }
    auto marks = marked(*ballot, command);
    if (!marks) return unexpected(marks.error());

    Events events;
    auto who = badge->second.participant;
    if (who.value == 0) {
        // A credential that nobody can hold: the badge may move to a phone later.
        JoinBoard const join{{"paper " + std::to_string(command.badge.value)},
                             command.college.value_or(CollegeId{}),
                             {}};
        auto joins = joined(board_, join, command.badge);
        if (!joins) return unexpected(joins.error());
        events = std::move(*joins);
        who = {board_.participants.size() + 1};
    }
    events.push_back(PaperRecorded{command.ballot, who});
    auto const voter = ballot->voters.find(who);
    auto const said = [&](ProposalId const& proposal) -> std::optional<Choice> {
        if (voter == ballot->voters.end()) return std::nullopt;
        auto const cast = voter->second.casts.find(proposal);
        return cast == voter->second.casts.end() ? std::nullopt : cast->second.choice;
    };
    for (auto const& [proposal, tally] : ballot->tallies) {
        auto const mark = marks->find(proposal);
        auto const choice = mark == marks->end() ? std::nullopt : std::optional(mark->second);
        if (choice == said(proposal)) continue;
        events.push_back(ChoiceCast{command.ballot, proposal, who, choice});
    }
    return events;
}

Result<std::map<ProposalId, Choice>, Refusal> Deciding::marked(Ballot const& ballot,
                                                               RecordPaper const& command) const
{
    if (command.marks.size() > paper_marks_max) {
        return unexpected(refuse(RefusalWord::TooMany, "marks", paper_marks_max));
    }
    auto const scale = scale_of(ballot.method);
    std::map<ProposalId, Choice> marks;
    std::uint64_t dots_given = 0;
    for (auto const& [proposal, choice] : command.marks) {
        if (!ballot.tallies.contains(proposal)) {
            return unexpected(refuse(RefusalWord::NotInBallot, "marks"));
        }
        auto const* shown = find(proposal);
        if (!shown || !is_standing(shown->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "marks"));
        }
        if (!scale.has(choice)) return unexpected(refuse(RefusalWord::NotOfMethod, "marks"));
        if (!marks.emplace(proposal, choice).second) {
            return unexpected(refuse(RefusalWord::IdTaken, "marks"));
        }
        if (ballot.method != Method::Dots) continue;
        if (dots(choice) > ballot.terms.cap.value_or(dots_cap_max)) {
            return unexpected(
                refuse(RefusalWord::OverCap, "marks", ballot.terms.cap.value_or(dots_cap_max)));
        }
        dots_given += dots(choice);
    }
    if (ballot.terms.maximum && marks.size() > *ballot.terms.maximum) {
        return unexpected(refuse(RefusalWord::OverMaximum, "marks", *ballot.terms.maximum));
    }
    if (ballot.terms.budget && dots_given > *ballot.terms.budget) {
        return unexpected(refuse(RefusalWord::OverBudget, "marks", *ballot.terms.budget));
    }
    return marks;
}

} // namespace koudmen::board
