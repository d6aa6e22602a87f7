import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Change } from '../src/protocol/messages.ts';
import { browserRandom, mintId } from '../src/store/identity.ts';
import { facilitator, must } from './boards.ts';
import { faultsOf, openBrowser, openPhone, troublesOf } from './browser.ts';
import { lastTold } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

/** Comes in on the example board, at whatever address the server has for this browser. */
const join = async (browser: Browser, { links }: Server, url: string): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(`${url}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  return phone;
};

const recorded = (phone: Page) =>
  phone.waitForSelector('text=Vote enregistré', { timeout: 30_000 });

const isTurnout =
  (ballot: string) =>
  (change: Change): change is Extract<Change, { type: 'turnout' }> =>
    change.type === 'turnout' && change.ballot === ballot;

/** The phone in the hand of somebody who reads little, has never voted here, or has plain HTTP. */
export const handTests: readonly Test[] = [
  [
    'C143: on plain HTTP people join, vote, take back, propose, comment, lose the network and reload',
    async (_, server) => {
      const hall = await openBrowser('--host-resolver-rules=MAP hall.test 127.0.0.1');
      try {
        const desk = await facilitator(server);
        const url = server.url().replace('127.0.0.1', 'hall.test');
        const phone = await join(hall, server, url);
        assert.equal(await phone.evaluate(() => isSecureContext), false);
        assert.equal(await phone.evaluate(() => 'serviceWorker' in navigator), false);
        await phone.click('text=Je suis pour');
        await recorded(phone);
        await phone.click('text=Annuler');
        await phone.waitForSelector('text=Pas encore voté');
        await phone.click('text=Je suis contre');
        await recorded(phone);

        await phone.click('a:has-text("Proposer une action")');
        await phone.fill('#title', 'Un fablab à Rivière-Pilote');
        await phone.click('.option >> nth=0');
        await phone.click('button:has-text("Envoyer ma proposition")');
        await phone.waitForSelector('text=Reçue. L’équipe va la lire.');

        await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore un peu' });
        await phone.goto(`${url}/b/${server.links.code}#proposition=exemple-p-0___________`);
        await phone.fill('#comment', 'Et le dimanche ?');
        await phone.click('text=Envoyer mon commentaire');
        await phone.waitForSelector('text=Commentaire enregistré');

        await must(desk, { type: 'openPhase', phase: 'vote', reason: 'Encore un peu' });
        await phone.goto(`${url}/b/${server.links.code}#`);
        await phone.waitForSelector('.vote-neutral[aria-disabled=false]');
        const title = await phone.textContent('h1');
        await phone.context().setOffline(true);
        await phone.click('.vote-neutral');
        await phone.waitForSelector('text=Votre vote partira tout seul', { timeout: 45_000 });
        await phone.context().setOffline(false);
        await recorded(phone);
        await phone.reload();
        await phone.waitForSelector('.vote-support[aria-disabled=false]');
        assert.notEqual(await phone.textContent('h1'), title, 'what was voted on is behind');
        assert.deepEqual(await faultsOf(phone), []);
        desk.close();
      } finally {
        await hall.close();
      }
    },
  ],
  [
    'C144: on a slow network and a slow phone a button can be used within five seconds',
    async (browser, server) => {
      const phone = await openPhone(browser);
      const line = await phone.context().newCDPSession(phone);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: 50_000,
        uploadThroughput: 50_000,
      });
      await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const started = Date.now();
      await phone.goto(`${server.url()}/b/${server.links.code}`, { waitUntil: 'commit' });
      await phone.waitForSelector('button:has-text("Habitants")');
      const usable = Date.now() - started;
      assert.ok(usable < 5000, `the door took ${usable} ms`);
      const tapped = Date.now();
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('.vote-support[aria-disabled=false]');
      const voting = Date.now() - tapped;
      assert.ok(voting < 5000, `from there to the vote it took ${voting} ms`);
    },
  ],
  [
    'C150: a proposal is read aloud with the browser’s own voice, and a second tap or leaving stops it',
    async (browser, server) => {
      const phone = await openPhone(browser);
      // What is asked of the browser's own speech, which goes on as it would.
      await phone.addInitScript(() => {
        const asked: string[] = [];
        const { speak, cancel } = SpeechSynthesis.prototype;
        SpeechSynthesis.prototype.speak = function (utterance) {
          asked.push(`${utterance.lang} ${utterance.text}`);
          speak.call(this, utterance);
        };
        SpeechSynthesis.prototype.cancel = function () {
          asked.push(speechSynthesis.speaking ? 'stopped' : 'nothing to stop');
          cancel.call(this);
        };
        Object.assign(window, { asked });
      });
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('.vote-support[aria-disabled=false]');
      const title = (await phone.textContent('h1'))?.trim() ?? '';
      const asked = () =>
        phone.evaluate(() => (window as unknown as { asked: readonly string[] }).asked);
      const words = () => phone.textContent('.read-aloud .button');

      assert.deepEqual(await faultsOf(phone), []);
      await phone.evaluate(async () => {
        const button = document.querySelector<HTMLElement>('.read-aloud .button');
        button?.click();
        // As soon as the words have changed: a browser without a voice gives up in a moment.
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
        (window as unknown as { asked: string[] }).asked.push(button?.textContent ?? '');
        button?.click();
      });
      const [, read, shown, stopped] = await asked();
      assert.ok(read?.startsWith(`fr-FR ${title}`), read);
      assert.equal(shown, 'Arrêter');
      assert.equal(stopped, 'stopped');
      await phone.waitForSelector('.read-aloud >> text=Écouter');

      // This browser has no voice, and says so itself: the page does too, and offers it again.
      await phone.click('.read-aloud .button');
      await phone.waitForSelector('.read-aloud .button:has-text("Pas de voix ici")');
      assert.equal(await phone.textContent('.read-aloud [role=status]'), 'Pas de voix ici');
      await phone.click('text=Passer');
      await phone.waitForSelector('text=Proposition 2 sur');
      assert.equal(await words(), 'Écouter');

      // Going to another screen ends what is being read.
      const before = (await asked()).length;
      await phone.evaluate(() => {
        document.querySelector<HTMLElement>('.read-aloud .button')?.click();
        document.querySelector<HTMLElement>('.steps > .button:last-child')?.click();
      });
      await phone.waitForSelector('text=Proposition 3 sur');
      assert.equal(await words(), 'Écouter');
      assert.equal((await asked()).slice(before + 2)[0], 'stopped');

      await phone.click('text=Voir tout');
      await phone.click('.proposal-card >> nth=0');
      await phone.waitForSelector('.read-aloud >> text=Écouter');
      assert.deepEqual(await faultsOf(phone), []);
      assert.deepEqual(troublesOf(phone), []);
    },
  ],
  [
    'C150: where the browser has no speech there is no button for it',
    async (browser, server) => {
      const phone = await openPhone(browser);
      await phone.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'));
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('.vote-support');
      assert.equal(await phone.isVisible('.read-aloud'), false);
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C151: who waits may practise a vote that is never sent, or pass in one tap',
    async (browser, server) => {
      const desk = await facilitator(server);
      const reason = 'Encore un peu';
      await must(
        desk,
        { type: 'closeBallot', ballot: 'exemple-b-1___________' },
        { type: 'openPhase', phase: 'moderate', reason },
      );
      const phone = await openPhone(browser);
      const sent: string[] = [];
      phone.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => sent.push(String(payload))),
      );
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('h2:has-text("Votre premier vote ici")');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('text=Essayer');
      await phone.waitForSelector('h1:has-text("Aimez-vous le jus de goyave")');
      await phone.waitForSelector('text=rien n’est envoyé');
      assert.equal(await phone.evaluate(() => document.activeElement?.tagName), 'H1');
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Le vrai vote se fait pareil.');
      assert.equal(await phone.getAttribute('.vote-support', 'aria-pressed'), 'true');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('text=Annuler');
      await phone.waitForSelector('text=Pas encore voté');
      await phone.click('text=Je ne sais pas');

      // A real vote that opens is one tap away, and the practice is over.
      const ballot = mintId(browserRandom);
      await must(
        desk,
        { type: 'openPhase', phase: 'vote', reason },
        { type: 'openBallot', ballot, question: 'Quoi ?', method: 'opinion', results: 'live' },
      );
      await phone.click('.bar >> text=Voter');
      await phone.waitForSelector('.vote-support[aria-disabled=false]');
      assert.equal(await phone.isVisible('text=goyave'), false);
      await must(
        desk,
        { type: 'closeBallot', ballot },
        { type: 'openPhase', phase: 'moderate', reason },
      );
      await phone.waitForSelector('h1:has-text("Pause")');
      assert.equal(await phone.isVisible('text=Votre premier vote ici'), false, 'once is enough');
      assert.equal(lastTold(desk, isTurnout(ballot))?.voters ?? 0, 0, 'nobody voted');
      assert.deepEqual(
        sent.filter((text) => text.includes('"command"')),
        [],
      );

      const other = await openPhone(browser);
      await other.goto(`${server.url()}/b/${server.links.code}`);
      await other.click('button:has-text("Habitants")');
      await other.click('text=Passer');
      await other.waitForSelector('text=Votre premier vote ici', { state: 'detached' });
      await other.reload();
      await other.waitForSelector('h1:has-text("Pause")');
      assert.equal(await other.isVisible('text=Votre premier vote ici'), false);
      desk.close();
    },
  ],
];
