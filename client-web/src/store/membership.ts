/** Who this phone is on a board, kept on the phone. */
import { type Code, type Credential, isCredential } from '../protocol/messages';
import { readJson, type Storage } from '../sync/storage';
import { mintCredential, type RandomBytes } from './identity';

export type Membership = {
  readonly credential: Credential;
  /** Whether the board has answered that it knows the credential. */
  readonly joined: boolean;
};

const key = (code: Code) => `koudmen.${code}.me`;

const isMembership = (value: unknown): value is Membership => {
  const one = value as Partial<Membership> | null;
  return typeof one?.joined === 'boolean' && isCredential(one.credential);
};

/** The membership of this phone, made up at the first visit; it is kept before it is used. */
export const membership = (storage: Storage, code: Code, random: RandomBytes): Membership => {
  const kept = readJson(storage, key(code), isMembership);
  if (kept) return kept;
  const made = { credential: mintCredential(random), joined: false };
  storage.write(key(code), JSON.stringify(made));
  return made;
};

export const rememberJoined = (storage: Storage, code: Code, { credential }: Membership): void =>
  storage.write(key(code), JSON.stringify({ credential, joined: true }));

/** For a board that does not know this phone (any more). */
export const forget = (storage: Storage, code: Code): void => storage.remove(key(code));
