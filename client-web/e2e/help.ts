import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { badgeBoard, facilitator, issueHelper } from './boards.ts';
import { faultsOf, openPage, openWide } from './browser.ts';
import { lastTold } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const openTablet = (browser: Browser): Promise<Page> =>
  openPage(browser, { viewport: { width: 768, height: 1024 }, hasTouch: true });

/** Everything that a browser keeps of a page, as one text. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      location.href,
      'databases' in indexedDB ? await indexedDB.databases() : [],
    ]),
  );

const atRest = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const helper = await issueHelper({ url, code: links.code, facilitator: links.facilitator });
  const tablet = await openTablet(browser);
  await tablet.goto(`${url()}/help/${links.code}#${helper}`);
  await tablet.waitForSelector('h1:has-text("Personne suivante")');
  return tablet;
};

const start = async (tablet: Page, college: string): Promise<void> => {
  await tablet.click('button:has-text("Commencer")');
  await tablet.click(`button:has-text("${college}")`);
  await tablet.waitForSelector('.vote-support');
};

export const helpTests: readonly Test[] = [
  [
    'C83: a tablet serves person after person, and nothing of one is left for the next',
    async (browser, server) => {
      const tablet = await atRest(browser, server);
      const desk = await facilitator(server);
      assert.deepEqual(await faultsOf(tablet), []);
      assert.equal(tablet.url(), `${server.url()}/help/${server.links.code}`);
      const before = await keptIn(tablet);
      const length = await tablet.evaluate(() => history.length);
      const voters = () => lastTold(desk, (change) => change.type === 'turnout')?.voters;
      const start0 = voters() ?? 0;

      await start(tablet, 'Habitants');
      assert.deepEqual(await faultsOf(tablet), []);
      await tablet.click('text=Je suis pour');
      await tablet.waitForSelector('text=Vote enregistré');
      await tablet.click('a:has-text("Ajouter mon prénom")');
      await tablet.fill('#name', 'Man Tine');
      await tablet.evaluate(() => scrollTo(0, 500));
      await tablet.click('button:has-text("Fin du tour")');
      await tablet.waitForSelector('h1:has-text("Personne suivante")');
      assert.equal(await keptIn(tablet), before);
      assert.equal(await tablet.evaluate(() => history.length), length);
      assert.equal(await tablet.evaluate(() => scrollY), 0);
      assert.equal((await tablet.content()).includes('Man Tine'), false);

      await start(tablet, 'Associations');
      assert.equal(await tablet.locator('.vote[aria-pressed=true]').count(), 0);
      await tablet.click('a:has-text("Ajouter mon prénom")');
      assert.equal(await tablet.inputValue('#name'), '');
      await tablet.goBack().catch(() => {});
      assert.equal(tablet.url().includes('#prenom'), false);
      await tablet.goto(`${server.url()}/help/${server.links.code}`);
      await tablet.waitForSelector('h1:has-text("Personne suivante")');
      assert.equal(voters(), start0 + 1);
      desk.close();
    },
  ],
  [
    'C84: a tablet that nobody touches for a minute closes the turn, and counts down to it',
    async (browser, server) => {
      const tablet = await atRest(browser, server);
      await tablet.clock.install();
      await start(tablet, 'Habitants');
      await tablet.clock.runFor(30_000);
      await tablet.waitForSelector('text=/Fermeture dans (29|30) s/');
      // A touch is enough to go on.
      await tablet.mouse.click(300, 900);
      await tablet.clock.runFor(45_000);
      await tablet.waitForSelector('.turn-soon');
      assert.deepEqual(await faultsOf(tablet), []);
      await tablet.clock.runFor(16_000);
      await tablet.waitForSelector('h1:has-text("Personne suivante")');
    },
  ],
  [
    'C85: with a badge the tablet is one more device, and its voice is the same one',
    async (browser, server) => {
      const { board, badges } = await badgeBoard(server, 1);
      const { code, facilitator: secret } = board;
      const helper = await issueHelper({ url: server.url, code, facilitator: secret });
      const tablet = await openTablet(browser);
      await tablet.goto(`${server.url()}/help/${code}#${helper}`);
      await tablet.click('text=La personne tape elle-même');
      await tablet.click('button:has-text("Commencer")');
      await tablet.fill('#badge', `${badges[0]}`);
      await tablet.click('button:has-text("Entrer avec ce badge")');
      await tablet.click('button:has-text("Habitants")');
      await tablet.waitForSelector('h1:has-text("Proposez une action")');
      await tablet.click('button:has-text("Fin du tour")');

      const desk = await openWide(browser, 1440, 900);
      await desk.goto(`${server.url()}/badges/${code}#${secret}`);
      await desk.fill('#trail-number', '1');
      await desk.click('button:has-text("Chercher")');
      await desk.waitForSelector('text=/Entrée, sur une tablette prêtée, à/');
      await desk.waitForSelector('text=Badge n° 1 : Habitants');
      assert.deepEqual(await faultsOf(desk), []);
      // The link ends, and the tablet with it.
      await tablet.click('button:has-text("Commencer")');
      await desk.click('button:has-text("Arrêter ce lien")');
      await desk.waitForSelector('text=Arrêté');
      await tablet.fill('#badge', `${badges[0]}`);
      await tablet.click('button:has-text("Entrer avec ce badge")');
      await tablet.waitForSelector('text=Ce lien n’est pas reconnu');
      await desk.click('button:has-text("Ajouter un lien d’aide")');
      await desk.waitForSelector('.helper-qr .qr');
      assert.match(`${await desk.getAttribute('.helper-link', 'href')}`, /\/help\/\w{5}#\w{26}$/);
      assert.deepEqual(await faultsOf(desk), []);
    },
  ],
];
