import { useState } from 'preact/hooks';
import { UserText } from '../parts/UserText';
import { say } from './words';

/** Texts up to this length are shown whole, so that the buttons stay on the first screen. */
const shortMax = 70;

/** And where much else stands on the same screen. */
const briefMax = 36;

type FoldedProps = {
  readonly text: string;
  readonly language: string | undefined;
  readonly brief?: boolean;
};

/** A long text in its first words; all of it is the button that unfolds it. Nothing without a text. */
export const Folded = ({ text, language, brief }: FoldedProps) => {
  const [whole, setWhole] = useState(false);
  if (text === '') return null;
  const letters = [...text];
  const most = brief ? briefMax : shortMax;
  if (letters.length <= most) {
    return (
      <p>
        <UserText text={text} language={language} />
      </p>
    );
  }
  const cut = letters
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/, '');
  return (
    <button type="button" class="folded" aria-expanded={whole} onClick={() => setWhole(!whole)}>
      <UserText text={whole ? text : `${cut}…`} language={language} />{' '}
      <span class="folded-more">{say(whole ? 'readLess' : 'readMore')}</span>
    </button>
  );
};
