// The writers and the strict readers of the C++ values. What does not depend on the schema is
// hand-written in protocol/runtime.
import { hasSentences, lines, notice, quoted, snake } from './cpp_text.mjs';
import { upper } from './schema.mjs';

// How the reader checks a type: an object from protocol/read_json.hpp, or a named one.
function form(type) {
  switch (type.kind) {
    case 'ref':
      return `form::${snake(type.name)}`;
    case 'flag':
      return 'form::Flag{}';
    case 'whole':
      return `form::Whole{${type.min}, ${type.max}}`;
    case 'text':
      return `form::Text{${type.min}, ${type.max}, ${type.graphemes ?? type.max}}`;
    case 'pattern': {
      const name = type.day ? 'Day' : 'Pattern';
      const characters = `Characters{${quoted(type.characters)}}`;
      return `form::${name}{${characters}, ${type.min}, ${type.max}}`;
    }
    case 'list':
      return `form::List{${form(type.item)}, ${type.min}, ${type.max}}`;
    default:
      return 'form::Own{}';
  }
}

function reader({ name, kind, fields, tag, strict }) {
  if (kind === 'union')
    return `static bool take(Place const& at, ${name}& out) { return take_tagged(at, out); }\n\n`;
  if (kind !== 'object') return '';
  const steps = fields.map((field) => {
    if (field.type.kind === 'const') return `tagged(at, ${quoted(tag)})`;
    const step = field.required ? 'required' : 'optional';
    return `${step}(at, ${quoted(field.name)}, out.${snake(field.name)}, ${form(field.type)})`;
  });
  if (strict)
    steps.push(`nothing_but(at, {${fields.map((field) => quoted(field.name)).join(', ')}})`);
  const unused = fields.every((field) => field.type.kind === 'const') ? '[[maybe_unused]] ' : '';
  return lines(
    `static bool take(Place const& at, ${unused}${name}& out)`,
    '{',
    `    return ${['is_object(at)', ...steps].join('\n        && ')};`,
    '}',
    '\n',
  );
}

function writer({ name, kind, fields, tag }) {
  switch (kind) {
    case 'words':
      return `void append(std::string& out, ${name} value) { append(out, word(value)); }\n\n`;
    case 'codes':
      return lines(
        `void append(std::string& out, ${name} value)`,
        '{',
        '    append(out, static_cast<std::int64_t>(value));',
        '}',
        '\n',
      );
    case 'union':
      return lines(
        `void append(std::string& out, ${name} const& value)`,
        '{',
        '    std::visit([&](auto const& one) { append(out, one); }, value);',
        '}',
        '\n',
      );
    case 'object': {
      let start = '{';
      let body = '';
      for (const field of fields) {
        if (field.type.kind === 'const') {
          start += `${quoted(field.name)}:${quoted(tag)},`;
          continue;
        }
        const step = field.required ? 'append_field' : 'append_optional';
        const key = quoted(`${quoted(field.name)}:`);
        body += `    ${step}(out, ${key}, value.${snake(field.name)});\n`;
      }
      const unused = body === '' ? '[[maybe_unused]] ' : '';
      return lines(
        `void append(std::string& out, ${unused}${name} const& value)`,
        '{',
        `    out += ${quoted(start)};`,
        body,
        '    close_object(out);',
        '}',
        '\n',
      );
    }
    default:
      return '';
  }
}

function sentences({ name, values }) {
  const cases = values
    .map(
      (value) => `    case ${name}::${upper(value.word)}: return ${quoted(value.description)};\n`,
    )
    .join('');
  return lines(
    `std::string_view sentence(${name} value)`,
    '{',
    '    switch (value) {',
    cases,
    '    }',
    '    return {};',
    '}',
    '\n',
  );
}

const codeList = ({ name, values }) => {
  const all = values.map((value) => `${name}::${upper(value.word)}`).join(', ');
  return lines(
    'template <>',
    `inline constexpr auto codes<${name}> = std::to_array<${name}>({${all}});`,
    '\n',
  );
};

const wholeText = ({ name }) =>
  lines(
    `Result<${name}, BadMessage> read_${snake(name)}(std::string_view json)`,
    '{',
    `    return read_message<${name}>(json, form::${snake(name)});`,
    '}',
    '\n',
  );

export function cppSource(model) {
  const every = model.definitions;
  const parts = [
    ...every.filter(({ kind }) => kind === 'codes').map(codeList),
    '// What each definition allows. form::Own means that it has a reader below.\n',
    'namespace form {\n\n',
    ...every.map((one) => `constexpr auto ${snake(one.name)} = ${form(one)};\n`),
    '\n} // namespace form\n\n',
    ...every.filter(hasSentences).map(sentences),
    ...model.ordered.map(writer),
    ...model.ordered.map(reader),
    ...every.map(wholeText),
  ];
  return `${notice}#include "protocol/messages.hpp"

#include "protocol/read_json.hpp"

namespace koudmen::protocol {

${parts.join('')}} // namespace koudmen::protocol
`;
}
