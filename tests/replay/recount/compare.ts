// Compares what must be with what is told, place by place.

import type { Fields, Json } from './journal.ts';

export type Comparison = {
  /** Numbers that were compared. */
  numbers: number;
  readonly mismatches: string[];
  /** What is told and nothing here computes. */
  readonly unchecked: string[];
};

export const nothingYet = (): Comparison => ({ numbers: 0, mismatches: [], unchecked: [] });

const isNumber = (value: Json): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));

export function compare(
  place: string,
  expected: Json | undefined,
  found: Json | undefined,
  into: Comparison,
): void {
  if (expected === undefined) {
    if (found !== undefined) into.unchecked.push(place);
    return;
  }
  if (typeof expected === 'object' && expected && typeof found === 'object' && found) {
    if (Array.isArray(expected) && Array.isArray(found) && expected.length !== found.length) {
      into.mismatches.push(`${place}: ${expected.length} by the journal, ${found.length} told`);
    }
    const isList = Array.isArray(expected);
    if (isList === Array.isArray(found)) {
      for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
        const [one, other] = [(expected as Fields)[name], (found as Fields)[name]];
        if (isList && (one === undefined || other === undefined)) continue; // Told above, by the lengths.
        compare(isList ? `${place}[${name}]` : `${place}.${name}`, one, other, into);
      }
      return;
    }
  }
  if (isNumber(expected)) into.numbers += 1;
  if (expected !== found) {
    into.mismatches.push(
      `${place}: ${JSON.stringify(expected)} by the journal, ${JSON.stringify(found)} told`,
    );
  }
}
