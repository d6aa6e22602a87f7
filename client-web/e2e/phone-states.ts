/** Every state of what people hold: the first page and the phone, in the order of a session. */
import type { Browser, Page } from 'playwright-core';
import { emptyBoard, facilitator, must, publish } from './boards.ts';
import { openPhone } from './browser.ts';
import type { Server } from './server.ts';
import {
  exampleBallot,
  first,
  hardNames,
  hardTexts,
  laptopSize,
  openPhase,
  openVote,
  phoneSize,
  tabletSize,
  type Walk,
} from './walk.ts';

const enter = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  await phone.waitForSelector('.screen h1');
  return phone;
};

/** Another screen of the page that is open. */
const turnTo = async (phone: Page, { url, links }: Server, screen: string): Promise<void> => {
  await phone.goto(`${url()}/b/${links.code}${screen}`);
  await phone.waitForSelector('h1');
};

const home: Walk = {
  name: 'home',
  sizes: [phoneSize, tabletSize, laptopSize],
  through: async (browser, { url }, take) => {
    const page = await openPhone(browser);
    await page.goto(url());
    await page.waitForSelector('#code');
    await take(page, 'first');
    await page.fill('#code', 'oooo');
    await page.click('button:has-text("Entrer")');
    await page.waitForSelector('text=Ce code contient un signe');
    await take(page, 'a code refused');
    await page.goto(`${url()}/nowhere`);
    await page.waitForSelector('text=Cette adresse n’existe pas');
    await take(page, 'no such address');
    await page.goto(url());
    await page.click('button:has-text("Ouvrir une séance")');
    await page.click('button:has-text("Ouvrir la séance")');
    await page.waitForSelector('text=Écrivez un titre.');
    await take(page, 'opening a board, refused');
    await page.fill('#title', 'Feuille de route du Lorrain');
    await page.fill('#axes', 'Inclusion\nSécurité');
    await page.click('button:has-text("Ouvrir la séance")');
    await page.waitForSelector('h1:has-text("La séance est ouverte")');
    await take(page, 'links of a new board');
    await page.goto(`${url()}/accessibility`);
    await page.waitForSelector('h1');
    await take(page, 'accessibility statement');
  },
};

const phoneDoor: Walk = {
  name: 'phone at the door',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const door = `${url()}/b/${links.code}`;
    const page = await openPhone(browser);
    await page.goto(door);
    await page.waitForSelector('button:has-text("Habitants")');
    await take(page, 'which group');
    await page.goto(`${url()}/b/ZZZZZ`);
    await page.waitForSelector('h1:has-text("Ce code n’existe pas")');
    await take(page, 'no such code');
    await page.route('**/api/**', () => {}); // Never answered.
    await page.goto(door);
    await page.waitForSelector('h1, .screen, main');
    await take(page, 'loading');
    await page.unroute('**/api/**');
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(door);
    await page.waitForTimeout(1500);
    await take(page, 'offline');
    const bare = await emptyBoard(server);
    const empty = await openPhone(browser);
    await empty.goto(`${url()}/b/${bare.code}`);
    await empty.click('button:has-text("Habitants")');
    await empty.waitForSelector('h1:has-text("Proposez une action")');
    await take(empty, 'an empty board');
    await empty.goto(`${url()}/b/${bare.code}#liste`);
    await empty.waitForSelector('h1');
    await take(empty, 'an empty list');
  },
};

const phoneVote: Walk = {
  name: 'phone in a vote',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const desk = await facilitator(server);
    const phone = await enter(browser, server);
    await phone.waitForSelector('.vote-support[aria-disabled=false]');
    await take(phone, 'not voted');
    await phone.click('text=Je suis pour');
    await phone.waitForSelector('text=Vote enregistré');
    await take(phone, 'recorded');
    await phone.context().setOffline(true);
    await phone.click('text=Je suis contre');
    await phone.waitForSelector('text=Pas de réseau', { timeout: 45_000 });
    await take(phone, 'offline');
    await phone.context().setOffline(false);
    await phone.waitForSelector('text=Vote enregistré', { timeout: 45_000 });
    await must(desk, { type: 'closeBallot', ballot: exampleBallot });
    await phone.waitForSelector('h1:has-text("Résultats")');
    await take(phone, 'results');
    for (const [index, method] of (['approval', 'dots', 'grades'] as const).entries()) {
      const ballot = `b4LL0tAAAAAAAAAAAAAAA${index}`;
      await openVote(desk, method, ballot);
      await phone.waitForSelector('.votes');
      await phone.waitForTimeout(600);
      await take(phone, method);
      await must(desk, { type: 'closeBallot', ballot });
    }
    desk.close();
  },
};

const phoneWrites: Walk = {
  name: 'phone in writing',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const desk = await facilitator(server);
    await openPhase(desk, 'collect');
    const ids = await publish(server, desk, hardTexts);
    const phone = await enter(browser, server);
    await take(phone, 'proposing is open');
    await phone.click('a:has-text("Proposer une action")');
    await phone.waitForSelector('#title');
    await take(phone, 'a proposal');
    await phone.click('button:has-text("Envoyer ma proposition")');
    await phone.waitForSelector('text=Écrivez d’abord un texte.');
    await take(phone, 'a proposal refused');
    await phone.fill('#title', 'Un fablab à Saint-Pierre 👩‍👩‍👧');
    await phone.click('.option >> nth=0');
    await phone.click('button:has-text("Envoyer ma proposition")');
    await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
    await take(phone, 'own proposals');
    await turnTo(phone, server, '#liste');
    await phone.waitForSelector('.proposal-card');
    await take(phone, 'the list');
    await turnTo(phone, server, '#prenom');
    await take(phone, 'a name');
    await openPhase(desk, 'discuss');
    for (const [index, id] of ids.entries()) {
      await turnTo(phone, server, `#proposition=${id}`);
      await phone.waitForSelector('#comment');
      await take(phone, hardNames[index] ?? '');
    }
    await turnTo(phone, server, `#proposition=${first}`);
    await phone.waitForSelector('#comment');
    await take(phone, 'a proposal with comments');
    await phone.fill('#comment', 'Et le dimanche ?');
    await phone.context().setOffline(true);
    await phone.click('text=Envoyer mon commentaire');
    await openPhase(desk, 'moderate');
    await phone.context().setOffline(false);
    await phone.waitForSelector('[role=alert] >> text=Et le dimanche ?', { timeout: 30_000 });
    await take(phone, 'a comment refused');
    await turnTo(phone, server, '#');
    await phone.waitForSelector('h1:has-text("Le vote est en pause")');
    await take(phone, 'paused');
    await openPhase(desk, 'closed');
    await phone.waitForSelector('h1:has-text("La séance est finie")');
    await take(phone, 'closed');
    desk.close();
  },
};

const phoneWaits: Walk = {
  name: 'phone while waiting',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const desk = await facilitator(server);
    await must(desk, { type: 'closeBallot', ballot: exampleBallot });
    await openPhase(desk, 'moderate');
    await must(
      desk,
      { type: 'startTimer', seconds: 600 },
      { type: 'sendMessage', text: 'Le goûter est servi dans le hall. Revenez à 15 h 30 !' },
    );
    const phone = await enter(browser, server);
    await phone.waitForSelector('text=Le goûter est servi');
    await take(phone, 'a message and a timer');
    await must(desk, { type: 'sendMessage' }, { type: 'stopTimer' });
    await phone.waitForSelector('text=Le goûter est servi', { state: 'detached' });
    await take(phone, 'practice offered');
    await turnTo(phone, server, '#essai');
    await phone.waitForSelector('.vote-support[aria-disabled=false]');
    await take(phone, 'practice');
    await phone.click('.vote-support');
    await phone.waitForSelector('text=Bravo');
    await take(phone, 'practice done');
    await turnTo(phone, server, '#proposition=rien');
    await take(phone, 'no such proposal');
    desk.close();
  },
};

/** A vote on what breaks a vote. */
const phoneHardVote: Walk = {
  name: 'phone in a vote on hard texts',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const desk = await facilitator(server);
    await must(desk, { type: 'closeBallot', ballot: exampleBallot });
    await openPhase(desk, 'collect');
    const ids = await publish(server, desk, hardTexts);
    await openPhase(desk, 'vote');
    const phone = await enter(browser, server);
    for (const [index, id] of ids.entries()) {
      const ballot = `b4LL0tBBBBBBBBBBBBBBB${index}`;
      // The grades are most to fit; the others are in the other walk.
      await openVote(desk, index % 2 === 0 ? 'grades' : 'opinion', ballot.padEnd(22, '_'), [id]);
      await phone.waitForSelector('.votes');
      await phone.waitForTimeout(500);
      await take(phone, hardNames[index] ?? '');
      await phone.click('.vote >> nth=0');
      await phone.waitForSelector('text=Vote enregistré');
      if (index === 0) {
        await phone.click('.steps > .button:last-child');
        await phone.waitForSelector('.vote-line');
        await take(phone, 'own votes');
      }
      await must(desk, { type: 'closeBallot', ballot: ballot.padEnd(22, '_') });
    }
    desk.close();
  },
};

/** What a browser without scripts is given. It looks the same in one that has them. */
const forms: Walk = {
  name: 'forms',
  sizes: [phoneSize, tabletSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const desk = await facilitator(server);
    const page = await openPhone(browser);
    await page.goto(`${url()}/b/${links.code}/form`);
    await take(page, 'joining');
    await page.click('button:has-text("Entrer")');
    await page.waitForSelector('[role="alert"]');
    await take(page, 'joining refused');
    await page.check('text=Habitants');
    await page.click('button:has-text("Entrer")');
    await page.waitForSelector('text=Proposition 1 sur');
    await take(page, 'voting');
    await page.check('text=Je suis pour');
    await page.click('button:has-text("Voter")');
    await page.waitForSelector('[role="status"]:has-text("Vote enregistré")');
    await take(page, 'voted');
    await openPhase(desk, 'collect');
    await page.goto(`${url()}/b/${links.code}/form`);
    await page.click('a:has-text("Proposer une action")');
    await page.click('button:has-text("Envoyer ma proposition")');
    await page.waitForSelector('[role="alert"]');
    await take(page, 'proposing refused');
    await openPhase(desk, 'closed');
    await page.goto(`${url()}/b/${links.code}/form`);
    await take(page, 'closed');
    await page.goto(`${url()}/roadmap/${links.code}/plain`);
    await page.waitForSelector('h1');
    await take(page, 'the roadmap');
    desk.close();
  },
};

export const phoneWalks: readonly Walk[] = [
  home,
  phoneDoor,
  phoneVote,
  phoneWrites,
  phoneWaits,
  phoneHardVote,
  forms,
];
