// The real server with every word it writes to either of its outputs, perhaps as another user.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The server takes every KOUDMEN_ variable for a setting of its own. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('KOUDMEN_')),
);

/** The server, and every word that it writes to either output. */
export const serveHeard = async (
  binary: string,
  data: string,
  more: readonly string[],
  as?: number,
) => {
  const where = ['--data', data, '--address', '127.0.0.1', '--port', '0', '--free-mib', '0'];
  const child = spawn(binary, ['serve', ...where, ...more], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as === undefined ? {} : { uid: as, gid: as }),
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const said: string[] = [];
  const gone = once(child, 'exit');
  const port = await new Promise<number>((found, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.includes('"fact":"started"')) found(Number(JSON.parse(line).port));
      });
    }
    child.once('error', failed);
    void gone.then(() => failed(new Error(`the server ended: ${said.join(' ')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    said,
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
