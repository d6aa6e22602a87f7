#include "net/routes.hpp"

#include "journal/lines.hpp"
#include "net/answers.hpp"
#include "net/secrets.hpp"
#include "wire/archive.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"
#include "wire/read_table.hpp"

#include <memory>
#include <utility>

// What leaves a board as a file and comes in as one: archives, and tables that were prepared elsewhere.
namespace koudmen::net {

namespace {

using board::Refusal;
using board::RefusalWord;

// A problem with what was sent, file by file.
HttpResponse problem_of(Refusal const& refusal, wire::FileProblems const& problems)
{
    return {wire::http_status(refusal.word),
            {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
            wire::problem(refusal, problems)};
}

HttpResponse zipped(std::string bytes, std::string const& name)
{
    return {200,
            {{"Content-Type", "application/zip"},
             {"Cache-Control", "no-store"},
             {"Content-Disposition", "attachment; filename=\"" + name + ".zip\""}},
            std::move(bytes)};
}

} // namespace

void Routes::roadmap(BoardCode const& code, bool as_table, Respond const& respond) const
{
    floor_.look(code, as_table ? wire::roadmap_table : wire::roadmap,
                [respond, as_table, name = code.text](Result<std::string, Refusal> text) {
                    if (!text) return respond(problem(text.error()));
                    auto response = json(200, std::move(*text));
                    if (as_table)
                        response.headers = {{"Content-Type", "text/csv; charset=utf-8"},
                                            {"Cache-Control", "no-store"}};
                    response.headers.emplace_back("Content-Disposition",
                                                  "attachment; filename=\"feuille-de-route-" +
                                                      name + (as_table ? ".csv\"" : ".json\""));
                    respond(std::move(response));
                });
}

void Routes::archive(BoardCode const& code, Respond const& respond) const
{
    floor_.archive(code, [respond, name = code.text](Result<std::string, Refusal> bytes) {
        if (!bytes) return respond(problem(bytes.error()));
        respond(zipped(std::move(*bytes), "koudmen-" + name));
    });
}

void Routes::whole(BoardCode const& code, HttpRequest const& request, Respond const& respond) const
{
    auto const credential = bearer(request);
    if (!credential || !wire::is_credential(*credential)) {
        return respond(problem({RefusalWord::UnknownCredential, "authorization", {}}));
    }
    auto const make = [](board::Board const& board, std::string lines) {
        return wire::whole_archive(board, std::move(lines));
    };
    floor_.carry(code, hash_of(*credential), make,
                 [respond, code](Result<std::string, Refusal> bytes) {
                     respond(bytes ? zipped(std::move(*bytes), "koudmen-" + code.text + "-complet")
                                   : problem(bytes.error()));
                 });
}

void Routes::import(HttpRequest const& request, Respond const& respond) const
{
    if (is_foreign(request)) return respond(plain(403, "Requests from other sites are refused."));
    if (request.header("content-type") != "application/zip") {
        return respond(plain(415, "The body must be application/zip."));
    }
    if (!may_open(request)) {
        return respond(problem({RefusalWord::UnknownCredential, "authorization", {}}));
    }
    Refusal const malformed{RefusalWord::Malformed, "body", {}};
    auto lines = wire::journal_of(request.body);
    if (!lines) return respond(problem_of(malformed, lines.error()));
    auto carried = journal::read_lines(*lines);
    auto const journal = std::string(wire::journal_file);
    if (!carried) {
        wire::FileProblems problems;
        for (auto const& [line, reason] : carried.error()) {
            problems.push_back({journal, line, reason});
        }
        return respond(problem_of(malformed, problems));
    }
    if (auto reason = wire::unspeakable(carried->board)) {
        return respond(problem_of(malformed, {{journal, 0, std::move(*reason)}}));
    }
    floor_.restore(std::make_shared<journal::Carried>(std::move(*carried)),
                   [respond](Result<BoardCode, Refusal> restored) {
                       if (!restored) return respond(problem(restored.error()));
                       auto response = json(201, wire::board_imported(*restored));
                       response.headers.emplace_back("Location",
                                                     "/api/v1/boards/" + restored->text);
                       respond(std::move(response));
                   });
}

void Routes::import_rows(BoardCode const& code, HttpRequest const& request,
                         Respond const& respond) const
{
    if (is_foreign(request)) return respond(plain(403, "Requests from other sites are refused."));
    if (!is_json(request)) return respond(plain(415, "The body must be application/json."));
    auto const facilitator = bearer(request);
    if (!facilitator || !wire::is_credential(*facilitator)) {
        return respond(problem({RefusalWord::UnknownCredential, "authorization", {}}));
    }
    auto const asked = wire::read_import_request(request.body);
    if (!asked) return respond(problem(asked.error()));
    auto rows = wire::read_table(asked->text);
    board::Import import{hash_of(*facilitator), asked->kind, {}, asked->dry};
    // Who may not import learns nothing of the table either.
    std::vector<board::RowProblem> form;
    if (rows)
        import.rows = std::move(*rows);
    else
        form = std::move(rows.error());
    if (!form.empty()) {
        import.rows.push_back({});
        import.dry = true;
    }
    for (auto& row : import.rows) {
        row.proposal = mint_proposal();
        if (auto const badge = wire::badge_code(row.code)) row.badge = hash_of_badge(code, *badge);
    }
    auto const count = form.empty() ? import.rows.size() : 0;
    bool const meant = !import.dry;
    floor_.import(
        code, std::move(import), [=](Result<std::vector<board::RowProblem>, Refusal> judged) {
            if (!judged) return respond(problem(judged.error()));
            auto const& problems = form.empty() ? *judged : form;
            respond(json(200, wire::import_report(count, meant && problems.empty(), problems)));
        });
}

} // namespace koudmen::net
