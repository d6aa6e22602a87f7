// The crash lab: the real server, killed, cut off its power, on disks that fail, fill or rot; and every
// acknowledgement that came before held against the store.
//
//   node tests/crash/crash.ts [--cycles N] [--faults N] [--power-cuts N] [--mutants N] [--backups N]
//        [--build FOLDER] [--only kills,points,faults,power,mutants,filling,backups]
//
// The last line printed is one JSON object; the exit status is 0 only if nothing is wrong.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './backups.ts';
import { fillDisk } from './filling.ts';
import { createFindings, scratch, type Tools } from './lab.ts';
import { killAtRandom } from './kills.ts';
import { spoilStores } from './mutants.ts';
import { failAtEach, killAtEach } from './points.ts';
import { cutPower } from './power.ts';
import { createWitness } from './witness.ts';

const { values: options } = parseArgs({
  options: {
    cycles: { type: 'string', default: '200' },
    faults: { type: 'string', default: '40' },
    'power-cuts': { type: 'string', default: '30' },
    mutants: { type: 'string', default: '200' },
    backups: { type: 'string', default: '3' },
    build: { type: 'string', default: 'build/dev' },
    only: { type: 'string', default: 'kills,points,faults,power,mutants,filling,backups' },
  },
});
const linked = execFileSync('ldd', [join(options.build, 'server/koudmen')], { encoding: 'utf8' });
const tools: Tools = {
  binary: join(options.build, 'server/koudmen'),
  faults: join(process.cwd(), options.build, 'tests/crash/libkoudmen_faults.so'),
  powerCut: join(options.build, 'tests/crash/koudmen_power_cut'),
  history: join(options.build, 'tests/history/koudmen_history'),
  sanitizer: /=> (\S+lib[at]san\S*)/.exec(linked)?.[1] ?? '',
};
const findings = createFindings();
const witness = createWitness();
const result: Record<string, unknown> = {};
const began = performance.now();

const experiments: Record<string, () => Promise<unknown>> = {
  kills: () => killAtRandom(tools, Number(options.cycles), witness, findings),
  points: () => killAtEach(tools, witness, findings),
  faults: () => failAtEach(tools, Number(options.faults), witness, findings),
  power: () => cutPower(tools, Number(options['power-cuts']), witness, findings),
  mutants: () => spoilStores(tools, Number(options.mutants), findings),
  filling: () => fillDisk(tools, witness, findings),
  backups: () => backUp(tools, Number(options.backups), findings),
};
for (const name of options.only.split(',')) {
  const experiment = experiments[name];
  if (!experiment) throw new Error(`there is no experiment "${name}"`);
  const start = performance.now();
  const found = (await experiment()) as Record<string, unknown>;
  result[name] = { ...found, seconds: Math.round((performance.now() - start) / 100) / 10 };
  console.error(`${name}: ${JSON.stringify(result[name])}`);
}
const verdict = await witness.judged(tools.history, join(scratch('history'), 'history.jsonl'));
result['history'] = verdict;
const breaches = ['lost', 'duplicated', 'stale', 'order', 'readYourWrites', 'oneBallot'];
for (const breach of breaches)
  findings.holds(`X22: the history has no ${breach}`, (verdict[breach] ?? 0) === 0, verdict);
const sum = (field: string): number =>
  Object.entries(result).reduce((total, [name, found]) => {
    const count = (found as Record<string, unknown>)[field];
    return total + (name !== 'history' && typeof count === 'number' ? count : 0);
  }, 0);
console.log(`${findings.passed()} passed, ${findings.wrong.length} failed`);
console.log(
  JSON.stringify({
    engine: 'crash',
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    duplicated: sum('duplicated'),
    silent: sum('silent'),
    ...result,
    seconds: Math.round((performance.now() - began) / 1000),
    wrong: findings.wrong,
  }),
);
process.exit(findings.wrong.length === 0 ? 0 : 1);
