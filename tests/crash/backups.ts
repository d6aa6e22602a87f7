// A backup is taken of a store that a server writes, and restored elsewhere: everything that was
// acknowledged before it began is there.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exported, startServer } from '../replay/server.ts';
import { command, type Findings, freePort, openRoom, scratch, type Tools } from './lab.ts';
import { createWitness, eventsOf } from './witness.ts';

export async function backUp(tools: Tools, count: number, { holds }: Findings) {
  const { binary } = tools;
  const folder = scratch('backups');
  const data = join(folder, 'data');
  const port = await freePort();
  const server = await startServer(binary, data, port);
  const witness = createWitness();
  const room = await openRoom(() => server.url, witness, 12);
  const load = room.begin();
  const found = { backups: 0, acknowledged: 0, lost: 0, events: 0, backup_ms: 0, restore_ms: 0 };
  for (let index = 0; index < count; index++) {
    await sleep(300 + Math.random() * 300);
    const backup = join(folder, `backup-${index}`);
    const restored = join(folder, `restored-${index}`);
    const promised = [...witness.acknowledged(room.board)];
    const began = performance.now();
    const saved = await command(binary, 'backup', backup, '--data', data, '--free-mib', '0');
    const between = performance.now();
    const back = await command(binary, 'restore', backup, '--data', restored, '--free-mib', '0');
    found.restore_ms = Math.round(performance.now() - between);
    found.backup_ms = Math.round(between - began);
    holds('O30: a backup is taken beside a server', saved.status === 0, saved.err);
    holds('O32: a backup is restored', back.status === 0, back.err);
    const verified = await command(binary, 'verify', '--data', restored);
    holds(
      'O33: what is restored is what was saved',
      verified.status === 0 && verified.out !== '' && verified.out === saved.out && back.out === saved.out,
      [saved.out, back.out, verified.out, verified.err],
    );
    const events = eventsOf(exported(binary, restored, room.board));
    const there = new Set(events.map(({ b }) => `${b.d}/${b.o}`));
    found.backups += 1;
    found.events = events.length;
    found.acknowledged += promised.length;
    found.lost += promised.filter((key) => !there.has(key)).length;
  }
  await load.stop();
  room.close();
  await server.kill('SIGTERM');
  holds('O31: all that was acknowledged before a backup is in it', found.lost === 0 && found.acknowledged > 0, found);

  // A server goes on from what was restored.
  const last = join(folder, `restored-${count - 1}`);
  const again = await startServer(binary, last, await freePort());
  const page = await fetch(`${again.url}/api/v1/boards/${room.board}/roadmap.json`);
  holds('O32: a server goes on from what was restored', page.status === 200, page.status);
  await again.kill('SIGTERM');
  const taken = await command(binary, 'restore', join(folder, 'backup-0'), '--data', last);
  holds('O32: a store that is there is not replaced', taken.status === 1 && taken.err.includes('not empty'), taken);
  return found;
}
