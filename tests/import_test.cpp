#include "board/import.hpp"
#include "support/archive_reader.hpp"
#include "support/board_maker.hpp"
#include "support/live_server.hpp"
#include "support/schema_validator.hpp"
#include "wire/csv.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"
#include "wire/read_table.hpp"

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// What was read, as line, id, title, description, axis.
std::vector<std::vector<std::string>> read(std::string const& text)
{
    auto const rows = wire::read_table(text);
    if (!rows) FAIL("line " << rows.error()[0].line << ": " << rows.error()[0].refusal);
    std::vector<std::vector<std::string>> told;
    for (auto const& row : *rows) {
        told.push_back({std::to_string(row.line), row.id, row.title, row.description, row.axis});
    }
    return told;
}

std::vector<RowProblem> problems_of(std::string const& text)
{
    auto const rows = wire::read_table(text);
    if (rows) FAIL("it was read");
    return rows.error();
}

Import import(ImportKind kind, std::vector<ImportRow> rows, bool dry = false)
{
    return {{"facilitator"}, kind, std::move(rows), dry};
}

ImportRow row(std::size_t line, std::string const& title, std::string const& axis = "inclusion")
{
    ImportRow made;
    made.line = line;
    made.proposal = id<ProposalId>("row" + std::to_string(line));
    made.title = title;
    made.axis = axis;
    return made;
}

void take(BoardMaker& maker, Import const& what)
{
    auto const judged = judge(maker.board, what);
    REQUIRE(judged.has_value());
    CHECK(judged->problems.empty());
    for (auto const& event : judged->events) maker.record({}, event);
}

} // namespace

TEST_CASE("I10: a table is read however spreadsheets write it", "[import]")
{
    using Rows = std::vector<std::vector<std::string>>;
    Rows const two{{"2", "", "Un bus", "Le soir", "inclusion"}, {"3", "", "Un quai", "", "school"}};
    for (std::string const end : {"\n", "\r\n", "\r"}) {
        for (char const between : {',', ';'}) {
            for (std::string const mark : {"", "\xEF\xBB\xBF"}) {
                auto const line = [&](std::vector<std::string> const& cells) {
                    std::string all;
                    for (auto const& cell : cells)
                        all += (all.empty() ? "" : std::string(1, between)) + cell;
                    return all + end;
                };
                auto const text = mark + line({"title", "description", "axis"}) +
                                  line({"Un bus", "Le soir", "inclusion"}) +
                                  line({"Un quai", "", "school"});
                CHECK(read(text) == two);
                CHECK(read(text.substr(0, text.size() - end.size())) == two);
            }
        }
    }
    struct Case {
        std::string text;
        Rows rows;
    };
    std::vector<Case> const cases{
        {"", {}},
        {"\n\n", {}},
        {"title", {}},
        {"TITRE;Thème\nx;y", {{"2", "", "x", "", "y"}}},
        {"title\n\"a,b\"", {{"2", "", "a,b", "", ""}}},
        {"title\n\"say \"\"no\"\"\"", {{"2", "", "say \"no\"", "", ""}}},
        {"title,description\nx,\"two\r\nlines\"\ny,z",
         {{"2", "", "x", "two\nlines", ""}, {"4", "", "y", "z", ""}}},
        {"title,axis\nx;y,z", {{"2", "", "x;y", "", "z"}}},
        {"title\n\n\nx\n\n", {{"4", "", "x", "", ""}}},
        {"\"title\",\"axis\"\n\"\",\"z\"", {{"2", "", "", "", "z"}}},
        // An apostrophe that guards a formula is not part of the text; any other is.
        {"title\n'=1+1\n'tis", {{"2", "", "=1+1", "", ""}, {"3", "", "'tis", "", ""}}},
        {R"([{"title":"x","axis":"y"},{"id":"z","titre":"t"}])",
         {{"1", "", "x", "", "y"}, {"2", "z", "t", "", ""}}},
        {" []", {}},
    };
    for (auto const& one : cases) {
        INFO(one.text);
        CHECK(read(one.text) == one.rows);
    }
}

TEST_CASE("I10: every problem of form is named by its line", "[import]")
{
    using Word = RefusalWord;
    struct Case {
        std::string text;
        std::vector<RowProblem> problems;
    };
    std::vector<Case> const cases{
        {"title,colour\nx,y", {{1, refusal(Word::Malformed, "colour")}}},
        {"title,titre\nx,y", {{1, refusal(Word::Malformed, "titre")}}},
        {"title\nx,y\nz\na,b",
         {{2, refusal(Word::Malformed, "cells", 1)}, {4, refusal(Word::Malformed, "cells", 1)}}},
        {"title\nx\n\"never ends", {{3, refusal(Word::Malformed, "\"")}}},
        {"title\n" + std::string(1'000, ','), {{2, refusal(Word::TooMany, "cells", 11)}}},
        {"title\na\"b", {{2, refusal(Word::Malformed, "\"")}}},
        {"{\"title\":\"x\"}", {{1, refusal(Word::Malformed, "text")}}},
        {"[{\"title\":1},2]",
         {{1, refusal(Word::Malformed, "title")}, {2, refusal(Word::Malformed, "row")}}},
        {"[", {{1, refusal(Word::Malformed, "text")}}},
    };
    for (auto const& one : cases) {
        INFO(one.text);
        CHECK(problems_of(one.text) == one.problems);
    }
    CHECK_FALSE(wire::read_table(std::string(200'000, '[')).has_value());
    std::string long_table = "title\n";
    for (std::size_t at = 0; at < wire::table_rows_max; ++at) long_table += "x\n";
    CHECK(read(long_table).size() == wire::table_rows_max);
    CHECK(problems_of(long_table + "x\n")[0].refusal ==
          refusal(Word::TooMany, "rows", wire::table_rows_max));
}

TEST_CASE("I10: whatever is exported in a table is read back, and no text stops the reader",
          "[import]")
{
    std::mt19937 random(4);
    std::string const letters = "ab,;\"\n'=+-@ é";
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> cells;
        for (int cell = 0; cell < 2; ++cell) {
            std::string text = "x"; // A row that holds nothing is none.
            for (auto left = random() % 12; left-- > 0;) text += letters[random() % letters.size()];
            if (random() % 3 == 0) text.erase(0, 1);
            cells.push_back(text);
        }
        if (cells[0].empty() && cells[1].empty()) continue;
        // An apostrophe before a formula cannot be told from the guard.
        auto const guarded = [](std::string const& text) {
            return wire::without_guard(text) != text;
        };
        if (guarded(cells[0]) || guarded(cells[1])) continue;
        for (auto const separator : {wire::Separator::Comma, wire::Separator::Semicolon}) {
            auto const text =
                wire::csv({{"title", "description"}, {{cells[0], cells[1]}}}, separator);
            auto const rows = read(text);
            REQUIRE(rows.size() == 1);
            CHECK(rows[0] == std::vector<std::string>{"2", "", cells[0], cells[1], ""});
        }
        std::string noise;
        for (auto left = random() % 60; left-- > 0;) noise += letters[random() % letters.size()];
        (void)wire::read_table("title,axis\n" + noise);
        (void)wire::read_table(noise);
    }
}

TEST_CASE("I11: nothing is imported until every row is good, and each problem has its line",
          "[import]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    maker.publish(ana, "bus");
    auto const before = maker.board;
    std::vector<ImportRow> rows{
        row(2, "Un quai"),     row(3, " "),   row(4, letters(121)), row(5, "Un port", "martians"),
        row(6, "Un port", ""), row(7, "bus"), row(8, "Un quai"),    row(9, "a\x01z")};
    rows[0].description = letters(2001);
    auto const judged = judge(maker.board, import(ImportKind::Proposals, rows));
    REQUIRE(judged.has_value());
    using Word = RefusalWord;
    CHECK(judged->problems ==
          std::vector<RowProblem>{{2, refusal(Word::TooLong, "description", 2000)},
                                  {3, refusal(Word::Required, "title")},
                                  {4, refusal(Word::TooLong, "title", 120)},
                                  {5, refusal(Word::UnknownAxis, "axis")},
                                  {6, refusal(Word::Required, "axis")},
                                  {7, refusal(Word::IdTaken, "title")},
                                  {9, refusal(Word::BadText, "title")}});
    CHECK(judged->events.empty());
    CHECK(judge(maker.board, import(ImportKind::Proposals, {row(2, "Un quai")}, true))
              ->events.empty());
    CHECK(maker.board == before);

    for (auto const& [by, expected] :
         {std::pair{"nobody", refusal(Word::UnknownCredential, "authorization")},
          {"moderator", refusal(Word::NotAllowed)},
          {"person 1", refusal(Word::NotAllowed)}}) {
        auto asked = import(ImportKind::Proposals, {row(2, "x")});
        asked.by = {by};
        CHECK(judge(maker.board, asked).error() == expected);
    }
    CHECK(judge(maker.board, import(ImportKind::Axes, {})).error() ==
          refusal(Word::Required, "text"));
    maker.done(facilitator, OpenPhase{Phase::Closed});
    CHECK(judge(maker.board, import(ImportKind::Proposals, {row(2, "x")})).error() ==
          refusal(Word::BoardClosed));
}

TEST_CASE("I12: what was imported is published and told as imported, by nobody of the room",
          "[import]")
{
    BoardMaker maker;
    auto const ana = maker.join();
    take(maker, import(ImportKind::Proposals, {row(2, "Un quai"), row(3, "Un port", "École")}));
    REQUIRE(maker.board.proposals.size() == 2);
    auto const quay = id<ProposalId>("row2");
    CHECK(maker.proposal(quay).status == ProposalStatus::Published);
    CHECK(maker.proposal(id<ProposalId>("row3")).axis == AxisId{"school"});
    auto const told = json::parse(wire::changes(maker.board, wire::Audience::Everyone, {}));
    for (auto const& change : told) {
        if (change["type"] != "proposal") continue;
        CHECK(change["proposal"]["imported"] == true);
        CHECK_FALSE(change["proposal"].contains("author"));
        CHECK(schema_problem("ProposalChange", change.dump()) == std::nullopt);
    }
    auto const roadmap = json::parse(wire::roadmap(maker.board));
    CHECK(roadmap["proposals"][0]["sources"] ==
          json{{{"proposal", std::string(quay.text())}, {"origin", "imported"}}});
    CHECK(roadmap["participation"]["proposers"] == 0);
    // Nobody may edit or take back what nobody wrote, and it is voted on like any other.
    CHECK(maker.refused(ana, WithdrawProposal{quay, true}) ==
          refusal(RefusalWord::NotYours, "proposal"));
    auto const ballot = maker.open_ballot("ballot");
    maker.done(ana, CastChoice{ballot, quay, Choice::Support});
    // The same file again is told as being there already.
    auto const again = judge(maker.board, import(ImportKind::Proposals, {row(2, "Un quai")}));
    CHECK(again->problems.size() == 1);

    auto many = BoardMaker();
    std::vector<ImportRow> rows;
    while (rows.size() <= proposals_max) {
        rows.push_back(row(rows.size() + 2, "n " + std::to_string(rows.size())));
    }
    CHECK(judge(many.board, import(ImportKind::Proposals, rows))->problems ==
          std::vector<RowProblem>{
              {proposals_max + 2, refusal(RefusalWord::TooMany, "proposal", proposals_max)}});
}

TEST_CASE("I13: axes and colleges are imported behind those that there are", "[import]")
{
    BoardMaker maker;
    auto named = row(2, "Santé & soins");
    auto with_id = row(3, "Mer");
    with_id.id = "sea";
    take(maker, import(ImportKind::Axes, {named, with_id}));
    CHECK(maker.board.axes.size() == 4);
    CHECK(maker.board.axes[2] == Axis{{"sant-soins"}, "Santé & soins"});
    CHECK(maker.board.axes[3] == Axis{{"sea"}, "Mer"});
    take(maker, import(ImportKind::Colleges, {row(2, "Jeunes")}));
    CHECK(maker.board.colleges.back() == College{{"jeunes"}, "Jeunes"});
    maker.join("jeunes");

    auto bad = row(4, "Autre");
    bad.id = "Not A Slug";
    auto taken = row(5, "Encore");
    taken.id = "sea";
    auto const judged = judge(
        maker.board, import(ImportKind::Axes, {row(2, "Mer"), row(3, letters(61)), bad, taken}));
    CHECK(judged->problems ==
          std::vector<RowProblem>{{2, refusal(RefusalWord::IdTaken, "title")},
                                  {3, refusal(RefusalWord::TooLong, "title", 60)},
                                  {4, refusal(RefusalWord::Malformed, "id")},
                                  {5, refusal(RefusalWord::IdTaken, "id")}});
    std::vector<ImportRow> rows;
    while (rows.size() < axes_max)
        rows.push_back(row(rows.size() + 2, std::to_string(rows.size())));
    CHECK(judge(maker.board, import(ImportKind::Axes, rows))->problems.front().refusal ==
          refusal(RefusalWord::TooMany, "title", axes_max));
}

TEST_CASE("I13: badges that were printed elsewhere are imported behind those that there are",
          "[import]")
{
    BoardMaker maker;
    auto const badge = [](std::size_t line, std::string const& code) {
        ImportRow made;
        made.line = line;
        made.code = code;
        if (auto const printed = wire::badge_code(code)) made.badge = {*printed};
        return made;
    };
    CHECK(wire::badge_code("k7p4x-b2m9q") == "K7P4XB2M9Q");
    CHECK(wire::badge_code(" K7P4X B2M9Q") == "K7P4XB2M9Q");
    for (auto const* none : {"", "K7P4XB2M9", "K7P4XB2M9O", "K7P4XB2M9\"", "é7P4XB2M9Q"}) {
        CHECK_FALSE(wire::badge_code(none).has_value());
    }
    auto const judged = judge(
        maker.board, import(ImportKind::Badges, {badge(2, "K7P4XB2M9Q"), badge(3, "k7p4x b2m9q"),
                                                 badge(4, "K7P4"), badge(5, "")}));
    REQUIRE(judged.has_value());
    CHECK(judged->problems == std::vector<RowProblem>{{3, refusal(RefusalWord::IdTaken, "code")},
                                                      {4, refusal(RefusalWord::Malformed, "code")},
                                                      {5, refusal(RefusalWord::Required, "code")}});
    CHECK(judged->events.empty());

    take(maker, import(ImportKind::Badges, {badge(2, "K7P4XB2M9Q"), badge(3, "22222AAAAA")}));
    take(maker, import(ImportKind::Badges, {badge(2, "33333AAAAA")}));
    CHECK(maker.board.badge_numbers.at({"K7P4XB2M9Q"}) == BadgeNumber{1});
    CHECK(maker.board.badge_numbers.at({"33333AAAAA"}) == BadgeNumber{3});
    // More at once than are issued at once, and no more than a board may have.
    std::vector<ImportRow> many;
    for (std::size_t line = 0; line < badges_max - 3; ++line) {
        auto code = std::to_string(100'000 + line);
        for (auto& c : code) c = static_cast<char>(c == '0' ? 'X' : c == '1' ? 'Y' : c);
        many.push_back(badge(line, "AAAA" + code));
    }
    take(maker, import(ImportKind::Badges, many));
    CHECK(maker.board.badges.size() == badges_max);
    CHECK(judge(maker.board, import(ImportKind::Badges, {badge(2, "44444AAAAA")}))->problems ==
          std::vector<RowProblem>{{2, refusal(RefusalWord::TooMany, "code", badges_max)}});
}

TEST_CASE("I14: a table is tried dry and taken in over HTTP", "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const ask = [&](std::string const& credential, json const& body) {
        return request(server.port(), "POST", "/api/v1/boards/" + board.code + "/rows",
                       json_header + bearer(credential), body.dump());
    };
    auto const body = [](std::string const& text, bool dry) {
        return json{{"kind", "proposals"}, {"text", text}, {"dryRun", dry}};
    };
    std::string const good = "titre;axe\r\nUn bus;Inclusion\r\nUn quai;inclusion\r\n";
    auto const dry = ask(board.facilitator, body(good, true));
    CHECK(dry.status == 200);
    CHECK(schema_problem("ImportReport", dry.body) == std::nullopt);
    CHECK(json::parse(dry.body) ==
          json{{"rows", 2}, {"imported", false}, {"problems", json::array()}});
    auto const wrong = ask(board.facilitator, body("titre;axe\nx;y\n;Inclusion", false));
    CHECK(wrong.status == 200);
    CHECK(json::parse(wrong.body)["imported"] == false);
    CHECK(json::parse(wrong.body)["problems"] ==
          json{{{"line", 2}, {"refusal", {{"word", "unknownAxis"}, {"field", "axis"}}}},
               {{"line", 3}, {"refusal", {{"word", "required"}, {"field", "title"}}}}});
    CHECK(json::parse(ask(board.facilitator, body(good, false)).body)["imported"] == true);
    auto const roadmap =
        request(server.port(), "GET", "/api/v1/boards/" + board.code + "/roadmap.json");
    CHECK(json::parse(roadmap.body)["proposals"].size() == 2);
    CHECK(ask(board.moderator, body(good, true)).status == 403);
    CHECK(ask(credential_of("who"), body(good, true)).status == 401);
    CHECK(ask(board.facilitator, body("", true)).status == 422);
    // Many rows are long.
    std::string many = "title,description,axis\n";
    for (int at = 0; at < 200; ++at) {
        many += "Action " + std::to_string(at) + "," + std::string(1'000, 'x') + ",inclusion\n";
    }
    CHECK(json::parse(ask(board.facilitator, body(many, false)).body)["imported"] == true);
}
