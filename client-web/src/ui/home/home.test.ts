import { describe, expect, test } from 'vitest';
import { checks } from '../../protocol/messages';
import { badgeIn, badgeLength, badgeLink, cleanCode, inGroups, wrongLetters } from '../code';
import { problemsOf, requestOf, startForm } from './board';

describe('the first page', () => {
  test('C22: a code is taken as people type it, and a sign that no code has is named', () => {
    expect(cleanCode(' k7-p4x ')).toBe('K7P4X');
    expect(cleanCode('k7p4xzzz')).toBe('K7P4X');
    expect(wrongLetters('K7P4X')).toEqual([]);
    expect(wrongLetters('O1IOL')).toEqual(['O', '1', 'I', 'L']);
  });

  test('C80: a badge is taken as people type it, and its link keeps it behind the #', () => {
    expect(cleanCode(' k7p4x-b2m9q ', badgeLength)).toBe('K7P4XB2M9Q');
    expect(inGroups('K7P4XB2M9Q')).toBe('K7P4X B2M9Q');
    expect(inGroups('K7P4X')).toBe('K7P4X');
    const link = badgeLink('http://a', 'ABCDE', 'K7P4XB2M9Q');
    expect(new URL(link).pathname + new URL(link).search).toBe('/b/ABCDE');
    expect(badgeIn(new URL(link).hash)).toBe('K7P4XB2M9Q');
    expect(badgeIn('#liste')).toBeUndefined();
    expect(badgeIn('#badge=K7P4X')).toBeUndefined();
  });

  test('C22: a form without problems is a request of the protocol', () => {
    const form = { ...startForm(), title: ' Feuille ', axes: 'Inclusion\nInclusion\n\n日本' };
    expect(problemsOf(form)).toEqual({ title: undefined, axes: undefined, colleges: undefined });
    const request = requestOf(form);
    expect(checks.CreateBoard(request)).toBe(true);
    expect(request.axes.map(({ id }) => id)).toEqual(['inclusion', 'inclusion-2', 'x']);
    expect(request.colleges?.length).toBe(5);
  });

  test('C22: what is missing or too long is said beside its field', () => {
    const wrong = { ...startForm(), axes: 'x'.repeat(61), colleges: '\n' };
    expect(Object.values(problemsOf(wrong)).filter(Boolean)).toHaveLength(3);
    expect(problemsOf({ ...wrong, axes: 'a\n'.repeat(25) }).axes).toContain('24');
  });
});
