// Hostile texts through every field, to every place where they come out: frames, exports, tables, pages written by the
// server, pages in a real browser, the log and an operator's terminal. Nothing of them is ever run or obeyed.
//
//   node tests/conformance/hostile.ts --binary SERVER [--strings 200] [--seed 1]

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzip } from '../replay/archive.ts';
import { environment, serveHeard } from './heard.ts';
import { type Cast, each, freshCredential, freshId, openBoard, openSpeaker, post, type Speaker, tell, withStore } from './house.ts';
import { lookAtPages } from './hostile_pages.ts';
import { hostileStrings } from './hostile_strings.ts';

const [flag, binary = '', ...more] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: hostile.ts --binary SERVER [--strings N] [--seed N]');
const option = (name: string, usual: number): number => Number(more[more.indexOf(name) + 1] ?? usual) || usual;
const count = more.includes('--strings') ? option('--strings', 200) : 200;
const seed = more.includes('--seed') ? option('--seed', 1) : 1;

const perBoard = 50;
/** A board has so many ballots at most. */
const ballotsMax = 40;
const python = '/usr/bin/python3';

const strings = hostileStrings(count, seed);
const failures: string[] = [];
const skipped: string[] = [];
const seen = { accepted: 0, refused: 0, cells: 0, texts: 0, answers: 0 };
const words: Record<string, number> = {};
/** What a browser makes of a text before it is sent as a form. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
const short = (text: string): string => JSON.stringify(text).slice(0, 60);

/** No reader should meet any of these, wherever a text comes out. A line may end, in some texts. */
const unreadable =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff]|\p{Cs}/u;
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** The refusals that a text may meet, whatever it is. */
const textual = new Set(['badText', 'tooLong', 'required', 'malformed']);
const judge = (field: string, text: string, word: string | undefined): boolean => {
  if (word === undefined) seen.accepted += 1;
  else {
    seen.refused += 1;
    words[word] = (words[word] ?? 0) + 1;
    if (!textual.has(word)) failures.push(`${field} with ${short(text)} is refused as ${word}`);
  }
  return word === undefined;
};

type Room = { readonly cast: Cast; readonly ids: string[]; readonly kept: Map<string, string> };

/** Every field that is written on a board, with each text. */
const fill = async (url: string, port: number, own: readonly string[]): Promise<Room> => {
  const cast = await openBoard(url);
  const { board, seats } = cast;
  const at = `${url}/api/v1/boards/${board}`;
  const kept = new Map<string, string>();
  const ids: string[] = [];
  const author = async (): Promise<Speaker> => {
    const credential = freshCredential();
    await post(`${at}/participants`, { college: 'citizens' }, credential);
    return openSpeaker(port, { board, credential });
  };
  const [titles, descriptions, spares] = [await author(), await author(), await author()];
  const desk = await openSpeaker(port, seats.facilitator);
  const office = await openSpeaker(port, seats.institution);
  const must = async (speaker: Speaker, command: object) => {
    const word = await speaker.ask(command);
    if (word) throw new Error(`${JSON.stringify(command).slice(0, 200)} is refused: ${word}`);
  };
  const form = await fetch(`${url}/b/${board}/form`);
  const cookie = /koudmen=[^;]+/.exec(form.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  let operation = Date.now();
  const sendForm = async (thing: string, fields: Readonly<Record<string, string>>): Promise<number> => {
    operation += 1;
    const response = await fetch(`${url}/b/${board}/form${thing}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token, operation: String(operation), told: '9999999', ...fields }).toString(),
    });
    await response.arrayBuffer();
    return response.status;
  };
  await sendForm('/join', { college: 'citizens' });

  // Whatever becomes of the others, there is one to vote on.
  await must(spares, { type: 'submitProposal', proposal: freshId(), title: 'Un bus', description: '', axis: 'inclusion' });
  for (const [index, text] of own.entries()) {
    const say = async (field: string, speaker: Speaker, command: object) => judge(field, text, await speaker.ask(command));
    const proposal = (title: string, description: string) => {
      const id = freshId();
      return [id, { type: 'submitProposal', proposal: id, title, description, axis: 'inclusion' }] as const;
    };
    await say('a name', titles, { type: 'introduce', name: text });
    const [titled, withTitle] = proposal(text, '');
    const hasTitle = await say('a title', titles, withTitle);
    if (hasTitle) kept.set(titled, text);
    const [described, withDescription] = proposal(`Un bus ${index}`, text);
    if (!(await say('a description', descriptions, withDescription))) {
      await must(descriptions, { ...withDescription, description: '' });
    }
    await say('a comment', titles, { type: 'submitComment', comment: freshId(), proposal: described, stance: 'note', text });
    await say('words of a rewording', desk, { type: 'rewordProposal', proposal: described, title: text, description: text, axis: 'inclusion' });
    const [spare, plain] = proposal(`À part ${index}`, '');
    await must(spares, plain);
    await say('a question to the author', desk, { type: 'returnProposal', proposal: spare, question: text });
    await say('words of a refusal', desk, { type: 'declineProposal', proposal: spare, reason: 'other', words: text });
    const told = hasTitle ? titled : described;
    ids.push(told);
    const decided = await say('a decision', desk, { type: 'decideProposal', proposal: told, decision: 'adopted', words: text, lead: text, partners: [text] });
    if (!decided) await must(desk, { type: 'decideProposal', proposal: told, decision: 'adopted' });
    const pledge = { response: 'accepted', words: text, lead: text, partners: [text], indicators: [{ name: text, unit: text, target: 1 }], otherNeeds: [text], audience: [text], places: [text] };
    const pledged = await say('a pledge', office, { type: 'offerCommitment', proposal: told, pledge });
    if (!pledged) await must(office, { type: 'offerCommitment', proposal: told, pledge: { response: 'accepted' } });
    await must(desk, { type: 'confirmCommitment', proposal: told, institution: 1, revision: 1, confirmed: true });
    await say('news', office, { type: 'reportProgress', proposal: told, report: { progress: 'started', news: text } });
    await say('a message', desk, { type: 'sendMessage', text });
    await say('a step', desk, { type: 'setAgenda', steps: [{ id: 'proposer', title: text, phase: 'collect', minutes: 12 }] });
    await say('a screen', desk, { type: 'arrangeScreens', screens: [{ screen: 1, name: text }] });
    if (index < ballotsMax) {
      const ballot = freshId();
      const open = { type: 'openBallot', ballot, question: text, method: 'opinion', results: 'afterClosing' };
      if (!(await say('a question of a vote', desk, open))) await must(desk, { ...open, question: 'Que retenir ?' });
      await must(desk, { type: 'closeBallot', ballot });
      if (await say('a reason to vote again', desk, { type: 'reopenBallot', ballot, reason: text })) await must(desk, { type: 'closeBallot', ballot });
      await must(desk, { type: 'openPhase', phase: 'moderate', reason: 'Encore' });
      if (!(await say('a reason for a phase', desk, { type: 'openPhase', phase: 'collect', reason: text }))) {
        await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore' });
      }
    }
    // What comes over HTTP is judged by what comes out of it.
    const bodies: readonly (readonly [string, string, object, (string | undefined)?])[] = [
      ['a board', `${url}/api/v1/boards`, { title: text, axes: [{ id: 'a', title: text }], colleges: [{ id: 'c', title: text }] }],
      ['a name at the door', `${at}/participants`, { college: 'citizens', name: text }, freshCredential()],
      ...(index % 5 === 0
        ? ([
            ['a table', `${at}/tables`, { title: text }, seats.facilitator.credential],
            ['an institution', `${at}/institutions`, { name: text }, seats.facilitator.credential],
          ] as const)
        : []),
      ['a row', `${at}/rows`, { kind: 'proposals', text: `title,axis\r\n"${text.replaceAll('"', '""')}",inclusion\r\n`, dryRun: index % 10 !== 0 }, seats.facilitator.credential],
    ];
    for (const [field, address, body, by] of bodies) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(by ? { Authorization: `Bearer ${by}` } : {}) },
        body: JSON.stringify(body),
      });
      seen.answers += 1;
      const answer = await response.text();
      if (response.status >= 500) failures.push(`${field} with ${short(text)}: ${response.status} ${answer.slice(0, 100)}`);
    }
    if (index % 4 === 0) {
      const status = await sendForm('/propose', { title: wellFormed(text), description: wellFormed(text), axis: 'inclusion' });
      seen.answers += 1;
      if (status >= 500) failures.push(`a form with ${short(text)}: ${status}`);
    }
    await sayInAddresses(url, board, text);
  }
  for (const { line } of [titles, descriptions, spares, desk, office]) line.cut();
  return { cast, ids, kept };
};

/** What stands in an address, a cookie or a wish for a language never comes back as anything but text. */
const sayInAddresses = async (url: string, board: string, text: string) => {
  const encoded = encodeURIComponent(wellFormed(text));
  const header = /^[\x20-\x7e]+$/.test(text) ? text : 'fr';
  for (const path of [`/b/${encoded}`, `/form?code=${encoded}`, `/b/${board}/form?voted=${encoded}&language=${encoded}`, `/roadmap/${board}/plain?language=${encoded}`, `/${encoded}`]) {
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: { Accept: 'text/html', 'Accept-Language': header, Cookie: `koudmen-language=${encoded}; koudmen=${encoded}` },
    });
    const answer = await response.text();
    seen.answers += 1;
    if (response.status >= 500) failures.push(`${path.slice(0, 80)}: ${response.status}`);
    // Whatever is on the board stands there as text too.
    if (/<[^>]*(?:onerror|onload|data-hostile)|<script>hit/i.test(answer)) failures.push(`${path.slice(0, 80)} builds what was written`);
    for (const [name, value] of response.headers) {
      if (name === 'set-cookie' && /hit|hostile/.test(value)) failures.push(`${path.slice(0, 80)} sets a cookie that was written`);
    }
  }
};

/** Every text in a document. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(textsIn)
      : value && typeof value === 'object'
        ? Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)])
        : [];
const check = (where: string, texts: readonly string[]) => {
  seen.texts += texts.length;
  for (const text of texts) if (unreadable.test(text)) failures.push(`${where} holds ${short(text)}`);
};

await withStore(async (folder) => {
  const server = await serveHeard(binary, join(folder, 'data'), []);
  const { url, port } = server;
  const parts = Array.from({ length: Math.ceil(strings.length / perBoard) }, (_, at) => strings.slice(at * perBoard, (at + 1) * perBoard));
  const rooms = await each(parts, 4, (own) => fill(url, port, own));

  const tables: string[] = [];
  for (const { cast, kept } of rooms) {
    const { board, seats } = cast;
    const at = `${url}/api/v1/boards/${board}`;
    const get = async (path: string) => Buffer.from(await (await fetch(`${at}${path}`)).arrayBuffer());
    for (const role of ['facilitator', 'participant', 'observer', 'screen'] as const) {
      const { line, state } = await openSpeaker(port, seats[role]);
      check(`what the ${role} is told`, textsIn(state));
      line.cut();
      if (role !== 'facilitator') continue;
      // What was taken is what was written, in one normal form and without what is blank around it.
      type Told = { readonly type: string; readonly proposal?: { readonly id: string; readonly title: string } };
      for (const { proposal } of (state['changes'] ?? []) as readonly Told[]) {
        const text = proposal && kept.get(proposal.id);
        if (!proposal || text === undefined) continue;
        const clean = text.replace(/\r\n?/g, '\n').normalize('NFC').replace(/^[\s\u200e\u200f]+|[\s\u200e\u200f]+$/g, '');
        if (proposal.title !== clean) failures.push(`${short(text)} became ${short(proposal.title)}`);
      }
    }
    check('roadmap.json', textsIn(JSON.parse((await get('/roadmap.json')).toString('utf8'))));
    const files = new Map([...unzip(await get('/archive.zip'))].map(([name, bytes]) => [`${board}-${name.replaceAll('/', '-')}`, bytes]));
    files.set(`${board}-roadmap.csv`, await get('/roadmap.csv'));
    mkdirSync(join(folder, 'tables'), { recursive: true });
    for (const [name, bytes] of files) {
      if (name.endsWith('.json')) check(name, textsIn(JSON.parse(bytes.toString('utf8'))));
      if (!name.endsWith('.csv')) continue;
      const file = join(folder, 'tables', name);
      writeFileSync(file, bytes);
      tables.push(file);
    }
    for (const command of ['roadmap', 'ballots']) {
      const printed = execFileSync(binary, [command, '--data', join(folder, 'data'), '--board', board], { env: environment, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
      if (/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(printed)) failures.push(`koudmen ${command} prints control characters`);
    }
  }

  // A reader of tables that is not ours: as many cells in each row as there are names, and no formula.
  const read = JSON.parse(
    execFileSync(python, [new URL('spreadsheet.py', import.meta.url).pathname, ...tables], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as readonly (readonly (readonly string[])[])[];
  for (const [index, rows] of read.entries()) {
    const name = (tables[index] ?? '').slice(folder.length + '/tables/'.length);
    const [names = []] = rows;
    for (const row of rows) {
      if (row.length !== names.length) failures.push(`${name}: a row of ${row.length} cells under ${names.length} names`);
      seen.cells += row.length;
      check(name, row);
      for (const cell of row) {
        // A number may be below nothing.
        if (formula.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)) failures.push(`${name}: a cell begins with ${short(cell)}`);
      }
    }
  }
  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
  if (office) {
    // Read as a spreadsheet and written again, a formula would have become its value.
    const out = join(folder, 'office');
    for (const table of tables.filter((name) => name.endsWith('roadmap.csv'))) {
      execFileSync(office, ['--headless', '--convert-to', 'fods', '--outdir', out, table], { stdio: 'ignore', timeout: 60_000 });
      const sheet = readFileSync(join(out, `${table.split('/').at(-1)?.replace('.csv', '')}.fods`), 'utf8');
      if (sheet.includes('table:formula=')) failures.push(`${table}: a spreadsheet finds a formula`);
    }
  } else skipped.push('a spreadsheet program: soffice is not installed');

  const pages = await lookAtPages(url, rooms, failures);

  await server.end();
  for (const line of server.said.filter((one) => one.startsWith('{'))) {
    try {
      JSON.parse(line);
    } catch {
      failures.push(`the log has a line that is not one: ${line.slice(0, 100)}`);
    }
    if (/hit\(|hostile|evil\.example/.test(line)) failures.push(`the log holds what people wrote: ${line.slice(0, 100)}`);
  }
  for (const failure of failures.slice(0, 60)) console.log(`FAILED  ${failure}`);
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  const kept = failures.length === 0 && seen.accepted > count && seen.cells > count && pages.pages > 0;
  tell('N56: hostile texts through every field are never run, built or obeyed where they come out', kept);
  tell('N57: what would make a page or a script of a text is stopped by the content policy', kept);
  console.log(`${kept ? 2 : 0} passed, ${kept ? 0 : 2} failed`);
  console.log(JSON.stringify({ strings: count, seed, ...seen, refusals: words, ...pages, logLines: server.said.length, failures: failures.slice(0, 60), failed: failures.length, skipped }));
  process.exitCode = kept ? 0 : 1;
});
process.exit();
