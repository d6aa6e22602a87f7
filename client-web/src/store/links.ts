/** The secret links of a board, in the browser that opened it, as it keeps its own credential. */
import { type BoardCreated, type Code, isBoardCreated } from '../protocol/messages';
import { readJson, type Storage } from '../sync/storage';

const key = (code: Code) => `koudmen.${code}.links`;

export const keepLinks = (storage: Storage, created: BoardCreated): void =>
  storage.write(key(created.code), JSON.stringify(created));

/** Undefined in every browser but the one that opened the board. */
export const keptLinks = (storage: Storage, code: Code): BoardCreated | undefined =>
  readJson(storage, key(code), isBoardCreated);
