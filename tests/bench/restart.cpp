// How long a board of so many events takes to be served again after a restart: from its snapshot,
// from its events alone, and, as the baseline, merely reading the bytes of those events from the same
// files.
//
//   ./dev bench restart [EVENTS]
//
// Prints one JSON object. Times are in milliseconds, the median of five starts, each with a journal
// opened anew.

#include "plenary.hpp"
#include "support/temporary_folder.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

using namespace koudmen;
using bench::open_journal;
using bench::Plenary;

namespace {

constexpr int rounds = 5;
constexpr std::uint64_t default_events = 100'000;
constexpr std::size_t people = 2'000;
constexpr std::size_t proposals = 200;
constexpr std::size_t opinions = 3;

// People who vote until there are so many events.
Plenary plenary_of(std::uint64_t events)
{
    Plenary plenary(people, proposals);
    std::mt19937_64 random(2024);
    while (plenary.history.size() < events) {
        plenary.vote(random() % people, random() % proposals, random() % opinions);
    }
    return plenary;
}

template <class Act>
double median_ms(Act act)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        auto const begun = std::chrono::steady_clock::now();
        act();
        std::chrono::duration<double, std::milli> const taken =
            std::chrono::steady_clock::now() - begun;
        times.push_back(taken.count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// From a process that has just begun to the first frame that a phone could be sent.
// Who only looks keeps no snapshot of what took long, so that each start is like the first.
void start(std::filesystem::path const& folder, Plenary const& plenary)
{
    auto const journal = open_journal(folder, journal::RocksJournal::Mode::Inspect);
    auto const board = journal->load_now(plenary.code);
    if (!board) throw std::runtime_error(board.error().detail);
    if (*board != plenary.board) throw std::runtime_error("another board came back");
    auto const changes = wire::changes(*board, wire::Audience::Everyone, {});
    if (wire::frame({.position = board->position, .full = true, .changes = changes})->empty()) {
        throw std::runtime_error("an empty frame");
    }
}

std::uintmax_t read_bytes(std::filesystem::path const& folder)
{
    std::uintmax_t bytes = 0;
    std::vector<char> buffer(1 << 20);
    for (auto const& entry : std::filesystem::directory_iterator(folder / "rocksdb")) {
        std::ifstream in(entry.path(), std::ios::binary);
        while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
               in.gcount() > 0) {
            bytes += static_cast<std::uintmax_t>(in.gcount());
        }
    }
    return bytes;
}

double rounded(double value)
{
    constexpr double hundredths = 100.0;
    return std::round(value * hundredths) / hundredths;
}

} // namespace

int main(int count, char** arguments)
{
    auto const events = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : default_events;
    try {
        auto const plenary = plenary_of(events);
        tests::TemporaryFolder const folder;
        plenary.write(folder.path());
        auto const replayed = median_ms([&] { start(folder.path(), plenary); });
        {
            auto const journal = open_journal(folder.path());
            journal->save_snapshot(std::make_shared<board::Board const>(plenary.board));
            journal->settle();
        }
        auto const with_snapshot = median_ms([&] { start(folder.path(), plenary); });
        std::uintmax_t bytes = 0;
        auto const reading = median_ms([&] { bytes = read_bytes(folder.path()); });
        nlohmann::ordered_json told;
        told["events"] = plenary.history.size();
        told["store_bytes"] = bytes;
        told["read_bytes_ms"] = rounded(reading);
        told["snapshot_ms"] = rounded(with_snapshot);
        told["replay_ms"] = rounded(replayed);
        told["snapshot_to_reading"] = rounded(with_snapshot / reading);
        told["replay_to_snapshot"] = rounded(replayed / with_snapshot);
        std::cout << told.dump() << std::endl;
    } catch (std::exception const& fault) {
        std::cerr << "restart: " << fault.what() << std::endl;
        return 1;
    }
}
