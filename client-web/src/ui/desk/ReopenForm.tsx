import { useState } from 'preact/hooks';
import { limits, type Phase } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { say } from './words';

type ReopenProps = {
  readonly phase: Phase;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
};

const usual = ['time', 'mistake', 'plan'] as const;

/** Asks why a phase is opened again: a usual reason in one tap, or one's own words. */
export const ReopenForm = ({ phase, onReason, onCancel }: ReopenProps) => {
  const [reason, setReason] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <form class="stack-close" onSubmit={submit} noValidate>
      <p class="strong">{say('reasonTitle', { phase: say(`phase.${phase}`) })}</p>
      <div class="choices">
        {usual.map((word) => (
          <button
            key={word}
            type="button"
            class="button"
            onClick={() => onReason(say(`reason.${word}`))}
          >
            {say(`reason.${word}`)}
          </button>
        ))}
      </div>
      <Field
        id="reason"
        label={say('reasonLabel')}
        value={reason}
        onValue={setReason}
        max={limits.reasonGraphemesMax}
      />
      <div class="desk-row">
        <button type="submit" class="button button-primary" disabled={reason.trim() === ''}>
          {say('reopen')}
        </button>
        <button type="button" class="button button-plain" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};
