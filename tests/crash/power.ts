// Power cuts: the store is on an ext4 of its own, in a file, which is shut down under load with nothing
// more written. What was acknowledged before that moment is there when it is mounted again.

import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exported, startServer } from '../replay/server.ts';
import { atTheEnd, each, type Findings, freePort, openRoom, preloaded, scratch, type Tools } from './lab.ts';
import { createWitness, type Witness } from './witness.ts';

const lanes = 3;
const people = 10;
const imageBytes = 256 * 1024 * 1024;
const unsyncedCycles = 3;

const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A file system in a file. */
export function createDisk(bytes: number) {
  const folder = scratch('disk');
  const image = join(folder, 'image');
  const at = join(folder, 'mounted');
  writeFileSync(image, '');
  truncateSync(image, bytes);
  mkdirSync(at);
  run('mkfs.ext4', '-q', '-F', image);
  let mounted = false;
  const mount = () => {
    run('mount', '-o', 'loop', image, at);
    mounted = true;
  };
  const unmount = async () => {
    for (let attempt = 0; ; attempt++) {
      try {
        run('umount', at);
        mounted = false;
        return;
      } catch (error) {
        if (attempt === 50) throw error;
        await sleep(50);
      }
    }
  };
  mount();
  atTheEnd(() => {
    if (mounted) run('umount', '-l', at);
  });
  return { at, mount, unmount };
}

/** Why there can be no such file system here; undefined where there can. */
export function noDisks(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root may mount a file system';
  try {
    run('losetup', '-f');
    run('which', 'mkfs.ext4');
  } catch (error) {
    return `no loop device, or no mkfs.ext4: ${String(error).slice(0, 120)}`;
  }
  return undefined;
}

/** Cuts the power now; the moment before. */
const cut = (tools: Tools, at: string): bigint => BigInt(run(tools.powerCut, at).trim());

/** With syncs that do nothing, the same cuts lose what was acknowledged: so the lab would see it. */
async function unsynced(tools: Tools) {
  const found = { cycles: 0, caught: 0, acknowledged: 0, lost: 0 };
  await each(Array.from({ length: unsyncedCycles }), lanes, async () => {
    const disk = createDisk(imageBytes);
    const data = join(disk.at, 'data');
    const port = await freePort();
    const server = await startServer(tools.binary, data, port, [], {
      environment: preloaded(tools, { FAULT_FOLDER: data, FAULT_KIND: 'forget' }),
    });
    const witness = createWitness();
    const room = await openRoom(() => server.url, witness, people);
    room.begin();
    await sleep(500 + Math.random() * 500);
    const moment = cut(tools, disk.at);
    room.close();
    await server.kill('SIGKILL');
    witness.forget(room.board, moment);
    await disk.unmount();
    disk.mount();
    const acknowledged = witness.acknowledged(room.board).size;
    let lost = acknowledged;
    try {
      lost = witness.hold(room.board, exported(tools.binary, data, room.board)).lost;
    } catch {
      // Not even the board is there.
    }
    await disk.unmount();
    found.cycles += 1;
    if (lost > 0) found.caught += 1;
    found.acknowledged += acknowledged;
    found.lost += lost;
  });
  return found;
}

export async function cutPower(
  tools: Tools,
  cuts: number,
  witness: Witness,
  { holds }: Findings,
) {
  const reason = noDisks();
  if (reason) {
    console.error(`power: skipped, ${reason}`);
    return { skipped: reason };
  }
  const found = { cuts: 0, acknowledged: 0, lost: 0, duplicated: 0 };
  const shares = Array.from({ length: lanes }, (_, lane) =>
    Math.floor((cuts + lane) / lanes),
  ).filter((share) => share > 0);
  await each(shares, lanes, async (share) => {
    const disk = createDisk(imageBytes);
    const data = join(disk.at, 'data');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    let server = await startServer(tools.binary, data, port);
    const room = await openRoom(() => url, witness, people);
    const load = room.begin();
    for (let count = 0; count < share; count++) {
      const before = room.answered();
      while (room.answered() === before) await sleep(5);
      await sleep(Math.random() * 500);
      const moment = cut(tools, disk.at);
      await server.kill('SIGKILL');
      await disk.unmount();
      witness.forget(room.board, moment);
      disk.mount();
      server = await startServer(tools.binary, data, port);
      found.cuts += 1;
      if (found.cuts % 10 === 0) console.error(`power: ${found.cuts} of ${cuts}`);
    }
    await load.stop();
    const { acknowledged, lost, duplicated } = witness.hold(room.board, await room.archive());
    room.close();
    await server.kill('SIGTERM');
    await disk.unmount();
    found.acknowledged += acknowledged;
    found.lost += lost;
    found.duplicated += duplicated;
  });
  holds('X26: what was acknowledged before a power cut is there, once', found.lost + found.duplicated === 0, found);
  const without = await unsynced(tools);
  console.error(
    `power: without syncs ${without.caught} of ${without.cycles} cuts lost what was acknowledged (${without.lost} of ${without.acknowledged})`,
  );
  return { ...found, unsynced: without };
}
