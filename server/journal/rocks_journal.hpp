#pragma once

#include "base/result.hpp"
#include "journal/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace koudmen::journal {

// Boards' events in RocksDB, in one folder.
//
// One writer thread takes everything that waits from all boards, writes it as one batch with one
// sync, and posts the outcomes home: alone, a vote waits for one sync; in a storm, thousands share
// one. A second thread reads boards and writes snapshots, so that neither waits for the other.
//
// What opening forgives: a record cut at the very end of the log, which no one was told of. What it
// does not: a byte changed anywhere, and acknowledged events that are not there. For these, each
// batch carries every board's new position (its mark), records carry checksums, and the folder holds
// beside RocksDB a small file with the marks as they were about a second ago and at the last close.
// A board that is behind its mark is refused, at this start and every later one, until somebody
// restores the store; the others are served.
//
// After the first failed write nothing is written any more: what is on disk is then unknown.
class RocksJournal final : public Journal {
public:
    enum class Mode {
        Serve,  // Alone in the folder, which is made if it is not there.
        Inspect // Reads only, also while a server is running: what was on disk when it was opened.
    };

    struct Options {
        // Below this much free space nothing more is accepted, so that the disk is never full.
        std::uint64_t free_bytes_min = 256ULL * 1024 * 1024;

        // Events that may wait for the writer. Beyond, appends are Busy.
        std::size_t waiting_events_max = journal::waiting_events_max;
    };

    // The reason is a sentence for the operator.
    static Result<std::unique_ptr<RocksJournal>, std::string> open(
        std::filesystem::path const& folder, Mode mode, Options const& options);
    static Result<std::unique_ptr<RocksJournal>, std::string> open(
        std::filesystem::path const& folder, Mode mode);

    // Waits until everything appended has landed.
    ~RocksJournal() override;
    RocksJournal(RocksJournal const&) = delete;
    RocksJournal& operator=(RocksJournal const&) = delete;

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
    class Store;
    explicit RocksJournal(std::unique_ptr<Store> store);

    std::unique_ptr<Store> store_;
};

} // namespace koudmen::journal
