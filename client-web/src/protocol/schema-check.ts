/** For tests only: the schema itself, and an independent validator of messages against it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

type Definition = { readonly examples?: readonly unknown[] };
type Schema = Definition & {
  readonly $id: string;
  readonly definitions: Readonly<Record<string, Definition>>;
};

const folder = dirname(fileURLToPath(import.meta.url));
const load = (name: string) =>
  JSON.parse(readFileSync(join(folder, '../../../protocol', name), 'utf8')) as Schema;

const messages = load('koudmen.schema.json');
const roadmap = load('roadmap.schema.json');
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(messages);
ajv.addSchema(roadmap);

/** Every example of the schema, with the name of its definition. */
export const examples: readonly (readonly [definition: string, example: unknown])[] =
  Object.entries(messages.definitions).flatMap(([name, definition]) =>
    (definition.examples ?? []).map((example) => [name, example] as const),
  );

/** Every example of an exported roadmap. */
export const roadmapExamples: readonly unknown[] = roadmap.examples ?? [];

/** The names of all definitions that are types: all but the table of limits. */
export const definitions: readonly string[] = Object.keys(messages.definitions).filter(
  (name) => name !== 'Limits',
);

const problem = (id: string, value: unknown): string | undefined =>
  ajv.validate(id, value) ? undefined : ajv.errorsText();

/** What the schema has against a value as this definition, or undefined when it has nothing. */
export const schemaProblem = (definition: string, value: unknown): string | undefined =>
  problem(`${messages.$id}#/definitions/${definition}`, value);

/** The same for an exported roadmap. */
export const roadmapProblem = (value: unknown): string | undefined => problem(roadmap.$id, value);
