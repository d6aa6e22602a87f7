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
const withoutSettings = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('KOUDMEN_')),
);

export type Around = {
  /** Variables beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Hears each line of the log; without it, what is no fact is printed. */
  readonly hear?: (line: string) => void;
};

/** A server that may not have begun to serve, and perhaps never does. */
export type LaunchedServer = {
  /** Where it serves; rejects if it ends before. */
  readonly serving: Promise<string>;
  readonly pid: number;
  readonly gone: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
};

// However the script ends, no server is left behind.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function launchServer(
  binary: string,
  data: string,
  port: number,
  more: readonly string[] = [],
  { environment = {}, hear }: Around = {},
): LaunchedServer {
  const where = ['--data', data, '--address', '127.0.0.1', '--port', String(port)];
  const child = spawn(binary, ['serve', ...where, '--free-mib', '0', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...withoutSettings, ...environment },
  });
  running.add(child);
  const gone = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const serving = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('"fact":"started"'))
        resolve(`http://127.0.0.1:${Number(JSON.parse(line).port)}`);
      if (hear) hear(line);
      else if (!line.startsWith('{"at"')) console.error(line);
    });
    gone.then((code) => reject(new Error(`the server ended with ${code} before it served`)));
  });
  serving.catch(() => {});
  return {
    serving,
    pid: child.pid ?? 0,
    gone,
    kill: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}

export async function startServer(
  binary: string,
  data: string,
  port: number,
  more: readonly string[] = [],
  around: Around = {},
): Promise<RunningServer> {
  const { serving, pid, gone, kill } = launchServer(binary, data, port, more, around);
  return { url: await serving, pid, gone, kill };
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
