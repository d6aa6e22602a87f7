import assert from 'node:assert/strict';
import { facilitator, issueHelper } from './boards.ts';
import { faultsOf, openWide } from './browser.ts';
import { lastTold } from './desk.ts';
import type { Test } from './run.ts';

const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

export const paperTests: readonly Test[] = [
  [
    'C86: sheets are printed with new numbers, and typed by keyboard alone, by a helper too',
    async (browser, server) => {
      const { code, facilitator: secret } = server.links;
      const page = await openWide(browser, 1366, 768);
      await page.goto(`${server.url()}/paper/${code}#${secret}`);
      await page.click('button:has-text("Imprimer des feuilles")');
      await page.fill('#sheets', '3');
      await page.click('button:has-text("nouveaux numéros")');
      await page.waitForSelector('.paper-number:has-text("Feuille n° 3")');
      assert.deepEqual(await faultsOf(page), []);
      const sides = await page.locator('.paper-side').count();
      const cut = await page.$$eval(
        '.paper-side',
        (all) => all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight).length,
      );
      assert.equal(cut, 0, 'nothing leaves its sheet');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pagesOf(pdf), sides);
      assert.match(pdf.toString('latin1'), /MediaBox\s*\[0 0 59\d(\.\d+)? 84\d/, 'it is A4');

      const desk = await facilitator(server);
      const voters = () => lastTold(desk, (change) => change.type === 'turnout')?.voters ?? 0;
      const before = voters();
      const helper = await issueHelper({ url: server.url, code, facilitator: secret });
      const typist = await openWide(browser, 1366, 768);
      await typist.goto(`${server.url()}/paper/${code}#${helper}`);
      await typist.waitForSelector('h2:has-text("Numéro de la feuille")');
      assert.deepEqual(await faultsOf(typist), []);
      const count = (await page.locator('.paper-row').count()) / 3;
      const sheet = async (number: string, college: string, key: string) => {
        for (const one of [number, 'Enter', college, ...Array(count).fill(key), 'Enter']) {
          await typist.keyboard.press(one);
        }
      };
      // By the place of the key: what a French keyboard writes there is no digit.
      await sheet('Digit1', 'Digit1', 'Digit1');
      await sheet('Numpad2', 'Numpad2', 'Numpad3');
      await typist.waitForSelector('text=2 feuilles saisies.');
      await sheet('Digit3', 'Enter', 'Digit1');
      await typist.waitForSelector('text=Il manque le groupe.');
      await typist.click('button:has-text("J’ai compris")');
      await typist.click('input[readonly]');
      for (const key of ['Digit3', 'Enter', 'Digit1', 'Digit1']) await typist.keyboard.press(key);
      assert.deepEqual(await faultsOf(typist), []);
      await typist.keyboard.press('Escape');
      await typist.waitForSelector('h2:has-text("Numéro de la feuille")');
      assert.equal(voters(), before + 2);
      desk.close();
    },
  ],
  [
    'C87: a second typing that differs is settled before the next sheet',
    async (browser, server) => {
      const { code, facilitator: secret } = server.links;
      const page = await openWide(browser, 1440, 900);
      await page.goto(`${server.url()}/paper/${code}#${secret}`);
      await page.click('button:has-text("Imprimer des feuilles")');
      await page.fill('#sheets', '1');
      await page.click('button:has-text("nouveau numéro")');
      await page.waitForSelector('.paper-number:has-text("Feuille n° 1")');
      const count = await page.locator('.paper-row').count();
      await page.click('button:has-text("Saisir les feuilles")');
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const rest = Array(count - 1).fill('Digit0');
      await press('Digit1', 'Enter', 'Digit1', 'Digit1', ...rest, 'Enter');
      await page.waitForSelector('text=1 feuille saisie.');
      await page.click('text=Deuxième saisie, pour vérifier');
      await press('Digit1', 'Enter', 'Digit1', 'Digit3', ...rest, 'Enter');
      await page.waitForSelector('h2:has-text("Feuille n° 1 : 1 différence")');
      await page.waitForSelector('text=Première saisie : Je suis pour');
      assert.deepEqual(await faultsOf(page), []);
      await press('Enter', 'Digit2');
      await page.waitForSelector('text=1 vérifiée.');
      await page.waitForSelector('li:has-text("Feuille n° 1, vérifiée")');
    },
  ],
];
