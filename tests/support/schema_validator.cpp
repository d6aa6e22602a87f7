#include "support/schema_validator.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <tuple>

// The one file that includes the validator, because it takes long to compile.
namespace koudmen::tests {

namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

void close_objects(json& schema)
{
    if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object()) {
        schema["additionalProperties"] = false;
    }
    for (json& inner : schema) {
        if (inner.is_structured()) close_objects(inner);
    }
}

json load(std::string const& file, UnknownFields unknown)
{
    json schema = json::parse(source_file("protocol/" + file));
    schema.erase("examples"); // Values, not schemas.
    for (json& definition : schema["definitions"]) definition.erase("examples");
    if (unknown == UnknownFields::AreAProblem) close_objects(schema);
    return schema;
}

// The validator keeps pointing into the document, so the two live together.
struct Compiled {
    explicit Compiled(json source) : document(std::move(source))
    {
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(NlohmannJsonAdapter(document), schema);
    }

    json document;
    valijson::Schema schema;
};

Compiled const& compiled(std::string const& file, std::string const& definition,
                         UnknownFields unknown)
{
    static std::map<std::tuple<std::string, std::string, UnknownFields>, Compiled> all;
    std::tuple const key{file, definition, unknown};
    auto const found = all.find(key);
    if (found != all.end()) return found->second;

    json schema = load(file, unknown);
    if (!definition.empty()) {
        if (!schema["definitions"].contains(definition)) {
            throw std::invalid_argument("there is no definition " + definition);
        }
        schema =
            json{{"$ref", "#/definitions/" + definition}, {"definitions", schema["definitions"]}};
    }
    return all.try_emplace(key, std::move(schema)).first->second;
}

std::optional<std::string> problem(Compiled const& schema, std::string_view text)
{
    json const value = json::parse(text, nullptr, false);
    if (value.is_discarded()) return "not JSON";

    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema.schema, NlohmannJsonAdapter(value), &results)) {
        return std::nullopt;
    }
    std::string told;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (std::string const& step : error.context) told += step;
        told += ": " + error.description + '\n';
    }
    return told;
}

} // namespace

std::string source_file(std::string_view path)
{
    std::ifstream file(std::string(KOUDMEN_SOURCE_DIR "/").append(path), std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + std::string(path));
    return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<std::string> schema_problem(std::string_view definition, std::string_view json,
                                          UnknownFields unknown)
{
    return problem(compiled("koudmen.schema.json", std::string(definition), unknown), json);
}

std::optional<std::string> roadmap_problem(std::string_view json, UnknownFields unknown)
{
    return problem(compiled("roadmap.schema.json", "", unknown), json);
}

} // namespace koudmen::tests
