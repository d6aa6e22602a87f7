/** Join codes as people type them. */

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many signs a code has. */
export const codeLength = 5;

/** What was typed, in capital letters and without the spaces and dashes people add. */
export const cleanCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').slice(0, codeLength);

/** The signs in it that no code has. */
export const wrongLetters = (code: string): readonly string[] => [
  ...new Set([...code].filter((letter) => !letters.includes(letter))),
];
