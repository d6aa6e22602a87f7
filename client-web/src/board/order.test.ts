import { describe, expect, test } from 'vitest';
import { ownOrder, priority } from './order';

const proposals = Array.from({ length: 7 }, (_, at) => `proposal${at}`);
const people = Array.from({ length: 2000 }, (_, at) => at + 1);

describe('one’s own order of the proposals', () => {
  test('C62: it is stable, holds every proposal once, and is not everybody’s', () => {
    const orders = people.slice(0, 50).map((person) => ownOrder('ballot', person, proposals));
    for (const [at, order] of orders.entries()) {
      expect([...order].sort()).toEqual(proposals);
      expect(ownOrder('ballot', at + 1, proposals)).toEqual(order);
    }
    expect(new Set(orders.map(String)).size).toBeGreaterThan(40);
    expect(ownOrder('another', 1, proposals)).not.toEqual(orders[0]);
    expect(ownOrder('ballot', 1, [])).toEqual([]);
    expect(ownOrder('ballot', 9, ['only'])).toEqual(['only']);
  });

  test('C62: over as many people in a row, each proposal comes to each place once', () => {
    for (const first of [1, 8, 1996]) {
      const orders = proposals.map((_, at) => ownOrder('ballot', first + at, proposals));
      for (const place of proposals.keys()) {
        expect(new Set(orders.map((order) => order[place])).size).toBe(proposals.length);
      }
    }
  });

  test('C62: of 60 people who see 5 of 40 each, no proposal is seen by few', () => {
    const many = Array.from({ length: 40 }, (_, at) => `p${at}`);
    const seen = new Map<string, number>();
    for (const person of people.slice(0, 60)) {
      for (const id of ownOrder('ballot', person, many).slice(0, 5)) {
        seen.set(id, (seen.get(id) ?? 0) + 1);
      }
    }
    // Seven and a half on average.
    for (const id of many) expect(seen.get(id) ?? 0, id).toBeGreaterThanOrEqual(5);
  });

  test('C62: the priority of a proposal is that of its published examples', () => {
    expect(priority({ seen: 0, agree: 0, pass: 0 })).toBeCloseTo(5.0625, 4);
    expect(priority({ seen: 20, agree: 20, pass: 3 })).toBeCloseTo(1.3724, 4);
  });

  test('C62: what a former round saw rarely comes earlier in the next', () => {
    const seenOf = (id: string) =>
      id === 'proposal3' ? { seen: 0, agree: 0, pass: 0 } : { seen: 40, agree: 20, pass: 4 };
    const places = people.map((person) =>
      ownOrder('ballot', person, proposals, seenOf).indexOf('proposal3'),
    );
    const first = places.filter((place) => place === 0).length;
    expect(first).toBeGreaterThan(1500);
    // And it is drawn, not set: somebody sees it later.
    expect(Math.max(...places)).toBeGreaterThan(0);
    const other = people.map((person) => ownOrder('ballot', person, proposals, seenOf)[1]);
    for (const id of proposals) expect(other).toContain(id);
  });
});

test('C137: the order is the one that the forms of the server show', () => {
  const proposals = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(22));
  const order = (participant: number) =>
    ownOrder('q'.repeat(22), participant, proposals)
      .map(([letter]) => letter)
      .join('');
  // As tests/forms_test.cpp says.
  expect([1, 2, 6, 17].map(order)).toEqual(['cdabe', 'aedcb', 'decab', 'dceab']);
});
