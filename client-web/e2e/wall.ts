import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { View } from '../src/protocol/messages.ts';
import { emptyBoard, facilitator, must, publish } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import { openDesk } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const ballot = 'exemple-b-1___________';
const sizes = [
  [1920, 1080],
  [1440, 900],
  [1024, 768],
] as const;

const openWall = async (
  browser: Browser,
  { url, links }: Server,
  [width, height]: readonly [number, number] = sizes[0],
): Promise<Page> => {
  const wall = await openWide(browser, width, height);
  await wall.goto(`${url()}/wall/${links.code}#${links.screen}`);
  await wall.waitForSelector('.wall-band');
  return wall;
};

/** What is cut off or has to be scrolled: nothing on a projector may be. */
const cutOff = (wall: Page): Promise<readonly string[]> =>
  wall.evaluate(() => {
    const found: string[] = [];
    const { scrollHeight, scrollWidth } = document.documentElement;
    if (scrollHeight > innerHeight || scrollWidth > innerWidth) found.push('the page scrolls');
    const frame = document.querySelector('.pages-frame')?.getBoundingClientRect();
    for (const card of document.querySelectorAll('.wall-card:not(.wall-card-off)')) {
      const { top, bottom } = card.getBoundingClientRect();
      if (!frame || top < frame.top - 1 || bottom > frame.bottom + 1) {
        found.push(`a line is cut: ${card.textContent?.slice(0, 40)}`);
      }
    }
    for (const fit of document.querySelectorAll('.fit')) {
      const text = fit.firstElementChild as HTMLElement;
      if (text.offsetHeight > fit.clientHeight + 1 || text.scrollWidth > fit.clientWidth + 1) {
        found.push(`a text does not fit: ${text.textContent?.slice(0, 40)}`);
      }
    }
    for (const one of document.querySelectorAll('.join > .qr, .code, .clock, .tally-words')) {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      const off = one.closest('.wall-card-off');
      if (outside && !off) found.push(`outside the screen: ${one.className}`);
    }
    return found;
  });

const visibleCards = (wall: Page): Promise<readonly string[]> =>
  wall.$$eval('.wall-card:not(.wall-card-off) h2', (all) => all.map((one) => `${one.textContent}`));

export const wallTests: readonly Test[] = [
  [
    'C42: long lists turn their pages by themselves, whole lines only, on every screen',
    async (browser, server) => {
      for (const size of sizes) {
        const wall = await openWall(browser, server, size);
        await wall.waitForSelector('text=page 1 sur');
        assert.deepEqual(await cutOff(wall), [], `${size}`);
        const first = await visibleCards(wall);
        assert.ok(first.length >= 2, `${first.length} lines at ${size}`);
        if (size !== sizes[0]) continue;
        await wall.waitForSelector('text=page 2 sur', { timeout: 20_000 });
        assert.deepEqual(await cutOff(wall), []);
        const second = await visibleCards(wall);
        assert.deepEqual(
          second.filter((title) => first.includes(title)),
          [],
        );
      }
    },
  ],
  [
    'C43: any text fits the wall, however long, in any script, at any size',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore' });
      const description = 'Une longue explication. '.repeat(80);
      const titles = [
        'Un titre qui prend les cent vingt signes permis '.repeat(3).slice(0, 119),
        'نقطة استقبال رقمية على أقل من خمسة كيلومترات من كل ساكن',
        '👩🏾‍💻👨🏽‍🌾🏝️ Un village numérique 👩‍👩‍👧‍👦🎉',
        'anticonstitutionnellement'.repeat(5).slice(0, 120),
        '数字化服务点遍布全岛每个市镇'.repeat(8),
      ];
      const texts = titles.map((title) => ({ title, description }));
      const ids = await publish(server, desk, texts);
      for (const size of sizes) {
        const wall = await openWall(browser, server, size);
        await must(desk, { type: 'show', view: 'proposals' });
        await wall.waitForSelector(`h1:has-text("Vos propositions")`);
        await wall.waitForTimeout(300);
        assert.deepEqual(await cutOff(wall), [], `the list at ${size}`);
        for (const [index, proposal] of ids.entries()) {
          await must(desk, { type: 'show', view: 'proposal', proposal });
          await wall.waitForSelector(`h1:has-text("${titles[index]?.slice(0, 30)}")`);
          await wall.waitForTimeout(300);
          assert.deepEqual(await cutOff(wall), [], `proposal ${index} at ${size}`);
        }
        await wall.context().close();
      }
    },
  ],
  [
    'C41: a new proposal comes in at the top, and people are counted as they come',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(
        desk,
        { type: 'openPhase', phase: 'collect', reason: 'Encore' },
        { type: 'show', view: 'proposals' },
      );
      const wall = await openWall(browser, server);
      await wall.waitForSelector('text=13 propositions');
      await publish(server, desk, [{ title: 'La toute dernière idée', description: '' }]);
      await wall.waitForSelector('text=14 propositions');
      assert.equal((await visibleCards(wall))[0], 'La toute dernière idée');
      await must(desk, { type: 'show', view: 'join' });
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await wall.waitForSelector('h1:has-text("Venez avec votre téléphone")');
      assert.deepEqual(await faultsOf(wall), []);
      // On an address that only this machine knows, the wall says so instead.
      await wall.waitForSelector('text=Les téléphones ne trouvent pas cette adresse.');
      const named = server.url().replace('127.0.0.1', 'salle.localhost');
      await wall.goto(`${named}/wall/${server.links.code}#${server.links.screen}`);
      await wall.waitForSelector('text=1 personne est là');
      assert.deepEqual(await cutOff(wall), []);
    },
  ],
  [
    'C44: the timer counts by itself to an end that is told, over a blank screen too',
    async (browser, server) => {
      const desk = await facilitator(server);
      const wall = await openWall(browser, server);
      await must(desk, { type: 'startTimer', seconds: 4 }, { type: 'show', view: 'blank' });
      await wall.waitForSelector('.blank .clock-left');
      assert.match((await wall.textContent('.clock-end')) ?? '', /^fin à \d\d:\d\d$/);
      const left = await wall.textContent('.clock-left');
      await wall.waitForTimeout(1100);
      assert.notEqual(await wall.textContent('.clock-left'), left);
      await wall.waitForSelector('text=Temps écoulé');
      assert.deepEqual(await faultsOf(wall), []);
      await must(desk, { type: 'stopTimer' });
      await wall.waitForSelector('.clock', { state: 'detached' });
    },
  ],
  [
    'C44: a wall without the server keeps its picture, says how old it is, and goes on',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'startTimer', seconds: 600 });
      const wall = await openWall(browser, server);
      await wall.waitForSelector('.clock-left');
      await server.kill();
      await wall.waitForSelector('text=Le serveur ne répond pas');
      await wall.waitForSelector('text=Affichage figé à', { timeout: 45_000 });
      assert.ok((await visibleCards(wall)).length > 0);
      const left = await wall.textContent('.clock-left');
      await wall.waitForTimeout(1100);
      assert.notEqual(await wall.textContent('.clock-left'), left);
      await server.start();
      await wall.waitForSelector('.status-lost', { state: 'detached', timeout: 30_000 });
    },
  ],
  [
    'C41: a board with nothing on it says what will come, and a closed one where to read on',
    async (browser, server) => {
      const { code, facilitator: secret, screen } = await emptyBoard(server);
      const desk = await openDesk(server.url(), code, secret);
      const wall = await openWide(browser, 1440, 900);
      await wall.goto(`${server.url()}/wall/${code}#${screen}`);
      for (const [view, heading] of [
        ['join', 'Venez avec votre téléphone'],
        ['proposals', 'Vos idées arrivent ici'],
        ['roadmap', 'Pas encore de décision'],
      ] as readonly (readonly [View, string])[]) {
        await must(desk, { type: 'show', view });
        await wall.waitForSelector(`h1:has-text("${heading}")`);
        assert.deepEqual(await faultsOf(wall), [], view);
      }
      await must(desk, { type: 'openPhase', phase: 'closed' }, { type: 'show', view: 'join' });
      await wall.waitForSelector('h1:has-text("Merci à toutes et à tous")');
      await wall.waitForSelector(`:text("/roadmap/${code}")`);
      assert.deepEqual(await cutOff(wall), []);
      assert.deepEqual(await faultsOf(wall), []);
    },
  ],
  [
    'C41: the results keep their order while people vote, and are ranked after',
    async (browser, server) => {
      const desk = await facilitator(server);
      const wall = await openWall(browser, server);
      await wall.waitForSelector('text=Le vote est ouvert.');
      assert.equal((await visibleCards(wall))[0], 'Un bus numérique dans chaque commune');
      await must(desk, { type: 'closeBallot', ballot });
      await wall.waitForSelector('text=Résultats du vote.');
      const best = 'Recycler et donner 500 ordinateurs par an';
      assert.ok((await visibleCards(wall))[0]?.endsWith(best));
    },
  ],
];
