// The lines of a journal, and small words for reading them.

export type Json = null | boolean | number | string | readonly Json[] | Fields;
export type Fields = { readonly [name: string]: Json };

/** An event in its place: who caused it, by which way, and what it was. */
export type Line = {
  readonly position: number;
  readonly at: number;
  readonly role: string;
  readonly device: string;
  readonly operation: number;
  readonly channel: string;
  readonly kind: string;
  readonly event: Fields;
};

export const text = (value: Json | undefined): string => String(value ?? '');
export const fields = (value: Json | undefined): Fields => (value ?? {}) as Fields;
export const list = (value: Json | undefined): readonly Json[] => (value ?? []) as readonly Json[];

/** What is there, else undefined: numbers and texts that may be absent. */
export const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Leaves out what is undefined: what is unknown is absent. */
export const known = (all: { readonly [name: string]: Json | undefined }): Fields =>
  Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

/** To the second, in UTC. */
export const instant = (milliseconds: number): string =>
  `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`;

export function readLines(journal: string): readonly Line[] {
  return journal
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { n, t, b, k, e } = JSON.parse(line) as Fields;
      const by = fields(b);
      return {
        position: Number(n),
        at: Number(t),
        role: text(fields(by['a'])['r']),
        device: text(by['d']),
        operation: Number(by['o']),
        channel: text(by['c'] ?? 'phone'),
        kind: text(k),
        event: fields(e),
      };
    });
}
