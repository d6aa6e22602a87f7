#include "net/extensions.hpp"
#include "net/inflating.hpp"
#include "support/live_server.hpp"
#include "wire/deflate.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::tests;
using json = nlohmann::json;

namespace {

std::string bytes(std::initializer_list<int> list)
{
    std::string text;
    for (int const byte : list) text += static_cast<char>(byte);
    return text;
}

constexpr unsigned rsv1 = 4;

std::string compressed(std::string const& payload, bool last = true)
{
    return LivePhone::framed(LivePhone::text, wire::deflated(payload), last, true, rsv1);
}

// What comes out when this goes in, cut into pieces.
std::string through(net::Inflating& inflating, std::string const& text,
                    std::vector<std::size_t> const& pieces)
{
    std::string out;
    std::size_t at = 0;
    for (auto const piece : pieces) {
        inflating.take(std::string_view(text).substr(at, piece));
        at += piece;
        while (!inflating.empty()) out += inflating.give(7);
    }
    return out;
}

// The same frame as it is made here: masked with zeros.
std::string plain(unsigned opcode, std::string const& payload)
{
    auto frame = LivePhone::framed(opcode, payload, true, false);
    std::size_t const header = frame.size() - payload.size();
    frame[1] = static_cast<char>(static_cast<unsigned char>(frame[1]) | 0x80U);
    return frame.insert(header, 4, '\0');
}

json proposal(std::string const& name, std::string const& description)
{
    return {{"type", "submitProposal"},
            {"proposal", name + std::string(22 - name.size(), '_')},
            {"title", "Un bus par commune"},
            {"description", description},
            {"axis", "inclusion"}};
}

// A server with a board that is long enough to be compressed.
struct LongBoard {
    LongBoard() : board(server, {{"moderation", "after"}, {"proposalsPerParticipant", 200}})
    {
        auto const author = board.enter(board.join("author"));
        constexpr int proposals = 30;
        for (int count = 0; count < proposals; ++count) {
            author->command(proposal("p" + std::to_string(count),
                                     "Des ateliers ouverts à tous, chaque semaine, dans un "
                                     "quartier différent. " +
                                         std::to_string(count)));
        }
        CHECK(author->answer_to(author->operation) == json());
    }

    // Everything that is told to a phone until it hears of itself, by what it is about.
    static std::map<std::string, json> told(LivePhone& phone)
    {
        std::map<std::string, json> things;
        for (;;) {
            auto const state = phone.hear("state");
            REQUIRE(state.is_object());
            if (state.value("full", false)) things.clear();
            for (auto const& change : state["changes"]) {
                auto const about = change["type"] == "proposal" ? change["proposal"]["id"].dump()
                                                                : change["type"].dump();
                things[about] = change;
            }
            if (!state.contains("yours")) continue;
            things["yours"] = state["yours"];
            return things;
        }
    }

    LiveServer server;
    LiveBoard board;
};

} // namespace

TEST_CASE("N32: compression is agreed to as it is had here, else not", "[net]")
{
    for (auto const* offer :
         {"permessage-deflate", "permessage-deflate; client_max_window_bits",
          "x-webkit-deflate-frame, permessage-deflate;client_max_window_bits=\"10\"",
          "permessage-deflate; server_max_window_bits=10, permessage-deflate",
          "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
          "permessage-deflate; server_max_window_bits=15"}) {
        INFO(offer);
        CHECK(net::offers_deflate(offer));
    }
    for (auto const* offer :
         {"", "x-webkit-deflate-frame", "permessage-deflate; server_max_window_bits=10",
          "permessage-deflate; client_max_window_bits=16", "permessage-deflate; surprise",
          "permessage-deflate; client_no_context_takeover=1", "permessage-deflates",
          "permessage-deflate; client_max_window_bits; client_max_window_bits", ",,;;=,"}) {
        INFO(offer);
        CHECK_FALSE(net::offers_deflate(offer));
    }
}

TEST_CASE("N32: messages are compressed as RFC 7692 has it", "[net]")
{
    constexpr std::size_t most = 1'000;
    // The examples of its section 7.2.3: alone, in a block that is stored, in one that is the last, in two.
    CHECK(wire::inflated(bytes({0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00}), most) == "Hello");
    CHECK(wire::inflated(bytes({0x00, 0x05, 0x00, 0xFA, 0xFF, 0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x00}),
                         most) == "Hello");
    CHECK(wire::inflated(bytes({0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x00}), most) == "Hello");
    CHECK(wire::inflated(
              bytes({0xF2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xCA, 0xC9, 0xC9, 0x07, 0x00}),
              most) == "Hello");
    CHECK(wire::deflated("Hello") == bytes({0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00}));
    CHECK(wire::inflated(wire::deflated(""), most) == "");
    std::mt19937 random(7);
    std::string noise(300'000, '\0');
    for (auto& byte : noise) byte = static_cast<char>(random() % 11 + 'a');
    CHECK(wire::inflated(wire::deflated(noise), noise.size()) == noise);
    // Bombs are not let off, and nonsense is none of it.
    auto const bomb = wire::inflated(wire::deflated(std::string(50 << 20, ' ')), most);
    REQUIRE(bomb);
    CHECK(bomb->size() > most);
    CHECK(bomb->size() < 10'000);
    CHECK_FALSE(wire::inflated("\xFF\xFF\xFF", most));
    CHECK_FALSE(wire::inflated(bytes({0xF2, 0x48, 0xCD}), most) == "Hello");
}

TEST_CASE("N33: compressed messages become plain ones wherever the bytes are cut", "[net]")
{
    auto const ping = LivePhone::framed(LivePhone::ping, "there?");
    auto const half = wire::deflated(R"({"type":"ping"})");
    auto const in = LivePhone::framed(LivePhone::text, "plain") + compressed("one") +
                    LivePhone::framed(LivePhone::text, half.substr(0, 5), false, true, rsv1) +
                    ping + LivePhone::framed(0, half.substr(5, 3), false) + ping +
                    LivePhone::framed(0, half.substr(8)) + compressed(std::string(70'000, 'x')) +
                    LivePhone::framed(LivePhone::text, std::string(200, 'y'));
    auto const out = LivePhone::framed(LivePhone::text, "plain") + plain(LivePhone::text, "one") +
                     ping + ping + plain(LivePhone::text, R"({"type":"ping"})") +
                     plain(LivePhone::text, std::string(70'000, 'x')) +
                     LivePhone::framed(LivePhone::text, std::string(200, 'y'));
    std::mt19937 random(33);
    for (int round = 0; round < 60; ++round) {
        net::Inflating inflating(100'000);
        std::vector<std::size_t> pieces;
        for (std::size_t sum = 0; sum < in.size(); sum += pieces.back()) {
            pieces.push_back(round == 0 ? 1 : 1 + random() % 50);
        }
        REQUIRE(through(inflating, in, pieces) == out);
    }
}

TEST_CASE("N32: who offers compression hears the same as who does not", "[net]")
{
    LongBoard house;
    auto const ana = house.board.join("ana");
    LivePhone before(house.server.port());
    CHECK(before.extensions.empty());
    before.hello(house.board.code, ana);
    auto const expected = LongBoard::told(before);
    CHECK(before.compressed_heard == 0);
    CHECK(expected.size() > 30);

    LivePhone browser(house.server.port(), 0, LivePhone::offers_deflate);
    REQUIRE(browser.open);
    CHECK(browser.extensions == net::deflate_accepted);
    browser.hello(house.board.code, ana);
    CHECK(LongBoard::told(browser) == expected);
    CHECK(browser.compressed_heard == 1);

    // And is understood, in pieces and with a ping between them too.
    auto const command = [&](std::string const& name) {
        return json{{"type", "command"},
                    {"operation", ++browser.operation},
                    {"command", proposal(name, "")}}
            .dump();
    };
    browser.socket().send(compressed(command("whole")));
    CHECK(browser.answer_to(browser.operation) == json());
    auto const pieces = wire::deflated(command("pieces"));
    browser.send(LivePhone::text, pieces.substr(0, 20), false, true, rsv1);
    browser.send(LivePhone::ping, "there?");
    browser.send(0, pieces.substr(20));
    CHECK(browser.answer_to(browser.operation) == json());
    browser.say(command("plain"));
    CHECK(browser.answer_to(browser.operation) == json());
}

TEST_CASE("N33: a compressed message that is not as it should be ends its session alone", "[net]")
{
    LongBoard house;
    auto const ana = house.board.join("ana");
    auto const code_after = [&](std::string const& frames) {
        LivePhone phone(house.server.port(), 0, LivePhone::offers_deflate);
        phone.hello(house.board.code, ana);
        LongBoard::told(phone);
        phone.socket().send(frames);
        return phone.close_code();
    };
    constexpr unsigned protocol_error = 1002;
    constexpr unsigned bad_text = 1007;
    constexpr unsigned too_big = 1009;
    CHECK(code_after(compressed(std::string(16'385, ' '))) == too_big);
    CHECK(code_after(compressed(std::string(10 << 20, ' '))) == too_big);
    CHECK(code_after(LivePhone::framed(LivePhone::text, std::string(70'000, 'x'), true, true,
                                       rsv1)) == too_big);
    CHECK(code_after(LivePhone::framed(LivePhone::text, "\xFF\xFF\xFF", true, true, rsv1)) ==
          protocol_error);
    CHECK(code_after(compressed("\"\xFF\"")) == bad_text);
    CHECK(code_after(LivePhone::framed(LivePhone::ping, "x", true, true, rsv1)) == protocol_error);
    CHECK(code_after(compressed("{\"", false) + LivePhone::framed(LivePhone::text, "x")) ==
          protocol_error);
    CHECK(code_after(compressed("{\"", false) + LivePhone::framed(0, "x", true, true, rsv1)) ==
          protocol_error);
    CHECK(code_after(LivePhone::framed(LivePhone::text, "x", true, false, rsv1)) == protocol_error);
    CHECK(code_after(LivePhone::framed(LivePhone::binary, wire::deflated("x"), true, true, rsv1)) ==
          1003);
    CHECK(code_after(LivePhone::framed(LivePhone::close, "\x03\xE8")) == 1000);
    auto const other = house.board.enter(ana, "other");
    CHECK(other->answer_to(other->command(proposal("still", ""))) == json());
}
