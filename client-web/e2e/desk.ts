/** A desk without a page: it gives commands over a socket, and waits for each answer. */
import type { Change, Command, FromServer, Refusal } from '../src/protocol/messages.ts';
import { subprotocol, version } from '../src/protocol/messages.ts';
import { schemaProblem } from '../src/protocol/schema-check.ts';
import { browserRandom, mintId } from '../src/store/identity.ts';

export type Desk = {
  /** Undefined when it was done. */
  readonly ask: (command: Command) => Promise<Refusal | undefined>;
  /** Everything told so far, oldest first. */
  readonly told: readonly Change[];
  readonly close: () => void;
};

export const openDesk = (url: string, board: string, credential: string): Promise<Desk> =>
  new Promise((ready, failed) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, subprotocol);
    const waiting = new Map<number, (refusal: Refusal | undefined) => void>();
    const told: Change[] = [];
    let operation = 0;
    const say = (message: object) => socket.send(JSON.stringify(message));
    const desk: Desk = {
      ask: (command) =>
        new Promise((answered) => {
          operation += 1;
          waiting.set(operation, answered);
          say({ type: 'command', operation, command });
        }),
      told,
      close: () => socket.close(),
    };
    socket.onopen = () =>
      say({ type: 'hello', version, board, credential, device: mintId(browserRandom) });
    socket.onerror = () => failed(new Error('the desk could not connect'));
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as FromServer;
      const problem = schemaProblem('FromServer', message);
      if (problem) throw new Error(`a frame against the schema: ${problem}`);
      if (message.type === 'rejected') waiting.get(message.operation ?? 0)?.(message.refusal);
      if (message.type !== 'state') return;
      told.push(...message.changes);
      for (const answer of message.answers ?? []) waiting.get(answer.operation)?.(answer.refusal);
      if (message.full) ready(desk);
    };
  });

/** The last thing told that passes. */
export const lastTold = <T extends Change>(
  desk: Desk,
  passes: (change: Change) => change is T,
): T | undefined => desk.told.filter(passes).pop();
