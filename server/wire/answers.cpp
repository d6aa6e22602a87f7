#include "wire/outbound.hpp"

#include "protocol/messages.hpp"
#include "wire/vocabulary.hpp"

// What the HTTP door answers.
namespace koudmen::wire {

namespace {

constexpr std::size_t problems_told_max = 1'000;
constexpr std::size_t field_bytes_max = 60;

// A column that nobody knows is named by whoever made it, at any length. Characters stay whole.
std::string start_of(std::string const& field)
{
    if (field.size() <= field_bytes_max) return field;
    auto end = field_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(field[end]) & 0xC0U) == 0x80U) --end;
    return field.substr(0, end);
}

} // namespace

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

std::string institution_invited(board::Institution const& institution, std::string_view credential)
{
    return protocol::write(
        protocol::InstitutionInvited{static_cast<std::int64_t>(institution.number.value),
                                     institution.name, std::string(credential)});
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

std::string badge_trail(board::Board const& board, BadgeNumber number)
{
    auto const& badge = board.badges.at(number);
    protocol::BadgeTrail told;
    told.badge = static_cast<std::int64_t>(number.value);
    if (badge.participant.value > 0) {
        auto const& person = board.participants.at(badge.participant);
        told.participant = static_cast<std::int64_t>(badge.participant.value);
        told.college = person.college.text;
    }
    for (auto const& trace : badge.trail) {
        protocol::Trace one;
        one.deed = to_protocol<protocol::Deed>(trace.deed);
        one.channel = to_protocol<protocol::Channel>(trace.channel);
        if (trace.ballot.named()) {
            one.ballot = static_cast<std::int64_t>(board.ballots.at(trace.ballot).number);
        }
        one.first = trace.first.milliseconds;
        one.last = trace.last.milliseconds;
        told.trail.push_back(one);
    }
    return protocol::write(told);
}

std::string helper_issued(HelperNumber helper, std::string_view credential)
{
    return protocol::write(
        protocol::HelperIssued{static_cast<std::int64_t>(helper.value), std::string(credential)});
}

std::string helpers(board::Board const& board)
{
    protocol::Helpers told;
    for (auto const& [number, helper] : board.helpers) {
        told.helpers.push_back({static_cast<std::int64_t>(number.value),
                                helper.issued_at.milliseconds, helper.revoked});
    }
    return protocol::write(told);
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
    case board::RefusalWord::UnknownHelper:
    case board::RefusalWord::UnknownBoard: return 404;
    case board::RefusalWord::IdTaken:
    case board::RefusalWord::BadgeMoved:
    case board::RefusalWord::BoardClosed:
    case board::RefusalWord::ResultsHidden:
    case board::RefusalWord::PhaseForbids: return 409;
    case board::RefusalWord::Busy:
    case board::RefusalWord::NotSaved: return 503;
    default: return 422; // Well formed, and still against a rule of the board.
    }
}

std::string problem(board::Refusal const& refusal)
{
    return problem(refusal, {});
}

std::string problem(board::Refusal const& refusal, FileProblems const& problems)
{
    protocol::Problem told;
    auto const word = board::word(refusal.word);
    told.type = "urn:koudmen:refusal:" + std::string(word);
    told.title = std::string(protocol::sentence(to_protocol<protocol::RefusalWord>(refusal.word)));
    told.status = static_cast<std::int64_t>(http_status(refusal.word));
    told.word = to_protocol<protocol::RefusalWord>(refusal.word);
    if (!refusal.field.empty()) told.field = refusal.field;
    told.limit = refusal.limit;
    for (auto const& [file, line, reason] : problems) {
        if (!told.problems) told.problems.emplace();
        protocol::FileProblem one{file, {}, reason};
        if (line > 0) one.line = static_cast<std::int64_t>(line);
        told.problems->push_back(std::move(one));
    }
    return protocol::write(told);
}

std::string board_imported(BoardCode const& code)
{
    return protocol::write(protocol::BoardImported{code.text});
}

std::string import_report(std::size_t rows, bool imported,
                          std::vector<board::RowProblem> const& problems)
{
    protocol::ImportReport told;
    told.rows = static_cast<std::int64_t>(rows);
    told.imported = imported;
    for (auto const& [line, refusal] : problems) {
        protocol::RowProblem one;
        one.line = static_cast<std::int64_t>(line);
        one.refusal.word = to_protocol<protocol::RefusalWord>(refusal.word);
        if (!refusal.field.empty()) one.refusal.field = start_of(refusal.field);
        one.refusal.limit = refusal.limit;
        told.problems.push_back(std::move(one));
        if (told.problems.size() == problems_told_max) break;
    }
    return protocol::write(told);
}

} // namespace koudmen::wire
