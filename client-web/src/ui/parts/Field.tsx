import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { graphemes } from '../text';
import { sayCommon } from '../words';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The most characters, as a reader counts them. */
  readonly max: number;
  readonly help?: string;
  /** What is wrong with it, beside it. */
  readonly problem?: string | undefined;
  readonly rows?: number;
  readonly optional?: boolean;
  readonly autoComplete?: string;
};

/** A text to write, with what is left of its length once that is worth knowing. */
export const Field = (props: FieldProps) => {
  const { id, label, value, onValue, max, help, problem, rows, optional, autoComplete } = props;
  const left = max - graphemes(value);
  const common = {
    id,
    class: 'input',
    value,
    dir: 'auto' as const,
    autoComplete: autoComplete ?? 'off',
    'aria-describedby': `${id}-help ${id}-left ${id}-problem`,
    'aria-invalid': problem !== undefined || left < 0,
    onInput: (event: Event) =>
      onValue((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value),
  };
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
        {optional ? <span class="quiet"> ({sayCommon('optional')})</span> : null}
      </label>
      {help ? (
        <p id={`${id}-help`} class="quiet small">
          {help}
        </p>
      ) : null}
      {rows ? <textarea {...common} rows={rows} /> : <input {...common} type="text" />}
      <Left id={`${id}-left`} left={left} max={max} />
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
};

const Left = ({ id, left, max }: { id: string; left: number; max: number }) => {
  if (left < 0) {
    return (
      <p id={id} class="wrong small">
        {sayCommon('over', { count: -left })}
      </p>
    );
  }
  const near = left <= Math.max(20, max / 5);
  return (
    <p id={id} class="quiet small" hidden={!near}>
      {sayCommon('left', { count: left })}
    </p>
  );
};

/** Leads to the first wrong field of a form once what is wrong is shown. */
export const useFirstWrong = () => {
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>(
      '[aria-invalid=true], [data-wrong=true]',
    );
    const field = wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong;
    field?.focus({ preventScroll: true });
    (field?.closest('.field, fieldset') ?? field)?.scrollIntoView({ block: 'center' });
  }, [asked]);
  return { form, lead: () => setAsked((count) => count + 1) };
};

/** Words said anew at each paint, so that they are in the language that the page has by then. */
export const useSaid = <T,>() => {
  const [said, set] = useState<{ readonly words: () => T }>();
  return [said?.words(), (words?: () => T) => set(words && { words })] as const;
};

/** What is wrong, read out when it appears. */
export const Problem = ({ id, text }: { id?: string; text: ComponentChildren }) => (
  <div id={id} role="alert">
    {text ? <p class="wrong">{text}</p> : null}
  </div>
);
