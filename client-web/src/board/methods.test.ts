import { describe, expect, test } from 'vitest';
import { type Ballot, choiceWords, methodWords } from '../protocol/messages';
import { choiceOfDots, dotsGiven, dotsOf, majorityGrade, scales, spentOf } from './methods';

describe('the methods of voting', () => {
  test('C60: every choice is of one method, in the order of the protocol', () => {
    expect(methodWords.flatMap((method) => scales[method])).toEqual(choiceWords);
  });

  test('C60: a choice of dots is so many dots, and no other choice is any', () => {
    expect(scales.dots.map(dotsOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const choice of scales.dots) expect(choiceOfDots(dotsOf(choice))).toBe(choice);
    expect(choiceOfDots(0)).toBeUndefined();
    expect(dotsOf('veryGood')).toBe(0);
    expect(dotsGiven([3, 0, 2])).toBe(9);
  });

  test('C60: what is left counts every choice of the ballot, and has no limit where there is none', () => {
    const ballot: Ballot = {
      id: 'b',
      number: 1,
      question: '?',
      method: 'dots',
      results: 'live',
      state: 'open',
      proposals: ['p', 'q'],
      openedAt: 1,
      resultsShown: true,
      orderShown: false,
      budget: 5,
      cap: 3,
    };
    const dots = new Map([
      ['p', 'threeDots'],
      ['gone', 'oneDot'],
    ] as const);
    expect(spentOf(ballot, dots)).toEqual({ given: 4, left: 1 });
    expect(spentOf(ballot, undefined)).toEqual({ given: 0, left: 5 });
    const { budget: _, cap: __, ...plain } = ballot;
    const marks = new Map([['p', 'approve']] as const);
    expect(spentOf({ ...plain, method: 'approval' }, marks)).toEqual({ given: 1, left: undefined });
    expect(spentOf({ ...plain, method: 'approval', maximum: 1 }, marks).left).toBe(0);
  });

  test('C60: the majority grade is the one in the middle, the worse of two', () => {
    expect(majorityGrade([0, 0, 0, 0, 0, 0])).toBeUndefined();
    expect(majorityGrade([1, 0, 0, 0, 0, 0])).toBe('veryGood');
    expect(majorityGrade([1, 1, 0, 0, 0, 0])).toBe('good');
    expect(majorityGrade([2, 1, 0, 0, 0, 1])).toBe('good');
    expect(majorityGrade([2, 0, 0, 0, 0, 1])).toBe('veryGood');
  });
});
