#pragma once

#include <optional>
#include <string>
#include <string_view>

// An independent opinion on messages: a JSON Schema validator that shares no code with our readers.
namespace koudmen::tests {

// Whether fields that the schema does not name are taken as it says, or are a problem everywhere.
// The second is for what our own server sends: it must send nothing that is not described.
enum class UnknownFields { AsTheSchemaSays, AreAProblem };

// What the schema of the protocol has against a text as this definition ("FromServer"), or nothing.
std::optional<std::string> schema_problem(std::string_view definition, std::string_view json,
                                          UnknownFields unknown = UnknownFields::AreAProblem);

// The same for an exported roadmap.
std::optional<std::string> roadmap_problem(std::string_view json,
                                           UnknownFields unknown = UnknownFields::AreAProblem);

// The text of protocol/koudmen.schema.json or another file of the sources.
std::string source_file(std::string_view path);

} // namespace koudmen::tests
