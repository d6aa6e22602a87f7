// Recomputes what a whole archive tells from its journal alone: every field of the exported roadmap, every
// cell of its tables, the anonymous ballots, and the numbers of the data cards. It shares no code with the
// server or the pages: what it knows are the rules of docs/RULES.md.
//
//   node tests/replay/recount.ts ARCHIVE.zip [--self-check]
//
// It names every mismatch, and whatever it finds that it cannot compute. With --self-check it also changes
// what is told, number by number, and expects to find exactly that. The last line is a JSON object; the exit
// status is 1 when anything does not match or is left unchecked.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { manifestProblems, unzip } from './archive.ts';
import { compareBallots } from './recount/ballots.ts';
import type { Comparison } from './recount/compare.ts';
import { compare, nothingYet } from './recount/compare.ts';
import type { Work } from './recount/document.ts';
import { documentOf, workOn } from './recount/document.ts';
import type { Fields, Json } from './recount/journal.ts';
import { fields, instant, list, readLines, text } from './recount/journal.ts';
import { read } from './recount/read.ts';
import { compareTables, type Tables, tablesOf } from './recount/tables.ts';

export type Recount = {
  readonly events: number;
  /** Numbers that were computed again. */
  readonly numbers: number;
  readonly mismatches: readonly string[];
  /** What is told, by its place, that nothing here computes. */
  readonly unchecked: readonly string[];
};

type Files = ReadonlyMap<string, Buffer>;
type File = (name: string) => string | undefined;
type Expected = {
  readonly work: Work;
  readonly document: Fields;
  readonly tables: Tables;
  readonly problems: readonly string[];
};

const reading =
  (files: Files): File =>
  (name) =>
    files.get(name)?.toString('utf8');

const versionIn = (file: File): string =>
  /by Koudmen ([^ ]+)\. /.exec(file('data-card.en.md') ?? '')?.[1] ?? '?';

function expect(file: File): Expected {
  const { board, problems } = read(readLines(file('events.jsonl') ?? ''));
  const work = workOn(board);
  const document = documentOf(work, versionIn(file));
  return { work, document, tables: tablesOf(document, board), problems };
}

/** What the data cards say of people and ballots, in both languages. */
function compareCards({ work, document }: Expected, file: File, into: Comparison): void {
  const numbersOf = (card: string, start: string) =>
    (card.split('\n').find((line) => line.startsWith(start)) ?? '').replace(/^- [^0-9]*/, '');
  const french = (file('data-card.fr.md') ?? '').replaceAll('\u00a0', ' ');
  const english = file('data-card.en.md') ?? '';
  const joined = work.board.people.size;
  const groups = work.board.colleges.map(({ title }) => title).join(', ');
  compare(
    'data-card.en.md people',
    `People who joined: ${joined}. Colleges: ${groups}.`,
    numbersOf(english, 'People who joined'),
    into,
  );
  compare(
    'data-card.fr.md people',
    `Personnes inscrites : ${joined}. Groupes : ${groups}.`,
    numbersOf(french, 'Personnes inscrites'),
    into,
  );
  for (const one of list(document['ballots']).map(fields)) {
    const { number, method, state, voted } = one;
    const question = text(fields(one['question'])[work.board.language]);
    const shown = one['resultsShown'] === true;
    compare(
      `data-card.en.md ballot ${number}`,
      `${number}: "${question}", method ${method}, state ${state}, ${voted} voters, results ${shown ? 'shown' : 'hidden'}.`,
      numbersOf(english, `- Ballot ${number}:`),
      into,
    );
    compare(
      `data-card.fr.md ballot ${number}`,
      `${number} : « ${question} », méthode ${method}, état ${state}, ${voted} votants, résultats ${shown ? 'montrés' : 'cachés'}.`,
      numbersOf(french, `- Vote ${number} `),
      into,
    );
    into.numbers += 2;
  }
  into.numbers += 2;
}

function judge(expected: Expected, files: Files): Comparison {
  const { work, document, tables, problems } = expected;
  const file = reading(files);
  const into = nothingYet();
  into.mismatches.push(...problems);
  compare('roadmap.json', document, JSON.parse(file('roadmap.json') ?? 'null') as Json, into);
  compareTables(tables, file, into);
  const ballots = compareBallots(work, file, into);
  compareCards(expected, file, into);
  const names = new Set([
    ...Object.keys(tables).flatMap((name) => [`${name}.csv`, `${name}.fr.csv`]),
    ...ballots,
    ...[
      'manifest.json',
      'events.jsonl',
      'roadmap.json',
      'roadmap.schema.json',
      'data-card.en.md',
      'data-card.fr.md',
    ],
  ]);
  for (const name of files.keys()) if (!names.has(name)) into.unchecked.push(name);
  for (const name of names) if (!files.has(name)) into.mismatches.push(`${name} is missing`);
  return into;
}

export function recount(archive: Buffer): Recount {
  const files = unzip(archive);
  const expected = expect(reading(files));
  const { board } = expected.work;
  const into = judge(expected, files);
  into.mismatches.push(...manifestProblems(files));
  const { files: _, ...manifest } = JSON.parse(reading(files)('manifest.json') ?? '{}') as {
    [name: string]: Json;
  };
  const asOf = { position: board.position, at: instant(board.at) };
  compare(
    'manifest.json',
    {
      schema: { uri: 'urn:koudmen:archive:1', version: 1 },
      kind: 'whole',
      board: board.code,
      asOf,
    },
    manifest,
    into,
  );
  return { events: board.position, ...into };
}

// --- whether a wrong number would be found

const replaced = (files: Files, name: string, by: (file: string) => string): Files =>
  new Map(files).set(name, Buffer.from(by(files.get(name)?.toString('utf8') ?? '')));

/** The same document with numbers one higher: all of them, or the one at this place in the order they stand. */
function raised(value: Json, which: number | undefined, seen: { count: number }): Json {
  if (typeof value === 'number')
    return seen.count++ === which || which === undefined ? value + 1 : value;
  if (Array.isArray(value)) return value.map((one) => raised(one, which, seen));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, raised(one, which, seen)]),
  );
}

/** Changes what an archive tells and says what of it was not found. Its archive must match. */
export function selfCheck(archive: Buffer): {
  readonly tried: number;
  readonly missed: readonly string[];
} {
  const files = unzip(archive);
  const expected = expect(reading(files));
  const missed: string[] = [];
  let tried = 0;
  const changed = (what: string, wanted: (found: readonly string[]) => boolean, to: Files) => {
    tried += 1;
    const { mismatches, unchecked } = judge(expected, to);
    if (wanted(mismatches) && unchecked.length === 0) return;
    const found = [...mismatches, ...unchecked];
    missed.push(`${what}: ${found.length} instead, ${found[0]?.slice(0, 80)}`);
  };
  const document = JSON.parse(files.get('roadmap.json')?.toString('utf8') ?? 'null') as Json;
  const numbers = { count: 0 };
  const allRaised = raised(document, undefined, numbers);
  const one = (start: string) => (found: readonly string[]) =>
    found.length === 1 && found[0]?.startsWith(start) === true;

  // Every number of the roadmap at once: as many mismatches as there are numbers. Then some of them alone.
  const withDocument = (to: Json) => replaced(files, 'roadmap.json', () => JSON.stringify(to));
  changed(
    'every number of roadmap.json',
    (found) => found.length === numbers.count,
    withDocument(allRaised),
  );
  const step = Math.max(1, Math.floor(numbers.count / 50));
  for (let which = 0; which < numbers.count; which += step) {
    changed(
      `number ${which} of roadmap.json`,
      one('roadmap.json'),
      withDocument(raised(document, which, { count: 0 })),
    );
  }
  // The last number of each table, and a vote of each file of ballots.
  for (const name of files.keys()) {
    if (name.endsWith('.csv') && !name.endsWith('.fr.csv') && !name.startsWith('polis/')) {
      const last = /,(\d+)(?=[,\r])(?![\s\S]*,\d+[,\r])/;
      if (!last.test(files.get(name)?.toString('utf8') ?? '')) continue;
      const up = (file: string) => file.replace(last, (_, value) => `,${Number(value) + 1}`);
      changed(name, one(name), replaced(files, name, up));
    }
    const turned = (file: string) =>
      file.replace(/,(1|-1)\r\n$/, (_, vote) => `,${-Number(vote)}\r\n`);
    if (
      /polis.*\/votes\.csv$/.test(name) &&
      turned(files.get(name)?.toString('utf8') ?? '') !== files.get(name)?.toString('utf8')
    ) {
      changed(name, one(name.slice(0, -4)), replaced(files, name, turned));
    }
    if (name.endsWith('.pb')) {
      const fewer = (file: string) =>
        file.replace(/num_votes;(\d+)/, (_, votes) => `num_votes;${Number(votes) - 1}`);
      changed(name, one(name), replaced(files, name, fewer));
    }
  }
  return { tried, missed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [archive = '', option] = process.argv.slice(2);
  const bytes = readFileSync(archive);
  const { events, numbers, mismatches, unchecked } = recount(bytes);
  for (const mismatch of mismatches) console.error(mismatch);
  for (const place of unchecked) console.error(`not checked: ${place}`);
  const found = option === '--self-check' ? selfCheck(bytes) : undefined;
  for (const miss of found?.missed ?? []) console.error(`changed and not found: ${miss}`);
  const told = { events, numbers, mismatches: mismatches.length, unchecked: unchecked.length };
  console.log(
    JSON.stringify(found ? { ...told, changed: found.tried, missed: found.missed.length } : told),
  );
  process.exit(mismatches.length + unchecked.length + (found?.missed.length ?? 0) === 0 ? 0 : 1);
}
