/**
 * Commands that were not answered yet, kept over a reload and a closed tab.
 *
 * A device counts its commands; a number is never used for two. What is kept is written before it
 * is sent, so nothing a person did is forgotten, and the number that was sent is never given again.
 */
import {
  type Command,
  type CommandRequest,
  type DeviceId,
  isDeviceId,
  isOperation,
  limits,
  type Operation,
  type Position,
} from '../protocol/messages';
import { readJson, type Storage } from './storage';

export type Waiting = CommandRequest & {
  /** When it was asked, by this device's clock. */
  readonly at: number;
};

type Kept = {
  readonly device: DeviceId;
  /** The number of the next command. */
  readonly next: Operation;
  readonly waiting: readonly Waiting[];
};

export type Outbox = {
  readonly device: DeviceId;
  /** Not answered yet, in the order they were asked. */
  readonly waiting: () => readonly Waiting[];
  /**
   * Counts and keeps a command; undefined when too many wait already. `position` is how far this
   * device had been told.
   */
  readonly add: (command: Command, at: number, position?: Position) => Waiting | undefined;
  /** Takes an answered command out, and returns it. */
  readonly settle: (operation: Operation) => Waiting | undefined;
  /** The server accepted up to here from this device: count on above it. */
  readonly countOnFrom: (accepted: Operation) => void;
};

/** What this client wrote itself; the server is the judge of the command. */
const isWaiting = (value: unknown): value is Waiting => {
  const one = value as Partial<Waiting> | null;
  return isOperation(one?.operation) && typeof one?.command?.type === 'string';
};

const isKept = (value: unknown): value is Kept => {
  const kept = value as Partial<Kept> | null;
  return (
    typeof kept === 'object' &&
    kept !== null &&
    isDeviceId(kept.device) &&
    isOperation(kept.next) &&
    Array.isArray(kept.waiting) &&
    kept.waiting.every(isWaiting)
  );
};

export const createOutbox = (storage: Storage, key: string, mintDevice: () => DeviceId): Outbox => {
  let kept: Kept = readJson(storage, key, isKept) ?? {
    device: mintDevice(),
    next: 1,
    waiting: [],
  };
  const keep = (next: Kept) => {
    kept = next;
    storage.write(key, JSON.stringify(kept));
  };
  return {
    device: kept.device,
    waiting: () => kept.waiting,
    add: (command, at, position) => {
      if (kept.waiting.length >= limits.operationsPendingMax) return undefined;
      const added: Waiting = {
        type: 'command',
        operation: kept.next,
        command,
        at,
        ...(position === undefined ? {} : { position }),
      };
      keep({ ...kept, next: kept.next + 1, waiting: [...kept.waiting, added] });
      return added;
    },
    settle: (operation) => {
      const found = kept.waiting.find((one) => one.operation === operation);
      if (!found) return undefined;
      keep({ ...kept, waiting: kept.waiting.filter((one) => one !== found) });
      return found;
    },
    countOnFrom: (accepted) => {
      if (accepted >= kept.next) keep({ ...kept, next: accepted + 1 });
    },
  };
};

/** The frame of a waiting command: the server knows no other field. */
export const requestOf = ({ type, operation, position, command }: Waiting): CommandRequest => ({
  type,
  operation,
  ...(position === undefined ? {} : { position }),
  command,
});
