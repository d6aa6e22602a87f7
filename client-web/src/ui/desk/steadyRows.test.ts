import { expect, test } from 'vitest';
import { followRows, type Row, treatedFor } from './steadyRows';

const items = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const ids = (rows: readonly Row<{ id: string }>[]) => rows.map(({ item }) => item.id).join('');

test('C111: a treated row keeps its place for a while, and new ones come last', () => {
  const first = followRows([], items('a', 'b', 'c'), false, 0);
  const treated = followRows(first, items('b', 'c', 'd'), false, 100);
  expect(ids(treated)).toBe('abcd');
  expect(treated[0]?.leftAt).toBe(100);
  expect(ids(followRows(treated, items('b', 'c', 'd'), false, 99 + treatedFor))).toBe('abcd');
  expect(ids(followRows(treated, items('b', 'c', 'd'), false, 100 + treatedFor))).toBe('bcd');
  expect(ids(followRows(treated, items('b', 'c', 'd'), true, 100 + treatedFor))).toBe('abcd');
  expect(followRows(treated, items('a', 'b', 'c'), false, 200)[0]?.leftAt).toBe(undefined);
});

test('C111: a list is not sorted anew while somebody is in it', () => {
  const first = followRows([], items('a', 'b', 'c'), true, 0);
  expect(ids(followRows(first, items('c', 'a', 'b'), true, 10))).toBe('abc');
  expect(ids(followRows(first, items('c', 'a', 'b'), false, 10))).toBe('cab');
});
