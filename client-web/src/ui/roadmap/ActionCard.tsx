import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { dayText, percent } from '../words';
import { type Action, base, type Counts, type Result, textOf } from './document';
import { Folded } from './Folded';
import type { PaperProps } from './Paper';
import { say } from './words';

type CardProps = PaperProps & { readonly action: Action };

/** One action: what was decided, who sees to it and when, and what the room thinks of it. */
export const ActionCard = ({ found, action }: CardProps) => {
  const { languages } = found;
  const { decision } = action;
  const description = textOf(action.description, languages);
  return (
    <section class="card stack-close action">
      <h3>
        <UserText text={textOf(action.title, languages)} />
      </h3>
      <p class="action-line">
        {decision ? (
          <strong class={`decision decision-${decision.decision}`}>
            {say(`decision.${decision.decision}`)}
          </strong>
        ) : null}
        <span class="quiet small">{say('reference', { reference: action.reference })}</span>
      </p>
      {description ? (
        <p>
          <UserText text={description} />
        </p>
      ) : null}
      <Facts found={found} action={action} />
      {(action.results ?? []).map((result) => (
        <RoomResult key={result.ballot} found={found} result={result} />
      ))}
    </section>
  );
};

const when = ({ start, end }: Action): string => {
  if (start && end) return say('fromTo', { start: dayText(start), end: dayText(end) });
  if (start) return say('from', { start: dayText(start) });
  return end ? say('until', { date: dayText(end) }) : '';
};

const names = (all: readonly { readonly name: string }[] | undefined): string =>
  (all ?? []).map(({ name }) => name).join(', ');

/** What is known; what is not is not there. */
const Facts = ({ found, action }: CardProps) => {
  const facts = (
    [
      ['lead', names(action.bearers)],
      ['partners', names(action.partners)],
      ['when', when(action)],
      ['words', textOf(action.decision?.words, found.languages)],
    ] as const
  ).filter(([, text]) => text !== '');
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt class="quiet">{say(name)}</dt>
          <dd>
            <UserText text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** What one vote said; its question tells it from others where there are several. */
const RoomResult = ({ found, result }: PaperProps & { readonly result: Result }) => {
  const { counts, byCollege } = result;
  const people = base(counts);
  if (people === 0) return null;
  const several = found.ballots.length > 1;
  const ballot = found.ballots.find(({ id }) => id === result.ballot);
  return (
    <div class="result stack-close">
      <p class="quiet">
        {say('ofPeople', { count: people })}
        {several && ballot ? (
          <>
            {'\u00a0: '}
            <UserText text={textOf(ballot.question, found.languages)} />
          </>
        ) : null}
      </p>
      <TallyBar tally={{ ...counts, ballot: result.ballot, proposal: '' }} />
      {byCollege.some((one) => one.counts) ? (
        <Folded show={say('showColleges')} hide={say('hideColleges')}>
          <Colleges found={found} result={result} />
        </Folded>
      ) : null}
    </div>
  );
};

const countsText = (counts: Counts): string =>
  [
    `${say('countSupport', { count: counts.support })} (${percent(counts.support, base(counts)) ?? ''})`,
    say('countNeutral', { count: counts.neutral }),
    say('countOppose', { count: counts.oppose }),
  ].join(', ');

/** The colleges that can be told; those that cannot are named together, so that none is missed. */
const Colleges = ({ found, result }: PaperProps & { readonly result: Result }) => {
  const titleOf = (id: string) => {
    const college = found.participation.colleges.find((one) => one.id === id);
    return college ? textOf(college.title, found.languages) : id;
  };
  const hidden = result.byCollege.filter(({ counts }) => !counts);
  return (
    <>
      <dl class="facts">
        {result.byCollege.map(({ college, counts }) =>
          counts ? (
            <div key={college}>
              <dt class="quiet">
                <UserText text={titleOf(college)} />
              </dt>
              <dd>{countsText(counts)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {hidden.length > 0 ? (
        <p class="quiet">
          {say('suppressed')}{' '}
          <UserText text={hidden.map(({ college }) => titleOf(college)).join(', ')} />
        </p>
      ) : null}
    </>
  );
};
