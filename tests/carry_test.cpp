#include "app/carry.hpp"
#include "app/inline_thread.hpp"
#include "journal/lines.hpp"
#include "journal/memory_journal.hpp"
#include "net/secrets.hpp"
#include "support/archive_reader.hpp"
#include "support/live_server.hpp"
#include "support/random_story.hpp"
#include "support/schema_validator.hpp"
#include "wire/carried.hpp"
#include "wire/outbound.hpp"
#include "wire/unzip.hpp"

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

std::string lines_of(std::vector<Recorded> const& history)
{
    std::string lines;
    for (auto const& recorded : history) lines += journal::line_of(recorded);
    return lines;
}

std::string whole(BoardMaker const& maker)
{
    return wire::whole_archive(maker.board, lines_of(maker.history));
}

// The text with one thing replaced, which must be in it.
std::string with(std::string text, std::string const& what, std::string const& instead)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

std::string first_line(std::string const& lines)
{
    return lines.substr(0, lines.find('\n') + 1);
}

} // namespace

TEST_CASE("I2: a journal written as lines is read as the same board, and written as the same lines",
          "[carry]")
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        RandomStory story(seed);
        story.steps(500);
        auto const lines = lines_of(story.maker.history);
        auto const carried = journal::read_lines(lines);
        REQUIRE(carried.has_value());
        CHECK(carried->events == story.maker.history);
        CHECK(carried->board == story.maker.board);
        CHECK(lines_of(carried->events) == lines);
        CHECK_FALSE(wire::unspeakable(carried->board).has_value());
        auto const archive = whole(story.maker);
        auto const journal = wire::journal_of(archive);
        REQUIRE(journal.has_value());
        CHECK(*journal == lines);
    }
}

TEST_CASE("I3: each line that is wrong is named with its reason, and nothing is taken in",
          "[carry]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    auto const bus = maker.publish(ana, "bus");
    maker.open_ballot("ballot");
    maker.done(ana, CastChoice{id<BallotId>("ballot"), bus, Choice::Support});
    auto const lines = lines_of(maker.history);
    auto const says = [&](std::string const& text, std::size_t line, std::string const& reason) {
        INFO(reason);
        auto const read = journal::read_lines(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().front().line == line);
        CHECK_THAT(read.error().front().reason, containing(reason));
    };
    says("", 1, "there is no event");
    says(lines.substr(0, lines.size() - 1), maker.history.size(), "the line has no end");
    says("x\n" + lines, 1, "not JSON");
    says(std::string(100'000, '[') + "\n", 1, "too deep");
    says(with(lines, "participantJoined", "participantFlew"), 2, "unknown");
    says(with(lines, "\"n\":3", "\"n\":4"), 3, "position 3 is expected");
    says(with(lines, "{\"b\"", "{ \"b\""), 1, "not written as it would be here");
    // About things that the board has not.
    auto const proposal = std::string(bus.text());
    auto const nobody = with(lines, "\"i\":\"" + proposal + "\"},\"k\":\"proposalPublished\"",
                             "\"i\":\"" + std::string(22, 'x') + "\"},\"k\":\"proposalPublished\"");
    says(nobody, 4, "it does not fit");
    says(first_line(lines) + with(first_line(lines), "\"n\":1", "\"n\":2"), 2, "it does not fit");
    // Every line that is not an event is told, not only the first.
    auto const two = journal::read_lines("x\n" + first_line(lines) + "y\n");
    REQUIRE_FALSE(two.has_value());
    CHECK(two.error().size() == 2);
    CHECK(two.error()[1].line == 3);
}

TEST_CASE("I3: what no room would ever do is refused by its line", "[carry]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    auto const bus = maker.publish(ana, "bus");
    auto const quay = maker.publish(ana, "quay");
    maker.open_ballot("ballot");
    auto const fresh = [&](Event const& event) {
        auto recorded = maker.history.back();
        recorded.position.value += 1;
        recorded.event = event;
        return journal::line_of(recorded);
    };
    auto const lines = lines_of(maker.history);
    auto const refused = [&](std::string const& more) {
        auto const read = journal::read_lines(lines + more);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().front().line == maker.history.size() + 1);
        CHECK_THAT(read.error().front().reason, containing("it does not fit"));
    };
    refused(fresh(ProposalMerged{bus, bus}));
    refused(fresh(ProposalMerged{id<ProposalId>("nothing"), bus}));
    refused(fresh(ParticipantJoined{ana.participant, {"again"}, {"citizens"}, {}}));
    refused(fresh(BallotOpened{id<BallotId>("other"),
                               "?",
                               Method::Opinion,
                               ResultsRule::Live,
                               {id<ProposalId>("nothing")},
                               {}}));
    maker.done(moderator, MergeProposal{quay, bus});
    auto const around = lines_of(maker.history) + fresh(ProposalMerged{bus, quay});
    CHECK_FALSE(journal::read_lines(around).has_value());
    maker.done(facilitator, StartRehearsal{});
    CHECK_FALSE(
        journal::read_lines(lines_of(maker.history) + fresh(RehearsalStarted{})).has_value());
    auto empty = maker.history.front();
    std::get<BoardCreated>(empty.event).colleges.clear();
    CHECK_FALSE(journal::read_lines(journal::line_of(empty)).has_value());
}

TEST_CASE("I3: no line makes the program stop, whatever was changed in it", "[carry]")
{
    RandomStory story(5);
    story.steps(300);
    auto const lines = lines_of(story.maker.history);
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        auto changed = lines;
        // A digit, a letter of an id, or a whole line less.
        if (round % 4 == 0) {
            auto const at = changed.find('\n', random() % changed.size());
            if (at == std::string::npos) continue;
            changed.erase(at + 1, changed.find('\n', at + 1) - at);
        } else {
            auto const at = random() % changed.size();
            changed[at] = round % 4 == 1 ? static_cast<char>('0' + random() % 10) : 'x';
        }
        auto const read = journal::read_lines(changed);
        if (read) CHECK(lines_of(read->events) == changed);
    }
}

TEST_CASE("I3: an archive that was changed is refused by the file that is wrong", "[carry]")
{
    BoardMaker maker;
    maker.publish(maker.join(), "bus");
    auto const archive = whole(maker);
    auto const says = [&](std::string const& bytes, std::string const& file,
                          std::string const& reason) {
        auto const read = wire::journal_of(bytes);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().front().file == file);
        CHECK_THAT(read.error().front().reason, containing(reason));
    };
    says("", "", "not a ZIP archive");
    says("PK", "", "not a ZIP archive");
    says(archive.substr(0, archive.size() / 2), "", "it");
    says(archive + "x", "", "it was changed");
    auto files = *wire::unzip(archive);
    auto const without = [&](std::string const& name) {
        auto left = files;
        std::erase_if(left, [&](auto const& file) { return file.name == name; });
        return wire::zip(left);
    };
    says(without("manifest.json"), "manifest.json", "missing");
    says(without("events.jsonl"), "events.jsonl", "missing");
    says(without("actions.csv"), "actions.csv", "missing");
    auto more = files;
    more.push_back({"more.txt", "more"});
    says(wire::zip(more), "more.txt", "the manifest does not tell of it");
    auto changed = files;
    for (auto& file : changed) {
        if (file.name == "roadmap.json") file.bytes += " ";
    }
    says(wire::zip(changed), "roadmap.json", "not what the manifest tells");
    // A public archive is no board.
    says(wire::archive(maker.board, wire::public_files(maker.board), "public"), "manifest.json",
         "not the manifest of a whole board");
    for (std::size_t left = 0; left < archive.size(); left += 97) {
        CHECK_FALSE(wire::journal_of(archive.substr(0, left)).has_value());
    }
}

TEST_CASE("I5: the operator's commands carry a board from one store to another", "[carry]")
{
    RandomStory story(9);
    story.steps(300);
    journal::MemoryJournal here;
    journal::MemoryJournal there;
    app::InlineThread thread;
    here.append({"K7P4X"}, {}, story.maker.history, thread, [](auto) {});
    auto const archive = app::whole_board(here, {"K7P4X"});
    REQUIRE(archive.has_value());
    auto const taken = app::take_in(there, *archive);
    REQUIRE(taken.board.has_value());
    CHECK(*app::whole_board(there, {"K7P4X"}) == *archive);
    CHECK(*there.load_now({"K7P4X"}) == story.maker.board);
    auto const again = app::take_in(there, *archive);
    CHECK_FALSE(again.board.has_value());
    CHECK(again.problems == std::vector<std::string>{"The store already has a board K7P4X."});
    CHECK_FALSE(app::whole_board(there, {"ZZZZZ"}).has_value());
}

TEST_CASE("I1, I4: only the facilitator has the whole board, and it comes in once", "[net]")
{
    LiveServer here;
    LiveServer there([](app::Config& config) { config.creation_key = "Koudmen 2024"; });
    LiveBoard board(here);
    board.join("ana");
    auto const ask = [&](LiveServer const& server, std::string const& credential) {
        return request(server.port(), "GET", "/api/v1/boards/" + board.code + "/board.zip",
                       credential.empty() ? "" : bearer(credential));
    };
    CHECK(ask(here, "").status == 401);
    CHECK(ask(here, credential_of("ben")).status == 401);
    CHECK(ask(here, credential_of("ana")).status == 403);
    CHECK(ask(here, board.moderator).status == 403);
    auto const archive = ask(here, board.facilitator);
    CHECK(archive.status == 200);
    CHECK(archive.header("content-type") == "application/zip");
    CHECK(archive.header("cache-control") == "no-store");
    CHECK(unzip(archive.body).contains("events.jsonl"));

    auto const bring = [&](LiveServer const& server, std::string const& headers,
                           std::string const& body) {
        return request(server.port(), "POST", "/api/v1/boards/import",
                       "Content-Type: application/zip\r\n" + headers, body);
    };
    auto const key = bearer("Koudmen 2024");
    CHECK(bring(here, "", archive.body).status == 409);
    CHECK(bring(there, "", archive.body).status == 401);
    auto const imported = bring(there, key, archive.body);
    CHECK(imported.status == 201);
    CHECK(schema_problem("BoardImported", imported.body) == std::nullopt);
    CHECK(imported.header("location") == "/api/v1/boards/" + board.code);
    CHECK(ask(there, board.facilitator).body == archive.body);
    CHECK(bring(there, key, archive.body).status == 409);

    auto const refused = bring(there, key, archive.body.substr(1));
    CHECK(refused.status == 400);
    CHECK(schema_problem("Problem", refused.body) == std::nullopt);
    CHECK(json::parse(refused.body)["problems"][0]["reason"] == "it is not a ZIP archive");
    CHECK(request(there.port(), "POST", "/api/v1/boards/import", json_header + key, "{}").status ==
          415);
    // Only there may a body be so long.
    CHECK(request(there.port(), "POST", "/api/v1/boards", json_header + key,
                  std::string(100'000, 'x'))
              .status == 413);
    // And only from who may open boards.
    CHECK(bring(there, "", std::string(100'000, 'x')).status == 413);
}
