/** Takes a picture of every page in every state, at the sizes it is for, into build/screenshots/. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.ts';
import { startServer } from './server.ts';
import { walks } from './states.ts';
import type { Take } from './walk.ts';

const folder = join(import.meta.dirname, '../../build/screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Nobody looks at more of one page. */
const tallest = 4000;

const only = process.argv[2] ?? '';
const sheet: string[] = [];
let taken = 0;
let failed = 0;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const browser = await openBrowser();
for (const { name, sizes, fixed, through } of walks.filter((walk) => walk.name.includes(only))) {
  const server = await startServer();
  sheet.push(`<h2>${escaped(name)}</h2>`);
  const take: Take = async (page, state) => {
    const before = page.viewportSize();
    sheet.push(`<h3>${escaped(state)}</h3><p>`);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(400);
      // Whole where all of it is one text; as on the screen where something stays at its edge.
      const { whole, edged } = await page.evaluate(() => ({
        whole: document.documentElement.scrollHeight,
        edged: document.querySelector('.bar, .over, .dialog-ground') !== null,
      }));
      const tall = Math.min(tallest, Math.max(whole, height));
      const file = `${name}, ${state}, ${width}x${height}.png`;
      await page.screenshot({
        path: join(folder, file),
        ...(fixed || edged ? {} : { fullPage: true, clip: { x: 0, y: 0, width, height: tall } }),
      });
      const address = encodeURIComponent(file);
      sheet.push(`<a href="${address}"><img src="${address}" alt="${width}x${height}"></a>`);
      taken += 1;
    }
    sheet.push('</p>');
    if (before) await page.setViewportSize(before);
  };
  try {
    await through(browser, server, take);
    process.stdout.write(`${name}\n`);
  } catch (error) {
    failed += 1;
    process.stdout.write(`${name} stopped: ${String(error)}\n`);
  }
  await Promise.all(browser.contexts().map((context) => context.close()));
  await server.end().catch(() => {});
}
await browser.close();

writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html>
<meta charset="utf-8">
<title>Koudmen, every page and state</title>
<style>
  body { margin: 2rem; font-family: sans-serif; background: #ddd; }
  p { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
  img { max-width: 30rem; max-height: 30rem; border: 1px solid #888; background: #fff; }
</style>
<h1>Koudmen, every page and state</h1>
${sheet.join('\n')}
`,
);
process.stdout.write(`${taken} pictures in build/screenshots, with index.html\n`);
process.exit(failed > 0 ? 1 : 0);
