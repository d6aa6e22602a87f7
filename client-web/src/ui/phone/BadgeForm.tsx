import { useState } from 'preact/hooks';
import { badgeLength, cleanCode, inGroups, wrongLetters } from '../code';
import { Problem } from '../parts/Field';
import { say } from './words';

type BadgeFormProps = {
  /** What was wrong with the last one. */
  readonly problem: string | undefined;
  readonly checking: boolean;
  readonly onBadge: (badge: string) => void;
};

/** For people whose camera does not scan: the ten signs of the badge, in the two groups printed. */
export const BadgeForm = ({ problem, checking, onBadge }: BadgeFormProps) => {
  const [badge, setBadge] = useState('');
  const [own, setOwn] = useState<string>();
  const enter = (event: Event) => {
    event.preventDefault();
    const wrong = wrongLetters(badge);
    if (wrong.length > 0) return setOwn(say('badgeWrong', { letters: wrong.join(' ') }));
    if (badge.length < badgeLength) return setOwn(say('badgeShort'));
    setOwn(undefined);
    onBadge(badge);
  };
  const shown = own ?? problem;
  return (
    <form class="stack" onSubmit={enter} noValidate>
      <div class="field">
        <label class="label" for="badge">
          {say('badgeLabel')}
        </label>
        <input
          id="badge"
          class="input code"
          type="text"
          value={inGroups(badge)}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          enterKeyHint="go"
          disabled={checking}
          aria-describedby="badge-problem"
          aria-invalid={shown !== undefined}
          onInput={(event) => {
            const cleaned = cleanCode(event.currentTarget.value, badgeLength);
            // The field shows what is kept, also where that did not change.
            event.currentTarget.value = inGroups(cleaned);
            setBadge(cleaned);
            setOwn(undefined);
          }}
        />
      </div>
      <Problem id="badge-problem" text={checking ? undefined : shown} />
      <button type="submit" class="button button-primary button-wide" disabled={checking}>
        {say(checking ? 'badgeChecking' : 'badgeEnter')}
      </button>
    </form>
  );
};
