#include "journal/format.hpp"
#include "support/random_story.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

json changes_for(Board const& board, wire::Audience audience)
{
    return json::parse(wire::changes(board, audience, Position{}));
}

json told(Board const& board, wire::Audience audience, std::string const& type)
{
    json last;
    for (auto const& change : changes_for(board, audience)) {
        if (change["type"] == type) last = change;
    }
    return last;
}

// All that anybody is told of a board or exports of it, whatever the order, without positions.
std::vector<std::string> everything_told(Board const& board)
{
    std::vector<std::string> told;
    for (auto const audience : wire::audiences) {
        for (auto change : changes_for(board, audience)) {
            if (change["type"] == "message" && change.contains("message")) {
                change["message"].erase("number");
            }
            told.push_back(std::to_string(static_cast<int>(audience)) + change.dump());
        }
    }
    for (auto const& [number, person] : board.participants) {
        told.push_back("yours" + wire::yours(board, number, Position{}));
    }
    auto document = json::parse(wire::roadmap(board));
    document["asOf"].erase("position");
    for (auto& act : document["provenance"]["moderation"]) act.erase("position");
    told.push_back(document.dump());
    std::sort(told.begin(), told.end());
    return told;
}

// Names what differs, of the thousands of things that are told.
void check_same(Board const& one, Board const& other)
{
    auto const here = everything_told(one);
    auto const there = everything_told(other);
    std::vector<std::string> different;
    std::set_symmetric_difference(here.begin(), here.end(), there.begin(), there.end(),
                                  std::back_inserter(different));
    REQUIRE(different == std::vector<std::string>{});
}

// What outlasts a rehearsal, done on a board that never had one.
void keep_what_outlasts(BoardMaker& plain, Board const& rehearsed)
{
    for (auto const& [number, person] : rehearsed.participants) {
        if (!plain.board.participants.contains(number)) {
            plain.record({},
                         ParticipantJoined{number, person.credential, person.college, person.name});
        } else if (plain.board.participants.at(number).name != person.name) {
            plain.record({}, ParticipantIntroduced{number, person.name});
        }
    }
    // Badges, and where they moved to.
    plain.board.badges = rehearsed.badges;
    plain.board.badge_numbers = rehearsed.badge_numbers;
    plain.board.replaced = rehearsed.replaced;
    plain.board.members = rehearsed.members;
    plain.board.helpers = rehearsed.helpers;
    for (auto const& [number, institution] : rehearsed.institutions) {
        if (!institution.revoked || plain.board.institutions.at(number).revoked) continue;
        plain.record({}, InstitutionRevoked{number});
    }
    auto const& settings = rehearsed.settings;
    if (plain.board.settings != settings) {
        plain.record({}, ModerationConfigured{settings.moderation, settings.trusts_after_first});
    }
    for (auto& [number, person] : plain.board.participants) {
        person.badge = rehearsed.participants.at(number).badge;
        person.credential = rehearsed.participants.at(number).credential;
    }
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        plain.record({}, PhaseConfigured{static_cast<Phase>(phase), rehearsed.switches[phase]});
    }
    std::vector<Step> const steps = rehearsed.agenda.steps;
    if (plain.board.agenda.steps != steps) {
        auto const& current = plain.board.agenda.current;
        auto const stays = [&](Step const& step) { return step.id == *current; };
        if (current && std::none_of(steps.begin(), steps.end(), stays)) {
            plain.record({}, StepEnded{});
        }
        plain.record({}, AgendaSet{steps});
    }
    std::vector<ScreenName> names;
    for (auto const& [number, screen] : rehearsed.screens) {
        if (screen.name) names.push_back({number, *screen.name});
    }
    if (!names.empty()) plain.record({}, ScreensArranged{names});
}

} // namespace

TEST_CASE("F14: a rehearsal is told to everybody, stands in the export and is never final",
          "[afternoon]")
{
    BoardMaker house;
    CHECK(house.refused(facilitator, PurgeRehearsal{}) == refusal(RefusalWord::NoRehearsal));
    house.done(facilitator, StartRehearsal{});
    CHECK(house.without_effect(facilitator, StartRehearsal{}));
    for (auto const audience : wire::audiences) {
        CHECK(told(house.board, audience, "rehearsal")["since"] == house.now.milliseconds);
    }
    house.done(facilitator, OpenPhase{Phase::Closed});
    auto const rehearsed = json::parse(wire::roadmap(house.board));
    CHECK(rehearsed["rehearsal"] == true);
    CHECK(rehearsed["status"] == "draft");
    house.done(facilitator, PurgeRehearsal{});
    CHECK(house.board.phase == Phase::Collect);
    auto const after = json::parse(wire::roadmap(house.board));
    CHECK_FALSE(after.contains("rehearsal"));
    CHECK(told(house.board, wire::Audience::Everyone, "rehearsal").is_null());
}

TEST_CASE("F15: rehearse, purge and go on is as if never rehearsed", "[afternoon]")
{
    for (std::uint32_t seed = 1; seed <= 16; ++seed) {
        INFO("story " << seed);
        RandomStory before(seed);
        before.rehearses = false;
        before.steps(120);
        before.maker.ask(facilitator, OpenPhase{Phase::Discuss, "Encore"});

        RandomStory rehearsed = before;
        rehearsed.maker.done(facilitator, StartRehearsal{});
        rehearsed.steps(150);
        // A board in rehearsal is kept and read back like any other.
        auto const kept = journal::decode_board(journal::encode(rehearsed.maker.board));
        REQUIRE(kept.has_value());
        CHECK(*kept == rehearsed.maker.board);

        RandomStory plain = rehearsed; // The same people, luck and time, on the other board.
        plain.maker.board = before.maker.board;
        keep_what_outlasts(plain.maker, rehearsed.maker.board);
        rehearsed.maker.done(facilitator, PurgeRehearsal{});
        check_same(rehearsed.maker.board, plain.maker.board);

        rehearsed.steps(150);
        plain.steps(150);
        check_same(rehearsed.maker.board, plain.maker.board);
    }
}

TEST_CASE("F15: who joined, their names and what was planned outlast a rehearsal", "[afternoon]")
{
    BoardMaker house;
    house.join("citizens", "Ana");
    house.done(facilitator, StartRehearsal{});
    auto const ben = house.join("companies");
    house.done(ben, Introduce{"Ben"});
    auto const bus = house.publish(ben, "bus");
    house.done(facilitator, SetAgenda{{{{"voter"}, "Nous votons", Phase::Vote, 8, {}}}});
    house.done(facilitator, PlayStep{{"voter"}, {}});
    house.done(facilitator, ArrangeScreens{{{{1}, "Amphithéâtre"}, {{2}, "Hall"}}});
    house.done(facilitator, Show{View::Proposal, bus, {}, {2}});
    house.invite("La mairie");
    house.record({}, BadgesIssued{{{"badge"}}});
    house.record({}, ParticipantJoined{{3}, {"person 3"}, {"citizens"}, {}, {1}});
    house.done({Role::Participant, {3}},
               SubmitComment{id<CommentId>("c"), bus, Stance::Note, "Oui"});
    house.done(facilitator, ConfigurePhase{Phase::Vote, {true, true, true, true}});
    house.done(facilitator, PurgeRehearsal{});
    CHECK(house.board.participants.at({2}).name == "Ben");
    CHECK(house.board.participants.at({2}).proposals.empty());
    CHECK(house.board.joined.at({"companies"}) == 1);
    CHECK(member(house.board, {"person 2"}) == ben);
    CHECK(house.board.proposals.empty());
    CHECK(house.board.agenda.steps.size() == 1);
    CHECK(house.board.agenda.state({"voter"}) == StepState::Waiting);
    CHECK_FALSE(house.board.timer_ends_at.has_value());
    CHECK(house.board.screens.at({2}) == Screen{View::Join, {}, {}, "Hall"});
    CHECK(house.board.switches[static_cast<std::size_t>(Phase::Vote)].propose);
    CHECK(told(house.board, wire::Audience::Desk, "institution")["institution"]["name"] ==
          "La mairie");
    // A badge was used to come in, and for nothing else.
    auto const& trail = house.board.badges.at({1}).trail;
    REQUIRE(trail.size() == 1);
    CHECK(trail[0].deed == Deed::Joined);
    // Numbers begin anew, as if nothing had been handed in.
    house.done(ben, SubmitProposal{id<ProposalId>("tram"), "Un tram", "", {"inclusion"}});
    CHECK(house.proposal(id<ProposalId>("tram")).number == 1);
}

TEST_CASE("F16: what was made in a rehearsal does not come back after it", "[afternoon]")
{
    BoardMaker house;
    auto const ana = house.join();
    house.done(facilitator, StartRehearsal{});
    auto const then = house.board.position;
    SubmitProposal const bus{id<ProposalId>("bus"), "Un bus", "", {"inclusion"}};
    Stamp const accepted{ana, id<DeviceId>("phone"), {100}};
    auto const first = consider(house.board, accepted, house.now, bus, then);
    REQUIRE(first.has_value());
    for (auto const& event : *first) house.record(accepted, event);
    house.done(facilitator, PurgeRehearsal{});
    // It was accepted and its answer was lost: it is done, and stays purged.
    CHECK(consider(house.board, accepted, house.now, bus, then) == Decided{std::vector<Event>{}});
    // It was never heard, or is asked anew under another number.
    for (auto const number : {101U, 102U}) {
        Stamp const late{ana, id<DeviceId>("phone"), {number}};
        CHECK(consider(house.board, late, house.now, bus, then).error() ==
              refusal(RefusalWord::RehearsalOver));
    }
    // What is made after it counts, also from a device that does not say when.
    Stamp const fresh{ana, id<DeviceId>("phone"), {103}};
    CHECK(consider(house.board, fresh, house.now, bus, house.board.position).has_value());
    CHECK(consider(house.board, fresh, house.now, bus, {}).has_value());
}
