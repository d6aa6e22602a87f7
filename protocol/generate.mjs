// Writes what the schema says as C++ and TypeScript. Plain Node, no dependency.
//
//   node protocol/generate.mjs           writes the generated files
//   node protocol/generate.mjs --check   writes nothing; names each stale file and exits 1
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cppEvery, cppHeader } from './generator/cpp_header.mjs';
import { cppSource } from './generator/cpp_source.mjs';
import { markdownTable, replaceBetweenMarkers } from './generator/markdown.mjs';
import { readModel } from './generator/schema.mjs';
import { typescript, typescriptLimits } from './generator/typescript.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

function main(check) {
  const model = readModel(JSON.parse(read('protocol/koudmen.schema.json')));
  const readme = 'protocol/README.md';
  const files = {
    'protocol/generated/protocol/messages.hpp': cppHeader(model),
    'protocol/generated/protocol/every_message.hpp': cppEvery(model),
    'protocol/generated/protocol/messages.cpp': cppSource(model),
    'client-web/src/protocol/limits.ts': typescriptLimits(model),
    'client-web/src/protocol/messages.ts': typescript(model),
    [readme]: replaceBetweenMarkers(read(readme), markdownTable(model)),
  };
  const stale = Object.keys(files).filter((path) => read(path) !== files[path]);
  for (const path of stale) {
    if (check) {
      console.error(`${path} is stale: run "node protocol/generate.mjs".`);
      continue;
    }
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files[path]);
    console.log(`wrote ${path}`);
  }
  return check && stale.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--check'));
