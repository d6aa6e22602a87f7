#include "base/text.hpp"
#include "support/board_maker.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>
#include <string>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using namespace std::chrono_literals;
using enum RefusalWord;

namespace {

AxisId const inclusion{"inclusion"};
auto const nowhere = id<ProposalId>("nowhere");

// A board with two participants and the proposal of the first, in the queue.
class Desk : public BoardMaker {
public:
    explicit Desk(CreateBoard const& create = usual_board()) : BoardMaker(create) {}

    Actor const ana = join("citizens", "Ana");
    Actor const ben = join("companies");
    ProposalId const bus = submit(ana, "bus");

    Proposal const& it() const { return proposal(bus); }
    EditProposal edit(std::string title) const { return {bus, std::move(title), "", inclusion}; }
};

// By their initials. What is merged has tests of its own.
constexpr std::string_view statuses = "SRDPWACTN";

ProposalStatus status_of(char letter)
{
    switch (letter) {
    case 'S': return ProposalStatus::Submitted;
    case 'R': return ProposalStatus::Returned;
    case 'D': return ProposalStatus::Declined;
    case 'P': return ProposalStatus::Published;
    case 'W': return ProposalStatus::Withdrawn;
    case 'A': return ProposalStatus::Adopted;
    case 'C': return ProposalStatus::AdoptedWithChanges;
    case 'T': return ProposalStatus::ToStudy;
    default: return ProposalStatus::NotRetained;
    }
}

DecideProposal decision(ProposalId const& proposal, Decision decision)
{
    return {proposal, decision, {}, {}, {}, {}, {}};
}

// Brings the desk's proposal from the queue to a status.
void bring(Desk& desk, ProposalStatus status)
{
    auto const decide_it = [&](Decision as) {
        desk.done(moderator, PublishProposal{desk.bus});
        desk.done(facilitator, decision(desk.bus, as));
    };
    switch (status) {
    case ProposalStatus::Submitted: break;
    case ProposalStatus::Returned: desk.done(moderator, ReturnProposal{desk.bus, "Où ?"}); break;
    case ProposalStatus::Declined:
        desk.done(moderator, DeclineProposal{desk.bus, DeclineReason::OffTopic, {}});
        break;
    case ProposalStatus::Published: desk.done(moderator, PublishProposal{desk.bus}); break;
    case ProposalStatus::Withdrawn: desk.done(desk.ana, WithdrawProposal{desk.bus, true}); break;
    case ProposalStatus::Adopted: decide_it(Decision::Adopted); break;
    case ProposalStatus::AdoptedWithChanges: decide_it(Decision::AdoptedWithChanges); break;
    case ProposalStatus::ToStudy: decide_it(Decision::ToStudy); break;
    case ProposalStatus::NotRetained: decide_it(Decision::NotRetained); break;
    case ProposalStatus::Merged: FAIL("no letter stands for it"); break;
    }
    REQUIRE(desk.it().status == status);
}

} // namespace

TEST_CASE("B13: a proposal goes only where its status lets it", "[board][proposals]")
{
    // A letter is the status afterwards, = an acceptance without effect, x a refusal.
    constexpr auto grid = R"(
              S R D P W A C T N
edit          S S x P x x x x x
withdraw      W W x W = x x x x
keep          = = = = S = = = =
publish       P P P = x = = = =
return        R R R R x x x x x
decline       D D D D x x x x x
requeue       = S S S x x x x x
comment       x x x P x A C T N
show          x x x P x A C T N
ballot        x x x P x A C T N
adopt         x x x A x = A A A
change        x x x C x C = C C
study         x x x T x T T = T
drop          x x x N x N N N =
undo          x x x = x P P P P
)";
    Desk const any;
    auto const bus = any.bus;
    auto const decides = [&](std::optional<Decision> as) {
        return std::pair(facilitator, Command{DecideProposal{bus, as, {}, {}, {}, {}, {}}});
    };
    std::map<std::string, std::pair<Actor, Command>> const rows{
        {"edit", {any.ana, EditProposal{bus, "Un bateau", "", inclusion}}},
        {"withdraw", {any.ana, WithdrawProposal{bus, true}}},
        {"keep", {any.ana, WithdrawProposal{bus, false}}},
        {"publish", {moderator, PublishProposal{bus}}},
        {"return", {moderator, ReturnProposal{bus, "Pour qui ?"}}},
        {"decline", {moderator, DeclineProposal{bus, DeclineReason::Duplicate, {}}}},
        {"requeue", {moderator, RequeueProposal{bus}}},
        {"comment", {any.ben, SubmitComment{id<CommentId>("c"), bus, Stance::For, "Oui"}}},
        {"show", {facilitator, Show{View::Proposal, bus, {}}}},
        {"ballot",
         {facilitator, OpenBallot{id<BallotId>("b"), "Et ?", Method::Opinion, ResultsRule::Live,
                                  std::vector{bus}}}},
        {"adopt", decides(Decision::Adopted)},
        {"change", decides(Decision::AdoptedWithChanges)},
        {"study", decides(Decision::ToStudy)},
        {"drop", decides(Decision::NotRetained)},
        {"undo", decides({})}};

    std::istringstream lines(grid);
    std::string name;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        if (line.empty() || line[0] == ' ') continue;
        cells >> name;
        auto const& [actor, command] = rows.at(name);
        for (char const from : statuses) {
            std::string expected;
            cells >> expected;
            CAPTURE(name, from, expected);
            Desk desk;
            bring(desk, status_of(from));
            auto const before = desk.board;
            auto const decided = desk.ask(actor, command);
            if (expected == "x") {
                REQUIRE_FALSE(decided.has_value());
                bool const in_list = name == "ballot";
                CHECK(decided.error() == refusal(WrongStatus, in_list ? "proposals" : "proposal"));
                CHECK(desk.board == before);
                continue;
            }
            REQUIRE(decided.has_value());
            CHECK((*decided == std::vector<Event>{Noted{}}) == (expected == "="));
            CHECK(desk.it().status == status_of(expected == "=" ? from : expected[0]));
        }
    }
}

TEST_CASE("B14: a submitted proposal waits for the moderators or is public at once",
          "[board][proposals]")
{
    Desk before;
    CHECK(before.it().status == ProposalStatus::Submitted);
    CHECK(before.it().number == 1);
    CHECK(before.it().author == before.ana.participant);
    CHECK_FALSE(before.it().seen);

    auto create = usual_board();
    create.settings.moderation = Moderation::After;
    Desk after(create);
    CHECK(after.it().status == ProposalStatus::Published);
    CHECK(after.it().seen);
    // What was taken back or asked about goes through the moderators on every board.
    after.done(after.ana, WithdrawProposal{after.bus, true});
    after.done(after.ana, WithdrawProposal{after.bus, false});
    CHECK(after.it().status == ProposalStatus::Submitted);
}

TEST_CASE("B15: the words of a proposal keep their limits when submitted and when edited",
          "[board][proposals]")
{
    Desk desk;
    auto const tram = id<ProposalId>("tram");
    auto const both = [&](std::string const& title, std::string const& description,
                          AxisId const& axis) {
        auto const submitting =
            desk.refused(desk.ana, SubmitProposal{tram, title, description, axis});
        auto const editing =
            desk.refused(desk.ana, EditProposal{desk.bus, title, description, axis});
        CHECK(submitting == editing);
        return submitting;
    };
    CHECK(both("", "", inclusion) == refusal(Required, "title"));
    CHECK(both(" \u00a0 ", "", inclusion) == refusal(Required, "title"));
    CHECK(both(letters(121), "", inclusion) == refusal(TooLong, "title", 120));
    CHECK(both("un\ndeux", "", inclusion) == refusal(RefusalWord::BadText, "title"));
    CHECK(both("Tram", letters(2001), inclusion) == refusal(TooLong, "description", 2000));
    CHECK(both("Tram", "a\u202eb", inclusion) == refusal(RefusalWord::BadText, "description"));
    CHECK(both("Tram", "", {"nowhere"}) == refusal(UnknownAxis, "axis"));
    CHECK(desk.board.proposals.size() == 1);

    desk.done(desk.ana, SubmitProposal{tram, letters(120), letters(2000), {"school"}});
    CHECK(graphemes(desk.proposal(tram).title) == 120);
    CHECK(graphemes(desk.proposal(tram).description) == 2000);
    desk.done(desk.ana, EditProposal{tram, " Tram ", "a\r\nb", inclusion});
    CHECK(desk.proposal(tram).title == "Tram");
    CHECK(desk.proposal(tram).description == "a\nb");
    CHECK(desk.proposal(tram).axis == inclusion);
}

TEST_CASE("B16: proposals that their author did not take back count against the limit",
          "[board][proposals]")
{
    auto create = usual_board();
    create.settings.proposals_per_participant = 2;
    Desk desk(create);
    auto const two = desk.submit(desk.ana, "two");
    auto const full = refusal(TooMany, "proposal", 2);
    SubmitProposal const three{id<ProposalId>("three"), "Trois", "", inclusion};
    CHECK(desk.refused(desk.ana, three) == full);
    desk.submit(desk.ben, "his");
    desk.done(desk.ana, WithdrawProposal{two, true});
    desk.done(desk.ana, three);
    CHECK(desk.refused(desk.ana, WithdrawProposal{two, false}) == full);
    desk.done(moderator, DeclineProposal{desk.bus, DeclineReason::OffTopic, {}});
    CHECK(desk.refused(desk.ana, WithdrawProposal{two, false}) == full);
}

TEST_CASE("B16: nobody submits more than 200, those taken back included", "[board][proposals]")
{
    BoardMaker house;
    auto const ana = house.join();
    for (std::size_t at = 0; at < proposals_per_participant_max; ++at) {
        auto const name = "p" + std::to_string(at);
        house.submit(ana, name);
        house.done(ana, WithdrawProposal{id<ProposalId>(name), true});
    }
    SubmitProposal const more{id<ProposalId>("more"), "Encore", "", inclusion};
    CHECK(house.refused(ana, more) == refusal(TooMany, "proposal", 200));
    house.done(ana, WithdrawProposal{id<ProposalId>("p7"), false});
}

TEST_CASE("B17: a board has at most 2000 proposals", "[board][proposals]")
{
    auto create = usual_board();
    create.settings.proposals_per_participant = proposals_per_participant_max;
    BoardMaker house(create);
    while (house.board.proposals.size() < proposals_max) {
        auto const author = house.join();
        for (std::size_t own = 0; own < proposals_per_participant_max; ++own) {
            house.submit(author, "p" + std::to_string(house.board.proposals.size()));
        }
        SubmitProposal const more{nowhere, "Encore", "", inclusion};
        bool const full = house.board.proposals.size() == proposals_max;
        CHECK(house.refused(author, more) == refusal(TooMany, "proposal", full ? 2000 : 200));
    }
    SubmitProposal const more{nowhere, "Encore", "", inclusion};
    CHECK(house.refused(house.join(), more) == refusal(TooMany, "proposal", 2000));
}

TEST_CASE("B18: one id is one proposal and saying the same again is no error", "[board][proposals]")
{
    Desk desk;
    CHECK(desk.without_effect(desk.ana, SubmitProposal{desk.bus, " bus", "", inclusion}));
    auto const taken = refusal(IdTaken, "proposal");
    CHECK(desk.refused(desk.ben, SubmitProposal{desk.bus, "bus", "", inclusion}) == taken);
    CHECK(desk.refused(desk.ana, SubmitProposal{desk.bus, "Tram", "", inclusion}) == taken);
    CHECK(desk.refused(desk.ana, SubmitProposal{desk.bus, "bus", "Plus", inclusion}) == taken);
    CHECK(desk.refused(desk.ana, SubmitProposal{desk.bus, "bus", "", {"school"}}) == taken);
}

TEST_CASE("B19: authors edit their own proposals for five minutes", "[board][proposals]")
{
    Desk desk;
    auto const submitted = desk.it().submitted_at;
    CHECK(desk.refused(desk.ben, desk.edit("Tram")) == refusal(NotYours, "proposal"));
    CHECK(desk.refused(desk.ana, EditProposal{nowhere, "Tram", "", inclusion}) ==
          refusal(UnknownProposal, "proposal"));
    desk.done(desk.ana, desk.edit("Tram"));
    CHECK(desk.without_effect(desk.ana, desk.edit("Tram")));
    desk.now = submitted + edit_time;
    desk.done(desk.ana, desk.edit("Train"));
    CHECK(desk.it().submitted_at == submitted);
    desk.pass(1ms);
    CHECK(desk.refused(desk.ana, desk.edit("Avion")) == refusal(EditTimeOver, "proposal", 300));
    // A clock set back locks nobody out.
    desk.now = submitted + -1h;
    desk.done(desk.ana, desk.edit("Avion"));
    CHECK(desk.it().title == "Avion");
}

TEST_CASE("B20: a question is answered by editing at any time and goes back to the queue",
          "[board][proposals]")
{
    Desk desk;
    CHECK(desk.refused(moderator, ReturnProposal{desk.bus, " "}) == refusal(Required, "question"));
    CHECK(desk.refused(moderator, ReturnProposal{desk.bus, letters(501)}) ==
          refusal(TooLong, "question", 500));
    CHECK(desk.refused(moderator, ReturnProposal{nowhere, "Où ?"}) ==
          refusal(UnknownProposal, "proposal"));
    desk.done(moderator, ReturnProposal{desk.bus, letters(500)});
    desk.done(moderator, ReturnProposal{desk.bus, " Où ?\n"});
    CHECK(desk.it().question == "Où ?");
    CHECK(desk.without_effect(moderator, ReturnProposal{desk.bus, "Où ?"}));
    desk.pass(2h);
    desk.done(desk.ana, desk.edit("Un bus au nord"));
    CHECK(desk.it().status == ProposalStatus::Submitted);
    CHECK_FALSE(desk.it().question.has_value());
    // The words may stay as they are; the answer can be in a comment or said aloud.
    desk.done(moderator, ReturnProposal{desk.bus, "Sûr ?"});
    CHECK(desk.done(desk.ana, desk.edit("Un bus au nord")) ==
          std::vector<Event>{ProposalRequeued{desk.bus}});
    CHECK(desk.refused(desk.ana, desk.edit("Tram")) == refusal(EditTimeOver, "proposal", 300));
}

TEST_CASE("B21: a proposal is declined with a reason and other reasons need words",
          "[board][proposals]")
{
    Desk desk;
    auto const decline = [&](DeclineReason reason, std::optional<std::string> words) {
        return DeclineProposal{desk.bus, reason, std::move(words)};
    };
    CHECK(desk.refused(moderator, decline(DeclineReason::Other, {})) == refusal(Required, "words"));
    CHECK(desk.refused(moderator, decline(DeclineReason::Other, " ")) ==
          refusal(Required, "words"));
    CHECK(desk.refused(moderator, decline(DeclineReason::OffTopic, letters(501))) ==
          refusal(TooLong, "words", 500));
    desk.done(moderator, decline(DeclineReason::OffTopic, letters(500)));
    desk.done(moderator, decline(DeclineReason::Other, " Hors\r\nsujet "));
    CHECK(desk.it().reason == DeclineReason::Other);
    CHECK(desk.it().words == "Hors\nsujet");
    CHECK(desk.without_effect(moderator, decline(DeclineReason::Other, "Hors\nsujet")));
    desk.done(moderator, RequeueProposal{desk.bus});
    CHECK_FALSE(desk.it().reason.has_value());
    CHECK_FALSE(desk.it().words.has_value());
}

TEST_CASE("B22: words that people voted on stay as they were", "[board][proposals]")
{
    Desk desk;
    auto const wrong = refusal(WrongStatus, "proposal");
    desk.done(moderator, PublishProposal{desk.bus});
    auto const ballot = desk.open_ballot("one");
    CHECK(desk.refused(desk.ana, desk.edit("Tram")) == wrong);
    // Nor by the way of a question, nor after it was out of sight for a while.
    CHECK(desk.refused(moderator, ReturnProposal{desk.bus, "Où ?"}) == wrong);
    desk.done(facilitator, CloseBallot{ballot});
    CHECK(desk.refused(moderator, ReturnProposal{desk.bus, "Où ?"}) == wrong);
    desk.done(desk.ana, WithdrawProposal{desk.bus, true});
    desk.done(desk.ana, WithdrawProposal{desk.bus, false});
    CHECK(desk.refused(desk.ana, desk.edit("Tram")) == wrong);
    desk.done(moderator, DeclineProposal{desk.bus, DeclineReason::OffTopic, {}});
    CHECK(desk.refused(moderator, ReturnProposal{desk.bus, "Où ?"}) == wrong);
    CHECK(desk.it().title == "bus");
}

TEST_CASE("B23: only its author withdraws a proposal", "[board][proposals]")
{
    Desk desk;
    for (bool const withdrawn : {true, false}) {
        CHECK(desk.refused(desk.ben, WithdrawProposal{desk.bus, withdrawn}) ==
              refusal(NotYours, "proposal"));
        CHECK(desk.refused(desk.ana, WithdrawProposal{nowhere, withdrawn}) ==
              refusal(UnknownProposal, "proposal"));
    }
}

TEST_CASE("B39: what people write keeps its language, and a rewording does not change it",
          "[board]")
{
    Desk desk;
    CHECK(desk.it().language == std::nullopt);
    auto const bis = id<ProposalId>("bis");
    desk.done(desk.ana, SubmitProposal{bis, "An bis", "", inclusion, Language::Gcf});
    CHECK(desk.proposal(bis).language == Language::Gcf);
    // The board's own is not said; saying the same again has no effect.
    auto const own = id<ProposalId>("own");
    desk.done(desk.ana, SubmitProposal{own, "Un car", "", inclusion, Language::Fr});
    CHECK(desk.proposal(own).language == std::nullopt);
    CHECK(desk.done(desk.ana, SubmitProposal{bis, "An bis", "", inclusion, Language::Gcf}).size() ==
          1); // Noted, and nothing else.
    CHECK(desk.ask(desk.ana, SubmitProposal{bis, "An bis", "", inclusion, Language::En}).error() ==
          refusal(IdTaken, "proposal"));
    desk.done(desk.ana, EditProposal{bis, "A bus", "", inclusion, Language::En});
    CHECK(desk.proposal(bis).language == Language::En);
    desk.done(moderator, RewordProposal{bis, "A night bus", "", inclusion, {}});
    CHECK(desk.proposal(bis).language == Language::En);
    desk.done(desk.ana, EditProposal{bis, "Un bus", "", inclusion, Language::Fr});
    CHECK(desk.proposal(bis).language == std::nullopt);

    desk.done(moderator, PublishProposal{desk.bus, {}});
    desk.done(facilitator, OpenPhase{Phase::Discuss, {}});
    auto const why = id<CommentId>("why");
    desk.done(desk.ben,
              SubmitComment{why, desk.bus, Stance::Question, "Pou ki sa ?", Language::Gcf});
    CHECK(desk.board.comments.at(why).language == Language::Gcf);
}
