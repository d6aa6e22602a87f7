/**
 * What a page shows: the board the server confirmed, with every unanswered command laid over it.
 *
 * It owns the connection and the outbox, and knows neither the DOM nor a framework. Whatever
 * arrives, it calls its watcher at most four times a second; one's own acts show at once.
 */
import { type Board, emptyBoard, receive } from '../board/board';
import { expect, sameSubject } from '../board/expect';
import { unreachable } from '../board/unreachable';
import {
  type Answer,
  type Code,
  type Command,
  type Credential,
  type FromServer,
  type InstitutionNumber,
  limits,
  type ProposalId,
  type Refusal,
  type Role,
  type Similar,
  type State,
  type TabletUse,
  version,
} from '../protocol/messages';
import { type ConnectionState, createConnection, type Surroundings } from '../sync/connection';
import { type Lease, renewEvery, somethingLeft, takeLease } from '../sync/lease';
import { createOutbox, type Outbox, requestOf, type Waiting } from '../sync/outbox';
import type { Storage } from '../sync/storage';
import { passes } from './api';
import { type Counted, countedAfter } from './counted';
import { mintId, type RandomBytes } from './identity';
import { forgetKept, readKept, writeKept } from './kept';

/** A command that was refused, and why. It stays until it is dismissed or done anew. */
export type Notice = {
  readonly id: number;
  readonly command: Command;
  readonly refusal: Refusal;
};

export type View = {
  /** What to show. */
  readonly board: Board;
  /** What the server said, alone. */
  readonly confirmed: Board;
  readonly connection: ConnectionState;
  /** When the line was lost, by this device's clock; undefined while it lives. */
  readonly lostAt: number | undefined;
  /** Of when the board is, while the page shows what was kept and was told nothing yet. */
  readonly keptAt: number | undefined;
  /** Of when the counts of votes are. */
  readonly counted: Counted;
  readonly waiting: readonly Waiting[];
  readonly notices: readonly Notice[];
  readonly role: Role | undefined;
  /** The number of this desk, as claims name it. */
  readonly desk: number | undefined;
  /** The last answer to a search for similar proposals. */
  readonly similar: Similar | undefined;
  /** Which institution one is, if one is. */
  readonly institution: InstitutionNumber | undefined;
  /** Milliseconds that the server's clock is ahead of this device's. */
  readonly clockAhead: number;
};

export type Store = {
  readonly view: () => View;
  /** Calls when the view changed; the returned function ends that. */
  readonly watch: (watcher: () => void) => () => void;
  readonly start: () => void;
  /** Asks for something. False when so much waits already that it cannot be kept. */
  readonly intend: (command: Command) => boolean;
  /** Says at the desk that one begins, or ends, to read a proposal. Lost without a line. */
  readonly claim: (proposal: ProposalId, claimed: boolean) => void;
  /** Asks which proposals have a title like this text. Lost without a line. */
  readonly searchSimilar: (text: string, except?: ProposalId) => void;
  readonly dismiss: (notice: number) => void;
  readonly wake: () => void;
  /** Gives the tab's place free for another, as the page is left. */
  readonly leave: () => void;
  /** Ends for good: nothing more is sent, and nothing of it stays on the device. */
  readonly abandon: () => void;
  /** A fresh id for something this device creates. */
  readonly mint: () => string;
};

/** A helper's tablet, as the server is told of it. */
export type Tablet = { readonly helper: Credential; readonly use: TabletUse };

export type StoreOptions = {
  readonly code: Code;
  readonly credential?: Credential;
  readonly tablet?: Tablet | undefined;
  readonly storage: Storage;
  /** The program that keeps the board on the device; without it no board is kept. */
  readonly build?: string | undefined;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly surroundings: Surroundings;
};

/** The shortest time between two paints that nobody here asked for. */
export const paintEvery = 250;

/** How long what was told may be unkept; a whole board, and what answers this device, is kept at once. */
export const keepEvery = 5000;

/** Notices kept: of all that may wait at once, should all of it be refused. */
export const noticesMax = limits.operationsPendingMax;

/** A short name for a credential, so that no key in the storage tells it. */
const nickname = (credential: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of credential) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** Commands whose words must not vanish in silence, and that are harmless to ask again. */
const carriesWords = ({ type }: Command): boolean =>
  type === 'submitProposal' ||
  type === 'submitComment' ||
  type === 'editProposal' ||
  type === 'offerCommitment' ||
  type === 'reportProgress';

/** A person on a board, as what this device keeps names them. */
export const personOf = (code: Code, credential: Credential | undefined): string =>
  `koudmen.${code}.${nickname(credential ?? '')}`;

export const createStore = (options: StoreOptions): Store => {
  const { code, credential, tablet, storage, build, random, now, surroundings } = options;
  const key = personOf(code, credential);
  const tab = mintId(random);
  const watchers = new Set<() => void>();

  const owner = build === undefined ? undefined : { build, person: key };
  const kept = owner === undefined ? undefined : readKept(storage, owner);
  let lease: Lease;
  let outbox: Outbox;
  let confirmed: Board = kept?.board ?? emptyBoard;
  let keptAt = kept?.at;
  let counted: Counted = { at: keptAt ?? 0, own: [] };
  let notices: readonly Notice[] = [];
  let role: Role | undefined;
  let desk: number | undefined;
  let similar: Similar | undefined;
  let institution: InstitutionNumber | undefined;
  let clockAhead = 0;
  let lostAt: number | undefined = now();
  let noticeCount = 0;
  let abandoned = false;
  let shown: View | undefined; // Undefined when something changed since it was made.
  let paintedAt = 0;
  let callOffPaint: (() => void) | undefined;
  let callOffKeep: (() => void) | undefined;

  const outboxKey = (place: number) => `${key}.${place}`;

  const holdsSomething = (place: number) =>
    storage.read(outboxKey(place))?.includes('"waiting":[{') ?? false;

  const takePlace = () => {
    lease = takeLease(storage, key, tab, now(), holdsSomething);
    outbox = createOutbox(storage, outboxKey(lease.place), () => mintId(random));
  };

  const changePlace = () => {
    takePlace();
    connection.restart();
    changedHere();
  };

  /** A tab that slept may have lost its place to another; then it goes on as a new device. */
  const holdPlace = () => {
    if (!lease.renew(now())) changePlace();
  };

  const paint = () => {
    callOffPaint?.();
    callOffPaint = undefined;
    paintedAt = now();
    for (const watcher of watchers) watcher();
  };
  const changed = () => {
    shown = undefined;
    if (callOffPaint) return;
    const rest = paintEvery - (now() - paintedAt);
    if (rest <= 0 || rest > paintEvery) return paint();
    callOffPaint = surroundings.after(rest, paint);
  };
  const changedHere = () => {
    shown = undefined;
    paint();
  };

  const keepBoard = () => {
    callOffKeep?.();
    callOffKeep = undefined;
    if (owner === undefined || abandoned) return;
    writeKept(storage, owner, { at: lostAt ?? now(), board: confirmed });
  };

  const keepLater = () => {
    if (owner === undefined) return;
    callOffKeep ??= surroundings.after(keepEvery, keepBoard);
  };

  const sendAll = () => {
    for (const waiting of outbox.waiting()) connection.send(requestOf(waiting));
  };

  const askAgain = (settled: Waiting) => {
    const later = outbox.waiting().some(({ command }) => sameSubject(command, settled.command));
    const added = later ? undefined : outbox.add(settled.command, settled.at, settled.position);
    if (!added) return;
    surroundings.after(1000 + 2000 * surroundings.random(), () => {
      connection.send(requestOf(added));
    });
  };

  const settle = ({ operation, refusal }: Answer) => {
    const settled = outbox.settle(operation);
    if (!settled || !refusal) return;
    const lostAnswer = refusal.word === 'superseded';
    if (passes(refusal) || (lostAnswer && carriesWords(settled.command))) {
      return askAgain(settled);
    }
    if (lostAnswer) return;
    noticeCount += 1;
    const notice = { id: noticeCount, command: settled.command, refusal };
    notices = [...notices, notice].slice(-noticesMax);
  };

  let half: State | undefined;

  const hear = (message: FromServer) => {
    switch (message.type) {
      case 'welcome':
        role = message.role;
        desk = message.desk;
        institution = message.institution;
        clockAhead = message.now - now();
        half = undefined;
        outbox.countOnFrom(message.operation);
        sendAll();
        return changed();
      case 'state': {
        // Half a board waits for the other half, which says whose it is: a vote would be in another's order.
        if (message.more) {
          half = message;
          return;
        }
        const answers = message.answers ?? [];
        const atOnce = half || message.full || answers.length > 0;
        for (const part of half ? [half, message] : [message]) {
          confirmed = receive(confirmed, part);
          counted = countedAfter(counted, part, now());
        }
        half = undefined;
        keptAt = undefined;
        answers.forEach(settle);
        if (atOnce) keepBoard();
        else keepLater();
        if (message.resume) sendAll();
        return atOnce ? changedHere() : changed();
      }
      case 'rejected': {
        const { operation, refusal } = message;
        if (operation !== undefined) settle({ operation, refusal });
        return changedHere();
      }
      case 'similar':
        similar = message;
        return changed();
      case 'pong':
        clockAhead = message.now - now();
        return;
      default:
        return unreachable(message);
    }
  };

  const connection = createConnection(surroundings, {
    hello: () => ({
      type: 'hello',
      version,
      board: code,
      device: outbox.device,
      ...(credential === undefined ? {} : { credential }),
      ...tablet,
      // What was kept may be of another history, so that all is asked anew.
      ...(confirmed.position > 0 && keptAt === undefined ? { position: confirmed.position } : {}),
    }),
    heard: hear,
    changed: (state) => {
      if (state.type === 'live') lostAt = undefined;
      else lostAt ??= now();
      changedHere();
    },
  });

  const keepPlace = () => {
    if (abandoned) return;
    holdPlace();
    // A tab that ended without a word has its commands sent by one that has none of its own.
    if (outbox.waiting().length === 0 && somethingLeft(storage, key, tab, now(), holdsSomething)) {
      lease.release();
      changePlace();
    }
    surroundings.after(renewEvery, keepPlace);
  };

  takePlace();

  return {
    view: () => {
      shown ??= {
        board: outbox
          .waiting()
          .reduce((board, { command, at }) => expect(board, command, at), confirmed),
        confirmed,
        connection: connection.state(),
        lostAt,
        keptAt,
        counted,
        waiting: outbox.waiting(),
        notices,
        role,
        desk,
        similar,
        institution,
        clockAhead,
      };
      return shown;
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    start: () => {
      connection.start();
      surroundings.after(renewEvery, keepPlace);
    },
    intend: (command) => {
      holdPlace();
      const told = confirmed.position > 0 ? confirmed.position : undefined;
      const added = outbox.add(command, now(), told);
      if (!added) return false;
      // Whatever was refused about the same thing is old news.
      notices = notices.filter((notice) => !sameSubject(notice.command, command));
      connection.send(requestOf(added));
      changedHere();
      return true;
    },
    claim: (proposal, claimed) => {
      connection.send({ type: 'claim', proposal, claimed });
    },
    searchSimilar: (text, except) => {
      connection.send({ type: 'similarTo', text, ...(except === undefined ? {} : { except }) });
    },
    dismiss: (id) => {
      notices = notices.filter((notice) => notice.id !== id);
      changedHere();
    },
    wake: () => {
      if (abandoned) return;
      holdPlace();
      connection.wake();
    },
    leave: () => {
      if (callOffKeep) keepBoard();
      lease.release();
    },
    abandon: () => {
      abandoned = true;
      connection.stop();
      callOffPaint?.();
      callOffKeep?.();
      if (owner !== undefined) forgetKept(storage, key);
      watchers.clear();
      storage.remove(outboxKey(lease.place));
      lease.release();
    },
    mint: () => mintId(random),
  };
};
