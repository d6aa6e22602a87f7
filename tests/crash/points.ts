// A short afternoon, from an empty folder to a server that is told to stop, played again and again: each
// time the process is killed, or its disk fails, at another call.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LaunchedServer, launchServer } from '../replay/server.ts';
import { each, type Findings, freePort, openRoom, preloaded, type Tools } from './lab.ts';
import type { Witness } from './witness.ts';

const lanes = 6;
const people = 4;
const commandsEach = 40;
const calls = ['write', 'sync', 'rename'] as const;
type Call = (typeof calls)[number];
type Fault = 'kill' | 'eio' | 'enospc' | 'erofs' | 'short';
type Point = { readonly call: Call; readonly at: number; readonly kind: Fault };

/** How long a server whose disk failed may take to serve again what can be read. */
const recovery = 5_000;

type Played = {
  readonly struck: boolean;
  readonly ended: boolean;
  readonly refusedWriting: boolean;
  readonly counts: readonly number[];
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
};

const countsIn = (file: string): number[] => {
  const bytes = readFileSync(file);
  return calls.map((_, index) => Number(bytes.readBigUInt64LE(index * 8)));
};

async function play(
  tools: Tools,
  point: Point | undefined,
  witness: Witness,
  { holds }: Findings,
): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'koudmen-point-'));
  const data = join(folder, 'data');
  const file = join(folder, 'counts');
  writeFileSync(file, Buffer.alloc(8 * calls.length));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const name = point ? `${point.kind} at ${point.call} ${point.at}` : 'nothing';
  const rule = point && point.kind !== 'kill' ? 'X24' : 'X23';
  const said: string[] = [];
  const hear = (line: string) => said.push(line);
  const environment = preloaded(tools, {
    FAULT_FOLDER: data,
    FAULT_COUNTS: file,
    FAULT_CALL: point?.call ?? '',
    FAULT_AT: String(point?.at ?? 0),
    FAULT_KIND: point?.kind ?? '',
  });
  const struck = () =>
    point !== undefined && (countsIn(file)[calls.indexOf(point.call)] ?? 0) >= point.at;

  let board = '';
  let over = false;
  let ended = false;
  let refusedWriting = false;
  const clean = async (): Promise<LaunchedServer> => {
    const server = launchServer(tools.binary, data, port, [], { hear });
    await server.serving.catch((error) =>
      holds(`${rule}: the store opens again after ${name}`, false, [String(error), said.slice(-3)]),
    );
    return server;
  };
  // Minds the first server, and puts another in its place once the fault has struck.
  const living = (async (): Promise<LaunchedServer> => {
    const first = launchServer(tools.binary, data, port, [], { environment, hear });
    const gone = first.gone.then(() => true);
    const serves = await first.serving.then(
      () => true,
      () => false,
    );
    while (serves && !over) {
      const left = await Promise.race([gone, sleep(15).then(() => false)]);
      if (left) break;
      if (point?.kind === 'kill' || !struck()) continue;
      const health = await fetch(`${url}/healthz`).catch(() => undefined);
      if (health?.status !== 503) continue;
      // Nothing is written any more: what is known is served, or the process ends.
      refusedWriting = true;
      const end = performance.now() + recovery;
      let reads = false;
      while (!reads && performance.now() < end) {
        const page = await fetch(`${url}/`).catch(() => undefined);
        const roadmap = `${url}/api/v1/boards/${board}/roadmap.json`;
        const ready = board === '' ? undefined : await fetch(roadmap).catch(() => undefined);
        reads = page?.status === 200 && (board === '' || ready?.status === 200);
        if (!reads) {
          if (await Promise.race([gone, sleep(50).then(() => false)])) break;
        }
      }
      holds(`X25: reads go on after ${name}`, reads || (await Promise.race([gone, false])));
      break;
    }
    if (over) return first;
    await Promise.race([first.kill('SIGTERM'), sleep(recovery).then(() => first.kill('SIGKILL'))]);
    ended = true;
    return clean();
  })();

  const room = await openRoom(() => url, witness, people, (code) => {
    board = code;
  });
  await room.round(commandsEach);
  over = true;
  let server = await living;
  if (!ended) {
    // The rest of the calls are those of a server that stops.
    await Promise.race([server.kill('SIGTERM'), sleep(20_000).then(() => server.kill('SIGKILL'))]);
    server = await clean();
  }
  const { acknowledged, lost, duplicated } = witness.hold(room.board, await room.archive());
  room.close();
  await server.kill('SIGTERM');
  holds(`${rule}: nothing acknowledged is lost by ${name}`, lost === 0, { lost, acknowledged });
  holds(`${rule}: nothing is done twice after ${name}`, duplicated === 0, duplicated);
  const counts = countsIn(file);
  const hit = struck();
  rmSync(folder, { recursive: true, force: true });
  return { struck: hit, ended, refusedWriting, counts, acknowledged, lost, duplicated };
}

async function playAll(
  name: string,
  points: readonly Point[],
  tools: Tools,
  witness: Witness,
  findings: Findings,
) {
  const found = {
    points: points.length,
    struck: 0,
    ended: 0,
    read_only: 0,
    acknowledged: 0,
    lost: 0,
    duplicated: 0,
  };
  let done = 0;
  await each(points, lanes, async (point) => {
    const played = await play(tools, point, witness, findings);
    if (played.struck) found.struck += 1;
    if (played.ended) found.ended += 1;
    if (played.refusedWriting) found.read_only += 1;
    found.acknowledged += played.acknowledged;
    found.lost += played.lost;
    found.duplicated += played.duplicated;
    done += 1;
    if (done % 40 === 0) console.error(`${name}: ${done} of ${points.length}`);
  });
  return found;
}

/** As many of each call as the scenario makes, the most of three times. */
async function countCalls(tools: Tools, witness: Witness, findings: Findings): Promise<number[]> {
  const most = calls.map(() => 0);
  for (let time = 0; time < 3; time++) {
    const { counts } = await play(tools, undefined, witness, findings);
    counts.forEach((count, index) => {
      most[index] = Math.max(most[index] ?? 0, count);
    });
  }
  return most;
}

/** SIGKILL at every call of the scenario. */
export async function killAtEach(tools: Tools, witness: Witness, findings: Findings) {
  const most = await countCalls(tools, witness, findings);
  const points = calls.flatMap((call, index) =>
    Array.from({ length: most[index] ?? 0 }, (_, at) => ({ call, at: at + 1, kind: 'kill' as const })),
  );
  const found = await playAll('points', points, tools, witness, findings);
  findings.holds('X23: the faults struck', found.struck > points.length / 2, found);
  return { ...found, calls: Object.fromEntries(calls.map((call, index) => [call, most[index]])) };
}

/** Every fault at calls all over the scenario. */
export async function failAtEach(tools: Tools, count: number, witness: Witness, findings: Findings) {
  const most = await countCalls(tools, witness, findings);
  const every: Point[] = calls.flatMap((call, index) =>
    Array.from({ length: most[index] ?? 0 }, (_, at) =>
      (['eio', 'enospc', 'erofs', 'short'] as const)
        .filter((kind) => kind !== 'short' || call === 'write')
        .map((kind) => ({ call, at: at + 1, kind })),
    ).flat(),
  );
  const step = Math.max(1, every.length / Math.max(1, count));
  const offset = Math.random() * step;
  const points = Array.from(
    { length: Math.min(count, every.length) },
    (_, index) => every[Math.floor(offset + index * step) % every.length] as Point,
  );
  const found = await playAll('faults', points, tools, witness, findings);
  findings.holds('X24: the faults struck', found.struck > points.length / 2, found);
  return { ...found, of: every.length };
}
