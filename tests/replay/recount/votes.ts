// What people's choices come to, by what each of them said last of each proposal and by what was merged
// since (M10 to M16 of docs/RULES.md). Nothing is carried along: everything is worked out from what was said.

import { number } from './journal.ts';
import type { Ballot, BoardState, Said } from './state.ts';

const dotWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The choices of each method, best first, in the order in which their counts are told. */
const scales: { readonly [method: string]: readonly string[] } = {
  opinion: ['support', 'neutral', 'oppose'],
  approval: ['approve'],
  dots: dotWords.map((count) => (count === 'one' ? 'oneDot' : `${count}Dots`)),
  grades: ['veryGood', 'good', 'fairlyGood', 'passable', 'insufficient', 'toReject'],
};

export function scaleOf(ballot: Ballot): readonly string[] {
  const cap = number(ballot.terms['c']) ?? Number.POSITIVE_INFINITY;
  return (scales[ballot.method] ?? []).slice(0, cap);
}

/** How many dots a choice is; 0 for one of another method. */
export const dotsOf = (choice: string | undefined): number =>
  (scales['dots'] ?? []).indexOf(choice ?? '') + 1;

const later = (one: Said, other: Said): Said => (other.at > one.at ? other : one);

/** One choice made of several by the ballot's method. */
function together(ballot: Ballot, all: readonly [Said, ...Said[]]): Said {
  const last = all.reduce(later);
  if (ballot.method === 'opinion') {
    const opinions = new Set(all.map(({ choice }) => choice));
    return opinions.size === 1 ? last : { ...last, choice: undefined };
  }
  if (ballot.method === 'dots') {
    const scale = scaleOf(ballot);
    const sum = all.reduce((dots, { choice }) => dots + dotsOf(choice), 0);
    return { ...last, choice: scale[Math.min(sum, scale.length) - 1] };
  }
  return last;
}

/** What counts of one person on a proposal with its parts. */
function counting(board: BoardState, ballot: Ballot, person: number, id: string): Said | undefined {
  const own = ballot.said.get(person)?.get(id);
  const all = own?.choice === undefined ? [] : [own];
  for (const part of board.proposals.get(id)?.parts ?? []) {
    const mergedAt = board.proposals.get(part)?.merged?.at ?? 0;
    const since = own !== undefined && own.at > mergedAt;
    if (since || !ballot.joined.has(part) || ballot.left.has(`${part}/${person}`)) continue;
    const theirs = counting(board, ballot, person, part);
    if (theirs?.choice !== undefined) all.push(theirs);
  }
  const [first, ...rest] = all;
  return first ? together(ballot, [first, ...rest]) : own;
}

/** Every choice that counts of one person, by proposal. */
export function choicesOf(
  board: BoardState,
  ballot: Ballot,
  person: number,
): ReadonlyMap<string, Said> {
  const choices = new Map<string, Said>();
  for (const id of ballot.proposals) {
    if (ballot.joined.has(id)) continue;
    const said = counting(board, ballot, person, id);
    if (said?.choice !== undefined) choices.set(id, said);
  }
  return choices;
}

/** Every choice that counts, of everybody who has one. */
export function cast(
  board: BoardState,
  ballot: Ballot,
): ReadonlyMap<number, ReadonlyMap<string, Said>> {
  const all = new Map<number, ReadonlyMap<string, Said>>();
  for (const person of ballot.said.keys()) {
    const choices = choicesOf(board, ballot, person);
    if (choices.size > 0) all.set(person, choices);
  }
  return all;
}

// --- what the journal tells

export function say(ballot: Ballot, person: number, id: string, said: Said): void {
  const own = ballot.said.get(person) ?? new Map<string, Said>();
  ballot.said.set(person, own.set(id, said));
}

/** A ballot that covers a part and what it was merged into counts them together from now on. */
export function join(ballot: Ballot, part: string, into: string | undefined): void {
  if (into === undefined || !ballot.proposals.includes(part) || !ballot.proposals.includes(into))
    return;
  ballot.joined.add(part);
}

function isBeyondTerms(ballot: Ballot, choices: ReadonlyMap<string, Said>): boolean {
  const [maximum, budget] = [number(ballot.terms['m']), number(ballot.terms['b'])];
  if (maximum !== undefined && choices.size > maximum) return true;
  const dots = [...choices.values()].reduce((sum, { choice }) => sum + dotsOf(choice), 0);
  return budget !== undefined && dots > budget;
}

/** Undoes a merge. What a person has too much by that is taken back, the last said since the merge first. */
export function takeApart(board: BoardState, ballot: Ballot, part: string, mergedAt: number): void {
  if (!ballot.joined.delete(part)) return;
  for (const key of ballot.left) if (key.startsWith(`${part}/`)) ballot.left.delete(key);
  for (const person of ballot.said.keys()) {
    for (;;) {
      const choices = choicesOf(board, ballot, person);
      if (!isBeyondTerms(ballot, choices)) break;
      const since = [...choices].filter(([, { at }]) => at > mergedAt);
      const [id, said] = since.sort(([, one], [, other]) => other.at - one.at)[0] ?? [];
      if (id === undefined || !said) break;
      say(ballot, person, id, { ...said, choice: undefined });
    }
  }
}

export function leave(ballot: Ballot, part: string, person: number): void {
  if (ballot.state === 'open' && ballot.joined.has(part)) ballot.left.add(`${part}/${person}`);
}
