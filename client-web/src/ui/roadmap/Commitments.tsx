import type { Pledge } from '../../protocol/messages';
import { PledgeFacts } from '../parts/PledgeFacts';
import { UserText } from '../parts/UserText';
import { answerLine, dateText, percentText } from '../words';
import { type Action, type Commitment, textOf } from './document';
import { Folded } from './Folded';
import type { PaperProps } from './Paper';
import { say } from './words';

/** What institutions answered to an action, and how far they are. */
export const Commitments = ({ found, action }: PaperProps & { readonly action: Action }) => {
  const all = action.commitments ?? [];
  if (all.length === 0) return null;
  return (
    <div class="stack-close commitments">
      <h4>{say('commitments')}</h4>
      {all.map((commitment) => (
        <One key={commitment.institution.name} found={found} commitment={commitment} />
      ))}
    </div>
  );
};

/** The document's commitment in the words of the protocol, in the language of the page. */
const pledgeOf = (commitment: Commitment, languages: readonly string[]): Pledge => {
  const { response, words, bearers, partners, start, end, budget, needs, places } = commitment;
  const { indicators, otherNeeds, audience } = commitment;
  const say = (text: Parameters<typeof textOf>[0]) => textOf(text, languages);
  return {
    response,
    ...(words ? { words: say(words) } : {}),
    ...(bearers?.[0] ? { lead: bearers[0].name } : {}),
    ...(partners ? { partners: partners.map(({ name }) => name) } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(budget ? { budget: budget.amount } : {}),
    ...(needs ? { needs } : {}),
    ...(places ? { places: places.map(({ name }) => name) } : {}),
    ...(otherNeeds ? { otherNeeds: otherNeeds.map(say) } : {}),
    ...(audience ? { audience: audience.map(say) } : {}),
    ...(indicators
      ? {
          indicators: indicators.map(({ name, unit, baseline, target }) => ({
            name: say(name),
            target,
            ...(unit ? { unit: say(unit) } : {}),
            ...(baseline === undefined ? {} : { baseline }),
          })),
        }
      : {}),
  };
};

const One = ({ found, commitment }: PaperProps & { readonly commitment: Commitment }) => {
  const pledge = pledgeOf(commitment, found.languages);
  const { institution, status, progress, updates } = commitment;
  return (
    <div class="stack-close">
      <p>
        <strong class={`answer-${pledge.response}`}>
          <UserText ours text={answerLine(institution.name, pledge)} />
        </strong>
        {status ? ` ${say(`progress.${status}`)}` : ''}
        {status && progress !== undefined ? ` (${percentText(progress)})` : ''}
      </p>
      <Folded show={say('showCommitment')} hide={say('hideCommitment')}>
        <PledgeFacts pledge={pledge} />
        <ul class="stack-close">
          {(updates ?? []).map((update, index) => (
            <li key={index}>
              {say('progressAt', {
                date: dateText(Date.parse(update.at)),
                progress: say(`progress.${update.status}`),
              })}
              {update.progress === undefined ? '' : ` (${percentText(update.progress)})`}{' '}
              <UserText text={textOf(update.news, found.languages)} />
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  );
};
