// The real server, a board on it, one credential for each role, and somebody honest whom nothing may harm.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardCreated, HelperIssued, InstitutionInvited } from '../../client-web/src/protocol/messages.ts';
import { browserRandom, mintCredential, mintId } from '../../client-web/src/store/identity.ts';
import { type RunningServer, startServer } from '../replay/server.ts';
import { opcodes, text } from './frames.ts';
import type { House } from './judge.ts';
import { hearMessage, type Line, type Message, messageOf, nextDevice, openSocket, type Seat } from './line.ts';

export const freshCredential = (): string => mintCredential(browserRandom);
export const freshId = (): string => mintId(browserRandom);

export const withStore = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'koudmen-conformance-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const portOf = ({ url }: RunningServer): number => Number(new URL(url).port);

export async function post<T>(url: string, body: object, credential?: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(credential ? { Authorization: `Bearer ${credential}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export const roles = ['participant', 'moderator', 'facilitator', 'screen', 'observer', 'helper', 'institution'] as const;
export type Role = (typeof roles)[number];

/** One credential for each role but the observer, who has none. */
export type Cast = { readonly board: string; readonly seats: Readonly<Record<Role, Seat>> };

export async function openBoard(url: string, settings: object = {}, key?: string): Promise<Cast> {
  const created = await post<BoardCreated>(
    `${url}/api/v1/boards`,
    {
      title: 'Une salle d’essai',
      axes: [{ id: 'inclusion', title: 'Inclusion' }],
      settings: { moderation: 'after', proposalsPerParticipant: 200, ...settings },
    },
    key,
  );
  const board = created.code;
  const at = `${url}/api/v1/boards/${board}`;
  const participant = freshCredential();
  await post(`${at}/participants`, { college: 'citizens' }, participant);
  const helper = (await post<HelperIssued>(`${at}/helpers`, {}, created.facilitator)).credential;
  const { credential: institution } = await post<InstitutionInvited>(`${at}/institutions`, { name: 'CTM' }, created.facilitator);
  const { facilitator, moderator, screen } = created;
  const seat = (credential: string): Seat => ({ board, credential });
  return {
    board,
    seats: {
      participant: seat(participant),
      moderator: seat(moderator),
      facilitator: seat(facilitator),
      screen: seat(screen),
      observer: { board },
      helper: seat(helper),
      institution: seat(institution),
    },
  };
}

/** Commands over a raw socket, each answered before the next. */
export type Speaker = {
  readonly line: Line;
  /** Who one is here, as the server says. */
  readonly role: unknown;
  /** The whole board as it was told at first. */
  readonly state: Message;
  /** The word of the refusal; undefined when it was done. */
  readonly ask: (command: object) => Promise<string | undefined>;
};

export async function openSpeaker(port: number, seat: Seat): Promise<Speaker> {
  const line = await openSocket(port, seat);
  let operation = 0;
  return {
    line,
    role: line.welcome?.['role'],
    state: line.state ?? {},
    ask: async (command) => {
      operation += 1;
      line.send(text(JSON.stringify({ type: 'command', operation, command })));
      for (;;) {
        const message = await hearMessage(line);
        if (!message) throw new Error(`the server ended instead of answering ${JSON.stringify(command)}`);
        type Told = { operation: number; refusal?: { word: string } };
        const { type, answers, refusal } = message as { type: string; answers?: Told[]; refusal?: Told['refusal'] };
        // What could not be read at all has no number. Ten of them in a row would end the session.
        if (type === 'rejected' && [undefined, operation].includes(message['operation'] as number)) {
          line.send(text('{"type":"ping"}'));
          return refusal?.word ?? 'malformed';
        }
        const answer = answers?.find((one) => one.operation === operation);
        if (answer) return answer.refusal?.word;
      }
    },
  };
}

/** How long an honest person may wait for an answer beside what is done here, in milliseconds. */
const honestWait = 2_000;

export type Watched = House & {
  /** Whether the witness can speak, and is heard by others. */
  readonly checkRoom: () => Promise<void>;
  /** The longest that the witness waited, in milliseconds. */
  readonly slowest: () => number;
  readonly leave: () => void;
};

export async function openHouse(url: string): Promise<Watched> {
  const port = Number(new URL(url).port);
  const { board, seats } = await openBoard(url);
  const witness = freshCredential();
  await post(`${url}/api/v1/boards/${board}/participants`, { college: 'citizens' }, witness);
  const line = await openSocket(port, { board, credential: witness });
  const waiting: (() => void)[] = [];
  let over = false;
  let slowest = 0;
  // Only pongs matter to the witness; whatever else is told is read and let go.
  const listen = async () => {
    for (;;) {
      const heard = await line.hear().catch(() => undefined);
      if (heard?.opcode === opcodes.text && messageOf(heard)['type'] === 'pong') waiting.shift()?.();
      if (heard === undefined && over) return;
      if (heard?.opcode === opcodes.close) return;
    }
  };
  void listen();
  return {
    port,
    seats: { observer: seats.observer, participant: seats.participant, desk: seats.facilitator },
    checkWitness: () =>
      new Promise((resolve, reject) => {
        const asked = Date.now();
        const timer = setTimeout(() => reject(new Error('the witness is not answered')), honestWait);
        waiting.push(() => {
          slowest = Math.max(slowest, Date.now() - asked);
          clearTimeout(timer);
          resolve();
        });
        line.send(text('{"type":"ping"}'));
      }),
    checkRoom: async () => {
      const speaker = await openSpeaker(port, { board, credential: witness });
      const other = await openSocket(port, seats.observer);
      const proposal = freshId();
      const refusal = await speaker.ask({ type: 'submitProposal', proposal, title: 'Un bus', description: '', axis: 'inclusion' });
      if (refusal) throw new Error(`the witness is refused: ${refusal}`);
      for (let heard = false; !heard; ) {
        const message = await hearMessage(other);
        if (!message) throw new Error('who looks on is sent away');
        heard = JSON.stringify(message).includes(proposal);
      }
      speaker.line.cut();
      other.cut();
    },
    slowest: () => slowest,
    leave: () => {
      over = true;
      line.cut();
    },
  };
}

/** Whether a rule was kept. */
export const tell = (rule: string, kept: boolean): void => console.log(`${kept ? 'ok     ' : 'FAILED '} ${rule}`);

/** Some at a time. */
export async function each<T, U>(all: readonly T[], workers: number, work: (one: T) => Promise<U>): Promise<readonly U[]> {
  const done: U[] = new Array(all.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let at = next++; at < all.length; at = next++) done[at] = await work(all[at] as T);
    }),
  );
  return done;
}

export { nextDevice, startServer };
