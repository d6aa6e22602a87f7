#include "app/commands.hpp"
#include "journal/marks_file.hpp"
#include "support/journal_house.hpp"

#include <filesystem>
#include <iostream>
#include <memory>
#include <rocksdb/db.h>
#include <sstream>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;

namespace {

struct Ran {
    int status = -1;
    std::string out;
    std::string err;
};

Ran run(std::vector<std::string> const& words)
{
    std::vector<char const*> arguments;
    for (auto const& word : words) arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    auto* const out_before = std::cout.rdbuf(out.rdbuf());
    auto* const err_before = std::cerr.rdbuf(err.rdbuf());
    auto const status = app::run(arguments, {});
    std::cout.rdbuf(out_before);
    std::cerr.rdbuf(err_before);
    return {status, out.str(), err.str()};
}

constexpr std::uint64_t long_board = 5'000; // More than a page.
constexpr std::uint64_t short_board = 7;

// Two boards in a store that a server has open.
class OpenStore {
public:
    OpenStore()
    {
        house.tell({"LONGS"}, 0, long_board);
        house.tell({"SHRTS"}, 0, short_board);
    }
    std::string data() const { return house.kind.folder.path().string(); }
    std::string beside(std::string const& name) const { return (around.path() / name).string(); }

    JournalHouse<OnDisk> house;
    TemporaryFolder around;
};

// The boards that a command told, without their digests.
std::vector<std::string> boards_told(std::string const& out)
{
    std::vector<std::string> told;
    std::istringstream lines(out);
    std::string code;
    std::string position;
    for (std::string digest; lines >> code >> position >> digest;) {
        CHECK(digest.size() == 64);
        told.push_back(code + " " + position);
    }
    return told;
}

std::vector<std::string> const both{"LONGS 5000", "SHRTS 7"};

} // namespace

TEST_CASE("O30, O32, O33: a backup is taken of a store that is open, restored, and verified",
          "[backup]")
{
    OpenStore store;
    auto const saved =
        run({"backup", store.beside("saved"), "--data", store.data(), "--free-mib", "0"});
    CHECK(saved.err == "");
    CHECK(saved.status == 0);
    CHECK(boards_told(saved.out) == both);
    CHECK(run({"verify", "--data", store.data()}).out == saved.out);
    CHECK(run({"verify", "--data", store.beside("saved")}).out == saved.out);

    store.house.tell({"SHRTS"}, short_board, 1); // The server goes on; the backup does not.
    auto const back =
        run({"restore", store.beside("saved"), "--data", store.beside("back"), "--free-mib", "0"});
    CHECK(back.status == 0);
    CHECK(back.out == saved.out);
    auto restored = OnDisk::Rocks::open(store.beside("back"), OnDisk::Rocks::Mode::Serve, {0});
    REQUIRE(restored);
    CHECK((*restored)->load_now({"LONGS"})->position.value == long_board);
    CHECK((*restored)->load_now({"SHRTS"})->position.value == short_board);
}

TEST_CASE("O32: neither a backup nor a restored store replaces what is there", "[backup]")
{
    OpenStore store;
    auto const there = store.beside("there");
    std::filesystem::create_directory(there);
    CHECK(run({"backup", there, "--data", store.data(), "--free-mib", "0"}).status == 0); // Empty.
    for (std::string const word : {"backup", "restore"}) {
        auto const from = word == "backup" ? store.data() : there;
        auto const words = word == "backup"
                               ? std::vector<std::string>{word, there, "--data", from}
                               : std::vector<std::string>{word, from, "--data", store.data()};
        auto const again = run(words);
        CHECK(again.status == 1);
        CHECK(again.err.find("is there and not empty") != std::string::npos);
    }
    CHECK(run({"backup", "--data", store.data()}).status == 2);
    CHECK(run({"restore", store.beside("nowhere"), "--data", store.beside("new")}).status == 1);
    CHECK_FALSE(std::filesystem::exists(store.beside("new")));
}

TEST_CASE("O31: a copy that cannot be kept whole leaves no folder", "[backup]")
{
    OpenStore store;
    // More than any disk has free.
    auto const saved =
        run({"backup", store.beside("saved"), "--data", store.data(), "--free-mib", "1048576"});
    CHECK(saved.status == 1);
    CHECK(saved.err.find("is there room on its disk?") != std::string::npos);
    CHECK(std::filesystem::is_empty(store.around.path()));
}

TEST_CASE("O34: a board that cannot be read is told, and keeps no other from being saved",
          "[backup]")
{
    OpenStore store;
    store.house.kind.kept.reset(); // Closed, with its marks.
    REQUIRE(journal::write_marks(std::filesystem::path(store.data()) / "marks",
                                 {{{"LONGS"}, {long_board + 1}}, {{"SHRTS"}, {short_board}}}));
    auto const verified = run({"verify", "--data", store.data()});
    CHECK(verified.status == 1);
    CHECK(verified.out.starts_with("SHRTS 7 "));
    CHECK(verified.err.find("Board LONGS cannot be read") != std::string::npos);
    auto const saved =
        run({"backup", store.beside("saved"), "--data", store.data(), "--free-mib", "0"});
    CHECK(saved.status == 1);
    CHECK(saved.err.find("Board LONGS cannot be read") != std::string::npos);
    CHECK(run({"verify", "--data", store.beside("saved")}).out == verified.out);
}

TEST_CASE("O34: of a board that is damaged far along nothing is kept, and the others are",
          "[backup]")
{
    OpenStore store;
    store.house.kind.kept.reset(); // Closed.
    {
        rocksdb::DB* opened = nullptr;
        auto const path = (std::filesystem::path(store.data()) / "rocksdb").string();
        REQUIRE(rocksdb::DB::Open({}, path, &opened).ok());
        std::unique_ptr<rocksdb::DB> const database(opened);
        // Behind the first page, and before the end.
        constexpr std::uint64_t position = 4'500;
        auto const key = std::string("e/LONGS/") + std::string(6, '\0') +
                         static_cast<char>(position >> 8) + static_cast<char>(position & 0xFF);
        std::string record;
        REQUIRE(database->Get({}, key, &record).ok());
        REQUIRE(database->Delete({}, key).ok());
        REQUIRE(database->Close().ok());
    }
    // Also where somebody's shell put a slash behind the name.
    auto const saved =
        run({"backup", store.beside("saved") + "/", "--data", store.data(), "--free-mib", "0"});
    CHECK(saved.status == 1);
    CHECK(saved.err.find("Board LONGS cannot be read") != std::string::npos);
    CHECK(boards_told(saved.out) == std::vector<std::string>{"SHRTS 7"});
    CHECK(boards_told(run({"verify", "--data", store.beside("saved")}).out) ==
          std::vector<std::string>{"SHRTS 7"});
}
