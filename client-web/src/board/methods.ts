/** The methods of voting, as the screens need them; the server decides what counts. */
import { type Ballot, type Choice, choiceWords, type Method } from '../protocol/messages';

/** The choices of each method, in order. A choice's place among them is its level. */
export const scales: { readonly [M in Method]: readonly Choice[] } = {
  opinion: choiceWords.slice(0, 3),
  approval: choiceWords.slice(3, 4),
  dots: choiceWords.slice(4, 14),
  grades: choiceWords.slice(14),
};

/** How many dots a choice is; none where it is not of that method. */
export const dotsOf = (choice: Choice | undefined): number =>
  choice === undefined ? 0 : scales.dots.indexOf(choice) + 1;

/** The choice that is so many dots; without any there is none. */
export const choiceOfDots = (count: number): Choice | undefined => scales.dots[count - 1];

/** People who expressed a choice. */
export const expressed = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);

/** All dots that were given. */
export const dotsGiven = (counts: readonly number[]): number =>
  counts.reduce((sum, count, level) => sum + (level + 1) * count, 0);

/** The grade in the middle, the worse one of two; undefined where nobody judged. */
export const majorityGrade = (counts: readonly number[]): Choice | undefined => {
  const half = expressed(counts) / 2;
  let people = 0;
  const level = counts.findIndex((count) => {
    people += count;
    return people > half;
  });
  return scales.grades[level];
};

/** What one has given in a ballot, and what is left of it. */
export type Spent = {
  /** Marks or dots. */
  readonly given: number;
  /** Undefined where there is no limit. */
  readonly left: number | undefined;
};

export const spentOf = (
  { method, maximum, budget }: Ballot,
  choices: ReadonlyMap<string, Choice> | undefined,
): Spent => {
  const all = [...(choices?.values() ?? [])];
  const given =
    method === 'dots' ? all.reduce((sum, choice) => sum + dotsOf(choice), 0) : all.length;
  const most = method === 'dots' ? budget : maximum;
  return { given, left: most === undefined ? undefined : Math.max(0, most - given) };
};
