import { expect, test } from 'vitest';
import { roadmapExamples } from '../../protocol/schema-check';
import {
  type Action,
  isRoadmap,
  lastResult,
  levelsOf,
  type RoadmapDocument,
  sectionsOf,
  textOf,
} from './document';

const example = roadmapExamples[0] as RoadmapDocument;

test('C40: a text is shown in the first language of the document that it has', () => {
  expect(textOf({ fr: 'Un bus', gcf: 'An bis' }, ['gcf', 'fr'])).toBe('An bis');
  expect(textOf({ fr: 'Un bus' }, ['gcf', 'fr'])).toBe('Un bus');
  expect(textOf({ fr: 'Un bus' }, ['en'])).toBe('Un bus');
  expect(textOf(undefined, ['fr'])).toBe('');
});

test('C40: what is not known of an action is absent and never zero', () => {
  const action: Action = {
    id: 'a',
    reference: 'A1',
    axis: 'x',
    title: { fr: 'Un bus' },
    sources: [],
  };
  expect(lastResult(action)).toBeUndefined();
  const counts = { support: 3, neutral: 1, oppose: 2 };
  const results = [
    { ballot: 'one', counts: { support: 1, neutral: 0, oppose: 0 }, byCollege: [] },
    { ballot: 'two', counts, byCollege: [] },
  ];
  expect(lastResult({ ...action, results })?.counts).toBe(counts);
  expect(levelsOf('opinion', counts)).toEqual([3, 1, 2]);
  expect(levelsOf('dots', { twoDots: 4 })).toEqual([0, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('C45: the roadmap page reads every example of the document, and fields it does not know', () => {
  for (const one of roadmapExamples) expect(isRoadmap(one)).toBe(true);
  expect(isRoadmap({ ...example, later: { unknown: true } })).toBe(true);
  expect(isRoadmap({ ...example, status: 'perhaps' })).toBe(false);
  expect(isRoadmap({ ...example, schema: { uri: 'urn:koudmen:roadmap:2' } })).toBe(false);
  expect(isRoadmap({ ...example, roadmap: { ...example.roadmap, title: { fr: 7 } } })).toBe(false);
  for (const nothing of [undefined, null, [], 'roadmap', {}]) {
    expect(isRoadmap(nothing)).toBe(false);
  }
});

test('C46: adopted actions stand by axis, then what is to study, then what was not retained', () => {
  const decided = (id: string, axis: string, decision: string) =>
    ({ id, reference: id, axis, title: { fr: id }, sources: [], decision: { decision } }) as Action;
  const actions = [
    decided('a', 'inclusion', 'notRetained'),
    decided('b', 'inclusion', 'adopted'),
    decided('c', 'inclusion', 'adoptedWithChanges'),
    decided('d', 'securite', 'toStudy'),
  ];
  const { roadmap } = example;
  const { adopted, empty, study, rejected } = sectionsOf({
    ...example,
    roadmap: { ...roadmap, actions },
  });
  const ids = (all: readonly Action[]) => all.map(({ id }) => id);
  expect(adopted.map((one) => [one.axis.id, ids(one.actions)])).toEqual([
    ['inclusion', ['b', 'c']],
  ]);
  expect(empty.map(({ id }) => id)).toEqual(['securite']);
  expect(ids(study)).toEqual(['d']);
  expect(ids(rejected)).toEqual(['a']);
});
