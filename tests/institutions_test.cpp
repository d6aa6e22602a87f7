#include "support/live_server.hpp"
#include "support/schema_validator.hpp"

#include <string>

using namespace koudmen;
using namespace koudmen::tests;
using nlohmann::json;

namespace {

Answer invite(LiveServer const& server, LiveBoard const& board, std::string const& credential,
              std::string const& body)
{
    return request(server.port(), "POST", "/api/v1/boards/" + board.code + "/institutions",
                   json_header + bearer(credential), body);
}

} // namespace

TEST_CASE("K1: an institution is invited over HTTP, and refusals say why", "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const body = R"({"name":"CTM"})";
    auto const invited = invite(server, board, board.facilitator, body);
    CHECK(invited.status == 201);
    CHECK(invited.header("cache-control") == "no-store");
    CHECK(schema_problem("InstitutionInvited", invited.body) == std::nullopt);

    auto const word = [](Answer const& answer) {
        CHECK(schema_problem("Problem", answer.body) == std::nullopt);
        auto const told = json::parse(answer.body);
        return std::to_string(answer.status) + " " + told["word"].get<std::string>() + " " +
               told.value("field", "");
    };
    CHECK(word(invite(server, board, board.facilitator, body)) == "409 idTaken name");
    CHECK(word(invite(server, board, board.moderator, body)) == "403 notAllowed ");
    CHECK(word(invite(server, board, credential_of("who"), body)) ==
          "401 unknownCredential authorization");
    CHECK(word(invite(server, board, "x", body)) == "401 unknownCredential authorization");
    CHECK(word(invite(server, board, board.facilitator, R"({"name":" "})")) == "422 required name");
    CHECK(word(invite(server, board, board.facilitator, R"({"name":"CCI","nom":"CCI"})")) ==
          "400 malformed nom");
    auto const target = "/api/v1/boards/" + board.code + "/institutions";
    CHECK(request(server.port(), "GET", target).status == 405);
    CHECK(request(server.port(), "POST", target,
                  json_header + bearer(board.facilitator) + "Origin: https://evil.example\r\n",
                  body)
              .status == 403);
    // What it may do with it, an institution may not: invite others.
    auto const credential = json::parse(invited.body)["credential"].get<std::string>();
    CHECK(word(invite(server, board, credential, R"({"name":"CCI"})")) == "403 notAllowed ");
}

TEST_CASE("K2: an institution is sent away when its link is taken back, and does not come back",
          "[net]")
{
    LiveServer server;
    LiveBoard board(server);
    auto const answer = invite(server, board, board.facilitator, R"({"name":"CTM"})");
    auto const credential = json::parse(answer.body)["credential"].get<std::string>();
    LivePhone office(server.port());
    office.hello(board.code, credential);
    auto const welcome = office.hear();
    CHECK(welcome["role"] == "institution");
    CHECK(welcome["institution"] == 1);
    // A long answer is heard: its frame is longer than a participant's may be.
    CHECK(office.answer_to(office.command(
              {{"type", "offerCommitment"},
               {"proposal", std::string(22, 'x')},
               {"pledge",
                {{"response", "accepted"},
                 {"places", std::vector<std::string>(20, std::string(900, 'x'))}}}}))["word"] ==
          "unknownProposal");

    auto desk = board.enter(board.facilitator);
    CHECK(desk->answer_to(desk->command({{"type", "revokeInstitution"}, {"institution", 1}}))
              .is_null());
    CHECK(office.close_code() == 4501);
    LivePhone again(server.port());
    again.hello(board.code, credential);
    CHECK(again.close_code() == 4501);
}
