// What koudmen-load promises who rehearses with it, against a real server that is killed, and one that
// forgets.
//
//   node tests/replay/load.ts --binary SERVER --load KOUDMEN_LOAD

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPhone } from './phone.ts';
import { startServer } from './server.ts';

const { values: flags } = parseArgs({ options: { binary: { type: 'string' }, load: { type: 'string' } } });
const { binary, load } = flags;
if (!binary || !load) throw new Error('usage: load.ts --binary SERVER --load KOUDMEN_LOAD');

let passed = 0;
let failed = 0;
const holds = (sentence: string, truth: boolean, detail: unknown = '') => {
  if (truth) passed += 1;
  else failed += 1;
  console.log(`${truth ? 'ok     ' : 'FAILED '} ${sentence}${truth ? '' : ` ${JSON.stringify(detail)}`}`);
};

type Outcome = Readonly<Record<string, number>> & { readonly agrees: boolean; readonly findings: readonly string[] };
type Rehearsed = { readonly status: number | null; readonly out: string; readonly said: string };
type Rehearsal = { readonly done: Promise<Rehearsed>; readonly reached: (words: string) => Promise<void> };

/** koudmen-load with these arguments; `limit` is of its descriptors. */
const rehearse = (words: readonly string[], limit?: number): Rehearsal => {
  const child = limit
    ? spawn('bash', ['-c', `ulimit -n ${limit}; exec "$0" "$@"`, load, ...words])
    : spawn(load, words);
  let out = '';
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const done = new Promise<Rehearsed>((resolve) => {
    child.on('close', (status) => resolve({ status, out, said }));
  });
  const reached = (what: string) =>
    new Promise<void>((resolve, reject) => {
      if (said.includes(what)) resolve();
      child.stderr.on('data', () => said.includes(what) && resolve());
      child.on('close', () => reject(new Error(`it ended before "${what}": ${said}`)));
    });
  return { done, reached };
};
const outcome = (rehearsed: Rehearsed) => JSON.parse(rehearsed.out) as Outcome;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const folders = [0, 1, 2].map(() => mkdtempSync(join(tmpdir(), 'koudmen-load-')));
const [one = '', two = '', copy = ''] = folders;

// --- what is asked for

const refusedFlags: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['--phone', '3'], ['--phone']],
  [['--phones', '20001'], ['--phones', '20000', '"20001"']],
  [['--phones', '1.5'], ['--phones', 'whole number']],
  [['--minutes', 'two'], ['--minutes', '600']],
  [['--bad-wifi'], ['--bad-wifi', 'PERCENT']],
  [['--url', 'https://exemple.mq'], ['--url', 'http://']],
  [['--url', 'http://127.0.0.1:1/desk/K7P4X'], ['--url', '/b/']],
];
for (const [words, named] of refusedFlags) {
  const { status, said } = await rehearse(['--url', 'http://127.0.0.1:1', ...words]).done;
  holds(`O21: ${words.join(' ')} is refused by name`, status === 2 && named.every((word) => said.includes(word)), said);
}

// --- a kill in the middle, and beside it a server that an old copy is put under

const killed = async () => {
  let server = await startServer(binary, one, 0);
  const port = Number(new URL(server.url).port);
  const rehearsal = rehearse(
    ['--url', server.url, '--phones', '100', '--arrival', '1', '--storm', '150', '--minutes', '0.06', '--bad-wifi', '20', '--proposals', '12', '--json'],
  );
  await rehearsal.reached('storm:');
  await pause(1500);
  await server.kill('SIGKILL');
  server = await startServer(binary, one, port);
  const rehearsed = await rehearsal.done;
  const told = outcome(rehearsed);
  holds('O22: what 100 phones were told is there, with bad Wi-Fi and after a kill', rehearsed.status === 0 && told.agrees, rehearsed);
  holds(
    'O22: all came, some were cut, stalled and said their votes again',
    told['joined'] === 100 && Number(told['recorded']) > 300 && told['recorded'] === told['votes_sent'] && Number(told['dropped']) > 0 &&
      Number(told['cuts']) + Number(told['stalls']) > 0 && Number(told['sent_again']) > 0,
    told,
  );
  holds('O22: each count was compared', told['counts_compared'] === 36 && told['unanswered'] === 0, told);
  return server;
};

const forgetful = async () => {
  let server = await startServer(binary, two, 0);
  const port = Number(new URL(server.url).port);
  const rehearsal = rehearse(
    ['--url', server.url, '--phones', '30', '--arrival', '0', '--storm', '60', '--minutes', '0.06', '--bad-wifi', '0', '--json'],
  );
  await rehearsal.reached('storm:');
  await pause(500);
  void server.kill('SIGSTOP');
  cpSync(two, copy, { recursive: true });
  void server.kill('SIGCONT');
  await pause(1500);
  await server.kill('SIGKILL');
  server = await startServer(binary, copy, port);
  const rehearsed = await rehearsal.done;
  const told = outcome(rehearsed);
  const wrong = Number(told['lost']) + Number(told['diverged']);
  holds('O23: a server that forgot what it acknowledged is found out', rehearsed.status === 1 && !told.agrees && wrong > 0, told);
  holds('O23: what is wrong is named', told.findings.some((finding) => /^phone \d+, proposal \d+: told /.test(finding)), told);
  holds('O23: the events are too few', told.findings.some((finding) => finding.startsWith('events: ')), told);
  await server.kill('SIGTERM');
};

const [server] = await Promise.all([killed(), forgetful()]);

// --- somebody's board

const post = async (path: string, credential: string, body: unknown) => {
  const response = await fetch(`${server.url}/api/v1/boards${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(credential ? { Authorization: `Bearer ${credential}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
};
const { code = '', facilitator = '' } = await post('', '', {
  title: 'Une vraie plénière',
  axes: [{ id: 'inclusion', title: 'Inclusion' }],
});
await post(`/${code}/rows`, facilitator, { kind: 'proposals', text: 'title,axis\nUn bus,inclusion\nUn atelier,inclusion\n', dryRun: false });
const marie = '1123456789abcdefghjkmnpqrs';
await post(`/${code}/participants`, marie, { college: 'citizens' });
const people = async () => {
  const roadmap = await fetch(`${server.url}/api/v1/boards/${code}/roadmap.json`);
  return JSON.stringify((await roadmap.json()) as unknown);
};
const before = await people();
const short = ['--phones', '10', '--arrival', '0', '--storm', '40', '--minutes', '0.05', '--bad-wifi', '0'];
const guarded = await rehearse(['--url', `${server.url}/b/${code}`, ...short]).done;
holds(
  'O20: somebody’s board is left alone until that is said',
  guarded.status === 2 && guarded.said.includes(code) && guarded.said.includes('--yes-this-board') && (await people()) === before,
  guarded,
);
const desk = createPhone(() => server.url, code, facilitator, 'desk__________________');
await desk.ready;
const lead = async (command: Parameters<typeof desk.ask>[0]) => {
  const { refusal } = await desk.ask(command);
  if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
};
await lead({ type: 'openPhase', phase: 'vote' });
await lead({ type: 'openBallot', ballot: 'ballot________________', question: 'Que retenir ?', method: 'opinion', results: 'live' });
const phone = createPhone(() => server.url, code, marie, 'marie_________________');
await phone.ready;
const roadmap = (await (await fetch(`${server.url}/api/v1/boards/${code}/roadmap.json`)).json()) as {
  readonly proposals: readonly { readonly id: string }[];
};
const bus = roadmap.proposals[0]?.id ?? '';
await phone.ask({ type: 'castChoice', ballot: 'ballot________________', proposal: bus, choice: 'support' });
const few = rehearse(['--url', `${server.url}/b/${code}`, '--yes-this-board', ...short, '--phones', '500', '--json'], 48);
const allowed = await few.done;
holds(
  'O20: told so, its phones vote in the ballot that is open there',
  allowed.status === 0 && outcome(allowed)['joined'] === 16 && Number(outcome(allowed)['recorded']) > 50,
  allowed,
);
holds(
  'O24: with fewer descriptors than phones it says so and goes on with those',
  outcome(allowed)['phones_asked'] === 500 && allowed.said.includes('500') && allowed.said.includes('16'),
  allowed,
);
const paged = await rehearse(['--url', server.url, ...short, '--proposals', '3']).done;
holds(
  'O25: without --json a page tells it in words',
  paged.status === 0 && ['10 of 10 joined', 'to join', 'screen', 'lost 0', '9 counts compared'].every((words) => paged.out.includes(words)),
  paged,
);

await server.kill('SIGTERM');
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
