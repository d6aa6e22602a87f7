/**
 * Every sentence a page shows comes from a catalogue in locales/ through here.
 *
 * A catalogue has sections, so that a page carries only its own words. Another language is another
 * file with the same keys; the text of a person never passes through.
 */
import { common, refusals } from '../../locales/fr.json';
import { dotsOf } from '../board/methods';
import type { Choice, Pledge, Refusal } from '../protocol/messages';

/** A sentence that depends on a number. */
type Plural = { readonly one: string; readonly other: string };

type Catalogue = { readonly [key: string]: string | Plural };

/** What goes into the braces of a sentence; `count` also chooses singular or plural. */
export type Values = { readonly [name: string]: string | number };

export const language = 'fr';

const numbers = new Intl.NumberFormat(language);
const rules = 'PluralRules' in Intl ? new Intl.PluralRules(language) : undefined;

const isOne = (count: number): boolean =>
  rules ? rules.select(count) === 'one' : Math.abs(count) < 2;

const shown = (value: string | number): string =>
  typeof value === 'number' ? numbers.format(value) : value;

const fill = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => shown(values[name] ?? hole));

/** A function that says the sentences of one catalogue. */
export const speaker =
  <C extends Catalogue>(catalogue: C) =>
  (key: keyof C & string, values: Values = {}): string => {
    const found = catalogue[key] as string | Plural;
    if (typeof found === 'string') return fill(found, values);
    return fill(isOne(Number(values.count ?? 0)) ? found.one : found.other, values);
  };

/** The sentences that all pages share. */
export const sayCommon = speaker(common);

const sayRefusal = speaker(refusals);

/** What happened and what to do, for a person who was refused. */
export const refusalText = ({ word, limit }: Refusal): string =>
  sayRefusal(word, limit === undefined ? {} : { limit });

/** An institution and its answer, in a line. */
export const answerLine = (name: string, { response }: Pick<Pledge, 'response'>): string =>
  sayCommon('answers', { name, response: sayCommon(`response.${response}`) });

export { common };

/** A choice, as people call it. */
export const choiceText = (choice: Choice): string =>
  isDots(choice) ? sayCommon('dots', { count: dotsOf(choice) }) : sayCommon(choice);

type Dots = Extract<Choice, `${string}Dot` | `${string}Dots`>;

const isDots = (choice: Choice): choice is Dots => dotsOf(choice) > 0;

/** A place among proposals, as 1re, 2e. */
export const rankText = (rank: number): string =>
  `${numbers.format(rank)}${rank === 1 ? 're' : 'e'}`;

/** A time of day, as 14:05. */
export const clockTime = (moment: number): string =>
  new Date(moment).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });

/** A time of day to the second, as 14:05:09. */
export const clockSeconds = (moment: number): string =>
  new Date(moment).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** A number of people, with the thousands set apart. */
export const people = (count: number): string => numbers.format(count);

/** Whole percents of a base, as "62 %"; undefined where the base is empty. */
export const percent = (part: number, base: number): string | undefined =>
  base > 0 ? `${Math.round((100 * part) / base)}\u00a0%` : undefined;

const days: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** French says the first of a month, and counts its other days. */
const withFirst = (date: string): string => date.replace(/^1(?=\s)/, '1er');

/** A day of the calendar, as 1er janvier 2027, wherever the reader is. */
export const dayText = (day: string): string =>
  withFirst(new Date(day).toLocaleDateString(language, { ...days, timeZone: 'UTC' }));

/** The day of a moment, where the reader is. */
export const dateText = (moment: number): string =>
  withFirst(new Date(moment).toLocaleDateString(language, days));
