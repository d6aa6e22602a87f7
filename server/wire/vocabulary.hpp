#pragma once

#include "board/limits.hpp"
#include "board/words.hpp"
#include "protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// The board's words and the protocol's are the same words; here the compiler is asked whether they
// still are. Both sides list them in one order, so converting is free.
namespace koudmen::wire {

namespace vocabulary {

template <class Protocol, class Board>
constexpr bool same_words()
{
    if (protocol::words<Protocol>.size() != board::words<Board>.size()) return false;
    for (std::size_t index = 0; index < board::words<Board>.size(); ++index) {
        if (protocol::words<Protocol>[index] != board::words<Board>[index]) return false;
    }
    return true;
}

} // namespace vocabulary

// A board's word as the protocol's, and back.
template <class Protocol, class Board>
constexpr Protocol to_protocol(Board value)
{
    static_assert(vocabulary::same_words<Protocol, Board>());
    return static_cast<Protocol>(value);
}

template <class Board, class Protocol>
constexpr Board to_board(Protocol value)
{
    static_assert(vocabulary::same_words<Protocol, Board>());
    return static_cast<Board>(value);
}

namespace vocabulary {

constexpr bool same(std::size_t board, std::int64_t protocol)
{
    return static_cast<std::int64_t>(board) == protocol;
}

namespace told = protocol::limits;
static_assert(same(board::board_title_graphemes_max, told::board_title_graphemes_max));
static_assert(same(board::label_graphemes_max, told::label_graphemes_max));
static_assert(same(board::title_graphemes_max, told::title_graphemes_max));
static_assert(same(board::description_graphemes_max, told::description_graphemes_max));
static_assert(same(board::comment_graphemes_max, told::comment_text_graphemes_max));
static_assert(same(board::name_graphemes_max, told::name_graphemes_max));
static_assert(same(board::remark_graphemes_max, told::remark_graphemes_max));
static_assert(same(board::question_graphemes_max, told::question_graphemes_max));
static_assert(same(board::organisation_graphemes_max, told::organisation_graphemes_max));
static_assert(same(board::reason_graphemes_max, told::reason_graphemes_max));
static_assert(same(board::message_graphemes_max, told::message_text_graphemes_max));
static_assert(same(board::step_title_graphemes_max, told::step_title_graphemes_max));
static_assert(same(board::screen_name_graphemes_max, told::screen_title_graphemes_max));
static_assert(same(board::tables_max, told::tables_max));
static_assert(same(board::screens_max, told::arrange_screens_screens_max));
static_assert(same(board::showings_max, told::showings_max));
static_assert(same(board::agenda_steps_max, told::set_agenda_steps_max));
static_assert(same(board::step_minutes_max, told::step_minutes_max));
static_assert(same(board::axes_max, told::create_board_axes_max));
static_assert(same(board::colleges_max, told::create_board_colleges_max));
static_assert(same(board::proposals_max, told::proposals_max));
static_assert(same(board::proposals_per_participant_max,
                   told::settings_proposals_per_participant_max));
static_assert(same(board::comments_per_proposal_max, told::comments_per_proposal_max));
static_assert(same(board::comments_per_participant_max, told::comments_per_participant_max));
static_assert(same(board::participants_max, told::participants_max));
static_assert(same(board::devices_per_member_max, told::devices_per_member_max));
static_assert(same(board::devices_per_role_max, told::devices_per_role_max));
static_assert(same(board::operations_pending_max, told::operations_pending_max));
static_assert(same(board::comments_max, told::comments_max));
static_assert(same(board::ballots_max, told::ballots_max));
static_assert(same(board::partners_max, told::decide_proposal_partners_max));
static_assert(same(board::proposals_max, told::open_ballot_maximum_max));
static_assert(same(board::dots_budget_max, told::open_ballot_budget_max));
static_assert(same(board::dots_cap_max, told::open_ballot_cap_max));
static_assert(same(board::participants_max, told::open_ballot_judgments_min_max));
static_assert(same(board::badges_max, told::badges_max));
static_assert(same(board::badges_per_request_max, told::issue_badges_count_max));
static_assert(same(board::moves_per_badge_max, told::moves_per_badge_max));
static_assert(same(board::helpers_max, told::helpers_max));
static_assert(same(board::paper_marks_max, told::record_paper_marks_max));
static_assert(same(board::reopenings_max, told::reopenings_max));
static_assert(same(board::institutions_max, told::institutions_max));
static_assert(same(board::commitments_max, told::commitments_max));
static_assert(same(board::comments_per_institution_max, told::comments_per_institution_max));
static_assert(same(board::progress_reports_max, told::progress_reports_max));
static_assert(same(board::phrase_graphemes_max, told::phrase_graphemes_max));
static_assert(same(board::unit_graphemes_max, told::unit_graphemes_max));
static_assert(same(board::news_graphemes_max, told::news_graphemes_max));
static_assert(same(board::partners_max, told::pledge_partners_max));
static_assert(same(board::indicators_max, told::pledge_indicators_max));
static_assert(same(board::other_needs_max, told::pledge_other_needs_max));
static_assert(same(board::audience_max, told::pledge_audience_max));
static_assert(same(board::places_max, told::pledge_places_max));
static_assert(same(board::budget_max, told::pledge_budget_max));
static_assert(same(board::indicator_max, told::indicator_target_max));
static_assert(same(board::percent_max, told::progress_report_percent_max));
static_assert(board::edit_time.count() == told::edit_seconds);
static_assert(board::timer_max.count() == told::start_timer_seconds_max);
static_assert(same(board::small_cell_min, told::small_cell_min));
static_assert(same(board::phase_reopenings_max, told::phase_reopenings_max));
static_assert(same(board::rewordings_max, told::rewordings_max));
static_assert(same(board::merged_max, told::merged_max));
static_assert(same(board::claims_max, told::claims_change_claims_max));
static_assert(same(board::similar_found_max, told::similar_found_max));
static_assert(board::claim_time.count() == told::claim_seconds);

// What the server may have to say fits the lists it says it in. Beside these things a board has a
// few that are one of a kind.
constexpr auto few = 1'000;
constexpr auto tallies_max = static_cast<std::int64_t>(board::ballots_max * board::proposals_max);
static_assert(static_cast<std::int64_t>(board::proposals_max + board::comments_max +
                                        3 * board::ballots_max + board::institutions_max +
                                        board::commitments_max) +
                  tallies_max + few <=
              told::state_changes_max);
static_assert(tallies_max <= told::yours_choices_max && tallies_max <= told::yours_tallies_max);
static_assert(same(board::proposals_per_participant_max, told::yours_proposals_max));
static_assert(same(board::comments_per_participant_max, told::yours_comments_max));
static_assert(2 * board::operations_pending_max <= told::state_answers_max);

} // namespace vocabulary

} // namespace koudmen::wire
