#pragma once

#include "board/event.hpp"
#include "board/state.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

// How each value lies in a record: the short word of every field, told once for writing and reading.
// Words are never changed or used again for something else; a new field is added with `later`, so
// that records from before it can be read.
namespace koudmen::journal {

template <class Struct, class Value>
struct FieldOf {
    std::string_view word;
    Value Struct::*member;
    bool may_lack; // Left out while it has its usual value, as in records from before the field.
};

template <class Struct, class Value>
constexpr FieldOf<Struct, Value> field(std::string_view word, Value Struct::*member)
{
    return {word, member, false};
}

// A field that came later: left out, and read as missing, while it has its usual value.
template <class Struct, class Value>
constexpr FieldOf<Struct, Value> later(std::string_view word, Value Struct::*member)
{
    return {word, member, true};
}

template <class Struct>
struct Layout; // `fields` for every struct, and `word` for every event.

// Two fields of one word would be written both, and read as one.
template <class... Field>
constexpr bool words_differ(std::tuple<Field...> const& fields)
{
    auto words = std::apply(
        [](auto const&... field) {
            return std::array<std::string_view, sizeof...(field)>{field.word...};
        },
        fields);
    std::sort(words.begin(), words.end());
    return std::adjacent_find(words.begin(), words.end()) == words.end();
}

#define KOUDMEN_LAYOUT(Struct, ...)                                                                \
    template <>                                                                                    \
    struct Layout<board::Struct> {                                                                 \
        using Self = board::Struct;                                                                \
        static constexpr auto fields = std::make_tuple(__VA_ARGS__);                               \
        static_assert(words_differ(fields));                                                       \
    };

#define KOUDMEN_EVENT(Struct, Word, ...)                                                           \
    template <>                                                                                    \
    struct Layout<board::Struct> {                                                                 \
        using Self = board::Struct;                                                                \
        static constexpr std::string_view word = Word;                                             \
        static constexpr auto fields = std::make_tuple(__VA_ARGS__);                               \
        static_assert(words_differ(fields));                                                       \
    };

KOUDMEN_LAYOUT(Axis, field("i", &Self::id), field("t", &Self::title))
KOUDMEN_LAYOUT(College, field("i", &Self::id), field("t", &Self::title))
KOUDMEN_LAYOUT(Settings, field("m", &Self::moderation),
               field("n", &Self::proposals_per_participant), later("a", &Self::admission),
               later("t", &Self::trusts_after_first))
KOUDMEN_LAYOUT(Switches, field("p", &Self::propose), field("c", &Self::comment),
               field("v", &Self::vote), field("r", &Self::results))
KOUDMEN_LAYOUT(BallotPlan, field("q", &Self::question), field("m", &Self::method),
               field("r", &Self::results))
KOUDMEN_LAYOUT(Step, field("i", &Self::id), field("t", &Self::title), field("h", &Self::phase),
               field("m", &Self::minutes), field("b", &Self::ballot))
KOUDMEN_LAYOUT(ScreenName, field("n", &Self::screen), field("t", &Self::name))
KOUDMEN_LAYOUT(Parent, field("c", &Self::board), field("t", &Self::title))
KOUDMEN_LAYOUT(Source, field("g", &Self::college), field("n", &Self::number))
KOUDMEN_LAYOUT(Actor, field("r", &Self::role), field("p", &Self::participant),
               field("i", &Self::institution))
KOUDMEN_LAYOUT(Stamp, field("a", &Self::actor), field("d", &Self::device),
               field("o", &Self::operation), later("c", &Self::channel))

KOUDMEN_LAYOUT(Terms, field("m", &Self::maximum), field("b", &Self::budget), field("c", &Self::cap),
               field("j", &Self::judgments_min))

KOUDMEN_EVENT(BoardCreated, "boardCreated", field("c", &Self::code), field("t", &Self::title),
              field("l", &Self::language), field("x", &Self::axes), field("g", &Self::colleges),
              field("s", &Self::settings), field("f", &Self::facilitator),
              field("m", &Self::moderator), field("w", &Self::screen))
KOUDMEN_EVENT(ParticipantJoined, "participantJoined", field("p", &Self::participant),
              field("h", &Self::credential), field("g", &Self::college), field("n", &Self::name),
              later("b", &Self::badge))
KOUDMEN_EVENT(ParticipantIntroduced, "participantIntroduced", field("p", &Self::participant),
              field("n", &Self::name))
KOUDMEN_EVENT(ProposalSubmitted, "proposalSubmitted", field("i", &Self::proposal),
              field("p", &Self::author), field("t", &Self::title), field("d", &Self::description),
              field("x", &Self::axis), field("f", &Self::source), field("l", &Self::language))
KOUDMEN_EVENT(ProposalEdited, "proposalEdited", field("i", &Self::proposal),
              field("t", &Self::title), field("d", &Self::description), field("x", &Self::axis),
              field("l", &Self::language))
KOUDMEN_EVENT(ProposalWithdrawn, "proposalWithdrawn", field("i", &Self::proposal))
KOUDMEN_EVENT(ProposalRequeued, "proposalRequeued", field("i", &Self::proposal))
KOUDMEN_EVENT(ProposalPublished, "proposalPublished", field("i", &Self::proposal))
KOUDMEN_EVENT(ProposalReturned, "proposalReturned", field("i", &Self::proposal),
              field("q", &Self::question))
KOUDMEN_EVENT(ProposalDeclined, "proposalDeclined", field("i", &Self::proposal),
              field("r", &Self::reason), field("w", &Self::words))
KOUDMEN_EVENT(ProposalDecided, "proposalDecided", field("i", &Self::proposal),
              field("d", &Self::decision), field("w", &Self::words), field("l", &Self::lead),
              field("p", &Self::partners), field("s", &Self::start), field("e", &Self::end))
KOUDMEN_EVENT(DecisionUndone, "decisionUndone", field("i", &Self::proposal))
KOUDMEN_EVENT(CommentSubmitted, "commentSubmitted", field("c", &Self::comment),
              field("i", &Self::proposal), field("p", &Self::author), field("s", &Self::stance),
              field("t", &Self::text), field("o", &Self::institution), field("l", &Self::language))
KOUDMEN_EVENT(CommentHidden, "commentHidden", field("c", &Self::comment), field("h", &Self::hidden))
KOUDMEN_EVENT(PhaseOpened, "phaseOpened", field("h", &Self::phase), field("r", &Self::reason))
KOUDMEN_EVENT(PhaseConfigured, "phaseConfigured", field("h", &Self::phase),
              field("s", &Self::switches))
KOUDMEN_EVENT(BallotOpened, "ballotOpened", field("b", &Self::ballot), field("q", &Self::question),
              field("m", &Self::method), field("r", &Self::results), field("i", &Self::proposals),
              later("t", &Self::terms), field("f", &Self::follows), field("s", &Self::seed))
KOUDMEN_EVENT(BallotClosed, "ballotClosed", field("b", &Self::ballot))
KOUDMEN_EVENT(BallotReopened, "ballotReopened", field("b", &Self::ballot),
              field("r", &Self::reason))
KOUDMEN_EVENT(BallotRevealed, "ballotRevealed", field("b", &Self::ballot), later("s", &Self::step))
KOUDMEN_EVENT(ChoiceCast, "choiceCast", field("b", &Self::ballot), field("i", &Self::proposal),
              field("p", &Self::participant), field("c", &Self::choice))
KOUDMEN_EVENT(ScreenShown, "screenShown", field("v", &Self::view), field("i", &Self::proposal),
              field("b", &Self::ballot), field("n", &Self::screen))
KOUDMEN_EVENT(TimerStarted, "timerStarted", field("e", &Self::ends_at))
KOUDMEN_EVENT(TimerStopped, "timerStopped")
KOUDMEN_EVENT(Noted, "noted")
KOUDMEN_EVENT(BadgesIssued, "badgesIssued", field("h", &Self::badges))
KOUDMEN_EVENT(BadgeMoved, "badgeMoved", field("p", &Self::participant),
              field("h", &Self::credential))
KOUDMEN_EVENT(ProposalReworded, "proposalReworded", field("i", &Self::proposal),
              field("t", &Self::title), field("d", &Self::description), field("x", &Self::axis))
KOUDMEN_EVENT(ProposalRestored, "proposalRestored", field("i", &Self::proposal))
KOUDMEN_EVENT(ModerationConfigured, "moderationConfigured", field("m", &Self::moderation),
              field("t", &Self::trusts_after_first))
KOUDMEN_EVENT(ParticipantTrusted, "participantTrusted", field("p", &Self::participant),
              field("t", &Self::trusted))
KOUDMEN_EVENT(ParticipantMuted, "participantMuted", field("p", &Self::participant),
              field("m", &Self::muted))
KOUDMEN_EVENT(ProposalMerged, "proposalMerged", field("i", &Self::proposal),
              field("o", &Self::into))
KOUDMEN_EVENT(ProposalUnmerged, "proposalUnmerged", field("i", &Self::proposal))
KOUDMEN_EVENT(MergeLeft, "mergeLeft", field("i", &Self::proposal), field("p", &Self::participant))
KOUDMEN_EVENT(HelperIssued, "helperIssued", field("h", &Self::credential))
KOUDMEN_EVENT(HelperRevoked, "helperRevoked", field("n", &Self::helper))
KOUDMEN_EVENT(PaperRecorded, "paperRecorded", field("b", &Self::ballot),
              field("p", &Self::participant))
KOUDMEN_EVENT(MessageSent, "messageSent", field("t", &Self::text))
KOUDMEN_EVENT(AgendaSet, "agendaSet", field("s", &Self::steps))
KOUDMEN_EVENT(StepPlayed, "stepPlayed", field("s", &Self::step), field("b", &Self::ballot))
KOUDMEN_EVENT(StepPaused, "stepPaused", field("l", &Self::milliseconds_left))
KOUDMEN_EVENT(StepEnded, "stepEnded")
KOUDMEN_EVENT(StepSkipped, "stepSkipped", field("s", &Self::step), field("k", &Self::skipped))
KOUDMEN_EVENT(ScreensArranged, "screensArranged", field("s", &Self::screens))
KOUDMEN_EVENT(RehearsalStarted, "rehearsalStarted")
KOUDMEN_EVENT(RehearsalPurged, "rehearsalPurged")
KOUDMEN_EVENT(TableAdded, "tableAdded", field("p", &Self::participant), field("h", &Self::scribe),
              field("t", &Self::title), field("c", &Self::board))
KOUDMEN_EVENT(ParentNamed, "parentNamed", field("p", &Self::parent))

KOUDMEN_LAYOUT(Indicator, field("n", &Self::name), field("u", &Self::unit),
               field("b", &Self::baseline), field("t", &Self::target))
KOUDMEN_LAYOUT(Pledge, field("r", &Self::response), field("w", &Self::words),
               field("l", &Self::lead), field("p", &Self::partners), field("s", &Self::start),
               field("e", &Self::end), field("i", &Self::indicators), field("b", &Self::budget),
               field("n", &Self::needs), field("o", &Self::other_needs),
               field("a", &Self::audience), field("x", &Self::places))
KOUDMEN_LAYOUT(ProgressReport, field("s", &Self::progress), field("p", &Self::percent),
               field("n", &Self::news))
KOUDMEN_EVENT(InstitutionInvited, "institutionInvited", field("o", &Self::institution),
              field("n", &Self::name), field("h", &Self::credential))
KOUDMEN_EVENT(InstitutionRevoked, "institutionRevoked", field("o", &Self::institution))
KOUDMEN_EVENT(CommitmentOffered, "commitmentOffered", field("i", &Self::proposal),
              field("o", &Self::institution), field("p", &Self::pledge))
KOUDMEN_EVENT(CommitmentConfirmed, "commitmentConfirmed", field("i", &Self::proposal),
              field("o", &Self::institution), field("c", &Self::confirmed))
KOUDMEN_EVENT(ProgressReported, "progressReported", field("i", &Self::proposal),
              field("o", &Self::institution), field("r", &Self::report))

KOUDMEN_EVENT(ProposalImported, "proposalImported", field("i", &Self::proposal),
              field("t", &Self::title), field("d", &Self::description), field("x", &Self::axis))
KOUDMEN_EVENT(AxesImported, "axesImported", field("x", &Self::axes))
KOUDMEN_EVENT(CollegesImported, "collegesImported", field("g", &Self::colleges))

// The state, for snapshots.
KOUDMEN_LAYOUT(Participant, field("n", &Self::number), field("h", &Self::credential),
               field("g", &Self::college), field("m", &Self::name), field("i", &Self::proposals),
               field("c", &Self::comments), field("a", &Self::changed), field("b", &Self::badge),
               field("t", &Self::trusted), field("u", &Self::muted), later("ch", &Self::channel))
KOUDMEN_LAYOUT(Trace, field("d", &Self::deed), field("c", &Self::channel),
               field("b", &Self::ballot), field("f", &Self::first), field("l", &Self::last))
KOUDMEN_LAYOUT(Helper, field("h", &Self::credential), field("a", &Self::issued_at),
               field("r", &Self::revoked))
KOUDMEN_LAYOUT(Badge, field("p", &Self::participant), field("m", &Self::moves),
               field("t", &Self::trail))
KOUDMEN_LAYOUT(Verdict, field("d", &Self::decision), field("a", &Self::at),
               field("w", &Self::words), field("l", &Self::lead), field("p", &Self::partners),
               field("s", &Self::start), field("e", &Self::end))
KOUDMEN_LAYOUT(Merge, field("o", &Self::into), field("a", &Self::at))
KOUDMEN_LAYOUT(Wording, field("t", &Self::title), field("d", &Self::description),
               field("x", &Self::axis))
KOUDMEN_LAYOUT(Proposal, field("i", &Self::id), field("n", &Self::number),
               field("p", &Self::author), field("t", &Self::title), field("d", &Self::description),
               field("x", &Self::axis), field("s", &Self::status), field("a", &Self::submitted_at),
               field("so", &Self::source), field("e", &Self::seen), field("im", &Self::imported),
               field("q", &Self::question), field("r", &Self::reason), field("w", &Self::words),
               field("v", &Self::verdict), field("c", &Self::comments), field("f", &Self::former),
               field("m", &Self::merged), field("g", &Self::parts), later("ch", &Self::channel),
               field("la", &Self::language))
KOUDMEN_LAYOUT(Comment, field("c", &Self::id), field("i", &Self::proposal),
               field("p", &Self::author), field("s", &Self::stance), field("t", &Self::text),
               field("a", &Self::at), field("h", &Self::hidden), later("ch", &Self::channel),
               field("o", &Self::institution), field("la", &Self::language))
KOUDMEN_LAYOUT(Institution, field("o", &Self::number), field("n", &Self::name),
               field("h", &Self::credential), field("r", &Self::revoked),
               field("c", &Self::comments))
KOUDMEN_LAYOUT(CommitmentId, field("i", &Self::proposal), field("o", &Self::institution))
KOUDMEN_LAYOUT(Reported, field("a", &Self::at), field("r", &Self::report))
KOUDMEN_LAYOUT(Commitment, field("i", &Self::id), field("n", &Self::revision),
               field("w", &Self::waiting), field("s", &Self::standing),
               field("a", &Self::confirmed_at), field("p", &Self::progress),
               field("t", &Self::stood), field("l", &Self::told))
KOUDMEN_LAYOUT(Tally, field("c", &Self::counts), field("g", &Self::colleges))
KOUDMEN_LAYOUT(Cast, field("c", &Self::choice), field("a", &Self::at), field("s", &Self::said),
               later("ch", &Self::channel))
KOUDMEN_LAYOUT(Voter, field("c", &Self::casts), field("s", &Self::standing),
               field("a", &Self::aside))
KOUDMEN_LAYOUT(Reopening, field("a", &Self::at), field("r", &Self::reason))
KOUDMEN_LAYOUT(Ballot, field("b", &Self::id), field("n", &Self::number),
               field("q", &Self::question), field("m", &Self::method), field("r", &Self::results),
               field("s", &Self::state), field("i", &Self::proposals), field("e", &Self::terms),
               field("f", &Self::follows), field("d", &Self::seed), field("p", &Self::reopenings),
               field("t", &Self::tallies), field("v", &Self::voters), field("u", &Self::turnout),
               field("o", &Self::opened_at), field("c", &Self::closed_at),
               field("j", &Self::joined), field("l", &Self::left), field("ra", &Self::regrouped))
KOUDMEN_LAYOUT(Screen, field("v", &Self::view), field("i", &Self::proposal),
               field("b", &Self::ballot), field("t", &Self::name))
KOUDMEN_LAYOUT(Showing, field("n", &Self::screen), field("a", &Self::at), field("v", &Self::view),
               field("i", &Self::proposal), field("b", &Self::ballot))
KOUDMEN_LAYOUT(PhaseReopening, field("h", &Self::phase), field("a", &Self::at),
               field("r", &Self::reason))
KOUDMEN_LAYOUT(Message, field("n", &Self::number), field("t", &Self::text),
               field("a", &Self::sent_at))
KOUDMEN_LAYOUT(Agenda, field("s", &Self::steps), field("t", &Self::states),
               field("c", &Self::current), field("b", &Self::ballot),
               field("l", &Self::milliseconds_left))
KOUDMEN_LAYOUT(Device, field("a", &Self::actor), field("d", &Self::id))
KOUDMEN_LAYOUT(Accepted, field("h", &Self::highest), field("b", &Self::before))
KOUDMEN_LAYOUT(Thing, field("k", &Self::part), field("b", &Self::ballot),
               field("i", &Self::proposal), field("c", &Self::comment),
               field("o", &Self::institution))
KOUDMEN_LAYOUT(Moderated, field("n", &Self::position), field("t", &Self::at),
               field("k", &Self::act), field("i", &Self::proposal), field("o", &Self::into),
               field("r", &Self::reason))
KOUDMEN_LAYOUT(Table, field("t", &Self::title), field("c", &Self::board),
               field("p", &Self::participant))
KOUDMEN_LAYOUT(Rehearsal, field("a", &Self::since), field("b", &Self::before))
KOUDMEN_LAYOUT(
    Board, field("n", &Self::position), field("a", &Self::last_at), field("c", &Self::code),
    field("t", &Self::title), field("l", &Self::language), field("x", &Self::axes),
    field("g", &Self::colleges), field("s", &Self::settings), field("w", &Self::switches),
    field("h", &Self::phase), field("ha", &Self::phase_since), field("hl", &Self::left),
    field("hr", &Self::phase_reopenings), field("sc", &Self::screens), field("sh", &Self::showings),
    field("ti", &Self::timer_ends_at), field("ms", &Self::message), field("ag", &Self::agenda),
    field("m", &Self::members), field("p", &Self::participants), field("j", &Self::joined),
    field("d", &Self::devices), field("i", &Self::proposals), field("co", &Self::comments),
    field("b", &Self::ballots), field("ba", &Self::badges), field("bn", &Self::badge_numbers),
    field("re", &Self::replaced), field("lg", &Self::moderation), field("he", &Self::helpers),
    field("rh", &Self::rehearsal), field("vo", &Self::voided), field("ta", &Self::tables),
    field("pa", &Self::parent), field("o", &Self::institutions), field("cm", &Self::commitments),
    field("ch", &Self::changes))

#undef KOUDMEN_LAYOUT
#undef KOUDMEN_EVENT

} // namespace koudmen::journal
