#include "room/claims.hpp"

#include "board/limits.hpp"

#include <algorithm>

namespace koudmen::room {

bool Claims::take(std::uint64_t desk, ProposalId proposal, Time now)
{
    if (another_reads(desk, proposal, now)) return false;
    if (by_desk_.size() >= board::claims_max && !by_desk_.contains(desk)) return false;
    by_desk_.insert_or_assign(desk, Claim{proposal, now + board::claim_time});
    return true;
}

bool Claims::let_go(std::uint64_t desk, ProposalId proposal)
{
    auto const own = by_desk_.find(desk);
    if (own == by_desk_.end() || own->second.proposal != proposal) return false;
    by_desk_.erase(own);
    return true;
}

bool Claims::leave(std::uint64_t desk)
{
    return by_desk_.erase(desk) > 0;
}

bool Claims::treated(ProposalId proposal)
{
    return std::erase_if(by_desk_,
                         [&](auto const& entry) { return entry.second.proposal == proposal; }) > 0;
}

bool Claims::another_reads(std::uint64_t desk, ProposalId proposal, Time now) const
{
    return std::any_of(by_desk_.begin(), by_desk_.end(), [&](auto const& entry) {
        return entry.first != desk && entry.second.proposal == proposal && entry.second.ends > now;
    });
}

bool Claims::expire(Time now)
{
    return std::erase_if(by_desk_, [&](auto const& entry) { return entry.second.ends <= now; }) > 0;
}

std::optional<Claims::Time> Claims::next_end() const
{
    std::optional<Time> next;
    for (auto const& [desk, claim] : by_desk_) {
        if (!next || claim.ends < *next) next = claim.ends;
    }
    return next;
}

std::vector<wire::HeldClaim> Claims::held() const
{
    std::vector<wire::HeldClaim> held;
    for (auto const& [desk, claim] : by_desk_) held.push_back({claim.proposal, desk});
    return held;
}

} // namespace koudmen::room
