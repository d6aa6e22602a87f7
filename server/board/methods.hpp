#pragma once

#include "base/result.hpp"
#include "board/command.hpp"
#include "board/limits.hpp"
#include "board/words.hpp"

#include <cstddef>
#include <cstdint>

// The methods of voting: which choices each has, and what may be fixed when its ballot opens.
namespace koudmen::board {

// The choices of one method: a range of Choice, in order. A choice's place in it is its level.
struct Scale {
    Choice first;
    std::size_t size;

    constexpr Choice at(std::size_t level) const
    {
        return static_cast<Choice>(static_cast<std::size_t>(first) + level);
    }
    constexpr bool has(Choice choice) const { return choice >= first && choice < at(size); }
    // Of a choice that the scale has.
    constexpr std::size_t level(Choice choice) const
    {
        return static_cast<std::size_t>(choice) - static_cast<std::size_t>(first);
    }
};

// Every choice is of exactly one method.
constexpr Scale scale_of(Method method)
{
    switch (method) {
    case Method::Opinion: return {Choice::Support, 3}; // Support, neutral, oppose.
    case Method::Approval: return {Choice::Approve, 1};
    case Method::Dots: return {Choice::OneDot, dots_cap_max}; // So many dots, from one.
    case Method::Grades: return {Choice::VeryGood, 6};        // From the best to the worst.
    }
    return {Choice::Support, 0};
}

// How many dots a choice of that method is.
constexpr std::uint64_t dots(Choice choice)
{
    return scale_of(Method::Dots).level(choice) + 1;
}

// The terms of a ballot on so many proposals: what was asked for within its bounds, the rest as
// usual. A term of another method is refused, and so is one out of bounds.
Result<Terms, Refusal> fixed_terms(Method method, Terms const& asked, std::size_t proposals);

} // namespace koudmen::board
