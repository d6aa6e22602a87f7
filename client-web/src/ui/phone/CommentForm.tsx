import { useEffect, useState } from 'preact/hooks';
import {
  type Command,
  type CommentId,
  limits,
  type Proposal,
  type Stance,
  stanceWords,
} from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { Field, Problem, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { WrittenIn } from '../parts/WrittenIn';
import { graphemes, tidied } from '../text';
import { refusalText, spoken } from '../words';
import { type CommentDraft, keepComment, keptComment } from './draft';
import { say } from './words';

type FormProps = {
  readonly store: Store;
  readonly view: View;
  readonly storage: Storage;
  readonly proposal: Proposal;
};

const empty = { stance: 'note', text: '' } as const;

/** Write a comment and say what it is. A refused one comes back into the form. */
export const CommentForm = ({ store, view, storage, proposal }: FormProps) => {
  const code = view.board.about?.code ?? '';
  const [draft, setDraft] = useState<CommentDraft>(
    () => keptComment(storage, code, proposal.id) ?? { ...empty, proposal: proposal.id },
  );
  const { stance, text } = draft;
  const change = (part: Partial<CommentDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepComment(storage, code, next);
  };
  const [problem, setProblem] = useSaid<string>();
  const [last, setLast] = useState<CommentId>();

  const isThis = (command: Command) =>
    command.type === 'submitComment' && command.proposal === proposal.id;
  const refused = view.notices.find(({ command }) => isThis(command));
  const waits = view.waiting.some(({ command }) => isThis(command));

  // The words of a refused comment come back once, to be put right.
  useEffect(() => {
    if (refused?.command.type !== 'submitComment') return;
    const { command } = refused;
    change({ text: text || command.text, stance: command.stance, language: command.language });
  }, [refused?.id]);

  const send = (event: Event) => {
    event.preventDefault();
    const length = graphemes(tidied(text));
    if (length === 0) return setProblem(() => say('writeFirst'));
    if (length > limits.commentTextGraphemesMax) return;
    const comment = store.mint();
    const kept = store.intend({
      type: 'submitComment',
      comment,
      proposal: proposal.id,
      stance,
      text: tidied(text),
      language: draft.language ?? spoken(),
    });
    if (!kept) return setProblem(() => say('tooMuchWaiting'));
    if (refused) store.dismiss(refused.id);
    setProblem();
    change({ text: '' });
    setLast(comment);
  };

  return (
    <form class="card stack" onSubmit={send} noValidate>
      <h3>{say('commentTitle')}</h3>
      <Options
        name="stance"
        legend={say('commentStance')}
        value={stance}
        options={stanceWords.map((id) => ({ id, title: say(`stance.${id}`) }))}
        onValue={(value) => change({ stance: value as Stance })}
        columns
      />
      <Field
        id="comment"
        label={say('commentText')}
        value={text}
        onValue={(written) => change({ text: written })}
        max={limits.commentTextGraphemesMax}
        problem={problem}
        rows={3}
      />
      <WrittenIn
        id="comment-language"
        value={draft.language ?? spoken()}
        onValue={(language) => change({ language })}
      />
      <Problem text={refused ? refusalText(refused.refusal) : undefined} />
      <button type="submit" class="button button-primary button-wide">
        {say('sendComment')}
      </button>
      <p role="status" class="quiet">
        {last && !refused ? say(waits ? 'sending' : 'commentSent') : ''}
      </p>
    </form>
  );
};
