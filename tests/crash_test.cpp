#include "journal/rocks_journal.hpp"
#include "support/journal_house.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace koudmen;
using namespace koudmen::journal;
using namespace koudmen::tests;
using namespace std::chrono_literals;

// A process that is killed, or whose disk fails, over a store that another one then opens. The
// processes are this program itself, running one of the hidden cases below.

namespace {

BoardCode const code{"CRASH"};
constexpr auto folder_variable = "KOUDMEN_TEST_FOLDER";
constexpr std::size_t append_events = 3; // So that half an append would be seen.

// This program again, running one case over a folder; its standard output is ours to read.
class Child {
public:
    Child(char const* hidden_case, std::filesystem::path const& folder)
    {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        ::setenv(folder_variable, folder.c_str(), 1);
        posix_spawn_file_actions_t actions{};
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_addclose(&actions, ends[0]);
        std::string name = "koudmen_tests";
        std::string what = hidden_case;
        std::array<char*, 3> arguments{name.data(), what.data(), nullptr};
        auto const spawned = ::posix_spawn(&process_, "/proc/self/exe", &actions, nullptr,
                                           arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        read_ = ends[0];
        REQUIRE(spawned == 0);
    }
    ~Child()
    {
        kill();
        ::close(read_);
    }
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    // Waits until it has said a line that begins so.
    std::string wait_for(std::string const& beginning)
    {
        for (;;) {
            auto const line = next_line();
            if (line.starts_with(beginning)) return line;
            if (line.empty()) FAIL("the child ended before it said " << beginning);
        }
    }

    void kill()
    {
        if (process_ == 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(std::exchange(process_, 0), nullptr, 0);
    }

    // The next line; empty when there is none any more.
    std::string next_line()
    {
        std::string line;
        char byte = 0;
        while (::read(read_, &byte, 1) == 1) {
            if (byte == '\n') return line + '\n';
            line += byte;
        }
        return {}; // A line that was cut tells nothing.
    }

private:
    pid_t process_ = 0;
    int read_ = -1;
};

std::uint64_t number_in(std::string const& line)
{
    return std::stoull(line.substr(line.find(' ') + 1));
}

void say(std::string const& line)
{
    std::cout << line << std::endl; // At once: the next thing may be the end.
}

// Appends from where the store is, several at a time, and says each that is durable. Gives up at the
// first that is not.
void append_until_the_end(Journal& journal)
{
    constexpr std::uint64_t ahead_max = 8;
    ManualThread thread;
    auto next = journal.load_now(code)->position.value;
    std::uint64_t ahead = 0;
    bool failed = false;
    say("open " + std::to_string(next));
    while (!failed) {
        while (ahead < ahead_max) {
            auto const end = next + append_events;
            journal.append(code, {next}, story(code, next, append_events), thread,
                           [&, end](Outcome outcome) {
                               --ahead;
                               if (outcome == Outcome::Durable)
                                   return say("durable " + std::to_string(end));
                               if (!failed) say("failed " + std::to_string(end));
                               failed = true;
                           });
            next = end;
            ++ahead;
        }
        if (!thread.run()) std::this_thread::sleep_for(100us);
    }
    journal.settle();
    thread.run();
}

// The child's journal, in the folder that the parent named.
std::unique_ptr<RocksJournal> childs_journal()
{
    auto const* folder = std::getenv(folder_variable);
    REQUIRE(folder != nullptr);
    auto opened = RocksJournal::open(folder, RocksJournal::Mode::Serve, {0});
    if (!opened) FAIL(opened.error());
    return std::move(*opened);
}

// The whole appends that the store holds, which must be the board's story and nothing else.
std::uint64_t found_in(std::filesystem::path const& folder)
{
    auto opened = RocksJournal::open(folder, RocksJournal::Mode::Serve, {0});
    if (!opened) FAIL(opened.error());
    std::uint64_t found = 0;
    for (;;) {
        auto const page = (*opened)->read(code, {found});
        if (!page) FAIL(page.error());
        CHECK(page->events == story(code, found, page->events.size()));
        found += page->events.size();
        if (page->last) break;
    }
    CHECK(found % append_events == 0);
    CHECK((*opened)->load_now(code)->position.value == found);
    return found;
}

} // namespace

TEST_CASE("child: appends until it is killed", "[.]")
{
    append_until_the_end(*childs_journal());
}

TEST_CASE("child: appends until a file may not grow any more", "[.]")
{
    auto const journal = childs_journal();
    std::signal(SIGXFSZ, SIG_IGN); // The write fails instead, as on a disk that takes no more.
    constexpr rlim_t bytes_max = 96 * 1024;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit const little{bytes_max, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
    append_until_the_end(*journal);
    // There is space again, but what is on disk is unknown now: this process writes no more.
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    ManualThread thread;
    std::optional<Outcome> told;
    for (std::uint64_t const expected : {0, 3}) {
        journal->append({"OTHER"}, {expected}, story({"OTHER"}, expected, 1), thread,
                        [&](Outcome outcome) { told = outcome; });
        journal->settle();
        thread.run();
        say(std::string(told == Outcome::Failed ? "refused " : "written ") +
            std::to_string(expected));
    }
    say("boards " + std::to_string(journal->boards()->size()));
}

TEST_CASE("X1: what was acknowledged survives a kill at any moment", "[crash]")
{
    TemporaryFolder const folder;
    auto const seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    constexpr int kills = 12;
    std::uint64_t before = 0;
    for (int killed = 0; killed < kills; ++killed) {
        std::uint64_t acknowledged = before;
        {
            Child child("child: appends until it is killed", folder.path());
            CHECK(number_in(child.wait_for("open ")) == before);
            child.wait_for("durable ");
            std::this_thread::sleep_for(std::chrono::microseconds{random() % 60'000});
            child.kill();
            for (auto line = child.next_line(); !line.empty(); line = child.next_line()) {
                if (line.starts_with("durable ")) acknowledged = number_in(line);
            }
        }
        INFO("kill " << killed);
        before = found_in(folder.path());
        CHECK(before >= acknowledged);
        CHECK(before > 0);
    }
}

TEST_CASE("X2: after a failed write nothing more is acknowledged or written", "[crash]")
{
    TemporaryFolder const folder;
    std::uint64_t acknowledged = 0;
    {
        Child child("child: appends until a file may not grow any more", folder.path());
        child.wait_for("open ");
        for (auto line = child.next_line();; line = child.next_line()) {
            REQUIRE_FALSE(line.empty());
            if (line.starts_with("failed ")) break;
            if (line.starts_with("durable ")) acknowledged = number_in(line);
        }
        CHECK(acknowledged > 0);
        CHECK(child.wait_for("refused ") == "refused 0\n");
        CHECK(child.wait_for("refused ") == "refused 3\n");
        CHECK(child.wait_for("boards ") == "boards 1\n");
    }
    CHECK(found_in(folder.path()) >= acknowledged);
}
