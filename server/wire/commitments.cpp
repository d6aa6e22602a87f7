#include "wire/commitments.hpp"

#include "wire/vocabulary.hpp"

#include <utility>
#include <vector>

namespace koudmen::wire {

namespace {

std::int64_t number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> number(std::optional<std::uint64_t> value)
{
    if (!value) return std::nullopt;
    return number(*value);
}

std::optional<std::uint64_t> counted(std::optional<std::int64_t> value)
{
    if (!value) return std::nullopt;
    return static_cast<std::uint64_t>(*value); // The reader lets no negative number pass.
}

// A list that is empty is left out.
template <class T>
std::optional<std::vector<T>> unless_empty(std::vector<T> list)
{
    if (list.empty()) return std::nullopt;
    return list;
}

protocol::Pledge told(board::Pledge const& pledge)
{
    protocol::Pledge out;
    out.response = to_protocol<protocol::Response>(pledge.response);
    out.words = pledge.words;
    out.lead = pledge.lead;
    out.partners = unless_empty(pledge.partners);
    out.start = pledge.start;
    out.end = pledge.end;
    std::vector<protocol::Indicator> indicators;
    for (auto const& indicator : pledge.indicators) {
        indicators.push_back(
            {indicator.name, indicator.unit, number(indicator.baseline), number(indicator.target)});
    }
    out.indicators = unless_empty(std::move(indicators));
    out.budget = number(pledge.budget);
    std::vector<protocol::NeedCode> needs;
    for (auto const need : pledge.needs) needs.push_back(to_protocol<protocol::NeedCode>(need));
    out.needs = unless_empty(std::move(needs));
    out.other_needs = unless_empty(pledge.other_needs);
    out.audience = unless_empty(pledge.audience);
    out.places = unless_empty(pledge.places);
    return out;
}

} // namespace

board::Pledge pledge_of(protocol::Pledge const& told)
{
    board::Pledge pledge;
    pledge.response = to_board<board::Response>(told.response);
    pledge.words = told.words;
    pledge.lead = told.lead;
    pledge.partners = told.partners.value_or(std::vector<std::string>{});
    pledge.start = told.start;
    pledge.end = told.end;
    if (told.indicators) {
        for (auto const& indicator : *told.indicators) {
            pledge.indicators.push_back({indicator.name, indicator.unit,
                                         counted(indicator.baseline),
                                         static_cast<std::uint64_t>(indicator.target)});
        }
    }
    pledge.budget = counted(told.budget);
    if (told.needs) {
        for (auto const need : *told.needs) pledge.needs.push_back(to_board<board::NeedCode>(need));
    }
    pledge.other_needs = told.other_needs.value_or(std::vector<std::string>{});
    pledge.audience = told.audience.value_or(std::vector<std::string>{});
    pledge.places = told.places.value_or(std::vector<std::string>{});
    return pledge;
}

board::ProgressReport report_of(protocol::ProgressReport const& told)
{
    return {to_board<board::Progress>(told.progress), counted(told.percent), told.news};
}

protocol::Institution told(board::Institution const& institution)
{
    return {number(institution.number.value), institution.name, institution.revoked};
}

protocol::Commitment told(board::Board const& board, board::Commitment const& commitment,
                          Waiting waiting)
{
    protocol::Commitment out;
    out.proposal = std::string(commitment.id.proposal.text());
    out.institution = number(commitment.id.institution.value);
    out.name = board.institutions.at(commitment.id.institution).name;
    if (waiting == Waiting::Told) {
        out.revision = number(commitment.revision);
        if (commitment.waiting) out.waiting = told(*commitment.waiting);
    }
    if (!commitment.standing) return out;
    out.standing = told(*commitment.standing);
    if (commitment.confirmed_at) out.confirmed_at = commitment.confirmed_at->milliseconds;
    for (auto const& [at, report] : commitment.progress) {
        out.progress.push_back({at.milliseconds,
                                {to_protocol<protocol::Progress>(report.progress),
                                 number(report.percent), report.news}});
    }
    return out;
}

} // namespace koudmen::wire
