import { expressed } from '../../board/methods';
import type { Method } from '../../protocol/messages';
import { StandingWords } from '../parts/StandingWords';
import { TallyBar, tallyWords } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { dayText, rankText } from '../words';
import { Commitments } from './Commitments';
import { anchorOf } from './Contents';
import { type Action, levelsOf, mostDots, type Result, textOf } from './document';
import { Folded } from './Folded';
import type { PaperProps } from './Paper';
import { Written } from './Written';
import { say } from './words';

type CardProps = PaperProps & { readonly action: Action };

/** One action: what was decided, who sees to it and when, and what the room thinks of it. */
export const ActionCard = ({ found, action }: CardProps) => {
  const { languages } = found;
  const { decision } = action;
  return (
    <section class="card stack-close action" id={anchorOf(action)}>
      <h3>
        <Written text={action.title} languages={languages} />
      </h3>
      <p class="action-line">
        {decision ? (
          <strong class={`decision decision-${decision.decision}`}>
            {say(`decision.${decision.decision}`)}
          </strong>
        ) : null}
        <a class="link-line quiet small" href={`#${anchorOf(action)}`}>
          {say('reference', { reference: action.reference })}
        </a>
      </p>
      {action.description ? (
        <p>
          <Written text={action.description} languages={languages} />
        </p>
      ) : null}
      <Facts found={found} action={action} />
      <Sources found={found} action={action} />
      <Commitments found={found} action={action} />
      {(action.results ?? []).map((result) => (
        <RoomResult key={result.ballot} found={found} result={result} />
      ))}
    </section>
  );
};

/** The proposals that were merged into it, with their words. */
const Sources = ({ found: { languages }, action }: CardProps) => {
  const merged = action.sources.filter(({ title }) => title);
  if (merged.length === 0) return null;
  return (
    <Folded show={say('sources', { count: merged.length })} hide={say('hide')}>
      <ul class="stack-close">
        {merged.map(({ proposal, title, description }) => (
          <li key={proposal}>
            <Written text={title} languages={languages} />
            {description ? (
              <p class="quiet">
                <Written text={description} languages={languages} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Folded>
  );
};

const when = ({ start, end }: Action): string => {
  if (start && end) return say('fromTo', { start: dayText(start), end: dayText(end) });
  if (start) return say('from', { start: dayText(start) });
  return end ? say('until', { end: dayText(end) }) : '';
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
  const { byCollege = [] } = result;
  const ballot = found.ballots.find(({ id }) => id === result.ballot);
  if (!ballot) return null;
  const counts = levelsOf(ballot.method, result.counts ?? {});
  const people = expressed(counts);
  if (people === 0 && result.rank === undefined) return null;
  const several = found.ballots.length > 1;
  return (
    <div class="result stack-close">
      <p class="quiet">
        {people > 0 ? say('ofPeople', { count: people }) : null}
        {several ? (
          <>
            {' · '}
            <UserText text={textOf(ballot.question, found.languages)} />
          </>
        ) : null}
      </p>
      {people > 0 ? (
        <TallyBar
          method={ballot.method}
          counts={counts}
          voters={ballot.voted}
          most={mostDots(found, ballot)}
        />
      ) : null}
      {result.rank === undefined ? null : <p>{say('rank', { rank: rankText(result.rank) })}</p>}
      <StandingWords {...standingOf(result)} judgmentsMin={ballot.judgmentsMin ?? 0} />
      {byCollege.some((one) => one.counts) ? (
        <Folded show={say('showColleges')} hide={say('hideColleges')}>
          <Colleges found={found} result={result} method={ballot.method} />
        </Folded>
      ) : null}
    </div>
  );
};

/** What is to be known of its place, as the other pages tell it. */
const standingOf = ({ ballot, rank, formerRank, drawn, scores }: Result) => ({
  formerRank,
  standing: {
    proposal: ballot,
    ...(rank === undefined ? {} : { rank }),
    ...(drawn ? { drawn } : {}),
    ...(scores?.controversial ? { controversial: true } : {}),
    ...(scores?.consensus ? { consensus: scores.consensus.mean } : {}),
  },
});

type CollegesProps = PaperProps & { readonly result: Result; readonly method: Method };

/** The colleges that can be told; those that cannot are named together, so that none is missed. */
const Colleges = ({ found, result, method }: CollegesProps) => {
  const titleOf = (id: string) => {
    const college = found.participation.colleges.find((one) => one.id === id);
    return college ? textOf(college.title, found.languages) : id;
  };
  const { byCollege = [] } = result;
  const hidden = byCollege.filter(({ counts }) => !counts);
  return (
    <>
      <dl class="facts">
        {byCollege.map(({ college, counts }) =>
          counts ? (
            <div key={college}>
              <dt class="quiet">
                <UserText text={titleOf(college)} />
              </dt>
              <dd>{tallyWords({ method, counts: levelsOf(method, counts) }).join(', ')}</dd>
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
