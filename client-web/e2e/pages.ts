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
    'C30: a new board is opened on the first page, and its links lead where they say',
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
      const phone = await openPhone(browser);
      await phone.goto(await page.inputValue('#participants'));
      await phone.click('button:has-text("Associations")');
      await phone.waitForSelector('h1:has-text("Proposez une action")');
      assert.match(await page.inputValue('#desk'), /\/desk\/[A-Z0-9]{5}#[0-9a-z]{26}$/);
      assert.match(await page.inputValue('#wall'), /\/wall\/[A-Z0-9]{5}#[0-9a-z]{26}$/);
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
