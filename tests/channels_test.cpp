#include "support/board_maker.hpp"
#include "support/live_server.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// A board on which people take part by any channel; each has a badge of the same number.
class Afternoon : public BoardMaker {
public:
    explicit Afternoon(CreateBoard const& create = usual_board()) : BoardMaker(create)
    {
        std::vector<BadgeHash> badges;
        for (int badge = 1; badge <= 200; ++badge) badges.push_back({hash(badge)});
        keep({{Role::Facilitator, {}}, {}, {}, {}},
             decide(board, IssueBadges{{"facilitator"}, badges}));
        keep({{Role::Facilitator, {}}, {}, {}, {}},
             decide(board, IssueHelper{{"facilitator"}, {"helper"}}));
    }

    Actor come(Channel channel, std::string const& college = "citizens")
    {
        ++last_;
        return come_as("person " + std::to_string(last_), last_, channel, college);
    }

    // Uses a badge with this credential.
    Actor come_as(std::string const& credential, int badge, Channel channel,
                  std::string const& college = "citizens")
    {
        JoinBoard join{{credential}, {college}, {}, BadgeHash{hash(badge)}};
        if (channel != Channel::Phone) {
            join.helper = CredentialHash{"helper"};
            join.channel = channel;
        }
        keep({{Role::Observer, {}}, {}, {}, channel}, decide(board, join));
        return member(board, {credential}).value();
    }

    void does(Actor const& actor, Channel channel, Command const& command)
    {
        ++operation_;
        Stamp const by{actor, id<DeviceId>("tablet"), {operation_}, channel};
        keep(by, consider(board, by, now, command));
    }

    static std::string hash(int badge) { return "badge " + std::to_string(badge); }

private:
    void keep(Stamp const& by, Decided const& decided)
    {
        if (!decided) FAIL("refused: " << decided.error());
        for (auto const& event : *decided) record(by, event);
    }

    int last_ = 0;
    std::uint64_t operation_ = 0;
};

json exported(BoardMaker const& maker)
{
    auto const text = wire::roadmap(maker.board);
    CHECK(roadmap_problem(text) == std::nullopt);
    return json::parse(text);
}

json channel(std::string const& name, int count)
{
    return {{"channel", name}, {"count", count}};
}

json hidden_channel(std::string const& name)
{
    return {{"channel", name}, {"suppressed", true}};
}

} // namespace

TEST_CASE("A8: people, proposals, comments and choices carry the channel they came by",
          "[admission]")
{
    Afternoon afternoon;
    auto const ana = afternoon.come(Channel::Phone);
    auto const ben = afternoon.come(Channel::Assisted);
    auto const bus = id<ProposalId>("bus");
    auto const quay = id<ProposalId>("quay");
    auto const why = id<CommentId>("why");
    afternoon.does(ana, Channel::Phone, SubmitProposal{bus, "Un bus", "", {"inclusion"}});
    afternoon.does(ben, Channel::Assisted, SubmitProposal{quay, "Un quai", "", {"inclusion"}});
    afternoon.done(moderator, PublishProposal{bus});
    afternoon.does(ben, Channel::Shared, SubmitComment{why, bus, Stance::Note, "Oui"});
    auto const ballot = afternoon.open_ballot("ballot");
    afternoon.does(ana, Channel::Phone, CastChoice{ballot, bus, Choice::Support});
    afternoon.does(ben, Channel::Assisted, CastChoice{ballot, bus, Choice::Oppose});

    CHECK(afternoon.board.participants.at(ana.participant).channel == Channel::Phone);
    CHECK(afternoon.board.participants.at(ben.participant).channel == Channel::Assisted);
    CHECK(afternoon.proposal(bus).channel == Channel::Phone);
    CHECK(afternoon.proposal(quay).channel == Channel::Assisted);
    CHECK(afternoon.board.comments.at(why).channel == Channel::Shared);
    auto const& voters = afternoon.ballot(ballot).voters;
    CHECK(voters.at(ana.participant).casts.at(bus).channel == Channel::Phone);
    CHECK(voters.at(ben.participant).casts.at(bus).channel == Channel::Assisted);
}

TEST_CASE(
    "A9: a badge's trail tells by which channels and when it was used, and never how it voted",
    "[admission]")
{
    Afternoon afternoon;
    auto const ana = afternoon.come(Channel::Phone);
    auto const bus = afternoon.publish(ana, "bus");
    auto const ballot = afternoon.open_ballot("ballot");
    auto const start = afternoon.now;
    afternoon.does(ana, Channel::Phone, CastChoice{ballot, bus, Choice::Support});
    afternoon.pass(std::chrono::minutes{1});
    afternoon.does(ana, Channel::Phone, CastChoice{ballot, bus, Choice::Neutral});
    afternoon.pass(std::chrono::minutes{1});
    afternoon.come_as("tablet", 1, Channel::Shared);
    afternoon.does(ana, Channel::Shared, CastChoice{ballot, bus, Choice::Oppose});

    using Line = std::pair<Deed, Channel>;
    std::vector<Line> lines;
    for (auto const& trace : afternoon.board.badges.at({1}).trail) {
        lines.emplace_back(trace.deed, trace.channel);
    }
    CHECK(lines == std::vector<Line>{{Deed::Joined, Channel::Phone},
                                     {Deed::Proposed, Channel::Phone},
                                     {Deed::Voted, Channel::Phone},
                                     {Deed::Moved, Channel::Shared},
                                     {Deed::Voted, Channel::Shared}});
    auto const& voted = afternoon.board.badges.at({1}).trail[2];
    CHECK(voted.ballot == ballot);
    CHECK(voted.first == start);
    CHECK(voted.last == start + std::chrono::minutes{1});
    auto const told = wire::badge_trail(afternoon.board, {1});
    CHECK(schema_problem("BadgeTrail", told) == std::nullopt);
    for (auto const choice : {"support", "neutral", "oppose", "bus"}) {
        CHECK(told.find(choice) == std::string::npos);
    }
    CHECK(json::parse(wire::badge_trail(afternoon.board, {2}))["trail"].empty());
}

TEST_CASE("A10: the export tells the share of each channel, small ones not", "[admission]")
{
    Afternoon afternoon;
    std::vector<std::pair<Actor, Channel>> people;
    auto const come = [&](int count, Channel by) {
        for (int person = 0; person < count; ++person) people.emplace_back(afternoon.come(by), by);
    };
    come(20, Channel::Phone);
    come(6, Channel::Assisted);
    CHECK(exported(afternoon)["participation"]["channels"] ==
          json::array({channel("phone", 20), channel("assisted", 6)}));
    // Two on a shared tablet follow from the whole unless another channel is hidden with theirs.
    come(2, Channel::Shared);
    CHECK(
        exported(afternoon)["participation"]["channels"] ==
        json::array({channel("phone", 20), hidden_channel("shared"), hidden_channel("assisted")}));

    auto const bus = afternoon.publish(people[0].first, "bus");
    auto const ballot = afternoon.open_ballot("ballot");
    CHECK(exported(afternoon)["ballots"][0]["channels"].empty());
    for (auto const& [person, by] : people) {
        afternoon.does(person, by, CastChoice{ballot, bus, Choice::Support});
    }
    CHECK(
        exported(afternoon)["ballots"][0]["channels"] ==
        json::array({channel("phone", 20), hidden_channel("shared"), hidden_channel("assisted")}));
    // Each voter once, by the channel of what they said last.
    for (int person = 0; person < 6; ++person) {
        afternoon.does(people[static_cast<std::size_t>(person)].first, Channel::Shared,
                       CastChoice{ballot, bus, Choice::Oppose});
    }
    CHECK(exported(afternoon)["ballots"][0]["channels"] ==
          json::array({channel("phone", 14), channel("shared", 8), channel("assisted", 6)}));
    CHECK(exported(afternoon)["ballots"][0]["voted"] == 28);
}

TEST_CASE("A11: helpers' links are issued and ended by the facilitator within their limits",
          "[admission]")
{
    BoardMaker maker;
    auto const keep = [&](Decided const& decided) {
        if (!decided) FAIL("refused: " << decided.error());
        for (auto const& event : *decided) maker.record({}, event);
    };
    CHECK(decide(maker.board, IssueHelper{{"moderator"}, {"h"}}).error() ==
          refusal(RefusalWord::NotAllowed));
    CHECK(decide(maker.board, IssueHelper{{"facilitator"}, {"moderator"}}).error() ==
          refusal(RefusalWord::IdTaken, "credential"));
    for (std::size_t helper = 1; helper <= helpers_max; ++helper) {
        keep(decide(maker.board, IssueHelper{{"facilitator"}, {"h" + std::to_string(helper)}}));
    }
    CHECK(decide(maker.board, IssueHelper{{"facilitator"}, {"more"}}).error() ==
          refusal(RefusalWord::TooMany, "helper", helpers_max));
    CHECK(member(maker.board, {"h1"}) == Actor{Role::Helper, {}});
    CHECK(decide(maker.board, RevokeHelper{{"moderator"}, {1}}).error() ==
          refusal(RefusalWord::NotAllowed));
    CHECK(decide(maker.board, RevokeHelper{{"facilitator"}, {99}}).error() ==
          refusal(RefusalWord::UnknownHelper, "helper"));
    keep(decide(maker.board, RevokeHelper{{"facilitator"}, {1}}));
    CHECK(decide(maker.board, RevokeHelper{{"facilitator"}, {1}})->empty());
    CHECK(member(maker.board, {"h1"}) == std::nullopt);
    CHECK(decide(maker.board,
                 JoinBoard{{"ana"}, {"citizens"}, {}, {}, CredentialHash{"h1"}, Channel::Assisted})
              .error() == refusal(RefusalWord::UnknownCredential, "helper"));
    // A helper is nobody's participant.
    CHECK(decide(maker.board, JoinBoard{{"h2"}, {"citizens"}, {}}).error() ==
          refusal(RefusalWord::NotAllowed, "credential"));
}

TEST_CASE("A12: nobody takes part by a channel they do not have", "[admission]")
{
    Afternoon afternoon;
    auto const join = [&](std::optional<std::string> const& helper, Channel channel) {
        JoinBoard command{{"ana"}, {"citizens"}, {}};
        if (helper) command.helper = CredentialHash{*helper};
        command.channel = channel;
        return decide(afternoon.board, command);
    };
    for (auto const by : {Channel::Shared, Channel::Assisted, Channel::Paper}) {
        CHECK(join({}, by).error() == refusal(RefusalWord::NotAllowed, "channel"));
        for (auto const* nobody : {"facilitator", "moderator", "screen", "stranger"}) {
            CHECK(join(nobody, by).error() == refusal(RefusalWord::UnknownCredential, "helper"));
        }
    }
    CHECK(join("helper", Channel::Paper).error() == refusal(RefusalWord::NotAllowed, "channel"));
    CHECK(join("helper", Channel::Shared).has_value());
    CHECK(join("helper", Channel::Assisted).has_value());
}

TEST_CASE("A12: what is done on a helper's tablet is told apart, and ends with the helper's link",
          "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const at = "/api/v1/boards/" + board.code;
    auto const by_facilitator = bearer(board.facilitator);
    auto const issued = request(server.port(), "POST", at + "/helpers", by_facilitator);
    REQUIRE(issued.status == 201);
    CHECK(schema_problem("HelperIssued", issued.body) == std::nullopt);
    std::string const helper = json::parse(issued.body)["credential"];
    REQUIRE(request(server.port(), "POST", at + "/badges", json_header + by_facilitator,
                    R"({"count":1})")
                .status == 201);

    auto const join = [&](std::string const& who, json body) {
        body["college"] = "citizens";
        return request(server.port(), "POST", at + "/participants",
                       json_header + bearer(credential_of(who)), body.dump());
    };
    CHECK(join("ana", {{"helper", helper}}).status == 201);
    CHECK(join("ben", {{"helper", credential_of("nobody")}}).status == 401);
    CHECK(join("ben", {{"helper", board.facilitator}}).status == 401);
    CHECK(join("ben", {{"use", "shared"}}).status == 403);

    auto const hello = [&](json more) {
        auto phone = std::make_unique<LivePhone>(server.port());
        json message{{"type", "hello"},
                     {"version", 1},
                     {"board", board.code},
                     {"device", "tablet________________"}};
        message.update(more);
        phone->say(message);
        return phone;
    };
    auto tablet = hello({{"credential", credential_of("ana")}, {"helper", helper}});
    CHECK(tablet->hear("welcome")["role"] == "participant");
    CHECK(tablet->hear("state")["full"] == true);
    auto const asked = tablet->command({{"type", "submitProposal"},
                                        {"proposal", "p_____________________"},
                                        {"title", "Un bus"},
                                        {"description", ""},
                                        {"axis", "inclusion"}});
    CHECK(tablet->answer_to(asked).is_null());

    // Who says a use without a helper, or with one that is none, does not come in.
    CHECK(hello({{"credential", credential_of("ana")}, {"use", "shared"}})->close_code() == 4502);
    CHECK(hello({{"credential", credential_of("ana")}, {"helper", board.facilitator}})
              ->close_code() == 4501);
    auto lone = hello({{"credential", helper}});
    CHECK(lone->hear("welcome")["role"] == "helper");

    auto const list = request(server.port(), "GET", at + "/helpers", by_facilitator);
    CHECK(schema_problem("Helpers", list.body) == std::nullopt);
    CHECK(list.body.find(helper) == std::string::npos);
    CHECK(request(server.port(), "GET", at + "/helpers", bearer(board.moderator)).status == 403);
    CHECK(request(server.port(), "GET", at + "/helpers").status == 401);
    CHECK(request(server.port(), "DELETE", at + "/helpers/7", by_facilitator).status == 404);
    CHECK(request(server.port(), "DELETE", at + "/helpers/x", by_facilitator).status == 404);
    CHECK(request(server.port(), "PUT", at + "/helpers", by_facilitator).status == 405);
    CHECK(request(server.port(), "DELETE", at + "/helpers/1", by_facilitator).status == 200);
    CHECK(tablet->close_code() == 4501);
    CHECK(lone->close_code() == 4501);
    CHECK(join("cec", {{"helper", helper}}).status == 401);

    // The trail of a badge, for the desk alone.
    auto const trail = request(server.port(), "GET", at + "/badges/1", bearer(board.moderator));
    CHECK(trail.status == 200);
    CHECK(schema_problem("BadgeTrail", trail.body) == std::nullopt);
    CHECK(request(server.port(), "GET", at + "/badges/2", by_facilitator).status == 403);
    CHECK(request(server.port(), "GET", at + "/badges/0", by_facilitator).status == 404);
    CHECK(request(server.port(), "GET", at + "/badges/1", bearer(board.screen)).status == 403);
    CHECK(request(server.port(), "GET", at + "/badges/1", bearer(credential_of("ana"))).status ==
          403);
}
