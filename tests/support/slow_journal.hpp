#pragma once

#include "journal/memory_journal.hpp"

#include <deque>
#include <functional>
#include <utility>

namespace koudmen::tests {

// A memory journal whose appends wait until the test lets them land, or fail.
class SlowJournal final : public journal::Journal {
public:
    void append(BoardCode const& code, Position expected, std::vector<board::Recorded> events,
                Thread& home, Appended done) override
    {
        waiting_.push_back([this, code, expected, events = std::move(events), &home,
                            done = std::move(done)](journal::Outcome outcome) mutable {
            if (outcome == journal::Outcome::Durable)
                return kept_.append(code, expected, std::move(events), home, std::move(done));
            home.post([done = std::move(done), outcome] { done(outcome); });
        });
    }

    std::size_t waiting() const { return waiting_.size(); }

    // The oldest waiting append reaches the disk.
    void land() { next()(journal::Outcome::Durable); }

    // The oldest waiting append fails, and leaves nothing behind.
    void fail(journal::Outcome outcome = journal::Outcome::Failed) { next()(outcome); }

    Result<journal::Page, journal::Fault> read(BoardCode const& code, Position after) override
    {
        return kept_.read(code, after);
    }
    void load(BoardCode const& code, Thread& home, Loaded done) override
    {
        kept_.load(code, home, std::move(done));
    }
    Result<board::Board, journal::Fault> load_now(BoardCode const& code) override
    {
        return kept_.load_now(code);
    }
    void save_snapshot(std::shared_ptr<board::Board const> board) override
    {
        kept_.save_snapshot(std::move(board));
    }
    void drop_snapshots() override { kept_.drop_snapshots(); }
    Result<std::vector<BoardCode>, journal::Fault> boards() override { return kept_.boards(); }
    void settle() override {}
    journal::Statistics statistics() const override { return kept_.statistics(); }

private:
    std::function<void(journal::Outcome)> next()
    {
        auto first = std::move(waiting_.front());
        waiting_.pop_front();
        return first;
    }

    journal::MemoryJournal kept_;
    std::deque<std::function<void(journal::Outcome)>> waiting_;
};

} // namespace koudmen::tests
