// The model as C++: plain structs, their writers, and strict readers. What does not depend on the
// schema is hand-written in protocol/runtime.
import { upper } from './schema.mjs';

const keywords = new Set(['auto', 'case', 'class', 'const', 'default', 'delete', 'do', 'else', 'enum', 'explicit',
    'export', 'for', 'if', 'in', 'new', 'operator', 'private', 'public', 'return', 'switch', 'template', 'this',
    'union', 'using', 'virtual', 'while']);

const notice = '// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.\n// clang-format off\n';

function snake(name) {
    const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
    return keywords.has(plain) ? `${plain}_` : plain;
}

function comment(text, indent = '') {
    if (!text) return '';
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && indent.length + 3 + last.length + 1 + word.length <= 100) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines.map((line) => `${indent}// ${line}\n`).join('');
}

const quoted = (text) => JSON.stringify(text);

function cppType(type) {
    switch (type.kind) {
        case 'ref': return type.name;
        case 'flag': return 'bool';
        case 'whole': return 'std::int64_t';
        case 'list': return `std::vector<${cppType(type.item)}>`;
        default: return 'std::string';
    }
}

// --- The header.

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
            const tag = definition.tag ? `    static constexpr std::string_view type = ${quoted(definition.tag)};\n` : '';
            const fields = definition.fields.filter((field) => field.type.kind !== 'const');
            const lines = fields.map((field) => fieldLine(field, byName)).join('');
            return `${doc}struct ${name} {\n${tag}${lines}\n    friend bool operator==(${name} const&, ${name} const&) = default;\n};\n`;
        }
        case 'union':
            return `${doc}using ${name} = std::variant<${definition.members.join(', ')}>;\n`;
        case 'words': {
            const values = definition.values.map((value) => `${comment(value.description, '    ')}    ${upper(value.word)},\n`);
            const words = definition.values.map((value) => quoted(value.word)).join(', ');
            return `${doc}enum class ${name} {\n${values.join('')}};\ntemplate <>\ninline constexpr auto words<${name}> = std::to_array<std::string_view>({${words}});\n`;
        }
        case 'codes': {
            const values = definition.values.map((value) => `${comment(value.description, '    ')}    ${upper(value.word)} = ${value.code},\n`);
            return `${doc}enum class ${name} : std::uint16_t {\n${values.join('')}};\n\n// Whether a client closed with this code should come back.\nconstexpr bool may_return(${name} code) { return static_cast<std::uint16_t>(code) < 4500; }\n`;
        }
        default:
            return `${doc}using ${name} = ${cppType(definition)};\n`;
    }
}

const hasSentences = (definition) => definition.kind === 'codes' || definition.name === 'RefusalWord';

export function cppHeader(model) {
    const byName = new Map(model.definitions.map((definition) => [definition.name, definition]));
    // Vocabularies first: one of their values may have the name of a type.
    const isWords = ({ kind }) => kind === 'words' || kind === 'codes';
    const inOrder = [...model.ordered.filter(isWords), ...model.ordered.filter((definition) => !isWords(definition))];
    const own = inOrder.filter((definition) => isWords(definition) || definition.kind === 'object' || definition.kind === 'union');
    const limits = model.limits.map(({ name, value, description }) =>
        `${comment(description)}inline constexpr std::int64_t ${snake(name)} = ${value};\n`).join('');
    const readers = model.definitions.map(({ name }) => `Result<${name}, BadMessage> read_${snake(name)}(std::string_view json);\n`).join('');
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
${model.definitions.filter(hasSentences).map(({ name }) => `// What it means, in a sentence.\nstd::string_view sentence(${name} value);\n`).join('')}
// Why a text was not the message it should be: Malformed, UnknownWord, Required, TooLong or TooMany,
// the path to the field ("axes[3].id"; empty when it is the whole text) and the limit that was met.
struct BadMessage {
    RefusalWord word = RefusalWord::Malformed;
    std::string field;
    std::optional<std::int64_t> limit{};

    friend bool operator==(BadMessage const&, BadMessage const&) = default;
};

// --- Writers: compact JSON with the fields in the order of the schema, absent ones left out.
// Every text in a value must be valid UTF-8.

${own.map((definition) => `void append(std::string& out, ${definition.name}${isWords(definition) ? '' : ' const&'} value);\n`).join('')}
template <class Message>
std::string write(Message const& message)
{
    std::string out;
    append(out, message);
    return out;
}

// --- Readers, as strict as the schema: a wrong type, a missing field, a number or a text beyond its
// bounds and an unknown word are refused; an unknown field is refused in what clients send and
// ignored in what the server sends. Texts of any form are safe; bounding their size is the caller's.

${readers}
} // namespace koudmen::protocol
`;
}

// --- The source.

// How the reader checks a type: an object from protocol/read_json.hpp, or a named one.
function form(type) {
    switch (type.kind) {
        case 'ref': return `form::${snake(type.name)}`;
        case 'flag': return 'form::Flag{}';
        case 'whole': return `form::Whole{${type.min}, ${type.max}}`;
        case 'text': return `form::Text{${type.min}, ${type.max}, ${type.graphemes ?? type.max}}`;
        case 'pattern': return `form::${type.day ? 'Day' : 'Pattern'}{Characters{${quoted(type.characters)}}, ${type.min}, ${type.max}}`;
        case 'list': return `form::List{${form(type.item)}, ${type.min}, ${type.max}}`;
        default: return 'form::Own{}';
    }
}

function reader({ name, kind, fields, tag, strict }) {
    if (kind === 'union') return `static bool take(Place const& at, ${name}& out) { return take_tagged(at, out); }\n\n`;
    if (kind !== 'object') return '';
    const steps = fields.map((field) => {
        if (field.type.kind === 'const') return `tagged(at, ${quoted(tag)})`;
        return `${field.required ? 'required' : 'optional'}(at, ${quoted(field.name)}, out.${snake(field.name)}, ${form(field.type)})`;
    });
    if (strict) steps.push(`nothing_but(at, {${fields.map((field) => quoted(field.name)).join(', ')}})`);
    const unused = fields.every((field) => field.type.kind === 'const') ? '[[maybe_unused]] ' : '';
    return `static bool take(Place const& at, ${unused}${name}& out)\n{\n    return is_object(at)\n        && ${steps.join('\n        && ')};\n}\n\n`;
}

function writer({ name, kind, fields, tag, values }) {
    switch (kind) {
        case 'words':
            return `void append(std::string& out, ${name} value) { append(out, word(value)); }\n\n`;
        case 'codes':
            return `void append(std::string& out, ${name} value) { append(out, static_cast<std::int64_t>(value)); }\n\n`;
        case 'union':
            return `void append(std::string& out, ${name} const& value)\n{\n    std::visit([&](auto const& one) { append(out, one); }, value);\n}\n\n`;
        case 'object': {
            let start = '{';
            let body = '';
            for (const field of fields) {
                if (field.type.kind === 'const') {
                    start += `${quoted(field.name)}:${quoted(tag)},`;
                    continue;
                }
                body += `    append_${field.required ? 'field' : 'optional'}(out, ${quoted(`${quoted(field.name)}:`)}, value.${snake(field.name)});\n`;
            }
            const unused = body === '' ? '[[maybe_unused]] ' : '';
            return `void append(std::string& out, ${unused}${name} const& value)\n{\n    out += ${quoted(start)};\n${body}    close_object(out);\n}\n\n`;
        }
        default:
            return '';
    }
}

function sentences({ name, values }) {
    const cases = values.map((value) => `    case ${name}::${upper(value.word)}: return ${quoted(value.description)};\n`).join('');
    return `std::string_view sentence(${name} value)\n{\n    switch (value) {\n${cases}    }\n    return {};\n}\n\n`;
}

const codeList = ({ name, values }) =>
    `template <>\ninline constexpr auto codes<${name}> = std::to_array<${name}>({${values.map((value) => `${name}::${upper(value.word)}`).join(', ')}});\n`;

export function cppSource(model) {
    const every = model.definitions;
    const forms = every.map((definition) => `constexpr auto ${snake(definition.name)} = ${form(definition)};\n`).join('');
    const readers = every.map(({ name }) =>
        `Result<${name}, BadMessage> read_${snake(name)}(std::string_view json) { return read_message<${name}>(json, form::${snake(name)}); }\n`).join('');
    return `${notice}#include "protocol/messages.hpp"

#include "protocol/read_json.hpp"

namespace koudmen::protocol {

${every.filter(({ kind }) => kind === 'codes').map(codeList).join('')}
// What each definition allows. form::Own means that it has a reader below.
namespace form {

${forms}
} // namespace form

${every.filter(hasSentences).map(sentences).join('')}${model.ordered.map(writer).join('')}${model.ordered.map(reader).join('')}${readers}
} // namespace koudmen::protocol
`;
}

// A table of all definitions, for the tests that execute every example.
export function cppEvery(model) {
    const rows = model.definitions.map(({ name }) => `    {${quoted(name)}, [](std::string_view json) { return rewrite(read_${snake(name)}(json)); }},\n`).join('');
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
