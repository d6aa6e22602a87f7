#include "page/order.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace koudmen::page {

namespace {

// Numbers below a bound that a text decides (FNV-1a, then mulberry32).
class Luck {
public:
    explicit Luck(std::string const& text)
    {
        for (char const c : text) {
            state_ = (state_ ^ static_cast<std::uint8_t>(c)) * 0x01000193U;
        }
    }

    std::size_t below(std::size_t bound)
    {
        state_ += 0x6d2b79f5U;
        auto bits = (state_ ^ (state_ >> 15)) * (state_ | 1U);
        bits ^= bits + (bits ^ (bits >> 7)) * (bits | 61U);
        bits ^= bits >> 14;
        return static_cast<std::size_t>((std::uint64_t{bits} * bound) >> 32);
    }

private:
    std::uint32_t state_ = 0x811c9dc5U;
};

template <class T>
void shuffle(std::vector<T>& all, Luck& luck)
{
    for (auto left = all.size(); left > 1; --left) std::swap(all[luck.below(left)], all[left - 1]);
}

} // namespace

std::vector<ProposalId> own_order(BallotId const& ballot, ParticipantNumber participant,
                                  std::vector<ProposalId> const& proposals)
{
    auto const count = proposals.size();
    if (count < 2 || participant.value == 0) return proposals;
    auto const row = (participant.value - 1) % count;
    std::string seed(ballot.text());
    seed.append(" ").append(std::to_string((participant.value - 1) / count));
    Luck luck(seed);
    auto mixed = proposals;
    shuffle(mixed, luck);
    std::vector<std::size_t> places(count);
    for (std::size_t place = 0; place < count; ++place) places[place] = place;
    shuffle(places, luck);
    std::vector<ProposalId> own;
    own.reserve(count);
    for (auto const place : places) own.push_back(mixed[(place + row) % count]);
    return own;
}

} // namespace koudmen::page
