import { useState } from 'preact/hooks';
import { UserText } from '../parts/UserText';
import { say } from './words';

/** Texts up to this length are shown whole, so that the buttons stay on the first screen. */
const shortMax = 70;

/** A long text in its first words, to be unfolded. Without a text, nothing. */
export const Folded = ({ text }: { text: string }) => {
  const [whole, setWhole] = useState(false);
  if (text === '') return null;
  const letters = [...text];
  if (letters.length <= shortMax) {
    return (
      <p>
        <UserText text={text} />
      </p>
    );
  }
  const cut = letters
    .slice(0, shortMax)
    .join('')
    .replace(/\s+\S*$/, '');
  return (
    <div>
      <p>
        <UserText text={whole ? text : `${cut}…`} />
      </p>
      <button
        type="button"
        class="button button-plain button-inline"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {say(whole ? 'readLess' : 'readMore')}
      </button>
    </div>
  );
};
