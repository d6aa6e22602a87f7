#pragma once

#include "board/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace koudmen::tests {

// What happens at a position of a board whose story is known beforehand: it is created, then people
// join. Every event differs from every other of any board, so that none can stand for another.
inline board::Recorded event_of_story(BoardCode const& code, std::uint64_t position)
{
    board::Recorded recorded;
    recorded.position = {position};
    recorded.at = {1'734'091'200'000 + static_cast<std::int64_t>(position)};
    if (position == 1) {
        board::BoardCreated created;
        created.code = code;
        created.title = "Feuille de route " + code.text;
        created.axes = {{{"inclusion"}, "Inclusion"}};
        created.colleges = {{{"citizens"}, "Habitants"}};
        created.facilitator = {"facilitator of " + code.text};
        created.moderator = {"moderator of " + code.text};
        created.screen = {"screen of " + code.text};
        recorded.event = created;
        return recorded;
    }
    recorded.event = board::ParticipantJoined{{position - 1},
                                              {code.text + " " + std::to_string(position)},
                                              {"citizens"},
                                              "Personne n° " + std::to_string(position)};
    return recorded;
}

// The events after a position, so many of them.
inline std::vector<board::Recorded> story(BoardCode const& code, std::uint64_t after,
                                          std::uint64_t count)
{
    std::vector<board::Recorded> events;
    for (std::uint64_t position = after + 1; position <= after + count; ++position) {
        events.push_back(event_of_story(code, position));
    }
    return events;
}

} // namespace koudmen::tests
