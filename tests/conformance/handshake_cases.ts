// RFC 6455, section 4, and RFC 9112: what may become a WebSocket, what may not, and what is no request at all.

import { setTimeout as sleep } from 'node:timers/promises';
import { asked } from './judge.ts';
import { acceptOf, type Header, type HttpAnswer, type Line, openLine, upgradeRequest } from './line.ts';

export type Knock = {
  readonly name: string;
  readonly send: (port: number) => Buffer | string | ((line: Line) => Promise<void>);
  /** The status of each answer, in order; after them the server ends unless the last is below 400. */
  readonly statuses: readonly number[];
  /** Whether more may be asked on this connection although the last answer was a no. */
  readonly stays?: boolean;
  readonly head?: (answer: HttpAnswer) => string | undefined;
};

const agreement = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover';
const says =
  (name: string, value: string | undefined) =>
  ({ headers }: HttpAnswer): string | undefined =>
    headers.get(name) === value ? undefined : `${name} is ${headers.get(name)} instead of ${value}`;

const key = (text: string | undefined, status = 101): Knock => ({
  name: `the key ${text}`,
  send: (port) => upgradeRequest(port, { 'Sec-WebSocket-Key': text }),
  statuses: [status],
  ...(status === 101 && text ? { head: says('sec-websocket-accept', acceptOf(text)) } : {}),
});

const changed = (
  name: string,
  status: number,
  changes: Readonly<Record<string, string | undefined>>,
  more: readonly Header[] = [],
  start?: string,
): Knock => ({
  name,
  send: (port) => upgradeRequest(port, changes, more, start),
  statuses: [status],
  // What is no upgrade is a request like any other.
  stays: status === 404 && changes['Connection'] !== 'close',
});

const extensions = (offers: string, yes: boolean): Knock => ({
  ...changed(`the offer "${offers}" is ${yes ? 'taken' : 'left'}`, 101, { 'Sec-WebSocket-Extensions': offers }),
  head: says('sec-websocket-extensions', yes ? agreement : undefined),
});

const protocol = (offered: string | undefined, status: number): Knock => ({
  ...changed(`the subprotocols "${offered}"`, status, { 'Sec-WebSocket-Protocol': offered }),
  ...(status === 101 ? { head: says('sec-websocket-protocol', 'koudmen.v1') } : {}),
});

const start = (line: string, status: number): Knock => ({
  name: `the request line "${line}"`,
  send: (port) => upgradeRequest(port, {}, [], line),
  statuses: [status],
  stays: status === 405 || line.startsWith('HEAD'),
});

export const handshake: readonly Knock[] = [
  key('dGhlIHNhbXBsZSBub25jZQ=='),
  key('AAAAAAAAAAAAAAAAAAAAAA=='),
  key('//////////////////////=='.replace(/.==$/, 'w==')),
  key(undefined, 400),
  key('', 400),
  key('x', 400),
  key('dGhlIHNhbXBsZSBub25j', 400),
  key('dGhlIHNhbXBsZSBub25jZQ', 400),
  key('dGhlIHNhbXBsZSBub25jZTE=', 400),
  key('dGhlIHNhbXBsZSBub25jZTEyMw==', 400),
  key('dGhlIHNhbXBsZS!ub25jZQ==', 400),
  key('a'.repeat(500), 400),
  changed('two keys', 400, {}, [['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA==']]),
  ...['12', '8', '0', '14', '255', '-13', '13, 8', 'thirteen', ''].map(
    (version): Knock => ({
      ...changed(`version "${version}"`, 426, { 'Sec-WebSocket-Version': version }),
      head: says('sec-websocket-version', '13'),
    }),
  ),
  changed('no version', 400, { 'Sec-WebSocket-Version': undefined }),
  protocol('koudmen.v1', 101),
  protocol('chat, koudmen.v1', 101),
  protocol('koudmen.v1,chat', 101),
  protocol('koudmen.v2 ,koudmen.v1 , chat', 101),
  protocol(undefined, 400),
  protocol('', 400),
  protocol('koudmen.v2', 400),
  protocol('koudmen.v1x', 400),
  protocol('KOUDMEN.V1', 400),
  protocol('koudmen', 400),
  protocol('"koudmen.v1"', 400),
  changed('subprotocols on two lines, ours first', 101, {}, [['Sec-WebSocket-Protocol', 'chat']]),
  changed('subprotocols on two lines, ours last', 101, { 'Sec-WebSocket-Protocol': 'chat' }, [
    ['Sec-WebSocket-Protocol', 'koudmen.v1'],
  ]),
  changed('Upgrade in capitals', 101, { Upgrade: 'WEBSOCKET' }),
  changed('Upgrade among others', 101, { Upgrade: 'h2c, websocket' }),
  changed('no Upgrade', 404, { Upgrade: undefined }),
  changed('another Upgrade', 404, { Upgrade: 'h2c' }),
  changed('Connection as Firefox says it', 101, { Connection: 'keep-alive, Upgrade' }),
  changed('Connection in small letters', 101, { Connection: 'upgrade' }),
  changed('no Connection', 404, { Connection: undefined }),
  changed('Connection: close', 404, { Connection: 'close' }),
  changed('no Host', 400, { Host: undefined }),
  changed('two Hosts', 400, {}, [['Host', 'elsewhere']]),
  changed('headers that nobody knows', 101, { 'X-Anything': 'x'.repeat(2_000) }),
  changed('a header that is too long', 431, { 'X-Anything': 'x'.repeat(9_000) }),
  {
    name: 'names of headers in small letters',
    send: (port) => {
      const [first = '', ...rest] = upgradeRequest(port).split('\r\n');
      return [first, ...rest.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))].join('\r\n');
    },
    statuses: [101],
  },
  {
    name: 'names of headers in capitals',
    send: (port) => {
      const [first = '', ...rest] = upgradeRequest(port).split('\r\n');
      return [first, ...rest.map((line) => line.replace(/^[^:]+/, (name) => name.toUpperCase()))].join('\r\n');
    },
    statuses: [101],
  },
  ...['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'PATCH'].map((method) =>
    start(`${method} /ws HTTP/1.1`, method === 'HEAD' ? 404 : 405),
  ),
  start('GET /ws HTTP/1.0', 400),
  start('GET /ws HTTP/2.0', 400),
  start('GET /ws HTTP/1.2', 400),
  start('GET /ws', 400),
  start('/ws HTTP/1.1', 400),
  start('get /ws HTTP/1.1', 405),
  start('GET  /ws HTTP/1.1', 400),
  start('GET /ws?from=somewhere HTTP/1.1', 101),
  ...['/ws/', '/WS', '/', '/ws/../ws', '//ws', '/%77s', '/api/v1/boards', '/b/K7P4X', '*'].map((path) =>
    start(`GET ${path} HTTP/1.1`, 404),
  ),
  extensions('permessage-deflate', true),
  extensions('permessage-deflate; client_max_window_bits', true),
  extensions('permessage-deflate; client_max_window_bits=8', true),
  extensions('permessage-deflate; client_max_window_bits="12"', true),
  extensions('permessage-deflate; server_max_window_bits=15', true),
  extensions('permessage-deflate; client_no_context_takeover; server_no_context_takeover', true),
  extensions('x-webkit-deflate-frame, permessage-deflate', true),
  extensions('permessage-deflate; server_max_window_bits=10, permessage-deflate', true),
  extensions('permessage-deflate; server_max_window_bits=10', false),
  extensions('permessage-deflate; client_max_window_bits=7', false),
  extensions('permessage-deflate; client_max_window_bits=16', false),
  extensions('permessage-deflate; client_max_window_bits=08', false),
  extensions('permessage-deflate; client_max_window_bits=', false),
  extensions('permessage-deflate; server_no_context_takeover=1', false),
  extensions('permessage-deflate; client_no_context_takeover; client_no_context_takeover', false),
  extensions('permessage-deflate; unheard_of', false),
  extensions('permessage-deflat', false),
  extensions('x-webkit-deflate-frame', false),
  extensions(', ;', false),
  {
    name: 'a frame together with the request',
    send: (port) => Buffer.concat([Buffer.from(upgradeRequest(port)), asked]),
    statuses: [400],
  },
  {
    name: 'a request byte by byte',
    send: (port) => async (line) => {
      for (const byte of Buffer.from(upgradeRequest(port))) {
        line.send(Buffer.from([byte]));
        await sleep(0);
      }
    },
    statuses: [101],
  },
  { ...changed('an upgrade that brings a body', 400, { 'Content-Length': '5' }), send: (port) => `${upgradeRequest(port, { 'Content-Length': '5' })}hello` },
  {
    name: 'a greeting of TLS',
    send: () => Buffer.from('16030100c8010000c40303', 'hex'),
    statuses: [400],
  },
  { name: 'a frame instead of a request', send: () => asked, statuses: [400] },
  { name: 'zeros instead of a request', send: () => Buffer.alloc(200), statuses: [400] },
];

const get = (port: number, more = '', path = '/healthz'): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${more}\r\n`;
const post = (port: number, more: string, body: string): string =>
  `POST /api/v1/boards/ZZZZZ/participants HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
  `Authorization: Bearer 0123456789abcdefghjkmnpqrs\r\n${more}\r\n${body}`;

/** A request hidden where another reader of the same bytes would find it is never answered. */
export const smuggling: readonly Knock[] = [
  { name: 'two requests, one after the other', send: (port) => get(port) + get(port), statuses: [200, 200] },
  { name: 'a body that looks like a request', send: (port) => get(port, `Content-Length: ${get(port).length}\r\n`) + get(port) + get(port), statuses: [200, 200] },
  { name: 'two lengths that differ', send: (port) => post(port, 'Content-Length: 2\r\nContent-Length: 60\r\n', `{}${get(port)}`), statuses: [400] },
  { name: 'two lengths that agree', send: (port) => post(port, 'Content-Length: 2\r\nContent-Length: 2\r\n', `{}${get(port)}`), statuses: [400] },
  { name: 'a list of lengths', send: (port) => post(port, 'Content-Length: 2, 2\r\n', `{}${get(port)}`), statuses: [400] },
  ...['+2', '-2', '0x2', '2 ', ' 2x', '2;', '', '1e1', '٢', '99999999999999999999999'].map(
    (length): Knock => ({
      name: `the length "${length}"`,
      send: (port) => post(port, `Content-Length: ${length}\r\n`, `{}${get(port)}`),
      // Blanks around a value are not part of it.
      statuses: length.trim() === '2' ? [404, 200] : [400],
    }),
  ),
  { name: 'a length and chunks', send: (port) => post(port, 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${get(port)}`), statuses: [400] },
  ...['chunked', 'Chunked', ' chunked', 'xchunked', 'gzip, chunked', 'identity', 'chunked, identity', '\tchunked', 'chunked\x0b'].map(
    (coding): Knock => ({
      name: `the coding ${JSON.stringify(coding)}`,
      send: (port) => post(port, `Transfer-Encoding: ${coding}\r\n`, `2\r\n{}\r\n0\r\n\r\n${get(port)}`),
      statuses: [400],
    }),
  ),
  { name: 'a blank before the colon', send: (port) => post(port, 'Content-Length : 2\r\n', `{}${get(port)}`), statuses: [400] },
  { name: 'a blank in a name', send: (port) => get(port, 'Content Length: 2\r\n') + get(port), statuses: [400] },
  { name: 'a name of no letters', send: (port) => get(port, ': x\r\n') + get(port), statuses: [400] },
  { name: 'a line without a colon', send: (port) => get(port, 'nonsense\r\n') + get(port), statuses: [400] },
  { name: 'a zero byte in a value', send: (port) => get(port, 'X: a\0b\r\n') + get(port), statuses: [400] },
  { name: 'a zero byte in a name', send: (port) => get(port, 'X\0: a\r\n') + get(port), statuses: [400] },
  { name: 'a carriage return by itself in a value', send: (port) => get(port, 'X: a\rY: b\r\n') + get(port), statuses: [400] },
  { name: 'lines that end without a carriage return', send: (port) => get(port).replaceAll('\r\n', '\n') + get(port), statuses: [400] },
  { name: 'a header that goes on on the next line', send: (port) => post(port, 'Transfer-Encoding:\r\n chunked\r\n', `0\r\n\r\n${get(port)}`), statuses: [400] },
  // It goes on from the line above, and a body follows.
  { name: 'a blank line that is not quite one', send: (port) => get(port, ' \r\nContent-Length: 9\r\n') + get(port), statuses: [200, 400] },
  { name: 'a zero byte in the target', send: (port) => get(port, '', '/healthz\0') + get(port), statuses: [400] },
  { name: 'bytes beyond ASCII in the target', send: (port) => get(port, '', '/héalthz'), statuses: [404], stays: true },
  { name: 'a fragment in the target', send: (port) => get(port, '', '/healthz#x'), statuses: [404], stays: true },
  { name: 'a longer target than a header may be', send: (port) => get(port, '', `/${'x'.repeat(9_000)}`), statuses: [431] },
  { name: 'CONNECT', send: (port) => `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, statuses: [405], stays: true },
  { name: 'TRACE', send: (port) => `TRACE /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, statuses: [405], stays: true },
  // Only what serves as a proxy is asked so; here it names nothing, whichever host it is.
  { name: 'a whole address as the target', send: (port) => get(port, '', `http://127.0.0.1:${port}/healthz`), statuses: [404], stays: true },
  ...['http://elsewhere/healthz', 'http://127.0.0.1/healthz', 'http://127.0.0.1:1@elsewhere/healthz', 'ftp://127.0.0.1/healthz', 'http:///healthz'].map(
    (target): Knock => ({ name: `the address ${target}`, send: (port) => get(port, '', target), statuses: [404], stays: true }),
  ),
  { name: 'an address that only begins with this host', send: (port) => get(port, '', `http://127.0.0.1:${port}0/healthz`), statuses: [404], stays: true },
  { name: 'two Hosts that agree', send: (port) => get(port, `Host: 127.0.0.1:${port}\r\n`) + get(port), statuses: [400] },
  { name: 'a credential twice', send: (port) => post(port, 'Authorization: Bearer 0123456789abcdefghjkmnpqrs\r\nContent-Length: 2\r\n', '{}'), statuses: [401], stays: true },
  { name: 'a body that is longer than may be', send: (port) => post(port, 'Content-Length: 70000\r\n', '{}'), statuses: [413] },
  { name: 'a body that is not there in time', send: (port) => async (line) => {
      line.send(post(port, 'Content-Length: 50\r\n', '{}'));
      line.finish();
    }, statuses: [] },
];

export async function knock(port: number, one: Knock): Promise<string | undefined> {
  const line = openLine(port);
  try {
    const bytes = one.send(port);
    if (typeof bytes === 'function') await bytes(line);
    else line.send(bytes);
    const isHead = typeof bytes === 'string' && bytes.startsWith('HEAD');
    for (const [at, status] of one.statuses.entries()) {
      const answer = await line.answer(isHead);
      if (answer?.status !== status) return `answer ${at + 1} is ${answer?.status} instead of ${status}`;
      const wrong = one.head?.(answer);
      if (wrong) return wrong;
    }
    const last = one.statuses.at(-1) ?? 400;
    if (last < 400 || one.stays) {
      if (last === 101) {
        line.send(asked);
        const heard = await line.hear();
        // The first message was no hello.
        return heard?.opcode === 1 ? undefined : `a ping on the new socket is answered with ${heard?.opcode}`;
      }
      if (one.stays) line.send(get(port));
      else line.finish();
      const after = await line.answer();
      return (after?.status === 200) === (one.stays === true) ? undefined : `then ${after?.status} is heard`;
    }
    const after = await line.answer();
    if (after) return `another answer is heard: ${after.status}`;
    await line.ended();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    line.cut();
  }
}
