// Which pages may speak to a server: every way in which a browser, or somebody who bends one, may name where a page
// came from, against the upgrade and against every request that changes something.
//
//   node tests/conformance/origins.ts --binary SERVER

import type { BadgesIssued, HelperIssued } from '../../client-web/src/protocol/messages.ts';
import { freshCredential, openBoard, portOf, post, startServer, withStore } from './house.ts';
import { type Header, openLine, upgradeRequest } from './line.ts';

const [flag, binary = ''] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: origins.ts --binary SERVER');

type Origin = { readonly told: readonly string[]; readonly welcome: boolean };

const welcome = (...told: readonly string[]): Origin => ({ told, welcome: true });
const foreign = (...told: readonly string[]): Origin => ({ told, welcome: false });

/** The server is asked as 127.0.0.1:port, is reached as https://koudmen.example, and allows https://allowed.example. */
const origins = (port: number): readonly Origin[] => [
  welcome(), // No browser.
  welcome(`http://127.0.0.1:${port}`),
  welcome(`https://127.0.0.1:${port}`), // Behind what ends TLS.
  welcome('https://koudmen.example'),
  welcome('https://allowed.example'),
  foreign('null'),
  foreign(''),
  foreign('*'),
  foreign('file://'),
  foreign('about:blank'),
  foreign('data:text/html,x'),
  foreign('chrome-extension://abcdefghijklmnop'),
  foreign('https://evil.example'),
  // Another scheme.
  foreign('http://allowed.example'),
  foreign('http://koudmen.example'),
  foreign('wss://allowed.example'),
  foreign('ftp://allowed.example'),
  foreign('//allowed.example'),
  foreign('allowed.example'),
  // Another port.
  foreign('https://allowed.example:444'),
  foreign('https://allowed.example:443'),
  foreign('https://allowed.example:'),
  foreign('http://127.0.0.1'),
  foreign(`http://127.0.0.1:${port + 1}`),
  foreign(`http://127.0.0.1:0${port}`),
  // Something before, something after.
  foreign('https://allowed.example.evil.example'),
  foreign('https://evil-allowed.example'),
  foreign('https://evilallowed.example'),
  foreign('https://sub.allowed.example'),
  foreign('https://allowed.example.'),
  foreign('https://allowed.example/'),
  foreign('https://allowed.example/page'),
  foreign('https://allowed.example?x'),
  foreign('https://allowed.example#x'),
  foreign('https://allowed.exampl'),
  foreign(`http://127.0.0.1:${port}.evil.example`),
  foreign(`http://127.0.0.1:${port}@evil.example`),
  foreign(`http://evil.example/http://127.0.0.1:${port}`),
  foreign('https://evil.example#https://allowed.example'),
  // Somebody before an @.
  foreign('https://allowed.example@evil.example'),
  foreign('https://somebody@allowed.example'),
  foreign('https://allowed.example:x@evil.example'),
  // Other letters, and the same in another size.
  foreign('HTTPS://ALLOWED.EXAMPLE'),
  foreign('https://Allowed.example'),
  foreign('https://allowéd.example'),
  foreign('https://xn--allowd-gva.example'),
  foreign('https://аllowed.example'), // Its first letter is Cyrillic.
  foreign('https://allowed。example'),
  foreign('https://allowed%2Eexample'),
  foreign('https://allowed\\.example'),
  // The same machine by another name.
  foreign(`http://localhost:${port}`),
  foreign(`http://127.1:${port}`),
  foreign(`http://2130706433:${port}`),
  foreign(`http://0x7f000001:${port}`),
  foreign(`http://[::1]:${port}`),
  foreign(`http://[::ffff:127.0.0.1]:${port}`),
  foreign(`http://0.0.0.0:${port}`),
  // More than one.
  foreign('https://allowed.example https://evil.example'),
  foreign('https://allowed.example, https://evil.example'),
  foreign('https://evil.example, https://allowed.example'),
  foreign('https://allowed.example', 'https://evil.example'),
  foreign('https://evil.example', 'https://allowed.example'),
  foreign('null', 'https://allowed.example'),
];

type Ask = {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body: string;
  readonly headers: readonly Header[];
};

const send = async (port: number, { method, path, type, body, headers }: Ask, told: readonly string[]) => {
  const line = openLine(port);
  const all: readonly Header[] = [
    ['Host', `127.0.0.1:${port}`],
    ['Connection', 'close'],
    ...(type ? [['Content-Type', type] as const] : []),
    ['Content-Length', String(Buffer.byteLength(body))],
    ...headers,
    ...told.map((origin): Header => ['Origin', origin]),
  ];
  line.send(`${[`${method} ${path} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body}`);
  const answer = await line.answer();
  line.cut();
  return answer?.status ?? 0;
};

await withStore(async (data) => {
  const server = await startServer(binary, data, 0, [
    '--public-url',
    'https://koudmen.example',
    '--origins',
    'https://allowed.example',
  ]);
  const port = portOf(server);
  const { board, seats } = await openBoard(server.url);
  const by = seats.facilitator.credential ?? '';
  const at = `/api/v1/boards/${board}`;
  const bearer = (credential: string): readonly Header[] => [['Authorization', `Bearer ${credential}`]];
  const json = (path: string, body: object, headers = bearer(by), method = 'POST'): Ask => ({
    method,
    path,
    type: 'application/json',
    body: JSON.stringify(body),
    headers,
  });
  // A browser without a script, which has its cookie and the token of its form.
  const page = await fetch(`${server.url}/b/${board}/form`);
  const cookie = /koudmen=[^;]+/.exec(page.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  if (!cookie || !token) throw new Error('the form has no cookie or no token');
  const form = (path: string, fields: Readonly<Record<string, string>>): Ask => ({
    method: 'POST',
    path: `/b/${board}/form${path}`,
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ token, ...fields }).toString(),
    headers: [['Cookie', cookie]],
  });
  const asks: readonly Ask[] = [
    json('/api/v1/boards', { title: 'x', axes: [{ id: 'a', title: 'A' }] }, []),
    { method: 'POST', path: '/api/v1/boards/import', type: 'application/zip', body: 'PK', headers: [] },
    json(`${at}/participants`, { college: 'citizens' }, bearer(freshCredential())),
    json(`${at}/badges`, { count: 1 }),
    json(`${at}/helpers`, {}),
    json(`${at}/helpers/99`, {}, bearer(by), 'DELETE'),
    json(`${at}/tables`, { title: 'Une table' }),
    json(`${at}/institutions`, { name: 'CTM' }),
    json(`${at}/rows`, { kind: 'proposals', text: 'title,axis\nUn bus,inclusion\n', dryRun: true }),
    form('/join', { college: 'citizens' }),
    form('/vote', {}),
    form('/propose', {}),
    form('/correct', {}),
    form('/withdraw', {}),
  ];

  /** What the facilitator can count on the board. */
  const standing = async () => {
    const card = await (await fetch(`${server.url}${at}`)).text();
    const badges = await post<BadgesIssued>(`${server.url}${at}/badges`, { count: 1 }, by);
    const helper = await post<HelperIssued>(`${server.url}${at}/helpers`, {}, by);
    return { card, badge: Number(badges.first), helper: Number(helper.helper) };
  };
  const failures: string[] = [];
  let tried = 0;
  const judge = (what: string, told: readonly string[], status: number, good: boolean) => {
    tried += 1;
    if (!good) failures.push(`${what} from ${JSON.stringify(told)}: ${status}`);
  };
  const all = origins(port);
  const through = async (chosen: readonly Origin[]) => {
    for (const { told, welcome: yes } of chosen) {
      const line = openLine(port);
      line.send(Buffer.from(upgradeRequest(port, {}, told.map((origin): Header => ['Origin', origin]))));
      const upgraded = (await line.answer())?.status ?? 0;
      judge('the upgrade', told, upgraded, upgraded === (yes ? 101 : 403));
      line.cut();
      for (const ask of asks) {
        const status = await send(port, ask, told);
        judge(`${ask.method} ${ask.path}`, told, status, yes ? status >= 200 && status !== 403 : status === 403);
      }
    }
  };
  await standing(); // That there are badges shows on the board.
  const before = await standing();
  await through(all.filter((origin) => !origin.welcome));
  const after = await standing();
  const untouched = after.card === before.card && after.badge === before.badge + 1 && after.helper === before.helper + 1;
  if (!untouched) failures.push(`the board was changed: ${JSON.stringify({ before, after })}`);
  await through(all.filter((origin) => origin.welcome));

  const ended = await server.kill('SIGTERM');
  if (ended !== 0) failures.push(`the server ended with ${ended}`);
  for (const failure of failures) console.log(`FAILED  ${failure}`);
  const sentence = 'N8: pages of other sites neither open, join, change nor connect';
  console.log(`${failures.length === 0 ? 'ok     ' : 'FAILED '} ${sentence}`);
  console.log(`${failures.length === 0 ? 1 : 0} passed, ${failures.length === 0 ? 0 : 1} failed`);
  console.log(JSON.stringify({ origins: all.length, requests: asks.length + 1, tried, refusedRightly: tried - failures.length, failures }));
  process.exitCode = failures.length === 0 ? 0 : 1;
});
process.exit();
