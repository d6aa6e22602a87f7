/** Every state of what a room and an office look at: the desk, the wall, the roadmap and the rest. */
import type { View } from '../src/protocol/messages.ts';
import { emptyBoard, facilitator, issueHelper, must, publish } from './boards.ts';
import { openPhone, openWide } from './browser.ts';
import { openDesk } from './desk.ts';
import {
  decideAll,
  exampleBallot,
  first,
  hardNames,
  hardTexts,
  laptopSize,
  openPhase,
  phoneSize,
  tabletSize,
  type Walk,
  wallSize,
} from './walk.ts';

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

/** What opens on the desk when something is pressed. */
const deskActs: Walk = {
  name: 'desk at work',
  sizes: [tabletSize, laptopSize, wallSize],
  through: async (browser, server, take) => {
    const { url, links } = server;
    const desk = await openWide(browser, ...laptopSize);
    await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
    await desk.waitForSelector('text=Étape de la séance');
    await desk.waitForTimeout(800);
    await desk.keyboard.press('?');
    await desk.waitForSelector('[role=dialog]');
    await take(desk, 'the keys');
    await desk.keyboard.press('Escape');
    await desk.click('button:text-is("Refuser") >> nth=0');
    await desk.waitForSelector('text=Refuser la proposition');
    await desk.click('text=Refuser la proposition');
    await take(desk, 'refusing, refused');
    await desk.keyboard.press('Escape');
    await desk.click('button:text-is("Décider") >> nth=0');
    await take(desk, 'deciding');
    await desk.keyboard.press('Escape');
    await desk.click('button:has-text("Préparer un programme")');
    await take(desk, 'preparing the agenda');
    await desk.keyboard.press('Escape');
    await desk.click('button:has-text("Fermer le vote")');
    await desk.waitForSelector('text=Préparer un autre vote');
    await desk.click('text=Préparer un autre vote');
    await take(desk, 'preparing a vote');
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
    for (const view of ['agreement', 'colleges'] as const satisfies readonly View[]) {
      await must(desk, { type: 'show', view, ballot: exampleBallot });
      await wall.waitForTimeout(900);
      await take(wall, view);
    }
    await must(
      desk,
      { type: 'sendMessage', text: 'Le goûter est servi dans le hall. Revenez à 15 h 30 !' },
      { type: 'show', view: 'results', ballot: exampleBallot },
    );
    await wall.waitForTimeout(900);
    await take(wall, 'a message');
    await must(desk, { type: 'sendMessage' });
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
      await take(wall, hardNames[index] ?? '');
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

export const roomWalks: readonly Walk[] = [deskWalk, deskActs, wallWalk, roadmapWalk, officeWalk];
