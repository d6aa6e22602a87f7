#include "wire/templates.hpp"

#include "base/check.hpp"
#include "wire/vocabulary.hpp"

#include <utility>

namespace koudmen::wire {

std::optional<Template> find_template(std::string_view id)
{
    for (auto const text : template_texts()) {
        auto const read = protocol::read_template_(text);
        check(read.has_value(), "the templates in the binary follow the protocol");
        if (read->id == id) return Template{settings_of(read->settings), steps_of(read->agenda)};
    }
    return std::nullopt;
}

board::Settings settings_of(protocol::Settings const& told)
{
    return {to_board<board::Moderation>(told.moderation),
            static_cast<std::uint64_t>(told.proposals_per_participant),
            to_board<board::Admission>(told.admission.value_or(protocol::Admission::Open)),
            told.trusts_after_first.value_or(false)};
}

std::vector<board::Step> steps_of(std::vector<protocol::Step> const& told)
{
    std::vector<board::Step> list;
    list.reserve(told.size());
    for (auto const& step : told) {
        board::Step one{{step.id},
                        step.title,
                        to_board<board::Phase>(step.phase),
                        static_cast<std::uint64_t>(step.minutes),
                        {}};
        if (step.ballot) {
            one.ballot = board::BallotPlan{step.ballot->question,
                                           to_board<board::Method>(step.ballot->method),
                                           to_board<board::ResultsRule>(step.ballot->results)};
        }
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace koudmen::wire
