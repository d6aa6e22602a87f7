#include "board/deciding.hpp"

#include "board/limits.hpp"
#include "board/merges.hpp"

#include <algorithm>
#include <set>
#include <utility>

// What leads a room through its afternoon.
namespace koudmen::board {

namespace {

bool is_of_a_ballot(View view)
{
    return view == View::Results || view == View::Agreement || view == View::Colleges;
}

} // namespace

Decided Deciding::operator()(OpenPhase const& command) const
{
    if (board_.phase == command.phase) return Events{};
    if (!reopens(board_, command.phase)) return Events{PhaseOpened{command.phase, {}}};
    auto reason = filled(command.reason.value_or(""), {"reason", reason_graphemes_max, Lines::One});
    if (!reason) return unexpected(reason.error());
    if (board_.phase_reopenings.size() >= phase_reopenings_max) {
        return unexpected(refuse(RefusalWord::TooMany, "phase", phase_reopenings_max));
    }
    return Events{PhaseOpened{command.phase, std::move(*reason)}};
}

Decided Deciding::operator()(SendMessage const& command) const
{
    auto text = optional(command.text, {"text", message_graphemes_max, Lines::One});
    if (!text) return unexpected(text.error());
    auto const standing = board_.message ? std::optional(board_.message->text) : std::nullopt;
    if (standing == *text) return Events{};
    return Events{MessageSent{std::move(*text)}};
}

Decided Deciding::operator()(Show const& command) const
{
    auto const screen = board_.screens.find(command.screen);
    if (screen == board_.screens.end()) {
        return unexpected(refuse(RefusalWord::UnknownScreen, "screen"));
    }
    Screen shown{command.view, {}, {}, screen->second.name};
    bool const one = command.view == View::Colleges && command.proposal;
    if (command.view == View::Proposal || one) {
        if (!command.proposal) return unexpected(refuse(RefusalWord::Required, "proposal"));
        auto const* proposal = find(*command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (!is_standing(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        shown.proposal = command.proposal;
    }
    if (is_of_a_ballot(command.view)) {
        if (!command.ballot) return unexpected(refuse(RefusalWord::Required, "ballot"));
        auto const* ballot = find(*command.ballot);
        if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
        // Agreement is counted in people for and against.
        if (command.view == View::Agreement && ballot->method != Method::Opinion) {
            return unexpected(refuse(RefusalWord::NotOfMethod, "ballot"));
        }
        shown.ballot = command.ballot;
    }
    if (screen->second == shown) return Events{};
    ScreenShown event{shown.view, shown.proposal, shown.ballot};
    if (command.screen.value > 1) event.screen = command.screen;
    return Events{event};
}

Decided Deciding::operator()(ArrangeScreens const& command) const
{
    if (command.screens.size() > screens_max) {
        return unexpected(refuse(RefusalWord::TooMany, "screens", screens_max));
    }
    std::vector<ScreenName> arranged;
    std::set<ScreenNumber> numbers;
    for (auto const& one : command.screens) {
        auto const place = "screens[" + std::to_string(arranged.size()) + "]";
        if (one.screen.value < 1 || one.screen.value > screens_max) {
            return unexpected(refuse(RefusalWord::Malformed, place + ".screen", screens_max));
        }
        if (!numbers.insert(one.screen).second) {
            return unexpected(refuse(RefusalWord::IdTaken, place + ".screen"));
        }
        auto const field = place + ".name";
        auto name = filled(one.name, {field, screen_name_graphemes_max, Lines::One});
        if (!name) return unexpected(name.error());
        arranged.push_back({one.screen, std::move(*name)});
    }
    if (!numbers.contains(ScreenNumber{1})) {
        return unexpected(refuse(RefusalWord::Required, "screens"));
    }
    auto const same = [&](ScreenName const& one) {
        auto const known = board_.screens.find(one.screen);
        return known != board_.screens.end() && known->second.name == one.name;
    };
    if (arranged.size() == board_.screens.size() &&
        std::all_of(arranged.begin(), arranged.end(), same)) {
        return Events{};
    }
    return Events{ScreensArranged{std::move(arranged)}};
}

Decided Deciding::operator()(StartRehearsal const&) const
{
    if (board_.rehearsal) return Events{};
    return Events{RehearsalStarted{}};
}

Decided Deciding::operator()(PurgeRehearsal const&) const
{
    if (!board_.rehearsal) return unexpected(refuse(RefusalWord::NoRehearsal));
    return Events{RehearsalPurged{}};
}

} // namespace koudmen::board
