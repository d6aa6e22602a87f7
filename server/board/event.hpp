#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/command.hpp"
#include "board/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What has happened on a board. Past tense, written once, never edited. These are values of the
// core; how they lie on disk is journal/format's business.
namespace koudmen::board {

struct BoardCreated {
    BoardCode code;
    std::string title;
    Language language = Language::Fr;
    std::vector<Axis> axes;
    std::vector<College> colleges;
    Settings settings;
    CredentialHash facilitator;
    CredentialHash moderator;
    CredentialHash screen;

    friend bool operator==(BoardCreated const&, BoardCreated const&) = default;
};

struct ParticipantJoined {
    ParticipantNumber participant;
    CredentialHash credential;
    CollegeId college;
    std::optional<std::string> name;
    BadgeNumber badge{};

    friend bool operator==(ParticipantJoined const&, ParticipantJoined const&) = default;
};

struct ParticipantIntroduced {
    ParticipantNumber participant;
    std::optional<std::string> name;

    friend bool operator==(ParticipantIntroduced const&, ParticipantIntroduced const&) = default;
};

struct ProposalSubmitted {
    ProposalId proposal;
    ParticipantNumber author;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<Source> source{};     // Where it was sent up from.
    std::optional<Language> language{}; // Where it is not the board's.

    friend bool operator==(ProposalSubmitted const&, ProposalSubmitted const&) = default;
};

struct ProposalEdited {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<Language> language{}; // Where it is not the board's.

    friend bool operator==(ProposalEdited const&, ProposalEdited const&) = default;
};

struct ProposalWithdrawn {
    ProposalId proposal;

    friend bool operator==(ProposalWithdrawn const&, ProposalWithdrawn const&) = default;
};

// The proposal waits for the moderators (again): a moderation undone, a withdrawal taken back, or
// the answer to a question.
struct ProposalRequeued {
    ProposalId proposal;

    friend bool operator==(ProposalRequeued const&, ProposalRequeued const&) = default;
};

struct ProposalPublished {
    ProposalId proposal;

    friend bool operator==(ProposalPublished const&, ProposalPublished const&) = default;
};

struct ProposalReturned {
    ProposalId proposal;
    std::string question;

    friend bool operator==(ProposalReturned const&, ProposalReturned const&) = default;
};

struct ProposalDeclined {
    ProposalId proposal;
    DeclineReason reason = DeclineReason::Other;
    std::optional<std::string> words;

    friend bool operator==(ProposalDeclined const&, ProposalDeclined const&) = default;
};

struct ProposalDecided {
    ProposalId proposal;
    Decision decision = Decision::Adopted;
    std::optional<std::string> words;
    std::optional<std::string> lead;
    std::vector<std::string> partners;
    std::optional<std::string> start;
    std::optional<std::string> end;

    friend bool operator==(ProposalDecided const&, ProposalDecided const&) = default;
};

struct DecisionUndone {
    ProposalId proposal;

    friend bool operator==(DecisionUndone const&, DecisionUndone const&) = default;
};

struct CommentSubmitted {
    CommentId comment;
    ProposalId proposal;
    ParticipantNumber author;
    Stance stance = Stance::Note;
    std::string text;
    std::optional<InstitutionNumber> institution = std::nullopt; // Instead of an author.
    std::optional<Language> language = std::nullopt;             // Where it is not the board's.

    friend bool operator==(CommentSubmitted const&, CommentSubmitted const&) = default;
};

struct CommentHidden {
    CommentId comment;
    bool hidden = true;

    friend bool operator==(CommentHidden const&, CommentHidden const&) = default;
};

struct PhaseOpened {
    Phase phase = Phase::Collect;
    std::optional<std::string> reason{}; // Why it, or the closed board, is opened again.

    friend bool operator==(PhaseOpened const&, PhaseOpened const&) = default;
};

struct PhaseConfigured {
    Phase phase = Phase::Collect;
    Switches switches;

    friend bool operator==(PhaseConfigured const&, PhaseConfigured const&) = default;
};

struct BallotOpened {
    BallotId ballot;
    std::string question;
    Method method = Method::Opinion;
    ResultsRule results = ResultsRule::AfterClosing;
    std::vector<ProposalId> proposals;
    Terms terms{};
    std::optional<BallotId> follows{};
    std::optional<std::string> seed{}; // A secret until the order shows.

    friend bool operator==(BallotOpened const&, BallotOpened const&) = default;
};

struct BallotClosed {
    BallotId ballot;

    friend bool operator==(BallotClosed const&, BallotClosed const&) = default;
};

struct BallotReopened {
    BallotId ballot;
    std::optional<std::string> reason{}; // Nobody was asked for one at first.

    friend bool operator==(BallotReopened const&, BallotReopened const&) = default;
};

struct BallotRevealed {
    BallotId ballot;
    RevealStep step = RevealStep::Numbers;

    friend bool operator==(BallotRevealed const&, BallotRevealed const&) = default;
};

// Without a choice: it was taken back.
struct ChoiceCast {
    BallotId ballot;
    ProposalId proposal;
    ParticipantNumber participant;
    std::optional<Choice> choice;

    friend bool operator==(ChoiceCast const&, ChoiceCast const&) = default;
};

struct ScreenShown {
    View view = View::Join;
    std::optional<ProposalId> proposal;
    std::optional<BallotId> ballot;
    std::optional<ScreenNumber> screen{}; // Absent, it is the first.

    friend bool operator==(ScreenShown const&, ScreenShown const&) = default;
};

struct TimerStarted {
    Moment ends_at;

    friend bool operator==(TimerStarted const&, TimerStarted const&) = default;
};

struct TimerStopped {
    friend bool operator==(TimerStopped const&, TimerStopped const&) = default;
};

// Moderators gave it other words. The former ones are kept.
struct ProposalReworded {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;

    friend bool operator==(ProposalReworded const&, ProposalReworded const&) = default;
};

// The last rewording was undone.
struct ProposalRestored {
    ProposalId proposal;

    friend bool operator==(ProposalRestored const&, ProposalRestored const&) = default;
};

struct ModerationConfigured {
    Moderation moderation = Moderation::Before;
    bool trusts_after_first = false;

    friend bool operator==(ModerationConfigured const&, ModerationConfigured const&) = default;
};

struct ParticipantTrusted {
    ParticipantNumber participant;
    bool trusted = true;

    friend bool operator==(ParticipantTrusted const&, ParticipantTrusted const&) = default;
};

struct ParticipantMuted {
    ParticipantNumber participant;
    bool muted = true;

    friend bool operator==(ParticipantMuted const&, ParticipantMuted const&) = default;
};

struct ProposalMerged {
    ProposalId proposal;
    ProposalId into;

    friend bool operator==(ProposalMerged const&, ProposalMerged const&) = default;
};

struct ProposalUnmerged {
    ProposalId proposal;

    friend bool operator==(ProposalUnmerged const&, ProposalUnmerged const&) = default;
};

struct MergeLeft {
    ProposalId proposal;
    ParticipantNumber participant;

    friend bool operator==(MergeLeft const&, MergeLeft const&) = default;
};

// An accepted command that changed nothing, kept so that its operation is remembered as done.
struct Noted {
    friend bool operator==(Noted const&, Noted const&) = default;
};

// The badges that follow the ones before in number, in this order.
struct BadgesIssued {
    std::vector<BadgeHash> badges;

    friend bool operator==(BadgesIssued const&, BadgesIssued const&) = default;
};

// A participant's badge was used on another device: its credential stands for the former one.
struct BadgeMoved {
    ParticipantNumber participant;
    CredentialHash credential;

    friend bool operator==(BadgeMoved const&, BadgeMoved const&) = default;
};

struct HelperIssued {
    CredentialHash credential;

    friend bool operator==(HelperIssued const&, HelperIssued const&) = default;
};

struct HelperRevoked {
    HelperNumber helper;

    friend bool operator==(HelperRevoked const&, HelperRevoked const&) = default;
};

// A sheet was typed. What it changes of the choices is told by events of its own.
struct PaperRecorded {
    BallotId ballot;
    ParticipantNumber participant;

    friend bool operator==(PaperRecorded const&, PaperRecorded const&) = default;
};

// Without words: the message was taken away.
struct MessageSent {
    std::optional<std::string> text;

    friend bool operator==(MessageSent const&, MessageSent const&) = default;
};

struct AgendaSet {
    std::vector<Step> steps;

    friend bool operator==(AgendaSet const&, AgendaSet const&) = default;
};

// The step plays (again), and the one before it is done. Phase, timer and ballot are events of
// their own, beside it.
struct StepPlayed {
    StepId step;
    std::optional<BallotId> ballot; // That it opens now.

    friend bool operator==(StepPlayed const&, StepPlayed const&) = default;
};

struct StepPaused {
    std::uint64_t milliseconds_left = 0;

    friend bool operator==(StepPaused const&, StepPaused const&) = default;
};

struct StepEnded {
    friend bool operator==(StepEnded const&, StepEnded const&) = default;
};

struct StepSkipped {
    StepId step;
    bool skipped = true;

    friend bool operator==(StepSkipped const&, StepSkipped const&) = default;
};

struct ScreensArranged {
    std::vector<ScreenName> screens;

    friend bool operator==(ScreensArranged const&, ScreensArranged const&) = default;
};

struct RehearsalStarted {
    friend bool operator==(RehearsalStarted const&, RehearsalStarted const&) = default;
};

struct RehearsalPurged {
    friend bool operator==(RehearsalPurged const&, RehearsalPurged const&) = default;
};

// A table is a participant that has no voice of its own.
struct TableAdded {
    ParticipantNumber participant;
    CredentialHash scribe;
    std::string title;
    BoardCode board;

    friend bool operator==(TableAdded const&, TableAdded const&) = default;
};

// This board is a table of another.
struct ParentNamed {
    Parent parent;

    friend bool operator==(ParentNamed const&, ParentNamed const&) = default;
};
struct InstitutionInvited {
    InstitutionNumber institution;
    std::string name;
    CredentialHash credential;

    friend bool operator==(InstitutionInvited const&, InstitutionInvited const&) = default;
};

struct InstitutionRevoked {
    InstitutionNumber institution;

    friend bool operator==(InstitutionRevoked const&, InstitutionRevoked const&) = default;
};

// Without a pledge: what waited was taken back.
struct CommitmentOffered {
    ProposalId proposal;
    InstitutionNumber institution;
    std::optional<Pledge> pledge;

    friend bool operator==(CommitmentOffered const&, CommitmentOffered const&) = default;
};

// Confirmed: what waited stands now. Not: what stood waits again.
struct CommitmentConfirmed {
    ProposalId proposal;
    InstitutionNumber institution;
    bool confirmed = true;

    friend bool operator==(CommitmentConfirmed const&, CommitmentConfirmed const&) = default;
};

struct ProgressReported {
    ProposalId proposal;
    InstitutionNumber institution;
    ProgressReport report;

    friend bool operator==(ProgressReported const&, ProgressReported const&) = default;
};

// A proposal that was prepared elsewhere; nobody of the room wrote it.
struct ProposalImported {
    ProposalId proposal;
    std::string title;
    std::string description;
    AxisId axis;

    friend bool operator==(ProposalImported const&, ProposalImported const&) = default;
};

// Behind those that there are.
struct AxesImported {
    std::vector<Axis> axes;

    friend bool operator==(AxesImported const&, AxesImported const&) = default;
};

struct CollegesImported {
    std::vector<College> colleges;

    friend bool operator==(CollegesImported const&, CollegesImported const&) = default;
};

using Event = std::variant<
    BoardCreated, ParticipantJoined, ParticipantIntroduced, ProposalSubmitted, ProposalEdited,
    ProposalWithdrawn, ProposalRequeued, ProposalPublished, ProposalReturned, ProposalDeclined,
    ProposalDecided, DecisionUndone, CommentSubmitted, CommentHidden, PhaseOpened, PhaseConfigured,
    BallotOpened, BallotClosed, BallotReopened, BallotRevealed, ChoiceCast, ScreenShown,
    TimerStarted, TimerStopped, Noted, BadgesIssued, BadgeMoved, ProposalReworded, ProposalRestored,
    ModerationConfigured, ParticipantTrusted, ParticipantMuted, ProposalMerged, ProposalUnmerged,
    MergeLeft, HelperIssued, HelperRevoked, PaperRecorded, MessageSent, AgendaSet, StepPlayed,
    StepPaused, StepEnded, StepSkipped, ScreensArranged, RehearsalStarted, RehearsalPurged,
    TableAdded, ParentNamed, InstitutionInvited, InstitutionRevoked, CommitmentOffered,
    CommitmentConfirmed, ProgressReported, ProposalImported, AxesImported, CollegesImported>;

// Who caused an event, from which device, as which of its operations, by which way. Opening and joining a board
// come from no device: the id is unnamed and the operation 0.
struct Stamp {
    Actor actor;
    DeviceId device;
    Operation operation;
    Channel channel = Channel::Phone;

    friend bool operator==(Stamp const&, Stamp const&) = default;
};

// An event in its place.
struct Recorded {
    Position position;
    Moment at;
    Stamp by;
    Event event;

    friend bool operator==(Recorded const&, Recorded const&) = default;
};

} // namespace koudmen::board
