#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/changes.hpp"
#include "board/command.hpp"
#include "board/commitment.hpp"
#include "board/event.hpp"
#include "board/words.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// A board as its events made it. Pure values: the same events give the same board on any machine.
namespace koudmen::board {

inline constexpr std::size_t phase_count = words<Phase>.size();

struct Participant {
    ParticipantNumber number;
    CredentialHash credential;
    CollegeId college;
    std::optional<std::string> name;
    std::vector<ProposalId> proposals; // In order of submission.
    std::vector<CommentId> comments;
    Position changed;            // When the name, or being muted, last changed.
    std::optional<bool> trusted; // What moderators said; else the board's setting decides.
    bool muted = false;
    BadgeNumber badge{};              // 0 for who joined without one.
    Channel channel = Channel::Phone; // By which they joined.

    friend bool operator==(Participant const&, Participant const&) = default;
};

// What the room decided of a proposal, and who carries it.
struct Verdict {
    Decision decision = Decision::Adopted;
    Moment at;
    std::optional<std::string> words;
    std::optional<std::string> lead;
    std::vector<std::string> partners;
    std::optional<std::string> start;
    std::optional<std::string> end;

    friend bool operator==(Verdict const&, Verdict const&) = default;
};

// The words of a proposal before moderators reworded it.
struct Wording {
    std::string title;
    std::string description;
    AxisId axis;

    friend bool operator==(Wording const&, Wording const&) = default;
};

// What a proposal was merged into.
struct Merge {
    ProposalId into;
    Position at;

    friend bool operator==(Merge const&, Merge const&) = default;
};

struct Proposal {
    ProposalId id;
    std::uint64_t number = 0; // Order of submission: 1, 2, 3...
    ParticipantNumber author;
    std::string title;
    std::string description;
    AxisId axis;
    std::optional<Language> language{}; // Where it is not the board's.
    ProposalStatus status = ProposalStatus::Submitted;
    Moment submitted_at;
    std::optional<Source> source{};      // Where a table sent it up from.
    bool seen = false;                   // Whether the room ever saw it.
    bool imported = false;               // Prepared elsewhere; then nobody is its author.
    std::optional<std::string> question; // While returned.
    std::optional<DeclineReason> reason; // While declined.
    std::optional<std::string> words;    // While declined.
    std::optional<Verdict> verdict;      // While decided.
    std::vector<CommentId> comments;     // In order of submission, hidden ones too.
    std::optional<Merge> merged;         // While merged.
    std::vector<ProposalId> parts;       // Merged into it, in that order.
    std::vector<Wording> former;         // Before each rewording that stands; first the author's.
    Channel channel = Channel::Phone;    // By which it was submitted.

    friend bool operator==(Proposal const&, Proposal const&) = default;
};

struct Comment {
    CommentId id;
    ProposalId proposal;
    ParticipantNumber author;
    Stance stance = Stance::Note;
    std::string text;
    Moment at;
    bool hidden = false;
    Channel channel = Channel::Phone;
    std::optional<InstitutionNumber> institution = std::nullopt; // Instead of an author.
    std::optional<Language> language = std::nullopt;             // Where it is not the board's.

    friend bool operator==(Comment const&, Comment const&) = default;
};

// How many people chose each level of the ballot's scale (methods.hpp).
using Counts = std::vector<std::uint64_t>;

struct Tally {
    Counts counts;
    std::map<CollegeId, Counts> colleges;

    friend bool operator==(Tally const&, Tally const&) = default;
};

// What one participant last said of one proposal in one ballot, and at which position.
struct Cast {
    std::optional<Choice> choice;
    Position at;   // When it became this.
    Position said; // When the person said what it was made of.
    Channel channel = Channel::Phone;

    friend bool operator==(Cast const&, Cast const&) = default;
};

struct Voter {
    std::map<ProposalId, Cast> casts;
    std::uint64_t standing = 0;       // Choices not taken back.
    std::map<ProposalId, Cast> aside; // What was said of what a merge joined (merges.hpp).

    friend bool operator==(Voter const&, Voter const&) = default;
};

// A ballot that was closed and opened again, and why.
struct Reopening {
    Moment at;
    std::optional<std::string> reason;

    friend bool operator==(Reopening const&, Reopening const&) = default;
};

struct Ballot {
    BallotId id;
    std::uint64_t number = 0; // 1, 2, 3...
    std::string question;
    Method method = Method::Opinion;
    ResultsRule results = ResultsRule::AfterClosing;
    BallotState state = BallotState::Open;
    std::vector<ProposalId> proposals;
    Terms terms;
    std::optional<BallotId> follows;
    std::optional<std::string> seed;
    std::vector<Reopening> reopenings;
    std::map<ProposalId, Tally> tallies; // One for each proposal it covers.
    std::map<ParticipantNumber, Voter> voters;
    std::uint64_t turnout = 0;      // Voters with at least one standing choice.
    std::vector<ProposalId> joined; // Merged proposals whose choices count for the whole.
    std::map<ProposalId, std::vector<ParticipantNumber>> left; // Who left which of them.
    Position regrouped;                                        // When that last changed.
    Moment opened_at;
    std::optional<Moment> closed_at;

    friend bool operator==(Ballot const&, Ballot const&) = default;
};

// One thing a badge was used for by one channel, and from when to when. It tells of a ballot that
// there was a choice, never which.
struct Trace {
    Deed deed = Deed::Joined;
    Channel channel = Channel::Phone;
    BallotId ballot; // Unless voted, unnamed.
    Moment first;
    Moment last;

    friend bool operator==(Trace const&, Trace const&) = default;
};

struct Helper {
    CredentialHash credential;
    Moment issued_at;
    bool revoked = false;

    friend bool operator==(Helper const&, Helper const&) = default;
};

// A badge as it was issued, and what became of it.
struct Badge {
    ParticipantNumber participant; // Who joined with it; 0 while nobody has.
    std::uint64_t moves = 0;       // How often it was used on another device since.
    std::vector<Trace> trail;      // One for each deed, channel and ballot.

    friend bool operator==(Badge const&, Badge const&) = default;
};

struct Institution {
    InstitutionNumber number;
    std::string name;
    CredentialHash credential;
    bool revoked = false;
    std::vector<CommentId> comments; // In order of submission, hidden ones too.

    friend bool operator==(Institution const&, Institution const&) = default;
};

// Whose answer to which action.
struct CommitmentId {
    ProposalId proposal;
    InstitutionNumber institution;

    friend auto operator<=>(CommitmentId const&, CommitmentId const&) = default;
};

struct Reported {
    Moment at;
    ProgressReport report;

    friend bool operator==(Reported const&, Reported const&) = default;
};

// An institution's answer to an action. What stands is told to everybody, while the action is
// adopted; what waits for the facilitator is not, and leaves what stands as it is.
struct Commitment {
    CommitmentId id;
    std::uint64_t revision = 0; // Counts its answers, those taken back too.
    std::optional<Pledge> waiting;
    std::optional<Pledge> standing;
    std::optional<Moment> confirmed_at; // While one stands.
    std::vector<Reported> progress;     // First come first.
    bool stood = false;                 // Whether everybody was ever told of it.
    Position told; // When what everybody is told of it last changed; what waits is not of that.

    friend bool operator==(Commitment const&, Commitment const&) = default;
};

struct Screen {
    View view = View::Join;
    std::optional<ProposalId> proposal;
    std::optional<BallotId> ballot;
    std::optional<std::string> name{};

    friend bool operator==(Screen const&, Screen const&) = default;
};

// What a screen began to show, and when.
struct Showing {
    ScreenNumber screen;
    Moment at;
    View view = View::Join;
    std::optional<ProposalId> proposal;
    std::optional<BallotId> ballot;

    friend bool operator==(Showing const&, Showing const&) = default;
};

// A phase that was opened again, or opened on a closed board. Old ones have no reason.
struct PhaseReopening {
    Phase phase = Phase::Collect;
    Moment at;
    std::optional<std::string> reason;

    friend bool operator==(PhaseReopening const&, PhaseReopening const&) = default;
};

// What the desk tells everybody. It stands until it is replaced or taken away.
struct Message {
    Position number; // At which it was sent, so that no two have the same.
    std::string text;
    Moment sent_at;

    friend bool operator==(Message const&, Message const&) = default;
};

// What is planned, and where the room is in it.
struct Agenda {
    std::vector<Step> steps;
    std::map<StepId, StepState> states;             // Steps that are not waiting.
    std::optional<StepId> current;                  // Plays or is paused.
    std::optional<BallotId> ballot;                 // That the current step opened.
    std::optional<std::uint64_t> milliseconds_left; // While it is paused.

    Step const* find(StepId const& id) const;
    StepState state(StepId const& id) const;

    friend bool operator==(Agenda const&, Agenda const&) = default;
};

// A board of its own that sends proposals up to this one.
struct Table {
    std::string title;
    BoardCode board;
    ParticipantNumber participant; // As which its scribe is known here.

    friend bool operator==(Table const&, Table const&) = default;
};

// A device of a member. Members without a number share their role.
struct Device {
    Actor actor;
    DeviceId id;

    friend auto operator<=>(Device const&, Device const&) = default;
};

// Which of a device's operations were accepted.
//
// `highest` is the newest; bit n of `before` tells of the operation n + 1 below it. A device never
// has more than 64 unanswered commands, so older ones need no memory.
struct Accepted {
    Operation highest;
    std::uint64_t before = 0;

    // Remembers one more. Operations may be accepted in any order.
    void add(Operation operation);

    bool has(Operation operation) const;

    friend bool operator==(Accepted const&, Accepted const&) = default;
};

// One act of moderation. Whose it was stands in the event; here only what everybody may read.
struct Moderated {
    Position position;
    Moment at;
    ModerationAct act = ModerationAct::Published;
    std::optional<std::uint64_t> proposal; // Its number; nothing where it is about a person.
    std::optional<std::uint64_t> into;     // The number of what it was merged into.
    std::optional<DeclineReason> reason;   // Why it was declined.

    friend bool operator==(Moderated const&, Moderated const&) = default;
};

struct Board;

// While a rehearsal lasts: since when, and the board as it was before, to come back to.
struct Rehearsal {
    Moment since;
    std::shared_ptr<Board const> before;

    friend bool operator==(Rehearsal const& one, Rehearsal const& other);
};

struct Board {
    Position position; // Of the last event applied; 0 means there is no board yet.
    Moment last_at;    // Of that event.

    BoardCode code;
    std::string title;
    Language language = Language::Fr;
    std::vector<Axis> axes;
    std::vector<College> colleges;
    Settings settings;
    std::array<Switches, phase_count> switches{};

    Phase phase = Phase::Collect;
    Moment phase_since;
    std::array<bool, phase_count> left{};         // Phases that were open before and are not now.
    std::vector<PhaseReopening> phase_reopenings; // In order of time.
    std::map<ScreenNumber, Screen> screens{{ScreenNumber{1}, Screen{}}};
    std::vector<Showing> showings; // The last of them, in order of time.
    std::optional<Moment> timer_ends_at;
    std::optional<Message> message;
    Agenda agenda;

    std::map<CredentialHash, Actor> members;
    std::map<ParticipantNumber, Participant> participants;
    std::map<CollegeId, std::uint64_t> joined; // Participants by college.
    std::map<Device, Accepted> devices;

    std::map<ProposalId, Proposal> proposals;
    std::map<CommentId, Comment> comments;
    std::map<BallotId, Ballot> ballots;
    std::map<InstitutionNumber, Institution> institutions;
    std::map<CommitmentId, Commitment> commitments;

    std::map<BadgeNumber, Badge> badges;
    std::map<BadgeHash, BadgeNumber> badge_numbers;
    // Credentials whose participant's badge was used on another device, so that they can be told.
    std::map<CredentialHash, ParticipantNumber> replaced;
    std::vector<Moderated> moderation; // In their order, at most moderation_log_max.
    std::map<HelperNumber, Helper> helpers;
    std::vector<Table> tables; // 1, 2, 3...
    std::optional<Parent> parent;

    std::optional<Rehearsal> rehearsal;
    Position voided; // All that was told up to here is void: a rehearsal was purged. 0 if none was.

    Changes changes;

    Switches const& now() const { return switches[static_cast<std::size_t>(phase)]; }

    friend bool operator==(Board const&, Board const&) = default;
};

// The switches a phase has until somebody configures it.
Switches usual_switches(Phase phase);

// Makes what has happened part of the board. Total: an event was already accepted, so one that does
// not fit is a bug and stops the program. Events come in order of position, without a gap.
void apply(Board& board, Recorded const& recorded);

// Who holds this credential, if anybody.
std::optional<Actor> member(Board const& board, CredentialHash const& credential);

// Whether what this participant proposes is public at once: because moderators said so, or on a
// board that trusts whoever had a proposal published.
bool is_trusted(Board const& board, Participant const& participant);

// Whether the room sees the proposal: published, or decided after that.
bool is_public(ProposalStatus status);

// Whether opening this phase takes something up again that was ended: the phase itself, or a closed
// board. Closing never does.
bool reopens(Board const& board, Phase phase);

// The table that this participant is, or nullptr where it is a person.
Table const* table_of(Board const& board, ParticipantNumber participant);

// The college a proposal stands for: its author's, here or at the table it came from.
CollegeId const& college_of(Board const& board, Proposal const& proposal);

// People who joined, tables not counted.
std::size_t people(Board const& board);

// Whether the room made the proposal an action, which institutions answer.
bool is_adopted(ProposalStatus status);

// Whether everybody is told what the institution answered.
bool is_told(Board const& board, Commitment const& commitment);

// The open ballot, or nullptr.
Ballot const* open_ballot(Board const& board);

} // namespace koudmen::board
