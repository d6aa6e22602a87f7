import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Decision } from '../src/protocol/messages.ts';
import { emptyBoard, facilitator, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import type { Desk } from './desk.ts';
import type { Test } from './run.ts';

const ballot = 'exemple-b-1___________';

const decide = async (desk: Desk): Promise<void> => {
  const decisions: readonly Decision[] = ['adopted', 'toStudy', 'notRetained', 'adopted'];
  for (const [index, decision] of decisions.entries()) {
    const proposal = `exemple-p-${index}___________`;
    await must(desk, {
      type: 'decideProposal',
      proposal,
      decision,
      lead: 'La Collectivité',
      partners: [],
      start: '2027-01-01',
      end: '2028-12-31',
    });
  }
};

const headings = (page: Page): Promise<readonly string[]> =>
  page.$$eval('main h2', (all) => all.map((one) => `${one.textContent}`));

export const roadmapTests: readonly Test[] = [
  [
    'C46: the roadmap shows what was adopted by theme, then what is to study, then the rest',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      const address = `${server.url()}/roadmap/${server.links.code}`;
      const page = await openWide(browser, 1440, 900);
      await page.goto(address);
      await page.waitForSelector('.action');
      assert.deepEqual(await headings(page), [
        'Chercher une action',
        'Sommaire',
        'Autonomie numérique pour tous',
        'À étudier',
        'Non retenues',
        'Sans décision',
        'Qui a participé',
        'Comment nous comptons',
        'Journal de la modération',
      ]);
      await page.waitForSelector('text=2 actions adoptées, 2 à étudier, 1 non retenue');
      await page.waitForSelector('text=26 personnes sont venues. 26 personnes sur 26 ont voté.');
      const adopted = page.locator('.action', { hasText: 'Un bus numérique' });
      await adopted.getByText('du 1er janvier 2027 au 31 décembre 2028').waitFor();
      await adopted.getByText('Avis de 21 personnes').waitFor();
      assert.equal(await page.isVisible('text=Un point d’accueil'), false);
      await page.click('text=Voir 1 proposition');
      await page.locator('.action:visible', { hasText: 'Non retenue' }).waitFor();
      assert.deepEqual(await faultsOf(page), []);
      for (const colorScheme of ['light', 'dark'] as const) {
        const phone = await openPhone(browser, { colorScheme });
        await phone.goto(address);
        await phone.click('text=Voir par groupe >> nth=0');
        await phone.waitForSelector('text=Chiffres cachés, groupe trop petit');
        assert.deepEqual(await faultsOf(phone), [], colorScheme);
      }
    },
  ],
  [
    'C40: hidden results are absent from the roadmap page',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      await must(
        desk,
        { type: 'closeBallot', ballot },
        {
          type: 'configurePhase',
          phase: 'vote',
          switches: { propose: false, comment: false, vote: true, results: false },
        },
      );
      const page = await openPhone(browser);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.waitForSelector('.action');
      assert.equal(await page.locator('.tally-bar').count(), 0);
      assert.equal(await page.locator('text=Avis de').count(), 0);
    },
  ],
  [
    'C47: the roadmap page says what it lacks: decisions, the board, the network',
    async (browser, server) => {
      const { code } = await emptyBoard(server);
      const empty = await openPhone(browser);
      await empty.goto(`${server.url()}/roadmap/${code}`);
      await empty.waitForSelector('h2:has-text("La salle n’a encore rien décidé")');
      assert.equal(await empty.getAttribute('a:has-text("Participer")', 'href'), `/b/${code}`);
      assert.deepEqual(await faultsOf(empty), [], 'nothing decided');

      const phone = await openPhone(browser);
      await phone.route('**/roadmap.json', (route) => route.abort());
      await phone.goto(`${server.url()}/roadmap/${server.links.code}`);
      await phone.waitForSelector('h1:has-text("Le réseau ne répond pas")');
      assert.deepEqual(await faultsOf(phone), [], 'no network');
      await phone.unroute('**/roadmap.json');
      await phone.click('text=Réessayer');
      await phone.waitForSelector('.action');

      const waiting = await openPhone(browser);
      await waiting.route('**/roadmap.json', (route) => route.abort());
      await waiting.goto(`${server.url()}/roadmap/${server.links.code}`);
      await waiting.waitForSelector('text=Réessayer');
      await waiting.unroute('**/roadmap.json');
      // The network comes back, and nobody has to do anything.
      await waiting.evaluate(() => dispatchEvent(new Event('online')));
      await waiting.waitForSelector('.action');
    },
  ],
  [
    'C48: on paper the roadmap is whole, without buttons, and no action is cut in two',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      const page = await openWide(browser, 1024, 768);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.waitForSelector('.action');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.match(pdf.toString('latin1'), /MediaBox\s*\[0 0 59\d(\.\d+)? 84\d/, 'it is A4');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.locator('button:visible, .button:visible').count(), 0);
      const hidden = await page.$$eval(
        '.action',
        (all) =>
          all.filter((one) => {
            const { breakInside } = getComputedStyle(one);
            return one.getBoundingClientRect().height === 0 || breakInside !== 'avoid';
          }).length,
      );
      assert.equal(hidden, 0);
      const { ink, paper } = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return { ink: color, paper: backgroundColor };
      });
      assert.deepEqual([ink, paper], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    },
  ],
  [
    'C173: the roadmap is filtered by keyboard alone, counts what is found, and keeps it in the address',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      const address = `${server.url()}/roadmap/${server.links.code}`;
      const page = await openWide(browser, 1440, 900);
      await page.goto(address);
      await page.waitForSelector('#filter-status');
      await page.waitForSelector('[role=status]:has-text("13 actions trouvées")');
      await page.focus('#filter-axis');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'filter-status');
      await page.keyboard.press('N'); // "Non retenue", as in any list of choices.
      await page.waitForSelector('[role=status]:has-text("1 action trouvée")');
      assert.equal(await page.locator('.action:visible').count(), 1, 'what is found is unfolded');
      assert.match(page.url(), /\?decision=notRetained$/);
      assert.deepEqual(await faultsOf(page), []);
      await page.reload();
      await page.waitForSelector('[role=status]:has-text("1 action trouvée")');
      await page.focus('button:has-text("Tout montrer")');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=status]:has-text("13 actions trouvées")');
      assert.equal(page.url(), address);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'filter-axis');
      await page.goto(`${address}?porteur=La%20Collectivit%C3%A9&decision=adopted`);
      await page.waitForSelector('[role=status]:has-text("2 actions trouvées")');
      await page.goto(`${address}?theme=nowhere`);
      await page.waitForSelector('[role=status]:has-text("0 action trouvée")');
      desk.close();
    },
  ],
  [
    'C173: each action has an address, which opens what is folded and leads to it',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      const address = `${server.url()}/roadmap/${server.links.code}`;
      const page = await openPhone(browser);
      await page.goto(address);
      await page.waitForSelector('.action');
      const title = 'Un point d’accueil numérique';
      const card = page.locator('.action', { hasText: title.replace('’', "'") });
      const link = await card.locator('.action-line a').getAttribute('href');
      assert.match(link ?? '', /^#action-/);
      const other = await openPhone(browser);
      await other.goto(`${address}${link}`);
      const there = other.locator(link ?? 'none');
      await there.waitFor({ state: 'visible' });
      await other.waitForFunction(
        (id) =>
          Math.abs(document.querySelector(id ?? '')?.getBoundingClientRect().top ?? 999) < 400,
        link,
      );
      desk.close();
    },
  ],
  [
    'C174: on paper the roadmap has its contents and page numbers, and it is a table for spreadsheets',
    async (browser, server) => {
      const desk = await facilitator(server);
      await decide(desk);
      const page = await openWide(browser, 1024, 768);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.waitForSelector('.action');
      const numbered = await page.evaluate(() =>
        [...document.styleSheets].some((sheet) =>
          [...sheet.cssRules].some((rule) => rule.cssText.includes('counter(pages)')),
        ),
      );
      assert.ok(numbered, 'this browser knows margins with page numbers');
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.click('a:has-text("Télécharger (CSV)")'),
      ]);
      assert.match(saved.suggestedFilename(), /\.csv$/);
      const table = readFileSync((await saved.path()) ?? '', 'utf8');
      const decided = await page.evaluate(async (code) => {
        const answer = await fetch(`/api/v1/boards/${code}/roadmap.json`);
        return (await answer.json()).roadmap.actions.length;
      }, server.links.code);
      assert.ok(decided >= 4);
      assert.equal(table.split('\r\n').length, 1 + decided + 1, 'a head, each line, and an end');
      assert.ok(table.includes('Un bus numérique dans chaque commune'));
      await page.emulateMedia({ media: 'print' });
      const listed = await page.locator('.contents-action:visible').count();
      assert.equal(listed, await page.locator('.action').count());
      assert.equal(await page.locator('.roadmap-filter:visible').count(), 0);
      const targets = await page.$$eval(
        '.contents a',
        (all) =>
          all.filter((one) => !document.querySelector(one.getAttribute('href') ?? 'none')).length,
      );
      assert.equal(targets, 0, 'each line leads somewhere');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const links = pdf.toString('latin1').match(/\/Subtype\s*\/Link/g) ?? [];
      assert.ok(links.length >= listed, `${links.length} links in the file`);
      desk.close();
    },
  ],
];
