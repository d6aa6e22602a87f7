#include "board/applying.hpp"
#include "board/limits.hpp"
#include "board/moderation_log.hpp"
#include "board/trail.hpp"

namespace koudmen::board {

void Applying::operator()(BoardCreated const& event)
{
    check(!event.axes.empty() && !event.colleges.empty(), "a board has axes and colleges");
    board_.code = event.code;
    board_.title = event.title;
    board_.language = event.language;
    board_.axes = event.axes;
    board_.colleges = event.colleges;
    board_.settings = event.settings;
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        board_.switches[phase] = usual_switches(static_cast<Phase>(phase));
    }
    board_.phase_since = at_;
    board_.members.emplace(event.facilitator, Actor{Role::Facilitator, {}});
    board_.members.emplace(event.moderator, Actor{Role::Moderator, {}});
    board_.members.emplace(event.screen, Actor{Role::Screen, {}});
    for (auto const part : {Part::Board, Part::Phase, Part::Participants, Part::Screens}) {
        touch({.part = part});
    }
}

void Applying::operator()(AxesImported const& event)
{
    board_.axes.insert(board_.axes.end(), event.axes.begin(), event.axes.end());
    touch({.part = Part::Board});
}

void Applying::operator()(CollegesImported const& event)
{
    board_.colleges.insert(board_.colleges.end(), event.colleges.begin(), event.colleges.end());
    touch({.part = Part::Board});
}

void Applying::operator()(ModerationConfigured const& event)
{
    bool const trust_changed = board_.settings.trusts_after_first != event.trusts_after_first;
    board_.settings.moderation = event.moderation;
    board_.settings.trusts_after_first = event.trusts_after_first;
    touch({.part = Part::Board});
    if (!trust_changed) return;
    for (auto const& [id, proposal] : board_.proposals) touch_proposal(id);
}

void apply(Board& board, Recorded const& recorded)
{
    check(recorded.position.value == board.position.value + 1, "positions have no gap");
    bool const creates = std::holds_alternative<BoardCreated>(recorded.event);
    check(creates == (board.position.value == 0), "a board is created once, first");

    std::visit(Applying{board, recorded}, recorded.event);
    if (auto log = moderated(board, recorded)) {
        auto& all = board.moderation;
        if (all.size() >= moderation_log_max) all.erase(all.begin());
        all.push_back(*log);
    }
    trace(board, recorded);
    board.position = recorded.position;
    board.last_at = recorded.at;
    if (recorded.by.operation.value > 0) {
        board.devices[{recorded.by.actor, recorded.by.device}].add(recorded.by.operation);
    }
}

} // namespace koudmen::board
