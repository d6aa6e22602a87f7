import { useLayoutEffect, useState } from 'preact/hooks';
import { type Command, limits, type Proposal } from '../../protocol/messages';
import { Choose } from '../parts/Choose';
import { Field } from '../parts/Field';
import { graphemes } from '../text';
import type { PartProps } from './Desk';
import { useEscape } from './useEscape';
import { say } from './words';

export type TreatForm = 'ask' | 'decline' | 'reword';

type FormProps = {
  readonly view: PartProps['view'];
  readonly proposal: Proposal;
  /** Takes the command that the form became. */
  readonly onSend: (command: Command) => void;
};

/** The form opens where the writing begins, before the next key. */
const useFocus = (id: string) =>
  useLayoutEffect(() => {
    document.getElementById(id)?.focus();
  }, [id]);

type AskProps = Omit<FormProps, 'view'> & { readonly onDone: () => void };

export const AskForm = ({ proposal: { id, status }, onSend, onDone }: AskProps) => {
  const [question, setQuestion] = useState('');
  const { leave, onKeyDown } = useEscape(onDone);
  useFocus(`ask-${id}`);
  const send = (event: Event) => {
    event.preventDefault();
    onSend({ type: 'returnProposal', proposal: id, question: question.trim(), from: status });
  };
  return (
    <form class="stack-close" onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <Field
        id={`ask-${id}`}
        label={say('askLabel')}
        value={question}
        onValue={setQuestion}
        max={limits.remarkGraphemesMax}
        rows={2}
      />
      <div class="desk-row">
        <button type="submit" class="button button-primary" disabled={question.trim() === ''}>
          {say('sendAsk')}
        </button>
        <button type="button" class="button button-plain" onClick={leave}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};

export const RewordForm = ({ view, proposal, onSend }: FormProps) => {
  const { id, status } = proposal;
  const [title, setTitle] = useState(proposal.title);
  const [description, setDescription] = useState(proposal.description);
  const [axis, setAxis] = useState(proposal.axis);
  useFocus(`title-${id}`);
  const axes = view.board.about?.axes ?? [];
  const tooLong =
    graphemes(title.trim()) > limits.titleGraphemesMax ||
    graphemes(description.trim()) > limits.descriptionGraphemesMax;
  const send = (event: Event) => {
    event.preventDefault();
    onSend({
      type: 'rewordProposal',
      proposal: id,
      title: title.trim(),
      description: description.trim(),
      axis,
      from: status,
    });
  };
  return (
    <form class="stack-close" onSubmit={send} noValidate>
      <p class="small">{say('rewordHelp')}</p>
      <Field
        id={`title-${id}`}
        label={say('rewordTitle')}
        value={title}
        onValue={(text) => setTitle(text.replace(/\n/g, ' '))}
        max={limits.titleGraphemesMax}
        rows={2}
      />
      <Field
        id={`description-${id}`}
        label={say('rewordDescription')}
        value={description}
        onValue={setDescription}
        max={limits.descriptionGraphemesMax}
        rows={3}
        optional
      />
      {axes.length > 1 ? (
        <Choose
          id={`axis-${id}`}
          label={say('rewordAxis')}
          value={axis}
          options={axes}
          onValue={setAxis}
        />
      ) : null}
      <button type="submit" class="button button-primary" disabled={title.trim() === '' || tooLong}>
        {say('saveReword')}
      </button>
    </form>
  );
};
