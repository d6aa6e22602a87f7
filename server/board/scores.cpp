#include "board/scores.hpp"

#include "board/methods.hpp"

#include <algorithm>
#include <array>
#include <compare>

namespace koudmen::board {

namespace {

// Far wider than the squares of any counts.
__extension__ using Wide = unsigned __int128;

// A whole number as large as it needs to be.
class Natural {
public:
    explicit Natural(std::uint32_t value) : digits_{value} {}

    Natural& times(std::uint64_t factor)
    {
        std::uint64_t carry = 0;
        for (auto& digit : digits_) {
            auto const value = std::uint64_t{digit} * factor + carry;
            digit = static_cast<std::uint32_t>(value);
            carry = value >> 32;
        }
        if (carry > 0) digits_.push_back(static_cast<std::uint32_t>(carry));
        return *this;
    }

    friend bool operator<=(Natural const& one, Natural const& other)
    {
        if (one.digits_.size() != other.digits_.size()) {
            return one.digits_.size() < other.digits_.size();
        }
        return !std::lexicographical_compare(other.digits_.rbegin(), other.digits_.rend(),
                                             one.digits_.rbegin(), one.digits_.rend());
    }

private:
    std::vector<std::uint32_t> digits_; // In base 2^32, the lowest first, without zeros on top.
};

// The largest number of parts up to 10000 that is not beyond, 0 where none is. What is beyond is
// so from some number on.
template <class Reaches>
std::uint64_t most_parts(Reaches&& reaches)
{
    std::uint64_t low = 0;
    std::uint64_t high = parts;
    while (low < high) {
        auto const middle = low + (high - low + 1) / 2;
        if (reaches(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// The two sides of an opinion.
struct Sides {
    std::uint64_t support = 0;
    std::uint64_t oppose = 0;

    std::uint64_t both() const { return support + oppose; }
};

Sides sides(Counts const& counts)
{
    constexpr auto scale = scale_of(Method::Opinion);
    return {counts.at(scale.level(Choice::Support)), counts.at(scale.level(Choice::Oppose))};
}

// Ten times the denominator of controversy, in whole numbers.
std::uint64_t divided_among(Sides const& of, std::uint64_t room)
{
    return 10 * of.both() + std::max<std::uint64_t>(10, room);
}

} // namespace

std::uint64_t expressed(Counts const& counts)
{
    std::uint64_t people = 0;
    for (auto const count : counts) people += count;
    return people;
}

std::uint64_t share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : (2 * parts * part + whole) / (2 * whole);
}

// A share w is not above the bound when it is not above the observed share and
// n (U/n - w)^2 >= z^2 w (1 - w), which is Wilson's interval without its square root. Half parts
// are w = x / 20000, and z^2 = 2401 / 625.
std::uint64_t wilson_lower_bound(Counts const& counts)
{
    auto const of = sides(counts);
    Wide const support = of.support;
    Wide const n = support + of.oppose;
    if (n == 0) return 0;
    constexpr Wide whole = 2 * parts;
    return most_parts([&](std::uint64_t w) {
        Wide const x = 2 * w - 1;
        if (x * n > support * whole) return false;
        Wide const above = support * whole - x * n;
        return 625 * above * above >= 2401 * n * x * (whole - x);
    });
}

std::uint64_t controversy(Counts const& counts, std::uint64_t room)
{
    auto const of = sides(counts);
    return share(20 * std::min(of.support, of.oppose), divided_among(of, room));
}

bool is_controversial(Counts const& counts, std::uint64_t room)
{
    auto const of = sides(counts);
    return 40 * std::min(of.support, of.oppose) > divided_among(of, room) &&
           10 * of.both() >= std::max<std::uint64_t>(10, room);
}

Consensus consensus(std::vector<Agreement> const& colleges)
{
    Natural above(1);
    Natural below(1);
    for (auto const& [agree, seen] : colleges) {
        above.times(agree + 1);
        below.times(seen + 2);
    }
    // The largest w with (w - 1/2)^power <= the product, both sides times what makes them whole.
    auto const rooted = [&](std::size_t power) {
        return most_parts([&](std::uint64_t w) {
            auto wanted = below;
            auto whole = above;
            for (std::size_t factor = 0; factor < power; ++factor) {
                wanted.times(2 * w - 1);
                whole.times(2 * parts);
            }
            return wanted <= whole;
        });
    };
    return {rooted(1), rooted(std::max<std::size_t>(1, colleges.size()))};
}

std::uint64_t dots_given(Counts const& counts)
{
    std::uint64_t sum = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) sum += (level + 1) * counts[level];
    return sum;
}

std::optional<std::size_t> majority_grade(Counts const& counts)
{
    auto const people = expressed(counts);
    std::uint64_t so_far = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        so_far += counts[level];
        if (2 * so_far > people) return level;
    }
    return std::nullopt;
}

namespace {

// One round of a comparison: the majority grade, and how many people are beyond it on the larger
// side: above 0 when they think better of it, below when worse.
struct Round {
    std::size_t grade = 0;
    std::int64_t beyond = 0;
};

// Takes the next round off these judgments: its middle group counts to the nearest grade of the
// larger side from then on. Nothing is left to compare once all judge alike.
std::optional<Round> next_round(Counts& counts)
{
    auto const middle = majority_grade(counts);
    if (!middle) return std::nullopt;
    std::uint64_t better = 0;
    std::uint64_t worse = 0;
    std::optional<std::size_t> nearest_better;
    std::optional<std::size_t> nearest_worse;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] == 0) continue;
        if (level < *middle) {
            better += counts[level];
            nearest_better = level;
        } else if (level > *middle) {
            worse += counts[level];
            if (!nearest_worse) nearest_worse = level;
        }
    }
    auto const group = std::exchange(counts[*middle], 0);
    if (better > worse) {
        counts[*nearest_better] += group;
        return Round{*middle, static_cast<std::int64_t>(better)};
    }
    if (nearest_worse)
        counts[*nearest_worse] += group;
    else
        counts.clear();
    return Round{*middle, -static_cast<std::int64_t>(worse)};
}

} // namespace

std::strong_ordering compare_judgments(Counts const& one, Counts const& other)
{
    auto const people = static_cast<std::int64_t>(expressed(one));
    auto const other_people = static_cast<std::int64_t>(expressed(other));
    auto left = one;
    auto right = other;
    // Each round leaves one grade fewer.
    for (std::size_t round = 0; round < one.size(); ++round) {
        auto const here = next_round(left);
        auto const there = next_round(right);
        if (!here || !there) return here.has_value() <=> there.has_value();
        if (here->grade != there->grade) return there->grade <=> here->grade;
        auto const order = here->beyond * other_people <=> there->beyond * people;
        if (std::is_neq(order)) return order;
    }
    return std::strong_ordering::equal;
}

} // namespace koudmen::board
