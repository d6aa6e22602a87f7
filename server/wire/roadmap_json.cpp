#include "wire/outbound.hpp"

#include "base/version.hpp"
#include "board/limits.hpp"
#include "board/merges.hpp"
#include "board/methods.hpp"
#include "board/ranking.hpp"
#include "board/results.hpp"
#include "board/small_cells.hpp"
#include "board/trail.hpp"
#include "wire/archive_parts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <vector>

// The exported document, field by field in the order of protocol/roadmap.schema.json. Unknown is
// absent, never zero; hidden results are absent; no name of a person is in it.
namespace koudmen::wire {

namespace {

using json = nlohmann::ordered_json;

std::string text(auto const& id)
{
    return std::string(id.text());
}

// By the words of the method's scale; of dots, as many as one may lay on a proposal.
json counts_of(board::Ballot const& ballot, board::Counts const& counts)
{
    auto const scale = board::scale_of(ballot.method);
    auto const levels = std::min<std::size_t>(counts.size(), ballot.terms.cap.value_or(scale.size));
    json told;
    for (std::size_t level = 0; level < levels; ++level) {
        told[std::string(board::word(scale.at(level)))] = counts[level];
    }
    return told;
}

// What a ballot's percentages are of. Who leaves a proposal out of an approval or of their dots has
// said something of it; who gives no opinion or grade has not.
std::string base_of(board::Method method)
{
    switch (method) {
    case board::Method::Opinion:
    case board::Method::Grades: return "expressed";
    case board::Method::Approval:
    case board::Method::Dots: return "voters";
    }
    return "expressed";
}

void add_terms(json& told, board::Terms const& terms)
{
    if (terms.maximum) told["maximum"] = *terms.maximum;
    if (terms.budget) told["budget"] = *terms.budget;
    if (terms.cap) told["cap"] = *terms.cap;
    if (terms.judgments_min) told["judgmentsMin"] = *terms.judgments_min;
}

// What the counts come to by the ballot's method.
json scores_of(board::Board const& board, board::Ballot const& ballot, board::Tally const& tally)
{
    auto const& counts = tally.counts;
    auto const people = board::expressed(counts);
    switch (ballot.method) {
    case board::Method::Opinion: {
        json told{{"wilson", board::wilson_lower_bound(counts)},
                  {"controversy", board::controversy(counts, ballot.turnout)},
                  {"controversial", board::is_controversial(counts, ballot.turnout)}};
        if (auto const agree = board::college_consensus(board, tally)) {
            told["consensus"] = {{"product", agree->product}, {"mean", agree->mean}};
        }
        return told;
    }
    case board::Method::Approval:
        return {{"approvals", people}, {"share", board::share(people, ballot.turnout)}};
    case board::Method::Dots: return {{"dots", board::dots_given(counts)}};
    case board::Method::Grades: {
        auto const middle = board::majority_grade(counts);
        if (!middle) return json::object();
        std::uint64_t better = 0;
        for (std::size_t level = 0; level < *middle; ++level) better += counts[level];
        auto const grade = board::scale_of(ballot.method).at(*middle);
        return {{"majorityGrade", std::string(board::word(grade))},
                {"better", board::share(better, people)},
                {"worse", board::share(people - better - counts[*middle], people)}};
    }
    }
    return json::object();
}

// Makes the document of one board.
class Document {
public:
    explicit Document(board::Board const& board)
        : board_(board), language_(board::word(board.language))
    {
        for (auto const& [id, ballot] : board.ballots) ballots_.push_back(&ballot);
        std::sort(ballots_.begin(), ballots_.end(),
                  [](auto const* one, auto const* other) { return one->number < other->number; });
        for (auto const& [id, proposal] : board.proposals) {
            if (board::is_standing(proposal.status)) proposals_.push_back(&proposal);
        }
        std::sort(proposals_.begin(), proposals_.end(), [&](auto const* one, auto const* other) {
            return std::pair(axis_order(one->axis), one->number) <
                   std::pair(axis_order(other->axis), other->number);
        });
        for (auto const* ballot : ballots_) {
            if (!board::order_shown(board, *ballot)) continue;
            auto& places = standings_[ballot->id];
            for (auto const& standing : board::ranking(board, *ballot)) {
                places.emplace(standing.proposal, standing);
            }
        }
    }

    json whole() const
    {
        json told;
        told["schema"] = {{"uri", "urn:koudmen:roadmap:1"}, {"version", 1}};
        told["id"] = board_.code.text;
        told["asOf"] = {{"position", board_.position.value}, {"at", instant(board_.last_at)}};
        bool const final = board_.phase == board::Phase::Closed && !board_.rehearsal;
        told["status"] = final ? "final" : "draft";
        if (board_.rehearsal) told["rehearsal"] = true;
        told["languages"] = languages();
        told["roadmap"] = roadmap();
        told["proposals"] = actions(false);
        told["ballots"] = json::array();
        for (auto const* ballot : ballots_) told["ballots"].push_back(ballot_of(*ballot));
        told["participation"] = participation();
        if (!board_.phase_reopenings.empty()) told["reopenings"] = reopenings();
        told["provenance"] = {
            {"software", {{"name", "koudmen"}, {"version", std::string(version())}}},
            {"moderation", moderation()}};
        return told;
    }

private:
    json in_language(std::string const& words) const { return json{{language_, words}}; }

    // In that of the proposal itself.
    json in_language(std::string const& words, board::Proposal const& of) const
    {
        return json{{language_of(of), words}};
    }

    std::string language_of(board::Proposal const& proposal) const
    {
        return proposal.language ? std::string(board::word(*proposal.language)) : language_;
    }

    // The board's first, then those in which somebody wrote what is told here.
    json languages() const
    {
        auto told = json::array({language_});
        for (auto const& language : board::words<board::Language>) {
            bool const written =
                std::any_of(proposals_.begin(), proposals_.end(), [&](auto const* proposal) {
                    if (language_of(*proposal) == language) return true;
                    auto const parts = board::parts_of(board_, proposal->id);
                    return std::any_of(parts.begin(), parts.end(), [&](auto const& part) {
                        return language_of(board_.proposals.at(part)) == language;
                    });
                });
            if (written && language != language_) told.push_back(std::string(language));
        }
        return told;
    }

    std::size_t axis_order(AxisId const& axis) const
    {
        auto const known = std::find_if(board_.axes.begin(), board_.axes.end(),
                                        [&](auto const& listed) { return listed.id == axis; });
        return static_cast<std::size_t>(known - board_.axes.begin());
    }

    json roadmap() const
    {
        json told;
        told["title"] = in_language(board_.title);
        told["axes"] = json::array();
        for (auto const& axis : board_.axes) {
            told["axes"].push_back({{"id", axis.id.text},
                                    {"title", in_language(axis.title)},
                                    {"order", axis_order(axis.id) + 1}});
        }
        told["actions"] = actions(true);
        return told;
    }

    json actions(bool decided) const
    {
        auto told = json::array();
        for (auto const* proposal : proposals_) {
            if (proposal->verdict.has_value() == decided) told.push_back(action(*proposal));
        }
        return told;
    }

    json action(board::Proposal const& proposal) const
    {
        json told;
        told["id"] = text(proposal.id);
        told["reference"] = board_.code.text + "-" + std::to_string(proposal.number);
        told["number"] = proposal.number;
        told["axis"] = proposal.axis.text;
        told["title"] = in_language(proposal.title, proposal);
        if (!proposal.description.empty()) {
            told["description"] = in_language(proposal.description, proposal);
        }
        told["originalLanguage"] = language_of(proposal);
        told["status"] = std::string(board::word(proposal.status));
        if (proposal.verdict) add_verdict(told, *proposal.verdict);
        told["commentCount"] =
            std::count_if(proposal.comments.begin(), proposal.comments.end(),
                          [&](auto const& id) { return !board_.comments.at(id).hidden; });
        told["sources"] = json::array({origin(proposal)});
        for (auto const& part : board::parts_of(board_, proposal.id)) {
            told["sources"].push_back(source(board_.proposals.at(part)));
        }
        auto commitments = commitments_of(proposal);
        if (!commitments.empty()) told["commitments"] = std::move(commitments);
        auto results = results_of(proposal.id);
        if (!results.empty()) told["results"] = std::move(results);
        return told;
    }

    // Where a proposal comes from: whose it is, and from which table if it was sent up.
    json origin(board::Proposal const& proposal) const
    {
        json told{{"proposal", text(proposal.id)}};
        if (proposal.imported) {
            told["origin"] = "imported";
            return told;
        }
        told["college"] = board::college_of(board_, proposal).text;
        auto const* table = board::table_of(board_, proposal.author);
        if (table && proposal.source) {
            told["table"] = {{"board", table->board.text},
                             {"title", in_language(table->title)},
                             {"number", proposal.source->number}};
        }
        return told;
    }

    // A proposal that was merged into an action, with its words.
    json source(board::Proposal const& part) const
    {
        auto told = origin(part);
        told["number"] = part.number;
        told["title"] = in_language(part.title, part);
        if (!part.description.empty()) {
            told["description"] = in_language(part.description, part);
        }
        return told;
    }

    // What moderators did, without who they are and whom it was about.
    json moderation() const
    {
        auto told = json::array();
        for (auto const& one : board_.moderation) {
            json act{{"position", one.position.value},
                     {"at", instant(one.at)},
                     {"act", std::string(board::word(one.act))}};
            if (one.proposal) act["proposal"] = *one.proposal;
            if (one.into) act["into"] = *one.into;
            if (one.reason) act["reason"] = std::string(board::word(*one.reason));
            told.push_back(std::move(act));
        }
        return told;
    }

    void add_verdict(json& told, board::Verdict const& verdict) const
    {
        json decision{{"decision", std::string(board::word(verdict.decision))},
                      {"decidedAt", instant(verdict.at)}};
        if (verdict.words) decision["words"] = in_language(*verdict.words);
        told["decision"] = std::move(decision);
        if (verdict.lead) told["bearers"] = organisations({*verdict.lead});
        if (!verdict.partners.empty()) told["partners"] = organisations(verdict.partners);
        if (verdict.start) told["start"] = *verdict.start;
        if (verdict.end) told["end"] = *verdict.end;
    }

    json texts(std::vector<std::string> const& list) const
    {
        auto told = json::array();
        for (auto const& text : list) told.push_back(in_language(text));
        return told;
    }

    static json organisations(std::vector<std::string> const& list)
    {
        auto told = json::array();
        for (auto const& name : list) told.push_back({{"name", name}});
        return told;
    }

    // What institutions answered, in the order they were invited; only what was confirmed.
    json commitments_of(board::Proposal const& proposal) const
    {
        auto told = json::array();
        for (auto entry = board_.commitments.lower_bound({proposal.id, {}});
             entry != board_.commitments.end() && entry->first.proposal == proposal.id; ++entry) {
            if (board::is_told(board_, entry->second)) told.push_back(commitment(entry->second));
        }
        return told;
    }

    json commitment(board::Commitment const& of) const
    {
        auto const& pledge = *of.standing;
        json told;
        told["institution"] = {{"name", board_.institutions.at(of.id.institution).name}};
        told["response"] = std::string(board::word(pledge.response));
        if (of.confirmed_at) told["confirmedAt"] = instant(*of.confirmed_at);
        if (pledge.words) told["words"] = in_language(*pledge.words);
        if (pledge.lead) told["bearers"] = organisations({*pledge.lead});
        if (!pledge.partners.empty()) told["partners"] = organisations(pledge.partners);
        if (pledge.start) told["start"] = *pledge.start;
        if (pledge.end) told["end"] = *pledge.end;
        for (auto const& indicator : pledge.indicators) {
            json one{{"name", in_language(indicator.name)}};
            if (indicator.unit) one["unit"] = in_language(*indicator.unit);
            if (indicator.baseline) one["baseline"] = *indicator.baseline;
            one["target"] = indicator.target;
            told["indicators"].push_back(std::move(one));
        }
        if (pledge.budget) told["budget"] = {{"amount", *pledge.budget}, {"currency", "EUR"}};
        for (auto const need : pledge.needs) {
            told["needs"].push_back(std::string(board::word(need)));
        }
        if (!pledge.other_needs.empty()) told["otherNeeds"] = texts(pledge.other_needs);
        if (!pledge.audience.empty()) told["audience"] = texts(pledge.audience);
        if (!pledge.places.empty()) told["places"] = organisations(pledge.places);
        if (!of.progress.empty()) add_progress(told, of.progress);
        return told;
    }

    void add_progress(json& told, std::vector<board::Reported> const& reports) const
    {
        auto const& last = reports.back().report;
        told["status"] = std::string(board::word(last.progress));
        if (last.percent) told["progress"] = *last.percent;
        for (auto const& [at, report] : reports) {
            json one{{"at", instant(at)}, {"status", std::string(board::word(report.progress))}};
            if (report.percent) one["progress"] = *report.percent;
            if (report.news) one["news"] = in_language(*report.news);
            told["updates"].push_back(std::move(one));
        }
    }

    json results_of(ProposalId const& proposal) const
    {
        auto told = json::array();
        for (auto const* ballot : ballots_) {
            auto const tally = ballot->tallies.find(proposal);
            bool const numbers = board::results_shown(board_, *ballot);
            if (tally == ballot->tallies.end() || (!numbers && !standings_.contains(ballot->id))) {
                continue;
            }
            json result;
            result["ballot"] = text(ballot->id);
            add_standing(result, *ballot, proposal);
            if (numbers) add_numbers(result, *ballot, tally->second);
            told.push_back(std::move(result));
        }
        return told;
    }

    void add_numbers(json& told, board::Ballot const& ballot, board::Tally const& tally) const
    {
        told["people"] = board::expressed(tally.counts);
        told["counts"] = counts_of(ballot, tally.counts);
        told["scores"] = scores_of(board_, ballot, tally);
        told["byCollege"] = json::array();
        for (auto const& part : board::by_college(board_, tally)) {
            json college{{"college", part.college.text}};
            if (part.counts)
                college["counts"] = counts_of(ballot, *part.counts);
            else
                college["suppressed"] = true;
            told["byCollege"].push_back(std::move(college));
        }
    }

    // Where it stands, as far as the order shows, and where it stood a round before.
    void add_standing(json& told, board::Ballot const& ballot, ProposalId const& proposal) const
    {
        auto const* standing = standing_of(ballot.id, proposal);
        if (!standing || !standing->rank) return;
        told["rank"] = *standing->rank;
        if (standing->drawn) told["drawn"] = true;
        auto const* former = ballot.follows ? standing_of(*ballot.follows, proposal) : nullptr;
        if (former && former->rank) told["formerRank"] = *former->rank;
    }

    board::Standing const* standing_of(BallotId const& ballot, ProposalId const& proposal) const
    {
        auto const places = standings_.find(ballot);
        if (places == standings_.end()) return nullptr;
        auto const place = places->second.find(proposal);
        return place == places->second.end() ? nullptr : &place->second;
    }

    json ballot_of(board::Ballot const& ballot) const
    {
        json told;
        told["id"] = text(ballot.id);
        told["number"] = ballot.number;
        if (ballot.follows) told["follows"] = text(*ballot.follows);
        told["question"] = in_language(ballot.question);
        told["method"] = std::string(board::word(ballot.method));
        add_terms(told, ballot.terms);
        told["results"] = std::string(board::word(ballot.results));
        told["state"] = std::string(board::word(ballot.state));
        told["openedAt"] = instant(ballot.opened_at);
        if (ballot.closed_at) told["closedAt"] = instant(*ballot.closed_at);
        told["percentageBase"] = base_of(ballot.method);
        told["voted"] = ballot.turnout;
        std::vector<std::uint64_t> by_channel(board::words<board::Channel>.size());
        for (auto const& [number, voter] : ballot.voters) {
            if (auto const channel = board::last_channel(voter)) {
                ++by_channel[static_cast<std::size_t>(*channel)];
            }
        }
        told["channels"] = channels(by_channel);
        told["resultsShown"] = board::results_shown(board_, ballot);
        told["orderShown"] = board::order_shown(board_, ballot);
        if (ballot.seed) {
            told["tieBreak"] = {{"commitment", board::commitment(*ballot.seed)}};
            if (board::order_shown(board_, ballot)) told["tieBreak"]["seed"] = *ballot.seed;
        }
        for (auto const& [at, reason] : ballot.reopenings) {
            json reopening{{"at", instant(at)}};
            if (reason) reopening["reason"] = in_language(*reason);
            told["reopenings"].push_back(std::move(reopening));
        }
        return told;
    }

    json reopenings() const
    {
        auto told = json::array();
        for (auto const& reopening : board_.phase_reopenings) {
            json one{{"phase", std::string(board::word(reopening.phase))},
                     {"at", instant(reopening.at)}};
            if (reopening.reason) one["reason"] = in_language(*reopening.reason);
            told.push_back(std::move(one));
        }
        return told;
    }

    json participation() const
    {
        std::size_t proposers = 0;
        std::size_t voters = 0;
        for (auto const& [number, participant] : board_.participants) {
            if (!participant.proposals.empty() && !board::table_of(board_, number)) ++proposers;
            auto const has_voted = [&, person = number](auto const* ballot) {
                auto const voter = ballot->voters.find(person);
                return voter != ballot->voters.end() && voter->second.standing > 0;
            };
            if (std::any_of(ballots_.begin(), ballots_.end(), has_voted)) ++voters;
        }
        json told;
        told["joined"] = board::people(board_);
        told["proposers"] = proposers;
        told["voters"] = voters;
        told["colleges"] = json::array();
        for (auto const& college : board_.colleges) {
            json listed{{"id", college.id.text}, {"title", in_language(college.title)}};
            auto const joined = board_.joined.find(college.id);
            if (joined != board_.joined.end() && joined->second >= board::small_cell_min) {
                listed["joined"] = joined->second;
            }
            told["colleges"].push_back(std::move(listed));
        }
        told["proposals"] = {{"received", board_.proposals.size()},
                             {"published", proposals_.size()},
                             {"returned", in_status(board::ProposalStatus::Returned)},
                             {"declined", in_status(board::ProposalStatus::Declined)},
                             {"withdrawn", in_status(board::ProposalStatus::Withdrawn)}};
        std::vector<std::uint64_t> by_channel(board::words<board::Channel>.size());
        for (auto const& [number, participant] : board_.participants) {
            if (board::table_of(board_, number)) continue; // Nobody came by it.
            ++by_channel[static_cast<std::size_t>(participant.channel)];
        }
        told["channels"] = channels(by_channel);
        told["admission"] = {{"level", std::string(board::word(board_.settings.admission))},
                             {"indicative", board_.settings.admission == board::Admission::Open}};
        told["comments"] = std::count_if(board_.comments.begin(), board_.comments.end(),
                                         [](auto const& entry) { return !entry.second.hidden; });
        return told;
    }

    // How many people came by each channel, where that does not tell of a few.
    static json channels(std::vector<std::uint64_t> const& people)
    {
        auto const hidden = board::small_cells(people);
        auto told = json::array();
        for (std::size_t index = 0; index < people.size(); ++index) {
            if (people[index] == 0) continue;
            json one{{"channel", std::string(board::words<board::Channel>[index])}};
            if (hidden[index])
                one["suppressed"] = true;
            else
                one["count"] = people[index];
            told.push_back(std::move(one));
        }
        return told;
    }

    std::ptrdiff_t in_status(board::ProposalStatus status) const
    {
        return std::count_if(board_.proposals.begin(), board_.proposals.end(),
                             [&](auto const& entry) { return entry.second.status == status; });
    }

    board::Board const& board_;
    std::string const language_;
    std::vector<board::Ballot const*> ballots_;     // In the order they were opened.
    std::vector<board::Proposal const*> proposals_; // Those the room sees, by axis and number.
    std::map<BallotId, std::map<ProposalId, board::Standing>> standings_; // Where the order shows.
};

} // namespace

std::string instant(Moment at)
{
    using namespace std::chrono;
    auto const time = sys_time<milliseconds>{milliseconds{at.milliseconds}};
    auto const day = floor<days>(time);
    year_month_day const date{day};
    hh_mm_ss const clock{floor<seconds>(time - day)};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text.data();
}

std::string roadmap(board::Board const& board)
{
    return Document(board).whole().dump(2) + "\n";
}

} // namespace koudmen::wire
