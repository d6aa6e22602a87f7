import { describe, expect, test } from 'vitest';
import { type Board, emptyBoard } from '../../board/board';
import { screenOf } from '../../board/select';
import type {
  Ballot,
  Decision,
  Proposal,
  ProposalStatus,
  ScreenNow,
  Tally,
} from '../../protocol/messages';
import { apart, quadrantOf } from './agreement';
import { pageStarts } from './paging';
import { leadsNowhere, type Scene, sceneOf, screenNumber } from './scene';

const proposal = (number: number, more: Partial<Proposal> = {}): Proposal => ({
  id: `p${number}`,
  number,
  title: `Proposition ${number}`,
  description: '',
  axis: 'a',
  author: 1,
  college: 'citizens',
  status: 'published',
  submittedAt: number,
  ...more,
});
const decided = (number: number, axis: string, decision: Decision): Proposal =>
  proposal(number, {
    axis,
    status: decision as ProposalStatus,
    decision: { decision, at: 1, partners: [] },
  });
const ballot = (number: number, more: Partial<Ballot> = {}): Ballot => ({
  id: `b${number}`,
  number,
  question: 'Que retenir ?',
  method: 'opinion',
  results: 'afterClosing',
  state: 'closed',
  proposals: ['p1', 'p2', 'p3'],
  openedAt: 1,
  resultsShown: true,
  orderShown: true,
  ...more,
});
const tally = (one: string, about: string, support: number): Tally => ({
  ballot: one,
  proposal: about,
  counts: [support, 0, 0],
});

const board = (
  screen: Omit<ScreenNow, 'screen'> | undefined,
  proposals: readonly Proposal[],
  ballots: readonly Ballot[] = [],
  tallies: readonly Tally[] = [],
  order: readonly string[] = [],
): Board => ({
  ...emptyBoard,
  about: {
    type: 'board',
    code: 'K7P4X',
    title: 'Feuille de route',
    language: 'fr',
    axes: [
      { id: 'z', title: 'Inclusion' },
      { id: 'a', title: 'Sécurité' },
    ],
    colleges: [],
    settings: { moderation: 'before', proposalsPerParticipant: 5 },
    phases: [],
  },
  screens: screen ? [{ screen: 1, ...screen }] : [],
  proposals: new Map(proposals.map((one) => [one.id, one])),
  rankings: new Map(
    ballots.map((one) => [one.id, order.map((proposal, place) => ({ proposal, rank: place + 1 }))]),
  ),
  ballots: new Map(ballots.map((one) => [one.id, one])),
  tallies: new Map(
    ballots.map((one) => [
      one.id,
      new Map(tallies.filter((t) => t.ballot === one.id).map((t) => [t.proposal, t])),
    ]),
  ),
});

const numbers = (scene: Scene): readonly number[] =>
  'rows' in scene ? scene.rows.map(({ proposal }: { proposal: Proposal }) => proposal.number) : [];

const sceneShown = (shown: Board): Scene => sceneOf(shown, screenOf(shown, 1));

describe('which screen a wall is', () => {
  test('C95: an address chooses a screen, and one that is not there follows the first', () => {
    expect(['', '?ecran=2', '?x=1&ecran=3', '?ecran=22', '?ecran=0'].map(screenNumber)).toEqual([
      1, 2, 3, 1, 1,
    ]);
    const two = {
      ...emptyBoard,
      screens: [
        { screen: 1, view: 'proposals' },
        { screen: 2, view: 'roadmap' },
      ] as const,
    };
    expect(sceneOf(two, screenOf(two, 2)).type).toBe('roadmap');
    expect(sceneOf(two, screenOf(two, 3)).type).toBe('proposals');
    expect(screenOf(emptyBoard, 1).view).toBe('join');
  });
});

describe('what the wall shows', () => {
  const three = [proposal(1), proposal(2), proposal(3)];

  test('C41: without a choice of the desk it shows how to come in, and thanks once it is over', () => {
    expect(sceneShown(board(undefined, []))).toEqual({ type: 'join' });
    expect(sceneShown({ ...board(undefined, []), phase: 'closed' })).toEqual({ type: 'over' });
  });

  test('C41: the newest proposal is on top, and what the room does not see is not there', () => {
    const hidden = proposal(4, { status: 'submitted' });
    expect(numbers(sceneShown(board({ view: 'proposals' }, [...three, hidden])))).toEqual([
      3, 2, 1,
    ]);
    const asked = sceneShown(board({ view: 'proposal', proposal: 'p4' }, [hidden]));
    expect(asked).toEqual({ type: 'proposal', row: undefined });
  });

  test('C41: results are ranked once the vote is over, and keep their order while it is open', () => {
    const counts = [tally('b1', 'p1', 1), tally('b1', 'p2', 9), tally('b1', 'p3', 5)];
    const results = (one: Ballot) =>
      numbers(
        sceneShown(
          board({ view: 'results', ballot: 'b1' }, three, [one], counts, ['p2', 'p3', 'p1']),
        ),
      );
    expect(results(ballot(1))).toEqual([2, 3, 1]);
    // The order alone, before the numbers.
    expect(results(ballot(1, { resultsShown: false }))).toEqual([2, 3, 1]);
    expect(results(ballot(1, { state: 'open', orderShown: false }))).toEqual([1, 2, 3]);
  });

  test('C41: the counts of an older vote are not shown while a newer one hides its own', () => {
    const counts = [tally('b1', 'p1', 4), tally('b2', 'p1', 7)];
    const shown = (...ballots: readonly Ballot[]) => {
      const scene = sceneShown(board({ view: 'proposal', proposal: 'p1' }, three, ballots, counts));
      return scene.type === 'proposal' ? scene.row?.counted?.counts[0] : 'another view';
    };
    expect(shown(ballot(1))).toBe(4);
    expect(shown(ballot(1), ballot(2))).toBe(7);
    expect(shown(ballot(1), ballot(2, { resultsShown: false }))).toBeUndefined();
    expect(shown(ballot(1), ballot(2, { resultsShown: false, proposals: ['p2'] }))).toBe(4);
  });

  test('C41: decisions stand by theme in the board’s order, adopted ones first', () => {
    const all = [
      decided(1, 'a', 'adopted'),
      decided(2, 'z', 'notRetained'),
      decided(3, 'z', 'toStudy'),
      decided(4, 'z', 'adoptedWithChanges'),
      decided(5, 'z', 'adopted'),
      proposal(6),
    ];
    expect(numbers(sceneShown(board({ view: 'roadmap' }, all)))).toEqual([4, 5, 3, 2, 1]);
  });

  test('C155: a proposal stands by its share of support and by what the colleges agree on', () => {
    const counts = [tally('b1', 'p1', 9), tally('b1', 'p2', 4)];
    const told = (one: Ballot) => {
      const voted = board({ view: 'agreement', ballot: 'b1' }, three, [one], counts);
      const standings = [
        { proposal: 'p1', rank: 1, consensus: 7_500 },
        { proposal: 'p2', rank: 2 },
      ];
      const scene = sceneShown({ ...voted, rankings: new Map([['b1', standings]]) });
      if (scene.type !== 'agreement') throw new Error(scene.type);
      return {
        points: scene.points.map(({ proposal: { number }, ...place }) => ({ number, ...place })),
        left: scene.left,
      };
    };
    // The second has too few people in its colleges, the third no opinion at all.
    expect(told(ballot(1))).toEqual({
      points: [{ number: 1, support: 1, agreement: 0.75 }],
      left: 2,
    });
    // What must not be seen yet has no place, and is not even counted.
    expect(told(ballot(1, { resultsShown: false }))).toEqual({ points: [], left: 0 });
  });

  test('C155: half is no majority, and half of the way is no agreement', () => {
    expect(quadrantOf({ support: 0.51, agreement: 0.51 })).toBe('both');
    expect(quadrantOf({ support: 0.51, agreement: 0.5 })).toBe('majority');
    expect(quadrantOf({ support: 0.5, agreement: 0.51 })).toBe('agreement');
    expect(quadrantOf({ support: 0.5, agreement: 0.5 })).toBe('neither');
  });

  test('C155: numbers that stand on each other part, and stay in the picture', () => {
    const places = [
      { x: 99, y: 1 },
      { x: 99, y: 1 },
      { x: 95, y: 3 },
      { x: 20, y: 70 },
    ];
    const moved = apart(places, 12, { width: 100, height: 100 });
    moved.forEach((one, index) => {
      for (const other of moved.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(11.5);
      }
      expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(6);
      expect(Math.max(one.x, one.y)).toBeLessThanOrEqual(94);
    });
    expect(moved[3]).toEqual(places[3]);
    expect(apart(places, 12, { width: 100, height: 100 })).toEqual(moved);
  });

  test('C156: colleges are shown of one proposal or of all, and only with the results', () => {
    const of = (one: Ballot, chosen: object) =>
      numbers(
        sceneShown(
          board(
            { view: 'colleges', ballot: 'b1', ...chosen },
            three,
            [one],
            [],
            ['p2', 'p1', 'p3'],
          ),
        ),
      );
    expect(of(ballot(1), {})).toEqual([2, 1, 3]);
    expect(of(ballot(1), { proposal: 'p3' })).toEqual([3]);
    expect(of(ballot(1, { resultsShown: false }), {})).toEqual([]);
    expect(of(ballot(1, { resultsShown: false }), { proposal: 'p3' })).toEqual([]);
  });

  test('C157: the roadmap counts what is decided, of all that can be, and knows what came last', () => {
    const late = { decision: 'toStudy', at: 9, partners: [] } as const;
    const all = [
      decided(1, 'a', 'adopted'),
      proposal(2, { status: 'toStudy', decision: late }),
      proposal(3),
      proposal(4, { status: 'submitted' }),
    ];
    const scene = sceneShown(board({ view: 'roadmap' }, all));
    if (scene.type !== 'roadmap') throw new Error(scene.type);
    expect([scene.rows.length, scene.of, scene.newest?.number]).toEqual([2, 3, 2]);
  });

  test('C41: an address that phones cannot follow is known', () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) expect(leadsNowhere(name)).toBe(true);
    for (const name of ['192.168.1.20', 'koudmen.mq', 'salle.localhost']) {
      expect(leadsNowhere(name)).toBe(false);
    }
  });
});

describe('pages of the wall', () => {
  /** Items of these heights, one under another with a gap of one. */
  const spans = (...heights: readonly number[]) => {
    let top = 0;
    return heights.map((height) => {
      const span = { top, bottom: top + height };
      top += height + 1;
      return span;
    });
  };

  test('C42: a page holds as many whole items as fit', () => {
    expect(pageStarts(spans(10, 10, 10, 10), 21)).toEqual([0, 2]);
    expect(pageStarts(spans(10, 10, 10, 10), 100)).toEqual([0]);
    expect(pageStarts(spans(5, 15, 5), 21)).toEqual([0, 2]);
  });

  test('C42: no item is left out, however tall it is or low the screen', () => {
    expect(pageStarts(spans(10, 50, 10), 20)).toEqual([0, 1, 2]);
    expect(pageStarts(spans(10, 10), 0)).toEqual([0, 1]);
    expect(pageStarts([], 20)).toEqual([]);
  });
});
