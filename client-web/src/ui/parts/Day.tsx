type DayProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** A day of the calendar, where one is known. */
export const Day = ({ id, label, value, onValue }: DayProps) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    <input
      id={id}
      class="input"
      type="date"
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </div>
);
