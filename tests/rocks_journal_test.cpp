#include "journal/marks_file.hpp"
#include "support/journal_house.hpp"

#include <rocksdb/db.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::journal;
using namespace koudmen::tests;
namespace fs = std::filesystem;

// What only a disk does: bytes that change, files that are cut or gone, two who open one folder.

namespace {

BoardCode const one{"AAAAA"};
BoardCode const other{"BBBBB"};
constexpr std::uint64_t events_each = 12;

// A store with two boards, closed, of which damaged copies are made.
class Original {
public:
    // In the log as it was written, or, once it has been opened again, in a table.
    enum class Lies { InTheLog, InATable };

    explicit Original(Lies lies)
    {
        house_.tell(one, 0, 1);
        house_.tell(other, 0, 1);
        for (std::uint64_t at = 1; at < events_each; ++at) {
            house_.tell(one, at, 1);
            house_.tell(other, at, 1);
        }
        if (lies == Lies::InATable) house_.reopen();
        house_.kind.kept.reset();
    }

    fs::path const& folder() const { return house_.kind.folder.path(); }

private:
    JournalHouse<OnDisk> house_;
};

// A closed copy of a store, to be damaged and opened.
class Copy {
public:
    explicit Copy(Original const& original)
    {
        house.kind.kept.reset();
        fs::remove_all(folder());
        fs::copy(original.folder(), folder(), fs::copy_options::recursive);
    }

    fs::path const& folder() const { return house.kind.folder.path(); }

    // The largest file of RocksDB's with this ending.
    fs::path file(std::string const& ending) const
    {
        fs::path largest;
        for (auto const& entry : fs::directory_iterator(folder() / "rocksdb")) {
            if (entry.path().extension() != ending) continue;
            if (largest.empty() || entry.file_size() > fs::file_size(largest))
                largest = entry.path();
        }
        REQUIRE_FALSE(largest.empty());
        return largest;
    }

    std::string try_open() { return house.kind.try_open(); }

    JournalHouse<OnDisk> house;
};

void flip(fs::path const& file, std::uintmax_t at)
{
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(at));
    auto const byte = static_cast<char>(bytes.get() ^ 0x10);
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(byte);
    REQUIRE(bytes.good());
}

// What may be read of a damaged copy: everything, or a fault. Returns how many boards were whole.
int whole_or_refused(Copy& copy)
{
    int whole = 0;
    for (auto const& code : {one, other}) {
        auto const page = copy.house.journal().read(code, {});
        if (!page) continue;
        CHECK(page->last);
        CHECK(page->events == story(code, 0, events_each));
        ++whole;
    }
    return whole;
}

void find_every_flipped_byte(Original const& original, std::string const& ending)
{
    constexpr std::uintmax_t flips = 48;
    auto const size = fs::file_size(Copy(original).file(ending));
    int refused = 0;
    for (std::uintmax_t flipped = 0; flipped < flips; ++flipped) {
        auto const at = flipped * size / flips;
        INFO(ending << " byte " << at << " of " << size);
        Copy copy(original);
        flip(copy.file(ending), at);
        if (!copy.try_open().empty())
            ++refused;
        else if (whole_or_refused(copy) < 2)
            ++refused;
    }
    // Bytes that hold nothing (padding, statistics) may change; most hold something.
    CHECK(refused > static_cast<int>(flips) / 2);
}

} // namespace

TEST_CASE("J12: a changed byte of the log is found and never served around", "[journal]")
{
    find_every_flipped_byte(Original(Original::Lies::InTheLog), ".log");
}

TEST_CASE("J12: a changed byte of a table is found and never served around", "[journal]")
{
    find_every_flipped_byte(Original(Original::Lies::InATable), ".sst");
}

TEST_CASE("J12: a damaged record is refused with its position and other boards are served",
          "[journal]")
{
    Original const original(Original::Lies::InATable);
    Copy copy(original);
    {
        // As a fault of the program that wrote it would: RocksDB's own checksums are right.
        rocksdb::DB* opened = nullptr;
        auto const path = (copy.folder() / "rocksdb").string();
        REQUIRE(rocksdb::DB::Open({}, path, &opened).ok());
        std::unique_ptr<rocksdb::DB> const database(opened);
        auto const key = std::string("e/AAAAA/") + std::string(7, '\0') + '\5';
        std::string record;
        REQUIRE(database->Get({}, key, &record).ok());
        record[record.size() / 2] = static_cast<char>(record[record.size() / 2] ^ 1);
        REQUIRE(database->Put({}, key, record).ok());
        REQUIRE(database->Close().ok());
    }
    REQUIRE(copy.try_open() == "");
    auto const fault = copy.house.fault(one);
    CHECK(fault.kind == Fault::Kind::Damaged);
    CHECK(fault.position == Position{5});
    CHECK(copy.house.read(other) == story(other, 0, events_each));
    copy.house.tell(other, events_each, 1);
}

TEST_CASE("J13: acknowledged events that are gone are missed at every start", "[journal]")
{
    Original const original(Original::Lies::InTheLog);
    Copy copy(original);
    // The second half of the log is lost, without a trace in what is left.
    auto const log = copy.file(".log");
    fs::resize_file(log, fs::file_size(log) / 2);
    for (int start = 0; start < 3; ++start) {
        INFO("start " << start);
        REQUIRE(copy.try_open() == "");
        for (auto const& code : {one, other}) {
            auto const fault = copy.house.fault(code);
            CHECK(fault.kind == Fault::Kind::Missing);
            CHECK(fault.position == Position{events_each});
            auto const there = copy.house.append(code, events_each, story(code, events_each, 1));
            CHECK(there == Outcome::Conflict);
        }
        // Whoever was not lost is served.
        BoardCode const later{"CCCCC"};
        copy.house.tell(later, static_cast<std::uint64_t>(start), 1);
        CHECK(copy.house.read(later).size() == static_cast<std::size_t>(start) + 1);
        CHECK(copy.house.journal().boards() == std::vector{one, other, later});
    }
}

TEST_CASE("J13: a store whose tables are gone does not start empty", "[journal]")
{
    Original const original(Original::Lies::InATable);
    Copy copy(original);
    fs::remove_all(copy.folder() / "rocksdb");
    REQUIRE(copy.try_open() == "");
    CHECK(copy.house.fault(one).kind == Fault::Kind::Missing);
    CHECK(copy.house.journal().boards() == std::vector{one, other});
}

TEST_CASE("J13: damaged marks are told and not believed", "[journal]")
{
    Original const original(Original::Lies::InTheLog);
    Copy copy(original);
    flip(copy.folder() / "marks", fs::file_size(copy.folder() / "marks") - 2);
    CHECK_THAT(copy.try_open(), containing("marks") && containing("damaged"));
    fs::remove(copy.folder() / "marks"); // As the sentence says.
    CHECK(copy.try_open() == "");
    CHECK(whole_or_refused(copy) == 2);
}

TEST_CASE("J14: a record cut at the end of the log leaves whole appends before it", "[journal]")
{
    Original const original(Original::Lies::InTheLog);
    constexpr std::uintmax_t cuts = 24;
    auto const size = fs::file_size(Copy(original).file(".log"));
    std::size_t least = 2 * events_each;
    for (std::uintmax_t cut = 1; cut <= cuts; ++cut) {
        Copy copy(original);
        INFO("cut to " << cut * size / cuts << " of " << size);
        fs::resize_file(copy.file(".log"), cut * size / cuts);
        fs::remove(copy.folder() / "marks"); // Nobody was told yet: the marks are older.
        REQUIRE(copy.try_open() == "");
        std::size_t found = 0;
        for (auto const& code : {one, other}) {
            auto const events = copy.house.read(code);
            CHECK(events == story(code, 0, events.size()));
            found += events.size();
            copy.house.tell(code, events.size(), 2); // And it goes on from there.
        }
        least = std::min(least, found);
    }
    CHECK(least < 4);
}

TEST_CASE("J15: one server at a time and readers beside it", "[journal]")
{
    JournalHouse<OnDisk> house;
    house.tell(one, 0, 3);
    auto const& folder = house.kind.folder.path();
    auto const second = RocksJournal::open(folder, RocksJournal::Mode::Serve);
    REQUIRE_FALSE(second.has_value());
    CHECK_THAT(second.error(), containing("cannot be opened"));
    {
        auto const reader = RocksJournal::open(folder, RocksJournal::Mode::Inspect);
        REQUIRE(reader.has_value());
        CHECK((*reader)->read(one, {})->events == story(one, 0, 3));
        ManualThread thread;
        std::optional<Outcome> told;
        (*reader)->append(one, {3}, story(one, 3, 1), thread,
                          [&](Outcome outcome) { told = outcome; });
        (*reader)->settle();
        thread.run();
        CHECK(told == Outcome::Conflict);
    }
    house.tell(one, 3, 2);
    CHECK(house.read(one) == story(one, 0, 5));
}

TEST_CASE("J15: a folder that cannot be a store is told in a sentence", "[journal]")
{
    TemporaryFolder const folder;
    auto const nowhere = RocksJournal::open(folder.path() / "nothing", RocksJournal::Mode::Inspect);
    REQUIRE_FALSE(nowhere.has_value());
    CHECK_THAT(nowhere.error(), containing("nothing"));
    std::ofstream(folder.path() / "file") << "text";
    auto const file = RocksJournal::open(folder.path() / "file", RocksJournal::Mode::Serve);
    REQUIRE_FALSE(file.has_value());
    CHECK_THAT(file.error(), containing("file"));
}

TEST_CASE("J16: more than may wait is busy and the rest is kept", "[journal]")
{
    JournalHouse<OnDisk> house;
    REQUIRE(house.kind.try_open(RocksJournal::Mode::Serve, {0, 10}) == "");
    CHECK(house.append(one, 0, story(one, 0, 11)) == Outcome::Busy);
    house.tell(one, 0, 10);
    CHECK(house.read(one) == story(one, 0, 10));
}

TEST_CASE("J17: nothing is written on a disk that is nearly full and all of it is read",
          "[journal]")
{
    JournalHouse<OnDisk> house;
    house.tell(one, 0, 3);
    auto const more_than_any_disk = std::uint64_t{1} << 62;
    REQUIRE(house.kind.try_open(RocksJournal::Mode::Serve, {more_than_any_disk}) == "");
    CHECK(house.append(one, 3, story(one, 3, 1)) == Outcome::Full);
    CHECK(house.append(other, 0, story(other, 0, 1)) == Outcome::Full);
    CHECK(house.read(one) == story(one, 0, 3));
    auto marked = *house.journal().load_now(one);
    marked.title = "A snapshot";
    house.journal().save_snapshot(std::make_shared<board::Board const>(marked));
    house.journal().settle();
    house.reopen();
    CHECK(house.journal().load_now(one)->title != "A snapshot");
    house.tell(one, 3, 1); // Space was made.
}

TEST_CASE("J18: marks are replaced whole and read as they were written", "[journal]")
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "marks";
    CHECK(read_marks(file)->empty());
    Marks const marks{{one, {3}}, {other, {18'000'000'000'000}}};
    REQUIRE(write_marks(file, marks));
    CHECK(*read_marks(file) == marks);
    REQUIRE(write_marks(file, {{one, {4}}}));
    CHECK(*read_marks(file) == Marks{{one, {4}}});
    CHECK_FALSE(write_marks(folder.path() / "nowhere" / "marks", marks));
    auto const size = fs::file_size(file);
    for (std::uintmax_t at = 0; at < size; ++at) {
        INFO("byte " << at);
        flip(file, at);
        CHECK_FALSE(read_marks(file).has_value());
        flip(file, at);
    }
    for (std::uintmax_t left = 0; left < size; ++left) {
        INFO("cut to " << left);
        REQUIRE(write_marks(file, {{one, {4}}}));
        fs::resize_file(file, left);
        auto const cut = read_marks(file);
        CHECK_FALSE(cut.has_value());
    }
    // One that is there and cannot be read is not taken for none.
    fs::remove(file);
    fs::create_symlink(file, file);
    CHECK_FALSE(read_marks(file).has_value());
}
