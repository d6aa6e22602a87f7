// The model as TypeScript: types, constants, and one check per definition, made of the small
// functions in client-web/src/protocol/check.ts. A bundler drops the checks nobody uses.
import { lower } from './schema.mjs';

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const comment = (text, indent = '') => (text ? `${indent}/** ${text} */\n` : '');
const number = (value) =>
  value === Number.MAX_SAFE_INTEGER ? 'Number.MAX_SAFE_INTEGER' : String(value);

function tsType(type) {
  switch (type.kind) {
    case 'ref':
      return type.name;
    case 'flag':
      return 'boolean';
    case 'whole':
      return 'number';
    case 'const':
      return quoted(type.value);
    case 'list':
      return `readonly ${tsType(type.item)}[]`;
    default:
      return 'string';
  }
}

function declare(definition) {
  const { name } = definition;
  const doc = comment(definition.description);
  switch (definition.kind) {
    case 'object': {
      const fields = definition.fields.map(
        (field) =>
          `${comment(field.description, '  ')}  readonly ${field.name}` +
          `${field.required ? '' : '?'}: ${tsType(field.type)};\n`,
      );
      return `${doc}export type ${name} = {\n${fields.join('')}};\n`;
    }
    case 'union':
      return `${doc}export type ${name} =${definition.members.map((one) => `\n  | ${one}`).join('')};\n`;
    case 'words': {
      const words = definition.values.map((value) => `  ${quoted(value.word)},\n`).join('');
      const all = `${lower(name)}Words`;
      return (
        `${doc}export const ${all} = [\n${words}] as const;\n` +
        `export type ${name} = (typeof ${all})[number];\n`
      );
    }
    case 'codes': {
      const values = definition.values
        .map((value) => `${comment(value.description, '  ')}  ${value.word}: ${value.code},\n`)
        .join('');
      const all = `${lower(name)}s`;
      return (
        `${doc}export const ${all} = {\n${values}} as const;\n` +
        `export type ${name} = (typeof ${all})[keyof typeof ${all}];\n\n` +
        '/** Whether a client whose socket was closed with this code should come back. */\n' +
        'export const mayReturn = (code: number): boolean => code < 4500 || code > 4999;\n'
      );
    }
    default:
      return `${doc}export type ${name} = ${tsType(definition)};\n`;
  }
}

// A check as an expression.
function check(type) {
  switch (type.kind) {
    case 'ref':
      return `is${type.name}`;
    case 'flag':
      return 'flag';
    case 'whole':
      return `whole(${number(type.min)}, ${number(type.max)})`;
    case 'text':
      return `text(${type.min}, ${type.max})`;
    case 'pattern':
      return type.day ? 'day()' : `pattern(/${type.source}/)`;
    case 'list':
      return `list(${check(type.item)}, ${type.min}, ${type.max})`;
    case 'const':
      return `word([${quoted(type.value)}])`;
    default:
      throw new Error(`no check for ${type.kind}`);
  }
}

function checkOf(definition, byName) {
  switch (definition.kind) {
    case 'words':
      return `word(${lower(definition.name)}Words)`;
    case 'codes':
      return `word(Object.values(${lower(definition.name)}s))`;
    case 'union': {
      const tests = definition.members.map((one) => `  ${byName.get(one).tag}: is${one},\n`);
      return `tagged({\n${tests.join('')}})`;
    }
    case 'object': {
      const record = (required) => {
        const fields = definition.fields.filter((field) => field.required === required);
        return `{${fields.map((field) => ` ${field.name}: ${check(field.type)}`).join(',')} }`;
      };
      const optional = definition.fields.some((field) => !field.required)
        ? `, ${record(false)}`
        : '';
      return `record(${record(true)}${optional})`;
    }
    default:
      return check(definition);
  }
}

/** One constant each, so that a page carries those that it names and no others. */
export function typescriptLimits(model) {
  const limits = model.limits
    .map(({ name, value, description }) => `${comment(description, '')}export const ${name} = ${value};\n`)
    .join('');
  return `// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// biome-ignore-all format: it is read as a diff of the schema.

${limits}`;
}

export function typescript(model) {
  const byName = new Map(model.definitions.map((definition) => [definition.name, definition]));
  const checks = model.ordered
    .map(
      (definition) =>
        `export const is${definition.name}: Check<${definition.name}> = ${checkOf(definition, byName)};\n`,
    )
    .join('');
  return `// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// biome-ignore-all format: it is read as a diff of the schema.
import { type Check, day, flag, list, pattern, read, record, tagged, text, whole, word } from './check.ts';

/** The protocol version that is spoken here, told in the hello and the welcome. */
export const version = ${model.version};
export const subprotocol = ${quoted(model.subprotocol)};

/** Numbers that a client has to keep to. */
export * as limits from './limits.ts';

${model.definitions.map(declare).join('\n')}
${checks}
/** What the server said, or undefined when it is not a message of this protocol. Fields that are
 * not known here are left in and mean nothing. */
export const readFromServer = (json: string): FromServer | undefined => read(json, isFromServer);

/** A check for every definition, for tests and for the few answers that come over HTTP. */
export const checks = {
${model.definitions.map(({ name }) => `  ${name}: is${name},\n`).join('')}} as const;
`;
}
