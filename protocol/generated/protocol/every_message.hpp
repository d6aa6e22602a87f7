// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// clang-format off
#pragma once

#include "protocol/messages.hpp"

#include <array>
#include <string>
#include <string_view>

// Every definition of the schema by name, for tests that walk them all.
namespace koudmen::protocol {

template <class Message>
Result<std::string, BadMessage> rewrite(Result<Message, BadMessage> const& message)
{
    if (!message) return unexpected(message.error());
    return write(*message);
}

// Reads a text as this definition and writes what was read.
struct EveryMessage {
    std::string_view name;
    Result<std::string, BadMessage> (*rewrite)(std::string_view json);
};

inline constexpr auto every_message = std::to_array<EveryMessage>({
    {"CloseCode", [](std::string_view json) { return rewrite(read_close_code(json)); }},
    {"RefusalWord", [](std::string_view json) { return rewrite(read_refusal_word(json)); }},
    {"Code", [](std::string_view json) { return rewrite(read_code(json)); }},
    {"Credential", [](std::string_view json) { return rewrite(read_credential(json)); }},
    {"DeviceId", [](std::string_view json) { return rewrite(read_device_id(json)); }},
    {"ProposalId", [](std::string_view json) { return rewrite(read_proposal_id(json)); }},
    {"CommentId", [](std::string_view json) { return rewrite(read_comment_id(json)); }},
    {"BallotId", [](std::string_view json) { return rewrite(read_ballot_id(json)); }},
    {"AxisId", [](std::string_view json) { return rewrite(read_axis_id(json)); }},
    {"CollegeId", [](std::string_view json) { return rewrite(read_college_id(json)); }},
    {"Moment", [](std::string_view json) { return rewrite(read_moment(json)); }},
    {"Position", [](std::string_view json) { return rewrite(read_position(json)); }},
    {"Operation", [](std::string_view json) { return rewrite(read_operation(json)); }},
    {"ParticipantNumber", [](std::string_view json) { return rewrite(read_participant_number(json)); }},
    {"BoardTitle", [](std::string_view json) { return rewrite(read_board_title(json)); }},
    {"Label", [](std::string_view json) { return rewrite(read_label(json)); }},
    {"Title", [](std::string_view json) { return rewrite(read_title(json)); }},
    {"Description", [](std::string_view json) { return rewrite(read_description(json)); }},
    {"CommentText", [](std::string_view json) { return rewrite(read_comment_text(json)); }},
    {"Name", [](std::string_view json) { return rewrite(read_name(json)); }},
    {"Remark", [](std::string_view json) { return rewrite(read_remark(json)); }},
    {"Question", [](std::string_view json) { return rewrite(read_question(json)); }},
    {"Organisation", [](std::string_view json) { return rewrite(read_organisation(json)); }},
    {"Day", [](std::string_view json) { return rewrite(read_day(json)); }},
    {"Language", [](std::string_view json) { return rewrite(read_language(json)); }},
    {"Role", [](std::string_view json) { return rewrite(read_role(json)); }},
    {"Phase", [](std::string_view json) { return rewrite(read_phase(json)); }},
    {"Stance", [](std::string_view json) { return rewrite(read_stance(json)); }},
    {"Choice", [](std::string_view json) { return rewrite(read_choice(json)); }},
    {"Method", [](std::string_view json) { return rewrite(read_method(json)); }},
    {"Count", [](std::string_view json) { return rewrite(read_count(json)); }},
    {"ResultsRule", [](std::string_view json) { return rewrite(read_results_rule(json)); }},
    {"BallotState", [](std::string_view json) { return rewrite(read_ballot_state(json)); }},
    {"ProposalStatus", [](std::string_view json) { return rewrite(read_proposal_status(json)); }},
    {"Decision", [](std::string_view json) { return rewrite(read_decision(json)); }},
    {"DeclineReason", [](std::string_view json) { return rewrite(read_decline_reason(json)); }},
    {"View", [](std::string_view json) { return rewrite(read_view(json)); }},
    {"Moderation", [](std::string_view json) { return rewrite(read_moderation(json)); }},
    {"Admission", [](std::string_view json) { return rewrite(read_admission(json)); }},
    {"BadgeCode", [](std::string_view json) { return rewrite(read_badge_code(json)); }},
    {"BadgeNumber", [](std::string_view json) { return rewrite(read_badge_number(json)); }},
    {"Switches", [](std::string_view json) { return rewrite(read_switches(json)); }},
    {"PhaseSwitches", [](std::string_view json) { return rewrite(read_phase_switches(json)); }},
    {"Axis", [](std::string_view json) { return rewrite(read_axis(json)); }},
    {"College", [](std::string_view json) { return rewrite(read_college(json)); }},
    {"Settings", [](std::string_view json) { return rewrite(read_settings(json)); }},
    {"Hello", [](std::string_view json) { return rewrite(read_hello(json)); }},
    {"CommandRequest", [](std::string_view json) { return rewrite(read_command_request(json)); }},
    {"Ping", [](std::string_view json) { return rewrite(read_ping(json)); }},
    {"FromClient", [](std::string_view json) { return rewrite(read_from_client(json)); }},
    {"Command", [](std::string_view json) { return rewrite(read_command(json)); }},
    {"Introduce", [](std::string_view json) { return rewrite(read_introduce(json)); }},
    {"SubmitProposal", [](std::string_view json) { return rewrite(read_submit_proposal(json)); }},
    {"EditProposal", [](std::string_view json) { return rewrite(read_edit_proposal(json)); }},
    {"WithdrawProposal", [](std::string_view json) { return rewrite(read_withdraw_proposal(json)); }},
    {"CastChoice", [](std::string_view json) { return rewrite(read_cast_choice(json)); }},
    {"SubmitComment", [](std::string_view json) { return rewrite(read_submit_comment(json)); }},
    {"PublishProposal", [](std::string_view json) { return rewrite(read_publish_proposal(json)); }},
    {"ReturnProposal", [](std::string_view json) { return rewrite(read_return_proposal(json)); }},
    {"DeclineProposal", [](std::string_view json) { return rewrite(read_decline_proposal(json)); }},
    {"RequeueProposal", [](std::string_view json) { return rewrite(read_requeue_proposal(json)); }},
    {"HideComment", [](std::string_view json) { return rewrite(read_hide_comment(json)); }},
    {"OpenPhase", [](std::string_view json) { return rewrite(read_open_phase(json)); }},
    {"ConfigurePhase", [](std::string_view json) { return rewrite(read_configure_phase(json)); }},
    {"OpenBallot", [](std::string_view json) { return rewrite(read_open_ballot(json)); }},
    {"CloseBallot", [](std::string_view json) { return rewrite(read_close_ballot(json)); }},
    {"ReopenBallot", [](std::string_view json) { return rewrite(read_reopen_ballot(json)); }},
    {"RevealBallot", [](std::string_view json) { return rewrite(read_reveal_ballot(json)); }},
    {"Show", [](std::string_view json) { return rewrite(read_show(json)); }},
    {"StartTimer", [](std::string_view json) { return rewrite(read_start_timer(json)); }},
    {"StopTimer", [](std::string_view json) { return rewrite(read_stop_timer(json)); }},
    {"DecideProposal", [](std::string_view json) { return rewrite(read_decide_proposal(json)); }},
    {"Refusal", [](std::string_view json) { return rewrite(read_refusal(json)); }},
    {"Answer", [](std::string_view json) { return rewrite(read_answer(json)); }},
    {"DecisionRecord", [](std::string_view json) { return rewrite(read_decision_record(json)); }},
    {"Proposal", [](std::string_view json) { return rewrite(read_proposal(json)); }},
    {"Comment", [](std::string_view json) { return rewrite(read_comment(json)); }},
    {"Ballot", [](std::string_view json) { return rewrite(read_ballot(json)); }},
    {"Tally", [](std::string_view json) { return rewrite(read_tally(json)); }},
    {"CollegeCount", [](std::string_view json) { return rewrite(read_college_count(json)); }},
    {"OwnChoice", [](std::string_view json) { return rewrite(read_own_choice(json)); }},
    {"Yours", [](std::string_view json) { return rewrite(read_yours(json)); }},
    {"Welcome", [](std::string_view json) { return rewrite(read_welcome(json)); }},
    {"State", [](std::string_view json) { return rewrite(read_state(json)); }},
    {"Rejected", [](std::string_view json) { return rewrite(read_rejected(json)); }},
    {"Pong", [](std::string_view json) { return rewrite(read_pong(json)); }},
    {"FromServer", [](std::string_view json) { return rewrite(read_from_server(json)); }},
    {"Change", [](std::string_view json) { return rewrite(read_change(json)); }},
    {"BoardChange", [](std::string_view json) { return rewrite(read_board_change(json)); }},
    {"PhaseChange", [](std::string_view json) { return rewrite(read_phase_change(json)); }},
    {"ParticipantsChange", [](std::string_view json) { return rewrite(read_participants_change(json)); }},
    {"PresenceChange", [](std::string_view json) { return rewrite(read_presence_change(json)); }},
    {"ScreenChange", [](std::string_view json) { return rewrite(read_screen_change(json)); }},
    {"TimerChange", [](std::string_view json) { return rewrite(read_timer_change(json)); }},
    {"ProposalChange", [](std::string_view json) { return rewrite(read_proposal_change(json)); }},
    {"ProposalGoneChange", [](std::string_view json) { return rewrite(read_proposal_gone_change(json)); }},
    {"CommentChange", [](std::string_view json) { return rewrite(read_comment_change(json)); }},
    {"CommentGoneChange", [](std::string_view json) { return rewrite(read_comment_gone_change(json)); }},
    {"BallotChange", [](std::string_view json) { return rewrite(read_ballot_change(json)); }},
    {"TurnoutChange", [](std::string_view json) { return rewrite(read_turnout_change(json)); }},
    {"TallyChange", [](std::string_view json) { return rewrite(read_tally_change(json)); }},
    {"CreateBoard", [](std::string_view json) { return rewrite(read_create_board(json)); }},
    {"BoardCreated", [](std::string_view json) { return rewrite(read_board_created(json)); }},
    {"JoinBoard", [](std::string_view json) { return rewrite(read_join_board(json)); }},
    {"Joined", [](std::string_view json) { return rewrite(read_joined(json)); }},
    {"BoardCard", [](std::string_view json) { return rewrite(read_board_card(json)); }},
    {"IssueBadges", [](std::string_view json) { return rewrite(read_issue_badges(json)); }},
    {"BadgesIssued", [](std::string_view json) { return rewrite(read_badges_issued(json)); }},
    {"Problem", [](std::string_view json) { return rewrite(read_problem(json)); }},
});

} // namespace koudmen::protocol
