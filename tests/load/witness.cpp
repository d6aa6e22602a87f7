#include "witness.hpp"

namespace koudmen::load {

Witness::Witness(std::string const& ballot, std::vector<std::string> const& proposals,
                 bench::Times& lags)
    : ballot_(ballot), told_(proposals.size()), lags_(&lags)
{
    for (std::size_t number = 0; number < proposals.size(); ++number) {
        numbers_.emplace(proposals[number], number);
    }
}

void Witness::expect(std::size_t proposal, std::uint64_t position, bench::Clock::time_point at)
{
    auto& told = told_[proposal];
    // It may be told here before the answer arrives there.
    if (told.position >= position) return lags_->add({});
    told.expected.push_back({position, at});
}

void Witness::hear(Heard const& heard, bench::Clock::time_point at)
{
    if (!heard.state) return;
    position_ = heard.position;
    for (auto const& tally : heard.tallies) {
        if (tally.ballot != ballot_) continue;
        auto const number = numbers_.find(tally.proposal);
        if (number == numbers_.end()) continue;
        auto& told = told_[number->second];
        told.position = heard.position;
        told.counts = tally.counts;
        std::erase_if(told.expected, [&](Expected const& one) {
            if (one.position > heard.position) return false;
            lags_->add(at - one.at);
            return true;
        });
    }
}

std::size_t Witness::waiting() const
{
    std::size_t sum = 0;
    for (auto const& told : told_) sum += told.expected.size();
    return sum;
}

} // namespace koudmen::load
