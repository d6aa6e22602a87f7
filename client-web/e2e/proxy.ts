/** Stands between the phone and the server, as a bad network, a gateway or a new build would. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Server } from './server.ts';

export type Proxy = {
  readonly url: string;
  /** How requests for the path are dealt with from now on; without a way, as the server does. */
  readonly deal: (path: string, way?: (answer: ServerResponse) => void) => void;
  /** Ends all there is and lets nothing through any more, or again. */
  readonly cut: (is: boolean) => void;
  readonly close: () => void;
};

export const startProxy = async (server: Server): Promise<Proxy> => {
  const { port } = new URL(server.url());
  const ways = new Map<string, (answer: ServerResponse) => void>();
  const lines = new Set<Socket>();
  let isCut = false;
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const { method, url: path, headers } = asked;
    const forwarded = request({ port, method, path, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
    });
    forwarded.on('error', () => answer.writeHead(502).end());
    asked.pipe(forwarded);
  };
  const proxy = createServer((asked, answer) => {
    const way = ways.get(asked.url ?? '');
    if (way) way(answer);
    else pass(asked, answer);
  });
  proxy.on('connection', (line) => {
    if (isCut) line.destroy();
    lines.add(line);
    line.on('close', () => lines.delete(line));
  });
  proxy.on('upgrade', ({ method, url, rawHeaders }, socket) => {
    const onward = connect(Number(port));
    const headers = rawHeaders.map((one, at) => (at % 2 === 0 ? `${one}: ` : `${one}\r\n`));
    onward.write(`${method} ${url} HTTP/1.1\r\n${headers.join('')}\r\n`);
    onward.pipe(socket).pipe(onward);
    for (const [one, other] of [[onward, socket] as const, [socket, onward] as const]) {
      // Whatever ends one half ends the other; an error is followed by its close.
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    deal: (path, way) => {
      if (way) ways.set(path, way);
      else ways.delete(path);
    },
    cut: (is) => {
      isCut = is;
      for (const line of lines) if (is) line.destroy();
    },
    close: () => {
      proxy.close();
      for (const line of lines) line.destroy();
    },
  };
};
