import { describe, expect, test } from 'vitest';
import type { FromServer, Proposal } from '../protocol/messages';
import { checks } from '../protocol/messages';
import type { Socket } from '../sync/connection';
import { leaseTime, renewEvery } from '../sync/lease';
import { memoryStorage, type Storage } from '../sync/storage';
import { mintCredential, mintId, type RandomBytes } from './identity';
import { forget, membership, rememberJoined } from './membership';
import { createStore, keepEvery, paintEvery } from './store';

let seed = 1;
const random: RandomBytes = (count) =>
  Uint8Array.from({ length: count }, () => {
    seed = (seed * 16807) % 2147483647;
    return seed & 0xff;
  });

const credential = '0123456789abcdefghjkmnpqrs';
const ballot = 'b4LL0tAAAAAAAAAAAAAAAA';
const proposal = 'Jx0mO3sZQ0a1b2c3d4e5f6';
const bus: Proposal = {
  id: proposal,
  number: 1,
  title: 'Un bus',
  description: '',
  axis: 'a',
  author: 3,
  college: 'c',
  status: 'published',
  submittedAt: 1,
};
const vote = { type: 'castChoice', ballot, proposal, choice: 'support' } as const;

type Sent = { type: string; operation: number; position?: number; command: { type: string } };

const phone = (storage: Storage = memoryStorage(), build?: string) => {
  let time = 1_000_000;
  let socket: Socket | undefined;
  let sent: Sent[] = [];
  const timers: { at: number; then: () => void; off: boolean }[] = [];
  const store = createStore({
    code: 'K7P4X',
    credential,
    storage,
    build,
    random,
    now: () => time,
    surroundings: {
      openSocket: () => {
        sent = [];
        socket = {
          send: (text) => sent.push(JSON.parse(text)),
          close: () => {},
          onopen: null,
          onmessage: null,
          onclose: null,
        };
        return socket;
      },
      random: () => 0,
      after: (milliseconds, then) => {
        const timer = { at: time + milliseconds, then, off: false };
        timers.push(timer);
        return () => {
          timer.off = true;
        };
      },
    },
  });
  const say = (message: FromServer) => socket?.onmessage?.({ data: JSON.stringify(message) });
  let paints = 0;
  store.watch(() => {
    paints += 1;
  });
  store.start();
  return {
    store,
    storage,
    say,
    sent: () => sent,
    commands: () => sent.filter(({ type }) => type === 'command'),
    hangUp: (code: number) => socket?.onclose?.({ code }),
    welcome: (operation = 0) => {
      socket?.onopen?.();
      say({ type: 'welcome', version: 1, role: 'participant', now: time + 5000, operation });
    },
    state: (more: object = {}) => say({ type: 'state', position: 7, changes: [], ...more }),
    paints: () => paints,
    pass: (milliseconds: number) => {
      const end = time + milliseconds;
      for (;;) {
        const due = timers
          .filter(({ at, off }) => !off && at <= end)
          .sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        due.off = true;
        time = due.at;
        due.then();
      }
      time = end;
    },
  };
};

describe('what a page shows', () => {
  test('C11: an act shows at once, is sent, and is confirmed by its answer', () => {
    const { store, welcome, state, commands } = phone();
    welcome();
    state({ full: true });
    expect(store.intend(vote)).toBe(true);
    expect(store.view().board.mine.choices.get(ballot)?.get(proposal)).toBe('support');
    expect(store.view().confirmed.mine.choices.size).toBe(0);
    expect(store.view().waiting).toHaveLength(1);
    expect(commands().map(({ operation }) => operation)).toEqual([1]);
    state({
      answers: [{ operation: 1 }],
      yours: {
        choices: [{ ballot, proposal, choice: 'support' }],
        proposals: [],
        comments: [],
        tallies: [],
      },
    });
    expect(store.view().waiting).toEqual([]);
    expect(store.view().confirmed.mine.choices.get(ballot)?.get(proposal)).toBe('support');
  });

  test('C12: what was done without a line is sent in order after the welcome, and again on resume', () => {
    const { store, welcome, state, commands, hangUp, pass } = phone();
    store.intend(vote);
    store.intend({ type: 'introduce', name: 'Man Tine' });
    expect(commands()).toEqual([]);
    welcome();
    expect(commands().map(({ operation }) => operation)).toEqual([1, 2]);
    state({ resume: true });
    expect(commands().map(({ operation }) => operation)).toEqual([1, 2, 1, 2]);
    hangUp(1006);
    pass(600);
    welcome();
    expect(commands().map(({ operation }) => operation)).toEqual([1, 2]);
  });

  test('C12: a reload sends what a closed tab left unanswered, from the same device', () => {
    const before = phone();
    before.welcome();
    before.store.intend(vote);
    const device = (before.sent()[0] as unknown as { device: string }).device;
    before.store.leave();
    const after = phone(before.storage);
    after.welcome();
    expect(after.commands()).toEqual([{ type: 'command', operation: 1, command: vote }]);
    expect((after.sent()[0] as unknown as { device: string }).device).toBe(device);
  });

  test('C12: a second tab is another device and sends nothing of the first', () => {
    const one = phone();
    one.welcome();
    one.store.intend(vote);
    const two = phone(one.storage);
    two.welcome();
    expect(two.commands()).toEqual([]);
    const device = (from: typeof one) => (from.sent()[0] as unknown as { device: string }).device;
    expect(device(two)).not.toBe(device(one));
  });

  test('C12: what a tab left that ended without a word is sent once its place is free', () => {
    const before = phone();
    before.welcome();
    before.store.intend(vote);
    const after = phone(before.storage);
    after.welcome();
    expect(after.commands()).toEqual([]);
    after.pass(leaseTime + 2 * renewEvery);
    after.welcome();
    expect(after.commands()).toEqual([{ type: 'command', operation: 1, command: vote }]);
    expect(after.store.view().waiting).toHaveLength(1);
  });

  test('C82: what was abandoned is not sent by anybody and leaves nothing behind', () => {
    const kept = new Map<string, string>();
    const storage: Storage = {
      read: (key) => kept.get(key),
      write: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    };
    const before = phone(storage);
    before.welcome();
    before.store.intend(vote);
    expect(kept.size).toBeGreaterThan(0);
    before.store.abandon();
    expect([...kept.keys()]).toEqual([]);
    before.pass(60_000);
    before.store.wake();
    expect([...kept.keys()]).toEqual([]);
    const after = phone(storage);
    after.welcome();
    expect(after.commands()).toEqual([]);
  });

  test('C97: a command says how far its device had been told when it was made, also when sent again', () => {
    const before = phone();
    before.welcome();
    before.state({ position: 41 });
    before.store.intend(vote);
    before.store.leave();
    const after = phone(before.storage);
    after.welcome();
    after.state({ position: 43 });
    after.state({ position: 43, resume: true });
    expect(after.commands().map(({ position }) => position)).toEqual([41, 41]);
    after.store.intend({ type: 'introduce', name: 'Man Tine' });
    expect(after.commands().map(({ position }) => position)).toEqual([41, 41, 43]);
  });

  test('C13: a refusal takes the act back and says why, until it is done anew', () => {
    const { store, welcome, state } = phone();
    welcome();
    store.intend(vote);
    state({ answers: [{ operation: 1, refusal: { word: 'ballotNotOpen' } }] });
    expect(store.view().board.mine.choices.get(ballot)?.get(proposal)).toBeUndefined();
    expect(store.view().notices.map(({ refusal }) => refusal.word)).toEqual(['ballotNotOpen']);
    store.intend(vote);
    expect(store.view().notices).toEqual([]);
  });

  test('C13: a frame the server could not read is a refusal too', () => {
    const { store, welcome, say } = phone();
    welcome();
    store.intend(vote);
    say({ type: 'rejected', operation: 1, refusal: { word: 'malformed' } });
    expect(store.view().waiting).toEqual([]);
    expect(store.view().notices).toHaveLength(1);
  });

  test('C14: superseded settles a choice in silence, and asks anew for words', () => {
    const { store, welcome, state, commands, pass } = phone();
    welcome();
    store.intend(vote);
    store.intend({ type: 'submitProposal', proposal, title: 'Un bus', description: '', axis: 'a' });
    state({
      answers: [
        { operation: 1, refusal: { word: 'superseded' } },
        { operation: 2, refusal: { word: 'superseded' } },
      ],
    });
    expect(store.view().notices).toEqual([]);
    expect(store.view().waiting.map(({ operation }) => operation)).toEqual([3]);
    pass(3000);
    expect(commands().map(({ operation }) => operation)).toEqual([1, 2, 3]);
  });

  test('C14: when the server is busy the act is asked again by itself, unless a later one stands for it', () => {
    const { store, welcome, state } = phone();
    welcome();
    store.intend(vote);
    store.intend({ ...vote, choice: 'oppose' });
    state({ answers: [{ operation: 1, refusal: { word: 'busy' } }] });
    expect(store.view().waiting.map(({ operation }) => operation)).toEqual([2]);
    state({ answers: [{ operation: 2, refusal: { word: 'busy' } }] });
    expect(store.view().waiting.map(({ operation }) => operation)).toEqual([3]);
    expect(store.view().board.mine.choices.get(ballot)?.get(proposal)).toBe('oppose');
  });

  test('C15: whatever arrives, there are at most four paints a second, and the last state is painted', () => {
    const { store, welcome, state, paints, pass } = phone();
    welcome();
    state({ full: true });
    const before = paints();
    for (let index = 0; index < 100; index += 1) {
      state({
        position: 8 + index,
        changes: [{ type: 'proposal', proposal: { ...bus, number: index } }],
      });
      pass(10);
    }
    pass(paintEvery);
    expect(paints() - before).toBeLessThanOrEqual(6);
    expect(store.view().board.proposals.get(proposal)?.number).toBe(99);
  });

  test('C194: of a board of which more follows nothing is shown until it is there', () => {
    const { store, welcome, state, paints } = phone();
    welcome();
    const before = paints();
    state({ full: true, more: true, changes: [{ type: 'proposal', proposal: bus }] });
    expect(paints()).toBe(before);
    state({ yours: { participant: 3, choices: [], proposals: [], comments: [], tallies: [] } });
    expect(paints()).toBe(before + 1);
    expect(store.view().board.proposals.size).toBe(1);
    expect(store.view().board.mine.participant).toBe(3);
  });

  test('C194: a line that is cut between the two leaves what was known before, and asks from there', () => {
    const { store, welcome, state, hangUp, pass, sent } = phone();
    welcome();
    state({
      full: true,
      yours: { participant: 3, choices: [], proposals: [], comments: [], tallies: [] },
    });
    state({ position: 9, full: true, more: true, changes: [{ type: 'proposal', proposal: bus }] });
    hangUp(4000);
    expect(store.view().board.proposals.size).toBe(0);
    pass(60_000);
    welcome();
    expect(
      sent()
        .filter(({ type }) => type === 'hello')
        .at(-1),
    ).toMatchObject({ position: 7 });
    state({ position: 8 });
    expect(store.view().board.proposals.size).toBe(0);
    expect(store.view().board.mine.participant).toBe(3);
  });

  test('C16: coming back, the phone says how far it was told and by whose clock it counts', () => {
    const { store, welcome, state, hangUp, pass, sent } = phone();
    welcome();
    state({ full: true });
    expect(store.view().clockAhead).toBe(5000);
    expect(store.view().lostAt).toBeUndefined();
    hangUp(4000);
    expect(store.view().lostAt).toBeDefined();
    pass(600);
    welcome(12);
    expect(sent()[0]).toMatchObject({ type: 'hello', position: 7, credential });
    store.intend(vote);
    expect(store.view().waiting[0]?.operation).toBe(13);
  });
});

describe('what a phone keeps', () => {
  const told = { full: true, changes: [{ type: 'proposal', proposal: bus }] };

  test('C140: a page that opens anew shows what was told last, says so, and asks for all of it', () => {
    const storage = memoryStorage();
    const before = phone(storage, 'one');
    before.welcome();
    before.state({ full: true });
    before.state({ changes: told.changes });
    before.pass(keepEvery);
    const after = phone(storage, 'one');
    expect(after.store.view().board.proposals.get(proposal)).toEqual(bus);
    expect(after.store.view().keptAt).toBe(1_000_000 + keepEvery);
    after.welcome();
    expect(after.sent()[0]).toMatchObject({ type: 'hello' });
    expect(after.sent()[0]?.position).toBeUndefined();
    after.state({ full: true });
    expect(after.store.view().keptAt).toBeUndefined();
    expect(after.store.view().board.proposals.size).toBe(0);
  });

  test('C140: what answers this phone is kept at once, and what was told last as the page is left', () => {
    const storage = memoryStorage();
    const before = phone(storage, 'one');
    before.welcome();
    before.state({ full: true });
    before.store.intend(vote);
    before.state({
      yours: {
        choices: [{ ballot, proposal, choice: 'support' }],
        proposals: [],
        comments: [],
        tallies: [],
      },
      answers: [{ operation: 1 }],
    });
    const mine = () =>
      phone(storage, 'one').store.view().confirmed.mine.choices.get(ballot)?.get(proposal);
    expect(mine()).toBe('support');
    before.state({ changes: told.changes });
    expect(phone(storage, 'one').store.view().board.proposals.size).toBe(0);
    before.store.leave();
    expect(phone(storage, 'one').store.view().board.proposals.size).toBe(1);
  });

  test('C141: what another build kept is not shown, and a page that keeps nothing leaves nothing', () => {
    const storage = memoryStorage();
    const before = phone(storage, 'one');
    before.welcome();
    before.state(told);
    before.store.leave();
    expect(phone(storage, 'two').store.view().board.proposals.size).toBe(0);
    expect(phone(storage).store.view().board.proposals.size).toBe(0);
    before.store.abandon();
    expect(phone(storage, 'one').store.view().board.proposals.size).toBe(0);
  });
});

describe('who a phone is', () => {
  test('C17: credentials and ids have the form the protocol asks for, and differ', () => {
    const made = new Set<string>();
    for (let index = 0; index < 200; index += 1) {
      const one = mintCredential(random);
      const id = mintId(random);
      expect(checks.Credential(one)).toBe(true);
      expect(checks.DeviceId(id) && checks.ProposalId(id)).toBe(true);
      made.add(one).add(id);
    }
    expect(made.size).toBe(400);
  });

  test('C17: a phone keeps its credential before it is used, by board', () => {
    const storage = memoryStorage();
    const made = membership(storage, 'K7P4X', random);
    expect(made.joined).toBe(false);
    expect(membership(storage, 'K7P4X', random)).toEqual(made);
    rememberJoined(storage, 'K7P4X', made);
    expect(membership(storage, 'K7P4X', random)).toEqual({ ...made, joined: true });
    expect(membership(storage, 'AAAAA', random).credential).not.toBe(made.credential);
    forget(storage, 'K7P4X');
    expect(membership(storage, 'K7P4X', random).credential).not.toBe(made.credential);
  });
});
