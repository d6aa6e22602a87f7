#include "app/backup.hpp"

#include "app/inline_thread.hpp"
#include "base/check.hpp"
#include "base/sha256.hpp"
#include "board/state.hpp"
#include "journal/lines.hpp"
#include "journal/marks_file.hpp"
#include "journal/rocks_journal.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <system_error>
#include <utility>

namespace koudmen::app {

namespace {

namespace fs = std::filesystem;
using journal::RocksJournal;

// The secrets of the example board, beside the store (app/serve).
constexpr auto example_links_name = "example-links.json";

using Keep = std::function<Result<void, std::string>(Position, std::vector<board::Recorded>)>;

// Reads a board from its events alone, and hands each page on once it is known to be sound.
Result<Sound, std::string> read_board(journal::Journal& journal, BoardCode const& code,
                                      Keep const& keep)
{
    board::Board board;
    Sound sound{code, {}, {}};
    auto const refuse = [&](std::string const& why) {
        return unexpected("Board " + code.text + " cannot be read after position " +
                          std::to_string(board.position.value) + ": " + why + ".");
    };
    for (;;) {
        auto page = journal.read(code, board.position);
        if (!page) return refuse(page.error().detail);
        auto const before = board.position;
        std::string lines = sound.digest;
        Judging const judging; // A broken rule is this store's here, and not the program's.
        try {
            for (auto const& recorded : page->events) {
                board::apply(board, recorded);
                lines += journal::line_of(recorded);
            }
        } catch (BrokenRule const& broken) {
            return refuse(broken.rule);
        } catch (std::exception const& error) {
            return refuse(error.what());
        }
        sound.digest = sha256(lines);
        if (!page->events.empty()) {
            if (auto kept = keep(before, std::move(page->events)); !kept) {
                return unexpected(kept.error());
            }
        }
        if (page->last) break;
    }
    sound.position = board.position;
    if (board.position.value == 0) return refuse("it has no event");
    return sound;
}

Result<void, std::string> keep_nothing(Position, std::vector<board::Recorded> const&)
{
    return {};
}

Checked read_boards(journal::Journal& journal,
                    std::function<Keep(BoardCode const&)> const& keep_of = {})
{
    Checked checked;
    auto const codes = journal.boards();
    if (!codes) {
        checked.problems.push_back(codes.error().detail);
        return checked;
    }
    for (auto const& code : *codes) {
        auto sound = read_board(journal, code, keep_nothing);
        // A second time to keep it, since nothing is kept of a board that is damaged somewhere.
        if (sound && keep_of) sound = read_board(journal, code, keep_of(code));
        if (sound)
            checked.boards.push_back(std::move(*sound));
        else
            checked.problems.push_back(sound.error());
    }
    return checked;
}

bool is_free(fs::path const& folder)
{
    std::error_code error;
    return !fs::exists(folder, error) ||
           (fs::is_directory(folder, error) && fs::is_empty(folder, error));
}

Result<Checked, std::string> copy_boards(journal::Journal& from, fs::path const& into,
                                         std::uint64_t free_bytes_min)
{
    auto target = RocksJournal::open(into, RocksJournal::Mode::Serve, {free_bytes_min});
    if (!target) return unexpected(target.error());
    bool kept_all = true;
    auto const copied = read_boards(from, [&](BoardCode const& code) -> Keep {
        return [&, code](Position after,
                         std::vector<board::Recorded> events) -> Result<void, std::string> {
            InlineThread here;
            std::promise<journal::Outcome> landed;
            (*target)->append(code, after, std::move(events), here,
                              [&](journal::Outcome outcome) { landed.set_value(outcome); });
            if (landed.get_future().get() == journal::Outcome::Durable) return {};
            kept_all = false;
            return unexpected(std::string("not kept"));
        };
    });
    if (!kept_all) {
        return unexpected("The copy in " + into.string() +
                          " cannot be written; is there room on its disk?");
    }
    return copied;
}

} // namespace

Checked check_boards(journal::Journal& journal)
{
    return read_boards(journal);
}

Result<Checked, std::string> copy_store(fs::path const& from, fs::path const& to,
                                        std::uint64_t free_bytes_min)
{
    // With a slash at its end it would be a folder inside itself.
    auto const into = to.has_filename() ? to : to.parent_path();
    if (!is_free(into)) return unexpected(into.string() + " is there and not empty.");
    auto journal = RocksJournal::open(from, RocksJournal::Mode::Inspect);
    if (!journal) return unexpected(journal.error());

    // Under another name until it is whole; what an interrupted copy left there is nobody's.
    auto const partial = fs::path(into.string() + ".partial");
    std::error_code error;
    fs::remove_all(partial, error);
    auto copied = copy_boards(**journal, partial, free_bytes_min);
    if (!copied) {
        fs::remove_all(partial, error);
        return copied;
    }
    {
        auto copy = RocksJournal::open(partial, RocksJournal::Mode::Inspect);
        if (!copy) return unexpected(copy.error());
        if (auto const found = check_boards(**copy);
            found.boards != copied->boards || !found.problems.empty()) {
            fs::remove_all(partial, error);
            return unexpected("The copy in " + partial.string() + " is not what was read.");
        }
    }
    if (fs::exists(from / example_links_name)) {
        fs::copy_file(from / example_links_name, partial / example_links_name, error);
        if (error) return unexpected("The example's links cannot be copied: " + error.message());
    }
    fs::remove(into, error); // Empty, or not there.
    fs::rename(partial, into, error);
    if (error) return unexpected(into.string() + " cannot be made: " + error.message() + ".");
    if (!journal::sync_folder(fs::absolute(into).parent_path())) {
        return unexpected("The folder of " + into.string() + " cannot be synced.");
    }
    return copied;
}

} // namespace koudmen::app
