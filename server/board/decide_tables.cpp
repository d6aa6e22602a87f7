#include "board/deciding.hpp"

#include "board/limits.hpp"

#include <algorithm>
#include <utility>

// Tables: boards of their own, whose scribes send proposals up to this one.
namespace koudmen::board {

Decided decide(Board const& board, AddTable const& command)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    auto const by = member(board, command.by);
    if (!by) return unexpected(refuse(RefusalWord::UnknownCredential, "authorization"));
    // Tables have no tables: what is sent up comes to where it is decided.
    if (by->role != Role::Facilitator || board.parent) {
        return unexpected(refuse(RefusalWord::NotAllowed));
    }
    if (board.phase == Phase::Closed) return unexpected(refuse(RefusalWord::BoardClosed));
    if (board.tables.size() >= tables_max) {
        return unexpected(refuse(RefusalWord::TooMany, "tables", tables_max));
    }
    if (board.participants.size() >= participants_max) {
        return unexpected(refuse(RefusalWord::TooMany, "participant", participants_max));
    }
    if (member(board, command.scribe)) {
        return unexpected(refuse(RefusalWord::IdTaken, "scribe"));
    }
    auto title = filled(command.title, {"title", name_graphemes_max, Lines::One});
    if (!title) return unexpected(title.error());
    return Events{TableAdded{
        {board.participants.size() + 1}, command.scribe, std::move(*title), command.board}};
}

Decided Deciding::operator()(SendUp const& command) const
{
    if (!table_of(board_, actor_.participant)) {
        return unexpected(refuse(RefusalWord::NotATable));
    }
    if (auto refusal = muted()) return unexpected(*refusal);
    auto text = proposal_text(command.title, command.description, command.axis);
    if (!text) return unexpected(text.error());
    bool const has_college =
        std::any_of(board_.colleges.begin(), board_.colleges.end(),
                    [&](College const& college) { return college.id == command.source.college; });
    if (!has_college) return unexpected(refuse(RefusalWord::UnknownCollege, "source.college"));
    if (auto const* known = find(command.proposal)) {
        // It was sent up already; what became of it here is not undone by sending it again.
        if (known->author == actor_.participant) return Events{};
        return unexpected(refuse(RefusalWord::IdTaken, "proposal"));
    }
    if (me().proposals.size() >= proposals_per_participant_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposal", proposals_per_participant_max));
    }
    if (board_.proposals.size() >= proposals_max) {
        return unexpected(refuse(RefusalWord::TooMany, "proposal", proposals_max));
    }
    return Events{ProposalSubmitted{command.proposal, actor_.participant, std::move(text->title),
                                    std::move(text->description), command.axis, command.source,
                                    foreign(command.language)}};
}

} // namespace koudmen::board
