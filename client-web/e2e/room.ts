import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { browserRandom, mintCredential } from '../src/store/identity.ts';
import { facilitator, must } from './boards.ts';
import { faultsOf, openWide } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { atDesk, atWall, withPhone } from './desk-pages.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const ballot = 'exemple-b-1___________';
const bus = 'exemple-p-0___________';
const tram = 'exemple-p-4___________';

/** So many companies who are for one proposal and against another. */
const companiesVote = async (server: Server, people: number): Promise<readonly Desk[]> => {
  const { url, links } = server;
  const all: Desk[] = [];
  for (let person = 0; person < people; person += 1) {
    const credential = mintCredential(browserRandom);
    const joined = await fetch(`${url()}/api/v1/boards/${links.code}/participants`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${credential}` },
      body: JSON.stringify({ college: 'companies' }),
    });
    assert.ok(joined.ok);
    const phone = await openDesk(url(), links.code, credential);
    await must(
      phone,
      { type: 'castChoice', ballot, proposal: bus, choice: 'support' },
      { type: 'castChoice', ballot, proposal: tram, choice: 'oppose' },
    );
    all.push(phone);
  }
  return all;
};

/** Texts that are written smaller than a twentieth of the screen's height. */
const small = (wall: Page, of: string): Promise<readonly string[]> =>
  wall.$$eval(of, (all) =>
    all
      .filter((one) => !one.closest('.wall-card-off'))
      .filter((one) => {
        const size = Number.parseFloat(getComputedStyle(one).fontSize);
        const svg = one.closest('svg');
        const scale = svg ? svg.getBoundingClientRect().height / svg.viewBox.baseVal.height : 1;
        return size * scale < 0.049 * innerHeight;
      })
      .map((one) => `${one.textContent}`),
  );

export const roomTests: readonly Test[] = [
  [
    'C155: majority against consensus is on the wall once the vote is over, and in a table',
    async (browser, server) => {
      await companiesVote(server, 6);
      const lead = await facilitator(server);
      const desk = await atDesk(browser, server, 1366, 768);
      const wall = await atWall(browser, server);
      await desk.click('button:has-text("Majorité et accord")');
      await wall.waitForSelector('text=Cette image vient à la fin du vote.');
      assert.equal(await wall.isVisible('.picture'), false);
      assert.deepEqual(await faultsOf(wall), []);
      await must(lead, { type: 'closeBallot', ballot });
      await wall.waitForSelector('.picture');
      for (const name of ['Majorité et accord', 'Accord sans majorité', 'Ni majorité ni accord']) {
        const shown = await wall.$$eval('.picture-name', (all) =>
          all.map((one) => [...one.childNodes].map((node) => node.textContent).join(' ')),
        );
        assert.ok(shown.includes(name), `${name} is not among ${shown}`);
      }
      // Each number of the legend is in the picture, at its place or beside it.
      const numbers = await wall.$$eval('.wall-card:not(.wall-card-off) .point-number', (all) =>
        all.map((one) => one.textContent),
      );
      assert.ok(numbers.length >= 2);
      assert.deepEqual(
        await wall.$$eval('.picture-number', (all) => all.map((one) => one.textContent)),
        numbers,
      );
      const row = await wall.textContent('table tr:has-text("Un bus numérique")');
      assert.match(row ?? '', /\d+\s%\d+ sur 100/);
      assert.deepEqual(await small(wall, '.picture text, .wall-card h2'), []);
      assert.deepEqual(await faultsOf(wall), []);
      // Without results nothing of it is left.
      await must(lead, {
        type: 'configurePhase',
        phase: 'vote',
        switches: { propose: false, comment: false, vote: true, results: false },
      });
      await wall.waitForSelector('h1:has-text("Les résultats viennent plus tard")');
      assert.equal(await wall.$('table, .picture'), null);
    },
  ],
  [
    'C156: what each college said is shown of all proposals in turn, or of the one on the screen',
    async (browser, server) => {
      await companiesVote(server, 6);
      const lead = await facilitator(server);
      await must(
        lead,
        { type: 'closeBallot', ballot },
        { type: 'show', view: 'proposal', proposal: bus },
      );
      const desk = await atDesk(browser, server, 1366, 768);
      const wall = await atWall(browser, server);
      await desk.click('button:has-text("Par groupe")');
      await wall.waitForSelector('.colleges');
      assert.match((await wall.textContent('h1')) ?? '', /Un bus numérique/);
      assert.equal(await wall.isVisible('text=page 1 sur'), false);
      const lines = await wall.$$eval('.colleges-line', (all) =>
        all.map((one) => `${one.textContent}`),
      );
      assert.ok(
        lines.some((line) => /Entreprises\d+\spour/.test(line)),
        `${lines}`,
      );
      assert.ok(
        lines.some((line) => line.endsWith('Trop peu de votes pour être montrés.')),
        `${lines}`,
      );
      assert.deepEqual(await faultsOf(wall), []);
      await desk.click('button:has-text("Rien")');
      await wall.waitForSelector('.blank');
      await desk.click('button:has-text("Par groupe")');
      await wall.waitForSelector('text=page 1 sur 13');
    },
  ],
  [
    'C157: the roadmap of the wall counts what is decided, and calls what came last new',
    async (browser, server) => {
      const lead = await facilitator(server);
      await must(lead, { type: 'show', view: 'roadmap' });
      const wall = await atWall(browser, server);
      await wall.waitForSelector('text=2 décisions sur 13 propositions');
      assert.equal(await wall.isVisible('.row-new'), false);
      await must(lead, {
        type: 'decideProposal',
        proposal: bus,
        decision: 'adopted',
        partners: [],
      });
      await wall.waitForSelector('text=3 décisions sur 13 propositions');
      await wall.waitForSelector(
        '.wall-card:not(.wall-card-off):has-text("Un bus numérique") .row-new',
      );
      assert.deepEqual(await faultsOf(wall), []);
    },
  ],
  [
    'C158: the desk tells who is here, how many vote a second, and what was written',
    async (browser, server) => {
      const desk = await atDesk(browser, server, 1366, 768);
      const health = desk.locator('.health');
      await health.getByText('26 personnes inscrites').waitFor();
      await health.getByText('0 vote par seconde').waitFor();
      const phone = await withPhone(browser, server);
      await health.getByText(/1 connectée \(Habitants\s: 1\), 26 absentes/).waitFor();
      await phone.click('.vote-support');
      await health.getByText(/^[1-9]\d* votes? par seconde$/).waitFor();
      await health.getByText(/Dernier enregistrement\s: \d\d:\d\d:\d\d/).waitFor();
      await health.getByText('0 vote par seconde').waitFor();
      const box = await health.boundingBox();
      assert.ok(box && box.height < 40, `${box?.height} high`);
      await server.kill();
      await health.getByText('Le serveur ne répond pas').waitFor();
      await server.start();
      await health.getByText('Connecté').waitFor();
    },
  ],
  [
    'C159: keys are shown by one, lead to each part, and open or end nothing',
    async (browser, server) => {
      const desk = await atDesk(browser, server, 1366, 768);
      const phases = await desk.textContent('section[aria-labelledby=phase]');
      await desk.focus('#message ~ * button, section[aria-labelledby=message] button');
      await desk.keyboard.press('?');
      const dialog = desk.locator('[role=dialog]');
      await dialog.getByText('Aller à un endroit du bureau').waitFor();
      assert.deepEqual(await faultsOf(desk), []);
      // The keyboard stays inside, and what is behind hears nothing.
      for (let step = 0; step < 5; step += 1) {
        await desk.keyboard.press(step % 2 === 0 ? 'Tab' : 'Shift+Tab');
        const inside = () => document.activeElement?.closest('[role=dialog]') !== null;
        assert.ok(await desk.evaluate(inside));
      }
      await desk.keyboard.press('v');
      await desk.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      const at = () =>
        desk.evaluate(() =>
          document.activeElement?.closest('section')?.getAttribute('aria-labelledby'),
        );
      assert.equal(await at(), 'message');
      for (const [key, part] of [
        ['a', 'screen'],
        ['t', 'clock'],
        ['n', 'message'],
        ['d', 'agenda'],
        ['e', 'phase'],
        ['v', 'vote'],
        ['f', 'queue'],
        ['g', 'published'],
      ] as const) {
        await desk.evaluate(() => (document.activeElement as HTMLElement).blur());
        await desk.keyboard.press(key);
        assert.equal(await at(), part, key);
      }
      assert.equal(await desk.textContent('section[aria-labelledby=phase]'), phases);
    },
  ],
  [
    'C160: the code to scan and large letters are on every view of the wall',
    async (browser, server) => {
      const lead = await facilitator(server);
      await must(lead, { type: 'closeBallot', ballot });
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
      ] as const) {
        const wall = await openWide(browser, width, height);
        await wall.goto(`${server.url()}/wall/${server.links.code}#${server.links.screen}`);
        for (const view of ['proposals', 'results', 'roadmap', 'agreement', 'colleges'] as const) {
          await must(lead, { type: 'show', view, ballot });
          await wall.waitForTimeout(600);
          const box = await wall.locator('.wall-band .qr').boundingBox();
          assert.ok(box && box.height >= 0.12 * height && box.y >= 0, `${view} at ${width}`);
          assert.deepEqual(await small(wall, '.wall-card h2, h1, .nothing p'), [], view);
        }
        await wall.context().close();
      }
    },
  ],
];
