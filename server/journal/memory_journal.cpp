#include "journal/memory_journal.hpp"

#include "base/check.hpp"
#include "journal/format.hpp"
#include "journal/replay.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::journal {

void MemoryJournal::append(BoardCode const& code, Position expected,
                           std::vector<board::Recorded> events, Thread& home, Appended done)
{
    auto outcome = Outcome::Conflict;
    {
        std::lock_guard const lock(mutex_);
        auto const known = records_.find(code);
        auto const position = known == records_.end() ? 0 : known->second.size();
        if (position == expected.value && !events.empty()) {
            auto& records = records_[code];
            for (auto const& recorded : events) {
                check(recorded.position.value == records.size() + 1,
                      "appended events follow each other");
                records.push_back(encode(recorded));
            }
            ++statistics_.appends;
            ++statistics_.syncs;
            statistics_.events += events.size();
            outcome = Outcome::Durable;
        }
    }
    home.post([done = std::move(done), outcome] { done(outcome); });
}

Result<Page, Fault> MemoryJournal::read(BoardCode const& code, Position after)
{
    std::lock_guard const lock(mutex_);
    Page page{{}, true};
    auto const known = records_.find(code);
    if (known == records_.end()) return page;
    auto const& records = known->second;
    for (auto index = after.value; index < records.size(); ++index) {
        if (page.events.size() == page_events_max) {
            page.last = false;
            break;
        }
        auto recorded = decode_recorded(records[index]);
        if (!recorded) {
            return unexpected(Fault{Fault::Kind::Damaged, {index + 1}, recorded.error()});
        }
        page.events.push_back(std::move(*recorded));
    }
    return page;
}

Result<board::Board, Fault> MemoryJournal::load_now(BoardCode const& code)
{
    board::Board from;
    {
        std::lock_guard const lock(mutex_);
        auto const kept = snapshots_.find(code);
        if (kept != snapshots_.end()) {
            auto board = decode_board(kept->second);
            // A cache that speaks of more than there is, is none.
            auto const known = records_.find(code);
            auto const length = known == records_.end() ? 0 : known->second.size();
            if (board && board->position.value <= length) from = std::move(*board);
        }
    }
    auto const start = from.position.value;
    auto loaded = replay(*this, code, std::move(from));
    std::lock_guard const lock(mutex_);
    if (loaded) statistics_.replayed += loaded->position.value - start;
    return loaded;
}

void MemoryJournal::load(BoardCode const& code, Thread& home, Loaded done)
{
    home.post([done = std::move(done), loaded = load_now(code)] { done(loaded); });
}

void MemoryJournal::save_snapshot(std::shared_ptr<board::Board const> board)
{
    auto bytes = encode(*board);
    std::lock_guard const lock(mutex_);
    snapshots_[board->code] = std::move(bytes);
}

void MemoryJournal::drop_snapshots()
{
    std::lock_guard const lock(mutex_);
    snapshots_.clear();
}

Result<std::vector<BoardCode>, Fault> MemoryJournal::boards()
{
    std::lock_guard const lock(mutex_);
    std::vector<BoardCode> codes;
    for (auto const& [code, records] : records_) codes.push_back(code);
    return codes;
}

// Everything is answered inside the call.
void MemoryJournal::settle() {}

Statistics MemoryJournal::statistics() const
{
    std::lock_guard const lock(mutex_);
    return statistics_;
}

} // namespace koudmen::journal
