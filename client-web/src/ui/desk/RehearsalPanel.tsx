import { useState } from 'preact/hooks';
import { Field } from '../parts/Field';
import type { PartProps } from './Desk';
import { say } from './words';

type RehearsalProps = PartProps & { readonly onDone: () => void };

/** Begins a rehearsal; ends one, with another gesture, since it takes everything back. */
export const RehearsalPanel = (props: RehearsalProps) => (
  <section class="card stack-close notice-line" aria-labelledby="rehearsal">
    {props.view.board.rehearsal === undefined ? <Begin {...props} /> : <End {...props} />}
  </section>
);

const Begin = ({ ask, onDone }: RehearsalProps) => (
  <>
    <h2 id="rehearsal">{say('rehearse')}</h2>
    <p>{say('rehearseHelp')}</p>
    <div class="desk-row">
      <button
        type="button"
        class="button button-primary"
        onClick={() => {
          ask({ type: 'startRehearsal' });
          onDone();
        }}
      >
        {say('rehearseStart')}
      </button>
      <button type="button" class="button button-plain" onClick={onDone}>
        {say('cancel')}
      </button>
    </div>
  </>
);

const End = ({ ask, view, onDone }: RehearsalProps) => {
  const [typed, setTyped] = useState('');
  const code = view.board.about?.code ?? '';
  const same = typed.trim().toUpperCase() === code;
  const purge = (event: Event) => {
    event.preventDefault();
    if (!same) return;
    ask({ type: 'purgeRehearsal' });
    onDone();
  };
  return (
    <>
      <h2 id="rehearsal">{say('rehearsalEnd')}</h2>
      <p>{say('purgeHelp')}</p>
      <form class="stack-close" onSubmit={purge} noValidate>
        <Field
          id="purge"
          label={say('purgeType', { code })}
          value={typed}
          onValue={setTyped}
          max={code.length}
        />
        <div class="desk-row">
          <button type="submit" class="button button-danger" disabled={!same}>
            {say('purge')}
          </button>
          <button type="button" class="button button-plain" onClick={onDone}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </>
  );
};
