import { useRef, useState } from 'preact/hooks';
import { stepNext, stepNow } from '../../board/select';
import type { StepNow } from '../../protocol/messages';
import { useTimeLeft } from '../parts/Timer';
import { UserText } from '../parts/UserText';
import { duration, planned } from '../text';
import { AgendaEditor } from './AgendaEditor';
import type { PartProps } from './Desk';
import { say } from './words';

/** The afternoon as it is planned: where the room is in it, and what goes on. */
export const AgendaPanel = (props: PartProps) => {
  const [editing, setEditing] = useState(false);
  const steps = props.view.board.agenda?.steps ?? [];
  const panel = useRef<HTMLElement>(null);
  // The form is much longer than what takes its place; without this one would be far below it.
  const close = () => {
    setEditing(false);
    panel.current?.scrollIntoView();
  };
  return (
    <section class="card stack-close" aria-labelledby="agenda" ref={panel}>
      {editing ? (
        <>
          <h2 id="agenda">{say('agenda')}</h2>
          <AgendaEditor {...props} onDone={close} />
        </>
      ) : steps.length > 0 ? (
        <>
          <Playing {...props} />
          <AllSteps {...props} steps={steps} onEdit={() => setEditing(true)} />
        </>
      ) : (
        <div class="desk-row">
          <h2 id="agenda">{say('agenda')}</h2>
          <button type="button" class="button button-plain" onClick={() => setEditing(true)}>
            {say('agendaPlan')}
          </button>
        </div>
      )}
    </section>
  );
};

/** Asks to play a step; the ballot that it may open is named here. */
const play = ({ store, ask }: PartProps, { id, ballot }: StepNow) =>
  ask({ type: 'playStep', step: id, ...(ballot ? { ballot: store.mint() } : {}) });

const Playing = (props: PartProps) => {
  const { view, ask } = props;
  const { board } = view;
  const now = stepNow(board);
  const next = stepNext(board);
  const closed = board.phase === 'closed';
  return (
    <>
      <div class="desk-row">
        <h2 id="agenda">{say('agenda')}</h2>
        {now ? (
          <p>
            <UserText
              ours
              text={say(now.state === 'paused' ? 'stepPaused' : 'stepNow', { title: now.title })}
            />{' '}
            <TimeOf {...props} />
          </p>
        ) : null}
        {!now && !next ? <p>{say('agendaOver')}</p> : null}
      </div>
      {next && !closed ? (
        <button
          type="button"
          class={now ? 'button button-wide' : 'button button-primary button-wide'}
          onClick={() => play(props, next)}
        >
          <UserText ours text={say(now ? 'agendaNext' : 'agendaBegin', { title: next.title })} />
        </button>
      ) : null}
      {now ? (
        <div class="desk-row">
          {now.state === 'paused' ? (
            <button
              type="button"
              class="button button-primary"
              disabled={closed}
              onClick={() => ask({ type: 'playStep', step: now.id })}
            >
              {say('stepResume')}
            </button>
          ) : (
            <button type="button" class="button" onClick={() => ask({ type: 'pauseStep' })}>
              {say('stepPause')}
            </button>
          )}
          <button type="button" class="button" onClick={() => ask({ type: 'endStep' })}>
            {say('stepEnd')}
          </button>
        </div>
      ) : null}
    </>
  );
};

/** What is left of the step's time; once it is over, that nothing goes on by itself. */
const TimeOf = ({ view }: PartProps) => {
  const left = useTimeLeft(view);
  const kept = view.board.agenda?.millisecondsLeft;
  if (kept !== undefined) return <span>{duration(kept)}</span>;
  if (left !== undefined && left > 0) return <span>{duration(left)}</span>;
  return <span class="small">{say('stepOver')}</span>;
};

type AllStepsProps = PartProps & {
  readonly steps: readonly StepNow[];
  readonly onEdit: () => void;
};

const AllSteps = (props: AllStepsProps) => {
  const { view, ask, steps, onEdit } = props;
  const { agenda, phase } = view.board;
  return (
    <details>
      <summary>{say('agendaAll')}</summary>
      <ol class="stack-close">
        {steps.map((step) => {
          const current = step.id === agenda?.current;
          const skipped = step.state === 'skipped';
          return (
            <li key={step.id} class="step">
              <p class={current ? 'strong' : undefined}>
                <UserText text={step.title} />{' '}
                <span class="small quiet">
                  {planned(step.minutes)}, {say(`stepState.${step.state}`)}
                </span>
              </p>
              {current ? null : (
                <div class="desk-row">
                  <button
                    type="button"
                    class="button"
                    disabled={phase === 'closed'}
                    onClick={() => play(props, step)}
                  >
                    {say('stepPlay')}
                  </button>
                  <button
                    type="button"
                    class="button button-plain"
                    onClick={() => ask({ type: 'skipStep', step: step.id, skipped: !skipped })}
                  >
                    {say(skipped ? 'stepKeep' : 'stepSkip')}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <button type="button" class="button button-wide" onClick={onEdit}>
        {say('agendaEdit')}
      </button>
    </details>
  );
};
