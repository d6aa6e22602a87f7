// A disk that fills while a room works: what is asked is refused with a word that says so, everything can
// be read and exported, and once there is room again the same process writes again.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../replay/server.ts';
import { command, type Findings, freePort, openRoom, type Tools } from './lab.ts';
import { createDisk, noDisks } from './power.ts';
import type { Witness } from './witness.ts';

const diskBytes = 96 * 1024 * 1024;
const patience = 15_000;

export async function fillDisk(tools: Tools, witness: Witness, { holds }: Findings) {
  const reason = noDisks();
  if (reason) {
    console.error(`filling: skipped, ${reason}`);
    return { skipped: reason };
  }
  const disk = createDisk(diskBytes);
  const data = join(disk.at, 'data');
  const facts: string[] = [];
  const server = await startServer(tools.binary, data, await freePort(), ['--free-mib', '32'], {
    hear: (line) => facts.push(line),
  });
  const room = await openRoom(() => server.url, witness, 8);
  const load = room.begin();
  const until = async (isSo: () => boolean): Promise<boolean> => {
    const end = performance.now() + patience;
    while (!isSo() && performance.now() < end) await sleep(20);
    return isSo();
  };
  await until(() => room.answered() > 100);

  const filler = join(disk.at, 'filler');
  writeFileSync(filler, Buffer.alloc(60 * 1024 * 1024));
  const told = await until(() => (room.refused.get('notSaved') ?? 0) > 0);
  holds('X29: what is asked on a disk that is nearly full is refused as not saved', told);
  holds('X29: the operator is told', facts.some((line) => line.includes('disk_nearly_full')), facts.slice(-3));
  await sleep(200);
  const answeredFull = room.answered();
  const roadmap = await fetch(`${server.url}/api/v1/boards/${room.board}/roadmap.json`);
  holds('X29: the roadmap can be read', roadmap.status === 200, roadmap.status);
  const whole = await room.archive();
  const out = ['export', '--data', data, '--board', room.board];
  const byOperator = await command(tools.binary, ...out, '--output', '/dev/null');
  holds('X29: the operator exports', byOperator.status === 0, byOperator.err);
  await sleep(300);
  holds('X29: nothing is acknowledged on a disk that is nearly full', room.answered() === answeredFull, [answeredFull, room.answered()]);

  rmSync(filler);
  const began = performance.now();
  const again = await until(() => room.answered() > answeredFull);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  holds('X30: once there is room the same process writes again', again);
  await load.stop();
  const held = witness.hold(room.board, await room.archive());
  holds('X30: nothing acknowledged is lost around it', held.lost + held.duplicated === 0, held);
  room.close();
  holds('X30: the server stops in order', (await server.kill('SIGTERM')) === 0);
  await disk.unmount();
  return { ...held, refused: room.refused.get('notSaved') ?? 0, exported_bytes: whole.length, writing_again_s: seconds };
}
