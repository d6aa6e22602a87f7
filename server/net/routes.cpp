#include "net/routes.hpp"

#include "base/check.hpp"
#include "net/answers.hpp"
#include "net/manifest.hpp"
#include "net/secrets.hpp"
#include "protocol/messages.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace koudmen::net {

namespace {

using board::Refusal;
using board::RefusalWord;

// A code that is taken is drawn again; with 24 million codes to draw from this many never fail.
constexpr int code_attempts_max = 8;

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    });
    return out;
}

constexpr std::string_view boards = "/api/v1/boards";

// "/b/K7P4X" as its page and its code.
struct BoardPage {
    std::string_view file;
    std::string_view prefix;
};
constexpr std::array<BoardPage, 8> board_pages{{
    {"/phone.html", "/b/"},
    {"/desk.html", "/desk/"},
    {"/wall.html", "/wall/"},
    {"/roadmap.html", "/roadmap/"},
    {"/badges.html", "/badges/"},
    {"/help.html", "/help/"},
    {"/paper.html", "/paper/"},
    {"/institution.html", "/institution/"},
}};

// Sixteen bytes in base64 (RFC 6455, 4.2.1). Two keys, which the RFC forbids, are longer.
bool is_socket_key(std::string_view text)
{
    constexpr std::size_t letters = 22;
    auto const is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/';
    };
    return text.size() == letters + 2 && text.ends_with("==") &&
           std::all_of(text.begin(), text.begin() + letters, is_letter);
}

} // namespace

void add_safety_headers(HttpResponse& response, HttpRequest const& request)
{
    // The page may speak to where it came from, also where the browser does not count a socket as
    // the same origin.
    auto const host = std::string(request.header("host"));
    auto const sockets = host.empty() ? std::string{} : " ws://" + host + " wss://" + host;
    // What an answer says for itself stays.
    auto const add = [&](std::string_view name, std::string_view value) {
        bool const said = std::any_of(response.headers.begin(), response.headers.end(),
                                      [&](auto const& one) { return one.first == name; });
        if (!said) response.headers.emplace_back(name, value);
    };
    add("Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
        "'self'; manifest-src 'self'; worker-src 'self'; connect-src 'self'" +
            sockets +
            "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'; trusted-types koudmen");
    add("X-Content-Type-Options", "nosniff");
    add("Referrer-Policy", "no-referrer");
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
    add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

void Routes::handle(HttpRequest const& request, Respond const& respond) const
{
    auto const path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (path.starts_with("/api/")) return api(path, request, respond);
    if (plain_pages(path, request, respond)) return;
    if (!reads(request)) return respond(wrong_method("GET, HEAD"));
    if (path == "/healthz") {
        return respond(floor_.keeps() ? plain(200, "ok")
                                      : plain(503, "Writing failed; start the server again."));
    }
    respond(page(path, request));
}

HttpResponse Routes::page(std::string_view path, HttpRequest const& request) const
{
    auto const not_found = [&] {
        // A person who mistyped an address gets the first page, which says so and takes the code.
        bool const browser = request.header("accept").find("text/html") != std::string_view::npos;
        auto first = browser ? files_.find("/index.html", request) : std::nullopt;
        if (!first) return plain(404, "There is nothing at this address.");
        first->status = 404;
        return std::move(*first);
    };
    if (files_.empty() && path == "/") {
        return plain(200, "This server was built without its pages; its API is at /api/v1.");
    }
    auto const file = [&](std::string_view name) {
        auto found = files_.find(name, request);
        return found ? std::move(*found) : not_found();
    };
    if (path == "/") return file("/index.html");
    if (auto manifest = board_manifest(path, files_)) return std::move(*manifest);
    if (path == "/accessibility") return file("/accessibility.html");
    for (auto const& [page, prefix] : board_pages) {
        if (!path.starts_with(prefix)) continue;
        auto const code = path.substr(prefix.size());
        if (wire::read_code(code)) return file(page);
        // Typed by hand, in small letters.
        if (wire::read_code(upper(code))) {
            auto const query = request.target.substr(std::min(request.target.size(), path.size()));
            return {308, {{"Location", std::string(prefix) + upper(code) + query}}, {}};
        }
        return not_found();
    }
    return file(path);
}

void Routes::api(std::string_view path, HttpRequest const& request, Respond const& respond) const
{
    if (!path.starts_with(boards)) return respond(plain(404, "There is nothing at this address."));
    auto rest = path.substr(boards.size());
    if (rest.empty()) {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return create(request, respond);
    }
    if (rest == "/import") {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return import(request, respond);
    }
    if (!rest.starts_with('/')) return respond(plain(404, "There is nothing at this address."));
    rest.remove_prefix(1);
    auto const slash = rest.find('/');
    auto const code = wire::read_code(rest.substr(0, slash));
    auto const thing = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash);
    if (!code) return respond(problem({RefusalWord::UnknownBoard, {}, {}}));

    if (thing == "/participants") {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return join(*code, request, respond);
    }
    if (thing.starts_with("/badges") || thing.starts_with("/helpers")) {
        return admission(*code, thing, request, respond);
    }
    if (thing == "/tables") {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return add_table(*code, request, respond);
    }
    if (thing == "/institutions") {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return invite(*code, request, respond);
    }
    if (thing == "/rows") {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return import_rows(*code, request, respond);
    }
    if (thing == "/board.zip") {
        if (request.method != "GET") return respond(wrong_method("GET"));
        return whole(*code, request, respond);
    }
    if (thing == "/archive.zip") {
        if (!reads(request)) return respond(wrong_method("GET, HEAD"));
        return archive(*code, respond);
    }
    if (thing == "/roadmap.json" || thing == "/roadmap.csv") {
        if (!reads(request)) return respond(wrong_method("GET, HEAD"));
        return roadmap(*code, thing == "/roadmap.csv", respond);
    }
    if (!thing.empty()) return respond(plain(404, "There is nothing at this address."));
    if (!reads(request)) return respond(wrong_method("GET, HEAD"));
    floor_.look(*code, wire::board_card, [respond](Result<std::string, Refusal> text) {
        respond(text ? json(200, std::move(*text)) : problem(text.error()));
    });
}

Routes::Brings Routes::brings(HttpRequest const& head) const
{
    if (head.method != "POST" || !head.target.starts_with(boards)) return Brings::Little;
    if (head.target.ends_with("/import")) return may_open(head) ? Brings::Board : Brings::Little;
    if (!head.target.ends_with("/rows")) return Brings::Little;
    auto const credential = bearer(head);
    return credential && wire::is_credential(*credential) ? Brings::Table : Brings::Little;
}

// Whether the request has the key for opening boards, where one is set.
bool Routes::may_open(HttpRequest const& request) const
{
    if (!rules_.creation_key) return true;
    auto const key = bearer(request);
    return key && same_secret(*key, *rules_.creation_key);
}

void Routes::create(HttpRequest const& request, Respond const& respond) const
{
    if (is_foreign(request)) return respond(plain(403, "Requests from other sites are refused."));
    if (!is_json(request)) return respond(plain(415, "The body must be application/json."));
    if (!may_open(request)) {
        return respond(problem({RefusalWord::UnknownCredential, "authorization", {}}));
    }
    auto command = wire::read_create_board(request.body);
    if (!command) return respond(problem(command.error()));
    try_to_create(std::move(*command), code_attempts_max, respond);
}

void Routes::try_to_create(board::CreateBoard command, int attempts, Respond const& respond) const
{
    auto const facilitator = mint_credential();
    auto const moderator = mint_credential();
    auto const screen = mint_credential();
    command.code = mint_code();
    command.facilitator = hash_of(facilitator);
    command.moderator = hash_of(moderator);
    command.screen = hash_of(screen);
    floor_.create(command, [=, this](Result<BoardCode, Refusal> created) {
        if (created) {
            auto response =
                json(201, wire::board_created(*created, facilitator, moderator, screen));
            response.headers.emplace_back("Location", "/api/v1/boards/" + created->text);
            return respond(std::move(response));
        }
        bool const taken =
            created.error().word == RefusalWord::IdTaken && created.error().field == "code";
        if (taken && attempts > 1) return try_to_create(command, attempts - 1, respond);
        respond(problem(created.error()));
    });
}

std::optional<HttpResponse> Routes::refuse_post(HttpRequest const& request) const
{
    if (!is_json(request) && !is_foreign(request)) {
        return plain(415, "The body must be application/json.");
    }
    return refuse_stranger(request);
}

std::optional<HttpResponse> Routes::refuse_stranger(HttpRequest const& request) const
{
    if (is_foreign(request)) return plain(403, "Requests from other sites are refused.");
    auto const credential = bearer(request);
    if (credential && wire::is_credential(*credential)) return std::nullopt;
    return problem({RefusalWord::UnknownCredential, "authorization", {}});
}

void Routes::join(BoardCode const& code, HttpRequest const& request, Respond const& respond) const
{
    if (auto refused = refuse_post(request)) return respond(std::move(*refused));
    auto asked = wire::read_join_board(request.body);
    if (!asked) return respond(problem(asked.error()));
    asked->join.credential = hash_of(*bearer(request));
    if (asked->badge) asked->join.badge = hash_of_badge(code, *asked->badge);
    if (asked->helper) asked->join.helper = hash_of(*asked->helper);
    floor_.join(code, std::move(asked->join), [respond](Result<std::string, Refusal> joined) {
        respond(joined ? json(201, std::move(*joined)) : problem(joined.error()));
    });
}

// The table is known to its parent first, so that its scribe is heard there from the beginning.
void Routes::add_table(BoardCode const& code, HttpRequest const& request,
                       Respond const& respond) const
{
    if (auto refused = refuse_post(request)) return respond(std::move(*refused));
    auto command = wire::read_add_table(request.body);
    if (!command) return respond(problem(command.error()));
    auto const scribe = mint_credential();
    command->by = hash_of(*bearer(request));
    command->board = mint_code();
    command->scribe = hash_of(scribe);
    // Written where the parent lives, and read here once its reply is here.
    auto const table = std::make_shared<board::CreateBoard>();
    table->code = command->board;
    room::Act act{
        [command = *command](board::Board const& board) { return board::decide(board, command); },
        [table](board::Board const& board) {
            auto const added =
                std::find_if(board.tables.begin(), board.tables.end(),
                             [&](board::Table const& one) { return one.board == table->code; });
            check(added != board.tables.end(), "a table that was added stays");
            table->title = added->title;
            table->language = board.language;
            table->axes = board.axes;
            table->colleges = board.colleges;
            table->settings = board.settings;
            table->parent = board::Parent{board.code, board.title};
            return std::string{};
        },
    };
    floor_.act(code, std::move(act), [=, this](Result<std::string, Refusal> added) {
        if (!added) return respond(problem(added.error()));
        auto const moderator = mint_credential();
        auto const screen = mint_credential();
        table->facilitator = hash_of(scribe);
        table->moderator = hash_of(moderator);
        table->screen = hash_of(screen);
        floor_.create(*table, [=](Result<BoardCode, Refusal> created) {
            if (!created) return respond(problem(created.error()));
            respond(json(201, wire::board_created(*created, scribe, moderator, screen)));
        });
    });
}

void Routes::invite(BoardCode const& code, HttpRequest const& request, Respond const& respond) const
{
    if (auto refused = refuse_post(request)) return respond(std::move(*refused));
    auto command = wire::read_invite_institution(request.body);
    if (!command) return respond(problem(command.error()));
    auto const credential = mint_credential();
    command->by = hash_of(*bearer(request));
    command->credential = hash_of(credential);
    room::Act act{
        [command = *command](board::Board const& board) { return board::decide(board, command); },
        [hash = command->credential, credential](board::Board const& board) {
            // By its credential: its link may have been taken back in the same beat.
            auto const invited =
                std::find_if(board.institutions.begin(), board.institutions.end(),
                             [&](auto const& entry) { return entry.second.credential == hash; });
            check(invited != board.institutions.end(), "who was invited stays known");
            return wire::institution_invited(invited->second, credential);
        },
    };
    floor_.act(code, std::move(act), [respond](Result<std::string, Refusal> invited) {
        respond(invited ? json(201, std::move(*invited)) : problem(invited.error()));
    });
}

// Whether a browser sent this from a page of another site. Programs that are not browsers send no
// Origin and are let through: what they may do depends on the credential they present, and a browser
// sends none along on its own but to the forms, which carry a token beside it.
bool Routes::is_foreign(HttpRequest const& request) const
{
    if (!request.headers.contains("origin")) return false;
    auto const origin = request.header("origin");
    if (std::find(rules_.origins.begin(), rules_.origins.end(), origin) != rules_.origins.end()) {
        return false;
    }
    auto const host = lower_case(request.header("host"));
    return host.empty() || (origin != "http://" + host && origin != "https://" + host);
}

std::optional<HttpResponse> Routes::refuse_upgrade(HttpRequest const& request) const
{
    auto const path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (path != "/ws") return plain(404, "There is nothing at this address.");
    if (is_foreign(request)) return plain(403, "Connections from other sites are refused.");
    if (!is_socket_key(request.header("sec-websocket-key"))) {
        return plain(400, "The key must be sixteen bytes in base64.");
    }
    auto offered = request.header("sec-websocket-protocol");
    while (!offered.empty()) {
        auto const comma = offered.find(',');
        auto word = offered.substr(0, comma);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        if (word == protocol::subprotocol) return std::nullopt;
        offered = comma == std::string_view::npos ? std::string_view{} : offered.substr(comma + 1);
    }
    return plain(400, "The subprotocol koudmen.v1 is spoken here.");
}

} // namespace koudmen::net
