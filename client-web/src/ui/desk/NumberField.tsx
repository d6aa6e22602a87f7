import { NumberInput } from '../parts/NumberInput';

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

/** A whole number within its bounds, beside its name. */
export const NumberField = ({ id, label, value, onValue, min, max, empty }: NumberProps) => (
  <div class="field number-field">
    <label class="label" for={id}>
      {label}
    </label>
    <NumberInput
      id={id}
      class="input"
      value={value}
      onValue={onValue}
      min={min}
      max={max}
      optional={empty !== undefined}
      describedBy={empty ? `${id}-empty` : undefined}
    />
    {empty ? (
      <p id={`${id}-empty`} class="quiet small">
        {empty}
      </p>
    ) : null}
  </div>
);
