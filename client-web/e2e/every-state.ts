/** Every page in every state, held once to all probes, in each way in which people look at it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { contrastOf, faultsOf, openPhone } from './browser.ts';
import {
  arrivalOf,
  colourAloneOf,
  cutOf,
  distanceOf,
  foldOf,
  languagesOf,
  motionOf,
  reachOf,
  signAt,
} from './probes.ts';
import type { Test } from './run.ts';
import { walks } from './states.ts';
import type { Walk } from './walk.ts';

type Note = (way: string, found: readonly string[]) => void;

/** By the settings of the system: at night, without motion, in two colours. */
const bySettings = async (page: Page, note: Note) => {
  note('without motion', await motionOf(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  note('by night', await contrastOf(page));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  note('in forced colours', await colourAloneOf(page));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
};

const letters = (page: Page, size: string): Promise<void> =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);

/** The narrowest phone, and letters twice as large on a usual one. */
const bySize = async (page: Page, note: Note) => {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  note('320 pixels', [...(await cutOf(page)), ...(await reachOf(page)), ...(await foldOf(page))]);
  await page.setViewportSize({ width: 360, height: 740 });
  note('360 pixels', await foldOf(page));
  await letters(page, '36px');
  note('letters twice as large', [...(await cutOf(page)), ...(await reachOf(page))]);
  await letters(page, '');
  if (before) await page.setViewportSize(before);
};

/** In English around what people wrote in French, where the page changes its language in place. */
const inEnglish = async (page: Page, note: Note) => {
  const choice = page.locator('.languages button[lang=en]');
  // Under a dialog nothing can be pressed.
  if ((await choice.count()) === 0 || (await page.$('[aria-modal=true]'))) return;
  const focus = await page.evaluateHandle(() => document.activeElement);
  const online = await page.evaluate(() => navigator.onLine);
  // By keyboard, for where a finger reaches it is the business of another probe.
  await choice.press('Enter');
  // Without a network the words may be missing, and the page says so.
  await page.waitForSelector(`html[lang=en]${online ? '' : ', .languages p:not(:empty)'}`, {
    timeout: 10_000,
  });
  note('in English', await languagesOf(page));
  await page.locator('.languages button[lang=fr]').press('Enter');
  await page.waitForSelector('html[lang=fr]');
  await focus.evaluate((one) => (one as HTMLElement | null)?.focus());
};

const through = ({ name, fixed, through: walk, sizes }: Walk): Test => [
  `C172, C181, C183: ${name}: every state passes every probe`,
  async (browser, server) => {
    const faults: string[] = [];
    await walk(browser, server, async (page, state) => {
      const note: Note = (way, found) => {
        for (const fault of found) faults.push(`${state}, ${way}: ${fault}`);
      };
      note('as it is', await faultsOf(page));
      note('in French', await languagesOf(page));
      if (fixed) {
        const before = page.viewportSize();
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height });
          await page.waitForTimeout(200);
          note(`${width} by ${height}`, await distanceOf(page));
        }
        if (before) await page.setViewportSize(before);
      } else {
        note('by keyboard', await arrivalOf(page));
        note('as it is', await reachOf(page));
        await bySize(page, note);
        await inEnglish(page, note);
      }
      await bySettings(page, note);
    });
    assert.deepEqual(faults, []);
  },
];

/** What each probe is for, done to a page that has nothing wrong. */
const plant = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) throw new Error('no main');
    const at = 'position:absolute;left:0;width:60px;height:60px';
    main.insertAdjacentHTML(
      'beforeend',
      `<button style="height:30px;padding:0">Petit</button>
      <div style="position:relative"><button style="${at}">Dessous</button><i style="${at}"></i></div>
      <p style="margin-top:200px;width:90px;white-space:nowrap">Des mots plus larges que leur boîte</p>
      <p>What is not in French</p>
      <nav><button aria-pressed="true" class="button">A</button><button aria-pressed="false"
        class="button">B</button></nav>`,
    );
    document.querySelector('h1')?.append(' ailleurs');
    for (const one of document.querySelectorAll('[aria-pressed=true]')) {
      (one as HTMLElement).style.setProperty('forced-color-adjust', 'auto');
    }
    main.animate([{ opacity: 1 }, { opacity: 0.9 }], { duration: 60_000 });
  });

const finds = (found: readonly string[], ...words: readonly string[]) => {
  for (const word of words)
    assert.ok(
      found.some((one) => one.includes(word)),
      `${word}: ${found}`,
    );
};

export const stateTests: readonly Test[] = [
  ...walks.map(through),
  [
    'C172: each probe finds what it is for',
    async (browser, server) => {
      const page = await openPhone(browser, { bypassCSP: true });
      await page.goto(server.url());
      await page.waitForSelector('#code');
      assert.deepEqual(await arrivalOf(page), []);
      await plant(page);
      finds(await reachOf(page), 'too small (', 'under I.: BUTTON "Dessous"');
      finds(await cutOf(page), 'P "Des mots plus larges');
      finds(await languagesOf(page), '"What is not in French" looks en');
      finds(await arrivalOf(page), 'and the focus is on BODY');
      finds(await motionOf(page), 'it moves: MAIN');
      await page.emulateMedia({ forcedColors: 'active' });
      finds(await colourAloneOf(page), 'BUTTON "A"');
      finds(await distanceOf(page), 'the wall scrolls', 'letters of 1');
    },
  ],
  [
    'C181: a screen that seems to end says that it goes on, and one that ends says nothing',
    async (browser, server) => {
      const page = await openPhone(browser, {
        bypassCSP: true,
        viewport: { width: 360, height: 700 },
      });
      await page.goto(server.url());
      await page.waitForSelector('#code');
      const fold = (top: number) =>
        page.evaluate((height) => {
          const empty = `<h1>Rien</h1><div style="height:${height}px"></div>`;
          const main = document.querySelector('main');
          if (main) main.innerHTML = `${empty}<button class="button">Plus bas</button>`;
          for (const one of document.querySelectorAll('nav, footer')) one.remove();
        }, top);
      await fold(900);
      assert.deepEqual(await foldOf(page), []);
      await page.addStyleTag({ content: 'html::before { visibility: hidden }' });
      finds(await foldOf(page), 'it seems to end at 700, above "Plus bas"');
      await page.reload();
      await page.waitForSelector('#code');
      await fold(100);
      assert.equal(await signAt(page, 700), false, 'nothing is below');
      await fold(900);
      assert.equal(await signAt(page, 700), true);
      await page.evaluate(() => scrollTo(0, 9000));
      assert.equal(await signAt(page, 700), false, 'at the end');
    },
  ],
  [
    'C184: in forced colours a chosen vote is painted otherwise than the others',
    async (browser, server) => {
      const phone = await openPhone(browser, { forcedColors: 'active' });
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.click('.vote-support');
      await phone.waitForSelector('text=Vote enregistré');
      const ground = (of: string) =>
        phone.$eval(of, (one) => getComputedStyle(one).backgroundColor);
      assert.notEqual(await ground('.vote-support'), await ground('.vote-oppose'));
      assert.deepEqual(await colourAloneOf(phone), []);
    },
  ],
];
