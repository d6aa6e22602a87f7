#include "board/applying.hpp"
#include "board/limits.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace koudmen::board {

namespace {

// The board as it was when the rehearsal began, with what outlasts one: who may come in and how they
// are called (people, badges, helpers, tables, institutions), which operations were accepted, and what
// was prepared in it: agenda, names of screens, switches of phases, settings, axes and colleges.
Board before_rehearsal(Board const& rehearsed, Position now)
{
    auto board = *rehearsed.rehearsal->before;
    board.position = rehearsed.position;
    board.voided = now;
    board.members = rehearsed.members;
    board.joined = rehearsed.joined;
    board.devices = rehearsed.devices;
    board.badges = rehearsed.badges;
    board.badge_numbers = rehearsed.badge_numbers;
    board.replaced = rehearsed.replaced;
    board.helpers = rehearsed.helpers;
    board.settings = rehearsed.settings;
    board.axes = rehearsed.axes;
    board.colleges = rehearsed.colleges;
    for (auto& [number, badge] : board.badges) {
        auto const known = rehearsed.rehearsal->before->badges.find(number);
        auto trail = known == rehearsed.rehearsal->before->badges.end() ? std::vector<Trace>{}
                                                                        : known->second.trail;
        for (auto const& trace : badge.trail) {
            bool const came = trace.deed == Deed::Joined || trace.deed == Deed::Moved;
            auto const same = std::find_if(trail.begin(), trail.end(), [&](Trace const& one) {
                return one.deed == trace.deed && one.channel == trace.channel;
            });
            if (came && same == trail.end()) trail.push_back(trace);
        }
        badge.trail = std::move(trail);
    }
    for (auto const& [number, institution] : rehearsed.institutions) {
        auto& kept = board.institutions[number];
        auto comments = std::move(kept.comments);
        kept = institution;
        kept.comments = std::move(comments);
    }
    board.tables = rehearsed.tables;
    for (auto const& [number, person] : rehearsed.participants) {
        auto& kept = board.participants[number];
        auto proposals = std::move(kept.proposals);
        auto comments = std::move(kept.comments);
        auto const trusted = kept.trusted;
        bool const muted = kept.muted;
        kept = person;
        kept.trusted = trusted;
        kept.muted = muted;
        kept.proposals = std::move(proposals);
        kept.comments = std::move(comments);
        kept.changed = now;
    }

    board.switches = rehearsed.switches;
    auto screens = std::exchange(board.screens, {});
    for (auto const& [number, screen] : rehearsed.screens) {
        board.screens[number] = screens[number];
        board.screens[number].name = screen.name;
    }
    board.agenda.steps = rehearsed.agenda.steps;
    std::erase_if(board.agenda.states,
                  [&](auto const& entry) { return !board.agenda.find(entry.first); });
    if (board.agenda.current && !board.agenda.find(*board.agenda.current)) {
        board.agenda.current.reset();
        board.agenda.ballot.reset();
        board.agenda.milliseconds_left.reset();
    }
    return board;
}

} // namespace

void Applying::operator()(PhaseOpened const& event)
{
    bool const shown = board_.now().results;
    if (reopens(board_, event.phase)) {
        board_.phase_reopenings.push_back({event.phase, at_, event.reason});
    }
    board_.left[static_cast<std::size_t>(board_.phase)] = true;
    board_.phase = event.phase;
    board_.phase_since = at_;
    touch({.part = Part::Phase});
    if (shown != board_.now().results) touch_all_results();
}

void Applying::operator()(PhaseConfigured const& event)
{
    bool const shown = board_.now().results;
    board_.switches[static_cast<std::size_t>(event.phase)] = event.switches;
    touch({.part = Part::Board});
    if (shown != board_.now().results) touch_all_results();
}

void Applying::operator()(ScreenShown const& event)
{
    auto const number = event.screen.value_or(ScreenNumber{1});
    auto& screen = board_.screens[number];
    screen.view = event.view;
    screen.proposal = event.proposal;
    screen.ballot = event.ballot;
    auto& showings = board_.showings;
    if (showings.size() >= showings_max) showings.erase(showings.begin());
    showings.push_back({number, at_, event.view, event.proposal, event.ballot});
    touch({.part = Part::Screens});
    touch({.part = Part::Showings});
}

void Applying::operator()(TimerStarted const& event)
{
    board_.timer_ends_at = event.ends_at;
    touch({.part = Part::Timer});
}

void Applying::operator()(TimerStopped const&)
{
    board_.timer_ends_at.reset();
    touch({.part = Part::Timer});
}

void Applying::operator()(MessageSent const& event)
{
    board_.message.reset();
    if (event.text) board_.message = {position_, *event.text, at_};
    touch({.part = Part::Message});
}

void Applying::operator()(AgendaSet const& event)
{
    auto& agenda = board_.agenda;
    agenda.steps = event.steps;
    std::erase_if(agenda.states, [&](auto const& entry) { return !agenda.find(entry.first); });
    touch({.part = Part::Agenda});
}

void Applying::operator()(StepPlayed const& event)
{
    auto& agenda = board_.agenda;
    if (agenda.current != event.step) {
        leave_step();
        agenda.current = event.step;
        agenda.ballot = event.ballot;
    }
    agenda.milliseconds_left.reset();
    agenda.states[event.step] = StepState::Playing;
    touch({.part = Part::Agenda});
}

void Applying::operator()(StepPaused const& event)
{
    auto& agenda = board_.agenda;
    agenda.milliseconds_left = event.milliseconds_left;
    if (agenda.current) agenda.states[*agenda.current] = StepState::Paused;
    touch({.part = Part::Agenda});
}

void Applying::operator()(StepEnded const&)
{
    leave_step();
    touch({.part = Part::Agenda});
}

void Applying::operator()(ScreensArranged const& event)
{
    std::map<ScreenNumber, Screen> arranged;
    for (auto const& [number, name] : event.screens) {
        auto& screen = arranged[number];
        auto const known = board_.screens.find(number);
        if (known != board_.screens.end()) screen = known->second;
        screen.name = name;
    }
    board_.screens = std::move(arranged);
    touch({.part = Part::Screens});
}

void Applying::operator()(RehearsalStarted const&)
{
    check(!board_.rehearsal, "one rehearsal at a time");
    auto before = std::make_shared<Board const>(board_);
    board_.rehearsal = {at_, std::move(before)};
    touch({.part = Part::Rehearsal});
}

void Applying::operator()(RehearsalPurged const&)
{
    check(board_.rehearsal.has_value(), "only a rehearsal is purged");
    board_ = before_rehearsal(board_, position_);
    // Everybody is told all of it anew; what was never told before has to be in the list.
    for (auto const part : {Part::Board, Part::Participants, Part::Screens}) {
        touch({.part = part});
    }
    if (!board_.agenda.steps.empty()) touch({.part = Part::Agenda});
    if (!board_.tables.empty()) touch({.part = Part::Tables});
    for (auto const& [number, institution] : board_.institutions) {
        touch({.part = Part::Institution, .institution = number});
    }
}

void Applying::operator()(StepSkipped const& event)
{
    if (event.skipped)
        board_.agenda.states[event.step] = StepState::Skipped;
    else
        board_.agenda.states.erase(event.step);
    touch({.part = Part::Agenda});
}

void Applying::leave_step()
{
    auto& agenda = board_.agenda;
    if (agenda.current) agenda.states[*agenda.current] = StepState::Done;
    agenda.current.reset();
    agenda.ballot.reset();
    agenda.milliseconds_left.reset();
}

} // namespace koudmen::board
