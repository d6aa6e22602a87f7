import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { facts, languages } from './src/ui/languages.ts';

const root = import.meta.dirname;

const compressed = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

/** Writes the .br and .gz that the server sends as they are. */
const precompress = {
  name: 'precompress',
  apply: 'build' as const,
  closeBundle() {
    const folder = resolve(root, 'dist');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!compressed.has(extname(name))) continue;
      const file = join(folder, name);
      const bytes = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

type Catalogue = { readonly [section: string]: { readonly [key: string]: unknown } };

const readCatalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(root, 'locales', `${language}.json`), 'utf8'));

/** Makes of an import of words:LANGUAGE/SECTION,SECTION a small file beside the page, and its address. */
const words = (): Plugin => {
  let building = false;
  return {
    name: 'words',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : undefined),
    load(id) {
      const [, language, list] = /^\0words:(\w+)\/([\w,]+)$/.exec(id) ?? [];
      if (!language || !list) return undefined;
      const catalogue = readCatalogue(language);
      const sections = list.split(',');
      const source = JSON.stringify(
        Object.fromEntries(sections.map((one) => [one, catalogue[one]])),
      );
      if (!building) {
        const address = `data:application/json,${encodeURIComponent(source)}`;
        return `export default ${JSON.stringify(address)}`;
      }
      const name = `${sections[sections.length - 1]}-${language}.json`;
      const reference = this.emitFile({ type: 'asset', name, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`;
    },
  };
};

/** Says in all languages what is to be read before a page can speak: {{loading}}, {{needsScript}}. */
const firstWords = {
  name: 'first-words',
  transformIndexHtml: (html: string) =>
    html.replace(/\{\{(\w+)(?::(\w+))?\}\}/g, (_, key: string, only?: string) => {
      const said = (language: string) => String(readCatalogue(language).page?.[key]);
      if (only) return said(only);
      return languages
        .map((one) => `<span lang="${facts[one].tag}">${said(one)}</span>`)
        .join(' <br />');
    }),
};

/** In development the server's own addresses lead to the pages, as they do in the binary. */
const addresses = {
  name: 'addresses',
  configureServer(server: {
    middlewares: {
      use: (handle: (request: { url?: string }, _: unknown, next: () => void) => void) => void;
    };
  }) {
    const files = {
      b: 'phone',
      desk: 'desk',
      wall: 'wall',
      roadmap: 'roadmap',
      badges: 'badges',
      help: 'help',
      paper: 'paper',
      institution: 'institution',
    };
    server.middlewares.use((request, _, next) => {
      const found = /^\/(b|desk|wall|roadmap|badges|help|paper|institution)\/[^/.]+$/.exec(
        request.url ?? '',
      );
      if (request.url === '/accessibility') request.url = '/accessibility.html';
      if (found) request.url = `/${files[found[1] as keyof typeof files]}.html`;
      next();
    });
  },
};

export default defineConfig({
  root,
  base: '/',
  plugins: [addresses, words(), firstWords, precompress],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '^/form|^/(b|roadmap)/[^/]+/(form|plain)': 'http://127.0.0.1:8080',
      '/ws': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
  build: {
    // Phones of 2018 and younger, as design asks.
    target: ['chrome64', 'safari12', 'firefox67'],
    modulePreload: { polyfill: false },
    // The Content-Security-Policy allows nothing inline.
    assetsInlineLimit: 0,
    assetsDir: 'assets',
  },
  // The tests run beside the compiler: a time that a rested machine needs a tenth of.
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], testTimeout: 60_000 },
});
