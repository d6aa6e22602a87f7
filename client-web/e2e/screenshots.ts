/** Takes the screenshots that the README shows, of the example board, into docs/. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, openPhone, openWide } from './browser.ts';
import { openDesk } from './desk.ts';
import { startServer } from './server.ts';

const folder = join(import.meta.dirname, '../../docs');
mkdirSync(folder, { recursive: true });

const server = await startServer();
const browser = await openBrowser();
const { code, facilitator, screen } = server.links;

const take = async (page: Page, name: string) => {
  // What comes over the socket has come, and the last paint is done.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/${name}.png\n`);
};

const phone = await openPhone(browser);
await phone.goto(`${server.url()}/b/${code}`);
await phone.click('button:has-text("Habitants")');
await phone.click('text=Je suis pour');
await phone.waitForSelector('text=Vote enregistré');
await take(phone, 'phone');

const desk = await openWide(browser, 1440, 900);
await desk.goto(`${server.url()}/desk/${code}#${facilitator}`);
await take(desk, 'desk');

const shows = await openDesk(server.url(), code, facilitator);
await shows.ask({ type: 'show', view: 'proposals' });
const wall = await openWide(browser, 1920, 1080);
await wall.goto(`${server.url()}/wall/${code}#${screen}`);
await take(wall, 'wall');

const roadmap = await openWide(browser, 1024, 768);
await roadmap.goto(`${server.url()}/roadmap/${code}`);
await take(roadmap, 'roadmap');

shows.close();
await browser.close();
await server.end();
