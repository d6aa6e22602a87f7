import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { browserRandom, mintId } from '../src/store/identity.ts';
import { facilitator, must, participant, publish } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const atQueue = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const desk = await openWide(browser, 1366, 768);
  await desk.goto(`${url()}/desk/${links.code}#${links.moderator}`);
  await desk.waitForSelector('text=propositions à lire');
  return desk;
};

const card = (desk: Page, title: string) => desk.locator('li.card', { hasText: title });

const titles = (desk: Page): Promise<string[]> =>
  desk.locator('section[aria-labelledby=queue] > ul > li > h3').allInnerTexts();

/** Waits until the queue shows what it should. */
const queueShows = async (desk: Page, right: (titles: readonly string[]) => boolean) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (right(await titles(desk))) return;
    await desk.waitForTimeout(50);
  }
  assert.fail(`the queue shows ${(await titles(desk)).join(', ')}`);
};

/** Four proposals in the queue, besides the two of the example board; their titles. */
const fillQueue = async (server: Server): Promise<readonly string[]> => {
  const desk = await facilitator(server);
  await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore.' });
  const person = await participant(server);
  const texts = ['Un premier bus', 'Un deuxième bus', 'Un troisième bus', 'Un quatrième bus'];
  for (const [index, title] of texts.entries()) {
    await must(person, {
      type: 'submitProposal',
      proposal: mintId(browserRandom),
      title,
      description: 'De Saint-Pierre au Marin.',
      axis: index === 3 ? 'cyber' : 'inclusion',
    });
  }
  person.close();
  desk.close();
  return texts;
};

export const moderationTests: readonly Test[] = [
  [
    'C70: the queue is sorted, filtered, and treated by keys alone',
    async (browser, server) => {
      const texts = await fillQueue(server);
      const desk = await atQueue(browser, server);
      await desk.waitForSelector('text=6 propositions à lire');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.selectOption('#queue-order', 'newest');
      await queueShows(desk, (all) => `${all.slice(0, 4)}` === `${[...texts].reverse()}`);
      await desk.selectOption('#queue-axis', 'cyber');
      await queueShows(
        desk,
        (all) => all.includes(texts[3] ?? '') && !all.includes(texts[0] ?? ''),
      );
      await desk.selectOption('#queue-axis', '');
      await desk.selectOption('#queue-college', 'citizens');
      await desk.selectOption('#queue-order', 'oldest');
      await desk.evaluate(() => (document.activeElement as HTMLElement).blur());

      await desk.keyboard.press('?');
      await desk.waitForSelector('kbd');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.keyboard.press('?');
      // To the first of ours, whatever of the example stands before it.
      const place = (await titles(desk)).indexOf(texts[0] ?? '');
      for (let step = 0; step <= place; step += 1) await desk.keyboard.press('j');
      await desk.waitForSelector(`li[aria-current=true]:has-text("${texts[0]}")`);
      await desk.keyboard.press('p');
      await desk.waitForSelector(`text=Publiée : ${texts[0]}`);
      await desk.waitForSelector(`li[aria-current=true]:has-text("${texts[1]}")`);
      // However fast it is typed, what follows the key is the question and no key.
      await desk.evaluate(() => {
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'q' }));
        if (!(document.activeElement instanceof HTMLTextAreaElement)) throw new Error('no field');
      });
      await desk.keyboard.type('Pour qui jouez-vous ?');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.keyboard.press('Tab');
      await desk.keyboard.press('Enter');
      await desk.waitForSelector(`text=Question posée : ${texts[1]}`);
      await desk.keyboard.press('r');
      await desk.click('text=Une autre proposition dit la même chose.');
      await desk.click('button:has-text("Refuser la proposition")');
      await desk.waitForSelector(`text=Refusée : ${texts[2]}`);
      // One after the other they come back.
      for (const text of [texts[2], texts[1], texts[0]]) {
        await desk.keyboard.press('z');
        await card(desk, text ?? '')
          .getByText('Publier', { exact: true })
          .waitFor();
      }
      await desk.waitForSelector('text=6 propositions à lire');
      // Turned off, keys do nothing.
      await desk.keyboard.press('?');
      await desk.click('text=Utiliser les touches');
      await desk.evaluate(() => (document.activeElement as HTMLElement).blur());
      await desk.keyboard.press('p');
      await desk.waitForTimeout(300);
      assert.equal(await desk.isVisible('text=6 propositions à lire'), true);
    },
  ],
  [
    'C71: what one moderator reads, the other sees and cannot treat',
    async (browser, server) => {
      const [title = ''] = await fillQueue(server);
      const one = await atQueue(browser, server);
      const two = await atQueue(browser, server);
      await card(one, title).getByText('Refuser', { exact: true }).click();
      await card(one, title).getByText('Vous la lisez.').waitFor();
      await card(two, title).getByText('Quelqu’un d’autre la lit.').waitFor();
      assert.equal(await card(two, title).getByText('Publier', { exact: true }).isDisabled(), true);
      assert.deepEqual(await faultsOf(two), []);
      await one.close();
      await card(two, title).getByText('Quelqu’un d’autre la lit.').waitFor({ state: 'detached' });
      await card(two, title).getByText('Publier', { exact: true }).click();
      await two.waitForSelector(`text=Publiée : ${title}`);
    },
  ],
  [
    'C72: reworded, a proposal shows what its author wrote, and goes back to it',
    async (browser, server) => {
      const [title = ''] = await fillQueue(server);
      const desk = await atQueue(browser, server);
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await card(desk, title).getByText('Reformuler').click();
      await desk.fill('textarea[id^=title-]', 'Une navette chaque matin');
      await desk.click('text=Enregistrer ces mots');
      await desk.waitForSelector(`text=Reformulée : ${title}`);
      await card(desk, 'Une navette chaque matin').getByText('Publier', { exact: true }).click();
      await phone.click('a:has-text("Voir tout")');
      await phone.click('a:has-text("Une navette chaque matin")');
      await phone.click('text=L’équipe a changé les mots.');
      await phone.waitForSelector(`text=${title}`);
      assert.deepEqual(await faultsOf(phone), []);
      const published = desk.locator('section[aria-labelledby=published] li.card', {
        hasText: 'Une navette',
      });
      await published.getByText('Revenir aux mots d’avant').click();
      await phone.waitForSelector(`h1:has-text("${title}")`);
      assert.deepEqual(await faultsOf(desk), []);
    },
  ],
  [
    'C73: who is muted reads so, and votes all the same; trusted, they need no moderator',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      const { url, links } = server;
      await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
      await desk.click('summary:has-text("Quand lire les propositions")');
      await desk.click('text=Avant, pour la première de chaque personne');
      const phone = await openPhone(browser);
      await phone.goto(`${url()}/b/${links.code}`);
      await phone.click('button:has-text("Habitants")');
      const propose = async (title: string, answer: string) => {
        await phone.goto(`${url()}/b/${links.code}#proposer`);
        await phone.fill('#title', title);
        await phone.click('.option >> nth=0');
        await phone.click('button:has-text("Envoyer ma proposition")');
        await phone.locator('li.card', { hasText: title }).getByText(answer).waitFor();
      };
      await propose('Une première idée', 'Reçue. L’équipe va la lire.');
      await card(desk, 'Une première idée').getByText('Publier', { exact: true }).click();
      await phone.waitForSelector('text=Publiée. Toute la salle la voit.');
      await propose('Une seconde idée', 'Publiée. Toute la salle la voit.');

      const second = card(desk, 'Une seconde idée');
      await second.locator('summary', { hasText: 'Cette personne' }).click();
      await second.getByText('Ne plus prendre ses textes').click();
      await phone.waitForSelector('text=L’équipe ne prend plus vos textes.');
      assert.equal(await phone.isVisible('a:has-text("Proposer une action")'), false);
      assert.deepEqual(await faultsOf(phone), []);
      await phone.goto(`${url()}/b/${links.code}#`);
      await phone.click('.vote-support');
      await phone.waitForSelector('text=Vote enregistré');
      await second.getByText('Reprendre ses textes').click();
      await phone.waitForSelector('text=L’équipe ne prend plus vos textes.', { state: 'detached' });
      assert.deepEqual(await faultsOf(desk), []);
    },
  ],
  [
    'C74: what is like a title is shown to who writes it and to who reads it',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore.' });
      await publish(server, desk, [{ title: 'Des bus de nuit vers le Marin', description: '' }]);
      desk.close();
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'DES BUS LA NUIT VERS LE MARIN');
      const found = phone.locator('a', { hasText: 'Des bus de nuit vers le Marin' });
      await found.waitFor();
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('.option >> nth=0');
      await phone.click('button:has-text("Envoyer ma proposition")');
      const reader = await atQueue(browser, server);
      await card(reader, 'DES BUS LA NUIT').getByText('Poser une question').click();
      await card(reader, 'DES BUS LA NUIT').getByText('Cela ressemble à').waitFor();
      await card(reader, 'DES BUS LA NUIT').getByText('Des bus de nuit vers le Marin').waitFor();
      assert.deepEqual(await faultsOf(reader), []);
    },
  ],
  [
    'C75: merged, one vote counts for both, is told on the phone, and leaves in one tap',
    async (browser, server) => {
      const { url, links } = server;
      const lead = await facilitator(server);
      await must(lead, { type: 'openPhase', phase: 'collect', reason: 'Encore.' });
      await publish(server, lead, [
        { title: 'Des bus de nuit vers le Marin', description: 'Le samedi.' },
        { title: 'Un bus la nuit vers le Marin', description: '' },
      ]);
      await must(
        lead,
        { type: 'openPhase', phase: 'vote', reason: 'Encore.' },
        {
          type: 'closeBallot',
          ballot:
            lead.told.flatMap((one) => (one.type === 'ballot' ? [one.ballot.id] : []))[0] ?? '',
        },
        {
          type: 'openBallot',
          ballot: mintId(browserRandom),
          question: 'Et la nuit ?',
          method: 'opinion',
          results: 'afterClosing',
        },
      );
      lead.close();
      const phone = await openPhone(browser);
      await phone.goto(`${url()}/b/${links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.click('a:has-text("Voir tout")');
      await phone.click('a:has-text("Un bus la nuit vers le Marin")');
      await phone.click('.vote-support');
      await phone.waitForSelector('text=Vote enregistré');

      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
      const published = desk.locator('section[aria-labelledby=published] li.card');
      const part = published.filter({ has: desk.locator('h3', { hasText: 'Un bus la nuit' }) });
      await part.getByText('Réunir', { exact: true }).click();
      await part.getByText('Réunir avec\u00a0: Des bus de nuit').waitFor();
      assert.deepEqual(await faultsOf(desk), []);
      await part.getByText('Réunir avec\u00a0: Des bus de nuit').click();
      await desk.waitForSelector('text=Réunie\u00a0: Un bus la nuit vers le Marin');

      await phone.waitForSelector('text=Votre voix compte maintenant pour');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('.notice a:has-text("Des bus de nuit vers le Marin")');
      await phone.click('text=Avec 1 proposition réunie');
      await phone.waitForSelector('.vote-support[aria-pressed=true]');
      await phone.click('text=Retirer ma voix');
      await phone.waitForSelector('.vote-support[aria-pressed=false]');
      await phone.waitForSelector('text=Retirer ma voix', { state: 'detached' });

      await desk.click('text=Séparer');
      await part.waitFor();
      await phone.waitForSelector('text=Avec 1 proposition réunie', { state: 'detached' });
    },
  ],
  [
    'C76: the roadmap page tells what was merged and what the moderators did',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore.' });
      const [whole = '', part = ''] = await publish(server, desk, [
        { title: 'Des bus de nuit', description: '' },
        { title: 'Un bus la nuit', description: 'Le samedi.' },
      ]);
      await must(
        desk,
        { type: 'mergeProposal', proposal: part, into: whole },
        { type: 'decideProposal', proposal: whole, decision: 'adopted' },
      );
      desk.close();
      const page = await openPhone(browser);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.click('text=Avec 1 proposition réunie');
      await page.waitForSelector('text=Un bus la nuit');
      await page.click('text=Lire le journal');
      await page.waitForSelector('text=réunie avec la n°');
      assert.deepEqual(await faultsOf(page), []);
    },
  ],
];
