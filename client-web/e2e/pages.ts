import assert from 'node:assert/strict';
import { faultsOf, openPhone, openWide } from './browser.ts';
import type { Test } from './run.ts';

export const pageTests: readonly Test[] = [
  [
    'C30: the first page leads into a board by its code, however it is typed',
    async (browser, server) => {
      const page = await openPhone(browser);
      await page.goto(server.url());
      assert.deepEqual(await faultsOf(page), []);
      await page.fill('#code', 'oooo');
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('text=Ce code contient un signe qui n’existe pas');
      await page.fill('#code', server.links.code.toLowerCase());
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('h1:has-text("Bienvenue")');
    },
  ],
  [
    'C30, C112: a new board is opened on the first page, and its links lead where they say',
    async (browser, server) => {
      const page = await openWide(browser, 1440, 900);
      await page.goto(server.url());
      await page.click('button:has-text("Ouvrir une séance")');
      await page.click('button:has-text("Ouvrir la séance")');
      await page.waitForSelector('text=Écrivez un titre.');
      assert.deepEqual(await faultsOf(page), []);
      await page.fill('#title', 'Feuille de route du Lorrain');
      await page.fill('#axes', 'Inclusion\nSécurité');
      await page.click('button:has-text("Ouvrir la séance")');
      await page.waitForSelector('h1:has-text("La séance est ouverte")');
      assert.deepEqual(await faultsOf(page), []);
      assert.equal(await page.evaluate(() => scrollY), 0);
      const phone = await openPhone(browser);
      await phone.goto(await page.inputValue('#participants'));
      await phone.click('button:has-text("Associations")');
      await phone.waitForSelector('h1:has-text("Proposez une action")');
      assert.match(await page.inputValue('#desk'), /\/desk\/[A-Z0-9]{5}#[0-9a-z]{26}$/);
      const wall = await page.inputValue('#wall');
      const team = await page.inputValue('#moderator');
      assert.match(wall, /\/wall\/[A-Z0-9]{5}#[0-9a-z]{26}$/);
      const address = await page.inputValue('#desk');
      await page.click('text=Aller à mon bureau');
      const way = page.locator('a:has-text("Ouvrir l’écran de la salle")');
      assert.ok(wall.endsWith((await way.getAttribute('href')) ?? 'no way'));
      await page.click('text=Lien pour l’équipe');
      assert.equal(await page.inputValue('.links input'), team);
      assert.deepEqual(await faultsOf(page), []);
      const other = await openWide(browser, 1366, 768);
      await other.goto(address);
      await other.click('summary:has-text("Liens")');
      await other.waitForSelector('text=Ce navigateur ne connaît pas les autres liens.');
    },
  ],
  [
    'C30: a code that does not exist says so and leads back',
    async (browser, server) => {
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/ZZZZZ`);
      await phone.waitForSelector('h1:has-text("Ce code n’existe pas")');
      assert.deepEqual(await faultsOf(phone), []);
      // An address that is none at all.
      const answer = await phone.goto(`${server.url()}/b/NOPES!`);
      assert.equal(answer?.status(), 404);
      await phone.waitForSelector('text=Cette adresse n’existe pas');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.fill('#code', server.links.code);
      await phone.click('button:has-text("Entrer")');
      await phone.waitForSelector('h1:has-text("Bienvenue")');
    },
  ],
];
