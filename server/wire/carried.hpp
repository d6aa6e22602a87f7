#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/state.hpp"
#include "wire/archive.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A whole board as an archive, which another server reads as the same board.
namespace koudmen::wire {

// The file in it that is the board's journal.
inline constexpr std::string_view journal_file = "events.jsonl";

// Everything of the board, its journal too: for who leads it. `lines` is that journal up to the
// board's position.
std::string whole_archive(board::Board const& board, std::string lines);

// What is wrong with an archive: in which file, on which line where there are lines. In English, for
// the operator.
struct FileProblem {
    std::string file;
    std::size_t line = 0; // 0 where it is about the whole file.
    std::string reason;

    friend bool operator==(FileProblem const&, FileProblem const&) = default;
};
using FileProblems = std::vector<FileProblem>;

// The journal of a whole archive whose files are all as its manifest tells.
Result<std::string, FileProblems> journal_of(std::string_view archive);

// Why a board whose events fit cannot be served all the same: what it would tell is against the
// protocol, in its lengths or words.
std::optional<std::string> unspeakable(board::Board const& board);

} // namespace koudmen::wire
