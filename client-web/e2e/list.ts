/** The list of all proposals, of which a board may hold two thousand, and the way back to it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf } from './browser.ts';
import { enter, importProposals, print } from './budgets.ts';
import { effortOf } from './effort.ts';
import type { Test } from './run.ts';

const many = 1950;

/** What a list may take to begin, and each frame of scrolling through it, in milliseconds. */
const taskMax = 100;
const frameMax = 50;

/** Opens the list, and is back once all of it is there; how many proposals it said there are. */
const openList = async (phone: Page): Promise<number> => {
  await phone.click('text=Voir tout');
  const told = await phone.textContent('main [role=status]:has-text("propositions")');
  const count = Number(told?.replace(/\D/g, ''));
  await filled(phone, count);
  return count;
};

const filled = async (phone: Page, count: number): Promise<void> => {
  while ((await phone.locator('.proposal-card').count()) < count) await phone.waitForTimeout(100);
};

/** A fling: a screen in six frames; every forty frames somewhere else in the list. */
const fling = (phone: Page, frames: number): Promise<void> =>
  phone.evaluate(
    (most) =>
      new Promise<void>((done) => {
        const height = document.documentElement.scrollHeight;
        let frame = 0;
        const step = () => {
          frame += 1;
          scrollTo(0, (height * Math.floor(frame / 40)) / 6 + (frame % 40) * 120);
          if (frame < most) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      }),
    frames,
  );

/** The numbers of the imported proposals that lead somewhere, as a screen reader is told of them. */
const toldOf = async (phone: Page): Promise<readonly number[]> => {
  const cdp = await phone.context().newCDPSession(phone);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'link')
    .map(({ name }) => Number(/numéro (\d+)/.exec(String(name?.value))?.[1] ?? 0))
    .filter((number) => number > 0);
};

export const listTests: readonly Test[] = [
  [
    'C169: a list of 2,000 proposals scrolls smoothly on a slow phone, and each can be found, heard and opened',
    async (browser, server) => {
      await importProposals(server, many);
      const phone = await enter(browser, server);
      await phone.waitForSelector('.vote-support');
      let count = 0;
      const opening = await effortOf(phone, async () => {
        count = await openList(phone);
      });
      assert.ok(count > many, `${count} proposals`);
      print(
        `longest task while a list of ${count} opens, 4 times slower`,
        `${opening.longest.toFixed(0)} ms (${(opening.all / 1000).toFixed(1)} s in all)`,
        `${taskMax} ms`,
      );
      const frames = 240;
      const each = (await effortOf(phone, () => fling(phone, frames))).all / frames;
      print(
        `a frame of scrolling through ${count} proposals, 4 times slower`,
        `${each.toFixed(0)} ms`,
        `${frameMax} ms`,
      );
      assert.ok(opening.longest <= taskMax, `${opening.longest} ms`);
      assert.ok(each <= frameMax, `${each} ms`);

      const all = Array.from({ length: many }, (_, index) => index + 1);
      assert.deepEqual(await toldOf(phone), all);
      await phone.evaluate('scrollTo(0, 0)');
      assert.equal(await phone.evaluate(`find('numéro ${many - 1}')`), true);
      assert.ok(Number(await phone.evaluate('scrollY')) > 10_000, 'it was scrolled to');
      await phone.focus(`.proposal-card:has-text("numéro ${many - 1}")`);
      await phone.keyboard.press('Tab');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector(`h1:focus:has-text("numéro ${many}")`);
    },
  ],
  [
    'C169: the focus stays in the list while cards go',
    async (browser, server) => {
      await importProposals(server, 100);
      const desk = await facilitator(server);
      const phone = await enter(browser, server);
      await phone.waitForSelector('.vote-support');
      const count = await openList(phone);
      const cards = phone.locator('.proposal-card');
      const focused = () => phone.evaluate(() => document.activeElement?.getAttribute('href'));
      const idAt = async (at: number) =>
        (await cards.nth(at).getAttribute('href'))?.split('=')[1] ?? '';
      const mergeAt = async (at: number, left: number) => {
        const [proposal, into] = [await idAt(at), await idAt(90)];
        await must(desk, { type: 'mergeProposal', proposal, into });
        while ((await cards.count()) > left) await phone.waitForTimeout(50);
      };
      // The first of the second thirty: when one before it goes, it is made anew among the first.
      const first = await cards.nth(30).getAttribute('href');
      await cards.nth(30).focus();
      await mergeAt(20, count - 1);
      assert.equal(await focused(), first);
      const next = await cards.nth(30).getAttribute('href');
      assert.notEqual(next, first);
      await mergeAt(29, count - 2);
      assert.equal(await focused(), next);
    },
  ],
  [
    'C180: from a proposal both ways back lead to its card in the list, and from elsewhere to its top',
    async (browser, server) => {
      await importProposals(server, 200);
      const phone = await enter(browser, server);
      await phone.waitForSelector('.vote-support');
      await openList(phone);
      await phone.selectOption('#axis', 'inclusion');
      await filled(phone, 200);
      const title = 'numéro 187';
      const card = phone.locator(`.proposal-card:has-text("${title}")`);
      const place = () => card.evaluate((one) => one.getBoundingClientRect().top);
      await card.focus();
      const before = await place();
      for (const back of [() => phone.goBack(), () => phone.click('a:has-text("Retour")')]) {
        await phone.keyboard.press('Enter');
        await phone.waitForSelector(`h1:focus:has-text("${title}")`);
        await back();
        await phone.waitForSelector(`.proposal-card:focus:has-text("${title}")`);
        const after = await place();
        assert.ok(Math.abs(after - before) <= 2, `it was at ${before} and is at ${after}`);
        assert.equal(await phone.inputValue('#axis'), 'inclusion');
        assert.deepEqual(await faultsOf(phone), []);
      }
      await phone.keyboard.press('Tab');
      assert.match(
        String(await phone.evaluate('document.activeElement.textContent')),
        /numéro 188/,
      );
      await phone.click('a:has-text("Retour")');
      await phone.click('text=Voir tout');
      await phone.waitForSelector('h1:focus:has-text("Toutes")');
      assert.equal(await phone.evaluate('scrollY'), 0);
      assert.equal(await phone.inputValue('#axis'), '');
    },
  ],
];
