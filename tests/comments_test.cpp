#include "base/text.hpp"
#include "support/board_maker.hpp"

#include <string>
#include <string_view>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using namespace std::chrono_literals;
using enum RefusalWord;

namespace {

// A board with two participants and a published proposal.
class Talk : public BoardMaker {
public:
    Actor const ana = join("citizens", "Ana");
    Actor const ben = join("companies");
    ProposalId const bus = publish(ana, "bus");

    SubmitComment says(std::string const& name, std::string text,
                       Stance stance = Stance::Note) const
    {
        return {id<CommentId>(name), bus, stance, std::move(text)};
    }

    DecideProposal adopts() const { return {bus, Decision::Adopted, {}, {}, {}, {}, {}}; }
};

} // namespace

TEST_CASE("B24: a comment has a stance and words within their limits", "[board][comments]")
{
    Talk talk;
    CHECK(talk.refused(talk.ben, talk.says("c", " ")) == refusal(Required, "text"));
    CHECK(talk.refused(talk.ben, talk.says("c", letters(501))) == refusal(TooLong, "text", 500));
    CHECK(talk.refused(talk.ben, talk.says("c", "\xff")) == refusal(RefusalWord::BadText, "text"));
    CHECK(talk.refused(talk.ben, SubmitComment{id<CommentId>("c"), id<ProposalId>("no"),
                                               Stance::For, "Oui"}) ==
          refusal(UnknownProposal, "proposal"));
    talk.done(talk.ben, talk.says("long", letters(500)));
    for (auto const stance : {Stance::For, Stance::Against, Stance::Question, Stance::Note}) {
        std::string const name(word(stance));
        talk.done(talk.ben, talk.says(name, " Deux\r\nlignes ", stance));
        auto const& comment = talk.board.comments.at(id<CommentId>(name));
        CHECK(comment.stance == stance);
        CHECK(comment.text == "Deux\nlignes");
        CHECK(comment.author == talk.ben.participant);
        CHECK(comment.at == talk.now);
        CHECK_FALSE(comment.hidden);
    }
    CHECK(talk.proposal(talk.bus).comments.size() == 5);
    CHECK(talk.proposal(talk.bus).comments[1] == id<CommentId>("for"));
}

TEST_CASE("B25: one id is one comment and saying the same again is no error", "[board][comments]")
{
    Talk talk;
    auto const tram = talk.publish(talk.ana, "tram");
    talk.done(talk.ben, talk.says("c", "Oui", Stance::For));
    CHECK(talk.without_effect(talk.ben, talk.says("c", "Oui ", Stance::For)));
    auto const taken = refusal(IdTaken, "comment");
    CHECK(talk.refused(talk.ana, talk.says("c", "Oui", Stance::For)) == taken);
    CHECK(talk.refused(talk.ben, talk.says("c", "Non", Stance::For)) == taken);
    CHECK(talk.refused(talk.ben, talk.says("c", "Oui", Stance::Against)) == taken);
    CHECK(talk.refused(talk.ben, SubmitComment{id<CommentId>("c"), tram, Stance::For, "Oui"}) ==
          taken);
    // Also when the proposal is out of sight meanwhile.
    talk.done(talk.ana, WithdrawProposal{talk.bus, true});
    CHECK(talk.without_effect(talk.ben, talk.says("c", "Oui", Stance::For)));
    CHECK(talk.refused(talk.ben, talk.says("d", "Oui")) == refusal(WrongStatus, "proposal"));
}

TEST_CASE("B26: comments are limited by proposal and by participant", "[board][comments]")
{
    Talk talk;
    auto const tram = talk.publish(talk.ana, "tram");
    for (std::size_t count = 0; count < comments_per_proposal_max; ++count) {
        auto const& speaker = count < 100 ? talk.ana : talk.ben;
        talk.done(speaker, talk.says("c" + std::to_string(count), "Oui"));
    }
    CHECK(talk.refused(talk.ana, talk.says("more", "Oui")) == refusal(TooMany, "comment", 500));
    // A hidden one still counts.
    talk.done(moderator, HideComment{id<CommentId>("c1"), true});
    CHECK(talk.refused(talk.ana, talk.says("more", "Oui")) == refusal(TooMany, "comment", 500));

    auto const on_tram = [&](std::string const& name) {
        return SubmitComment{id<CommentId>(name), tram, Stance::Note, "Oui"};
    };
    for (std::size_t count = 0; count < 100; ++count) {
        talk.done(talk.ben, on_tram("t" + std::to_string(count)));
    }
    CHECK(talk.board.participants.at(talk.ben.participant).comments.size() == 500);
    CHECK(talk.refused(talk.ben, on_tram("more")) == refusal(TooMany, "comment", 500));
    talk.done(talk.ana, on_tram("hers"));
}

TEST_CASE("B26: a board has at most 20000 comments", "[board][comments]")
{
    auto create = usual_board();
    create.settings.proposals_per_participant = 40;
    BoardMaker house(create);
    auto const author = house.join();
    std::vector<ProposalId> proposals;
    for (std::size_t at = 0; at * comments_per_proposal_max < comments_max; ++at) {
        auto const name = "p" + std::to_string(at);
        house.submit(author, name);
        proposals.push_back(id<ProposalId>(name));
        house.done(moderator, PublishProposal{proposals.back()});
    }
    std::size_t said = 0;
    for (auto const& proposal : proposals) {
        auto const speaker = house.join();
        for (std::size_t at = 0; at < comments_per_proposal_max; ++at) {
            auto const comment = id<CommentId>("c" + std::to_string(said++));
            REQUIRE(house.ask(speaker, SubmitComment{comment, proposal, Stance::Note, "Oui"}));
        }
    }
    auto const more = house.join();
    house.submit(more, "fresh");
    house.done(moderator, PublishProposal{id<ProposalId>("fresh")});
    CHECK(house.refused(more, SubmitComment{id<CommentId>("more"), id<ProposalId>("fresh"),
                                            Stance::Note, "Oui"}) ==
          refusal(TooMany, "comment", 20'000));
}

TEST_CASE("B27: a comment is hidden and shown again", "[board][comments]")
{
    Talk talk;
    talk.done(talk.ben, talk.says("c", "Oui"));
    auto const hidden = [&] { return talk.board.comments.at(id<CommentId>("c")).hidden; };
    CHECK(talk.refused(moderator, HideComment{id<CommentId>("no"), true}) ==
          refusal(UnknownComment, "comment"));
    CHECK(talk.without_effect(moderator, HideComment{id<CommentId>("c"), false}));
    talk.done(moderator, HideComment{id<CommentId>("c"), true});
    CHECK(hidden());
    CHECK(talk.without_effect(facilitator, HideComment{id<CommentId>("c"), true}));
    talk.done(facilitator, HideComment{id<CommentId>("c"), false});
    CHECK_FALSE(hidden());
}

TEST_CASE("B28: a decision names who carries it and when and can be taken back",
          "[board][decisions]")
{
    Talk talk;
    auto adopts = talk.adopts();
    adopts.words = " Dès l'été ";
    adopts.lead = " La Région ";
    adopts.partners = {" Une mairie", "Une école "};
    adopts.start = "2025-01-31";
    adopts.end = "2025-01-31";
    talk.done(facilitator, adopts);
    auto const verdict = [&] { return talk.proposal(talk.bus).verdict; };
    CHECK(verdict() == Verdict{Decision::Adopted, talk.now, "Dès l'été", "La Région",
                               std::vector<std::string>{"Une mairie", "Une école"}, "2025-01-31",
                               "2025-01-31"});
    auto const first = talk.now;
    talk.pass(1min);
    CHECK(talk.without_effect(facilitator, adopts));
    CHECK(verdict()->at == first);
    adopts.lead = " ";
    talk.done(facilitator, adopts);
    CHECK_FALSE(verdict()->lead.has_value());
    CHECK(verdict()->at == talk.now);
    auto undoes = talk.adopts();
    undoes.decision.reset();
    CHECK(talk.done(facilitator, undoes) == std::vector<Event>{DecisionUndone{talk.bus}});
    CHECK_FALSE(verdict().has_value());
    CHECK(talk.proposal(talk.bus).status == ProposalStatus::Published);
    auto nothing = talk.adopts();
    nothing.proposal = id<ProposalId>("no");
    CHECK(talk.refused(facilitator, nothing) == refusal(UnknownProposal, "proposal"));
}

TEST_CASE("B29: what a decision says keeps its limits", "[board][decisions]")
{
    Talk talk;
    auto const but = [&](auto change) {
        auto command = talk.adopts();
        change(command);
        return talk.refused(facilitator, command);
    };
    CHECK(but([](auto& c) { c.words = letters(501); }) == refusal(TooLong, "words", 500));
    CHECK(but([](auto& c) { c.lead = letters(121); }) == refusal(TooLong, "lead", 120));
    CHECK(but([](auto& c) { c.lead = "a\nb"; }) == refusal(RefusalWord::BadText, "lead"));
    CHECK(but([](auto& c) { c.partners.assign(21, "Une mairie"); }) ==
          refusal(TooMany, "partners", 20));
    CHECK(but([](auto& c) {
              c.partners = {"Une mairie", ""};
          }) == refusal(Required, "partners[1]"));
    CHECK(but([](auto& c) { c.partners = {letters(121)}; }) ==
          refusal(TooLong, "partners[0]", 120));
    for (auto const* day : {"", "2025", "2025-1-31", "2025-02-29", "2025-13-01", "2025-00-10",
                            "2025-04-31", "2025-01-00", "+025-01-01", "2025-01-31 ", "2025/01/31",
                            "-025-01-01", "20 5-01-01", "２025-01-01"}) {
        CAPTURE(day);
        CHECK(but([&](auto& c) { c.start = day; }) == refusal(Malformed, "start"));
        CHECK(but([&](auto& c) { c.end = day; }) == refusal(Malformed, "end"));
    }
    CHECK(but([](auto& c) {
              c.start = "2025-02-01";
              c.end = "2025-01-31";
          }) == refusal(BadDates, "end"));
    CHECK_FALSE(talk.proposal(talk.bus).verdict.has_value());

    auto most = talk.adopts();
    most.words = letters(500);
    most.lead = letters(120);
    most.partners.assign(20, letters(120));
    most.start = "2024-02-29";
    talk.done(facilitator, most);
    CHECK(graphemes(talk.proposal(talk.bus).verdict->partners.back()) == 120);
}
