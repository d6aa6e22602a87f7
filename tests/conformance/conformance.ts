// Every way to speak a WebSocket rightly and wrongly, over raw sockets to the real server, and whether it does what
// RFC 6455, RFC 7692 and RFC 9112 say; others on the same board are unharmed by each.
//
//   node tests/conformance/conformance.ts --binary SERVER [--only WORD]

import { readFileSync } from 'node:fs';
import { chopping, closingCases, control, fragmentation, framing, lengthsTold } from './frame_cases.ts';
import { deflate } from './deflate_cases.ts';
import { handshake, knock, smuggling } from './handshake_cases.ts';
import { each, openHouse, startServer, withStore } from './house.ts';
import { interoperation } from './interoperation.ts';
import { judge, type Outcome } from './judge.ts';
import { utf8 } from './text_cases.ts';

const [flag, binary = '', , only = ''] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: conformance.ts --binary SERVER [--only WORD]');

const workers = 6;
/** What a server may grow by, in KiB, sanitizers included; all the bombs unpacked are 112 MiB. */
const growthMax = 64 * 1024;

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

await withStore(async (data) => {
  const server = await startServer(binary, data, 0);
  const house = await openHouse(server.url);
  const sections: Record<string, { cases: number; passed: number }> = {};
  const failures: string[] = [];
  const count = async (section: string, all: readonly Outcome[]) => {
    const wrong = all.filter((one) => one.wrong !== undefined);
    sections[section] = { cases: all.length, passed: all.length - wrong.length };
    console.log(`${section}: ${all.length} cases, ${all.length - wrong.length} passed`);
    for (const one of wrong) {
      failures.push(`${section}: ${one.name}: ${one.wrong}`);
      console.log(`FAILED  ${section}: ${one.name}: ${one.wrong}`);
    }
    await house.checkRoom();
  };

  const knocks = { handshake, 'requests that could be read in two ways': smuggling };
  for (const [section, all] of Object.entries(knocks)) {
    const chosen = all.filter(({ name }) => `${section} ${name}`.includes(only));
    const outcomes = await each(chosen, workers, async (one) => ({ name: one.name, wrong: await knock(house.port, one) }));
    await house.checkWitness();
    await count(section, outcomes);
  }
  const before = memoryOf(server.pid);
  const frames = {
    framing,
    lengths: lengthsTold,
    fragmentation,
    'control frames': control,
    closing: closingCases,
    chopping,
    'UTF-8': utf8,
    compression: deflate,
  };
  for (const [section, all] of Object.entries(frames)) {
    const chosen = all.filter(({ name }) => `${section} ${name}`.includes(only));
    await count(section, await each(chosen, workers, (one) => judge(house, one)));
  }
  const grown = memoryOf(server.pid) - before;
  await count('memory', [
    { name: `it grew by ${grown} KiB`, wrong: grown <= growthMax ? undefined : `more than ${growthMax} KiB` },
  ]);
  const { outcomes, skipped } = await interoperation(server.url, house);
  await count('interoperation', outcomes);
  house.leave();
  const ended = await server.kill('SIGTERM');
  if (ended !== 0) failures.push(`the server ended with ${ended}`);

  const clean = (names: readonly string[]) => names.every((name) => sections[name]?.cases === sections[name]?.passed);
  const rules: readonly (readonly [string, boolean])[] = [
    ['N50: what the RFCs ask of a server that hears raw bytes it does', failures.length === 0],
    ['N51: clients that we did not write hold a whole session', sections['interoperation']?.cases !== 0 && clean(['interoperation'])],
    ['N52: what is said twice is one list, and a key is sixteen bytes', clean(Object.keys(knocks))],
    ['N58: who floods with pings and pongs is sent away', clean(['control frames'])],
  ];
  for (const [rule, kept] of rules) console.log(`${kept ? 'ok     ' : 'FAILED '} ${rule}`);
  for (const why of skipped) console.log(`skipped ${why}`);

  const cases = Object.values(sections).reduce((sum, one) => sum + one.cases, 0);
  const passed = Object.values(sections).reduce((sum, one) => sum + one.passed, 0);
  console.log(`${passed} passed, ${cases - passed} failed`);
  console.log(
    JSON.stringify({ tried: cases, passed, failures, sections, skipped, slowestHonestAnswerMs: house.slowest(), grownKib: grown }),
  );
  process.exitCode = failures.length === 0 && cases > 0 ? 0 : 1;
});
process.exit();
