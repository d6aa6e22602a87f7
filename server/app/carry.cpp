#include "app/carry.hpp"

#include "app/inline_thread.hpp"
#include "journal/lines.hpp"
#include "net/secrets.hpp"
#include "wire/carried.hpp"

#include <future>
#include <utility>

namespace koudmen::app {

Result<std::string, std::string> whole_board(journal::Journal& journal, BoardCode const& code)
{
    board::Board board;
    std::string lines;
    for (;;) {
        auto page = journal.read(code, board.position);
        if (!page)
            return unexpected("Board " + code.text + " cannot be read: " + page.error().detail);
        for (auto const& recorded : page->events) {
            board::apply(board, recorded);
            lines += journal::line_of(recorded);
        }
        if (page->last) break;
    }
    if (board.position.value == 0) return unexpected("There is no board " + code.text + ".");
    return wire::whole_archive(board, std::move(lines));
}

Taken take_in(journal::Journal& journal, std::string_view archive)
{
    Taken taken;
    auto const wrong = [&](std::string const& file, std::size_t line, std::string const& reason) {
        auto place = file;
        if (line > 0) place += ":" + std::to_string(line);
        taken.problems.push_back(place.empty() ? reason : place + ": " + reason);
    };
    auto const lines = wire::journal_of(archive);
    if (!lines) {
        for (auto const& [file, line, reason] : lines.error()) wrong(file, line, reason);
        return taken;
    }
    auto const journal_file = std::string(wire::journal_file);
    auto carried = journal::read_lines(*lines);
    if (!carried) {
        for (auto const& [line, reason] : carried.error()) wrong(journal_file, line, reason);
        return taken;
    }
    if (auto const reason = wire::unspeakable(carried->board)) {
        wrong(journal_file, 0, *reason);
        return taken;
    }
    InlineThread here;
    std::promise<journal::Outcome> landed;
    journal.append(carried->board.code, {}, std::move(carried->events), here,
                   [&](journal::Outcome outcome) { landed.set_value(outcome); });
    switch (landed.get_future().get()) {
    case journal::Outcome::Durable: taken.board = carried->board.code; break;
    case journal::Outcome::Conflict:
        wrong("", 0, "The store already has a board " + carried->board.code.text + ".");
        break;
    default: wrong("", 0, "The board could not be saved.");
    }
    return taken;
}

} // namespace koudmen::app
