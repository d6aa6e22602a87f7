// RFC 7692: messages that a client compresses, where it was agreed, and where not.

import { constants, deflateRawSync } from 'node:zlib';
import { limits } from '../../client-web/src/protocol/messages.ts';
import { frame, more, opcodes, ping, text } from './frames.ts';
import { type Case, jsonPing } from './judge.ts';

const offers = 'permessage-deflate; client_max_window_bits';
const pong = { answers: ['pong'] } as const;
const compressed = 4;
const protocolError = { closes: 1002 } as const;
/** What is not a compressed message may be taken for a fault of the frames or of the text. */
const broken = { closes: [1002, 1007] } as const;
const tooLong = { closes: 1009 } as const;

const squeezed = (content: Buffer | string, options: object = {}): Buffer => {
  const whole = deflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH, ...options });
  return whole.subarray(0, whole.length - 4);
};
const small = (content: Buffer | string, options: object = {}): Buffer =>
  text(squeezed(content, options), { reserved: compressed });
const padded = (size: number): string => jsonPing.padEnd(size, ' ');

const ready = squeezed(jsonPing);
const inTwo = (at: number): readonly Buffer[] => [
  text(ready.subarray(0, at), { reserved: compressed, final: false }),
  more(ready.subarray(at)),
];
const levels = [0, 1, 6, 9];
const windows = [9, 10, 12, 15];

/** What zlib makes of a second message that refers to the first. */
const withMemory = (): readonly Buffer[] => {
  const said = jsonPing.repeat(4);
  const first = squeezed(said);
  const dictionary = Buffer.from(said);
  const second = squeezed(said, { dictionary });
  return [text(first, { reserved: compressed }), text(second, { reserved: compressed })];
};

const agreed: readonly Omit<Case, 'offers'>[] = [
  { name: 'a compressed message', send: [small(jsonPing)], must: pong },
  { name: 'a message that is not compressed', send: [text(jsonPing)], must: pong },
  { name: 'compressed, not, and compressed again', send: [small(jsonPing), text(jsonPing), small(jsonPing)], must: { answers: ['pong', 'pong', 'pong'] } },
  ...levels.map((level) => ({ name: `compressed at level ${level}`, send: [small(padded(900), { level })], must: pong })),
  ...windows.map((windowBits) => ({ name: `compressed in a window of ${windowBits} bits`, send: [small(padded(5_000), { windowBits })], must: pong })),
  { name: 'compressed by fixed codes alone', send: [small(padded(900), { strategy: constants.Z_FIXED })], must: pong },
  { name: 'compressed by Huffman codes alone', send: [small(padded(900), { strategy: constants.Z_HUFFMAN_ONLY })], must: pong },
  { name: 'an empty message, compressed', send: [text(Buffer.from([0]), { reserved: compressed })], must: { answers: ['rejected'] } },
  ...Array.from({ length: ready.length + 1 }, (_, at) => ({ name: `compressed, in pieces cut at ${at}`, send: inTwo(at), must: pong })),
  { name: 'compressed, in pieces of one byte', send: [...ready].map((byte, at) => (at === 0 ? text : more)(Buffer.from([byte]), { reserved: at === 0 ? compressed : 0, final: at === ready.length - 1 })), must: pong },
  { name: 'a ping between two compressed pieces', send: [inTwo(5)[0] ?? ping(), ping('a'), inTwo(5)[1] ?? ping()], must: { answers: ['pong a', 'pong'] } },
  { name: 'each message knows nothing of the one before', send: withMemory(), must: { closes: [1002, 1007] } },
  { name: 'as long as may be, once it is plain', send: [small(padded(limits.clientFrameBytesMax))], must: pong },
  { name: 'one byte longer than may be, once it is plain', send: [small(padded(limits.clientFrameBytesMax + 1))], must: tooLong },
  { name: 'as long as a desk may, once it is plain', as: 'desk' as const, send: [small(padded(limits.deskFrameBytesMax))], must: pong },
  { name: 'one byte longer than a desk may, once it is plain', as: 'desk' as const, send: [small(padded(limits.deskFrameBytesMax + 1))], must: tooLong },
  { name: 'a bomb of 64 MiB in one frame', send: [small(Buffer.alloc(64 << 20))], must: tooLong },
  { name: 'a bomb of 16 MiB that fits into a frame', as: 'desk' as const, send: [small(Buffer.alloc(16 << 20))], must: tooLong },
  { name: 'a bomb in pieces', as: 'desk' as const, send: (() => {
      const bomb = squeezed(Buffer.alloc(32 << 20));
      return [text(bomb.subarray(0, 100), { reserved: compressed, final: false }), more(bomb.subarray(100))];
    })(), must: tooLong },
  { name: 'a compressed bit on a ping', send: [ping('a', { reserved: compressed })], must: protocolError },
  { name: 'a compressed bit on a pong', send: [frame(opcodes.pong, 'a', { reserved: compressed })], must: protocolError },
  { name: 'a compressed bit on a close', send: [frame(opcodes.close, '', { reserved: compressed })], must: protocolError },
  { name: 'a compressed bit on a continuation', send: [text(ready.subarray(0, 4), { reserved: compressed, final: false }), more(ready.subarray(4), { reserved: compressed })], must: protocolError },
  { name: 'a compressed bit on the continuation of what is not compressed', send: [text('{', { final: false }), more('}', { reserved: compressed })], must: protocolError },
  ...[1, 2, 3, 5, 6, 7].map((reserved) => ({ name: `reserved bits ${reserved} where compression is agreed`, send: [text(ready, { reserved })], must: protocolError })),
  ...[3, 7, 11, 15].map((opcode) => ({ name: `a compressed bit on opcode ${opcode}`, send: [frame(opcode, ready, { reserved: compressed })], must: protocolError })),
  { name: 'a compressed frame that is not masked', send: [text(ready, { reserved: compressed, mask: false })], must: protocolError },
  { name: 'a compressed binary', send: [frame(opcodes.binary, ready, { reserved: compressed })], must: { closes: 1003 } },
  { name: 'compressed bytes that are no text', send: [small(Buffer.from('ff', 'hex'))], must: { closes: 1007 } },
  { name: 'a compressed message that ends within a character', send: [small(Buffer.from('c3', 'hex'))], must: { closes: 1007 } },
  { name: 'a compressed surrogate', send: [small(Buffer.from('eda080', 'hex'))], must: { closes: 1007 } },
  { name: 'a block of a kind that does not exist', send: [text(Buffer.from('ffffff', 'hex'), { reserved: compressed })], must: broken },
  { name: 'random bytes that should be compressed', send: [text(Buffer.from('9d3f12a7c4', 'hex'), { reserved: compressed })], must: broken },
  { name: 'a distance beyond the beginning', send: [text(Buffer.from('02020000', 'hex'), { reserved: compressed })], must: { closes: [1002, 1007] } },
  { name: 'a compressed text within a compressed text', send: [text(ready, { reserved: compressed, final: false }), small(jsonPing)], must: protocolError },
  { name: 'a compressed text within a text', send: [text('{', { final: false }), small(jsonPing)], must: protocolError },
];

export const deflate: readonly Case[] = [
  ...agreed.map((one): Case => ({ ...one, offers })),
  { name: 'compressed, and nobody agreed to it', send: [small(jsonPing)], must: protocolError },
  { name: 'compressed, where what was offered is not had here', offers: 'permessage-deflate; server_max_window_bits=9', send: [small(jsonPing)], must: protocolError },
];
