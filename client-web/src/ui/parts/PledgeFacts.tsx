import type { Pledge } from '../../protocol/messages';
import { euros, indicatorText, needText, say, when } from './commitments';
import { UserText } from './UserText';

/** Facts that are told in words of the page. */
const isOurs = (fact: string): boolean => ['when', 'indicators', 'budget', 'needs'].includes(fact);

/** All that an institution said; what it did not say is not there. */
export const PledgeFacts = ({ pledge }: { pledge: Pledge }) => {
  const needs = [...(pledge.needs ?? []).map(needText), ...(pledge.otherNeeds ?? [])];
  const facts = (
    [
      ['words', pledge.words ?? ''],
      ['lead', pledge.lead ?? ''],
      ['partners', (pledge.partners ?? []).join(', ')],
      ['when', when(pledge)],
      ['indicators', (pledge.indicators ?? []).map(indicatorText).join('\n')],
      ['budget', pledge.budget === undefined ? '' : euros(pledge.budget)],
      ['needs', needs.join(', ')],
      ['audience', (pledge.audience ?? []).join(', ')],
      ['places', (pledge.places ?? []).join(', ')],
    ] as const
  ).filter(([, text]) => text !== '');
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt class="quiet">{say(name)}</dt>
          <dd>
            <UserText text={text} ours={isOurs(name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
