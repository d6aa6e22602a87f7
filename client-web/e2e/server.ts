/** The real server on a store of its own, with the example board; killed and started again at will. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Links = {
  readonly code: string;
  readonly facilitator: string;
  readonly moderator: string;
  readonly screen: string;
};

export type Server = {
  readonly url: () => string;
  readonly links: Links;
  /** As a power cut would: nothing is said and nothing is tidied up. */
  readonly kill: () => Promise<void>;
  /** Again, on the same store and port. */
  readonly start: () => Promise<void>;
  /** Ends it and removes the store. */
  readonly end: () => Promise<void>;
};

const binary = process.env.KOUDMEN_BINARY;

/** The server takes every KOUDMEN_ variable for a setting of its own. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('KOUDMEN_')),
);

const startedPort = (child: ChildProcess): Promise<number> =>
  new Promise((found, failed) => {
    const { stderr } = child;
    if (!stderr) return failed(new Error('the server has no log'));
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    createInterface({ input: stderr }).on('line', (line) => {
      if (!line.startsWith('{')) process.stderr.write(`${line}\n`);
      if (line.includes('"fact":"started"')) found(Number(JSON.parse(line).port));
    });
  });

export const startServer = async (): Promise<Server> => {
  if (!binary) throw new Error('KOUDMEN_BINARY must name the server that is to be tested');
  const data = mkdtempSync(join(tmpdir(), 'koudmen-e2e-'));
  let child: ChildProcess;
  let port = 0;
  const start = async () => {
    const where = ['--data', data, '--address', '127.0.0.1', '--port', String(port)];
    child = spawn(binary, ['serve', ...where, '--example', '--free-mib', '0'], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    port = await startedPort(child);
  };
  const stop = async (signal: NodeJS.Signals) => {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start();
  const links = JSON.parse(readFileSync(join(data, 'example-links.json'), 'utf8')) as Links;
  return {
    url: () => `http://127.0.0.1:${port}`,
    links,
    kill: () => stop('SIGKILL'),
    start,
    end: async () => {
      await stop('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
};
