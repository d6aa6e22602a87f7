#pragma once

#include "base/ids.hpp"

#include <compare>
#include <map>
#include <set>
#include <utility>

namespace koudmen::board {

// The kinds of things a board is made of, as a screen sees them.
enum class Part {
    Board,
    Phase,
    Participants,
    Screens,
    Timer,
    Proposal,
    Comment,
    Ballot,
    Turnout,
    Tally,
    Ranking,
    Message,
    Agenda,
    Showings,
    Rehearsal,
    Tables,
    Institution,
    Commitment
};

// One thing of a board that can change and be told anew as a whole. Only the ids that name it are
// set: a tally has a ballot and a proposal, a commitment a proposal and an institution, the timer
// none.
struct Thing {
    Part part = Part::Board;
    BallotId ballot{};
    ProposalId proposal{};
    CommentId comment{};
    InstitutionNumber institution{};

    friend auto operator<=>(Thing const&, Thing const&) = default;
};

// Remembers for each thing of a board the position at which it last changed.
//
// This is what lets one function serve a phone that joins (everything since 0), one that returns
// (since where it was), and everybody at each landing (since the last one). A thing stands in the
// order once, at its newest position, so the list never outgrows the board.
class Changes {
public:
    using Order = std::set<std::pair<Position, Thing>>;

    void touch(Thing const& thing, Position at)
    {
        auto const [known, fresh] = last_.try_emplace(thing, at);
        if (fresh) {
            order_.emplace_hint(order_.end(), at, thing);
            return;
        }
        // Its place in the order is moved, not made anew: each vote does this.
        auto moved = order_.extract({std::exchange(known->second, at), thing});
        moved.value().first = at;
        order_.insert(order_.end(), std::move(moved));
    }

    // When the thing last changed; 0 if never.
    Position last(Thing const& thing) const
    {
        auto const known = last_.find(thing);
        return known == last_.end() ? Position{} : known->second;
    }

    // Calls `tell(thing)` for everything that changed after `position`, oldest change first.
    template <class Tell>
    void since(Position position, Tell&& tell) const
    {
        auto const after = Position{position.value + 1};
        for (auto at = order_.lower_bound({after, Thing{}}); at != order_.end(); ++at) {
            tell(at->second);
        }
    }

    Order const& order() const { return order_; }

    friend bool operator==(Changes const&, Changes const&) = default;

private:
    std::map<Thing, Position> last_;
    Order order_;
};

} // namespace koudmen::board
