import { expect, test } from 'vitest';
import type { State, Yours } from '../protocol/messages';
import { type Counted, countedAfter, countedAt } from './counted';

const proposal = 'Jx0mO3sZQ0a1b2c3d4e5f6';
const other = 'B00mO3sZQ0a1b2c3d4e5f6';
const ballot = 'b4LL0tAAAAAAAAAAAAAAAA';
const tally = { ballot, proposal, counts: [1, 0, 0] };
const state = (more: Partial<State> = {}): State => ({
  type: 'state',
  position: 7,
  changes: [],
  ...more,
});
const mine: Yours = {
  choices: [{ ballot, proposal, choice: 'support' }],
  proposals: [],
  comments: [],
  tallies: [tally],
};
const before: Counted = { at: 5, own: [] };

test('C186: counts are of when all were told last, whatever else is told', () => {
  const timer = state({ changes: [{ type: 'timer', endsAt: 3 }] });
  expect(countedAt(countedAfter(before, timer, 9), other)).toBe(5);
  const tellings: Partial<State>[] = [
    { changes: [{ type: 'tally', tally }] },
    { changes: [{ type: 'turnout', ballot, voters: 4 }] },
    { full: true },
  ];
  for (const one of tellings) {
    expect(countedAt(countedAfter(before, state(one), 9), other)).toBe(9);
  }
});

test('C186: those that came with one’s own vote are of then, those of other proposals are not', () => {
  const voted = countedAfter(countedAfter(before, state({ yours: mine }), 8), state(), 9);
  expect([countedAt(voted, proposal), countedAt(voted, other)]).toEqual([8, 5]);
  const again = countedAfter(voted, state({ yours: mine }), 10);
  expect([countedAt(again, proposal), countedAt(again, other)]).toEqual([10, 5]);
  const all = countedAfter(again, state({ changes: [{ type: 'tally', tally }] }), 12);
  expect([countedAt(all, proposal), countedAt(all, other)]).toEqual([12, 12]);
});
