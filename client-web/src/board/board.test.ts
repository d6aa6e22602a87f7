import { describe, expect, test } from 'vitest';
import {
  type Ballot,
  type Change,
  limits,
  type Proposal,
  type State,
  type Tally,
} from '../protocol/messages';
import { tallyWords } from '../ui/parts/TallyBar';
import { apply, type Board, emptyBoard, receive } from './board';
import { expect as lay } from './expect';
import {
  choiceOf,
  commentsOf,
  commitmentsOn,
  mayCorrectUntil,
  mayPutBack,
  mayWithdraw,
  ownProposals,
  ranked,
  roundOf,
  switchesNow,
  tallyOf,
} from './select';

const bus: Proposal = {
  id: 'Jx0mO3sZQ0a1b2c3d4e5f6',
  number: 7,
  title: 'Un bus numérique',
  description: '',
  axis: 'inclusion',
  author: 12,
  college: 'citizens',
  status: 'published',
  submittedAt: 1,
};
const boat: Proposal = { ...bus, id: 'B00mO3sZQ0a1b2c3d4e5f6', number: 8, title: 'Un bateau' };
const ballot: Ballot = {
  id: 'b4LL0tAAAAAAAAAAAAAAAA',
  number: 1,
  question: 'Que retenir ?',
  method: 'opinion',
  results: 'live',
  state: 'open',
  proposals: [bus.id, boat.id],
  openedAt: 1,
  resultsShown: true,
  orderShown: false,
};
const busTally: Tally = {
  ballot: ballot.id,
  proposal: bus.id,
  counts: [2, 1, 0],
};
const boatTally: Tally = { ...busTally, proposal: boat.id, counts: [5, 1, 0] };

const all: readonly Change[] = [
  { type: 'phase', phase: 'vote', since: 5, left: ['collect'] },
  {
    type: 'board',
    code: 'K7P4X',
    title: 'Feuille de route',
    language: 'fr',
    axes: [{ id: 'inclusion', title: 'Inclusion' }],
    colleges: [{ id: 'citizens', title: 'Habitants' }],
    settings: { moderation: 'before', proposalsPerParticipant: 5 },
    phases: [
      { phase: 'vote', switches: { propose: false, comment: false, vote: true, results: true } },
      { phase: 'closed', switches: { propose: true, comment: true, vote: true, results: true } },
    ],
  },
  { type: 'proposal', proposal: bus },
  { type: 'proposal', proposal: boat },
  { type: 'ballot', ballot },
  { type: 'turnout', ballot: ballot.id, voters: 3 },
  { type: 'tally', tally: busTally },
  { type: 'tally', tally: boatTally },
  { type: 'timer', endsAt: 9 },
  { type: 'screens', screens: [{ screen: 1, view: 'join' }] },
  { type: 'message', message: { number: 40, text: 'Le bus part.', sentAt: 8 } },
  { type: 'agenda', steps: [] },
  { type: 'showings', showings: [] },
];
const state = (changes: readonly Change[], more: Partial<State> = {}): State => ({
  type: 'state',
  position: 42,
  changes,
  ...more,
});
const board = receive(emptyBoard, state(all));
const yours = { choices: [], proposals: [], comments: [], tallies: [] };

describe('the board as a fold of what the server says', () => {
  test('C1: the order of changes in a state, and hearing them twice, make no difference', () => {
    expect(receive(emptyBoard, state([...all].reverse()))).toEqual(board);
    expect(receive(board, state(all))).toEqual(board);
    expect({ ...all.reduce(apply, emptyBoard), position: 42 }).toEqual(board);
  });

  test('C2: a full state forgets everything known before', () => {
    const fresh = receive(
      board,
      state([{ type: 'phase', phase: 'collect', since: 6 }], { full: true }),
    );
    expect(fresh.proposals.size).toBe(0);
    expect(fresh.about).toBeUndefined();
    expect(fresh.timerEndsAt).toBeUndefined();
  });

  test('C3: a ballot whose results are not shown voids the tallies told of it', () => {
    const hidden: Change = { type: 'ballot', ballot: { ...ballot, resultsShown: false } };
    const few = receive(board, state([hidden]));
    const many = receive(board, state([...all.slice(0, 9), hidden]));
    for (const one of [few, many]) {
      expect(one.tallies.get(ballot.id)).toBeUndefined();
      expect(tallyOf(one, { ...ballot, resultsShown: false }, bus.id)).toBeUndefined();
    }
  });

  test('C3: a tally shown after one’s own vote goes when the vote is taken back', () => {
    const secret: Ballot = { ...ballot, results: 'afterOwnVote', resultsShown: false };
    const choice = { ballot: ballot.id, proposal: bus.id };
    const voted = receive(
      apply(board, { type: 'ballot', ballot: secret }),
      state([], {
        yours: { ...yours, choices: [{ ...choice, choice: 'support' }], tallies: [busTally] },
      }),
    );
    expect(tallyOf(voted, secret, bus.id)).toEqual(busTally);
    expect(tallyOf(voted, secret, boat.id)).toBeUndefined();
    const back = receive(voted, state([], { yours: { ...yours, choices: [choice] } }));
    expect(tallyOf(back, secret, bus.id)).toBeUndefined();
    expect(back.mine.tallies.get(ballot.id)?.size).toBe(0);
  });

  test('C187: the turnout comes with one’s own vote, so that no share of it is over a hundred percent', () => {
    const counts = [70, 1, 0];
    const voted = receive(
      board,
      state([], {
        yours: {
          ...yours,
          choices: [{ ballot: ballot.id, proposal: bus.id, choice: 'support' }],
          tallies: [{ ...busTally, counts }],
          turnouts: [{ ballot: ballot.id, voters: 71 }],
        },
      }),
    );
    expect(board.turnout.get(ballot.id)).toBe(3);
    expect(voted.turnout.get(ballot.id)).toBe(71);
    expect(tallyOf(voted, ballot, bus.id)?.counts).toEqual(counts);
  });

  test('C187: counts of another moment than the turnout have no share of it', () => {
    const said = (voters: number) => tallyWords({ method: 'approval', counts: [4], voters }).join();
    expect(said(4)).toContain('100\u00a0%');
    expect(said(3)).not.toContain('%');
    expect(said(3)).toContain('4');
  });

  test('C2: what is gone is gone, and a stopped timer too', () => {
    const less = receive(
      board,
      state([{ type: 'proposalGone', proposal: bus.id }, { type: 'timer' }]),
    );
    expect([...less.proposals.keys()]).toEqual([boat.id]);
    expect(less.timerEndsAt).toBeUndefined();
  });

  test('C2: a name taken back is gone from who one is', () => {
    const named = receive(
      board,
      state([], { yours: { ...yours, participant: 12, name: 'Man Tine', college: 'citizens' } }),
    );
    expect(named.mine.name).toBe('Man Tine');
    const unnamed = receive(
      named,
      state([], { yours: { ...yours, participant: 12, college: 'citizens' } }),
    );
    expect(unnamed.mine.name).toBeUndefined();
    expect(unnamed.mine.college).toBe('citizens');
  });
});

describe('questions asked of a board', () => {
  test('C4: a closed board lets nobody act, whatever its switches say', () => {
    expect(switchesNow(board).vote).toBe(true);
    const closed: Board = { ...board, phase: 'closed' };
    expect(switchesNow(closed)).toEqual({
      propose: false,
      comment: false,
      vote: false,
      results: true,
    });
  });

  test('C4: results stand in the order that is told, and before it is in order of arrival', () => {
    const order = (one: Board) =>
      ranked(one, one.ballots.get(ballot.id) ?? ballot).map(({ proposal }) => proposal.id);
    expect(order(board)).toEqual([bus.id, boat.id]);
    const standings = [
      { proposal: boat.id, rank: 1 },
      { proposal: bus.id, rank: 2 },
    ];
    const told: readonly Change[] = [
      { type: 'ballot', ballot: { ...ballot, state: 'closed', orderShown: true } },
      { type: 'ranking', ballot: ballot.id, standings },
    ];
    const over = receive(board, state(told));
    expect(order(over)).toEqual([boat.id, bus.id]);
    expect(receive(board, state([...told].reverse()))).toEqual(over);
    // What is not shown any more is void.
    const hidden = apply(over, { type: 'ballot', ballot });
    expect(order(hidden)).toEqual([bus.id, boat.id]);
    expect(hidden.rankings.size).toBe(0);
  });

  test('C63: a second vote tells where a proposal stood in the first', () => {
    const first: Ballot = { ...ballot, state: 'closed', orderShown: true };
    const second: Ballot = { ...first, id: 'b5LL0tAAAAAAAAAAAAAAAA', number: 2, follows: first.id };
    const over = receive(
      board,
      state([
        { type: 'ballot', ballot: first },
        { type: 'ballot', ballot: second },
        { type: 'ranking', ballot: first.id, standings: [{ proposal: bus.id, rank: 1 }] },
        {
          type: 'ranking',
          ballot: second.id,
          standings: [
            { proposal: boat.id, rank: 1 },
            { proposal: bus.id, rank: 2 },
          ],
        },
      ]),
    );
    expect(ranked(over, second).map(({ formerRank }) => formerRank)).toEqual([undefined, 1]);
    expect(ranked(over, first).map(({ formerRank }) => formerRank)).toEqual([undefined, undefined]);
    expect([roundOf(over, first), roundOf(over, second)]).toEqual([1, 2]);
  });
});

describe('N41: one’s own proposals offer what the server would take', () => {
  const early = receive(emptyBoard, state(all.filter(({ type }) => type !== 'ballot')));
  const muted: Board = { ...early, mine: { ...early.mine, muted: true } };
  const own = (...mine: readonly Proposal[]): Board => ({
    ...early,
    mine: { ...early.mine, proposals: new Map(mine.map((one) => [one.id, one])) },
  });

  test('N41: one corrects for some minutes what nobody voted on, and nothing while muted', () => {
    const until = mayCorrectUntil(early, bus);
    expect(until).toBe(bus.submittedAt + limits.editSeconds * 1000);
    expect(mayCorrectUntil(board, bus)).toBe(0);
    expect(mayCorrectUntil(muted, bus)).toBe(0);
    expect(mayCorrectUntil(early, { ...bus, number: 0 })).toBe(0);
    expect(mayCorrectUntil(early, { ...bus, status: 'declined' })).toBe(0);
  });
  test('N41: one withdraws what no other stands in, also while muted', () => {
    expect(mayWithdraw(muted, bus)).toBe(true);
    expect(mayWithdraw(early, { ...bus, status: 'adopted' })).toBe(false);
    const merged: Proposal = { ...boat, status: 'merged', mergedInto: bus.id };
    const joined = apply(early, { type: 'proposal', proposal: merged });
    expect(mayWithdraw(joined, bus)).toBe(false);
  });
  test('N41: one puts back as much as one may propose, and nothing while muted', () => {
    const withdrawn: Proposal = { ...bus, status: 'withdrawn' };
    const many = [1, 2, 3, 4, 5].map((number) => ({ ...boat, id: `${number}`, number }));
    expect(mayPutBack(own(withdrawn, ...many.slice(1)), withdrawn)).toBe(true);
    expect(mayPutBack(own(withdrawn, ...many), withdrawn)).toBe(false);
    expect(mayPutBack(muted, withdrawn)).toBe(false);
    expect(mayPutBack(early, bus)).toBe(false);
  });
});

describe('a command laid over the board', () => {
  test('C5: an unanswered choice shows, and a later one replaces it', () => {
    const cast = { type: 'castChoice', ballot: ballot.id, proposal: bus.id } as const;
    const hoped = lay(board, { ...cast, choice: 'support' }, 1);
    expect(choiceOf(hoped, ballot, bus.id)).toBe('support');
    expect(choiceOf(lay(hoped, cast, 2), ballot, bus.id)).toBeUndefined();
    expect(choiceOf(board, ballot, bus.id)).toBeUndefined();
  });

  test('C5: a proposal and a comment show to their author before they are answered', () => {
    const id = 'N00mO3sZQ0a1b2c3d4e5f6';
    const { title, description, axis } = bus;
    const hoped = lay(
      board,
      { type: 'submitProposal', proposal: id, title, description, axis },
      99,
    );
    expect(ownProposals(hoped).map((one) => [one.id, one.status])).toEqual([[id, 'submitted']]);
    const said = lay(
      hoped,
      {
        type: 'submitComment',
        comment: 'c0mmentAAAAAAAAAAAAAAA',
        proposal: bus.id,
        stance: 'for',
        text: 'Oui',
      },
      99,
    );
    expect(commentsOf(said, bus.id).map(({ text }) => text)).toEqual(['Oui']);
    expect(said.comments.size).toBe(0);
  });

  test('C5: editing a returned proposal sends it to the moderators again', () => {
    const mine = receive(
      board,
      state([], { yours: { ...yours, proposals: [{ ...bus, status: 'returned' }] } }),
    );
    const { title, description, axis } = bus;
    const edited = lay(
      mine,
      { type: 'editProposal', proposal: bus.id, title, description, axis },
      1,
    );
    expect(ownProposals(edited)[0]?.status).toBe('submitted');
  });
});

test('C1: a commitment is told, replaced and gone, each institution by itself', () => {
  const commitment = (institution: number, revision: number): Change => ({
    type: 'commitment',
    commitment: { proposal: 'p', institution, name: 'CTM', revision, progress: [] },
  });
  const state = (changes: readonly Change[], full = false): State => ({
    type: 'state',
    position: 1,
    changes,
    full,
  });
  const many = Array.from({ length: 9 }, (_, index) => commitment(index + 2, 1));
  const board = receive(emptyBoard, state([commitment(1, 1), ...many]));
  expect(commitmentsOn(board, 'p').map(({ institution }) => institution)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  const later = receive(
    board,
    state([commitment(1, 2), { type: 'commitmentGone', proposal: 'p', institution: 2 }]),
  );
  expect(commitmentsOn(later, 'p').map(({ revision }) => revision)).toEqual([
    2, 1, 1, 1, 1, 1, 1, 1, 1,
  ]);
  expect(commitmentsOn(receive(later, state([], true)), 'p')).toEqual([]);
});
