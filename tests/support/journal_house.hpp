#pragma once

#include "journal/memory_journal.hpp"
#include "journal/rocks_journal.hpp"
#include "support/catch.hpp"
#include "support/manual_thread.hpp"
#include "support/story.hpp"
#include "support/temporary_folder.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::journal {

// So that a failing test says what it met.
inline std::ostream& operator<<(std::ostream& out, Outcome outcome)
{
    constexpr std::string_view words[] = {"durable", "conflict", "busy", "full", "failed"};
    return out << words[static_cast<std::size_t>(outcome)];
}

inline std::ostream& operator<<(std::ostream& out, Fault const& fault)
{
    constexpr std::string_view words[] = {"damaged", "missing", "failed"};
    return out << words[static_cast<std::size_t>(fault.kind)] << " at " << fault.position.value
               << ": " << fault.detail;
}

} // namespace koudmen::journal

namespace koudmen::tests {

// The kinds of journals. Each is opened again over what the last one left.
struct InMemory {
    void open() {}
    journal::Journal& journal() { return kept; }

    journal::MemoryJournal kept;
};

struct OnDisk {
    using Rocks = journal::RocksJournal;

    // The reason when the store cannot be opened.
    std::string try_open(Rocks::Mode mode = Rocks::Mode::Serve, Rocks::Options const& options = {0})
    {
        kept.reset();
        auto opened = Rocks::open(folder.path(), mode, options);
        if (!opened) return opened.error();
        kept = std::move(*opened);
        return {};
    }
    void open() { REQUIRE(try_open() == ""); }
    journal::Journal& journal() { return *kept; }

    TemporaryFolder folder;
    std::unique_ptr<Rocks> kept;
};

// A journal, and a thread of one who asks it and waits for each answer.
template <class Kind>
class JournalHouse {
public:
    JournalHouse() { kind.open(); }

    journal::Journal& journal() { return kind.journal(); }

    void reopen() { kind.open(); }

    // Runs what has come home.
    void settle()
    {
        journal().settle();
        thread.run();
    }

    journal::Outcome append(BoardCode const& code, std::uint64_t expected,
                            std::vector<board::Recorded> events)
    {
        std::optional<journal::Outcome> told;
        journal().append(code, {expected}, std::move(events), thread,
                         [&told](journal::Outcome outcome) { told = outcome; });
        settle();
        REQUIRE(told.has_value());
        return *told;
    }

    // The next part of the board's story becomes durable.
    void tell(BoardCode const& code, std::uint64_t after, std::uint64_t count)
    {
        REQUIRE(append(code, after, story(code, after, count)) == journal::Outcome::Durable);
    }

    Result<board::Board, journal::Fault> load(BoardCode const& code)
    {
        std::optional<Result<board::Board, journal::Fault>> told;
        journal().load(code, thread, [&told](auto loaded) { told = std::move(loaded); });
        settle();
        REQUIRE(told.has_value());
        return std::move(*told);
    }

    // The events after a position, page by page.
    std::vector<board::Recorded> read(BoardCode const& code, std::uint64_t after = 0)
    {
        std::vector<board::Recorded> all;
        for (;;) {
            auto page = journal().read(code, {after + all.size()});
            if (!page) FAIL(page.error());
            REQUIRE(page->events.size() <= journal::page_events_max);
            for (auto& event : page->events) all.push_back(std::move(event));
            if (page->last) return all;
        }
    }

    // The fault that reading the board must meet, both ways.
    journal::Fault fault(BoardCode const& code)
    {
        auto const loaded = journal().load_now(code);
        if (loaded) FAIL("loaded, at " << loaded->position.value);
        auto const later = load(code);
        REQUIRE_FALSE(later.has_value());
        CHECK(later.error() == loaded.error());
        return loaded.error();
    }

    Kind kind;
    ManualThread thread;
};

} // namespace koudmen::tests
