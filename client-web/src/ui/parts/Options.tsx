import { theirTag } from '../start';
import { Problem } from './Field';

type OptionsProps = {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    /** What it is, in a sentence. */
    readonly about?: string;
    /** The language of both, where it is not the page's. */
    readonly language?: string;
  }[];
  readonly onValue: (value: string) => void;
  /** Two beside each other, for short words. */
  readonly columns?: boolean;
  readonly problem?: string | undefined;
  /** The people of the board named them. */
  readonly theirs?: boolean;
};

/** One of a few, each large enough to tap. */
export const Options = (props: OptionsProps) => {
  const { name, legend, value, options, onValue, columns, problem, theirs } = props;
  return (
    <fieldset class="stack-close" data-wrong={problem !== undefined}>
      <legend class="label">{legend}</legend>
      <div class={columns ? 'options options-columns' : 'options'}>
        {options.map(({ id, title, about, language }) => (
          <label key={id} class={id === value ? 'option option-on' : 'option'}>
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === value}
              onChange={() => onValue(id)}
            />
            <span lang={language}>
              <bdi dir="auto" lang={theirs ? theirTag() : language}>
                {title}
              </bdi>
              {about ? <span class="option-about">{about}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <Problem text={problem} />
    </fieldset>
  );
};
