#include "support/board_maker.hpp"

#include <algorithm>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

namespace {

// A board whose commands come from any device as any operation.
class Sending {
public:
    Decided send(std::string const& device, std::uint64_t operation, Command const& command,
                 Actor const& actor)
    {
        Stamp const by{actor, id<DeviceId>(device), {operation}};
        auto decided = consider(house.board, by, house.now, command);
        if (decided) {
            for (auto const& event : *decided) house.record(by, event);
        }
        return decided;
    }

    Decided send(std::string const& device, std::uint64_t operation, Command const& command)
    {
        return send(device, operation, command, ana);
    }

    BoardMaker house;
    Actor const ana = house.join();
};

Introduce name(std::string text)
{
    return {std::move(text)};
}

auto const superseded = refusal(RefusalWord::Superseded, "operation");

} // namespace

TEST_CASE("B30: an operation that was accepted is done again without effect", "[board]")
{
    Sending phone;
    CHECK(phone.send("phone", 1, name("Ana"))->size() == 1);
    CHECK(phone.send("phone", 1, name("Ana"))->empty());
    // The operation counts, not what is said the second time.
    CHECK(phone.send("phone", 1, name("Eve"))->empty());
    CHECK(phone.house.board.participants.at(phone.ana.participant).name == "Ana");
    // Another device and another member count for themselves.
    CHECK(phone.send("tablet", 1, name("Anna"))->size() == 1);
    auto const ben = phone.house.join();
    CHECK(phone.send("phone", 1, name("Ben"), ben)->size() == 1);
}

TEST_CASE("B31: an operation that comes after newer ones is superseded", "[board]")
{
    Sending phone;
    REQUIRE(phone.send("phone", 5, name("Five")));
    for (std::uint64_t const late : {1, 4}) {
        CHECK(phone.send("phone", late, name("Late")).error() == superseded);
    }
    CHECK(phone.house.board.participants.at(phone.ana.participant).name == "Five");
    // Without memory of what was refused: the operation is free until a newer one is accepted.
    CHECK(phone.send("phone", 6, name(letters(41))).error().word == RefusalWord::TooLong);
    CHECK(phone.send("phone", 6, name("Six"))->size() == 1);
    CHECK(phone.send("phone", 8, name("Eight"))->size() == 1);
    CHECK(phone.send("phone", 7, name("Seven")).error() == superseded);
}

TEST_CASE("B32: an accepted command without effect is noted so that it is remembered", "[board]")
{
    Sending phone;
    CHECK(phone.send("phone", 1, Introduce{}).value() == std::vector<Event>{Noted{}});
    CHECK(phone.send("phone", 1, name("Ana"))->empty());
    CHECK(phone.send("phone", 3, Introduce{}).value() == std::vector<Event>{Noted{}});
    CHECK(phone.send("phone", 2, name("Ana")).error() == superseded);
}

TEST_CASE("B33: the 64 operations before the newest are remembered", "[board]")
{
    for (std::uint64_t const newest : {64, 65, 66, 200}) {
        Sending phone;
        for (std::uint64_t operation = 1; operation <= newest; ++operation) {
            REQUIRE(phone.send("phone", operation, name(std::to_string(operation))));
        }
        for (std::uint64_t operation = 1; operation <= newest; ++operation) {
            auto const again = phone.send("phone", operation, name("again"));
            CAPTURE(newest, operation);
            if (newest - operation <= 64)
                CHECK(again.value().empty());
            else
                CHECK(again.error() == superseded);
        }
    }
}

TEST_CASE("B34: a window of accepted operations survives any step", "[board]")
{
    // The bitmap against the plain set it stands for.
    for (std::uint64_t const step : {1, 2, 63, 64, 65, 1000}) {
        Accepted accepted;
        std::vector<std::uint64_t> added;
        for (std::uint64_t operation = 1; operation < 5 * step + 70; operation += step) {
            accepted.add({operation});
            added.push_back(operation);
            for (std::uint64_t asked = 0; asked <= operation + 1; ++asked) {
                bool const known = std::find(added.begin(), added.end(), asked) != added.end();
                bool const near = asked <= operation && operation - asked <= 64;
                if (accepted.has({asked}) == (known && near)) continue;
                FAIL("step " << step << ", newest " << operation << ", asked " << asked);
            }
        }
    }
    Accepted backwards;
    backwards.add({70});
    backwards.add({69});
    backwards.add({6});
    backwards.add({5});
    CHECK(backwards.has({69}));
    CHECK(backwards.has({6}));
    CHECK_FALSE(backwards.has({5}));
    CHECK(backwards.highest.value == 70);
}

TEST_CASE("B35: a member has at most 64 devices", "[board]")
{
    Sending phone;
    for (std::size_t device = 0; device < devices_per_member_max; ++device) {
        REQUIRE(phone.send("device-" + std::to_string(device), 1, Introduce{}));
    }
    CHECK(phone.send("one-more", 1, Introduce{}).error() ==
          refusal(RefusalWord::TooManyDevices, "device", 64));
    CHECK(phone.send("device-0", 2, Introduce{}));
    auto const ben = phone.house.join();
    CHECK(phone.send("one-more", 1, Introduce{}, ben));
    // A device whose commands were all refused was never remembered.
    auto const cleo = phone.house.join();
    for (int device = 0; device < 100; ++device) {
        CHECK_FALSE(phone.send("device-" + std::to_string(device), 1, StopTimer{}, cleo));
    }
    CHECK(phone.send("device-0", 1, Introduce{}, cleo));
}

TEST_CASE("B35: all who hold one link of the desk have at most 1024 devices", "[board]")
{
    Sending desk;
    for (std::size_t device = 0; device < devices_per_role_max; ++device) {
        REQUIRE(desk.send("device-" + std::to_string(device), 1, StopTimer{}, facilitator));
    }
    CHECK(desk.send("one-more", 1, StopTimer{}, facilitator).error() ==
          refusal(RefusalWord::TooManyDevices, "device", 1024));
    CHECK(desk.send("device-0", 2, StopTimer{}, facilitator));
    CHECK(desk.send("one-more", 1, Introduce{}));
}

TEST_CASE("B36: operations count from 1", "[board]")
{
    Sending phone;
    auto const zero = refusal(RefusalWord::Malformed, "operation");
    CHECK(phone.send("phone", 0, name("Ana")).error() == zero);
    REQUIRE(phone.send("phone", 1, name("Ana")));
    CHECK(phone.send("phone", 0, name("Eve")).error() == zero);
}

TEST_CASE("B37: a command of several events is remembered as one operation", "[board]")
{
    auto create = usual_board();
    create.settings.moderation = Moderation::After;
    BoardMaker house(create);
    auto const ana = house.join();
    Stamp const by{ana, id<DeviceId>("phone"), {1}};
    SubmitProposal const submit{id<ProposalId>("bus"), "Un bus", "", {"inclusion"}};
    auto const decided = consider(house.board, by, house.now, submit);
    REQUIRE(decided.value().size() == 2);
    for (auto const& event : *decided) house.record(by, event);
    CHECK(consider(house.board, by, house.now, submit).value().empty());
    CHECK(house.board.devices.at({ana, by.device}).highest.value == 1);
}
