/**
 * One socket at a time to the server, for as long as the page lives.
 *
 * It knows neither the page nor the board: the socket, the clock, the timer and randomness are
 * passed in. A dead network often closes nothing, so silence is found by asking.
 */
import {
  type FromClient,
  type FromServer,
  type Hello,
  limits,
  mayReturn,
  readFromServer,
} from '../protocol/messages';
import { delay } from './backoff';

export type ConnectionState =
  /** Waits before trying again; `failures` in a row so far. */
  | { readonly type: 'waiting'; readonly failures: number }
  | { readonly type: 'opening'; readonly failures: number }
  | { readonly type: 'live' }
  /** The server said not to come back; `code` says why. */
  | { readonly type: 'gone'; readonly code: number };

/** What a browser's WebSocket offers of what is needed here. */
export type Socket = {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
};

export type Surroundings = {
  readonly openSocket: () => Socket;
  /** In [0, 1). */
  readonly random: () => number;
  /** Calls later, once; the returned function calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
};

export type Listener = {
  /** Asked at each opening, since the position changes. */
  readonly hello: () => Hello;
  readonly heard: (message: FromServer) => void;
  readonly changed: (state: ConnectionState) => void;
};

export type Connection = {
  readonly state: () => ConnectionState;
  readonly start: () => void;
  /** Sends if the line is live; says whether it did. */
  readonly send: (message: FromClient) => boolean;
  /** Something happened to the page or the network: ask if the line lives, or try again now. */
  readonly wake: () => void;
  /** Drops the line and opens another, with a new hello. */
  readonly restart: () => void;
  /** Ends for good, without a word to the listener. */
  readonly stop: () => void;
};

/** How long an opening may take until the welcome, and a ping until anything is heard. */
export const openingLimit = 10_000;
export const answerLimit = 5_000;

export const createConnection = (around: Surroundings, listener: Listener): Connection => {
  let state: ConnectionState = { type: 'waiting', failures: 0 };
  let socket: Socket | undefined;
  let failures = 0;
  let callOffStep = () => {}; // The next attempt, the limit of an opening, or the next ping.
  let callOffAnswer = () => {}; // The limit of a ping.

  const enter = (next: ConnectionState) => {
    state = next;
    listener.changed(next);
  };

  const drop = () => {
    callOffStep();
    callOffAnswer();
    const old = socket;
    socket = undefined;
    if (!old) return;
    old.onopen = null;
    old.onmessage = null;
    old.onclose = null;
    old.close();
  };

  const retryLater = () => {
    drop();
    callOffStep = around.after(delay(failures, around.random()), open);
    failures += 1;
    enter({ type: 'waiting', failures });
  };

  const leave = (code: number) => {
    drop();
    enter({ type: 'gone', code });
  };

  const ping = () => {
    callOffStep();
    callOffStep = around.after(limits.pingSeconds * 1000, ping);
    callOffAnswer();
    callOffAnswer = around.after(answerLimit, retryLater);
    socket?.send(JSON.stringify({ type: 'ping' } satisfies FromClient));
  };

  const hear = (data: unknown) => {
    callOffAnswer();
    const message = typeof data === 'string' ? readFromServer(data) : undefined;
    // What cannot be read may have mattered: say hello again rather than show half a board.
    if (!message) return retryLater();
    if (message.type === 'welcome') {
      callOffStep();
      callOffStep = around.after(limits.pingSeconds * 1000, ping);
      enter({ type: 'live' });
    }
    // Only a board that came through proves that the line is good.
    if (message.type === 'state') failures = 0;
    listener.heard(message);
  };

  const open = () => {
    drop();
    const opened = around.openSocket();
    socket = opened;
    callOffStep = around.after(openingLimit, retryLater);
    opened.onopen = () => opened.send(JSON.stringify(listener.hello()));
    opened.onmessage = ({ data }) => hear(data);
    opened.onclose = ({ code }) => (mayReturn(code) ? retryLater() : leave(code));
    enter({ type: 'opening', failures });
  };

  return {
    state: () => state,
    start: open,
    send: (message) => {
      if (state.type !== 'live' || !socket) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    wake: () => {
      if (state.type === 'live') return ping();
      if (state.type !== 'waiting') return;
      failures = 0;
      open();
    },
    restart: () => {
      if (state.type !== 'gone') open();
    },
    stop: drop,
  };
};
