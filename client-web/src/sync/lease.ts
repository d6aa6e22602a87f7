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

/** Takes a free place under this key; `wanted` says which places hold something to send. */
export const takeLease = (
  storage: Storage,
  key: string,
  tab: string,
  now: number,
  wanted: (place: number) => boolean,
): Lease => {
  const name = (place: number) => `${key}.${place}.tab`;
  const holder = (place: number) => readJson(storage, name(place), isLent);
  const isFree = (place: number) => {
    const lent = holder(place);
    // A clock that was set back must not keep a place for ever.
    return !lent || lent.tab === tab || lent.until < now || lent.until > now + leaseTime;
  };
  const places = Array.from({ length: placesMax }, (_, place) => place).filter(isFree);
  const place = places.find(wanted) ?? places[0] ?? placesMax;
  const lend = (until: number) => storage.write(name(place), JSON.stringify({ tab, until }));
  lend(now + leaseTime);
  return {
    place,
    renew: (at) => {
      const lent = holder(place);
      if (lent && lent.tab !== tab) return false;
      lend(at + leaseTime);
      return true;
    },
    release: () => {
      if (holder(place)?.tab === tab) storage.remove(name(place));
    },
  };
};
