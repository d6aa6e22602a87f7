#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/command.hpp"
#include "board/similar.hpp"
#include "board/import.hpp"
#include "board/state.hpp"
#include "wire/carried.hpp"
#include "wire/frame.hpp"
#include "wire/inbound.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// A board to frames: what each audience may see of it, encoded once for all its seats.
//
// What may be seen is decided here from the state, before anything is encoded; no frame is ever
// filtered afterwards. Give these functions only a board that is on disk.
namespace koudmen::wire {

enum class Audience { Everyone, Desk, Wall, Institutions };
inline constexpr std::array audiences{Audience::Everyone, Audience::Desk, Audience::Wall,
                                      Audience::Institutions};

Audience audience(board::Role role);

// What became of a device's command: done when there is no refusal.
struct Answer {
    Operation operation;
    std::optional<board::Refusal> refusal;
};

// Everything of the board that this audience may see and that changed after `since`, as the text of
// a JSON array of changes, each a whole thing as it now stands. "[]" when nothing did.
std::string changes(board::Board const& board, Audience audience, Position since);

// The same for an audience that heard of the counts of votes only up to `counts_since`, and of all else
// up to `since`.
std::string changes(board::Board const& board, Audience audience, Position since,
                    Position counts_since);

// Who is here.
struct Present {
    std::map<CollegeId, std::uint64_t> connected; // People, by college.
    std::uint64_t reconnecting = 0; // People whose line was cut, and who may come back.

    friend bool operator==(Present const&, Present const&) = default;
};

// How many people are connected, as the text of one change; of which colleges, and how many try to come
// back, is for the desk.
std::string presence_change(board::Board const& board, Present const& present, Audience audience);

// How busy a room is.
struct Activity {
    std::uint64_t votes = 0;          // Recorded in the last second.
    std::optional<Moment> written_at; // When something was last on disk.

    friend bool operator==(Activity const&, Activity const&) = default;
};

// The same as the text of one change, for the desks.
std::string activity_change(Activity const& activity);

// A proposal that a desk is reading.
struct HeldClaim {
    ProposalId proposal;
    std::uint64_t desk = 0; // Its number among those that are here.

    friend bool operator==(HeldClaim const&, HeldClaim const&) = default;
};

// All that the desks are reading, as the text of one change.
std::string claims_change(std::vector<HeldClaim> const& claims);

// What only this participant may see and that changed after `since`, as the text of a JSON object.
// Empty when nothing did. The tallies shown after one's own vote are in it.
std::string yours(board::Board const& board, ParticipantNumber participant, Position since);

// One state frame. `changes` is the text of a JSON array, `yours` of an object or empty.
struct State {
    Position position;
    bool full = false;
    bool more = false; // The next frame goes on with it: nothing is to be shown in between.
    bool resume = false;
    std::string_view changes = "[]";
    std::string_view yours{};
    std::span<Answer const> answers{};
};
Frame frame(State const& state);

// `desk` is the number of a desk among those that are here, 0 for other seats.
Frame welcome(board::Actor const& actor, Operation highest, Moment now, std::uint64_t desk = 0);
Frame similar(std::string const& text, std::vector<board::Likeness> const& found);
Frame rejected(BadFrame const& bad);
Frame pong(Moment now);

// Answers of the HTTP door, as JSON texts.
std::string board_created(BoardCode const& code, std::string_view facilitator,
                          std::string_view moderator, std::string_view screen);
std::string joined(board::Participant const& participant);
std::string board_card(board::Board const& board);
std::string badges_issued(BadgeNumber first, std::vector<std::string> const& codes);
std::string badge_trail(board::Board const& board, BadgeNumber badge);
std::string helper_issued(HelperNumber helper, std::string_view credential);
std::string helpers(board::Board const& board);
std::string institution_invited(board::Institution const& institution, std::string_view credential);

// A problem document (RFC 9457) for a refusal, and the HTTP status it goes with.
std::string problem(board::Refusal const& refusal);
std::string problem(board::Refusal const& refusal, FileProblems const& problems);
std::string board_imported(BoardCode const& code);
std::string import_report(std::size_t rows, bool imported,
                          std::vector<board::RowProblem> const& problems);
unsigned http_status(board::RefusalWord word);

// The roadmap as the institution downloads it, by protocol/roadmap.schema.json. The same board at
// the same position gives the same bytes anywhere.
std::string roadmap(board::Board const& board);

} // namespace koudmen::wire
