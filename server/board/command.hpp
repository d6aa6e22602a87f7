#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/commitment.hpp"
#include "board/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What may be asked of a board, and how it says no.
//
// A command states the wanted end ("my choice here is support"), so asking twice is harmless.
// Texts arrive as they were typed; decide() cleans and measures them.
namespace koudmen::board {

// Who acts. A participant and an institution have numbers; the others act by their role alone.
struct Actor {
    Role role = Role::Observer;
    ParticipantNumber participant; // 0 unless the role is participant.
    std::optional<InstitutionNumber> institution = std::nullopt; // Where the role is institution.

    friend auto operator<=>(Actor const&, Actor const&) = default;
};

// Why not: the field it is about, empty when none, and the limit it met.
struct Refusal {
    RefusalWord word;
    std::string field;
    std::optional<std::int64_t> limit;

    friend bool operator==(Refusal const&, Refusal const&) = default;
};

struct Axis {
    AxisId id;
    std::string title;

    friend bool operator==(Axis const&, Axis const&) = default;
};

struct College {
    CollegeId id;
    std::string title;

    friend bool operator==(College const&, College const&) = default;
};

struct Settings {
    Moderation moderation = Moderation::Before;
    std::uint64_t proposals_per_participant = 5;
    Admission admission = Admission::Open;
    bool trusts_after_first = false; // Whoever had a proposal published is trusted from then on.

    friend bool operator==(Settings const&, Settings const&) = default;
};

// What a phase lets participants do, and whether results may show at all.
struct Switches {
    bool propose = false;
    bool comment = false;
    bool vote = false;
    bool results = true;

    friend bool operator==(Switches const&, Switches const&) = default;
};

// What a method leaves to be fixed when a ballot opens. Only terms of the ballot's method are set.
struct Terms {
    std::optional<std::uint64_t> maximum;       // Approval: marks a person may give; any number.
    std::optional<std::uint64_t> budget;        // Dots: a person has so many,
    std::optional<std::uint64_t> cap;           // and puts at most so many on one proposal.
    std::optional<std::uint64_t> judgments_min; // Grades: with fewer a proposal is not ranked.

    friend bool operator==(Terms const&, Terms const&) = default;
};

// A ballot that a step of the agenda will open, over all that is published by then.
struct BallotPlan {
    std::string question;
    Method method = Method::Opinion;
    ResultsRule results = ResultsRule::AfterClosing;

    friend bool operator==(BallotPlan const&, BallotPlan const&) = default;
};

// A step of the agenda: what is planned, not what happens. A step is named once for all, so that
// moving or rewording it does not forget whether it was played.
struct Step {
    StepId id;
    std::string title;
    Phase phase = Phase::Collect;
    std::uint64_t minutes = 1;
    std::optional<BallotPlan> ballot;

    friend bool operator==(Step const&, Step const&) = default;
};

// A screen and what people call it: the plenary, the hall, a table.
struct ScreenName {
    ScreenNumber screen{1};
    std::string name;

    friend bool operator==(ScreenName const&, ScreenName const&) = default;
};

// The board that a table's board belongs to.
struct Parent {
    BoardCode board;
    std::string title;

    friend bool operator==(Parent const&, Parent const&) = default;
};

// Where a proposal came from that a table sent up.
struct Source {
    CollegeId college;        // Of who handed it in there.
    std::uint64_t number = 0; // That it has there.

    friend bool operator==(Source const&, Source const&) = default;
};

// --- Commands that have no device: opening and joining a board, issuing badges.
// Not part of Command.

struct CreateBoard {
    BoardCode code;
    std::string title;
    Language language = Language::Fr;
    std::vector<Axis> axes;
    std::vector<College> colleges; // Empty means the five usual ones.
    Settings settings;
    CredentialHash facilitator;
    CredentialHash moderator;
    CredentialHash screen;
    std::vector<Step> agenda{}; // Nothing is planned where it is empty.
    std::optional<Parent> parent{};
};

// A board of its own whose scribe may send proposals up to this one. The scribe is who leads there.
struct AddTable {
    CredentialHash by;
    std::string title;
    BoardCode board;
    CredentialHash scribe;
};

// Joining again with the same credential is the same participant. So is joining with a badge that
// somebody has joined with: the participant moves to this credential.
struct JoinBoard {
    CredentialHash credential;
    CollegeId college; // Empty when it was not told; a badge that was used before needs none.
    std::optional<std::string> name;
    std::optional<BadgeHash> badge{};
    // On a tablet: whose it is, and by which way the person takes part there.
    std::optional<CredentialHash> helper{};
    Channel channel = Channel::Phone;
};

// More badges, by the holder of the facilitator's credential.
struct IssueBadges {
    CredentialHash by;
    std::vector<BadgeHash> badges;
};

// One more helper's link, or one less, by the holder of the facilitator's credential.
struct IssueHelper {
    CredentialHash by;
    CredentialHash helper;
};
struct RevokeHelper {
    CredentialHash by;
    HelperNumber helper;
};

// Looks at the helpers' links, or at the trail of a badge, for the desk. Nothing happens.
struct ListHelpers {
    CredentialHash by;
};
struct LookAtBadge {
    CredentialHash by;
    BadgeNumber badge;
};

// The facilitator, known by the hash of a credential, lets an institution answer the room.
struct InviteInstitution {
    CredentialHash by;
    CredentialHash credential;
    std::string name;
};

// --- Commands of a seated device.

struct Introduce {
    std::optional<std::string> name; // Nothing takes the name back.
};

struct SubmitProposal {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<Language> language{}; // Of its words; the board's where none is said.
};

struct EditProposal {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<Language> language{}; // Of its words; the board's where none is said.
};

struct WithdrawProposal {
    ProposalId proposal;
    bool withdrawn = true;
};

struct CastChoice {
    BallotId ballot;
    ProposalId proposal;
    std::optional<Choice> choice; // Nothing takes the choice back.
};

struct SubmitComment {
    CommentId comment;
    ProposalId proposal;
    Stance stance = Stance::Note;
    std::string text;
    std::optional<Language> language{}; // Of its words; the board's where none is said.
};

// Moderations say with `from` which status the moderator saw, so that two who treat one proposal
// at a time do not undo each other's work unseen. Nothing treats it whatever its status.

struct PublishProposal {
    ProposalId proposal;
    std::optional<ProposalStatus> from = {};
};

struct ReturnProposal {
    ProposalId proposal;
    std::string question;
    std::optional<ProposalStatus> from = {};
};

struct DeclineProposal {
    ProposalId proposal;
    DeclineReason reason = DeclineReason::Other;
    std::optional<std::string> words;
    std::optional<ProposalStatus> from = {};
};

// Undoes a moderation: the proposal waits in the queue again.
struct RequeueProposal {
    ProposalId proposal;
    std::optional<ProposalStatus> from = {};
};

struct HideComment {
    CommentId comment;
    bool hidden = true;
};

struct OpenPhase {
    Phase phase = Phase::Collect;
    std::optional<std::string> reason{}; // Required where it reopens something.
};

struct ConfigurePhase {
    Phase phase = Phase::Collect;
    Switches switches;
};

struct OpenBallot {
    BallotId ballot;
    std::string question;
    Method method = Method::Opinion;
    ResultsRule results = ResultsRule::AfterClosing;
    std::optional<std::vector<ProposalId>> proposals; // Nothing means all that are published.
    Terms terms{};                                    // What is not set is as usual.
    std::optional<BallotId> follows{};                // A second vote on what that one covered.
    // Decides between equals. Random, and made by whoever takes the command in: the core has no luck.
    std::optional<std::string> seed{};
};

struct CloseBallot {
    BallotId ballot;
};

struct ReopenBallot {
    BallotId ballot;
    std::string reason;
};

struct RevealBallot {
    BallotId ballot;
    RevealStep step = RevealStep::Numbers;
};

struct Show {
    View view = View::Join;
    std::optional<ProposalId> proposal;
    std::optional<BallotId> ballot;
    ScreenNumber screen{1};
};

struct StartTimer {
    std::int64_t seconds = 0;
};

struct StopTimer {};

struct DecideProposal {
    ProposalId proposal;
    std::optional<Decision> decision; // Nothing undoes the decision.
    std::optional<std::string> words;
    std::optional<std::string> lead;
    std::vector<std::string> partners;
    std::optional<std::string> start; // Days, as 2025-01-31.
    std::optional<std::string> end;
};

// Other words, or another axis, by a moderator. The former ones stay in sight.
struct RewordProposal {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<ProposalStatus> from = {};
};

// Undoes the last rewording.
struct RestoreProposal {
    ProposalId proposal;
    std::optional<ProposalStatus> from = {};
};

struct ConfigureModeration {
    Moderation moderation = Moderation::Before;
    bool trusts_after_first = false;
};

struct TrustParticipant {
    ParticipantNumber participant;
    bool trusted = true;
};

struct MuteParticipant {
    ParticipantNumber participant;
    bool muted = true;
};

// The first becomes a part of the second, which stands for both (merges.hpp).
struct MergeProposal {
    ProposalId proposal;
    ProposalId into;
    std::optional<ProposalStatus> from = {};
};

struct UnmergeProposal {
    ProposalId proposal;
    std::optional<ProposalStatus> from = {};
};

// One's choice on a merged proposal shall not count for what it was merged into.
struct LeaveMerge {
    ProposalId proposal;
};

// What a sheet of paper says of one proposal.
struct Mark {
    ProposalId proposal;
    Choice choice = Choice::Support;
};

// A paper ballot, typed by somebody: the whole of what its badge says in this ballot.
struct RecordPaper {
    BallotId ballot;
    BadgeNumber badge;
    std::optional<CollegeId>
        college; // As ticked on the sheet; for a badge that nobody used before.
    std::vector<Mark> marks;
};

// The message that stands on every phone and screen. Without words it is taken away.
struct SendMessage {
    std::optional<std::string> text;
};

// The whole agenda anew. A step that plays stays in it.
struct SetAgenda {
    std::vector<Step> steps;
};

// Makes a step the one the room is at: its phase, its time, its ballot. One that was paused goes on.
struct PlayStep {
    StepId step;
    std::optional<BallotId> ballot; // Of the ballot it opens, if it opens one.
    // Which decides ties in it. Drawn by net, never told by a client.
    std::optional<std::string> seed{};
};

struct PauseStep {};

// Ends the step that plays, and nothing plays.
struct EndStep {};

struct SkipStep {
    StepId step;
    bool skipped = true;
};

// Which screens there are. One that is no more leaves its walls to the first one.
struct ArrangeScreens {
    std::vector<ScreenName> screens;
};

// From here on nothing counts, until all of it is purged.
struct StartRehearsal {};

// Takes everything back that the rehearsal made, and ends it.
struct PurgeRehearsal {};

// Sends a proposal of a table's board up, under the id that it has there.
struct SendUp {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;
    Source source;
    std::optional<Language> language{}; // Of its words; the board's where none is said.
};

// The institution's link works no more. What it said stays.
struct RevokeInstitution {
    InstitutionNumber institution;
};

// An institution answers an action. It counts once the facilitator confirms it.
struct OfferCommitment {
    ProposalId proposal;
    std::optional<Pledge> pledge; // Nothing takes back what waits.
};

// The facilitator confirms the answer that was read, or takes a confirmed one back.
struct ConfirmCommitment {
    ProposalId proposal;
    InstitutionNumber institution;
    std::uint64_t revision = 0; // Which of its answers.
    bool confirmed = true;
};

// An institution says how far its commitment is.
struct ReportProgress {
    ProposalId proposal;
    ProgressReport report;
};

using Command = std::variant<
    Introduce, SubmitProposal, EditProposal, WithdrawProposal, CastChoice, SubmitComment,
    PublishProposal, ReturnProposal, DeclineProposal, RequeueProposal, HideComment, OpenPhase,
    ConfigurePhase, OpenBallot, CloseBallot, ReopenBallot, RevealBallot, Show, StartTimer,
    StopTimer, DecideProposal, RewordProposal, RestoreProposal, ConfigureModeration,
    TrustParticipant, MuteParticipant, MergeProposal, UnmergeProposal, LeaveMerge, RecordPaper,
    SendMessage, SetAgenda, PlayStep, PauseStep, EndStep, SkipStep, ArrangeScreens, StartRehearsal,
    PurgeRehearsal, SendUp, RevokeInstitution, OfferCommitment, ConfirmCommitment, ReportProgress>;

} // namespace koudmen::board
