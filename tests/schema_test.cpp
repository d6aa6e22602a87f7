#include "support/catch.hpp"

#include "protocol/every_message.hpp"
#include "support/schema_validator.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace koudmen;
using nlohmann::json;
using tests::UnknownFields;

namespace {

json definitions()
{
    return json::parse(tests::source_file("protocol/koudmen.schema.json")).at("definitions");
}

// Where every value inside a value is.
void places(json const& value, json::json_pointer const& at, std::vector<json::json_pointer>& out)
{
    out.push_back(at);
    if (value.is_object()) {
        for (auto const& [name, inner] : value.items()) places(inner, at / name, out);
    }
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) places(value[i], at / i, out);
    }
}

// Values that are wrong in most places and right in some.
std::vector<json> strangers()
{
    return {nullptr,
            true,
            0,
            7,
            -1,
            9007199254740992,
            1.5,
            "",
            "fr",
            "zz zz",
            std::string(40, 'a'),
            std::string(16001, 'x'),
            std::string("a\0b", 3),
            "ééééééééééé",
            json::array(),
            json::array({"fr"}),
            json::object(),
            json{{"type", "ping"}}};
}

// Every text that is one change away from the example.
std::vector<json> mutations(json const& example)
{
    std::vector<json::json_pointer> all;
    places(example, json::json_pointer(), all);
    std::vector<json> out;
    for (auto const& place : all) {
        for (json const& stranger : strangers()) {
            out.push_back(example);
            out.back()[place] = stranger;
        }
        if (example[place].is_object()) {
            out.push_back(example);
            out.back()[place]["colour"] = "blue";
            for (auto const& [name, inner] : example[place].items()) {
                out.push_back(example);
                out.back()[place].erase(name);
            }
        }
        if (example[place].is_array()) {
            out.push_back(example);
            out.back()[place].insert(out.back()[place].end(), 25, "x");
        }
    }
    return out;
}

} // namespace

TEST_CASE("W1: every example satisfies the schema", "[protocol]")
{
    json const schema = definitions();
    std::size_t count = 0;
    for (auto const& [name, definition] : schema.items()) {
        if (!definition.contains("examples")) continue;
        for (json const& example : definition["examples"]) {
            INFO(name << ' ' << example.dump());
            CHECK(tests::schema_problem(name, example.dump()).value_or("") == "");
            ++count;
        }
    }
    CHECK(count > 90);
}

TEST_CASE("W2: the readers accept exactly what the schema accepts one change around the examples",
          "[protocol]")
{
    json const schema = definitions();
    for (protocol::EveryMessage const& message : protocol::every_message) {
        json const& definition = schema.at(std::string(message.name));
        if (!definition.contains("examples")) continue;
        for (json const& example : definition["examples"]) {
            for (json const& mutated : mutations(example)) {
                std::string const text = mutated.dump();
                auto const problem =
                    tests::schema_problem(message.name, text, UnknownFields::AsTheSchemaSays);
                bool const taken = message.rewrite(text).has_value();
                if (taken != problem.has_value()) continue;
                INFO(message.name << ' ' << text << '\n' << problem.value_or("no problem"));
                FAIL("the reader and the schema disagree");
            }
        }
    }
}

TEST_CASE("E1: the example of a roadmap satisfies its schema and a changed one does not",
          "[protocol]")
{
    json const schema = json::parse(tests::source_file("protocol/roadmap.schema.json"));
    for (json example : schema.at("examples")) {
        CHECK(tests::roadmap_problem(example.dump()).value_or("") == "");
        example["roadmap"]["actions"][0]["colour"] = "blue";
        CHECK(tests::roadmap_problem(example.dump()));
        CHECK_FALSE(tests::roadmap_problem(example.dump(), UnknownFields::AsTheSchemaSays));
        example["roadmap"]["actions"][0].erase("decision");
        CHECK(tests::roadmap_problem(example.dump(), UnknownFields::AsTheSchemaSays));
    }
}
