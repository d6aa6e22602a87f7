import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { memoryStorage } from '../sync/storage';
import { catalogues } from './catalogue-check';
import {
  facts,
  firstSpoken,
  type Language,
  languageIn,
  languages,
  withLanguage,
} from './languages';
import { createSpeech, type Surroundings } from './speech';
import { planned } from './text';
import {
  clockTime,
  dayText,
  people,
  percent,
  rankText,
  refusalText,
  type Sections,
  sayCommon,
  speaker,
  speakWith,
  spoken,
} from './words';

const sectionsOf = (language: Language): Sections => catalogues[language];

/** Every sentence of a language by its section, its key and its form. */
const sentencesOf = (language: Language): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [section, entries] of Object.entries(sectionsOf(language))) {
    for (const [key, entry] of Object.entries(entries)) {
      if (typeof entry === 'string') found.set(`${section}.${key}`, entry);
      else
        for (const [form, text] of Object.entries(entry))
          found.set(`${section}.${key}#${form}`, text);
    }
  }
  return found;
};

const holesOf = (sentence: string): string => (sentence.match(/\{\w+\}/g) ?? []).sort().join(' ');

const others = ['gcf', 'en'] as const;

afterEach(() => speakWith('fr', {}));

describe('the catalogues', () => {
  test.each(others)(
    'C130: %s has the keys, the forms and the holes of French, and no others',
    (language) => {
      const french = sentencesOf('fr');
      const other = sentencesOf(language);
      expect([...other.keys()].sort()).toEqual([...french.keys()].sort());
      for (const [key, sentence] of french) {
        const said = other.get(key) ?? '';
        expect(said.trim(), key).toBe(said);
        expect(said, key).not.toBe('');
        // One person may be said without a number, in any language.
        if (!key.endsWith('#one')) expect(holesOf(said), key).toBe(holesOf(sentence));
        else
          expect(
            [
              holesOf(sentence),
              holesOf(sentencesOf(language).get(key.replace('#one', '#other')) ?? ''),
            ],
            key,
          ).toContain(holesOf(said));
      }
    },
  );

  test('C131: English has the spacing of English, Creole that of French', () => {
    for (const [key, sentence] of sentencesOf('en')) {
      expect(sentence, key).not.toMatch(/\s[?!:;](?!\w)|\d\s%|[«»]|'|"/);
    }
    for (const [key, sentence] of sentencesOf('gcf')) {
      expect(sentence, key).not.toMatch(/ [?!:;»%]|« |'|"/);
    }
  });

  test.each(others)('C131: the sentences of %s are short', (language) => {
    for (const [key, sentence] of sentencesOf(language)) {
      for (const part of sentence.split(/[.!?:\n]/)) {
        expect(part.trim().split(/\s+/).length, `${key}: ${part}`).toBeLessThanOrEqual(16);
      }
    }
  });
});

describe('numbers and days', () => {
  const in_ = (language: Language) => speakWith(language, sectionsOf(language));
  const say = speaker({ test: { votes: { one: '{count} vote', other: '{count} votes' } } });

  test('C132: nought is singular in French and Creole, plural in English', () => {
    const heard = languages.map((language) => {
      in_(language);
      return [0, 1, 2, 1.5].map((count) => say('votes', { count }).replace(/^\S+ /, ''));
    });
    expect(heard).toEqual([
      ['vote', 'vote', 'votes', 'vote'],
      ['vote', 'vote', 'votes', 'vote'],
      ['votes', 'vote', 'votes', 'votes'],
    ]);
  });

  test('C132: places, percents and thousands are written as each language does', () => {
    in_('en');
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(rankText)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
      '111th',
    ]);
    expect(percent(2, 3)).toBe('67%');
    expect(people(1234)).toBe('1,234');
    expect(clockTime(new Date(2025, 0, 1, 14, 5).getTime())).toBe('14:05');
    expect(dayText('2027-01-01')).toBe('1 January 2027');
    expect(planned(3 * 24 * 60)).toMatch(/^3\sd$/);
    speakWith('fr', {});
    expect([1, 2, 3].map(rankText)).toEqual(['1re', '2e', '3e']);
    expect(dayText('2027-01-01')).toBe('1er janvier 2027');
    expect(people(1234)).toMatch(/^1\s234$/);
    in_('gcf');
    expect(percent(2, 3)).toBe('67\u00a0%');
    expect(people(1234)).toMatch(/^1\s234$/);
    expect(dayText('2027-01-01')).toBe('1er janvier 2027');
  });

  test('C130: what a file of words lacks is said in French, and never as a key', () => {
    speakWith('en', { common: { skip: 'Skip' } });
    expect(sayCommon('skip')).toBe('Skip');
    expect(sayCommon('back')).toBe(catalogues.fr.common.back);
    expect(refusalText({ word: 'busy' })).toBe(catalogues.fr.refusals.busy);
  });

  test('C130: the words of a page come before those that all share, in every language', () => {
    const both = speaker({ common: catalogues.fr.common, phone: catalogues.fr.phone });
    expect(both('skip')).toBe(catalogues.fr.phone.skip);
    in_('en');
    expect(both('skip')).toBe(catalogues.en.phone.skip);
  });
});

describe('whose language it is', () => {
  const files = { en: 'en.json', gcf: 'gcf.json' };
  const begin = (parts: Partial<Surroundings>) => {
    const asked: string[] = [];
    let painted = 0;
    const speech = createSpeech({
      files,
      fetchWords: async (address) => {
        asked.push(address);
        return sectionsOf(address.replace('.json', '') as Language);
      },
      storage: memoryStorage(),
      search: '',
      onSearch: () => undefined,
      tags: [],
      later: () => undefined,
      paint: () => {
        painted += 1;
      },
      ...parts,
    });
    return { speech, asked, painted: () => painted };
  };
  const kept = (language: string) => {
    const storage = memoryStorage();
    storage.write('koudmen.language', language);
    return storage;
  };

  test('C133: tags of any region and spelling are known', () => {
    expect(['fr-MQ', 'EN_us', 'gcf', 'gcf-MQ'].map((tag) => firstSpoken([tag]))).toEqual([
      'fr',
      'en',
      'gcf',
      'gcf',
    ]);
    expect(firstSpoken(['es', 'pt-BR', undefined])).toBeUndefined();
    expect(firstSpoken(['es', 'en-US', 'fr'])).toBe('en');
    expect(languageIn('?ecran=2&lang=gcf')).toBe('gcf');
    expect(languageIn('?lang=xx')).toBeUndefined();
    expect(withLanguage('?lang=gcf&ecran=2', 'en')).toBe('?lang=en&ecran=2');
    expect(withLanguage('?ecran=2', 'en')).toBe('?ecran=2');
  });

  test('C133: the address comes first, then a choice made here, then the browser, then the board', async () => {
    const wishes: [Partial<Surroundings>, Language][] = [
      [{ search: '?lang=gcf', storage: kept('en'), tags: ['fr'] }, 'gcf'],
      [{ storage: kept('gcf'), tags: ['en'] }, 'gcf'],
      [{ tags: ['es', 'en-US'] }, 'en'],
      [{ tags: ['es'] }, 'fr'],
      [{ storage: undefined, tags: ['en'] }, 'fr'],
    ];
    for (const [parts, language] of wishes) {
      speakWith('fr', {});
      const { speech, asked } = begin(parts);
      expect(await speech.begin()).toBe(true);
      expect(spoken()).toBe(language);
      expect(asked.length).toBe(language === 'fr' ? 0 : 1);
    }
    speakWith('fr', {});
    const stranger = begin({ tags: ['es'] });
    await stranger.speech.begin();
    stranger.speech.follow('gcf');
    await new Promise((done) => setTimeout(done));
    expect(spoken()).toBe('gcf');
    speakWith('fr', {});
    const reader = begin({ tags: ['en'] });
    await reader.speech.begin();
    reader.speech.follow('gcf');
    await new Promise((done) => setTimeout(done));
    expect(spoken()).toBe('en');
  });

  test('C133: a choice is kept, its words are asked for once, and it works without a network afterwards', async () => {
    const storage = memoryStorage();
    let online = true;
    const { speech, painted } = begin({
      storage,
      fetchWords: async (address) => {
        if (!online) throw new Error('offline');
        return sectionsOf(address.replace('.json', '') as Language);
      },
    });
    await speech.begin();
    expect(await speech.choose('en')).toBe(true);
    expect(storage.read('koudmen.language')).toBe('en');
    online = false;
    expect(await speech.choose('gcf')).toBe(false);
    expect([spoken(), storage.read('koudmen.language')]).toEqual(['en', 'en']);
    expect(await speech.choose('fr')).toBe(true);
    expect(await speech.choose('en')).toBe(true);
    expect(spoken()).toBe('en');
    expect(painted()).toBe(3);
  });

  test('C133: of two choices the last one counts, whichever words come first', async () => {
    const waiting: (() => void)[] = [];
    const storage = memoryStorage();
    const searches: string[] = [];
    const { speech } = begin({
      storage,
      search: '?lang=fr',
      onSearch: (search) => searches.push(search),
      fetchWords: (address) =>
        new Promise((done) =>
          waiting.push(() => done(sectionsOf(address.replace('.json', '') as Language))),
        ),
    });
    await speech.begin();
    const first = speech.choose('en');
    const second = speech.choose('gcf');
    waiting[1]?.();
    waiting[0]?.();
    await Promise.all([first, second]);
    expect(spoken()).toBe('gcf');
    expect(storage.read('koudmen.language')).toBe('gcf');
    expect(searches).toEqual(['?lang=gcf']);
  });

  test('C133: the board’s language does not come before a choice whose words are still on their way', async () => {
    const storage = memoryStorage();
    let arrive: (() => void) | undefined;
    const { speech } = begin({
      storage,
      fetchWords: (address) =>
        new Promise((done) => {
          arrive = () => done(sectionsOf(address.replace('.json', '') as Language));
        }),
    });
    await speech.begin();
    const choice = speech.choose('en');
    speech.follow('fr');
    arrive?.();
    expect(await choice).toBe(true);
    expect([spoken(), storage.read('koudmen.language')]).toEqual(['en', 'en']);
  });

  test('C133: where the words of the board’s language fail they are asked for again later, not at every paint', async () => {
    const retries: (() => void)[] = [];
    let online = false;
    let tries = 0;
    const { speech } = begin({
      later: (then) => retries.push(then),
      fetchWords: async (address) => {
        tries += 1;
        if (!online) throw new Error('offline');
        return sectionsOf(address.replace('.json', '') as Language);
      },
    });
    await speech.begin();
    for (let paints = 0; paints < 5; paints += 1) {
      speech.follow('gcf');
      await new Promise((done) => setTimeout(done));
    }
    expect([tries, retries.length, spoken()]).toEqual([1, 1, 'fr']);
    online = true;
    retries[0]?.();
    await new Promise((done) => setTimeout(done));
    expect([tries, retries.length, spoken()]).toEqual([2, 1, 'gcf']);
  });
});

const source = resolve(import.meta.dirname, '..');
const text = (file: string): string => readFileSync(file, 'utf8');

/** What a page's script imports, by its own imports. */
const reached = (file: string, seen: Set<string> = new Set()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of text(file).matchAll(/from '(\.[^']+)'/g)) {
    const base = resolve(dirname(file), name);
    const found = [base, `${base}.ts`, `${base}.tsx`].find(
      (one) => /\.tsx?$/.test(one) && has(one),
    );
    if (found) reached(found, seen);
  }
  return seen;
};
const all = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name)),
);
const has = (file: string): boolean => all.has(file);

describe('no sentence is anywhere else', () => {
  test('C130: a page asks for the words of every section that its script says', () => {
    const pages = [...all].filter((file) => file.endsWith('/main.tsx'));
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) {
      const said = new Set<string>();
      for (const file of reached(page)) {
        const [, names = ''] =
          /import \{([^}]+)\} from '[./]+locales\/fr\.json'/.exec(text(file)) ?? [];
        for (const name of names.split(',')) if (name.trim()) said.add(name.trim());
      }
      for (const language of others) {
        const [, list = ''] = new RegExp(`words:${language}/([\\w,]+)`).exec(text(page)) ?? [];
        expect(list.split(',').sort(), page).toEqual([...said].sort());
      }
    }
  });

  test('C130: neither the scripts nor the pages hold sentences of their own', () => {
    const files = [...all].filter(
      (file) => /\/ui\/.*\.tsx?$/.test(file) && !/\.test\.|d\.ts$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const code = text(file)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
      if (!file.endsWith('/languages.ts')) expect(code, file).not.toMatch(/[à-öø-ÿÀ-ÖØ-ß’œŒ]/);
      // Words between tags, or told to a screen reader, that did not come through `say`.
      expect(code, file).not.toMatch(/<\/?\w+[^<>=(){}]*>\s*[A-Za-z]{2,}[^<>{}();=]*<\//);
      expect(code, file).not.toMatch(/(?:aria-label|title|placeholder|alt)="[^"]*[a-z] /);
    }
    for (const name of readdirSync(join(source, '..')).filter((one) => one.endsWith('.html'))) {
      const body = text(join(source, '..', name)).replace(/<title>Koudmen<\/title>/, '');
      expect(body.replace(/<[^>]*>|\{\{[\w:]+\}\}/g, '').trim(), name).toBe('');
      expect(body, name).not.toMatch(/content="[^"]*[a-zé] [a-zé]/);
    }
  });

  test('C134: each language calls itself by its own name, with a tag that browsers know', () => {
    expect(languages.map((one) => facts[one].name)).toEqual(['Français', 'Kréyòl', 'English']);
    for (const one of languages) expect(languageIn(`?lang=${facts[one].tag}`)).toBe(one);
  });
});
