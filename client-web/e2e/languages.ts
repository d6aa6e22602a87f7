import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { CommentChange, ProposalChange } from '../src/protocol/messages.ts';
import { faultsOf, openPage, openPhone } from './browser.ts';
import { lastTold, openDesk } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

const in_ = (locale: string, width = 360, height = 740) => ({
  locale,
  viewport: { width, height },
});

const languageOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.lang);

const choose = (page: Page, name: string) => page.click(`.languages button:has-text("${name}")`);

/** Whether letters twice as large stay in their boxes, at the narrowest. */
const cutAt200 = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => {
    document.documentElement.style.fontSize = '36px';
    const cut: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      cut.push(`it is ${document.documentElement.scrollWidth} wide`);
    }
    for (const one of document.querySelectorAll('button, a, h1, h2, p, label, span')) {
      if (one.closest('.skip, .unseen, details:not([open]) > :not(summary)')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      if (width === 0) continue;
      if (left < -1 || right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1) {
        if (getComputedStyle(one).display !== 'inline') {
          cut.push(`${one.tagName} ${one.textContent?.slice(0, 40)}`);
        }
      }
    }
    return cut;
  });
};

const join = async (browser: Browser, server: Server, locale: string): Promise<Page> => {
  const phone = await openPhone(browser, in_(locale));
  await phone.goto(`${server.url()}/b/${server.links.code}`);
  await phone.click('button:has-text("Habitants")');
  return phone;
};

const example = 'exemple-p-0___________';

const wordsIn = {
  fr: { tag: 'fr', vote: 'Je suis pour', recorded: 'Vote enregistré' },
  gcf: { tag: 'gcf-MQ', vote: 'Man dakò', recorded: 'Vòt ou anrijistré' },
  en: { tag: 'en', vote: 'I am for it', recorded: 'Vote saved' },
} as const;

export const languageTests: readonly Test[] = [
  ...(['fr', 'gcf', 'en'] as const).map(
    (language): Test => [
      `C145: a phone joins, votes and proposes in ${language}, by its browser's wish alone`,
      async (browser, server) => {
        const words = wordsIn[language];
        const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
        const phone = await join(browser, server, language === 'en' ? 'en-GB' : language);
        await phone.waitForSelector('.vote-support');
        assert.equal(await languageOf(phone), words.tag);
        // What people wrote keeps its own language.
        const own = await phone.getAttribute('h1 .person', 'lang');
        assert.equal(own, 'fr');
        assert.deepEqual(await faultsOf(phone), []);
        await phone.click(`text=${words.vote}`);
        await phone.waitForSelector(`text=${words.recorded}`, { timeout: 30_000 });
        assert.deepEqual(await faultsOf(phone), []);
        await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
        await phone.goto(`${phone.url().split('#')[0]}#proposer`);
        await phone.fill('#title', 'An bis nimérik');
        await phone.click('.option >> nth=0');
        await phone.click('form button[type=submit]');
        await phone.waitForSelector('text=An bis nimérik');
        assert.deepEqual(await faultsOf(phone), []);
        assert.deepEqual(await cutAt200(phone), []);
      },
    ],
  ),
  [
    'C185: who writes says in which language, and everybody is told it: screen, wall, roadmap, voice',
    async (browser, server) => {
      const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
      await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
      const english = await join(browser, server, 'en-GB');
      await english.goto(`${english.url().split('#')[0]}#proposer`);
      assert.equal(await english.inputValue('#language'), 'en', 'that of the page');
      await english.fill('#title', 'An bis nimérik');
      await english.selectOption('#language', 'gcf');
      await english.click('.option >> nth=0');
      assert.deepEqual(await faultsOf(english), []);
      await english.reload();
      assert.equal(await english.inputValue('#language'), 'gcf', 'the draft keeps it');
      await english.click('form button[type=submit]');
      const own = english.locator('.person', { hasText: 'An bis nimérik' }).first();
      await own.waitFor();
      assert.equal(await own.getAttribute('lang'), 'gcf-MQ');
      await choose(english, 'Kréyòl');
      await english.waitForSelector('html[lang=gcf-MQ]');
      assert.equal(await own.getAttribute('lang'), 'gcf-MQ', 'also where that is the page’s');

      const told = lastTold(
        desk,
        (change): change is ProposalChange =>
          change.type === 'proposal' && change.proposal.title === 'An bis nimérik',
      );
      const bis = told?.proposal;
      assert.equal(bis?.language, 'gcf');
      await desk.ask({ type: 'publishProposal', proposal: bis?.id ?? '' });
      const french = await join(browser, server, 'fr-FR');
      await french.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        speechSynthesis.speak = ({ lang }) => void heard.push(lang);
      });
      await french.goto(`${french.url().split('#')[0]}#proposition=${bis?.id}`);
      await french.waitForSelector('h1 .person[lang=gcf-MQ]');
      await french.click('.read-aloud button');
      assert.deepEqual(await french.evaluate(() => Reflect.get(window, 'heard')), ['fr-FR']);

      const wall = await openPage(browser, in_('fr-FR', 1920, 1080));
      await wall.goto(`${server.url()}/wall/${server.links.code}#${server.links.screen}`);
      await desk.ask({ type: 'show', view: 'proposal', proposal: bis?.id ?? '' });
      await wall.waitForSelector('.person[lang=gcf-MQ]:visible >> text=An bis nimérik');
      const roadmap = await openPage(browser, in_('fr-FR', 1440, 900));
      await roadmap.goto(`${server.url()}/roadmap/${server.links.code}`);
      // In a folded part: nobody has decided on it.
      const undecided = '.action .person[lang=gcf-MQ] >> text=An bis nimérik';
      await roadmap.waitForSelector(undecided, { state: 'attached' });
      assert.deepEqual(await faultsOf(roadmap), []);
    },
  ],
  [
    'C188: our words for a person are in the language of the page, and their names set apart',
    async (browser, server) => {
      const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
      await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
      const phone = await join(browser, server, 'en-GB');
      await phone.goto(`${phone.url().split('#')[0]}#proposition=${example}`);
      await phone.fill('#comment', 'Oui, et le dimanche aussi');
      await phone.click('form button[type=submit]');
      const around = (page: Page, words: string) =>
        page
          .locator(`.comment:has-text("dimanche aussi") >> text="${words}"`)
          .evaluate((one) => one.closest('[lang]')?.getAttribute('lang'));
      await phone.waitForSelector('.comment >> text=dimanche aussi');
      assert.equal(await around(phone, 'You'), 'en');
      const author = phone.locator('.person', { hasText: 'Proposed by' });
      assert.equal(await author.count(), 1, 'a sentence around a name');
      assert.equal(await author.getAttribute('lang'), null);

      const other = await join(browser, server, 'en-GB');
      await other.goto(`${other.url().split('#')[0]}#proposition=${example}`);
      await other.waitForSelector('.comment >> text=dimanche aussi');
      const told = lastTold(
        desk,
        (change): change is CommentChange =>
          change.type === 'comment' && change.comment.text.includes('dimanche aussi'),
      );
      assert.equal(await around(other, `Participant ${told?.comment.author}`), 'en');
    },
  ],
  [
    'C146: changing the language in the middle loses nothing: draft, screen, vote and what waits',
    async (browser, server) => {
      const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
      const phone = await join(browser, server, 'fr-FR');
      await phone.click('text=Je suis pour');
      await phone.waitForSelector('text=Vote enregistré', { timeout: 30_000 });
      await choose(phone, 'Kréyòl');
      await phone.waitForSelector('text=Vòt ou anrijistré');
      assert.equal(await phone.getAttribute('.vote-support', 'aria-pressed'), 'true');
      await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
      await phone.goto(`${phone.url().split('#')[0]}#proposer`);
      await phone.fill('#title', 'Un bus pour le Nord');
      const half = await phone.evaluateHandle(() => document.querySelector('#title'));
      await choose(phone, 'English');
      await phone.waitForSelector('html[lang=en]');
      assert.equal(await phone.inputValue('#title'), 'Un bus pour le Nord');
      assert.ok(await half.evaluate((field) => field?.isConnected), 'the field is the same one');
      assert.match(phone.url(), /#proposer$/);
      assert.deepEqual(await faultsOf(phone), []);
      // Chosen before, it is there without a network too, and one that was not is said not to be.
      await phone.context().setOffline(true);
      await choose(phone, 'Français');
      await phone.waitForSelector('html[lang=fr]');
      await choose(phone, 'Kréyòl');
      await phone.waitForSelector('html[lang=gcf-MQ]');
      assert.equal(await phone.inputValue('#title'), 'Un bus pour le Nord');
      await phone.context().setOffline(false);
      await phone.reload();
      await phone.waitForSelector('#title');
      assert.equal(await languageOf(phone), 'gcf-MQ', 'the choice is kept');
      assert.equal(await phone.inputValue('#title'), 'Un bus pour le Nord');
    },
  ],
  [
    'C182: what is wrong is said in the new language, at home and on the phone',
    async (browser, server) => {
      const home = await openPhone(browser, in_('fr-FR'));
      await home.goto(server.url());
      await home.fill('#code', 'oooo');
      await home.click('button:has-text("Entrer")');
      await home.waitForSelector('text=Ce code contient un signe');
      await choose(home, 'English');
      await home.waitForSelector('text=No code has this character');
      const desk = await openDesk(server.url(), server.links.code, server.links.facilitator);
      await desk.ask({ type: 'openPhase', phase: 'collect', reason: 'Encore un peu' });
      const phone = await join(browser, server, 'fr-FR');
      await phone.goto(`${phone.url().split('#')[0]}#proposer`);
      await phone.click('form button[type=submit]');
      await phone.waitForSelector('text=Écrivez d’abord un texte.');
      await choose(phone, 'English');
      await phone.waitForSelector('html[lang=en]');
      assert.equal(await phone.isVisible('text=Écrivez d’abord un texte.'), false);
      assert.ok((await phone.textContent('#title-problem'))?.trim());
      desk.close();
    },
  ],
  [
    'C146: a language that cannot be had says why, and the page stays as it is',
    async (browser, server) => {
      const phone = await join(browser, server, 'fr-FR');
      await phone.waitForSelector('.vote-support');
      await phone.context().setOffline(true);
      await choose(phone, 'English');
      await phone.waitForSelector('.languages >> text=/Pas de réseau|Le serveur ne répond pas/');
      assert.equal(await languageOf(phone), 'fr');
      await phone.context().setOffline(false);
      await choose(phone, 'English');
      await phone.waitForSelector('html[lang=en]');
    },
  ],
  [
    'C147: another language is one more small file, and French asks for none',
    async (browser, server) => {
      const count = async (locale: string) => {
        const phone = await openPhone(browser, in_(locale));
        const asked: string[] = [];
        phone.on('request', (request) => asked.push(request.url()));
        const cdp = await phone.context().newCDPSession(phone);
        await cdp.send('Network.enable');
        let bytes = 0;
        cdp.on('Network.loadingFinished', (one) => {
          bytes += one.encodedDataLength;
        });
        await phone.goto(`${server.url()}/b/${server.links.code}`);
        await phone.click('button:has-text("Habitants")');
        await phone.waitForSelector('.vote-support');
        // What keeps the page for later asks again for what has come; the browser has it.
        const files = new Set(asked.filter((url) => url.endsWith('.json')));
        return { files: files.size, bytes };
      };
      const french = await count('fr-FR');
      assert.equal(french.files, 0);
      for (const locale of ['en-GB', 'gcf']) {
        const other = await count(locale);
        assert.equal(other.files, 1, locale);
        assert.ok(other.bytes - french.bytes < 8000, `${other.bytes - french.bytes} bytes more`);
      }
    },
  ],
  [
    'C148: home, desk and roadmap speak three languages and change without a reload',
    async (browser, server) => {
      const { code, facilitator } = server.links;
      const ways = [
        ['/', 360, 740],
        [`/roadmap/${code}`, 360, 740],
        [`/desk/${code}#${facilitator}`, 1366, 768],
      ] as const;
      for (const [way, width, height] of ways) {
        const page = await openPage(browser, in_('en-US', width, height));
        await page.goto(server.url() + way);
        await page.waitForSelector('html[lang=en]');
        await page.waitForSelector('main h1');
        assert.deepEqual(await faultsOf(page), [], way);
        const english = await page.textContent('main');
        await choose(page, 'Kréyòl');
        await page.waitForSelector('html[lang=gcf-MQ]');
        assert.notEqual(await page.textContent('main'), english);
        assert.deepEqual(await faultsOf(page), [], way);
        await choose(page, 'Français');
        await page.waitForSelector('html[lang=fr]');
        await choose(page, 'Kréyòl');
        await page.waitForSelector('html[lang=gcf-MQ]');
        if (width < 400) assert.deepEqual(await cutAt200(page), [], way);
      }
    },
  ],
  [
    'C148: what is written at the desk stays while its language changes',
    async (browser, server) => {
      const { code, facilitator } = server.links;
      const page = await openPage(browser, in_('fr-FR', 1366, 768));
      await page.goto(`${server.url()}/desk/${code}#${facilitator}`);
      await page.click('button:has-text("Poser une question") >> nth=0');
      const field = page.locator('main textarea').first();
      await field.fill('Pour qui ?');
      await choose(page, 'English');
      await page.waitForSelector('html[lang=en]');
      assert.equal(await field.inputValue(), 'Pour qui ?');
    },
  ],
  [
    'C149: the wall speaks the language of its address, else its board’s, and offers no choice',
    async (browser, server) => {
      const { code, screen } = server.links;
      const wall = async (search: string, lang: string, words: string) => {
        const page = await openPage(browser, in_('en-US', 1920, 1080));
        await page.goto(`${server.url()}/wall/${code}${search}#${screen}`);
        await page.waitForSelector(`html[lang=${lang}]`);
        await page.waitForSelector(`text=${words}`);
        assert.equal(await page.locator('.languages').count(), 0);
        assert.deepEqual(await faultsOf(page), []);
      };
      await wall('', 'fr', 'Le vote est ouvert.');
      await wall('?lang=en', 'en', 'Voting is open.');
      await wall('?ecran=1&lang=gcf', 'gcf-MQ', 'Vòt-la ouvè.');
    },
  ],
];
