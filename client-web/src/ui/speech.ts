/** In which language a page speaks: what its reader wishes, and the words of it once they are here. */
import type { Storage } from '../sync/storage';
import { firstSpoken, type Language, languageIn, withLanguage } from './languages';
import { type Sections, speakWith, spoken } from './words';

/** Where the words of the languages are that do not come with the page. */
export type Files = { readonly [L in Exclude<Language, 'fr'>]: string };

export type Speech = {
  /** Speaks as the reader wishes, as far as that is known; comes back when it is so or cannot be. */
  readonly begin: () => Promise<boolean>;
  /** The reader chooses; false where the words do not come. */
  readonly choose: (language: Language) => Promise<boolean>;
  /** For who wishes nothing that is spoken here: the language of the board, told as often as one likes. */
  readonly follow: (board: string) => void;
};

export type Surroundings = {
  readonly files: Files;
  readonly fetchWords: (address: string) => Promise<Sections>;
  /** Where a choice is kept; undefined on a page that is nobody's own, as a screen in a hall. */
  readonly storage: Storage | undefined;
  readonly search: string;
  /** Keeps the address as it is chosen, where it names a language. */
  readonly onSearch: (search: string) => void;
  readonly tags: readonly string[];
  readonly paint: () => void;
  /** Calls back when it is worth asking again for words that did not come. */
  readonly later: (then: () => void) => void;
};

const key = 'koudmen.language';

export const createSpeech = (surroundings: Surroundings): Speech => {
  const { files, fetchWords, storage, search, onSearch, tags, paint, later } = surroundings;
  const known = new Map<Language, Sections>([['fr', {}]]);
  const wished = (): Language | undefined =>
    languageIn(search) ?? (storage && (firstSpoken([storage.read(key)]) ?? firstSpoken(tags)));
  /** What was asked for last is what is spoken, whichever words come first. */
  let asked: Language | undefined;
  /** What the reader chose, while its words are on their way. */
  let choosing: Language | undefined;
  /** The board's language, once it was told. */
  let followed: string | undefined;

  const speak = async (language: Language): Promise<boolean> => {
    asked = language;
    if (language === spoken()) return true;
    try {
      const words =
        known.get(language) ?? (await fetchWords(files[language as Exclude<Language, 'fr'>]));
      known.set(language, words);
      if (asked !== language) return true;
      speakWith(language, words);
      paint();
      return true;
    } catch {
      if (asked === language) asked = spoken();
      return false;
    }
  };

  const speakAsBoard = async (board: string): Promise<void> => {
    const language = firstSpoken([board]);
    if (board !== followed || choosing || wished() || !language || language === asked) return;
    if (!(await speak(language))) later(() => void speakAsBoard(board));
  };

  return {
    begin: () => speak(choosing ?? wished() ?? 'fr'),
    choose: async (language) => {
      choosing = language;
      const done = await speak(language);
      if (choosing !== language) return done; // Another was chosen meanwhile.
      choosing = undefined;
      if (done) {
        storage?.write(key, language);
        onSearch(withLanguage(search, language));
      }
      return done;
    },
    follow: (board) => {
      if (asked === undefined || board === followed) return;
      followed = board;
      void speakAsBoard(board);
    },
  };
};
