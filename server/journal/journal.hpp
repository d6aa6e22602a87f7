#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/thread.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

// The memory that survives. A port: rooms and operators' commands know no more of storage than this.
namespace koudmen::journal {

// What became of an append.
enum class Outcome {
    Durable,  // On disk: neither a crash nor a power cut takes it back.
    Conflict, // The board was not at the expected position; nothing was written.
    Busy,     // Too much waits already; nothing was written.
    Full,     // The disk is nearly full; nothing was written, what is there can be read.
    Failed    // Writing failed. Whether the events are on disk is unknown until the next start, and
              // nothing is written any more by this process.
};

// Why a board could not be read.
struct Fault {
    enum class Kind {
        Damaged, // Bytes are not what was written.
        Missing, // Events that were acknowledged are not there.
        Failed   // Reading failed.
    };
    Kind kind = Kind::Failed;
    Position position;  // Of the event at fault; 0 where that is unknown.
    std::string detail; // For the operator, in English; holds no one's words.

    friend bool operator==(Fault const&, Fault const&) = default;
};

// Events read at one go. The last page of a board is the one that says so.
struct Page {
    std::vector<board::Recorded> events;
    bool last = false;
};

inline constexpr std::size_t page_events_max = 4'096;

// Appends that may wait for the writer, in events over all boards. Beyond, appends are Busy.
inline constexpr std::size_t waiting_events_max = 1'000'000;

// What a journal did since it was opened.
struct Statistics {
    std::uint64_t appends = 0; // That became durable.
    std::uint64_t events = 0;
    std::uint64_t syncs = 0;    // Each made durable all that waited when it began.
    std::uint64_t replayed = 0; // Events read to build boards.
    bool failed = false;        // Nothing is written any more.

    friend bool operator==(Statistics const&, Statistics const&) = default;
};

// Boards' events, in order, for ever.
//
// All functions may be called from any thread. Outcomes come home: `done` runs on the thread given,
// never inside the call. A thread must outlive what it asked for.
class Journal {
public:
    using Appended = std::function<void(Outcome)>;
    using Loaded = std::function<void(Result<board::Board, Fault>)>;

    virtual ~Journal() = default;

    // Adds events to a board whose last position is `expected`; the first event has the position
    // after it and there is no gap. A board begins with its first event. All events of one append
    // are kept or none.
    virtual void append(BoardCode const& code, Position expected,
                        std::vector<board::Recorded> events, Thread& home, Appended done) = 0;

    // The events after a position, at most page_events_max of them, read on the caller's thread. A
    // board that does not exist has none.
    virtual Result<Page, Fault> read(BoardCode const& code, Position after) = 0;

    // A board as its events made it, from the newest snapshot on, built off the caller's thread. A
    // board that does not exist is an empty one, at position 0.
    virtual void load(BoardCode const& code, Thread& home, Loaded done) = 0;

    // The same, at once, on the caller's thread.
    virtual Result<board::Board, Fault> load_now(BoardCode const& code) = 0;

    // Keeps a board as it stands, to start faster from. A cache: it may be lost or never written.
    virtual void save_snapshot(std::shared_ptr<board::Board const> board) = 0;

    // Forgets every snapshot.
    virtual void drop_snapshots() = 0;

    // The codes of all boards, in order.
    virtual Result<std::vector<BoardCode>, Fault> boards() = 0;

    // Waits until everything asked so far has been answered, that is, posted home. Whoever destroys a
    // thread that asked calls this first.
    virtual void settle() = 0;

    virtual Statistics statistics() const = 0;
};

} // namespace koudmen::journal
