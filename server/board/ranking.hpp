#pragma once

#include "board/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// In which order the proposals of a ballot stand, by a rule that is published before it opens: the
// score of its method, then the number of people who chose, then the seed.
//
// The score is Wilson's lower bound, the approvals, the dots, or majority judgment. The seed was
// drawn when the ballot opened, and told as its hash; where all else is equal, the lower hash of
// "SEED:PROPOSAL" comes first. So nobody could know who gains by it, and everybody can check it.
namespace koudmen::board {

struct Standing {
    ProposalId proposal;
    std::optional<std::uint64_t> rank; // From 1; nothing when too few people judged it.
    bool drawn = false;                // The seed alone decided it against a neighbour.

    friend bool operator==(Standing const&, Standing const&) = default;
};

// The proposals that the room sees, best first; those without a rank last. Parts that the ballot counts
// with their whole are not there.
std::vector<Standing> ranking(Board const& board, Ballot const& ballot);

// What is told of a seed before it is.
std::string commitment(std::string_view seed);

} // namespace koudmen::board
