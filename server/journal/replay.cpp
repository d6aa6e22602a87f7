#include "journal/replay.hpp"

#include <future>
#include <string>
#include <utility>

namespace koudmen::journal {

// A page is read while the one before it is applied: each takes about as long as the other.
Result<board::Board, Fault> replay(Journal& journal, BoardCode const& code, board::Board from)
{
    auto board = std::move(from);
    auto page = journal.read(code, board.position);
    for (;;) {
        if (!page) return unexpected(std::move(page.error()));
        std::future<Result<Page, Fault>> next;
        if (!page->last) {
            // Where no thread is to be had, it is read when it is needed.
            next = std::async(
                std::launch::async | std::launch::deferred,
                [&, after = page->events.back().position] { return journal.read(code, after); });
        }
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
        page = next.get();
    }
}

} // namespace koudmen::journal
