/** The desk, the wall and a phone of the example board, as tests of several pages need them. */
import type { Browser, Page } from 'playwright-core';
import { openPhone, openWide } from './browser.ts';
import type { Server } from './server.ts';

export const atDesk = async (
  browser: Browser,
  { url, links }: Server,
  width = 1440,
  height = 900,
): Promise<Page> => {
  const desk = await openWide(browser, width, height);
  await desk.goto(`${url()}/desk/${links.code}#${links.facilitator}`);
  await desk.waitForSelector('text=Étape de la séance');
  return desk;
};

export const atWall = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const wall = await openWide(browser, 1920, 1080);
  await wall.goto(`${url()}/wall/${links.code}#${links.screen}`);
  await wall.waitForSelector('.wall-band');
  return wall;
};

export const withPhone = async (browser: Browser, { url, links }: Server): Promise<Page> => {
  const phone = await openPhone(browser);
  await phone.goto(`${url()}/b/${links.code}`);
  await phone.click('button:has-text("Habitants")');
  await phone.waitForSelector('.vote-support');
  return phone;
};
