import { expect, test } from 'vitest';
import { type Action, base, lastResult, textOf } from './document';

test('C40: a text is shown in the first language of the document that it has', () => {
  expect(textOf({ fr: 'Un bus', gcf: 'An bis' }, ['gcf', 'fr'])).toBe('An bis');
  expect(textOf({ fr: 'Un bus' }, ['gcf', 'fr'])).toBe('Un bus');
  expect(textOf({ fr: 'Un bus' }, ['en'])).toBe('Un bus');
  expect(textOf(undefined, ['fr'])).toBe('');
});

test('C40: what is not known of an action is absent and never zero', () => {
  const action: Action = { id: 'a', reference: 'A1', axis: 'x', title: { fr: 'Un bus' } };
  expect(lastResult(action)).toBeUndefined();
  const counts = { support: 3, neutral: 1, oppose: 2 };
  const results = [
    { ballot: 'one', counts: { support: 1, neutral: 0, oppose: 0 }, byCollege: [] },
    { ballot: 'two', counts, byCollege: [] },
  ];
  expect(lastResult({ ...action, results })?.counts).toBe(counts);
  expect(base(counts)).toBe(6);
});
