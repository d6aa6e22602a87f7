// A phone as it behaves on a bad day: it keeps what was not answered, comes back by itself, and sends
// it again. It speaks the real protocol over a real WebSocket and remembers what it was told.

import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Command,
  FromClient,
  FromServer,
  Refusal,
  TabletUse,
} from '../../client-web/src/protocol/messages.ts';
import {
  limits,
  mayReturn,
  readFromServer,
  subprotocol,
} from '../../client-web/src/protocol/messages.ts';
import { schemaProblem } from '../../client-web/src/protocol/schema-check.ts';

const inFlightMax = 16;
const attemptsMax = 600;

/** An independent validator looks at every so many frames; at each one it would be the bottleneck. */
const validatedEach = 10;
let heard = 0;

export type Answered = {
  readonly operation: number;
  readonly refusal: Refusal | undefined;
  readonly milliseconds: number;
};
type Waiting = {
  readonly operation: number;
  readonly command: Command;
  /** How far this phone had been told when the command was made. */
  readonly position: number | undefined;
  sentAt: number | undefined;
  readonly settle: (answered: Answered) => void;
};

export type Phone = {
  /**
   * Resolves once the server has answered, however many connections that takes. `made` is how far this phone
   * had been told when the command was made, if that was not now.
   */
  readonly ask: (command: Command, made?: number) => Promise<Answered>;
  /** Says something that is not answered, if it is connected. */
  readonly say: (message: FromClient) => void;
  /** Resolves once this phone is welcomed for the first time. */
  readonly ready: Promise<void>;
  /** What it was told of its own choices: "ballot/proposal" to the choice, or undefined when taken back. */
  readonly told: ReadonlyMap<string, string | undefined>;
  /** The number of its last command. */
  readonly operation: () => number;
  readonly connections: () => number;
  readonly position: () => number;
  /** The code it was closed with for good, once it was. */
  readonly endedWith: () => number | undefined;
  readonly close: () => void;
};

export type Seat = {
  /** On a helper's tablet. */
  readonly helper?: string;
  readonly use?: TabletUse;
  /** Hears everything that this phone is told. */
  readonly hear?: (message: FromServer) => void;
  /** A closing for good that is no failure; what is not answered by then is refused. */
  readonly mayEndWith?: number;
};

export function createPhone(
  server: () => string,
  board: string,
  credential: string,
  device: string,
  { helper, use, hear: alsoHear, mayEndWith }: Seat = {},
): Phone {
  const queue: Waiting[] = [];
  const told = new Map<string, string | undefined>();
  let operation = 0;
  let position: number | undefined;
  let socket: WebSocket | undefined;
  let welcomed = false;
  let closed = false;
  let connections = 0;
  let endedWith: number | undefined;
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  const pump = () => {
    if (!welcomed || !socket) return;
    for (const waiting of queue.slice(0, inFlightMax)) {
      if (waiting.sentAt !== undefined) continue;
      waiting.sentAt = performance.now();
      const { operation: number, position: told, command } = waiting;
      socket.send(JSON.stringify({ type: 'command', operation: number, position: told, command }));
    }
  };

  const resend = () => {
    for (const waiting of queue) waiting.sentAt = undefined;
    pump();
  };

  const hear = (text: string) => {
    const message = readFromServer(text);
    if (!message) throw new Error(`the server said something unreadable: ${text.slice(0, 200)}`);
    if (heard++ % validatedEach === 0) {
      const problem = schemaProblem('FromServer', JSON.parse(text));
      if (problem) throw new Error(`the server sent a frame against the schema: ${problem}`);
    }
    if (message.type === 'welcome') {
      welcomed = true;
      connections += 1;
      operation = Math.max(operation, message.operation);
      alsoHear?.(message);
      becomeReady();
      resend();
      return;
    }
    if (message.type !== 'state') return alsoHear?.(message);
    position = message.position;
    alsoHear?.(message);
    for (const own of message.yours?.choices ?? [])
      told.set(`${own.ballot}/${own.proposal}`, own.choice);
    for (const answer of message.answers ?? []) {
      const index = queue.findIndex((waiting) => waiting.operation === answer.operation);
      const [waiting] = index < 0 ? [] : queue.splice(index, 1);
      waiting?.settle({
        operation: answer.operation,
        refusal: answer.refusal,
        milliseconds: performance.now() - (waiting.sentAt ?? performance.now()),
      });
    }
    if (message.resume) resend();
    else pump();
  };

  const connect = async () => {
    for (let attempt = 0; attempt < attemptsMax && !closed; attempt++) {
      const end = await new Promise<number>((resolve) => {
        const opened = new WebSocket(`${server().replace('http', 'ws')}/ws`, subprotocol);
        opened.onopen = () => {
          socket = opened;
          opened.send(
            JSON.stringify({
              type: 'hello',
              version: 1,
              board,
              credential,
              device,
              position,
              helper,
              use,
            }),
          );
        };
        opened.onmessage = (event) => hear(String(event.data));
        opened.onerror = () => {};
        opened.onclose = (event) => resolve(event.code);
      });
      socket = undefined;
      welcomed = false;
      if (closed) return;
      if (!mayReturn(end)) {
        endedWith = end;
        if (end !== mayEndWith)
          throw new Error(`the server closed ${device} for good, with ${end}`);
        for (const { operation: number, settle } of queue.splice(0)) {
          settle({ operation: number, refusal: { word: 'badgeMoved' }, milliseconds: 0 });
        }
        return;
      }
      await sleep(50 + Math.random() * 250);
    }
  };
  const pings = setInterval(() => {
    if (welcomed) socket?.send(JSON.stringify({ type: 'ping' }));
  }, limits.pingSeconds * 1000);
  const living = connect();
  living.catch((error) => {
    console.error(error);
    process.exit(1);
  });
  living.finally(() => clearInterval(pings)).catch(() => {});

  return {
    ask: (command, made = position) =>
      new Promise((settle) => {
        operation += 1;
        queue.push({ operation, command, position: made, sentAt: undefined, settle });
        pump();
      }),
    say: (message) => {
      if (welcomed) socket?.send(JSON.stringify(message));
    },
    ready,
    told,
    operation: () => operation,
    connections: () => connections,
    position: () => position ?? 0,
    endedWith: () => endedWith,
    close: () => {
      closed = true;
      socket?.close();
    },
  };
}
