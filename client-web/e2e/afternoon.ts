import assert from 'node:assert/strict';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import { atDesk, atWall, withPhone } from './desk-pages.ts';
import type { Test } from './run.ts';

export const afternoonTests: readonly Test[] = [
  [
    'C90: a message of the desk is everywhere at once, until it is read, replaced or taken away',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const wall = await atWall(browser, server);
      const phone = await withPhone(browser, server);
      const write = async (text: string) => {
        await desk.click('section[aria-labelledby=message] button:has-text("Écrire")');
        await desk.fill('#message-text', text);
        assert.deepEqual(await faultsOf(desk), []);
        await desk.click('button:has-text("Envoyer à tous")');
        await phone.waitForSelector(`[role=alert] >> text=${text}`);
        await wall.waitForSelector(`.wall-message >> text=${text}`);
      };
      await write('Le goûter est servi dans le hall.');
      assert.deepEqual(await faultsOf(phone), []);
      assert.deepEqual(await faultsOf(wall), []);
      await phone.click('button:has-text("J’ai compris")');
      await phone.waitForSelector('text=Le goûter est servi', { state: 'detached' });
      await phone.reload();
      await phone.waitForSelector('.vote-support');
      assert.equal(await phone.isVisible('text=Le goûter est servi'), false);
      const late = await withPhone(browser, server);
      await late.waitForSelector('text=Le goûter est servi');
      await write('On reprend à 15 heures.');
      assert.equal(await late.isVisible('text=Le goûter est servi'), false);
      await desk.click('section button:text-is("Rien")');
      await wall.waitForSelector('.blank >> text=On reprend à 15 heures.');
      await desk.click('button:has-text("Retirer")');
      for (const page of [phone, late, wall]) {
        await page.waitForSelector('text=On reprend à 15 heures.', { state: 'detached' });
      }
    },
  ],
  [
    'C91: the desk asks why only where a phase is opened again',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phase = (title: string) =>
        desk.click(`section[aria-labelledby=phase] button:text-is("${title}")`);
      const isOn = (title: string) =>
        desk.waitForSelector(`button[aria-pressed="true"]:text-is("${title}")`);
      await phase('Discuter');
      await isOn('Discuter');
      assert.equal(await desk.isVisible('text=Pourquoi rouvrir'), false);
      await phase('Proposer');
      await desk.waitForSelector('text=Pourquoi rouvrir « Proposer » ?');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('button:has-text("Annuler")');
      assert.equal(await desk.isVisible('text=Pourquoi rouvrir'), false);
      await phase('Proposer');
      await desk.fill('#reason', 'Trois personnes arrivent.');
      await desk.click('button:text-is("Rouvrir")');
      await isOn('Proposer');
      await desk.waitForSelector('text=Trois personnes arrivent.');
      await phase('Fin');
      await desk.click('button:has-text("Oui, fermer la séance")');
      await isOn('Fin');
      await phase('Relire');
      await desk.click('text=Il y a une erreur à corriger.');
      await isOn('Relire');
      const roadmap = await fetch(
        `${server.url()}/api/v1/boards/${server.links.code}/roadmap.json`,
      ).then((response) => response.json());
      assert.deepEqual(
        roadmap.reopenings.map((one: { reason: { fr: string } }) => one.reason.fr),
        ['Trois personnes arrivent.', 'Il y a une erreur à corriger.'],
      );
      // The reason for which a vote is opened again is also its phase's.
      const other = await facilitator(server);
      await must(other, { type: 'openPhase', phase: 'reveal', reason: 'Encore.' });
      await desk.click('text=Fermer le vote');
      await desk.click('text=Rouvrir ce vote');
      await desk.fill('#ballot-reason', 'Panne de réseau');
      await desk.click('form button:has-text("Rouvrir ce vote")');
      await isOn('Voter');
      assert.equal(await desk.isVisible('text=Cela n’a pas été fait'), false);
    },
  ],
  [
    'C92: an agenda is made, changed and played at the desk, and the room reads what is on',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const wall = await atWall(browser, server);
      const phone = await withPhone(browser, server);
      const agenda = desk.locator('section[aria-labelledby=agenda]');
      const step = (number: number) => agenda.locator('fieldset', { hasText: `Étape ${number}` });
      await agenda.getByText('Préparer un programme').click();
      for (const title of ['Nous discutons', 'Nous votons', 'Nous décidons']) {
        await agenda.getByText('Ajouter une étape').click();
        await agenda.getByLabel('Ce que fait la salle').last().fill(title);
      }
      await step(2).getByLabel('Étape', { exact: true }).selectOption('vote');
      await step(2).getByText('Ouvrir un vote').click();
      await step(2).getByLabel('Question posée').fill('Par quoi commencer ?');
      await step(1).getByLabel('Minutes').fill('12');
      // The room goes on meanwhile, and what is typed stays.
      const other = await facilitator(server);
      await must(other, { type: 'sendMessage', text: 'On commence bientôt.' });
      await desk.waitForSelector('text=On commence bientôt.');
      assert.equal(await step(1).getByLabel('Minutes').inputValue(), '12');
      await must(other, { type: 'sendMessage' });
      other.close();
      await step(3).getByText('Monter').click();
      assert.deepEqual(await faultsOf(desk), []);
      await step(2).getByText('Descendre').click();
      await agenda.getByText('Enregistrer le programme').click();
      await agenda.getByText('Commencer : Nous discutons').click();
      await phone.waitForSelector('text=Maintenant : Nous discutons. Ensuite : Nous votons.');
      await wall.waitForSelector('text=Maintenant : Nous discutons. Ensuite : Nous votons.');
      await phone.waitForSelector('[role=timer]');
      assert.deepEqual(await faultsOf(phone), []);
      await agenda.getByText('Pause', { exact: true }).click();
      await phone.waitForSelector('text=En pause : Nous discutons.');
      await phone.waitForSelector('[role=timer]', { state: 'detached' });
      await agenda.getByText('Reprendre').click();
      await wall.waitForSelector('.clock-left:has-text("11:")');
      // Another vote is open, which no step opened: it is closed by hand first.
      await agenda.getByText('Passer à : Nous votons').click();
      await desk.waitForSelector('text=Un vote est ouvert. Fermez-le d’abord.');
      await desk.click('button:has-text("J’ai compris")');
      await desk.click('button:has-text("Fermer le vote")');
      await agenda.getByText('Passer à : Nous votons').click();
      await desk.waitForSelector('section[aria-labelledby=vote] >> text=Par quoi commencer ?');
      await phone.waitForSelector('.vote-support');
      await agenda.getByText('Tout le programme').click();
      await agenda.getByText('Sauter').last().click();
      await phone.waitForSelector('text=Ensuite : Nous décidons.', { state: 'detached' });
      await agenda.getByText('Remettre').click();
      await phone.waitForSelector('text=Ensuite : Nous décidons.');
      assert.deepEqual(await faultsOf(desk), []);
      assert.deepEqual(await faultsOf(wall), []);
      await agenda.getByText('Passer à : Nous décidons').click();
      await desk.waitForSelector('section[aria-labelledby=vote] >> text=Vote fermé');
      await agenda.getByText('Terminer', { exact: true }).click();
      await agenda.getByText('Le programme est fini.').waitFor();
    },
  ],
  [
    'C94: the desk leads two screens, tries out what it shows, and reads what was shown',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const screen = desk.locator('section[aria-labelledby=screen]');
      const hall = await openWide(browser, 1920, 1080);
      await hall.goto(`${server.url()}/wall/${server.links.code}?ecran=2#${server.links.screen}`);
      const wall = await atWall(browser, server);
      await hall.waitForSelector('h1:has-text("Quelles actions")');
      await screen.getByText('Écrans et aperçu').click();
      await screen.getByText('Nommer ou ajouter des écrans').click();
      await screen.getByLabel('Écran 1').fill('Amphithéâtre');
      await screen.getByText('Ajouter un écran').click();
      await screen.getByLabel('Écran 2').fill('Hall');
      assert.deepEqual(await faultsOf(desk), []);
      await screen.getByText('Enregistrer les écrans').click();
      await hall.waitForSelector('h1:has-text("Venez avec votre téléphone")');
      await screen.getByLabel('Écran à diriger').selectOption('Hall');
      await screen.getByText('Feuille de route', { exact: true }).click();
      await hall.waitForSelector('h1:has-text("Notre feuille de route")');
      assert.equal(await wall.isVisible('h1:has-text("Quelles actions")'), true);
      await screen.getByText('Voir ici avant de montrer').click();
      await screen.getByText('Propositions', { exact: true }).click();
      const preview = screen.frameLocator('iframe');
      await preview.locator('h1:has-text("Vos propositions")').waitFor();
      await preview.locator('.wall-card').first().waitFor();
      const frame = desk.frames().find((one) => one !== desk.mainFrame());
      const size = await frame?.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      assert.equal(size, '27px'); // As on a projector: a fortieth of 1080.
      assert.equal(await hall.isVisible('h1:has-text("Vos propositions")'), false);
      assert.deepEqual(await faultsOf(desk), []);
      await screen.getByRole('button', { name: 'Montrer à la salle' }).click();
      await hall.waitForSelector('h1:has-text("Vos propositions")');
      await screen.getByText('Ce qui a été montré').click();
      await screen.locator('li', { hasText: 'Hall, Propositions' }).waitFor();
      assert.deepEqual(await faultsOf(desk), []);
    },
  ],
  [
    'C96: a rehearsal is written everywhere, and purged after the code was typed; people stay',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      await desk.click('button:text-is("Répéter")');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('button:has-text("Commencer la répétition")');
      await desk.waitForSelector('.rehearsal-sign');
      const wall = await atWall(browser, server);
      await wall.waitForSelector('.rehearsal-sign:has-text("Répétition")');
      const phone = await withPhone(browser, server);
      await phone.waitForSelector('.rehearsal-sign:has-text("Répétition")');
      assert.deepEqual(await faultsOf(phone), []);
      assert.deepEqual(await faultsOf(wall), []);
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré');
      const other = await facilitator(server);
      await must(other, { type: 'show', view: 'blank' });
      await wall.waitForSelector('.blank');
      assert.equal(await wall.isVisible('.rehearsal-sign'), true);
      const roadmap = await openWide(browser, 1440, 900);
      await roadmap.goto(`${server.url()}/roadmap/${server.links.code}`);
      await roadmap.waitForSelector('text=rien dans ce document ne compte');
      assert.deepEqual(await faultsOf(roadmap), []);
      // What a phone without a network holds of the rehearsal is not kept after it.
      await phone.context().setOffline(true);
      await phone.click('text=Suivant');
      await phone.click('text=Je suis pour');
      await desk.click('button:has-text("Finir la répétition")');
      assert.equal(await desk.isEnabled('button:has-text("Tout effacer")'), false);
      await desk.fill('#purge', server.links.code.toLowerCase());
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('button:has-text("Tout effacer")');
      await desk.waitForSelector('.rehearsal-sign', { state: 'detached' });
      await wall.waitForSelector('h1:has-text("Quelles actions")');
      await phone.context().setOffline(false);
      await phone.waitForSelector('text=La répétition est finie.', { timeout: 30_000 });
      await phone.waitForSelector('.rehearsal-sign', { state: 'detached' });
      // The person is still there, with no vote.
      await phone.waitForSelector('.vote-support');
      assert.equal(await phone.locator('[aria-pressed="true"].vote-support').count(), 0);
      await desk.waitForSelector('text=27 personnes inscrites');
    },
  ],
  [
    'C98: a table sends a proposal up, which the plenary publishes, and the table reads so',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      await desk.click('summary:has-text("Ajouter une table")');
      await desk.fill('#table', 'Table 3');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('button:has-text("Ouvrir la table")');
      const link = desk.locator('a:has-text("Bureau de la personne qui écrit")');
      const address = (await link.getAttribute('href')) ?? '';
      await desk.waitForSelector('text=1 table');
      assert.deepEqual(await faultsOf(desk), []);
      const table = await openWide(browser, 1440, 900);
      await table.goto(`${server.url()}${address}`);
      await table.waitForSelector('h1:has-text("Table 3")');
      const code = address.split('/')[2]?.split('#')[0] ?? '';
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${code}`);
      await phone.click('button:has-text("Associations")');
      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'Un jardin numérique');
      await phone.click('.option >> nth=0');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await table.click('text=Publier >> nth=0');
      const up = table.locator('section[aria-labelledby=up]');
      await up.getByText('Envoyer', { exact: true }).click();
      await up.getByText('Reçue par la plénière.').waitFor();
      assert.deepEqual(await faultsOf(table), []);
      const card = desk.locator('li.card', { hasText: 'Un jardin numérique' });
      await card.getByText('Table 3').waitFor();
      await card.getByText('Associations').waitFor();
      await card.getByText('Publier', { exact: true }).click();
      await up.getByText('Publiée à la plénière.').waitFor();
      const roadmap = await fetch(
        `${server.url()}/api/v1/boards/${server.links.code}/roadmap.json`,
      ).then((response) => response.json());
      const found = roadmap.proposals.find(
        (one: { title: { fr: string } }) => one.title.fr === 'Un jardin numérique',
      );
      assert.deepEqual(found.sources[0].table, {
        board: code,
        title: { fr: 'Table 3' },
        number: 1,
      });
    },
  ],
  [
    'C93: the first page opens a board from a template, with its agenda',
    async (browser, server) => {
      const page = await openWide(browser, 1440, 900);
      await page.goto(server.url());
      await page.click('button:has-text("Ouvrir une séance")');
      await page.fill('#title', 'Plénière du numérique');
      await page.fill('#axes', 'Inclusion');
      await page.click('label:has-text("Plénière en 45 minutes")');
      assert.deepEqual(await faultsOf(page), []);
      await page.click('button[type=submit]:has-text("Ouvrir la séance")');
      await page.click('a:has-text("Aller à mon bureau")');
      const agenda = page.locator('section[aria-labelledby=agenda]');
      await agenda.getByText('Commencer : Nous arrivons').click();
      await agenda.getByText('Passer à : Nous proposons').waitFor();
      await agenda.getByText('Tout le programme').click();
      assert.equal(await agenda.locator('.step').count(), 7);
      // The steps open the votes; one by hand is asked for.
      assert.equal(await page.isVisible('#question'), false);
      await page.click('button:text-is("Préparer un vote")');
      await page.waitForSelector('#question');
    },
  ],
];
