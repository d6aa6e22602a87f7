#include "support/board_maker.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;
using enum RefusalWord;

namespace {

AxisId const inclusion{"inclusion"};
AxisId const school{"school"};

class Desk : public BoardMaker {
public:
    explicit Desk(CreateBoard const& create = usual_board()) : BoardMaker(create) {}

    Actor const ana = join("citizens", "Ana");
    Actor const ben = join("companies");

    Participant const& person(Actor const& who) const
    {
        return board.participants.at(who.participant);
    }
    ProposalStatus status(ProposalId const& of) const { return proposal(of).status; }

    // What an audience knows of a proposal; null when nothing.
    json told(wire::Audience audience, ProposalId const& of) const
    {
        for (auto const& change : json::parse(wire::changes(board, audience, {}))) {
            if (change["type"] == "proposal" && change["proposal"]["id"] == of.text()) {
                return change["proposal"];
            }
        }
        return {};
    }

    json own(Actor const& who) const
    {
        return json::parse(wire::yours(board, who.participant, {}));
    }
};

CreateBoard trusting_board()
{
    auto create = usual_board();
    create.settings.trusts_after_first = true;
    return create;
}

} // namespace

TEST_CASE("M3: of two moderators who treat one proposal the second is refused", "[moderation]")
{
    using Treatment = Command (*)(ProposalId, ProposalStatus);
    constexpr auto submitted = ProposalStatus::Submitted;
    std::array<Treatment, 5> const treatments{
        [](ProposalId of, ProposalStatus from) -> Command {
            return PublishProposal{of, from};
        },
        [](ProposalId of, ProposalStatus from) -> Command {
            return ReturnProposal{of, "Où ?", from};
        },
        [](ProposalId of, ProposalStatus from) -> Command {
            return DeclineProposal{of, DeclineReason::OffTopic, {}, from};
        },
        [](ProposalId of, ProposalStatus from) -> Command {
            return RequeueProposal{of, from};
        },
        [](ProposalId of, ProposalStatus from) -> Command {
            return RewordProposal{of, "Mieux dit", "", inclusion, from};
        }};
    for (std::size_t first = 0; first < 3; ++first) {
        for (std::size_t second = 0; second < treatments.size(); ++second) {
            CAPTURE(first, second);
            Desk desk;
            auto const bus = desk.submit(desk.ana, "bus");
            desk.done(moderator, treatments[first](bus, submitted));
            auto const before = desk.proposal(bus);
            auto const late = desk.ask(facilitator, treatments[second](bus, submitted));
            // Who wants what is so already is not refused.
            if (first == second)
                CHECK(late.has_value());
            else
                CHECK((!late && late.error() == refusal(WrongStatus, "proposal")));
            CHECK(desk.proposal(bus) == before);
            // Who has seen it as it is now may.
            CHECK(desk.ask(facilitator, treatments[second](bus, before.status)).has_value());
        }
    }
}

TEST_CASE("M4: a rewording keeps the former words in sight and is undone step by step",
          "[moderation]")
{
    Desk desk;
    auto const bus = id<ProposalId>("bus");
    desk.done(desk.ana, SubmitProposal{bus, "Un bus", "Le soir", inclusion});
    desk.done(moderator, RewordProposal{bus, "  Un bus de nuit ", "Le soir", school});
    desk.done(moderator, RewordProposal{bus, "Un bus toute la nuit", "", school});
    CHECK(desk.proposal(bus).title == "Un bus toute la nuit");
    CHECK(desk.proposal(bus).axis == school);

    // The author's words are told to the author and the desk, and to the room once it sees it.
    json const authors{{"title", "Un bus"}, {"description", "Le soir"}, {"axis", "inclusion"}};
    CHECK(desk.told(wire::Audience::Desk, bus)["rewordedFrom"] == authors);
    CHECK(desk.own(desk.ana)["proposals"][0]["rewordedFrom"] == authors);
    CHECK(desk.told(wire::Audience::Everyone, bus).is_null());
    desk.done(moderator, PublishProposal{bus});
    CHECK(desk.told(wire::Audience::Everyone, bus)["rewordedFrom"] == authors);

    CHECK(desk.without_effect(moderator, RewordProposal{bus, "Un bus toute la nuit", "", school}));
    desk.done(facilitator, RestoreProposal{bus});
    CHECK(desk.proposal(bus).title == "Un bus de nuit");
    desk.done(moderator, RestoreProposal{bus});
    CHECK(desk.proposal(bus).title == "Un bus");
    CHECK(desk.proposal(bus).description == "Le soir");
    CHECK(desk.proposal(bus).axis == inclusion);
    CHECK_FALSE(desk.told(wire::Audience::Desk, bus).contains("rewordedFrom"));
    CHECK(desk.without_effect(moderator, RestoreProposal{bus}));
}

TEST_CASE("M4: words keep their limits and standing rewordings too; an author's edit starts anew",
          "[moderation]")
{
    Desk desk;
    auto const bus = desk.submit(desk.ana, "bus");
    CHECK(desk.refused(moderator, RewordProposal{bus, " ", "", inclusion}) ==
          refusal(Required, "title"));
    CHECK(desk.refused(moderator,
                       RewordProposal{bus, letters(title_graphemes_max + 1), "", inclusion}) ==
          refusal(TooLong, "title", title_graphemes_max));
    CHECK(desk.refused(moderator, RewordProposal{bus, "x", "", {"nowhere"}}) ==
          refusal(UnknownAxis, "axis"));
    CHECK(desk.refused(moderator, RewordProposal{id<ProposalId>("none"), "x", "", inclusion}) ==
          refusal(UnknownProposal, "proposal"));
    for (std::size_t count = 0; count < rewordings_max; ++count) {
        desk.done(moderator, RewordProposal{bus, "n° " + std::to_string(count), "", inclusion});
    }
    CHECK(desk.refused(moderator, RewordProposal{bus, "encore", "", inclusion}) ==
          refusal(TooMany, "proposal", rewordings_max));
    desk.done(desk.ana, EditProposal{bus, "Mes mots", "", inclusion});
    CHECK(desk.proposal(bus).former.empty());
    desk.done(moderator, RewordProposal{bus, "encore", "", inclusion});
    CHECK(desk.proposal(bus).former.front().title == "Mes mots");
}

TEST_CASE("M5: words that people voted on are neither reworded nor restored", "[moderation]")
{
    Desk desk;
    auto const bus = desk.publish(desk.ana, "bus");
    desk.done(moderator, RewordProposal{bus, "Un bus", "", inclusion});
    auto const ballot = desk.open_ballot("first");
    desk.done(facilitator, CloseBallot{ballot});
    CHECK(desk.refused(moderator, RewordProposal{bus, "Un car", "", inclusion}) ==
          refusal(WrongStatus, "proposal"));
    CHECK(desk.refused(moderator, RestoreProposal{bus}) == refusal(WrongStatus, "proposal"));
}

TEST_CASE("M6: who had a proposal published is trusted where the board says so", "[moderation]")
{
    for (bool const trusts : {false, true}) {
        Desk desk(trusts ? trusting_board() : usual_board());
        auto const first = desk.submit(desk.ana, "first");
        auto const second = desk.submit(desk.ana, "second");
        CHECK(desk.status(second) == ProposalStatus::Submitted);
        desk.done(moderator, PublishProposal{first});
        auto const third = desk.submit(desk.ana, "third");
        CHECK((desk.status(third) == ProposalStatus::Published) == trusts);
        CHECK(desk.told(wire::Audience::Desk, third).contains("authorTrusted") == trusts);
        CHECK(desk.told(wire::Audience::Desk, second).contains("authorTrusted") == trusts);
        // What waited before still does, and so do others.
        CHECK(desk.status(second) == ProposalStatus::Submitted);
        CHECK(desk.status(desk.submit(desk.ben, "other")) == ProposalStatus::Submitted);
        // The room is told nothing of it.
        CHECK_FALSE(desk.told(wire::Audience::Everyone, third).contains("authorTrusted"));
        // It is switched while the afternoon goes on.
        desk.done(facilitator, ConfigureModeration{Moderation::Before, !trusts});
        CHECK((desk.status(desk.submit(desk.ana, "fourth")) == ProposalStatus::Published) !=
              trusts);
    }
}

TEST_CASE("M7: trust is withdrawn and given by moderators, whatever the board's setting",
          "[moderation]")
{
    Desk desk(trusting_board());
    desk.publish(desk.ana, "first");
    desk.done(moderator, TrustParticipant{desk.ana.participant, false});
    CHECK(desk.status(desk.submit(desk.ana, "second")) == ProposalStatus::Submitted);
    CHECK(desk.without_effect(moderator, TrustParticipant{desk.ana.participant, false}));
    desk.done(moderator, TrustParticipant{desk.ana.participant, true});
    CHECK(desk.status(desk.submit(desk.ana, "third")) == ProposalStatus::Published);
    desk.done(facilitator, TrustParticipant{desk.ben.participant, true});
    CHECK(desk.status(desk.submit(desk.ben, "other")) == ProposalStatus::Published);
    CHECK(desk.refused(moderator, TrustParticipant{{9}, true}) ==
          refusal(UnknownParticipant, "participant"));
    // What its author took back goes through the moderators all the same.
    desk.done(desk.ben, WithdrawProposal{id<ProposalId>("other"), true});
    desk.done(desk.ben, WithdrawProposal{id<ProposalId>("other"), false});
    CHECK(desk.status(id<ProposalId>("other")) == ProposalStatus::Submitted);
}

TEST_CASE("M8: of who is muted nothing but votes is taken, and what stands stays", "[moderation]")
{
    Desk desk;
    auto const bus = desk.publish(desk.ana, "bus");
    auto const queued = desk.submit(desk.ana, "queued");
    auto const taken = desk.submit(desk.ana, "taken-back");
    desk.done(desk.ana, WithdrawProposal{taken, true});
    desk.done(desk.ana, SubmitComment{id<CommentId>("c"), bus, Stance::For, "Oui"});
    auto const ballot = desk.open_ballot("first");
    desk.done(facilitator, ConfigurePhase{Phase::Vote, {true, true, true, true}});
    desk.done(desk.ana, CastChoice{ballot, bus, Choice::Support});

    desk.done(moderator, MuteParticipant{desk.ana.participant, true});
    for (auto const& words :
         {Command{SubmitProposal{id<ProposalId>("more"), "x", "", inclusion}},
          Command{EditProposal{queued, "x", "", inclusion}},
          Command{WithdrawProposal{taken, false}},
          Command{SubmitComment{id<CommentId>("d"), bus, Stance::For, "Encore"}},
          Command{Introduce{"Anaïs"}}}) {
        CHECK(desk.refused(desk.ana, words) == refusal(Muted));
    }
    CHECK(desk.ballot(ballot).tallies.at(bus).counts[0] == 1);
    desk.done(desk.ana, CastChoice{ballot, bus, Choice::Oppose});
    desk.done(desk.ana, Introduce{});
    desk.done(desk.ana, WithdrawProposal{queued, true});
    CHECK(desk.status(bus) == ProposalStatus::Published);
    // The author knows, the desk knows, and the room does not.
    CHECK(desk.own(desk.ana)["muted"] == true);
    CHECK(desk.told(wire::Audience::Desk, bus)["authorMuted"] == true);
    CHECK_FALSE(desk.told(wire::Audience::Everyone, bus).contains("authorMuted"));

    desk.done(moderator, MuteParticipant{desk.ana.participant, false});
    CHECK_FALSE(desk.own(desk.ana).contains("muted"));
    desk.done(desk.ana, SubmitComment{id<CommentId>("d"), bus, Stance::For, "Encore"});
    CHECK(desk.refused(moderator, MuteParticipant{{9}, true}) ==
          refusal(UnknownParticipant, "participant"));
}

TEST_CASE("M17: the log tells every act of the moderators, and neither names nor words",
          "[moderation]")
{
    Desk desk;
    auto const bus = desk.submit(desk.ana, "bus");
    auto const never = desk.submit(desk.ben, "secret-idea");
    desk.done(desk.ana, EditProposal{bus, "Un bus", "", inclusion});
    desk.done(moderator, ReturnProposal{bus, "Pour qui ?"});
    desk.done(desk.ana, EditProposal{bus, "Un bus pour tous", "", inclusion});
    desk.done(moderator, PublishProposal{bus});
    desk.done(moderator, DeclineProposal{never, DeclineReason::Disrespectful, "Mots de l'équipe"});
    auto const coach = desk.publish(desk.ana, "coach");
    desk.done(facilitator, MergeProposal{coach, bus});
    desk.done(facilitator, UnmergeProposal{coach});
    desk.done(moderator, MuteParticipant{desk.ben.participant, true});
    auto const log = json::parse(wire::roadmap(desk.board))["provenance"]["moderation"];
    std::vector<std::string> lines;
    for (auto const& one : log) {
        std::string line = one["act"];
        if (one.contains("proposal")) line += " " + std::to_string(one["proposal"].get<int>());
        if (one.contains("into")) line += " into " + std::to_string(one["into"].get<int>());
        if (one.contains("reason")) line += " " + one["reason"].get<std::string>();
        lines.push_back(line);
    }
    CHECK(lines == std::vector<std::string>{"returned 1", "published 1", "declined 2 disrespectful",
                                            "published 3", "merged 3 into 1", "unmerged 3",
                                            "muted"});
    auto const text = wire::roadmap(desk.board);
    for (auto const* hidden : {"secret-idea", "Mots de l", "Pour qui", "Ana"}) {
        CHECK(text.find(hidden) == std::string::npos);
    }
}

TEST_CASE("M17: merged proposals are sources of what stands for them", "[moderation]")
{
    Desk desk;
    auto const bus = desk.publish(desk.ana, "bus");
    auto const coach = desk.publish(desk.ben, "coach");
    desk.done(moderator, MergeProposal{coach, bus});
    auto const proposals = json::parse(wire::roadmap(desk.board))["proposals"];
    REQUIRE(proposals.size() == 1);
    REQUIRE(proposals[0]["sources"].size() == 2);
    CHECK(proposals[0]["sources"][1]["title"]["fr"] == "coach");
    CHECK(proposals[0]["sources"][1]["college"] == "companies");
}
