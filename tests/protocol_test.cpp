#include "support/catch.hpp"

#include "protocol/every_message.hpp"
#include "support/schema_validator.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

using namespace koudmen;
using nlohmann::json;
using protocol::RefusalWord;

namespace {

// Reads a text as a definition and writes it again.
Result<std::string, protocol::BadMessage> rewrite(std::string_view definition,
                                                  std::string_view text)
{
    auto const& all = protocol::every_message;
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](auto const& one) { return one.name == definition; });
    REQUIRE(found != all.end());
    return found->rewrite(text);
}

void check_refused(std::string_view definition, std::string_view text, RefusalWord word,
                   std::string_view field, std::optional<std::int64_t> limit = std::nullopt)
{
    INFO(definition << ' ' << text.substr(0, 200));
    auto const message = rewrite(definition, text);
    REQUIRE_FALSE(message);
    CHECK(protocol::word(message.error().word) == protocol::word(word));
    CHECK(message.error().field == field);
    CHECK(message.error().limit == limit);
}

// A frame with a command, of which one member of the text can be exchanged.
std::string command(std::string_view inner)
{
    return std::string(R"({"type":"command","operation":7,"command":)").append(inner) + '}';
}

std::string submit(std::string_view title, std::string_view description = R"("")")
{
    return command(std::string(R"({"type":"submitProposal","proposal":"Jx0mO3sZQ0a1b2c3d4e5f6",)")
                       .append(R"("title":)")
                       .append(title)
                       .append(R"(,"description":)")
                       .append(description)
                       .append(R"(,"axis":"inclusion"})"));
}

std::string quoted(std::string_view unit, std::size_t times)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < times; ++i) out += unit;
    return out + '"';
}

std::string nested(std::size_t levels)
{
    return std::string(levels, '[') + std::string(levels, ']');
}

constexpr std::string_view hello =
    R"({"type":"hello","version":1,"board":"K7P4X","device":"d3viceAAAAAAAAAAAAAAAA"})";

} // namespace

TEST_CASE("W1: every example is read and written back as itself", "[protocol]")
{
    auto const schema = json::parse(tests::source_file("protocol/koudmen.schema.json"));
    std::size_t count = 0;
    for (protocol::EveryMessage const& message : protocol::every_message) {
        auto const& definition = schema.at("definitions").at(std::string(message.name));
        if (!definition.contains("examples")) continue;
        for (json const& example : definition["examples"]) {
            std::string const text = example.dump();
            INFO(message.name << ' ' << text);
            auto const written = message.rewrite(text);
            REQUIRE(written);
            CHECK(json::parse(*written) == example);
            CHECK(message.rewrite(*written) == written);
            ++count;
        }
    }
    CHECK(count > 90);
}

TEST_CASE("W1: the version in the schema and in the code agree", "[protocol]")
{
    auto const schema = json::parse(tests::source_file("protocol/koudmen.schema.json"));
    CHECK(schema.at("x-version") == protocol::version);
    CHECK(schema.at("x-subprotocol") == protocol::subprotocol);
    CHECK(schema.at("$id") == "urn:koudmen:protocol:" + std::to_string(protocol::version));
}

TEST_CASE("W2: a refusal names the field and the limit", "[protocol]")
{
    auto const malformed = RefusalWord::Malformed;
    check_refused("FromClient", "[]", malformed, "");
    check_refused("FromClient", "{}", malformed, "type");
    check_refused("FromClient", R"({"type":7})", malformed, "type");
    check_refused("FromClient", R"({"type":"hello"})", malformed, "version");
    check_refused("FromClient", command("{}"), malformed, "command.type");
    check_refused("FromClient", command("null"), malformed, "command");
    check_refused("FromClient", submit("7"), malformed, "command.title");
    check_refused("FromClient", submit("null"), malformed, "command.title");
    check_refused("FromClient", command(R"({"type":"startTimer","seconds":86401})"), malformed,
                  "command.seconds", 86400);
    check_refused("FromClient", command(R"({"type":"startTimer","seconds":0})"), malformed,
                  "command.seconds", 1);
    check_refused("CreateBoard", R"({"title":"t","axes":[{"id":"a","title":"A"},{"id":"b"}]})",
                  malformed, "axes[1].title");
    check_refused("CreateBoard", R"({"title":"t","axes":[{"id":"A B","title":"A"}]})", malformed,
                  "axes[0].id");
    check_refused("Code", R"("K7P4")", malformed, "");
    check_refused("Code", R"("K7P40")", malformed, "");
    check_refused("DeviceId", R"("d3viceAAAAAAAAAAAAAAA\n")", malformed, "");
}

TEST_CASE("W3: an unknown field is refused from a client and ignored from the server", "[protocol]")
{
    check_refused("FromClient", R"({"type":"ping","colour":1})", RefusalWord::Malformed, "colour");
    check_refused("FromClient", command(R"({"type":"stopTimer","colour":1})"),
                  RefusalWord::Malformed, "command.colour");
    // A name that is not plain is not repeated.
    check_refused("FromClient", R"({"type":"ping","<b>":1})", RefusalWord::Malformed, "");
    check_refused("FromClient", R"({"type":"ping",)" + quoted("x", 41) + ":1}",
                  RefusalWord::Malformed, "");

    auto const pong = rewrite("FromServer", R"({"type":"pong","now":1,"colour":"blue"})");
    REQUIRE(pong);
    CHECK(*pong == R"({"type":"pong","now":1})");
}

TEST_CASE("W4: an unknown word is refused and never guessed", "[protocol]")
{
    auto const unknown = RefusalWord::UnknownWord;
    check_refused("FromClient", R"({"type":"goodbye"})", unknown, "type");
    check_refused("FromClient", command(R"({"type":"burn"})"), unknown, "command.type");
    check_refused("FromClient", command(R"({"type":"openPhase","phase":"Vote"})"), unknown,
                  "command.phase");
    check_refused("FromClient", command(R"({"type":"openPhase","phase":""})"), unknown,
                  "command.phase");
    check_refused("Ping", R"({"type":"pong"})", unknown, "type");
    check_refused("CloseCode", "4099", unknown, "");
}

TEST_CASE("W5: lengths are counted in code points and told in characters", "[protocol]")
{
    CHECK(rewrite("FromClient", submit(quoted("😀", 960))));
    check_refused("FromClient", submit(quoted("😀", 961)), RefusalWord::TooLong, "command.title",
                  protocol::limits::title_graphemes_max);
    CHECK(rewrite("FromClient", submit(R"("t")", quoted("é", 16000))));
    check_refused("FromClient", submit(R"("t")", quoted("é", 16001)), RefusalWord::TooLong,
                  "command.description", protocol::limits::description_graphemes_max);
    check_refused("FromClient", submit(R"("")"), RefusalWord::Required, "command.title");
}

TEST_CASE("W5: a list has neither too many items nor too few", "[protocol]")
{
    auto const board = [](std::size_t axes) {
        json body{{"title", "t"}, {"axes", json::array()}};
        for (std::size_t i = 0; i < axes; ++i) {
            body["axes"].push_back({{"id", "a" + std::to_string(i)}, {"title", "A"}});
        }
        return body.dump();
    };
    CHECK(rewrite("CreateBoard", board(24)));
    check_refused("CreateBoard", board(25), RefusalWord::TooMany, "axes", 24);
    check_refused("CreateBoard", board(0), RefusalWord::Required, "axes");
    check_refused("CreateBoard", R"({"title":"t","axes":{}})", RefusalWord::Malformed, "axes");
}

TEST_CASE("W6: a day is one of the calendar", "[protocol]")
{
    for (auto const* const day : {"\"2024-02-29\"", "\"2026-12-31\"", "\"2000-02-29\""}) {
        INFO(day);
        CHECK(rewrite("Day", day));
    }
    for (auto const* const day :
         {"\"2025-02-29\"", "\"1900-02-29\"", "\"2025-13-01\"", "\"2025-00-10\"", "\"2025-04-31\"",
          "\"2025-1-001\"", "\"20250-1-01\"", "\"2025--1-01\"", "\"-025-01-01\"", "\"----------\"",
          "\"01-01-2025\"", "\"2025-01-1\"", "\"2025/01/01\"", "\"\""}) {
        check_refused("Day", day, RefusalWord::Malformed, "");
    }
    check_refused("FromClient",
                  command(R"({"type":"decideProposal","proposal":"Jx0mO3sZQ0a1b2c3d4e5f6",)"
                          R"("start":"2025-02-30"})"),
                  RefusalWord::Malformed, "command.start");
}

TEST_CASE("W7: what is not one JSON text in strict UTF-8 is refused", "[protocol]")
{
    auto const refused = [](std::string const& text) {
        check_refused("FromClient", text, RefusalWord::Malformed, "");
    };
    std::string const ping = R"({"type":"ping"})";
    REQUIRE(rewrite("FromClient", ping));
    REQUIRE(rewrite("FromClient", " \t\r\n" + ping + "\n"));
    refused("");
    refused(" ");
    refused("{");
    refused("}");
    refused(R"({"type":"ping)");
    refused(R"({"type":"ping"}})");
    refused(ping + ping);
    refused(ping + "x");
    refused(ping + std::string(1, '\0'));
    refused(ping + std::string(1, '\0') + "x");
    refused("\xEF\xBB\xBF" + ping);
    refused("{'type':'ping'}");
    refused(R"({"type":"ping",})");
    refused("/* */" + ping);
    refused(R"({"type":"hello","version":01})");
    refused(R"({"type":"hello","version":NaN})");
    refused(R"({"type":"hello","version":1e999})");
    refused("{\"type\":\"a\nb\"}");
    refused(submit("\"\xC3\""));             // Cut short.
    refused(submit("\"\xC0\xAF\""));         // Overlong.
    refused(submit("\"\xED\xA0\x80\""));     // A surrogate.
    refused(submit("\"\xF4\x90\x80\x80\"")); // Beyond the last code point.
    refused(submit(R"("\uD800")"));          // Half a surrogate pair.
    refused(submit(R"("\x")"));
}

TEST_CASE("W7: an object with one name twice is refused", "[protocol]")
{
    auto const refused = [](std::string const& text) {
        check_refused("FromClient", text, RefusalWord::Malformed, "");
    };
    refused(R"({"type":"ping","type":"ping"})");
    refused(R"({"type":"ping","\u0074ype":"ping"})");
    refused(command(R"({"type":"openPhase","phase":"vote","phase":"collect"})"));
    // Colons in texts are none between a name and its value.
    CHECK(rewrite("FromClient", submit(R"("a: \":\" {[:]}\\")")));
}

TEST_CASE("W7: a text that nests deeper than the limit is refused before it is parsed",
          "[protocol]")
{
    auto const limit = protocol::limits::depth_max;
    check_refused("FromClient", nested(16), RefusalWord::Malformed, "");
    check_refused("FromClient", nested(17), RefusalWord::Malformed, "", limit);
    check_refused("FromClient", nested(1'000'000), RefusalWord::Malformed, "", limit);
    check_refused("FromClient", std::string(1'000'000, '['), RefusalWord::Malformed, "", limit);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
    check_refused("FromClient", objects, RefusalWord::Malformed, "", limit);
    // Brackets in texts do not nest.
    CHECK(rewrite("FromClient", submit(quoted("[", 100))));
}

TEST_CASE("W8: a number is an integer that every client can hold exactly", "[protocol]")
{
    auto const malformed = RefusalWord::Malformed;
    std::int64_t const most = 9007199254740991;
    CHECK(rewrite("Moment", "9007199254740991"));
    check_refused("Moment", "9007199254740992", malformed, "", most);
    check_refused("Moment", "9223372036854775808", malformed, "", most);
    check_refused("Moment", "18446744073709551615", malformed, "", most);
    check_refused("Moment", "18446744073709551616", malformed, "");
    check_refused("Moment", "-9223372036854775808", malformed, "", 0);
    for (auto const* const text : {"1.0", "1e3", "1.5", "true", "\"1\"", "null", "[1]"}) {
        check_refused("Moment", text, malformed, "");
    }
    check_refused("WithdrawProposal",
                  R"({"type":"withdrawProposal","proposal":"Jx0mO3sZQ0a1b2c3d4e5f6",)"
                  R"("withdrawn":1})",
                  malformed, "withdrawn");
}

TEST_CASE("W9: a close code says whether to come back", "[protocol]")
{
    CHECK(protocol::may_return(protocol::CloseCode::Restarting));
    CHECK(protocol::may_return(protocol::CloseCode::Full));
    CHECK_FALSE(protocol::may_return(protocol::CloseCode::UnknownBoard));
    CHECK_FALSE(protocol::may_return(protocol::CloseCode::UnsupportedVersion));
    CHECK_FALSE(protocol::sentence(protocol::CloseCode::TooSlow).empty());
    CHECK_FALSE(protocol::sentence(RefusalWord::EditTimeOver).empty());
}

TEST_CASE("W10: what is written is compact, in the order of the schema and escaped", "[protocol]")
{
    CHECK(protocol::write(protocol::Ping{}) == R"({"type":"ping"})");
    CHECK(protocol::write(protocol::OwnChoice{.ballot = "b", .proposal = "p"}) ==
          R"({"ballot":"b","proposal":"p"})");
    CHECK(protocol::write(protocol::Yours{.name = "Man Tine"}) ==
          R"({"name":"Man Tine","choices":[],"proposals":[],"comments":[],"tallies":[]})");

    protocol::Axis const odd{.id = "a", .title = std::string("\"\\\n\r\t\0\x1F\x7F/é😀", 15)};
    std::string const text = protocol::write(odd);
    CHECK(text == "{\"id\":\"a\",\"title\":\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\x7F/é😀\"}");
    CHECK(protocol::read_axis(text) == odd);
}

TEST_CASE("W10: the longest numbers are written whole", "[protocol]")
{
    std::string out;
    protocol::append(out, std::numeric_limits<std::int64_t>::min());
    protocol::append(out, std::numeric_limits<std::int64_t>::max());
    CHECK(out == "-92233720368547758089223372036854775807");
}

TEST_CASE("W11: the operation of a frame is found where the rest could not be read", "[protocol]")
{
    CHECK(protocol::integer_member(command(R"({"type":"burn"})"), "operation") == 7);
    CHECK_FALSE(protocol::integer_member(hello, "operation"));
    CHECK_FALSE(protocol::integer_member(R"({"operation":"7"})", "operation"));
    CHECK_FALSE(protocol::integer_member(R"({"operation":7.5})", "operation"));
    CHECK_FALSE(protocol::integer_member(R"({"operation":18446744073709551615})", "operation"));
    CHECK_FALSE(protocol::integer_member("[7]", "operation"));
    CHECK_FALSE(protocol::integer_member("", "operation"));
    CHECK_FALSE(protocol::integer_member(nested(1'000'000), "operation"));
}
