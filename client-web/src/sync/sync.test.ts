import { describe, expect, test } from 'vitest';
import { delay, waitMax, waitMin } from './backoff';
import { type ConnectionState, createConnection, type Socket } from './connection';
import { leaseTime, placesMax, takeLease } from './lease';
import { createOutbox } from './outbox';
import { memoryStorage } from './storage';

/** Timers by hand, and sockets that remember what was sent. */
const world = () => {
  let time = 0;
  const timers = new Map<number, { at: number; then: () => void }>();
  let count = 0;
  const sockets: (Socket & { sent: string[]; closed: boolean })[] = [];
  return {
    sockets,
    last: () => {
      const found = sockets[sockets.length - 1];
      if (!found) throw new Error('no socket was opened');
      return found;
    },
    surroundings: {
      openSocket: () => {
        const socket = {
          sent: [] as string[],
          closed: false,
          send(text: string) {
            this.sent.push(text);
          },
          close() {
            this.closed = true;
          },
          onopen: null,
          onmessage: null,
          onclose: null,
        };
        sockets.push(socket);
        return socket as (typeof sockets)[number];
      },
      random: () => 0,
      after: (milliseconds: number, then: () => void) => {
        count += 1;
        const id = count;
        timers.set(id, { at: time + milliseconds, then });
        return () => timers.delete(id);
      },
    },
    pass: (milliseconds: number) => {
      const end = time + milliseconds;
      for (;;) {
        const next = [...timers]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at)[0];
        if (!next) break;
        timers.delete(next[0]);
        time = next[1].at;
        next[1].then();
      }
      time = end;
    },
  };
};

const welcome = JSON.stringify({
  type: 'welcome',
  version: 1,
  role: 'participant',
  now: 1,
  operation: 0,
});
const state = JSON.stringify({ type: 'state', position: 1, changes: [] });

const connected = () => {
  const around = world();
  const states: ConnectionState['type'][] = [];
  const heard: string[] = [];
  const connection = createConnection(around.surroundings, {
    hello: () => ({ type: 'hello', version: 1, board: 'K7P4X', device: 'd3viceAAAAAAAAAAAAAAAA' }),
    heard: ({ type }) => heard.push(type),
    changed: ({ type }) => states.push(type),
  });
  connection.start();
  const live = () => {
    around.last().onopen?.();
    around.last().onmessage?.({ data: welcome });
    around.last().onmessage?.({ data: state });
  };
  return { ...around, connection, states, heard, live };
};

describe('the line to the server', () => {
  test('C6: the wait is spread out, grows, and stays between half a second and fifteen', () => {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      expect(delay(attempt, 0)).toBe(waitMin);
      expect(delay(attempt, 0.999999)).toBeLessThanOrEqual(waitMax);
    }
    expect(delay(0, 0.5)).toBeLessThan(delay(3, 0.5));
  });

  test('C6: hello is said on opening, and the line is live with the welcome', () => {
    const { connection, live, states, heard, last } = connected();
    expect(connection.send({ type: 'ping' })).toBe(false);
    live();
    expect(JSON.parse(last().sent[0] ?? '').type).toBe('hello');
    expect(states).toEqual(['opening', 'live']);
    expect(heard).toEqual(['welcome', 'state']);
    expect(connection.send({ type: 'ping' })).toBe(true);
  });

  test('C7: a line that stays silent after a ping is dropped and opened again', () => {
    const { live, pass, sockets, states, last } = connected();
    live();
    pass(15_000);
    expect(last().sent.map((text) => JSON.parse(text).type)).toEqual(['hello', 'ping']);
    last().onmessage?.({ data: JSON.stringify({ type: 'pong', now: 2 }) });
    pass(14_999);
    expect(sockets).toHaveLength(1);
    pass(5_001);
    expect(sockets[0]?.closed).toBe(true);
    pass(waitMin);
    expect(sockets).toHaveLength(2);
    expect(states).toEqual(['opening', 'live', 'waiting', 'opening']);
  });

  test('C7: waking asks a live line at once, and tries a waiting one at once', () => {
    const { connection, live, pass, sockets, last } = connected();
    live();
    connection.wake();
    expect(last().sent).toHaveLength(2);
    last().onclose?.({ code: 1006 });
    expect(sockets).toHaveLength(1);
    connection.wake();
    expect(sockets).toHaveLength(2);
    live();
    pass(1000);
    expect(sockets).toHaveLength(2);
  });

  test('C8: codes from 4500 are final, all others mean come back', () => {
    const back = connected();
    back.live();
    back.last().onclose?.({ code: 4000 });
    expect(back.connection.state().type).toBe('waiting');
    const gone = connected();
    gone.live();
    gone.last().onclose?.({ code: 4500 });
    expect(gone.connection.state()).toEqual({ type: 'gone', code: 4500 });
    gone.connection.wake();
    gone.pass(60_000);
    expect(gone.sockets).toHaveLength(1);
  });

  test('C8: what cannot be read is not guessed: the line is opened again', () => {
    const { connection, live, last } = connected();
    live();
    last().onmessage?.({ data: '{"type":"surprise"}' });
    expect(connection.state().type).toBe('waiting');
  });
});

describe('commands not answered yet', () => {
  const device = () => 'd3viceAAAAAAAAAAAAAAAA';
  const command = { type: 'introduce', name: 'Man Tine' } as const;

  test('C9: a reload finds the device, the count and what waits', () => {
    const storage = memoryStorage();
    const first = createOutbox(storage, 'box', device);
    first.add(command, 5);
    first.add({ type: 'introduce' }, 6);
    first.settle(1);
    const again = createOutbox(storage, 'box', () => 'another');
    expect(again.device).toBe(device());
    expect(again.waiting().map(({ operation }) => operation)).toEqual([2]);
    expect(again.add(command, 7)?.operation).toBe(3);
  });

  test('C9: a number is never given twice, also after the server counted further', () => {
    const outbox = createOutbox(memoryStorage(), 'box', device);
    expect(outbox.add(command, 1)?.operation).toBe(1);
    outbox.countOnFrom(9);
    expect(outbox.add(command, 1)?.operation).toBe(10);
    outbox.countOnFrom(3);
    expect(outbox.add(command, 1)?.operation).toBe(11);
  });

  test('C9: sixty-four may wait and no more', () => {
    const outbox = createOutbox(memoryStorage(), 'box', device);
    for (let index = 0; index < 64; index += 1) expect(outbox.add(command, 1)).toBeDefined();
    expect(outbox.add(command, 1)).toBeUndefined();
    outbox.settle(5);
    expect(outbox.add(command, 1)?.operation).toBe(65);
  });

  test('C9: what is kept and not understood is not sent', () => {
    const storage = memoryStorage();
    storage.write('box', '{"device":"x","next":0,"waiting":[{"nonsense":1}]}');
    expect(createOutbox(storage, 'box', device).waiting()).toEqual([]);
  });
});

describe('tabs of one board', () => {
  const none = () => false;

  test('C10: each tab has a place of its own, free again when it leaves or falls silent', () => {
    const storage = memoryStorage();
    const first = takeLease(storage, 'k', 'one', 0, none);
    const second = takeLease(storage, 'k', 'two', 0, none);
    expect([first.place, second.place]).toEqual([0, 1]);
    first.release();
    expect(takeLease(storage, 'k', 'three', 1, none).place).toBe(0);
    expect(takeLease(storage, 'k', 'four', leaseTime + 1, none).place).toBe(1);
    expect(second.renew(leaseTime + 2)).toBe(false);
  });

  test('C10: a place that still holds something to send is taken first', () => {
    expect(takeLease(memoryStorage(), 'k', 'one', 0, (place) => place === 3).place).toBe(3);
  });

  test('C10: more tabs than places still get one', () => {
    const storage = memoryStorage();
    for (let tab = 0; tab < placesMax; tab += 1) takeLease(storage, 'k', `tab ${tab}`, 0, none);
    expect(takeLease(storage, 'k', 'more', 0, none).place).toBe(placesMax);
  });
});
