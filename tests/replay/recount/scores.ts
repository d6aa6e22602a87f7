// The formulas of docs/RULES.md (V10 to V35) and what is told of small groups, on counts of people. Shares are
// in parts of 10,000, halves upward.

import { createHash } from 'node:crypto';
import { number } from './journal.ts';
import type { Ballot, BoardState, Said } from './state.ts';
import { cast, dotsOf, scaleOf } from './votes.ts';

export const small = 5;
export type Counts = { readonly [choice: string]: number };

export const sum = (counts: Counts): number =>
  Object.values(counts).reduce((all, one) => all + one, 0);

const countOf = (counts: Counts, choice: string): number => counts[choice] ?? 0;

// A hair above the half, so that a fraction which is one half in truth is one for floating point too.
const hair = 1e-9;
const parts = (share: number): number => Math.floor(share * 10_000 + 0.5 + hair);

export const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : parts(part / whole);

/** Lower bound of Wilson's interval at z = 1.96. */
export function wilson(counts: Counts): number {
  const [support, oppose] = [countOf(counts, 'support'), countOf(counts, 'oppose')];
  const n = support + oppose;
  if (n === 0 || support === 0) return 0;
  const z = 1.96;
  const p = support / n;
  const root = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return parts((p + (z * z) / (2 * n) - root) / (1 + (z * z) / n));
}

export function controversy(
  counts: Counts,
  voted: number,
): { readonly value: number; readonly told: boolean } {
  const [support, oppose] = [countOf(counts, 'support'), countOf(counts, 'oppose')];
  const room = Math.max(1, voted / 10);
  const value = (2 * Math.min(support, oppose)) / (support + oppose + room);
  return { value: parts(value), told: value > 0.5 + hair && support + oppose >= room };
}

/** How far colleges agree: over each, (support + 1) / (people + 2). */
export function consensus(colleges: readonly Counts[]): {
  readonly product: number;
  readonly mean: number;
} {
  const product = colleges.reduce(
    (all, one) => (all * (countOf(one, 'support') + 1)) / (sum(one) + 2),
    1,
  );
  return { product: parts(product), mean: parts(product ** (1 / colleges.length)) };
}

/** What orders the proposals of a ballot; grades are compared instead. */
const scoring: { readonly [method: string]: (counts: Counts) => number } = {
  opinion: (counts) => wilson(counts),
  approval: (counts) => sum(counts),
  dots: (counts) => dots(counts),
};

export const dots = (counts: Counts): number =>
  Object.entries(counts).reduce((all, [choice, people]) => all + dotsOf(choice) * people, 0);

/** Where the middle is, the worse one of two; undefined when nobody judged. Grades are best first. */
function middleOf(grades: readonly number[]): number | undefined {
  const people = grades.reduce((all, one) => all + one, 0);
  if (people === 0) return undefined;
  // Of the people in order from worst to best, the one at the lower middle.
  let before = Math.ceil(people / 2);
  for (let level = grades.length - 1; level >= 0; level--) {
    before -= grades[level] ?? 0;
    if (before <= 0) return level;
  }
  return undefined;
}

const total = (grades: readonly number[]): number => grades.reduce((all, one) => all + one, 0);

export function majority(counts: Counts, scale: readonly string[]) {
  const grades = scale.map((choice) => countOf(counts, choice));
  const middle = middleOf(grades);
  const grade = middle === undefined ? undefined : scale[middle];
  if (middle === undefined || grade === undefined) return undefined;
  const people = total(grades);
  return {
    majorityGrade: grade,
    better: share(total(grades.slice(0, middle)), people),
    worse: share(total(grades.slice(middle + 1)), people),
  };
}

/**
 * The passes of majority judgment: grade, and how many are beyond it on the larger side, above 0 for better.
 * After each pass those in the middle are counted to the nearest grade of that side.
 */
function passes(counts: readonly number[]): readonly (readonly [number, number])[] {
  const grades = [...counts];
  const found: [number, number][] = [];
  for (let pass = 0; pass < counts.length; pass++) {
    const middle = middleOf(grades);
    if (middle === undefined) break;
    const [better, worse] = [total(grades.slice(0, middle)), total(grades.slice(middle + 1))];
    found.push([middle, better > worse ? better : -worse]);
    const step = better > worse ? -1 : 1;
    let next = middle + step;
    while (next >= 0 && next < grades.length && grades[next] === 0) next += step;
    if (next < 0 || next >= grades.length) break;
    grades[next] = (grades[next] ?? 0) + (grades[middle] ?? 0);
    grades[middle] = 0;
  }
  return found;
}

/** Above 0 where the first stands better. On shares: both are brought to the same number of people. */
function compareJudgments(one: readonly number[], other: readonly number[]): number {
  const [mine, theirs] = [total(one), total(other)];
  const left = passes(one.map((people) => people * theirs));
  const right = passes(other.map((people) => people * mine));
  for (let pass = 0; pass < Math.max(left.length, right.length); pass++) {
    const [here, there] = [left[pass], right[pass]];
    if (!here || !there) return left.length - right.length;
    if (here[0] !== there[0]) return there[0] - here[0];
    if (here[1] !== there[1]) return here[1] - there[1];
  }
  return 0;
}

// --- a ballot as it was counted

export type Tally = { readonly counts: Counts; readonly byCollege: ReadonlyMap<string, Counts> };
export type Counted = {
  /** Every choice that counts, by person and proposal. */
  readonly cast: ReadonlyMap<number, ReadonlyMap<string, Said>>;
  readonly tallies: ReadonlyMap<string, Tally>;
};

export function count(board: BoardState, ballot: Ballot): Counted {
  const none = () => Object.fromEntries(scaleOf(ballot).map((choice) => [choice, 0]));
  const tallies = new Map(
    ballot.proposals.map((id) => [
      id,
      { counts: none(), byCollege: new Map<string, { [choice: string]: number }>() },
    ]),
  );
  const all = cast(board, ballot);
  for (const [person, choices] of all) {
    const college = board.people.get(person)?.college ?? '?';
    for (const [id, { choice = '?' }] of choices) {
      const tally = tallies.get(id);
      if (!tally)
        throw new Error(`a choice on ${id}, which ballot ${ballot.number} does not cover`);
      const part = tally.byCollege.get(college) ?? none();
      tally.byCollege.set(college, part);
      for (const counts of [tally.counts, part]) counts[choice] = (counts[choice] ?? 0) + 1;
    }
  }
  return { cast: all, tallies };
}

/**
 * Which of several groups are not told: those of fewer than five people; and where there are any, the next
 * smallest too until they are two at least and five people together, so that no subtraction tells.
 */
export function hiddenAmong(
  groups: readonly { readonly name: string; readonly people: number }[],
): ReadonlySet<string> {
  const there = groups
    .filter(({ people }) => people > 0)
    .sort((one, other) => one.people - other.people);
  const hidden = there.filter(({ people }) => people < small);
  while (hidden.length > 0 && hidden.length < there.length) {
    const together = hidden.reduce((all, { people }) => all + people, 0);
    if (hidden.length >= 2 && together >= small) break;
    hidden.push(there[hidden.length] as (typeof there)[number]);
  }
  return new Set(hidden.map(({ name }) => name));
}

/** The colleges of which somebody voted, in the order of the board, with their counts where these are told. */
export function toldByCollege(board: BoardState, tally: Tally) {
  const there = board.colleges.flatMap(({ id }) => {
    const counts = tally.byCollege.get(id);
    return counts && sum(counts) > 0 ? [{ college: id, counts }] : [];
  });
  const hidden = hiddenAmong(
    there.map(({ college, counts }) => ({ name: college, people: sum(counts) })),
  );
  return there.map((one) => ({ ...one, told: !hidden.has(one.college) }));
}

// --- places

export type Place = { readonly rank: number | undefined; readonly drawn: boolean };

const lot = (seed: string, id: string): string =>
  createHash('sha256').update(`${seed}:${id}`).digest('hex');

/** Where each proposal that the room sees by itself stands in a ballot: score, people, then the seed. */
export function places(
  board: BoardState,
  ballot: Ballot,
  counted: Counted,
): ReadonlyMap<string, Place> {
  const scale = scaleOf(ballot);
  const least = number(ballot.terms['j']) ?? 0;
  const all = ballot.proposals.flatMap((id) => {
    const seen = !['submitted', 'returned', 'declined', 'withdrawn'].includes(
      board.proposals.get(id)?.status ?? '',
    );
    // A part stands in the place of its whole, where the ballot counts it with that.
    const tally = seen && !ballot.joined.has(id) ? counted.tallies.get(id) : undefined;
    if (!tally) return [];
    const people = sum(tally.counts);
    const score = scoring[ballot.method]?.(tally.counts) ?? 0;
    const grades =
      ballot.method === 'grades' ? scale.map((choice) => countOf(tally.counts, choice)) : [];
    return [{ id, people, score, grades, ranked: people >= least }];
  });
  type One = (typeof all)[number];
  const better = (one: One, other: One): number =>
    Number(other.ranked) - Number(one.ranked) ||
    (one.ranked ? compareJudgments(other.grades, one.grades) : 0) ||
    other.score - one.score ||
    other.people - one.people;
  const { seed } = ballot;
  const drawnFirst = (one: One, other: One): number =>
    seed === undefined ? 0 : lot(seed, one.id) < lot(seed, other.id) ? -1 : 1;
  all.sort((one, other) => better(one, other) || drawnFirst(one, other));
  const equals = (one: One | undefined, other: One): boolean =>
    one?.ranked === true && better(one, other) === 0;
  return new Map(
    all.map((one, index) => [
      one.id,
      {
        rank: one.ranked ? index + 1 : undefined,
        drawn:
          seed !== undefined &&
          one.ranked &&
          (equals(all[index - 1], one) || equals(all[index + 1], one)),
      },
    ]),
  );
}
