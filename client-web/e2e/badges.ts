import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { badgeBoard, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import { openDesk } from './desk.ts';
import type { Test } from './run.ts';

const ballot = 'b4LL0tAAAAAAAAAAAAAAAA';

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

/** Badges that something sticks out of, or that lie on two pages. */
const cutBadges = (page: Page): Promise<number> =>
  page.$$eval(
    '.badge',
    (all) =>
      all.filter((badge) => {
        const box = badge.getBoundingClientRect();
        const sheet = badge.parentElement?.getBoundingClientRect() ?? box;
        const inside = (one: DOMRect, of: DOMRect) =>
          one.left > of.left - 1 &&
          one.right < of.right + 1 &&
          one.top > of.top - 1 &&
          one.bottom < of.bottom + 1;
        const parts = [...badge.querySelectorAll('*')].map((one) => one.getBoundingClientRect());
        return !inside(box, sheet) || parts.some((part) => !inside(part, box));
      }).length,
  );

export const badgeTests: readonly Test[] = [
  [
    'C81: badges are printed on A4, 8 to 24 to a page, each whole',
    async (browser, server) => {
      const page = await openWide(browser, 1440, 900);
      const { code, facilitator } = server.links;
      await page.goto(`${server.url()}/badges/${code}#${facilitator}`);
      await page.waitForSelector('h1:has-text("Badges à imprimer")');
      assert.deepEqual(await faultsOf(page), []);
      await page.fill('#count', '25');
      await page.fill('#network', 'Institut du Sport ; "salle A"');
      await page.fill('#network-key', 'mangot-vert-2026');
      await page.click('button:has-text("Préparer 25 badges")');
      await page.waitForSelector('.badge');
      assert.equal(await page.locator('.badge').count(), 25);
      for (const [perPage, pages] of [
        [8, 4],
        [12, 3],
        [18, 2],
        [24, 2],
      ] as const) {
        await page.click(`.option >> text="${perPage}"`);
        await page.waitForSelector(`.sheet-${perPage}`);
        assert.equal(await cutBadges(page), 0, `${perPage} to a page`);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.equal(pagesOf(pdf), pages, `${perPage} to a page`);
        assert.match(pdf.toString('latin1'), /MediaBox\s*\[0 0 59\d(\.\d+)? 84\d/, 'it is A4');
      }
      const last = page.locator('.badge').last();
      await last.getByText('Badge n° 25').waitFor();
      await last.getByText(`Séance ${code}`).waitFor();
      await last.getByText('Clé : mangot-vert-2026').waitFor();
      assert.equal(await last.locator('.qr').count(), 2);
      assert.match(
        `${await last.locator('.badge-code').textContent()}`,
        /^[2-9A-Z]{5} [2-9A-Z]{5} $/,
      );
      assert.deepEqual(await faultsOf(page), []);
      // More go on where these end.
      await page.click('button:has-text("Ajouter 25 badges")');
      await page.getByText('Badge n° 50').waitFor();
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('button:visible').count(), 0);
    },
  ],
  [
    'C80: a badge lets a phone in, and used elsewhere it moves the person there with every choice',
    async (browser, server) => {
      const { board, badges } = await badgeBoard(server, 2);
      const link = `${server.url()}/b/${board.code}#badge=${badges[0]}`;
      const phone = await openPhone(browser);
      await phone.goto(link);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('h1:has-text("Proposez une action")');
      assert.equal(phone.url(), `${server.url()}/b/${board.code}`);

      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'Un bus numérique');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Publiée. Toute la salle la voit.');
      const desk = await openDesk(server.url(), board.code, board.facilitator);
      await must(
        desk,
        { type: 'openPhase', phase: 'vote' },
        { type: 'openBallot', ballot, question: 'Quoi ?', method: 'opinion', results: 'live' },
      );
      await phone.click('.bar a.button-primary');
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré');

      const tablet = await openPhone(browser);
      await tablet.goto(link);
      await tablet.waitForSelector('.chosen-support');
      await phone.waitForSelector(
        'h1:has-text("Votre badge sert maintenant sur un autre appareil")',
      );
      assert.deepEqual(await faultsOf(phone), []);
      await tablet.click('.vote-line');
      await tablet.click('text=Je suis contre');
      await tablet.waitForSelector('text=Vote enregistré');
      const turnout = desk.told.filter((change) => change.type === 'turnout').pop();
      assert.equal(turnout?.voters, 1);
      const tally = desk.told.filter((change) => change.type === 'tally').pop();
      assert.deepEqual([tally?.tally.counts[0], tally?.tally.counts[2]], [0, 1]);

      // Back on the first phone, by typing, after a slip.
      await phone.click('button:has-text("Revenir sur cet appareil")');
      await phone.waitForSelector('h1:has-text("Votre badge")');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.fill('#badge', 'O');
      await phone.click('button:has-text("Entrer avec ce badge")');
      await phone.waitForSelector('text=Ce signe n’existe sur aucun badge : O');
      await phone.fill('#badge', 'AAAAA AAAAA');
      await phone.click('button:has-text("Entrer avec ce badge")');
      await phone.waitForSelector('text=Ce badge n’existe pas ici');
      await phone.fill('#badge', `${badges[0]}`.toLowerCase());
      await phone.click('button:has-text("Entrer avec ce badge")');
      await phone.waitForSelector('.chosen-oppose');
      await tablet.waitForSelector('h1:has-text("Votre badge sert maintenant")');
      desk.close();
    },
  ],
  [
    'C82: another badge on the same phone is another person, and finds nothing of the former one',
    async (browser, server) => {
      const { board, badges } = await badgeBoard(server, 2);
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${board.code}`);
      await phone.waitForSelector('h1:has-text("Votre badge")');
      await phone.goto(`${server.url()}/b/${board.code}#badge=${badges[0]}`);
      await phone.click('button:has-text("Habitants")');
      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'À moi seule');
      await phone.waitForTimeout(500);
      await phone.goto(`${server.url()}/b/${board.code}#badge=${badges[1]}`);
      await phone.click('button:has-text("Associations")');
      await phone.click('a:has-text("Proposer une action")');
      assert.equal(await phone.inputValue('#title'), '');
    },
  ],
];
