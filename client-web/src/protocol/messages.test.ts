import { describe, expect, test } from 'vitest';
import { type Check, read } from './check';
import { checks, closeCodes, limits, mayReturn, readFromServer } from './messages';
import {
  definitions,
  examples,
  roadmapExamples,
  roadmapProblem,
  schemaProblem,
} from './schema-check';

const checkOf = (definition: string): Check<unknown> => {
  const found = (checks as Readonly<Record<string, Check<unknown>>>)[definition];
  if (!found) throw new Error(`there is no check for ${definition}`);
  return found;
};

const position = 42;
const proposal = {
  id: 'Jx0mO3sZQ0a1b2c3d4e5f6',
  number: 7,
  title: 'Un bus numérique',
  description: '',
  axis: 'inclusion',
  author: 12,
  college: 'citizens',
  status: 'published',
  submittedAt: 1734091200000,
};
const stateWith = (change: unknown) =>
  JSON.stringify({ type: 'state', position, changes: [change] });

describe('the messages of the protocol', () => {
  test('W1: every definition has a check', () => {
    expect(Object.keys(checks).sort()).toEqual([...definitions].sort());
  });

  test('W1: every example is read as itself and satisfies the schema', () => {
    expect(examples.length).toBeGreaterThan(90);
    for (const [definition, example] of examples) {
      const text = JSON.stringify(example);
      expect(read(text, checkOf(definition)), `${definition} ${text}`).toEqual(example);
      expect(schemaProblem(definition, example), `${definition} ${text}`).toBeUndefined();
    }
  });

  test('W2: an example without a required field, or with one of the wrong type, is refused', () => {
    for (const [definition, example] of examples) {
      if (typeof example !== 'object' || example === null) continue;
      for (const field of Object.keys(example)) {
        const { [field]: value, ...without } = example as Record<string, unknown>;
        const required = schemaProblem(definition, without) !== undefined;
        const label = `${definition} without ${field}`;
        expect(read(JSON.stringify(without), checkOf(definition)) === undefined, label).toBe(
          required,
        );

        const wrong = typeof value === 'number' ? String(value) : 1.5;
        const twisted = JSON.stringify({ ...example, [field]: wrong });
        expect(read(twisted, checkOf(definition)), `${definition}.${field}`).toBeUndefined();
      }
    }
  });

  test('W3: fields the server sends and nobody here knows are ignored', () => {
    const later = { ...proposal, colour: 'blue' };
    expect(readFromServer(stateWith({ type: 'proposal', proposal: later }))).toBeDefined();
  });

  test.each([
    ['an unknown message', JSON.stringify({ type: 'goodbye' })],
    ['a name that every object has', JSON.stringify({ type: 'constructor' })],
    ['an unknown change', stateWith({ type: 'weather' })],
    [
      'an unknown status',
      stateWith({ type: 'proposal', proposal: { ...proposal, status: 'lost' } }),
    ],
    ['null for an absent field', stateWith({ type: 'timer', endsAt: null })],
    ['a fraction', stateWith({ type: 'timer', endsAt: 1.5 })],
    ['a number beyond what is exact', stateWith({ type: 'timer', endsAt: 2 ** 53 })],
    ['an id that is none', stateWith({ type: 'proposalGone', proposal: '../../etc' })],
    ['a list for an object', stateWith([])],
    ['half a frame', '{"type":"state"'],
    ['nothing', ''],
  ])('W4: %s is refused, never guessed', (_, text) => {
    expect(readFromServer(text)).toBeUndefined();
  });

  test('W5: lengths are counted in code points', () => {
    const title = (count: number) => JSON.stringify('😀'.repeat(count));
    expect(read(title(960), checks.Title)).toBeDefined();
    expect(read(title(961), checks.Title)).toBeUndefined();
    expect(read('""', checks.Title)).toBeUndefined();
    expect(read('""', checks.Description)).toBe('');
  });

  test('W6: a day is one of the calendar', () => {
    for (const day of ['2024-02-29', '2026-12-31']) expect(checks.Day(day)).toBe(true);
    for (const day of ['2025-02-29', '2025-13-01', '2025-1-1', '01-01-2025', 20250101]) {
      expect(checks.Day(day)).toBe(false);
    }
  });

  test('W9: the close code says whether to come back', () => {
    expect(mayReturn(closeCodes.restarting)).toBe(true);
    expect(mayReturn(closeCodes.unknownBoard)).toBe(false);
    expect(mayReturn(1006)).toBe(true);
    expect(limits.depthMax).toBe(16);
  });

  test('E1: the example of a roadmap satisfies its schema', () => {
    expect(roadmapExamples.length).toBeGreaterThan(0);
    for (const example of roadmapExamples) {
      expect(roadmapProblem(example)).toBeUndefined();
      expect(roadmapProblem({ ...Object(example), status: 'perhaps' })).toBeDefined();
    }
  });
});
