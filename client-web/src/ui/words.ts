/**
 * Every sentence a page shows comes from a catalogue in locales/ through here.
 *
 * A catalogue has sections, so that a page carries only its own words. French comes with the page;
 * another language is one more file with the same keys, asked for when it is first spoken. A name or
 * a title may fill a hole of a sentence, which is then shown through UserText as `ours`; what a person
 * wrote that stands alone never passes through.
 */
import { common, refusals } from '../../locales/fr.json';
import { dotsOf } from '../board/methods';
import type { Choice, Pledge, Refusal } from '../protocol/messages';
import { facts, type Language } from './languages';

/** A sentence that depends on a number. */
type Plural = { readonly one: string; readonly other: string };

type Catalogue = { readonly [key: string]: string | Plural };

/** Catalogues by the name of their section. */
export type Sections = { readonly [section: string]: Catalogue };

/** What goes into the braces of a sentence; `count` also chooses singular or plural. */
export type Values = { readonly [name: string]: string | number };

const formatsOf = (language: Language) => {
  const { format } = facts[language];
  const counts = 'PluralRules' in Intl;
  return {
    format,
    numbers: new Intl.NumberFormat(format),
    plurals: counts ? new Intl.PluralRules(format) : undefined,
    ordinals: counts ? new Intl.PluralRules(format, { type: 'ordinal' }) : undefined,
  };
};

let language: Language = 'fr';
let formats = formatsOf(language);
let translated: Sections = {};

/** The language that is spoken at this moment. */
export const spoken = (): Language => language;

/** From now on everything is said in this language; what its sections lack is said in French. */
export const speakWith = (next: Language, sections: Sections): void => {
  language = next;
  formats = formatsOf(next);
  translated = sections;
};

const isOne = (count: number): boolean => {
  if (formats.plurals) return formats.plurals.select(count) === 'one';
  return language === 'en' ? count === 1 : Math.abs(count) < 2;
};

const shown = (value: string | number): string =>
  typeof value === 'number' ? formats.numbers.format(value) : value;

const fill = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => shown(values[name] ?? hole));

type Keys<S extends Sections> = { [Name in keyof S]: keyof S[Name] & string }[keyof S];

/** A function that says the sentences of some sections, given in French; a later one comes first. */
export const speaker = <S extends Sections>(french: S) => {
  const names = Object.keys(french).reverse();
  const find = (key: string): string | Plural => {
    for (const name of names) {
      const found = (translated[name] ?? french[name])?.[key] ?? french[name]?.[key];
      if (found !== undefined) return found;
    }
    return '';
  };
  return (key: Keys<S>, values: Values = {}): string => {
    const found = find(key);
    if (typeof found === 'string') return fill(found, values);
    return fill(isOne(Number(values.count ?? 0)) ? found.one : found.other, values);
  };
};

/** The sentences that all pages share. */
export const sayCommon = speaker({ common });

const sayRefusal = speaker({ refusals });

/** What happened and what to do, for a person who was refused. */
export const refusalText = ({ word, limit }: Refusal): string =>
  sayRefusal(word, limit === undefined ? {} : { limit });

/** An institution and its answer, in a line. */
export const answerLine = (name: string, { response }: Pick<Pledge, 'response'>): string =>
  sayCommon('answers', { name, response: sayCommon(`response.${response}`) });

/** A choice, as people call it. */
export const choiceText = (choice: Choice): string =>
  isDots(choice) ? sayCommon('dots', { count: dotsOf(choice) }) : sayCommon(choice);

type Dots = Extract<Choice, `${string}Dot` | `${string}Dots`>;

const isDots = (choice: Choice): choice is Dots => dotsOf(choice) > 0;

const ordinalOf = (rank: number): Intl.LDMLPluralRule => {
  if (formats.ordinals) return formats.ordinals.select(rank);
  if (language !== 'en') return rank === 1 ? 'one' : 'other';
  const teens = rank % 100 > 10 && rank % 100 < 14;
  return (teens ? undefined : (['other', 'one', 'two', 'few'] as const)[rank % 10]) ?? 'other';
};

/** A place among proposals, as 1re, 2e. */
export const rankText = (rank: number): string => {
  const form = ordinalOf(rank);
  return sayCommon(form === 'one' || form === 'two' || form === 'few' ? `rank.${form}` : 'rank', {
    rank,
  });
};

/** A time of day, as 14:05. */
export const clockTime = (moment: number): string =>
  new Date(moment).toLocaleTimeString(formats.format, { hour: '2-digit', minute: '2-digit' });

/** A time of day to the second, as 14:05:09. */
export const clockSeconds = (moment: number): string =>
  new Date(moment).toLocaleTimeString(formats.format, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** A number of people, with the thousands set apart. */
export const people = (count: number): string => formats.numbers.format(count);

/** So many of a hundred, as "62 %". */
export const percentText = (value: number): string => sayCommon('percent', { value });

/** Whole percents of a base; undefined where the base is empty. */
export const percent = (part: number, base: number): string | undefined =>
  base > 0 ? percentText(Math.round((100 * part) / base)) : undefined;

const days: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** French says the first of a month, and counts its other days. */
const withFirst = (date: string): string =>
  formats.format === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date;

/** A day of the calendar, as 1er janvier 2027, wherever the reader is. */
export const dayText = (day: string): string =>
  withFirst(new Date(day).toLocaleDateString(formats.format, { ...days, timeZone: 'UTC' }));

/** The day of a moment, where the reader is. */
export const dateText = (moment: number): string =>
  withFirst(new Date(moment).toLocaleDateString(formats.format, days));
