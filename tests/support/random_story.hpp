#pragma once

#include "board/import.hpp"
#include "board/methods.hpp"
#include "support/board_maker.hpp"

#include <cstdint>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::tests {

// A board on which all kinds of things happen in an order that nobody thought of: members ask for
// random things, and what is refused is refused. The same seed gives the same story.
class RandomStory {
public:
    explicit RandomStory(std::uint32_t seed)
        : maker(secretive_board(seed)), random_(seed), admissions_(seed), rehearsals_(seed)
    {
        while (people_.size() < 8) join();
        institutions_ = {maker.invite("La mairie"), maker.invite("Le port")};
    }

    void step()
    {
        maker.pass(std::chrono::milliseconds{pick(20'000)});
        if (maker.board.phase == board::Phase::Closed || pick(12) == 0) {
            maker.ask(facilitator, board::OpenPhase{any<board::Phase>(), any_text()});
        }
        if (pick(20) == 0 && maker.board.phase != board::Phase::Closed) join();
        admit();
        if (rehearses) rehearse();
        if (pick(12) == 0)
            commit(institutions_[pick(institutions_.size())]);
        else if (pick(3) > 0)
            participate(people_[pick(people_.size())]);
        else
            facilitate(rarely() ? moderator : facilitator);
    }

    void steps(int count)
    {
        for (int at = 0; at < count; ++at) step();
    }

    std::vector<board::Actor> const& people() const { return people_; }

    BoardMaker maker;
    bool rehearses = true;

private:
    // Its secrets are words that nothing else says.
    static board::CreateBoard secretive_board(std::uint32_t seed)
    {
        auto create = usual_board();
        if (seed % 4 == 0) create.parent = board::Parent{{"M4N5P"}, "Plénière"};
        create.facilitator = {"the facilitator's secret"};
        create.moderator = {"the moderator's secret"};
        create.screen = {"the screen's secret"};
        return create;
    }

    std::uint64_t pick(std::uint64_t below) { return random_() % below; }

    bool rarely() { return pick(6) == 0; }

    template <class Enum>
    Enum any()
    {
        return static_cast<Enum>(pick(board::words<Enum>.size()));
    }

    template <class Id>
    Id any_of(std::uint64_t kinds, char const* kind)
    {
        return id<Id>(kind + std::to_string(pick(kinds)));
    }

    ProposalId any_proposal() { return any_of<ProposalId>(14, "proposal"); }
    CommentId any_comment() { return any_of<CommentId>(30, "comment"); }
    BallotId any_ballot() { return any_of<BallotId>(4, "ballot"); }

    // Mostly one's own, for what one may do to nothing else.
    ProposalId own_proposal(board::Actor const& who)
    {
        auto const& own = maker.board.participants.at(who.participant).proposals;
        return own.empty() || rarely() ? any_proposal() : own[pick(own.size())];
    }

    // Mostly one that there is.
    BallotId known_ballot()
    {
        auto const& all = maker.board.ballots;
        if (all.empty() || rarely()) return any_ballot();
        return std::next(all.begin(), static_cast<long>(pick(all.size())))->first;
    }

    // Mostly one of the ballot's method; sometimes none.
    std::optional<board::Choice> any_choice(BallotId const& of)
    {
        if (rarely()) return std::nullopt;
        auto const ballot = maker.board.ballots.find(of);
        if (ballot == maker.board.ballots.end() || rarely()) return any<board::Choice>();
        auto const scale = board::scale_of(ballot->second.method);
        return scale.at(pick(scale.size));
    }

    StepId any_step_id()
    {
        static std::vector<StepId> const ids{{"one"}, {"two"}, {"three"}, {"four"}};
        return ids[pick(ids.size())];
    }

    board::Step any_step(std::string const& id)
    {
        board::Step step{
            {id}, "Étape " + std::to_string(pick(100)), any<board::Phase>(), 1 + pick(60), {}};
        if (rarely()) {
            step.ballot =
                board::BallotPlan{any_text(), board::Method::Opinion, any<board::ResultsRule>()};
        }
        return step;
    }

    AxisId any_axis() { return {pick(2) == 0 ? "inclusion" : "school"}; }

    std::string any_text()
    {
        static std::vector<std::string> const texts{
            "Un bus de nuit",     "École ouverte 👩🏽‍🏫",
            "نقل ليلي",           "Dlo pou tout moun",
            "\"<b>&amp;\\",       "夜行バス",
            std::string(100, 'x')};
        return texts[pick(texts.size())] + " " + std::to_string(pick(1'000));
    }

    std::optional<std::string> maybe_text()
    {
        if (pick(2) == 0) return std::nullopt;
        return any_text();
    }

    void join()
    {
        auto const& colleges = maker.board.colleges;
        people_.push_back(maker.join(colleges[pick(colleges.size())].id.text, maybe_name()));
    }

    // Rehearsals and tables, drawn apart as well.
    void rehearse()
    {
        switch (rehearsals_() % 150) {
        case 0: maker.ask(facilitator, board::StartRehearsal{}); break;
        case 1:
        case 2: maker.ask(facilitator, board::PurgeRehearsal{}); break;
        case 3: {
            auto const scribe = "secret scribe " + std::to_string(maker.board.tables.size());
            auto const added =
                decide(maker.board,
                       board::AddTable{{"the facilitator's secret"}, "Table", {"M4N5P"}, {scribe}});
            if (!added) break;
            for (auto const& event : *added) maker.record({}, event);
            people_.push_back(*board::member(maker.board, {scribe}));
            break;
        }
        case 4: import(); break;
        default: break;
        }
    }

    // Rows that were prepared elsewhere, all of them good.
    void import()
    {
        auto const place = maker.board.position.value;
        board::Import import{{"the facilitator's secret"}, board::ImportKind::Proposals, {}, false};
        import.kind = static_cast<board::ImportKind>(place % 4);
        board::ImportRow row;
        row.proposal = id<ProposalId>("imported" + std::to_string(place));
        row.title = "Préparé " + std::to_string(place);
        row.axis = "inclusion";
        row.badge = {"secret imported badge " + std::to_string(place)};
        import.rows.push_back(std::move(row));
        auto const judged = board::judge(maker.board, import);
        if (!judged) return;
        for (auto const& event : judged->events) maker.record({}, event);
    }

    // Badges, and who comes with them. Drawn apart, so that the rest of a story does not depend on it.
    void admit()
    {
        auto const draw = [&](std::uint64_t below) { return admissions_() % below; };
        auto const badge = [&](std::uint64_t number) {
            return BadgeHash{"secret badge " + std::to_string(number)};
        };
        auto const keep = [&](board::Decided const& decided) {
            if (!decided) return;
            for (auto const& event : *decided) maker.record({}, event);
        };
        switch (draw(40)) {
        case 0: {
            auto const next = maker.board.badges.size();
            keep(decide(maker.board, board::IssueBadges{{"the facilitator's secret"},
                                                        {badge(next), badge(next + 1)}}));
            break;
        }
        case 1:
        case 2: {
            board::JoinBoard join{{"secret device " + std::to_string(draw(12))},
                                  {draw(3) == 0 ? "" : "citizens"},
                                  {},
                                  badge(draw(6))};
            keep(decide(maker.board, join));
            break;
        }
        case 3: {
            auto const number = std::to_string(maker.board.helpers.size());
            keep(decide(maker.board, board::IssueHelper{{"the facilitator's secret"},
                                                        {"secret helper " + number}}));
            break;
        }
        case 4:
            keep(decide(maker.board,
                        board::RevokeHelper{{"the facilitator's secret"}, {1 + draw(8)}}));
            break;
        case 5:
        case 6: {
            auto const* open = board::open_ballot(maker.board);
            if (!open) break;
            board::RecordPaper sheet{open->id, {1 + draw(4)}, CollegeId{"citizens"}, {}};
            if (draw(2) == 0) {
                sheet.marks.push_back({open->proposals[draw(open->proposals.size())],
                                       static_cast<board::Choice>(draw(3))});
            }
            maker.ask(facilitator, sheet);
            break;
        }
        default: break;
        }
    }

    std::optional<std::string> maybe_name()
    {
        if (pick(2) == 0) return std::nullopt;
        return "Nom secret " + std::to_string(pick(1'000));
    }

    // Of what is written under this id; it takes no luck, so that all else stays as it is.
    template <class Id>
    static std::optional<board::Language> language_of(Id const& id)
    {
        auto const text = id.text();
        auto const sum = std::accumulate(text.begin(), text.end(), std::size_t{0});
        auto const turn = sum % (board::words<board::Language>.size() + 1);
        if (turn == 0) return std::nullopt;
        return static_cast<board::Language>(turn - 1);
    }

    void participate(board::Actor const& who)
    {
        switch (pick(10)) {
        case 0: maker.ask(who, board::Introduce{maybe_name()}); break;
        case 1:
        case 2: {
            board::SubmitProposal submit{any_proposal(), any_text(), any_text(), any_axis()};
            submit.language = language_of(submit.proposal);
            maker.ask(who, submit);
            break;
        }
        case 3: {
            board::EditProposal edit{own_proposal(who), any_text(), "", any_axis()};
            edit.language = language_of(edit.proposal);
            maker.ask(who, edit);
            break;
        }
        case 4: maker.ask(who, board::WithdrawProposal{own_proposal(who), rarely()}); break;
        case 5: {
            board::SubmitComment comment{any_comment(), any_proposal(), any<board::Stance>(),
                                         any_text()};
            comment.language = language_of(comment.comment);
            maker.ask(who, comment);
            break;
        }
        case 6:
            for (auto const& [id, proposal] : maker.board.proposals) {
                if (!proposal.merged) continue;
                maker.ask(who, board::LeaveMerge{id});
            }
            break;
        default: {
            auto const ballot = known_ballot();
            maker.ask(who, board::CastChoice{ballot, any_proposal(), any_choice(ballot)});
        }
        }
    }

    void open_any(board::Actor const& who)
    {
        board::OpenBallot open{
            any_ballot(), any_text(), any<board::Method>(), any<board::ResultsRule>(), {}};
        if (pick(3) > 0) open.seed = "luck " + std::to_string(pick(1'000));
        if (pick(3) == 0) open.follows = known_ballot();
        // Of another method it would only be refused.
        auto const former =
            open.follows ? maker.board.ballots.find(*open.follows) : maker.board.ballots.end();
        if (former != maker.board.ballots.end() && !rarely()) open.method = former->second.method;
        maker.ask(who, open);
    }

    void commit(board::Actor const& who)
    {
        auto const institution = *who.institution;
        switch (pick(8)) {
        case 0: {
            board::Pledge pledge;
            pledge.response = any<board::Response>();
            pledge.words = any_text();
            if (pledge.response != board::Response::Declined) {
                pledge.lead = maybe_text();
                pledge.budget = pick(100'000);
                pledge.indicators = {{any_text(), maybe_text(), {}, pick(100)}};
                pledge.needs = {any<board::NeedCode>()};
                pledge.places = {any_text()};
            }
            maker.ask(who, board::OfferCommitment{adopted_proposal(), pledge});
            break;
        }
        case 1:
            if (rarely()) maker.ask(who, board::OfferCommitment{adopted_proposal(), {}});
            break;
        case 2:
            maker.ask(who, board::SubmitComment{any_comment(), any_proposal(), board::Stance::Note,
                                                any_text()});
            break;
        case 3:
        case 4:
            maker.ask(who,
                      board::ReportProgress{adopted_proposal(),
                                            {any<board::Progress>(), pick(101), maybe_text()}});
            break;
        case 5:
            if (pick(40) == 0) {
                maker.ask(facilitator, board::RevokeInstitution{institution});
            }
            break;
        default: {
            auto const proposal = adopted_proposal();
            auto const known = maker.board.commitments.find({proposal, institution});
            auto const revision =
                known == maker.board.commitments.end() ? 1 : known->second.revision;
            maker.ask(facilitator,
                      board::ConfirmCommitment{proposal, institution, revision, !rarely()});
        }
        }
    }

    // Merges any two, but mostly what somebody voted on into another of the same ballot.
    void merge(board::Actor const& who)
    {
        auto part = any_proposal();
        auto whole = any_proposal();
        auto const* ballot = board::open_ballot(maker.board);
        if (ballot && ballot->proposals.size() > 1 && !rarely()) {
            whole = ballot->proposals[pick(ballot->proposals.size())];
            for (auto const& [number, voter] : ballot->voters) {
                for (auto const& [proposal, cast] : voter.casts) {
                    if (cast.choice && proposal != whole && pick(2) == 0) part = proposal;
                }
            }
        }
        maker.ask(who, board::MergeProposal{part, whole});
    }

    // Mostly one that was adopted, where there is one.
    ProposalId adopted_proposal()
    {
        std::vector<ProposalId> adopted;
        for (auto const& [id, proposal] : maker.board.proposals) {
            if (board::is_adopted(proposal.status)) adopted.push_back(id);
        }
        return adopted.empty() || rarely() ? any_proposal() : adopted[pick(adopted.size())];
    }

    void facilitate(board::Actor const& who)
    {
        switch (pick(23)) {
        case 0:
        case 1:
        case 2:
        case 3: maker.ask(who, board::PublishProposal{any_proposal()}); break;
        case 4: maker.ask(who, board::ReturnProposal{any_proposal(), any_text()}); break;
        case 5:
            maker.ask(who, board::DeclineProposal{any_proposal(), any<board::DeclineReason>(),
                                                  maybe_text()});
            break;
        case 6:
            if (rarely()) maker.ask(who, board::RequeueProposal{any_proposal()});
            break;
        case 7: maker.ask(who, board::HideComment{any_comment(), pick(2) == 0}); break;
        case 8:
            maker.ask(who,
                      board::ConfigurePhase{any<board::Phase>(),
                                            {pick(4) > 0, pick(4) > 0, pick(4) > 0, pick(4) > 0}});
            break;
        case 9: open_any(who); break;
        case 10:
            switch (pick(3)) {
            case 0: maker.ask(who, board::CloseBallot{known_ballot()}); break;
            case 1:
                maker.ask(who, board::RevealBallot{known_ballot(), any<board::RevealStep>()});
                break;
            default: maker.ask(who, board::ReopenBallot{known_ballot(), any_text()});
            }
            break;
        case 11:
            maker.ask(who, board::Show{any<board::View>(), any_proposal(), any_ballot()});
            maker.ask(who, board::Show{any<board::View>(), {}, {}, {1 + pick(3)}});
            if (rarely()) maker.ask(who, board::ArrangeScreens{{{{1}, "Salle"}, {{2}, "Hall"}}});
            break;
        case 12:
            if (pick(2) == 0)
                maker.ask(who, board::StartTimer{static_cast<std::int64_t>(1 + pick(3'600))});
            else
                maker.ask(who, board::StopTimer{});
            break;
        case 20: maker.ask(who, board::SendMessage{maybe_text()}); break;
        case 21:
            maker.ask(who, board::SetAgenda{{any_step("one"), any_step("two"), any_step("three")}});
            break;
        case 22:
            switch (pick(6)) {
            case 0: maker.ask(who, board::PauseStep{}); break;
            case 1: maker.ask(who, board::EndStep{}); break;
            case 2: maker.ask(who, board::SkipStep{any_step_id(), pick(2) == 0}); break;
            default: maker.ask(who, board::PlayStep{any_step_id(), any_ballot()});
            }
            break;
        case 13: {
            board::DecideProposal decide{any_proposal(), {}, {}, {}, {}, {}, {}};
            if (!rarely()) {
                decide.decision = any<board::Decision>();
                decide.words = maybe_text();
                decide.lead = maybe_text();
                if (pick(2) == 0) decide.partners = {any_text(), any_text() + "!"};
                if (pick(2) == 0) decide.start = "2025-01-31";
                if (pick(2) == 0) decide.end = "2026-12-31";
            }
            maker.ask(who, decide);
            break;
        }
        case 14:
            maker.ask(who, board::RewordProposal{any_proposal(), any_text(), "", any_axis()});
            break;
        case 16:
        case 17:
            merge(who);
            for (auto const& [id, proposal] : maker.board.proposals) {
                if (!proposal.merged) continue;
                // Somebody who was for it would rather not be for the other.
                for (auto const& person : people_) {
                    if (pick(3) == 0) maker.ask(person, board::LeaveMerge{id});
                }
            }
            break;
        case 18: // Taken apart, what was merged; taken back, what was decided.
            for (auto const& [id, proposal] : maker.board.proposals) {
                if (!proposal.verdict || pick(4) > 0) continue;
                maker.ask(who, board::DecideProposal{id, {}, {}, {}, {}, {}, {}});
                break;
            }
            for (auto const& [id, proposal] : maker.board.proposals) {
                if (!proposal.merged || pick(2) == 0) continue;
                maker.ask(who, board::UnmergeProposal{id});
                break;
            }
            break;
        case 15:
            maker.ask(who, board::RestoreProposal{any_proposal()});
            maker.ask(who, board::ConfigureModeration{any<board::Moderation>(), pick(2) == 0});
            break;
        default: {
            ParticipantNumber const somebody{1 + pick(people_.size() + 1)};
            maker.ask(who, board::TrustParticipant{somebody, pick(2) == 0});
            maker.ask(who, board::MuteParticipant{somebody, rarely()});
        }
        }
    }

    std::mt19937 random_;
    std::mt19937 admissions_;
    std::mt19937 rehearsals_;
    std::vector<board::Actor> people_;
    std::vector<board::Actor> institutions_;
};

} // namespace koudmen::tests
