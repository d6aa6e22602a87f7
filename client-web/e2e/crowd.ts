/** A room full of phones without pages: they join, and vote as fast as they are told to. */
import type { Choice } from '../src/protocol/messages.ts';
import { subprotocol, version } from '../src/protocol/messages.ts';
import { browserRandom, mintCredential, mintId } from '../src/store/identity.ts';
import type { Links, Server } from './server.ts';

export type Voter = {
  /** Settles with its answer, as done or refused. */
  readonly vote: (ballot: string, proposal: string, choice: Choice) => Promise<void>;
  /** Asks whether the line lives, as phones do every fifteen seconds. */
  readonly ping: () => Promise<void>;
  /** All that went over its socket, both ways, with the headers of frames. */
  readonly bytes: () => number;
  readonly close: () => void;
};

/** Of a frame: two or four bytes from the server, four more from a phone, which masks what it says. */
const framed = (text: string, mask: number): number => {
  const length = Buffer.byteLength(text);
  return length + (length < 126 ? 2 : length < 65536 ? 4 : 10) + mask;
};

type Door = Pick<Server, 'url'> & { readonly links: Pick<Links, 'code'> };

export const join = async ({ url, links }: Door, college = 'citizens'): Promise<Voter> => {
  const credential = mintCredential(browserRandom);
  const answer = await fetch(`${url()}/api/v1/boards/${links.code}/participants`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${credential}` },
    body: JSON.stringify({ college }),
  });
  if (!answer.ok) throw new Error(`joining: ${answer.status}`);
  const socket = new WebSocket(`${url().replace('http', 'ws')}/ws`, subprotocol);
  const waiting = new Map<number, { done: () => void; failed: (why: Error) => void }>();
  let operation = 0;
  let bytes = 0;
  let ponged: (() => void) | undefined;
  const say = (message: object) => {
    const text = JSON.stringify(message);
    bytes += framed(text, 4);
    socket.send(text);
  };
  await new Promise<void>((ready, failed) => {
    socket.onerror = () => failed(new Error('a voter could not connect'));
    socket.onopen = () =>
      say({ type: 'hello', version, board: links.code, credential, device: mintId(browserRandom) });
    socket.onmessage = ({ data }) => {
      const text = String(data);
      bytes += framed(text, 0);
      if (text.includes('"pong"')) ponged?.();
      if (text.includes('"full":true')) ready();
      if (!text.includes('"answers"')) return;
      for (const { operation: number, refusal } of JSON.parse(text).answers) {
        const asked = waiting.get(number);
        if (refusal) asked?.failed(new Error(`a vote was refused: ${refusal.word}`));
        else asked?.done();
      }
    };
  });
  return {
    vote: (ballot, proposal, choice) =>
      new Promise((done, failed) => {
        operation += 1;
        waiting.set(operation, { done, failed });
        const command = { type: 'castChoice', ballot, proposal, choice };
        say({ type: 'command', operation, command });
      }),
    ping: () =>
      new Promise((done) => {
        ponged = done;
        say({ type: 'ping' });
      }),
    bytes: () => bytes,
    close: () => socket.close(),
  };
};

export type Crowd = {
  /** So many votes within so many milliseconds, by one voter after the other; done when all are on disk. */
  readonly vote: (
    ballot: string,
    proposals: readonly string[],
    votes: number,
    within: number,
  ) => Promise<void>;
  readonly close: () => void;
};

/** Moves on with each vote, so that no two votes of a round are the same. */
let turn = 0;

export const crowdOf = async (server: Server, people: number): Promise<Crowd> => {
  const voters: Voter[] = [];
  while (voters.length < people) {
    const some = Math.min(20, people - voters.length);
    voters.push(...(await Promise.all(Array.from({ length: some }, () => join(server)))));
  }
  const choices: readonly Choice[] = ['support', 'support', 'oppose', 'neutral'];
  return {
    vote: async (ballot, proposals, votes, within) => {
      const started = Date.now();
      const answers: Promise<void>[] = [];
      for (let index = 0; index < votes; index += 1) {
        const due = started + (within * index) / votes;
        const early = due - Date.now();
        if (early > 4) await new Promise((later) => setTimeout(later, early));
        turn += 1;
        const voter = voters[turn % voters.length];
        const proposal = proposals[Math.floor(turn / voters.length) % proposals.length];
        const choice = choices[(turn + Math.floor(turn / voters.length)) % choices.length];
        if (voter && proposal && choice) answers.push(voter.vote(ballot, proposal, choice));
      }
      await Promise.all(answers);
    },
    close: () => {
      for (const voter of voters) voter.close();
    },
  };
};
