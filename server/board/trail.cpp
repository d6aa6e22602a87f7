#include "board/trail.hpp"

#include "base/overload.hpp"

#include <algorithm>
#include <optional>

namespace koudmen::board {

namespace {

struct Done {
    ParticipantNumber who;
    Deed deed = Deed::Joined;
    BallotId ballot{};
};

std::optional<Done> deed_of(Event const& event)
{
    return std::visit(overload{
                          [](ParticipantJoined const& joined) -> std::optional<Done> {
                              return Done{joined.participant, Deed::Joined};
                          },
                          [](BadgeMoved const& moved) -> std::optional<Done> {
                              return Done{moved.participant, Deed::Moved};
                          },
                          [](ProposalSubmitted const& submitted) -> std::optional<Done> {
                              return Done{submitted.author, Deed::Proposed};
                          },
                          [](CommentSubmitted const& submitted) -> std::optional<Done> {
                              return Done{submitted.author, Deed::Commented};
                          },
                          [](ChoiceCast const& cast) -> std::optional<Done> {
                              return Done{cast.participant, Deed::Voted, cast.ballot};
                          },
                          [](PaperRecorded const& sheet) -> std::optional<Done> {
                              return Done{sheet.participant, Deed::Voted, sheet.ballot};
                          },
                          [](auto const&) -> std::optional<Done> { return std::nullopt; },
                      },
                      event);
}

} // namespace

void trace(Board& board, Recorded const& recorded)
{
    auto const done = deed_of(recorded.event);
    if (!done) return;
    auto const person = board.participants.find(done->who); // Nobody, for an institution.
    if (person == board.participants.end()) return;
    auto const badge = board.badges.find(person->second.badge);
    if (badge == board.badges.end()) return;
    auto& trail = badge->second.trail;
    auto const same = std::find_if(trail.begin(), trail.end(), [&](Trace const& one) {
        return one.deed == done->deed && one.channel == recorded.by.channel &&
               one.ballot == done->ballot;
    });
    if (same != trail.end()) {
        same->last = recorded.at;
        return;
    }
    trail.push_back({done->deed, recorded.by.channel, done->ballot, recorded.at, recorded.at});
}

std::optional<Channel> last_channel(Voter const& voter)
{
    std::optional<Channel> channel;
    Position newest; // By when it was said: a merge moves only when it counts.
    for (auto const& [proposal, cast] : voter.casts) {
        if (!cast.choice || cast.said < newest) continue;
        newest = cast.said;
        channel = cast.channel;
    }
    return channel;
}

} // namespace koudmen::board
