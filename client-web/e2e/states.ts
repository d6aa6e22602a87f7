/**
 * Every page in every state that people meet, in the order in which a session goes through them.
 * Pictures are taken of them, and probes are held to them.
 */
import type { Browser, Page } from 'playwright-core';
import type { Decision, Method, Phase, View } from '../src/protocol/messages.ts';
import { emptyBoard, facilitator, issueHelper, must, publish } from './boards.ts';
import { openPhone, openWide } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Server } from './server.ts';

export type Size = readonly [width: number, height: number];

export const phoneSize: Size = [360, 740];
export const tabletSize: Size = [768, 1024];
export const laptopSize: Size = [1440, 900];
export const wallSize: Size = [1920, 1080];

export type Take = (page: Page, state: string) => Promise<void>;

export type Walk = {
  readonly name: string;
  readonly sizes: readonly Size[];
  /** A page of one screen, which must not scroll. */
  readonly fixed?: true;
  readonly through: (browser: Browser, server: Server, take: Take) => Promise<void>;
};

const exampleBallot = 'exemple-b-1___________';
const first = 'exemple-p-0___________';

/** Texts that break what was not made for them. */
export const hardTexts = [
  {
    title: 'Un titre qui prend les cent vingt signes permis '.repeat(3).slice(0, 119),
    description: 'Une longue explication, qui ne finit pas de sitôt. '.repeat(38).trim(),
  },
  {
    title: 'نقطة استقبال رقمية على أقل من خمسة كيلومترات من كل ساكن',
    description: 'مكتبات وبلديات وجمعيات، بنفس الأوقات.',
  },
  { title: '👩🏾‍💻👨🏽‍🌾🏝️ Un village numérique 👩‍👩‍👧‍👦🎉', description: '🎉'.repeat(60) },
  {
    title:
      'U\u0300\u0301\u0302\u0303n \u0316b\u0318\u0319u\u0300\u0301s\u0304 po\u0302\u0303ur to\u0317us',
    description: 'z\u0300\u0301\u0302\u0303a\u0306\u0307l\u0309g\u030bo '.repeat(6).trim(),
  },
  { title: 'anticonstitutionnellement'.repeat(5).slice(0, 120), description: '' },
] as const;

const reason = 'Encore un peu';

const openPhase = (desk: Desk, phase: Phase): Promise<void> =>
  must(desk, { type: 'openPhase', phase, reason });

const openVote = (desk: Desk, method: Method, ballot: string): Promise<void> =>
  must(desk, {
    type: 'openBallot',
    ballot,
    question: 'Quelles actions d’abord ?',
    method,
    results: 'live',
    ...(method === 'dots' ? { budget: 6, cap: 3 } : {}),
    ...(method === 'approval' ? { maximum: 3 } : {}),
    ...(method === 'grades' ? { judgmentsMin: 1 } : {}),
  });

const decisions: readonly Decision[] = ['adopted', 'toStudy', 'notRetained', 'adopted'];

const decideAll = async (desk: Desk): Promise<void> => {
  for (const [index, decision] of decisions.entries()) {
    await must(desk, {
      type: 'decideProposal',
      proposal: `exemple-p-${index}___________`,
      decision,
      lead: 'La Collectivité',
      partners: ['La CAF'],
      start: '2027-01-01',
      end: '2028-12-31',
    });
  }
};

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
      await take(phone, ['very long', 'Arabic', 'emoji', 'zalgo', 'one long word'][index] ?? '');
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

const deskWalk: Walk = {
  name: 'desk',
  sizes: [tabletSize, laptopSize, wallSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const desk = await openWide(browser, ...laptopSize);
    await desk.goto(`${url()}/desk/${links.code}`);
    await desk.waitForSelector('h1');
    await take(desk, 'a link that is not whole');
    await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
    await desk.reload();
    await desk.waitForSelector('text=Étape de la séance');
    await desk.waitForTimeout(800);
    await take(desk, 'in a vote');
    await desk.context().setOffline(true);
    await desk.waitForTimeout(25_000);
    await take(desk, 'offline');
    await desk.context().setOffline(false);
    const team = await openWide(browser, ...laptopSize);
    await team.goto(`${url()}/desk/${links.code}#${links.moderator}`);
    await team.waitForSelector('h1');
    await team.waitForTimeout(800);
    await take(team, 'of a moderator');
    const acts = await facilitator(server);
    await openPhase(acts, 'collect');
    await publish(server, acts, hardTexts);
    await decideAll(acts);
    await openPhase(acts, 'closed');
    await team.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
    await team.reload();
    await team.waitForSelector('text=Étape de la séance');
    await team.waitForTimeout(800);
    await take(team, 'closed, with hard texts');
    const bare = await emptyBoard(server);
    const empty = await openWide(browser, ...laptopSize);
    await empty.goto(`${url()}/desk/${bare.code}#${bare.facilitator}`);
    await empty.waitForSelector('text=Étape de la séance');
    await take(empty, 'empty');
    acts.close();
  },
};

const wallWalk: Walk = {
  name: 'wall',
  sizes: [laptopSize, wallSize],
  fixed: true,
  through: async (browser, server, take) => {
    const { url, links } = server;
    const desk = await facilitator(server);
    const wall = await openWide(browser, ...wallSize);
    await wall.goto(`${url()}/wall/${links.code}#${links.screen}`);
    await wall.waitForSelector('.wall-band');
    for (const view of ['join', 'proposals', 'blank'] as const satisfies readonly View[]) {
      await must(desk, { type: 'show', view });
      await wall.waitForTimeout(900);
      await take(wall, view);
    }
    await must(desk, { type: 'closeBallot', ballot: exampleBallot });
    await must(desk, { type: 'show', view: 'results', ballot: exampleBallot });
    await wall.waitForSelector('.tally-bar');
    await take(wall, 'results');
    await decideAll(desk);
    await must(desk, { type: 'show', view: 'roadmap' }, { type: 'startTimer', seconds: 600 });
    await wall.waitForTimeout(900);
    await take(wall, 'roadmap with a timer');
    await must(desk, { type: 'stopTimer' });
    await openPhase(desk, 'collect');
    const ids = await publish(server, desk, hardTexts);
    for (const [index, proposal] of ids.entries()) {
      await must(desk, { type: 'show', view: 'proposal', proposal });
      await wall.waitForTimeout(900);
      await take(wall, ['very long', 'Arabic', 'emoji', 'zalgo', 'one long word'][index] ?? '');
    }
    await openPhase(desk, 'closed');
    await must(desk, { type: 'show', view: 'join' });
    await wall.waitForTimeout(900);
    await take(wall, 'closed');
    const bare = await emptyBoard(server);
    const lead = await openDesk(url(), bare.code, bare.facilitator);
    const empty = await openWide(browser, ...wallSize);
    await empty.goto(`${url()}/wall/${bare.code}#${bare.screen}`);
    for (const view of ['proposals', 'roadmap'] as const) {
      await must(lead, { type: 'show', view });
      await empty.waitForTimeout(900);
      await take(empty, `empty ${view}`);
    }
    lead.close();
    desk.close();
    await server.kill();
    await wall.waitForSelector('text=Le serveur ne répond pas', { timeout: 45_000 });
    await take(wall, 'offline');
    await server.start();
  },
};

const roadmapWalk: Walk = {
  name: 'roadmap',
  sizes: [phoneSize, tabletSize, laptopSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const address = `${url()}/roadmap/${links.code}`;
    const bare = await emptyBoard(server);
    const page = await openPhone(browser);
    await page.goto(`${url()}/roadmap/${bare.code}`);
    await page.waitForSelector('h2');
    await take(page, 'empty');
    await page.goto(`${url()}/roadmap/ZZZZZ`);
    await page.waitForSelector('h1:has-text("Cette feuille de route n’existe pas")');
    await take(page, 'no such roadmap');
    await page.route('**/roadmap.json', () => {});
    await page.goto(address);
    await page.waitForSelector('h1');
    await take(page, 'loading');
    await page.unroute('**/roadmap.json');
    await page.route('**/roadmap.json', (route) => route.abort());
    await page.goto(address);
    await page.waitForSelector('text=Réessayer');
    await take(page, 'offline');
    await page.unroute('**/roadmap.json');
    const desk = await facilitator(server);
    await openPhase(desk, 'collect');
    const ids = await publish(server, desk, hardTexts);
    await decideAll(desk);
    for (const proposal of ids) {
      await must(desk, { type: 'decideProposal', proposal, decision: 'adopted' });
    }
    await page.goto(address);
    await page.waitForSelector('.action');
    await take(page, 'decided, with hard texts');
    desk.close();
  },
};

const officeWalk: Walk = {
  name: 'badges, paper, help, institution',
  sizes: [tabletSize, laptopSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const { code, facilitator: secret } = links;
    const page = await openWide(browser, ...laptopSize);
    await page.goto(`${url()}/badges/${code}#${secret}`);
    await page.waitForSelector('h1:has-text("Badges à imprimer")');
    await take(page, 'badges');
    await page.click('button:has-text("Préparer")');
    await page.waitForSelector('.badge');
    await take(page, 'badges made');
    const paper = await openWide(browser, ...laptopSize);
    await paper.goto(`${url()}/paper/${code}#${secret}`);
    await paper.click('button:has-text("Imprimer des feuilles")');
    await paper.fill('#sheets', '2');
    await take(paper, 'paper to print');
    await paper.click('button:has-text("nouveaux numéros")');
    await paper.waitForSelector('.paper-number:has-text("Feuille n° 2")');
    await take(paper, 'paper printed');
    await paper.click('button:has-text("Saisir les feuilles")');
    await paper.waitForSelector('h2:has-text("Numéro de la feuille")');
    await take(paper, 'paper typed');
    const helper = await issueHelper({ url, code, facilitator: secret });
    const tablet = await openPhone(browser, { viewport: { width: 768, height: 1024 } });
    await tablet.goto(`${url()}/help/${code}#${helper}`);
    await tablet.waitForSelector('h1:has-text("Personne suivante")');
    await take(tablet, 'help at rest');
    await tablet.click('button:has-text("Commencer")');
    await tablet.click('button:has-text("Habitants")');
    await tablet.waitForSelector('.vote-support');
    await take(tablet, 'help in a turn');
    const desk = await facilitator(server);
    await must(desk, { type: 'decideProposal', proposal: first, decision: 'adopted' });
    const invited = await fetch(`${url()}/api/v1/boards/${code}/institutions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
      body: JSON.stringify({ name: 'La Collectivité territoriale' }),
    });
    const { credential } = (await invited.json()) as { credential: string };
    const office = await openWide(browser, ...laptopSize);
    await office.goto(`${url()}/institution/${code}#${credential}`);
    await office.waitForSelector('h1:has-text("La Collectivité")');
    await take(office, 'institution');
    await office.getByText('Répondre', { exact: true }).first().click();
    await office.getByText('Envoyer la réponse').click();
    await office.waitForSelector('text=Choisissez une réponse.');
    await take(office, 'institution answering, refused');
    await office.goto(`${url()}/institution/${code}#short`);
    await office.reload();
    await office.waitForSelector('h1');
    await take(office, 'institution, a link that is not whole');
    desk.close();
  },
};

export const walks: readonly Walk[] = [
  home,
  phoneDoor,
  phoneVote,
  phoneWrites,
  deskWalk,
  wallWalk,
  roadmapWalk,
  officeWalk,
];
