#pragma once

#include "journal/journal.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace koudmen::journal {

// The same contract without a disk: records are kept as the bytes they would be on one. For tests
// and for trying the server out. "Durable" here lasts as long as the object.
class MemoryJournal final : public Journal {
public:
    void append(BoardCode const& code, Position expected, std::vector<board::Recorded> events,
                Thread& home, Appended done) override;
    Result<Page, Fault> read(BoardCode const& code, Position after) override;
    void load(BoardCode const& code, Thread& home, Loaded done) override;
    Result<board::Board, Fault> load_now(BoardCode const& code) override;
    void save_snapshot(std::shared_ptr<board::Board const> board) override;
    void drop_snapshots() override;
    Result<std::vector<BoardCode>, Fault> boards() override;
    void settle() override;
    Statistics statistics() const override;

private:
    mutable std::mutex mutex_; // Guards all below.
    std::map<BoardCode, std::vector<std::string>> records_;
    std::map<BoardCode, std::string> snapshots_;
    Statistics statistics_;
};

} // namespace koudmen::journal
