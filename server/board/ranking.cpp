#include "board/ranking.hpp"

#include "base/sha256.hpp"
#include "board/merges.hpp"
#include "board/scores.hpp"

#include <algorithm>
#include <compare>

namespace koudmen::board {

namespace {

// A proposal with all that its place depends on.
struct Ranked {
    ProposalId proposal;
    Counts const* counts = nullptr;
    std::uint64_t score = 0; // Of grades there is none: they are compared.
    std::uint64_t people = 0;
    bool enough = true; // People to be ranked.
    std::string lot;    // Empty without a seed: then the ballot's own order stands.
};

std::uint64_t score_of(Method method, Counts const& counts)
{
    switch (method) {
    case Method::Opinion: return wilson_lower_bound(counts);
    case Method::Approval: return expressed(counts);
    case Method::Dots: return dots_given(counts);
    case Method::Grades: return 0;
    }
    return 0;
}

// The seed apart: greater stands better.
std::strong_ordering compare(Ranked const& one, Ranked const& other, Method method)
{
    if (one.enough != other.enough) return one.enough <=> other.enough;
    if (method == Method::Grades && one.enough) {
        auto const order = compare_judgments(*one.counts, *other.counts);
        if (std::is_neq(order)) return order;
    }
    if (one.score != other.score) return one.score <=> other.score;
    return one.people <=> other.people;
}

} // namespace

std::vector<Standing> ranking(Board const& board, Ballot const& ballot)
{
    std::vector<Ranked> all;
    auto const least = ballot.terms.judgments_min.value_or(0);
    for (auto const& id : ballot.proposals) {
        // A part that is counted with its whole stands in the place of that.
        if (!is_public(board.proposals.at(id).status) || is_joined(ballot, id)) continue;
        auto const& counts = ballot.tallies.at(id).counts;
        auto const people = expressed(counts);
        auto lot =
            ballot.seed ? sha256(*ballot.seed + ":" + std::string(id.text())) : std::string{};
        all.push_back({id, &counts, score_of(ballot.method, counts), people, people >= least,
                       std::move(lot)});
    }
    std::stable_sort(all.begin(), all.end(), [&](Ranked const& one, Ranked const& other) {
        auto const order = compare(one, other, ballot.method);
        return std::is_neq(order) ? std::is_gt(order) : one.lot < other.lot;
    });

    std::vector<Standing> told;
    for (auto const& ranked : all) {
        Standing standing{ranked.proposal, std::nullopt, false};
        if (ranked.enough) standing.rank = told.size() + 1;
        told.push_back(standing);
    }
    for (std::size_t at = 1; at < all.size(); ++at) {
        bool const drawn = ballot.seed && all[at].enough && all[at - 1].enough &&
                           std::is_eq(compare(all[at - 1], all[at], ballot.method));
        if (drawn) told[at - 1].drawn = told[at].drawn = true;
    }
    return told;
}

std::string commitment(std::string_view seed)
{
    return sha256(seed);
}

} // namespace koudmen::board
