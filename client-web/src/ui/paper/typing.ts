/**
 * Typing paper ballots by keyboard alone: the number of the sheet, the group that is ticked on it, one
 * key for each proposal, Enter.
 *
 * A step and a key make the next step; nothing here knows the page. Keys are told by their place on
 * the keyboard, since the digits of a French one need a second key.
 */
import { scales } from '../../board/methods';
import type { Choice, CollegeId, Mark, Method, ProposalId } from '../../protocol/messages';

/** A sheet as it was read: for each proposal, in the order of the sheet, its choice or nothing. */
export type Sheet = {
  readonly badge: number;
  readonly college: CollegeId | undefined;
  readonly choices: readonly (Choice | undefined)[];
};

export type Step =
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'college'; readonly badge: number }
  | ({ readonly type: 'marks' } & Sheet)
  /** Read twice, and not alike: which reading holds, one place after the other. */
  | {
      readonly type: 'differs';
      readonly first: Sheet;
      readonly second: Sheet;
      readonly at: number;
    };

/** What is to be done with a sheet that was typed to its end. */
export type Done = { readonly sheet: Sheet; readonly checked: boolean };

export type Typed = { readonly step: Step; readonly done?: Done };

export type Around = {
  readonly method: Method;
  /** The most dots on one proposal. */
  readonly cap: number;
  readonly proposals: number;
  readonly colleges: readonly CollegeId[];
  /** The sheets to compare with, where each is typed a second time. */
  readonly firsts: ReadonlyMap<number, Sheet> | undefined;
};

export const start: Step = { type: 'number', digits: '' };

/** Longer numbers are on no sheet. */
const digitsMax = 5;

/** The digit of a key, on top of the keyboard or beside it. */
export const digitOf = (code: string): number | undefined => {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return found ? Number(found[1]) : undefined;
};

/** The key of each choice, as it is written on it: 1, 2, 3; D for ten dots. */
export const keysOf = ({ method, cap }: Pick<Around, 'method' | 'cap'>) =>
  scales[method]
    .slice(0, method === 'dots' ? cap : undefined)
    .map((choice, level) => ({ choice, key: level < 9 ? String(level + 1) : 'D' }));

const choiceAt = (around: Around, code: string): Choice | undefined => {
  const key = code === 'KeyD' ? 'D' : String(digitOf(code) ?? '');
  return keysOf(around).find((one) => one.key === key)?.choice;
};

const isBlank = (code: string): boolean => code === 'Space' || digitOf(code) === 0;

const isEnter = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter';

/** The places where two readings differ. */
export const differences = (one: Sheet, other: Sheet): readonly number[] =>
  [...one.choices.keys()].filter((place) => one.choices[place] !== other.choices[place]);

/** What a sheet says, of the proposals in its order; what is blank is not said. */
export const marksOf = (sheet: Sheet, proposals: readonly ProposalId[]): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const [place, proposal] of proposals.entries()) {
    const choice = sheet.choices[place];
    if (choice) marks.push({ proposal, choice });
  }
  return marks;
};

/** The step after a key; one that means nothing here changes nothing. */
export const press = (step: Step, code: string, around: Around): Typed => {
  if (code === 'Escape') return { step: start };
  switch (step.type) {
    case 'number':
      return { step: pressNumber(step.digits, code) };
    case 'college':
      return { step: pressCollege(step, code, around) };
    case 'marks':
      return pressMarks(step, code, around);
    case 'differs':
      return pressDiffers(step, code);
  }
};

const pressNumber = (digits: string, code: string): Step => {
  const digit = digitOf(code);
  if (digit !== undefined) {
    const next = `${digits}${digit}`.replace(/^0+/, '').slice(0, digitsMax);
    return { type: 'number', digits: next };
  }
  if (code === 'Backspace') return { type: 'number', digits: digits.slice(0, -1) };
  if (isEnter(code) && digits !== '') return { type: 'college', badge: Number(digits) };
  return { type: 'number', digits };
};

const pressCollege = (
  step: Extract<Step, { type: 'college' }>,
  code: string,
  { colleges }: Around,
): Step => {
  if (code === 'Backspace') return { type: 'number', digits: String(step.badge) };
  const college = colleges[(digitOf(code) ?? 0) - 1];
  // Without a tick: somebody whose badge was used before has a group already.
  if (!college && !isEnter(code)) return step;
  return { type: 'marks', badge: step.badge, college, choices: [] };
};

const pressMarks = (
  step: Extract<Step, { type: 'marks' }>,
  code: string,
  around: Around,
): Typed => {
  const { badge, college, choices } = step;
  if (code === 'Backspace') {
    if (choices.length === 0) return { step: { type: 'college', badge } };
    return { step: { ...step, choices: choices.slice(0, -1) } };
  }
  if (choices.length < around.proposals) {
    const choice = choiceAt(around, code);
    if (!choice && !isBlank(code)) return { step };
    return { step: { ...step, choices: [...choices, choice] } };
  }
  return isEnter(code) ? finish({ badge, college, choices }, around) : { step };
};

const finish = (sheet: Sheet, { firsts }: Around): Typed => {
  const first = firsts?.get(sheet.badge);
  if (!first) return { step: start, done: { sheet, checked: false } };
  const [at] = differences(first, sheet);
  if (at === undefined) return { step: start, done: { sheet, checked: true } };
  return { step: { type: 'differs', first, second: sheet, at } };
};

/** 1 keeps the first reading of this place, 2 the second; then the next place, until none differs. */
const pressDiffers = (step: Extract<Step, { type: 'differs' }>, code: string): Typed => {
  const digit = digitOf(code);
  if (digit !== 1 && digit !== 2) return { step };
  const { first, second, at } = step;
  const choice = (digit === 1 ? first : second).choices[at];
  const settled = (sheet: Sheet): Sheet => ({
    ...sheet,
    choices: sheet.choices.map((one, place) => (place === at ? choice : one)),
  });
  const [one, other] = [settled(first), settled(second)];
  const [next] = differences(one, other);
  if (next === undefined) return { step: start, done: { sheet: other, checked: true } };
  return { step: { type: 'differs', first: one, second: other, at: next } };
};
