/** What the screen has to show, derived from the board alone. */
import type { Board } from '../../board/board';
import {
  commitmentsOn,
  isAdopted,
  lastBallot,
  mostDots,
  publishedProposals,
  type Ranked,
  ranked,
  roundOf,
  tallyOf,
} from '../../board/select';
import { unreachable } from '../../board/unreachable';
import type {
  Ballot,
  Commitment,
  Decision,
  Method,
  Proposal,
  ScreenNow,
  Standing,
  Tally,
} from '../../protocol/messages';
import { type Point, pointsOf } from './agreement';

/** What a vote said of a proposal, and what its bar is compared with. */
export type Counted = {
  readonly method: Method;
  readonly counts: readonly number[];
  readonly voters: number;
  readonly most: number;
};

/** A proposal, with its counts where the room may see them. */
export type Row = {
  readonly proposal: Proposal;
  readonly counted: Counted | undefined;
  readonly standing?: Standing | undefined;
  readonly formerRank?: number | undefined;
};

export type Scene =
  | { readonly type: 'join' }
  /** The session is over; what is left is to read the roadmap. */
  | { readonly type: 'over' }
  | { readonly type: 'proposals'; readonly rows: readonly Row[] }
  /** Undefined when it is not to be seen any more. */
  | { readonly type: 'proposal'; readonly row: Row | undefined }
  | {
      readonly type: 'results';
      readonly ballot: Ballot | undefined;
      readonly voters: number;
      /** 2 for a second vote on the same. */
      readonly round: number;
      readonly rows: readonly Row[];
    }
  | {
      readonly type: 'roadmap';
      readonly rows: readonly Row[];
      /** Proposals that could be decided on. */
      readonly of: number;
      /** What was decided last. */
      readonly newest: Proposal | undefined;
    }
  | {
      readonly type: 'agreement';
      readonly ballot: Ballot | undefined;
      readonly points: readonly Point[];
      /** Proposals of the ballot that have no place among the points. */
      readonly left: number;
    }
  | {
      readonly type: 'colleges';
      readonly ballot: Ballot | undefined;
      readonly rows: readonly Ranked[];
    }
  | { readonly type: 'blank' };

/**
 * The counts of a proposal in the last ballot about it. Those of an older ballot are not shown while
 * a newer one keeps its own hidden, lest they lead the vote.
 */
const lastCounted = (board: Board, { id }: Proposal): Counted | undefined => {
  const about = [...board.ballots.values()]
    .filter(({ proposals }) => proposals.includes(id))
    .sort((one, other) => one.number - other.number)
    .pop();
  return about && countedOf(board, about, tallyOf(board, about, id));
};

const countedOf = (board: Board, ballot: Ballot, tally: Tally | undefined): Counted | undefined =>
  tally && {
    method: ballot.method,
    counts: tally.counts,
    voters: board.turnout.get(ballot.id) ?? 0,
    most: mostDots(board, ballot),
  };

const withLastTally =
  (board: Board) =>
  (proposal: Proposal): Row => ({ proposal, counted: lastCounted(board, proposal) });

/** Best first once the order is shown; before, no line jumps or leads. */
const resultRows = (board: Board, ballot: Ballot): readonly Row[] =>
  ranked(board, ballot).map(({ tally, ...row }) => ({
    ...row,
    counted: countedOf(board, ballot, tally),
  }));

const weight: { readonly [D in Decision]: number } = {
  adopted: 0,
  adoptedWithChanges: 0,
  toStudy: 1,
  notRetained: 2,
};

/** What the room decided: by axis, and within it what was adopted first. */
const decided = (board: Board): readonly Proposal[] => {
  const axes = board.about?.axes.map(({ id }) => id) ?? [];
  const order = ({ axis, decision }: Proposal) =>
    3 * axes.indexOf(axis) + (decision ? weight[decision.decision] : 0);
  return publishedProposals(board)
    .filter(({ decision }) => decision !== undefined)
    .sort((one, other) => order(one) - order(other) || one.number - other.number);
};

/** The confirmed answers of institutions to an action. */
export const answersTo = (board: Board, { id, status }: Proposal): readonly Commitment[] =>
  isAdopted(status) ? commitmentsOn(board, id).filter(({ standing }) => standing) : [];

/** The answer of an institution that was confirmed last, and to what. */
export const newestAnswer = (
  board: Board,
): { readonly commitment: Commitment; readonly proposal: Proposal } | undefined => {
  let newest: { readonly commitment: Commitment; readonly proposal: Proposal } | undefined;
  for (const proposal of publishedProposals(board)) {
    for (const commitment of answersTo(board, proposal)) {
      const { confirmedAt = 0 } = commitment;
      if (confirmedAt > (newest?.commitment.confirmedAt ?? 0)) newest = { commitment, proposal };
    }
  }
  return newest;
};

const decidedAt = ({ decision }: Proposal): number => decision?.at ?? 0;

/** The ballot that was chosen for the screen, or the last one. */
const ballotShown = (board: Board, { ballot = '' }: ScreenNow): Ballot | undefined =>
  board.ballots.get(ballot) ?? lastBallot(board);

export const sceneOf = (board: Board, screen: ScreenNow): Scene => {
  const { view } = screen;
  switch (view) {
    case 'join':
      return { type: board.phase === 'closed' ? 'over' : 'join' };
    case 'proposals': {
      const newestFirst = [...publishedProposals(board)].reverse();
      return { type: 'proposals', rows: newestFirst.map(withLastTally(board)) };
    }
    case 'proposal': {
      const found = publishedProposals(board).find(({ id }) => id === screen.proposal);
      return { type: 'proposal', row: found && withLastTally(board)(found) };
    }
    case 'results': {
      const ballot = ballotShown(board, screen);
      return {
        type: 'results',
        ballot,
        voters: ballot ? (board.turnout.get(ballot.id) ?? 0) : 0,
        round: ballot ? roundOf(board, ballot) : 1,
        rows: ballot ? resultRows(board, ballot) : [],
      };
    }
    case 'roadmap': {
      const all = decided(board);
      return {
        type: 'roadmap',
        rows: all.map(withLastTally(board)),
        of: publishedProposals(board).length,
        newest: [...all].sort((one, other) => decidedAt(other) - decidedAt(one))[0],
      };
    }
    case 'agreement': {
      const ballot = ballotShown(board, screen);
      const found = ballot ? pointsOf(board, ballot) : { points: [], left: 0 };
      return { type: 'agreement', ballot, ...found };
    }
    case 'colleges': {
      const ballot = ballotShown(board, screen);
      const rows = ballot?.resultsShown ? ranked(board, ballot) : [];
      const of = screen.proposal;
      return {
        type: 'colleges',
        ballot,
        rows: of === undefined ? rows : rows.filter(({ proposal }) => proposal.id === of),
      };
    }
    case 'blank':
      return { type: 'blank' };
    default:
      return unreachable(view);
  }
};

/** Whether phones cannot follow this address, because it leads to themselves. */
export const leadsNowhere = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);

/** Which screen an address asks for, as ?ecran=2; the first where it does not say. */
export const screenNumber = (search: string): number =>
  Number(/[?&]ecran=([1-9])(?:&|$)/.exec(search)?.[1] ?? 1);
