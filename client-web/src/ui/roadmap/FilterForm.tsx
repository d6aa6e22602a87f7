import { Choose } from '../parts/Choose';
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
        <Choose
          id="filter-axis"
          label={say('filterAxis')}
          value={filter.axis}
          any={say('filterAll')}
          options={withStrange(
            axes.map(({ id, title }) => ({ id, title: textOf(title, found.languages) })),
            filter.axis,
          )}
          onValue={(axis) => onFilter({ ...filter, axis })}
        />
        <Choose
          id="filter-lead"
          label={say('lead')}
          value={filter.lead}
          any={say('filterAll')}
          options={withStrange(
            leads.map((name) => ({ id: name, title: name })),
            filter.lead,
          )}
          onValue={(lead) => onFilter({ ...filter, lead })}
        />
        <Choose
          id="filter-status"
          label={say('filterStatus')}
          value={filter.status}
          any={say('filterAll')}
          options={withStrange(
            statuses.map((word) => ({
              id: word,
              title: word === undecided ? say('undecided') : say(`decision.${word}`),
            })),
            filter.status,
          )}
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

type Option = { readonly id: string; readonly title: string };

/** An address may ask for what is not there; then nothing passes, and this says why. */
const withStrange = (options: readonly Option[], value: string): readonly Option[] =>
  value === '' || options.some(({ id }) => id === value)
    ? options
    : [{ id: value, title: value }, ...options];
