#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What clients asked and were told, and what their boards held at the end, judged by laws that every
// run of the server must keep. README.md says how it is written down.
namespace koudmen::history {

enum class Type { Invoke, Ok, Refused, Unknown, Saw, Effect, Final };

// One line. Which fields it has depends on its type.
struct Line {
    Type type = Type::Invoke;
    std::string board;
    std::string client;
    std::string credential;
    std::uint64_t operation = 0;
    std::uint64_t position = 0;

    // What was asked, seen or held: a choice in a ballot, or the value of any other thing.
    std::string ballot;
    std::string proposal;
    std::string thing;
    std::optional<std::string> value; // The choice, or the value; nothing where it was taken back.

    std::optional<std::string> state; // Saw: all that is shown, as a text to compare.
    std::string view;                 // Saw: to whom it is shown; those of one view see the same.
    std::string event;                // Effect: which of an operation's events.
    std::map<std::string, std::uint64_t> counts; // Final: how many credentials chose what.
};

enum class Law { Lost, Duplicated, Stale, Order, ReadYourWrites, OneBallot };

std::string_view word(Law law);

struct Breach {
    Law law = Law::Lost;
    std::string what; // One sentence, with who, what and where.
};

struct Verdict {
    std::uint64_t operations = 0;
    std::uint64_t answered = 0; // Done.
    std::uint64_t refused = 0;
    std::uint64_t unknown = 0; // Without an answer.
    std::uint64_t shown = 0;   // Things and states that clients were told.
    std::uint64_t held = 0;    // Things that boards held at the end.
    std::vector<Breach> breaches;

    bool good() const { return breaches.empty(); }
    std::uint64_t count(Law law) const;
};

// Judges lines in the order in which they happened. Lines that do not make a history, as an answer to
// what was never asked, are a mistake of whoever wrote them: judge() throws std::invalid_argument.
Verdict judge(std::vector<Line> const& lines);

// One line of a file; std::invalid_argument says what is wrong with it.
Line read_line(std::string_view text);

// The line as read_line() reads it, without its end.
std::string write_line(Line const& line);

// The verdict as one JSON object on one line.
std::string report(Verdict const& verdict);

} // namespace koudmen::history
