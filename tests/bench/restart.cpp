// How long a board of so many events takes to be served again after a restart: from its snapshot,
// from its events alone, and, as the baseline, merely reading the bytes of those events from the same
// files.
//
//   ./dev bench restart [EVENTS]
//
// Prints one JSON object. Times are in milliseconds, the median of five starts, each with a journal
// opened anew.

#include "board/decide.hpp"
#include "journal/rocks_journal.hpp"
#include "support/temporary_folder.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace koudmen;

namespace {

constexpr int rounds = 5;
constexpr std::uint64_t default_events = 100'000;
constexpr std::uint64_t people = 2'000;
constexpr std::uint64_t proposals = 200;

template <class Id>
Id id(std::string text)
{
    text.resize(Id::length, '_');
    return *Id::from(text);
}

// A plenary: people join, propose, and vote until there are so many events.
class Plenary {
public:
    explicit Plenary(std::uint64_t events)
    {
        board::CreateBoard create;
        create.code = code;
        create.title = "Feuille de route";
        create.axes = {{{"inclusion"}, "Inclusion"}};
        create.settings = {board::Moderation::After, 10};
        create.facilitator = {"facilitator"};
        create.moderator = {"moderator"};
        create.screen = {"screen"};
        keep({}, board::decide(board, create));
        for (std::uint64_t number = 1; number <= people; ++number) {
            keep({}, board::decide(board, board::JoinBoard{{"person " + std::to_string(number)},
                                                           board.colleges[number % 5].id,
                                                           {}}));
        }
        for (std::uint64_t number = 1; number <= proposals; ++number) {
            ask(number, board::SubmitProposal{proposal(number),
                                              "Un bus numérique par commune",
                                              std::string(300, 'x'),
                                              {"inclusion"}});
        }
        board::Actor const facilitator{board::Role::Facilitator, {}};
        lead(facilitator, board::OpenPhase{board::Phase::Vote});
        lead(facilitator, board::OpenBallot{id<BallotId>("ballot"),
                                            "Que retenir ?",
                                            board::Method::Opinion,
                                            board::ResultsRule::Live,
                                            {}});
        std::mt19937_64 random(2024);
        while (history.size() < events) {
            ask(1 + random() % people,
                board::CastChoice{id<BallotId>("ballot"), proposal(1 + random() % proposals),
                                  static_cast<board::Choice>(random() % board::choice_count)});
        }
    }

    BoardCode const code{"BENCH"};
    board::Board board;
    std::vector<board::Recorded> history;

private:
    static ProposalId proposal(std::uint64_t number)
    {
        return id<ProposalId>("proposal" + std::to_string(number));
    }

    void ask(std::uint64_t participant, board::Command const& command)
    {
        lead({board::Role::Participant, {participant}}, command);
    }

    void lead(board::Actor const& actor, board::Command const& command)
    {
        board::Stamp const by{actor, id<DeviceId>("phone"), {++operations_[actor]}};
        keep(by, board::consider(board, by, now_, command));
    }

    void keep(board::Stamp const& by, board::Decided const& decided)
    {
        if (!decided) throw std::runtime_error("refused: " + decided.error().field);
        for (auto const& event : *decided) {
            history.push_back({{board.position.value + 1}, now_, by, event});
            board::apply(board, history.back());
        }
    }

    Moment const now_{1'734'091'200'000};
    std::map<board::Actor, std::uint64_t> operations_;
};

// Who asks waits here.
class Inline final : public Thread {
public:
    void post(Task task) override { task(); }
    void after(std::chrono::milliseconds, Task task) override { task(); }
    bool here() const override { return true; }
};

std::unique_ptr<journal::RocksJournal> open(std::filesystem::path const& folder)
{
    auto opened = journal::RocksJournal::open(folder, journal::RocksJournal::Mode::Serve, {0});
    if (!opened) throw std::runtime_error(opened.error());
    return std::move(*opened);
}

void write(std::filesystem::path const& folder, Plenary const& plenary)
{
    auto const journal = open(folder);
    Inline home;
    constexpr std::size_t at_once = 1'000;
    for (std::size_t at = 0; at < plenary.history.size(); at += at_once) {
        auto const begin = plenary.history.begin() + static_cast<std::ptrdiff_t>(at);
        auto const end =
            begin + static_cast<std::ptrdiff_t>(std::min(at_once, plenary.history.size() - at));
        std::promise<journal::Outcome> landed;
        journal->append(plenary.code, {at}, {begin, end}, home,
                        [&](journal::Outcome outcome) { landed.set_value(outcome); });
        if (landed.get_future().get() != journal::Outcome::Durable) {
            throw std::runtime_error("the board could not be written");
        }
    }
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
void start(std::filesystem::path const& folder, Plenary const& plenary)
{
    auto const journal = open(folder);
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
        Plenary const plenary(events);
        tests::TemporaryFolder const folder;
        write(folder.path(), plenary);
        auto const replayed = median_ms([&] { start(folder.path(), plenary); });
        {
            auto const journal = open(folder.path());
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
