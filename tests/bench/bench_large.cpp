#include "plenary.hpp"
#include "stage.hpp"
#include "voters.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <thread>

// A board as large as one may be, 2,000 proposals and 400,000 choices, beside one of 20 proposals that as
// many people vote on: what a vote costs the server, how fast its events are read again, what it takes of
// memory.
namespace koudmen::bench {

namespace {

constexpr std::size_t people = 2'000;
constexpr std::size_t seats = 500;
constexpr std::size_t choices_each_max = 200;
constexpr std::size_t opinions = 3;
constexpr std::size_t votes_per_second = 400;
constexpr std::chrono::seconds length{3};

Plenary plenary_of(std::size_t proposals)
{
    Plenary plenary(people, proposals);
    auto const each = std::min(choices_each_max, proposals);
    auto const step = proposals / each;
    constexpr std::size_t apart = 37;
    for (std::size_t choice = 0; choice < each; ++choice) {
        for (std::size_t person = 0; person < people; ++person) {
            plenary.vote(person, (person * apart + choice * step) % proposals,
                         (person + choice) % opinions);
        }
    }
    return plenary;
}

// That board in a server, with phones that vote on it.
class Voted {
public:
    Voted(Bench const& bench, std::filesystem::path const& store, std::size_t proposals)
        : server_(bench, {},
                  [&](std::filesystem::path const& folder) {
                      std::filesystem::copy(store, folder,
                                            std::filesystem::copy_options::recursive);
                  }),
          board_(server_, {"K7P4X", facilitator_credential(), people, proposals}),
          resident_(resident_bytes(server_.process())),
          voters_(server_, board_, seats, Voters::Offer::Deflate)
    {}

    // Microseconds of the server's CPU for each vote.
    double cost()
    {
        voters_.ping();
        auto const votes_before = voters_.acknowledged();
        auto const before = cpu_time(server_.process());
        auto const begun = Clock::now();
        std::size_t asked = 0;
        while (Clock::now() - begun < length) {
            std::chrono::duration<double> const passed = Clock::now() - begun;
            auto const due = static_cast<std::size_t>(passed.count() * votes_per_second);
            for (; asked < due; ++asked) voters_.vote();
            voters_.crowd().turn(std::chrono::milliseconds{1});
            board_.desk().turn(std::chrono::milliseconds{0});
        }
        voters_.finish();
        auto const cpu = cpu_time(server_.process()) - before;
        constexpr double nanoseconds = 1e3;
        return static_cast<double>(cpu.count()) / nanoseconds /
               static_cast<double>(voters_.acknowledged() - votes_before);
    }

    void ping() { voters_.ping(); }
    std::size_t resident() const { return resident_; }

private:
    RealServer server_;
    RealBoard board_;
    std::size_t const resident_;
    Voters voters_;
};

template <class Act>
double seconds(Act act)
{
    auto const begun = Clock::now();
    act();
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

// A folder that is gone with it.
class Store {
public:
    explicit Store(std::filesystem::path path) : path_(std::move(path))
    {
        std::filesystem::remove_all(path_);
    }
    ~Store()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;
    std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path const path_;
};

void load(journal::RocksJournal& journal, Plenary const& plenary)
{
    auto const board = journal.load_now(plenary.code);
    if (!board) throw std::runtime_error(board.error().detail);
    if (board->position != plenary.board.position) throw std::runtime_error("another board came");
}

} // namespace

void bench_large(Bench const& bench, Report& report)
{
    constexpr std::size_t many = 2'000;
    constexpr std::size_t few = 20;
    constexpr double million = 1e6;
    constexpr double mebibyte = 1024.0 * 1024.0;
    constexpr double milliseconds = 1e3;
    using Mode = journal::RocksJournal::Mode;
    Store const large(bench.folder / "large");
    Store const small(bench.folder / "small");
    plenary_of(few).write(small.path());

    std::vector<double> rates;
    double written = 0;
    double read = 0;
    std::size_t events = 0;
    {
        auto const plenary = plenary_of(many);
        events = plenary.history.size();
        plenary.write(large.path());
        for (int round = 0; round < bench.rounds; ++round) {
            // Who only looks keeps no snapshot of what took long.
            auto const journal = open_journal(large.path(), Mode::Inspect);
            auto const taken = seconds([&] { load(*journal, plenary); });
            rates.push_back(static_cast<double>(events) / taken / million);
        }
        auto const kept = std::make_shared<board::Board const>(plenary.board);
        auto const journal = open_journal(large.path());
        written = seconds([&] {
            journal->save_snapshot(kept);
            journal->settle();
        });
        read = seconds([&] { load(*journal, plenary); });
    }
    Voted here(bench, large.path(), many);
    Voted there(bench, small.path(), few);
    report.add({"large-replay", "million events a second that are read and applied again", rates,
                Result::Bound::AtLeast, 1,
                std::to_string(events) + " events, 2,000 proposals; a snapshot is written in " +
                    brief(written * milliseconds) + " ms and read in " +
                    brief(read * milliseconds) + " ms; the server with that board takes " +
                    brief(static_cast<double>(here.resident()) / mebibyte) + " MiB"});
    std::vector<double> ratios;
    std::vector<double> micros;
    for (int round = 0; round < bench.rounds; ++round) {
        auto const large_cost = here.cost();
        there.ping();
        auto const small_cost = there.cost();
        here.ping();
        micros.push_back(large_cost);
        ratios.push_back(large_cost / small_cost);
    }
    report.add({"large-vote", "CPU a vote with 2,000 proposals and 400,000 choices, to one with 20",
                ratios, Result::Bound::AtMost, 1.2,
                "500 seats, 400 votes/s: " + brief(median(micros)) + " µs of server CPU a vote"});
}

} // namespace koudmen::bench
