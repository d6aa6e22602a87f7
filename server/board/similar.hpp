#pragma once

#include "base/ids.hpp"
#include "board/state.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace koudmen::board {

// How much a proposal is like a text, in parts of 1000.
struct Likeness {
    ProposalId proposal;
    std::uint64_t parts = 0;

    friend bool operator==(Likeness const&, Likeness const&) = default;
};

// Finds the proposals of a board whose titles are like a text, the most alike first.
//
// Titles are compared by the groups of three characters they share, however they are written in
// capitals, accents and punctuation. A group counts the more the fewer titles have it, so that "les" and
// "pour" tell little. Kept beside a board and brought up to date from what changed in it; it is no part
// of it. Integers only, so the same board and text give the same answer anywhere.
class Similar {
public:
    // Makes it agree with the board as it now stands. A board that went back starts it anew.
    void follow(Board const& board);

    // Who asks: the room sees what is public, the desk also what was submitted or asked about.
    enum class Reader { Room, Desk };

    // At most similar_found_max proposals at least similar_parts_min alike, except that one.
    std::vector<Likeness> like(Board const& board, std::string_view text, Reader reader,
                               std::optional<ProposalId> except) const;

private:
    using Gram = std::uint64_t; // Three code points of 21 bits each.

    struct Known {
        ProposalId proposal;
        std::vector<Gram> grams; // Sorted, each once.
    };

    static std::vector<Gram> grams_of(std::string_view text);
    std::uint64_t weight(std::size_t titles) const;
    std::uint64_t weight(std::vector<Gram> const& grams) const;
    void keep(Proposal const& proposal);

    Position position_;
    std::vector<Known> known_; // In order of arrival at this index.
    std::map<ProposalId, std::size_t> places_;
    std::unordered_map<Gram, std::vector<std::uint32_t>> having_; // Places, in no order.
};

} // namespace koudmen::board
