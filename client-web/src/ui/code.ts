/** Codes of boards and badges as people type them. */

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many signs a code has. */
export const codeLength = 5;

/** How many a badge has. They are printed and shown in groups of five. */
export const badgeLength = 10;

/** What was typed, in capital letters and without the spaces and dashes people add. */
export const cleanCode = (typed: string, length = codeLength): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').slice(0, length);

/** A badge in its two groups. */
export const inGroups = (badge: string): string => badge.replace(/^(.{5})(.+)$/, '$1 $2');

/** The link of a badge: behind the #, so that no server and no log ever sees it in an address. */
export const badgeLink = (origin: string, code: string, badge: string): string =>
  `${origin}/b/${code}#badge=${badge}`;

/** The badge in the part of an address after #, if there is one. */
export const badgeIn = (hash: string): string | undefined =>
  /^#badge=([0-9a-z]{10})$/i.exec(hash)?.[1]?.toUpperCase();

/** The signs in it that no code has. */
export const wrongLetters = (code: string): readonly string[] => [
  ...new Set([...code].filter((letter) => !letters.includes(letter))),
];
