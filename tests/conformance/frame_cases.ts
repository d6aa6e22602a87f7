// RFC 6455, sections 5 and 7: what a frame may look like, how frames make messages, and how both sides close.

import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../client-web/src/protocol/messages.ts';
import { closing, frame, more, opcodes, ping, type Shape, text } from './frames.ts';
import { asked, type Case, jsonPing } from './judge.ts';

const protocolError = 1002;
const notText = 1003;
const badText = 1007;
const tooLong = 1009;

const pong = { answers: ['pong'] } as const;
const closes = (code: number | readonly number[]) => ({ closes: code });
const bytesOf = (size: number): Buffer => Buffer.alloc(size, 'x');
/** A message of the product's, as long as this. */
const padded = (size: number): string => jsonPing.padEnd(size, ' ');

const { binary, close, continuation } = opcodes;
const reservedOpcodes = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15];
const reservedBits = [1, 2, 3, 4, 5, 6, 7];
const masks = [Buffer.alloc(4), Buffer.alloc(4, 0xff), Buffer.from('01020304', 'hex')];

/** A frame whose told length is not that of its content. */
const claims = (told: bigint): Buffer => text('', { told, lengthBytes: 8 });

export const framing: readonly Case[] = [
  ...reservedOpcodes.flatMap((opcode): Case[] => [
    { name: `opcode ${opcode} is reserved`, send: [frame(opcode, 'x')], must: closes(protocolError) },
    {
      name: `opcode ${opcode} is reserved, also for what is not final`,
      send: [frame(opcode, '', { final: false })],
      must: closes(protocolError),
    },
  ]),
  ...reservedBits.flatMap((reserved): Case[] => [
    { name: `reserved bits ${reserved} of a text`, send: [text(jsonPing, { reserved })], must: closes(protocolError) },
    { name: `reserved bits ${reserved} of a ping`, send: [ping('x', { reserved })], must: closes(protocolError) },
    {
      name: `reserved bits ${reserved} of a continuation`,
      send: [text('{', { final: false }), more('}', { reserved })],
      must: closes(protocolError),
    },
  ]),
  ...[0, 1, 2, 8, 9, 10].map(
    (opcode): Case => ({
      name: `a frame of opcode ${opcode} that is not masked`,
      send: [...(opcode === 0 ? [text('{', { final: false })] : []), frame(opcode, '{}', { mask: false })],
      must: closes(protocolError),
    }),
  ),
  ...masks.map((mask): Case => ({ name: `masked with ${mask.toString('hex')}`, send: [text(jsonPing, { mask })], must: pong })),
  { name: 'the first frame is reserved, before any hello', as: 'nobody yet', send: [frame(3)], must: closes(protocolError) },
  { name: 'the first frame is not masked', as: 'nobody yet', send: [text('{}', { mask: false })], must: closes(protocolError) },
  { name: 'binary', send: [frame(binary, 'bytes')], must: closes(notText) },
  { name: 'binary of no length', send: [frame(binary)], must: closes(notText) },
  { name: 'binary in pieces', send: [frame(binary, 'by', { final: false }), more('tes')], must: closes(notText) },
  { name: 'text of no length', send: [text('')], must: { answers: ['rejected'] } },
];

/** Lengths around each border of how they are told, up to what this seat may send. */
const lengths = [15, 124, 125, 126, 127, 128, 255, 256, 257, 4_095, 4_096, 16_383, 16_384];
const deskLengths = [16_385, 32_768, 65_534, 65_535, 65_536];
const longForms: readonly Shape[] = [{ lengthBytes: 2 }, { lengthBytes: 8 }];
const notFewest = [0, 1, 15, 125];

export const lengthsTold: readonly Case[] = [
  ...lengths.map((size): Case => ({ name: `a message of ${size} bytes`, send: [text(padded(size))], must: pong })),
  ...deskLengths.map(
    (size): Case => ({ name: `a desk's message of ${size} bytes`, as: 'desk', send: [text(padded(size))], must: pong }),
  ),
  ...notFewest.flatMap((size) =>
    longForms.map(
      (shape): Case => ({
        name: `a length of ${size} told in ${shape.lengthBytes} bytes more`,
        send: [text(bytesOf(size), shape)],
        must: closes(protocolError),
      }),
    ),
  ),
  ...[126, 200, 16_384].map(
    (size): Case => ({
      name: `a length of ${size} told in 8 bytes more`,
      send: [text(bytesOf(size), { lengthBytes: 8 })],
      must: closes(protocolError),
    }),
  ),
  ...[17n, 24n, 31n, 32n, 33n, 40n, 48n, 62n].map(
    (power): Case => ({ name: `a length of 2^${power}`, send: [claims(1n << power)], must: closes(tooLong) }),
  ),
  { name: 'a length of 2^63 - 1', send: [claims((1n << 63n) - 1n)], must: closes(tooLong) },
  { name: 'a length of 2^63, which no frame may have', send: [claims(1n << 63n)], must: closes([protocolError, tooLong]) },
  { name: 'a length of 2^64 - 1', send: [claims((1n << 64n) - 1n)], must: closes([protocolError, tooLong]) },
  { name: 'one byte more than may be', send: [text(padded(limits.clientFrameBytesMax + 1))], must: closes(tooLong) },
  { name: 'one byte more than a participant may', as: 'participant', send: [text(padded(limits.clientFrameBytesMax + 1))], must: closes(tooLong) },
  { name: 'as long as a participant may', as: 'participant', send: [text(padded(limits.clientFrameBytesMax))], must: pong },
  { name: 'one byte more than a desk may', as: 'desk', send: [text(padded(limits.deskFrameBytesMax + 1))], must: closes(tooLong) },
  { name: 'as long as may be before a hello, and nonsense', as: 'nobody yet', send: [text(bytesOf(limits.clientFrameBytesMax))], must: closes(4502) },
  { name: 'longer than may be before a hello', as: 'nobody yet', send: [text(bytesOf(limits.clientFrameBytesMax + 1))], must: closes(tooLong) },
  {
    name: 'too long in two pieces',
    send: [text(bytesOf(16_000), { final: false }), more(bytesOf(385))],
    must: closes(tooLong),
  },
  {
    name: 'as long as may be in two pieces',
    send: [text(padded(16_000), { final: false }), more(Buffer.alloc(384, ' '))],
    must: pong,
  },
];

/** In pieces of these sizes; the last holds what is left. */
const pieces = (content: Buffer, ...sizes: readonly number[]): readonly Buffer[] => {
  let at = 0;
  const parts = sizes.map((size) => content.subarray(at, (at += size)));
  const all = [...parts, content.subarray(at)];
  return all.map((part, index) =>
    frame(index === 0 ? opcodes.text : continuation, part, { final: index === all.length - 1 }),
  );
};
const plain = Buffer.from(jsonPing);
const manyPieces = (count: number): readonly Buffer[] => [
  text(jsonPing, { final: false }),
  ...Array.from({ length: count - 2 }, () => more(' ', { final: false })),
  more(' '),
];

export const fragmentation: readonly Case[] = [
  ...Array.from({ length: plain.length + 1 }, (_, at): Case => ({
    name: `a text in two pieces, cut at ${at}`,
    send: pieces(plain, at),
    must: pong,
  })),
  { name: 'a text in pieces of one byte', send: pieces(plain, ...Array<number>(plain.length - 1).fill(1)), must: pong },
  { name: 'three pieces', send: pieces(plain, 3, 5), must: pong },
  { name: 'an empty piece in the middle', send: pieces(plain, 3, 0), must: pong },
  { name: 'two pieces and nothing in them', send: pieces(Buffer.alloc(0), 0), must: { answers: ['rejected'] } },
  { name: 'two pieces, each in its own segment', send: async (line) => {
      const [one, other] = pieces(plain, 4);
      line.send(one ?? '');
      await sleep(50);
      line.send(other ?? '');
    }, must: pong },
  { name: 'as many pieces as may be', send: manyPieces(64), must: pong },
  // What bounds them is the length of the message, and how long its sender may take.
  { name: 'five thousand empty pieces', send: [text(jsonPing, { final: false }), ...Array.from({ length: 5_000 }, () => more('', { final: false })), more('')], must: pong },
  { name: 'as many pieces as a message may have bytes', send: manyPieces(limits.clientFrameBytesMax - plain.length + 1), must: pong },
  { name: 'one piece more', send: manyPieces(limits.clientFrameBytesMax - plain.length + 2), must: closes(tooLong) },
  { name: 'two messages in pieces, one after the other', send: [...pieces(plain, 3), ...pieces(plain, 9)], must: { answers: ['pong', 'pong'] } },
  { name: 'a ping between two pieces', send: [text('{"type":', { final: false }), ping('a'), more('"ping"}')], must: { answers: ['pong a', 'pong'] } },
  { name: 'an empty ping between two pieces', send: [text('{"type":', { final: false }), ping(), more('"ping"}')], must: { answers: ['pong ', 'pong'] } },
  { name: 'a pong between two pieces', send: [text('{"type":', { final: false }), frame(opcodes.pong, 'a'), more('"ping"}')], must: pong },
  { name: 'pings around three pieces', send: [ping('1'), text('{"type"', { final: false }), ping('2'), more(':', { final: false }), ping('3'), more('"ping"}'), ping('4')], must: { answers: ['pong 1', 'pong 2', 'pong 3', 'pong', 'pong 4'] } },
  { name: 'a close between two pieces', send: [text('{', { final: false }), frame(close, closing(1000))], must: closes(1000) },
  { name: 'a continuation of nothing', send: [more('{}')], must: closes(protocolError) },
  { name: 'a continuation of nothing that is not final', send: [more('{', { final: false })], must: closes(protocolError) },
  { name: 'an empty continuation of nothing', send: [more('')], must: closes(protocolError) },
  { name: 'a continuation of nothing after a whole message', send: [asked, more('{}')], must: closes(protocolError) },
  { name: 'a continuation after the last piece', send: [...pieces(plain, 3), more('x')], must: closes(protocolError) },
  { name: 'a text within a text', send: [text('{', { final: false }), text('}')], must: closes(protocolError) },
  { name: 'the beginning of a text within a text', send: [text('{', { final: false }), text('}', { final: false })], must: closes(protocolError) },
  { name: 'a binary within a text', send: [text('{', { final: false }), frame(binary, '}')], must: closes(protocolError) },
  { name: 'a text within a binary', send: [frame(binary, '{', { final: false }), text('}')], must: closes([protocolError, notText]) },
  { name: 'a ping in pieces', send: [ping('a', { final: false })], must: closes(protocolError) },
  { name: 'a pong in pieces', send: [frame(opcodes.pong, 'a', { final: false })], must: closes(protocolError) },
  { name: 'a close in pieces', send: [frame(close, closing(1000), { final: false })], must: closes(protocolError) },
  { name: 'a ping in pieces between two pieces', send: [text('{', { final: false }), ping('a', { final: false })], must: closes(protocolError) },
];

const everyByte = Buffer.from(Array.from({ length: 125 }, (_, at) => 255 - at));
const pingSizes = [0, 1, 2, 7, 8, 31, 63, 64, 100, 123, 124, 125];

export const control: readonly Case[] = [
  ...pingSizes.map(
    (size): Case => ({
      name: `a ping of ${size} bytes is answered with the same`,
      send: [ping(bytesOf(size))],
      must: { answers: [`pong ${'x'.repeat(size)}`] },
    }),
  ),
  ...[0, 63].map((first): Case => ({
    name: `a ping of each length from ${first} to ${first + 62}`,
    send: async (line) => {
      for (let size = first; size < first + 63; size += 1) {
        line.send(ping(bytesOf(size)));
        let heard = await line.hear();
        // What others do is told between.
        while (heard?.opcode === opcodes.text) heard = await line.hear();
        if (heard?.opcode !== opcodes.pong || !heard.payload.equals(bytesOf(size))) {
          throw new Error(`a ping of ${size} bytes is answered with ${heard?.opcode}`);
        }
      }
      line.send(asked);
    },
    must: pong,
  })),
  { name: 'a ping of bytes that are no text', send: [ping(everyByte)], must: { answers: [`pong ${everyByte.toString('latin1')}`] } },
  ...[126, 127, 200, 65_536].map(
    (size): Case => ({ name: `a ping of ${size} bytes`, send: [ping(bytesOf(size))], must: closes(protocolError) }),
  ),
  { name: 'a pong of 126 bytes', send: [frame(opcodes.pong, bytesOf(126))], must: closes(protocolError) },
  ...longForms.map(
    (shape): Case => ({ name: `a ping whose length is told in ${shape.lengthBytes} bytes more`, send: [ping('abc', shape)], must: closes(protocolError) }),
  ),
  { name: 'a pong that nobody asked for', send: [frame(opcodes.pong, 'a')], must: { answers: [] } },
  { name: 'a pong of no length', send: [frame(opcodes.pong)], must: { answers: [] } },
  { name: 'ten pongs, then a message', send: [...Array.from({ length: 10 }, () => frame(opcodes.pong, 'a')), asked], must: pong },
  { name: 'ten pings at once are answered in order', send: Array.from({ length: 10 }, (_, at) => ping(`${at}`)), must: { answers: Array.from({ length: 10 }, (_, at) => `pong ${at}`) } },
  { name: 'ten pings, each after the answer to the one before', send: async (line) => {
      for (let at = 0; at < 10; at += 1) {
        line.send(ping(`${at}`));
        let heard = await line.hear();
        while (heard?.opcode === opcodes.text) heard = await line.hear();
        if (heard?.payload.toString() !== `${at}`) throw new Error(`ping ${at} is not answered`);
      }
    }, must: { answers: [] } },
  { name: 'as many pings as may come at once', send: Array.from({ length: 63 }, () => ping('x')), must: { answers: Array<string>(63).fill('pong x') } },
  { name: 'a flood of pings', send: Array.from({ length: 200 }, () => ping('x')), must: closes(1008) },
  { name: 'a flood of pongs', send: Array.from({ length: 200 }, () => frame(opcodes.pong)), must: closes(1008) },
  { name: 'a flood of pings before the hello', as: 'nobody yet', send: Array.from({ length: 200 }, () => ping('x')), must: closes(1008) },
  { name: 'a flood of pings that is never read', send: async (line) => {
      for (let sent = 0; sent < 2_000; sent += 1) line.send(ping(everyByte));
    }, must: closes(1008) },
  { name: 'a ping before the hello', as: 'nobody yet', send: [ping('early')], must: { answers: ['pong early'] } },
  { name: 'a ping of the product between two of the protocol', send: [ping('1'), asked, ping('2')], must: { answers: ['pong 1', 'pong', 'pong 2'] } },
];

const mayClose = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 3000, 3999, 4000, 4500, 4999];
// 1014 came to the registry after the RFC; Beast does not take it for one.
const mayNotClose = [0, 1, 999, 1004, 1005, 1006, 1014, 1015, 1016, 1100, 1999, 2000, 2999];
const nobodySays = [5000, 10_000, 65_535];
const closeWith = (...parts: Parameters<typeof closing>): Buffer => frame(close, closing(...parts));

export const closingCases: readonly Case[] = [
  ...mayClose.map((code): Case => ({ name: `close ${code} is said back`, send: [closeWith(code)], must: closes(code) })),
  ...mayNotClose.map((code): Case => ({ name: `close ${code} is no code to send`, send: [closeWith(code)], must: closes(protocolError) })),
  ...nobodySays.map((code): Case => ({ name: `close ${code}, which the RFC does not speak of`, send: [closeWith(code)], must: closes([code, protocolError]) })),
  { name: 'close without a code', send: [frame(close)], must: closes([1000, 1005]) },
  { name: 'close with half a code', send: [frame(close, 'x')], must: closes(protocolError) },
  { name: 'close with a reason', send: [closeWith(1000, 'Au revoir')], must: closes(1000) },
  { name: 'close with the longest reason', send: [closeWith(1000, bytesOf(123))], must: closes(1000) },
  { name: 'close with too long a reason', send: [closeWith(1000, bytesOf(124))], must: closes(protocolError) },
  { name: 'close with a reason beyond ASCII', send: [closeWith(1000, 'Ovwa 🌊')], must: closes(1000) },
  ...['ff', 'c3', 'eda080', 'c080', 'f4908080', '61ff62', 'f09f8c'].map(
    (hex): Case => ({ name: `close with a reason of the bytes ${hex}`, send: [closeWith(1000, Buffer.from(hex, 'hex'))], must: closes([badText, protocolError]) }),
  ),
  { name: 'close before the hello', as: 'nobody yet', send: [closeWith(1000)], must: closes(1000) },
  { name: 'a message after the close is not answered', send: [closeWith(1000), asked], must: closes(1000) },
  { name: 'a ping after the close is not answered', send: [closeWith(1000), ping('late')], must: closes(1000) },
  { name: 'what is no frame, after the close', send: [closeWith(1000), Buffer.alloc(64, 0xff)], must: closes(1000) },
  { name: 'close, twice', send: [closeWith(1000), closeWith(1001)], must: closes(1000) },
  { name: 'a message and then the close', send: async (line) => {
      line.send(asked);
      await sleep(50);
      line.send(closeWith(1000));
      for (;;) {
        const heard = await line.hear();
        if (heard?.payload.includes('"pong"')) return;
        if (!heard || heard.opcode === close) throw new Error('the message was not answered');
      }
    }, must: closes(1000) },
  { name: 'the server closes, and nobody says it back', send: [frame(binary, 'x')], must: closes(notText), silent: 7_500 },
  { name: 'the server refuses a frame, and nobody says it back', send: [frame(3)], must: closes(protocolError), silent: 7_500 },
  { name: 'the line ends without a word', send: async (line) => line.finish(), must: { ends: true } },
  { name: 'the line ends within a frame', send: async (line) => {
      line.send(asked.subarray(0, 5));
      line.finish();
    }, must: { ends: true } },
  { name: 'the line ends within a message', send: async (line) => {
      line.send(text('{', { final: false }));
      line.finish();
    }, must: { ends: true } },
];

/** A pipeline of everything usual, and what must come back. */
const usual = Buffer.concat([asked, ping('one'), ...pieces(plain, 5), frame(opcodes.pong, 'x'), text(padded(300)), ping(everyByte)]);
const usualAnswers = { answers: ['pong', 'pong one', 'pong', 'pong', `pong ${everyByte.toString('latin1')}`] };
const chopped = (bytes: Buffer, size: () => number): Case['send'] => async (line) => {
  for (let at = 0; at < bytes.length; ) {
    const count = size();
    line.send(bytes.subarray(at, at + count));
    at += count;
    await sleep(0);
  }
};
/** A generator of the numbers that a seed makes. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
};

export const chopping: readonly Case[] = [
  { name: 'everything usual in one segment', send: [usual], must: usualAnswers },
  { name: 'everything usual, byte by byte', send: chopped(usual, () => 1), must: usualAnswers },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed): Case => {
    const random = seeded(seed);
    return { name: `everything usual in pieces of random lengths (seed ${seed})`, send: chopped(usual, () => 1 + (random() % 40)), must: usualAnswers };
  }),
  ...Array.from({ length: 13 }, (_, at): Case => ({
    name: `a frame with a long head, in two segments cut at ${at + 1}`,
    send: async (line) => {
      const bytes = text(padded(300));
      line.send(bytes.subarray(0, at + 1));
      await sleep(5);
      line.send(bytes.subarray(at + 1));
    },
    must: pong,
  })),
  { name: 'fifty messages in one segment', send: Array.from({ length: 50 }, () => asked), must: { answers: Array<string>(50).fill('pong') } },
];
