/** What a phone makes up by itself: who it is, and names for what it creates. */

export type RandomBytes = (count: number) => Uint8Array;

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const letters = (alphabet: string, count: number, random: RandomBytes): string =>
  Array.from(random(count), (byte) => alphabet[byte % alphabet.length] ?? '').join('');

/** A credential of one's own: at least 128 random bits. */
export const mintCredential = (random: RandomBytes): string => letters(crockford, 26, random);

/** A name for a device, a proposal, a comment or a ballot: at least 128 random bits. */
export const mintId = (random: RandomBytes): string => letters(base64url, 22, random);

/** From the browser; it is there on plain HTTP too, where much else of this kind is not. */
export const browserRandom: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
