// Three clients that are not ours hold a whole session: they join, vote, and hear the tally of all three.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { Change, FromServer } from '../../client-web/src/protocol/messages.ts';
import { subprotocol } from '../../client-web/src/protocol/messages.ts';
import { freshCredential, freshId, openBoard, openSpeaker, post, type Watched } from './house.ts';
import type { Outcome } from './judge.ts';

const run = promisify(execFile);
/** Debian's, which has Debian's websockets; another may come first on the way. */
const python = '/usr/bin/python3';
const enough = 20_000;

type Session = {
  readonly url: string;
  readonly board: string;
  readonly ballot: string;
  readonly proposal: string;
};
/** Joins, votes, says so, and resolves with the votes for as it is told at the end. */
type Client = (session: Session, voted: () => void) => Promise<number>;

/** What of the package `ws` is used here. */
type WsSocket = {
  on: (event: string, hear: (data: { toString: () => string }) => void) => void;
  send: (text: string) => void;
  close: () => void;
};
type Ws = { WebSocket: new (url: string, protocol: string) => WsSocket };

const byWs: Client = async ({ url, board, ballot, proposal }, voted) => {
  const { WebSocket } = createRequire(new URL('../../client-web/package.json', import.meta.url))('ws') as Ws;
  const credential = freshCredential();
  await post(`${url}/api/v1/boards/${board}/participants`, { college: 'citizens' }, credential);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, subprotocol);
  return new Promise((resolve, reject) => {
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed')));
    socket.on('open', () => say({ type: 'hello', version: 1, board, credential, device: freshId() }));
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString()) as FromServer;
      if (message.type === 'rejected') return reject(new Error(JSON.stringify(message)));
      if (message.type !== 'state') return;
      if (message.full) say({ type: 'command', operation: 1, command: { type: 'castChoice', ballot, proposal, choice: 'support' } });
      const answer = message.answers?.find(({ operation }) => operation === 1);
      if (answer?.refusal) return reject(new Error(JSON.stringify(answer)));
      if (answer) voted();
      const tally = message.changes.find((change): change is Extract<Change, { type: 'tally' }> => change.type === 'tally');
      if (!tally) return;
      resolve(tally.tally.counts[0] ?? 0);
      socket.close();
    });
  });
};

const byPython: Client = async ({ url, board, ballot, proposal }, voted) => {
  const script = new URL('interoperation.py', import.meta.url).pathname;
  const working = run(python, [script, url, board, ballot, proposal, freshCredential(), freshId()], { timeout: enough });
  working.child.stdout?.on('data', (said) => {
    if (String(said).includes('voted')) voted();
  });
  const { stdout } = await working;
  return Number(/for (\d+)/.exec(stdout)?.[1]);
};

const byChromium: Client = async ({ url, board }, voted) => {
  const { openBrowser, openPhone, troublesOf } = await import('../../client-web/e2e/browser.ts');
  const browser = await openBrowser();
  try {
    const phone = await openPhone(browser);
    await phone.goto(`${url}/b/${board}`);
    await phone.click('button:has-text("Habitants")', { timeout: enough });
    await phone.click('.vote-support', { timeout: enough });
    await phone.waitForSelector('text=Vote enregistré', { timeout: enough });
    voted();
    await phone.waitForSelector('h1:has-text("Résultats")', { timeout: enough });
    const bar = await phone.waitForSelector('.tally-words', { timeout: enough });
    const [trouble] = troublesOf(phone);
    if (trouble) throw new Error(trouble);
    return Number(/\d+/.exec((await bar.textContent()) ?? '')?.[0]);
  } finally {
    await browser.close();
  }
};

const clients: Readonly<Record<string, Client>> = {
  Chromium: byChromium,
  'ws of npm': byWs,
  'websockets of Debian’s Python': byPython,
};

/** What this machine lacks for a client, if something. */
const lacks = async (name: string): Promise<string | undefined> => {
  if (!name.includes('Python')) return undefined;
  const found = await run(python, ['-c', 'import websockets']).then(
    () => true,
    () => false,
  );
  return found ? undefined : `${name}: python3-websockets is not installed`;
};

export async function interoperation(
  url: string,
  { port }: Watched,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly skipped: readonly string[] }> {
  const { board, seats } = await openBoard(url);
  const desk = await openSpeaker(port, seats.facilitator);
  const author = await openSpeaker(port, seats.participant);
  const ballot = freshId();
  const proposal = freshId();
  const must = async (speaker: typeof desk, command: object) => {
    const word = await speaker.ask(command);
    if (word) throw new Error(`${JSON.stringify(command)} is refused: ${word}`);
  };
  await must(author, { type: 'submitProposal', proposal, title: 'Un bus', description: '', axis: 'inclusion' });
  await must(desk, { type: 'openPhase', phase: 'vote' });
  await must(desk, { type: 'openBallot', ballot, question: 'Que retenir ?', method: 'opinion', results: 'afterClosing' });

  const skipped: string[] = [];
  const votes: Promise<void>[] = [];
  const ends: Promise<Outcome>[] = [];
  let voters = 0;
  for (const [name, client] of Object.entries(clients)) {
    const missing = await lacks(name);
    if (missing) {
      skipped.push(missing);
      console.log(`skipped: ${missing}`);
      continue;
    }
    voters += 1;
    let heardFor: Promise<number> | undefined;
    votes.push(
      new Promise<void>((voted, failed) => {
        heardFor = client({ url, board, ballot, proposal }, voted);
        heardFor.catch(failed);
      }).catch(() => {}),
    );
    const ended = heardFor as unknown as Promise<number>;
    ends.push(
      ended.then(
        (heard) => ({ name, wrong: heard === voters ? undefined : `it hears ${heard} votes for instead of ${voters}` }),
        (error: unknown) => ({ name, wrong: String(error).slice(0, 500) }),
      ),
    );
  }
  await Promise.all(votes);
  await must(desk, { type: 'closeBallot', ballot });
  const outcomes = await Promise.all(ends);
  desk.line.cut();
  author.line.cut();
  return { outcomes, skipped };
}
