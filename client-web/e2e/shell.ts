import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { closeCodes } from '../src/protocol/messages.ts';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone, troublesOf } from './browser.ts';
import { lastTold } from './desk.ts';
import { draw, icons, pathOf } from './icons.ts';
import { startProxy } from './proxy.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const slow = { timeout: 45_000 };

/** Joined, with the vote in sight and the page kept. */
const withKeptPage = async (browser: Browser, address: string): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(address);
  await phone.click('button:has-text("Habitants")');
  await phone.waitForSelector('.vote-support[aria-disabled=false]');
  await untilKept(phone);
  return phone;
};

/** The page, its script and its style. */
const untilKept = (phone: Page) =>
  phone.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    const kept = await (await caches.open('phone')).keys();
    return kept.length >= 3 && navigator.serviceWorker.controller !== null;
  });

/** As when the system needs the memory: nothing is said to the page, and nothing tidied up. */
const killTab = async (page: Page) => {
  const line = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  line.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
};

const addressOf = ({ links }: Server, url: string): string => `${url}/b/${links.code}`;

/** What of the phone's page was asked for and kept, by name. */
const keptNames = (phone: Page): Promise<readonly string[]> =>
  phone.evaluate(async () =>
    (await (await caches.open('phone')).keys()).map(({ url }) => new URL(url).pathname).sort(),
  );

/** The phone's page kept on the phone. */
export const shellTests: readonly Test[] = [
  [
    'C140: a killed tab opens again without a server, with what was known, and a vote waits for it',
    async (browser, server) => {
      const address = addressOf(server, server.url());
      const phone = await withKeptPage(browser, address);
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré');
      const first = (await phone.textContent('h1'))?.trim();
      const desk = await facilitator(server);
      const voters = lastTold(desk, (change) => change.type === 'turnout')?.voters;
      const context = phone.context();
      await server.kill();
      await killTab(phone);

      const again = await context.newPage();
      await again.goto(address);
      await again.waitForSelector('.vote-oppose[aria-disabled=false]');
      await again.waitForSelector('.status >> text=Le serveur ne répond pas', slow);
      await again.waitForSelector('.status >> text=/Vu à \\d\\d:\\d\\d/');
      assert.deepEqual(await faultsOf(again), []);
      const second = (await again.textContent('h1'))?.trim();
      assert.notEqual(second, first, 'what was recorded is known');
      await again.click('text=Je suis contre');
      await again.waitForSelector('text=Votre vote partira tout seul', slow);
      await again.close();

      const last = await context.newPage();
      await last.goto(address);
      await last.waitForSelector('text=1 envoi en attente', slow);
      await server.start();
      await last.waitForSelector('text=1 envoi en attente', { state: 'detached', ...slow });
      await last.waitForSelector('.status >> text=Connecté', slow);
      assert.equal(await last.isVisible('text=/Vu à/'), false);
      for (let back = 0; (await last.textContent('h1'))?.trim() !== second; back += 1) {
        assert.ok(back < 9, 'the proposal that was voted on without a server');
        await last.click('text=Précédent');
        await last.waitForTimeout(100);
      }
      await last.waitForSelector('text=Vote enregistré');
      assert.equal(await last.getAttribute('.vote-oppose', 'aria-pressed'), 'true');
      const after = await facilitator(server);
      assert.equal(lastTold(after, (change) => change.type === 'turnout')?.voters, voters);
      after.close();
    },
  ],
  [
    'C140: who never came in opens the page without a network, and reads that it is tried again',
    async (browser, server) => {
      const phone = await openPhone(browser);
      const desk = await (await fetch(`${server.url()}/desk/${server.links.code}`)).text();
      const part = /\/assets\/[^"]+css/.exec(desk)?.[0] ?? '';
      await phone.goto(addressOf(server, server.url()));
      await phone.evaluate((path) => fetch(path), part);
      await phone.waitForSelector('button:has-text("Habitants")');
      await untilKept(phone);
      await phone.waitForFunction(
        async (path) => (await (await caches.open('phone')).match(path)) !== undefined,
        part,
      );
      await server.kill();
      await phone.reload();
      await phone.waitForSelector('text=Le serveur ne répond pas. Nous réessayons.', slow);
      assert.deepEqual(await faultsOf(phone), []);
      await server.start();
      await phone.click('button:has-text("Habitants")', slow);
      await phone.waitForSelector('.vote-support', slow);
    },
  ],
  [
    'C152: a vote given without a network is told not to count where it closed with the page closed',
    async (browser, server) => {
      const proxy = await startProxy(server);
      const address = addressOf(server, proxy.url);
      const phone = await withKeptPage(browser, address);
      const context = phone.context();
      const title = (await phone.textContent('h1'))?.trim() ?? '';
      proxy.cut(true);
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Votre vote partira tout seul', slow);
      await phone.close();
      const desk = await facilitator(server);
      await must(desk, { type: 'closeBallot', ballot: 'exemple-b-1___________' });
      desk.close();
      proxy.cut(false);
      const again = await context.newPage();
      await again.goto(address);
      await again.waitForSelector('text=Votre dernier choix n’est pas compté', slow);
      await again.waitForSelector(`.notice >> text=${title}`);
      assert.deepEqual(await faultsOf(again), []);
      await again.click('text=J’ai compris');
      await again.reload();
      await again.waitForSelector('h1:has-text("Résultats")');
      assert.equal(await again.isVisible('text=Votre dernier choix'), false);
      proxy.close();
    },
  ],
  [
    'C140: what is proposed and commented in a tab that was killed leaves in its order, once',
    async (browser, server) => {
      const proxy = await startProxy(server);
      const address = addressOf(server, proxy.url);
      const phone = await withKeptPage(browser, address);
      const context = phone.context();
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore un peu' });
      await phone.waitForSelector('h1:has-text("Donnez votre avis")');
      proxy.cut(true);
      const texts = ['Le premier mot', 'Le second mot'];
      for (const text of texts) {
        await phone.goto(`${address}#proposition=exemple-p-0___________`);
        await phone.fill('#comment', text);
        await phone.click('text=Envoyer mon commentaire');
        await phone.waitForSelector(`li:has-text("${text}") >> text=Envoi…`);
      }
      await killTab(phone);
      const again = await context.newPage();
      await again.goto(address);
      await again.waitForSelector('text=2 envois en attente', slow);
      proxy.cut(false);
      await again.waitForSelector('.status >> text=Connecté', slow);
      await again.waitForSelector('text=2 envois en attente', { state: 'detached', ...slow });
      const said = () =>
        desk.told
          .filter((change) => change.type === 'comment')
          .map(({ comment }) => comment.text)
          .filter((text) => texts.includes(text));
      await again.waitForTimeout(500);
      assert.deepEqual(said(), texts);
      desk.close();
      proxy.close();
    },
  ],
  [
    'C141: a network that never answers is not waited for, and a gateway’s trouble is not shown',
    async (browser, server) => {
      const proxy = await startProxy(server);
      const address = addressOf(server, proxy.url);
      const path = new URL(address).pathname;
      const phone = await withKeptPage(browser, address);
      proxy.deal(path, (answer) => answer.writeHead(502).end('Bad gateway'));
      await phone.reload();
      await phone.waitForSelector('.vote-support', slow);
      proxy.deal(path, () => {});
      const started = Date.now();
      await phone.reload();
      await phone.waitForSelector('.vote-support', slow);
      assert.ok(Date.now() - started < 9000, `${Date.now() - started} ms`);
      assert.deepEqual(troublesOf(phone), []);
      proxy.close();
    },
  ],
  [
    'C141: a new build is kept once all of it is there, and until then the old one',
    async (browser, server) => {
      const proxy = await startProxy(server);
      const address = addressOf(server, proxy.url);
      const path = new URL(address).pathname;
      const page = await (await fetch(address)).text();
      const script = /\/assets\/phone-[^"]+\.js/.exec(page)?.[0] ?? '';
      const next = script.replace('phone-', 'phone-next-');
      const code = await (await fetch(`${proxy.url}${script}`)).text();
      const phone = await withKeptPage(browser, address);
      assert.ok((await keptNames(phone)).includes(script));

      // The page of the next build, and a network that is lost before its script.
      proxy.deal(path, (answer) =>
        answer.writeHead(200, { 'Content-Type': 'text/html' }).end(page.replace(script, next)),
      );
      proxy.deal(next, (answer) => answer.destroy());
      await phone.reload();
      await phone.waitForTimeout(500);
      await server.kill();
      proxy.deal(path);
      await phone.reload();
      await phone.waitForSelector('.vote-support', slow);
      assert.ok(await phone.$(`script[src="${script}"]`), 'the old one, which is whole');
      await server.start();

      proxy.deal(path, (answer) =>
        answer.writeHead(200, { 'Content-Type': 'text/html' }).end(page.replace(script, next)),
      );
      proxy.deal(next, (answer) =>
        answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(code),
      );
      await phone.reload();
      await phone.waitForSelector('.vote-support', slow);
      assert.ok(await phone.$(`script[src="${next}"]`), 'the new one, with the first network');
      await phone.waitForFunction(
        async (name) => (await (await caches.open('phone')).match(name)) !== undefined,
        next,
      );
      await server.kill();
      proxy.deal(path);
      proxy.deal(next);
      await phone.reload();
      await phone.waitForSelector('h1', slow);
      assert.ok(await phone.$(`script[src="${next}"]`), 'and without one');
      proxy.close();
      await server.start();
    },
  ],
  [
    'C141: a page that the server does not understand is loaded anew, and never from what was kept',
    async (browser, server) => {
      const proxy = await startProxy(server);
      const address = addressOf(server, proxy.url);
      const path = new URL(address).pathname;
      const phone = await withKeptPage(browser, address);
      await phone.routeWebSocket(/\/ws$/, (socket) =>
        socket.close({ code: closeCodes.unsupportedVersion }),
      );
      // So slow that the kept page stands in: it speaks as one did before.
      const asked: ServerResponse[] = [];
      const page = await (await fetch(address)).text();
      proxy.deal(path, (answer) => asked.push(answer));
      await phone.reload();
      await phone.waitForSelector('h1:has-text("Cette page a changé")', slow);
      assert.equal(await phone.$('meta[name=build]'), null);
      await phone.click('text=Recharger la page', { noWaitAfter: true });
      // Longer than one waits until the kept page stands in.
      await new Promise((done) => setTimeout(done, 5000));
      const next = page.replace('<title>', '<meta name="build" content="next" /><title>');
      const html = { 'Content-Type': 'text/html' };
      proxy.deal(path, (answer) => answer.writeHead(200, html).end(next));
      for (const answer of asked) answer.destroy();
      await phone.waitForSelector('meta[name=build]', { state: 'attached', ...slow });
      proxy.close();
    },
  ],
  [
    'C142: the phone’s page can be installed, opens its board then, and its icons are the drawing',
    async (browser, server) => {
      const phone = await openPhone(browser);
      await phone.goto(addressOf(server, server.url()));
      await phone.waitForSelector('button:has-text("Habitants")');
      const line = await phone.context().newCDPSession(phone);
      const { installabilityErrors } = await line.send('Page.getInstallabilityErrors');
      // Tests run in private windows, where nothing is installed.
      const problems = installabilityErrors.map(({ errorId }) => errorId);
      assert.deepEqual(
        problems.filter((one) => one !== 'in-incognito'),
        [],
      );
      const { manifest, errors } = await line.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
      assert.equal(manifest?.startUrl, addressOf(server, server.url()));
      assert.deepEqual(troublesOf(phone), []);
      for (const icon of icons) {
        const kept = readFileSync(pathOf(icon));
        const answer = await fetch(`${server.url()}/${icon.name}.png`);
        assert.equal(answer.headers.get('content-type'), 'image/png');
        assert.ok(kept.equals(Buffer.from(await answer.arrayBuffer())), `${icon.name} is served`);
        const drawn = await draw(browser, icon);
        const apart = await phone.evaluate(
          async (images) => {
            const pixels = await Promise.all(
              images.map(async (image) => {
                const picture = new Image();
                picture.src = `data:image/png;base64,${image}`;
                await picture.decode();
                const canvas = document.createElement('canvas');
                canvas.width = picture.width;
                canvas.height = picture.height;
                const context = canvas.getContext('2d');
                context?.drawImage(picture, 0, 0);
                return context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
              }),
            );
            const [one = [], other = []] = pixels;
            if (one.length !== other.length) return 1;
            let sum = 0;
            for (let at = 0; at < one.length; at += 1) {
              sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
            }
            return sum / one.length / 255;
          },
          [kept.toString('base64'), drawn.toString('base64')],
        );
        assert.ok(apart < 0.01, `${icon.name} is not icon.svg any more: npm run icons`);
      }
    },
  ],
];
