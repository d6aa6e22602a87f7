#include "wire/outbound.hpp"

#include "board/merges.hpp"
#include "board/results.hpp"
#include "wire/parts.hpp"
#include "wire/vocabulary.hpp"

#include <algorithm>
#include <utility>

// What only one participant is told.
namespace koudmen::wire {

namespace {

// Whether what one's choices count for may be another than at `since`.
bool tells_parts(board::Ballot const& ballot, board::Voter const& voter, Position since)
{
    if (ballot.joined.empty()) return false;
    return ballot.regrouped > since ||
           std::any_of(voter.casts.begin(), voter.casts.end(),
                       [&](auto const& entry) { return entry.second.at > since; });
}

// The merged proposals of the ballot on which this participant has a choice.
void tell_parts(board::Board const& board, board::Ballot const& ballot,
                ParticipantNumber participant, protocol::Yours& told)
{
    auto const& voter = ballot.voters.at(participant);
    for (auto const& part : ballot.joined) {
        auto const said = voter.aside.find(part);
        if (said == voter.aside.end() || !said->second.choice) continue;
        if (!told.parts) told.parts.emplace();
        told.parts->push_back({text(ballot.id), text(part),
                               board::counts_for_whole(board, ballot, part, participant)});
    }
}

// The choices of one's own that changed, and the tallies that show because of one's choice.
void tell_votes(board::Board const& board, ParticipantNumber participant, Position since,
                protocol::Yours& told)
{
    for (auto const& [id, ballot] : board.ballots) {
        auto const voter = ballot.voters.find(participant);
        if (voter == ballot.voters.end()) continue;
        bool const everybody = board::results_shown(board, ballot);
        auto const tallies_before = told.tallies.size();
        if (tells_parts(ballot, voter->second, since)) {
            tell_parts(board, ballot, participant, told);
        }
        for (auto const& [proposal, cast] : voter->second.casts) {
            bool const cast_since = cast.at > since;
            if (cast_since && (cast.choice || since.value > 0)) {
                protocol::OwnChoice choice{text(id), text(proposal), {}};
                if (cast.choice) choice.choice = to_protocol<protocol::Choice>(*cast.choice);
                told.choices.push_back(std::move(choice));
            }
            // What everybody is told from time to time, one is told with one's own vote. Asked first, since
            // somebody may have voted on a thousand proposals.
            if (everybody && (!cast_since || since.value == 0)) continue;
            if (!board::tally_shown_to(board, ballot, proposal, participant)) continue;
            board::Thing const thing{
                .part = board::Part::Tally, .ballot = id, .proposal = proposal, .comment = {}};
            bool const due = everybody || board.changes.last(thing) > since;
            if (due) told.tallies.push_back(tally(id, proposal, ballot.tallies.at(proposal)));
        }
        // A share of all who voted is of one moment, or it could be more than all.
        if (told.tallies.size() == tallies_before) continue;
        if (!told.turnouts) told.turnouts.emplace();
        told.turnouts->push_back({text(id), number(ballot.turnout)});
    }
}

} // namespace

std::string yours(board::Board const& board, ParticipantNumber participant, Position since)
{
    auto const& person = board.participants.at(participant);
    protocol::Yours told;
    bool something = person.changed > since;
    if (something) {
        told.participant = number(participant.value);
        told.name = person.name;
        told.college = person.college.text;
        if (person.muted) told.muted = true;
    }
    for (auto const& id : person.proposals) {
        board::Thing const thing{
            .part = board::Part::Proposal, .ballot = {}, .proposal = id, .comment = {}};
        if (board.changes.last(thing) <= since) continue;
        told.proposals.push_back(proposal(board, board.proposals.at(id), Reader::Author));
    }
    for (auto const& id : person.comments) {
        board::Thing const thing{
            .part = board::Part::Comment, .ballot = {}, .proposal = {}, .comment = id};
        if (board.changes.last(thing) <= since) continue;
        told.comments.push_back(comment(board, board.comments.at(id), Reader::Author));
    }
    tell_votes(board, participant, since, told);
    something = something || !told.proposals.empty() || !told.comments.empty() ||
                !told.choices.empty() || !told.tallies.empty() || told.parts;
    return something ? protocol::write(told) : std::string{};
}

} // namespace koudmen::wire
