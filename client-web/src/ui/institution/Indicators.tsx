import { type Indicator, limits } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { graphemes } from '../text';
import { numberOf } from './numbers';
import { say } from './words';

/** An indicator as it is being typed. */
export type IndicatorDraft = {
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
};

export const emptyIndicator: IndicatorDraft = { name: '', unit: '', baseline: '', target: '' };

/** The indicator that was typed; undefined when it is not whole. */
export const indicatorOf = (draft: IndicatorDraft): Indicator | undefined => {
  const name = draft.name.trim();
  const unit = draft.unit.trim();
  const baseline = numberOf(draft.baseline, limits.indicatorBaselineMax);
  const target = numberOf(draft.target, limits.indicatorTargetMax);
  if (!name || target === undefined || target === 'wrong' || baseline === 'wrong') return undefined;
  if (graphemes(name) > limits.phraseGraphemesMax) return undefined;
  if (graphemes(unit) > limits.unitGraphemesMax) return undefined;
  return {
    name,
    target,
    ...(unit ? { unit } : {}),
    ...(baseline === undefined ? {} : { baseline }),
  };
};

type FieldsProps = {
  readonly id: string;
  readonly value: IndicatorDraft;
  readonly onValue: (value: IndicatorDraft) => void;
};

/** What is measured, in what, from where to where. */
export const IndicatorFields = ({ id, value, onValue }: FieldsProps) => (
  <div class="stack-close">
    <Field
      id={`${id}-name`}
      label={say('indicatorName')}
      value={value.name}
      onValue={(name) => onValue({ ...value, name })}
      max={limits.phraseGraphemesMax}
    />
    <div class="office-row office-numbers">
      <Field
        id={`${id}-baseline`}
        label={say('indicatorBaseline')}
        value={value.baseline}
        onValue={(baseline) => onValue({ ...value, baseline })}
        max={20}
      />
      <Field
        id={`${id}-target`}
        label={say('indicatorTarget')}
        value={value.target}
        onValue={(target) => onValue({ ...value, target })}
        max={20}
      />
      <Field
        id={`${id}-unit`}
        label={say('indicatorUnit')}
        value={value.unit}
        onValue={(unit) => onValue({ ...value, unit })}
        max={limits.unitGraphemesMax}
      />
    </div>
  </div>
);
