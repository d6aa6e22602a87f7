import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const withPhone = async (browser: Browser, { url, links }: Server, height = 740): Promise<Page> => {
  const phone = await openPhone(browser, { viewport: { width: 360, height } });
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  await phone.waitForSelector('.vote-support[aria-disabled=false]');
  return phone;
};

/** Where on the page the vote buttons stand, and where on the screen what leads on. */
const places = (phone: Page): Promise<string> =>
  phone.$$eval('.vote, .steps > button', (all) =>
    all
      .map((one) => {
        const { top } = one.getBoundingClientRect();
        return Math.round(one.matches('.vote') ? top + scrollY : top);
      })
      .join(' '),
  );

/** A small phone, a bad network, and somebody in a hurry. */
export const patienceTests: readonly Test[] = [
  [
    'C110: nothing that can be tapped moves when the network goes, a vote is recorded or a notice comes',
    async (browser, server) => {
      const desk = await facilitator(server);
      const phone = await withPhone(browser, server);
      const before = await places(phone);
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré');
      assert.equal(await places(phone), before, 'recorded');
      await phone.context().setOffline(true);
      await phone.click('text=Je suis contre');
      await phone.waitForSelector('text=Pas de réseau', { timeout: 45_000 });
      await phone.waitForSelector('text=1 envoi en attente');
      assert.equal(await places(phone), before, 'without a network');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.context().setOffline(false);
      await phone.waitForSelector('text=Vote enregistré', { timeout: 45_000 });
      assert.equal(await places(phone), before, 'with it again');
      desk.close();
    },
  ],
  [
    'C110: a tap on a button that just came under the finger is no vote',
    async (browser, server) => {
      const phone = await withPhone(browser, server);
      await phone.click('.vote-neutral');
      await phone.waitForSelector('text=Vote enregistré');
      const pressed = () => phone.$$eval('.vote[aria-pressed=true]', (all) => all.length);
      await phone.evaluate(() => {
        document.querySelector<HTMLElement>('.steps > .button:last-child')?.click();
        // The next proposal is there within the same moment; so is the impatient second tap.
        setTimeout(() => document.querySelector<HTMLElement>('.vote-oppose')?.click(), 60);
      });
      await phone.waitForTimeout(700);
      await phone.waitForSelector('text=Proposition 2 sur');
      assert.equal(await pressed(), 0, 'nobody meant this one');
      await phone.evaluate(() => {
        const card = document.querySelector<HTMLElement>('.card');
        if (card) card.style.paddingTop = '90px';
        setTimeout(() => document.querySelector<HTMLElement>('.vote-oppose')?.click(), 150);
      });
      await phone.waitForTimeout(300);
      assert.equal(await pressed(), 0, 'it was pushed down a moment ago');
      await phone.click('.vote-oppose');
      await phone.waitForSelector('text=Vote enregistré');
    },
  ],
  [
    'C111: pressing twice on one spot publishes one proposal, which can be taken back in its place',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
      await desk.waitForSelector('text=2 propositions à lire');
      const box = await desk.locator('button:text-is("Publier")').first().boundingBox();
      assert.ok(box);
      await desk.mouse.click(box.x + 20, box.y + 20);
      await desk.waitForSelector('text=1 proposition à lire');
      await desk.mouse.click(box.x + 20, box.y + 20);
      await desk.waitForTimeout(7000);
      assert.ok(
        await desk.isVisible('text=1 proposition à lire'),
        'one, and the mouse is still there',
      );
      await desk.click('.treated >> text=Annuler');
      await desk.waitForSelector('text=2 propositions à lire');
      await desk.click('button:text-is("Publier") >> nth=0');
      await desk.waitForSelector('.treated >> text=Publiée');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.mouse.move(5, 5);
      await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await desk.waitForSelector('.treated', { state: 'detached', timeout: 12_000 });
    },
  ],
  [
    'C114: on a small phone what follows a vote is in sight, and covers nothing for good',
    async (browser, server) => {
      const phone = await withPhone(browser, server, 600);
      await phone.click('text=Je suis pour');
      const inSight = (text: string) =>
        phone.waitForFunction((word) => {
          const one = [...document.querySelectorAll('.bar *')].find(
            ({ textContent, children }) => textContent === word && children.length < 2,
          );
          const box = one?.getBoundingClientRect();
          return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        }, text);
      for (const word of ['Vote enregistré', 'Annuler', 'Suivant']) await inSight(word);
      await phone.focus('nav.ways > a:last-child');
      await phone.waitForTimeout(200);
      const free = await phone.evaluate(() => {
        const last = document.activeElement?.getBoundingClientRect();
        const bar = document.querySelector('.bar')?.getBoundingClientRect();
        return last && bar && last.bottom <= bar.top + 1;
      });
      assert.ok(free, 'what has the focus is not under the bar');
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C115: a proposal that cannot be sent says all that is wrong, and leads to the first of it',
    async (browser, server) => {
      const phone = await withPhone(browser, server, 600);
      await phone.click('a:has-text("Proposer une action")');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Écrivez d’abord un texte.');
      await phone.waitForSelector('text=Choisissez un thème.');
      const inSight = (text: string) =>
        phone.locator(`text=${text}`).evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
      assert.ok(await inSight('Écrivez d’abord un texte.'));
      assert.equal(await phone.evaluate(() => document.activeElement?.id), 'title');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.fill('#title', 'a'.repeat(130));
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Le texte est trop long');
      await phone.fill('#title', 'Un fablab');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForTimeout(300);
      assert.ok(await inSight('Choisissez un thème.'));
    },
  ],
  [
    'C116: a comment that is being written is kept when comments close, and after a reload',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore.' });
      const phone = await openPhone(browser);
      await phone.goto(`${server.url()}/b/${server.links.code}`);
      await phone.click('button:has-text("Habitants")');
      await phone.waitForSelector('h1:has-text("Donnez votre avis")');
      await phone.goto(`${phone.url()}#proposition=exemple-p-0___________`);
      await phone.fill('#comment', 'Et le dimanche ?');
      await must(desk, { type: 'openPhase', phase: 'moderate', reason: 'Encore.' });
      await phone.waitForSelector('text=Votre texte est gardé.');
      assert.ok(await phone.isVisible('text=Et le dimanche ?'));
      assert.deepEqual(await faultsOf(phone), []);
      await phone.reload();
      await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore.' });
      await phone.waitForSelector('#comment');
      assert.equal(await phone.inputValue('#comment'), 'Et le dimanche ?');
      await phone.click('text=Envoyer mon commentaire');
      await phone.waitForSelector('text=Commentaire enregistré');
      assert.equal(await phone.inputValue('#comment'), '');
      desk.close();
    },
  ],
  [
    'C118, C122: the desk says when the room cannot vote, and stops only a timer that runs',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
      await desk.waitForSelector('text=Vote ouvert');
      assert.equal(await desk.isVisible('text=Arrêter'), false);
      const other = await facilitator(server);
      await must(other, { type: 'startTimer', seconds: 2 });
      await desk.waitForSelector('text=Arrêter');
      await desk.waitForSelector('[role=timer] >> text=Temps écoulé');
      await desk.click('text=Dans cette étape');
      await desk.click('.option:has-text("Voter")');
      await desk.waitForSelector('text=Vote en pause : la salle ne peut pas voter.');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('text=Reprendre le vote');
      await desk.waitForSelector('text=Vote ouvert');
      await desk.click('button:text-is("Relire")');
      await desk.click('text=Reprendre le vote');
      await desk.waitForSelector('text=Vote ouvert');
      other.close();
    },
  ],
  [
    'C119: a proposal published during a vote is said to be out of it, and offers no vote',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
      await desk.click('button:text-is("Publier") >> nth=0');
      await desk.waitForSelector('text=1 proposition publiée n’est pas dans ce vote.');
      await desk.waitForSelector('li.card >> text=Pas dans ce vote');
      const phone = await withPhone(browser, server);
      await phone.click('text=Voir tout');
      await phone.click('.proposal-card:has-text("Pas dans ce vote")');
      await phone.waitForSelector('.notice >> text=Pas dans ce vote');
      assert.equal(await phone.isVisible('text=Voter'), false);
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C117: an author is told on every screen of a question and a publication, until they look',
    async (browser, server) => {
      const desk = await facilitator(server);
      const phone = await withPhone(browser, server);
      await phone.click('a:has-text("Proposer une action")');
      await phone.fill('#title', 'Un fablab au Prêcheur');
      await phone.click('.option >> nth=0');
      await phone.click('button:has-text("Envoyer ma proposition")');
      await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
      await phone.click('text=Retour');
      await phone.waitForSelector('.vote-support');
      const found = desk.told.filter(
        (change) => change.type === 'proposal' && change.proposal.title === 'Un fablab au Prêcheur',
      )[0];
      const proposal = found?.type === 'proposal' ? found.proposal.id : '';
      const before = await places(phone);
      await must(desk, { type: 'returnProposal', proposal, question: 'Pour qui ?' });
      await phone.waitForSelector('text=L’équipe vous pose une question.');
      assert.equal(await places(phone), before, 'it lies over the top');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.reload();
      await phone.waitForSelector('text=L’équipe vous pose une question.');
      await phone.click('text=Voir tout');
      await phone.waitForSelector('h1:has-text("Toutes les propositions")');
      await phone.click('.notice >> text=Voir');
      await phone.waitForSelector('text=Pour qui ?');
      await phone.click('text=Retour');
      await phone.waitForSelector('.vote-support');
      assert.equal(await phone.isVisible('text=L’équipe vous pose une question.'), false);
      await must(desk, { type: 'publishProposal', proposal });
      await phone.waitForSelector('text=Votre proposition est publiée.');
      desk.close();
    },
  ],
  [
    'C120: a refusal without what it needs stays open and says so; Escape leaves it',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
      await desk.click('button:text-is("Refuser") >> nth=0');
      assert.equal(await desk.isVisible('form input:checked'), false);
      await desk.click('text=Refuser la proposition');
      await desk.waitForSelector('text=Choisissez une raison.');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('text=Voir le message de l’équipe.');
      await desk.click('text=Refuser la proposition');
      await desk.waitForSelector('text=Écrivez un mot pour l’auteur.');
      assert.equal(await desk.isVisible('text=Cela n’a pas été fait'), false);
      await desk.keyboard.press('Escape');
      await desk.waitForSelector('text=Refuser la proposition', { state: 'detached' });
      const focused = await desk.evaluate(() => document.activeElement?.textContent);
      assert.equal(focused, 'Refuser');
    },
  ],
  [
    'C121: a half-filled decision survives a reload, and is gone once it is given up',
    async (browser, server) => {
      const desk = await openWide(browser, 1366, 768);
      await desk.goto(`${server.url()}/desk/${server.links.code}#${server.links.facilitator}`);
      await desk.click('button:text-is("Décider") >> nth=0');
      await desk.getByLabel('Qui s’en occupe').fill('La CTM');
      await desk.reload();
      await desk.waitForSelector('text=Étape de la séance');
      assert.equal(await desk.getByLabel('Qui s’en occupe').inputValue(), 'La CTM');
      await desk.click('form >> text=Annuler');
      await desk.click('button:text-is("Décider") >> nth=0');
      assert.equal(await desk.getByLabel('Qui s’en occupe').inputValue(), '');
    },
  ],
  [
    'C123: with letters twice as large nothing leaves its box or is scrolled sideways',
    async (browser, server) => {
      const phone = await withPhone(browser, server);
      await phone.evaluate(() => {
        document.documentElement.style.fontSize = '36px';
      });
      for (const screen of ['#', '#proposer', '#proposition=exemple-p-0___________', '#liste']) {
        await phone.evaluate((hash) => {
          location.hash = hash;
        }, screen);
        await phone.waitForTimeout(300);
        const spilt = await phone.evaluate(() => {
          const wide = [...document.querySelectorAll('main *, header *')]
            .filter((one) => !one.closest('.unseen'))
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
          const boxes = [...document.querySelectorAll('.card, .option, .button, .notice')].filter(
            ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
          );
          return [...wide, ...boxes].map(
            ({ className, textContent }) => `${className}: ${textContent?.slice(0, 30)}`,
          );
        });
        assert.deepEqual(spilt, [], screen);
        assert.deepEqual(await faultsOf(phone), [], screen);
      }
    },
  ],
  [
    'C126: while a page waits something moves, but not for who asked for no motion',
    async (browser, server) => {
      for (const [reducedMotion, moves] of [
        ['no-preference', 'breathe'],
        ['reduce', 'none'],
      ] as const) {
        const phone = await openPhone(browser, { reducedMotion });
        await phone.route('**/api/**', () => {});
        await phone.goto(`${server.url()}/b/${server.links.code}`);
        const name = await phone.$eval('.skeleton', (one) => getComputedStyle(one).animationName);
        assert.equal(name, moves);
        await phone.waitForSelector('text=Le réseau est lent.');
      }
    },
  ],
  [
    'C125: a server that is gone is said in one wording, in the header and under the vote',
    async (browser, server) => {
      const phone = await withPhone(browser, server);
      await server.kill();
      await phone.click('text=Je suis pour');
      const cause = 'Le serveur ne répond pas';
      await phone.waitForSelector(`.status >> text=${cause}`, { timeout: 45_000 });
      await phone.waitForSelector(`.vote-status >> text=${cause}. Votre vote partira tout seul.`);
      assert.equal(await phone.isVisible('text=Pas de réseau'), false);
      await server.start();
    },
  ],
];
