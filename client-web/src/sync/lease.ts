/**
 * Which of a person's open tabs is which device.
 *
 * Two tabs must not count with the same numbers, so each takes a place of its own, and with it a
 * device and an outbox. A place is lent for a short while and renewed while the tab lives; a place
 * whose outbox still holds something is taken first, so that what a closed tab left is sent.
 */
import { readJson, type Storage } from './storage';

/** How long a place stays lent without a word, and how often that word is given. */
export const leaseTime = 12_000;
export const renewEvery = 4_000;

/** More tabs than this share the last place in memory only. */
export const placesMax = 16;

type Lent = { readonly tab: string; readonly until: number };

const isLent = (value: unknown): value is Lent => {
  const lent = value as Partial<Lent> | null;
  return typeof lent?.tab === 'string' && typeof lent.until === 'number';
};

export type Lease = {
  readonly place: number;
  /** Lends it for another while; false when another tab has it now. */
  readonly renew: (now: number) => boolean;
  readonly release: () => void;
};

/** Whether a place holds something to send. */
type Wanted = (place: number) => boolean;

const nameOf = (key: string, place: number) => `${key}.${place}.tab`;

const holderOf = (storage: Storage, key: string, place: number): Lent | undefined =>
  readJson(storage, nameOf(key, place), isLent);

const freePlaces = (storage: Storage, key: string, tab: string, now: number): readonly number[] =>
  Array.from({ length: placesMax }, (_, place) => place).filter((place) => {
    const lent = holderOf(storage, key, place);
    // A clock that was set back must not keep a place for ever.
    return !lent || lent.tab === tab || lent.until < now || lent.until > now + leaseTime;
  });

/** Whether a tab that is gone left something to send, and its place can be had by now. */
export const somethingLeft = (
  storage: Storage,
  key: string,
  tab: string,
  now: number,
  wanted: Wanted,
): boolean => freePlaces(storage, key, tab, now).some(wanted);

/** Takes a free place under this key, one that is wanted before any other. */
export const takeLease = (
  storage: Storage,
  key: string,
  tab: string,
  now: number,
  wanted: Wanted,
): Lease => {
  const places = freePlaces(storage, key, tab, now);
  const place = places.find(wanted) ?? places[0] ?? placesMax;
  const name = nameOf(key, place);
  const lend = (until: number) => storage.write(name, JSON.stringify({ tab, until }));
  lend(now + leaseTime);
  return {
    place,
    renew: (at) => {
      const lent = holderOf(storage, key, place);
      if (lent && lent.tab !== tab) return false;
      lend(at + leaseTime);
      return true;
    },
    release: () => {
      if (holderOf(storage, key, place)?.tab === tab) storage.remove(name);
    },
  };
};
