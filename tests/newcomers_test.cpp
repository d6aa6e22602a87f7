#include "support/house.hpp"

#include <map>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using json = nlohmann::json;
using namespace std::chrono_literals;

namespace {

// A board whose text is longer than what is told to each by itself.
struct LongHouse : House {
    LongHouse()
    {
        ask(desk, 10, board::OpenPhase{board::Phase::Collect, "Encore une idée"});
        settle();
        auto const ana = enter("ana");
        constexpr std::uint64_t proposals = 3;
        for (std::uint64_t count = 1; count <= proposals; ++count) {
            auto const name = id<ProposalId>("long" + std::to_string(count));
            ask(ana, 10 + count,
                board::SubmitProposal{name, "Un atelier", std::string(1'900, 'a'), {"inclusion"}});
            settle();
            ask(desk, 10 + count, board::PublishProposal{name});
            settle();
        }
        leave(ana);
        settle();
    }

    // Somebody comes in, and no time passes.
    std::shared_ptr<Phone> come(std::string const& who, bool inflates = false)
    {
        auto phone = std::make_shared<Phone>();
        room::Visitor visitor{code, CredentialHash{who}, id<DeviceId>(who), {}};
        visitor.inflates = inflates;
        floor().hall(code).enter(phone, visitor);
        thread.run();
        return phone;
    }
};

// What a phone knows of the room after all it heard.
std::map<std::string, json> knows(Phone const& phone)
{
    std::map<std::string, json> things;
    for (auto const& message : phone.heard) {
        if (message["type"] != "state") continue;
        if (message.value("full", false)) things.clear();
        things["position"] = message["position"];
        for (auto const& change : message["changes"]) {
            auto key = change["type"].get<std::string>();
            if (key == "proposal") key += change["proposal"]["id"];
            if (key == "tally") key += change["tally"]["proposal"];
            things[key] = change;
        }
    }
    return things;
}

// The long frame among those that it heard; null when there was none.
wire::Frame shared(Phone const& phone)
{
    for (auto const& frame : phone.frames) {
        if (frame->size() > room::whole_bytes_min) return frame;
    }
    return nullptr;
}

} // namespace

TEST_CASE("R34: who comes to a long board is told it in the frame that all who come share",
          "[room]")
{
    LongHouse house;
    auto const ana = house.come("ana");
    auto const ben = house.come("ben");
    REQUIRE(shared(*ana));
    CHECK(shared(*ana) == shared(*ben));
    CHECK(ana->heard[1]["full"] == true);
    CHECK(ana->heard[1]["more"] == true);
    CHECK(ana->heard.back()["yours"]["participant"] == 1);
    CHECK(!ana->heard.back().contains("more"));
    CHECK(ben->heard.back()["yours"]["participant"] == 2);

    // Something changes: who comes just now is told it beside the frame that there is.
    house.desk.phone->listen();
    house.ask(house.desk, 50, board::SendMessage{"Le goûter est servi."});
    while (house.journal.waiting() > 0) house.journal.land();
    house.thread.run();
    house.thread.pass(100ms);
    auto const again = house.come("ana");
    CHECK(shared(*again) == shared(*ana));
    CHECK_THAT(last_change(again->heard, "message").dump(), containing("Le goûter est servi."));
    CHECK(knows(*again) == knows(*ana));

    // A second later it is made anew, and nothing is beside it.
    house.thread.pass(1'100ms);
    auto const later = house.come("ben");
    CHECK(shared(*later) != shared(*ana));
    CHECK(later->heard.back()["changes"].empty());
    CHECK(knows(*later) == knows(*ana));
    CHECK_THAT(last_change(later->heard, "message").dump(), containing("Le goûter est servi."));
}

TEST_CASE("R34: what changed much is told in a new frame", "[room]")
{
    LongHouse house;
    auto const ana = house.come("ana");
    house.ask(house.desk, 50,
              board::RewordProposal{
                  id<ProposalId>("long1"), "Un atelier", std::string(1'900, 'b'), {"inclusion"}});
    while (house.journal.waiting() > 0) house.journal.land();
    house.thread.run();
    auto const ben = house.come("ben");
    REQUIRE(shared(*ben));
    CHECK(shared(*ben) != shared(*ana));
    CHECK(ben->heard.back()["changes"].empty());
    CHECK(knows(*ben).at("proposal" +
                         std::string(id<ProposalId>("long1").text()))["proposal"]["description"] ==
          std::string(1'900, 'b'));
}

TEST_CASE("R34: a short board is told in one frame", "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    CHECK(states(ana.phone->heard) == 1);
    CHECK(ana.phone->heard[1]["full"] == true);
    CHECK(ana.phone->heard[1]["yours"]["participant"] == 1);
}

TEST_CASE(
    "R35: an answer is looked for no further than its seat, and a desk's frame than the desks",
    "[room]")
{
    House house;
    auto const ana = house.enter("ana");
    auto const ben = house.enter("ben");
    house.settle();
    for (auto const& phone : {ana.phone, ben.phone, house.desk.phone}) phone->listen();
    house.ask(ana, 20, vote(board::Choice::Support));
    house.settle();
    CHECK(answers(ana.phone->heard).size() == 1);
    CHECK(answers(ben.phone->heard).empty());
    CHECK(answers(house.desk.phone->heard).empty());
    CHECK(last_change(house.desk.phone->heard, "tally")["tally"]["counts"][0] == 1);
    CHECK_FALSE(last_change(house.desk.phone->heard, "activity").is_null());
    CHECK(last_change(ben.phone->heard, "activity").is_null());
    house.leave(house.desk);
    house.ask(ana, 21, vote(board::Choice::Oppose));
    house.settle();
    CHECK(answers(ana.phone->heard).size() == 2);
}
