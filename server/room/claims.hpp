#pragma once

#include "base/ids.hpp"
#include "base/thread.hpp"
#include "wire/outbound.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace koudmen::room {

// Who is reading what at the desks, so that two moderators do not treat one proposal.
//
// Part of being here, not of the board's history: a claim ends when its proposal is treated, when its
// desk leaves, when its desk claims another, and by itself after board::claim_time. Desks are named by
// the number their room gave them. Lives on its room's thread, whose time it is given.
class Claims {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Each says whether anything changed.

    // Makes or renews the desk's claim, and ends its former one; not when another desk is reading the
    // proposal, nor when there are board::claims_max already.
    bool take(std::uint64_t desk, ProposalId proposal, Time now);

    bool let_go(std::uint64_t desk, ProposalId proposal);

    // The desk is gone.
    bool leave(std::uint64_t desk);

    // The proposal has been treated.
    bool treated(ProposalId proposal);

    // Ends the claims whose time is over.
    bool expire(Time now);

    bool another_reads(std::uint64_t desk, ProposalId proposal, Time now) const;

    // When the next one ends by itself.
    std::optional<Time> next_end() const;

    // In order of desks.
    std::vector<wire::HeldClaim> held() const;

private:
    struct Claim {
        ProposalId proposal;
        Time ends;
    };
    std::map<std::uint64_t, Claim> by_desk_;
};

} // namespace koudmen::room
