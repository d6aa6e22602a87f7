import { describe, expect, test } from 'vitest';
import { needCodeWords, progressWords, responseWords } from '../../protocol/messages';
import { indicatorText, needText } from '../parts/commitments';
import { answerLine, sayCommon } from '../words';
import { emptyIndicator, indicatorOf } from './Indicators';
import { numberOf } from './numbers';

describe('what an institution types', () => {
  test('C102: a number is whole, however its thousands are set apart', () => {
    expect(numberOf(' 250 000 ', 1e12)).toBe(250_000);
    expect(numberOf('1\u202f500', 1e12)).toBe(1500);
    expect(numberOf('', 100)).toBeUndefined();
    expect(numberOf('100', 100)).toBe(100);
    for (const text of ['101', '-1', '1,5', '1.5', '1e3', 'dix', '9'.repeat(16)]) {
      expect(numberOf(text, 100), text).toBe('wrong');
    }
  });

  test('C102: an indicator has a name and a target, or is none', () => {
    const typed = { ...emptyIndicator, name: ' Passagers ', target: '600' };
    expect(indicatorOf(typed)).toEqual({ name: 'Passagers', target: 600 });
    expect(indicatorOf({ ...typed, unit: 'par an', baseline: '0' })).toEqual({
      name: 'Passagers',
      target: 600,
      unit: 'par an',
      baseline: 0,
    });
    expect(indicatorOf({ ...typed, target: '' })).toBeUndefined();
    expect(indicatorOf({ ...typed, name: '' })).toBeUndefined();
    expect(indicatorOf({ ...typed, baseline: 'beaucoup' })).toBeUndefined();
    expect(indicatorOf({ ...typed, unit: 'x'.repeat(41) })).toBeUndefined();
  });

  test('C18: every response, progress and need has its words', () => {
    for (const response of responseWords) {
      expect(answerLine('CTM', { response })).toMatch(/^CTM (ne )?s’engage/);
    }
    for (const progress of progressWords) expect(sayCommon(`progress.${progress}`)).not.toBe('');
    for (const need of needCodeWords) expect(needText(need)).not.toBe('');
    const said = indicatorText({ name: 'Passagers', unit: 'par an', baseline: 120, target: 600 });
    expect(said).toBe('Passagers\u00a0: 600 par an (120 aujourd’hui)');
  });
});
