#include "base/text.hpp"
#include "board/similar.hpp"
#include "support/random_story.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

namespace {

class Desk : public BoardMaker {
public:
    Actor const ana = join();

    ProposalId titled(std::string const& name, std::string const& title)
    {
        auto const proposal = id<ProposalId>(name);
        done(ana, SubmitProposal{proposal, title, "", {"inclusion"}});
        return proposal;
    }

    std::vector<ProposalId> like(std::string const& text,
                                 Similar::Reader reader = Similar::Reader::Desk,
                                 std::optional<ProposalId> except = {})
    {
        similar.follow(board);
        std::vector<ProposalId> ids;
        for (auto const& found : similar.like(board, text, reader, except)) {
            ids.push_back(found.proposal);
        }
        return ids;
    }

    Similar similar;
};

using Ids = std::vector<ProposalId>;

} // namespace

TEST_CASE("T14: words are compared without capitals, accents and punctuation", "[text]")
{
    CHECK(folded("École : L’ÉTÉ, œuvre !") == U"ecole l ete œuvre");
    CHECK(folded("E\u0301cole") == folded("école"));
    CHECK(folded("ﬁbre ① Ⅳ") == U"fibre 1 iv");
    CHECK(folded("STRASSE straße") == U"strasse strasse");
    CHECK(folded(" -- ").empty());
    CHECK(folded("نقل ليلي") == U"نقل ليلي");
}

TEST_CASE("M9: titles that say the same are found, however they are written", "[similar]")
{
    Desk desk;
    auto const bus = desk.titled("bus", "Un bus numérique pour le Nord");
    auto const school = desk.titled("school", "Des tablettes pour les écoles");
    auto const fab = desk.titled("fab", "Un fablab à Saint-Pierre");
    CHECK(desk.like("BUS NUMERIQUE DANS LE NORD") == Ids{bus});
    CHECK(desk.like("tablettes dans chaque école") == Ids{school});
    CHECK(desk.like("Fab-lab, Saint Pierre").front() == fab);
    CHECK(desk.like("Former les aînés à la retraite").empty());
    CHECK(desk.like("").empty());
    CHECK(desk.like("Un bus numérique", Similar::Reader::Desk, bus).empty());
}

TEST_CASE("M9: the room finds what it sees, the desk also what waits", "[similar]")
{
    Desk desk;
    auto const bus = desk.titled("bus", "Un bus numérique");
    CHECK(desk.like("bus numérique", Similar::Reader::Room).empty());
    CHECK(desk.like("bus numérique") == Ids{bus});
    desk.done(moderator, PublishProposal{bus});
    CHECK(desk.like("bus numérique", Similar::Reader::Room) == Ids{bus});
    desk.done(moderator, DeclineProposal{bus, DeclineReason::OffTopic, {}});
    CHECK(desk.like("bus numérique").empty());
}

TEST_CASE("M9: the most alike come first, and not too many", "[similar]")
{
    Desk desk;
    for (std::size_t count = 0; count < 3; ++count) {
        auto const who = desk.join();
        for (std::size_t of = 0; of < 4; ++of) {
            auto const name = std::to_string(count) + std::to_string(of);
            desk.done(who, SubmitProposal{id<ProposalId>(name),
                                          "Un bus de nuit " + std::string(of, 'x'),
                                          "",
                                          {"inclusion"}});
        }
    }
    auto const found = desk.like("Un bus de nuit");
    REQUIRE(found.size() == similar_found_max);
    CHECK(found[0] == id<ProposalId>("00"));
    CHECK(found[1] == id<ProposalId>("10"));
    CHECK(found[2] == id<ProposalId>("20"));
}

TEST_CASE("M10: an index that followed a board is the one made of it", "[similar]")
{
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        RandomStory story(seed);
        Similar followed;
        for (int step = 0; step < 40; ++step) {
            story.steps(8);
            followed.follow(story.maker.board);
        }
        auto const& board = story.maker.board;
        Similar fresh;
        fresh.follow(board);
        for (auto const& [id, proposal] : board.proposals) {
            for (auto const reader : {Similar::Reader::Room, Similar::Reader::Desk}) {
                CHECK(followed.like(board, proposal.title, reader, {}) ==
                      fresh.like(board, proposal.title, reader, {}));
            }
        }
    }
}

TEST_CASE("F15: what was written in a rehearsal is like nothing after its purge", "[similar]")
{
    Desk desk;
    auto const bus = desk.titled("bus", "Un bus numérique pour le Nord");
    desk.done(facilitator, StartRehearsal{});
    auto const tried = desk.titled("tried", "Un bus numérique pour le Sud");
    REQUIRE(desk.like("Un bus numérique").size() == 2);
    desk.done(facilitator, PurgeRehearsal{});
    REQUIRE_FALSE(desk.board.proposals.contains(tried));
    CHECK(desk.like("Un bus numérique") == Ids{bus});
}
