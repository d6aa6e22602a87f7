#include "board/limits.hpp"
#include "support/house.hpp"

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

auto const idea = id<ProposalId>("idea");
auto const other = id<ProposalId>("other");

// A house with two proposals in the queue and two moderators.
class Readers : public House {
public:
    Readers()
    {
        ask(desk, 4, board::OpenPhase{board::Phase::Collect, "Encore une idée"});
        auto const author = enter("ana");
        ask(author, 2, board::SubmitProposal{idea, "Une idée", "", {"inclusion"}});
        settle();
        leave(author);
        desk_number = number_of(desk);
        one = enter("moderator", {}, "one");
        two = enter("moderator", {}, "two");
    }

    static std::uint64_t number_of(Seated const& seated)
    {
        for (auto const& message : seated.phone->heard) {
            if (message["type"] == "welcome") return message["desk"];
        }
        return 0;
    }

    void claim(Seated const& who, ProposalId const& proposal, bool claimed = true)
    {
        floor().hall(code).claim(who.number, {proposal, claimed});
        thread.run();
        thread.pass(100ms);
    }

    // Who reads what, as a desk was last told.
    static json claims(Seated const& who)
    {
        return last_change(who.phone->heard, "claims")["claims"];
    }

    static json held(ProposalId const& proposal, Seated const& by)
    {
        return {{"proposal", std::string(proposal.text())}, {"desk", number_of(by)}};
    }

    json refusal_of_last(Seated const& who)
    {
        settle();
        return answers(who.phone->heard).back().value("refusal", json{});
    }

    std::uint64_t desk_number = 0;
    Seated one;
    Seated two;
};

} // namespace

TEST_CASE("M1: what one desk reads no other claims or treats", "[claims]")
{
    Readers house;
    CHECK(Readers::number_of(house.one) > 0);
    CHECK(Readers::number_of(house.one) != Readers::number_of(house.two));
    house.claim(house.one, idea);
    auto const held = json::array({Readers::held(idea, house.one)});
    CHECK(Readers::claims(house.one) == held);
    CHECK(Readers::claims(house.two) == held);
    CHECK(Readers::claims(house.desk) == held);

    house.claim(house.two, idea);
    CHECK(Readers::claims(house.two) == held);
    for (auto const& treatment :
         {board::Command{board::PublishProposal{idea}},
          board::Command{board::DeclineProposal{idea, board::DeclineReason::OffTopic, {}}},
          board::Command{board::RewordProposal{idea, "Mieux dit", "", {"inclusion"}}}}) {
        static std::uint64_t operation = 0;
        house.ask(house.two, ++operation, treatment);
        CHECK(house.refusal_of_last(house.two)["word"] == "claimed");
    }
    house.ask(house.one, 1, board::PublishProposal{idea});
    CHECK(house.refusal_of_last(house.one).is_null());
    CHECK(Readers::claims(house.two) == json::array());
}

TEST_CASE("M1: of two who claim in one moment one reads", "[claims]")
{
    Readers house;
    house.floor().hall(code).claim(house.one.number, {idea, true});
    house.floor().hall(code).claim(house.two.number, {idea, true});
    house.settle();
    CHECK(Readers::claims(house.two) == json::array({Readers::held(idea, house.one)}));
}

TEST_CASE("M2: a claim ends with its time, its desk, another claim or a word", "[claims]")
{
    Readers house;
    house.claim(house.one, idea);
    SECTION("its time, unless it is made anew")
    {
        house.thread.pass(board::claim_time - 10s);
        house.claim(house.one, idea);
        house.thread.pass(board::claim_time - 10s);
        house.thread.run();
        CHECK(Readers::claims(house.two).size() == 1);
        house.thread.pass(11s);
        house.settle();
        CHECK(Readers::claims(house.two) == json::array());
    }
    SECTION("its desk")
    {
        house.leave(house.one);
        house.settle();
        CHECK(Readers::claims(house.two) == json::array());
    }
    SECTION("another claim")
    {
        house.claim(house.one, bus);
        CHECK(Readers::claims(house.two) == json::array({Readers::held(bus, house.one)}));
    }
    SECTION("a word")
    {
        house.claim(house.one, idea, false);
        CHECK(Readers::claims(house.two) == json::array());
    }
    house.ask(house.two, 1, board::PublishProposal{idea});
    CHECK(house.refusal_of_last(house.two).is_null());
}

TEST_CASE("M2: claims are told to the desks alone, also to who comes later, and are in no journal",
          "[claims]")
{
    Readers house;
    auto const ana = house.enter("ana");
    auto const screen = house.enter("screen");
    auto const before = house.journal.read(code, {})->events.size();
    // Neither a participant nor what is not on the board.
    house.claim(ana, idea);
    house.claim(house.two, other);
    CHECK(Readers::claims(house.two) == json::array());
    house.claim(house.one, idea);
    house.settle();
    CHECK(last_change(ana.phone->heard, "claims").is_null());
    CHECK(last_change(screen.phone->heard, "claims").is_null());
    CHECK(Readers::claims(house.enter("moderator", {}, "three")).size() == 1);
    CHECK(Readers::claims(house.enter("moderator", Position{1}, "four")).size() == 1);
    CHECK(house.journal.read(code, {})->events.size() == before);
    // After a restart nobody reads anything.
    house.restart();
    CHECK(Readers::claims(house.enter("moderator", {}, "five")) == json::array());
}
