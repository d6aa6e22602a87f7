// A store of two boards, with a byte turned, a file cut, a piece emptied, or one file as it was before:
// each time the board is refused, or is what it was. Never is it another one.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchServer, startServer } from '../replay/server.ts';
import { command, each, type Findings, freePort, openRoom, scratch, type Tools } from './lab.ts';
import { createWitness } from './witness.ts';

const lanes = 4;
/** One in so many mutants is also served. */
const servedEach = 10;
/** The file of marks is at most that old. */
const marksAge = 1_300;

type Kind = 'turned' | 'cut' | 'emptied' | 'older';
const kinds: readonly Kind[] = ['turned', 'cut', 'emptied', 'older'];

/** Files that hold something; what RocksDB tells of itself is none of it. */
const filesOf = (store: string): string[] =>
  readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(LOG|LOCK)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(store.length + 1));

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** Changes one file of a store, and says how. */
function spoil(store: string, older: string): string {
  const kind = any(kinds);
  if (kind === 'older') {
    const file = any(filesOf(older));
    cpSync(join(older, file), join(store, file));
    return `older ${file}`;
  }
  const file = any(filesOf(store));
  const path = join(store, file);
  const bytes = readFileSync(path);
  const at = Math.floor(Math.random() * bytes.length);
  if (kind === 'cut') truncateSync(path, at);
  else {
    if (kind === 'turned') bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    else bytes.fill(0, at, Math.min(at + 512, bytes.length));
    writeFileSync(path, bytes);
  }
  return `${kind} ${file} at ${at} of ${bytes.length}`;
}

/** The boards that a store tells: its code to "position digest". */
const boardsIn = (out: string): Map<string, string> =>
  new Map(
    out
      .split('\n')
      .filter((line) => line)
      .map((line) => [line.split(' ')[0] ?? '', line]),
  );

export async function spoilStores(tools: Tools, count: number, { holds }: Findings) {
  const folder = scratch('mutants');
  const store = join(folder, 'store');
  const older = join(folder, 'older');
  let server = await startServer(tools.binary, store, await freePort());
  const where = () => server.url;
  const first = await openRoom(where, createWitness(), 4);
  const second = await openRoom(where, createWitness(), 4);
  await Promise.all([first.round(30), second.round(30)]);
  const port = Number(new URL(server.url).port);
  // Twice, so that the log becomes tables; the second end is a kill, which leaves a log.
  await server.kill('SIGTERM');
  cpSync(store, older, { recursive: true });
  server = await startServer(tools.binary, store, port);
  await Promise.all([first.round(30), second.round(30)]);
  await sleep(marksAge);
  await server.kill('SIGKILL');
  first.close();
  second.close();
  const before = boardsIn((await command(tools.binary, 'verify', '--data', store)).out);
  holds('X27: the store is sound before it is spoiled', before.size === 2, [...before]);

  const found = { mutants: 0, harmless: 0, refused_board: 0, refused_store: 0, silent: 0, served: 0, others_served: 0 };
  await each(Array.from({ length: count }, (_, index) => index), lanes, async (index) => {
    const mutant = join(folder, `mutant-${index}`);
    mkdirSync(mutant);
    cpSync(store, mutant, { recursive: true });
    const how = spoil(mutant, older);
    const { status, out, err } = await command(tools.binary, 'verify', '--data', mutant);
    const boards = boardsIn(out);
    const changed = [...boards].filter(([code, line]) => before.get(code) !== line);
    found.mutants += 1;
    const silent = changed.length > 0 || (status === 0 && boards.size !== before.size);
    if (silent) found.silent += 1;
    else if (status === 0) found.harmless += 1;
    else if (boards.size > 0 || err.includes('Board ')) found.refused_board += 1;
    else found.refused_store += 1;
    holds(`X27: a spoiled store is refused, or what it was (${how})`, !silent, { status, out, err });
    holds(`X27: a refusal is a sentence (${how})`, status === 0 || (status === 1 && err.includes('koudmen: ')), { status, err });

    // One board refused: the other is served, and the refused one never.
    if (index % servedEach === 0 || boards.size === 1) {
      const served = launchServer(tools.binary, mutant, await freePort(), [], { hear: () => {} });
      const url = await served.serving.catch(() => undefined);
      found.served += 1;
      for (const code of url ? before.keys() : []) {
        const answer = await fetch(`${url}/api/v1/boards/${code}/roadmap.json`);
        const { asOf } = answer.ok ? ((await answer.json()) as { asOf: { position: number } }) : { asOf: undefined };
        const whole = String(asOf?.position) === before.get(code)?.split(' ')[1];
        holds(`X28: a board is served whole or not at all (${how})`, !answer.ok || whole, { code, asOf, whole: before.get(code) });
        if (boards.size === 1 && boards.has(code)) {
          holds(`X28: the other board goes on (${how})`, answer.ok, answer.status);
          if (answer.ok) found.others_served += 1;
        }
      }
      holds(`X28: a store that cannot be read is not served (${how})`, boards.size > 0 || url === undefined || status !== 1 || err.includes('Board '), err);
      await served.kill('SIGKILL');
    }
    rmSync(mutant, { recursive: true, force: true });
    if (found.mutants % 50 === 0) console.error(`mutants: ${found.mutants} of ${count}`);
  });
  return found;
}
