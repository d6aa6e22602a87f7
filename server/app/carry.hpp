#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "journal/journal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koudmen::app {

// The whole of a board as an archive, from its events; or why not.
Result<std::string, std::string> whole_board(journal::Journal& journal, BoardCode const& code);

// What became of an archive: the board that is in the store now, or what is wrong, a line for each.
struct Taken {
    std::optional<BoardCode> board;
    std::vector<std::string> problems;
};
Taken take_in(journal::Journal& journal, std::string_view archive);

} // namespace koudmen::app
