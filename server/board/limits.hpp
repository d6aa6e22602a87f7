#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every limit that the rules enforce. The protocol states the same ones to clients; wire/ checks
// at compile time that the two agree.
namespace koudmen::board {

inline constexpr std::size_t board_title_graphemes_max = 120;
inline constexpr std::size_t label_graphemes_max = 60;
inline constexpr std::size_t title_graphemes_max = 120;
inline constexpr std::size_t description_graphemes_max = 2000;
inline constexpr std::size_t comment_graphemes_max = 500;
inline constexpr std::size_t name_graphemes_max = 40;
inline constexpr std::size_t remark_graphemes_max = 500;
inline constexpr std::size_t question_graphemes_max = 200;
inline constexpr std::size_t organisation_graphemes_max = 120;
inline constexpr std::size_t reason_graphemes_max = 200;
inline constexpr std::size_t message_graphemes_max = 200;
inline constexpr std::size_t step_title_graphemes_max = 60;
inline constexpr std::size_t screen_name_graphemes_max = 30;
inline constexpr std::size_t phrase_graphemes_max = 120;
inline constexpr std::size_t unit_graphemes_max = 40;
inline constexpr std::size_t news_graphemes_max = 1000;

inline constexpr std::size_t axes_max = 24;
inline constexpr std::size_t colleges_max = 12;
inline constexpr std::size_t proposals_max = 2000;
inline constexpr std::size_t proposals_per_participant_max = 200;
inline constexpr std::size_t comments_per_proposal_max = 500;
inline constexpr std::size_t comments_per_participant_max = 500;
inline constexpr std::size_t participants_max = 20000;
inline constexpr std::size_t devices_per_member_max = 64;
inline constexpr std::size_t devices_per_role_max =
    1024; // All who hold a desk's or a screen's link.
inline constexpr std::size_t operations_pending_max = 64; // Of a device, not yet answered.
inline constexpr std::size_t ballots_max = 50;
inline constexpr std::size_t comments_max = 20'000;
inline constexpr std::size_t partners_max = 20;
inline constexpr std::size_t reopenings_max = 20;
inline constexpr std::size_t dots_budget_max = 99;
inline constexpr std::size_t dots_cap_max = 10;
inline constexpr std::size_t badges_max = 20000;
inline constexpr std::size_t badges_per_request_max = 1000;
inline constexpr std::size_t moves_per_badge_max = 100;
inline constexpr std::size_t rewordings_max = 20;
inline constexpr std::size_t moderation_log_max = 20'000; // Acts; the oldest make room.
inline constexpr std::size_t merged_max = 100;            // Parts of a proposal, and theirs.
inline constexpr std::size_t similar_found_max = 5;
inline constexpr std::size_t claims_max = 64; // Of proposals, by desks. Beyond, none is made.
inline constexpr std::size_t helpers_max = 50;
inline constexpr std::size_t paper_marks_max = 200;
inline constexpr std::size_t phase_reopenings_max = 200;
inline constexpr std::size_t tables_max = 60;
inline constexpr std::size_t screens_max = 8;
inline constexpr std::size_t showings_max = 60; // Kept; the oldest make place.
inline constexpr std::size_t agenda_steps_max = 40;
inline constexpr std::size_t step_minutes_max = 20160; // Two weeks.
inline constexpr std::size_t institutions_max = 50;
inline constexpr std::size_t commitments_max = 5'000; // Of a board.
inline constexpr std::size_t comments_per_institution_max = 500;
inline constexpr std::size_t indicators_max = 10;
inline constexpr std::size_t other_needs_max = 10;
inline constexpr std::size_t audience_max = 10;
inline constexpr std::size_t places_max = 20;
inline constexpr std::size_t progress_reports_max = 200; // Of one commitment.

inline constexpr std::uint64_t budget_max = 1'000'000'000'000;    // Euros.
inline constexpr std::uint64_t indicator_max = 1'000'000'000'000; // Of any unit.
inline constexpr std::uint64_t percent_max = 100;

inline constexpr std::chrono::seconds edit_time{300};
inline constexpr std::chrono::seconds timer_max{86400};
inline constexpr std::chrono::seconds claim_time{120};

// Titles less alike than this, in parts of 1000, are not called similar.
inline constexpr std::uint64_t similar_parts_min = 400;

// Results of a college with fewer voters than this are not told.
inline constexpr std::uint64_t small_cell_min = 5;

} // namespace koudmen::board
