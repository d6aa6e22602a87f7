// Who remembers what phones asked and were told, and holds the store to it: at once, by the journal, and
// at the end by the checker of histories (tests/history).

import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Command, FromServer } from '../../client-web/src/protocol/messages.ts';
import { unzip } from '../replay/archive.ts';

/** The monotonic clock, in nanoseconds, as the power cut tells it too. */
export const now = (): bigint => process.hrtime.bigint();

type Thing = { readonly [field: string]: string | null };
type Line = { readonly at: bigint; readonly type: string; readonly [field: string]: unknown };
type Event = {
  readonly n: number;
  readonly k: string;
  readonly b: { readonly d: string; readonly o: number };
  readonly e: Readonly<Record<string, string>>;
};

/** What a command asks for, as a history tells it. */
function askedFor(command: Command): Thing {
  if (command.type === 'castChoice')
    return {
      ballot: command.ballot,
      proposal: command.proposal,
      choice: command.choice ?? null,
    };
  if (command.type === 'submitProposal')
    return { thing: `proposal ${command.proposal}`, value: command.title };
  if (command.type === 'submitComment')
    return { thing: `comment ${command.comment}`, value: command.text };
  throw new Error(`the lab does not ask to ${command.type}`);
}

/** What an event did, as a history tells it; undefined where that is nothing that participants ask for. */
function doneBy({ k, e }: Event): Thing | undefined {
  if (k === 'choiceCast')
    return { ballot: e['b'] ?? '', proposal: e['i'] ?? '', choice: e['c'] ?? null };
  if (k === 'proposalSubmitted') return { thing: `proposal ${e['i']}`, value: e['t'] ?? '' };
  if (k === 'commentSubmitted') return { thing: `comment ${e['c']}`, value: e['t'] ?? '' };
  return undefined;
}

/** The events of a whole board's archive. */
export function eventsOf(archive: Buffer): readonly Event[] {
  const text = unzip(archive).get('events.jsonl')?.toString('utf8') ?? '';
  return text
    .split('\n')
    .filter((line) => line)
    .map((line) => JSON.parse(line) as Event);
}

export function createWitness() {
  const lines: Line[] = [];
  const credentials = new Map<string, string>();
  const told = new Map<string, number>();

  const write = (type: string, fields: Record<string, unknown>) =>
    lines.push({ ...fields, at: now(), type });

  /** Acknowledged operations of a board, "client/operation". */
  const acknowledged = (board: string): ReadonlySet<string> =>
    new Set(
      lines
        .filter(({ type, board: of }) => type === 'ok' && of === board)
        .map(({ client, operation }) => `${client}/${operation}`),
    );

  return {
    asked: (
      board: string,
      client: string,
      credential: string,
      operation: number,
      command: Command,
    ) => {
      credentials.set(client, credential);
      write('invoke', { board, client, credential, operation, ...askedFor(command) });
    },
    done: (board: string, client: string, operation: number) =>
      write('ok', { board, client, operation }),
    refused: (board: string, client: string, operation: number) =>
      write('refused', { board, client, operation }),
    heard: (board: string, client: string, message: FromServer) => {
      if (message.type !== 'state') return;
      const { position } = message;
      // Half of it, perhaps a second old: the other half brings it up to date.
      if (message.more) return;
      told.set(client, position);
      for (const { ballot, proposal, choice } of message.yours?.choices ?? [])
        write('saw', { board, client, position, ballot, proposal, choice: choice ?? null });
      for (const change of message.changes)
        if (change.type === 'proposal')
          write('saw', {
            board,
            client,
            position,
            thing: `proposal ${change.proposal.id}`,
            value: change.proposal.title,
          });
    },
    /** What was told from a moment on counts for nothing: the disk had lost its power. */
    forget: (board: string, since: bigint) => {
      const keep = (line: Line) =>
        line.at < since || line['board'] !== board || line.type === 'invoke';
      const kept = lines.filter(keep);
      lines.length = 0;
      told.clear(); // What was told after the cut may never have been.
      for (const line of kept) lines.push(line);
    },
    acknowledged,
    /** Holds a board's journal to what was told: how much is lost, and how much is there twice. */
    hold: (board: string, archive: Buffer) => {
      const reached = new Set<string>();
      const effects = new Map<string, number>();
      const held = new Map<string, Record<string, unknown>>();
      let position = 0;
      let gaps = 0;
      for (const event of eventsOf(archive)) {
        position += 1;
        if (event.n !== position) gaps += 1;
        const { d: client, o: operation } = event.b;
        const credential = credentials.get(client);
        if (!credential) continue;
        reached.add(`${client}/${operation}`);
        const effect = `${client}/${operation}/${event.k}`; // A proposal is submitted and published at once.
        effects.set(effect, (effects.get(effect) ?? 0) + 1);
        write('effect', { board, position: event.n, client, operation, event: event.k });
        const thing = doneBy(event);
        if (!thing) continue;
        const own = 'ballot' in thing ? { credential } : {};
        held.set(JSON.stringify([own, thing['ballot'], thing['proposal'], thing['thing']]), {
          board,
          ...own,
          ...thing,
        });
      }
      for (const thing of held.values()) write('final', thing);
      const promised = acknowledged(board);
      const missing = [...promised].filter((key) => !reached.has(key));
      const twice = [...effects.values()].filter((count) => count > 1).length;
      return { acknowledged: promised.size, lost: missing.length, duplicated: twice + gaps };
    },
    /** The verdict of the checker of histories over everything; its breaches go to the standard error. */
    judged: async (checker: string, file: string): Promise<Record<string, number>> => {
      if (lines.length === 0) return { operations: 0 };
      const out = createWriteStream(file);
      for (const { at: _, ...line } of lines) out.write(`${JSON.stringify(line)}\n`);
      out.end();
      await finished(out);
      const run = promisify(execFile);
      const said = await run(checker, [file], { maxBuffer: 1 << 26 }).catch((error) => error);
      if (said.stderr) console.error(String(said.stderr).slice(0, 4000));
      return JSON.parse(said.stdout) as Record<string, number>;
    },
  };
}

export type Witness = ReturnType<typeof createWitness>;
