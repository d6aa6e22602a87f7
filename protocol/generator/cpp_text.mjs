// What the writers of C++ share: names, comments and types.
const keywords = new Set([
  'auto',
  'case',
  'class',
  'const',
  'default',
  'delete',
  'do',
  'else',
  'enum',
  'explicit',
  'export',
  'for',
  'if',
  'in',
  'new',
  'operator',
  'private',
  'public',
  'return',
  'switch',
  'template',
  'this',
  'union',
  'using',
  'virtual',
  'while',
]);

export const notice =
  '// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.\n' +
  '// clang-format off\n';

export function snake(name) {
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return keywords.has(plain) ? `${plain}_` : plain;
}

export function comment(text, indent = '') {
  if (!text) return '';
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + 3 + last.length + 1 + word.length <= 100)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}// ${line}\n`).join('');
}

// Lines of code; an empty text among them is left out.
export const lines = (...all) =>
  all
    .filter((line) => line !== '')
    .map((line) => line.replace(/\n?$/, '\n'))
    .join('');

export const quoted = (text) => JSON.stringify(text);

export function cppType(type) {
  switch (type.kind) {
    case 'ref':
      return type.name;
    case 'flag':
      return 'bool';
    case 'whole':
      return 'std::int64_t';
    case 'list':
      return `std::vector<${cppType(type.item)}>`;
    default:
      return 'std::string';
  }
}

// Whether the type is an enum in C++.
export const isWords = ({ kind }) => kind === 'words' || kind === 'codes';

// Whether people may be shown its values in words.
export const hasSentences = ({ kind, name }) => kind === 'codes' || name === 'RefusalWord';
