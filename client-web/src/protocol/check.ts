/** Small checks from which messages.ts makes one for every definition of the protocol. */

/** Whether a value, as JSON.parse gives it, is a T. */
export type Check<T> = (value: unknown) => value is T;

// The checks below are untyped inside: messages.ts states which type each composition proves.
// biome-ignore lint/suspicious/noExplicitAny: a check proves whatever type it is assigned to.
type AnyCheck = Check<any>;
type Fields = { readonly [name: string]: AnyCheck };

const check = (holds: (value: unknown) => boolean): AnyCheck => holds as AnyCheck;

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const flag: Check<boolean> = check((value) => typeof value === 'boolean');

/** An integer from min to max. */
export const whole = (min: number, max: number): AnyCheck =>
  check((value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max);

/** A text of min to max code points. */
export const text = (min: number, max: number): AnyCheck =>
  check((value) => {
    if (typeof value !== 'string') return false;
    // A text has at least half as many code points as UTF-16 units, so most need no count.
    const units = value.length;
    return units <= max ? units >= min : units <= 2 * max && [...value].length <= max;
  });

export const pattern = (form: RegExp): AnyCheck =>
  check((value) => typeof value === 'string' && form.test(value));

/** A day of the calendar, as year-month-day. */
export const day: AnyCheck = check((value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
});

/** One of a closed list of words. */
export const word = (words: readonly unknown[]): AnyCheck => check((value) => words.includes(value));

export const list = (item: AnyCheck, min: number, max: number): AnyCheck =>
  check(
    (value) =>
      Array.isArray(value) && value.length >= min && value.length <= max && value.every(item),
  );

/** An object with these fields; others are ignored. */
export const record = (required: Fields, optional: Fields = {}): AnyCheck => {
  const needed = Object.entries(required);
  const possible = Object.entries(optional);
  return check(
    (value) =>
      isObject(value) &&
      needed.every(([name, holds]) => holds(value[name])) &&
      possible.every(([name, holds]) => value[name] === undefined || holds(value[name])),
  );
};

/** One of several objects, told apart by their type. */
export const tagged = (byType: Fields): AnyCheck =>
  check((value) => {
    if (!isObject(value) || typeof value.type !== 'string') return false;
    return Object.hasOwn(byType, value.type) && byType[value.type]?.(value) === true;
  });

/** A JSON text as a T, or undefined when it is not one. */
export const read = <T>(json: string, holds: Check<T>): T | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return holds(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
