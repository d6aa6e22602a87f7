// The real server as a child process: started, killed, started again on the same port and store.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type RunningServer = {
  readonly url: string;
  readonly pid: number;
  /** Resolves when it has ended, however. */
  readonly gone: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** The server takes every KOUDMEN_ variable for a setting of its own. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('KOUDMEN_')),
);

export async function startServer(
  binary: string,
  data: string,
  port: number,
  more: readonly string[] = [],
): Promise<RunningServer> {
  const child: ChildProcess = spawn(
    binary,
    [
      'serve',
      '--data',
      data,
      '--address',
      '127.0.0.1',
      '--port',
      String(port),
      '--free-mib',
      '0',
      ...more,
    ],
    { env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // However the script ends, no server is left behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  const started = new Promise<number>((resolve, reject) => {
    if (!child.stderr) return reject(new Error('the server has no log'));
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('"fact":"started"')) resolve(Number(JSON.parse(line).port));
      else if (!line.startsWith('{"at"')) console.error(line);
    });
    gone.then((code) => reject(new Error(`the server ended with ${code} before it served`)));
  });
  const chosen = await started;
  return {
    url: `http://127.0.0.1:${chosen}`,
    pid: child.pid ?? 0,
    gone,
    kill: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}

/** What an operator's command prints. */
export function operate(binary: string, command: string, data: string, board: string): string {
  return execFileSync(binary, [command, '--data', data, '--board', board], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** The whole of a board as the operator has it, also while it is served. */
export function exported(binary: string, data: string, board: string): Buffer {
  return execFileSync(binary, ['export', '--data', data, '--board', board], { maxBuffer: 1 << 28 });
}
