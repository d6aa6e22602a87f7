type OptionsProps = {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onValue: (value: string) => void;
  /** Two beside each other, for short words. */
  readonly columns?: boolean;
};

/** One of a few, each large enough to tap. */
export const Options = ({ name, legend, value, options, onValue, columns }: OptionsProps) => (
  <fieldset class="stack-close">
    <legend class="label">{legend}</legend>
    <div class={columns ? 'options options-columns' : 'options'}>
      {options.map(({ id, title }) => (
        <label key={id} class={id === value ? 'option option-on' : 'option'}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === value}
            onChange={() => onValue(id)}
          />
          <bdi dir="auto">{title}</bdi>
        </label>
      ))}
    </div>
  </fieldset>
);
