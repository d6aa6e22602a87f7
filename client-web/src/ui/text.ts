/** The length of a text as its reader counts it. */
import { sayCommon } from './words';

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('fr', { granularity: 'grapheme' }) : undefined;

/** Characters as a reader counts them; where the browser cannot tell, code points, which are more. */
export const graphemes = (text: string): number => {
  const cleaned = text.normalize('NFC');
  if (!segmenter) return [...cleaned].length;
  let count = 0;
  for (const _ of segmenter.segment(cleaned)) count += 1;
  return count;
};

/** A text as it is sent: what a keyboard makes by accident, and no reader sees, is put right. */
export const tidied = (text: string): string =>
  text
    .replace(/\t/g, ' ')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The lines of a text that hold something, without the space around them. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** From how many hours on a time is said in days. */
const hoursMax = 48;

/** Minutes and seconds that are left, as 4:05; hours in front where there are any, then days. */
export const duration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  if (hours >= hoursMax) {
    return sayCommon('daysHours', { days: Math.floor(hours / 24), hours: hours % 24 });
  }
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${hours}:${two(minutes % 60)}:${rest}`;
};

/** How long something is planned to last, as 45 min, 2 h, 1 h 30 or 3 j. */
export const planned = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return sayCommon('minutes', { minutes });
  if (rest > 0) {
    return sayCommon('hoursMinutes', { hours, minutes: String(rest).padStart(2, '0') });
  }
  return hours % 24 === 0 ? sayCommon('days', { days: hours / 24 }) : sayCommon('hours', { hours });
};

/** An id for an axis or a college, made of its title: small letters, digits and hyphens. */
export const slug = (title: string, taken: readonly string[]): string => {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 28)
    .replace(/^-+|-+$/g, '');
  const base = plain || 'x';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};
