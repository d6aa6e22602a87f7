// What somebody who only reads a journal knows of a board. Plain values, so that a rehearsal can keep a copy.

import type { Fields } from './journal.ts';

export type Merge = { readonly into: string; readonly at: number };
export type Wording = {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
};

export type Proposal = Wording & {
  readonly id: string;
  readonly number: number;
  /** Undefined where it was prepared elsewhere. */
  readonly author: number | undefined;
  /** Where a table sent it up from. */
  readonly source: { readonly college: string; readonly number: number } | undefined;
  readonly submittedAt: number;
  readonly status: string;
  readonly reason: string | undefined;
  readonly decided: { readonly at: number; readonly fields: Fields } | undefined;
  readonly merged: Merge | undefined;
  /** What was merged into it, in that order. */
  readonly parts: readonly string[];
  readonly former: readonly Wording[];
};

/** What a person said of a proposal last, as they said it; without a choice they took it back. */
export type Said = {
  readonly choice: string | undefined;
  readonly at: number;
  readonly channel: string;
};

export type Ballot = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly method: string;
  readonly rule: string;
  readonly terms: Fields;
  readonly proposals: readonly string[];
  readonly follows: string | undefined;
  readonly seed: string | undefined;
  readonly openedAt: number;
  state: string;
  closedAt: number | undefined;
  readonly reopenings: { readonly at: number; readonly reason: string | undefined }[];
  /** By person, then by proposal. */
  readonly said: Map<number, Map<string, Said>>;
  /** Merged proposals whose choices count for what they were merged into. */
  readonly joined: Set<string>;
  /** "part/person": whose choice on a part counts for it no more. */
  readonly left: Set<string>;
};

export type Commitment = {
  waiting: Fields | undefined;
  standing: Fields | undefined;
  confirmedAt: number | undefined;
  readonly progress: { readonly at: number; readonly report: Fields }[];
};

export type Act = {
  readonly position: number;
  readonly at: number;
  readonly act: string;
  readonly proposal: number | undefined;
  readonly into: number | undefined;
  readonly reason: string | undefined;
};

export type Named = { readonly id: string; readonly title: string };

export type BoardState = {
  code: string;
  title: string;
  language: string;
  axes: Named[];
  colleges: Named[];
  admission: string;
  /** People by number, tables not among them. */
  people: Map<number, { readonly college: string; readonly channel: string }>;
  /** Tables by the number under which they send up. */
  tables: Map<number, { readonly title: string; readonly board: string }>;
  institutions: string[];
  proposals: Map<string, Proposal>;
  comments: Map<string, { readonly proposal: string; hidden: boolean }>;
  ballots: Ballot[];
  commitments: Map<string, Map<number, Commitment>>;
  acts: Act[];
  /** Phases that do not show results. */
  hushed: Set<string>;
  phase: string;
  left: Set<string>;
  reopenings: {
    readonly phase: string;
    readonly at: number;
    readonly reason: string | undefined;
  }[];
  position: number;
  at: number;
  /** The board as it was when the rehearsal began. */
  before: BoardState | undefined;
};

export const emptyBoard = (): BoardState => ({
  code: '',
  title: '',
  language: 'fr',
  axes: [],
  colleges: [],
  admission: 'open',
  people: new Map(),
  tables: new Map(),
  institutions: [],
  proposals: new Map(),
  comments: new Map(),
  ballots: [],
  commitments: new Map(),
  acts: [],
  hushed: new Set(),
  phase: 'collect',
  left: new Set(),
  reopenings: [],
  position: 0,
  at: 0,
  before: undefined,
});

export const kept = ['submitted', 'returned', 'declined', 'withdrawn'];

/** Whether the room sees it. */
export const isSeen = ({ status }: Proposal): boolean => !kept.includes(status);

/** Whether the room sees it as a thing by itself, and not as a part of another. */
export const stands = (proposal: Proposal): boolean =>
  isSeen(proposal) && proposal.status !== 'merged';

/** What was merged into a proposal, and into that, without itself: nearest first. */
export function partsOf(board: BoardState, id: string): readonly string[] {
  const found: string[] = [];
  for (let next: readonly string[] = [id]; next.length > 0; ) {
    next = next.flatMap((one) => board.proposals.get(one)?.parts ?? []);
    found.push(...next);
  }
  return found;
}
