#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What an institution answers to an action that the room adopted, and what became of it.
namespace koudmen::board {

// How it will be seen that the action does what it is for.
struct Indicator {
    std::string name;
    std::optional<std::string> unit;
    std::optional<std::uint64_t> baseline; // Today, where that is known.
    std::uint64_t target = 0;

    friend bool operator==(Indicator const&, Indicator const&) = default;
};

// An institution's answer, whole: another one replaces it. Who declines promises nothing, so that
// only words go with it.
struct Pledge {
    Response response = Response::Accepted;
    std::optional<std::string> words;
    std::optional<std::string> lead;
    std::vector<std::string> partners;
    std::optional<std::string> start; // Days, as 2025-01-31.
    std::optional<std::string> end;
    std::vector<Indicator> indicators;
    std::optional<std::uint64_t> budget; // Euros.
    std::vector<NeedCode> needs;
    std::vector<std::string> other_needs;
    std::vector<std::string> audience; // Who benefits.
    std::vector<std::string> places;

    friend bool operator==(Pledge const&, Pledge const&) = default;
};

// How far it is, as the institution says.
struct ProgressReport {
    Progress progress = Progress::Planned;
    std::optional<std::uint64_t> percent;
    std::optional<std::string> news;

    friend bool operator==(ProgressReport const&, ProgressReport const&) = default;
};

} // namespace koudmen::board
