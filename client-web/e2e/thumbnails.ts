/** What the desk sees of the screens of the room. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { facilitator, must, participant } from './boards.ts';
import { faultsOf, openPage, openWide } from './browser.ts';
import { atDesk } from './desk-pages.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const example = 'exemple-b-1___________';
const own = 'vignettes-1___________';
const bus = 'exemple-p-0___________';

/** Everything a screen says, but for the page that its list has turned to. */
const textOf = (screen: Page | Frame): Promise<string> =>
  screen.evaluate(() => {
    const parts = [...document.querySelectorAll('.wall-band, main')];
    return parts.map((part) => part.textContent?.replace(/page \d+ sur/, 'page')).join('\n');
  });

const sayTheSame = async (thumbnail: Frame, wall: Page, when: string): Promise<void> => {
  for (let tries = 0; tries < 80; tries += 1) {
    if ((await textOf(thumbnail)) === (await textOf(wall))) return;
    await wall.waitForTimeout(50);
  }
  assert.equal(await textOf(thumbnail), await textOf(wall), when);
};

const openWall = async (wall: Page, { url, links }: Server, number: number): Promise<Page> => {
  await wall.goto(`${url()}/wall/${links.code}?ecran=${number}#${links.screen}`);
  await wall.waitForSelector('.wall-band');
  return wall;
};

export const thumbnailTests: readonly Test[] = [
  [
    'C176: the desk has each screen before it, live and small, with nothing that the screen itself keeps back',
    async (browser, server) => {
      const lead = await facilitator(server);
      await must(
        lead,
        { type: 'closeBallot', ballot: example },
        {
          type: 'arrangeScreens',
          screens: [
            { screen: 1, name: 'Amphithéâtre' },
            { screen: 2, name: 'Hall' },
          ],
        },
      );
      const wall = await openWall(await openWide(browser, 1920, 1080), server, 1);
      const hall = await openWall(await openWide(browser, 1920, 1080), server, 2);
      const desk = await atDesk(browser, server, 1366, 768);
      const list = desk.locator('.thumbnails');
      await list.locator('iframe').nth(1).waitFor();
      const [one, two] = desk.frames().filter((frame) => frame !== desk.mainFrame());
      assert.ok(one && two);

      // By the desk's buttons the screen changes, and its thumbnail with it, and no other.
      for (const [button, heading] of [
        ['Code d’entrée', 'Venez avec votre téléphone'],
        ['Propositions', 'Vos propositions'],
        ['Feuille de route', 'Notre feuille de route'],
      ] as const) {
        await desk.click(`section button:text-is("${button}")`);
        await wall.waitForSelector(`h1:has-text("${heading}")`);
        await sayTheSame(one, wall, button);
        await list.getByText(`Amphithéâtre\u00a0: ${button}.`).waitFor();
        await list.getByText('Hall\u00a0: Code d’entrée.').waitFor();
      }
      await sayTheSame(two, hall, 'the other');
      await must(lead, { type: 'show', screen: 2, view: 'proposal', proposal: bus });
      await hall.waitForSelector('h1:has-text("Un bus numérique")');
      await sayTheSame(two, hall, 'one proposal');
      await list.getByText(/Hall\s: Une proposition\. Un bus numérique/).waitFor();

      // What is withheld is withheld here too, and comes when it comes there.
      await must(
        lead,
        {
          type: 'openBallot',
          ballot: own,
          question: 'Que gardons-nous ?',
          method: 'opinion',
          results: 'whenRevealed',
        },
        { type: 'show', view: 'results', ballot: own },
      );
      const person = await participant(server);
      await must(person, { type: 'castChoice', ballot: own, proposal: bus, choice: 'support' });
      await wall.waitForSelector('text=1 personne a voté');
      await sayTheSame(one, wall, 'a vote under way');
      await must(lead, { type: 'closeBallot', ballot: own });
      await wall.waitForSelector('text=Le vote est fini');
      await sayTheSame(one, wall, 'a vote that is over');
      for (const screen of [one, wall]) assert.equal(await screen.$('.tally-words'), null);
      await must(lead, { type: 'revealBallot', ballot: own, step: 'numbers' });
      await wall.waitForSelector('.tally-words:has-text("1 pour")');
      await one.waitForSelector('.tally-words:has-text("1 pour")');
      await sayTheSame(one, wall, 'its results');

      // It is a picture: nothing in it takes the focus, a tap or a word of the reader.
      const inert = await list
        .locator('iframe')
        .evaluateAll((all) =>
          all.every(
            (frame) =>
              frame.getAttribute('aria-hidden') === 'true' &&
              frame.tabIndex === -1 &&
              getComputedStyle(frame).pointerEvents === 'none',
          ),
        );
      assert.ok(inert);
      const frame = await one.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      assert.equal(frame, '27px'); // As on a projector: a fortieth of 1080.
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('section button:text-is("Rien")');
      await one.waitForSelector('.blank');

      // Like all of the desk it speaks its reader's language at once.
      await desk.click('button:text-is("English")');
      await two.waitForSelector('html[lang=en] .one-author:has-text("Proposed by")');
      await list.getByText(/Hall: One proposal\. Un bus numérique/).waitFor();
    },
  ],
  [
    'C176: with its thumbnails the desk has all that leads the room in sight, also on a tablet',
    async (browser, server) => {
      const { url, links } = server;
      for (const [width, height] of [
        [768, 1024],
        [1440, 900],
        [1366, 768],
      ] as const) {
        const desk = await openPage(browser, {
          viewport: { width, height },
          hasTouch: width < 1000,
          isMobile: width < 1000,
        });
        await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
        await desk.waitForSelector('.thumbnails iframe');
        for (const name of ['phase', 'vote', 'screen', 'clock', 'message', 'thumbnails']) {
          const box = await desk.locator(`section[aria-labelledby=${name}]`).boundingBox();
          assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${name} at ${width}`);
        }
        assert.deepEqual(await faultsOf(desk), [], `${width}`);
        await desk.context().close();
      }
      const moderator = await openWide(browser, 1366, 768);
      await moderator.goto(`${url()}/desk/${links.code}#${links.moderator}`);
      await moderator.waitForSelector('text=2 propositions à lire');
      assert.equal(await moderator.$('iframe'), null);
    },
  ],
];
