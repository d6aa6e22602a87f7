// Reads what an archive holds, by the formats and not by the code that wrote them.

import { createHash } from 'node:crypto';

/** The files of a ZIP whose entries are stored, by its central directory (APPNOTE 4.3.12). */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('this is not a ZIP archive');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('the directory is broken');
    if (bytes.readUInt16LE(at + 10) !== 0) throw new Error('a file is compressed');
    const size = bytes.readUInt32LE(at + 24);
    const nameSize = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (files.has(name)) throw new Error(`${name} is there twice`);
    files.set(name, bytes.subarray(start, start + size));
    at += 46 + nameSize + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** What the manifest tells that is not so. */
export function manifestProblems(files: ReadonlyMap<string, Buffer>): readonly string[] {
  const problems: string[] = [];
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? 'null') as {
    files: { name: string; bytes: number; sha256: string }[];
  } | null;
  if (!manifest) return ['there is no manifest'];
  const told = new Set(manifest.files.map(({ name }) => name));
  for (const name of files.keys()) {
    if (name !== 'manifest.json' && !told.has(name)) problems.push(`the manifest does not tell of ${name}`);
  }
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = files.get(name);
    if (!found) problems.push(`${name} is missing`);
    else if (found.length !== bytes || createHash('sha256').update(found).digest('hex') !== sha256) {
      problems.push(`${name} is not what the manifest tells`);
    }
  }
  return problems;
}
