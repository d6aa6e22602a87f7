#include "board/results.hpp"
#include "journal/format.hpp"
#include "support/phone.hpp"
#include "support/random_story.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;
using wire::Audience;

// What each audience is told of a board, checked on boards whose story is random.

namespace {

constexpr std::uint32_t stories = 12;
constexpr int steps = 400;

// Which thing a change tells of.
std::string thing_of(json const& change)
{
    std::string const type = change.at("type");
    if (type == "proposal") return "proposal " + change["proposal"]["id"].get<std::string>();
    if (type == "proposalGone") return "proposal " + change["proposal"].get<std::string>();
    if (type == "comment") return "comment " + change["comment"]["id"].get<std::string>();
    if (type == "commentGone") return "comment " + change["comment"].get<std::string>();
    if (type == "ballot") return "ballot " + change["ballot"]["id"].get<std::string>();
    if (type == "ranking") return "ranking " + change["ballot"].get<std::string>();
    if (type == "turnout") return "turnout " + change["ballot"].get<std::string>();
    if (type == "tally") {
        return "tally " + change["tally"]["ballot"].get<std::string>() + " " +
               change["tally"]["proposal"].get<std::string>();
    }
    if (type == "institution") return "institution " + change["institution"]["number"].dump();
    if (type == "commitment") {
        return "commitment " + change["commitment"]["proposal"].get<std::string>() + " " +
               change["commitment"]["institution"].dump();
    }
    if (type == "commitmentGone") {
        return "commitment " + change["proposal"].get<std::string>() + " " +
               change["institution"].dump();
    }
    return type;
}

// A client in the fewest words: each thing as it was last told.
class Client {
public:
    void hear(json const& changes)
    {
        for (auto const& change : changes) {
            auto const type = change.at("type").get<std::string>();
            auto const thing = thing_of(change);
            if (type.ends_with("Gone") || (type == "timer" && !change.contains("endsAt"))) {
                things.erase(thing);
                continue;
            }
            things[thing] = change;
            // Results that are not shown any more are void.
            if (type == "ballot" && !change["ballot"]["resultsShown"].get<bool>()) {
                auto const tallies = "tally " + change["ballot"]["id"].get<std::string>();
                std::erase_if(things,
                              [&](auto const& entry) { return entry.first.starts_with(tallies); });
            }
            if (type == "ballot" && !change["ballot"]["orderShown"].get<bool>()) {
                things.erase("ranking " + change["ballot"]["id"].get<std::string>());
            }
        }
    }

    std::map<std::string, json> things;
};

json everything(Board const& board, Audience audience, Position since = {})
{
    return json::parse(wire::changes(board, audience, since));
}

// All changes that an audience would be told at once.
std::vector<json> of_type(json const& changes, std::string const& type)
{
    std::vector<json> found;
    for (auto const& change : changes) {
        if (change.at("type") == type) found.push_back(change);
    }
    return found;
}

// Calls `look(board)` for every few steps of every story.
template <class Look>
void in_many_stories(Look look)
{
    for (std::uint32_t seed = 1; seed <= stories; ++seed) {
        RandomStory story(seed);
        for (int step = 0; step < steps; step += 20) {
            story.steps(20);
            INFO("story " << seed << " after " << step + 20 << " steps");
            look(story.maker.board);
        }
    }
}

} // namespace

TEST_CASE("W20: hearing what changed since any position is as good as hearing everything", "[wire]")
{
    for (std::uint32_t seed = 1; seed <= stories; ++seed) {
        RandomStory story(seed);
        auto const& board = story.maker.board;
        for (auto const audience : wire::audiences) {
            std::mt19937 random(seed);
            Client live;
            live.hear(everything(board, audience));
            auto told = board.position;
            for (int step = 0; step < steps / 3; ++step) {
                story.step();
                if (random() % 3 > 0) continue; // Several changes at once, as in a beat.
                // After a purge everybody forgets, and is told the whole board.
                if (told < board.voided) {
                    live = {};
                    told = {};
                }
                live.hear(everything(board, audience, told));
                told = board.position;
                Client joined;
                joined.hear(everything(board, audience));
                INFO("story " << seed << ", audience " << static_cast<int>(audience)
                              << ", position " << told.value);
                REQUIRE(live.things == joined.things);
            }
        }
    }
}

TEST_CASE("W20: hearing a change twice or an old position again makes no difference", "[wire]")
{
    RandomStory story(7);
    story.steps(steps);
    auto const& board = story.maker.board;
    for (auto const audience : wire::audiences) {
        Client once;
        once.hear(everything(board, audience));
        for (std::uint64_t since = 1; since <= board.position.value; since += 17) {
            auto again = once;
            again.hear(everything(board, audience, {since}));
            CHECK(again.things == once.things);
        }
        CHECK(wire::changes(board, audience, board.position) == "[]");
    }
}

TEST_CASE("W21: results are told to an audience exactly while they are shown", "[wire]")
{
    in_many_stories([](Board const& board) {
        for (auto const audience : wire::audiences) {
            auto const tallies = of_type(everything(board, audience), "tally");
            std::size_t expected = 0;
            for (auto const& [id, ballot] : board.ballots) {
                if (results_shown(board, ballot)) expected += ballot.proposals.size();
            }
            CHECK(tallies.size() == expected);
            auto const rankings = of_type(everything(board, audience), "ranking");
            std::size_t orders = 0;
            for (auto const& [id, ballot] : board.ballots)
                orders += order_shown(board, ballot) ? 1 : 0;
            CHECK(rankings.size() == orders);
        }
    });
}

TEST_CASE("W22: what the room may not see is in nothing that it is told", "[wire]")
{
    in_many_stories([](Board const& board) {
        for (auto const audience : {Audience::Everyone, Audience::Wall}) {
            auto const told = everything(board, audience);
            std::size_t seen = 0;
            for (auto const& [id, proposal] : board.proposals)
                seen += is_public(proposal.status) ? 1 : 0;
            CHECK(of_type(told, "proposal").size() == seen);
            for (auto const& change : of_type(told, "proposal")) {
                for (auto const* secret : {"question", "reason", "words"}) {
                    CHECK_FALSE(change["proposal"].contains(secret));
                }
            }
            for (auto const& change : of_type(told, "comment")) {
                CHECK(audience != Audience::Wall);
                CHECK_FALSE(change["comment"].contains("hidden"));
                auto const id = CommentId::from(change["comment"]["id"].get<std::string>());
                auto const& comment = board.comments.at(*id);
                CHECK(is_public(board.proposals.at(comment.proposal).status));
            }
        }
        for (auto const audience : {Audience::Everyone, Audience::Wall}) {
            auto const told = everything(board, audience);
            CHECK(of_type(told, "institution").empty());
            std::size_t standing = 0;
            for (auto const& [id, one] : board.commitments) standing += is_told(board, one) ? 1 : 0;
            CHECK(of_type(told, "commitment").size() == standing);
            for (auto const& change : of_type(told, "commitment")) {
                CHECK_FALSE(change["commitment"].contains("waiting"));
            }
        }
        CHECK(of_type(everything(board, Audience::Desk), "proposal").size() ==
              board.proposals.size());
        CHECK(of_type(everything(board, Audience::Desk), "comment").size() ==
              board.comments.size());
        CHECK(of_type(everything(board, Audience::Everyone), "participants").empty());
        CHECK(of_type(everything(board, Audience::Wall), "participants").size() == 1);
    });
}

TEST_CASE("W23: one's own state tells what is one's own and nobody else's", "[wire]")
{
    for (std::uint32_t seed = 1; seed <= stories; ++seed) {
        RandomStory story(seed);
        story.steps(steps);
        auto const& board = story.maker.board;
        for (auto const& person : story.people()) {
            auto const text = wire::yours(board, person.participant, {});
            auto const told = json::parse(text);
            INFO(text);
            CHECK(schema_problem("Yours", text) == std::nullopt);
            CHECK(told["participant"] == person.participant.value);
            auto const& me = board.participants.at(person.participant);
            CHECK(told["proposals"].size() == me.proposals.size());
            CHECK(told["comments"].size() == me.comments.size());
            std::size_t choices = 0;
            std::size_t tallies = 0;
            for (auto const& [id, ballot] : board.ballots) {
                auto const voter = ballot.voters.find(person.participant);
                if (voter == ballot.voters.end()) continue;
                choices += voter->second.standing;
                for (auto const& [proposal, cast] : voter->second.casts) {
                    if (results_shown(board, ballot)) continue;
                    tallies += tally_shown_to(board, ballot, proposal, person.participant) ? 1 : 0;
                }
            }
            CHECK(told["choices"].size() == choices);
            CHECK(told["tallies"].size() == tallies);
            CHECK(wire::yours(board, person.participant, board.position).empty());
        }
    }
}

TEST_CASE("W24: nothing that is told holds a secret", "[wire]")
{
    in_many_stories([](Board const& board) {
        std::string all = wire::roadmap(board) + wire::board_card(board);
        for (auto const audience : wire::audiences) all += wire::changes(board, audience, {});
        for (auto const& [number, participant] : board.participants) {
            all += wire::yours(board, number, {}) + wire::joined(participant);
        }
        for (auto const& [credential, actor] : board.members) {
            CHECK(all.find(credential.text) == std::string::npos);
        }
    });
}

TEST_CASE("W25: frames are those of RFC 6455 at every length of length", "[wire]")
{
    struct Case {
        std::size_t size;
        std::vector<unsigned char> header;
    };
    for (auto const& [size, header] : std::vector<Case>{
             {0, {0x81, 0}},
             {1, {0x81, 1}},
             {125, {0x81, 125}},
             {126, {0x81, 126, 0, 126}},
             {65'535, {0x81, 126, 0xFF, 0xFF}},
             {65'536, {0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0}},
             {70'000, {0x81, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70}},
         }) {
        INFO(size);
        std::string const text(size, 'x');
        auto const frame = wire::make_frame(text);
        CHECK(std::vector<unsigned char>(
                  frame->begin(), frame->begin() + static_cast<long>(header.size())) == header);
        CHECK(frame->size() == header.size() + size);
        CHECK(wire::payload(frame) == text);
    }
}

TEST_CASE("W26: frames of any story keep to the schema", "[wire]")
{
    in_many_stories([](Board const& board) {
        auto const answers =
            std::to_array<wire::Answer>({{{3}, {}},
                                         {{4}, Refusal{RefusalWord::TooLong, "title", 120}},
                                         {{5}, Refusal{RefusalWord::BoardClosed, {}, {}}}});
        for (auto const audience : wire::audiences) {
            auto const changes = wire::changes(board, audience, {});
            auto const yours = wire::yours(board, {1}, {});
            auto const frame = wire::frame({.position = board.position,
                                            .full = true,
                                            .resume = false,
                                            .changes = changes,
                                            .yours = audience == Audience::Everyone ? yours : "",
                                            .answers = answers});
            CHECK(schema_problem("FromServer", wire::payload(frame)) == std::nullopt);
        }
    });
}
