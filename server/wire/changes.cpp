#include "wire/outbound.hpp"

#include "base/overload.hpp"
#include "board/ranking.hpp"
#include "board/results.hpp"
#include "wire/commitments.hpp"
#include "wire/parts.hpp"
#include "wire/vocabulary.hpp"

#include <algorithm>
#include <utility>
#include <vector>

// What everybody of one audience is told.
namespace koudmen::wire {

namespace {

// Turns things that changed into what one audience is told of them. What it may not see is left
// out, or told as gone where it saw it before.
class Telling {
public:
    Telling(board::Board const& board, Audience audience, Position since)
        : board_(board),
          desk_(audience == Audience::Desk),
          wall_(audience == Audience::Wall),
          institutions_(audience == Audience::Institutions),
          everything_(since.value == 0),
          since_(since)
    {}

    void operator()(board::Thing const& thing)
    {
        switch (thing.part) {
        case board::Part::Board: return tell(the_board());
        case board::Part::Phase: return phase();
        case board::Part::Participants: return participants();
        case board::Part::Screens: return screens();
        case board::Part::Timer: return timer();
        case board::Part::Proposal: return one(board_.proposals.at(thing.proposal));
        case board::Part::Comment: return one(board_.comments.at(thing.comment));
        case board::Part::Ballot: return one(board_.ballots.at(thing.ballot));
        case board::Part::Turnout:
            return tell(protocol::TurnoutChange{text(thing.ballot),
                                                number(board_.ballots.at(thing.ballot).turnout)});
        case board::Part::Tally: return one(board_.ballots.at(thing.ballot), thing.proposal);
        case board::Part::Ranking: return ranking(board_.ballots.at(thing.ballot));
        case board::Part::Message: return message();
        case board::Part::Agenda: return agenda();
        case board::Part::Showings: return showings();
        case board::Part::Rehearsal: return rehearsal();
        case board::Part::Tables: return tables();
        case board::Part::Institution: return one(board_.institutions.at(thing.institution));
        case board::Part::Commitment:
            return one(board_.commitments.at({thing.proposal, thing.institution}));
        }
    }

    std::string done()
    {
        if (out_.size() > 1)
            out_.back() = ']';
        else
            out_ += ']';
        return std::move(out_);
    }

private:
    void tell(auto const& change)
    {
        protocol::append(out_, change);
        out_ += ',';
    }

    protocol::BoardChange the_board() const
    {
        protocol::BoardChange told;
        told.code = board_.code.text;
        told.title = board_.title;
        told.language = to_protocol<protocol::Language>(board_.language);
        for (auto const& axis : board_.axes) told.axes.push_back({axis.id.text, axis.title});
        for (auto const& college : board_.colleges) {
            told.colleges.push_back({college.id.text, college.title});
        }
        told.settings = {to_protocol<protocol::Moderation>(board_.settings.moderation),
                         number(board_.settings.proposals_per_participant),
                         to_protocol<protocol::Admission>(board_.settings.admission),
                         board_.settings.trusts_after_first};
        for (std::size_t phase = 0; phase < board::phase_count; ++phase) {
            told.phases.push_back({to_protocol<protocol::Phase>(static_cast<board::Phase>(phase)),
                                   switches(board_.switches[phase])});
        }
        return told;
    }

    void participants()
    {
        if (!desk_ && !wall_) return;
        protocol::ParticipantsChange told;
        told.joined = number(board::people(board_));
        for (auto const& [college, count] : board_.joined) {
            told.colleges.push_back({college.text, number(count)});
        }
        tell(told);
    }

    // Which phases were left, and why this one was opened again, is for the desk.
    void phase()
    {
        protocol::PhaseChange told;
        told.phase = to_protocol<protocol::Phase>(board_.phase);
        told.since = board_.phase_since.milliseconds;
        if (desk_) {
            auto& left = told.left.emplace();
            for (std::size_t phase = 0; phase < board::phase_count; ++phase) {
                if (!board_.left[phase]) continue;
                left.push_back(to_protocol<protocol::Phase>(static_cast<board::Phase>(phase)));
            }
            if (!board_.phase_reopenings.empty()) {
                auto const& last = board_.phase_reopenings.back();
                bool const this_one = last.phase == board_.phase && last.at == board_.phase_since;
                if (this_one) told.reason = last.reason;
            }
        }
        tell(told);
    }

    void message()
    {
        protocol::MessageChange told;
        if (board_.message) {
            told.message =
                protocol::Message{number(board_.message->number.value), board_.message->text,
                                  board_.message->sent_at.milliseconds};
        }
        tell(told);
    }

    void tables()
    {
        if (!desk_) return;
        protocol::TablesChange told;
        for (auto const& table : board_.tables) {
            told.tables.push_back({table.title, table.board.text});
        }
        if (board_.parent) {
            told.parent = protocol::Parent{board_.parent->board.text, board_.parent->title};
        }
        tell(told);
    }

    void rehearsal()
    {
        protocol::RehearsalChange told;
        if (board_.rehearsal) told.since = board_.rehearsal->since.milliseconds;
        tell(told);
    }

    void screens()
    {
        protocol::ScreensChange told;
        for (auto const& [at, screen] : board_.screens) {
            told.screens.push_back({number(at.value), screen.name,
                                    to_protocol<protocol::View>(screen.view), text(screen.proposal),
                                    text(screen.ballot)});
        }
        tell(told);
    }

    void showings()
    {
        if (!desk_) return;
        protocol::ShowingsChange told;
        for (auto const& showing : board_.showings) {
            told.showings.push_back({number(showing.screen.value), showing.at.milliseconds,
                                     to_protocol<protocol::View>(showing.view),
                                     text(showing.proposal), text(showing.ballot)});
        }
        tell(told);
    }

    // What a step will ask is for the desk until it is asked.
    void agenda()
    {
        auto const& agenda = board_.agenda;
        protocol::AgendaChange told;
        for (auto const& step : agenda.steps) {
            protocol::StepNow one;
            one.id = step.id.text;
            one.title = step.title;
            one.phase = to_protocol<protocol::Phase>(step.phase);
            one.minutes = number(step.minutes);
            one.state = to_protocol<protocol::StepState>(agenda.state(step.id));
            if (desk_ && step.ballot) {
                one.ballot = protocol::BallotPlan{
                    step.ballot->question, to_protocol<protocol::Method>(step.ballot->method),
                    to_protocol<protocol::ResultsRule>(step.ballot->results)};
            }
            told.steps.push_back(std::move(one));
        }
        if (agenda.current) told.current = agenda.current->text;
        if (agenda.milliseconds_left) told.milliseconds_left = number(*agenda.milliseconds_left);
        tell(told);
    }

    void timer()
    {
        protocol::TimerChange told;
        if (board_.timer_ends_at) told.ends_at = board_.timer_ends_at->milliseconds;
        tell(told);
    }

    void one(board::Proposal const& of)
    {
        if (desk_) return tell(protocol::ProposalChange{proposal(board_, of, Reader::Desk)});
        if (board::is_public(of.status)) {
            return tell(protocol::ProposalChange{proposal(board_, of, Reader::Room)});
        }
        if (of.seen && !everything_) tell(protocol::ProposalGoneChange{text(of.id)});
    }

    void one(board::Comment const& of)
    {
        if (wall_) return;
        if (desk_) return tell(protocol::CommentChange{comment(board_, of, Reader::Desk)});
        bool const shown = !of.hidden && board::is_public(board_.proposals.at(of.proposal).status);
        if (shown) return tell(protocol::CommentChange{comment(board_, of, Reader::Room)});
        if (!everything_) tell(protocol::CommentGoneChange{text(of.id)});
    }

    void one(board::Ballot const& of)
    {
        protocol::Ballot told;
        told.id = text(of.id);
        told.number = number(of.number);
        told.question = of.question;
        told.method = to_protocol<protocol::Method>(of.method);
        told.results = to_protocol<protocol::ResultsRule>(of.results);
        told.state = to_protocol<protocol::BallotState>(of.state);
        for (auto const& id : of.proposals) told.proposals.push_back(text(id));
        told.opened_at = of.opened_at.milliseconds;
        if (of.closed_at) told.closed_at = of.closed_at->milliseconds;
        told.results_shown = board::results_shown(board_, of);
        told.order_shown = board::order_shown(board_, of);
        told.maximum = number(of.terms.maximum);
        if (!of.joined.empty()) {
            told.joined.emplace();
            for (auto const& id : of.joined) told.joined->push_back(text(id));
        }
        told.budget = number(of.terms.budget);
        told.cap = number(of.terms.cap);
        told.judgments_min = number(of.terms.judgments_min);
        told.follows = text(of.follows);
        if (of.seed) told.commitment = board::commitment(*of.seed);
        if (of.seed && told.order_shown) told.seed = of.seed;
        if (desk_) {
            told.reopenings.emplace();
            for (auto const& [at, reason] : of.reopenings) {
                told.reopenings->push_back({at.milliseconds, reason});
            }
        }
        tell(protocol::BallotChange{told});
    }

    std::vector<protocol::CollegeResult> by_college(board::Tally const& tally) const
    {
        std::vector<protocol::CollegeResult> told;
        for (auto const& part : board::by_college(board_, tally)) {
            auto& college = told.emplace_back();
            college.college = part.college.text;
            if (!part.counts) continue;
            college.counts.emplace();
            for (auto const count : *part.counts) college.counts->push_back(number(count));
        }
        return told;
    }

    // The order, and with the results what they come to.
    void ranking(board::Ballot const& ballot)
    {
        if (!board::order_shown(board_, ballot)) return;
        bool const numbers = board::results_shown(board_, ballot);
        protocol::RankingChange told{text(ballot.id), {}};
        for (auto const& [proposal, rank, drawn] : board::ranking(board_, ballot)) {
            protocol::Standing standing;
            standing.proposal = text(proposal);
            standing.rank = number(rank);
            if (drawn) standing.drawn = true;
            auto const& tally = ballot.tallies.at(proposal);
            if (numbers && (desk_ || wall_)) standing.colleges = by_college(tally);
            if (numbers && ballot.method == board::Method::Opinion) {
                if (board::is_controversial(tally.counts, ballot.turnout)) {
                    standing.controversial = true;
                }
                if (auto const agree = board::college_consensus(board_, tally)) {
                    standing.consensus = number(agree->mean);
                }
            }
            told.standings.push_back(std::move(standing));
        }
        tell(told);
    }

    void one(board::Ballot const& ballot, ProposalId proposal)
    {
        if (!board::results_shown(board_, ballot)) return;
        tell(protocol::TallyChange{tally(ballot.id, proposal, ballot.tallies.at(proposal))});
    }

    void one(board::Institution const& of)
    {
        if (desk_ || institutions_) tell(protocol::InstitutionChange{told(of)});
    }

    void one(board::Commitment const& of)
    {
        bool const inside = desk_ || institutions_;
        if (!inside && of.told <= since_)
            return; // Something waits anew, which is not theirs to know.
        bool const adopted = board::is_adopted(board_.proposals.at(of.id.proposal).status);
        if (board::is_told(board_, of) || (inside && adopted && of.waiting)) {
            return tell(protocol::CommitmentChange{
                told(board_, of, inside ? Waiting::Told : Waiting::Left)});
        }
        // Of what only ever waited the room knows nothing.
        if (everything_ || (!inside && !of.stood)) return;
        tell(protocol::CommitmentGoneChange{text(of.id.proposal), number(of.id.institution.value)});
    }

    board::Board const& board_;
    bool const desk_;
    bool const wall_;
    bool const institutions_;
    bool const everything_; // Nothing was told before, so nothing can be gone.
    Position const since_;
    std::string out_ = "[";
};

} // namespace

Audience audience(board::Role role)
{
    switch (role) {
    case board::Role::Moderator:
    case board::Role::Facilitator: return Audience::Desk;
    case board::Role::Screen: return Audience::Wall;
    case board::Role::Institution: return Audience::Institutions;
    case board::Role::Participant:
    case board::Role::Helper:
    case board::Role::Observer: return Audience::Everyone;
    }
    return Audience::Everyone;
}

std::string changes(board::Board const& board, Audience audience, Position since)
{
    return changes(board, audience, since, since);
}

std::string changes(board::Board const& board, Audience audience, Position since,
                    Position counts_since)
{
    Telling telling(board, audience, since);
    board.changes.since(std::min(since, counts_since), [&](board::Thing const& thing) {
        bool const counts = thing.part == board::Part::Tally || thing.part == board::Part::Turnout;
        if (board.changes.last(thing) > (counts ? counts_since : since)) telling(thing);
    });
    return telling.done();
}

std::string presence_change(board::Board const& board, Present const& present, Audience audience)
{
    protocol::PresenceChange told;
    std::uint64_t connected = 0;
    for (auto const& [college, count] : present.connected) connected += count;
    told.connected = number(connected);
    if (audience == Audience::Desk) {
        auto& colleges = told.colleges.emplace();
        for (auto const& [college, title] : board.colleges) {
            auto const here = present.connected.find(college);
            if (here == present.connected.end()) continue;
            colleges.push_back({college.text, number(here->second)});
        }
        told.reconnecting = number(present.reconnecting);
    }
    return protocol::write(told);
}

std::string activity_change(Activity const& activity)
{
    protocol::ActivityChange told;
    told.votes = number(activity.votes);
    if (activity.written_at) told.written_at = activity.written_at->milliseconds;
    return protocol::write(told);
}

std::string claims_change(std::vector<HeldClaim> const& claims)
{
    protocol::ClaimsChange told;
    for (auto const& claim : claims) {
        told.claims.push_back({text(claim.proposal), number(claim.desk)});
    }
    return protocol::write(told);
}

} // namespace koudmen::wire
