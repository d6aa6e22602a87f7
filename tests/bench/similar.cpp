// How long it takes to find the proposals that are like a text among so many, and, as the baseline,
// merely folding as many titles: what comparing without an index would have to do first.
//
//   ./dev bench similar [PROPOSALS]
//
// Prints one JSON object. Times are in microseconds for one search: the median and the worst of a
// thousand, each for another text.

#include "base/text.hpp"
#include "board/decide.hpp"
#include "board/similar.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace koudmen;

namespace {

constexpr std::uint64_t default_proposals = 2'000;
constexpr int searches = 1'000;
constexpr int rounds = 21;

constexpr std::array<std::string_view, 24> words{
    "un",           "bus",       "numérique", "pour",     "les",    "aînés",          "former",
    "médiation",    "tablettes", "à",         "l’école",  "fablab", "Fort-de-France", "dans",
    "chaque",       "commune",   "internet",  "sécurité", "des",    "données",        "femmes",
    "intelligence", "atelier",   "recyclage"};

std::string title(std::mt19937& random)
{
    std::string text;
    for (auto count = 4 + random() % 9; count > 0; --count) {
        text += words[random() % words.size()];
        text += count > 1 ? " " : "";
    }
    return text + " " + std::to_string(random() % 1'000);
}

board::Board board_of(std::uint64_t proposals, std::mt19937& random)
{
    board::Board board;
    auto const record = [&](board::Event event) {
        board::apply(board, {{board.position.value + 1}, {}, {}, std::move(event)});
    };
    board::BoardCreated created;
    created.axes = {{{"a"}, "A"}};
    created.colleges = {{{"c"}, "C"}};
    record(created);
    record(board::ParticipantJoined{{1}, {"person"}, {"c"}, {}});
    for (std::uint64_t number = 0; number < proposals; ++number) {
        auto text = std::to_string(number);
        text.resize(ProposalId::length, '_');
        auto const id = *ProposalId::from(text);
        record(board::ProposalSubmitted{id, {1}, title(random), "", {"a"}});
        record(board::ProposalPublished{id});
    }
    return board;
}

double microseconds(auto&& work)
{
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
        .count();
}

double rounded(double value)
{
    constexpr double hundredths = 100.0;
    return std::round(value * hundredths) / hundredths;
}

} // namespace

int main(int count, char** arguments)
{
    auto const proposals = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : default_proposals;
    std::mt19937 random(7);
    auto const board = board_of(proposals, random);
    board::Similar similar;
    auto const indexing = microseconds([&] { similar.follow(board); });

    std::size_t found = 0; // Told, so that nothing is left out as useless.
    std::vector<double> times;
    for (int search = 0; search < searches; ++search) {
        auto const text = title(random);
        times.push_back(microseconds(
            [&] { found += similar.like(board, text, board::Similar::Reader::Desk, {}).size(); }));
    }
    std::sort(times.begin(), times.end());

    std::vector<double> baselines;
    std::size_t characters = 0;
    for (int round = 0; round < rounds; ++round) {
        baselines.push_back(microseconds([&] {
            for (auto const& [id, proposal] : board.proposals) {
                characters += folded(proposal.title).size();
            }
        }));
    }
    std::sort(baselines.begin(), baselines.end());

    auto const median = times[times.size() / 2];
    auto const baseline = baselines[baselines.size() / 2];
    nlohmann::ordered_json told;
    told["proposals"] = proposals;
    told["searches"] = searches;
    told["found"] = found;
    told["indexing_us"] = rounded(indexing);
    told["median_us"] = rounded(median);
    told["worst_us"] = rounded(times.back());
    told["folding_all_us"] = rounded(baseline);
    told["folded_characters"] = characters;
    told["median_to_folding"] = rounded(median / baseline);
    std::cout << told.dump() << std::endl;
}
