import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|schema-check/.test(name),
);

test('C17: no source asks for what plain HTTP forbids or a browser of 2018 has not', () => {
  expect(sources.length).toBeGreaterThan(30);
  const missing =
    /globalThis|randomUUID|crypto\.subtle|navigator\.(clipboard|locks|serviceWorker|wakeLock)|\.flatMap\(|\.at\(|fromEntries|replaceAll|AbortController|structuredClone|allSettled|innerHTML/;
  for (const name of sources) {
    expect(readFileSync(join(root, name), 'utf8'), name).not.toMatch(missing);
  }
});
