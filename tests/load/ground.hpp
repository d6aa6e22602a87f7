#pragma once

#include "asker.hpp"
#include "options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace koudmen::load {

// Levels of an opinion, in the order of a tally's counts.
inline constexpr std::size_t opinions = 3;
extern char const* const opinion_words[opinions];

// The board on which it is rehearsed, with an open ballot of opinions.
struct Ground {
    bench::Place place;
    std::string code;
    std::string college;
    std::string screen; // A credential; empty on somebody's board.
    std::string ballot;
    std::vector<std::string> proposals;
    bool own = false;
    bool counts_shown = false; // To everybody, while it is voted on.
};

// Opens a board for the rehearsal, or looks at somebody's. Throws a sentence when there is none to use.
Ground prepare(Options const& options);

// 22 characters that nobody else drew; and a credential as phones make it.
std::string minted();
std::string minted_credential();

} // namespace koudmen::load
