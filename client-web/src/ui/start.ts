/** Puts a page on the screen, in its reader's language, and anew when that changes. */
import { render, type VNode } from 'preact';
import type { Storage } from '../sync/storage';
import { facts, type Language, languageOf } from './languages';
import { createSpeech, type Files, type Speech } from './speech';
import { type Sections, spoken } from './words';

/** So long the words of another language are waited for; then the page is there in French first. */
const patience = 3000;

/** After so long words that did not come are asked for again. */
const again = 5000;

let speech: Speech | undefined;

/** The language in which the people of this board write. */
let written: string | undefined;

const fetchWords = async (address: string): Promise<Sections> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Sections;
};

type Start = {
  readonly files: Files;
  /** Where the reader's choice is kept; undefined on a screen that is nobody's own. */
  readonly storage: Storage | undefined;
  readonly page: () => VNode;
};

export const startPage = ({ files, storage, page }: Start): void => {
  const place = document.getElementById('app');
  if (!place) return;
  let begun = false;
  const paint = () => {
    if (!begun) return;
    document.documentElement.lang = facts[spoken()].tag;
    // A new element is painted down to its leaves, and keeps every state.
    render(page(), place);
  };
  const here = createSpeech({
    files,
    fetchWords,
    storage,
    search: location.search,
    onSearch: (search) => {
      if (search !== location.search) {
        history.replaceState(null, '', location.pathname + search + location.hash);
      }
    },
    tags: navigator.languages ?? [navigator.language],
    paint,
    later: (then) => void setTimeout(then, again),
  });
  speech = here;
  const show = () => {
    if (begun) return;
    begun = true;
    place.textContent = '';
    paint();
  };
  const begin = async () => {
    const done = await here.begin();
    show();
    if (!done) setTimeout(begin, again);
  };
  setTimeout(show, patience);
  void begin();
};

/** The reader chooses a language; false where its words do not come. */
export const chooseLanguage = (language: Language): Promise<boolean> =>
  speech?.choose(language) ?? Promise.resolve(false);

/** Which language the people of the board write in, and the pages speak to who wishes no other. */
export const followBoard = (tag: string): void => {
  written = tag;
  speech?.follow(tag);
};

/**
 * The language of words; of those that name none it is the board's. It is always said, the page's own
 * too: an element that had a language and is told that it has none any more would be of an unknown one.
 */
export const theirTag = (tag = written): string | undefined => {
  const language = languageOf(tag);
  return language ? facts[language].tag : tag;
};
