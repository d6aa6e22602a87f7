import { useState } from 'preact/hooks';
import { facts, type Language, languages } from '../languages';
import { chooseLanguage } from '../start';
import { sayCommon, spoken } from '../words';
import { lostCause } from './ConnectionNotice';

/** The languages of the pages, each in its own words; nothing else changes with a choice. */
export const LanguageSwitch = () => {
  const [lost, setLost] = useState(false);
  const choose = async (language: Language) => setLost(!(await chooseLanguage(language)));
  return (
    <nav class="languages column small" aria-label={sayCommon('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          class="button button-plain"
          lang={facts[language].tag}
          aria-pressed={language === spoken()}
          onClick={() => choose(language)}
        >
          {facts[language].name}
        </button>
      ))}
      <p role="status">{lost ? lostCause() : ''}</p>
    </nav>
  );
};
