/** Debian's Chromium, and the probes that every page has to pass. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const executablePath = process.env.KOUDMEN_CHROMIUM ?? '/usr/bin/chromium';

const usual = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: [...usual, ...more] });

/** A browser that keeps what it is told in a folder, so that other tools see it too. */
export const openProfile = (folder: string, ...more: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    ...common,
    executablePath,
    headless: true,
    args: [...usual, ...more],
  });

const common: BrowserContextOptions = { locale: 'fr-FR', reducedMotion: 'reduce' };

/** What went wrong in a page: errors of scripts, and what the content policy stopped. */
const troubles = new WeakMap<Page, string[]>();

/** A page of any shape. */
export const openPage = async (browser: Browser, options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext({ ...common, ...options })).newPage();
  const found: string[] = [];
  troubles.set(page, found);
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && /Content.Security.Policy/i.test(line.text())) {
      found.push(line.text());
    }
  });
  return page;
};

export const troublesOf = (page: Page): readonly string[] => troubles.get(page) ?? [];

export const openPhone = (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  openPage(browser, {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    ...options,
  });

export const openWide = (browser: Browser, width: number, height: number): Promise<Page> =>
  openPage(browser, { viewport: { width, height } });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page that has it already is not given it again. */
const withAxe = `if (!window.axe) {${axe}}`;

/** Words that do not stand out enough from their ground, as axe finds them. */
export const contrastOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(withAxe);
  return (await page.evaluate(`axe.run(document, {
    runOnly: ['color-contrast'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => id + ': ' + html.slice(0, 120))))`)) as string[];
};

/** Everything that axe and our own probes have against the page as it stands. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(withAxe);
  const found = (await page.evaluate(`axe.run(document, {
    rules: { 'target-size': { enabled: true } },
  }).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 2).map(({ html }) => html.slice(0, 120)).join(' | ')))`)) as string[];
  const own = await page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`it is ${scrollWidth} wide on ${innerWidth}`);
    if (document.querySelectorAll('h1').length !== 1) faults.push('it has not one h1');
    for (const one of document.querySelectorAll('main button, main a, main select, main .option')) {
      // What is folded away has a size all the same.
      if (one.closest('details:not([open]) > :not(summary)')) continue;
      // What a dialog keeps out of reach is under it.
      if (one.closest('[inert]')) continue;
      const { width, height, top, bottom } = one.getBoundingClientRect();
      const name = `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`;
      if (width > 0 && height < 43.5) faults.push(`too small to tap (${height}): ${name}`);
      if (width === 0 || top < 0 || bottom > innerHeight) continue;
      const box = one.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + width / 2, box.top + height / 2);
      // What lies over the edge of the screen leaves what is under it free to be scrolled to.
      if (hit?.closest('.bar, .over')) continue;
      if (hit && !one.contains(hit) && !hit.contains(one)) faults.push(`covered: ${name}`);
    }
    return faults;
  });
  return [...found, ...own, ...troublesOf(page)];
};
