// A deliberation to replay: people, statements, and every vote in the order it was cast. Read from a
// folder of exported CSV files, or made by a seeded generator.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Vote = {
  readonly voter: string;
  readonly statement: string;
  /** Undefined takes the vote back. */
  readonly value: 1 | 0 | -1 | undefined;
};
export type Statement = { readonly id: string; readonly author: string; readonly text: string };
export type Deliberation = {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly votes: readonly Vote[];
  /** The last vote of each person on each statement, from a source of its own where there is one. */
  readonly cells: ReadonlyMap<string, number>;
  /** How long a voter may think between two votes, at most, in milliseconds. */
  readonly pauseMax: number;
};

export const cellKey = (voter: string, statement: string) => `${voter}/${statement}`;

/** Rows of a CSV file (RFC 4180), as objects by the names in its first row. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[at + 1] === '\n') at++;
      row.push(field);
      field = '';
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    } else field += c;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  const [names = [], ...rest] = rows;
  return rest.map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])));
}

function voteValue(text: string): 1 | 0 | -1 {
  const value = Number(text);
  if (value !== 1 && value !== 0 && value !== -1) throw new Error(`a vote is not one: ${text}`);
  return value;
}

export function readDeliberation(folder: string): Deliberation {
  const read = (name: string) => parseCsv(readFileSync(join(folder, name), 'utf8'));
  const statements = read('comments.csv').map((row) => ({
    id: row['comment-id'] ?? '',
    author: row['author-id'] ?? '',
    text: row['comment-body'] ?? '',
  }));
  const votes = read('votes.csv').map((row) => ({
    voter: row['voter-id'] ?? '',
    statement: row['comment-id'] ?? '',
    value: voteValue(row['vote'] ?? ''),
  }));
  const cells = new Map<string, number>();
  for (const row of read('participants-votes.csv')) {
    for (const [name, value] of Object.entries(row)) {
      if (!/^\d+$/.test(name) || value === '') continue;
      cells.set(cellKey(row['participant'] ?? '', name), voteValue(value));
    }
  }
  // Some statements were voted on and are in no list any more; they still have votes to count.
  const known = new Set(statements.map((statement) => statement.id));
  for (const vote of votes) {
    if (known.has(vote.statement)) continue;
    known.add(vote.statement);
    statements.push({ id: vote.statement, author: vote.voter, text: `Statement ${vote.statement}` });
  }
  return { name: folder.split('/').filter(Boolean).at(-1) ?? folder, statements, votes, cells, pauseMax: 0 };
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const openings = [
  'Un bus numérique pour',
  'Bay an chans a',
  'الإنترنت للجميع في',
  '每个市镇都要有网络:',
  'Ordinateurs recyclés 💻 pour',
  'Ne laissons personne de côté\u00a0: aidons',
];
const places = ['Le Lamentin', 'Fort-de-France', 'Grand’Rivière', 'les aînés 👵🏾', 'Sainte-Anne', 'les écoles 🏫'];

/** A small deliberation with changes of mind, votes taken back, pauses, and every kind of script in its texts. */
export function generateDeliberation(seed: number): Deliberation {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const voters = Array.from({ length: 60 }, (_, index) => String(index));
  const statements = Array.from({ length: 30 }, (_, index) => ({
    id: String(index),
    author: pick(voters),
    text: `${pick(openings)} ${pick(places)} (${index + 1})`,
  }));
  const votes: Vote[] = [];
  const cells = new Map<string, number>();
  for (let count = 0; count < 1_800; count++) {
    const [voter, statement] = [pick(voters), pick(statements).id];
    const value = random() < 0.08 ? undefined : pick([1, 0, -1] as const);
    votes.push({ voter, statement, value });
    if (value === undefined) cells.delete(cellKey(voter, statement));
    else cells.set(cellKey(voter, statement), value);
  }
  return { name: `generated-${seed}`, statements, votes, cells, pauseMax: 40 };
}
