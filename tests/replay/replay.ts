// Replays a deliberation through the running server: one real WebSocket for each voter, every vote in
// order, all voters at once, and the server killed half-way. Then compares, cell by cell, what is in
// the store with what people voted, what each phone was told, and what the roadmap says.
//
//   node tests/replay/replay.ts DIR | --generated [--seed N]   [--binary PATH]
//
// The last line printed is one JSON object; the exit status is 0 only if nothing differs.

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Choice, Command } from '../../client-web/src/protocol/messages.ts';
import { limits } from '../../client-web/src/protocol/messages.ts';
import { cellKey, generateDeliberation, parseCsv, readDeliberation, seeded } from './deliberation.ts';
import { createPhone, type Phone } from './phone.ts';
import { operate, startServer } from './server.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    generated: { type: 'boolean', default: false },
    seed: { type: 'string', default: '2024' },
    binary: { type: 'string', default: 'build/release/server/koudmen' },
  },
});
const folder = positionals[0];
if (!folder && !options.generated) {
  console.error('replay: name a folder, or --generated');
  process.exit(2);
}
const deliberation = folder ? readDeliberation(folder) : generateDeliberation(Number(options.seed));
const binary = options.binary;

const choices: Record<string, Choice> = { '1': 'support', '0': 'neutral', '-1': 'oppose' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const mint = () => randomBytes(17).toString('base64url').slice(0, 22);
function mintCredential(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(randomBytes(26), (byte) => letters[byte & 31]).join('');
}

const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].map((part) => part.segment);

/** A statement as a proposal: its text is the title where it fits, else the description. */
function proposalText(text: string): { title: string; description: string } {
  // What the product's text profile refuses, a browser's form would not have sent either.
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim() || '?';
  const parts = graphemes(plain);
  if (parts.length <= limits.titleGraphemesMax) return { title: plain, description: '' };
  return { title: `${parts.slice(0, limits.titleGraphemesMax - 1).join('')}…`, description: plain };
}

async function post(url: string, body: unknown, credential?: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (credential) headers['authorization'] = `Bearer ${credential}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
}

/** Runs over a list, so many at a time. */
async function each<T>(list: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < list.length) await act(list[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, lane));
}

async function mustDo(phone: Phone, command: Command): Promise<void> {
  const { refusal } = await phone.ask(command);
  if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
}

const data = mkdtempSync(join(tmpdir(), 'koudmen-replay-'));
let server = await startServer(binary, data, 0);
const url = server.url;
const port = Number(new URL(url).port);
let events = 0; // That a journal with one effect for each command must hold.

const people = [...new Set([...deliberation.votes.map((vote) => vote.voter), ...deliberation.statements.map((s) => s.author)])];
const voters = new Set(deliberation.votes.map((vote) => vote.voter));
console.log(`replaying ${deliberation.name}: ${voters.size} voters, ${deliberation.statements.length} statements, ${deliberation.votes.length} votes`);

const created = await post(`${url}/api/v1/boards`, {
  title: deliberation.name,
  axes: [{ id: 'statements', title: 'Statements' }],
  settings: { moderation: 'before', proposalsPerParticipant: limits.settingsProposalsPerParticipantMax },
});
events += 1;
const board = created['code'] ?? '';
const facilitator = createPhone(() => url, board, created['facilitator'] ?? '', mint());
await facilitator.ready;

const colleges = ['citizens', 'associations', 'companies', 'local-authorities', 'institutions'];
const credentials = new Map(people.map((person) => [person, mintCredential()]));
await each(people, 50, async (person) => {
  const college = colleges[people.indexOf(person) % colleges.length];
  await post(`${url}/api/v1/boards/${board}/participants`, { college }, credentials.get(person));
  events += 1;
});
const phones = new Map<string, Phone>();
await each(people, 100, async (person) => {
  const phone = createPhone(() => url, board, credentials.get(person) ?? '', mint());
  phones.set(person, phone);
  await phone.ready;
});
const phoneOf = (person: string) => phones.get(person) as Phone;
console.log(`${phones.size} phones joined`);

const proposals = new Map(deliberation.statements.map((statement) => [statement.id, mint()]));
await each(deliberation.statements, 20, async (statement) => {
  const proposal = proposals.get(statement.id) ?? '';
  await mustDo(phoneOf(statement.author), { type: 'submitProposal', proposal, axis: 'statements', ...proposalText(statement.text) });
  await mustDo(facilitator, { type: 'publishProposal', proposal });
  events += 2;
});
const ballot = mint();
await mustDo(facilitator, { type: 'openPhase', phase: 'vote' });
await mustDo(facilitator, { type: 'openBallot', ballot, question: deliberation.name, method: 'opinion', results: 'live' });
events += 2;

// --- every vote, all voters at once, and a kill half-way

const byVoter = new Map<string, typeof deliberation.votes[number][]>();
for (const vote of deliberation.votes) byVoter.set(vote.voter, [...(byVoter.get(vote.voter) ?? []), vote]);
const acked = new Map<string, number>();
const latencies: number[] = [];
let answered = 0;
let refused = 0;
const random = seeded(7);
const half = Math.floor(deliberation.votes.length / 2);
let restart: Promise<void> | undefined;
const begun = performance.now();

async function killAndRestart(): Promise<void> {
  await server.kill('SIGKILL');
  server = await startServer(binary, data, port);
  console.log(`killed after ${answered} answers, serving again`);
}

await Promise.all(
  [...byVoter].map(async ([voter, votes]) => {
    const phone = phoneOf(voter);
    const burst = 1 + Math.floor(random() * 12); // Some tap one by one, some in a hurry.
    for (let at = 0; at < votes.length; at += burst) {
      if (deliberation.pauseMax > 0) await sleep(random() * deliberation.pauseMax);
      await Promise.all(
        votes.slice(at, at + burst).map(async (vote) => {
          const proposal = proposals.get(vote.statement) ?? '';
          const taken = vote.value === undefined;
          const choice = taken ? {} : { choice: choices[String(vote.value)] as Choice };
          const { refusal, milliseconds } = await phone.ask({ type: 'castChoice', ballot, proposal, ...choice });
          if (refusal) {
            refused += 1;
            console.error(`a vote was refused: ${JSON.stringify(refusal)}`);
          } else if (vote.value === undefined) acked.delete(cellKey(voter, vote.statement));
          else acked.set(cellKey(voter, vote.statement), vote.value);
          latencies.push(milliseconds);
          answered += 1;
          if (answered >= half && !restart) restart = killAndRestart();
        }),
      );
    }
  }),
);
const seconds = (performance.now() - begun) / 1000;
await restart;
await mustDo(facilitator, { type: 'closeBallot', ballot });
events += deliberation.votes.length + 1;

// --- what is in the store, against what people did

const exported = await (await fetch(`${url}/api/v1/boards/${board}/roadmap.json`)).text();
for (const phone of [...phones.values(), facilitator]) phone.close();
const status = await server.kill('SIGTERM');
let different = refused;
if (status !== 0) {
  console.error(`the server stopped with ${status}`);
  different += 1;
}
if (operate(binary, 'roadmap', data, board) !== exported) {
  console.error('the roadmap served and the roadmap of the store differ');
  different += 1;
}

const voterOf = new Map([...credentials].map(([person, credential]) => [sha256(`${sha256(credential)}:${ballot}`).slice(0, 16), person]));
const statementOf = new Map([...proposals].map(([statement, proposal]) => [proposal, statement]));
const stored = new Map<string, number>();
let duplicated = 0;
for (const row of parseCsv(operate(binary, 'ballots', data, board))) {
  const key = cellKey(voterOf.get(row['pseudonym'] ?? '') ?? '?', statementOf.get(row['proposal'] ?? '') ?? '?');
  if (stored.has(key)) duplicated += 1;
  stored.set(key, Number(Object.keys(choices).find((value) => choices[value] === row['choice'])));
}

const report = (what: string, key: string, one: unknown, other: unknown) => {
  if (different < 10) console.error(`${what} ${key}: ${one} and ${other}`);
  different += 1;
};
for (const [key, value] of deliberation.cells) if (stored.get(key) !== value) report('voted, stored', key, value, stored.get(key));
for (const key of stored.keys()) if (!deliberation.cells.has(key)) report('stored, never voted', key, stored.get(key), undefined);
let lost = 0;
for (const [key, value] of acked) if (stored.get(key) !== value) lost += 1;

// Phones hear "yours" as it changes; what they last heard is what is stored.
for (const [person, phone] of phones) {
  const expected = new Map([...deliberation.cells].filter(([key]) => key.startsWith(`${person}/`)));
  for (const [key, value] of expected) {
    const proposal = proposals.get(key.slice(person.length + 1));
    const heard = phone.told.get(`${ballot}/${proposal}`);
    if (heard !== choices[String(value)]) report('stored, told', key, choices[String(value)], heard);
  }
}

type ExportedAction = { id: string; results?: { ballot: string; counts: Record<string, number> }[] };
const roadmap = JSON.parse(exported) as { asOf: { position: number }; roadmap: { actions: ExportedAction[] }; proposals: ExportedAction[] };
for (const action of [...roadmap.roadmap.actions, ...roadmap.proposals]) {
  const statement = statementOf.get(action.id);
  const counts = action.results?.find((result) => result.ballot === ballot)?.counts;
  for (const [value, choice] of Object.entries(choices)) {
    let last = 0;
    for (const [key, cell] of deliberation.cells) if (key.endsWith(`/${statement}`) && String(cell) === value) last += 1;
    if (counts?.[choice] !== last) report('last votes, exported', `${statement} ${choice}`, last, counts?.[choice]);
  }
}
// One event for each command: fewer were lost, more were done twice.
const surplus = roadmap.asOf.position - events;
if (surplus > 0) duplicated += surplus;
if (surplus < 0) lost -= surplus;

latencies.sort((one, other) => one - other);
const percentile = (share: number) => Number((latencies[Math.floor((latencies.length - 1) * share)] ?? 0).toFixed(2));
rmSync(data, { recursive: true, force: true });
console.log(
  JSON.stringify({
    voters: voters.size,
    votes: deliberation.votes.length,
    cells: stored.size,
    different,
    lost,
    duplicated,
    votes_per_s: Math.round(deliberation.votes.length / seconds),
    ack_p50_ms: percentile(0.5),
    ack_p99_ms: percentile(0.99),
  }),
);
process.exit(different + lost + duplicated === 0 && stored.size === deliberation.cells.size ? 0 : 1);
