import { useState } from 'preact/hooks';
import {
  type BallotPlan,
  limits,
  type Method,
  methodWords,
  type Phase,
  phaseWords,
  type ResultsRule,
  resultsRuleWords,
  type Step,
} from '../../protocol/messages';
import { Field, Problem } from '../parts/Field';
import { NumberInput } from '../parts/NumberInput';
import { slug } from '../text';
import type { PartProps } from './Desk';
import { say } from './words';

/** What is planned, without what became of it. */
const plansOf = ({ view }: PartProps): readonly Step[] =>
  (view.board.agenda?.steps ?? []).map(({ id, title, phase, minutes, ballot }) => ({
    id,
    title,
    phase,
    minutes,
    ...(ballot ? { ballot } : {}),
  }));

const moved = <T,>(list: readonly T[], from: number, to: number): readonly T[] => {
  const rest = list.filter((_, index) => index !== from);
  const item = list[from];
  return item === undefined ? list : [...rest.slice(0, to), item, ...rest.slice(to)];
};

/** Writes the agenda anew: steps are added, changed, moved and removed, then kept all at once. */
export const AgendaEditor = (props: PartProps & { readonly onDone: () => void }) => {
  const { view, ask, onDone } = props;
  const [steps, setSteps] = useState(() => plansOf(props));
  const [missing, setMissing] = useState(false);
  const current = view.board.agenda?.current;
  const put = (next: readonly Step[]) => {
    setSteps(next);
    setMissing(false);
  };
  const add = () => {
    const title = say('stepNew');
    const id = slug(
      title,
      steps.map((step) => step.id),
    );
    put([...steps, { id, title, phase: 'discuss', minutes: 10 }]);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const empty = steps.some(
      ({ title, ballot }) => title.trim() === '' || ballot?.question.trim() === '',
    );
    setMissing(empty);
    if (empty) return;
    ask({ type: 'setAgenda', steps });
    onDone();
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <ol class="stack">
        {steps.map((step, index) => (
          <li key={step.id}>
            <StepFields
              step={step}
              index={index}
              last={index === steps.length - 1}
              stays={step.id === current}
              onChange={(changed) => put(steps.map((one) => (one.id === step.id ? changed : one)))}
              onMove={(to) => put(moved(steps, index, to))}
              onRemove={() => put(steps.filter(({ id }) => id !== step.id))}
            />
          </li>
        ))}
      </ol>
      <Problem text={missing ? say('stepMissing') : undefined} />
      <div class="desk-row">
        <button
          type="button"
          class="button"
          disabled={steps.length >= limits.setAgendaStepsMax}
          onClick={add}
        >
          {say('stepAdd')}
        </button>
        <button type="submit" class="button button-primary">
          {say('agendaSave')}
        </button>
        <button type="button" class="button button-plain" onClick={onDone}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};

type StepProps = {
  readonly step: Step;
  readonly index: number;
  readonly last: boolean;
  /** It plays, so that it cannot be removed. */
  readonly stays: boolean;
  readonly onChange: (step: Step) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

const StepFields = ({ step, index, last, stays, onChange, onMove, onRemove }: StepProps) => {
  const { id, ballot, ...plain } = step;
  return (
    <fieldset class="step-fields stack-close">
      <legend class="small">{say('stepNumber', { number: index + 1 })}</legend>
      <Field
        id={`step-${id}`}
        label={say('stepTitle')}
        value={step.title}
        onValue={(title) => onChange({ ...step, title })}
        max={limits.stepTitleGraphemesMax}
      />
      <div class="desk-row">
        <div class="field">
          <label class="label" for={`phase-${id}`}>
            {say('stepPhase')}
          </label>
          <select
            id={`phase-${id}`}
            class="input"
            value={step.phase}
            onChange={(event) => onChange({ ...step, phase: event.currentTarget.value as Phase })}
          >
            {phaseWords.map((phase) => (
              <option key={phase} value={phase}>
                {say(`phase.${phase}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="label" for={`minutes-${id}`}>
            {say('stepMinutes')}
          </label>
          <NumberInput
            id={`minutes-${id}`}
            value={step.minutes}
            onValue={(minutes = 1) => onChange({ ...step, minutes })}
            min={1}
            max={limits.stepMinutesMax}
          />
        </div>
      </div>
      <label class={ballot ? 'option option-on' : 'option'}>
        <input
          type="checkbox"
          checked={ballot !== undefined}
          onChange={() =>
            onChange(
              ballot
                ? { id, ...plain }
                : {
                    ...step,
                    ballot: {
                      question: say('questionStart'),
                      method: 'opinion',
                      results: 'afterClosing',
                    },
                  },
            )
          }
        />
        {say('stepBallot')}
      </label>
      {ballot ? (
        <BallotFields
          id={id}
          ballot={ballot}
          onChange={(changed) => onChange({ ...step, ballot: changed })}
        />
      ) : null}
      <div class="desk-row">
        <button
          type="button"
          class="button button-plain"
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          {say('stepUp')}
        </button>
        <button
          type="button"
          class="button button-plain"
          disabled={last}
          onClick={() => onMove(index + 1)}
        >
          {say('stepDown')}
        </button>
        <button type="button" class="button button-plain" disabled={stays} onClick={onRemove}>
          {say('stepRemove')}
        </button>
      </div>
    </fieldset>
  );
};

type BallotProps = {
  readonly id: string;
  readonly ballot: BallotPlan;
  readonly onChange: (ballot: BallotPlan) => void;
};

const BallotFields = ({ id, ballot, onChange }: BallotProps) => (
  <>
    <Field
      id={`question-${id}`}
      label={say('question')}
      value={ballot.question}
      onValue={(question) => onChange({ ...ballot, question })}
      max={limits.questionGraphemesMax}
    />
    <div class="field">
      <label class="label" for={`method-${id}`}>
        {say('method')}
      </label>
      <select
        id={`method-${id}`}
        class="input"
        value={ballot.method}
        onChange={(event) => onChange({ ...ballot, method: event.currentTarget.value as Method })}
      >
        {methodWords.map((method) => (
          <option key={method} value={method}>
            {say(`method.${method}`)}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <label class="label" for={`rule-${id}`}>
        {say('rule')}
      </label>
      <select
        id={`rule-${id}`}
        class="input"
        value={ballot.results}
        onChange={(event) =>
          onChange({ ...ballot, results: event.currentTarget.value as ResultsRule })
        }
      >
        {resultsRuleWords.map((rule) => (
          <option key={rule} value={rule}>
            {say(`rule.${rule}`)}
          </option>
        ))}
      </select>
    </div>
  </>
);
