#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// The product's closed vocabularies. The words are those of the protocol and of the journal, so
// they are written once, here, in the same order as the protocol's.
namespace koudmen::board {

// Every vocabulary specialises this: its words, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words{};

template <class Enum>
constexpr std::string_view word(Enum value)
{
    return words<Enum>[static_cast<std::size_t>(value)];
}

enum class Language { Fr, Gcf, En };
template <>
inline constexpr auto words<Language> = std::to_array<std::string_view>({"fr", "gcf", "en"});

enum class Role { Participant, Moderator, Facilitator, Screen, Observer, Helper, Institution };
template <>
inline constexpr auto words<Role> = std::to_array<std::string_view>(
    {"participant", "moderator", "facilitator", "screen", "observer", "helper", "institution"});

enum class Phase { Collect, Moderate, Discuss, Vote, Reveal, Closed };
template <>
inline constexpr auto words<Phase> =
    std::to_array<std::string_view>({"collect", "moderate", "discuss", "vote", "reveal", "closed"});

enum class Stance { For, Against, Question, Note };
template <>
inline constexpr auto words<Stance> = std::to_array<std::string_view>({"for", "against", "question",
                                                                       "note"});

// The choices of every method, one after the other; which range is whose stands in methods.hpp.
enum class Choice {
    Support,
    Neutral,
    Oppose,
    Approve,
    OneDot,
    TwoDots,
    ThreeDots,
    FourDots,
    FiveDots,
    SixDots,
    SevenDots,
    EightDots,
    NineDots,
    TenDots,
    VeryGood,
    Good,
    FairlyGood,
    Passable,
    Insufficient,
    ToReject
};
template <>
inline constexpr auto words<Choice> = std::to_array<std::string_view>(
    {"support",  "neutral",  "oppose",     "approve",   "oneDot",       "twoDots",  "threeDots",
     "fourDots", "fiveDots", "sixDots",    "sevenDots", "eightDots",    "nineDots", "tenDots",
     "veryGood", "good",     "fairlyGood", "passable",  "insufficient", "toReject"});

enum class Method { Opinion, Approval, Dots, Grades };
template <>
inline constexpr auto words<Method> = std::to_array<std::string_view>({"opinion", "approval",
                                                                       "dots", "grades"});

enum class ResultsRule { Live, AfterOwnVote, AfterClosing, WhenRevealed };
template <>
inline constexpr auto words<ResultsRule> =
    std::to_array<std::string_view>({"live", "afterOwnVote", "afterClosing", "whenRevealed"});

enum class BallotState { Open, Closed, Revealed, OrderRevealed };
template <>
inline constexpr auto words<BallotState> =
    std::to_array<std::string_view>({"open", "closed", "revealed", "orderRevealed"});

// What of the results is revealed: the numbers, or first only the order.
enum class RevealStep { Numbers, Order };
template <>
inline constexpr auto words<RevealStep> = std::to_array<std::string_view>({"numbers", "order"});

enum class ProposalStatus {
    Submitted,
    Returned,
    Declined,
    Published,
    Withdrawn,
    Adopted,
    AdoptedWithChanges,
    ToStudy,
    NotRetained,
    Merged
};
template <>
inline constexpr auto words<ProposalStatus> = std::to_array<std::string_view>(
    {"submitted", "returned", "declined", "published", "withdrawn", "adopted", "adoptedWithChanges",
     "toStudy", "notRetained", "merged"});

enum class Decision { Adopted, AdoptedWithChanges, ToStudy, NotRetained };
template <>
inline constexpr auto words<Decision> =
    std::to_array<std::string_view>({"adopted", "adoptedWithChanges", "toStudy", "notRetained"});

enum class DeclineReason { OffTopic, Duplicate, NotAnAction, Disrespectful, PersonalData, Other };
template <>
inline constexpr auto words<DeclineReason> = std::to_array<std::string_view>(
    {"offTopic", "duplicate", "notAnAction", "disrespectful", "personalData", "other"});

enum class View { Join, Proposals, Proposal, Results, Roadmap, Blank, Agreement, Colleges };
template <>
inline constexpr auto words<View> = std::to_array<std::string_view>(
    {"join", "proposals", "proposal", "results", "roadmap", "blank", "agreement", "colleges"});

enum class Moderation { Before, After };
template <>
inline constexpr auto words<Moderation> = std::to_array<std::string_view>({"before", "after"});

// Who may join: anybody who has the code, or who holds one of the board's badges.
enum class Admission { Open, Badges };
template <>
inline constexpr auto words<Admission> = std::to_array<std::string_view>({"open", "badges"});

// What moderators do, as the public log tells it.
enum class ModerationAct {
    Published,
    Returned,
    Declined,
    Requeued,
    Reworded,
    Restored,
    Merged,
    Unmerged,
    CommentHidden,
    CommentShown,
    Trusted,
    Distrusted,
    Muted,
    Unmuted
};
template <>
inline constexpr auto words<ModerationAct> = std::to_array<std::string_view>(
    {"published", "returned", "declined", "requeued", "reworded", "restored", "merged", "unmerged",
     "commentHidden", "commentShown", "trusted", "distrusted", "muted", "unmuted"});

// By which way somebody took part: their own phone, a tablet that people share, a helper who acts for
// them, or paper that somebody typed.
enum class Channel { Phone, Shared, Assisted, Paper };
template <>
inline constexpr auto words<Channel> = std::to_array<std::string_view>({"phone", "shared",
                                                                        "assisted", "paper"});

// What a badge was used for, as its trail tells.
enum class Deed { Joined, Moved, Proposed, Commented, Voted };
template <>
inline constexpr auto words<Deed> = std::to_array<std::string_view>({"joined", "moved", "proposed",
                                                                     "commented", "voted"});

enum class StepState { Waiting, Playing, Paused, Done, Skipped };
template <>
inline constexpr auto words<StepState> =
    std::to_array<std::string_view>({"waiting", "playing", "paused", "done", "skipped"});

// What an institution says to an action.
enum class Response { Accepted, AcceptedWithChanges, Declined };
template <>
inline constexpr auto words<Response> =
    std::to_array<std::string_view>({"accepted", "acceptedWithChanges", "declined"});

// What an institution needs help with, in the vocabulary of the national roadmap's tool.
enum class NeedCode {
    TerritorialDiagnosis,
    RoadmapWriting,
    LegalSupport,
    LocalFund,
    GrantFiles,
    Governance,
    Reconditioning,
    TerritorialData,
    Awareness,
    Qualiopi
};
template <>
inline constexpr auto words<NeedCode> = std::to_array<std::string_view>(
    {"territorialDiagnosis", "roadmapWriting", "legalSupport", "localFund", "grantFiles",
     "governance", "reconditioning", "territorialData", "awareness", "qualiopi"});

// How far a commitment is.
enum class Progress { Planned, Started, Done, Abandoned };
template <>
inline constexpr auto words<Progress> = std::to_array<std::string_view>({"planned", "started",
                                                                         "done", "abandoned"});

// What a table holds that is imported.
enum class ImportKind { Proposals, Axes, Colleges, Badges };
template <>
inline constexpr auto words<ImportKind> = std::to_array<std::string_view>({"proposals", "axes",
                                                                           "colleges", "badges"});

// Why a command is refused. One list with the protocol, which also says each in a sentence.
enum class RefusalWord {
    Malformed,
    UnknownWord,
    NotAllowed,
    PhaseForbids,
    BoardClosed,
    Superseded,
    TooManyDevices,
    Required,
    TooLong,
    BadText,
    TooMany,
    UnknownAxis,
    UnknownCollege,
    UnknownProposal,
    UnknownComment,
    UnknownBallot,
    IdTaken,
    NotYours,
    EditTimeOver,
    WrongStatus,
    BallotNotOpen,
    BallotOpen,
    BallotNotClosed,
    NotInBallot,
    NothingToVoteOn,
    BadDates,
    Busy,
    NotSaved,
    UnknownBoard,
    UnknownCredential,
    NotOfMethod,
    OverMaximum,
    OverBudget,
    OverCap,
    BadgeRequired,
    UnknownBadge,
    BadgeMoved,
    Claimed,
    Muted,
    UnknownParticipant,
    UnknownHelper,
    UnknownStep,
    StepPlaying,
    NoStepPlaying,
    UnknownTemplate,
    UnknownScreen,
    RehearsalOver,
    NoRehearsal,
    NotATable,
    UnknownInstitution,
    UnknownCommitment,
    ResultsHidden
};
template <>
inline constexpr auto words<RefusalWord> = std::to_array<std::string_view>({"malformed",
                                                                            "unknownWord",
                                                                            "notAllowed",
                                                                            "phaseForbids",
                                                                            "boardClosed",
                                                                            "superseded",
                                                                            "tooManyDevices",
                                                                            "required",
                                                                            "tooLong",
                                                                            "badText",
                                                                            "tooMany",
                                                                            "unknownAxis",
                                                                            "unknownCollege",
                                                                            "unknownProposal",
                                                                            "unknownComment",
                                                                            "unknownBallot",
                                                                            "idTaken",
                                                                            "notYours",
                                                                            "editTimeOver",
                                                                            "wrongStatus",
                                                                            "ballotNotOpen",
                                                                            "ballotOpen",
                                                                            "ballotNotClosed",
                                                                            "notInBallot",
                                                                            "nothingToVoteOn",
                                                                            "badDates",
                                                                            "busy",
                                                                            "notSaved",
                                                                            "unknownBoard",
                                                                            "unknownCredential",
                                                                            "notOfMethod",
                                                                            "overMaximum",
                                                                            "overBudget",
                                                                            "overCap",
                                                                            "badgeRequired",
                                                                            "unknownBadge",
                                                                            "badgeMoved",
                                                                            "claimed",
                                                                            "muted",
                                                                            "unknownParticipant",
                                                                            "unknownHelper",
                                                                            "unknownStep",
                                                                            "stepPlaying",
                                                                            "noStepPlaying",
                                                                            "unknownTemplate",
                                                                            "unknownScreen",
                                                                            "rehearsalOver",
                                                                            "noRehearsal",
                                                                            "notATable",
                                                                            "unknownInstitution",
                                                                            "unknownCommitment",
                                                                            "resultsHidden"});

} // namespace koudmen::board
