import { type RoadmapDocument, textOf } from './document';
import { everything, type Filter, isEverything, leadsOf, statuses, undecided } from './filter';
import { say } from './words';

type FormProps = {
  /** The whole document. */
  readonly found: RoadmapDocument;
  readonly filter: Filter;
  /** How many pass. */
  readonly count: number;
  readonly onFilter: (filter: Filter) => void;
};

/** Looks for actions by theme, by who carries them and by what was decided. */
export const FilterForm = ({ found, filter, count, onFilter }: FormProps) => {
  const { axes } = found.roadmap;
  const leads = leadsOf(found);
  return (
    <search
      class={`card stack-close roadmap-filter${isEverything(filter) ? '' : ' roadmap-filter-on'}`}
    >
      <h2>{say('filter')}</h2>
      <div class="roadmap-choices">
        <Choice
          id="filter-axis"
          label={say('filterAxis')}
          value={filter.axis}
          options={axes.map(({ id, title }) => [id, textOf(title, found.languages)])}
          onValue={(axis) => onFilter({ ...filter, axis })}
        />
        <Choice
          id="filter-lead"
          label={say('lead')}
          value={filter.lead}
          options={leads.map((name) => [name, name])}
          onValue={(lead) => onFilter({ ...filter, lead })}
        />
        <Choice
          id="filter-status"
          label={say('filterStatus')}
          value={filter.status}
          options={statuses.map((word) => [
            word,
            word === undecided ? say('undecided') : say(`decision.${word}`),
          ])}
          onValue={(status) => onFilter({ ...filter, status })}
        />
      </div>
      <p role="status">{say('filterFound', { count })}</p>
      {isEverything(filter) ? null : (
        <button
          type="button"
          class="button"
          onClick={() => {
            onFilter(everything);
            // The button goes away; the keyboard stays with the choices.
            document.getElementById('filter-axis')?.focus();
          }}
        >
          {say('filterClear')}
        </button>
      )}
    </search>
  );
};

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onValue: (value: string) => void;
};

const Choice = ({ id, label, value, options, onValue }: ChoiceProps) => {
  // An address may ask for what is not there; then nothing passes, and this says why.
  const strange = value !== '' && options.every(([known]) => known !== value);
  return (
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
        <option value="">{say('filterAll')}</option>
        {strange ? <option value={value}>{value}</option> : null}
        {options.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
};
