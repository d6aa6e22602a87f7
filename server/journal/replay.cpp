#include "journal/replay.hpp"

#include <string>
#include <utility>

namespace koudmen::journal {

Result<board::Board, Fault> replay(Journal& journal, BoardCode const& code, board::Board from)
{
    auto board = std::move(from);
    for (;;) {
        auto page = journal.read(code, board.position);
        if (!page) return unexpected(std::move(page.error()));
        for (auto const& recorded : page->events) {
            if (recorded.position.value != board.position.value + 1) {
                return unexpected(Fault{Fault::Kind::Missing,
                                        {board.position.value + 1},
                                        "an event is missing before position " +
                                            std::to_string(recorded.position.value)});
            }
            board::apply(board, recorded);
        }
        if (page->last) return board;
    }
}

} // namespace koudmen::journal
