// The room of the afternoon: the server, who sits in it, and what is expected of them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, RefusalWord } from '../../client-web/src/protocol/messages.ts';
import { seeded } from '../replay/deliberation.ts';
import type { Phone, Seat } from '../replay/phone.ts';
import { createPhone } from '../replay/phone.ts';
import type { RunningServer } from '../replay/server.ts';
import { exported, startServer } from '../replay/server.ts';
import type { Told } from './watch.ts';
import { createWatch } from './watch.ts';

/** Somebody, or something, at a device. */
export type Seated = {
  readonly name: string;
  readonly board: string;
  readonly device: string;
  readonly phone: Phone;
  readonly told: Told;
};

/** One of the people of the room, wherever they sit now. */
export type Person = {
  readonly index: number;
  readonly badge: number;
  readonly badgeCode: string;
  readonly college: string;
  /** Whether their badge was used on a device before. */
  came: boolean;
  /** Undefined while they sit nowhere: before they come, after their turn on a tablet, and who votes on paper. */
  seated: Seated | undefined;
};

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

const patience = 10_000;
const connectionsKeptMax = 100;
const failuresMax = 20; // Beyond them nothing that follows says anything.

/** An id of 22 characters that says what it is. */
export const id = (kind: string, count: number): string => `${kind}-${count}`.padEnd(22, '_');

/** Each connection that was kept from before a restart fails once; asking again is harmless, as it is for a phone. */
export async function get(address: string, options: RequestInit = {}): Promise<Response> {
  for (let attempt = 0; attempt < connectionsKeptMax; attempt++) {
    const response = await fetch(address, options).catch(() => undefined);
    if (response) return response;
  }
  return fetch(address, options);
}

/** Runs over a list, so many at a time. */
export async function each<T>(
  all: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < all.length) await act(all[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane));
}

export async function openRoom(binary: string) {
  const data = mkdtempSync(join(tmpdir(), 'koudmen-afternoon-'));
  process.once('exit', () => rmSync(data, { recursive: true, force: true }));
  let server: RunningServer = await startServer(binary, data, 0);
  const { url } = server;
  const random = seeded(2028);
  const started = performance.now();
  const count = {
    passed: 0,
    failed: 0,
    restarts: 0,
    devices: 0,
    complaints: 0,
    mismatches: 0,
    unchecked: 0,
    numbers: 0,
  };
  /** Every operation that was answered as done or was refused, by "board/device". */
  const done = new Map<string, Set<number>>();
  const refused = new Map<string, Set<number>>();

  const holds = (sentence: string, truth: boolean, detail: unknown = ''): void => {
    if (truth) count.passed += 1;
    else count.failed += 1;
    if (truth) return;
    console.log(`FAILED ${sentence} ${JSON.stringify(detail)}`.slice(0, 500));
    if (count.failed > failuresMax) throw new Error('too much is not as it should be');
  };
  const complain = (complaint: string) => {
    count.complaints += 1;
    if (count.complaints <= 10) console.log(`OVERHEARD ${complaint}`);
  };
  const scene = (name: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${name}`);

  /** Waits until it is so, and says if that never comes. */
  const until = async (
    sentence: string,
    isSo: () => boolean,
    detail: () => unknown = () => '',
  ): Promise<void> => {
    const end = performance.now() + patience;
    while (!isSo() && performance.now() < end) await sleep(10);
    holds(sentence, isSo(), detail());
  };

  const mintCredential = (): string => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz';
    return Array.from({ length: 26 }, () => letters[Math.floor(random() * 32)]).join('');
  };

  const http = async (
    method: string,
    path: string,
    body: unknown,
    credential?: string,
  ): Promise<Answer> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (credential) headers['authorization'] = `Bearer ${credential}`;
    const sent =
      body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await get(`${url}/api/v1/boards${path}`, sent);
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer = isJson
      ? ((await response.json()) as Record<string, unknown>)
      : { text: await response.text() };
    return { status: response.status, body: answer };
  };

  const sit = async (
    name: string,
    board: string,
    credential: string,
    seat: Seat = {},
  ): Promise<Seated> => {
    count.devices += 1;
    const device = id('device', count.devices);
    const { told, hear } = createWatch(name, complain);
    const phone = createPhone(() => url, board, credential, device, { ...seat, hear });
    await phone.ready;
    return { name, board, device, phone, told };
  };

  const ask = async (
    { board, device, phone }: Seated,
    command: Command,
    made?: number,
  ): Promise<RefusalWord | undefined> => {
    const { operation, refusal } = await phone.ask(command, made);
    const into = refusal ? refused : done;
    const key = `${board}/${device}`;
    into.set(key, (into.get(key) ?? new Set()).add(operation));
    return refusal?.word;
  };
  /** A command that has to be done. */
  const does = async (seated: Seated, command: Command): Promise<void> => {
    const word = await ask(seated, command);
    if (word) holds(`${seated.name} may ${command.type}`, false, { word, command });
  };
  /** A command that has to be refused, with this word. */
  const isRefused = async (
    sentence: string,
    seated: Seated,
    command: Command,
    word: RefusalWord,
    made?: number,
  ) => {
    const found = await ask(seated, command, made);
    holds(sentence, found === word, { command, wanted: word, found });
  };

  // A server that ends by itself ends the afternoon.
  let stopping = false;
  const mind = (running: RunningServer) =>
    running.gone.then((code) => {
      if (stopping) return;
      console.log(`FAILED the server ended by itself, with ${code}`);
      process.exit(1);
    });
  mind(server);
  const stop = (signal: NodeJS.Signals): Promise<number | null> => {
    stopping = true;
    return server.kill(signal);
  };

  const restart = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const code = await stop(signal);
    if (signal === 'SIGTERM')
      holds('a server that is told to stop stops in order', code === 0, code);
    server = await startServer(binary, data, Number(new URL(url).port));
    stopping = false;
    mind(server);
    count.restarts += 1;
  };

  const leave = async (): Promise<void> => {
    await stop('SIGTERM');
  };

  return {
    url,
    count,
    done,
    refused,
    holds,
    scene,
    until,
    mintCredential,
    http,
    sit,
    ask,
    does,
    isRefused,
    restart,
    leave,
    exportedByOperator: (board: string) => exported(binary, data, board),
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;
