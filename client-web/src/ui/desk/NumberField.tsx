type NumberProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
  readonly min: number;
  readonly max: number;
  /** What it means to leave it empty; without it there is always a number. */
  readonly empty?: string;
};

/** A whole number within its bounds. */
export const NumberField = (props: NumberProps) => {
  const { id, label, value, onValue, min, max, empty } = props;
  const take = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const typed = Math.round(Number(input.value));
    const nothing = input.value.trim() === '' || Number.isNaN(typed);
    const taken = nothing && empty ? undefined : Math.min(max, Math.max(min, typed || min));
    input.value = taken === undefined ? '' : String(taken);
    onValue(taken);
  };
  // What is typed counts at once where it is within its bounds: who sends the form next sends it.
  const hear = (event: Event) => {
    const typed = Number((event.currentTarget as HTMLInputElement).value);
    if (Number.isInteger(typed) && typed >= min && typed <= max) onValue(typed);
  };
  return (
    <div class="field number-field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={value ?? ''}
        aria-describedby={empty ? `${id}-empty` : undefined}
        onInput={hear}
        onChange={take}
      />
      {empty ? (
        <p id={`${id}-empty`} class="quiet small">
          {empty}
        </p>
      ) : null}
    </div>
  );
};
