import { describe, expect, test } from 'vitest';
import {
  type Around,
  type Done,
  differences,
  keysOf,
  press,
  type Sheet,
  type Step,
  start,
} from './typing';

const around: Around = {
  method: 'opinion',
  cap: 3,
  proposals: 3,
  colleges: ['citizens', 'associations'],
  firsts: undefined,
};

/** Types keys by their place, and tells the last step and every sheet that was done. */
const type = (codes: string, of: Around = around) => {
  let step: Step = start;
  const done: Done[] = [];
  for (const code of codes.split(' ')) {
    const next = press(step, code, of);
    step = next.step;
    if (next.done) done.push(next.done);
  }
  return { step, done };
};

const sheet = (badge: number, choices: Sheet['choices']): Sheet => ({
  badge,
  college: 'citizens',
  choices,
});

describe('typing paper ballots', () => {
  test('C86: a sheet is its number, its group, one key for each proposal, and Enter', () => {
    const { step, done } = type('Digit1 Numpad2 Enter Digit1 Digit1 Numpad3 Digit0 NumpadEnter');
    expect(done).toEqual([{ sheet: sheet(12, ['support', 'oppose', undefined]), checked: false }]);
    expect(step).toEqual(start);
  });

  test('C86: fifty sheets of ten proposals are fewer than a thousand keys', () => {
    const ten = { ...around, proposals: 10 };
    const marks = Array(10).fill('Digit1').join(' ');
    const one = (badge: number) =>
      `${[...String(badge)].map((digit) => `Digit${digit}`).join(' ')} Enter Digit1 ${marks} Enter`;
    const all = Array.from({ length: 50 }, (_, at) => one(at + 1)).join(' ');
    expect(type(all, ten).done).toHaveLength(50);
    expect(all.split(' ').length).toBeLessThan(1000);
  });

  test('C86: a slip is taken back key by key, and Escape leaves the sheet', () => {
    expect(type('Digit1 Digit2 Backspace Enter').step).toEqual({ type: 'college', badge: 1 });
    expect(type('Digit7 Enter Enter Digit1 Backspace Backspace Backspace').step).toEqual({
      type: 'number',
      digits: '7',
    });
    expect(type('Digit7 Enter Enter Digit1 Escape').step).toEqual(start);
    expect(type('Digit0 Enter KeyX Space').step).toEqual(start);
  });

  test('C86: a key that the ballot does not have changes nothing, and Enter waits for the end', () => {
    const { step, done } = type('Digit7 Enter Digit9 Enter Digit4 KeyD Enter Digit1');
    expect(step).toEqual({ type: 'marks', badge: 7, college: undefined, choices: ['support'] });
    expect(done).toEqual([]);
  });

  test('C86: every method has its keys', () => {
    expect(keysOf({ method: 'dots', cap: 10 }).at(-1)).toEqual({ choice: 'tenDots', key: 'D' });
    expect(keysOf({ method: 'dots', cap: 3 })).toHaveLength(3);
    expect(
      keysOf({ method: 'grades', cap: 0 })
        .map(({ key }) => key)
        .join(''),
    ).toBe('123456');
    expect(keysOf({ method: 'approval', cap: 0 })).toEqual([{ choice: 'approve', key: '1' }]);
  });

  test('C87: typed a second time, what differs is settled place by place before the next sheet', () => {
    const first = sheet(7, ['support', 'oppose', undefined]);
    const checking = { ...around, firsts: new Map([[7, first]]) };
    expect(type('Digit7 Enter Digit1 Digit1 Digit3 Space Enter', checking).done).toEqual([
      { sheet: first, checked: true },
    ]);
    const { step, done } = type('Digit7 Enter Digit1 Digit2 Digit3 Digit1 Enter', checking);
    expect(done).toEqual([]);
    expect(step.type).toBe('differs');
    expect(differences(first, sheet(7, ['neutral', 'oppose', 'support']))).toEqual([0, 2]);
    const settled = type(
      'Digit7 Enter Digit1 Digit2 Digit3 Digit1 Enter Enter Digit1 Digit2',
      checking,
    );
    expect(settled.done).toEqual([
      { sheet: sheet(7, ['support', 'oppose', 'support']), checked: true },
    ]);
    expect(settled.step).toEqual(start);
    // A sheet that nobody typed before is read for the first time.
    expect(type('Digit8 Enter Enter Digit1 Digit1 Digit1 Enter', checking).done[0]?.checked).toBe(
      false,
    );
  });
});
