// The schema, read into a small model that both writers walk. A keyword or a form of pattern that
// the writers do not know is an error here, so that nothing the schema says is silently dropped.

const known = new Set([
  '$ref',
  'additionalProperties',
  'const',
  'description',
  'examples',
  'items',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'oneOf',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
  'x-day',
  'x-graphemesMax',
]);

function checkKeywords(schema, where) {
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword)) throw new Error(`${where}: the keyword ${keyword} is not supported`);
  }
}

const refName = (ref) => ref.replace('#/definitions/', '');

// ^[class]{n}$ or ^[class]{n,m}$, the only forms there are.
function readPattern(pattern, where) {
  const parts = /^\^\[([^\]\\^]+)\]\{(\d+)(?:,(\d+))?\}\$$/.exec(pattern);
  if (!parts) throw new Error(`${where}: the pattern ${pattern} is not of the form ^[class]{n,m}$`);
  return { characters: parts[1], min: Number(parts[2]), max: Number(parts[3] ?? parts[2]) };
}

// A type: what a field, an item or a definition may hold.
function readType(schema, where) {
  checkKeywords(schema, where);
  if (schema.$ref) return { kind: 'ref', name: refName(schema.$ref) };
  if (schema.const !== undefined) return { kind: 'const', value: schema.const };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'flag' };
    case 'integer':
      return { kind: 'whole', min: schema.minimum, max: schema.maximum };
    case 'string': {
      if (schema.pattern) {
        const pattern = readPattern(schema.pattern, where);
        return {
          kind: 'pattern',
          ...pattern,
          source: schema.pattern,
          day: schema['x-day'] === true,
        };
      }
      return {
        kind: 'text',
        min: schema.minLength ?? 0,
        max: schema.maxLength,
        graphemes: schema['x-graphemesMax'],
      };
    }
    case 'array':
      return {
        kind: 'list',
        item: readType(schema.items, `${where}[]`),
        min: schema.minItems ?? 0,
        max: schema.maxItems,
      };
    default:
      throw new Error(`${where}: the type ${schema.type} is not supported`);
  }
}

function readObject(name, schema) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties).map(([field, inner]) => ({
    name: field,
    required: required.has(field),
    description: inner.description,
    type: readType(inner, `${name}.${field}`),
  }));
  const tag = fields.find((field) => field.type.kind === 'const')?.type.value;
  return { kind: 'object', fields, tag, strict: schema.additionalProperties === false };
}

function readBody(name, schema) {
  checkKeywords(schema, name);
  if (schema.oneOf?.every((one) => one.$ref)) {
    return { kind: 'union', members: schema.oneOf.map((one) => refName(one.$ref)) };
  }
  if (schema.oneOf?.every((one) => typeof one.const === 'string')) {
    return {
      kind: 'words',
      values: schema.oneOf.map((one) => ({ word: one.const, description: one.description })),
    };
  }
  if (schema.oneOf?.every((one) => typeof one.const === 'number')) {
    const values = schema.oneOf.map((one) => ({
      code: one.const,
      word: one.title,
      description: one.description,
    }));
    return { kind: 'codes', values };
  }
  return schema.properties ? readObject(name, schema) : readType(schema, name);
}

function usedBy(definition) {
  const inType = (type) =>
    type.kind === 'ref' ? [type.name] : type.kind === 'list' ? inType(type.item) : [];
  if (definition.kind === 'union') return definition.members;
  return definition.kind === 'object'
    ? definition.fields.flatMap((field) => inType(field.type))
    : [];
}

// C++ wants a thing defined before it is used; the order of the schema is kept where it can be.
function inOrderOfUse(definitions) {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const done = new Set();
  const ordered = [];
  const visit = (definition, path) => {
    if (done.has(definition.name)) return;
    if (path.includes(definition.name)) throw new Error(`${definition.name} holds itself`);
    for (const name of usedBy(definition)) {
      const used = byName.get(name);
      if (!used) throw new Error(`${definition.name}: there is no definition ${name}`);
      visit(used, [...path, definition.name]);
    }
    done.add(definition.name);
    ordered.push(definition);
  };
  for (const definition of definitions) visit(definition, []);
  return ordered;
}

export function readModel(schema) {
  const { Limits, ...rest } = schema.definitions;
  const definitions = Object.entries(rest).map(([name, body]) => ({
    name,
    description: body.description,
    ...readBody(name, body),
  }));
  return {
    version: schema['x-version'],
    subprotocol: schema['x-subprotocol'],
    limits: limits(Limits, definitions),
    definitions,
    ordered: inOrderOfUse(definitions),
  };
}

const lower = (name) => name[0].toLowerCase() + name.slice(1);
export const upper = (name) => name[0].toUpperCase() + name.slice(1);
export { lower };

// Every number that one side may have to keep to, as { name, value, description } in camelCase.
function limits(schema, definitions) {
  const stated = Object.entries(schema.properties).map(([name, { const: value, description }]) => ({
    name,
    value,
    description,
  }));
  const ofTexts = definitions
    .filter((definition) => definition.graphemes)
    .map(({ name, graphemes, description }) => ({
      name: `${lower(name)}GraphemesMax`,
      value: graphemes,
      description: `${description.replace(/\.$/, '')}: the most characters, as a reader counts them.`,
    }));
  const ofFields = definitions
    .filter((definition) => definition.fields)
    .flatMap(({ name, strict, fields }) =>
      fields
        .filter(({ type }) => type.kind === 'list' || (type.kind === 'whole' && strict && name !== 'Hello'))
        .map((field) => ({
          name: `${lower(name)}${upper(field.name)}Max`,
          value: field.type.max,
          description: `${name}: the most ${field.type.kind === 'list' ? 'items' : 'there may be'} in ${field.name}.`,
        })),
    );
  return [...stated, ...ofTexts, ...ofFields];
}
