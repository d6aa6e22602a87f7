// Carries a whole board from one server to another, over real sockets and stores, and has every number of
// it computed again from its journal.
//
//   node tests/replay/carry.ts --binary SERVER

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../client-web/src/protocol/messages.ts';
import { manifestProblems, unzip } from './archive.ts';
import { parseCsv } from './deliberation.ts';
import { createPhone, type Phone } from './phone.ts';
import { recount } from './recount.ts';
import { startServer } from './server.ts';

const [flag, binary] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: carry.ts --binary SERVER');

let passed = 0;
let failed = 0;
const holds = (sentence: string, truth: boolean, detail: unknown = '') => {
  if (truth) passed += 1;
  else failed += 1;
  console.log(`${truth ? 'ok     ' : 'FAILED '} ${sentence}${truth ? '' : ` ${JSON.stringify(detail)}`}`);
};

const mustDo = async (phone: Phone, command: Command): Promise<void> => {
  const { refusal } = await phone.ask(command);
  if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
};

const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'koudmen-carry-')));
const [here = '', there = ''] = folders;
const device = (name: string) => name.padEnd(22, '_');
const bearer = (credential: string) => ({ Authorization: `Bearer ${credential}` });

const first = await startServer(binary, here, 0, ['--example']);
const links = JSON.parse(readFileSync(join(here, 'example-links.json'), 'utf8')) as Record<string, string>;
const { code = '', facilitator = '', moderator = '' } = links;
const board = `${first.url}/api/v1/boards/${code}`;

// --- something of everything: decisions, and an institution that answers one and tells its progress

const invited = await fetch(`${board}/institutions`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...bearer(facilitator) },
  body: JSON.stringify({ name: '=La mairie; "du" Lorrain' }),
});
const { credential } = (await invited.json()) as { credential: string };
const desk = createPhone(() => first.url, code, facilitator, device('desk'));
const office = createPhone(() => first.url, code, credential, device('office'));
await Promise.all([desk.ready, office.ready]);
const proposal = (index: number) => device(`exemple-p-${index}`);
await mustDo(desk, { type: 'decideProposal', proposal: proposal(0), decision: 'adopted', lead: '+CTM', start: '2027-01-01' });
await mustDo(desk, { type: 'decideProposal', proposal: proposal(1), decision: 'notRetained', words: 'Non,\n"pas" maintenant' });
await mustDo(office, {
  type: 'offerCommitment',
  proposal: proposal(0),
  pledge: { response: 'accepted', budget: 250_000, indicators: [{ name: 'Passagers', target: 600 }], places: ['Le Lorrain'] },
});
await mustDo(desk, { type: 'confirmCommitment', proposal: proposal(0), institution: 1, revision: 1, confirmed: true });
await mustDo(office, { type: 'reportProgress', proposal: proposal(0), report: { progress: 'started', percent: 40 } });
await mustDo(desk, { type: 'closeBallot', ballot: device('exemple-b-1') });
for (const phone of [desk, office]) phone.close();

// --- what anybody may have

const get = async (what: string, as?: string): Promise<{ status: number; bytes: Buffer }> => {
  const response = await fetch(`${board}/${what}`, { headers: as ? bearer(as) : {} });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};
const archive = await get('archive.zip');
const files = unzip(archive.bytes);
holds('E20: the manifest tells of every file', manifestProblems(files).length === 0, manifestProblems(files));
holds('E20: the same journal gives the same bytes', archive.bytes.equals((await get('archive.zip')).bytes));
const table = (name: string) => parseCsv(files.get(name)?.toString('utf8') ?? '');
holds('E21: no cell is a formula', table('actions.csv').some(({ lead }) => lead === "'+CTM"));
holds('E21: lines and quotes are read back', table('actions.csv').some(({ words }) => words === 'Non,\n"pas" maintenant'));
const [commitment] = table('commitments.csv');
holds('E21: an institution is named', commitment?.['institution'] === '\'=La mairie; "du" Lorrain', commitment);
type Told = { reference: string; number: number; results?: { counts: Record<string, number> }[] };
const roadmap = JSON.parse(files.get('roadmap.json')?.toString('utf8') ?? '') as { roadmap: { actions: Told[] }; proposals: Told[] };
const votes = table('polis/ballot-1/participants-votes.csv');
const signs = { support: '1', neutral: '0', oppose: '-1' };
const wrong = [...roadmap.roadmap.actions, ...roadmap.proposals].filter(({ number, results }) =>
  Object.entries(signs).some(
    ([choice, sign]) => votes.filter((row) => row[String(number)] === sign).length !== (results?.[0]?.counts[choice] ?? 0),
  ),
);
holds('E23: the anonymous ballots add up to the results', votes.length > 0 && wrong.length === 0, wrong);
holds('I1: there is no journal in it', !files.has('events.jsonl'));

// --- the whole board, and its numbers again

const refused = await Promise.all([get('board.zip'), get('board.zip', moderator), get('board.zip', credential)]);
holds('I1: nobody but the facilitator has it', refused.map(({ status }) => status).join() === '401,403,403', refused.map(({ status }) => status));
const whole = await get('board.zip', facilitator);
const { events, numbers, mismatches, unchecked } = recount(whole.bytes);
for (const mismatch of [...mismatches, ...unchecked].slice(0, 20)) console.log(mismatch);
holds('I6: every number follows from the journal', whole.status === 200 && numbers > 100 && mismatches.length + unchecked.length === 0, mismatches.length);

// --- elsewhere

const second = await startServer(binary, there, 0);
const bring = async (url: string, bytes: Buffer) => {
  const response = await fetch(`${url}/api/v1/boards/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/zip' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};
const taken = await bring(first.url, whole.bytes);
holds('I4: a code that is taken is refused', taken.status === 409 && taken.answer['word'] === 'idTaken', taken);
const brought = await bring(second.url, whole.bytes);
holds('I2: the board is the same elsewhere', brought.status === 201 && brought.answer['code'] === code, brought);
const again = await fetch(`${second.url}/api/v1/boards/${code}/board.zip`, { headers: bearer(facilitator) });
holds('I2: exported again it is the same bytes', Buffer.from(await again.arrayBuffer()).equals(whole.bytes));
await first.kill('SIGTERM');
const written = execFileSync(binary, ['export', '--data', here, '--board', code], { maxBuffer: 1 << 28 });
holds('I5: the operator’s export is the same bytes', written.equals(whole.bytes));
await second.kill('SIGTERM');
for (const folder of folders) rmSync(folder, { recursive: true, force: true });

console.log(`${events} events, ${numbers} numbers computed again`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
