// One case: what is sent, what must be heard, and whether others are unharmed.

import { closing, frame, type Heard, opcodes, text } from './frames.ts';
import { type Line, messageOf, openSocket, type Seat } from './line.ts';

/** What must be heard, in this order: "pong" and its content, or the type of a message. */
type Answers = { readonly answers: readonly string[] };
/** The server closes, with this code; one of them where the RFC leaves it open. 1005 is a close without a code. */
type Closes = { readonly closes: number | readonly number[] };
/** The server ends without a close frame. */
type Ends = { readonly ends: true };
export type Expected = Answers | Closes | Ends;

export type Case = {
  readonly name: string;
  /** Who sends it: usually somebody who looks on. */
  readonly as?: 'observer' | 'participant' | 'desk' | 'nobody yet';
  /** What is offered of extensions. */
  readonly offers?: string;
  readonly send: readonly Buffer[] | ((line: Line) => Promise<void>);
  readonly must: Expected;
  /** Nothing is said back to the server's close frame; how long the end may take then, in milliseconds. */
  readonly silent?: number;
};

export type Outcome = { readonly name: string; readonly wrong: string | undefined };

/** How long a socket may stay open after the farewell, in milliseconds. */
const closingTime = 2_000;

const told = (heard: Heard): string => {
  if (heard.opcode === opcodes.pong) return `pong ${heard.payload.toString('latin1')}`;
  if (heard.opcode === opcodes.close) {
    return `close ${heard.payload.length >= 2 ? heard.payload.readUInt16BE() : 1005}`;
  }
  if (heard.opcode !== opcodes.text) return `opcode ${heard.opcode}`;
  return String(messageOf(heard)['type']);
};

/** The next thing that is about what was sent here, not about what others do. */
const next = async (line: Line): Promise<string> => {
  for (;;) {
    const heard = await line.hear();
    if (!heard) return 'end';
    const what = told(heard);
    if (what !== 'state') return what;
  }
};

const wrongOf = async (line: Line, { must, silent }: Case): Promise<string | undefined> => {
  if ('answers' in must) {
    for (const [at, expected] of must.answers.entries()) {
      const heard = await next(line);
      if (heard !== expected) return `answer ${at + 1} is "${heard}" instead of "${expected}"`;
    }
    line.send(frame(opcodes.ping, 'still here'));
    const after = await next(line);
    line.send(frame(opcodes.close, closing(1000)));
    return after === 'pong still here' ? undefined : `after it "${after}" is heard`;
  }
  let heard = await next(line);
  const asked = Date.now();
  if ('ends' in must) return heard === 'end' ? undefined : `"${heard}" is heard instead of the end`;
  // What came before the fault is answered.
  while (heard !== 'end' && !heard.startsWith('close ')) heard = await next(line);
  const allowed = typeof must.closes === 'number' ? [must.closes] : must.closes;
  if (!allowed.some((code) => heard === `close ${code}`)) {
    return `"${heard}" is heard instead of close ${allowed.join(' or ')}`;
  }
  if (silent === undefined) line.send(frame(opcodes.close, closing(1000)));
  const after = await next(line);
  if (after !== 'end') return `"${after}" is heard after the close frame`;
  const took = Date.now() - asked;
  return took <= (silent ?? closingTime) ? undefined : `the socket was open ${took} ms more`;
};

export type House = {
  readonly port: number;
  readonly seats: Readonly<Record<'observer' | 'participant' | 'desk', Seat>>;
  /** Fails unless somebody honest on the same board is answered at once. */
  readonly checkWitness: () => Promise<void>;
};

export async function judge(house: House, one: Case): Promise<Outcome> {
  let line: Line | undefined;
  try {
    const { as = 'observer', send, offers } = one;
    line = await openSocket(house.port, as === 'nobody yet' ? undefined : house.seats[as], offers);
    if (typeof send === 'function') await send(line);
    else line.send(Buffer.concat(send));
    const wrong = await wrongOf(line, one);
    await house.checkWitness();
    return { name: one.name, wrong };
  } catch (error) {
    return { name: one.name, wrong: String(error) };
  } finally {
    line?.cut();
  }
}

export const jsonPing = '{"type":"ping"}';
/** A message that is always answered with a pong of the product's. */
export const asked: Buffer = text(jsonPing);
