/** The languages that the pages speak, and which of them a reader is spoken to in. */

export const languages = ['fr', 'gcf', 'en'] as const;
export type Language = (typeof languages)[number];

type Facts = {
  /** What the language calls itself, the same on every page. */
  readonly name: string;
  /** What a page in it says of itself to browsers and screen readers. */
  readonly tag: string;
  /** Whose numbers, dates and plurals it has: Intl knows no Creole of Martinique, and would fall back to English. */
  readonly format: string;
};

export const facts: { readonly [L in Language]: Facts } = {
  fr: { name: 'Français', tag: 'fr', format: 'fr' },
  gcf: { name: 'Kréyòl', tag: 'gcf-MQ', format: 'fr' },
  en: { name: 'English', tag: 'en', format: 'en-GB' },
};

/** The language of a tag as browsers write it, in any of its regions. */
export const languageOf = (tag: string | undefined): Language | undefined => {
  const [first = ''] = (tag ?? '').toLowerCase().split(/[-_]/);
  return languages.find((one) => one === first);
};

/** The first of these tags that is spoken here. */
export const firstSpoken = (tags: readonly (string | undefined)[]): Language | undefined => {
  for (const tag of tags) {
    const found = languageOf(tag);
    if (found) return found;
  }
  return undefined;
};

/** What an address asks for, as ?lang=en. */
export const languageIn = (search: string): Language | undefined =>
  languageOf(new URLSearchParams(search).get('lang') ?? undefined);

/** The same search of an address with another language in it, where it names one. */
export const withLanguage = (search: string, language: Language): string =>
  search.replace(/([?&]lang=)[^&]*/, `$1${language}`);
