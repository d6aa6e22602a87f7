import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig } from 'vitest/config';

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
  plugins: [addresses, precompress],
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
