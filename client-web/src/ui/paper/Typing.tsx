import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ballot, Choice, Proposal } from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import { UserText } from '../parts/UserText';
import { choiceText, refusalText } from '../words';
import {
  type Around,
  differences,
  keysOf,
  marksOf,
  press,
  type Sheet,
  type Step,
  start,
} from './typing';
import { say } from './words';

type TypingProps = {
  readonly store: Store;
  readonly view: View;
  readonly ballot: Ballot;
  readonly proposals: readonly Proposal[];
};

/** Sheets in one's hand, in the order in which they were typed. */
type Kept = { readonly sheet: Sheet; readonly checked: boolean };

/** One person, one keyboard, a pile of sheets. */
export const Typing = ({ store, view, ballot, proposals }: TypingProps) => {
  const [step, setStep] = useState<Step>(start);
  const [kept, setKept] = useState<ReadonlyMap<number, Kept>>(new Map());
  const [checks, setChecks] = useState(false);
  const place = useRef<HTMLInputElement>(null);
  // Before the next key, which is the first of a sheet.
  useLayoutEffect(() => place.current?.focus(), []);

  const colleges = view.board.about?.colleges ?? [];
  const around: Around = {
    method: ballot.method,
    cap: ballot.cap ?? 0,
    proposals: proposals.length,
    colleges: colleges.map(({ id }) => id),
    firsts: checks ? new Map([...kept].map(([badge, { sheet }]) => [badge, sheet])) : undefined,
  };

  const record = (sheet: Sheet) =>
    store.intend({
      type: 'recordPaper',
      ballot: ballot.id,
      badge: sheet.badge,
      ...(sheet.college === undefined ? {} : { college: sheet.college }),
      marks: marksOf(
        sheet,
        proposals.map(({ id }) => id),
      ),
    });

  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.code === 'Tab') return;
    event.preventDefault();
    const next = press(step, event.code, around);
    setStep(next.step);
    if (!next.done) return;
    const { sheet, checked } = next.done;
    record(sheet);
    const rest = new Map(kept);
    rest.delete(sheet.badge);
    setKept(rest.set(sheet.badge, { sheet, checked }));
  };

  return (
    <div class="typing">
      <div class="card stack typing-sheet">
        <label class="field">
          <span class="label">{say('here')}</span>
          <input class="input" ref={place} type="text" readOnly value="" onKeyDown={type} />
        </label>
        <Now
          step={step}
          colleges={colleges.map(({ title }) => title)}
          around={around}
          proposals={proposals}
        />
      </div>
      <aside class="stack">
        <label class={checks ? 'option option-on' : 'option'}>
          <input
            type="checkbox"
            checked={checks}
            onChange={() => {
              setChecks(!checks);
              place.current?.focus();
            }}
          />
          {say('checks')}
        </label>
        <p class="small">{say('checksHelp')}</p>
        <Refusals store={store} view={view} />
        <p class="strong" role="status">
          {say('typed', { count: kept.size })}{' '}
          {checks
            ? say('checked', { count: [...kept.values()].filter((one) => one.checked).length })
            : ''}
        </p>
        <ul class="typing-list">
          {[...kept.values()].reverse().map(({ sheet, checked }) => (
            <li key={sheet.badge}>
              {say(checked ? 'sheetChecked' : 'sheet', { number: sheet.badge })}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
};

type NowProps = {
  readonly step: Step;
  readonly colleges: readonly string[];
  readonly around: Around;
  readonly proposals: readonly Proposal[];
};

/** What is to be typed now, and with which keys. */
const Now = ({ step, colleges, around, proposals }: NowProps) => {
  switch (step.type) {
    case 'number':
      return (
        <>
          <h2>{say('askNumber')}</h2>
          <p class="typing-number">{step.digits || '…'}</p>
          <p>{say('thenEnter')}</p>
        </>
      );
    case 'college':
      return (
        <>
          <h2>{say('askCollege', { number: step.badge })}</h2>
          <ul class="stack-close">
            {colleges.map((title, at) => (
              <li key={title}>
                <kbd>{at + 1}</kbd> <UserText text={title} />
              </li>
            ))}
            <li>
              <kbd>{say('enterKey')}</kbd> {say('noCollege')}
            </li>
          </ul>
        </>
      );
    case 'marks':
      return <Marks sheet={step} around={around} proposals={proposals} />;
    case 'differs':
      return <Differs step={step} proposals={proposals} />;
  }
};

const shown = (choice: Choice | undefined): string =>
  choice === undefined ? say('blank') : choiceText(choice);

const Marks = ({
  sheet,
  around,
  proposals,
}: Omit<NowProps, 'step' | 'colleges'> & { readonly sheet: Sheet }) => {
  const at = sheet.choices.length;
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (at >= 0) current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <>
      <h2>{say('sheetTitle', { number: sheet.badge })}</h2>
      <p class="typing-keys">
        {keysOf(around).map(({ key, choice }) => (
          <span key={key}>
            <kbd>{key}</kbd> {choiceText(choice)}{' '}
          </span>
        ))}
        <span>
          <kbd>0</kbd> {say('blank')}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <ol class="typing-marks" tabIndex={0}>
        {proposals.map(({ id, title, language }, place) => (
          <li
            key={id}
            {...(place === at ? { ref: current } : {})}
            class={place === at ? 'typing-now' : undefined}
          >
            <span class="typing-title">
              {place + 1}. <UserText text={title} language={language} />
            </span>
            <strong>{place < at ? shown(sheet.choices[place]) : place === at ? '…' : ''}</strong>
          </li>
        ))}
      </ol>
      <p class={at === proposals.length ? 'notice notice-good strong' : 'quiet'}>
        {say(at === proposals.length ? 'enterRecords' : 'goBack')}
      </p>
    </>
  );
};

type DiffersProps = {
  readonly step: Extract<Step, { type: 'differs' }>;
  readonly proposals: readonly Proposal[];
};

const Differs = ({ step, proposals }: DiffersProps) => {
  const { first, second, at } = step;
  return (
    <>
      <h2>{say('differs', { number: second.badge, count: differences(first, second).length })}</h2>
      <p class="strong">
        {at + 1}. <UserText text={proposals[at]?.title ?? ''} language={proposals[at]?.language} />
      </p>
      <p>
        <kbd>1</kbd> {say('firstReading', { choice: shown(first.choices[at]) })}
      </p>
      <p>
        <kbd>2</kbd> {say('secondReading', { choice: shown(second.choices[at]) })}
      </p>
    </>
  );
};

/** Sheets that the server did not take, with their numbers. */
const Refusals = ({ store, view }: { readonly store: Store; readonly view: View }) => (
  <div role="alert" class="stack-close">
    {view.notices.map(({ id, command, refusal }) => (
      <p key={id} class="notice notice-refused">
        {command.type === 'recordPaper' ? (
          <strong>{say('sheet', { number: command.badge })} </strong>
        ) : null}
        {refusal.field === 'college' ? say('needCollege') : refusalText(refusal)}{' '}
        <button type="button" class="button button-danger" onClick={() => store.dismiss(id)}>
          {say('understood')}
        </button>
      </p>
    ))}
  </div>
);
