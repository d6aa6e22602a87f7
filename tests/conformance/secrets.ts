// Everything that is secret, in a run of every role and every request, and then every place where none of it may be:
// the log, addresses, headers, answers to others, frames, exports, the store, and the reach of other processes.
//
//   node tests/conformance/secrets.ts --binary SERVER

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BadgesIssued, BoardCreated, HelperIssued, InstitutionInvited } from '../../client-web/src/protocol/messages.ts';
import { unzip } from '../replay/archive.ts';
import { text } from './frames.ts';
import { freshCredential, freshId, tell, withStore } from './house.ts';
import { environment, serveHeard } from './heard.ts';
import { hearMessage, openSocket, type Seat } from './line.ts';

const [flag, binary = ''] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: secrets.ts --binary SERVER');

const failures: string[] = [];
const skipped: string[] = [];
const places: Record<string, number> = {};
/** Each secret by its name. */
const secrets = new Map<string, string>();
const keep = (name: string, secret: string): string => {
  secrets.set(name, secret);
  return secret;
};

/** Counts a place that was looked at; a secret in it is a failure, but for those that belong there. */
const search = (kind: string, where: string, content: Buffer | string, but: readonly string[] = []) => {
  places[kind] = (places[kind] ?? 0) + 1;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (const [name, secret] of secrets) {
    if (!but.includes(secret) && bytes.includes(secret)) failures.push(`${kind}: the ${name} is in ${where}`);
  }
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

await withStore(async (folder) => {
  const data = join(folder, 'data');
  const settings = join(folder, 'koudmen.json');
  const key = keep('creation key', `key-${freshCredential()}`);
  writeFileSync(settings, JSON.stringify({ creation_key: key }), { mode: 0o600 });
  const server = await serveHeard(binary, data, ['--config', settings]);
  const { url, port } = server;

  /** Asks, and looks at everything that comes back; `gives` says what of the answer is for whoever asked. */
  const ask = async (
    method: string,
    path: string,
    { by, body, type = 'application/json', headers = {} }: { by?: string; body?: object | string; type?: string; headers?: Record<string, string> } = {},
    gives: (answer: string, headers: Headers) => readonly string[] = () => [],
  ): Promise<string> => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(by ? { Authorization: `Bearer ${by}` } : {}), ...(body === undefined ? {} : { 'Content-Type': type }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const answer = bytes.toString('utf8');
    const given = gives(answer, response.headers);
    search('addresses', path, path);
    for (const [name, value] of response.headers) {
      search('headers', `${name} of ${method} ${path}`, value, name === 'set-cookie' ? given : []);
    }
    // How much of an address a browser would tell others, and whether it may keep the answer.
    const referrer = response.headers.get('referrer-policy');
    if (referrer !== 'no-referrer' && referrer !== 'same-origin') failures.push(`${method} ${path} has the referrer policy ${referrer}`);
    if (given.length > 0 && response.headers.get('cache-control') !== 'no-store') failures.push(`${method} ${path} may be kept by a browser`);
    search('answers', `the answer to ${method} ${path}`, bytes, given);
    if (path.endsWith('.zip') && response.ok) {
      for (const [name, content] of unzip(bytes)) search('exports', `${name} of ${path}`, content);
    }
    return answer;
  };
  const reads = <T,>(answer: string): T => JSON.parse(answer) as T;

  // Who makes a secret is told it, once.
  const opened = reads<BoardCreated>(
    await ask(
      'POST',
      '/api/v1/boards',
      { by: key, body: { title: 'Une salle d’essai', axes: [{ id: 'inclusion', title: 'Inclusion' }], settings: { moderation: 'after', proposalsPerParticipant: 9, admission: 'badges' } } },
      (answer) => {
        const { facilitator, moderator, screen } = reads<BoardCreated>(answer);
        return [keep('facilitator’s link', facilitator), keep('moderator’s link', moderator), keep('screen’s link', screen)];
      },
    ),
  );
  const { code, facilitator, moderator, screen } = opened;
  const at = `/api/v1/boards/${code}`;
  const issued = reads<BadgesIssued>(
    await ask('POST', `${at}/badges`, { by: facilitator, body: { count: 3 } }, (answer) =>
      reads<BadgesIssued>(answer).badges.map((badge, index) => keep(`badge ${index + 1}`, badge)),
    ),
  );
  const helper = reads<HelperIssued>(
    await ask('POST', `${at}/helpers`, { by: facilitator, body: {} }, (answer) => [keep('helper’s link', reads<HelperIssued>(answer).credential)]),
  ).credential;
  const institution = reads<InstitutionInvited>(
    await ask('POST', `${at}/institutions`, { by: facilitator, body: { name: 'CTM' } }, (answer) => [
      keep('institution’s link', reads<InstitutionInvited>(answer).credential),
    ]),
  ).credential;
  await ask('POST', `${at}/tables`, { by: facilitator, body: { title: 'Une table' } }, (answer) => {
    const table = reads<BoardCreated>(answer);
    return [keep('table’s scribe', table.facilitator), keep('table’s moderator', table.moderator), keep('table’s screen', table.screen)];
  });
  const participant = keep('participant’s credential', freshCredential());
  await ask('POST', `${at}/participants`, { by: participant, body: { college: 'citizens', badge: issued.badges[0] } });
  const assisted = keep('credential of who is helped', freshCredential());
  await ask('POST', `${at}/participants`, { by: assisted, body: { college: 'citizens', badge: issued.badges[1], helper, use: 'shared' } });

  // Every role hears the board, and no frame of it holds a secret.
  const seats: Readonly<Record<string, Seat>> = {
    participant: { board: code, credential: participant },
    moderator: { board: code, credential: moderator },
    facilitator: { board: code, credential: facilitator },
    screen: { board: code, credential: screen },
    observer: { board: code },
    helper: { board: code, credential: helper },
    'who is helped': { board: code, credential: assisted, helper },
    institution: { board: code, credential: institution },
  };
  for (const [role, seat] of Object.entries(seats)) {
    const line = await openSocket(port, seat);
    search('frames', `the welcome of the ${role}`, JSON.stringify(line.welcome));
    search('frames', `the board as told to the ${role}`, JSON.stringify(line.state));
    // Nonsense that holds a secret, and a command that is refused.
    const nonsense = JSON.stringify({ type: 'command', operation: 1, command: { type: 'introduce', name: seat.credential ?? key, by: key } });
    const refused = JSON.stringify({ type: 'command', operation: 2, command: { type: 'castChoice', ballot: freshId(), proposal: freshId(), choice: 'support' } });
    for (const said of [nonsense, refused, '{"type":"ping"}']) line.send(text(said));
    for (let told = await hearMessage(line); told && told['type'] !== 'pong'; told = await hearMessage(line)) {
      search('frames', `an answer to the ${role}`, JSON.stringify(told));
    }
    line.cut();
  }

  // Without JavaScript: a cookie and the token of its forms.
  const form = `/b/${code}/form`;
  let cookie = '';
  const page = await ask('GET', form, {}, (answer, headers) => {
    cookie = /koudmen=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    const token = /name="token" value="([^"]+)"/.exec(answer)?.[1] ?? '';
    return [keep('credential in a cookie', cookie), keep('token of a form', token)];
  });
  if (!cookie) failures.push('the form has no cookie');
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const withCookie = { Cookie: `koudmen=${cookie}` };
  for (const [thing, fields] of Object.entries({
    '/join': { college: 'citizens', badge: issued.badges[2] ?? '' },
    '/propose': { title: 'Un bus', description: '', axis: 'inclusion' },
    '/vote': {},
    '/withdraw': {},
    '/nowhere': {},
  })) {
    const body = new URLSearchParams({ token, operation: String(Date.now()), ...fields }).toString();
    await ask('POST', `${form}${thing}`, { body, type: 'application/x-www-form-urlencoded', headers: withCookie }, () => [token]);
  }
  for (const thing of ['', '/votes', '/propose', '/mine']) await ask('GET', `${form}${thing}`, { headers: withCookie }, () => [token]);

  // Every other request, by whoever may, and by others.
  for (const by of [facilitator, moderator, participant, institution, helper, key, undefined]) {
    const who = by ? { by } : {};
    await ask('GET', at, who);
    await ask('GET', `${at}/badges/1`, who);
    await ask('GET', `${at}/helpers`, who);
    for (const file of ['roadmap.json', 'roadmap.csv', 'archive.zip', 'board.zip']) await ask('GET', `${at}/${file}`, who);
    await ask('POST', `${at}/rows`, { ...who, body: { kind: 'proposals', text: 'title,axis\nUn bus,inclusion\n', dryRun: true } });
    await ask('POST', `${at}/participants`, { ...who, body: `{"college":"${key}"` });
    await ask('POST', '/api/v1/boards/import', { ...who, body: 'PK', type: 'application/zip' });
    await ask('DELETE', `${at}/helpers/99`, who);
    await ask('PUT', at, who);
  }
  for (const path of ['/', '/healthz', '/accessibility', `/b/${code.toLowerCase()}?x`, '/nowhere', '/form?code=zzzzz', `/roadmap/${code}/plain`]) {
    await ask('GET', path);
  }
  for (const kind of ['b', 'desk', 'wall', 'roadmap', 'badges', 'help', 'paper', 'institution']) await ask('GET', `/${kind}/${code}`);

  // What browsers ask for when they open the links, whole, with what they tell of where they come from.
  const { openBrowser, openWide } = await import('../../client-web/e2e/browser.ts');
  const browser = await openBrowser();
  for (const [kind, secret] of Object.entries({ desk: facilitator, wall: screen, badges: facilitator, help: helper, paper: facilitator, institution })) {
    const opened = await openWide(browser, 1200, 800);
    opened.on('request', (request) => {
      const told = request.headers();
      search('browser requests', `the address ${request.url().split('#')[0]} asked for by ${kind}`, request.url().split('#')[0] ?? '');
      search('browser requests', `the referrer told by ${kind}`, told['referer'] ?? '');
      search('browser requests', `a cookie told by ${kind}`, told['cookie'] ?? '');
    });
    await opened.goto(`${url}/${kind}/${code}#${secret}`);
    await opened.waitForSelector('h1, h2');
    await opened.waitForTimeout(200);
    await opened.context().close();
  }
  await browser.close();

  // The store while it is served, what operators' commands print, and the store once it is closed.
  const searchStore = (when: string) => {
    for (const file of filesIn(data)) search('files of the store', `${file.slice(data.length)} ${when}`, readFileSync(file));
  };
  searchStore('while it is served');
  const status = readFileSync(`/proc/${server.pid}/cmdline`);
  search('process', 'its command line', status);
  const limits = readFileSync(`/proc/${server.pid}/limits`, 'utf8');
  if (!/Max core file size +0 +0 /.test(limits)) failures.push('process: core dumps are not off');
  for (const command of ['export', 'roadmap', 'ballots']) {
    search('exports', `koudmen ${command}`, execFileSync(binary, [command, '--data', data, '--board', code], { env: environment, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
  }
  search('exports', 'koudmen boards', execFileSync(binary, ['boards', '--data', data], { env: environment }));
  search('exports', 'koudmen print-config', execFileSync(binary, ['print-config', '--config', settings], { env: environment }));
  await server.end();
  searchStore('once it is closed');
  search('log', 'what the server wrote', server.said.join('\n'));
  places['log lines'] = server.said.length;
  // Whether the search finds what is there.
  const planted = failures.length;
  search('log', 'a planted line', `x${facilitator}x`);
  if (failures.length !== planted + 1) failures.push('the search does not find what is planted');
  else failures.pop();

  // The links of the example are kept on purpose, for the operator alone.
  const example = join(folder, 'example');
  const second = await serveHeard(binary, example, ['--example']);
  await second.end();
  const linksFile = join(example, 'example-links.json');
  const links = reads<Record<string, string>>(readFileSync(linksFile, 'utf8'));
  if ((statSync(linksFile).mode & 0o777) !== 0o600) failures.push('example-links.json can be read by others');
  for (const name of ['facilitator', 'moderator', 'screen']) keep(`example’s ${name}`, links[name] ?? '');
  for (const file of filesIn(example).filter((name) => name !== linksFile)) search('files of the store', file, readFileSync(file));
  search('log', 'the log of the example', second.said.filter((line) => line.startsWith('{"at"')).join('\n'));

  // Another process of the same user cannot read its memory. Root may read any, so somebody else does it.
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const own = join(folder, 'own');
  mkdirSync(own);
  if (nobody !== undefined) {
    chmodSync(folder, 0o755);
    chownSync(own, nobody, nobody);
  }
  const readable = (pid: number): boolean => {
    try {
      execFileSync('/bin/cat', [`/proc/${pid}/environ`], { stdio: 'ignore', ...(nobody === undefined ? {} : { uid: nobody, gid: nobody }) });
      return true;
    } catch {
      return false;
    }
  };
  const sleeper = spawn('/bin/sleep', ['60'], { stdio: 'ignore', ...(nobody === undefined ? {} : { uid: nobody, gid: nobody }) });
  const third = await serveHeard(binary, own, [], nobody).catch((error: unknown) => {
    skipped.push(`the memory of a server of another user: ${String(error)}`);
    return undefined;
  });
  if (third && !readable(sleeper.pid ?? 0)) skipped.push('the memory of a server: no process can be read here');
  else if (third && readable(third.pid)) failures.push('process: others of the same user can read its memory');
  places['processes that others cannot read'] = third ? 1 : 0;
  sleeper.kill('SIGKILL');
  await third?.end();

  for (const failure of failures) console.log(`FAILED  ${failure}`);
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  const kept = failures.length === 0;
  tell('N54: no secret is in a log, an address, a header, a frame, an export or the store', kept);
  tell('N55: no core dump is made of the server, and other processes cannot read it', kept);
  console.log(`${kept ? 2 : 0} passed, ${kept ? 0 : 2} failed`);
  console.log(JSON.stringify({ secrets: secrets.size, places, found: failures.length, failures, skipped }));
  process.exitCode = kept ? 0 : 1;
});
process.exit();
