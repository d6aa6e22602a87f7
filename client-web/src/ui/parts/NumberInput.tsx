import { useState } from 'preact/hooks';

type NumberProps = {
  readonly id: string;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
  readonly min: number;
  readonly max: number;
  readonly class?: string;
  /** Whether it may be left empty; else there is always a number. */
  readonly optional?: boolean;
  /** The id of what explains it. */
  readonly describedBy?: string | undefined;
};

/** A whole number within its bounds. What is being typed stays, however often the page is painted. */
export const NumberInput = (props: NumberProps) => {
  const { id, value, onValue, min, max, optional, describedBy } = props;
  const [typing, setTyping] = useState<string | undefined>(undefined);
  const take = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const typed = Math.round(Number(input.value));
    const nothing = input.value.trim() === '' || Number.isNaN(typed);
    const taken = nothing && optional ? undefined : Math.min(max, Math.max(min, typed || min));
    input.value = taken === undefined ? '' : String(taken);
    setTyping(undefined);
    onValue(taken);
  };
  // What is typed counts at once where it is within its bounds: who sends the form next sends it.
  const hear = (event: Event) => {
    const text = (event.currentTarget as HTMLInputElement).value;
    setTyping(text);
    const typed = Number(text);
    if (Number.isInteger(typed) && typed >= min && typed <= max) onValue(typed);
  };
  return (
    <input
      id={id}
      class={props.class ?? 'input number'}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={typing ?? value ?? ''}
      aria-describedby={describedBy}
      onInput={hear}
      onChange={take}
      onBlur={() => setTyping(undefined)}
    />
  );
};
