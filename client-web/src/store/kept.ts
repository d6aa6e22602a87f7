/**
 * The board as it was last told, kept on the phone, so that a page that opens without a network
 * shows it. With a network the whole board is asked anew.
 *
 * One board is kept, the last one, and by the program that wrote it: another may think of a board
 * in another way.
 */
import { type Board, emptyBoard } from '../board/board';
import type { Storage } from '../sync/storage';

export type Kept = {
  /** When it was as it is, by this device's clock. */
  readonly at: number;
  readonly board: Board;
};

/** Whose the kept board is. */
export type Owner = {
  /** The program that wrote it. */
  readonly build: string;
  /** The board and the person on it. */
  readonly person: string;
};

const key = 'koudmen.board';

/** In code units, so that much room is left for what waits to be sent. */
export const keptMax = 1_000_000;

/** Maps are kept as lists of their entries under this name, which is no field of a board. */
const entries = 'entries of a map';

const packed = (_: string, value: unknown): unknown =>
  value instanceof Map ? { [entries]: [...value] } : value;

const unpacked = (_: string, value: unknown): unknown => {
  const list = (value as { readonly [entries]?: unknown } | null)?.[entries];
  return Array.isArray(list) ? new Map(list) : value;
};

type Written = Kept & Owner;

const written = (storage: Storage): Written | undefined => {
  try {
    return JSON.parse(storage.read(key) ?? 'null', unpacked) ?? undefined;
  } catch {
    return undefined;
  }
};

/** What others kept, or another program, is not read. */
export const readKept = (storage: Storage, { build, person }: Owner): Kept | undefined => {
  const found = written(storage);
  if (found?.build !== build || found.person !== person) return undefined;
  return { at: found.at, board: found.board };
};

/** Comments that are kept: writing many takes a slow phone longer than a screen may stand still. */
export const keptCommentsMax = 1000;

/**
 * Keeps a board in place of the one before: without its comments if they are many, and not at all if
 * it is too large even so.
 */
export const writeKept = (storage: Storage, owner: Owner, { at, board }: Kept): void => {
  const many = board.comments.size > keptCommentsMax;
  const most = many ? { ...board, comments: emptyBoard.comments } : board;
  const text = JSON.stringify({ ...owner, at, board: most }, packed);
  if (text.length <= keptMax) storage.write(key, text);
  else storage.remove(key);
};

/** Of this person nothing stays, whichever program kept it; what is another's does. */
export const forgetKept = (storage: Storage, person: string): void => {
  if (written(storage)?.person === person) storage.remove(key);
};
