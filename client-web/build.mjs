/**
 * Builds each page by itself: one script and one style sheet for each, nothing shared. A phone then
 * asks for two files and not five, and they compress better whole.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const pages = [
  'index',
  'phone',
  'desk',
  'wall',
  'roadmap',
  'badges',
  'help',
  'paper',
  'institution',
  'accessibility',
];
const files = pages.map((page) => join(root, `${page}.html`)).filter(existsSync);

for (const [index, file] of files.entries()) {
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { emptyOutDir: index === 0, rollupOptions: { input: file } },
  });
}

/** The style of the pages that the server writes itself, under a name that it knows. */
await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: {
    emptyOutDir: false,
    rollupOptions: {
      input: join(root, 'src/ui/form/form.css'),
      output: { assetFileNames: 'form.css' },
    },
  },
});
