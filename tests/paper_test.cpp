#include "support/board_maker.hpp"

#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

namespace {

Actor const helper{Role::Helper, {}};

// A room that votes, where some vote on paper: badge n is "badge n".
class Room : public BoardMaker {
public:
    Room()
    {
        std::vector<BadgeHash> badges;
        for (int badge = 1; badge <= 9; ++badge)
            badges.push_back({"badge " + std::to_string(badge)});
        keep(decide(board, IssueBadges{{"facilitator"}, badges}));
        ana = join();
        bus = publish(ana, "bus");
        quay = publish(ana, "quay");
        queued = submit(ana, "queued");
    }

    Actor by_phone(int badge, std::string const& credential)
    {
        keep(decide(board, JoinBoard{{credential},
                                     {"citizens"},
                                     {},
                                     BadgeHash{"badge " + std::to_string(badge)}}));
        return member(board, {credential}).value();
    }

    RecordPaper sheet(std::uint64_t badge, std::vector<Mark> marks) const
    {
        return {ballot, {badge}, CollegeId{"associations"}, std::move(marks)};
    }

    Counts counts(ProposalId const& proposal) const
    {
        return board.ballots.at(ballot).tallies.at(proposal).counts;
    }

    Actor ana;
    ProposalId bus;
    ProposalId quay;
    ProposalId queued;
    BallotId ballot = id<BallotId>("ballot");

private:
    void keep(Decided const& decided)
    {
        if (!decided) FAIL("refused: " << decided.error());
        for (auto const& event : *decided) record({}, event);
    }
};

} // namespace

TEST_CASE("A13: a sheet is a whole ballot of its badge, and nobody counts twice", "[admission]")
{
    Room room;
    room.open_ballot("ballot");
    // A badge that nobody used: the sheet makes its participant.
    room.done(helper, room.sheet(1, {{room.bus, Choice::Support}, {room.quay, Choice::Oppose}}));
    CHECK(room.board.participants.size() == 2);
    CHECK(room.board.participants.at({2}).college.text == "associations");
    CHECK(room.counts(room.bus) == Counts{1, 0, 0});
    CHECK(room.board.ballots.at(room.ballot).turnout == 1);

    // The same badge by phone later: one person, the last word counts.
    auto const phone = room.by_phone(1, "phone");
    CHECK(phone.participant.value == 2);
    room.done(phone, CastChoice{room.ballot, room.bus, Choice::Oppose});
    CHECK(room.counts(room.bus) == Counts{0, 0, 1});
    CHECK(room.counts(room.quay) == Counts{0, 0, 1});
    CHECK(room.board.ballots.at(room.ballot).turnout == 1);

    // And on paper again: the sheet stands for all of it, what is blank is not said.
    room.done(facilitator, room.sheet(1, {{room.bus, Choice::Neutral}}));
    CHECK(room.counts(room.bus) == Counts{0, 1, 0});
    CHECK(room.counts(room.quay) == Counts{0, 0, 0});
    CHECK(room.board.ballots.at(room.ballot).turnout == 1);
    CHECK(room.board.participants.size() == 2);

    // A blank sheet is no choice at all.
    room.done(facilitator, room.sheet(1, {}));
    CHECK(room.board.ballots.at(room.ballot).turnout == 0);
}

TEST_CASE("A13: a sheet is in the trail of its badge, also where it changes nothing", "[admission]")
{
    Room room;
    room.open_ballot("ballot");
    auto const phone = room.by_phone(3, "phone");
    room.done(phone, CastChoice{room.ballot, room.bus, Choice::Support});
    auto const events = room.done(helper, room.sheet(3, {{room.bus, Choice::Support}}));
    CHECK(events == std::vector<Event>{PaperRecorded{room.ballot, phone.participant}});
    auto const& trail = room.board.badges.at({3}).trail;
    REQUIRE(trail.size() == 2); // The stamps of this test are all a phone's.
    CHECK(trail.back().deed == Deed::Voted);
    CHECK(trail.back().ballot == room.ballot);
}

TEST_CASE("A14: a sheet keeps to its ballot", "[admission]")
{
    Room room;
    auto const refused = [&](RecordPaper const& sheet) { return room.refused(helper, sheet); };
    CHECK(refused(room.sheet(1, {})) == refusal(RefusalWord::UnknownBallot, "ballot"));
    room.open_ballot("ballot");
    CHECK(refused(room.sheet(99, {})) == refusal(RefusalWord::UnknownBadge, "badge"));
    CHECK(refused(room.sheet(1, {{room.queued, Choice::Support}})) ==
          refusal(RefusalWord::NotInBallot, "marks"));
    CHECK(refused(room.sheet(1, {{room.bus, Choice::Approve}})) ==
          refusal(RefusalWord::NotOfMethod, "marks"));
    CHECK(refused(room.sheet(1, {{room.bus, Choice::Support}, {room.bus, Choice::Oppose}})) ==
          refusal(RefusalWord::IdTaken, "marks"));
    CHECK(refused(
              room.sheet(1, std::vector<Mark>(paper_marks_max + 1, {room.bus, Choice::Support}))) ==
          refusal(RefusalWord::TooMany, "marks", paper_marks_max));
    auto without_college = room.sheet(1, {});
    without_college.college.reset();
    CHECK(refused(without_college) == refusal(RefusalWord::Required, "college"));
    room.done(helper, room.sheet(1, {{room.bus, Choice::Support}}));
    room.done(helper, without_college); // Known by now.
    CHECK(room.board.ballots.at(room.ballot).turnout == 0);
    // What is a part of another is marked there.
    room.done(moderator, MergeProposal{room.bus, room.quay});
    CHECK(refused(room.sheet(1, {{room.bus, Choice::Support}})) ==
          refusal(RefusalWord::WrongStatus, "marks"));
    room.done(helper, room.sheet(1, {{room.quay, Choice::Support}}));
    room.done(facilitator, CloseBallot{room.ballot});
    CHECK(refused(room.sheet(1, {})) == refusal(RefusalWord::BallotNotOpen, "ballot"));
    CHECK(room.refused(room.ana, room.sheet(1, {})) == refusal(RefusalWord::NotAllowed));
    CHECK(room.refused(moderator, room.sheet(1, {})) == refusal(RefusalWord::NotAllowed));
}

TEST_CASE("A14: a sheet keeps to the terms of its method", "[admission]")
{
    Room room;
    room.done(facilitator, OpenPhase{Phase::Vote});
    OpenBallot open{room.ballot, "Quoi ?", Method::Dots, ResultsRule::Live, {}, {}};
    open.terms.budget = 4;
    open.terms.cap = 3;
    room.done(facilitator, open);
    CHECK(room.refused(helper, room.sheet(1, {{room.bus, Choice::FourDots}})) ==
          refusal(RefusalWord::OverCap, "marks", 3));
    CHECK(room.refused(helper, room.sheet(1, {{room.bus, Choice::ThreeDots},
                                              {room.quay, Choice::TwoDots}})) ==
          refusal(RefusalWord::OverBudget, "marks", 4));
    // All of the budget again and again: a sheet is not added to what was said, it replaces it.
    room.done(helper, room.sheet(1, {{room.bus, Choice::ThreeDots}, {room.quay, Choice::OneDot}}));
    room.done(helper, room.sheet(1, {{room.bus, Choice::OneDot}, {room.quay, Choice::ThreeDots}}));
    CHECK(room.counts(room.quay)[2] == 1);

    room.done(facilitator, CloseBallot{room.ballot});
    auto const marks = id<BallotId>("marks");
    OpenBallot approval{marks, "Quoi ?", Method::Approval, ResultsRule::Live, {}, {}};
    approval.terms.maximum = 1;
    room.done(facilitator, approval);
    room.ballot = marks;
    CHECK(room.refused(
              helper, room.sheet(1, {{room.bus, Choice::Approve}, {room.quay, Choice::Approve}})) ==
          refusal(RefusalWord::OverMaximum, "marks", 1));
    room.done(helper, room.sheet(1, {{room.quay, Choice::Approve}}));
}
