// One store for many lives: a server under load is killed at random times, some times while it starts, and
// started again.

import { setTimeout as sleep } from 'node:timers/promises';
import { launchServer, type RunningServer, startServer } from '../replay/server.ts';
import { each, type Findings, freePort, openRoom, scratch, type Tools } from './lab.ts';
import type { Witness } from './witness.ts';

const lanes = 4;
const people = 12;
const killedWhileStarting = 0.15;

export async function killAtRandom(
  tools: Tools,
  cycles: number,
  witness: Witness,
  { holds }: Findings,
) {
  const found = { kills: 0, while_starting: 0, acknowledged: 0, lost: 0, duplicated: 0 };
  const starts: number[] = [];
  const shares = Array.from({ length: lanes }, (_, lane) =>
    Math.floor((cycles + lane) / lanes),
  ).filter((share) => share > 0);
  await each(shares, lanes, async (share) => {
    const data = scratch('kills');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const where = () => url;
    let server: RunningServer = await startServer(tools.binary, data, port);
    const room = await openRoom(where, witness, people);
    const load = room.begin();
    for (let kill = 0; kill < share; kill++) {
      const before = room.answered();
      while (room.answered() === before) await sleep(5);
      await sleep(Math.random() * 200);
      await server.kill('SIGKILL');
      found.kills += 1;
      if (found.kills % 20 === 0) console.error(`kills: ${found.kills} of ${cycles}`);
      if (Math.random() < killedWhileStarting) {
        const brief = launchServer(tools.binary, data, port);
        await sleep(Math.random() * 200);
        await brief.kill('SIGKILL');
        found.while_starting += 1;
      }
      const began = performance.now();
      server = await startServer(tools.binary, data, port);
      starts.push(performance.now() - began);
    }
    await load.stop();
    const { acknowledged, lost, duplicated } = witness.hold(room.board, await room.archive());
    room.close();
    holds('X20: a server that is told to stop stops in order', (await server.kill('SIGTERM')) === 0);
    found.acknowledged += acknowledged;
    found.lost += lost;
    found.duplicated += duplicated;
  });
  holds('X20: what was acknowledged before a kill is there, once', found.lost === 0, found);
  holds('X21: what was not answered and sent again is there once', found.duplicated === 0, found);
  holds('X20: something was acknowledged', cycles === 0 || found.acknowledged > cycles, found);
  starts.sort((one, other) => one - other);
  return { ...found, start_p50_ms: Math.round(starts[Math.floor(starts.length / 2)] ?? 0) };
}
