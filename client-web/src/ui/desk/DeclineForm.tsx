import { useState } from 'preact/hooks';
import {
  type Command,
  type DeclineReason,
  declineReasonWords,
  limits,
  type Proposal,
} from '../../protocol/messages';
import { Field, useFirstWrong, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { graphemes } from '../text';
import { useEscape } from './useEscape';
import { say } from './words';

type DeclineProps = {
  readonly proposal: Proposal;
  /** Takes the command that the form became. */
  readonly onSend: (command: Command) => void;
  readonly onDone: () => void;
};

type Problems = { readonly reason?: string | undefined; readonly words?: string | undefined };

/** What keeps a refusal from being sent: its author is owed a reason. */
const problemsOf = (reason: DeclineReason | '', words: string): Problems => ({
  reason: reason === '' ? say('chooseReason') : undefined,
  words:
    reason === 'other' && words === ''
      ? say('needWords')
      : graphemes(words) > limits.remarkGraphemesMax
        ? say('wordsTooLong', { limit: limits.remarkGraphemesMax })
        : undefined,
});

/** Why a proposal is not published, in a sentence of the protocol and in one's own words. */
export const DeclineForm = ({ proposal, onSend, onDone }: DeclineProps) => {
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [words, setWords] = useState('');
  const [problems = {}, setProblems] = useSaid<Problems>();
  const { form, lead } = useFirstWrong();
  const { leave, onKeyDown } = useEscape(onDone);
  const send = (event: Event) => {
    event.preventDefault();
    const said = words.trim();
    const found = problemsOf(reason, said);
    setProblems(() => problemsOf(reason, said));
    if (reason === '' || found.words) return lead();
    onSend({
      type: 'declineProposal',
      proposal: proposal.id,
      reason,
      from: proposal.status,
      ...(said ? { words: said } : {}),
    });
  };
  return (
    <form class="stack-close" ref={form} onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <Options
        name={`reason-${proposal.id}`}
        legend={say('declineReason')}
        value={reason}
        options={declineReasonWords.map((id) => ({ id, title: say(`reason.${id}`) }))}
        onValue={(chosen) => {
          setReason(chosen as DeclineReason);
          setProblems();
        }}
        problem={problems.reason}
      />
      <Field
        id={`words-${proposal.id}`}
        label={say('declineWords')}
        value={words}
        onValue={(text) => {
          setWords(text);
          setProblems();
        }}
        max={limits.remarkGraphemesMax}
        problem={problems.words}
        rows={2}
        optional={reason !== 'other'}
      />
      <div class="desk-row">
        <button type="submit" class="button button-danger">
          {say('sendDecline')}
        </button>
        <button type="button" class="button button-plain" onClick={leave}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};
