#include "support/board_maker.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// A board with one adopted action and an institution.
struct House {
    House()
    {
        ana = maker.join("citizens", "Ana");
        bus = maker.publish(ana, "bus");
        quay = maker.publish(ana, "quay");
        decide(bus, Decision::Adopted);
        city = maker.invite("La mairie");
    }

    void decide(ProposalId const& proposal, std::optional<Decision> decision)
    {
        maker.done(facilitator, DecideProposal{proposal, decision, {}, {}, {}, {}, {}});
    }

    // The city's answer to the bus, confirmed.
    void commit(Pledge const& pledge)
    {
        maker.done(city, OfferCommitment{bus, pledge});
        maker.done(facilitator, ConfirmCommitment{bus, {1}, answer().revision, true});
    }

    Commitment const& answer() const { return maker.board.commitments.at({bus, {1}}); }

    json exported() const { return json::parse(wire::roadmap(maker.board)); }

    json told(wire::Audience audience) const
    {
        auto const all = json::parse(wire::changes(maker.board, audience, {}));
        for (auto const& change : all) {
            if (change["type"] == "commitment") return change["commitment"];
        }
        return nullptr;
    }

    BoardMaker maker;
    Actor ana;
    Actor city;
    ProposalId bus;
    ProposalId quay;
};

Pledge accepted()
{
    Pledge pledge;
    pledge.lead = "La Ville";
    return pledge;
}

Pledge full_pledge()
{
    return {Response::AcceptedWithChanges,
            "Deux bus",
            "La Ville",
            {"Le port", "L'école"},
            "2025-01-31",
            "2026-12-31",
            {{"Passagers", "par an", 120, 600}},
            250'000,
            {NeedCode::LocalFund},
            {"Des chauffeurs"},
            {"Les aînés"},
            {"Le Lorrain"}};
}

} // namespace

TEST_CASE("K1: only the facilitator invites institutions, by a name of their own", "[commitments]")
{
    BoardMaker maker;
    auto const ask = [&](std::string const& by, std::string const& name) {
        return decide(maker.board, InviteInstitution{{by}, {"hash"}, name});
    };
    CHECK(ask("nobody", "CTM").error() == refusal(RefusalWord::UnknownCredential, "authorization"));
    CHECK(ask("moderator", "CTM").error() == refusal(RefusalWord::NotAllowed));
    CHECK(ask("facilitator", "  ").error() == refusal(RefusalWord::Required, "name"));
    CHECK(ask("facilitator", letters(121)).error() == refusal(RefusalWord::TooLong, "name", 120));
    CHECK(ask("facilitator", letters(120)).has_value());
    CHECK(decide(Board{}, InviteInstitution{{"x"}, {"y"}, "CTM"}).error() ==
          refusal(RefusalWord::UnknownBoard));

    maker.invite(" CTM ");
    CHECK(maker.board.institutions.at({1}).name == "CTM");
    CHECK(ask("facilitator", "CTM").error() == refusal(RefusalWord::IdTaken, "name"));
    // Nor by another institution.
    CHECK(ask("institution 1", "CCI").error() == refusal(RefusalWord::NotAllowed));
    while (maker.board.institutions.size() < institutions_max) {
        maker.invite("number " + std::to_string(maker.board.institutions.size()));
    }
    CHECK(ask("facilitator", "one more").error() ==
          refusal(RefusalWord::TooMany, "institution", institutions_max));
    // After the session too.
    BoardMaker closed;
    closed.done(facilitator, OpenPhase{Phase::Closed});
    closed.invite("CTM");
}

TEST_CASE("K2: an institution whose link was taken back can do nothing, and what it said stays",
          "[commitments]")
{
    House house;
    house.commit(accepted());
    CHECK(house.maker.refused(facilitator, RevokeInstitution{{2}}) ==
          refusal(RefusalWord::UnknownInstitution, "institution"));
    house.maker.done(facilitator, RevokeInstitution{{1}});
    CHECK(house.maker.without_effect(facilitator, RevokeInstitution{{1}}));
    CHECK_FALSE(member(house.maker.board, {"institution 1"}).has_value());
    // A device that was already in.
    CHECK(house.maker.refused(house.city, OfferCommitment{house.bus, full_pledge()}) ==
          refusal(RefusalWord::NotAllowed));
    CHECK(house.exported()["roadmap"]["actions"][0]["commitments"].size() == 1);
    // The name is free for a new link.
    house.maker.invite("La mairie");
}

TEST_CASE("K3: an institution answers actions that were adopted, and nothing else", "[commitments]")
{
    House house;
    auto const offer = OfferCommitment{house.quay, accepted()};
    CHECK(house.maker.refused(house.city, OfferCommitment{id<ProposalId>("no"), accepted()}) ==
          refusal(RefusalWord::UnknownProposal, "proposal"));
    for (auto const decision : {Decision::ToStudy, Decision::NotRetained}) {
        house.decide(house.quay, decision);
        CHECK(house.maker.refused(house.city, offer) ==
              refusal(RefusalWord::WrongStatus, "proposal"));
    }
    house.decide(house.quay, {});
    CHECK(house.maker.refused(house.city, offer) == refusal(RefusalWord::WrongStatus, "proposal"));
    house.decide(house.quay, Decision::AdoptedWithChanges);
    house.maker.done(house.city, offer);
}

TEST_CASE("K4: each field of an answer keeps its limit", "[commitments]")
{
    House house;
    struct Case {
        std::string field;
        RefusalWord word;
        std::optional<std::int64_t> limit;
        Pledge pledge;
    };
    auto const with = [](auto&& change) {
        auto pledge = full_pledge();
        change(pledge);
        return pledge;
    };
    std::vector<std::string> const many(21, "x");
    std::vector<std::string> const eleven(11, "x");
    std::vector<Case> const cases{
        {"pledge.words", RefusalWord::TooLong, 500,
         with([](Pledge& p) { p.words = letters(501); })},
        {"pledge.lead", RefusalWord::TooLong, 120, with([](Pledge& p) { p.lead = letters(121); })},
        {"pledge.partners", RefusalWord::TooMany, 20, with([&](Pledge& p) { p.partners = many; })},
        {"pledge.partners[1]", RefusalWord::Required, {}, with([](Pledge& p) {
             p.partners = {"x", " "};
         })},
        {"pledge.otherNeeds", RefusalWord::TooMany, 10,
         with([&](Pledge& p) { p.other_needs = eleven; })},
        {"pledge.otherNeeds[0]", RefusalWord::TooLong, 120,
         with([](Pledge& p) { p.other_needs = {letters(121)}; })},
        {"pledge.audience", RefusalWord::TooMany, 10,
         with([&](Pledge& p) { p.audience = eleven; })},
        {"pledge.places", RefusalWord::TooMany, 20, with([&](Pledge& p) { p.places = many; })},
        {"pledge.places[0]", RefusalWord::BadText, {}, with([](Pledge& p) {
             p.places = {"a\x01z"};
         })},
        {"pledge.start", RefusalWord::Malformed, {}, with([](Pledge& p) {
             p.start = "2025-02-30";
         })},
        {"pledge.end", RefusalWord::BadDates, {}, with([](Pledge& p) { p.end = "2025-01-30"; })},
        {"pledge.budget", RefusalWord::Malformed, 1'000'000'000'000,
         with([](Pledge& p) { p.budget = 1'000'000'000'001; })},
        {"pledge.indicators", RefusalWord::TooMany, 10, with([](Pledge& p) {
             p.indicators.resize(11, {"x", {}, {}, 1});
         })},
        {"pledge.indicators[0].name", RefusalWord::Required, {}, with([](Pledge& p) {
             p.indicators[0].name = "";
         })},
        {"pledge.indicators[0].unit", RefusalWord::TooLong, 40,
         with([](Pledge& p) { p.indicators[0].unit = letters(41); })},
        {"pledge.indicators[0].target", RefusalWord::Malformed, 1'000'000'000'000,
         with([](Pledge& p) { p.indicators[0].target = 1'000'000'000'001; })},
        {"pledge.indicators[0].baseline", RefusalWord::Malformed, 1'000'000'000'000,
         with([](Pledge& p) { p.indicators[0].baseline = 1'000'000'000'001; })},
    };
    for (auto const& one : cases) {
        INFO(one.field);
        CHECK(house.maker.refused(house.city, OfferCommitment{house.bus, one.pledge}) ==
              refusal(one.word, one.field, one.limit));
    }
    house.maker.done(house.city, OfferCommitment{house.bus, full_pledge()});
    // A need named twice is one need.
    auto twice = full_pledge();
    twice.needs = {NeedCode::LocalFund, NeedCode::LegalSupport, NeedCode::LocalFund};
    house.maker.done(house.city, OfferCommitment{house.bus, twice});
    CHECK(house.answer().waiting->needs ==
          std::vector{NeedCode::LegalSupport, NeedCode::LocalFund});
}

TEST_CASE("K4: a board has a bounded number of answers", "[commitments]")
{
    auto create = usual_board();
    create.settings.proposals_per_participant = proposals_per_participant_max;
    BoardMaker maker(create);
    auto const ana = maker.join();
    std::vector<ProposalId> actions;
    while (actions.size() <= commitments_max / institutions_max) {
        auto const action = maker.publish(ana, "action" + std::to_string(actions.size()));
        maker.done(facilitator, DecideProposal{action, Decision::Adopted, {}, {}, {}, {}, {}});
        actions.push_back(action);
    }
    std::vector<Actor> offices;
    while (offices.size() < institutions_max) {
        offices.push_back(maker.invite("office " + std::to_string(offices.size())));
        for (std::size_t at = 0; at + 1 < actions.size(); ++at) {
            maker.done(offices.back(), OfferCommitment{actions[at], Pledge{}});
        }
    }
    CHECK(maker.board.commitments.size() == commitments_max);
    CHECK(maker.refused(offices[0], OfferCommitment{actions.back(), Pledge{}}) ==
          refusal(RefusalWord::TooMany, "commitment", commitments_max));
    // What was answered already may be answered anew.
    maker.done(offices[0], OfferCommitment{actions[0], accepted()});
}

TEST_CASE("K5: who changes or declines says why, and who declines promises nothing",
          "[commitments]")
{
    House house;
    for (auto const response : {Response::AcceptedWithChanges, Response::Declined}) {
        Pledge pledge;
        pledge.response = response;
        CHECK(house.maker.refused(house.city, OfferCommitment{house.bus, pledge}) ==
              refusal(RefusalWord::Required, "pledge.words"));
    }
    auto pledge = full_pledge();
    pledge.response = Response::Declined;
    CHECK(house.maker.refused(house.city, OfferCommitment{house.bus, pledge}) ==
          refusal(RefusalWord::Malformed, "pledge.lead"));
    pledge.lead.reset();
    CHECK(house.maker.refused(house.city, OfferCommitment{house.bus, pledge}) ==
          refusal(RefusalWord::Malformed, "pledge.partners"));
    Pledge declined;
    declined.response = Response::Declined;
    declined.words = "Ce n'est pas de notre ressort.";
    house.maker.done(house.city, OfferCommitment{house.bus, declined});
}

TEST_CASE("K6: an answer counts once the facilitator confirmed the very answer that was read",
          "[commitments]")
{
    House house;
    auto& maker = house.maker;
    CHECK(maker.refused(facilitator, ConfirmCommitment{house.bus, {2}, 1, true}) ==
          refusal(RefusalWord::UnknownInstitution, "institution"));
    CHECK(maker.refused(facilitator, ConfirmCommitment{house.bus, {1}, 1, true}) ==
          refusal(RefusalWord::UnknownCommitment, "institution"));
    maker.done(house.city, OfferCommitment{house.bus, accepted()});
    // The same again is nothing new.
    CHECK(maker.without_effect(house.city, OfferCommitment{house.bus, accepted()}));
    maker.done(house.city, OfferCommitment{house.bus, full_pledge()});
    CHECK(maker.refused(facilitator, ConfirmCommitment{house.bus, {1}, 1, true}) ==
          refusal(RefusalWord::WrongStatus, "revision"));
    maker.done(facilitator, ConfirmCommitment{house.bus, {1}, 2, true});
    CHECK(house.answer().standing == full_pledge());
    CHECK_FALSE(house.answer().waiting);
    CHECK(maker.without_effect(facilitator, ConfirmCommitment{house.bus, {1}, 2, true}));

    // A newer answer leaves what stands until it is confirmed, and can be taken back.
    maker.done(house.city, OfferCommitment{house.bus, accepted()});
    CHECK(house.answer().standing == full_pledge());
    maker.done(house.city, OfferCommitment{house.bus, {}});
    CHECK_FALSE(house.answer().waiting);
    CHECK(maker.without_effect(house.city, OfferCommitment{house.bus, {}}));

    // Taken back, it waits again.
    maker.done(facilitator, ConfirmCommitment{house.bus, {1}, 4, false});
    CHECK_FALSE(house.answer().standing);
    CHECK(house.answer().waiting == full_pledge());
    CHECK_FALSE(house.answer().confirmed_at);
    CHECK(maker.without_effect(facilitator, ConfirmCommitment{house.bus, {1}, 4, false}));
}

TEST_CASE("K7: what waits is told to the desk and to institutions alone", "[commitments]")
{
    House house;
    house.maker.done(house.city, OfferCommitment{house.bus, accepted()});
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Wall}) {
        CHECK(house.told(audience).is_null());
    }
    for (auto const audience : {wire::Audience::Desk, wire::Audience::Institutions}) {
        CHECK(house.told(audience)["waiting"]["lead"] == "La Ville");
    }
    CHECK_FALSE(house.exported()["roadmap"]["actions"][0].contains("commitments"));
    house.maker.done(facilitator, ConfirmCommitment{house.bus, {1}, 1, true});
    auto const before = house.maker.board.position;
    house.maker.done(house.city, OfferCommitment{house.bus, full_pledge()});
    // Not even that something waits.
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Wall}) {
        CHECK(wire::changes(house.maker.board, audience, before) == "[]");
        CHECK_FALSE(house.told(audience).contains("revision"));
    }
    for (auto const audience : wire::audiences) {
        auto const told = house.told(audience);
        CHECK(told["standing"]["lead"] == "La Ville");
        CHECK(told["name"] == "La mairie");
        bool const inside =
            audience == wire::Audience::Desk || audience == wire::Audience::Institutions;
        CHECK(told.contains("waiting") == inside);
    }
}

TEST_CASE("K8: a commitment is told while its action is adopted", "[commitments]")
{
    House house;
    house.commit(accepted());
    auto const before = house.maker.board.position;
    house.decide(house.bus, Decision::ToStudy);
    CHECK(house.told(wire::Audience::Everyone).is_null());
    auto const since = wire::changes(house.maker.board, wire::Audience::Everyone, before);
    CHECK_THAT(since, containing("commitmentGone"));
    CHECK(house.maker.refused(house.city, ReportProgress{house.bus, {Progress::Started, {}, {}}}) ==
          refusal(RefusalWord::UnknownCommitment, "proposal"));
    house.decide(house.bus, Decision::Adopted);
    CHECK(house.told(wire::Audience::Everyone)["standing"]["lead"] == "La Ville");
}

TEST_CASE("K9: an institution tells its progress, also when the board is closed", "[commitments]")
{
    House house;
    auto& maker = house.maker;
    auto const report = [&](ProgressReport const& said) { return ReportProgress{house.bus, said}; };
    CHECK(maker.refused(house.city, report({Progress::Started, {}, {}})) ==
          refusal(RefusalWord::UnknownCommitment, "proposal"));
    maker.done(house.city, OfferCommitment{house.bus, accepted()});
    CHECK(maker.refused(house.city, report({Progress::Started, {}, {}})) ==
          refusal(RefusalWord::UnknownCommitment, "proposal"));
    maker.done(facilitator, ConfirmCommitment{house.bus, {1}, 1, true});
    maker.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(maker.refused(house.city, OfferCommitment{house.bus, full_pledge()}) ==
          refusal(RefusalWord::BoardClosed));
    CHECK(maker.refused(house.city, report({Progress::Started, 101, {}})) ==
          refusal(RefusalWord::Malformed, "report.percent", 100));
    CHECK(maker.refused(house.city, report({Progress::Started, {}, letters(1001)})) ==
          refusal(RefusalWord::TooLong, "report.news", 1000));
    maker.done(house.city, report({Progress::Started, 40, "Le premier bus roule."}));
    CHECK(
        maker.without_effect(house.city, report({Progress::Started, 40, "Le premier bus roule."})));
    maker.pass(std::chrono::hours{24 * 30});
    maker.done(house.city, report({Progress::Done, 100, {}}));

    auto const commitment = house.exported()["roadmap"]["actions"][0]["commitments"][0];
    CHECK(commitment["status"] == "done");
    CHECK(commitment["progress"] == 100);
    CHECK(commitment["updates"] ==
          json{{{"at", "2024-12-13T12:00:00Z"},
                {"status", "started"},
                {"progress", 40},
                {"news", {{"fr", "Le premier bus roule."}}}},
               {{"at", "2025-01-12T12:00:00Z"}, {"status", "done"}, {"progress", 100}}});
    CHECK(house.exported()["status"] == "final");
    while (house.answer().progress.size() < progress_reports_max) {
        maker.done(house.city, report({Progress::Started, house.answer().progress.size() % 2, {}}));
    }
    CHECK(maker.refused(house.city, report({Progress::Done, {}, {}})) ==
          refusal(RefusalWord::TooMany, "report", progress_reports_max));
}

TEST_CASE("K9: who declined has no progress to tell", "[commitments]")
{
    House house;
    Pledge declined;
    declined.response = Response::Declined;
    declined.words = "Non";
    house.commit(declined);
    CHECK(house.maker.refused(house.city, ReportProgress{house.bus, {Progress::Done, {}, {}}}) ==
          refusal(RefusalWord::UnknownCommitment, "proposal"));
}

TEST_CASE("K10: an institution comments officially, under its name", "[commitments]")
{
    House house;
    auto& maker = house.maker;
    auto const comment = SubmitComment{id<CommentId>("official"), house.quay, Stance::Note, "Oui"};
    maker.done(house.city, comment);
    CHECK(maker.without_effect(house.city, comment));
    // Nobody else says the same under the same id.
    maker.done(facilitator, OpenPhase{Phase::Discuss});
    CHECK(maker.refused(house.ana, comment) == refusal(RefusalWord::IdTaken, "comment"));
    for (auto const audience : {wire::Audience::Everyone, wire::Audience::Desk}) {
        auto const all = json::parse(wire::changes(maker.board, audience, {}));
        auto const told = std::find_if(
            all.begin(), all.end(), [](auto const& change) { return change["type"] == "comment"; });
        REQUIRE(told != all.end());
        CHECK((*told)["comment"]["institution"] == "La mairie");
        CHECK_FALSE((*told)["comment"].contains("author"));
    }
    maker.done(moderator, HideComment{id<CommentId>("official"), true});
    for (std::size_t index = 1; index < comments_per_institution_max; ++index) {
        auto const proposal = index % 2 == 0 ? house.bus : house.quay;
        maker.done(house.city, SubmitComment{id<CommentId>("c" + std::to_string(index)), proposal,
                                             Stance::Note, "Oui"});
    }
    CHECK(maker.refused(house.city,
                        SubmitComment{id<CommentId>("more"), house.bus, Stance::Note, "Oui"}) ==
          refusal(RefusalWord::TooMany, "comment", comments_per_institution_max));
}

TEST_CASE("K11: what was confirmed is in the exported roadmap, whole", "[commitments]")
{
    House house;
    house.commit(full_pledge());
    CHECK(house.exported()["roadmap"]["actions"][0]["commitments"] == json::parse(R"([{
            "institution": {"name": "La mairie"},
            "response": "acceptedWithChanges",
            "confirmedAt": "2024-12-13T12:00:00Z",
            "words": {"fr": "Deux bus"},
            "bearers": [{"name": "La Ville"}],
            "partners": [{"name": "Le port"}, {"name": "L'école"}],
            "start": "2025-01-31",
            "end": "2026-12-31",
            "indicators": [{"name": {"fr": "Passagers"}, "unit": {"fr": "par an"}, "baseline": 120,
                            "target": 600}],
            "budget": {"amount": 250000, "currency": "EUR"},
            "needs": ["localFund"],
            "otherNeeds": [{"fr": "Des chauffeurs"}],
            "audience": [{"fr": "Les aînés"}],
            "places": [{"name": "Le Lorrain"}]
          }])"));
    // What was not said is absent.
    House other;
    other.commit(Pledge{});
    CHECK(other.exported()["roadmap"]["actions"][0]["commitments"][0].size() == 3);
}
