/** Drives the real pages in Chromium against the real server. Ends with how many passed and failed. */
import type { Browser } from 'playwright-core';
import { accessTests } from './access.ts';
import { afternoonTests } from './afternoon.ts';
import { badgeTests } from './badges.ts';
import { openBrowser } from './browser.ts';
import { budgetTests } from './budgets.ts';
import { stateTests } from './every-state.ts';
import { everybodyTests } from './everybody.ts';
import { formTests } from './forms.ts';
import { handTests } from './hand.ts';
import { helpTests } from './help.ts';
import { institutionTests } from './institution.ts';
import { languageTests } from './languages.ts';
import { listTests } from './list.ts';
import { moderationTests } from './moderation.ts';
import { pageTests } from './pages.ts';
import { paperTests } from './paper.ts';
import { patienceTests } from './patience.ts';
import { phoneTests } from './phone.ts';
import { plenaryTests } from './plenary.ts';
import { roadmapTests } from './roadmap.ts';
import { roomTests } from './room.ts';
import { type Server, startServer } from './server.ts';
import { shellTests } from './shell.ts';
import { thumbnailTests } from './thumbnails.ts';
import { voteTests } from './votes.ts';
import { wallTests } from './wall.ts';

export type Test = readonly [
  name: string,
  run: (browser: Browser, server: Server) => Promise<void>,
];

const only = process.argv[2] ?? '';
const tests = [
  ...phoneTests,
  ...patienceTests,
  ...handTests,
  ...shellTests,
  ...pageTests,
  ...plenaryTests,
  ...wallTests,
  ...roomTests,
  ...thumbnailTests,
  ...roadmapTests,
  ...badgeTests,
  ...voteTests,
  ...moderationTests,
  ...helpTests,
  ...paperTests,
  ...afternoonTests,
  ...everybodyTests,
  ...institutionTests,
  ...accessTests,
  ...budgetTests,
  ...listTests,
  ...formTests,
  ...languageTests,
  ...stateTests,
].filter(([name]) => name.includes(only));

/** A test that hangs has failed. */
const limit = 90_000;

const inTime = (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout;
  const late = new Promise<void>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`it took more than ${limit / 1000} s`)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Much of a test is waiting for what must not come, so that two fit beside each other. */
const workers = 2;

let next = 0;
let failed = 0;

/** One test after the other in a browser of its own; each has a server and a board of its own. */
const work = async () => {
  const browser = await openBrowser();
  for (let test = tests[next++]; test; test = tests[next++]) {
    const [name, run] = test;
    const started = Date.now();
    const server = await startServer();
    try {
      await inTime(run(browser, server));
      process.stdout.write(`ok      ${name} (${Date.now() - started} ms)\n`);
    } catch (error) {
      failed += 1;
      process.stdout.write(
        `FAILED  ${name}\n        ${String(error).replace(/\n/g, '\n        ')}\n`,
      );
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.end().catch(() => {});
  }
  await browser.close();
};

await Promise.all(Array.from({ length: workers }, work));
process.stdout.write(`${tests.length - failed} passed, ${failed} failed\n`);
process.exit(failed > 0 || tests.length === 0 ? 1 : 0);
