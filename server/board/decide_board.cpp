#include "board/deciding.hpp"

#include "board/limits.hpp"
#include "board/merges.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace koudmen::board {

namespace {

std::vector<College> usual_colleges()
{
    return {{{"citizens"}, "Habitants"},
            {{"associations"}, "Associations"},
            {{"companies"}, "Entreprises"},
            {{"local-authorities"}, "Collectivités"},
            {{"institutions"}, "Institutions"}};
}

// The axes or colleges of a new board, with their titles cleaned and their ids known to differ.
template <class Listed>
Result<std::vector<Listed>, Refusal> cleaned_list(std::vector<Listed> const& list,
                                                  std::string_view name, std::size_t max)
{
    if (list.empty()) return unexpected(refuse(RefusalWord::Required, name));
    if (list.size() > max) return unexpected(refuse(RefusalWord::TooMany, name, max));
    std::vector<Listed> cleaned;
    std::set<std::string> ids;
    for (auto const& listed : list) {
        auto const place = std::string(name) + "[" + std::to_string(cleaned.size()) + "]";
        if (!is_slug(listed.id.text))
            return unexpected(refuse(RefusalWord::Malformed, place + ".id"));
        if (!ids.insert(listed.id.text).second) {
            return unexpected(refuse(RefusalWord::IdTaken, place + ".id"));
        }
        auto const field = place + ".title";
        auto title = filled(listed.title, {field, label_graphemes_max, Lines::One});
        if (!title) return unexpected(title.error());
        cleaned.push_back({listed.id, std::move(*title)});
    }
    return cleaned;
}

} // namespace

Decided decide(Board const& board, CreateBoard const& command)
{
    if (board.position.value > 0) return unexpected(refuse(RefusalWord::IdTaken, "code"));
    auto title = filled(command.title, {"title", board_title_graphemes_max, Lines::One});
    if (!title) return unexpected(title.error());
    auto axes = cleaned_list(command.axes, "axes", axes_max);
    if (!axes) return unexpected(axes.error());
    auto colleges = cleaned_list(command.colleges.empty() ? usual_colleges() : command.colleges,
                                 "colleges", colleges_max);
    if (!colleges) return unexpected(colleges.error());
    auto const proposals = command.settings.proposals_per_participant;
    if (proposals < 1 || proposals > proposals_per_participant_max) {
        return unexpected(refuse(RefusalWord::Malformed, "settings.proposalsPerParticipant",
                                 proposals_per_participant_max));
    }
    auto agenda = cleaned_agenda(command.agenda, "agenda");
    if (!agenda) return unexpected(agenda.error());
    Events events{BoardCreated{command.code, std::move(*title), command.language, std::move(*axes),
                               std::move(*colleges), command.settings, command.facilitator,
                               command.moderator, command.screen}};
    if (!agenda->empty()) events.push_back(AgendaSet{std::move(*agenda)});
    if (command.parent) events.push_back(ParentNamed{*command.parent});
    return events;
}

Decided Deciding::operator()(Introduce const& command) const
{
    auto name = cleaned_name(command.name);
    if (!name) return unexpected(name.error());
    if (me().name == *name) return Events{};
    // A name is words that reach the room; taking it back is not.
    if (auto refusal = muted(); refusal && *name) return unexpected(*refusal);
    return Events{ParticipantIntroduced{actor_.participant, std::move(*name)}};
}

Decided Deciding::operator()(SubmitComment const& command) const
{
    if (auto refusal = muted()) return unexpected(*refusal);
    auto text = filled(command.text, {"text", comment_graphemes_max, Lines::Many});
    if (!text) return unexpected(text.error());
    auto const known = board_.comments.find(command.comment);
    if (known != board_.comments.end()) {
        auto const& it = known->second;
        bool const same = it.author == actor_.participant && it.institution == actor_.institution &&
                          it.proposal == command.proposal && it.stance == command.stance &&
                          it.text == *text && it.language == foreign(command.language);
        if (same) return Events{};
        return unexpected(refuse(RefusalWord::IdTaken, "comment"));
    }
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (!is_standing(proposal->status)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    if (proposal->comments.size() >= comments_per_proposal_max) {
        return unexpected(refuse(RefusalWord::TooMany, "comment", comments_per_proposal_max));
    }
    if (board_.comments.size() >= comments_max) {
        return unexpected(refuse(RefusalWord::TooMany, "comment", comments_max));
    }
    if (auto refusal = too_many_comments()) return unexpected(*refusal);
    return Events{CommentSubmitted{command.comment, command.proposal, actor_.participant,
                                   command.stance, std::move(*text), actor_.institution,
                                   foreign(command.language)}};
}

Decided Deciding::operator()(HideComment const& command) const
{
    auto const comment = board_.comments.find(command.comment);
    if (comment == board_.comments.end()) {
        return unexpected(refuse(RefusalWord::UnknownComment, "comment"));
    }
    if (comment->second.hidden == command.hidden) return Events{};
    return Events{CommentHidden{command.comment, command.hidden}};
}

Decided Deciding::operator()(ConfigurePhase const& command) const
{
    auto const& switches = board_.switches[static_cast<std::size_t>(command.phase)];
    if (switches == command.switches) return Events{};
    return Events{PhaseConfigured{command.phase, command.switches}};
}

Decided Deciding::operator()(StartTimer const& command) const
{
    if (command.seconds < 1 || command.seconds > timer_max.count()) {
        return unexpected(
            refuse(RefusalWord::Malformed, "seconds", static_cast<std::size_t>(timer_max.count())));
    }
    return Events{TimerStarted{now_ + std::chrono::seconds{command.seconds}}};
}

Decided Deciding::operator()(StopTimer const&) const
{
    if (!board_.timer_ends_at) return Events{};
    return Events{TimerStopped{}};
}

} // namespace koudmen::board
