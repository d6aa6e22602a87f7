// A raw TCP connection to the server, and what is heard on it: an HTTP answer, then frames.

import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { subprotocol } from '../../client-web/src/protocol/messages.ts';
import { frame, type Heard, opcodes, takeFrame } from './frames.ts';

export type HttpAnswer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
};

export type Line = {
  readonly send: (bytes: Buffer | string) => void;
  /** The next answer to a request; undefined when the server ended instead. */
  readonly answer: (withoutBody?: boolean) => Promise<HttpAnswer | undefined>;
  /** The next frame; undefined when the server ended instead. */
  readonly hear: () => Promise<Heard | undefined>;
  /** Resolves once the server says that nothing more comes. */
  readonly ended: () => Promise<void>;
  /** As a browser that leaves without a word: nothing more comes from here. */
  readonly finish: () => void;
  readonly cut: () => void;
};

/** Nothing that is waited for here may take longer, in milliseconds. */
const patience = 8_000;

export function openLine(port: number): Line {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  let held = Buffer.alloc(0);
  let over = false;
  let wake = () => {};
  const change = () => wake();
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes]);
    change();
  });
  const finish = () => {
    over = true;
    change();
  };
  socket.on('end', finish).on('close', finish).on('error', finish);

  /** Waits until there is something to take, or the end. */
  const take = async <T>(attempt: () => T | undefined, what: string): Promise<T | undefined> => {
    const until = Date.now() + patience;
    for (;;) {
      const found = attempt();
      if (found !== undefined || over) return found;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`${what} did not come within ${patience / 1000} s`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  return {
    send: (bytes) => {
      if (!socket.destroyed) socket.write(bytes);
    },
    answer: (withoutBody = false) =>
      take(() => {
        const end = held.indexOf('\r\n\r\n');
        if (end < 0) return undefined;
        const [first = '', ...lines] = held.toString('latin1', 0, end).split('\r\n');
        const headers = new Map(
          lines.map((line) => {
            const colon = line.indexOf(':');
            return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
          }),
        );
        const status = Number(first.split(' ')[1]);
        const length = withoutBody || status === 101 ? 0 : Number(headers.get('content-length') ?? 0);
        const start = end + 4;
        if (held.length < start + length) return undefined;
        const body = held.subarray(start, start + length);
        held = held.subarray(start + length);
        return { status, headers, body };
      }, 'an answer'),
    hear: () =>
      take(() => {
        const taken = takeFrame(held);
        if (!taken) return undefined;
        held = held.subarray(taken[1]);
        return taken[0];
      }, 'a frame'),
    ended: async () => {
      await take<true>(() => undefined, 'the end');
    },
    finish: () => socket.end(),
    cut: () => socket.destroy(),
  };
}

export type Header = readonly [name: string, value: string];

/** What a browser asks with; `changes` replaces headers, or takes out those that are undefined, and adds others. */
export const upgradeRequest = (
  port: number,
  changes: Readonly<Record<string, string | undefined>> = {},
  more: readonly Header[] = [],
  start = 'GET /ws HTTP/1.1',
): string => {
  const usual: Record<string, string | undefined> = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Protocol': subprotocol,
    ...changes,
  };
  const headers = [...Object.entries(usual), ...more].filter(([, value]) => value !== undefined);
  return `${[start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;
};

/** What the server must make of a key (RFC 6455, 4.2.2). */
export const acceptOf = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

export type Seat = { readonly board: string; readonly credential?: string; readonly helper?: string };

let devices = 0;
export const nextDevice = (): string => `conformance${++devices}`.padEnd(22, '_');

/** What a seat was told when it was let in. */
export type Arrival = { readonly welcome: Message; readonly state: Message };

/** Upgraded; with a seat also let in, and told the whole board. */
export async function openSocket(
  port: number,
  seat?: Seat,
  offers?: string,
): Promise<Line & Partial<Arrival>> {
  const line = openLine(port);
  line.send(upgradeRequest(port, { 'Sec-WebSocket-Extensions': offers }));
  const answer = await line.answer();
  if (answer?.status !== 101) throw new Error(`the upgrade was answered with ${answer?.status}`);
  if (!seat) return line;
  const { board, credential, helper } = seat;
  const hello = { type: 'hello', version: 1, board, credential, helper, device: nextDevice() };
  line.send(frame(opcodes.text, JSON.stringify(hello)));
  let welcome: Message = {};
  for (;;) {
    const message = await hearMessage(line);
    if (!message) throw new Error('the server ended instead of a welcome');
    if (message['type'] === 'welcome') welcome = message;
    if (message['type'] === 'state' && message['full'] === true) return { ...line, welcome, state: message };
  }
}

export type Message = Readonly<Record<string, unknown>>;

/** What a data frame says, made plain if it is compressed. */
export const messageOf = ({ payload, reserved }: Heard): Message => {
  const plain = reserved === 4 ? inflateRawSync(Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])])) : payload;
  return JSON.parse(plain.toString('utf8')) as Message;
};

/** The next message, whatever pings and pongs come between; undefined at the end. */
export async function hearMessage(line: Line): Promise<Message | undefined> {
  for (;;) {
    const heard = await line.hear();
    if (!heard || heard.opcode === opcodes.close) return undefined;
    if (heard.opcode === opcodes.text) return messageOf(heard);
  }
}
