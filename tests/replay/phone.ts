// A phone as it behaves on a bad day: it keeps what was not answered, comes back by itself, and sends
// it again. It speaks the real protocol over a real WebSocket and remembers what it was told.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, Refusal } from '../../client-web/src/protocol/messages.ts';
import { readFromServer, subprotocol } from '../../client-web/src/protocol/messages.ts';
import { schemaProblem } from '../../client-web/src/protocol/schema-check.ts';

const inFlightMax = 16;
const attemptsMax = 600;

/** An independent validator looks at every so many frames; at each one it would be the bottleneck. */
const validatedEach = 10;
let heard = 0;

export type Answered = { readonly refusal: Refusal | undefined; readonly milliseconds: number };
type Waiting = {
  readonly operation: number;
  readonly command: Command;
  sentAt: number | undefined;
  readonly settle: (answered: Answered) => void;
};

export type Phone = {
  /** Resolves once the server has answered, however many connections that takes. */
  readonly ask: (command: Command) => Promise<Answered>;
  /** Resolves once this phone is welcomed for the first time. */
  readonly ready: Promise<void>;
  /** What it was told of its own choices: "ballot/proposal" to the choice, or undefined when taken back. */
  readonly told: ReadonlyMap<string, string | undefined>;
  readonly connections: () => number;
  readonly close: () => void;
};

export function createPhone(server: () => string, board: string, credential: string, device: string): Phone {
  const queue: Waiting[] = [];
  const told = new Map<string, string | undefined>();
  let operation = 0;
  let position: number | undefined;
  let socket: WebSocket | undefined;
  let welcomed = false;
  let closed = false;
  let connections = 0;
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  const pump = () => {
    if (!welcomed || !socket) return;
    for (const waiting of queue.slice(0, inFlightMax)) {
      if (waiting.sentAt !== undefined) continue;
      waiting.sentAt = performance.now();
      socket.send(JSON.stringify({ type: 'command', operation: waiting.operation, command: waiting.command }));
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
      becomeReady();
      resend();
      return;
    }
    if (message.type !== 'state') return;
    position = message.position;
    for (const own of message.yours?.choices ?? []) told.set(`${own.ballot}/${own.proposal}`, own.choice);
    for (const answer of message.answers ?? []) {
      const index = queue.findIndex((waiting) => waiting.operation === answer.operation);
      const [waiting] = index < 0 ? [] : queue.splice(index, 1);
      waiting?.settle({
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
          const hello = { type: 'hello', version: 1, board, credential, device };
          opened.send(JSON.stringify(position === undefined ? hello : { ...hello, position }));
        };
        opened.onmessage = (event) => hear(String(event.data));
        opened.onerror = () => {};
        opened.onclose = (event) => resolve(event.code);
      });
      socket = undefined;
      welcomed = false;
      if (closed) return;
      if (end >= 4500) throw new Error(`the server closed for good, with ${end}`);
      await sleep(50 + Math.random() * 250);
    }
  };
  const living = connect();
  living.catch((error) => {
    console.error(error);
    process.exit(1);
  });

  return {
    ask: (command) =>
      new Promise((settle) => {
        operation += 1;
        queue.push({ operation, command, sentAt: undefined, settle });
        pump();
      }),
    ready,
    told,
    connections: () => connections,
    close: () => {
      closed = true;
      socket?.close();
    },
  };
}
