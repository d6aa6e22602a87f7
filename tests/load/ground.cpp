#include "ground.hpp"

#include "crowd.hpp"
#include "hearing.hpp"

#include <nlohmann/json.hpp>

#include <random>
#include <stdexcept>

namespace koudmen::load {

namespace {

using bench::Asker;
using bench::Crowd;
using bench::Frame;
using nlohmann::json;

std::string drawn(std::size_t length, std::string_view letters)
{
    static std::random_device device;
    std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1);
    std::string text(length, ' ');
    for (auto& one : text) one = letters[letter(device)];
    return text;
}

// One seat that is told everything and may do something.
class Look {
public:
    Look(Ground const& ground, std::string const& credential)
        : crowd_({.deflate = true, .place = ground.place})
    {
        auto const hello = hello_text(ground.code, credential, minted(), 0);
        crowd_.listen([this](std::size_t, Frame const& frame) {
            auto heard = hearing_.hear(frame);
            for (auto const& [operation, refusal] : heard->answers) {
                if (!refusal.empty()) throw std::runtime_error("the board refused: " + refusal);
                answered_ = operation;
            }
            for (auto const& ballot : heard->ballots) {
                if (ballot.open) ballot_ = ballot;
            }
            full_ = full_ || heard->full;
        });
        crowd_.come(1, 1, [&](std::size_t) { return hello; }, {});
        crowd_.turn_until([&] { return full_; }, "the board");
    }

    void act(json const& what)
    {
        crowd_.say(
            0, json{{"type", "command"}, {"operation", ++operation_}, {"command", what}}.dump());
        crowd_.turn_until([&] { return answered_ == operation_; }, "the answer to a command");
    }

    // The last one that was told to be open.
    std::optional<Heard::Ballot> const& ballot()
    {
        crowd_.turn_until([&] { return operation_ == 0 || ballot_.has_value(); }, "the ballot");
        return ballot_;
    }

private:
    Hearing hearing_;
    Crowd crowd_;
    bool full_ = false;
    std::uint64_t operation_ = 0;
    std::uint64_t answered_ = 0;
    std::optional<Heard::Ballot> ballot_;
};

void take_ballot(Ground& ground, Heard::Ballot const& ballot)
{
    ground.ballot = ballot.id;
    ground.proposals = ballot.proposals;
    ground.counts_shown = ballot.shown;
}

void open_own(Ground& ground, Options const& options)
{
    Asker asker(ground.place);
    asker.ask("/api/v1/boards", options.creation_key,
              {{"title", "Répétition de charge"},
               {"axes", {{{"id", "inclusion"}, {"title", "Inclusion"}}}},
               {"settings", {{"moderation", "after"}, {"proposalsPerParticipant", 5}}}});
    auto const made = asker.answer();
    ground.own = true;
    ground.code = made.at("code");
    ground.screen = made.at("screen");
    std::string const facilitator = made.at("facilitator");
    auto rows = json::array();
    for (std::size_t number = 1; number <= options.proposals; ++number) {
        rows.push_back({{"title", "Action à essayer " + std::to_string(number)},
                        {"description", "Une médiatrice numérique passe chaque semaine."},
                        {"axis", "inclusion"}});
    }
    asker.ask("/api/v1/boards/" + ground.code + "/rows", facilitator,
              {{"kind", "proposals"}, {"text", rows.dump()}, {"dryRun", false}});
    auto const report = asker.answer();
    if (!report.at("problems").empty()) throw std::runtime_error("refused: " + report.dump());
    Look desk(ground, facilitator);
    desk.act({{"type", "startRehearsal"}});
    desk.act({{"type", "openPhase"}, {"phase", "vote"}});
    desk.act({{"type", "openBallot"},
              {"ballot", minted()},
              {"question", "Que retenir ?"},
              {"method", "opinion"},
              {"results", "live"}});
    take_ballot(ground, *desk.ballot());
}

void look_at(Ground& ground, Options const& options)
{
    Asker asker(ground.place);
    asker.get("/api/v1/boards/" + options.board);
    auto const card = asker.answer();
    if (!options.yes_this_board) {
        throw std::runtime_error(
            "the board " + options.board + ", \"" + card.at("title").get<std::string>() +
            "\", is somebody's: phones that join it are counted on it for good. Leave /b/" +
            options.board +
            " away, and a board is opened for the rehearsal; or say --yes-this-board.");
    }
    if (card.value("admission", "open") == "badges") {
        throw std::runtime_error("the board " + options.board +
                                 " is joined with badges, which these phones do not have");
    }
    ground.code = options.board;
    ground.college = card.at("colleges").at(0).at("id");
    Look look(ground, "");
    auto const& ballot = look.ballot();
    if (!ballot || !ballot->opinion) {
        throw std::runtime_error("on the board " + options.board +
                                 " no ballot of opinions is open to vote in");
    }
    take_ballot(ground, *ballot);
}

} // namespace

char const* const opinion_words[opinions] = {"support", "neutral", "oppose"};

std::string minted()
{
    constexpr std::size_t length = 22;
    return drawn(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}

std::string minted_credential()
{
    constexpr std::size_t length = 26;
    return drawn(length, "0123456789abcdefghjkmnpqrstvwxyz");
}

Ground prepare(Options const& options)
{
    Ground ground;
    ground.place = bench::look_up(options.host, options.port);
    ground.college = "citizens";
    if (options.board.empty())
        open_own(ground, options);
    else
        look_at(ground, options);
    return ground;
}

} // namespace koudmen::load
