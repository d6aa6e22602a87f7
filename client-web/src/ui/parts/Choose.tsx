type ChooseProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    /** Of the title, where that is not the page's. */
    readonly language?: string;
  }[];
  /** What stands for no choice, where that is one. */
  readonly any?: string;
  readonly onValue: (value: string) => void;
};

/** One of a list that folds together. */
export const Choose = ({ id, label, value, options, any, onValue }: ChooseProps) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    <select
      id={id}
      class="input"
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id} lang={option.language}>
          {option.title}
        </option>
      ))}
    </select>
  </div>
);
