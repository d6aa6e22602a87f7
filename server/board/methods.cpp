#include "board/methods.hpp"

#include "board/fields.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace koudmen::board {

namespace {

struct Term {
    std::optional<std::uint64_t> Terms::*member;
    std::string_view field;
    Method method;
    std::uint64_t max; // And at least 1.
};

constexpr std::array<Term, 4> all_terms{{
    {&Terms::maximum, "maximum", Method::Approval, proposals_max},
    {&Terms::budget, "budget", Method::Dots, dots_budget_max},
    {&Terms::cap, "cap", Method::Dots, dots_cap_max},
    {&Terms::judgments_min, "judgmentsMin", Method::Grades, participants_max},
}};

constexpr std::uint64_t usual_cap = 3;

// One dot for four proposals, but at least three and at most ten.
std::uint64_t usual_budget(std::size_t proposals)
{
    constexpr std::uint64_t least = 3;
    constexpr std::uint64_t most = 10;
    return std::clamp((std::uint64_t{proposals} + 2) / 4, least, most);
}

} // namespace

Result<Terms, Refusal> fixed_terms(Method method, Terms const& asked, std::size_t proposals)
{
    for (auto const& term : all_terms) {
        auto const& value = asked.*term.member;
        if (!value) continue;
        if (term.method != method) return unexpected(refuse(RefusalWord::NotOfMethod, term.field));
        if (*value < 1 || *value > term.max) {
            return unexpected(refuse(RefusalWord::Malformed, term.field, term.max));
        }
    }
    auto terms = asked;
    if (method == Method::Dots) {
        auto const budget = terms.budget.value_or(usual_budget(proposals));
        terms.budget = budget;
        terms.cap = asked.cap.value_or(std::min(budget, usual_cap));
        if (*terms.cap > budget) return unexpected(refuse(RefusalWord::Malformed, "cap", budget));
    }
    if (method == Method::Grades) {
        terms.judgments_min = asked.judgments_min.value_or(small_cell_min);
    }
    return terms;
}

} // namespace koudmen::board
