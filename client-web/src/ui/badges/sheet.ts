/** How badges lie on paper, and what their codes to scan say. */

/** A badge with its number, as it was told once. */
export type Badge = { readonly number: number; readonly code: string };

/** The name and the key of the venue's network; without a key it is open. */
export type Network = { readonly name: string; readonly key: string };

/** Badges on a page of A4, in columns and rows. */
export const layouts = [
  { perPage: 8, columns: 2, rows: 4 },
  { perPage: 12, columns: 2, rows: 6 },
  { perPage: 18, columns: 3, rows: 6 },
  { perPage: 24, columns: 3, rows: 8 },
] as const;

export type Layout = (typeof layouts)[number];

/** So many to a page; the last page holds what is left. */
export const pages = (badges: readonly Badge[], perPage: number): readonly (readonly Badge[])[] =>
  Array.from({ length: Math.ceil(badges.length / perPage) }, (_, page) =>
    badges.slice(page * perPage, (page + 1) * perPage),
  );

/** What has a meaning in the text of a network is set apart. */
const escaped = (text: string): string => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);

/** The text that makes a phone join a network. */
export const networkText = ({ name, key }: Network): string =>
  key === ''
    ? `WIFI:T:nopass;S:${escaped(name)};;`
    : `WIFI:T:WPA;S:${escaped(name)};P:${escaped(key)};;`;
