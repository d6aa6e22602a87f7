import { expect, test } from 'vitest';
import { roadmapExamples } from '../../protocol/schema-check';
import type { Action, RoadmapDocument } from './document';
import { addressWith, everything, filtered, filterOf, leadsOf } from './filter';

const example = roadmapExamples[0] as RoadmapDocument;

const action = (id: string, more: Partial<Action>): Action => ({
  id,
  reference: id,
  axis: 'x',
  title: { fr: id },
  sources: [],
  ...more,
});

const found: RoadmapDocument = {
  ...example,
  roadmap: {
    ...example.roadmap,
    actions: [
      action('a', { bearers: [{ name: 'Zoé' }], decision: { decision: 'adopted' } }),
      action('b', { axis: 'y', bearers: [{ name: 'Éloi' }, { name: 'Zoé' }] }),
    ],
  },
  proposals: [action('c', {})],
};

const ids = (filter: Partial<typeof everything>) => {
  const { roadmap, proposals } = filtered(found, { ...everything, ...filter });
  return [...roadmap.actions, ...proposals].map(({ id }) => id).join('');
};

test('C173: a filter is what the address says, and the address says nothing of no filter', () => {
  const here = { pathname: '/roadmap/K7P4X', search: '', hash: '' };
  const filter = { axis: 'x', lead: 'La CAF & fils', status: 'adopted' };
  const address = addressWith(filter, { ...here, hash: '#action-1' });
  expect(address).toMatch(/^\/roadmap\/K7P4X\?.*#action-1$/);
  expect(filterOf(new URL(address, 'http://salle.lan').search)).toEqual(filter);
  expect(addressWith(everything, here)).toBe('/roadmap/K7P4X');
  expect(addressWith(everything, { ...here, search: '?lang=en&theme=x' })).toBe(
    '/roadmap/K7P4X?lang=en',
  );
});

test('C173: actions are found by axis, by each who carries them, and by decision', () => {
  expect(ids({})).toBe('abc');
  expect(ids({ axis: 'y' })).toBe('b');
  expect(ids({ lead: 'Zoé' })).toBe('ab');
  expect(ids({ status: 'undecided' })).toBe('bc');
  expect(ids({ axis: 'x', status: 'adopted' })).toBe('a');
  expect(ids({ axis: 'nowhere' })).toBe('');
  expect(leadsOf(found)).toEqual(['Éloi', 'Zoé']);
});
