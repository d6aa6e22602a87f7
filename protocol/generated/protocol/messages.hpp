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
// Ballots of a board.
inline constexpr std::int64_t ballots_max = 50;
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
// DecisionRecord: the most items in partners.
inline constexpr std::int64_t decision_record_partners_max = 20;
// Ballot: the most items in proposals.
inline constexpr std::int64_t ballot_proposals_max = 2000;
// Ballot: the most items in reopenings.
inline constexpr std::int64_t ballot_reopenings_max = 20;
// Ballot: the most items in joined.
inline constexpr std::int64_t ballot_joined_max = 2000;
// Tally: the most items in counts.
inline constexpr std::int64_t tally_counts_max = 10;
// Yours: the most items in choices.
inline constexpr std::int64_t yours_choices_max = 100000;
// Yours: the most items in proposals.
inline constexpr std::int64_t yours_proposals_max = 200;
// Yours: the most items in comments.
inline constexpr std::int64_t yours_comments_max = 500;
// Yours: the most items in tallies.
inline constexpr std::int64_t yours_tallies_max = 100000;
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
// ParticipantsChange: the most items in colleges.
inline constexpr std::int64_t participants_change_colleges_max = 12;
// ClaimsChange: the most items in claims.
inline constexpr std::int64_t claims_change_claims_max = 64;
// RankingChange: the most items in standings.
inline constexpr std::int64_t ranking_change_standings_max = 2000;
// CreateBoard: the most items in axes.
inline constexpr std::int64_t create_board_axes_max = 24;
// CreateBoard: the most items in colleges.
inline constexpr std::int64_t create_board_colleges_max = 12;
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
};
template <>
inline constexpr auto words<RefusalWord> = std::to_array<std::string_view>({"malformed", "unknownWord", "notAllowed", "phaseForbids", "boardClosed", "superseded", "tooManyDevices", "required", "tooLong", "badText", "tooMany", "unknownAxis", "unknownCollege", "unknownProposal", "unknownComment", "unknownBallot", "idTaken", "notYours", "editTimeOver", "wrongStatus", "ballotNotOpen", "ballotOpen", "ballotNotClosed", "notInBallot", "nothingToVoteOn", "badDates", "busy", "notSaved", "unknownBoard", "unknownCredential", "notOfMethod", "overMaximum", "overBudget", "overCap", "badgeRequired", "unknownBadge", "badgeMoved", "claimed", "muted", "unknownParticipant", "unknownHelper"});

// The language of a board's interface.
enum class Language {
    // French
    Fr,
};
template <>
inline constexpr auto words<Language> = std::to_array<std::string_view>({"fr"});

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
};
template <>
inline constexpr auto words<Role> = std::to_array<std::string_view>({"participant", "moderator", "facilitator", "screen", "observer", "helper"});

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
};
template <>
inline constexpr auto words<View> = std::to_array<std::string_view>({"join", "proposals", "proposal", "results", "roadmap", "blank"});

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

// Milliseconds since 1970-01-01 UTC. Clocks only label; order comes from positions.
using Moment = std::int64_t;

// The number of an event in its board: 1, 2, 3. 0 is before the first.
using Position = std::int64_t;

// A device's counter of its own commands: 1, 2, 3.
using Operation = std::int64_t;

// A participant of a board, as others know them.
using ParticipantNumber = std::int64_t;

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

// Put a roadmap action forward. The id is made by the sender.
struct SubmitProposal {
    static constexpr std::string_view type = "submitProposal";
    ProposalId proposal;
    Title title;
    Description description;
    AxisId axis;

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

// Enter a phase, whichever came before; any phase can be opened again.
struct OpenPhase {
    static constexpr std::string_view type = "openPhase";
    Phase phase{};

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

// Choose what the plenary screen shows. `proposal` is needed by the view of that name, `ballot` by
// the results.
struct Show {
    static constexpr std::string_view type = "show";
    View view{};
    std::optional<ProposalId> proposal{};
    std::optional<BallotId> ballot{};

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

// What may be asked of a board. Each states the wanted end, so asking twice is harmless.
using Command = std::variant<Introduce, SubmitProposal, EditProposal, WithdrawProposal, CastChoice, SubmitComment, PublishProposal, ReturnProposal, DeclineProposal, RequeueProposal, HideComment, OpenPhase, ConfigurePhase, OpenBallot, CloseBallot, ReopenBallot, RevealBallot, Show, StartTimer, StopTimer, DecideProposal, RewordProposal, RestoreProposal, ConfigureModeration, TrustParticipant, MuteParticipant, MergeProposal, UnmergeProposal, LeaveMerge, RecordPaper>;

// A command. It may be sent again, on any connection, until it is answered: it has one effect.
struct CommandRequest {
    static constexpr std::string_view type = "command";
    Operation operation = 0;
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

// A proposal. What moderators told its author is there only for the author and the desk.
struct Proposal {
    ProposalId id;
    // Its order of arrival: 1, 2, 3.
    std::int64_t number = 0;
    Title title;
    Description description;
    AxisId axis;
    ParticipantNumber author = 0;
    std::optional<Name> author_name{};
    CollegeId college;
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

    friend bool operator==(Proposal const&, Proposal const&) = default;
};

// A comment.
struct Comment {
    CommentId id;
    ProposalId proposal;
    ParticipantNumber author = 0;
    std::optional<Name> author_name{};
    Stance stance{};
    CommentText text;
    Moment at = 0;
    // True where the desk or the author sees a hidden comment.
    std::optional<bool> hidden{};
    // True where the desk sees that its author is muted.
    std::optional<bool> author_muted{};

    friend bool operator==(Comment const&, Comment const&) = default;
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

// Where a proposal stands in a ballot. Without `rank` too few people judged it. `drawn`: it is
// equal to a neighbour, and the seed decided. With the results of an opinion: `controversial` when
// the room is divided on it, and `consensus`, how far the colleges agree, in parts of 10000.
struct Standing {
    ProposalId proposal;
    std::optional<Count> rank{};
    std::optional<bool> drawn{};
    std::optional<bool> controversial{};
    std::optional<Count> consensus{};

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

// What only this participant is told, each part replacing what was told of the same thing before:
// own name, own choices, own proposals and comments in whatever state, and tallies shown after
// one's own vote.
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

// The phase the board is in.
struct PhaseChange {
    static constexpr std::string_view type = "phase";
    Phase phase{};
    Moment since = 0;

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

// How many people are connected now, by person and not by device (told to the desk and the screen).
// It is not part of the journal.
struct PresenceChange {
    static constexpr std::string_view type = "presence";
    // People connected.
    std::int64_t connected = 0;

    friend bool operator==(PresenceChange const&, PresenceChange const&) = default;
};

// What the plenary screen shows.
struct ScreenChange {
    static constexpr std::string_view type = "screen";
    View view{};
    std::optional<ProposalId> proposal{};
    std::optional<BallotId> ballot{};

    friend bool operator==(ScreenChange const&, ScreenChange const&) = default;
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

// A whole thing as it now stands; a later one replaces it.
using Change = std::variant<BoardChange, PhaseChange, ParticipantsChange, PresenceChange, ScreenChange, TimerChange, ProposalChange, ProposalGoneChange, CommentChange, CommentGoneChange, BallotChange, TurnoutChange, TallyChange, RankingChange, ClaimsChange>;

// What changed, up to `position`. With `full` everything known before is to be forgotten first.
// With `resume` the device should send its unanswered commands again, since an answer may have been
// dropped.
struct State {
    static constexpr std::string_view type = "state";
    Position position = 0;
    std::optional<bool> full{};
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

// Body of POST /api/v1/boards.
struct CreateBoard {
    BoardTitle title;
    std::optional<Language> language{};
    std::vector<Axis> axes{};
    std::optional<std::vector<College>> colleges{};
    std::optional<Settings> settings{};

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

// A problem document (RFC 9457): `word` is stable.
struct Problem {
    std::string type;
    std::string title;
    // The HTTP status.
    std::int64_t status = 0;
    RefusalWord word{};
    std::optional<std::string> field{};
    // The limit.
    std::optional<std::int64_t> limit{};

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
void append(std::string& out, DeclineReason value);
void append(std::string& out, View value);
void append(std::string& out, Moderation value);
void append(std::string& out, Admission value);
void append(std::string& out, Channel value);
void append(std::string& out, TabletUse value);
void append(std::string& out, Deed value);
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
void append(std::string& out, Reopening const& value);
void append(std::string& out, Ballot const& value);
void append(std::string& out, Standing const& value);
void append(std::string& out, Tally const& value);
void append(std::string& out, CollegeCount const& value);
void append(std::string& out, OwnChoice const& value);
void append(std::string& out, OwnPart const& value);
void append(std::string& out, Yours const& value);
void append(std::string& out, Welcome const& value);
void append(std::string& out, BoardChange const& value);
void append(std::string& out, PhaseChange const& value);
void append(std::string& out, ParticipantsChange const& value);
void append(std::string& out, PresenceChange const& value);
void append(std::string& out, ScreenChange const& value);
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
void append(std::string& out, Change const& value);
void append(std::string& out, State const& value);
void append(std::string& out, Rejected const& value);
void append(std::string& out, Pong const& value);
void append(std::string& out, Likeness const& value);
void append(std::string& out, Similar const& value);
void append(std::string& out, FromServer const& value);
void append(std::string& out, CreateBoard const& value);
void append(std::string& out, BoardCreated const& value);
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
Result<Moment, BadMessage> read_moment(std::string_view json);
Result<Position, BadMessage> read_position(std::string_view json);
Result<Operation, BadMessage> read_operation(std::string_view json);
Result<ParticipantNumber, BadMessage> read_participant_number(std::string_view json);
Result<BoardTitle, BadMessage> read_board_title(std::string_view json);
Result<Label, BadMessage> read_label(std::string_view json);
Result<Title, BadMessage> read_title(std::string_view json);
Result<Description, BadMessage> read_description(std::string_view json);
Result<CommentText, BadMessage> read_comment_text(std::string_view json);
Result<Name, BadMessage> read_name(std::string_view json);
Result<Remark, BadMessage> read_remark(std::string_view json);
Result<Question, BadMessage> read_question(std::string_view json);
Result<Organisation, BadMessage> read_organisation(std::string_view json);
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
Result<Refusal, BadMessage> read_refusal(std::string_view json);
Result<Answer, BadMessage> read_answer(std::string_view json);
Result<DecisionRecord, BadMessage> read_decision_record(std::string_view json);
Result<Proposal, BadMessage> read_proposal(std::string_view json);
Result<Wording, BadMessage> read_wording(std::string_view json);
Result<Comment, BadMessage> read_comment(std::string_view json);
Result<Ballot, BadMessage> read_ballot(std::string_view json);
Result<Reopening, BadMessage> read_reopening(std::string_view json);
Result<Standing, BadMessage> read_standing(std::string_view json);
Result<Tally, BadMessage> read_tally(std::string_view json);
Result<CollegeCount, BadMessage> read_college_count(std::string_view json);
Result<OwnChoice, BadMessage> read_own_choice(std::string_view json);
Result<OwnPart, BadMessage> read_own_part(std::string_view json);
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
Result<HeldClaim, BadMessage> read_held_claim(std::string_view json);
Result<ClaimsChange, BadMessage> read_claims_change(std::string_view json);
Result<ScreenChange, BadMessage> read_screen_change(std::string_view json);
Result<TimerChange, BadMessage> read_timer_change(std::string_view json);
Result<ProposalChange, BadMessage> read_proposal_change(std::string_view json);
Result<ProposalGoneChange, BadMessage> read_proposal_gone_change(std::string_view json);
Result<CommentChange, BadMessage> read_comment_change(std::string_view json);
Result<CommentGoneChange, BadMessage> read_comment_gone_change(std::string_view json);
Result<BallotChange, BadMessage> read_ballot_change(std::string_view json);
Result<TurnoutChange, BadMessage> read_turnout_change(std::string_view json);
Result<TallyChange, BadMessage> read_tally_change(std::string_view json);
Result<RankingChange, BadMessage> read_ranking_change(std::string_view json);
Result<CreateBoard, BadMessage> read_create_board(std::string_view json);
Result<BoardCreated, BadMessage> read_board_created(std::string_view json);
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
Result<Problem, BadMessage> read_problem(std::string_view json);

} // namespace koudmen::protocol
