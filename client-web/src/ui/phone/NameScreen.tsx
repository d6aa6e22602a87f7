import { useState } from 'preact/hooks';
import { collegeTitle } from '../../board/select';
import { limits } from '../../protocol/messages';
import { Field, Problem, useSaid } from '../parts/Field';
import { Heading } from '../parts/Page';
import { graphemes } from '../text';
import { refusalText } from '../words';
import type { ScreenProps } from './BoardScreen';
import { go } from './route';
import { say } from './words';

/** Give a name that others see, change it, or take it back. */
export const NameScreen = ({ store, view }: ScreenProps) => {
  const { mine } = view.board;
  const [name, setName] = useState(mine.name ?? '');
  const [problem, setProblem] = useSaid<string>();
  const refused = view.notices.find(({ command }) => command.type === 'introduce');
  const introduce = (given?: string) => {
    const kept = store.intend({
      type: 'introduce',
      ...(given === undefined ? {} : { name: given }),
    });
    if (!kept) return setProblem(() => say('tooMuchWaiting'));
    go({ type: 'now' });
  };
  const save = (event: Event) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return setProblem(() => say('writeFirst'));
    if (graphemes(given) <= limits.nameGraphemesMax) introduce(given);
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Heading>{say('nameTitle')}</Heading>
      <p>{say('nameHelp')}</p>
      {mine.college ? (
        <p class="quiet">{say('myPlace', { college: collegeTitle(view.board, mine.college) })}</p>
      ) : null}
      <Field
        id="name"
        label={say('nameTitle')}
        value={name}
        onValue={setName}
        max={limits.nameGraphemesMax}
        problem={problem}
        autoComplete="given-name"
        optional
      />
      <Problem text={refused ? refusalText(refused.refusal) : undefined} />
      <button type="submit" class="button button-primary button-wide">
        {say('saveName')}
      </button>
      {mine.name === undefined ? null : (
        <button type="button" class="button button-wide" onClick={() => introduce()}>
          {say('removeName')}
        </button>
      )}
    </form>
  );
};
