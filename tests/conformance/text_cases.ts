// RFC 3629 by way of RFC 6455, 8.1: text is UTF-8 or the session ends, wherever it is cut.

import { setTimeout as sleep } from 'node:timers/promises';
import { more, text } from './frames.ts';
import { type Case, jsonPing } from './judge.ts';

// Good text that is no message of the product's is answered so.
const understood = { answers: ['rejected'] } as const;
const refused = { closes: 1007 } as const;
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** First and last of each length, what stands beside the surrogates, and what is no character. */
const valid = [
  '00', '7f', 'c280', 'dfbf', 'e0a080', 'ed9fbf', 'ee8080', 'efbfbd', 'efbfbe', 'efbfbf', 'efb790',
  'f0908080', 'f09fbfbe', 'f48fbfbf', 'cebae1bdb9cf83cebcceb5', 'f09f8c8a', 'e280ae', 'cc81', 'efbbbf',
];
const invalid = [
  '80', 'bf', '80bf', '80bf80bf80', 'c0', 'c2', 'df', 'e0', 'e0a0', 'ed9f', 'f0', 'f090', 'f09080', 'f48fbf',
  'c080', 'c1bf', 'e08080', 'e09fbf', 'f0808080', 'f08fbfbf', 'f8888080', 'f888808080', 'fc8480808080', 'fe',
  'ff', 'fefeffff', 'f4908080', 'f5808080', 'f7bfbfbf', 'eda080', 'edadbf', 'edae80', 'edafbf', 'edb080',
  'edbfbf', 'eda080edb080', 'c328', 'e228a1', 'e28228', 'f0288cbc', 'f09028bc', 'f0288c28', 'c2c2', '61ff62',
];
/** Of one, two, three and four bytes. */
const words = Buffer.from('aé€🌊');
const bad = [bytes('cebaeda080'), bytes('f09f8c41'), bytes('e282e282ac')];

const cut = (content: Buffer, at: number): readonly Buffer[] => [
  text(content.subarray(0, at), { final: false }),
  more(content.subarray(at)),
];

export const utf8: readonly Case[] = [
  ...valid.map((hex): Case => ({ name: `the text ${hex}`, send: [text(bytes(hex))], must: understood })),
  ...invalid.map((hex): Case => ({ name: `the bytes ${hex} are no text`, send: [text(bytes(hex))], must: refused })),
  ...Array.from({ length: words.length + 1 }, (_, at): Case => ({
    name: `characters of each length, in pieces cut at ${at}`,
    send: cut(words, at),
    must: understood,
  })),
  {
    name: 'characters of each length, in pieces of one byte',
    send: [...[...words].map((byte, at) => (at === 0 ? text : more)(Buffer.from([byte]), { final: false })), more('')],
    must: understood,
  },
  ...Array.from({ length: words.length - 1 }, (_, at): Case => ({
    name: `characters of each length, in segments cut at ${at + 1}`,
    send: async (line) => {
      const all = text(words);
      line.send(all.subarray(0, 6 + at + 1));
      await sleep(5);
      line.send(all.subarray(6 + at + 1));
    },
    must: understood,
  })),
  ...bad.flatMap((content) =>
    Array.from({ length: content.length + 1 }, (_, at): Case => ({
      name: `the bytes ${content.toString('hex')} are no text, in pieces cut at ${at}`,
      send: cut(content, at),
      must: refused,
    })),
  ),
  ...['ff', 'eda0', 'f490'].map(
    (hex): Case => ({
      name: `what begins with the bytes ${hex} is refused before its end`,
      send: [text(bytes(hex), { final: false })],
      must: refused,
    }),
  ),
  { name: 'a message that ends within a character', send: [text(bytes('f09f'), { final: false }), more(bytes('8c'))], must: refused },
  { name: 'a ping within a character', send: [text(bytes('f09f'), { final: false }), more(bytes('8c8a'))], must: understood },
  { name: 'a message after the longest character', send: [text('🌊'), text(jsonPing)], must: { answers: ['rejected', 'pong'] } },
];
