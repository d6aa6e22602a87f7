// The model as C++ declarations: plain structs, enums, variants, their writers and readers.
import {
  comment,
  cppType,
  hasSentences,
  isWords,
  lines,
  notice,
  quoted,
  snake,
} from './cpp_text.mjs';
import { upper } from './schema.mjs';

function fieldLine(field, byName) {
  const type = cppType(field.type);
  const name = snake(field.name);
  const note = comment(field.description, '    ');
  if (!field.required) return `${note}    std::optional<${type}> ${name}{};\n`;
  const target = field.type.kind === 'ref' ? byName.get(field.type.name) : field.type;
  const initial = { flag: ' = false', whole: ' = 0', words: `{}`, list: '{}' }[target.kind] ?? '';
  return `${note}    ${type} ${name}${initial};\n`;
}

function declare(definition, byName) {
  const { name } = definition;
  const doc = comment(definition.description);
  switch (definition.kind) {
    case 'object': {
      const tag = definition.tag
        ? `    static constexpr std::string_view type = ${quoted(definition.tag)};\n`
        : '';
      const fields = definition.fields.filter((field) => field.type.kind !== 'const');
      const members = fields.map((field) => fieldLine(field, byName)).join('');
      return lines(
        doc,
        `struct ${name} {`,
        tag,
        members,
        '\n',
        `    friend bool operator==(${name} const&, ${name} const&) = default;`,
        '};',
      );
    }
    case 'union':
      return `${doc}using ${name} = std::variant<${definition.members.join(', ')}>;\n`;
    case 'words': {
      const values = definition.values.map(
        (value) => `${comment(value.description, '    ')}    ${upper(value.word)},\n`,
      );
      const words = definition.values.map((value) => quoted(value.word)).join(', ');
      return lines(
        doc,
        `enum class ${name} {`,
        ...values,
        '};',
        'template <>',
        `inline constexpr auto words<${name}> = std::to_array<std::string_view>({${words}});`,
      );
    }
    case 'codes': {
      const values = definition.values.map(
        (value) =>
          `${comment(value.description, '    ')}    ${upper(value.word)} = ${value.code},\n`,
      );
      return lines(
        doc,
        `enum class ${name} : std::uint16_t {`,
        ...values,
        '};',
        '\n',
        '// Whether a client closed with this code should come back.',
        `constexpr bool may_return(${name} code)`,
        '{',
        '    return static_cast<std::uint16_t>(code) < 4500;',
        '}',
      );
    }
    default:
      return `${doc}using ${name} = ${cppType(definition)};\n`;
  }
}

export function cppHeader(model) {
  const byName = new Map(model.definitions.map((definition) => [definition.name, definition]));
  // Vocabularies first: one of their values may have the name of a type.
  const inOrder = [
    ...model.ordered.filter(isWords),
    ...model.ordered.filter((definition) => !isWords(definition)),
  ];
  const own = inOrder.filter(
    (definition) =>
      isWords(definition) || definition.kind === 'object' || definition.kind === 'union',
  );
  const limits = model.limits
    .map(
      ({ name, value, description }) =>
        `${comment(description)}inline constexpr std::int64_t ${snake(name)} = ${value};\n`,
    )
    .join('');
  const readers = model.definitions
    .map(({ name }) => `Result<${name}, BadMessage> read_${snake(name)}(std::string_view json);\n`)
    .join('');
  const writers = own
    .map((definition) => {
      const type = isWords(definition) ? definition.name : `${definition.name} const&`;
      return `void append(std::string& out, ${type} value);\n`;
    })
    .join('');
  return `${notice}#pragma once

#include "base/result.hpp"
#include "protocol/json.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Every message of the protocol, as values. protocol/README.md tells how a conversation goes.
namespace koudmen::protocol {

// The protocol version that is spoken here, told in the hello and the welcome.
inline constexpr std::int64_t version = ${model.version};
inline constexpr std::string_view subprotocol = ${quoted(model.subprotocol)};

// Numbers that clients have to keep to. The product's rules use the same ones.
namespace limits {

${limits}
} // namespace limits

// The words of a vocabulary as they stand in JSON, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words{};

template <class Enum>
    requires(words<Enum>.size() > 0)
constexpr std::string_view word(Enum value)
{
    return words<Enum>[static_cast<std::size_t>(value)];
}

${inOrder.map((definition) => declare(definition, byName)).join('\n')}
${model.definitions
  .filter(hasSentences)
  .map(
    ({ name }) => `// What it means, in a sentence.\nstd::string_view sentence(${name} value);\n`,
  )
  .join('')}
// Why a text was not the message it should be: Malformed, UnknownWord, Required, TooLong or
// TooMany, the path to the field ("axes[3].id"; empty when it is the whole text) and the limit that
// was met.
struct BadMessage {
    RefusalWord word = RefusalWord::Malformed;
    std::string field;
    std::optional<std::int64_t> limit{};

    friend bool operator==(BadMessage const&, BadMessage const&) = default;
};

// --- Writers: compact JSON with the fields in the order of the schema, absent ones left out.
// Every text in a value must be valid UTF-8.

${writers}
template <class Message>
std::string write(Message const& message)
{
    std::string out;
    append(out, message);
    return out;
}

// --- Readers, as strict as the schema: a wrong type, a missing field, a number or a text beyond
// its bounds and an unknown word are refused; an unknown field is refused in what clients send and
// ignored in what the server sends. No text does harm; bounding their size is the caller's.

${readers}
} // namespace koudmen::protocol
`;
}

// A table of all definitions, for the tests that execute every example.
export function cppEvery(model) {
  const rows = model.definitions
    .map(
      ({ name }) =>
        `    {${quoted(name)}, [](std::string_view json) ` +
        `{ return rewrite(read_${snake(name)}(json)); }},\n`,
    )
    .join('');
  return `${notice}#pragma once

#include "protocol/messages.hpp"

#include <array>
#include <string>
#include <string_view>

// Every definition of the schema by name, for tests that walk them all.
namespace koudmen::protocol {

template <class Message>
Result<std::string, BadMessage> rewrite(Result<Message, BadMessage> const& message)
{
    if (!message) return unexpected(message.error());
    return write(*message);
}

// Reads a text as this definition and writes what was read.
struct EveryMessage {
    std::string_view name;
    Result<std::string, BadMessage> (*rewrite)(std::string_view json);
};

inline constexpr auto every_message = std::to_array<EveryMessage>({
${rows}});

} // namespace koudmen::protocol
`;
}
