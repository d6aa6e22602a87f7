/**
 * Of when the counts of votes are that a phone was told. Those of everything come from time to time,
 * all at once; that of a proposal also with one's own vote on it.
 */
import type { ProposalId, State } from '../protocol/messages';

export type Counted = {
  /** When all counts were told, by this device's clock. */
  readonly at: number;
  /** When those of a proposal were told that came later. */
  readonly own: readonly (readonly [ProposalId, number])[];
};

export const countedAfter = (
  { at, own }: Counted,
  { full, changes, yours }: State,
  now: number,
): Counted =>
  full || changes.some(({ type }) => type === 'tally' || type === 'turnout')
    ? { at: now, own: [] }
    : {
        at,
        own: [...(yours?.tallies ?? []).map(({ proposal }) => [proposal, now] as const), ...own],
      };

export const countedAt = ({ at, own }: Counted, of: ProposalId): number =>
  own.find(([proposal]) => proposal === of)?.[1] ?? at;
