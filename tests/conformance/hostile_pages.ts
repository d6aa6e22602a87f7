// The pages of boards full of hostile texts, in a real browser: what runs, what is built, what the content policy had
// to stop, and which other sites are asked for anything.

import { openBrowser, openPage } from '../../client-web/e2e/browser.ts';
import { must } from '../../client-web/e2e/boards.ts';
import { openDesk } from '../../client-web/e2e/desk.ts';
import type { View } from '../../client-web/src/protocol/messages.ts';
import { type Cast, each } from './house.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<typeof openPage>>;
type Room = { readonly cast: Cast; readonly ids: readonly string[] };

export type Looked = {
  pages: number;
  executions: number;
  policyReports: number;
  elementsBuilt: number;
  foreignRequests: number;
  requests: number;
};

type Watch = { hits: number; reports: string[] };
type Hostile = typeof window & { watch: Watch; hit: () => void };

/** Counts what should never happen, from before the page's first script. */
const listen = () => {
  const here = window as unknown as Hostile;
  here.watch = { hits: 0, reports: [] };
  here.hit = () => {
    here.watch.hits += 1;
  };
  here.alert = here.hit;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    here.watch.reports.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
};

const marks = '[data-hostile], script:not([src]), iframe[src*=evil], [onerror], [onload], [onfocus], [onmouseover], base, form[action*=evil]';

export async function lookAtPages(url: string, rooms: readonly Room[], failures: string[]): Promise<Looked> {
  const seen: Looked = { pages: 0, executions: 0, policyReports: 0, elementsBuilt: 0, foreignRequests: 0, requests: 0 };
  const browser = await openBrowser();
  const sites = [url, url.replace('http', 'ws')];

  const open = async (address: string, width = 1280): Promise<Page> => {
    const page = await openPage(browser, { viewport: { width, height: 800 } });
    await page.addInitScript(listen);
    const note = (where: string) => {
      seen.requests += 1;
      if (/^(data|blob):/.test(where) || sites.some((site) => where.startsWith(`${site}/`))) return;
      seen.foreignRequests += 1;
      failures.push(`${address} asks ${where}`);
    };
    page.on('request', (request) => note(request.url()));
    page.on('websocket', (socket) => note(socket.url()));
    page.on('dialog', (dialog) => {
      failures.push(`${address} opens a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on('pageerror', (error) => failures.push(`${address}: ${error.message}`));
    await page.goto(`${url}${address}`);
    await page.waitForSelector('h1, h2, .wall-band');
    await page.waitForTimeout(500);
    return page;
  };
  const check = async (page: Page, name: string) => {
    const { hits, reports, built, wide } = await page.evaluate(
      (selector: string) => ({
        ...(window as unknown as { watch: Watch }).watch,
        wide: document.documentElement.scrollWidth - innerWidth,
        built: [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 120)),
      }),
      marks,
    );
    seen.pages += 1;
    seen.executions += hits;
    seen.policyReports += reports.length;
    seen.elementsBuilt += built.length;
    if (hits > 0) failures.push(`${name}: ${hits} executions`);
    if (wide > 0) failures.push(`${name}: a text makes it ${wide} pixels wider than its window`);
    for (const report of reports) failures.push(`${name}: the policy stopped ${report}`);
    for (const one of built) failures.push(`${name}: it built ${one}`);
  };
  const leave = (page: Page) => page.context().close();

  await checkListening(browser, url, failures);
  for (const { cast, ids } of rooms) {
    const { board, seats } = cast;
    const secret = (role: keyof Cast['seats']): string => `#${seats[role].credential}`;
    const desk = await openDesk(url, board, seats.facilitator.credential ?? '');
    const phone = async () => {
      const page = await open(`/b/${board}`, 320);
      await check(page, 'the door of the phone');
      await page.click('button:has-text("Habitants")');
      await page.waitForSelector('h1');
      await page.waitForTimeout(800);
      await check(page, 'the phone');
      for (const place of ['#liste', '#proposer', ...ids.slice(0, 6).map((id) => `#proposition=${id}`)]) {
        await page.goto(`${url}/b/${board}${place}`);
        await page.waitForTimeout(60);
        await check(page, `the phone at ${place}`);
      }
      await leave(page);
    };
    const wall = async () => {
      const page = await open(`/wall/${board}${secret('screen')}`);
      const views: readonly View[] = ['join', 'proposals', 'roadmap', 'blank'];
      for (const view of views) {
        await must(desk, { type: 'show', view });
        await page.waitForTimeout(350);
        await check(page, `the wall with ${view}`);
      }
      for (const proposal of ids.slice(0, 12)) {
        await must(desk, { type: 'show', view: 'proposal', proposal });
        await page.waitForTimeout(120);
        await check(page, 'the wall with a proposal');
      }
      await leave(page);
    };
    const others = [
      `/desk/${board}${secret('facilitator')}`,
      `/desk/${board}${secret('moderator')}`,
      `/roadmap/${board}`,
      `/institution/${board}${secret('institution')}`,
      `/paper/${board}${secret('facilitator')}`,
      `/badges/${board}${secret('facilitator')}`,
      `/help/${board}${secret('helper')}`,
      `/roadmap/${board}/plain`,
      `/b/${board}/form`,
      `/b/${board}/form/propose`,
    ];
    const rest = () =>
      each(others, 3, async (address) => {
        const page = await open(address);
        await page.waitForTimeout(400);
        await check(page, address.split('#')[0] ?? '');
        await leave(page);
      });
    await Promise.all([phone(), wall(), rest()]);
    desk.close();
  }
  await browser.close();
  return seen;
}

/** Whether what is listened for would be heard: a script that a page builds of a text, which its policy stops. */
const checkListening = async (browser: Browser, url: string, failures: string[]) => {
  const page = await openPage(browser, {});
  await page.addInitScript(listen);
  await page.goto(url);
  const heard = await page.evaluate(async () => {
    const here = window as unknown as Hostile;
    const stopped = (act: () => void): boolean => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    // Texts do not become elements here, and a script of one's own may not be put in by hand.
    const markup = stopped(() => {
      document.body.innerHTML = '<img src=x onerror=hit()>';
    });
    const script = document.createElement('script');
    const inline = stopped(() => {
      script.text = 'hit()';
    });
    const policy = stopped(() => {
      const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } };
      trustedTypes.createPolicy('another', {});
    });
    await new Promise((done) => setTimeout(done, 200));
    return { markup, inline, policy, hits: here.watch.hits, reports: here.watch.reports.length };
  });
  const right = heard.markup && heard.inline && heard.policy && heard.hits === 0 && heard.reports >= 3;
  if (!right) failures.push(`a text that is made into a page is not stopped: ${JSON.stringify(heard)}`);
  await page.context().close();
};
