/** Draws the icons that installers ask for from public/icon.svg, into public/. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';

const folder = join(import.meta.dirname, '../public');

/** `full` fills its square to the edges: the system cuts the shape it likes. */
export const icons = [
  { name: 'icon-192', size: 192, full: false },
  { name: 'icon-512', size: 512, full: false },
  { name: 'icon-full-180', size: 180, full: true },
  { name: 'icon-full-512', size: 512, full: true },
] as const;

export const pathOf = ({ name }: { readonly name: string }): string => join(folder, `${name}.png`);

export const draw = async (
  browser: Browser,
  { size, full }: (typeof icons)[number],
): Promise<Buffer> => {
  const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style>${full ? drawing.replace('rx="8"', '') : drawing}`,
  );
  const drawn = await page.screenshot({ omitBackground: true });
  await page.close();
  return drawn;
};

if (import.meta.main) {
  const browser = await openBrowser();
  for (const icon of icons) writeFileSync(pathOf(icon), await draw(browser, icon));
  await browser.close();
}
