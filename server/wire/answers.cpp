#include "wire/outbound.hpp"

#include "protocol/messages.hpp"
#include "wire/vocabulary.hpp"

// What the HTTP door answers.
namespace koudmen::wire {

std::string board_created(BoardCode const& code, std::string_view facilitator,
                          std::string_view moderator, std::string_view screen)
{
    return protocol::write(protocol::BoardCreated{code.text, std::string(facilitator),
                                                  std::string(moderator), std::string(screen)});
}

std::string joined(board::Participant const& participant)
{
    return protocol::write(protocol::Joined{static_cast<std::int64_t>(participant.number.value),
                                            participant.college.text, participant.name});
}

std::string board_card(board::Board const& board)
{
    protocol::BoardCard card;
    card.code = board.code.text;
    card.title = board.title;
    card.language = to_protocol<protocol::Language>(board.language);
    for (auto const& college : board.colleges) {
        card.colleges.push_back({college.id.text, college.title});
    }
    for (auto const& axis : board.axes) card.axes.push_back({axis.id.text, axis.title});
    card.phase = to_protocol<protocol::Phase>(board.phase);
    card.admission = to_protocol<protocol::Admission>(board.settings.admission);
    card.badges = !board.badges.empty();
    return protocol::write(card);
}

std::string badges_issued(BadgeNumber first, std::vector<std::string> const& codes)
{
    return protocol::write(protocol::BadgesIssued{static_cast<std::int64_t>(first.value), codes});
}

unsigned http_status(board::RefusalWord word)
{
    switch (word) {
    case board::RefusalWord::Malformed:
    case board::RefusalWord::UnknownWord: return 400;
    case board::RefusalWord::UnknownCredential: return 401;
    case board::RefusalWord::BadgeRequired:
    case board::RefusalWord::UnknownBadge:
    case board::RefusalWord::NotAllowed: return 403;
    case board::RefusalWord::UnknownBoard: return 404;
    case board::RefusalWord::IdTaken:
    case board::RefusalWord::BadgeMoved:
    case board::RefusalWord::BoardClosed:
    case board::RefusalWord::PhaseForbids: return 409;
    case board::RefusalWord::Busy:
    case board::RefusalWord::NotSaved: return 503;
    default: return 422; // Well formed, and still against a rule of the board.
    }
}

std::string problem(board::Refusal const& refusal)
{
    protocol::Problem told;
    auto const word = board::word(refusal.word);
    told.type = "urn:koudmen:refusal:" + std::string(word);
    told.title = std::string(protocol::sentence(to_protocol<protocol::RefusalWord>(refusal.word)));
    told.status = static_cast<std::int64_t>(http_status(refusal.word));
    told.word = to_protocol<protocol::RefusalWord>(refusal.word);
    if (!refusal.field.empty()) told.field = refusal.field;
    told.limit = refusal.limit;
    return protocol::write(told);
}

} // namespace koudmen::wire
