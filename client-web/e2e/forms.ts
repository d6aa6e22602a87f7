/** The pages for a browser that runs no script, in one that runs none. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { badgeBoard, facilitator, must, participant } from './boards.ts';
import { faultsOf, openPhone } from './browser.ts';
import type { Test } from './run.ts';

type Scheme = 'light' | 'dark';

const schemes = new WeakMap<Page, Scheme>();

const plainPhone = async (browser: Browser, colorScheme: Scheme = 'light'): Promise<Page> => {
  const page = await openPhone(browser, { javaScriptEnabled: false, colorScheme });
  schemes.set(page, colorScheme);
  return page;
};

/**
 * The probes are scripts, so they look at what this page holds in another one, where they may run: at
 * its usual width and on the narrowest phone.
 */
const looksRight = async (page: Page, what: string): Promise<void> => {
  const browser = page.context().browser();
  assert.ok(browser);
  const body = await page.content();
  const colorScheme = schemes.get(page) ?? 'light';
  for (const width of [360, 320]) {
    const probe = await openPhone(browser, { colorScheme, viewport: { width, height: 740 } });
    await probe.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
    await probe.goto(page.url());
    assert.deepEqual(await faultsOf(probe), [], `${what} at ${width}`);
    await probe.context().close();
  }
};

export const formTests: readonly Test[] = [
  [
    'C135: without JavaScript the code leads to forms, which join, vote and propose',
    async (browser, server) => {
      const page = await plainPhone(browser);
      await page.goto(`${server.url()}/b/${server.links.code}`);
      await page.waitForURL('**/form');
      await page.waitForSelector('h1:has-text("Bienvenue")');
      await looksRight(page, 'joining');
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('[role="alert"]:has-text("Choisissez votre groupe.")');
      await looksRight(page, 'joining refused');
      await page.check('text=Habitants');
      await page.click('button:has-text("Entrer")');

      await page.waitForSelector('text=Proposition 1 sur');
      await looksRight(page, 'voting');
      const title = await page.textContent('h1');
      await page.check('text=Je suis pour');
      await page.click('button:has-text("Voter")');
      await page.waitForSelector('[role="status"]:has-text("Vote enregistré")');
      assert.notEqual(await page.textContent('h1'), title);
      await looksRight(page, 'voted');
      // A reload asks again for the page, and votes nothing again.
      await page.reload();
      await page.click('a:has-text("Changer ce vote")');
      assert.equal(await page.textContent('h1'), title);
      assert.equal(await page.isChecked('input[value="support"]'), true);
      await page.click('button:has-text("Reprendre")');
      await page.waitForSelector('text=Pas de vote ici');

      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore des idées' });
      await page.click('a:has-text("Mes propositions")');
      await page.waitForSelector('text=Vous n’avez pas encore fait de proposition.');
      await page.click('a:has-text("Proposer une action")');
      await page.fill('#description', 'Avec des ordinateurs.');
      await page.click('button:has-text("Envoyer ma proposition")');
      await page.waitForSelector('[role="alert"]');
      await looksRight(page, 'proposing refused');
      assert.equal(await page.inputValue('#description'), 'Avec des ordinateurs.');
      await page.fill('#title', 'Un café numérique par commune');
      const axis = page.locator('input[name="axis"][type="radio"]');
      if (await axis.count()) await axis.first().check();
      await page.click('button:has-text("Envoyer ma proposition")');
      await page.waitForSelector('text=Reçue. L’équipe va la lire.');
      await looksRight(page, 'own proposals');
      desk.close();
    },
  ],
  [
    'C135: back and forth between pages without scripts says nothing twice',
    async (browser, server) => {
      const page = await plainPhone(browser, 'dark');
      await page.goto(`${server.url()}/b/${server.links.code}/form`);
      await page.check('text=Habitants');
      await page.click('button:has-text("Entrer")');
      await page.check('text=Je suis contre');
      await page.click('button:has-text("Voter")');
      await page.waitForSelector('text=Vote enregistré');
      // Going back asks for the page anew: it is the next proposal, whose form does nothing twice.
      await page.goBack();
      await page.check('text=Je suis pour');
      await page.click('button:has-text("Voter")');
      await page.waitForSelector('[role="status"]:has-text("Je suis pour")');
      await looksRight(page, 'after going back');
      await page.click('a:has-text("Mes votes")');
      await page.getByText(/Vos votes\s: 2 sur/).waitFor();
      await looksRight(page, 'own votes');
    },
  ],
  [
    'C135: the roadmap is read without JavaScript, and the first page takes the code',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, {
        type: 'decideProposal',
        proposal: 'exemple-p-0___________',
        decision: 'adopted',
        lead: 'La Collectivité',
        partners: ['Une école'],
        start: '2027-01-01',
        end: '2028-12-31',
      });
      const page = await plainPhone(browser);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.waitForURL('**/plain');
      await page.waitForSelector('text=2 actions adoptées');
      await page.waitForSelector('text=La Collectivité');
      await page.waitForSelector('text=du 01/01/2027 au 31/12/2028');
      await looksRight(page, 'roadmap');
      desk.close();

      await page.goto(server.url());
      await page.fill('#plain-code', server.links.code.toLowerCase());
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('h1:has-text("Bienvenue")');
      await page.goto(`${server.url()}/form?code=ZZZZZ`);
      await page.click('a:has-text("Continuer")');
      await page.goto(`${server.url()}/b/ZZZZZ/form`);
      await looksRight(page, 'a code that does not exist');
    },
  ],
  [
    'C135: a badge and every method of voting go without scripts',
    async (browser, server) => {
      const { board, badges } = await badgeBoard(server, 1);
      const badge = await plainPhone(browser);
      await badge.goto(`${server.url()}/b/${board.code}/form`);
      await looksRight(badge, 'badge');
      await badge.fill('#badge', badges[0] ?? '');
      await badge.check('input[value="citizens"]');
      await badge.click('button:has-text("Entrer")');
      await badge.waitForSelector('h1:has-text("Proposez une action")');
      await looksRight(badge, 'collecting');

      const desk = await facilitator(server);
      const person = await participant(server);
      await must(desk, { type: 'closeBallot', ballot: 'exemple-b-1___________' });
      const page = await plainPhone(browser);
      await page.goto(`${server.url()}/b/${server.links.code}/form`);
      await page.check('text=Habitants');
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('text=Le vote est fini.');
      await looksRight(page, 'after the vote');
      const methods = [
        ['approval', { maximum: 2 }, 'approve', 'Je la choisis'],
        ['dots', { budget: 4, cap: 3 }, 'threeDots', '3 points'],
        ['grades', {}, 'good', 'Bien'],
      ] as const;
      for (const [method, terms, choice, said] of methods) {
        const ballot = method.padEnd(22, '_');
        await must(desk, {
          type: 'openBallot',
          ballot,
          question: 'Que retenir ?',
          method,
          results: 'whenRevealed',
          ...terms,
        });
        await page.click('a:has-text("Voir ce qui a changé"), a:has-text("En ce moment")');
        await page.waitForSelector('text=Proposition 1 sur');
        await looksRight(page, method);
        await page.check(`input[value="${choice}"]`);
        await page.click('button:has-text("Voter")');
        await page.waitForSelector(`[role="status"]:has-text("${said}")`);
        await must(desk, { type: 'closeBallot', ballot });
      }
      person.close();
      desk.close();
    },
  ],
  [
    'N26: who follows a link from another site is still who they were',
    async (browser, server) => {
      const page = await plainPhone(browser);
      const board = `${server.url()}/b/${server.links.code}/form`;
      await page.goto(board);
      await page.check('text=Habitants');
      await page.click('button:has-text("Entrer")');
      await page.waitForSelector('text=Proposition 1 sur');
      await page.route('http://courrier.example/', (route) =>
        route.fulfill({
          body: `<a href="${board}/mine">Votre séance</a>`,
          contentType: 'text/html',
        }),
      );
      await page.goto('http://courrier.example/');
      await page.click('a');
      await page.waitForSelector('h1:has-text("Mes propositions")');
      // And a form that the other site makes does nothing.
      await page.unroute('http://courrier.example/');
      await page.route('http://courrier.example/', (route) =>
        route.fulfill({
          body: `<form method="post" action="${board}/propose"><button>Gagner</button></form>`,
          contentType: 'text/html',
        }),
      );
      await page.goto('http://courrier.example/');
      await page.click('button');
      await page.waitForSelector('[role="alert"]:has-text("Cet envoi vient d’un autre site.")');
      await looksRight(page, 'sent from another site');
      await page.click('a:has-text("Continuer")');
      await page.waitForSelector('text=Proposition 1 sur');
    },
  ],
  [
    'N27: a correction that comes too late is shown to be copied',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore des idées' });
      const page = await plainPhone(browser);
      await page.goto(`${server.url()}/b/${server.links.code}/form`);
      await page.check('text=Habitants');
      await page.click('button:has-text("Entrer")');
      await page.click('a:has-text("Proposer une action")');
      await page.fill('#title', 'Un café numérique par commune');
      const axis = page.locator('input[name="axis"][type="radio"]');
      if (await axis.count()) await axis.first().check();
      await page.click('button:has-text("Envoyer ma proposition")');
      await page.click('a:has-text("Modifier")');
      await page.fill('#title', 'Un café numérique dans chaque commune');
      await page.fill('#description', 'Avec des ordinateurs,\net quelqu’un pour aider.');
      const proposal = await page.inputValue('input[name="proposal"]');
      await must(desk, { type: 'declineProposal', proposal, reason: 'duplicate' });
      await page.click('button.primary');
      await page.waitForSelector('[role="alert"]:has-text("Cette proposition a changé.")');
      assert.equal(await page.inputValue('#title'), 'Un café numérique dans chaque commune');
      assert.equal(await page.getAttribute('#description', 'readonly'), '');
      assert.equal(await page.locator('main form').count(), 0);
      await looksRight(page, 'a late correction');
      desk.close();
    },
  ],
];
