import { useState } from 'preact/hooks';
import { getCard } from '../../store/api';
import { cleanCode, codeLength, wrongLetters } from '../code';
import { Problem, useSaid } from '../parts/Field';
import { refusalText } from '../words';
import { say } from './words';

/** For people without a camera: the five signs from the screen of the room. */
export const CodeForm = () => {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useSaid<string>();
  const [checking, setChecking] = useState(false);

  const enter = async (event: Event) => {
    event.preventDefault();
    const wrong = wrongLetters(code);
    if (wrong.length > 0) return setProblem(() => say('codeWrong', { letters: wrong.join(' ') }));
    if (code.length < codeLength) return setProblem(() => say('codeShort'));
    setChecking(true);
    const found = await getCard(code);
    setChecking(false);
    if (found.type === 'done') {
      location.assign(`/b/${code}`);
      return;
    }
    if (found.type === 'unreachable') return setProblem(() => say('unreachable'));
    const unknown = found.refusal.word === 'unknownBoard';
    setProblem(() => (unknown ? say('codeUnknown') : refusalText(found.refusal)));
  };

  return (
    <form class="card stack" onSubmit={enter} noValidate>
      <h2>{say('haveCode')}</h2>
      <div class="field">
        <label class="label" for="code">
          {say('codeLabel')}
        </label>
        <p id="code-help" class="quiet small">
          {say('codeHelp')}
        </p>
        <input
          id="code"
          class="input code"
          type="text"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          enterKeyHint="go"
          aria-describedby="code-help code-problem"
          aria-invalid={problem !== undefined}
          onInput={(event) => {
            const cleaned = cleanCode(event.currentTarget.value);
            // The field shows what is kept, also where that did not change.
            event.currentTarget.value = cleaned;
            setCode(cleaned);
            setProblem();
          }}
        />
      </div>
      <Problem id="code-problem" text={problem} />
      <button type="submit" class="button button-primary button-wide" disabled={checking}>
        {say(checking ? 'checking' : 'enter')}
      </button>
    </form>
  );
};
