/**
 * The plenary with everybody in it: two desks, the wall and forty participants. Twelve of these are real
 * pages; forty would take two cores longer than a test may. The others come over real sockets.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { emptyBoard } from './boards.ts';
import { faultsOf, openPhone, openWide, troublesOf } from './browser.ts';
import { join, type Voter } from './crowd.ts';
import { type Desk, openDesk } from './desk.ts';
import { startProxy } from './proxy.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const people = 40;

/** Of them, those with a page. */
const pages = 12;

/** Phones that lose their network in the middle of the vote. */
const unlucky = 10;

/** What is done at the same time, so that two cores keep up. */
const together = 6;

const titles = ['Un bus numérique', 'Des ateliers le samedi', 'Une borne par mairie'] as const;

const colleges = [
  ['citizens', 'Habitants'],
  ['associations', 'Associations'],
  ['companies', 'Entreprises'],
  ['local-authorities', 'Collectivités'],
] as const;

const collegeOf = (person: number) => colleges[person % colleges.length] ?? colleges[0];

const votes = ['support', 'neutral', 'oppose'] as const;

/** What a phone thinks of a proposal: nobody is quite of the same mind, and no two proposals get the same. */
const voteOf = (phone: number, proposal: number) =>
  votes[(phone % (2 + proposal)) % 3] ?? 'neutral';

/** A proposal with the counts it must have in the end, as a screen says them. */
const expected = (title: (typeof titles)[number]): string => {
  const all = Array.from({ length: people }, (_, person) => voteOf(person, titles.indexOf(title)));
  const [support, neutral, oppose] = votes.map((vote) => all.filter((one) => one === vote).length);
  return `${title} | ${support}\u00a0pour | ${neutral}\u00a0ne savent pas | ${oppose}\u00a0contre`;
};

/** For each of them, some at a time. */
const each = async <T>(
  all: readonly T[],
  act: (one: T, index: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const work = async () => {
    for (let index = next++; index < all.length; index = next++) await act(all[index] as T, index);
  };
  await Promise.all(Array.from({ length: together }, work));
};

/** From the first page with the code that stands on the wall, and in for a college. */
const enter = async (phone: Page, url: string, code: string, college: string): Promise<void> => {
  await phone.goto(url);
  await phone.fill('#code', code);
  await phone.keyboard.press('Enter');
  await phone.click(`button:has-text("${college}")`);
};

const propose = async (phone: Page, title: string): Promise<void> => {
  await phone.click('a[href="#proposer"] >> nth=0');
  await phone.fill('#title', title);
  await phone.click('button:has-text("Envoyer ma proposition")');
  await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
};

/** On the proposal that the phone shows, whichever comes first there. */
const vote = async (page: Page, phone: number): Promise<void> => {
  const title = ((await page.textContent('h1')) ?? '').trim();
  await page.click(`.vote-${voteOf(phone, titles.indexOf(title as (typeof titles)[number]))}`);
};

/** Title and counts in words of each line, as people read them. */
const linesOf = (page: Page, line: string, title: string): Promise<readonly string[]> =>
  page.$$eval(
    line,
    (all, of) =>
      all
        .filter((one) => one.querySelector('.tally-words'))
        .map((one) => {
          const name = one.querySelector(of)?.textContent ?? '';
          const words = [...(one.querySelector('.tally-words')?.children ?? [])];
          return [name, ...words.map((word) => word.textContent)].join(' | ');
        })
        .sort(),
    title,
  );

/** Whoever has no page: in by the door, with a vote on each proposal when it is time. */
type Others = {
  readonly vote: (ballot: string, proposals: readonly string[]) => Promise<void>;
  readonly close: () => void;
};

const othersOf = async (server: Server, code: string): Promise<Others> => {
  const all: { readonly person: number; readonly voter: Voter }[] = [];
  const persons = Array.from({ length: people - pages }, (_, index) => pages + index);
  await each(persons, async (person) => {
    const voter = await join({ url: server.url, links: { code } }, collegeOf(person)[0]);
    all.push({ person, voter });
  });
  return {
    vote: async (ballot, proposals) => {
      await Promise.all(
        all.flatMap(({ person, voter }) =>
          proposals.map((id, proposal) => voter.vote(ballot, id, voteOf(person, proposal))),
        ),
      );
    },
    close: () => {
      for (const { voter } of all) voter.close();
    },
  };
};

/** The ballot that is on, and the proposals in the order of their titles, as a desk is told. */
const ballotOf = ({ told }: Desk): readonly [ballot: string, proposals: readonly string[]] => {
  let ballot = '';
  const ids = new Map<string, string>();
  for (const change of told) {
    if (change.type === 'ballot') ballot = change.ballot.id;
    if (change.type === 'proposal') ids.set(change.proposal.title, change.proposal.id);
  }
  return [ballot, titles.map((title) => ids.get(title) ?? '')];
};

export const everybodyTests: readonly Test[] = [
  [
    'C177: two desks, the wall and forty people see the same room, and ten phones without a network lose nothing',
    async (browser, server) => {
      const board = await emptyBoard(server);
      const { code } = board;
      const proxy = await startProxy(server);
      const desk = await openWide(browser, 1366, 768);
      const second = await openWide(browser, 1024, 768);
      const desks = [desk, second];
      for (const one of desks) {
        await one.goto(`${server.url()}/desk/${code}#${board.facilitator}`);
        await one.waitForSelector('text=Étape de la séance');
      }
      const wall = await openWide(browser, 1920, 1080);
      await wall.goto(`${server.url()}/wall/${code}#${board.screen}`);
      await wall.waitForSelector(`.join-code:has-text("${code}")`);

      // In they come, the last ten pages by a network of their own.
      const others = await othersOf(server, code);
      const phones: Page[] = [];
      for (let phone = 0; phone < pages; phone += 1) phones.push(await openPhone(browser));
      const isCut = (phone: number) => phone >= pages - unlucky;
      await each(phones, (page, phone) =>
        enter(page, isCut(phone) ? proxy.url : server.url(), code, collegeOf(phone)[1]),
      );
      const each10 = colleges.map(([, name]) => `${name}\u00a0: ${people / colleges.length}`);
      for (const one of desks) {
        const health = one.locator('.health');
        await health.getByText(`${people} personnes inscrites`).waitFor();
        await health.getByText(`${people} connectées (${each10.join(', ')})`).waitFor();
      }

      // They propose. One desk publishes, and the other sees it go.
      await each(titles, (title, index) => propose(phones[index] as Page, title));
      await second.waitForSelector('text=3 propositions à lire');
      for (const title of titles) {
        const card = desk.locator('li.card', { hasText: title });
        await card.getByText('Publier', { exact: true }).click();
      }
      await second.waitForSelector('text=3 propositions publiées');
      await second.waitForSelector('text=Rien à lire');

      // A vote whose results the desks keep until they show them.
      await desk.click('.option:has-text("Quand je le décide")');
      await desk.click('button:has-text("Ouvrir le vote sur 3 propositions")');
      await second.waitForSelector('text=Vote ouvert');
      await second.click('section button:text-is("Résultats du vote")');
      await wall.waitForSelector('text=Que voulez-vous garder ?');
      await desk.waitForSelector('button[aria-pressed=true]:text-is("Résultats du vote")');
      await each(phones, async (page, phone) => {
        // Who was elsewhere is led to the vote.
        if (phone < titles.length) await page.click('a:text-is("Voter")');
        await page.waitForSelector('.vote-support');
        await vote(page, phone);
        await page.waitForSelector('text=Vote enregistré');
      });
      for (const one of desks) await one.waitForSelector(`text=${pages} personnes ont voté.`);

      // The network of ten is gone. They go on voting, and the room goes on without them.
      proxy.cut(true);
      await second
        .locator('.health')
        .getByText(`${people - unlucky} connectées`)
        .waitFor();
      const reader = await openDesk(server.url(), code, board.facilitator);
      const [ballot, proposals] = ballotOf(reader);
      reader.close();
      const rest = others.vote(ballot, proposals);
      await each(phones, async (page, phone) => {
        for (const place of [2, 3]) {
          await page.click('button:has-text("Suivant")');
          await page.waitForSelector(`text=Proposition ${place} sur 3`);
          await vote(page, phone);
        }
        const said = isCut(phone) ? 'Votre vote partira tout seul' : 'Vote enregistré';
        await page.waitForSelector(`text=${said}`);
      });
      await rest;
      for (const one of desks) await one.waitForSelector(`text=${people} personnes ont voté.`);
      proxy.cut(false);
      await each(phones, async (page) => {
        await page.waitForSelector('text=Vote enregistré', { timeout: 30_000 });
      });
      await second.locator('.health').getByText(`${people} connectées`).waitFor();
      for (const one of [...desks, wall]) assert.equal(await one.isVisible('.tally-words'), false);

      // One desk ends it, the other shows the room what came of it.
      await second.click('button:has-text("Fermer le vote")');
      await desk.waitForSelector('text=Vote fermé');
      assert.equal(await wall.isVisible('.tally-words'), false);
      await desk.click('button:has-text("Montrer les résultats")');
      await second.waitForSelector('text=La salle voit les résultats.');
      await wall.waitForSelector('.wall-card .tally-words');
      const shown = await linesOf(wall, '.wall-card', 'h2 .person');
      assert.deepEqual(
        shown.map((line) => line.replace(/ \([^)]*\)/g, '')),
        [...titles].sort().map(expected),
      );
      for (const one of desks) {
        const published = 'section[aria-labelledby=published] li';
        await one.waitForSelector(`${published} .tally-words`);
        assert.deepEqual(await linesOf(one, published, 'h3 .person'), shown);
      }
      await each(phones, async (page, phone) => {
        await page.waitForSelector('.card .tally-words');
        assert.deepEqual(await linesOf(page, 'li.card', 'h2 .person'), shown, `phone ${phone}`);
        assert.deepEqual(troublesOf(page), []);
      });
      for (const one of [...desks, wall]) assert.deepEqual(await faultsOf(one), []);
      others.close();
      proxy.close();
    },
  ],
];
