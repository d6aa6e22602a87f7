#pragma once

#include "base/result.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A board's journal as text, to carry it elsewhere: one event a line, as JSON. The same event is
// always the same line, so that a board that was carried over is written as the same bytes again.
namespace koudmen::journal {

// An event as its line, with the line's end.
std::string line_of(board::Recorded const& recorded);

// What is wrong with a line, which is counted from 1. In English, for the operator.
struct BadLine {
    std::size_t line = 0;
    std::string reason;

    friend bool operator==(BadLine const&, BadLine const&) = default;
};

struct Carried {
    std::vector<board::Recorded> events;
    board::Board board; // What they make.
};

// Of so many lines that are wrong the reasons are told.
inline constexpr std::size_t bad_lines_max = 100;

// The journal of one board. Lines are judged, not trusted: each must be an event, written as line_of()
// writes it, at its position; and together they must make a board.
Result<Carried, std::vector<BadLine>> read_lines(std::string_view text);

} // namespace koudmen::journal
