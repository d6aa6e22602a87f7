/** A first vote for practice. It stays in this file: nothing of it is kept, sent or counted. */
import { useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import type { Choice } from '../../protocol/messages';
import type { Storage } from '../../sync/storage';
import { Icon } from '../parts/Icon';
import { Heading } from '../parts/Page';
import type { ScreenProps } from './BoardScreen';
import { fragment } from './route';
import { Choices } from './VoteButtons';
import { say } from './words';

/** That this person has practised, or does not want to. */
const key = 'koudmen.practised';

const remember = (storage: Storage) => storage.write(key, 'yes');

/** Offered to who has nothing to do but wait and has never voted here; a vote makes it go. */
export const PracticeOffer = ({ view: { board }, storage }: ScreenProps) => {
  const [wanted, setWanted] = useState(() => storage.read(key) === undefined);
  if (!wanted || hasVoted(board)) return null;
  const skip = () => {
    remember(storage);
    setWanted(false);
  };
  return (
    <section class="card stack-card" aria-labelledby="practice">
      <h2 id="practice">{say('practiceOffer')}</h2>
      <p>{say('practiceHelp')}</p>
      <div>
        <div class="pair">
          <a class="button" href={fragment({ type: 'practice' })}>
            <Icon name="yes" />
            {say('practise')}
          </a>
          <button type="button" class="button button-plain" onClick={skip}>
            {say('skip')}
            <Icon name="next" end />
          </button>
        </div>
      </div>
    </section>
  );
};

const hasVoted = ({ mine }: Board): boolean =>
  [...mine.choices.values()].some(({ size }) => size > 0);

/** The buttons of a real vote, on a question that nobody decides. */
export const PracticeScreen = ({ storage }: ScreenProps) => {
  const [chosen, setChosen] = useState<Choice>();
  const cast = (choice: Choice | undefined) => {
    remember(storage);
    setChosen(choice);
  };
  return (
    <div class="stack">
      <p class="notice strong">{say('practiceMeans')}</p>
      <div class="card stack-card">
        <Heading>{say('practiceQuestion')}</Heading>
        <div class="stack-close votes">
          <Choices method="opinion" chosen={chosen} steady cast={cast} />
        </div>
      </div>
      <div class="vote-foot">
        <div role="status" class="vote-status">
          {chosen ? (
            <p class="recorded">
              <Icon name="yes" />
              {say('practiceDone')}
            </p>
          ) : (
            <p class="quiet small">{say('notVoted')}</p>
          )}
        </div>
        {chosen ? (
          <button type="button" class="button button-plain" onClick={() => cast(undefined)}>
            {say('undo')}
          </button>
        ) : null}
      </div>
      <a
        class={chosen ? 'button button-primary button-wide' : 'button button-wide'}
        href={fragment({ type: 'now' })}
      >
        {say('practiceEnd')}
      </a>
    </div>
  );
};
