/** A sentence that one language has and another has not stops the build here. */
import en from '../../locales/en.json';
import fr from '../../locales/fr.json';
import gcf from '../../locales/gcf.json';

type French = typeof fr;

export const catalogues: { readonly fr: French; readonly gcf: French; readonly en: French } = {
  fr,
  gcf,
  en,
};

// The other way round: what French has not is told to nobody.
export const french: typeof gcf & typeof en = fr;
