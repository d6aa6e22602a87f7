import { useState } from 'preact/hooks';
import { limits, type Proposal } from '../../protocol/messages';
import { Field, Problem, useSaid } from '../parts/Field';
import { graphemes } from '../text';
import type { PartProps } from './Office';
import { say } from './words';

/** An official comment: it shows with the institution's name. */
export const CommentForm = ({
  store,
  ask,
  proposal,
}: PartProps & { readonly proposal: Proposal }) => {
  const [text, setText] = useState('');
  const [problem, setProblem] = useSaid<string>();
  const send = (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    if (!said) return setProblem(() => say('writeFirst'));
    if (graphemes(said) > limits.commentTextGraphemesMax) return;
    ask({
      type: 'submitComment',
      comment: store.mint(),
      proposal: proposal.id,
      stance: 'note',
      text: said,
    });
    setText('');
    setProblem();
  };
  return (
    <form class="stack-close" onSubmit={send} noValidate>
      <Field
        id={`comment-${proposal.id}`}
        label={say('comment')}
        help={say('commentHelp')}
        value={text}
        onValue={setText}
        max={limits.commentTextGraphemesMax}
        rows={3}
      />
      <Problem text={problem} />
      <button type="submit" class="button">
        {say('sendComment')}
      </button>
    </form>
  );
};
