import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import type { Proposal } from '../../protocol/messages';
import { Icon } from '../parts/Icon';
import { say } from './words';

type Props = { readonly board: Board; readonly proposal: Proposal };

/** What voices go by. No browser has one for Creole, which a French voice reads best. */
const voices: { readonly [language: string]: string } = { fr: 'fr-FR', gcf: 'fr-FR', en: 'en-GB' };

type Reading = 'silent' | 'reading' | 'failed';

/**
 * Reads a proposal aloud with the browser's own voices, and stops; not there where the browser has
 * no speech.
 */
export const ReadAloud = ({ board, proposal }: Props) => {
  const { title, description } = proposal;
  const language = proposal.language ?? board.about?.language ?? '';
  const text = description === '' ? title : `${title}.\n${description}`;
  const [reading, setReading] = useState<Reading>('silent');
  // Held for as long as it is read: some browsers forget an utterance that nobody holds.
  const current = useRef<SpeechSynthesisUtterance>(undefined);
  const stop = () => {
    if (current.current) speechSynthesis.cancel();
    current.current = undefined;
    setReading('silent');
  };
  // With the screen, or the words on it, goes the voice.
  useLayoutEffect(() => stop, [text]);
  useEffect(() => {
    addEventListener('pagehide', stop);
    return () => removeEventListener('pagehide', stop);
  }, []);

  if (!('speechSynthesis' in window)) return null;
  const read = () => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = voices[language] ?? language;
    const over = (next: Reading) => () => {
      if (current.current !== utterance) return;
      current.current = undefined;
      setReading(next);
    };
    utterance.onend = over('silent');
    utterance.onerror = over('failed');
    current.current = utterance;
    // Another page may have left something in the queue.
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
    setReading('reading');
  };
  const isReading = reading === 'reading';
  const word = say(isReading ? 'stopReading' : reading === 'failed' ? 'noVoice' : 'readAloud');
  return (
    <div class="read-aloud">
      <button type="button" class="button button-plain" onClick={isReading ? stop : read}>
        <Icon name={isReading ? 'stop' : 'sound'} />
        {word}
      </button>
      <span class="unseen" role="status">
        {reading === 'failed' ? word : ''}
      </span>
    </div>
  );
};
