import { describe, expect, test } from 'vitest';
import { type Board, emptyBoard } from '../../board/board';
import type { Ballot, Phase, Switches } from '../../protocol/messages';
import { memoryStorage } from '../../sync/storage';
import { emptyDraft, keepDraft, keptDraft } from './draft';
import { fragment, type Route, readRoute } from './route';
import { stageOf } from './stage';

const off: Switches = { propose: false, comment: false, vote: false, results: true };
const board = (
  phase: Phase,
  switches: Partial<Switches>,
  ballots: readonly Ballot[] = [],
): Board => ({
  ...emptyBoard,
  phase,
  about: {
    type: 'board',
    code: 'K7P4X',
    title: 'Feuille de route',
    language: 'fr',
    axes: [],
    colleges: [],
    settings: { moderation: 'before', proposalsPerParticipant: 5 },
    phases: [{ phase, switches: { ...off, ...switches } }],
  },
  ballots: new Map(ballots.map((one) => [one.id, one])),
});
const ballot = (number: number, more: Partial<Ballot>): Ballot => ({
  id: `ballot ${number}`,
  number,
  question: 'Que retenir ?',
  method: 'opinion',
  results: 'afterClosing',
  state: 'closed',
  proposals: [],
  openedAt: 1,
  resultsShown: false,
  orderShown: false,
  ...more,
});

describe('the phone follows the room', () => {
  test('C23: an open ballot is voted where the phase lets people vote, and is paused elsewhere', () => {
    const open = [ballot(1, { resultsShown: true }), ballot(2, { state: 'open' })];
    expect(stageOf(board('vote', { vote: true }, open))).toEqual({ type: 'vote', ballot: open[1] });
    expect(stageOf(board('moderate', {}, open)).type).toBe('votePaused');
    expect(stageOf(board('discuss', { comment: true }, open)).type).toBe('wait');
    expect(stageOf(board('collect', { propose: true }, open)).type).toBe('propose');
  });

  test('C23: after the vote come its results, and before they may show a word of thanks', () => {
    expect(stageOf(board('vote', { vote: true }, [ballot(1, {})])).type).toBe('voteOver');
    expect(stageOf(board('reveal', {}, [ballot(1, { resultsShown: true })])).type).toBe('results');
    const second = [ballot(1, { resultsShown: true }), ballot(2, {})];
    expect(stageOf(board('reveal', {}, second)).type).toBe('voteOver');
  });

  test('C23: where proposing is on one is asked to propose, and a closed board is closed', () => {
    expect(stageOf(board('collect', { propose: true })).type).toBe('propose');
    expect(stageOf(board('moderate', {})).type).toBe('wait');
    expect(
      stageOf(board('closed', { propose: true, vote: true }, [ballot(1, { state: 'open' })])).type,
    ).toBe('closed');
  });
});

describe('the phone keeps its place', () => {
  test('C24: every screen has an address that leads back to it', () => {
    const id = 'Jx0mO3sZQ0a1b2c3d4e5f6';
    const routes: readonly Route[] = [
      { type: 'now' },
      { type: 'list' },
      { type: 'propose' },
      { type: 'mine' },
      { type: 'name' },
      { type: 'proposal', id },
      { type: 'correct', id },
    ];
    for (const route of routes) expect(readRoute(fragment(route))).toEqual(route);
    for (const text of ['#rien', '#proposition', '', '#=']) {
      expect(readRoute(text)).toEqual({ type: 'now' });
    }
  });

  test('C24: what is being written is kept until it is sent', () => {
    const storage = memoryStorage();
    const draft = { title: 'Un bus', description: '', axis: 'inclusion' };
    keepDraft(storage, 'K7P4X', draft);
    expect(keptDraft(storage, 'K7P4X')).toEqual(draft);
    expect(keptDraft(storage, 'AAAAA')).toEqual(emptyDraft);
    keepDraft(storage, 'K7P4X', emptyDraft);
    expect(keptDraft(storage, 'K7P4X')).toEqual(emptyDraft);
  });
});
