#pragma once

#include "support/live_server.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace koudmen::tests {

inline std::string const bus_id(22, 'b');
inline std::string const ballot_id(22, 'v');

// A board whose desk acts over a socket.
class DeskBoard : public LiveBoard {
public:
    explicit DeskBoard(LiveServer& server, nlohmann::json const& settings = {})
        : LiveBoard(server, settings)
    {
        desk = enter(facilitator, "desk");
    }

    void must(nlohmann::json const& command)
    {
        auto const refused = desk->answer_to(desk->command(command));
        INFO(command.dump());
        CHECK(refused == nlohmann::json());
    }

    // A published proposal, by somebody with a phone.
    void publish(std::string const& id, std::string const& title)
    {
        auto const author = enter(join("author"), "author");
        auto const asked = author->command({{"type", "submitProposal"},
                                            {"proposal", id},
                                            {"title", title},
                                            {"description", ""},
                                            {"axis", "inclusion"}});
        CHECK(author->answer_to(asked) == nlohmann::json());
        must({{"type", "publishProposal"}, {"proposal", id}});
    }

    void open_vote(nlohmann::json const& method = {{"method", "opinion"}})
    {
        must({{"type", "openPhase"}, {"phase", "vote"}});
        nlohmann::json open{{"type", "openBallot"},
                            {"ballot", ballot_id},
                            {"question", "Que retenir ?"},
                            {"results", "afterClosing"}};
        open.update(method);
        must(open);
    }

    nlohmann::json roadmap(LiveServer const& server) const
    {
        return nlohmann::json::parse(
            request(server.port(), "GET", "/api/v1/boards/" + code + "/roadmap.json").body);
    }

    std::unique_ptr<LivePhone> desk;
};

// How often a text stands in another.
inline std::size_t times(std::string const& text, std::string const& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

inline nlohmann::json counts_of(nlohmann::json const& roadmap)
{
    return roadmap["proposals"][0]["results"][0]["counts"];
}

} // namespace koudmen::tests
