import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone } from './browser.ts';
import { atDesk, atWall, withPhone } from './desk-pages.ts';
import type { Test } from './run.ts';

const propose = async (phone: Page, title: string): Promise<void> => {
  await phone.click('a:has-text("Proposer une action")');
  await phone.fill('#title', title);
  await phone.click('.option >> nth=0');
  await phone.click('button:has-text("Envoyer ma proposition")');
  await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
};

const card = (desk: Page, title: string) => desk.locator('li.card', { hasText: title });

export const plenaryTests: readonly Test[] = [
  [
    'C49: on a laptop everything that leads the room is in sight at once',
    async (browser, server) => {
      for (const [width, height] of [
        [1440, 900],
        [1366, 768],
      ] as const) {
        const lead = await facilitator(server);
        await must(lead, {
          type: 'setAgenda',
          steps: [{ id: 'discuter', title: 'Nous discutons', phase: 'discuss', minutes: 10 }],
        });
        const desk = await atDesk(browser, server, width, height);
        const inSight = async (when: string) => {
          for (const name of ['agenda', 'phase', 'vote', 'screen', 'clock', 'message']) {
            const box = await desk.locator(`section[aria-labelledby=${name}]`).boundingBox();
            assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${name} ${when}`);
          }
        };
        await inSight(`during a vote at ${width}`);
        await desk.click('button:has-text("Fermer le vote")');
        await desk.waitForSelector('text=Préparer un autre vote');
        await inSight(`after it at ${width}`);
        assert.deepEqual(await faultsOf(desk), []);
        await desk.click('text=Rouvrir ce vote');
        await desk.fill('#ballot-reason', 'Encore.');
        await desk.click('form button:has-text("Rouvrir ce vote")');
        await desk.waitForSelector('text=Vote ouvert');
        await desk.context().close();
      }
    },
  ],
  [
    'C39: a desk on a phone passes the probes, and no word leaves its button',
    async (browser, { url, links }) => {
      const desk = await openPhone(browser);
      await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
      await desk.waitForSelector('text=Étape de la séance');
      assert.deepEqual(await faultsOf(desk), []);
      const spilt = await desk.evaluate(() =>
        [...document.querySelectorAll('main .button, main .option')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      );
      assert.deepEqual(spilt, []);
    },
  ],
  [
    'C33: a proposal is asked about, refused, taken up again and published, and its author sees it',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      const title = 'Un fablab à Saint-Pierre 🌋 <b>gras</b>';
      await propose(phone, title);
      await card(desk, title).getByText('Poser une question').click();
      await card(desk, title).locator('textarea').fill('Pour quelles communes ?');
      assert.deepEqual(await faultsOf(desk), []);
      await card(desk, title).getByText('Envoyer la question').click();
      await phone.waitForSelector('text=Pour quelles communes ?');
      await desk.click('summary:has-text("refusée")');
      await card(desk, title).getByText('Remettre à lire').click();
      await card(desk, title).getByText('Refuser', { exact: true }).click();
      await card(desk, title).getByText('Elle ne parle pas du sujet.').click();
      await card(desk, title).locator('textarea').fill('Dites-en plus.');
      await card(desk, title).getByText('Refuser la proposition').click();
      await phone.waitForSelector('text=Dites-en plus.');
      // The list was empty for a moment; it is as open as it was left.
      await card(desk, title).getByText('Remettre à lire').click();
      await card(desk, title).getByText('Publier', { exact: true }).click();
      await phone.waitForSelector('text=Publiée. Toute la salle la voit.');
      await card(desk, title).getByText('Projeter').waitFor();
    },
  ],
  [
    'C34: a vote is opened, closed and revealed at the desk, and hidden results are nowhere before',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const wall = await atWall(browser, server);
      const phone = await withPhone(browser, server);
      await desk.click('text=Fermer le vote');
      await desk.click('text=Préparer un autre vote');
      await desk.fill('#question', 'Par quoi commencer ?');
      await desk.click('text=Quand je le décide');
      await desk.click('button:has-text("Ouvrir le vote sur")');
      await desk.waitForSelector('text=Vote ouvert');
      await desk.click('button:has-text("Résultats du vote")');
      await wall.waitForSelector('h1:has-text("Par quoi commencer ?")');
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré');
      await wall.waitForSelector('text=1 personne a voté.');
      assert.equal(await wall.isVisible('.tally-bar'), false);
      await desk.click('text=Fermer le vote');
      await desk.waitForSelector('text=Les résultats sont cachés.');
      await phone.waitForSelector('h1:has-text("Le vote est fini. Merci.")');
      assert.equal(await phone.isVisible('.tally-bar'), false);
      await desk.click('text=Montrer les résultats');
      await wall.waitForSelector('.tally-bar');
      await wall.waitForSelector('text=1 pour');
      await phone.waitForSelector('h1:has-text("Résultats")');
      await desk.click('text=Rouvrir ce vote');
      await desk.fill('#ballot-reason', 'Panne de réseau.');
      await desk.click('form button:has-text("Rouvrir ce vote")');
      await phone.waitForSelector('.vote-support');
    },
  ],
  [
    'C35, C124: a phase and a switch set at the desk are the phone’s at once',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      await desk.click('summary:has-text("la salle peut")');
      await desk.click('.option:has-text("Voter")');
      await phone.waitForSelector('.vote-support', { state: 'detached' });
      await desk.click('.option:has-text("Voter")');
      await phone.waitForSelector('.vote-support');
      await desk.click('button:text-is("Fin")');
      await desk.waitForTimeout(500);
      assert.ok(await phone.isVisible('.vote-support'), 'one press ends nothing');
      await desk.click('button:has-text("Oui, fermer la séance")');
      await phone.waitForSelector('h1:has-text("La séance est finie. Merci.")');
      await desk.click('button:has-text("Proposer")');
      await desk.click('text=La salle demande plus de temps.');
      await phone.waitForSelector('.vote-support, h1:has-text("Proposez une action")');
      await desk.waitForSelector('button[aria-pressed="true"]:has-text("Proposer")');
    },
  ],
  [
    'C36: the wall follows the desk, and comes back by itself after the server was killed',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const wall = await atWall(browser, server);
      for (const [button, heading] of [
        ['Code d’entrée', 'Venez avec votre téléphone'],
        ['Propositions', 'Vos propositions'],
        ['Feuille de route', 'Notre feuille de route'],
      ] as const) {
        await desk.click(`section button:text-is("${button}")`);
        await wall.waitForSelector(`h1:has-text("${heading}")`);
        assert.deepEqual(await faultsOf(wall), [], heading);
      }
      await card(desk, 'Un bus numérique').getByText('Projeter').click();
      await wall.waitForSelector('h1:has-text("Un bus numérique")');
      await desk.click('button:has-text("5 min")');
      await wall.waitForSelector('[role=timer]');
      await server.kill();
      await wall.waitForSelector('text=Le serveur ne répond pas', { timeout: 30_000 });
      assert.equal(await wall.isVisible('h1:has-text("Un bus numérique")'), true);
      await server.start();
      await wall.waitForSelector('.status-lost', { state: 'detached', timeout: 30_000 });
      await desk.click('text=Arrêter');
      await wall.waitForSelector('[role=timer]', { state: 'detached', timeout: 30_000 });
      await desk.click('section button:text-is("Rien")');
      await wall.waitForSelector('.wall-card, .wall-one', { state: 'detached' });
    },
  ],
  [
    'C37: a decision made at the desk is in the public roadmap and in its download',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const title = 'Former 1 000 salariés';
      await card(desk, title).getByText('Décider', { exact: true }).click();
      await card(desk, title).getByText('Enregistrer la décision').click();
      await desk.waitForSelector('text=Choisissez une décision.');
      await card(desk, title).getByText('Adoptée', { exact: true }).click();
      await card(desk, title).getByLabel('Qui s’en occupe').fill('La CTM');
      await card(desk, title).getByLabel('Avec qui').fill('La CCI\nUne association');
      await card(desk, title).getByLabel('Début').fill('2025-03-01');
      await card(desk, title).getByLabel('Fin').fill('2025-01-01');
      await card(desk, title).getByText('Enregistrer la décision').click();
      await desk.waitForSelector('text=La fin est avant le début.');
      await card(desk, title).getByLabel('Fin').fill('2025-12-31');
      assert.deepEqual(await faultsOf(desk), []);
      await card(desk, title).getByText('Enregistrer la décision').click();
      await card(desk, title).getByText('Changer la décision').waitFor();
      const page = await openPhone(browser);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      const action = page.locator('.action', { hasText: title });
      await action.getByText('La CCI, Une association').waitFor();
      await action.getByText('du 1er mars 2025 au 31 décembre 2025').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=Télécharger (JSON)'),
      ]);
      const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
      const found = saved.roadmap.actions.find((one: { title: { fr: string } }) =>
        one.title.fr.startsWith(title),
      );
      assert.equal(found.bearers[0].name, 'La CTM');
      assert.equal(found.start, '2025-03-01');
    },
  ],
  [
    'C38: a moderator reads and publishes, and has no more',
    async (browser, server) => {
      const { url, links } = server;
      const desk = await openPhone(browser);
      await desk.goto(`${url()}/desk/${links.code}#${links.moderator}`);
      await desk.waitForSelector('text=2 propositions à lire');
      assert.equal(await desk.isVisible('text=Étape de la séance'), false);
      assert.equal(await desk.isVisible('text=Décider'), false);
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('text=Publier >> nth=0');
      await desk.waitForSelector('text=1 proposition à lire');
    },
  ],
  [
    'C113, C39: a link that is wrong or not whole says so on every page',
    async (browser, server) => {
      const { url, links } = server;
      for (const [address, heading] of [
        [`/desk/${links.code}`, 'Ce lien n’est pas complet'],
        [`/wall/${links.code}`, 'Ce lien n’est pas complet'],
        ...['desk', 'institution', 'badges', 'paper', 'help'].map(
          (page) => [`/${page}/${links.code}#short`, 'Ce lien n’est pas complet'] as const,
        ),
        [`/wall/${links.code}#${links.screen.slice(0, 20)}`, 'Ce lien n’est pas complet'],
        [`/desk/${links.code}#${links.screen}`, 'Ce lien est pour l’écran de la salle'],
        [`/wall/${links.code}#${links.moderator}`, 'Ce lien est pour le bureau'],
        [`/desk/${links.code}#00000000000000000000000000`, 'Cette page ne peut pas s’ouvrir'],
        [`/wall/ZZZZZ#${links.screen}`, 'Cette page ne peut pas s’ouvrir'],
        ['/roadmap/ZZZZZ', 'Cette feuille de route n’existe pas'],
      ] as const) {
        const page = await openPhone(browser);
        await page.goto(`${url()}${address}`);
        await page.waitForSelector(`h1:has-text("${heading}")`);
        assert.deepEqual(await faultsOf(page), [], address);
      }
      const desk = await atDesk(browser, server);
      assert.deepEqual(await faultsOf(desk), []);
    },
  ],
];
