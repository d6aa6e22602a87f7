// What the experiments of the lab share: the tools, a port, a room that votes, comments and proposes, and
// the count of what was found.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Command } from '../../client-web/src/protocol/messages.ts';
import { createPhone, type Phone } from '../replay/phone.ts';
import type { Witness } from './witness.ts';

export type Tools = {
  readonly binary: string;
  readonly faults: string;
  readonly powerCut: string;
  readonly history: string;
  /** The library of the sanitizer that the server was built with; empty without one. */
  readonly sanitizer: string;
};

/** The variables of a server whose disk is the lab's. */
export const preloaded = (
  { faults, sanitizer }: Tools,
  what: Readonly<Record<string, string>>,
): Record<string, string> => ({
  // A sanitizer's own library has to come before any other.
  LD_PRELOAD: sanitizer ? `${sanitizer} ${faults}` : faults,
  ...what,
});

export const mint = (): string => randomBytes(17).toString('base64url').slice(0, 22);
export function mintCredential(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(randomBytes(26), (byte) => letters[byte & 31]).join('');
}

// What is to be undone when the lab ends, the last first.
const undone: (() => void)[] = [];
process.once('exit', () => {
  for (const undo of undone.reverse()) undo();
});
export const atTheEnd = (undo: () => void) => undone.push(undo);

/** A folder that is gone when the lab is. */
export function scratch(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `koudmen-${name}-`));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

type Ran = { readonly status: number; readonly out: string; readonly err: string };

/** An operator's command, and what became of it. */
export async function command(binary: string, ...words: string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(binary, words, { maxBuffer: 1 << 28 });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: typeof code === 'number' ? code : -1, out: stdout, err: stderr };
  }
}

/** Runs over a list, so many at a time. */
export async function each<T>(
  list: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < list.length) await act(list[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, lane));
}

/** What was found wrong, and how often what was tried. */
export function createFindings() {
  const wrong: string[] = [];
  let passed = 0;
  return {
    wrong,
    passed: () => passed,
    holds: (sentence: string, truth: boolean, detail: unknown = '') => {
      if (truth) passed += 1;
      if (truth) return;
      wrong.push(sentence);
      console.error(`FAILED ${sentence} ${JSON.stringify(detail)}`.slice(0, 600));
    },
  };
}
export type Findings = ReturnType<typeof createFindings>;

/** Asks until it is answered: a server that is down comes back. */
export async function request(
  where: () => string,
  path: string,
  options: RequestInit = {},
  patience = 30_000,
): Promise<Response> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await fetch(`${where()}${path}`, options).catch(() => undefined);
    // 503: nothing could be kept, and it may be asked again.
    if (answer && answer.status !== 503 && answer.status !== 429) return answer;
    if (performance.now() > end) throw new Error(`no answer from ${path}`);
    await sleep(20);
  }
}

const post = async (
  where: () => string,
  path: string,
  body: unknown,
  credential = '',
): Promise<Record<string, string>> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` };
  const answer = await request(where, path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
};

async function mustDo(phone: Phone, command: Command): Promise<void> {
  for (;;) {
    const { refusal } = await phone.ask(command);
    if (!refusal) return;
    if (refusal.word !== 'notSaved' && refusal.word !== 'busy')
      throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
    await sleep(50);
  }
}

export type Room = {
  readonly board: string;
  readonly facilitator: string;
  /** Commands that were answered as done. */
  readonly answered: () => number;
  readonly refused: ReadonlyMap<string, number>;
  /** Each phone does that many commands, one after the other. */
  readonly round: (commands: number) => Promise<void>;
  /** Phones act without an end, until told to stop; then all that was asked is answered. */
  readonly begin: () => { readonly stop: () => Promise<void> };
  /** The whole board, from the server that runs now. */
  readonly archive: () => Promise<Buffer>;
  readonly close: () => void;
};

const proposalsMax = 150;
const commentsMax = 400;

export async function openRoom(
  where: () => string,
  witness: Witness,
  people: number,
  opened: (board: string) => void = () => {},
): Promise<Room> {
  const created = await post(where, '/api/v1/boards', {
    title: 'Le labo',
    axes: [{ id: 'axe', title: 'Axe' }],
    settings: { moderation: 'after', proposalsPerParticipant: 20 },
  });
  const { code: board = '', facilitator = '' } = created;
  opened(board);
  const desk = createPhone(where, board, facilitator, mint());
  await desk.ready;
  const proposals: string[] = [];
  let comments = 0;
  let answered = 0;
  const refused = new Map<string, number>();
  const ballot = mint();

  const seats: { device: string; credential: string; phone: Phone }[] = [];
  for (let index = 0; index < people; index++) {
    const credential = mintCredential();
    await post(where, `/api/v1/boards/${board}/participants`, { college: 'citizens' }, credential);
    const device = mint();
    const phone = createPhone(where, board, credential, device, {
      hear: (message) => witness.heard(board, device, message),
    });
    seats.push({ device, credential, phone });
  }
  await Promise.all(seats.map(({ phone }) => phone.ready));

  const ask = async (seat: (typeof seats)[number], command: Command): Promise<void> => {
    const answer = seat.phone.ask(command);
    witness.asked(board, seat.device, seat.credential, seat.phone.operation(), command);
    const { operation, refusal } = await answer;
    if (!refusal) {
      witness.done(board, seat.device, operation);
      answered += 1;
      return;
    }
    refused.set(refusal.word, (refused.get(refusal.word) ?? 0) + 1);
    // What could not be saved may be there all the same, if the disk took it and said otherwise.
    if (refusal.word !== 'notSaved') witness.refused(board, seat.device, operation);
  };
  const propose = (seat: (typeof seats)[number]) => {
    const proposal = mint();
    const command: Command = {
      type: 'submitProposal',
      proposal,
      axis: 'axe',
      title: `Proposition ${proposal.slice(0, 8)}`,
      description: '',
    };
    return ask(seat, command).then(() => proposals.push(proposal));
  };

  const switches = { propose: true, comment: true, vote: true, results: true };
  await mustDo(desk, { type: 'configurePhase', phase: 'vote', switches });
  await mustDo(desk, { type: 'openPhase', phase: 'vote' });
  await Promise.all(seats.slice(0, 4).map(propose));
  const votable = [...proposals];
  await mustDo(desk, {
    type: 'openBallot',
    ballot,
    question: 'Alors ?',
    method: 'opinion',
    results: 'live',
  });

  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  const act = (seat: (typeof seats)[number]): Promise<unknown> => {
    const dice = Math.random();
    if (dice < 0.05 && proposals.length < proposalsMax) return propose(seat);
    if (dice < 0.12 && comments < commentsMax) {
      comments += 1;
      const comment = mint();
      return ask(seat, {
        type: 'submitComment',
        comment,
        proposal: pick(votable),
        stance: 'for',
        text: `Parce que ${comment}`,
      });
    }
    const choice = pick(['support', 'neutral', 'oppose', undefined] as const);
    return ask(seat, {
      type: 'castChoice',
      ballot,
      proposal: pick(votable),
      ...(choice ? { choice } : {}),
    });
  };

  return {
    board,
    facilitator,
    answered: () => answered,
    refused,
    round: async (commands) => {
      await Promise.all(
        seats.map(async (seat) => {
          for (let count = 0; count < commands; count++) await act(seat);
        }),
      );
    },
    begin: () => {
      let stopped = false;
      const living = seats.map(async (seat) => {
        while (!stopped) {
          await sleep(Math.random() * 60);
          await Promise.all(Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => act(seat)));
        }
      });
      return {
        stop: async () => {
          stopped = true;
          await Promise.all(living);
        },
      };
    },
    archive: async () => {
      const answer = await request(where, `/api/v1/boards/${board}/board.zip`, {
        headers: { authorization: `Bearer ${facilitator}` },
      });
      if (!answer.ok) throw new Error(`board.zip: ${answer.status} ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    close: () => {
      for (const { phone } of seats) phone.close();
      desk.close();
    },
  };
}
