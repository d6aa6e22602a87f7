import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const proposal = 'exemple-p-0___________';

const title = 'Un bus numérique';

/** The desk, with a first action adopted. */
const atDesk = async (browser: Browser, server: Server): Promise<Page> => {
  const leader = await facilitator(server);
  await must(leader, { type: 'decideProposal', proposal, decision: 'adopted' });
  leader.close();
  const desk = await openWide(browser, 1440, 900);
  await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
  await desk.waitForSelector('text=Étape de la séance');
  return desk;
};

/** Invites by name, and gives the link. */
const invite = async (desk: Page, name: string): Promise<string> => {
  await desk.fill('#institution-name', name);
  await desk.click('button:text-is("Inviter")');
  await desk.locator('.card.field', { hasText: name }).waitFor();
  return desk.locator('.card.field', { hasText: name }).locator('input').inputValue();
};

const card = (page: Page) => page.locator('section.card', { hasText: title });

const answer = async (office: Page): Promise<void> => {
  await card(office).getByText('Répondre', { exact: true }).click();
  await card(office).getByText('Envoyer la réponse').click();
  await office.waitForSelector('text=Choisissez une réponse.');
  await card(office).getByText('Nous nous engageons, avec des changements').click();
  await card(office).getByText('Envoyer la réponse').click();
  await office.waitForSelector('text=Écrivez les précisions.');
  await card(office).getByLabel('Précisions').fill('Deux bus la première année.');
  await card(office).getByLabel('Qui s’en occupe').fill('La direction des transports');
  await card(office).getByLabel('Fin').fill('2027-12-31');
  await card(office).getByText('Budget, partenaires, besoins, mesures').click();
  await card(office).getByLabel('Budget en euros').fill('250 000');
  await card(office).getByLabel('Où (un lieu par ligne)').fill('Le Lorrain\nBasse-Pointe');
  await card(office).getByText('Fonds local').click();
  await card(office).getByText('Ajouter une mesure').click();
  await card(office).getByLabel('Ce que l’on mesure').fill('Personnes accompagnées');
  await card(office).getByLabel('Visé').fill('600');
  assert.deepEqual(await faultsOf(office), [], 'the form');
  await card(office).getByText('Envoyer la réponse').click();
  await office.waitForSelector('text=Réponse envoyée. L’équipe va la confirmer.');
};

export const institutionTests: readonly Test[] = [
  [
    'C100: an institution is invited, answers, is confirmed, and everybody is told',
    async (browser, server) => {
      const { url, links } = server;
      const desk = await atDesk(browser, server);
      const wall = await openWide(browser, 1920, 1080);
      await wall.goto(`${url()}/wall/${links.code}#${links.screen}`);
      await wall.waitForSelector('.wall-band');
      const link = await invite(desk, 'La CTM <b>');
      assert.match(link, /\/institution\/[A-Z0-9]{5}#[0-9a-z]{26}$/);
      assert.deepEqual(await faultsOf(desk), [], 'the desk after inviting');

      const office = await openPhone(browser);
      await office.goto(link);
      await office.waitForSelector('h1:has-text("La CTM <b>")');
      assert.deepEqual(await faultsOf(office), [], 'the office');
      await answer(office);
      assert.equal(await wall.locator('.new-answer').count(), 0);

      await desk.waitForSelector('text=La CTM <b> s’engage, avec des changements');
      assert.deepEqual(await faultsOf(desk), [], 'the desk before confirming');
      await desk.click('text=Confirmer l’engagement');
      await wall.waitForSelector('.new-answer:has-text("La CTM <b> s’engage")');
      assert.deepEqual(await faultsOf(wall), [], 'the wall');
      await office.waitForSelector('.notice-good:has-text("s’engage")');
      assert.deepEqual(await faultsOf(office), [], 'the office after');

      const phone = await openPhone(browser);
      await phone.goto(`${url()}/b/${links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('h1');
      await phone.goto(`${url()}/b/${links.code}#proposition=${proposal}`);
      await phone.waitForSelector('text=La CTM <b> s’engage, avec des changements');
      await phone.waitForSelector('text=Deux bus la première année.');
      assert.deepEqual(await faultsOf(phone), [], 'the phone');
      const page = await openPhone(browser);
      await page.goto(`${url()}/roadmap/${links.code}`);
      const action = page.locator('.action', { hasText: title });
      await action.getByText('La CTM <b> s’engage, avec des changements').waitFor();
      await action.getByText('Lire l’engagement').click();
      await action.getByText('Le Lorrain, Basse-Pointe').waitFor();
      await action.getByText('Personnes accompagnées\u00a0: 600').waitFor();
      assert.deepEqual(await faultsOf(page), [], 'the roadmap');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=Télécharger (JSON)'),
      ]);
      const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
      const [commitment] = saved.roadmap.actions[0].commitments;
      assert.equal(commitment.institution.name, 'La CTM <b>');
      assert.equal(commitment.budget.amount, 250_000);

      const [archive] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=Tout télécharger (ZIP)'),
      ]);
      assert.equal(readFileSync(await archive.path()).toString('latin1', 0, 2), 'PK');
      const [whole] = await Promise.all([
        desk.waitForEvent('download'),
        desk.click('text=Télécharger la séance entière'),
      ]);
      assert.ok(readFileSync(await whole.path()).includes('events.jsonl'));
      assert.deepEqual(await faultsOf(desk), [], 'the desk with its files');

      // Taken back at the desk, it is nowhere.
      await desk.click('text=Annuler l’engagement');
      await wall.waitForSelector('.new-answer', { state: 'detached' });
      await page.reload();
      await page.waitForSelector('.action');
      assert.equal(await page.locator('text=s’engage').count(), 0);

      // And the link can be taken back too.
      await desk.click('text=Retirer le lien');
      await desk.click('text=Oui, retirer');
      await office.waitForSelector('h1:has-text("Cette page ne peut pas s’ouvrir")');
    },
  ],
  [
    'C103: a table is checked first, and taken in once it is good; phones see it at once',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('h1');
      await desk.click('summary:has-text("Importer un tableau")');
      const give = (bytes: Buffer) =>
        desk.setInputFiles('#import-file', { name: 'a.csv', mimeType: 'text/csv', buffer: bytes });
      await give(Buffer.from('titre;axe\r\nUn fablab;Un autre thème\r\n;inclusion\r\n'));
      await desk.waitForSelector('text=2 lignes à corriger. Rien n’est importé.');
      await desk.waitForSelector('text=Ligne 2');
      assert.deepEqual(await faultsOf(desk), []);
      await give(Buffer.from([0x74, 0xe9, 0x6c, 0xe9]));
      await desk.waitForSelector('text=Ce fichier n’est pas en UTF-8.');
      const axis = 'Autonomie numérique pour tous';
      await give(Buffer.from(`\ufefftitre;axe\r\n"Un fablab; et un atelier";${axis}\r\n`));
      await desk.waitForSelector('text=1 ligne est prête.');
      await desk.click('button:text-is("Importer")');
      await desk.waitForSelector('text=1 ligne est importée.');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.locator('li.card', { hasText: 'Un fablab; et un atelier' }).waitFor();
      await phone.goto(`${server.url()}/b/${server.links.code}#liste`);
      await phone.waitForSelector('text=Un fablab; et un atelier');
    },
  ],
  [
    'C101: an institution tells its progress after the end, and the roadmap shows it',
    async (browser, server) => {
      const { url, links } = server;
      const desk = await atDesk(browser, server);
      const office = await openPhone(browser);
      await office.goto(await invite(desk, 'La CTM'));
      await card(office).locator('summary', { hasText: 'commentaire' }).click();
      await card(office).locator('textarea').first().fill('Nous étudions cette action.');
      await card(office).getByText('Publier le commentaire').click();
      await office.waitForSelector('text=Nous étudions cette action.');
      await answer(office);
      await desk.click('text=Confirmer l’engagement');
      await office.waitForSelector('.notice-good');
      await desk.click('button:text-is("Fin")');
      await desk.click('button:has-text("Oui, fermer la séance")');
      await office.click('text=Dire où nous en sommes');
      await office.click('.option:has-text("Commencé")');
      await card(office).getByLabel('Avancement').fill('140');
      await office.click('button:text-is("Publier")');
      await office.waitForSelector('text=Écrivez un nombre de 0 à 100.');
      await card(office).getByLabel('Avancement').fill('40');
      await card(office).getByLabel('Des nouvelles').fill('Le premier bus roule.');
      assert.deepEqual(await faultsOf(office), []);
      await office.click('button:text-is("Publier")');
      await office.waitForSelector('li:has-text("Le premier bus roule.")');
      const page = await openPhone(browser);
      await page.goto(`${url()}/roadmap/${links.code}`);
      const action = page.locator('.action', { hasText: title });
      await action.getByText('Commencé (40\u00a0%)').first().waitFor();
      await action.getByText('Lire l’engagement').click();
      await action.getByText('Le premier bus roule.').waitFor();
      assert.deepEqual(await faultsOf(page), []);
    },
  ],
];
