#include "net/embedded_files.hpp"
#include "net/files.hpp"
#include "net/listener.hpp"
#include "net/manifest.hpp"
#include "support/live_server.hpp"
#include "support/schema_validator.hpp"

#include <array>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

// What a server says to bytes of our own, and whether it then ends the connection.
struct Said {
    Answer answer;
    bool closed = false;
};
Said say(LiveServer const& server, std::string const& bytes)
{
    RawSocket socket(server.port());
    socket.send(bytes);
    Said said{read_answer(socket), false};
    // Whatever else was in those bytes must not be answered as another request.
    said.closed = said.answer.header("connection") == "close" && socket.read_to_end().empty();
    return said;
}

std::string get(std::string const& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

void check_problem(Answer const& answer, unsigned status, std::string const& word,
                   std::string const& field = "")
{
    INFO(answer.body);
    CHECK(answer.status == status);
    CHECK(answer.header("content-type") == "application/problem+json");
    CHECK(schema_problem("Problem", answer.body) == std::nullopt);
    auto const told = json::parse(answer.body);
    CHECK(told["word"] == word);
    CHECK(told.value("field", "") == field);
}

} // namespace

TEST_CASE("N1: files go out in the smallest form that is accepted, and stay where they may",
          "[net]")
{
    auto const files_of_one = std::to_array<net::EmbeddedFile>(
        {{"/phone.html", "<html>", "gzipped", "br"}, {"/assets/phone-1.js", "code", "", ""}});
    net::Files const files(files_of_one);
    auto const find = [&](std::string const& path, std::string const& accepted,
                          std::string const& known = "") {
        net::HttpRequest request;
        request.headers = {{"accept-encoding", accepted}, {"if-none-match", known}};
        return files.find(path, request).value();
    };
    auto const header = [](net::HttpResponse const& response, std::string const& name) {
        for (auto const& [key, value] : response.headers) {
            if (key == name) return value;
        }
        return std::string{};
    };
    CHECK(find("/phone.html", "").body == "<html>");
    CHECK(find("/phone.html", "gzip").body == "gzipped");
    CHECK(find("/phone.html", "gzip, deflate, br").body == "br");
    CHECK(find("/phone.html", "br;q=0, gzip").body == "gzipped");
    CHECK(find("/phone.html", "br;q=0.5").body == "br");
    CHECK(find("/phone.html", "brotli, zstd").body == "<html>");
    CHECK(find("/assets/phone-1.js", "br").body == "code");
    CHECK(header(find("/phone.html", "br"), "Content-Encoding") == "br");
    CHECK(header(find("/phone.html", ""), "Content-Encoding").empty());
    CHECK(header(find("/phone.html", ""), "Vary") == "Accept-Encoding");
    CHECK(header(find("/phone.html", ""), "Cache-Control") == "no-cache");
    CHECK_THAT(header(find("/assets/phone-1.js", ""), "Cache-Control"), containing("immutable"));
    auto const etag = header(find("/phone.html", ""), "ETag");
    CHECK(find("/phone.html", "", etag).status == 304);
    CHECK(find("/phone.html", "", etag).body.empty());
    CHECK(find("/phone.html", "", "\"other\"").status == 200);
    CHECK_FALSE(files.find("/../etc/passwd", {}).has_value());
}

TEST_CASE("N2: every answer keeps browsers from what they need not do", "[net]")
{
    LiveServer server;
    for (auto const* target : {"/", "/nothing", "/healthz", "/api/v1/boards", "/b/AAAAA",
                               "/api/v1/boards/AAAAA", "/api/v1/boards/AAAAA/roadmap.json"}) {
        INFO(target);
        auto const answer = request(server.port(), "GET", target);
        auto const policy = answer.header("content-security-policy");
        CHECK_THAT(policy, containing("default-src 'none'"));
        CHECK_THAT(policy, containing("frame-ancestors 'none'"));
        CHECK_THAT(policy, containing("worker-src 'self'"));
        CHECK_THAT(policy, containing("manifest-src 'self'"));
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("referrer-policy") == "no-referrer");
        CHECK_FALSE(answer.header("cache-control").empty());
        CHECK(answer.header("server").empty());
    }
}

TEST_CASE("C142: what installs a board's page opens that board, and only one with a code", "[net]")
{
    auto const client = std::to_array<net::EmbeddedFile>(
        {{"/phone.webmanifest", R"({"name":"CODE","start_url":"/b/CODE"})", "gzipped", "br"}});
    net::Files const files(client);
    auto const found = net::board_manifest("/b/K7P4X/app.webmanifest", files);
    REQUIRE(found.has_value());
    CHECK(found->status == 200);
    CHECK(found->body == R"({"name":"K7P4X","start_url":"/b/K7P4X"})");
    for (auto const* nowhere :
         {"/b/app.webmanifest", "/b//app.webmanifest", "/b/K7P4/app.webmanifest",
          "/b/K7P4X\"/app.webmanifest", "/desk/K7P4X/app.webmanifest", "/b/K7P4X/"}) {
        INFO(nowhere);
        CHECK_FALSE(net::board_manifest(nowhere, files).has_value());
    }
    CHECK_FALSE(net::board_manifest("/b/K7P4X/app.webmanifest", net::Files({})).has_value());
}

TEST_CASE("N3: what is not there or not allowed is said with its status", "[net]")
{
    LiveServer server;
    auto const status = [&](std::string const& method, std::string const& target,
                            std::string const& headers = "", std::string const& body = "") {
        return request(server.port(), method, target, headers, body).status;
    };
    CHECK(status("GET", "/healthz") == 200);
    CHECK(status("HEAD", "/healthz") == 200);
    CHECK(status("GET", "/healthz?verbose=1") == 200);
    for (auto const* nowhere :
         {"/nothing", "/b/", "/b/AAAA", "/b/AAAAAA", "/b/AAAA%41", "/../b", "//", "/api/v1/",
          "/api/v2/boards", "/api/v1/boardsies", "/api/v1/boards/AAAAA/nothing",
          "/api/v1/boards/AAAAA/participants/1"}) {
        INFO(nowhere);
        CHECK(status("GET", nowhere) == 404);
    }
    CHECK(status("GET", "/api/v1/boards") == 405);
    CHECK(status("GET", "/api/v1/boards/AAAAA/participants") == 405);
    CHECK(status("DELETE", "/api/v1/boards/AAAAA") == 405);
    CHECK(status("POST", "/") == 405);
    CHECK(request(server.port(), "PUT", "/api/v1/boards").header("allow") == "POST");
    CHECK(request(server.port(), "POST", "/healthz").header("allow") == "GET, HEAD");
    CHECK(status("POST", "/api/v1/boards", "Content-Type: text/plain\r\n", "{}") == 415);
    CHECK(status("POST", "/api/v1/boards", "", "{}") == 415);
    CHECK(status("POST", "/api/v1/boards", "Content-Type: application/jsonp\r\n", "{}") == 415);
    CHECK(status("GET", "/b/aaaaa") == 308);
    CHECK(request(server.port(), "GET", "/b/aaaaa").header("location") == "/b/AAAAA");
    if (!net::embedded_files().empty()) {
        for (auto const* page : {"/", "/b/AAAAA", "/desk/AAAAA", "/wall/AAAAA", "/roadmap/AAAAA"}) {
            INFO(page);
            auto const answer = request(server.port(), "GET", page);
            CHECK(answer.status == 200);
            CHECK(answer.header("content-type") == "text/html; charset=utf-8");
        }
    }
}

TEST_CASE("N3: what is too long is refused and its sender hears so", "[net]")
{
    LiveServer server;
    auto const long_header = "X-Long: " + std::string(9'000, 'x') + "\r\n";
    CHECK(request(server.port(), "GET", "/", long_header).status == 431);
    CHECK(request(server.port(), "GET", "/" + std::string(9'000, 'x')).status == 431);
    // Told beforehand, and while it is still being sent.
    CHECK(say(server, "POST /api/v1/boards HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n")
              .answer.status == 413);
    for (int round = 0; round < 10; ++round) {
        CHECK(
            request(server.port(), "POST", "/api/v1/boards", json_header, std::string(400'000, ' '))
                .status == 413);
    }
    // The largest that may come is read, and found wanting.
    check_problem(
        request(server.port(), "POST", "/api/v1/boards", json_header, std::string(65'536, ' ')),
        400, "malformed");
}

TEST_CASE("N4: a request whose end could be read in two ways is refused and ends the connection",
          "[net]")
{
    LiveServer server;
    auto const hidden = get("/healthz"); // What a proxy might have thought the body was.
    for (auto const& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
             {"chunked",
              "POST /api/v1/boards HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              "0\r\n\r\n"},
             {"both", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: "
                      "chunked\r\n\r\n0\r\n\r\n"},
             {"another coding",
              "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n"},
             {"two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: "
                             "5\r\n\r\n"},
             {"one length twice", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"
                                  "Content-Length: 0\r\n\r\n"},
             {"a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 0\r\n\r\n"},
             {"a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n"},
             {"a length below nothing", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"},
             {"a length of letters", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\n"},
             {"a length without end",
              "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n"},
             {"a space before the colon",
              "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n"},
             {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
             {"no host", "GET / HTTP/1.1\r\n\r\n"},
             {"an old version", "GET / HTTP/1.0\r\nHost: a\r\n\r\n"},
             {"a later version", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"},
             {"no version", "GET /\r\n\r\n"},
             {"a control character", "GET / HTTP/1.1\r\nHost: a\r\nX: \1\r\n\r\n"},
             {"a zero", std::string("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 33)},
             {"not HTTP", "\x16\x03\x01\x02" + std::string(200, '\1') + "\r\n\r\n"},
         }) {
        INFO(name);
        auto const said = say(server, bytes + hidden);
        CHECK((said.answer.status == 400 || said.answer.status == 413));
        CHECK(said.closed);
    }
}

TEST_CASE("N5: requests on one connection are answered in their order, each once", "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const card = "/api/v1/boards/" + board.code;
    RawSocket socket(server.port());
    socket.send(get("/healthz") + get(card) + get("/nothing") + "HEAD " + card +
                " HTTP/1.1\r\nHost: a\r\n\r\n" + get("/healthz"));
    CHECK(read_answer(socket).body == "ok\n");
    auto const answer = read_answer(socket);
    CHECK(json::parse(answer.body)["code"] == board.code);
    CHECK(schema_problem("BoardCard", answer.body) == std::nullopt);
    CHECK(read_answer(socket).status == 404);
    auto const head = read_answer(socket, true);
    CHECK(head.header("content-length") == std::to_string(answer.body.size()));
    CHECK(read_answer(socket).body == "ok\n");
    // Byte by byte, as over a bad network.
    for (char const byte : get("/healthz")) socket.send({&byte, 1});
    CHECK(read_answer(socket).body == "ok\n");
    socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(read_answer(socket).header("connection") == "close");
    CHECK(socket.read_to_end().empty());
}

TEST_CASE("N6: a board is opened and joined over HTTP, and refusals say why", "[net]")
{
    LiveServer server;
    auto const post = [&](std::string const& target, std::string const& headers,
                          std::string const& body) {
        return request(server.port(), "POST", target, json_header + headers, body);
    };
    auto const good = R"({"title":"Feuille de route","axes":[{"id":"a","title":"A"}]})";
    auto const created = post("/api/v1/boards", "", good);
    CHECK(created.status == 201);
    CHECK(schema_problem("BoardCreated", created.body) == std::nullopt);
    auto const code = json::parse(created.body)["code"].get<std::string>();
    CHECK(created.header("location") == "/api/v1/boards/" + code);
    CHECK(created.header("cache-control") == "no-store");

    check_problem(post("/api/v1/boards", "", "{"), 400, "malformed");
    check_problem(post("/api/v1/boards", "",
                       R"({"title":"x","axes":[{"id":"a","title":"A"}],"colour":"blue"})"),
                  400, "malformed", "colour");
    check_problem(post("/api/v1/boards", "", R"({"title":7,"axes":[]})"), 400, "malformed",
                  "title");
    check_problem(post("/api/v1/boards", "", R"({"title":" ","axes":[{"id":"a","title":"A"}]})"),
                  422, "required", "title");
    check_problem(post("/api/v1/boards", "", std::string(60'000, '[')), 400, "malformed");
    check_problem(post("/api/v1/boards", "", "{\"title\":\"\xFF\",\"axes\":[]}"), 400, "malformed");

    auto const participants = "/api/v1/boards/" + code + "/participants";
    auto const ana = credential_of("ana");
    auto const joined = post(participants, bearer(ana), R"({"college":"citizens"})");
    CHECK(joined.status == 201);
    CHECK(schema_problem("Joined", joined.body) == std::nullopt);
    CHECK(post(participants, bearer(ana), R"({"college":"citizens"})").body == joined.body);
    check_problem(post(participants, "", R"({"college":"citizens"})"), 401, "unknownCredential",
                  "authorization");
    check_problem(post(participants, bearer("short"), R"({"college":"citizens"})"), 401,
                  "unknownCredential", "authorization");
    check_problem(post(participants, "Authorization: Basic YTpi\r\n", R"({"college":"citizens"})"),
                  401, "unknownCredential", "authorization");
    check_problem(post(participants, bearer(credential_of("ben")), R"({"college":"martians"})"),
                  422, "unknownCollege", "college");
    check_problem(post("/api/v1/boards/ZZZZZ/participants", bearer(ana), R"({"college":"a"})"), 404,
                  "unknownBoard");
    check_problem(request(server.port(), "GET", "/api/v1/boards/ZZZZZ"), 404, "unknownBoard");
    check_problem(request(server.port(), "GET", "/api/v1/boards/zz"), 404, "unknownBoard");

    auto const roadmap = request(server.port(), "GET", "/api/v1/boards/" + code + "/roadmap.json");
    CHECK(roadmap.status == 200);
    CHECK(roadmap_problem(roadmap.body) == std::nullopt);
    CHECK_THAT(roadmap.header("content-disposition"), containing(code + ".json"));
    auto const table = request(server.port(), "GET", "/api/v1/boards/" + code + "/roadmap.csv");
    CHECK(table.status == 200);
    CHECK(table.header("content-type") == "text/csv; charset=utf-8");
    CHECK(table.body.starts_with("\xEF\xBB\xBFreference;number;"));
    CHECK_THAT(table.header("content-disposition"), containing(code + ".csv"));
}

TEST_CASE("N7: where a key is set nobody opens a board without it", "[net]")
{
    LiveServer server([](app::Config& config) { config.creation_key = "Koudmen 2024"; });
    auto const create = [&](std::string const& headers) {
        return request(server.port(), "POST", "/api/v1/boards", json_header + headers,
                       R"({"title":"x","axes":[{"id":"a","title":"A"}]})");
    };
    check_problem(create(""), 401, "unknownCredential", "authorization");
    check_problem(create(bearer("Koudmen 2025")), 401, "unknownCredential", "authorization");
    check_problem(create(bearer("Koudmen")), 401, "unknownCredential", "authorization");
    check_problem(create(bearer("")), 401, "unknownCredential", "authorization");
    CHECK(create(bearer("Koudmen 2024")).status == 201);
}

TEST_CASE("N9: an upgrade is answered at one address, in one subprotocol", "[net]")
{
    LiveServer server;
    auto const answer = [&](std::string const& bytes) {
        RawSocket socket(server.port());
        socket.send(bytes);
        return read_answer(socket);
    };
    auto const good = answer(LivePhone::upgrade());
    CHECK(good.status == 101);
    CHECK(good.header("sec-websocket-protocol") == "koudmen.v1");
    CHECK(good.header("server") == "koudmen"); // And no word of the library or a version.
    CHECK(answer(LivePhone::upgrade("", "/ws", "chat, koudmen.v1")).status == 101);
    CHECK(answer(LivePhone::upgrade("", "/ws", "")).status == 400);
    CHECK(answer(LivePhone::upgrade("", "/ws", "koudmen.v2")).status == 400);
    CHECK(answer(LivePhone::upgrade("", "/elsewhere")).status == 404);
    CHECK(answer(LivePhone::upgrade() + "\x81\x80").status == 400);
    // A plain request to it, and one without a key.
    CHECK(answer(get("/ws")).status == 404);
    auto keyless = LivePhone::upgrade();
    keyless.erase(keyless.find("Sec-WebSocket-Key"), 45);
    CHECK(answer(keyless).status == 400);
}

TEST_CASE("N10: a port that is taken is told in a sentence", "[net]")
{
    LiveServer server;
    TemporaryFolder const folder;
    auto const journal =
        journal::RocksJournal::open(folder.path(), journal::RocksJournal::Mode::Serve, {0});
    auto const second = app::Server::create(server.config(), **journal);
    REQUIRE_FALSE(second.has_value());
    CHECK_THAT(second.error(), containing("port " + std::to_string(server.port())));
    auto elsewhere = server.config();
    elsewhere.address = "localhost";
    auto const named = app::Server::create(elsewhere, **journal);
    REQUIRE_FALSE(named.has_value());
    CHECK_THAT(named.error(), containing("localhost"));
}
