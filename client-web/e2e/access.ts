/** Without a pointer and without eyes: keys alone, and what Chromium tells a screen reader. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { facilitator, must } from './boards.ts';
import { faultsOf, openPage, openPhone } from './browser.ts';
import { type Desk, lastTold } from './desk.ts';
import type { Test } from './run.ts';
import type { Server } from './server.ts';

/** One thing of the accessibility tree. */
type Node = {
  readonly role: string;
  readonly name: string;
  readonly states: Readonly<Record<string, unknown>>;
};

/** The tree as Chromium gives it to a screen reader, without what it ignores. */
const treeOf = async (page: Page): Promise<readonly Node[]> => {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      states: Object.fromEntries((properties ?? []).map((one) => [one.name, one.value.value])),
    }));
};

/** What has the focus, as it would be read out. */
const focused = async (page: Page): Promise<Node> => {
  const all = (await treeOf(page)).filter(({ role, states }) => {
    return states.focused === true && role !== 'RootWebArea';
  });
  assert.equal(all.length, 1, 'one thing has the focus');
  return all[0] as Node;
};

/** Tab until this is reached, as somebody would who cannot see where it is. */
const tabTo = async (page: Page, role: string, name: string): Promise<Node> => {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const all = (await treeOf(page)).filter(({ states }) => states.focused === true);
    const found = all.find((one) => one.role === role && one.name.includes(name));
    if (found) {
      assert.ok(await isSeen(page), `the focus shows on ${name}`);
      return found;
    }
    passed.push(all.map((one) => `${one.role} ${one.name}`).join(', '));
  }
  return assert.fail(`Tab does not reach ${role} "${name}"; it passes ${passed.join(' | ')}`);
};

/** Whether what has the focus is on the screen, has an outline, and nothing lies over it. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one) return false;
    // A radio button itself may be hidden; its label stands for it.
    const shown = (one as HTMLInputElement).labels?.[0] ?? one;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const around = [one, shown, ...(shown.parentElement ? [shown.parentElement] : [])];
    const outlined = around.some((at) => getComputedStyle(at).outlineStyle !== 'none');
    return outlined && hit !== null && (shown.contains(hit) || hit.contains(shown));
  });

/** What has the focus as soon as it is this: a page moves it after it has painted. */
const focusOn = async (page: Page, is: (node: Node) => boolean): Promise<Node> => {
  let node = await focused(page);
  for (let tries = 0; tries < 50 && !is(node); tries += 1) {
    await page.waitForTimeout(100);
    node = await focused(page);
  }
  assert.ok(is(node), `the focus is on ${JSON.stringify(node)}`);
  return node;
};

const isHeading = ({ role }: Node): boolean => role === 'heading';

/** The desk is told beside the phone, not before it. */
const hears = async (page: Page, holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 50 && !holds(); tries += 1) await page.waitForTimeout(100);
  assert.ok(holds(), 'the desk hears of it');
};

/** What is announced in this way, whole. */
const announced = async (page: Page, live: string, text: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const said = await page.evaluate(
      (way) =>
        [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
          .filter((one) => {
            const role = one.getAttribute('role') === 'alert' ? 'assertive' : 'polite';
            return (one.getAttribute('aria-live') ?? role) === way;
          })
          .map((one) => one.textContent)
          .join(' | '),
      live,
    );
    if (said.includes(text)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`never announced (${live}): ${text}`);
};

const comeIn = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.waitForSelector('button:has-text("Habitants")');
  await tabTo(phone, 'button', 'Habitants');
  await phone.keyboard.press('Enter');
  await phone.waitForSelector('.screen h1');
  return phone;
};

const proposed = (desk: Desk, title: string): boolean =>
  desk.told.some((change) => change.type === 'proposal' && change.proposal.title === title);

export const accessTests: readonly Test[] = [
  [
    'C171: a vote by keyboard alone is given, announced, taken back and left',
    async (browser, server) => {
      const desk = await facilitator(server);
      const voters = () => lastTold(desk, (change) => change.type === 'turnout')?.voters ?? 0;
      const before = voters();
      const phone = await comeIn(browser, server);
      await phone.waitForSelector('.vote-support[aria-disabled=false]');
      const button = await tabTo(phone, 'button', 'Je suis pour');
      assert.equal(String(button.states.pressed), 'false');
      await phone.keyboard.press('Space');
      await announced(phone, 'polite', 'Vote enregistré');
      const isPressed = ({ states }: Node) => String(states.pressed) === 'true';
      const pressed = await focusOn(phone, isPressed);
      assert.equal(pressed.name, 'Je suis pour', 'the focus stays');
      await hears(phone, () => voters() === before + 1);

      await tabTo(phone, 'button', 'Annuler');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector('.vote-support[aria-pressed=false]');
      await focusOn(phone, ({ name }) => name.startsWith('Je suis pour'));
      await phone.keyboard.press('Enter');
      await announced(phone, 'polite', 'Vote enregistré');
      const first = (await phone.textContent('h1')) ?? '';
      await tabTo(phone, 'button', 'Suivant');
      await phone.keyboard.press('Enter');
      await phone.waitForFunction(
        (last) => document.querySelector('h1')?.textContent !== last,
        first,
      );
      const heading = await focusOn(phone, isHeading);
      assert.equal(heading.name, (await phone.textContent('h1'))?.trim());
      desk.close();
    },
  ],
  [
    'C171: a proposal by keyboard alone: what is missing is said at its field, and it is sent',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'collect', reason: 'Encore' });
      const phone = await comeIn(browser, server);
      await tabTo(phone, 'link', 'Proposer une action');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector('#title');
      await focusOn(phone, isHeading);
      await tabTo(phone, 'button', 'Envoyer ma proposition');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector('text=Écrivez d’abord un texte.');
      // The first wrong field.
      const field = await focusOn(phone, ({ role }) => role === 'textbox');
      assert.equal(String(field.states.invalid), 'true');
      const title = 'Une salle calme à la bibliothèque';
      await phone.keyboard.type(title);
      const radio = await tabTo(phone, 'radio', '');
      assert.ok(radio.name.length > 0, 'it has a name');
      await phone.keyboard.press('ArrowDown');
      await phone.keyboard.press('Space');
      await focusOn(phone, ({ states }) => String(states.checked) === 'true');
      await tabTo(phone, 'button', 'Envoyer ma proposition');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector('text=Reçue. L’équipe va la lire.');
      await focusOn(phone, isHeading);
      await hears(phone, () => proposed(desk, title));
      desk.close();
    },
  ],
  [
    'C171: a comment by keyboard alone is sent and announced',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore' });
      const phone = await comeIn(browser, server);
      await tabTo(phone, 'link', 'Un exercice de cyberattaque');
      await phone.keyboard.press('Enter');
      await phone.waitForSelector('#comment');
      await focusOn(phone, isHeading);
      await tabTo(phone, 'radio', '');
      await phone.keyboard.press('ArrowRight');
      await focusOn(phone, ({ states }) => String(states.checked) === 'true');
      await tabTo(phone, 'textbox', '');
      await phone.keyboard.type('Oui, et avec les écoles.');
      await tabTo(phone, 'button', 'Envoyer mon commentaire');
      await phone.keyboard.press('Enter');
      await announced(phone, 'polite', 'Commentaire enregistré');
      await phone.waitForSelector('li:has-text("Oui, et avec les écoles.")');
      await focusOn(phone, ({ role }) => role === 'button');
      desk.close();
    },
  ],
  [
    'C171: every control has a role and a name, and what is urgent is announced as such',
    async (browser, server) => {
      const desk = await facilitator(server);
      await must(desk, { type: 'openPhase', phase: 'discuss', reason: 'Encore' });
      const phone = await comeIn(browser, server);
      const controls = [
        'button',
        'link',
        'radio',
        'checkbox',
        'textbox',
        'combobox',
        'progressbar',
      ];
      const here = `${server.url()}/b/${server.links.code}`;
      for (const screen of [
        '',
        '#liste',
        '#proposer',
        '#prenom',
        '#proposition=exemple-p-0___________',
      ]) {
        await phone.goto(`${here}${screen}`);
        await phone.waitForSelector('.screen h1');
        const tree = await treeOf(phone);
        const nameless = tree.filter(({ role, name }) => controls.includes(role) && name === '');
        assert.deepEqual(nameless, [], screen);
        assert.equal(tree.filter(({ role }) => role === 'main').length, 1, screen);
      }
      await phone.fill('#comment', 'Trop tard ?');
      await phone.context().setOffline(true);
      await phone.click('text=Envoyer mon commentaire');
      await must(desk, { type: 'openPhase', phase: 'moderate' });
      await phone.context().setOffline(false);
      await announced(phone, 'assertive', 'Ce n’est pas possible pour le moment.');
      desk.close();
    },
  ],
  [
    'C170: home, a phone’s door and the roadmap lead to a statement that passes the probes',
    async (browser, server) => {
      const { url, links } = server;
      for (const address of ['/', `/b/${links.code}`, `/roadmap/${links.code}`]) {
        const page = await openPhone(browser, { viewport: { width: 320, height: 640 } });
        await page.goto(`${url()}${address}`);
        await page.click('footer a:has-text("Accessibilité")');
        await page.waitForSelector('h1:has-text("Déclaration d’accessibilité")');
        assert.match((await page.textContent('main')) ?? '', /non conforme au RGAA/);
        await page.context().close();
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser, {
          viewport: { width: 320, height: 640 },
          colorScheme,
        });
        await page.goto(`${url()}/accessibility`);
        await page.waitForSelector('h1');
        assert.deepEqual(await faultsOf(page), [], colorScheme);
      }
    },
  ],
];
