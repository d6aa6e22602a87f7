// Frames of RFC 6455, made byte by byte: also those that nobody should send.

import { randomBytes } from 'node:crypto';

export const opcodes = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
} as const;

export type Shape = {
  /** False where more of the message follows. */
  readonly final?: boolean;
  /** RSV1 is 4, RSV2 is 2, RSV3 is 1. */
  readonly reserved?: number;
  /** False for a frame that is not masked. */
  readonly mask?: Buffer | false;
  /** How many bytes tell the length, if not the fewest. */
  readonly lengthBytes?: 2 | 8;
  /** The length that is told, if not the true one. */
  readonly told?: bigint;
};

export function frame(opcode: number, content: Buffer | string = '', shape: Shape = {}): Buffer {
  const payload = typeof content === 'string' ? Buffer.from(content) : content;
  const { final = true, reserved = 0, mask = randomBytes(4) } = shape;
  const told = shape.told ?? BigInt(payload.length);
  const fewest = told <= 125n ? 0 : told <= 0xffffn ? 2 : 8;
  const lengthBytes = shape.lengthBytes ?? fewest;
  const head = Buffer.alloc(2 + lengthBytes);
  head[0] = (final ? 0x80 : 0) | (reserved << 4) | opcode;
  head[1] = (mask ? 0x80 : 0) | (lengthBytes === 0 ? Number(told) : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) head.writeUInt16BE(Number(told), 2);
  if (lengthBytes === 8) head.writeBigUInt64BE(told, 2);
  if (!mask) return Buffer.concat([head, payload]);
  const masked = Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return Buffer.concat([head, mask, masked]);
}

export const text = (content: Buffer | string, shape?: Shape): Buffer =>
  frame(opcodes.text, content, shape);
export const more = (content: Buffer | string, shape?: Shape): Buffer =>
  frame(opcodes.continuation, content, shape);
export const ping = (content: Buffer | string = '', shape?: Shape): Buffer =>
  frame(opcodes.ping, content, shape);

/** A close frame's content. */
export const closing = (code: number, reason: Buffer | string = ''): Buffer => {
  const told = Buffer.alloc(2);
  told.writeUInt16BE(code);
  return Buffer.concat([told, Buffer.from(reason)]);
};

export type Heard = {
  readonly opcode: number;
  readonly final: boolean;
  readonly reserved: number;
  readonly payload: Buffer;
};

/**
 * Takes the first frame off what a server sent, and how many bytes it was; undefined while it is not all there.
 * What a server may never do is thrown.
 */
export function takeFrame(bytes: Buffer): readonly [Heard, number] | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  if (second & 0x80) throw new Error('the server masks a frame');
  const mark = second & 0x7f;
  const head = mark === 126 ? 4 : mark === 127 ? 10 : 2;
  if (bytes.length < head) return undefined;
  const length = mark === 126 ? bytes.readUInt16BE(2) : mark === 127 ? Number(bytes.readBigUInt64BE(2)) : mark;
  const fewest = length <= 125 ? 2 : length <= 0xffff ? 4 : 10;
  if (head !== fewest) throw new Error('the server tells a length in more bytes than it needs');
  if (bytes.length < head + length) return undefined;
  const opcode = first & 15;
  if (!Object.values<number>(opcodes).includes(opcode)) throw new Error(`the server sends opcode ${opcode}`);
  if (opcode >= 8 && (length > 125 || !(first & 0x80))) throw new Error('a control frame is long or in pieces');
  const payload = bytes.subarray(head, head + length);
  return [{ opcode, final: (first & 0x80) !== 0, reserved: (first >> 4) & 7, payload }, head + length];
}
