import { useState } from 'preact/hooks';
import {
  limits,
  type NeedCode,
  needCodeWords,
  type Pledge,
  type Proposal,
  type Response,
  responseWords,
} from '../../protocol/messages';
import { needText } from '../parts/commitments';
import { Day } from '../parts/Day';
import { Field, Problem, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { graphemes, lines } from '../text';
import { emptyIndicator, type IndicatorDraft, IndicatorFields, indicatorOf } from './Indicators';
import { numberOf } from './numbers';
import type { PartProps } from './Office';
import { say } from './words';

type AnswerProps = PartProps & {
  readonly proposal: Proposal;
  readonly before: Pledge | undefined;
  readonly onDone: () => void;
};

type Lists = 'partners' | 'otherNeeds' | 'audience' | 'places';

const listLimits: { readonly [L in Lists]: number } = {
  partners: limits.pledgePartnersMax,
  otherNeeds: limits.pledgeOtherNeedsMax,
  audience: limits.pledgeAudienceMax,
  places: limits.pledgePlacesMax,
};

const draftOf = (before: Pledge | undefined) => ({
  response: (before?.response ?? '') as Response | '',
  words: before?.words ?? '',
  lead: before?.lead ?? '',
  start: before?.start ?? '',
  end: before?.end ?? '',
  budget: before?.budget === undefined ? '' : `${before.budget}`,
  partners: (before?.partners ?? []).join('\n'),
  otherNeeds: (before?.otherNeeds ?? []).join('\n'),
  audience: (before?.audience ?? []).join('\n'),
  places: (before?.places ?? []).join('\n'),
  needs: (before?.needs ?? []) as readonly NeedCode[],
  indicators: (before?.indicators ?? []).map(
    ({ name, unit, baseline, target }): IndicatorDraft => ({
      name,
      unit: unit ?? '',
      baseline: baseline === undefined ? '' : `${baseline}`,
      target: `${target}`,
    }),
  ) as readonly IndicatorDraft[],
});

type Draft = ReturnType<typeof draftOf>;

const filled = <K extends string>(name: K, text: string) =>
  text.trim() ? { [name]: text.trim() } : {};

/** The pledge that was written, or what is wrong with it. */
const pledgeOf = (draft: Draft): Pledge | (() => string) => {
  const { response } = draft;
  if (!response) return () => say('chooseResponse');
  const words = draft.words.trim();
  if (graphemes(words) > limits.remarkGraphemesMax) return () => say('tooLong');
  if (response !== 'accepted' && !words) return () => say('needWords');
  if (response === 'declined') return { response, words };
  if (draft.start && draft.end && draft.end < draft.start) return () => say('datesWrong');
  const lists: { [L in Lists]?: readonly string[] } = {};
  for (const name of Object.keys(listLimits) as Lists[]) {
    const all = lines(draft[name]);
    if (all.length > listLimits[name])
      return () => say('tooManyLines', { limit: listLimits[name] });
    if (all.some((one) => graphemes(one) > limits.phraseGraphemesMax)) {
      return () => say('lineTooLong', { limit: limits.phraseGraphemesMax });
    }
    if (all.length > 0) lists[name] = all;
  }
  const budget = numberOf(draft.budget, limits.pledgeBudgetMax);
  if (budget === 'wrong') return () => say('budgetWrong');
  const indicators = draft.indicators
    .filter(({ name, target }) => name.trim() !== '' || target.trim() !== '')
    .map(indicatorOf);
  if (indicators.includes(undefined)) return () => say('indicatorWrong');
  return {
    response,
    ...filled('words', words),
    ...filled('lead', draft.lead),
    ...filled('start', draft.start),
    ...filled('end', draft.end),
    ...lists,
    ...(budget === undefined ? {} : { budget }),
    ...(draft.needs.length > 0 ? { needs: draft.needs } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
  } as Pledge;
};

/** An institution's answer to an action. On stage four fields are enough; the rest can come later. */
export const AnswerForm = ({ ask, proposal, before, onDone }: AnswerProps) => {
  const [draft, setDraft] = useState(() => draftOf(before));
  const [problem, setProblem] = useSaid<string>();
  const { id } = proposal;
  const set =
    <K extends keyof Draft>(name: K) =>
    (value: Draft[K]) =>
      setDraft((now) => ({ ...now, [name]: value }));
  const send = (event: Event) => {
    event.preventDefault();
    const pledge = pledgeOf(draft);
    if (typeof pledge === 'function') return setProblem(pledge);
    ask({ type: 'offerCommitment', proposal: id, pledge });
    onDone();
  };
  const promises = draft.response !== 'declined';
  return (
    <form class="stack" onSubmit={send} noValidate>
      <Options
        name={`response-${id}`}
        legend={say('response')}
        value={draft.response}
        options={responseWords.map((one) => ({ id: one, title: say(`we.${one}`) }))}
        onValue={(chosen) => set('response')(chosen as Response)}
      />
      <Field
        id={`words-${id}`}
        label={say('words')}
        help={say('wordsHelp')}
        value={draft.words}
        onValue={set('words')}
        max={limits.remarkGraphemesMax}
        rows={3}
      />
      {promises ? <Promises id={id} draft={draft} set={set} /> : null}
      <Problem text={problem} />
      <button type="submit" class="button button-primary">
        {say('sendAnswer')}
      </button>
    </form>
  );
};

type PromisesProps = {
  readonly id: string;
  readonly draft: Draft;
  readonly set: <K extends keyof Draft>(name: K) => (value: Draft[K]) => void;
};

const Promises = ({ id, draft, set }: PromisesProps) => (
  <>
    <Field
      id={`lead-${id}`}
      label={say('lead')}
      value={draft.lead}
      onValue={set('lead')}
      max={limits.organisationGraphemesMax}
      optional
    />
    <div class="office-row">
      <Day id={`start-${id}`} label={say('start')} value={draft.start} onValue={set('start')} />
      <Day id={`end-${id}`} label={say('end')} value={draft.end} onValue={set('end')} />
    </div>
    <details>
      <summary>{say('more')}</summary>
      <div class="stack">
        <Field
          id={`budget-${id}`}
          label={say('budget')}
          value={draft.budget}
          onValue={set('budget')}
          max={20}
          optional
        />
        {(Object.keys(listLimits) as Lists[]).map((name) => (
          <Field
            key={name}
            id={`${name}-${id}`}
            label={say(name)}
            value={draft[name]}
            onValue={set(name)}
            max={listLimits[name] * (limits.phraseGraphemesMax + 1)}
            rows={2}
            optional
          />
        ))}
        <Needs chosen={draft.needs} onChosen={set('needs')} />
        <fieldset class="stack-close">
          <legend class="label">{say('indicators')}</legend>
          {draft.indicators.map((indicator, index) => (
            <IndicatorFields
              key={index}
              id={`indicator-${index}-${id}`}
              value={indicator}
              onValue={(value) =>
                set('indicators')(
                  draft.indicators.map((one, place) => (place === index ? value : one)),
                )
              }
            />
          ))}
          {draft.indicators.length < limits.pledgeIndicatorsMax ? (
            <button
              type="button"
              class="button"
              onClick={() => set('indicators')([...draft.indicators, emptyIndicator])}
            >
              {say('addIndicator')}
            </button>
          ) : null}
        </fieldset>
      </div>
    </details>
  </>
);

type NeedsProps = {
  readonly chosen: readonly NeedCode[];
  readonly onChosen: (needs: readonly NeedCode[]) => void;
};

const Needs = ({ chosen, onChosen }: NeedsProps) => (
  <fieldset class="stack-close">
    <legend class="label">{say('needs')}</legend>
    <div class="options">
      {needCodeWords.map((need) => {
        const on = chosen.includes(need);
        return (
          <label key={need} class={on ? 'option option-on' : 'option'}>
            <input
              type="checkbox"
              checked={on}
              onChange={() =>
                onChosen(on ? chosen.filter((one) => one !== need) : [...chosen, need])
              }
            />
            <span>{needText(need)}</span>
          </label>
        );
      })}
    </div>
  </fieldset>
);
