import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPhone, openWide } from './browser.ts';
import { join as joinWithout } from './crowd.ts';
import { openDesk } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const atDesk = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const desk = await openWide(browser, 1440, 900);
  await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
  await desk.waitForSelector('text=Étape de la séance');
  return desk;
};

const withPhone = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  await phone.waitForSelector('.vote');
  return phone;
};

/** Closes the vote that is open and opens one of this method. */
const openVote = async (
  desk: Page,
  method: string,
  fill: (desk: Page) => Promise<void> = async () => {},
): Promise<void> => {
  await desk.click('button:has-text("Fermer le vote")');
  await desk.click('text=Préparer un autre vote');
  await desk.fill('#question', method);
  await desk.click(`.option:has-text("${method}")`);
  await fill(desk);
  assert.deepEqual(await faultsOf(desk), [], method);
  await desk.click('button:has-text("Ouvrir le vote sur")');
  await desk.waitForSelector('text=Vote ouvert');
};

export const voteTests: readonly Test[] = [
  [
    'C190: comments lead back to the place in the vote, and what is taken out of it says so',
    async (browser, server) => {
      const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
      const phone = await withPhone(browser, server);
      await phone.click('button:has-text("Passer")');
      await phone.waitForSelector('text=/Proposition 2 sur/');
      await phone.click('button:has-text("Passer")');
      await phone.waitForSelector('text=/Proposition 3 sur/');
      const title = (await phone.textContent('h1')) ?? '';
      await phone.click('a[href^="#proposition="]');
      await phone.waitForSelector('a:has-text("Retour")');
      const id = new URL(phone.url()).hash.split('=')[1] ?? '';
      await phone.click('a:has-text("Retour")');
      await phone.waitForSelector('text=/Proposition 3 sur/');
      assert.equal(await phone.textContent('h1'), title);
      await phone.click('a[href^="#proposition="]');
      await phone.waitForSelector('a:has-text("Retour")');
      await phone.goBack();
      await phone.waitForSelector('text=/Proposition 3 sur/');
      assert.equal(await desk.ask({ type: 'requeueProposal', proposal: id }), undefined);
      await phone.waitForSelector('h1:has-text("n’est plus au vote")');
      assert.equal(await phone.locator('.vote').count(), 0, 'no answer to tap by mistake');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('button:has-text("Suivant")');
      await phone.waitForSelector('.vote-support');
      desk.close();
    },
  ],
  [
    'C193: what the room is voting on is put back in the queue only by a second, different press',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      const count = await phone.textContent('text=/Proposition 1 sur/');
      await desk.locator('button:has-text("Remettre à lire")').first().click();
      await desk.waitForSelector('text=Elle est dans le vote ouvert');
      assert.equal(await phone.textContent('text=/Proposition 1 sur/'), count);
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('.notice button:has-text("Remettre à lire")');
      const less = `sur ${Number(/sur (\d+)/.exec(count ?? '')?.[1]) - 1}`;
      await phone.waitForFunction(
        (told) =>
          /n’est plus au vote/.test(document.body.textContent ?? '') ||
          (document.body.textContent ?? '').includes(told),
        less,
      );
    },
  ],
  [
    'C191: on a low screen every answer of the vote is in sight',
    async (browser, server) => {
      const phone = await withPhone(browser, server);
      await phone.setViewportSize({ width: 360, height: 616 });
      const count = Number(
        /sur (\d+)/.exec((await phone.textContent('.progress-line')) ?? '')?.[1],
      );
      for (let at = 1; at <= count; at += 1) {
        await phone.waitForSelector(`text=Proposition ${at} sur`);
        await phone.waitForFunction(() =>
          [...document.querySelectorAll('.vote')].every((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return bottom <= innerHeight && (at === button || button.contains(at));
          }),
        );
        if (at < count) await phone.click('button:has-text("Passer")');
      }
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C61: an approval with a maximum is opened at the desk, and marks are taken up and laid again',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      await openVote(desk, 'Choisir', (page) => page.fill('#maximum', '1'));
      await phone.waitForSelector('text=Vous pouvez encore choisir 1 proposition.');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('button:has-text("Je la choisis")');
      await phone.waitForSelector('text=Vote enregistré');
      await phone.click('button:has-text("Suivant")');
      await phone.waitForSelector('text=Vous avez fait tous vos choix.');
      assert.equal(await phone.isDisabled('button:has-text("Je la choisis")'), true);
      await phone.click('button:has-text("Précédent")');
      await phone.click('button[aria-pressed="true"]:has-text("Je la choisis")');
      await phone.click('button:has-text("Passer")');
      await phone.click('button[aria-pressed="false"]:has-text("Je la choisis")');
      await phone.waitForSelector('text=Vote enregistré');
      await desk.waitForSelector('text=1 personne a voté.');
      await desk.click('button:has-text("Fermer le vote")');
      await phone.waitForSelector('text=choisie par 1 personne (100');
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C61: dots are laid one by one within the budget and the cap',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      await openVote(desk, 'Des points', async (page) => {
        await page.fill('#budget', '4');
        await page.fill('#cap', '3');
        await page.locator('#cap').blur();
      });
      await phone.waitForSelector('text=Il vous reste 4 points sur 4.');
      assert.deepEqual(await faultsOf(phone), []);
      for (let dots = 1; dots <= 3; dots += 1) await phone.click('button:has-text("Ajouter")');
      await phone.waitForSelector('text=On met 3 points au plus par proposition.');
      assert.equal(await phone.isDisabled('button:has-text("Ajouter")'), true);
      await phone.click('button:has-text("Enlever")');
      await phone.waitForSelector('text=Il vous reste 2 points sur 4.');
      await phone.waitForSelector('text=Vote enregistré');
      await desk.waitForSelector('text=1 personne a voté.');
      await desk.click('button:has-text("Fermer le vote")');
      await phone.waitForSelector('text=donnés par 1 personne');
      await desk.waitForSelector('text=2 points');
    },
  ],
  [
    'C61: a grade is one tap of six, and the grade in the middle is told',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      await openVote(desk, 'Des mentions', (page) => page.fill('#judgments', '1'));
      await phone.waitForSelector('button:has-text("À rejeter")');
      assert.deepEqual(await faultsOf(phone), []);
      await phone.click('button:has-text("Assez bien")');
      await phone.waitForSelector('text=Vote enregistré');
      await desk.waitForSelector('text=1 personne a voté.');
      await desk.click('button:has-text("Fermer le vote")');
      await phone.waitForSelector('text=Assez bien');
      await phone.waitForSelector('text=1 avis');
      assert.deepEqual(await faultsOf(phone), []);
    },
  ],
  [
    'C186: counts that may be others by now say of when they are, and move nothing',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'closeBallot', ballot: 'exemple-b-1___________' });
      const ballot = 'b4LL0tAAAAAAAAAAAAAAAA';
      await must(desk, {
        type: 'openBallot',
        ballot,
        question: 'Quelles actions ?',
        method: 'opinion',
        results: 'live',
      });
      const phone = await withPhone(browser, server);
      await phone.click('.vote-support');
      await phone.waitForSelector('text=Vote enregistré');
      await phone.waitForSelector('.tally-words >> text=1');
      const below = () => phone.$eval('.link-line', (one) => one.getBoundingClientRect().top);
      const before = await below();
      assert.equal(await phone.textContent('.counts-of'), '', 'they are of now');
      await phone.waitForSelector('.counts-of >> text=/^Comptes de \\d\\d:\\d\\d$/', {
        timeout: 30_000,
      });
      assert.equal(await below(), before);
      assert.deepEqual(await faultsOf(phone), []);

      const other = await joinWithout(server);
      for (const change of desk.told) {
        if (change.type !== 'ballot' || change.ballot.id !== ballot) continue;
        for (const proposal of change.ballot.proposals)
          await other.vote(ballot, proposal, 'support');
      }
      await phone.waitForFunction(() => document.querySelector('.counts-of')?.textContent === '');
      await phone.waitForSelector('.tally-words >> text=2');
      assert.equal(await below(), before);
      other.close();
      desk.close();
    },
  ],
  [
    'C64: of a second vote the order is shown before the numbers, and with them what moved',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      const phone = await withPhone(browser, server);
      const wall = await openWide(browser, 1920, 1080);
      await wall.goto(`${server.url()}/wall/${server.links.code}#${server.links.screen}`);
      await openVote(desk, 'Choisir', (page) => page.click('text=Quand je le décide'));
      await desk.click('button:has-text("Résultats du vote")');
      await phone.click('button:has-text("Je la choisis")');
      await phone.waitForSelector('text=Vote enregistré');
      const chosen = ((await phone.textContent('h1')) ?? '').trim();
      await desk.click('button:has-text("Fermer le vote")');
      await desk.click('button:has-text("Montrer d’abord l’ordre")');
      await desk.waitForSelector('text=La salle voit l’ordre, sans les chiffres.');
      await phone.waitForSelector('text=Voici l’ordre.');
      await wall.waitForSelector('text=Voici l’ordre.');
      for (const page of [phone, wall]) {
        assert.equal(await page.isVisible('.tally-bar'), false);
        assert.match((await page.textContent('ol > li')) ?? '', /^1re/);
        assert.ok((await page.textContent('ol > li'))?.includes(chosen));
        assert.deepEqual(await faultsOf(page), []);
      }
      await desk.click('button:has-text("Montrer les résultats")');
      await wall.waitForSelector('.tally-bar');

      await desk.click('button:has-text("Refaire voter")');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('button:has-text("Ouvrir le vote sur")');
      await phone.waitForSelector('text=Vote n° 2 sur les mêmes propositions.');
      // In another order than the first time; another one is chosen.
      if (((await phone.textContent('h1')) ?? '').trim() === chosen) {
        await phone.click('button:has-text("Passer")');
      }
      await phone.click('button:has-text("Je la choisis")');
      await phone.waitForSelector('text=Vote enregistré');
      await desk.waitForSelector('text=1 personne a voté.');
      await desk.click('button:has-text("Fermer le vote")');
      await desk.click('button:has-text("Montrer les résultats")');
      await phone.waitForSelector('text=monte, elle était');
      await desk.click('button:has-text("Résultats du vote")');
      await wall.waitForSelector('text=monte, elle était');
      // Places that were drawn did not move by anybody's will.
      await wall.waitForSelector('text=égalité, place tirée au sort');
      assert.equal(await wall.isVisible('text=descend, elle était'), false);
      assert.deepEqual(await faultsOf(wall), []);
    },
  ],
  [
    'C65: a vote is opened again only with a reason, which the desk and the roadmap keep',
    async (browser, server) => {
      const desk = await atDesk(browser, server);
      await desk.click('button:has-text("Fermer le vote")');
      await desk.click('button:has-text("Rouvrir ce vote")');
      assert.equal(await desk.isDisabled('form button:has-text("Rouvrir ce vote")'), true);
      await desk.fill('#ballot-reason', 'Panne de réseau');
      assert.deepEqual(await faultsOf(desk), []);
      await desk.click('form button:has-text("Rouvrir ce vote")');
      await desk.waitForSelector('text=Vote ouvert');
      await desk.waitForSelector('text=Panne de réseau');
      const page = await openPhone(browser);
      await page.goto(`${server.url()}/roadmap/${server.links.code}`);
      await page.waitForSelector('text=a été rouvert\u00a0: Panne de réseau');
      assert.deepEqual(await faultsOf(page), []);
    },
  ],
];
