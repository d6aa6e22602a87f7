#include "board/deciding.hpp"

#include "board/limits.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

// The afternoon as it is planned, and played step by step. Nothing happens by itself: a step whose
// time is over stays until somebody goes on.
namespace koudmen::board {

namespace {

Result<Step, Refusal> cleaned_step(Step const& step, std::string const& place)
{
    if (!is_slug(step.id.text)) return unexpected(refuse(RefusalWord::Malformed, place + ".id"));
    auto const title_field = place + ".title";
    auto title = filled(step.title, {title_field, step_title_graphemes_max, Lines::One});
    if (!title) return unexpected(title.error());
    if (step.minutes < 1 || step.minutes > step_minutes_max) {
        return unexpected(refuse(RefusalWord::Malformed, place + ".minutes", step_minutes_max));
    }
    Step cleaned{step.id, std::move(*title), step.phase, step.minutes, step.ballot};
    if (!step.ballot) return cleaned;
    // Nobody could vote in it.
    if (step.phase == Phase::Closed) {
        return unexpected(refuse(RefusalWord::BoardClosed, place + ".ballot"));
    }
    auto const question_field = place + ".ballot.question";
    auto question =
        filled(step.ballot->question, {question_field, question_graphemes_max, Lines::One});
    if (!question) return unexpected(question.error());
    cleaned.ballot->question = std::move(*question);
    return cleaned;
}

} // namespace

Result<std::vector<Step>, Refusal> cleaned_agenda(std::vector<Step> const& steps,
                                                  std::string_view name)
{
    if (steps.size() > agenda_steps_max) {
        return unexpected(refuse(RefusalWord::TooMany, name, agenda_steps_max));
    }
    std::vector<Step> cleaned;
    std::set<StepId> ids;
    for (auto const& step : steps) {
        auto const place = std::string(name) + "[" + std::to_string(cleaned.size()) + "]";
        auto one = cleaned_step(step, place);
        if (!one) return unexpected(one.error());
        if (!ids.insert(step.id).second) {
            return unexpected(refuse(RefusalWord::IdTaken, place + ".id"));
        }
        cleaned.push_back(std::move(*one));
    }
    return cleaned;
}

Decided Deciding::operator()(SetAgenda const& command) const
{
    auto steps = cleaned_agenda(command.steps, "steps");
    if (!steps) return unexpected(steps.error());
    auto const& agenda = board_.agenda;
    bool const keeps_current =
        !agenda.current || std::any_of(steps->begin(), steps->end(), [&](Step const& step) {
            return step.id == *agenda.current;
        });
    if (!keeps_current) return unexpected(refuse(RefusalWord::StepPlaying, "steps"));
    if (agenda.steps == *steps) return Events{};
    return Events{AgendaSet{std::move(*steps)}};
}

Decided Deciding::operator()(PlayStep const& command) const
{
    auto const* step = board_.agenda.find(command.step);
    if (!step) return unexpected(refuse(RefusalWord::UnknownStep, "step"));
    if (board_.agenda.current == command.step) return resume_step();

    auto events = leaving_step();
    StepPlayed played{command.step, {}};
    auto next = *this;
    if (!events.empty()) next.closing_ = board_.agenda.ballot;
    // The plan is the reason, where a phase is opened again.
    auto phase = next(OpenPhase{step->phase, step->title});
    if (!phase) return phase;
    Events ballot;
    if (step->ballot) {
        if (!command.ballot) return unexpected(refuse(RefusalWord::Required, "ballot"));
        if (find(*command.ballot)) return unexpected(refuse(RefusalWord::IdTaken, "ballot"));
        auto const& plan = *step->ballot;
        auto opened = next(OpenBallot{
            *command.ballot, plan.question, plan.method, plan.results, {}, {}, {}, command.seed});
        if (!opened) return opened;
        ballot = std::move(*opened);
        played.ballot = command.ballot;
    }
    events.push_back(std::move(played));
    std::move(phase->begin(), phase->end(), std::back_inserter(events));
    std::move(ballot.begin(), ballot.end(), std::back_inserter(events));
    // After the end nobody waits for anything.
    if (step->phase != Phase::Closed)
        events.push_back(TimerStarted{now_ + std::chrono::minutes{step->minutes}});
    else if (board_.timer_ends_at)
        events.push_back(TimerStopped{});
    return events;
}

Decided Deciding::resume_step() const
{
    auto const& agenda = board_.agenda;
    if (!agenda.milliseconds_left) return Events{};
    Events events{StepPlayed{*agenda.current, {}}};
    if (*agenda.milliseconds_left > 0) {
        events.push_back(TimerStarted{now_ + std::chrono::milliseconds{*agenda.milliseconds_left}});
    }
    return events;
}

Decided Deciding::operator()(PauseStep const&) const
{
    auto const& agenda = board_.agenda;
    if (!agenda.current) return unexpected(refuse(RefusalWord::NoStepPlaying));
    if (agenda.milliseconds_left) return Events{};
    auto const ends = board_.timer_ends_at.value_or(now_).milliseconds;
    auto const left = std::max<std::int64_t>(0, ends - now_.milliseconds);
    Events events{StepPaused{static_cast<std::uint64_t>(left)}};
    if (board_.timer_ends_at) events.push_back(TimerStopped{});
    return events;
}

Decided Deciding::operator()(EndStep const&) const
{
    if (!board_.agenda.current) return Events{};
    auto events = leaving_step();
    events.push_back(StepEnded{});
    if (board_.timer_ends_at) events.push_back(TimerStopped{});
    return events;
}

Decided Deciding::operator()(SkipStep const& command) const
{
    auto const& agenda = board_.agenda;
    if (!agenda.find(command.step)) return unexpected(refuse(RefusalWord::UnknownStep, "step"));
    if (agenda.current == command.step) return unexpected(refuse(RefusalWord::StepPlaying, "step"));
    bool const skipped = agenda.state(command.step) == StepState::Skipped;
    if (skipped == command.skipped) return Events{};
    return Events{StepSkipped{command.step, command.skipped}};
}

Events Deciding::leaving_step() const
{
    if (!board_.agenda.ballot) return {};
    auto const* ballot = find(*board_.agenda.ballot);
    if (!ballot || ballot->state != BallotState::Open) return {};
    return {BallotClosed{ballot->id}};
}

} // namespace koudmen::board
