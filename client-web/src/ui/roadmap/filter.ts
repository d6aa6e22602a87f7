import { type Decision, decisionWords } from '../../protocol/messages';
import type { Action, RoadmapDocument } from './document';

/** What a reader looks for. Empty means anything. */
export type Filter = {
  readonly axis: string;
  readonly lead: string;
  readonly status: string;
};

export const everything: Filter = { axis: '', lead: '', status: '' };

/** As the address calls them. */
const names = { axis: 'theme', lead: 'porteur', status: 'decision' } as const;

const keys = Object.keys(names) as readonly (keyof Filter)[];

/** What stands for no decision, beside the words of decisions. */
export const undecided = 'undecided';

export const statuses: readonly (Decision | typeof undecided)[] = [...decisionWords, undecided];

export const isEverything = (filter: Filter): boolean => keys.every((key) => filter[key] === '');

/** The filter that an address asks for. */
export const filterOf = (search: string): Filter => {
  const asked = new URLSearchParams(search);
  const value = (key: keyof Filter) => asked.get(names[key]) ?? '';
  return { axis: value('axis'), lead: value('lead'), status: value('status') };
};

/** The address of this page with this filter, to be shared. What else it asks for stays. */
export const addressWith = (
  filter: Filter,
  { pathname, search: before, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
): string => {
  const asked = new URLSearchParams(before);
  for (const key of keys) {
    if (filter[key] === '') asked.delete(names[key]);
    else asked.set(names[key], filter[key]);
  }
  const search = asked.toString();
  return `${pathname}${search === '' ? '' : `?${search}`}${hash}`;
};

const passes = (action: Action, { axis, lead, status }: Filter): boolean =>
  (axis === '' || action.axis === axis) &&
  (lead === '' || (action.bearers ?? []).some(({ name }) => name === lead)) &&
  (status === '' || (action.decision?.decision ?? undecided) === status);

/** The document with only what passes. */
export const filtered = (found: RoadmapDocument, filter: Filter): RoadmapDocument => ({
  ...found,
  roadmap: {
    ...found.roadmap,
    actions: found.roadmap.actions.filter((action) => passes(action, filter)),
  },
  proposals: found.proposals.filter((action) => passes(action, filter)),
});

/** All who carry an action, each once, in the order of the alphabet. */
export const leadsOf = ({ roadmap }: RoadmapDocument): readonly string[] => {
  const names = new Set<string>();
  for (const { bearers } of roadmap.actions) for (const { name } of bearers ?? []) names.add(name);
  return [...names].sort((one, other) => one.localeCompare(other));
};
