#include "board/applying.hpp"
#include "board/ballots.hpp"
#include "board/merges.hpp"

#include <utility>

namespace koudmen::board {

void Applying::operator()(MergeLeft const& event)
{
    for (auto& [id, ballot] : board_.ballots) {
        if (ballot.state != BallotState::Open) continue;
        if (leave(board_, ballot, event.proposal, event.participant, position_)) {
            touch_results(ballot);
        }
    }
}

void Applying::operator()(BallotOpened const& event)
{
    Ballot ballot;
    ballot.id = event.ballot;
    ballot.number = board_.ballots.size() + 1;
    ballot.question = event.question;
    ballot.method = event.method;
    ballot.results = event.results;
    ballot.proposals = event.proposals;
    ballot.terms = event.terms;
    ballot.follows = event.follows;
    ballot.seed = event.seed;
    for (auto const& proposal : event.proposals) {
        check(is_public(known(board_.proposals, proposal).status), "a ballot is on what is public");
        ballot.tallies.emplace(proposal, empty_tally(event.method));
    }
    ballot.opened_at = at_;
    touch_results(board_.ballots.emplace(event.ballot, std::move(ballot)).first->second);
}

void Applying::operator()(BallotClosed const& event)
{
    auto& ballot = known(board_.ballots, event.ballot);
    ballot.state = BallotState::Closed;
    ballot.closed_at = at_;
    touch_results(ballot);
}

void Applying::operator()(BallotReopened const& event)
{
    auto& ballot = known(board_.ballots, event.ballot);
    ballot.state = BallotState::Open;
    ballot.closed_at.reset();
    ballot.reopenings.push_back({at_, event.reason});
    for (auto const& [id, proposal] : board_.proposals) join(board_, ballot, id, position_);
    touch_results(ballot);
}

void Applying::operator()(BallotRevealed const& event)
{
    auto& ballot = known(board_.ballots, event.ballot);
    ballot.state =
        event.step == RevealStep::Order ? BallotState::OrderRevealed : BallotState::Revealed;
    touch_results(ballot);
}

void Applying::operator()(ChoiceCast const& event)
{
    auto& ballot = known(board_.ballots, event.ballot);
    auto const& person = known(board_.participants, event.participant);
    bool const turnout =
        set_choice(ballot, event.proposal, person, event.choice, position_, channel_);
    keep_said(board_, ballot, event.proposal, event.participant);
    touch({.part = Part::Tally, .ballot = event.ballot, .proposal = event.proposal});
    if (turnout) touch({.part = Part::Turnout, .ballot = event.ballot});
}

void Applying::touch_results(Ballot const& ballot)
{
    touch({.part = Part::Ballot, .ballot = ballot.id});
    touch({.part = Part::Turnout, .ballot = ballot.id});
    for (auto const& proposal : ballot.proposals) {
        touch({.part = Part::Tally, .ballot = ballot.id, .proposal = proposal});
    }
    touch({.part = Part::Ranking, .ballot = ballot.id});
}

void Applying::touch_all_results()
{
    for (auto const& [id, ballot] : board_.ballots) touch_results(ballot);
}

} // namespace koudmen::board
