// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// clang-format off
#include "protocol/messages.hpp"

#include "protocol/read_json.hpp"

namespace koudmen::protocol {

template <>
inline constexpr auto codes<CloseCode> = std::to_array<CloseCode>({CloseCode::Restarting, CloseCode::TooSlow, CloseCode::RoomLost, CloseCode::Silent, CloseCode::Full, CloseCode::UnknownBoard, CloseCode::UnknownCredential, CloseCode::BadMessages, CloseCode::NoHello, CloseCode::UnsupportedVersion, CloseCode::BadgeMoved});

// What each definition allows. form::Own means that it has a reader below.
namespace form {

constexpr auto close_code = form::Own{};
constexpr auto refusal_word = form::Own{};
constexpr auto code = form::Pattern{Characters{"2-9A-HJKMNP-TV-Z"}, 5, 5};
constexpr auto credential = form::Pattern{Characters{"0-9a-hjkmnp-tv-z"}, 26, 26};
constexpr auto device_id = form::Pattern{Characters{"A-Za-z0-9_-"}, 22, 22};
constexpr auto proposal_id = form::Pattern{Characters{"A-Za-z0-9_-"}, 22, 22};
constexpr auto comment_id = form::Pattern{Characters{"A-Za-z0-9_-"}, 22, 22};
constexpr auto ballot_id = form::Pattern{Characters{"A-Za-z0-9_-"}, 22, 22};
constexpr auto axis_id = form::Pattern{Characters{"a-z0-9-"}, 1, 32};
constexpr auto college_id = form::Pattern{Characters{"a-z0-9-"}, 1, 32};
constexpr auto step_id = form::Pattern{Characters{"a-z0-9-"}, 1, 32};
constexpr auto moment = form::Whole{0, 9007199254740991};
constexpr auto position = form::Whole{0, 9007199254740991};
constexpr auto operation = form::Whole{1, 9007199254740991};
constexpr auto participant_number = form::Whole{1, 9007199254740991};
constexpr auto screen_number = form::Whole{1, 8};
constexpr auto screen_title = form::Text{1, 240, 30};
constexpr auto institution_number = form::Whole{1, 9007199254740991};
constexpr auto board_title = form::Text{1, 960, 120};
constexpr auto label = form::Text{1, 480, 60};
constexpr auto title = form::Text{1, 960, 120};
constexpr auto description = form::Text{0, 16000, 2000};
constexpr auto comment_text = form::Text{1, 4000, 500};
constexpr auto name = form::Text{1, 320, 40};
constexpr auto remark = form::Text{1, 4000, 500};
constexpr auto question = form::Text{1, 1600, 200};
constexpr auto organisation = form::Text{1, 960, 120};
constexpr auto reason = form::Text{1, 1600, 200};
constexpr auto step_title = form::Text{1, 480, 60};
constexpr auto message_text = form::Text{1, 1600, 200};
constexpr auto phrase = form::Text{1, 960, 120};
constexpr auto unit = form::Text{1, 320, 40};
constexpr auto news = form::Text{1, 8000, 1000};
constexpr auto day = form::Day{Characters{"0-9-"}, 10, 10};
constexpr auto language = form::Own{};
constexpr auto role = form::Own{};
constexpr auto phase = form::Own{};
constexpr auto stance = form::Own{};
constexpr auto choice = form::Own{};
constexpr auto method = form::Own{};
constexpr auto count = form::Whole{0, 9007199254740991};
constexpr auto results_rule = form::Own{};
constexpr auto ballot_state = form::Own{};
constexpr auto reveal_step = form::Own{};
constexpr auto sha256 = form::Pattern{Characters{"0-9a-f"}, 64, 64};
constexpr auto seed = form::Text{1, 64, 64};
constexpr auto proposal_status = form::Own{};
constexpr auto decision = form::Own{};
constexpr auto response = form::Own{};
constexpr auto need_code = form::Own{};
constexpr auto progress = form::Own{};
constexpr auto import_kind = form::Own{};
constexpr auto decline_reason = form::Own{};
constexpr auto view = form::Own{};
constexpr auto moderation = form::Own{};
constexpr auto admission = form::Own{};
constexpr auto channel = form::Own{};
constexpr auto tablet_use = form::Own{};
constexpr auto deed = form::Own{};
constexpr auto helper_number = form::Whole{1, 9007199254740991};
constexpr auto badge_code = form::Pattern{Characters{"2-9A-HJKMNP-TV-Z"}, 10, 10};
constexpr auto badge_number = form::Whole{1, 9007199254740991};
constexpr auto step_state = form::Own{};
constexpr auto ballot_plan = form::Own{};
constexpr auto step = form::Own{};
constexpr auto step_now = form::Own{};
constexpr auto switches = form::Own{};
constexpr auto phase_switches = form::Own{};
constexpr auto axis = form::Own{};
constexpr auto college = form::Own{};
constexpr auto settings = form::Own{};
constexpr auto hello = form::Own{};
constexpr auto command_request = form::Own{};
constexpr auto ping = form::Own{};
constexpr auto claim = form::Own{};
constexpr auto similar_to = form::Own{};
constexpr auto from_client = form::Own{};
constexpr auto command = form::Own{};
constexpr auto introduce = form::Own{};
constexpr auto submit_proposal = form::Own{};
constexpr auto edit_proposal = form::Own{};
constexpr auto withdraw_proposal = form::Own{};
constexpr auto cast_choice = form::Own{};
constexpr auto submit_comment = form::Own{};
constexpr auto publish_proposal = form::Own{};
constexpr auto return_proposal = form::Own{};
constexpr auto decline_proposal = form::Own{};
constexpr auto requeue_proposal = form::Own{};
constexpr auto hide_comment = form::Own{};
constexpr auto open_phase = form::Own{};
constexpr auto configure_phase = form::Own{};
constexpr auto open_ballot = form::Own{};
constexpr auto close_ballot = form::Own{};
constexpr auto reopen_ballot = form::Own{};
constexpr auto reveal_ballot = form::Own{};
constexpr auto show = form::Own{};
constexpr auto start_timer = form::Own{};
constexpr auto stop_timer = form::Own{};
constexpr auto decide_proposal = form::Own{};
constexpr auto reword_proposal = form::Own{};
constexpr auto restore_proposal = form::Own{};
constexpr auto configure_moderation = form::Own{};
constexpr auto trust_participant = form::Own{};
constexpr auto mute_participant = form::Own{};
constexpr auto merge_proposal = form::Own{};
constexpr auto unmerge_proposal = form::Own{};
constexpr auto leave_merge = form::Own{};
constexpr auto mark = form::Own{};
constexpr auto record_paper = form::Own{};
constexpr auto send_message = form::Own{};
constexpr auto set_agenda = form::Own{};
constexpr auto play_step = form::Own{};
constexpr auto pause_step = form::Own{};
constexpr auto end_step = form::Own{};
constexpr auto skip_step = form::Own{};
constexpr auto screen_name = form::Own{};
constexpr auto arrange_screens = form::Own{};
constexpr auto start_rehearsal = form::Own{};
constexpr auto purge_rehearsal = form::Own{};
constexpr auto send_up = form::Own{};
constexpr auto revoke_institution = form::Own{};
constexpr auto indicator = form::Own{};
constexpr auto pledge = form::Own{};
constexpr auto offer_commitment = form::Own{};
constexpr auto confirm_commitment = form::Own{};
constexpr auto progress_report = form::Own{};
constexpr auto report_progress = form::Own{};
constexpr auto refusal = form::Own{};
constexpr auto answer = form::Own{};
constexpr auto decision_record = form::Own{};
constexpr auto proposal = form::Own{};
constexpr auto wording = form::Own{};
constexpr auto comment = form::Own{};
constexpr auto institution = form::Own{};
constexpr auto progress_record = form::Own{};
constexpr auto commitment = form::Own{};
constexpr auto ballot = form::Own{};
constexpr auto reopening = form::Own{};
constexpr auto standing = form::Own{};
constexpr auto tally = form::Own{};
constexpr auto college_result = form::Own{};
constexpr auto college_count = form::Own{};
constexpr auto own_choice = form::Own{};
constexpr auto own_part = form::Own{};
constexpr auto turnout = form::Own{};
constexpr auto yours = form::Own{};
constexpr auto welcome = form::Own{};
constexpr auto state = form::Own{};
constexpr auto rejected = form::Own{};
constexpr auto pong = form::Own{};
constexpr auto likeness = form::Own{};
constexpr auto similar = form::Own{};
constexpr auto from_server = form::Own{};
constexpr auto change = form::Own{};
constexpr auto board_change = form::Own{};
constexpr auto phase_change = form::Own{};
constexpr auto participants_change = form::Own{};
constexpr auto presence_change = form::Own{};
constexpr auto activity_change = form::Own{};
constexpr auto held_claim = form::Own{};
constexpr auto claims_change = form::Own{};
constexpr auto screen_now = form::Own{};
constexpr auto screens_change = form::Own{};
constexpr auto showing = form::Own{};
constexpr auto showings_change = form::Own{};
constexpr auto timer_change = form::Own{};
constexpr auto proposal_change = form::Own{};
constexpr auto proposal_gone_change = form::Own{};
constexpr auto comment_change = form::Own{};
constexpr auto comment_gone_change = form::Own{};
constexpr auto ballot_change = form::Own{};
constexpr auto turnout_change = form::Own{};
constexpr auto tally_change = form::Own{};
constexpr auto ranking_change = form::Own{};
constexpr auto message = form::Own{};
constexpr auto message_change = form::Own{};
constexpr auto agenda_change = form::Own{};
constexpr auto rehearsal_change = form::Own{};
constexpr auto parent = form::Own{};
constexpr auto table = form::Own{};
constexpr auto tables_change = form::Own{};
constexpr auto add_table = form::Own{};
constexpr auto template_id = form::Pattern{Characters{"a-z0-9-"}, 1, 32};
constexpr auto template_ = form::Own{};
constexpr auto institution_change = form::Own{};
constexpr auto commitment_change = form::Own{};
constexpr auto commitment_gone_change = form::Own{};
constexpr auto invite_institution = form::Own{};
constexpr auto institution_invited = form::Own{};
constexpr auto create_board = form::Own{};
constexpr auto board_created = form::Own{};
constexpr auto board_imported = form::Own{};
constexpr auto import_rows = form::Own{};
constexpr auto row_problem = form::Own{};
constexpr auto import_report = form::Own{};
constexpr auto join_board = form::Own{};
constexpr auto joined = form::Own{};
constexpr auto board_card = form::Own{};
constexpr auto issue_badges = form::Own{};
constexpr auto badges_issued = form::Own{};
constexpr auto trace = form::Own{};
constexpr auto badge_trail = form::Own{};
constexpr auto helper_issued = form::Own{};
constexpr auto helper_entry = form::Own{};
constexpr auto helpers = form::Own{};
constexpr auto file_problem = form::Own{};
constexpr auto problem = form::Own{};

} // namespace form

std::string_view sentence(CloseCode value)
{
    switch (value) {
    case CloseCode::Restarting: return "The server is stopping or restarting.";
    case CloseCode::TooSlow: return "The device took too long to read what was sent.";
    case CloseCode::RoomLost: return "The board could not be saved and is being read again from disk.";
    case CloseCode::Silent: return "Nothing was heard from the device for too long, or no hello in time.";
    case CloseCode::Full: return "The server has no seat left for now.";
    case CloseCode::UnknownBoard: return "There is no board with this code.";
    case CloseCode::UnknownCredential: return "The credential is not one of this board.";
    case CloseCode::BadMessages: return "The socket sent something that is not this protocol.";
    case CloseCode::NoHello: return "The first message must be a hello.";
    case CloseCode::UnsupportedVersion: return "The protocol version is not spoken here.";
    case CloseCode::BadgeMoved: return "The badge of this participant is now used on another device.";
    }
    return {};
}

std::string_view sentence(RefusalWord value)
{
    switch (value) {
    case RefusalWord::Malformed: return "The message is not well formed: `field` says where, `limit` what was allowed.";
    case RefusalWord::UnknownWord: return "A word is not one that this protocol knows.";
    case RefusalWord::NotAllowed: return "This role may not do that.";
    case RefusalWord::PhaseForbids: return "The phase has this switched off for now.";
    case RefusalWord::BoardClosed: return "The board is closed.";
    case RefusalWord::Superseded: return "A newer command of this device was already accepted.";
    case RefusalWord::TooManyDevices: return "This credential acts from too many devices.";
    case RefusalWord::Required: return "The field must not be empty.";
    case RefusalWord::TooLong: return "The text is longer than the limit, in characters as a reader counts them.";
    case RefusalWord::BadText: return "The text holds characters that are not allowed.";
    case RefusalWord::TooMany: return "There are as many as the limit allows.";
    case RefusalWord::UnknownAxis: return "The board has no such axis.";
    case RefusalWord::UnknownCollege: return "The board has no such college.";
    case RefusalWord::UnknownProposal: return "The board has no such proposal.";
    case RefusalWord::UnknownComment: return "The board has no such comment.";
    case RefusalWord::UnknownBallot: return "The board has no such ballot.";
    case RefusalWord::IdTaken: return "Something else on the board already has this id.";
    case RefusalWord::NotYours: return "Only the author may do that.";
    case RefusalWord::EditTimeOver: return "The time to edit is over.";
    case RefusalWord::WrongStatus: return "The proposal is not in a state that allows this.";
    case RefusalWord::BallotNotOpen: return "The ballot is not open.";
    case RefusalWord::BallotOpen: return "A ballot is open; close it first.";
    case RefusalWord::BallotNotClosed: return "The ballot is not closed.";
    case RefusalWord::NotInBallot: return "The ballot does not cover this proposal.";
    case RefusalWord::NothingToVoteOn: return "No published proposal could be voted on.";
    case RefusalWord::BadDates: return "The end is before the start.";
    case RefusalWord::Busy: return "Too many requests are waiting; try again shortly.";
    case RefusalWord::NotSaved: return "It could not be saved; nothing was changed.";
    case RefusalWord::UnknownBoard: return "There is no board with this code.";
    case RefusalWord::UnknownCredential: return "The credential is not one of this board.";
    case RefusalWord::NotOfMethod: return "The ballot's method has no such choice or term.";
    case RefusalWord::OverMaximum: return "More proposals are marked than a person may.";
    case RefusalWord::OverBudget: return "More dots are given than a person has.";
    case RefusalWord::OverCap: return "More dots are on one proposal than may be.";
    case RefusalWord::BadgeRequired: return "This board is joined with a badge.";
    case RefusalWord::UnknownBadge: return "The board has no such badge.";
    case RefusalWord::BadgeMoved: return "The badge is now used on another device.";
    case RefusalWord::Claimed: return "Another moderator is reading this proposal.";
    case RefusalWord::Muted: return "The moderators take nothing more from this participant.";
    case RefusalWord::UnknownParticipant: return "The board has no such participant.";
    case RefusalWord::UnknownHelper: return "The board has no such helper's link.";
    case RefusalWord::UnknownStep: return "The agenda has no such step.";
    case RefusalWord::StepPlaying: return "The step plays; end it first.";
    case RefusalWord::NoStepPlaying: return "No step of the agenda plays.";
    case RefusalWord::UnknownTemplate: return "There is no such template.";
    case RefusalWord::UnknownScreen: return "The board has no such screen.";
    case RefusalWord::RehearsalOver: return "It was made in a rehearsal that is over.";
    case RefusalWord::NoRehearsal: return "The board is not being rehearsed on.";
    case RefusalWord::NotATable: return "Only a table's scribe may do that.";
    case RefusalWord::UnknownInstitution: return "The board invited no such institution.";
    case RefusalWord::UnknownCommitment: return "The institution made no such commitment.";
    case RefusalWord::ResultsHidden: return "The results of a ballot are hidden as yet.";
    }
    return {};
}

void append(std::string& out, CloseCode value)
{
    append(out, static_cast<std::int64_t>(value));
}

void append(std::string& out, RefusalWord value) { append(out, word(value)); }

void append(std::string& out, Language value) { append(out, word(value)); }

void append(std::string& out, Role value) { append(out, word(value)); }

void append(std::string& out, Phase value) { append(out, word(value)); }

void append(std::string& out, Stance value) { append(out, word(value)); }

void append(std::string& out, Choice value) { append(out, word(value)); }

void append(std::string& out, Method value) { append(out, word(value)); }

void append(std::string& out, ResultsRule value) { append(out, word(value)); }

void append(std::string& out, BallotState value) { append(out, word(value)); }

void append(std::string& out, RevealStep value) { append(out, word(value)); }

void append(std::string& out, ProposalStatus value) { append(out, word(value)); }

void append(std::string& out, Decision value) { append(out, word(value)); }

void append(std::string& out, Response value) { append(out, word(value)); }

void append(std::string& out, NeedCode value) { append(out, word(value)); }

void append(std::string& out, Progress value) { append(out, word(value)); }

void append(std::string& out, ImportKind value) { append(out, word(value)); }

void append(std::string& out, DeclineReason value) { append(out, word(value)); }

void append(std::string& out, View value) { append(out, word(value)); }

void append(std::string& out, Moderation value) { append(out, word(value)); }

void append(std::string& out, Admission value) { append(out, word(value)); }

void append(std::string& out, Channel value) { append(out, word(value)); }

void append(std::string& out, TabletUse value) { append(out, word(value)); }

void append(std::string& out, Deed value) { append(out, word(value)); }

void append(std::string& out, StepState value) { append(out, word(value)); }

void append(std::string& out, BallotPlan const& value)
{
    out += "{";
    append_field(out, "\"question\":", value.question);
    append_field(out, "\"method\":", value.method);
    append_field(out, "\"results\":", value.results);
    close_object(out);
}

void append(std::string& out, Step const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"phase\":", value.phase);
    append_field(out, "\"minutes\":", value.minutes);
    append_optional(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, StepNow const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"phase\":", value.phase);
    append_field(out, "\"minutes\":", value.minutes);
    append_optional(out, "\"ballot\":", value.ballot);
    append_field(out, "\"state\":", value.state);
    close_object(out);
}

void append(std::string& out, Switches const& value)
{
    out += "{";
    append_field(out, "\"propose\":", value.propose);
    append_field(out, "\"comment\":", value.comment);
    append_field(out, "\"vote\":", value.vote);
    append_field(out, "\"results\":", value.results);
    close_object(out);
}

void append(std::string& out, PhaseSwitches const& value)
{
    out += "{";
    append_field(out, "\"phase\":", value.phase);
    append_field(out, "\"switches\":", value.switches);
    close_object(out);
}

void append(std::string& out, Axis const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"title\":", value.title);
    close_object(out);
}

void append(std::string& out, College const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"title\":", value.title);
    close_object(out);
}

void append(std::string& out, Settings const& value)
{
    out += "{";
    append_field(out, "\"moderation\":", value.moderation);
    append_field(out, "\"proposalsPerParticipant\":", value.proposals_per_participant);
    append_optional(out, "\"admission\":", value.admission);
    append_optional(out, "\"trustsAfterFirst\":", value.trusts_after_first);
    close_object(out);
}

void append(std::string& out, Hello const& value)
{
    out += "{\"type\":\"hello\",";
    append_field(out, "\"version\":", value.version);
    append_field(out, "\"board\":", value.board);
    append_optional(out, "\"credential\":", value.credential);
    append_field(out, "\"device\":", value.device);
    append_optional(out, "\"position\":", value.position);
    append_optional(out, "\"helper\":", value.helper);
    append_optional(out, "\"use\":", value.use);
    close_object(out);
}

void append(std::string& out, Introduce const& value)
{
    out += "{\"type\":\"introduce\",";
    append_optional(out, "\"name\":", value.name);
    close_object(out);
}

void append(std::string& out, SubmitProposal const& value)
{
    out += "{\"type\":\"submitProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    append_optional(out, "\"language\":", value.language);
    close_object(out);
}

void append(std::string& out, EditProposal const& value)
{
    out += "{\"type\":\"editProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    append_optional(out, "\"language\":", value.language);
    close_object(out);
}

void append(std::string& out, WithdrawProposal const& value)
{
    out += "{\"type\":\"withdrawProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"withdrawn\":", value.withdrawn);
    close_object(out);
}

void append(std::string& out, CastChoice const& value)
{
    out += "{\"type\":\"castChoice\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"choice\":", value.choice);
    close_object(out);
}

void append(std::string& out, SubmitComment const& value)
{
    out += "{\"type\":\"submitComment\",";
    append_field(out, "\"comment\":", value.comment);
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"stance\":", value.stance);
    append_field(out, "\"text\":", value.text);
    append_optional(out, "\"language\":", value.language);
    close_object(out);
}

void append(std::string& out, PublishProposal const& value)
{
    out += "{\"type\":\"publishProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, ReturnProposal const& value)
{
    out += "{\"type\":\"returnProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"question\":", value.question);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, DeclineProposal const& value)
{
    out += "{\"type\":\"declineProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"reason\":", value.reason);
    append_optional(out, "\"words\":", value.words);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, RequeueProposal const& value)
{
    out += "{\"type\":\"requeueProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, HideComment const& value)
{
    out += "{\"type\":\"hideComment\",";
    append_field(out, "\"comment\":", value.comment);
    append_field(out, "\"hidden\":", value.hidden);
    close_object(out);
}

void append(std::string& out, OpenPhase const& value)
{
    out += "{\"type\":\"openPhase\",";
    append_field(out, "\"phase\":", value.phase);
    append_optional(out, "\"reason\":", value.reason);
    close_object(out);
}

void append(std::string& out, ConfigurePhase const& value)
{
    out += "{\"type\":\"configurePhase\",";
    append_field(out, "\"phase\":", value.phase);
    append_field(out, "\"switches\":", value.switches);
    close_object(out);
}

void append(std::string& out, OpenBallot const& value)
{
    out += "{\"type\":\"openBallot\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"question\":", value.question);
    append_field(out, "\"method\":", value.method);
    append_field(out, "\"results\":", value.results);
    append_optional(out, "\"proposals\":", value.proposals);
    append_optional(out, "\"maximum\":", value.maximum);
    append_optional(out, "\"budget\":", value.budget);
    append_optional(out, "\"cap\":", value.cap);
    append_optional(out, "\"judgmentsMin\":", value.judgments_min);
    append_optional(out, "\"follows\":", value.follows);
    close_object(out);
}

void append(std::string& out, CloseBallot const& value)
{
    out += "{\"type\":\"closeBallot\",";
    append_field(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, ReopenBallot const& value)
{
    out += "{\"type\":\"reopenBallot\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"reason\":", value.reason);
    close_object(out);
}

void append(std::string& out, RevealBallot const& value)
{
    out += "{\"type\":\"revealBallot\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_optional(out, "\"step\":", value.step);
    close_object(out);
}

void append(std::string& out, Show const& value)
{
    out += "{\"type\":\"show\",";
    append_field(out, "\"view\":", value.view);
    append_optional(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"ballot\":", value.ballot);
    append_optional(out, "\"screen\":", value.screen);
    close_object(out);
}

void append(std::string& out, StartTimer const& value)
{
    out += "{\"type\":\"startTimer\",";
    append_field(out, "\"seconds\":", value.seconds);
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] StopTimer const& value)
{
    out += "{\"type\":\"stopTimer\",";
    close_object(out);
}

void append(std::string& out, DecideProposal const& value)
{
    out += "{\"type\":\"decideProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"decision\":", value.decision);
    append_optional(out, "\"words\":", value.words);
    append_optional(out, "\"lead\":", value.lead);
    append_optional(out, "\"partners\":", value.partners);
    append_optional(out, "\"start\":", value.start);
    append_optional(out, "\"end\":", value.end);
    close_object(out);
}

void append(std::string& out, RewordProposal const& value)
{
    out += "{\"type\":\"rewordProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, RestoreProposal const& value)
{
    out += "{\"type\":\"restoreProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, ConfigureModeration const& value)
{
    out += "{\"type\":\"configureModeration\",";
    append_field(out, "\"moderation\":", value.moderation);
    append_field(out, "\"trustsAfterFirst\":", value.trusts_after_first);
    close_object(out);
}

void append(std::string& out, TrustParticipant const& value)
{
    out += "{\"type\":\"trustParticipant\",";
    append_field(out, "\"participant\":", value.participant);
    append_field(out, "\"trusted\":", value.trusted);
    close_object(out);
}

void append(std::string& out, MuteParticipant const& value)
{
    out += "{\"type\":\"muteParticipant\",";
    append_field(out, "\"participant\":", value.participant);
    append_field(out, "\"muted\":", value.muted);
    close_object(out);
}

void append(std::string& out, MergeProposal const& value)
{
    out += "{\"type\":\"mergeProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"into\":", value.into);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, UnmergeProposal const& value)
{
    out += "{\"type\":\"unmergeProposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"from\":", value.from);
    close_object(out);
}

void append(std::string& out, LeaveMerge const& value)
{
    out += "{\"type\":\"leaveMerge\",";
    append_field(out, "\"proposal\":", value.proposal);
    close_object(out);
}

void append(std::string& out, Mark const& value)
{
    out += "{";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"choice\":", value.choice);
    close_object(out);
}

void append(std::string& out, RecordPaper const& value)
{
    out += "{\"type\":\"recordPaper\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"badge\":", value.badge);
    append_optional(out, "\"college\":", value.college);
    append_field(out, "\"marks\":", value.marks);
    close_object(out);
}

void append(std::string& out, SendMessage const& value)
{
    out += "{\"type\":\"sendMessage\",";
    append_optional(out, "\"text\":", value.text);
    close_object(out);
}

void append(std::string& out, SetAgenda const& value)
{
    out += "{\"type\":\"setAgenda\",";
    append_field(out, "\"steps\":", value.steps);
    close_object(out);
}

void append(std::string& out, PlayStep const& value)
{
    out += "{\"type\":\"playStep\",";
    append_field(out, "\"step\":", value.step);
    append_optional(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] PauseStep const& value)
{
    out += "{\"type\":\"pauseStep\",";
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] EndStep const& value)
{
    out += "{\"type\":\"endStep\",";
    close_object(out);
}

void append(std::string& out, SkipStep const& value)
{
    out += "{\"type\":\"skipStep\",";
    append_field(out, "\"step\":", value.step);
    append_field(out, "\"skipped\":", value.skipped);
    close_object(out);
}

void append(std::string& out, ScreenName const& value)
{
    out += "{";
    append_field(out, "\"screen\":", value.screen);
    append_field(out, "\"name\":", value.name);
    close_object(out);
}

void append(std::string& out, ArrangeScreens const& value)
{
    out += "{\"type\":\"arrangeScreens\",";
    append_field(out, "\"screens\":", value.screens);
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] StartRehearsal const& value)
{
    out += "{\"type\":\"startRehearsal\",";
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] PurgeRehearsal const& value)
{
    out += "{\"type\":\"purgeRehearsal\",";
    close_object(out);
}

void append(std::string& out, SendUp const& value)
{
    out += "{\"type\":\"sendUp\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    append_optional(out, "\"language\":", value.language);
    append_field(out, "\"college\":", value.college);
    append_field(out, "\"number\":", value.number);
    close_object(out);
}

void append(std::string& out, RevokeInstitution const& value)
{
    out += "{\"type\":\"revokeInstitution\",";
    append_field(out, "\"institution\":", value.institution);
    close_object(out);
}

void append(std::string& out, Indicator const& value)
{
    out += "{";
    append_field(out, "\"name\":", value.name);
    append_optional(out, "\"unit\":", value.unit);
    append_optional(out, "\"baseline\":", value.baseline);
    append_field(out, "\"target\":", value.target);
    close_object(out);
}

void append(std::string& out, Pledge const& value)
{
    out += "{";
    append_field(out, "\"response\":", value.response);
    append_optional(out, "\"words\":", value.words);
    append_optional(out, "\"lead\":", value.lead);
    append_optional(out, "\"partners\":", value.partners);
    append_optional(out, "\"start\":", value.start);
    append_optional(out, "\"end\":", value.end);
    append_optional(out, "\"indicators\":", value.indicators);
    append_optional(out, "\"budget\":", value.budget);
    append_optional(out, "\"needs\":", value.needs);
    append_optional(out, "\"otherNeeds\":", value.other_needs);
    append_optional(out, "\"audience\":", value.audience);
    append_optional(out, "\"places\":", value.places);
    close_object(out);
}

void append(std::string& out, OfferCommitment const& value)
{
    out += "{\"type\":\"offerCommitment\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"pledge\":", value.pledge);
    close_object(out);
}

void append(std::string& out, ConfirmCommitment const& value)
{
    out += "{\"type\":\"confirmCommitment\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"institution\":", value.institution);
    append_field(out, "\"revision\":", value.revision);
    append_field(out, "\"confirmed\":", value.confirmed);
    close_object(out);
}

void append(std::string& out, ProgressReport const& value)
{
    out += "{";
    append_field(out, "\"progress\":", value.progress);
    append_optional(out, "\"percent\":", value.percent);
    append_optional(out, "\"news\":", value.news);
    close_object(out);
}

void append(std::string& out, ReportProgress const& value)
{
    out += "{\"type\":\"reportProgress\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"report\":", value.report);
    close_object(out);
}

void append(std::string& out, Command const& value)
{
    std::visit([&](auto const& one) { append(out, one); }, value);
}

void append(std::string& out, CommandRequest const& value)
{
    out += "{\"type\":\"command\",";
    append_field(out, "\"operation\":", value.operation);
    append_optional(out, "\"position\":", value.position);
    append_field(out, "\"command\":", value.command);
    close_object(out);
}

void append(std::string& out, [[maybe_unused]] Ping const& value)
{
    out += "{\"type\":\"ping\",";
    close_object(out);
}

void append(std::string& out, Claim const& value)
{
    out += "{\"type\":\"claim\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"claimed\":", value.claimed);
    close_object(out);
}

void append(std::string& out, SimilarTo const& value)
{
    out += "{\"type\":\"similarTo\",";
    append_field(out, "\"text\":", value.text);
    append_optional(out, "\"except\":", value.except);
    close_object(out);
}

void append(std::string& out, FromClient const& value)
{
    std::visit([&](auto const& one) { append(out, one); }, value);
}

void append(std::string& out, Refusal const& value)
{
    out += "{";
    append_field(out, "\"word\":", value.word);
    append_optional(out, "\"field\":", value.field);
    append_optional(out, "\"limit\":", value.limit);
    close_object(out);
}

void append(std::string& out, Answer const& value)
{
    out += "{";
    append_field(out, "\"operation\":", value.operation);
    append_optional(out, "\"refusal\":", value.refusal);
    close_object(out);
}

void append(std::string& out, DecisionRecord const& value)
{
    out += "{";
    append_field(out, "\"decision\":", value.decision);
    append_field(out, "\"at\":", value.at);
    append_optional(out, "\"words\":", value.words);
    append_optional(out, "\"lead\":", value.lead);
    append_field(out, "\"partners\":", value.partners);
    append_optional(out, "\"start\":", value.start);
    append_optional(out, "\"end\":", value.end);
    close_object(out);
}

void append(std::string& out, Wording const& value)
{
    out += "{";
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    close_object(out);
}

void append(std::string& out, Proposal const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"number\":", value.number);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"description\":", value.description);
    append_field(out, "\"axis\":", value.axis);
    append_optional(out, "\"language\":", value.language);
    append_optional(out, "\"author\":", value.author);
    append_optional(out, "\"authorName\":", value.author_name);
    append_optional(out, "\"college\":", value.college);
    append_optional(out, "\"table\":", value.table);
    append_field(out, "\"status\":", value.status);
    append_field(out, "\"submittedAt\":", value.submitted_at);
    append_optional(out, "\"question\":", value.question);
    append_optional(out, "\"reason\":", value.reason);
    append_optional(out, "\"words\":", value.words);
    append_optional(out, "\"decision\":", value.decision);
    append_optional(out, "\"mergedInto\":", value.merged_into);
    append_optional(out, "\"rewordedFrom\":", value.reworded_from);
    append_optional(out, "\"authorTrusted\":", value.author_trusted);
    append_optional(out, "\"authorMuted\":", value.author_muted);
    append_optional(out, "\"imported\":", value.imported);
    close_object(out);
}

void append(std::string& out, Comment const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"author\":", value.author);
    append_optional(out, "\"authorName\":", value.author_name);
    append_field(out, "\"stance\":", value.stance);
    append_field(out, "\"text\":", value.text);
    append_optional(out, "\"language\":", value.language);
    append_field(out, "\"at\":", value.at);
    append_optional(out, "\"hidden\":", value.hidden);
    append_optional(out, "\"authorMuted\":", value.author_muted);
    append_optional(out, "\"institution\":", value.institution);
    close_object(out);
}

void append(std::string& out, Institution const& value)
{
    out += "{";
    append_field(out, "\"number\":", value.number);
    append_field(out, "\"name\":", value.name);
    append_field(out, "\"revoked\":", value.revoked);
    close_object(out);
}

void append(std::string& out, ProgressRecord const& value)
{
    out += "{";
    append_field(out, "\"at\":", value.at);
    append_field(out, "\"report\":", value.report);
    close_object(out);
}

void append(std::string& out, Commitment const& value)
{
    out += "{";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"institution\":", value.institution);
    append_field(out, "\"name\":", value.name);
    append_optional(out, "\"revision\":", value.revision);
    append_optional(out, "\"waiting\":", value.waiting);
    append_optional(out, "\"standing\":", value.standing);
    append_optional(out, "\"confirmedAt\":", value.confirmed_at);
    append_field(out, "\"progress\":", value.progress);
    close_object(out);
}

void append(std::string& out, Reopening const& value)
{
    out += "{";
    append_field(out, "\"at\":", value.at);
    append_optional(out, "\"reason\":", value.reason);
    close_object(out);
}

void append(std::string& out, Ballot const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"number\":", value.number);
    append_field(out, "\"question\":", value.question);
    append_field(out, "\"method\":", value.method);
    append_field(out, "\"results\":", value.results);
    append_field(out, "\"state\":", value.state);
    append_field(out, "\"proposals\":", value.proposals);
    append_field(out, "\"openedAt\":", value.opened_at);
    append_optional(out, "\"closedAt\":", value.closed_at);
    append_field(out, "\"resultsShown\":", value.results_shown);
    append_optional(out, "\"maximum\":", value.maximum);
    append_optional(out, "\"budget\":", value.budget);
    append_optional(out, "\"cap\":", value.cap);
    append_optional(out, "\"judgmentsMin\":", value.judgments_min);
    append_field(out, "\"orderShown\":", value.order_shown);
    append_optional(out, "\"follows\":", value.follows);
    append_optional(out, "\"commitment\":", value.commitment);
    append_optional(out, "\"seed\":", value.seed);
    append_optional(out, "\"reopenings\":", value.reopenings);
    append_optional(out, "\"joined\":", value.joined);
    close_object(out);
}

void append(std::string& out, CollegeResult const& value)
{
    out += "{";
    append_field(out, "\"college\":", value.college);
    append_optional(out, "\"counts\":", value.counts);
    close_object(out);
}

void append(std::string& out, Standing const& value)
{
    out += "{";
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"rank\":", value.rank);
    append_optional(out, "\"drawn\":", value.drawn);
    append_optional(out, "\"controversial\":", value.controversial);
    append_optional(out, "\"consensus\":", value.consensus);
    append_optional(out, "\"colleges\":", value.colleges);
    close_object(out);
}

void append(std::string& out, Tally const& value)
{
    out += "{";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"counts\":", value.counts);
    close_object(out);
}

void append(std::string& out, CollegeCount const& value)
{
    out += "{";
    append_field(out, "\"college\":", value.college);
    append_field(out, "\"count\":", value.count);
    close_object(out);
}

void append(std::string& out, OwnChoice const& value)
{
    out += "{";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"choice\":", value.choice);
    close_object(out);
}

void append(std::string& out, OwnPart const& value)
{
    out += "{";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"counts\":", value.counts);
    close_object(out);
}

void append(std::string& out, Turnout const& value)
{
    out += "{";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"voters\":", value.voters);
    close_object(out);
}

void append(std::string& out, Yours const& value)
{
    out += "{";
    append_optional(out, "\"participant\":", value.participant);
    append_optional(out, "\"name\":", value.name);
    append_optional(out, "\"college\":", value.college);
    append_optional(out, "\"muted\":", value.muted);
    append_field(out, "\"choices\":", value.choices);
    append_field(out, "\"proposals\":", value.proposals);
    append_field(out, "\"comments\":", value.comments);
    append_field(out, "\"tallies\":", value.tallies);
    append_optional(out, "\"turnouts\":", value.turnouts);
    append_optional(out, "\"parts\":", value.parts);
    close_object(out);
}

void append(std::string& out, Welcome const& value)
{
    out += "{\"type\":\"welcome\",";
    append_field(out, "\"version\":", value.version);
    append_field(out, "\"role\":", value.role);
    append_field(out, "\"now\":", value.now);
    append_optional(out, "\"participant\":", value.participant);
    append_optional(out, "\"institution\":", value.institution);
    append_field(out, "\"operation\":", value.operation);
    append_optional(out, "\"desk\":", value.desk);
    close_object(out);
}

void append(std::string& out, BoardChange const& value)
{
    out += "{\"type\":\"board\",";
    append_field(out, "\"code\":", value.code);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"language\":", value.language);
    append_field(out, "\"axes\":", value.axes);
    append_field(out, "\"colleges\":", value.colleges);
    append_field(out, "\"settings\":", value.settings);
    append_field(out, "\"phases\":", value.phases);
    close_object(out);
}

void append(std::string& out, PhaseChange const& value)
{
    out += "{\"type\":\"phase\",";
    append_field(out, "\"phase\":", value.phase);
    append_field(out, "\"since\":", value.since);
    append_optional(out, "\"left\":", value.left);
    append_optional(out, "\"reason\":", value.reason);
    close_object(out);
}

void append(std::string& out, ParticipantsChange const& value)
{
    out += "{\"type\":\"participants\",";
    append_field(out, "\"joined\":", value.joined);
    append_field(out, "\"colleges\":", value.colleges);
    close_object(out);
}

void append(std::string& out, PresenceChange const& value)
{
    out += "{\"type\":\"presence\",";
    append_field(out, "\"connected\":", value.connected);
    append_optional(out, "\"colleges\":", value.colleges);
    append_optional(out, "\"reconnecting\":", value.reconnecting);
    close_object(out);
}

void append(std::string& out, ActivityChange const& value)
{
    out += "{\"type\":\"activity\",";
    append_field(out, "\"votes\":", value.votes);
    append_optional(out, "\"writtenAt\":", value.written_at);
    close_object(out);
}

void append(std::string& out, ScreenNow const& value)
{
    out += "{";
    append_field(out, "\"screen\":", value.screen);
    append_optional(out, "\"name\":", value.name);
    append_field(out, "\"view\":", value.view);
    append_optional(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, ScreensChange const& value)
{
    out += "{\"type\":\"screens\",";
    append_field(out, "\"screens\":", value.screens);
    close_object(out);
}

void append(std::string& out, TimerChange const& value)
{
    out += "{\"type\":\"timer\",";
    append_optional(out, "\"endsAt\":", value.ends_at);
    close_object(out);
}

void append(std::string& out, ProposalChange const& value)
{
    out += "{\"type\":\"proposal\",";
    append_field(out, "\"proposal\":", value.proposal);
    close_object(out);
}

void append(std::string& out, ProposalGoneChange const& value)
{
    out += "{\"type\":\"proposalGone\",";
    append_field(out, "\"proposal\":", value.proposal);
    close_object(out);
}

void append(std::string& out, CommentChange const& value)
{
    out += "{\"type\":\"comment\",";
    append_field(out, "\"comment\":", value.comment);
    close_object(out);
}

void append(std::string& out, CommentGoneChange const& value)
{
    out += "{\"type\":\"commentGone\",";
    append_field(out, "\"comment\":", value.comment);
    close_object(out);
}

void append(std::string& out, BallotChange const& value)
{
    out += "{\"type\":\"ballot\",";
    append_field(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, TurnoutChange const& value)
{
    out += "{\"type\":\"turnout\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"voters\":", value.voters);
    close_object(out);
}

void append(std::string& out, TallyChange const& value)
{
    out += "{\"type\":\"tally\",";
    append_field(out, "\"tally\":", value.tally);
    close_object(out);
}

void append(std::string& out, RankingChange const& value)
{
    out += "{\"type\":\"ranking\",";
    append_field(out, "\"ballot\":", value.ballot);
    append_field(out, "\"standings\":", value.standings);
    close_object(out);
}

void append(std::string& out, HeldClaim const& value)
{
    out += "{";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"desk\":", value.desk);
    close_object(out);
}

void append(std::string& out, ClaimsChange const& value)
{
    out += "{\"type\":\"claims\",";
    append_field(out, "\"claims\":", value.claims);
    close_object(out);
}

void append(std::string& out, Message const& value)
{
    out += "{";
    append_field(out, "\"number\":", value.number);
    append_field(out, "\"text\":", value.text);
    append_field(out, "\"sentAt\":", value.sent_at);
    close_object(out);
}

void append(std::string& out, MessageChange const& value)
{
    out += "{\"type\":\"message\",";
    append_optional(out, "\"message\":", value.message);
    close_object(out);
}

void append(std::string& out, AgendaChange const& value)
{
    out += "{\"type\":\"agenda\",";
    append_field(out, "\"steps\":", value.steps);
    append_optional(out, "\"current\":", value.current);
    append_optional(out, "\"millisecondsLeft\":", value.milliseconds_left);
    close_object(out);
}

void append(std::string& out, Showing const& value)
{
    out += "{";
    append_field(out, "\"screen\":", value.screen);
    append_field(out, "\"at\":", value.at);
    append_field(out, "\"view\":", value.view);
    append_optional(out, "\"proposal\":", value.proposal);
    append_optional(out, "\"ballot\":", value.ballot);
    close_object(out);
}

void append(std::string& out, ShowingsChange const& value)
{
    out += "{\"type\":\"showings\",";
    append_field(out, "\"showings\":", value.showings);
    close_object(out);
}

void append(std::string& out, RehearsalChange const& value)
{
    out += "{\"type\":\"rehearsal\",";
    append_optional(out, "\"since\":", value.since);
    close_object(out);
}

void append(std::string& out, Table const& value)
{
    out += "{";
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"board\":", value.board);
    close_object(out);
}

void append(std::string& out, Parent const& value)
{
    out += "{";
    append_field(out, "\"board\":", value.board);
    append_field(out, "\"title\":", value.title);
    close_object(out);
}

void append(std::string& out, TablesChange const& value)
{
    out += "{\"type\":\"tables\",";
    append_field(out, "\"tables\":", value.tables);
    append_optional(out, "\"parent\":", value.parent);
    close_object(out);
}

void append(std::string& out, InstitutionChange const& value)
{
    out += "{\"type\":\"institution\",";
    append_field(out, "\"institution\":", value.institution);
    close_object(out);
}

void append(std::string& out, CommitmentChange const& value)
{
    out += "{\"type\":\"commitment\",";
    append_field(out, "\"commitment\":", value.commitment);
    close_object(out);
}

void append(std::string& out, CommitmentGoneChange const& value)
{
    out += "{\"type\":\"commitmentGone\",";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"institution\":", value.institution);
    close_object(out);
}

void append(std::string& out, Change const& value)
{
    std::visit([&](auto const& one) { append(out, one); }, value);
}

void append(std::string& out, State const& value)
{
    out += "{\"type\":\"state\",";
    append_field(out, "\"position\":", value.position);
    append_optional(out, "\"full\":", value.full);
    append_optional(out, "\"more\":", value.more);
    append_optional(out, "\"resume\":", value.resume);
    append_field(out, "\"changes\":", value.changes);
    append_optional(out, "\"yours\":", value.yours);
    append_optional(out, "\"answers\":", value.answers);
    close_object(out);
}

void append(std::string& out, Rejected const& value)
{
    out += "{\"type\":\"rejected\",";
    append_optional(out, "\"operation\":", value.operation);
    append_field(out, "\"refusal\":", value.refusal);
    close_object(out);
}

void append(std::string& out, Pong const& value)
{
    out += "{\"type\":\"pong\",";
    append_field(out, "\"now\":", value.now);
    close_object(out);
}

void append(std::string& out, Likeness const& value)
{
    out += "{";
    append_field(out, "\"proposal\":", value.proposal);
    append_field(out, "\"parts\":", value.parts);
    close_object(out);
}

void append(std::string& out, Similar const& value)
{
    out += "{\"type\":\"similar\",";
    append_field(out, "\"text\":", value.text);
    append_field(out, "\"found\":", value.found);
    close_object(out);
}

void append(std::string& out, FromServer const& value)
{
    std::visit([&](auto const& one) { append(out, one); }, value);
}

void append(std::string& out, AddTable const& value)
{
    out += "{";
    append_field(out, "\"title\":", value.title);
    close_object(out);
}

void append(std::string& out, Template const& value)
{
    out += "{";
    append_field(out, "\"id\":", value.id);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"about\":", value.about);
    append_field(out, "\"settings\":", value.settings);
    append_field(out, "\"agenda\":", value.agenda);
    close_object(out);
}

void append(std::string& out, InviteInstitution const& value)
{
    out += "{";
    append_field(out, "\"name\":", value.name);
    close_object(out);
}

void append(std::string& out, InstitutionInvited const& value)
{
    out += "{";
    append_field(out, "\"institution\":", value.institution);
    append_field(out, "\"name\":", value.name);
    append_field(out, "\"credential\":", value.credential);
    close_object(out);
}

void append(std::string& out, CreateBoard const& value)
{
    out += "{";
    append_field(out, "\"title\":", value.title);
    append_optional(out, "\"language\":", value.language);
    append_field(out, "\"axes\":", value.axes);
    append_optional(out, "\"colleges\":", value.colleges);
    append_optional(out, "\"settings\":", value.settings);
    append_optional(out, "\"template\":", value.template_);
    close_object(out);
}

void append(std::string& out, BoardCreated const& value)
{
    out += "{";
    append_field(out, "\"code\":", value.code);
    append_field(out, "\"facilitator\":", value.facilitator);
    append_field(out, "\"moderator\":", value.moderator);
    append_field(out, "\"screen\":", value.screen);
    close_object(out);
}

void append(std::string& out, BoardImported const& value)
{
    out += "{";
    append_field(out, "\"code\":", value.code);
    close_object(out);
}

void append(std::string& out, ImportRows const& value)
{
    out += "{";
    append_field(out, "\"kind\":", value.kind);
    append_field(out, "\"text\":", value.text);
    append_field(out, "\"dryRun\":", value.dry_run);
    close_object(out);
}

void append(std::string& out, RowProblem const& value)
{
    out += "{";
    append_field(out, "\"line\":", value.line);
    append_field(out, "\"refusal\":", value.refusal);
    close_object(out);
}

void append(std::string& out, ImportReport const& value)
{
    out += "{";
    append_field(out, "\"rows\":", value.rows);
    append_field(out, "\"imported\":", value.imported);
    append_field(out, "\"problems\":", value.problems);
    close_object(out);
}

void append(std::string& out, JoinBoard const& value)
{
    out += "{";
    append_optional(out, "\"college\":", value.college);
    append_optional(out, "\"name\":", value.name);
    append_optional(out, "\"badge\":", value.badge);
    append_optional(out, "\"helper\":", value.helper);
    append_optional(out, "\"use\":", value.use);
    close_object(out);
}

void append(std::string& out, Joined const& value)
{
    out += "{";
    append_field(out, "\"participant\":", value.participant);
    append_field(out, "\"college\":", value.college);
    append_optional(out, "\"name\":", value.name);
    close_object(out);
}

void append(std::string& out, BoardCard const& value)
{
    out += "{";
    append_field(out, "\"code\":", value.code);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"language\":", value.language);
    append_field(out, "\"colleges\":", value.colleges);
    append_field(out, "\"axes\":", value.axes);
    append_field(out, "\"phase\":", value.phase);
    append_optional(out, "\"admission\":", value.admission);
    append_optional(out, "\"badges\":", value.badges);
    close_object(out);
}

void append(std::string& out, IssueBadges const& value)
{
    out += "{";
    append_field(out, "\"count\":", value.count);
    close_object(out);
}

void append(std::string& out, BadgesIssued const& value)
{
    out += "{";
    append_field(out, "\"first\":", value.first);
    append_field(out, "\"badges\":", value.badges);
    close_object(out);
}

void append(std::string& out, Trace const& value)
{
    out += "{";
    append_field(out, "\"deed\":", value.deed);
    append_field(out, "\"channel\":", value.channel);
    append_optional(out, "\"ballot\":", value.ballot);
    append_field(out, "\"first\":", value.first);
    append_field(out, "\"last\":", value.last);
    close_object(out);
}

void append(std::string& out, BadgeTrail const& value)
{
    out += "{";
    append_field(out, "\"badge\":", value.badge);
    append_optional(out, "\"participant\":", value.participant);
    append_optional(out, "\"college\":", value.college);
    append_field(out, "\"trail\":", value.trail);
    close_object(out);
}

void append(std::string& out, HelperIssued const& value)
{
    out += "{";
    append_field(out, "\"helper\":", value.helper);
    append_field(out, "\"credential\":", value.credential);
    close_object(out);
}

void append(std::string& out, HelperEntry const& value)
{
    out += "{";
    append_field(out, "\"helper\":", value.helper);
    append_field(out, "\"issuedAt\":", value.issued_at);
    append_field(out, "\"revoked\":", value.revoked);
    close_object(out);
}

void append(std::string& out, Helpers const& value)
{
    out += "{";
    append_field(out, "\"helpers\":", value.helpers);
    close_object(out);
}

void append(std::string& out, FileProblem const& value)
{
    out += "{";
    append_field(out, "\"file\":", value.file);
    append_optional(out, "\"line\":", value.line);
    append_field(out, "\"reason\":", value.reason);
    close_object(out);
}

void append(std::string& out, Problem const& value)
{
    out += "{";
    append_field(out, "\"type\":", value.type);
    append_field(out, "\"title\":", value.title);
    append_field(out, "\"status\":", value.status);
    append_field(out, "\"word\":", value.word);
    append_optional(out, "\"field\":", value.field);
    append_optional(out, "\"limit\":", value.limit);
    append_optional(out, "\"problems\":", value.problems);
    close_object(out);
}

static bool take(Place const& at, BallotPlan& out)
{
    return is_object(at)
        && required(at, "question", out.question, form::question)
        && required(at, "method", out.method, form::method)
        && required(at, "results", out.results, form::results_rule)
        && nothing_but(at, {"question", "method", "results"});
}

static bool take(Place const& at, Step& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::step_id)
        && required(at, "title", out.title, form::step_title)
        && required(at, "phase", out.phase, form::phase)
        && required(at, "minutes", out.minutes, form::Whole{1, 20160})
        && optional(at, "ballot", out.ballot, form::ballot_plan)
        && nothing_but(at, {"id", "title", "phase", "minutes", "ballot"});
}

static bool take(Place const& at, StepNow& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::step_id)
        && required(at, "title", out.title, form::step_title)
        && required(at, "phase", out.phase, form::phase)
        && required(at, "minutes", out.minutes, form::Whole{1, 20160})
        && optional(at, "ballot", out.ballot, form::ballot_plan)
        && required(at, "state", out.state, form::step_state);
}

static bool take(Place const& at, Switches& out)
{
    return is_object(at)
        && required(at, "propose", out.propose, form::Flag{})
        && required(at, "comment", out.comment, form::Flag{})
        && required(at, "vote", out.vote, form::Flag{})
        && required(at, "results", out.results, form::Flag{})
        && nothing_but(at, {"propose", "comment", "vote", "results"});
}

static bool take(Place const& at, PhaseSwitches& out)
{
    return is_object(at)
        && required(at, "phase", out.phase, form::phase)
        && required(at, "switches", out.switches, form::switches)
        && nothing_but(at, {"phase", "switches"});
}

static bool take(Place const& at, Axis& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::axis_id)
        && required(at, "title", out.title, form::label)
        && nothing_but(at, {"id", "title"});
}

static bool take(Place const& at, College& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::college_id)
        && required(at, "title", out.title, form::label)
        && nothing_but(at, {"id", "title"});
}

static bool take(Place const& at, Settings& out)
{
    return is_object(at)
        && required(at, "moderation", out.moderation, form::moderation)
        && required(at, "proposalsPerParticipant", out.proposals_per_participant, form::Whole{1, 200})
        && optional(at, "admission", out.admission, form::admission)
        && optional(at, "trustsAfterFirst", out.trusts_after_first, form::Flag{})
        && nothing_but(at, {"moderation", "proposalsPerParticipant", "admission", "trustsAfterFirst"});
}

static bool take(Place const& at, Hello& out)
{
    return is_object(at)
        && tagged(at, "hello")
        && required(at, "version", out.version, form::Whole{1, 1000})
        && required(at, "board", out.board, form::code)
        && optional(at, "credential", out.credential, form::credential)
        && required(at, "device", out.device, form::device_id)
        && optional(at, "position", out.position, form::position)
        && optional(at, "helper", out.helper, form::credential)
        && optional(at, "use", out.use, form::tablet_use)
        && nothing_but(at, {"type", "version", "board", "credential", "device", "position", "helper", "use"});
}

static bool take(Place const& at, Introduce& out)
{
    return is_object(at)
        && tagged(at, "introduce")
        && optional(at, "name", out.name, form::name)
        && nothing_but(at, {"type", "name"});
}

static bool take(Place const& at, SubmitProposal& out)
{
    return is_object(at)
        && tagged(at, "submitProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id)
        && optional(at, "language", out.language, form::language)
        && nothing_but(at, {"type", "proposal", "title", "description", "axis", "language"});
}

static bool take(Place const& at, EditProposal& out)
{
    return is_object(at)
        && tagged(at, "editProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id)
        && optional(at, "language", out.language, form::language)
        && nothing_but(at, {"type", "proposal", "title", "description", "axis", "language"});
}

static bool take(Place const& at, WithdrawProposal& out)
{
    return is_object(at)
        && tagged(at, "withdrawProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "withdrawn", out.withdrawn, form::Flag{})
        && nothing_but(at, {"type", "proposal", "withdrawn"});
}

static bool take(Place const& at, CastChoice& out)
{
    return is_object(at)
        && tagged(at, "castChoice")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "choice", out.choice, form::choice)
        && nothing_but(at, {"type", "ballot", "proposal", "choice"});
}

static bool take(Place const& at, SubmitComment& out)
{
    return is_object(at)
        && tagged(at, "submitComment")
        && required(at, "comment", out.comment, form::comment_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "stance", out.stance, form::stance)
        && required(at, "text", out.text, form::comment_text)
        && optional(at, "language", out.language, form::language)
        && nothing_but(at, {"type", "comment", "proposal", "stance", "text", "language"});
}

static bool take(Place const& at, PublishProposal& out)
{
    return is_object(at)
        && tagged(at, "publishProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "from"});
}

static bool take(Place const& at, ReturnProposal& out)
{
    return is_object(at)
        && tagged(at, "returnProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "question", out.question, form::remark)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "question", "from"});
}

static bool take(Place const& at, DeclineProposal& out)
{
    return is_object(at)
        && tagged(at, "declineProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "reason", out.reason, form::decline_reason)
        && optional(at, "words", out.words, form::remark)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "reason", "words", "from"});
}

static bool take(Place const& at, RequeueProposal& out)
{
    return is_object(at)
        && tagged(at, "requeueProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "from"});
}

static bool take(Place const& at, HideComment& out)
{
    return is_object(at)
        && tagged(at, "hideComment")
        && required(at, "comment", out.comment, form::comment_id)
        && required(at, "hidden", out.hidden, form::Flag{})
        && nothing_but(at, {"type", "comment", "hidden"});
}

static bool take(Place const& at, OpenPhase& out)
{
    return is_object(at)
        && tagged(at, "openPhase")
        && required(at, "phase", out.phase, form::phase)
        && optional(at, "reason", out.reason, form::reason)
        && nothing_but(at, {"type", "phase", "reason"});
}

static bool take(Place const& at, ConfigurePhase& out)
{
    return is_object(at)
        && tagged(at, "configurePhase")
        && required(at, "phase", out.phase, form::phase)
        && required(at, "switches", out.switches, form::switches)
        && nothing_but(at, {"type", "phase", "switches"});
}

static bool take(Place const& at, OpenBallot& out)
{
    return is_object(at)
        && tagged(at, "openBallot")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "question", out.question, form::question)
        && required(at, "method", out.method, form::method)
        && required(at, "results", out.results, form::results_rule)
        && optional(at, "proposals", out.proposals, form::List{form::proposal_id, 0, 2000})
        && optional(at, "maximum", out.maximum, form::Whole{1, 2000})
        && optional(at, "budget", out.budget, form::Whole{1, 99})
        && optional(at, "cap", out.cap, form::Whole{1, 10})
        && optional(at, "judgmentsMin", out.judgments_min, form::Whole{1, 20000})
        && optional(at, "follows", out.follows, form::ballot_id)
        && nothing_but(at, {"type", "ballot", "question", "method", "results", "proposals", "maximum", "budget", "cap", "judgmentsMin", "follows"});
}

static bool take(Place const& at, CloseBallot& out)
{
    return is_object(at)
        && tagged(at, "closeBallot")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && nothing_but(at, {"type", "ballot"});
}

static bool take(Place const& at, ReopenBallot& out)
{
    return is_object(at)
        && tagged(at, "reopenBallot")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "reason", out.reason, form::remark)
        && nothing_but(at, {"type", "ballot", "reason"});
}

static bool take(Place const& at, RevealBallot& out)
{
    return is_object(at)
        && tagged(at, "revealBallot")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && optional(at, "step", out.step, form::reveal_step)
        && nothing_but(at, {"type", "ballot", "step"});
}

static bool take(Place const& at, Show& out)
{
    return is_object(at)
        && tagged(at, "show")
        && required(at, "view", out.view, form::view)
        && optional(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "ballot", out.ballot, form::ballot_id)
        && optional(at, "screen", out.screen, form::screen_number)
        && nothing_but(at, {"type", "view", "proposal", "ballot", "screen"});
}

static bool take(Place const& at, StartTimer& out)
{
    return is_object(at)
        && tagged(at, "startTimer")
        && required(at, "seconds", out.seconds, form::Whole{1, 86400})
        && nothing_but(at, {"type", "seconds"});
}

static bool take(Place const& at, [[maybe_unused]] StopTimer& out)
{
    return is_object(at)
        && tagged(at, "stopTimer")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, DecideProposal& out)
{
    return is_object(at)
        && tagged(at, "decideProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "decision", out.decision, form::decision)
        && optional(at, "words", out.words, form::remark)
        && optional(at, "lead", out.lead, form::organisation)
        && optional(at, "partners", out.partners, form::List{form::organisation, 0, 20})
        && optional(at, "start", out.start, form::day)
        && optional(at, "end", out.end, form::day)
        && nothing_but(at, {"type", "proposal", "decision", "words", "lead", "partners", "start", "end"});
}

static bool take(Place const& at, RewordProposal& out)
{
    return is_object(at)
        && tagged(at, "rewordProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "title", "description", "axis", "from"});
}

static bool take(Place const& at, RestoreProposal& out)
{
    return is_object(at)
        && tagged(at, "restoreProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "from"});
}

static bool take(Place const& at, ConfigureModeration& out)
{
    return is_object(at)
        && tagged(at, "configureModeration")
        && required(at, "moderation", out.moderation, form::moderation)
        && required(at, "trustsAfterFirst", out.trusts_after_first, form::Flag{})
        && nothing_but(at, {"type", "moderation", "trustsAfterFirst"});
}

static bool take(Place const& at, TrustParticipant& out)
{
    return is_object(at)
        && tagged(at, "trustParticipant")
        && required(at, "participant", out.participant, form::participant_number)
        && required(at, "trusted", out.trusted, form::Flag{})
        && nothing_but(at, {"type", "participant", "trusted"});
}

static bool take(Place const& at, MuteParticipant& out)
{
    return is_object(at)
        && tagged(at, "muteParticipant")
        && required(at, "participant", out.participant, form::participant_number)
        && required(at, "muted", out.muted, form::Flag{})
        && nothing_but(at, {"type", "participant", "muted"});
}

static bool take(Place const& at, MergeProposal& out)
{
    return is_object(at)
        && tagged(at, "mergeProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "into", out.into, form::proposal_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "into", "from"});
}

static bool take(Place const& at, UnmergeProposal& out)
{
    return is_object(at)
        && tagged(at, "unmergeProposal")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "from", out.from, form::proposal_status)
        && nothing_but(at, {"type", "proposal", "from"});
}

static bool take(Place const& at, LeaveMerge& out)
{
    return is_object(at)
        && tagged(at, "leaveMerge")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && nothing_but(at, {"type", "proposal"});
}

static bool take(Place const& at, Mark& out)
{
    return is_object(at)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "choice", out.choice, form::choice)
        && nothing_but(at, {"proposal", "choice"});
}

static bool take(Place const& at, RecordPaper& out)
{
    return is_object(at)
        && tagged(at, "recordPaper")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "badge", out.badge, form::badge_number)
        && optional(at, "college", out.college, form::college_id)
        && required(at, "marks", out.marks, form::List{form::mark, 0, 200})
        && nothing_but(at, {"type", "ballot", "badge", "college", "marks"});
}

static bool take(Place const& at, SendMessage& out)
{
    return is_object(at)
        && tagged(at, "sendMessage")
        && optional(at, "text", out.text, form::message_text)
        && nothing_but(at, {"type", "text"});
}

static bool take(Place const& at, SetAgenda& out)
{
    return is_object(at)
        && tagged(at, "setAgenda")
        && required(at, "steps", out.steps, form::List{form::step, 0, 40})
        && nothing_but(at, {"type", "steps"});
}

static bool take(Place const& at, PlayStep& out)
{
    return is_object(at)
        && tagged(at, "playStep")
        && required(at, "step", out.step, form::step_id)
        && optional(at, "ballot", out.ballot, form::ballot_id)
        && nothing_but(at, {"type", "step", "ballot"});
}

static bool take(Place const& at, [[maybe_unused]] PauseStep& out)
{
    return is_object(at)
        && tagged(at, "pauseStep")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, [[maybe_unused]] EndStep& out)
{
    return is_object(at)
        && tagged(at, "endStep")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, SkipStep& out)
{
    return is_object(at)
        && tagged(at, "skipStep")
        && required(at, "step", out.step, form::step_id)
        && required(at, "skipped", out.skipped, form::Flag{})
        && nothing_but(at, {"type", "step", "skipped"});
}

static bool take(Place const& at, ScreenName& out)
{
    return is_object(at)
        && required(at, "screen", out.screen, form::screen_number)
        && required(at, "name", out.name, form::screen_title)
        && nothing_but(at, {"screen", "name"});
}

static bool take(Place const& at, ArrangeScreens& out)
{
    return is_object(at)
        && tagged(at, "arrangeScreens")
        && required(at, "screens", out.screens, form::List{form::screen_name, 1, 8})
        && nothing_but(at, {"type", "screens"});
}

static bool take(Place const& at, [[maybe_unused]] StartRehearsal& out)
{
    return is_object(at)
        && tagged(at, "startRehearsal")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, [[maybe_unused]] PurgeRehearsal& out)
{
    return is_object(at)
        && tagged(at, "purgeRehearsal")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, SendUp& out)
{
    return is_object(at)
        && tagged(at, "sendUp")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id)
        && optional(at, "language", out.language, form::language)
        && required(at, "college", out.college, form::college_id)
        && required(at, "number", out.number, form::Whole{1, 2000})
        && nothing_but(at, {"type", "proposal", "title", "description", "axis", "language", "college", "number"});
}

static bool take(Place const& at, RevokeInstitution& out)
{
    return is_object(at)
        && tagged(at, "revokeInstitution")
        && required(at, "institution", out.institution, form::institution_number)
        && nothing_but(at, {"type", "institution"});
}

static bool take(Place const& at, Indicator& out)
{
    return is_object(at)
        && required(at, "name", out.name, form::phrase)
        && optional(at, "unit", out.unit, form::unit)
        && optional(at, "baseline", out.baseline, form::Whole{0, 1000000000000})
        && required(at, "target", out.target, form::Whole{0, 1000000000000})
        && nothing_but(at, {"name", "unit", "baseline", "target"});
}

static bool take(Place const& at, Pledge& out)
{
    return is_object(at)
        && required(at, "response", out.response, form::response)
        && optional(at, "words", out.words, form::remark)
        && optional(at, "lead", out.lead, form::organisation)
        && optional(at, "partners", out.partners, form::List{form::organisation, 0, 20})
        && optional(at, "start", out.start, form::day)
        && optional(at, "end", out.end, form::day)
        && optional(at, "indicators", out.indicators, form::List{form::indicator, 0, 10})
        && optional(at, "budget", out.budget, form::Whole{0, 1000000000000})
        && optional(at, "needs", out.needs, form::List{form::need_code, 0, 10})
        && optional(at, "otherNeeds", out.other_needs, form::List{form::phrase, 0, 10})
        && optional(at, "audience", out.audience, form::List{form::phrase, 0, 10})
        && optional(at, "places", out.places, form::List{form::phrase, 0, 20})
        && nothing_but(at, {"response", "words", "lead", "partners", "start", "end", "indicators", "budget", "needs", "otherNeeds", "audience", "places"});
}

static bool take(Place const& at, OfferCommitment& out)
{
    return is_object(at)
        && tagged(at, "offerCommitment")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "pledge", out.pledge, form::pledge)
        && nothing_but(at, {"type", "proposal", "pledge"});
}

static bool take(Place const& at, ConfirmCommitment& out)
{
    return is_object(at)
        && tagged(at, "confirmCommitment")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "institution", out.institution, form::institution_number)
        && required(at, "revision", out.revision, form::Whole{1, 9007199254740991})
        && required(at, "confirmed", out.confirmed, form::Flag{})
        && nothing_but(at, {"type", "proposal", "institution", "revision", "confirmed"});
}

static bool take(Place const& at, ProgressReport& out)
{
    return is_object(at)
        && required(at, "progress", out.progress, form::progress)
        && optional(at, "percent", out.percent, form::Whole{0, 100})
        && optional(at, "news", out.news, form::news)
        && nothing_but(at, {"progress", "percent", "news"});
}

static bool take(Place const& at, ReportProgress& out)
{
    return is_object(at)
        && tagged(at, "reportProgress")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "report", out.report, form::progress_report)
        && nothing_but(at, {"type", "proposal", "report"});
}

static bool take(Place const& at, Command& out) { return take_tagged(at, out); }

static bool take(Place const& at, CommandRequest& out)
{
    return is_object(at)
        && tagged(at, "command")
        && required(at, "operation", out.operation, form::operation)
        && optional(at, "position", out.position, form::position)
        && required(at, "command", out.command, form::command)
        && nothing_but(at, {"type", "operation", "position", "command"});
}

static bool take(Place const& at, [[maybe_unused]] Ping& out)
{
    return is_object(at)
        && tagged(at, "ping")
        && nothing_but(at, {"type"});
}

static bool take(Place const& at, Claim& out)
{
    return is_object(at)
        && tagged(at, "claim")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "claimed", out.claimed, form::Flag{})
        && nothing_but(at, {"type", "proposal", "claimed"});
}

static bool take(Place const& at, SimilarTo& out)
{
    return is_object(at)
        && tagged(at, "similarTo")
        && required(at, "text", out.text, form::title)
        && optional(at, "except", out.except, form::proposal_id)
        && nothing_but(at, {"type", "text", "except"});
}

static bool take(Place const& at, FromClient& out) { return take_tagged(at, out); }

static bool take(Place const& at, Refusal& out)
{
    return is_object(at)
        && required(at, "word", out.word, form::refusal_word)
        && optional(at, "field", out.field, form::Text{0, 200, 200})
        && optional(at, "limit", out.limit, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, Answer& out)
{
    return is_object(at)
        && required(at, "operation", out.operation, form::operation)
        && optional(at, "refusal", out.refusal, form::refusal);
}

static bool take(Place const& at, DecisionRecord& out)
{
    return is_object(at)
        && required(at, "decision", out.decision, form::decision)
        && required(at, "at", out.at, form::moment)
        && optional(at, "words", out.words, form::remark)
        && optional(at, "lead", out.lead, form::organisation)
        && required(at, "partners", out.partners, form::List{form::organisation, 0, 20})
        && optional(at, "start", out.start, form::day)
        && optional(at, "end", out.end, form::day);
}

static bool take(Place const& at, Wording& out)
{
    return is_object(at)
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id);
}

static bool take(Place const& at, Proposal& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::proposal_id)
        && required(at, "number", out.number, form::Whole{1, 2000})
        && required(at, "title", out.title, form::title)
        && required(at, "description", out.description, form::description)
        && required(at, "axis", out.axis, form::axis_id)
        && optional(at, "language", out.language, form::language)
        && optional(at, "author", out.author, form::participant_number)
        && optional(at, "authorName", out.author_name, form::name)
        && optional(at, "college", out.college, form::college_id)
        && optional(at, "table", out.table, form::name)
        && required(at, "status", out.status, form::proposal_status)
        && required(at, "submittedAt", out.submitted_at, form::moment)
        && optional(at, "question", out.question, form::remark)
        && optional(at, "reason", out.reason, form::decline_reason)
        && optional(at, "words", out.words, form::remark)
        && optional(at, "decision", out.decision, form::decision_record)
        && optional(at, "mergedInto", out.merged_into, form::proposal_id)
        && optional(at, "rewordedFrom", out.reworded_from, form::wording)
        && optional(at, "authorTrusted", out.author_trusted, form::Flag{})
        && optional(at, "authorMuted", out.author_muted, form::Flag{})
        && optional(at, "imported", out.imported, form::Flag{});
}

static bool take(Place const& at, Comment& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::comment_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "author", out.author, form::participant_number)
        && optional(at, "authorName", out.author_name, form::name)
        && required(at, "stance", out.stance, form::stance)
        && required(at, "text", out.text, form::comment_text)
        && optional(at, "language", out.language, form::language)
        && required(at, "at", out.at, form::moment)
        && optional(at, "hidden", out.hidden, form::Flag{})
        && optional(at, "authorMuted", out.author_muted, form::Flag{})
        && optional(at, "institution", out.institution, form::organisation);
}

static bool take(Place const& at, Institution& out)
{
    return is_object(at)
        && required(at, "number", out.number, form::institution_number)
        && required(at, "name", out.name, form::organisation)
        && required(at, "revoked", out.revoked, form::Flag{});
}

static bool take(Place const& at, ProgressRecord& out)
{
    return is_object(at)
        && required(at, "at", out.at, form::moment)
        && required(at, "report", out.report, form::progress_report);
}

static bool take(Place const& at, Commitment& out)
{
    return is_object(at)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "institution", out.institution, form::institution_number)
        && required(at, "name", out.name, form::organisation)
        && optional(at, "revision", out.revision, form::Whole{1, 9007199254740991})
        && optional(at, "waiting", out.waiting, form::pledge)
        && optional(at, "standing", out.standing, form::pledge)
        && optional(at, "confirmedAt", out.confirmed_at, form::moment)
        && required(at, "progress", out.progress, form::List{form::progress_record, 0, 200});
}

static bool take(Place const& at, Reopening& out)
{
    return is_object(at)
        && required(at, "at", out.at, form::moment)
        && optional(at, "reason", out.reason, form::remark);
}

static bool take(Place const& at, Ballot& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::ballot_id)
        && required(at, "number", out.number, form::Whole{1, 50})
        && required(at, "question", out.question, form::question)
        && required(at, "method", out.method, form::method)
        && required(at, "results", out.results, form::results_rule)
        && required(at, "state", out.state, form::ballot_state)
        && required(at, "proposals", out.proposals, form::List{form::proposal_id, 0, 2000})
        && required(at, "openedAt", out.opened_at, form::moment)
        && optional(at, "closedAt", out.closed_at, form::moment)
        && required(at, "resultsShown", out.results_shown, form::Flag{})
        && optional(at, "maximum", out.maximum, form::count)
        && optional(at, "budget", out.budget, form::count)
        && optional(at, "cap", out.cap, form::count)
        && optional(at, "judgmentsMin", out.judgments_min, form::count)
        && required(at, "orderShown", out.order_shown, form::Flag{})
        && optional(at, "follows", out.follows, form::ballot_id)
        && optional(at, "commitment", out.commitment, form::sha256)
        && optional(at, "seed", out.seed, form::seed)
        && optional(at, "reopenings", out.reopenings, form::List{form::reopening, 0, 20})
        && optional(at, "joined", out.joined, form::List{form::proposal_id, 0, 2000});
}

static bool take(Place const& at, CollegeResult& out)
{
    return is_object(at)
        && required(at, "college", out.college, form::college_id)
        && optional(at, "counts", out.counts, form::List{form::count, 0, 10});
}

static bool take(Place const& at, Standing& out)
{
    return is_object(at)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "rank", out.rank, form::count)
        && optional(at, "drawn", out.drawn, form::Flag{})
        && optional(at, "controversial", out.controversial, form::Flag{})
        && optional(at, "consensus", out.consensus, form::count)
        && optional(at, "colleges", out.colleges, form::List{form::college_result, 0, 12});
}

static bool take(Place const& at, Tally& out)
{
    return is_object(at)
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "counts", out.counts, form::List{form::count, 0, 10});
}

static bool take(Place const& at, CollegeCount& out)
{
    return is_object(at)
        && required(at, "college", out.college, form::college_id)
        && required(at, "count", out.count, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, OwnChoice& out)
{
    return is_object(at)
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "choice", out.choice, form::choice);
}

static bool take(Place const& at, OwnPart& out)
{
    return is_object(at)
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "counts", out.counts, form::Flag{});
}

static bool take(Place const& at, Turnout& out)
{
    return is_object(at)
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "voters", out.voters, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, Yours& out)
{
    return is_object(at)
        && optional(at, "participant", out.participant, form::participant_number)
        && optional(at, "name", out.name, form::name)
        && optional(at, "college", out.college, form::college_id)
        && optional(at, "muted", out.muted, form::Flag{})
        && required(at, "choices", out.choices, form::List{form::own_choice, 0, 100000})
        && required(at, "proposals", out.proposals, form::List{form::proposal, 0, 200})
        && required(at, "comments", out.comments, form::List{form::comment, 0, 500})
        && required(at, "tallies", out.tallies, form::List{form::tally, 0, 100000})
        && optional(at, "turnouts", out.turnouts, form::List{form::turnout, 0, 50})
        && optional(at, "parts", out.parts, form::List{form::own_part, 0, 100000});
}

static bool take(Place const& at, Welcome& out)
{
    return is_object(at)
        && tagged(at, "welcome")
        && required(at, "version", out.version, form::Whole{1, 1000})
        && required(at, "role", out.role, form::role)
        && required(at, "now", out.now, form::moment)
        && optional(at, "participant", out.participant, form::participant_number)
        && optional(at, "institution", out.institution, form::institution_number)
        && required(at, "operation", out.operation, form::Whole{0, 9007199254740991})
        && optional(at, "desk", out.desk, form::Whole{1, 9007199254740991});
}

static bool take(Place const& at, BoardChange& out)
{
    return is_object(at)
        && tagged(at, "board")
        && required(at, "code", out.code, form::code)
        && required(at, "title", out.title, form::board_title)
        && required(at, "language", out.language, form::language)
        && required(at, "axes", out.axes, form::List{form::axis, 0, 24})
        && required(at, "colleges", out.colleges, form::List{form::college, 0, 12})
        && required(at, "settings", out.settings, form::settings)
        && required(at, "phases", out.phases, form::List{form::phase_switches, 0, 6});
}

static bool take(Place const& at, PhaseChange& out)
{
    return is_object(at)
        && tagged(at, "phase")
        && required(at, "phase", out.phase, form::phase)
        && required(at, "since", out.since, form::moment)
        && optional(at, "left", out.left, form::List{form::phase, 0, 6})
        && optional(at, "reason", out.reason, form::reason);
}

static bool take(Place const& at, ParticipantsChange& out)
{
    return is_object(at)
        && tagged(at, "participants")
        && required(at, "joined", out.joined, form::Whole{0, 9007199254740991})
        && required(at, "colleges", out.colleges, form::List{form::college_count, 0, 12});
}

static bool take(Place const& at, PresenceChange& out)
{
    return is_object(at)
        && tagged(at, "presence")
        && required(at, "connected", out.connected, form::Whole{0, 9007199254740991})
        && optional(at, "colleges", out.colleges, form::List{form::college_count, 0, 12})
        && optional(at, "reconnecting", out.reconnecting, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, ActivityChange& out)
{
    return is_object(at)
        && tagged(at, "activity")
        && required(at, "votes", out.votes, form::Whole{0, 9007199254740991})
        && optional(at, "writtenAt", out.written_at, form::moment);
}

static bool take(Place const& at, ScreenNow& out)
{
    return is_object(at)
        && required(at, "screen", out.screen, form::screen_number)
        && optional(at, "name", out.name, form::screen_title)
        && required(at, "view", out.view, form::view)
        && optional(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "ballot", out.ballot, form::ballot_id);
}

static bool take(Place const& at, ScreensChange& out)
{
    return is_object(at)
        && tagged(at, "screens")
        && required(at, "screens", out.screens, form::List{form::screen_now, 0, 8});
}

static bool take(Place const& at, TimerChange& out)
{
    return is_object(at)
        && tagged(at, "timer")
        && optional(at, "endsAt", out.ends_at, form::moment);
}

static bool take(Place const& at, ProposalChange& out)
{
    return is_object(at)
        && tagged(at, "proposal")
        && required(at, "proposal", out.proposal, form::proposal);
}

static bool take(Place const& at, ProposalGoneChange& out)
{
    return is_object(at)
        && tagged(at, "proposalGone")
        && required(at, "proposal", out.proposal, form::proposal_id);
}

static bool take(Place const& at, CommentChange& out)
{
    return is_object(at)
        && tagged(at, "comment")
        && required(at, "comment", out.comment, form::comment);
}

static bool take(Place const& at, CommentGoneChange& out)
{
    return is_object(at)
        && tagged(at, "commentGone")
        && required(at, "comment", out.comment, form::comment_id);
}

static bool take(Place const& at, BallotChange& out)
{
    return is_object(at)
        && tagged(at, "ballot")
        && required(at, "ballot", out.ballot, form::ballot);
}

static bool take(Place const& at, TurnoutChange& out)
{
    return is_object(at)
        && tagged(at, "turnout")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "voters", out.voters, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, TallyChange& out)
{
    return is_object(at)
        && tagged(at, "tally")
        && required(at, "tally", out.tally, form::tally);
}

static bool take(Place const& at, RankingChange& out)
{
    return is_object(at)
        && tagged(at, "ranking")
        && required(at, "ballot", out.ballot, form::ballot_id)
        && required(at, "standings", out.standings, form::List{form::standing, 0, 2000});
}

static bool take(Place const& at, HeldClaim& out)
{
    return is_object(at)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "desk", out.desk, form::Whole{1, 9007199254740991});
}

static bool take(Place const& at, ClaimsChange& out)
{
    return is_object(at)
        && tagged(at, "claims")
        && required(at, "claims", out.claims, form::List{form::held_claim, 0, 64});
}

static bool take(Place const& at, Message& out)
{
    return is_object(at)
        && required(at, "number", out.number, form::position)
        && required(at, "text", out.text, form::message_text)
        && required(at, "sentAt", out.sent_at, form::moment);
}

static bool take(Place const& at, MessageChange& out)
{
    return is_object(at)
        && tagged(at, "message")
        && optional(at, "message", out.message, form::message);
}

static bool take(Place const& at, AgendaChange& out)
{
    return is_object(at)
        && tagged(at, "agenda")
        && required(at, "steps", out.steps, form::List{form::step_now, 0, 40})
        && optional(at, "current", out.current, form::step_id)
        && optional(at, "millisecondsLeft", out.milliseconds_left, form::Whole{0, 9007199254740991});
}

static bool take(Place const& at, Showing& out)
{
    return is_object(at)
        && required(at, "screen", out.screen, form::screen_number)
        && required(at, "at", out.at, form::moment)
        && required(at, "view", out.view, form::view)
        && optional(at, "proposal", out.proposal, form::proposal_id)
        && optional(at, "ballot", out.ballot, form::ballot_id);
}

static bool take(Place const& at, ShowingsChange& out)
{
    return is_object(at)
        && tagged(at, "showings")
        && required(at, "showings", out.showings, form::List{form::showing, 0, 60});
}

static bool take(Place const& at, RehearsalChange& out)
{
    return is_object(at)
        && tagged(at, "rehearsal")
        && optional(at, "since", out.since, form::moment);
}

static bool take(Place const& at, Table& out)
{
    return is_object(at)
        && required(at, "title", out.title, form::name)
        && required(at, "board", out.board, form::code);
}

static bool take(Place const& at, Parent& out)
{
    return is_object(at)
        && required(at, "board", out.board, form::code)
        && required(at, "title", out.title, form::board_title);
}

static bool take(Place const& at, TablesChange& out)
{
    return is_object(at)
        && tagged(at, "tables")
        && required(at, "tables", out.tables, form::List{form::table, 0, 60})
        && optional(at, "parent", out.parent, form::parent);
}

static bool take(Place const& at, InstitutionChange& out)
{
    return is_object(at)
        && tagged(at, "institution")
        && required(at, "institution", out.institution, form::institution);
}

static bool take(Place const& at, CommitmentChange& out)
{
    return is_object(at)
        && tagged(at, "commitment")
        && required(at, "commitment", out.commitment, form::commitment);
}

static bool take(Place const& at, CommitmentGoneChange& out)
{
    return is_object(at)
        && tagged(at, "commitmentGone")
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "institution", out.institution, form::institution_number);
}

static bool take(Place const& at, Change& out) { return take_tagged(at, out); }

static bool take(Place const& at, State& out)
{
    return is_object(at)
        && tagged(at, "state")
        && required(at, "position", out.position, form::position)
        && optional(at, "full", out.full, form::Flag{})
        && optional(at, "more", out.more, form::Flag{})
        && optional(at, "resume", out.resume, form::Flag{})
        && required(at, "changes", out.changes, form::List{form::change, 0, 200000})
        && optional(at, "yours", out.yours, form::yours)
        && optional(at, "answers", out.answers, form::List{form::answer, 0, 128});
}

static bool take(Place const& at, Rejected& out)
{
    return is_object(at)
        && tagged(at, "rejected")
        && optional(at, "operation", out.operation, form::operation)
        && required(at, "refusal", out.refusal, form::refusal);
}

static bool take(Place const& at, Pong& out)
{
    return is_object(at)
        && tagged(at, "pong")
        && required(at, "now", out.now, form::moment);
}

static bool take(Place const& at, Likeness& out)
{
    return is_object(at)
        && required(at, "proposal", out.proposal, form::proposal_id)
        && required(at, "parts", out.parts, form::Whole{0, 1000});
}

static bool take(Place const& at, Similar& out)
{
    return is_object(at)
        && tagged(at, "similar")
        && required(at, "text", out.text, form::title)
        && required(at, "found", out.found, form::List{form::likeness, 0, 5});
}

static bool take(Place const& at, FromServer& out) { return take_tagged(at, out); }

static bool take(Place const& at, AddTable& out)
{
    return is_object(at)
        && required(at, "title", out.title, form::name)
        && nothing_but(at, {"title"});
}

static bool take(Place const& at, Template& out)
{
    return is_object(at)
        && required(at, "id", out.id, form::template_id)
        && required(at, "title", out.title, form::label)
        && required(at, "about", out.about, form::reason)
        && required(at, "settings", out.settings, form::settings)
        && required(at, "agenda", out.agenda, form::List{form::step, 1, 40})
        && nothing_but(at, {"id", "title", "about", "settings", "agenda"});
}

static bool take(Place const& at, InviteInstitution& out)
{
    return is_object(at)
        && required(at, "name", out.name, form::organisation)
        && nothing_but(at, {"name"});
}

static bool take(Place const& at, InstitutionInvited& out)
{
    return is_object(at)
        && required(at, "institution", out.institution, form::institution_number)
        && required(at, "name", out.name, form::organisation)
        && required(at, "credential", out.credential, form::credential);
}

static bool take(Place const& at, CreateBoard& out)
{
    return is_object(at)
        && required(at, "title", out.title, form::board_title)
        && optional(at, "language", out.language, form::language)
        && required(at, "axes", out.axes, form::List{form::axis, 1, 24})
        && optional(at, "colleges", out.colleges, form::List{form::college, 1, 12})
        && optional(at, "settings", out.settings, form::settings)
        && optional(at, "template", out.template_, form::template_id)
        && nothing_but(at, {"title", "language", "axes", "colleges", "settings", "template"});
}

static bool take(Place const& at, BoardCreated& out)
{
    return is_object(at)
        && required(at, "code", out.code, form::code)
        && required(at, "facilitator", out.facilitator, form::credential)
        && required(at, "moderator", out.moderator, form::credential)
        && required(at, "screen", out.screen, form::credential);
}

static bool take(Place const& at, BoardImported& out)
{
    return is_object(at)
        && required(at, "code", out.code, form::code);
}

static bool take(Place const& at, ImportRows& out)
{
    return is_object(at)
        && required(at, "kind", out.kind, form::import_kind)
        && required(at, "text", out.text, form::Text{0, 8000000, 8000000})
        && required(at, "dryRun", out.dry_run, form::Flag{})
        && nothing_but(at, {"kind", "text", "dryRun"});
}

static bool take(Place const& at, RowProblem& out)
{
    return is_object(at)
        && required(at, "line", out.line, form::Whole{1, 9007199254740991})
        && required(at, "refusal", out.refusal, form::refusal);
}

static bool take(Place const& at, ImportReport& out)
{
    return is_object(at)
        && required(at, "rows", out.rows, form::Whole{0, 9007199254740991})
        && required(at, "imported", out.imported, form::Flag{})
        && required(at, "problems", out.problems, form::List{form::row_problem, 0, 1000});
}

static bool take(Place const& at, JoinBoard& out)
{
    return is_object(at)
        && optional(at, "college", out.college, form::college_id)
        && optional(at, "name", out.name, form::name)
        && optional(at, "badge", out.badge, form::badge_code)
        && optional(at, "helper", out.helper, form::credential)
        && optional(at, "use", out.use, form::tablet_use)
        && nothing_but(at, {"college", "name", "badge", "helper", "use"});
}

static bool take(Place const& at, Joined& out)
{
    return is_object(at)
        && required(at, "participant", out.participant, form::participant_number)
        && required(at, "college", out.college, form::college_id)
        && optional(at, "name", out.name, form::name);
}

static bool take(Place const& at, BoardCard& out)
{
    return is_object(at)
        && required(at, "code", out.code, form::code)
        && required(at, "title", out.title, form::board_title)
        && required(at, "language", out.language, form::language)
        && required(at, "colleges", out.colleges, form::List{form::college, 0, 12})
        && required(at, "axes", out.axes, form::List{form::axis, 0, 24})
        && required(at, "phase", out.phase, form::phase)
        && optional(at, "admission", out.admission, form::admission)
        && optional(at, "badges", out.badges, form::Flag{});
}

static bool take(Place const& at, IssueBadges& out)
{
    return is_object(at)
        && required(at, "count", out.count, form::Whole{1, 1000})
        && nothing_but(at, {"count"});
}

static bool take(Place const& at, BadgesIssued& out)
{
    return is_object(at)
        && required(at, "first", out.first, form::badge_number)
        && required(at, "badges", out.badges, form::List{form::badge_code, 0, 1000});
}

static bool take(Place const& at, Trace& out)
{
    return is_object(at)
        && required(at, "deed", out.deed, form::deed)
        && required(at, "channel", out.channel, form::channel)
        && optional(at, "ballot", out.ballot, form::Whole{1, 50})
        && required(at, "first", out.first, form::moment)
        && required(at, "last", out.last, form::moment);
}

static bool take(Place const& at, BadgeTrail& out)
{
    return is_object(at)
        && required(at, "badge", out.badge, form::badge_number)
        && optional(at, "participant", out.participant, form::participant_number)
        && optional(at, "college", out.college, form::college_id)
        && required(at, "trail", out.trail, form::List{form::trace, 0, 1000});
}

static bool take(Place const& at, HelperIssued& out)
{
    return is_object(at)
        && required(at, "helper", out.helper, form::helper_number)
        && required(at, "credential", out.credential, form::credential);
}

static bool take(Place const& at, HelperEntry& out)
{
    return is_object(at)
        && required(at, "helper", out.helper, form::helper_number)
        && required(at, "issuedAt", out.issued_at, form::moment)
        && required(at, "revoked", out.revoked, form::Flag{});
}

static bool take(Place const& at, Helpers& out)
{
    return is_object(at)
        && required(at, "helpers", out.helpers, form::List{form::helper_entry, 0, 50});
}

static bool take(Place const& at, FileProblem& out)
{
    return is_object(at)
        && required(at, "file", out.file, form::Text{0, 200, 200})
        && optional(at, "line", out.line, form::Whole{1, 9007199254740991})
        && required(at, "reason", out.reason, form::Text{0, 1000, 1000});
}

static bool take(Place const& at, Problem& out)
{
    return is_object(at)
        && required(at, "type", out.type, form::Text{0, 200, 200})
        && required(at, "title", out.title, form::Text{0, 200, 200})
        && required(at, "status", out.status, form::Whole{400, 599})
        && required(at, "word", out.word, form::refusal_word)
        && optional(at, "field", out.field, form::Text{0, 200, 200})
        && optional(at, "limit", out.limit, form::Whole{0, 9007199254740991})
        && optional(at, "problems", out.problems, form::List{form::file_problem, 0, 1000});
}

Result<CloseCode, BadMessage> read_close_code(std::string_view json)
{
    return read_message<CloseCode>(json, form::close_code);
}

Result<RefusalWord, BadMessage> read_refusal_word(std::string_view json)
{
    return read_message<RefusalWord>(json, form::refusal_word);
}

Result<Code, BadMessage> read_code(std::string_view json)
{
    return read_message<Code>(json, form::code);
}

Result<Credential, BadMessage> read_credential(std::string_view json)
{
    return read_message<Credential>(json, form::credential);
}

Result<DeviceId, BadMessage> read_device_id(std::string_view json)
{
    return read_message<DeviceId>(json, form::device_id);
}

Result<ProposalId, BadMessage> read_proposal_id(std::string_view json)
{
    return read_message<ProposalId>(json, form::proposal_id);
}

Result<CommentId, BadMessage> read_comment_id(std::string_view json)
{
    return read_message<CommentId>(json, form::comment_id);
}

Result<BallotId, BadMessage> read_ballot_id(std::string_view json)
{
    return read_message<BallotId>(json, form::ballot_id);
}

Result<AxisId, BadMessage> read_axis_id(std::string_view json)
{
    return read_message<AxisId>(json, form::axis_id);
}

Result<CollegeId, BadMessage> read_college_id(std::string_view json)
{
    return read_message<CollegeId>(json, form::college_id);
}

Result<StepId, BadMessage> read_step_id(std::string_view json)
{
    return read_message<StepId>(json, form::step_id);
}

Result<Moment, BadMessage> read_moment(std::string_view json)
{
    return read_message<Moment>(json, form::moment);
}

Result<Position, BadMessage> read_position(std::string_view json)
{
    return read_message<Position>(json, form::position);
}

Result<Operation, BadMessage> read_operation(std::string_view json)
{
    return read_message<Operation>(json, form::operation);
}

Result<ParticipantNumber, BadMessage> read_participant_number(std::string_view json)
{
    return read_message<ParticipantNumber>(json, form::participant_number);
}

Result<ScreenNumber, BadMessage> read_screen_number(std::string_view json)
{
    return read_message<ScreenNumber>(json, form::screen_number);
}

Result<ScreenTitle, BadMessage> read_screen_title(std::string_view json)
{
    return read_message<ScreenTitle>(json, form::screen_title);
}

Result<InstitutionNumber, BadMessage> read_institution_number(std::string_view json)
{
    return read_message<InstitutionNumber>(json, form::institution_number);
}

Result<BoardTitle, BadMessage> read_board_title(std::string_view json)
{
    return read_message<BoardTitle>(json, form::board_title);
}

Result<Label, BadMessage> read_label(std::string_view json)
{
    return read_message<Label>(json, form::label);
}

Result<Title, BadMessage> read_title(std::string_view json)
{
    return read_message<Title>(json, form::title);
}

Result<Description, BadMessage> read_description(std::string_view json)
{
    return read_message<Description>(json, form::description);
}

Result<CommentText, BadMessage> read_comment_text(std::string_view json)
{
    return read_message<CommentText>(json, form::comment_text);
}

Result<Name, BadMessage> read_name(std::string_view json)
{
    return read_message<Name>(json, form::name);
}

Result<Remark, BadMessage> read_remark(std::string_view json)
{
    return read_message<Remark>(json, form::remark);
}

Result<Question, BadMessage> read_question(std::string_view json)
{
    return read_message<Question>(json, form::question);
}

Result<Organisation, BadMessage> read_organisation(std::string_view json)
{
    return read_message<Organisation>(json, form::organisation);
}

Result<Reason, BadMessage> read_reason(std::string_view json)
{
    return read_message<Reason>(json, form::reason);
}

Result<StepTitle, BadMessage> read_step_title(std::string_view json)
{
    return read_message<StepTitle>(json, form::step_title);
}

Result<MessageText, BadMessage> read_message_text(std::string_view json)
{
    return read_message<MessageText>(json, form::message_text);
}

Result<Phrase, BadMessage> read_phrase(std::string_view json)
{
    return read_message<Phrase>(json, form::phrase);
}

Result<Unit, BadMessage> read_unit(std::string_view json)
{
    return read_message<Unit>(json, form::unit);
}

Result<News, BadMessage> read_news(std::string_view json)
{
    return read_message<News>(json, form::news);
}

Result<Day, BadMessage> read_day(std::string_view json)
{
    return read_message<Day>(json, form::day);
}

Result<Language, BadMessage> read_language(std::string_view json)
{
    return read_message<Language>(json, form::language);
}

Result<Role, BadMessage> read_role(std::string_view json)
{
    return read_message<Role>(json, form::role);
}

Result<Phase, BadMessage> read_phase(std::string_view json)
{
    return read_message<Phase>(json, form::phase);
}

Result<Stance, BadMessage> read_stance(std::string_view json)
{
    return read_message<Stance>(json, form::stance);
}

Result<Choice, BadMessage> read_choice(std::string_view json)
{
    return read_message<Choice>(json, form::choice);
}

Result<Method, BadMessage> read_method(std::string_view json)
{
    return read_message<Method>(json, form::method);
}

Result<Count, BadMessage> read_count(std::string_view json)
{
    return read_message<Count>(json, form::count);
}

Result<ResultsRule, BadMessage> read_results_rule(std::string_view json)
{
    return read_message<ResultsRule>(json, form::results_rule);
}

Result<BallotState, BadMessage> read_ballot_state(std::string_view json)
{
    return read_message<BallotState>(json, form::ballot_state);
}

Result<RevealStep, BadMessage> read_reveal_step(std::string_view json)
{
    return read_message<RevealStep>(json, form::reveal_step);
}

Result<Sha256, BadMessage> read_sha256(std::string_view json)
{
    return read_message<Sha256>(json, form::sha256);
}

Result<Seed, BadMessage> read_seed(std::string_view json)
{
    return read_message<Seed>(json, form::seed);
}

Result<ProposalStatus, BadMessage> read_proposal_status(std::string_view json)
{
    return read_message<ProposalStatus>(json, form::proposal_status);
}

Result<Decision, BadMessage> read_decision(std::string_view json)
{
    return read_message<Decision>(json, form::decision);
}

Result<Response, BadMessage> read_response(std::string_view json)
{
    return read_message<Response>(json, form::response);
}

Result<NeedCode, BadMessage> read_need_code(std::string_view json)
{
    return read_message<NeedCode>(json, form::need_code);
}

Result<Progress, BadMessage> read_progress(std::string_view json)
{
    return read_message<Progress>(json, form::progress);
}

Result<ImportKind, BadMessage> read_import_kind(std::string_view json)
{
    return read_message<ImportKind>(json, form::import_kind);
}

Result<DeclineReason, BadMessage> read_decline_reason(std::string_view json)
{
    return read_message<DeclineReason>(json, form::decline_reason);
}

Result<View, BadMessage> read_view(std::string_view json)
{
    return read_message<View>(json, form::view);
}

Result<Moderation, BadMessage> read_moderation(std::string_view json)
{
    return read_message<Moderation>(json, form::moderation);
}

Result<Admission, BadMessage> read_admission(std::string_view json)
{
    return read_message<Admission>(json, form::admission);
}

Result<Channel, BadMessage> read_channel(std::string_view json)
{
    return read_message<Channel>(json, form::channel);
}

Result<TabletUse, BadMessage> read_tablet_use(std::string_view json)
{
    return read_message<TabletUse>(json, form::tablet_use);
}

Result<Deed, BadMessage> read_deed(std::string_view json)
{
    return read_message<Deed>(json, form::deed);
}

Result<HelperNumber, BadMessage> read_helper_number(std::string_view json)
{
    return read_message<HelperNumber>(json, form::helper_number);
}

Result<BadgeCode, BadMessage> read_badge_code(std::string_view json)
{
    return read_message<BadgeCode>(json, form::badge_code);
}

Result<BadgeNumber, BadMessage> read_badge_number(std::string_view json)
{
    return read_message<BadgeNumber>(json, form::badge_number);
}

Result<StepState, BadMessage> read_step_state(std::string_view json)
{
    return read_message<StepState>(json, form::step_state);
}

Result<BallotPlan, BadMessage> read_ballot_plan(std::string_view json)
{
    return read_message<BallotPlan>(json, form::ballot_plan);
}

Result<Step, BadMessage> read_step(std::string_view json)
{
    return read_message<Step>(json, form::step);
}

Result<StepNow, BadMessage> read_step_now(std::string_view json)
{
    return read_message<StepNow>(json, form::step_now);
}

Result<Switches, BadMessage> read_switches(std::string_view json)
{
    return read_message<Switches>(json, form::switches);
}

Result<PhaseSwitches, BadMessage> read_phase_switches(std::string_view json)
{
    return read_message<PhaseSwitches>(json, form::phase_switches);
}

Result<Axis, BadMessage> read_axis(std::string_view json)
{
    return read_message<Axis>(json, form::axis);
}

Result<College, BadMessage> read_college(std::string_view json)
{
    return read_message<College>(json, form::college);
}

Result<Settings, BadMessage> read_settings(std::string_view json)
{
    return read_message<Settings>(json, form::settings);
}

Result<Hello, BadMessage> read_hello(std::string_view json)
{
    return read_message<Hello>(json, form::hello);
}

Result<CommandRequest, BadMessage> read_command_request(std::string_view json)
{
    return read_message<CommandRequest>(json, form::command_request);
}

Result<Ping, BadMessage> read_ping(std::string_view json)
{
    return read_message<Ping>(json, form::ping);
}

Result<Claim, BadMessage> read_claim(std::string_view json)
{
    return read_message<Claim>(json, form::claim);
}

Result<SimilarTo, BadMessage> read_similar_to(std::string_view json)
{
    return read_message<SimilarTo>(json, form::similar_to);
}

Result<FromClient, BadMessage> read_from_client(std::string_view json)
{
    return read_message<FromClient>(json, form::from_client);
}

Result<Command, BadMessage> read_command(std::string_view json)
{
    return read_message<Command>(json, form::command);
}

Result<Introduce, BadMessage> read_introduce(std::string_view json)
{
    return read_message<Introduce>(json, form::introduce);
}

Result<SubmitProposal, BadMessage> read_submit_proposal(std::string_view json)
{
    return read_message<SubmitProposal>(json, form::submit_proposal);
}

Result<EditProposal, BadMessage> read_edit_proposal(std::string_view json)
{
    return read_message<EditProposal>(json, form::edit_proposal);
}

Result<WithdrawProposal, BadMessage> read_withdraw_proposal(std::string_view json)
{
    return read_message<WithdrawProposal>(json, form::withdraw_proposal);
}

Result<CastChoice, BadMessage> read_cast_choice(std::string_view json)
{
    return read_message<CastChoice>(json, form::cast_choice);
}

Result<SubmitComment, BadMessage> read_submit_comment(std::string_view json)
{
    return read_message<SubmitComment>(json, form::submit_comment);
}

Result<PublishProposal, BadMessage> read_publish_proposal(std::string_view json)
{
    return read_message<PublishProposal>(json, form::publish_proposal);
}

Result<ReturnProposal, BadMessage> read_return_proposal(std::string_view json)
{
    return read_message<ReturnProposal>(json, form::return_proposal);
}

Result<DeclineProposal, BadMessage> read_decline_proposal(std::string_view json)
{
    return read_message<DeclineProposal>(json, form::decline_proposal);
}

Result<RequeueProposal, BadMessage> read_requeue_proposal(std::string_view json)
{
    return read_message<RequeueProposal>(json, form::requeue_proposal);
}

Result<HideComment, BadMessage> read_hide_comment(std::string_view json)
{
    return read_message<HideComment>(json, form::hide_comment);
}

Result<OpenPhase, BadMessage> read_open_phase(std::string_view json)
{
    return read_message<OpenPhase>(json, form::open_phase);
}

Result<ConfigurePhase, BadMessage> read_configure_phase(std::string_view json)
{
    return read_message<ConfigurePhase>(json, form::configure_phase);
}

Result<OpenBallot, BadMessage> read_open_ballot(std::string_view json)
{
    return read_message<OpenBallot>(json, form::open_ballot);
}

Result<CloseBallot, BadMessage> read_close_ballot(std::string_view json)
{
    return read_message<CloseBallot>(json, form::close_ballot);
}

Result<ReopenBallot, BadMessage> read_reopen_ballot(std::string_view json)
{
    return read_message<ReopenBallot>(json, form::reopen_ballot);
}

Result<RevealBallot, BadMessage> read_reveal_ballot(std::string_view json)
{
    return read_message<RevealBallot>(json, form::reveal_ballot);
}

Result<Show, BadMessage> read_show(std::string_view json)
{
    return read_message<Show>(json, form::show);
}

Result<StartTimer, BadMessage> read_start_timer(std::string_view json)
{
    return read_message<StartTimer>(json, form::start_timer);
}

Result<StopTimer, BadMessage> read_stop_timer(std::string_view json)
{
    return read_message<StopTimer>(json, form::stop_timer);
}

Result<DecideProposal, BadMessage> read_decide_proposal(std::string_view json)
{
    return read_message<DecideProposal>(json, form::decide_proposal);
}

Result<RewordProposal, BadMessage> read_reword_proposal(std::string_view json)
{
    return read_message<RewordProposal>(json, form::reword_proposal);
}

Result<RestoreProposal, BadMessage> read_restore_proposal(std::string_view json)
{
    return read_message<RestoreProposal>(json, form::restore_proposal);
}

Result<ConfigureModeration, BadMessage> read_configure_moderation(std::string_view json)
{
    return read_message<ConfigureModeration>(json, form::configure_moderation);
}

Result<TrustParticipant, BadMessage> read_trust_participant(std::string_view json)
{
    return read_message<TrustParticipant>(json, form::trust_participant);
}

Result<MuteParticipant, BadMessage> read_mute_participant(std::string_view json)
{
    return read_message<MuteParticipant>(json, form::mute_participant);
}

Result<MergeProposal, BadMessage> read_merge_proposal(std::string_view json)
{
    return read_message<MergeProposal>(json, form::merge_proposal);
}

Result<UnmergeProposal, BadMessage> read_unmerge_proposal(std::string_view json)
{
    return read_message<UnmergeProposal>(json, form::unmerge_proposal);
}

Result<LeaveMerge, BadMessage> read_leave_merge(std::string_view json)
{
    return read_message<LeaveMerge>(json, form::leave_merge);
}

Result<Mark, BadMessage> read_mark(std::string_view json)
{
    return read_message<Mark>(json, form::mark);
}

Result<RecordPaper, BadMessage> read_record_paper(std::string_view json)
{
    return read_message<RecordPaper>(json, form::record_paper);
}

Result<SendMessage, BadMessage> read_send_message(std::string_view json)
{
    return read_message<SendMessage>(json, form::send_message);
}

Result<SetAgenda, BadMessage> read_set_agenda(std::string_view json)
{
    return read_message<SetAgenda>(json, form::set_agenda);
}

Result<PlayStep, BadMessage> read_play_step(std::string_view json)
{
    return read_message<PlayStep>(json, form::play_step);
}

Result<PauseStep, BadMessage> read_pause_step(std::string_view json)
{
    return read_message<PauseStep>(json, form::pause_step);
}

Result<EndStep, BadMessage> read_end_step(std::string_view json)
{
    return read_message<EndStep>(json, form::end_step);
}

Result<SkipStep, BadMessage> read_skip_step(std::string_view json)
{
    return read_message<SkipStep>(json, form::skip_step);
}

Result<ScreenName, BadMessage> read_screen_name(std::string_view json)
{
    return read_message<ScreenName>(json, form::screen_name);
}

Result<ArrangeScreens, BadMessage> read_arrange_screens(std::string_view json)
{
    return read_message<ArrangeScreens>(json, form::arrange_screens);
}

Result<StartRehearsal, BadMessage> read_start_rehearsal(std::string_view json)
{
    return read_message<StartRehearsal>(json, form::start_rehearsal);
}

Result<PurgeRehearsal, BadMessage> read_purge_rehearsal(std::string_view json)
{
    return read_message<PurgeRehearsal>(json, form::purge_rehearsal);
}

Result<SendUp, BadMessage> read_send_up(std::string_view json)
{
    return read_message<SendUp>(json, form::send_up);
}

Result<RevokeInstitution, BadMessage> read_revoke_institution(std::string_view json)
{
    return read_message<RevokeInstitution>(json, form::revoke_institution);
}

Result<Indicator, BadMessage> read_indicator(std::string_view json)
{
    return read_message<Indicator>(json, form::indicator);
}

Result<Pledge, BadMessage> read_pledge(std::string_view json)
{
    return read_message<Pledge>(json, form::pledge);
}

Result<OfferCommitment, BadMessage> read_offer_commitment(std::string_view json)
{
    return read_message<OfferCommitment>(json, form::offer_commitment);
}

Result<ConfirmCommitment, BadMessage> read_confirm_commitment(std::string_view json)
{
    return read_message<ConfirmCommitment>(json, form::confirm_commitment);
}

Result<ProgressReport, BadMessage> read_progress_report(std::string_view json)
{
    return read_message<ProgressReport>(json, form::progress_report);
}

Result<ReportProgress, BadMessage> read_report_progress(std::string_view json)
{
    return read_message<ReportProgress>(json, form::report_progress);
}

Result<Refusal, BadMessage> read_refusal(std::string_view json)
{
    return read_message<Refusal>(json, form::refusal);
}

Result<Answer, BadMessage> read_answer(std::string_view json)
{
    return read_message<Answer>(json, form::answer);
}

Result<DecisionRecord, BadMessage> read_decision_record(std::string_view json)
{
    return read_message<DecisionRecord>(json, form::decision_record);
}

Result<Proposal, BadMessage> read_proposal(std::string_view json)
{
    return read_message<Proposal>(json, form::proposal);
}

Result<Wording, BadMessage> read_wording(std::string_view json)
{
    return read_message<Wording>(json, form::wording);
}

Result<Comment, BadMessage> read_comment(std::string_view json)
{
    return read_message<Comment>(json, form::comment);
}

Result<Institution, BadMessage> read_institution(std::string_view json)
{
    return read_message<Institution>(json, form::institution);
}

Result<ProgressRecord, BadMessage> read_progress_record(std::string_view json)
{
    return read_message<ProgressRecord>(json, form::progress_record);
}

Result<Commitment, BadMessage> read_commitment(std::string_view json)
{
    return read_message<Commitment>(json, form::commitment);
}

Result<Ballot, BadMessage> read_ballot(std::string_view json)
{
    return read_message<Ballot>(json, form::ballot);
}

Result<Reopening, BadMessage> read_reopening(std::string_view json)
{
    return read_message<Reopening>(json, form::reopening);
}

Result<Standing, BadMessage> read_standing(std::string_view json)
{
    return read_message<Standing>(json, form::standing);
}

Result<Tally, BadMessage> read_tally(std::string_view json)
{
    return read_message<Tally>(json, form::tally);
}

Result<CollegeResult, BadMessage> read_college_result(std::string_view json)
{
    return read_message<CollegeResult>(json, form::college_result);
}

Result<CollegeCount, BadMessage> read_college_count(std::string_view json)
{
    return read_message<CollegeCount>(json, form::college_count);
}

Result<OwnChoice, BadMessage> read_own_choice(std::string_view json)
{
    return read_message<OwnChoice>(json, form::own_choice);
}

Result<OwnPart, BadMessage> read_own_part(std::string_view json)
{
    return read_message<OwnPart>(json, form::own_part);
}

Result<Turnout, BadMessage> read_turnout(std::string_view json)
{
    return read_message<Turnout>(json, form::turnout);
}

Result<Yours, BadMessage> read_yours(std::string_view json)
{
    return read_message<Yours>(json, form::yours);
}

Result<Welcome, BadMessage> read_welcome(std::string_view json)
{
    return read_message<Welcome>(json, form::welcome);
}

Result<State, BadMessage> read_state(std::string_view json)
{
    return read_message<State>(json, form::state);
}

Result<Rejected, BadMessage> read_rejected(std::string_view json)
{
    return read_message<Rejected>(json, form::rejected);
}

Result<Pong, BadMessage> read_pong(std::string_view json)
{
    return read_message<Pong>(json, form::pong);
}

Result<Likeness, BadMessage> read_likeness(std::string_view json)
{
    return read_message<Likeness>(json, form::likeness);
}

Result<Similar, BadMessage> read_similar(std::string_view json)
{
    return read_message<Similar>(json, form::similar);
}

Result<FromServer, BadMessage> read_from_server(std::string_view json)
{
    return read_message<FromServer>(json, form::from_server);
}

Result<Change, BadMessage> read_change(std::string_view json)
{
    return read_message<Change>(json, form::change);
}

Result<BoardChange, BadMessage> read_board_change(std::string_view json)
{
    return read_message<BoardChange>(json, form::board_change);
}

Result<PhaseChange, BadMessage> read_phase_change(std::string_view json)
{
    return read_message<PhaseChange>(json, form::phase_change);
}

Result<ParticipantsChange, BadMessage> read_participants_change(std::string_view json)
{
    return read_message<ParticipantsChange>(json, form::participants_change);
}

Result<PresenceChange, BadMessage> read_presence_change(std::string_view json)
{
    return read_message<PresenceChange>(json, form::presence_change);
}

Result<ActivityChange, BadMessage> read_activity_change(std::string_view json)
{
    return read_message<ActivityChange>(json, form::activity_change);
}

Result<HeldClaim, BadMessage> read_held_claim(std::string_view json)
{
    return read_message<HeldClaim>(json, form::held_claim);
}

Result<ClaimsChange, BadMessage> read_claims_change(std::string_view json)
{
    return read_message<ClaimsChange>(json, form::claims_change);
}

Result<ScreenNow, BadMessage> read_screen_now(std::string_view json)
{
    return read_message<ScreenNow>(json, form::screen_now);
}

Result<ScreensChange, BadMessage> read_screens_change(std::string_view json)
{
    return read_message<ScreensChange>(json, form::screens_change);
}

Result<Showing, BadMessage> read_showing(std::string_view json)
{
    return read_message<Showing>(json, form::showing);
}

Result<ShowingsChange, BadMessage> read_showings_change(std::string_view json)
{
    return read_message<ShowingsChange>(json, form::showings_change);
}

Result<TimerChange, BadMessage> read_timer_change(std::string_view json)
{
    return read_message<TimerChange>(json, form::timer_change);
}

Result<ProposalChange, BadMessage> read_proposal_change(std::string_view json)
{
    return read_message<ProposalChange>(json, form::proposal_change);
}

Result<ProposalGoneChange, BadMessage> read_proposal_gone_change(std::string_view json)
{
    return read_message<ProposalGoneChange>(json, form::proposal_gone_change);
}

Result<CommentChange, BadMessage> read_comment_change(std::string_view json)
{
    return read_message<CommentChange>(json, form::comment_change);
}

Result<CommentGoneChange, BadMessage> read_comment_gone_change(std::string_view json)
{
    return read_message<CommentGoneChange>(json, form::comment_gone_change);
}

Result<BallotChange, BadMessage> read_ballot_change(std::string_view json)
{
    return read_message<BallotChange>(json, form::ballot_change);
}

Result<TurnoutChange, BadMessage> read_turnout_change(std::string_view json)
{
    return read_message<TurnoutChange>(json, form::turnout_change);
}

Result<TallyChange, BadMessage> read_tally_change(std::string_view json)
{
    return read_message<TallyChange>(json, form::tally_change);
}

Result<RankingChange, BadMessage> read_ranking_change(std::string_view json)
{
    return read_message<RankingChange>(json, form::ranking_change);
}

Result<Message, BadMessage> read_message(std::string_view json)
{
    return read_message<Message>(json, form::message);
}

Result<MessageChange, BadMessage> read_message_change(std::string_view json)
{
    return read_message<MessageChange>(json, form::message_change);
}

Result<AgendaChange, BadMessage> read_agenda_change(std::string_view json)
{
    return read_message<AgendaChange>(json, form::agenda_change);
}

Result<RehearsalChange, BadMessage> read_rehearsal_change(std::string_view json)
{
    return read_message<RehearsalChange>(json, form::rehearsal_change);
}

Result<Parent, BadMessage> read_parent(std::string_view json)
{
    return read_message<Parent>(json, form::parent);
}

Result<Table, BadMessage> read_table(std::string_view json)
{
    return read_message<Table>(json, form::table);
}

Result<TablesChange, BadMessage> read_tables_change(std::string_view json)
{
    return read_message<TablesChange>(json, form::tables_change);
}

Result<AddTable, BadMessage> read_add_table(std::string_view json)
{
    return read_message<AddTable>(json, form::add_table);
}

Result<TemplateId, BadMessage> read_template_id(std::string_view json)
{
    return read_message<TemplateId>(json, form::template_id);
}

Result<Template, BadMessage> read_template_(std::string_view json)
{
    return read_message<Template>(json, form::template_);
}

Result<InstitutionChange, BadMessage> read_institution_change(std::string_view json)
{
    return read_message<InstitutionChange>(json, form::institution_change);
}

Result<CommitmentChange, BadMessage> read_commitment_change(std::string_view json)
{
    return read_message<CommitmentChange>(json, form::commitment_change);
}

Result<CommitmentGoneChange, BadMessage> read_commitment_gone_change(std::string_view json)
{
    return read_message<CommitmentGoneChange>(json, form::commitment_gone_change);
}

Result<InviteInstitution, BadMessage> read_invite_institution(std::string_view json)
{
    return read_message<InviteInstitution>(json, form::invite_institution);
}

Result<InstitutionInvited, BadMessage> read_institution_invited(std::string_view json)
{
    return read_message<InstitutionInvited>(json, form::institution_invited);
}

Result<CreateBoard, BadMessage> read_create_board(std::string_view json)
{
    return read_message<CreateBoard>(json, form::create_board);
}

Result<BoardCreated, BadMessage> read_board_created(std::string_view json)
{
    return read_message<BoardCreated>(json, form::board_created);
}

Result<BoardImported, BadMessage> read_board_imported(std::string_view json)
{
    return read_message<BoardImported>(json, form::board_imported);
}

Result<ImportRows, BadMessage> read_import_rows(std::string_view json)
{
    return read_message<ImportRows>(json, form::import_rows);
}

Result<RowProblem, BadMessage> read_row_problem(std::string_view json)
{
    return read_message<RowProblem>(json, form::row_problem);
}

Result<ImportReport, BadMessage> read_import_report(std::string_view json)
{
    return read_message<ImportReport>(json, form::import_report);
}

Result<JoinBoard, BadMessage> read_join_board(std::string_view json)
{
    return read_message<JoinBoard>(json, form::join_board);
}

Result<Joined, BadMessage> read_joined(std::string_view json)
{
    return read_message<Joined>(json, form::joined);
}

Result<BoardCard, BadMessage> read_board_card(std::string_view json)
{
    return read_message<BoardCard>(json, form::board_card);
}

Result<IssueBadges, BadMessage> read_issue_badges(std::string_view json)
{
    return read_message<IssueBadges>(json, form::issue_badges);
}

Result<BadgesIssued, BadMessage> read_badges_issued(std::string_view json)
{
    return read_message<BadgesIssued>(json, form::badges_issued);
}

Result<Trace, BadMessage> read_trace(std::string_view json)
{
    return read_message<Trace>(json, form::trace);
}

Result<BadgeTrail, BadMessage> read_badge_trail(std::string_view json)
{
    return read_message<BadgeTrail>(json, form::badge_trail);
}

Result<HelperIssued, BadMessage> read_helper_issued(std::string_view json)
{
    return read_message<HelperIssued>(json, form::helper_issued);
}

Result<HelperEntry, BadMessage> read_helper_entry(std::string_view json)
{
    return read_message<HelperEntry>(json, form::helper_entry);
}

Result<Helpers, BadMessage> read_helpers(std::string_view json)
{
    return read_message<Helpers>(json, form::helpers);
}

Result<FileProblem, BadMessage> read_file_problem(std::string_view json)
{
    return read_message<FileProblem>(json, form::file_problem);
}

Result<Problem, BadMessage> read_problem(std::string_view json)
{
    return read_message<Problem>(json, form::problem);
}

} // namespace koudmen::protocol
