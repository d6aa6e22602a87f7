#include "board/similar.hpp"

#include "base/text.hpp"
#include "board/limits.hpp"
#include "board/merges.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

namespace koudmen::board {

namespace {

bool is_found_by(Proposal const& proposal, Similar::Reader reader)
{
    if (is_standing(proposal.status)) return true;
    return reader == Similar::Reader::Desk && (proposal.status == ProposalStatus::Submitted ||
                                               proposal.status == ProposalStatus::Returned);
}

} // namespace

// Each word is set between two spaces before it and one after, so that beginnings count.
std::vector<Similar::Gram> Similar::grams_of(std::string_view text)
{
    constexpr Gram space = ' ';
    constexpr Gram last_two = (Gram{1} << 42) - 1;
    std::vector<Gram> grams;
    Gram window = space << 21 | space;
    bool in_word = false;
    auto const take = [&](char32_t code) {
        window = (window & last_two) << 21 | Gram{code};
        grams.push_back(window);
    };
    for (char32_t const code : folded(text)) {
        if (code == U' ') {
            if (in_word) take(code);
            window = space << 21 | space;
            in_word = false;
            continue;
        }
        take(code);
        in_word = true;
    }
    if (in_word) take(U' ');
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

// One more for each time that half as many titles have it.
std::uint64_t Similar::weight(std::size_t titles) const
{
    auto const all = std::bit_width(known_.size() + 1);
    return 1 + static_cast<std::uint64_t>(all - std::bit_width(titles));
}

std::uint64_t Similar::weight(std::vector<Gram> const& grams) const
{
    std::uint64_t sum = 0;
    for (auto const gram : grams) {
        auto const having = having_.find(gram);
        sum += weight(having == having_.end() ? 0 : having->second.size());
    }
    return sum;
}

void Similar::keep(Proposal const& proposal)
{
    auto const [place, fresh] = places_.try_emplace(proposal.id, known_.size());
    if (fresh) known_.push_back({proposal.id, {}});
    auto const index = static_cast<std::uint32_t>(place->second);
    auto& known = known_[index];
    auto grams = grams_of(proposal.title);
    if (grams == known.grams) return;
    for (auto const gram : known.grams) {
        auto& having = having_.at(gram);
        having.erase(std::find(having.begin(), having.end(), index));
        if (having.empty()) having_.erase(gram);
    }
    known.grams = std::move(grams);
    for (auto const gram : known.grams) having_[gram].push_back(index);
}

void Similar::follow(Board const& board)
{
    if (position_ == board.position) return;
    // Another history, or one whose rehearsal was purged with what was written in it.
    if (position_ > board.position || position_ < board.voided) *this = {};
    board.changes.since(position_, [&](Thing const& thing) {
        if (thing.part == Part::Proposal) keep(board.proposals.at(thing.proposal));
    });
    position_ = board.position;
}

std::vector<Likeness> Similar::like(Board const& board, std::string_view text, Reader reader,
                                    std::optional<ProposalId> except) const
{
    auto const asked = grams_of(text);
    std::vector<std::uint64_t> shared(known_.size());
    for (auto const gram : asked) {
        auto const having = having_.find(gram);
        if (having == having_.end()) continue;
        auto const each = weight(having->second.size());
        for (auto const place : having->second) shared[place] += each;
    }
    auto const whole = weight(asked);
    std::vector<Likeness> found;
    for (std::size_t place = 0; place < known_.size(); ++place) {
        auto const& [id, grams] = known_[place];
        // Sharing less than that of the text, it cannot be alike enough whatever its own weight.
        if (2 * 1000 * shared[place] < similar_parts_min * whole) continue;
        if (id == except || !is_found_by(board.proposals.at(id), reader)) continue;
        auto const parts = 1000 * 2 * shared[place] / (whole + weight(grams));
        if (parts >= similar_parts_min) found.push_back({id, parts});
    }
    auto const number = [&](ProposalId const& id) { return board.proposals.at(id).number; };
    auto const more_alike = [&](Likeness const& one, Likeness const& other) {
        if (one.parts != other.parts) return one.parts > other.parts;
        return number(one.proposal) < number(other.proposal);
    };
    auto const most = std::min(found.size(), similar_found_max);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                      more_alike);
    found.resize(most);
    return found;
}

} // namespace koudmen::board
