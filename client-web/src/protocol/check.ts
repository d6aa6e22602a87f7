/** Small checks from which messages.ts makes one for every definition of the protocol. */

/** Whether a value, as JSON.parse gives it, is a T. The T is stated where a check is composed. */
export type Check<T> = (value: unknown) => value is T;

type Test = (value: unknown) => boolean;
type Fields = { readonly [name: string]: Test };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const flag: Test = (value) => typeof value === 'boolean';

/** An integer from min to max. */
/* @__NO_SIDE_EFFECTS__ */
export const whole = <T>(min: number, max: number): Check<T> =>
  ((value) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max) as Check<T>;

/** A text of min to max code points. */
/* @__NO_SIDE_EFFECTS__ */
export const text = <T>(min: number, max: number): Check<T> =>
  ((value) => {
    // Code points need at most two units each, so a text that is far too long is not counted.
    if (typeof value !== 'string' || value.length > 2 * max) return false;
    const length = value.length > max || min > 1 ? [...value].length : value.length;
    return length >= min && length <= max;
  }) as Check<T>;

/* @__NO_SIDE_EFFECTS__ */
export const pattern = <T>(form: RegExp): Check<T> =>
  ((value) => typeof value === 'string' && form.test(value)) as Check<T>;

/** A day of the calendar, as year-month-day. */
/* @__NO_SIDE_EFFECTS__ */
export const day = <T>(): Check<T> =>
  ((value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
    const moment = new Date(value);
    return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
  }) as Check<T>;

/** One of a closed list of words. */
/* @__NO_SIDE_EFFECTS__ */
export const word = <T>(words: readonly unknown[]): Check<T> =>
  ((value) => words.includes(value)) as Check<T>;

/* @__NO_SIDE_EFFECTS__ */
export const list = <T>(item: Test, min: number, max: number): Check<T> =>
  ((value) =>
    Array.isArray(value) &&
    value.length >= min &&
    value.length <= max &&
    value.every((one) => item(one))) as Check<T>;

/** An object with these fields; others are ignored. */
/* @__NO_SIDE_EFFECTS__ */
export const record = <T>(required: Fields, optional: Fields = {}): Check<T> => {
  const needed = Object.entries(required);
  const possible = Object.entries(optional);
  return ((value) =>
    isObject(value) &&
    needed.every(([name, test]) => test(value[name])) &&
    possible.every(([name, test]) => value[name] === undefined || test(value[name]))) as Check<T>;
};

/** One of several objects, told apart by their type. */
/* @__NO_SIDE_EFFECTS__ */
export const tagged = <T>(byType: Fields): Check<T> => {
  const tests = new Map<unknown, Test>(Object.entries(byType));
  return ((value) => isObject(value) && tests.get(value.type)?.(value) === true) as Check<T>;
};

/** A JSON text as a T, or undefined when it is not one. */
export const read = <T>(json: string, check: Check<T>): T | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
