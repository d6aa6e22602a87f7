import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Change, ProposalChange } from '../src/protocol/messages.ts';
import { faultsOf, openPhone, troublesOf } from './browser.ts';
import { type Desk, lastTold, openDesk } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const ballot = 'exemple-b-1___________';

const deskOf = ({ url, links }: Server): Promise<Desk> =>
  openDesk(url(), links.code, links.facilitator);

const join = async (browser: Browser, { url, links }: Server, page?: Page): Promise<Page> => {
  const phone = page ?? (await openPhone(browser));
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  return phone;
};

/** How many people voted, as the desk is told. */
const turnout = (desk: Desk): number =>
  lastTold(desk, (change) => change.type === 'turnout')?.voters ?? 0;

const support = (desk: Desk, proposal: string): number =>
  lastTold(
    desk,
    (change): change is Extract<Change, { type: 'tally' }> =>
      change.type === 'tally' && change.tally.proposal === proposal,
  )?.tally.counts[0] ?? 0;

const titled = (desk: Desk, title: string): ProposalChange | undefined =>
  lastTold(
    desk,
    (change): change is ProposalChange =>
      change.type === 'proposal' && change.proposal.title === title,
  );

const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`it never came: ${what}`);
};

const recorded = (page: Page): Promise<unknown> =>
  page.waitForSelector('text=Vote enregistré', { timeout: 30_000 });

/** A vote on the first proposal of the round that is shown. */
const shownTitle = async (page: Page): Promise<string> =>
  ((await page.textContent('h1')) ?? '').trim();

export const phoneTests: readonly Test[] = [
  [
    'C25: from the link to a recorded vote it takes two taps, and the vote can be taken back',
    async (browser, server) => {
      const desk = await deskOf(server);
      const before = turnout(desk);
      const phone = await join(browser, server);
      await phone.click('text=Je suis pour');
      await recorded(phone);
      await until(() => turnout(desk) === before + 1, 'one voter more');
      await phone.click('text=Annuler');
      await until(() => turnout(desk) === before, 'one voter less');
      assert.equal(await phone.getAttribute('.vote-support', 'aria-pressed'), 'false');
    },
  ],
  [
    'C26: a vote without a network waits, and is counted once after the server was killed',
    async (browser, server) => {
      const desk = await deskOf(server);
      const voters = turnout(desk);
      const phone = await join(browser, server);
      await phone.waitForSelector('.vote-support');
      const title = await shownTitle(phone);
      const id = titled(desk, title)?.proposal.id ?? '';
      const before = support(desk, id);
      await phone.context().setOffline(true);
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Votre vote partira tout seul', { timeout: 30_000 });
      assert.equal(await phone.isVisible('text=Vote enregistré'), false);
      await server.kill();
      await phone.context().setOffline(false);
      await server.start();
      await recorded(phone);
      const again = await deskOf(server);
      assert.equal(turnout(again), voters + 1);
      assert.equal(support(again, id), before + 1);
    },
  ],
  [
    'C26: a vote survives a reload made before it could leave',
    async (browser, server) => {
      const desk = await deskOf(server);
      const before = turnout(desk);
      const phone = await join(browser, server);
      await phone.waitForSelector('.vote-support');
      const title = await shownTitle(phone);
      await server.kill();
      await phone.click('text=Je suis contre');
      await server.start();
      await phone.reload();
      const again = await deskOf(server);
      await until(() => turnout(again) === before + 1, 'the vote');
      await phone.waitForSelector('.vote-support');
      assert.notEqual(await shownTitle(phone), title, 'the next one is shown, since this is voted');
    },
  ],
  [
    'C26: two tabs of one phone are one voter, and each vote is counted once',
    async (browser, server) => {
      const desk = await deskOf(server);
      const before = turnout(desk);
      const one = await join(browser, server);
      await one.waitForSelector('.vote-support');
      const two = await one.context().newPage();
      await two.goto(`${server.url()}/b/${server.links.code}`);
      await two.waitForSelector('.vote-support');
      await one.click('text=Je suis pour');
      await recorded(one);
      await two.waitForSelector('.vote-support[aria-pressed="true"]');
      await two.click('text=Suivant');
      await two.click('text=Je ne sais pas');
      await recorded(two);
      assert.equal(turnout(desk), before + 1);
    },
  ],
  [
    'C27: a proposal goes from sent to received, asked about, answered and published',
    async (browser, server) => {
      const desk = await deskOf(server);
      await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
      const phone = await join(browser, server);
      await phone.click('a:has-text("Proposer une action")');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Écrivez d’abord un texte.');
      const title = 'Un fablab à Saint-Pierre 👩‍👩‍👧';
      await phone.fill('#title', title);
      await phone.click('.option >> nth=0');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
      await until(() => titled(desk, title) !== undefined, 'the proposal at the desk');
      const proposal = titled(desk, title)?.proposal.id ?? '';
      await desk.ask({ type: 'returnProposal', proposal, question: 'Pour qui ?' });
      await phone.waitForSelector('text=Pour qui ?');
      await phone.click('text=Répondre');
      await phone.fill('#description', 'Pour les jeunes.');
      await phone.click('text=Envoyer ma réponse');
      await until(() => titled(desk, title)?.proposal.status === 'submitted', 'the answer');
      assert.equal(titled(desk, title)?.proposal.description, 'Pour les jeunes.');
      await desk.ask({ type: 'publishProposal', proposal });
      await phone.waitForSelector('text=Publiée. Toute la salle la voit.');
    },
  ],
  [
    'C28: what is refused is said, with what was written, also where its control is gone',
    async (browser, server) => {
      const desk = await deskOf(server);
      await desk.ask({ type: 'openPhase', phase: 'discuss', reason: 'Encore un peu' });
      const phone = await join(browser, server);
      await phone.goto(`${phone.url()}#proposition=exemple-p-0___________`);
      const text = 'Et le dimanche ?';
      await phone.fill('#comment', text);
      await phone.context().setOffline(true);
      await phone.click('text=Envoyer mon commentaire');
      await phone.waitForSelector(`li:has-text("${text}") >> text=Envoi…`);
      await desk.ask({ type: 'openPhase', phase: 'moderate' });
      await phone.context().setOffline(false);
      await phone.waitForSelector(`[role=alert] >> text=${text}`, { timeout: 30_000 });
      await phone.waitForSelector('text=Ce n’est pas possible pour le moment.');
      assert.equal(await phone.isVisible(`li:has-text("${text}")`), false);
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('text=J’ai compris');
      assert.equal(await phone.isVisible(`text=${text}`), false);
    },
  ],
  [
    'C28: a vote that comes after the end is said not to count',
    async (browser, server) => {
      const desk = await deskOf(server);
      const phone = await join(browser, server);
      await phone.waitForSelector('.vote-support');
      await phone.context().setOffline(true);
      await phone.click('text=Je suis pour');
      await desk.ask({ type: 'closeBallot', ballot });
      await phone.context().setOffline(false);
      await phone.waitForSelector('text=Votre dernier choix n’est pas compté', { timeout: 30_000 });
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C28: the phone follows the room from phase to phase, and a closed board offers nothing to do',
    async (browser, server) => {
      const desk = await deskOf(server);
      const phone = await join(browser, server);
      const reason = 'Encore un peu';
      const titles = {
        collect: 'Proposez une action',
        moderate: 'Le vote est en pause',
        discuss: 'Donnez votre avis',
        closed: 'La séance est finie. Merci.',
      } as const;
      for (const [phase, title] of Object.entries(titles)) {
        await desk.ask({ type: 'openPhase', phase: phase as keyof typeof titles, reason });
        await phone.waitForSelector(`h1:has-text("${title}")`);
        assert.deepEqual(await faultsOf(phone), [], phase);
      }
      assert.equal(await phone.isVisible('.vote-support'), false);
      const late = await openPhone(browser);
      await late.goto(`${server.url()}/b/${server.links.code}`);
      await late.waitForSelector(`h1:has-text("${titles.closed}")`);
      assert.deepEqual(await faultsOf(late), [], 'after the end');
      await late.click('text=Lire la feuille de route');
      await late.waitForURL(`**/roadmap/${server.links.code}`);
      await desk.ask({ type: 'openPhase', phase: 'vote', reason });
      await phone.waitForSelector('.vote-support');
    },
  ],
  [
    'C29: the phone passes the probes on every screen, small, by night and with large letters',
    async (browser, server) => {
      const desk = await deskOf(server);
      for (const options of [
        {},
        { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const },
      ]) {
        const phone = await openPhone(browser, options);
        await phone.goto(`${server.url()}/b/${server.links.code}`);
        await phone.waitForSelector('button:has-text("Habitants")');
        assert.deepEqual(await faultsOf(phone), [], 'the door');
        await join(browser, server, phone);
        await phone.click('text=Je ne sais pas');
        await recorded(phone);
        assert.deepEqual(await faultsOf(phone), [], 'the vote');
        const here = `${server.url()}/b/${server.links.code}`;
        for (const screen of [
          '#liste',
          '#proposer',
          '#mes-propositions',
          '#prenom',
          '#proposition=exemple-p-0___________',
          '#proposition=rien',
        ]) {
          await phone.goto(`${here}${screen}`);
          await phone.waitForTimeout(100);
          assert.deepEqual(await faultsOf(phone), [], screen);
        }
      }
      const large = await openPhone(browser, { viewport: { width: 320, height: 640 } });
      await large.goto(`${server.url()}/b/${server.links.code}`);
      await join(browser, server, large);
      await large.waitForSelector('.vote-support');
      await large.evaluate(() => {
        document.documentElement.style.fontSize = '36px';
      });
      assert.deepEqual(await faultsOf(large), [], 'letters twice as large');
      await desk.ask({ type: 'closeBallot', ballot });
      await large.waitForSelector('h1:has-text("Résultats")');
      assert.deepEqual(await faultsOf(large), [], 'the results');
    },
  ],
  [
    'C31: a browser of 2018 that keeps nothing still votes and proposes',
    async (browser, server) => {
      const phone = await openPhone(browser);
      await phone.addInitScript(() => {
        const missing: readonly (readonly [object, string])[] = [
          [window, 'queueMicrotask'],
          [window, 'AbortController'],
          [window, 'structuredClone'],
          [Intl, 'Segmenter'],
          [Intl, 'PluralRules'],
          [Array.prototype, 'flatMap'],
          [Array.prototype, 'at'],
          [Object, 'fromEntries'],
          [String.prototype, 'replaceAll'],
          [Promise, 'allSettled'],
        ];
        for (const [owner, name] of missing) Reflect.deleteProperty(owner, name);
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('storage is refused');
          },
        });
      });
      await join(browser, server, phone);
      await phone.click('text=Je suis pour');
      await recorded(phone);
      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'Un fablab');
      await phone.click('.option >> nth=0');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
      assert.deepEqual(troublesOf(phone), []);
    },
  ],
  [
    'C32: the phone asks for three small files and nothing of another site',
    async (browser, server) => {
      const phone = await openPhone(browser);
      const asked: string[] = [];
      phone.on('request', (request) => asked.push(request.url()));
      const cdp = await phone.context().newCDPSession(phone);
      await cdp.send('Network.enable');
      let bytes = 0;
      cdp.on('Network.loadingFinished', (one) => {
        bytes += one.encodedDataLength;
      });
      await join(browser, server, phone);
      await phone.waitForSelector('.vote-support');
      for (const url of asked) assert.ok(url.startsWith(`${server.url()}/`), url);
      // What keeps the page for later asks again for what has come; the browser has it.
      const files = new Set(asked.filter((url) => url.includes('/assets/')));
      assert.equal(files.size, 2, asked.join(' '));
      // Page, script, style, the card and the answer to joining, with their headers.
      assert.ok(bytes < 46_000, `${bytes} bytes`);
    },
  ],
  [
    'C29: a new screen takes the focus to its heading',
    async (browser, server) => {
      const phone = await join(browser, server);
      await phone.click('text=Passer');
      const focused = () => phone.evaluate(() => document.activeElement?.tagName);
      await phone.waitForTimeout(200);
      assert.equal(await focused(), 'H1');
      await phone.click('text=Voir tout');
      await phone.waitForTimeout(200);
      assert.equal(await focused(), 'H1');
    },
  ],
];
