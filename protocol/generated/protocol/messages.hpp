// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// clang-format off
#pragma once

#include "base/result.hpp"
#include "protocol/json.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Every message of the protocol, as values. protocol/README.md tells how a conversation goes.
namespace koudmen::protocol {

// The protocol version that is spoken here, told in the hello and the welcome.
inline constexpr std::int64_t version = 1;
inline constexpr std::string_view subprotocol = "koudmen.v1";

// Numbers that clients have to keep to. The product's rules use the same ones.
namespace limits {

// Bytes of a frame from a participant.
inline constexpr std::int64_t client_frame_bytes_max = 16384;
// Bytes of a frame from the desk, and of an HTTP body.
inline constexpr std::int64_t desk_frame_bytes_max = 65536;
// How deep the JSON of a frame may nest.
inline constexpr std::int64_t depth_max = 16;
// Commands a device may have sent and not seen answered.
inline constexpr std::int64_t operations_pending_max = 64;
// Proposals of a board.
inline constexpr std::int64_t proposals_max = 2000;
// Comments of a board.
inline constexpr std::int64_t comments_max = 20000;
// Comments of a proposal.
inline constexpr std::int64_t comments_per_proposal_max = 500;
// Comments of a participant on a board.
inline constexpr std::int64_t comments_per_participant_max = 500;
// Participants of a board.
inline constexpr std::int64_t participants_max = 20000;
// Devices from which one participant may act.
inline constexpr std::int64_t devices_per_member_max = 64;
// Devices from which all who hold one link of the desk, or of the screen, may act.
inline constexpr std::int64_t devices_per_role_max = 1024;
// Institutions invited to a board.
inline constexpr std::int64_t institutions_max = 50;
// Commitments on a board.
inline constexpr std::int64_t commitments_max = 5000;
// Comments of an institution on a board.
inline constexpr std::int64_t comments_per_institution_max = 500;
// Reports of progress on one commitment.
inline constexpr std::int64_t progress_reports_max = 200;
// Ballots of a board.
inline constexpr std::int64_t ballots_max = 50;
// Tables of a board.
inline constexpr std::int64_t tables_max = 60;
// Showings of the screens that are remembered; the oldest make place.
inline constexpr std::int64_t showings_max = 60;
// How often phases of a board may be opened again.
inline constexpr std::int64_t phase_reopenings_max = 200;
// How long an author may edit a submitted proposal.
inline constexpr std::int64_t edit_seconds = 300;
// How long after opening a socket its hello may take.
inline constexpr std::int64_t hello_seconds = 5;
// How often a client should send a ping.
inline constexpr std::int64_t ping_seconds = 15;
// A socket silent for longer is closed.
inline constexpr std::int64_t silence_seconds = 60;
// Badges of a board.
inline constexpr std::int64_t badges_max = 20000;
// Helpers' links of a board, ended ones too.
inline constexpr std::int64_t helpers_max = 50;
// How often a badge may be used on another device.
inline constexpr std::int64_t moves_per_badge_max = 100;
// How often one ballot may be opened again.
inline constexpr std::int64_t reopenings_max = 20;
// Results of a college with fewer voters are not told.
inline constexpr std::int64_t small_cell_min = 5;
// How long a claim of a proposal holds unless it is made anew.
inline constexpr std::int64_t claim_seconds = 120;
// Parts of a proposal that others were merged into, and their parts.
inline constexpr std::int64_t merged_max = 100;
// Rewordings of a proposal that stand.
inline constexpr std::int64_t rewordings_max = 20;
// What people call a screen: the most characters, as a reader counts them.
inline constexpr std::int64_t screen_title_graphemes_max = 30;
// Title of a board: the most characters, as a reader counts them.
inline constexpr std::int64_t board_title_graphemes_max = 120;
// Title of an axis or a college: the most characters, as a reader counts them.
inline constexpr std::int64_t label_graphemes_max = 60;
// Title of a proposal: the most characters, as a reader counts them.
inline constexpr std::int64_t title_graphemes_max = 120;
// Description of a proposal: the most characters, as a reader counts them.
inline constexpr std::int64_t description_graphemes_max = 2000;
// A comment: the most characters, as a reader counts them.
inline constexpr std::int64_t comment_text_graphemes_max = 500;
// A name given by a participant: the most characters, as a reader counts them.
inline constexpr std::int64_t name_graphemes_max = 40;
// A question to an author, or words on a decision: the most characters, as a reader counts them.
inline constexpr std::int64_t remark_graphemes_max = 500;
// The question of a ballot: the most characters, as a reader counts them.
inline constexpr std::int64_t question_graphemes_max = 200;
// An organisation that leads an action or takes part: the most characters, as a reader counts them.
inline constexpr std::int64_t organisation_graphemes_max = 120;
// Why something that was ended is opened again: the most characters, as a reader counts them.
inline constexpr std::int64_t reason_graphemes_max = 200;
// What a step of the agenda is, as everybody reads it: the most characters, as a reader counts
// them.
inline constexpr std::int64_t step_title_graphemes_max = 60;
// What the desk tells everybody, in a line: the most characters, as a reader counts them.
inline constexpr std::int64_t message_text_graphemes_max = 200;
// A few words in a commitment: an indicator, a need, a place, who benefits: the most characters, as
// a reader counts them.
inline constexpr std::int64_t phrase_graphemes_max = 120;
// What an indicator counts in: the most characters, as a reader counts them.
inline constexpr std::int64_t unit_graphemes_max = 40;
// What an institution tells of its progress: the most characters, as a reader counts them.
inline constexpr std::int64_t news_graphemes_max = 1000;
// Step: the most there may be in minutes.
inline constexpr std::int64_t step_minutes_max = 20160;
// Settings: the most there may be in proposalsPerParticipant.
inline constexpr std::int64_t settings_proposals_per_participant_max = 200;
// OpenBallot: the most items in proposals.
inline constexpr std::int64_t open_ballot_proposals_max = 2000;
// OpenBallot: the most there may be in maximum.
inline constexpr std::int64_t open_ballot_maximum_max = 2000;
// OpenBallot: the most there may be in budget.
inline constexpr std::int64_t open_ballot_budget_max = 99;
// OpenBallot: the most there may be in cap.
inline constexpr std::int64_t open_ballot_cap_max = 10;
// OpenBallot: the most there may be in judgmentsMin.
inline constexpr std::int64_t open_ballot_judgments_min_max = 20000;
// StartTimer: the most there may be in seconds.
inline constexpr std::int64_t start_timer_seconds_max = 86400;
// DecideProposal: the most items in partners.
inline constexpr std::int64_t decide_proposal_partners_max = 20;
// RecordPaper: the most items in marks.
inline constexpr std::int64_t record_paper_marks_max = 200;
// SetAgenda: the most items in steps.
inline constexpr std::int64_t set_agenda_steps_max = 40;
// ArrangeScreens: the most items in screens.
inline constexpr std::int64_t arrange_screens_screens_max = 8;
// SendUp: the most there may be in number.
inline constexpr std::int64_t send_up_number_max = 2000;
// Indicator: the most there may be in baseline.
inline constexpr std::int64_t indicator_baseline_max = 1000000000000;
// Indicator: the most there may be in target.
inline constexpr std::int64_t indicator_target_max = 1000000000000;
// Pledge: the most items in partners.
inline constexpr std::int64_t pledge_partners_max = 20;
// Pledge: the most items in indicators.
inline constexpr std::int64_t pledge_indicators_max = 10;
// Pledge: the most there may be in budget.
inline constexpr std::int64_t pledge_budget_max = 1000000000000;
// Pledge: the most items in needs.
inline constexpr std::int64_t pledge_needs_max = 10;
// Pledge: the most items in otherNeeds.
inline constexpr std::int64_t pledge_other_needs_max = 10;
// Pledge: the most items in audience.
inline constexpr std::int64_t pledge_audience_max = 10;
// Pledge: the most items in places.
inline constexpr std::int64_t pledge_places_max = 20;
// ConfirmCommitment: the most there may be in revision.
inline constexpr std::int64_t confirm_commitment_revision_max = 9007199254740991;
// ProgressReport: the most there may be in percent.
inline constexpr std::int64_t progress_report_percent_max = 100;
// DecisionRecord: the most items in partners.
inline constexpr std::int64_t decision_record_partners_max = 20;
// Commitment: the most items in progress.
inline constexpr std::int64_t commitment_progress_max = 200;
// Ballot: the most items in proposals.
inline constexpr std::int64_t ballot_proposals_max = 2000;
// Ballot: the most items in reopenings.
inline constexpr std::int64_t ballot_reopenings_max = 20;
// Ballot: the most items in joined.
inline constexpr std::int64_t ballot_joined_max = 2000;
// Standing: the most items in colleges.
inline constexpr std::int64_t standing_colleges_max = 12;
// Tally: the most items in counts.
inline constexpr std::int64_t tally_counts_max = 10;
// CollegeResult: the most items in counts.
inline constexpr std::int64_t college_result_counts_max = 10;
// Yours: the most items in choices.
inline constexpr std::int64_t yours_choices_max = 100000;
// Yours: the most items in proposals.
inline constexpr std::int64_t yours_proposals_max = 200;
// Yours: the most items in comments.
inline constexpr std::int64_t yours_comments_max = 500;
// Yours: the most items in tallies.
inline constexpr std::int64_t yours_tallies_max = 100000;
// Yours: the most items in turnouts.
inline constexpr std::int64_t yours_turnouts_max = 50;
// Yours: the most items in parts.
inline constexpr std::int64_t yours_parts_max = 100000;
// State: the most items in changes.
inline constexpr std::int64_t state_changes_max = 200000;
// State: the most items in answers.
inline constexpr std::int64_t state_answers_max = 128;
// Similar: the most items in found.
inline constexpr std::int64_t similar_found_max = 5;
// BoardChange: the most items in axes.
inline constexpr std::int64_t board_change_axes_max = 24;
// BoardChange: the most items in colleges.
inline constexpr std::int64_t board_change_colleges_max = 12;
// BoardChange: the most items in phases.
inline constexpr std::int64_t board_change_phases_max = 6;
// PhaseChange: the most items in left.
inline constexpr std::int64_t phase_change_left_max = 6;
// ParticipantsChange: the most items in colleges.
inline constexpr std::int64_t participants_change_colleges_max = 12;
// PresenceChange: the most items in colleges.
inline constexpr std::int64_t presence_change_colleges_max = 12;
// ClaimsChange: the most items in claims.
inline constexpr std::int64_t claims_change_claims_max = 64;
// ScreensChange: the most items in screens.
inline constexpr std::int64_t screens_change_screens_max = 8;
// ShowingsChange: the most items in showings.
inline constexpr std::int64_t showings_change_showings_max = 60;
// RankingChange: the most items in standings.
inline constexpr std::int64_t ranking_change_standings_max = 2000;
// AgendaChange: the most items in steps.
inline constexpr std::int64_t agenda_change_steps_max = 40;
// TablesChange: the most items in tables.
inline constexpr std::int64_t tables_change_tables_max = 60;
// Template: the most items in agenda.
inline constexpr std::int64_t template_agenda_max = 40;
// CreateBoard: the most items in axes.
inline constexpr std::int64_t create_board_axes_max = 24;
// CreateBoard: the most items in colleges.
inline constexpr std::int64_t create_board_colleges_max = 12;
// ImportReport: the most items in problems.
inline constexpr std::int64_t import_report_problems_max = 1000;
// BoardCard: the most items in colleges.
inline constexpr std::int64_t board_card_colleges_max = 12;
// BoardCard: the most items in axes.
inline constexpr std::int64_t board_card_axes_max = 24;
// IssueBadges: the most there may be in count.
inline constexpr std::int64_t issue_badges_count_max = 1000;
// BadgesIssued: the most items in badges.
inline constexpr std::int64_t badges_issued_badges_max = 1000;
// BadgeTrail: the most items in trail.
inline constexpr std::int64_t badge_trail_trail_max = 1000;
// Helpers: the most items in helpers.
inline constexpr std::int64_t helpers_helpers_max = 50;
// Problem: the most items in problems.
inline constexpr std::int64_t problem_problems_max = 1000;

} // namespace limits

// The words of a vocabulary as they stand in JSON, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words{};

template <class Enum>
    requires(words<Enum>.size() > 0)
constexpr std::string_view word(Enum value)
{
    return words<Enum>[static_cast<std::size_t>(value)];
}

// Why the server closes a socket. 4000 to 4499: come back. 4500 to 4999: do not.
enum class CloseCode : std::uint16_t {
    // The server is stopping or restarting.
    Restarting = 4000,
    // The device took too long to read what was sent.
    TooSlow = 4001,
    // The board could not be saved and is being read again from disk.
    RoomLost = 4002,
    // Nothing was heard from the device for too long, or no hello in time.
    Silent = 4003,
    // The server has no seat left for now.
    Full = 4004,
    // There is no board with this code.
    UnknownBoard = 4500,
    // The credential is not one of this board.
    UnknownCredential = 4501,
    // The socket sent something that is not this protocol.
    BadMessages = 4502,
    // The first message must be a hello.
    NoHello = 4503,
    // The protocol version is not spoken here.
    UnsupportedVersion = 4504,
    // The badge of this participant is now used on another device.
    BadgeMoved = 4505,
};

// Whether a client closed with this code should come back.
constexpr bool may_return(CloseCode code)
{
    return static_cast<std::uint16_t>(code) < 4500;
}

// Why a command or a request is refused.
enum class RefusalWord {
    // The message is not well formed: `field` says where, `limit` what was allowed.
    Malformed,
    // A word is not one that this protocol knows.
    UnknownWord,
    // This role may not do that.
    NotAllowed,
    // The phase has this switched off for now.
    PhaseForbids,
    // The board is closed.
    BoardClosed,
    // A newer command of this device was already accepted.
    Superseded,
    // This credential acts from too many devices.
    TooManyDevices,
    // The field must not be empty.
    Required,
    // The text is longer than the limit, in characters as a reader counts them.
    TooLong,
    // The text holds characters that are not allowed.
    BadText,
    // There are as many as the limit allows.
    TooMany,
    // The board has no such axis.
    UnknownAxis,
    // The board has no such college.
    UnknownCollege,
    // The board has no such proposal.
    UnknownProposal,
    // The board has no such comment.
    UnknownComment,
    // The board has no such ballot.
    UnknownBallot,
    // Something else on the board already has this id.
    IdTaken,
    // Only the author may do that.
    NotYours,
    // The time to edit is over.
    EditTimeOver,
    // The proposal is not in a state that allows this.
    WrongStatus,
    // The ballot is not open.
    BallotNotOpen,
    // A ballot is open; close it first.
    BallotOpen,
    // The ballot is not closed.
    BallotNotClosed,
    // The ballot does not cover this proposal.
    NotInBallot,
    // No published proposal could be voted on.
    NothingToVoteOn,
    // The end is before the start.
    BadDates,
    // Too many requests are waiting; try again shortly.
    Busy,
    // It could not be saved; nothing was changed.
    NotSaved,
    // There is no board with this code.
    UnknownBoard,
    // The credential is not one of this board.
    UnknownCredential,
    // The ballot's method has no such choice or term.
    NotOfMethod,
    // More proposals are marked than a person may.
    OverMaximum,
    // More dots are given than a person has.
    OverBudget,
    // More dots are on one proposal than may be.
    OverCap,
    // This board is joined with a badge.
    BadgeRequired,
    // The board has no such badge.
    UnknownBadge,
    // The badge is now used on another device.
    BadgeMoved,
    // Another moderator is reading this proposal.
    Claimed,
    // The moderators take nothing more from this participant.
    Muted,
    // The board has no such participant.
    UnknownParticipant,
    // The board has no such helper's link.
    UnknownHelper,
    // The agenda has no such step.
    UnknownStep,
    // The step plays; end it first.
    StepPlaying,
    // No step of the agenda plays.
    NoStepPlaying,
    // There is no such template.
    UnknownTemplate,
    // The board has no such screen.
    UnknownScreen,
    // It was made in a rehearsal that is over.
    RehearsalOver,
    // The board is not being rehearsed on.
    NoRehearsal,
    // Only a table's scribe may do that.
    NotATable,
    // The board invited no such institution.
    UnknownInstitution,
    // The institution made no such commitment.
    UnknownCommitment,
    // The results of a ballot are hidden as yet.
    ResultsHidden,
};
template <>
inline constexpr auto words<RefusalWord> = std::to_array<std::string_view>({"malformed", "unknownWord", "notAllowed", "phaseForbids", "boardClosed", "superseded", "tooManyDevices", "required", "tooLong", "badText", "tooMany", "unknownAxis", "unknownCollege", "unknownProposal", "unknownComment", "unknownBallot", "idTaken", "notYours", "editTimeOver", "wrongStatus", "ballotNotOpen", "ballotOpen", "ballotNotClosed", "notInBallot", "nothingToVoteOn", "badDates", "busy", "notSaved", "unknownBoard", "unknownCredential", "notOfMethod", "overMaximum", "overBudget", "overCap", "badgeRequired", "unknownBadge", "badgeMoved", "claimed", "muted", "unknownParticipant", "unknownHelper", "unknownStep", "stepPlaying", "noStepPlaying", "unknownTemplate", "unknownScreen", "rehearsalOver", "noRehearsal", "notATable", "unknownInstitution", "unknownCommitment", "resultsHidden"});

// A language in which people write and the pages speak.
enum class Language {
    // French
    Fr,
    // Martinican Creole
    Gcf,
    // English
    En,
};
template <>
inline constexpr auto words<Language> = std::to_array<std::string_view>({"fr", "gcf", "en"});

// What a credential allows.
enum class Role {
    // Proposes, votes, comments.
    Participant,
    // Publishes, returns, declines, hides.
    Moderator,
    // All of a moderator's, and phases, ballots, screen, timer, decisions.
    Facilitator,
    // The plenary screen, which only reads.
    Screen,
    // Reads what is public, without a credential.
    Observer,
    // Lends a tablet to people who vote, propose and comment on it, with help or by themselves.
    Helper,
    // Comments officially, and answers the actions that the room adopted.
    Institution,
};
template <>
inline constexpr auto words<Role> = std::to_array<std::string_view>({"participant", "moderator", "facilitator", "screen", "observer", "helper", "institution"});

// A named set of switches.
enum class Phase {
    // Proposals come in.
    Collect,
    // Moderators go through what came in.
    Moderate,
    // The room discusses.
    Discuss,
    // The room votes.
    Vote,
    // Results are shown and discussed.
    Reveal,
    // Nothing changes any more, unless a phase is opened again.
    Closed,
};
template <>
inline constexpr auto words<Phase> = std::to_array<std::string_view>({"collect", "moderate", "discuss", "vote", "reveal", "closed"});

// What a comment is.
enum class Stance {
    // Speaks for.
    For,
    // Speaks against.
    Against,
    // Asks.
    Question,
    // Adds something.
    Note,
};
template <>
inline constexpr auto words<Stance> = std::to_array<std::string_view>({"for", "against", "question", "note"});

// What one participant says of one proposal. Each method has a range of these words, its scale:
// opinion from support to oppose, approval approve alone, dots from oneDot to tenDots, grades from
// veryGood to toReject.
enum class Choice {
    // For.
    Support,
    // Neither for nor against.
    Neutral,
    // Against.
    Oppose,
    // Approves.
    Approve,
    // One dot.
    OneDot,
    // Two dots.
    TwoDots,
    // Three dots.
    ThreeDots,
    // Four dots.
    FourDots,
    // Five dots.
    FiveDots,
    // Six dots.
    SixDots,
    // Seven dots.
    SevenDots,
    // Eight dots.
    EightDots,
    // Nine dots.
    NineDots,
    // Ten dots.
    TenDots,
    // The best grade.
    VeryGood,
    // The second grade.
    Good,
    // The third grade.
    FairlyGood,
    // The fourth grade.
    Passable,
    // The fifth grade.
    Insufficient,
    // The worst grade.
    ToReject,
};
template <>
inline constexpr auto words<Choice> = std::to_array<std::string_view>({"support", "neutral", "oppose", "approve", "oneDot", "twoDots", "threeDots", "fourDots", "fiveDots", "sixDots", "sevenDots", "eightDots", "nineDots", "tenDots", "veryGood", "good", "fairlyGood", "passable", "insufficient", "toReject"});

// How a ballot is voted.
enum class Method {
    // Support, neutral or oppose, for each proposal.
    Opinion,
    // A mark for each proposal one approves, at most so many.
    Approval,
    // A budget of dots, laid on proposals.
    Dots,
    // One of six grades for each proposal: majority judgment.
    Grades,
};
template <>
inline constexpr auto words<Method> = std::to_array<std::string_view>({"opinion", "approval", "dots", "grades"});

// When the results of a ballot show.
enum class ResultsRule {
    // As the votes come in.
    Live,
    // To each participant, for the proposals they have voted on; to all once closed.
    AfterOwnVote,
    // Once the ballot is closed.
    AfterClosing,
    // When the facilitator reveals them.
    WhenRevealed,
};
template <>
inline constexpr auto words<ResultsRule> = std::to_array<std::string_view>({"live", "afterOwnVote", "afterClosing", "whenRevealed"});

// Where a ballot stands.
enum class BallotState {
    // Choices are taken.
    Open,
    // No more choices.
    Closed,
    // Closed, and the results revealed.
    Revealed,
    // Closed, and of the results only the order revealed.
    OrderRevealed,
};
template <>
inline constexpr auto words<BallotState> = std::to_array<std::string_view>({"open", "closed", "revealed", "orderRevealed"});

// What of the results is revealed.
enum class RevealStep {
    // All of them.
    Numbers,
    // First only in which order the proposals stand.
    Order,
};
template <>
inline constexpr auto words<RevealStep> = std::to_array<std::string_view>({"numbers", "order"});

// Where a proposal stands.
enum class ProposalStatus {
    // Waits for the moderators.
    Submitted,
    // Went back to its author with a question.
    Returned,
    // Declined, with a reason.
    Declined,
    // The room sees it.
    Published,
    // Taken back by its author.
    Withdrawn,
    // In the roadmap.
    Adopted,
    // In the roadmap, with changes.
    AdoptedWithChanges,
    // To be studied further.
    ToStudy,
    // Not retained by the room.
    NotRetained,
    // Part of another proposal, which stands for it.
    Merged,
};
template <>
inline constexpr auto words<ProposalStatus> = std::to_array<std::string_view>({"submitted", "returned", "declined", "published", "withdrawn", "adopted", "adoptedWithChanges", "toStudy", "notRetained", "merged"});

// What the room decided.
enum class Decision {
    // In the roadmap.
    Adopted,
    // In the roadmap, with changes.
    AdoptedWithChanges,
    // To be studied further.
    ToStudy,
    // Not retained.
    NotRetained,
};
template <>
inline constexpr auto words<Decision> = std::to_array<std::string_view>({"adopted", "adoptedWithChanges", "toStudy", "notRetained"});

// What an institution says to an action.
enum class Response {
    // It commits to the action as it stands.
    Accepted,
    // It commits, with changes told in words.
    AcceptedWithChanges,
    // It does not, for a reason told in words.
    Declined,
};
template <>
inline constexpr auto words<Response> = std::to_array<std::string_view>({"accepted", "acceptedWithChanges", "declined"});

// What an institution needs help with, in the vocabulary of the national roadmap's tool.
enum class NeedCode {
    // A diagnosis of the territory.
    TerritorialDiagnosis,
    // Building and writing the roadmap together.
    RoadmapWriting,
    // Legal support.
    LegalSupport,
    // A local fund.
    LocalFund,
    // Files for grants.
    GrantFiles,
    // Animating the governance.
    Governance,
    // A chain that reconditions devices.
    Reconditioning,
    // Data about the territory.
    TerritorialData,
    // Making existing tools known.
    Awareness,
    // Support toward the Qualiopi label.
    Qualiopi,
};
template <>
inline constexpr auto words<NeedCode> = std::to_array<std::string_view>({"territorialDiagnosis", "roadmapWriting", "legalSupport", "localFund", "grantFiles", "governance", "reconditioning", "territorialData", "awareness", "qualiopi"});

// How far a commitment is.
enum class Progress {
    // It will start.
    Planned,
    // It is under way.
    Started,
    // It is done.
    Done,
    // It will not be done.
    Abandoned,
};
template <>
inline constexpr auto words<Progress> = std::to_array<std::string_view>({"planned", "started", "done", "abandoned"});

// What a table holds.
enum class ImportKind {
    // Proposals: title, description, axis (its id or its title).
    Proposals,
    // Axes: title, and id where one is wanted.
    Axes,
    // Colleges: title, and id where one is wanted.
    Colleges,
    // Badges that were printed elsewhere: code.
    Badges,
};
template <>
inline constexpr auto words<ImportKind> = std::to_array<std::string_view>({"proposals", "axes", "colleges", "badges"});

// Why a proposal was declined.
enum class DeclineReason {
    // It is about something else.
    OffTopic,
    // Another proposal says the same.
    Duplicate,
    // It is not an action one could carry out.
    NotAnAction,
    // It hurts somebody.
    Disrespectful,
    // It names or exposes a person.
    PersonalData,
    // Another reason, told in words.
    Other,
};
template <>
inline constexpr auto words<DeclineReason> = std::to_array<std::string_view>({"offTopic", "duplicate", "notAnAction", "disrespectful", "personalData", "other"});

// What the plenary screen shows.
enum class View {
    // The join code and its QR.
    Join,
    // The published proposals as they come.
    Proposals,
    // One proposal in large.
    Proposal,
    // The tallies of a ballot.
    Results,
    // The decisions.
    Roadmap,
    // Nothing.
    Blank,
    // The proposals of a ballot by support and by agreement of the colleges.
    Agreement,
    // What each college said of the proposals of a ballot, or of one of them.
    Colleges,
};
template <>
inline constexpr auto words<View> = std::to_array<std::string_view>({"join", "proposals", "proposal", "results", "roadmap", "blank", "agreement", "colleges"});

// When a proposal is read by a moderator.
enum class Moderation {
    // Before the room sees it.
    Before,
    // The room sees it at once; a moderator may still take it back.
    After,
};
template <>
inline constexpr auto words<Moderation> = std::to_array<std::string_view>({"before", "after"});

// Who may join a board.
enum class Admission {
    // Anybody who has the code. Results are indicative.
    Open,
    // Who holds one of the board's badges: one person, one voice.
    Badges,
};
template <>
inline constexpr auto words<Admission> = std::to_array<std::string_view>({"open", "badges"});

// By which way somebody takes part.
enum class Channel {
    // On a device of their own.
    Phone,
    // On a tablet that people share.
    Shared,
    // By a helper, who acts for them.
    Assisted,
    // On paper, which somebody typed.
    Paper,
};
template <>
inline constexpr auto words<Channel> = std::to_array<std::string_view>({"phone", "shared", "assisted", "paper"});

// How a helper's tablet is used: by the person, or by the helper for the person.
enum class TabletUse {
    // The person acts on it.
    Shared,
    // The helper acts for the person.
    Assisted,
};
template <>
inline constexpr auto words<TabletUse> = std::to_array<std::string_view>({"shared", "assisted"});

// What a badge was used for.
enum class Deed {
    // Its holder came in.
    Joined,
    // It was used on another device.
    Moved,
    // A proposal was handed in.
    Proposed,
    // A comment was handed in.
    Commented,
    // Choices were made in a ballot; which, is told to nobody.
    Voted,
};
template <>
inline constexpr auto words<Deed> = std::to_array<std::string_view>({"joined", "moved", "proposed", "commented", "voted"});

// Where a step of the agenda stands.
enum class StepState {
    // Not played yet.
    Waiting,
    // The room is at it.
    Playing,
    // The room is at it, and its time stands still.
    Paused,
    // Played.
    Done,
    // Will not be played.
    Skipped,
};
template <>
inline constexpr auto words<StepState> = std::to_array<std::string_view>({"waiting", "playing", "paused", "done", "skipped"});

// A board's join code.
using Code = std::string;

// 128 random bits that say who acts, in Crockford base32, lower case.
using Credential = std::string;

// A device, named by itself.
using DeviceId = std::string;

// A proposal, named by its author's device.
using ProposalId = std::string;

// A comment, named by its author's device.
using CommentId = std::string;

// A ballot, named by the facilitator's device.
using BallotId = std::string;

// An axis of a board.
using AxisId = std::string;

// A college of a board.
using CollegeId = std::string;

// A step of the agenda, named by whoever plans it.
using StepId = std::string;

// Milliseconds since 1970-01-01 UTC. Clocks only label; order comes from positions.
using Moment = std::int64_t;

// The number of an event in its board: 1, 2, 3. 0 is before the first.
using Position = std::int64_t;

// A device's counter of its own commands: 1, 2, 3.
using Operation = std::int64_t;

// A participant of a board, as others know them.
using ParticipantNumber = std::int64_t;

// A screen of a board. 1 is the plenary's and always there.
using ScreenNumber = std::int64_t;

// What people call a screen.
using ScreenTitle = std::string;

// An institution invited to a board.
using InstitutionNumber = std::int64_t;

// Title of a board.
using BoardTitle = std::string;

// Title of an axis or a college.
using Label = std::string;

// Title of a proposal.
using Title = std::string;

// Description of a proposal.
using Description = std::string;

// A comment.
using CommentText = std::string;

// A name given by a participant.
using Name = std::string;

// A question to an author, or words on a decision.
using Remark = std::string;

// The question of a ballot.
using Question = std::string;

// An organisation that leads an action or takes part.
using Organisation = std::string;

// Why something that was ended is opened again.
using Reason = std::string;

// What a step of the agenda is, as everybody reads it.
using StepTitle = std::string;

// What the desk tells everybody, in a line.
using MessageText = std::string;

// A few words in a commitment: an indicator, a need, a place, who benefits.
using Phrase = std::string;

// What an indicator counts in.
using Unit = std::string;

// What an institution tells of its progress.
using News = std::string;

// A calendar day, year-month-day.
using Day = std::string;

// How many.
using Count = std::int64_t;

// A hash: SHA-256 in lower-case hexadecimal.
using Sha256 = std::string;

// What decides between equal proposals, drawn when the ballot opens.
using Seed = std::string;

// A helper's link: 1, 2, 3.
using HelperNumber = std::int64_t;

// What is printed on a badge, without look-alikes: 49 random bits. (A sign to check it by would
// leave too few of them.)
using BadgeCode = std::string;

// The number printed on a badge: 1, 2, 3.
using BadgeNumber = std::int64_t;

// A ballot that a step of the agenda will open, over all that is published by then.
struct BallotPlan {
    Question question;
    Method method{};
    ResultsRule results{};

    friend bool operator==(BallotPlan const&, BallotPlan const&) = default;
};

// A step of the agenda: what is planned.
struct Step {
    StepId id;
    StepTitle title;
    Phase phase{};
    // How long it should take.
    std::int64_t minutes = 0;
    std::optional<BallotPlan> ballot{};

    friend bool operator==(Step const&, Step const&) = default;
};

// A step of the agenda as it stands. What its ballot will be is told to the desk.
struct StepNow {
    StepId id;
    StepTitle title;
    Phase phase{};
    // How long it should take.
    std::int64_t minutes = 0;
    std::optional<BallotPlan> ballot{};
    StepState state{};

    friend bool operator==(StepNow const&, StepNow const&) = default;
};

// What a phase lets participants do, and whether results may show at all.
struct Switches {
    bool propose = false;
    bool comment = false;
    bool vote = false;
    bool results = false;

    friend bool operator==(Switches const&, Switches const&) = default;
};

// The switches of one phase.
struct PhaseSwitches {
    Phase phase{};
    Switches switches;

    friend bool operator==(PhaseSwitches const&, PhaseSwitches const&) = default;
};

// A theme of the roadmap.
struct Axis {
    AxisId id;
    Label title;

    friend bool operator==(Axis const&, Axis const&) = default;
};

// A group of stakeholders.
struct College {
    CollegeId id;
    Label title;

    friend bool operator==(College const&, College const&) = default;
};

// How a board works.
struct Settings {
    Moderation moderation{};
    // Proposals one participant may have handed in.
    std::int64_t proposals_per_participant = 0;
    std::optional<Admission> admission{};
    // Whether what a participant proposes is published at once from their first published proposal
    // on.
    std::optional<bool> trusts_after_first{};

    friend bool operator==(Settings const&, Settings const&) = default;
};

// The first message on a socket. Without a credential one observes. `position` is how far this
// device was told: only what changed since is sent. A tablet names its `helper`, and what is done
// on it is told apart.
struct Hello {
    static constexpr std::string_view type = "hello";
    // The protocol version spoken.
    std::int64_t version = 0;
    Code board;
    std::optional<Credential> credential{};
    DeviceId device;
    std::optional<Position> position{};
    std::optional<Credential> helper{};
    std::optional<TabletUse> use{};

    friend bool operator==(Hello const&, Hello const&) = default;
};

// Give, change or (when `name` is absent) take back the name others see.
struct Introduce {
    static constexpr std::string_view type = "introduce";
    std::optional<Name> name{};

    friend bool operator==(Introduce const&, Introduce const&) = default;
};

// Put a roadmap action forward. The id is made by the sender. `language` is that of its words;
// without it they are in the board's, here and in every text that names one.
struct SubmitProposal {
    static constexpr std::string_view type = "submitProposal";
    ProposalId proposal;
    Title title;
    Description description;
    AxisId axis;
    std::optional<Language> language{};

    friend bool operator==(SubmitProposal const&, SubmitProposal const&) = default;
};

// Replace the text of one's own proposal: within five minutes of submitting it, or to answer the
// question it was returned with, which sends it to the moderators again.
struct EditProposal {
    static constexpr std::string_view type = "editProposal";
    ProposalId proposal;
    Title title;
    Description description;
    AxisId axis;
    std::optional<Language> language{};

    friend bool operator==(EditProposal const&, EditProposal const&) = default;
};

// Take one's own proposal back, or (`withdrawn` false) hand it in again to the moderators.
struct WithdrawProposal {
    static constexpr std::string_view type = "withdrawProposal";
    ProposalId proposal;
    bool withdrawn = false;

    friend bool operator==(WithdrawProposal const&, WithdrawProposal const&) = default;
};

// Say what one thinks of a proposal in an open ballot. The choice replaces the former one; without
// `choice` it is taken back.
struct CastChoice {
    static constexpr std::string_view type = "castChoice";
    BallotId ballot;
    ProposalId proposal;
    std::optional<Choice> choice{};

    friend bool operator==(CastChoice const&, CastChoice const&) = default;
};

// Comment on a published proposal.
struct SubmitComment {
    static constexpr std::string_view type = "submitComment";
    CommentId comment;
    ProposalId proposal;
    Stance stance{};
    CommentText text;
    std::optional<Language> language{};

    friend bool operator==(SubmitComment const&, SubmitComment const&) = default;
};

// Let the whole room see a proposal. With `from`, here as in every moderation, only where it still
// has the status that the moderator saw.
struct PublishProposal {
    static constexpr std::string_view type = "publishProposal";
    ProposalId proposal;
    std::optional<ProposalStatus> from{};

    friend bool operator==(PublishProposal const&, PublishProposal const&) = default;
};

// Send a proposal back to its author with a question.
struct ReturnProposal {
    static constexpr std::string_view type = "returnProposal";
    ProposalId proposal;
    Remark question;
    std::optional<ProposalStatus> from{};

    friend bool operator==(ReturnProposal const&, ReturnProposal const&) = default;
};

// Decline a proposal, with a reason and, if useful, words for its author.
struct DeclineProposal {
    static constexpr std::string_view type = "declineProposal";
    ProposalId proposal;
    DeclineReason reason{};
    std::optional<Remark> words{};
    std::optional<ProposalStatus> from{};

    friend bool operator==(DeclineProposal const&, DeclineProposal const&) = default;
};

// Undo a moderation: the proposal waits in the queue again.
struct RequeueProposal {
    static constexpr std::string_view type = "requeueProposal";
    ProposalId proposal;
    std::optional<ProposalStatus> from{};

    friend bool operator==(RequeueProposal const&, RequeueProposal const&) = default;
};

// Hide a comment from the room, or (`hidden` false) show it again.
struct HideComment {
    static constexpr std::string_view type = "hideComment";
    CommentId comment;
    bool hidden = false;

    friend bool operator==(HideComment const&, HideComment const&) = default;
};

// Enter a phase, whichever came before. One that was left, or any phase of a closed board, is
// opened again only with a `reason`; closing never takes one.
struct OpenPhase {
    static constexpr std::string_view type = "openPhase";
    Phase phase{};
    std::optional<Reason> reason{};

    friend bool operator==(OpenPhase const&, OpenPhase const&) = default;
};

// Set the switches of a phase.
struct ConfigurePhase {
    static constexpr std::string_view type = "configurePhase";
    Phase phase{};
    Switches switches;

    friend bool operator==(ConfigurePhase const&, ConfigurePhase const&) = default;
};

// Open a ballot on the listed proposals, or without a list on all that are published now. One
// ballot at most is open at a time. Only terms of its method may be there: `maximum` for approval,
// `budget` and `cap` for dots (usually one dot for four proposals, from three to ten, and at most
// three on one), `judgmentsMin` for grades (usually five). With `follows` it is another round of
// that ballot, of the same method, without a list on what of it the room still sees.
struct OpenBallot {
    static constexpr std::string_view type = "openBallot";
    BallotId ballot;
    Question question;
    Method method{};
    ResultsRule results{};
    std::optional<std::vector<ProposalId>> proposals{};
    // Approval: how many proposals a person may mark. Without it, any number.
    std::optional<std::int64_t> maximum{};
    // Dots: how many a person has.
    std::optional<std::int64_t> budget{};
    // Dots: how many a person may lay on one proposal.
    std::optional<std::int64_t> cap{};
    // Grades: a proposal that fewer people judged is not ranked.
    std::optional<std::int64_t> judgments_min{};
    std::optional<BallotId> follows{};

    friend bool operator==(OpenBallot const&, OpenBallot const&) = default;
};

// Close an open ballot: no choice changes any more.
struct CloseBallot {
    static constexpr std::string_view type = "closeBallot";
    BallotId ballot;

    friend bool operator==(CloseBallot const&, CloseBallot const&) = default;
};

// Open a closed or revealed ballot again, with every choice it had. The reason is kept and
// published.
struct ReopenBallot {
    static constexpr std::string_view type = "reopenBallot";
    BallotId ballot;
    Remark reason;

    friend bool operator==(ReopenBallot const&, ReopenBallot const&) = default;
};

// Reveal the results of a closed ballot: all of them, or (`step` order) first only the order.
struct RevealBallot {
    static constexpr std::string_view type = "revealBallot";
    BallotId ballot;
    std::optional<RevealStep> step{};

    friend bool operator==(RevealBallot const&, RevealBallot const&) = default;
};

// Choose what a screen shows: the first, or the one that `screen` names. `proposal` is needed by
// the view of that name, `ballot` by results, agreement and colleges; colleges are of one proposal
// where `proposal` names it. Agreement is of opinions alone.
struct Show {
    static constexpr std::string_view type = "show";
    View view{};
    std::optional<ProposalId> proposal{};
    std::optional<BallotId> ballot{};
    std::optional<ScreenNumber> screen{};

    friend bool operator==(Show const&, Show const&) = default;
};

// Start the timer, or start it anew.
struct StartTimer {
    static constexpr std::string_view type = "startTimer";
    // How long, in seconds.
    std::int64_t seconds = 0;

    friend bool operator==(StartTimer const&, StartTimer const&) = default;
};

// Stop the timer and take it off the screens.
struct StopTimer {
    static constexpr std::string_view type = "stopTimer";

    friend bool operator==(StopTimer const&, StopTimer const&) = default;
};

// Record what the room decided of a proposal; without `decision` the decision is undone.
struct DecideProposal {
    static constexpr std::string_view type = "decideProposal";
    ProposalId proposal;
    std::optional<Decision> decision{};
    std::optional<Remark> words{};
    std::optional<Organisation> lead{};
    std::optional<std::vector<Organisation>> partners{};
    std::optional<Day> start{};
    std::optional<Day> end{};

    friend bool operator==(DecideProposal const&, DecideProposal const&) = default;
};

// Give a proposal other words or another axis. The former ones stay in sight.
struct RewordProposal {
    static constexpr std::string_view type = "rewordProposal";
    ProposalId proposal;
    Title title;
    Description description;
    AxisId axis;
    std::optional<ProposalStatus> from{};

    friend bool operator==(RewordProposal const&, RewordProposal const&) = default;
};

// Undo the last rewording of a proposal.
struct RestoreProposal {
    static constexpr std::string_view type = "restoreProposal";
    ProposalId proposal;
    std::optional<ProposalStatus> from{};

    friend bool operator==(RestoreProposal const&, RestoreProposal const&) = default;
};

// When proposals are moderated, and whether who had one published is trusted from then on.
struct ConfigureModeration {
    static constexpr std::string_view type = "configureModeration";
    Moderation moderation{};
    bool trusts_after_first = false;

    friend bool operator==(ConfigureModeration const&, ConfigureModeration const&) = default;
};

// Publish at once what this participant proposes from now on, or (`trusted` false) no more.
struct TrustParticipant {
    static constexpr std::string_view type = "trustParticipant";
    ParticipantNumber participant = 0;
    bool trusted = false;

    friend bool operator==(TrustParticipant const&, TrustParticipant const&) = default;
};

// Take nothing more from this participant but votes, or (`muted` false) take it again.
struct MuteParticipant {
    static constexpr std::string_view type = "muteParticipant";
    ParticipantNumber participant = 0;
    bool muted = false;

    friend bool operator==(MuteParticipant const&, MuteParticipant const&) = default;
};

// Make a published proposal a part of another, which stands for both: who supports either supports
// it, once.
struct MergeProposal {
    static constexpr std::string_view type = "mergeProposal";
    ProposalId proposal;
    ProposalId into;
    std::optional<ProposalStatus> from{};

    friend bool operator==(MergeProposal const&, MergeProposal const&) = default;
};

// Undo a merge: the proposal is by itself again, with the choices it had.
struct UnmergeProposal {
    static constexpr std::string_view type = "unmergeProposal";
    ProposalId proposal;
    std::optional<ProposalStatus> from{};

    friend bool operator==(UnmergeProposal const&, UnmergeProposal const&) = default;
};

// Let one's choice on a merged proposal not count for what it was merged into.
struct LeaveMerge {
    static constexpr std::string_view type = "leaveMerge";
    ProposalId proposal;

    friend bool operator==(LeaveMerge const&, LeaveMerge const&) = default;
};

// What a sheet of paper says of one proposal.
struct Mark {
    ProposalId proposal;
    Choice choice{};

    friend bool operator==(Mark const&, Mark const&) = default;
};

// Type a paper ballot, by the facilitator or a helper. It is the whole of what its badge says in
// this ballot: what was said before by any way is replaced, and what it leaves blank is not said.
// The college is needed for a badge that nobody used before.
struct RecordPaper {
    static constexpr std::string_view type = "recordPaper";
    BallotId ballot;
    BadgeNumber badge = 0;
    std::optional<CollegeId> college{};
    std::vector<Mark> marks{};

    friend bool operator==(RecordPaper const&, RecordPaper const&) = default;
};

// Show a message on every phone and screen, in place of the former one; without `text` it is taken
// away.
struct SendMessage {
    static constexpr std::string_view type = "sendMessage";
    std::optional<MessageText> text{};

    friend bool operator==(SendMessage const&, SendMessage const&) = default;
};

// Plan the whole agenda anew: add, change, move and remove steps. A step keeps its state by its id;
// the one that plays must stay.
struct SetAgenda {
    static constexpr std::string_view type = "setAgenda";
    std::vector<Step> steps{};

    friend bool operator==(SetAgenda const&, SetAgenda const&) = default;
};

// Make a step the one the room is at: its phase opens, its time starts, its ballot opens under the
// id given here, and the ballot of the step before is closed. A paused step goes on with the time
// it had left.
struct PlayStep {
    static constexpr std::string_view type = "playStep";
    StepId step;
    std::optional<BallotId> ballot{};

    friend bool operator==(PlayStep const&, PlayStep const&) = default;
};

// Let the time of the step that plays stand still.
struct PauseStep {
    static constexpr std::string_view type = "pauseStep";

    friend bool operator==(PauseStep const&, PauseStep const&) = default;
};

// End the step that plays, with its ballot and its time; nothing plays then.
struct EndStep {
    static constexpr std::string_view type = "endStep";

    friend bool operator==(EndStep const&, EndStep const&) = default;
};

// Leave a step out, or (`skipped` false) plan it again.
struct SkipStep {
    static constexpr std::string_view type = "skipStep";
    StepId step;
    bool skipped = false;

    friend bool operator==(SkipStep const&, SkipStep const&) = default;
};

// A screen and what people call it.
struct ScreenName {
    ScreenNumber screen = 0;
    ScreenTitle name;

    friend bool operator==(ScreenName const&, ScreenName const&) = default;
};

// Say which screens there are. The first one stays; walls of one that is no more show the first.
struct ArrangeScreens {
    static constexpr std::string_view type = "arrangeScreens";
    std::vector<ScreenName> screens{};

    friend bool operator==(ArrangeScreens const&, ArrangeScreens const&) = default;
};

// Rehearse: from here on nothing counts, and everybody sees so.
struct StartRehearsal {
    static constexpr std::string_view type = "startRehearsal";

    friend bool operator==(StartRehearsal const&, StartRehearsal const&) = default;
};

// End the rehearsal: the board is again what it was when it began, but for who joined and what was
// planned.
struct PurgeRehearsal {
    static constexpr std::string_view type = "purgeRehearsal";

    friend bool operator==(PurgeRehearsal const&, PurgeRehearsal const&) = default;
};

// Send a proposal of a table's board up to this one, under the id it has there, with the number and
// the college it has there. Sent again it changes nothing.
struct SendUp {
    static constexpr std::string_view type = "sendUp";
    ProposalId proposal;
    Title title;
    Description description;
    AxisId axis;
    std::optional<Language> language{};
    CollegeId college;
    // Its order of arrival at the table.
    std::int64_t number = 0;

    friend bool operator==(SendUp const&, SendUp const&) = default;
};

// Take the link of an institution back. What it said stays.
struct RevokeInstitution {
    static constexpr std::string_view type = "revokeInstitution";
    InstitutionNumber institution = 0;

    friend bool operator==(RevokeInstitution const&, RevokeInstitution const&) = default;
};

// How it will be seen that an action does what it is for. `baseline` is today's value, where it is
// known.
struct Indicator {
    Phrase name;
    std::optional<Unit> unit{};
    // The value today.
    std::optional<std::int64_t> baseline{};
    // The value aimed at.
    std::int64_t target = 0;

    friend bool operator==(Indicator const&, Indicator const&) = default;
};

// An institution's answer to an action, whole. Words are needed unless it accepts as is; who
// declines promises nothing else. Lists that are absent are empty.
struct Pledge {
    Response response{};
    std::optional<Remark> words{};
    std::optional<Organisation> lead{};
    std::optional<std::vector<Organisation>> partners{};
    std::optional<Day> start{};
    std::optional<Day> end{};
    std::optional<std::vector<Indicator>> indicators{};
    // Euros.
    std::optional<std::int64_t> budget{};
    std::optional<std::vector<NeedCode>> needs{};
    std::optional<std::vector<Phrase>> other_needs{};
    std::optional<std::vector<Phrase>> audience{};
    std::optional<std::vector<Phrase>> places{};

    friend bool operator==(Pledge const&, Pledge const&) = default;
};

// An institution answers an action that the room adopted; without `pledge` it takes back what
// waits. The answer counts once the facilitator has confirmed it.
struct OfferCommitment {
    static constexpr std::string_view type = "offerCommitment";
    ProposalId proposal;
    std::optional<Pledge> pledge{};

    friend bool operator==(OfferCommitment const&, OfferCommitment const&) = default;
};

// Confirm the answer of an institution that was read, known by its `revision`, or (`confirmed`
// false) take a confirmed one back.
struct ConfirmCommitment {
    static constexpr std::string_view type = "confirmCommitment";
    ProposalId proposal;
    InstitutionNumber institution = 0;
    // Which of its answers.
    std::int64_t revision = 0;
    bool confirmed = false;

    friend bool operator==(ConfirmCommitment const&, ConfirmCommitment const&) = default;
};

// How far a commitment is.
struct ProgressReport {
    Progress progress{};
    // How much of it is done, in percent.
    std::optional<std::int64_t> percent{};
    std::optional<News> news{};

    friend bool operator==(ProgressReport const&, ProgressReport const&) = default;
};

// An institution says how far its commitment is. The last report counts, all are kept.
struct ReportProgress {
    static constexpr std::string_view type = "reportProgress";
    ProposalId proposal;
    ProgressReport report;

    friend bool operator==(ReportProgress const&, ReportProgress const&) = default;
};

// What may be asked of a board. Each states the wanted end, so asking twice is harmless.
using Command = std::variant<Introduce, SubmitProposal, EditProposal, WithdrawProposal, CastChoice, SubmitComment, PublishProposal, ReturnProposal, DeclineProposal, RequeueProposal, HideComment, OpenPhase, ConfigurePhase, OpenBallot, CloseBallot, ReopenBallot, RevealBallot, Show, StartTimer, StopTimer, DecideProposal, RewordProposal, RestoreProposal, ConfigureModeration, TrustParticipant, MuteParticipant, MergeProposal, UnmergeProposal, LeaveMerge, RecordPaper, SendMessage, SetAgenda, PlayStep, PauseStep, EndStep, SkipStep, ArrangeScreens, StartRehearsal, PurgeRehearsal, SendUp, RevokeInstitution, OfferCommitment, ConfirmCommitment, ReportProgress>;

// A command. It may be sent again, on any connection, until it is answered: it has one effect.
// `position` is how far the device had been told when the command was made: what was made in a
// rehearsal is refused once that is purged.
struct CommandRequest {
    static constexpr std::string_view type = "command";
    Operation operation = 0;
    std::optional<Position> position{};
    Command command;

    friend bool operator==(CommandRequest const&, CommandRequest const&) = default;
};

// Is anybody there?
struct Ping {
    static constexpr std::string_view type = "ping";

    friend bool operator==(Ping const&, Ping const&) = default;
};

// A desk begins to read a proposal, so that no other moderator treats it meanwhile, or (`claimed`
// false) lets go of it. A desk reads one at a time. It is not answered: who reads what is told as
// claims. It is not part of the journal.
struct Claim {
    static constexpr std::string_view type = "claim";
    ProposalId proposal;
    bool claimed = false;

    friend bool operator==(Claim const&, Claim const&) = default;
};

// Which proposals have a title like this text? Of those that this seat sees, without `except`.
// Answered with a similar message, unless the seat asks anew before.
struct SimilarTo {
    static constexpr std::string_view type = "similarTo";
    Title text;
    std::optional<ProposalId> except{};

    friend bool operator==(SimilarTo const&, SimilarTo const&) = default;
};

// Everything a client sends.
using FromClient = std::variant<Hello, CommandRequest, Ping, Claim, SimilarTo>;

// Why not, with the field it is about and the limit it met where there is one.
struct Refusal {
    RefusalWord word{};
    std::optional<std::string> field{};
    // The limit.
    std::optional<std::int64_t> limit{};

    friend bool operator==(Refusal const&, Refusal const&) = default;
};

// What became of a command: done when there is no refusal.
struct Answer {
    Operation operation = 0;
    std::optional<Refusal> refusal{};

    friend bool operator==(Answer const&, Answer const&) = default;
};

// What the room decided, and who carries it.
struct DecisionRecord {
    Decision decision{};
    Moment at = 0;
    std::optional<Remark> words{};
    std::optional<Organisation> lead{};
    std::vector<Organisation> partners{};
    std::optional<Day> start{};
    std::optional<Day> end{};

    friend bool operator==(DecisionRecord const&, DecisionRecord const&) = default;
};

// A proposal's words, as its author wrote them before the moderators reworded it.
struct Wording {
    Title title;
    Description description;
    AxisId axis;

    friend bool operator==(Wording const&, Wording const&) = default;
};

// A proposal. `language` is that of its words where it is not the board's. `table` names the table
// that sent it up. What moderators told its author is there only for the author and the desk.
struct Proposal {
    ProposalId id;
    // Its order of arrival: 1, 2, 3.
    std::int64_t number = 0;
    Title title;
    Description description;
    AxisId axis;
    std::optional<Language> language{};
    std::optional<ParticipantNumber> author{};
    std::optional<Name> author_name{};
    std::optional<CollegeId> college{};
    std::optional<Name> table{};
    ProposalStatus status{};
    Moment submitted_at = 0;
    std::optional<Remark> question{};
    std::optional<DeclineReason> reason{};
    std::optional<Remark> words{};
    std::optional<DecisionRecord> decision{};
    std::optional<ProposalId> merged_into{};
    std::optional<Wording> reworded_from{};
    // True where the desk sees that its author is trusted.
    std::optional<bool> author_trusted{};
    // True where the desk sees that its author is muted.
    std::optional<bool> author_muted{};
    // True where it was prepared elsewhere; then it has neither author nor college.
    std::optional<bool> imported{};

    friend bool operator==(Proposal const&, Proposal const&) = default;
};

// A comment, by a participant (`author`) or officially by an institution (`institution`, the name).
struct Comment {
    CommentId id;
    ProposalId proposal;
    std::optional<ParticipantNumber> author{};
    std::optional<Name> author_name{};
    Stance stance{};
    CommentText text;
    std::optional<Language> language{};
    Moment at = 0;
    // True where the desk or the author sees a hidden comment.
    std::optional<bool> hidden{};
    // True where the desk sees that its author is muted.
    std::optional<bool> author_muted{};
    std::optional<Organisation> institution{};

    friend bool operator==(Comment const&, Comment const&) = default;
};

// An institution invited to the board. `revoked` when its link works no more.
struct Institution {
    InstitutionNumber number = 0;
    Organisation name;
    bool revoked = false;

    friend bool operator==(Institution const&, Institution const&) = default;
};

// How far a commitment was, and when that was said.
struct ProgressRecord {
    Moment at = 0;
    ProgressReport report;

    friend bool operator==(ProgressRecord const&, ProgressRecord const&) = default;
};

// What an institution answered to an action. `standing` was confirmed; `waiting` is told only to
// the desk and to institutions. `progress` is first come first.
struct Commitment {
    ProposalId proposal;
    InstitutionNumber institution = 0;
    Organisation name;
    // Counts its answers: 1, 2, 3.
    std::optional<std::int64_t> revision{};
    std::optional<Pledge> waiting{};
    std::optional<Pledge> standing{};
    std::optional<Moment> confirmed_at{};
    std::vector<ProgressRecord> progress{};

    friend bool operator==(Commitment const&, Commitment const&) = default;
};

// When a ballot was opened again, and why.
struct Reopening {
    Moment at = 0;
    std::optional<Remark> reason{};

    friend bool operator==(Reopening const&, Reopening const&) = default;
};

// A ballot. `commitment` is the hash of its `seed`, which is told once the order shows;
// `reopenings` are told to the desk.
struct Ballot {
    BallotId id;
    // Its order: 1, 2, 3.
    std::int64_t number = 0;
    Question question;
    Method method{};
    ResultsRule results{};
    BallotState state{};
    std::vector<ProposalId> proposals{};
    Moment opened_at = 0;
    std::optional<Moment> closed_at{};
    // Whether everybody may see the results now.
    bool results_shown = false;
    std::optional<Count> maximum{};
    std::optional<Count> budget{};
    std::optional<Count> cap{};
    std::optional<Count> judgments_min{};
    // Whether everybody may see in which order the proposals stand.
    bool order_shown = false;
    std::optional<BallotId> follows{};
    std::optional<Sha256> commitment{};
    std::optional<Seed> seed{};
    std::optional<std::vector<Reopening>> reopenings{};
    // Merged proposals whose choices it counts for what they were merged into.
    std::optional<std::vector<ProposalId>> joined{};

    friend bool operator==(Ballot const&, Ballot const&) = default;
};

// What a college said of a proposal: people by level of the method's scale. Without `counts` it is
// suppressed, since few people are in it, or others would follow from it.
struct CollegeResult {
    CollegeId college;
    std::optional<std::vector<Count>> counts{};

    friend bool operator==(CollegeResult const&, CollegeResult const&) = default;
};

// Where a proposal stands in a ballot. Without `rank` too few people judged it. `drawn`: it is
// equal to a neighbour, and the seed decided. With the results of an opinion: `controversial` when
// the room is divided on it, and `consensus`, how far the colleges agree, in parts of 10000; the
// desk and the screens are also told what each college said.
struct Standing {
    ProposalId proposal;
    std::optional<Count> rank{};
    std::optional<bool> drawn{};
    std::optional<bool> controversial{};
    std::optional<Count> consensus{};
    std::optional<std::vector<CollegeResult>> colleges{};

    friend bool operator==(Standing const&, Standing const&) = default;
};

// Counts of one proposal in one ballot: people, not acts, by level of the method's scale. Their sum
// are the people who expressed a choice on it.
struct Tally {
    BallotId ballot;
    ProposalId proposal;
    std::vector<Count> counts{};

    friend bool operator==(Tally const&, Tally const&) = default;
};

// A number of people of one college.
struct CollegeCount {
    CollegeId college;
    // People.
    std::int64_t count = 0;

    friend bool operator==(CollegeCount const&, CollegeCount const&) = default;
};

// One's own choice; without `choice` there is none (any more).
struct OwnChoice {
    BallotId ballot;
    ProposalId proposal;
    std::optional<Choice> choice{};

    friend bool operator==(OwnChoice const&, OwnChoice const&) = default;
};

// A merged proposal on which one has a choice in this ballot, and whether that choice counts for
// what it was merged into.
struct OwnPart {
    BallotId ballot;
    ProposalId proposal;
    bool counts = false;

    friend bool operator==(OwnPart const&, OwnPart const&) = default;
};

// How many people have a choice in a ballot, told beside tallies so that both are of one moment.
struct Turnout {
    BallotId ballot;
    // People with at least one choice.
    std::int64_t voters = 0;

    friend bool operator==(Turnout const&, Turnout const&) = default;
};

// What only this participant is told, each part replacing what was told of the same thing before:
// own name, own choices, own proposals and comments in whatever state, and tallies shown after
// one's own vote, each with the turnout of its ballot.
struct Yours {
    std::optional<ParticipantNumber> participant{};
    std::optional<Name> name{};
    std::optional<CollegeId> college{};
    // True while nothing but votes is taken from this participant.
    std::optional<bool> muted{};
    std::vector<OwnChoice> choices{};
    std::vector<Proposal> proposals{};
    std::vector<Comment> comments{};
    std::vector<Tally> tallies{};
    std::optional<std::vector<Turnout>> turnouts{};
    std::optional<std::vector<OwnPart>> parts{};

    friend bool operator==(Yours const&, Yours const&) = default;
};

// The answer to a hello: who one is here. A state follows.
struct Welcome {
    static constexpr std::string_view type = "welcome";
    // The protocol version.
    std::int64_t version = 0;
    Role role{};
    Moment now = 0;
    std::optional<ParticipantNumber> participant{};
    std::optional<InstitutionNumber> institution{};
    // The highest operation of this device that was accepted, 0 if none.
    std::int64_t operation = 0;
    // The number of this desk among those that are here, as claims name it.
    std::optional<std::int64_t> desk{};

    friend bool operator==(Welcome const&, Welcome const&) = default;
};

// What the board is.
struct BoardChange {
    static constexpr std::string_view type = "board";
    Code code;
    BoardTitle title;
    Language language{};
    std::vector<Axis> axes{};
    std::vector<College> colleges{};
    Settings settings;
    std::vector<PhaseSwitches> phases{};

    friend bool operator==(BoardChange const&, BoardChange const&) = default;
};

// The phase the board is in. The desk is also told which phases were left before, and why this one
// was opened again.
struct PhaseChange {
    static constexpr std::string_view type = "phase";
    Phase phase{};
    Moment since = 0;
    std::optional<std::vector<Phase>> left{};
    std::optional<Reason> reason{};

    friend bool operator==(PhaseChange const&, PhaseChange const&) = default;
};

// How many people joined, in all and by college (told to the desk and the screen).
struct ParticipantsChange {
    static constexpr std::string_view type = "participants";
    // People who joined.
    std::int64_t joined = 0;
    std::vector<CollegeCount> colleges{};

    friend bool operator==(ParticipantsChange const&, ParticipantsChange const&) = default;
};

// How many people are connected now, by person and not by device (told to the desk and the screen),
// and of which colleges (told to the desk), with how many of them may come back (told to the desk).
// It is not part of the journal.
struct PresenceChange {
    static constexpr std::string_view type = "presence";
    // People connected.
    std::int64_t connected = 0;
    std::optional<std::vector<CollegeCount>> colleges{};
    // People whose line was cut in the last minute and who are not back.
    std::optional<std::int64_t> reconnecting{};

    friend bool operator==(PresenceChange const&, PresenceChange const&) = default;
};

// How busy the room is, told to the desks alone: at most once a second while votes come in, and
// once more when they stop. It is not part of the journal.
struct ActivityChange {
    static constexpr std::string_view type = "activity";
    // Choices that were given or taken back, and recorded, in the last second.
    std::int64_t votes = 0;
    std::optional<Moment> written_at{};

    friend bool operator==(ActivityChange const&, ActivityChange const&) = default;
};

// What a screen shows.
struct ScreenNow {
    ScreenNumber screen = 0;
    std::optional<ScreenTitle> name{};
    View view{};
    std::optional<ProposalId> proposal{};
    std::optional<BallotId> ballot{};

    friend bool operator==(ScreenNow const&, ScreenNow const&) = default;
};

// All screens, and what each shows, in order of their numbers.
struct ScreensChange {
    static constexpr std::string_view type = "screens";
    std::vector<ScreenNow> screens{};

    friend bool operator==(ScreensChange const&, ScreensChange const&) = default;
};

// When the running timer ends; without `endsAt` none runs.
struct TimerChange {
    static constexpr std::string_view type = "timer";
    std::optional<Moment> ends_at{};

    friend bool operator==(TimerChange const&, TimerChange const&) = default;
};

// A proposal as it stands for this audience.
struct ProposalChange {
    static constexpr std::string_view type = "proposal";
    Proposal proposal;

    friend bool operator==(ProposalChange const&, ProposalChange const&) = default;
};

// A proposal that this audience sees no more.
struct ProposalGoneChange {
    static constexpr std::string_view type = "proposalGone";
    ProposalId proposal;

    friend bool operator==(ProposalGoneChange const&, ProposalGoneChange const&) = default;
};

// A comment as it stands for this audience.
struct CommentChange {
    static constexpr std::string_view type = "comment";
    Comment comment;

    friend bool operator==(CommentChange const&, CommentChange const&) = default;
};

// A comment that this audience sees no more.
struct CommentGoneChange {
    static constexpr std::string_view type = "commentGone";
    CommentId comment;

    friend bool operator==(CommentGoneChange const&, CommentGoneChange const&) = default;
};

// A ballot as it stands. When `resultsShown` is false, whatever tallies were told of it before are
// void.
struct BallotChange {
    static constexpr std::string_view type = "ballot";
    Ballot ballot;

    friend bool operator==(BallotChange const&, BallotChange const&) = default;
};

// How many people have a choice in a ballot. It is never hidden.
struct TurnoutChange {
    static constexpr std::string_view type = "turnout";
    BallotId ballot;
    // People with at least one choice.
    std::int64_t voters = 0;

    friend bool operator==(TurnoutChange const&, TurnoutChange const&) = default;
};

// The counts of one proposal in one ballot, told only where the results are shown.
struct TallyChange {
    static constexpr std::string_view type = "tally";
    Tally tally;

    friend bool operator==(TallyChange const&, TallyChange const&) = default;
};

// In which order the proposals of a ballot stand, best first, told only where the order is shown.
// By the score of its method (Wilson's lower bound, approvals, dots, majority judgment), then by
// the number of people who chose, then by the lower SHA-256 of `seed:proposal`.
struct RankingChange {
    static constexpr std::string_view type = "ranking";
    BallotId ballot;
    std::vector<Standing> standings{};

    friend bool operator==(RankingChange const&, RankingChange const&) = default;
};

// A proposal that a desk is reading.
struct HeldClaim {
    ProposalId proposal;
    // The number of the desk.
    std::int64_t desk = 0;

    friend bool operator==(HeldClaim const&, HeldClaim const&) = default;
};

// All that the desks are reading now, told to the desks alone. A claim ends when its proposal is
// treated, when its desk leaves, and by itself.
struct ClaimsChange {
    static constexpr std::string_view type = "claims";
    std::vector<HeldClaim> claims{};

    friend bool operator==(ClaimsChange const&, ClaimsChange const&) = default;
};

// What the desk tells everybody. A number is one sending: it never comes again.
struct Message {
    Position number = 0;
    MessageText text;
    Moment sent_at = 0;

    friend bool operator==(Message const&, Message const&) = default;
};

// The message that stands; without `message` none does.
struct MessageChange {
    static constexpr std::string_view type = "message";
    std::optional<Message> message{};

    friend bool operator==(MessageChange const&, MessageChange const&) = default;
};

// What is planned, and where the room is in it.
struct AgendaChange {
    static constexpr std::string_view type = "agenda";
    std::vector<StepNow> steps{};
    std::optional<StepId> current{};
    // What is left of the time of a paused step.
    std::optional<std::int64_t> milliseconds_left{};

    friend bool operator==(AgendaChange const&, AgendaChange const&) = default;
};

// What a screen began to show, and when.
struct Showing {
    ScreenNumber screen = 0;
    Moment at = 0;
    View view{};
    std::optional<ProposalId> proposal{};
    std::optional<BallotId> ballot{};

    friend bool operator==(Showing const&, Showing const&) = default;
};

// What was shown last, oldest first (told to the desk).
struct ShowingsChange {
    static constexpr std::string_view type = "showings";
    std::vector<Showing> showings{};

    friend bool operator==(ShowingsChange const&, ShowingsChange const&) = default;
};

// Since when the board is being rehearsed on; without `since` it is not.
struct RehearsalChange {
    static constexpr std::string_view type = "rehearsal";
    std::optional<Moment> since{};

    friend bool operator==(RehearsalChange const&, RehearsalChange const&) = default;
};

// A board of its own that sends proposals up to this one.
struct Table {
    Name title;
    Code board;

    friend bool operator==(Table const&, Table const&) = default;
};

// The board that a table's board belongs to.
struct Parent {
    Code board;
    BoardTitle title;

    friend bool operator==(Parent const&, Parent const&) = default;
};

// The tables of this board, and the board that it is a table of (told to the desk).
struct TablesChange {
    static constexpr std::string_view type = "tables";
    std::vector<Table> tables{};
    std::optional<Parent> parent{};

    friend bool operator==(TablesChange const&, TablesChange const&) = default;
};

// An institution as it stands; told to the desk and to institutions.
struct InstitutionChange {
    static constexpr std::string_view type = "institution";
    Institution institution;

    friend bool operator==(InstitutionChange const&, InstitutionChange const&) = default;
};

// A commitment as it stands for this audience.
struct CommitmentChange {
    static constexpr std::string_view type = "commitment";
    Commitment commitment;

    friend bool operator==(CommitmentChange const&, CommitmentChange const&) = default;
};

// A commitment that this audience sees no more.
struct CommitmentGoneChange {
    static constexpr std::string_view type = "commitmentGone";
    ProposalId proposal;
    InstitutionNumber institution = 0;

    friend bool operator==(CommitmentGoneChange const&, CommitmentGoneChange const&) = default;
};

// A whole thing as it now stands; a later one replaces it.
using Change = std::variant<BoardChange, PhaseChange, ParticipantsChange, PresenceChange, ActivityChange, ScreensChange, TimerChange, ProposalChange, ProposalGoneChange, CommentChange, CommentGoneChange, BallotChange, TurnoutChange, TallyChange, RankingChange, ClaimsChange, MessageChange, AgendaChange, ShowingsChange, RehearsalChange, TablesChange, InstitutionChange, CommitmentChange, CommitmentGoneChange>;

// What changed, up to `position`. With `full` everything known before is to be forgotten first.
// With `more` the next message goes on with it at once, and nothing is to be shown in between. With
// `resume` the device should send its unanswered commands again, since an answer may have been
// dropped.
struct State {
    static constexpr std::string_view type = "state";
    Position position = 0;
    std::optional<bool> full{};
    std::optional<bool> more{};
    std::optional<bool> resume{};
    std::vector<Change> changes{};
    std::optional<Yours> yours{};
    std::optional<std::vector<Answer>> answers{};

    friend bool operator==(State const&, State const&) = default;
};

// A frame that could not be read. `operation` is there where it could be.
struct Rejected {
    static constexpr std::string_view type = "rejected";
    std::optional<Operation> operation{};
    Refusal refusal;

    friend bool operator==(Rejected const&, Rejected const&) = default;
};

// Yes.
struct Pong {
    static constexpr std::string_view type = "pong";
    Moment now = 0;

    friend bool operator==(Pong const&, Pong const&) = default;
};

// A proposal whose title is like a text.
struct Likeness {
    ProposalId proposal;
    // How much, in parts of 1000.
    std::int64_t parts = 0;

    friend bool operator==(Likeness const&, Likeness const&) = default;
};

// The proposals with a title like that text, the most alike first.
struct Similar {
    static constexpr std::string_view type = "similar";
    Title text;
    std::vector<Likeness> found{};

    friend bool operator==(Similar const&, Similar const&) = default;
};

// Everything the server sends.
using FromServer = std::variant<Welcome, State, Rejected, Pong, Similar>;

// Body of POST /api/v1/boards/{code}/tables, with the facilitator's credential in the Authorization
// header. It opens a board with the same axes and colleges, whose facilitator may send proposals
// up; the answer is that of opening a board.
struct AddTable {
    Name title;

    friend bool operator==(AddTable const&, AddTable const&) = default;
};

// A template that boards are opened from.
using TemplateId = std::string;

// A file of config/templates: an afternoon to open a board from. `about` says in a sentence what it
// is for.
struct Template {
    TemplateId id;
    Label title;
    Reason about;
    Settings settings;
    std::vector<Step> agenda{};

    friend bool operator==(Template const&, Template const&) = default;
};

// Body of POST /api/v1/boards/{code}/institutions. The facilitator's credential is in the
// Authorization header as a Bearer.
struct InviteInstitution {
    Organisation name;

    friend bool operator==(InviteInstitution const&, InviteInstitution const&) = default;
};

// Answer to it: the institution's credential is told this once, only its hash is kept.
struct InstitutionInvited {
    InstitutionNumber institution = 0;
    Organisation name;
    Credential credential;

    friend bool operator==(InstitutionInvited const&, InstitutionInvited const&) = default;
};

// Body of POST /api/v1/boards. A template gives the agenda, and the settings where none are said.
struct CreateBoard {
    BoardTitle title;
    std::optional<Language> language{};
    std::vector<Axis> axes{};
    std::optional<std::vector<College>> colleges{};
    std::optional<Settings> settings{};
    std::optional<TemplateId> template_{};

    friend bool operator==(CreateBoard const&, CreateBoard const&) = default;
};

// Answer to it: the credentials are told this once, only their hashes are kept.
struct BoardCreated {
    Code code;
    Credential facilitator;
    Credential moderator;
    Credential screen;

    friend bool operator==(BoardCreated const&, BoardCreated const&) = default;
};

// Answer to POST /api/v1/boards/import, whose body is a whole archive: the board is here as it was
// there, with the links it had.
struct BoardImported {
    Code code;

    friend bool operator==(BoardImported const&, BoardImported const&) = default;
};

// Body of POST /api/v1/boards/{code}/rows, with the facilitator's credential as a Bearer: a table
// as CSV (commas or semicolons, the first line names the columns) or as a JSON list of objects.
// Dry, it only says what is wrong.
struct ImportRows {
    ImportKind kind{};
    std::string text;
    bool dry_run = false;

    friend bool operator==(ImportRows const&, ImportRows const&) = default;
};

// What is wrong with a row, and the line on which it begins (in a JSON list, its place: 1, 2, 3).
struct RowProblem {
    // The line.
    std::int64_t line = 0;
    Refusal refusal;

    friend bool operator==(RowProblem const&, RowProblem const&) = default;
};

// Answer to it. Nothing is imported while there is a problem; at most 1000 are told.
struct ImportReport {
    // Rows that were read.
    std::int64_t rows = 0;
    bool imported = false;
    std::vector<RowProblem> problems{};

    friend bool operator==(ImportReport const&, ImportReport const&) = default;
};

// Body of POST /api/v1/boards/{code}/participants. The credential, made by the phone, is in the
// Authorization header as a Bearer; joining again with it changes nothing. A badge that was used
// before needs no college: its participant moves to this credential. Wrong badges are answered
// late.
struct JoinBoard {
    std::optional<CollegeId> college{};
    std::optional<Name> name{};
    std::optional<BadgeCode> badge{};
    std::optional<Credential> helper{};
    std::optional<TabletUse> use{};

    friend bool operator==(JoinBoard const&, JoinBoard const&) = default;
};

// Answer to it.
struct Joined {
    ParticipantNumber participant = 0;
    CollegeId college;
    std::optional<Name> name{};

    friend bool operator==(Joined const&, Joined const&) = default;
};

// Answer to GET /api/v1/boards/{code}: what a phone must know to ask who comes in.
struct BoardCard {
    Code code;
    BoardTitle title;
    Language language{};
    std::vector<College> colleges{};
    std::vector<Axis> axes{};
    Phase phase{};
    std::optional<Admission> admission{};
    // Whether badges were issued.
    std::optional<bool> badges{};

    friend bool operator==(BoardCard const&, BoardCard const&) = default;
};

// Body of POST /api/v1/boards/{code}/badges, with the facilitator's credential as a Bearer.
struct IssueBadges {
    // How many badges.
    std::int64_t count = 0;

    friend bool operator==(IssueBadges const&, IssueBadges const&) = default;
};

// Answer to it: the codes of the badges from `first` on, in order. They are told this once, only
// their hashes are kept.
struct BadgesIssued {
    BadgeNumber first = 0;
    std::vector<BadgeCode> badges{};

    friend bool operator==(BadgesIssued const&, BadgesIssued const&) = default;
};

// One thing a badge was used for by one channel: from when to when, and in which ballot.
struct Trace {
    Deed deed{};
    Channel channel{};
    // The ballot's number.
    std::optional<std::int64_t> ballot{};
    Moment first = 0;
    Moment last = 0;

    friend bool operator==(Trace const&, Trace const&) = default;
};

// Answer to GET /api/v1/boards/{code}/badges/{number}, for the desk: where and when a badge was
// used, never how it voted.
struct BadgeTrail {
    BadgeNumber badge = 0;
    std::optional<ParticipantNumber> participant{};
    std::optional<CollegeId> college{};
    std::vector<Trace> trail{};

    friend bool operator==(BadgeTrail const&, BadgeTrail const&) = default;
};

// Answer to POST /api/v1/boards/{code}/helpers, with the facilitator's credential as a Bearer: a
// helper's credential, told this once. DELETE on …/helpers/{number} ends it.
struct HelperIssued {
    HelperNumber helper = 0;
    Credential credential;

    friend bool operator==(HelperIssued const&, HelperIssued const&) = default;
};

// A helper's link, without its secret.
struct HelperEntry {
    HelperNumber helper = 0;
    Moment issued_at = 0;
    bool revoked = false;

    friend bool operator==(HelperEntry const&, HelperEntry const&) = default;
};

// Answer to GET /api/v1/boards/{code}/helpers, for the facilitator.
struct Helpers {
    std::vector<HelperEntry> helpers{};

    friend bool operator==(Helpers const&, Helpers const&) = default;
};

// What is wrong with a file that was sent: on which line, counted from 1, where there are lines.
// For the operator, in English.
struct FileProblem {
    std::string file;
    // The line.
    std::optional<std::int64_t> line{};
    std::string reason;

    friend bool operator==(FileProblem const&, FileProblem const&) = default;
};

// A problem document (RFC 9457): `word` is stable. `problems` tells of files that were sent.
struct Problem {
    std::string type;
    std::string title;
    // The HTTP status.
    std::int64_t status = 0;
    RefusalWord word{};
    std::optional<std::string> field{};
    // The limit.
    std::optional<std::int64_t> limit{};
    std::optional<std::vector<FileProblem>> problems{};

    friend bool operator==(Problem const&, Problem const&) = default;
};

// What it means, in a sentence.
std::string_view sentence(CloseCode value);
// What it means, in a sentence.
std::string_view sentence(RefusalWord value);

// Why a text was not the message it should be: Malformed, UnknownWord, Required, TooLong or
// TooMany, the path to the field ("axes[3].id"; empty when it is the whole text) and the limit that
// was met.
struct BadMessage {
    RefusalWord word = RefusalWord::Malformed;
    std::string field;
    std::optional<std::int64_t> limit{};

    friend bool operator==(BadMessage const&, BadMessage const&) = default;
};

// --- Writers: compact JSON with the fields in the order of the schema, absent ones left out.
// Every text in a value must be valid UTF-8.

void append(std::string& out, CloseCode value);
void append(std::string& out, RefusalWord value);
void append(std::string& out, Language value);
void append(std::string& out, Role value);
void append(std::string& out, Phase value);
void append(std::string& out, Stance value);
void append(std::string& out, Choice value);
void append(std::string& out, Method value);
void append(std::string& out, ResultsRule value);
void append(std::string& out, BallotState value);
void append(std::string& out, RevealStep value);
void append(std::string& out, ProposalStatus value);
void append(std::string& out, Decision value);
void append(std::string& out, Response value);
void append(std::string& out, NeedCode value);
void append(std::string& out, Progress value);
void append(std::string& out, ImportKind value);
void append(std::string& out, DeclineReason value);
void append(std::string& out, View value);
void append(std::string& out, Moderation value);
void append(std::string& out, Admission value);
void append(std::string& out, Channel value);
void append(std::string& out, TabletUse value);
void append(std::string& out, Deed value);
void append(std::string& out, StepState value);
void append(std::string& out, BallotPlan const& value);
void append(std::string& out, Step const& value);
void append(std::string& out, StepNow const& value);
void append(std::string& out, Switches const& value);
void append(std::string& out, PhaseSwitches const& value);
void append(std::string& out, Axis const& value);
void append(std::string& out, College const& value);
void append(std::string& out, Settings const& value);
void append(std::string& out, Hello const& value);
void append(std::string& out, Introduce const& value);
void append(std::string& out, SubmitProposal const& value);
void append(std::string& out, EditProposal const& value);
void append(std::string& out, WithdrawProposal const& value);
void append(std::string& out, CastChoice const& value);
void append(std::string& out, SubmitComment const& value);
void append(std::string& out, PublishProposal const& value);
void append(std::string& out, ReturnProposal const& value);
void append(std::string& out, DeclineProposal const& value);
void append(std::string& out, RequeueProposal const& value);
void append(std::string& out, HideComment const& value);
void append(std::string& out, OpenPhase const& value);
void append(std::string& out, ConfigurePhase const& value);
void append(std::string& out, OpenBallot const& value);
void append(std::string& out, CloseBallot const& value);
void append(std::string& out, ReopenBallot const& value);
void append(std::string& out, RevealBallot const& value);
void append(std::string& out, Show const& value);
void append(std::string& out, StartTimer const& value);
void append(std::string& out, StopTimer const& value);
void append(std::string& out, DecideProposal const& value);
void append(std::string& out, RewordProposal const& value);
void append(std::string& out, RestoreProposal const& value);
void append(std::string& out, ConfigureModeration const& value);
void append(std::string& out, TrustParticipant const& value);
void append(std::string& out, MuteParticipant const& value);
void append(std::string& out, MergeProposal const& value);
void append(std::string& out, UnmergeProposal const& value);
void append(std::string& out, LeaveMerge const& value);
void append(std::string& out, Mark const& value);
void append(std::string& out, RecordPaper const& value);
void append(std::string& out, SendMessage const& value);
void append(std::string& out, SetAgenda const& value);
void append(std::string& out, PlayStep const& value);
void append(std::string& out, PauseStep const& value);
void append(std::string& out, EndStep const& value);
void append(std::string& out, SkipStep const& value);
void append(std::string& out, ScreenName const& value);
void append(std::string& out, ArrangeScreens const& value);
void append(std::string& out, StartRehearsal const& value);
void append(std::string& out, PurgeRehearsal const& value);
void append(std::string& out, SendUp const& value);
void append(std::string& out, RevokeInstitution const& value);
void append(std::string& out, Indicator const& value);
void append(std::string& out, Pledge const& value);
void append(std::string& out, OfferCommitment const& value);
void append(std::string& out, ConfirmCommitment const& value);
void append(std::string& out, ProgressReport const& value);
void append(std::string& out, ReportProgress const& value);
void append(std::string& out, Command const& value);
void append(std::string& out, CommandRequest const& value);
void append(std::string& out, Ping const& value);
void append(std::string& out, Claim const& value);
void append(std::string& out, SimilarTo const& value);
void append(std::string& out, FromClient const& value);
void append(std::string& out, Refusal const& value);
void append(std::string& out, Answer const& value);
void append(std::string& out, DecisionRecord const& value);
void append(std::string& out, Wording const& value);
void append(std::string& out, Proposal const& value);
void append(std::string& out, Comment const& value);
void append(std::string& out, Institution const& value);
void append(std::string& out, ProgressRecord const& value);
void append(std::string& out, Commitment const& value);
void append(std::string& out, Reopening const& value);
void append(std::string& out, Ballot const& value);
void append(std::string& out, CollegeResult const& value);
void append(std::string& out, Standing const& value);
void append(std::string& out, Tally const& value);
void append(std::string& out, CollegeCount const& value);
void append(std::string& out, OwnChoice const& value);
void append(std::string& out, OwnPart const& value);
void append(std::string& out, Turnout const& value);
void append(std::string& out, Yours const& value);
void append(std::string& out, Welcome const& value);
void append(std::string& out, BoardChange const& value);
void append(std::string& out, PhaseChange const& value);
void append(std::string& out, ParticipantsChange const& value);
void append(std::string& out, PresenceChange const& value);
void append(std::string& out, ActivityChange const& value);
void append(std::string& out, ScreenNow const& value);
void append(std::string& out, ScreensChange const& value);
void append(std::string& out, TimerChange const& value);
void append(std::string& out, ProposalChange const& value);
void append(std::string& out, ProposalGoneChange const& value);
void append(std::string& out, CommentChange const& value);
void append(std::string& out, CommentGoneChange const& value);
void append(std::string& out, BallotChange const& value);
void append(std::string& out, TurnoutChange const& value);
void append(std::string& out, TallyChange const& value);
void append(std::string& out, RankingChange const& value);
void append(std::string& out, HeldClaim const& value);
void append(std::string& out, ClaimsChange const& value);
void append(std::string& out, Message const& value);
void append(std::string& out, MessageChange const& value);
void append(std::string& out, AgendaChange const& value);
void append(std::string& out, Showing const& value);
void append(std::string& out, ShowingsChange const& value);
void append(std::string& out, RehearsalChange const& value);
void append(std::string& out, Table const& value);
void append(std::string& out, Parent const& value);
void append(std::string& out, TablesChange const& value);
void append(std::string& out, InstitutionChange const& value);
void append(std::string& out, CommitmentChange const& value);
void append(std::string& out, CommitmentGoneChange const& value);
void append(std::string& out, Change const& value);
void append(std::string& out, State const& value);
void append(std::string& out, Rejected const& value);
void append(std::string& out, Pong const& value);
void append(std::string& out, Likeness const& value);
void append(std::string& out, Similar const& value);
void append(std::string& out, FromServer const& value);
void append(std::string& out, AddTable const& value);
void append(std::string& out, Template const& value);
void append(std::string& out, InviteInstitution const& value);
void append(std::string& out, InstitutionInvited const& value);
void append(std::string& out, CreateBoard const& value);
void append(std::string& out, BoardCreated const& value);
void append(std::string& out, BoardImported const& value);
void append(std::string& out, ImportRows const& value);
void append(std::string& out, RowProblem const& value);
void append(std::string& out, ImportReport const& value);
void append(std::string& out, JoinBoard const& value);
void append(std::string& out, Joined const& value);
void append(std::string& out, BoardCard const& value);
void append(std::string& out, IssueBadges const& value);
void append(std::string& out, BadgesIssued const& value);
void append(std::string& out, Trace const& value);
void append(std::string& out, BadgeTrail const& value);
void append(std::string& out, HelperIssued const& value);
void append(std::string& out, HelperEntry const& value);
void append(std::string& out, Helpers const& value);
void append(std::string& out, FileProblem const& value);
void append(std::string& out, Problem const& value);

template <class Message>
std::string write(Message const& message)
{
    std::string out;
    append(out, message);
    return out;
}

// --- Readers, as strict as the schema: a wrong type, a missing field, a number or a text beyond
// its bounds and an unknown word are refused; an unknown field is refused in what clients send and
// ignored in what the server sends. No text does harm; bounding their size is the caller's.

Result<CloseCode, BadMessage> read_close_code(std::string_view json);
Result<RefusalWord, BadMessage> read_refusal_word(std::string_view json);
Result<Code, BadMessage> read_code(std::string_view json);
Result<Credential, BadMessage> read_credential(std::string_view json);
Result<DeviceId, BadMessage> read_device_id(std::string_view json);
Result<ProposalId, BadMessage> read_proposal_id(std::string_view json);
Result<CommentId, BadMessage> read_comment_id(std::string_view json);
Result<BallotId, BadMessage> read_ballot_id(std::string_view json);
Result<AxisId, BadMessage> read_axis_id(std::string_view json);
Result<CollegeId, BadMessage> read_college_id(std::string_view json);
Result<StepId, BadMessage> read_step_id(std::string_view json);
Result<Moment, BadMessage> read_moment(std::string_view json);
Result<Position, BadMessage> read_position(std::string_view json);
Result<Operation, BadMessage> read_operation(std::string_view json);
Result<ParticipantNumber, BadMessage> read_participant_number(std::string_view json);
Result<ScreenNumber, BadMessage> read_screen_number(std::string_view json);
Result<ScreenTitle, BadMessage> read_screen_title(std::string_view json);
Result<InstitutionNumber, BadMessage> read_institution_number(std::string_view json);
Result<BoardTitle, BadMessage> read_board_title(std::string_view json);
Result<Label, BadMessage> read_label(std::string_view json);
Result<Title, BadMessage> read_title(std::string_view json);
Result<Description, BadMessage> read_description(std::string_view json);
Result<CommentText, BadMessage> read_comment_text(std::string_view json);
Result<Name, BadMessage> read_name(std::string_view json);
Result<Remark, BadMessage> read_remark(std::string_view json);
Result<Question, BadMessage> read_question(std::string_view json);
Result<Organisation, BadMessage> read_organisation(std::string_view json);
Result<Reason, BadMessage> read_reason(std::string_view json);
Result<StepTitle, BadMessage> read_step_title(std::string_view json);
Result<MessageText, BadMessage> read_message_text(std::string_view json);
Result<Phrase, BadMessage> read_phrase(std::string_view json);
Result<Unit, BadMessage> read_unit(std::string_view json);
Result<News, BadMessage> read_news(std::string_view json);
Result<Day, BadMessage> read_day(std::string_view json);
Result<Language, BadMessage> read_language(std::string_view json);
Result<Role, BadMessage> read_role(std::string_view json);
Result<Phase, BadMessage> read_phase(std::string_view json);
Result<Stance, BadMessage> read_stance(std::string_view json);
Result<Choice, BadMessage> read_choice(std::string_view json);
Result<Method, BadMessage> read_method(std::string_view json);
Result<Count, BadMessage> read_count(std::string_view json);
Result<ResultsRule, BadMessage> read_results_rule(std::string_view json);
Result<BallotState, BadMessage> read_ballot_state(std::string_view json);
Result<RevealStep, BadMessage> read_reveal_step(std::string_view json);
Result<Sha256, BadMessage> read_sha256(std::string_view json);
Result<Seed, BadMessage> read_seed(std::string_view json);
Result<ProposalStatus, BadMessage> read_proposal_status(std::string_view json);
Result<Decision, BadMessage> read_decision(std::string_view json);
Result<Response, BadMessage> read_response(std::string_view json);
Result<NeedCode, BadMessage> read_need_code(std::string_view json);
Result<Progress, BadMessage> read_progress(std::string_view json);
Result<ImportKind, BadMessage> read_import_kind(std::string_view json);
Result<DeclineReason, BadMessage> read_decline_reason(std::string_view json);
Result<View, BadMessage> read_view(std::string_view json);
Result<Moderation, BadMessage> read_moderation(std::string_view json);
Result<Admission, BadMessage> read_admission(std::string_view json);
Result<Channel, BadMessage> read_channel(std::string_view json);
Result<TabletUse, BadMessage> read_tablet_use(std::string_view json);
Result<Deed, BadMessage> read_deed(std::string_view json);
Result<HelperNumber, BadMessage> read_helper_number(std::string_view json);
Result<BadgeCode, BadMessage> read_badge_code(std::string_view json);
Result<BadgeNumber, BadMessage> read_badge_number(std::string_view json);
Result<StepState, BadMessage> read_step_state(std::string_view json);
Result<BallotPlan, BadMessage> read_ballot_plan(std::string_view json);
Result<Step, BadMessage> read_step(std::string_view json);
Result<StepNow, BadMessage> read_step_now(std::string_view json);
Result<Switches, BadMessage> read_switches(std::string_view json);
Result<PhaseSwitches, BadMessage> read_phase_switches(std::string_view json);
Result<Axis, BadMessage> read_axis(std::string_view json);
Result<College, BadMessage> read_college(std::string_view json);
Result<Settings, BadMessage> read_settings(std::string_view json);
Result<Hello, BadMessage> read_hello(std::string_view json);
Result<CommandRequest, BadMessage> read_command_request(std::string_view json);
Result<Ping, BadMessage> read_ping(std::string_view json);
Result<Claim, BadMessage> read_claim(std::string_view json);
Result<SimilarTo, BadMessage> read_similar_to(std::string_view json);
Result<FromClient, BadMessage> read_from_client(std::string_view json);
Result<Command, BadMessage> read_command(std::string_view json);
Result<Introduce, BadMessage> read_introduce(std::string_view json);
Result<SubmitProposal, BadMessage> read_submit_proposal(std::string_view json);
Result<EditProposal, BadMessage> read_edit_proposal(std::string_view json);
Result<WithdrawProposal, BadMessage> read_withdraw_proposal(std::string_view json);
Result<CastChoice, BadMessage> read_cast_choice(std::string_view json);
Result<SubmitComment, BadMessage> read_submit_comment(std::string_view json);
Result<PublishProposal, BadMessage> read_publish_proposal(std::string_view json);
Result<ReturnProposal, BadMessage> read_return_proposal(std::string_view json);
Result<DeclineProposal, BadMessage> read_decline_proposal(std::string_view json);
Result<RequeueProposal, BadMessage> read_requeue_proposal(std::string_view json);
Result<HideComment, BadMessage> read_hide_comment(std::string_view json);
Result<OpenPhase, BadMessage> read_open_phase(std::string_view json);
Result<ConfigurePhase, BadMessage> read_configure_phase(std::string_view json);
Result<OpenBallot, BadMessage> read_open_ballot(std::string_view json);
Result<CloseBallot, BadMessage> read_close_ballot(std::string_view json);
Result<ReopenBallot, BadMessage> read_reopen_ballot(std::string_view json);
Result<RevealBallot, BadMessage> read_reveal_ballot(std::string_view json);
Result<Show, BadMessage> read_show(std::string_view json);
Result<StartTimer, BadMessage> read_start_timer(std::string_view json);
Result<StopTimer, BadMessage> read_stop_timer(std::string_view json);
Result<DecideProposal, BadMessage> read_decide_proposal(std::string_view json);
Result<RewordProposal, BadMessage> read_reword_proposal(std::string_view json);
Result<RestoreProposal, BadMessage> read_restore_proposal(std::string_view json);
Result<ConfigureModeration, BadMessage> read_configure_moderation(std::string_view json);
Result<TrustParticipant, BadMessage> read_trust_participant(std::string_view json);
Result<MuteParticipant, BadMessage> read_mute_participant(std::string_view json);
Result<MergeProposal, BadMessage> read_merge_proposal(std::string_view json);
Result<UnmergeProposal, BadMessage> read_unmerge_proposal(std::string_view json);
Result<LeaveMerge, BadMessage> read_leave_merge(std::string_view json);
Result<Mark, BadMessage> read_mark(std::string_view json);
Result<RecordPaper, BadMessage> read_record_paper(std::string_view json);
Result<SendMessage, BadMessage> read_send_message(std::string_view json);
Result<SetAgenda, BadMessage> read_set_agenda(std::string_view json);
Result<PlayStep, BadMessage> read_play_step(std::string_view json);
Result<PauseStep, BadMessage> read_pause_step(std::string_view json);
Result<EndStep, BadMessage> read_end_step(std::string_view json);
Result<SkipStep, BadMessage> read_skip_step(std::string_view json);
Result<ScreenName, BadMessage> read_screen_name(std::string_view json);
Result<ArrangeScreens, BadMessage> read_arrange_screens(std::string_view json);
Result<StartRehearsal, BadMessage> read_start_rehearsal(std::string_view json);
Result<PurgeRehearsal, BadMessage> read_purge_rehearsal(std::string_view json);
Result<SendUp, BadMessage> read_send_up(std::string_view json);
Result<RevokeInstitution, BadMessage> read_revoke_institution(std::string_view json);
Result<Indicator, BadMessage> read_indicator(std::string_view json);
Result<Pledge, BadMessage> read_pledge(std::string_view json);
Result<OfferCommitment, BadMessage> read_offer_commitment(std::string_view json);
Result<ConfirmCommitment, BadMessage> read_confirm_commitment(std::string_view json);
Result<ProgressReport, BadMessage> read_progress_report(std::string_view json);
Result<ReportProgress, BadMessage> read_report_progress(std::string_view json);
Result<Refusal, BadMessage> read_refusal(std::string_view json);
Result<Answer, BadMessage> read_answer(std::string_view json);
Result<DecisionRecord, BadMessage> read_decision_record(std::string_view json);
Result<Proposal, BadMessage> read_proposal(std::string_view json);
Result<Wording, BadMessage> read_wording(std::string_view json);
Result<Comment, BadMessage> read_comment(std::string_view json);
Result<Institution, BadMessage> read_institution(std::string_view json);
Result<ProgressRecord, BadMessage> read_progress_record(std::string_view json);
Result<Commitment, BadMessage> read_commitment(std::string_view json);
Result<Ballot, BadMessage> read_ballot(std::string_view json);
Result<Reopening, BadMessage> read_reopening(std::string_view json);
Result<Standing, BadMessage> read_standing(std::string_view json);
Result<Tally, BadMessage> read_tally(std::string_view json);
Result<CollegeResult, BadMessage> read_college_result(std::string_view json);
Result<CollegeCount, BadMessage> read_college_count(std::string_view json);
Result<OwnChoice, BadMessage> read_own_choice(std::string_view json);
Result<OwnPart, BadMessage> read_own_part(std::string_view json);
Result<Turnout, BadMessage> read_turnout(std::string_view json);
Result<Yours, BadMessage> read_yours(std::string_view json);
Result<Welcome, BadMessage> read_welcome(std::string_view json);
Result<State, BadMessage> read_state(std::string_view json);
Result<Rejected, BadMessage> read_rejected(std::string_view json);
Result<Pong, BadMessage> read_pong(std::string_view json);
Result<Likeness, BadMessage> read_likeness(std::string_view json);
Result<Similar, BadMessage> read_similar(std::string_view json);
Result<FromServer, BadMessage> read_from_server(std::string_view json);
Result<Change, BadMessage> read_change(std::string_view json);
Result<BoardChange, BadMessage> read_board_change(std::string_view json);
Result<PhaseChange, BadMessage> read_phase_change(std::string_view json);
Result<ParticipantsChange, BadMessage> read_participants_change(std::string_view json);
Result<PresenceChange, BadMessage> read_presence_change(std::string_view json);
Result<ActivityChange, BadMessage> read_activity_change(std::string_view json);
Result<HeldClaim, BadMessage> read_held_claim(std::string_view json);
Result<ClaimsChange, BadMessage> read_claims_change(std::string_view json);
Result<ScreenNow, BadMessage> read_screen_now(std::string_view json);
Result<ScreensChange, BadMessage> read_screens_change(std::string_view json);
Result<Showing, BadMessage> read_showing(std::string_view json);
Result<ShowingsChange, BadMessage> read_showings_change(std::string_view json);
Result<TimerChange, BadMessage> read_timer_change(std::string_view json);
Result<ProposalChange, BadMessage> read_proposal_change(std::string_view json);
Result<ProposalGoneChange, BadMessage> read_proposal_gone_change(std::string_view json);
Result<CommentChange, BadMessage> read_comment_change(std::string_view json);
Result<CommentGoneChange, BadMessage> read_comment_gone_change(std::string_view json);
Result<BallotChange, BadMessage> read_ballot_change(std::string_view json);
Result<TurnoutChange, BadMessage> read_turnout_change(std::string_view json);
Result<TallyChange, BadMessage> read_tally_change(std::string_view json);
Result<RankingChange, BadMessage> read_ranking_change(std::string_view json);
Result<Message, BadMessage> read_message(std::string_view json);
Result<MessageChange, BadMessage> read_message_change(std::string_view json);
Result<AgendaChange, BadMessage> read_agenda_change(std::string_view json);
Result<RehearsalChange, BadMessage> read_rehearsal_change(std::string_view json);
Result<Parent, BadMessage> read_parent(std::string_view json);
Result<Table, BadMessage> read_table(std::string_view json);
Result<TablesChange, BadMessage> read_tables_change(std::string_view json);
Result<AddTable, BadMessage> read_add_table(std::string_view json);
Result<TemplateId, BadMessage> read_template_id(std::string_view json);
Result<Template, BadMessage> read_template_(std::string_view json);
Result<InstitutionChange, BadMessage> read_institution_change(std::string_view json);
Result<CommitmentChange, BadMessage> read_commitment_change(std::string_view json);
Result<CommitmentGoneChange, BadMessage> read_commitment_gone_change(std::string_view json);
Result<InviteInstitution, BadMessage> read_invite_institution(std::string_view json);
Result<InstitutionInvited, BadMessage> read_institution_invited(std::string_view json);
Result<CreateBoard, BadMessage> read_create_board(std::string_view json);
Result<BoardCreated, BadMessage> read_board_created(std::string_view json);
Result<BoardImported, BadMessage> read_board_imported(std::string_view json);
Result<ImportRows, BadMessage> read_import_rows(std::string_view json);
Result<RowProblem, BadMessage> read_row_problem(std::string_view json);
Result<ImportReport, BadMessage> read_import_report(std::string_view json);
Result<JoinBoard, BadMessage> read_join_board(std::string_view json);
Result<Joined, BadMessage> read_joined(std::string_view json);
Result<BoardCard, BadMessage> read_board_card(std::string_view json);
Result<IssueBadges, BadMessage> read_issue_badges(std::string_view json);
Result<BadgesIssued, BadMessage> read_badges_issued(std::string_view json);
Result<Trace, BadMessage> read_trace(std::string_view json);
Result<BadgeTrail, BadMessage> read_badge_trail(std::string_view json);
Result<HelperIssued, BadMessage> read_helper_issued(std::string_view json);
Result<HelperEntry, BadMessage> read_helper_entry(std::string_view json);
Result<Helpers, BadMessage> read_helpers(std::string_view json);
Result<FileProblem, BadMessage> read_file_problem(std::string_view json);
Result<Problem, BadMessage> read_problem(std::string_view json);

} // namespace koudmen::protocol
