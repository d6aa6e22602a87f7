import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import catalogue from '../../locales/fr.json';
import {
  choiceWords,
  decisionWords,
  declineReasonWords,
  refusalWordWords,
  stanceWords,
} from '../protocol/messages';
import { duration, graphemes, lines, planned, slug } from './text';
import { choiceText, percent, refusalText, sayCommon, speaker } from './words';

const sentences = Object.entries(catalogue).flatMap(([section, entries]) =>
  Object.entries(entries).flatMap(([key, entry]) =>
    typeof entry === 'string'
      ? [[`${section}.${key}`, entry] as const]
      : Object.values(entry as Record<string, string>).map(
          (form) => [`${section}.${key}`, form] as const,
        ),
  ),
);

describe('the words of the pages', () => {
  test('C18: every refusal of the protocol is a sentence, and there are no others', () => {
    expect(Object.keys(catalogue.refusals).sort()).toEqual([...refusalWordWords].sort());
    expect(refusalText({ word: 'tooLong', field: 'title', limit: 120 })).toContain('120');
  });

  test('C18: every reason, decision and stance has its words', () => {
    for (const word of declineReasonWords) expect(sayCommon(`reason.${word}`)).not.toBe('');
    for (const word of decisionWords) expect(sayCommon(`decision.${word}`)).not.toBe('');
    for (const word of stanceWords) expect(sayCommon(`stance.${word}`)).not.toBe('');
  });

  test('C60: every choice has its words', () => {
    const said = choiceWords.map(choiceText);
    expect(new Set(said).size).toBe(choiceWords.length);
    expect(choiceText('threeDots')).toBe('3 points');
  });

  test('C19: sentences keep French spacing and are short', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence, key).not.toMatch(/ [?!:;»%]|« /);
      expect(sentence, key).not.toMatch(/'/);
      for (const part of sentence.split(/[.!?:\n]/)) {
        expect(part.trim().split(/\s+/).length, `${key}: ${part}`).toBeLessThanOrEqual(14);
      }
    }
  });

  test('C19: zero and one are singular in French, two is plural', () => {
    const say = speaker({ test: { votes: { one: '{count} vote', other: '{count} votes' } } });
    expect([0, 1, 2].map((count) => say('votes', { count }))).toEqual([
      '0 vote',
      '1 vote',
      '2 votes',
    ]);
    expect(say('votes', { count: 1234 })).toMatch(/^1\s234 votes$/);
  });

  test('C19: a percentage without a base is not said', () => {
    expect(percent(0, 0)).toBeUndefined();
    expect(percent(2, 3)).toBe('67\u00a0%');
  });
});

describe('texts', () => {
  test('C20: lengths are counted as a reader counts', () => {
    expect(graphemes('e\u0301a')).toBe(2);
    expect(graphemes('👩‍👩‍👧')).toBe(1);
    expect(graphemes('')).toBe(0);
  });

  test('C20: what is left of a time is said in minutes and seconds', () => {
    const days = 3 * 86_400_000 + 4 * 3_600_000;
    expect(duration(days)).toBe('3\u00a0j 4\u00a0h');
    expect([-5, 0, 1, 60_000, 245_000, 3_661_000].map(duration)).toEqual([
      '0:00',
      '0:00',
      '0:01',
      '1:00',
      '4:05',
      '1:01:01',
    ]);
  });

  test('C20: what is planned is said in the largest whole unit', () => {
    expect([7, 60, 90, 120, 4320].map(planned)).toEqual([
      '7\u00a0min',
      '1\u00a0h',
      '1\u00a0h\u00a030',
      '2\u00a0h',
      '3\u00a0j',
    ]);
  });

  test('C20: lines and ids of axes come from what a person typed', () => {
    expect(lines(' Inclusion \n\n  Égalité\r\n')).toEqual(['Inclusion', 'Égalité']);
    const taken: string[] = [];
    const ids = ['Égalité & cœur', 'Égalité & cœur', '日本', 'x'.repeat(90)].map((title) => {
      const id = slug(title, taken);
      taken.push(id);
      return id;
    });
    expect(ids[0]).toMatch(/^egalite-c/);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,32}$/);
  });
});

const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

test('C21: text reaches a contrast of seven to one on every ground, by day and by night', () => {
  const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
  const [day = '', night = ''] = css.split('prefers-color-scheme');
  const colours = (part: string) =>
    new Map(
      [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
    );
  const pairs = [
    ['ink', 'paper'],
    ['ink', 'card'],
    ['ink', 'sunk'],
    ['ink', 'lagoon-soft'],
    ['quiet', 'paper'],
    ['quiet', 'card'],
    ['lagoon', 'paper'],
    ['lagoon', 'card'],
    ['lagoon', 'lagoon-soft'],
    ['on-lagoon', 'lagoon'],
    ['hibiscus', 'paper'],
    ['hibiscus', 'card'],
    ['hibiscus', 'hibiscus-soft'],
    ['on-hibiscus', 'hibiscus'],
    ['on-sand', 'sand-soft'],
  ] as const;
  for (const part of [day, night]) {
    const known = colours(part);
    for (const [text, ground] of pairs) {
      const ratio = contrast(known.get(text) ?? '', known.get(ground) ?? '');
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
    }
  }
});
