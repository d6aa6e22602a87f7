import { limits } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import { type Ballot, textOf } from './document';
import type { PaperProps } from './Paper';
import { say } from './words';

/** How people took part, every number with what it is of. */
export const Participation = ({ found }: PaperProps) => {
  const { joined, voters, proposers, colleges, proposals, comments, admission } =
    found.participation;
  const { received, published } = proposals;
  return (
    <section class="card stack-close part">
      <h2>{say('how')}</h2>
      <ul class="stack-close">
        <li>
          {say('joined', { count: joined })}
          {joined > 0 ? (
            <ul class="part-colleges">
              {colleges.map((one) => {
                const college = textOf(one.title, found.languages);
                return (
                  <li key={one.id}>
                    {one.joined === undefined
                      ? say('joinedFew', { college, count: limits.smallCellMin })
                      : say('joinedCollege', { college, count: one.joined })}
                  </li>
                );
              })}
            </ul>
          ) : null}
        </li>
        <li>{say('received', { count: received, published })}</li>
        <li>{say('proposers', { count: proposers })}</li>
        {found.ballots.length > 0 ? <li>{say('votersOf', { count: voters, joined })}</li> : null}
        <li>{say('comments', { count: comments })}</li>
        {admission ? (
          <li>{say(admission.indicative ? 'admissionOpen' : 'admissionBadges')}</li>
        ) : null}
      </ul>
    </section>
  );
};

/** How the numbers are to be read, and which state of the board this is. */
export const Counting = ({ found }: PaperProps) => (
  <footer class="small stack-close part">
    <h2>{say('counting')}</h2>
    <p>{say('countingBase')}</p>
    <p>{say('countingSmall')}</p>
    <p>{say('countingHidden')}</p>
    <p>{say('tieBreak')}</p>
    {found.ballots.map((ballot) => (
      <BallotFacts key={ballot.id} found={found} ballot={ballot} />
    ))}
    <p class="quiet">{say('source', { code: found.id, position: found.asOf.position })}</p>
  </footer>
);

/** What lets a reader check a vote: how ties were decided, and why it was opened again. */
const BallotFacts = ({ found, ballot }: PaperProps & { readonly ballot: Ballot }) => {
  const question = textOf(ballot.question, found.languages);
  const seed = ballot.tieBreak?.seed;
  return (
    <>
      {seed ? (
        <p class="quiet">
          <UserText ours text={say('tieBreakSeed', { question, seed })} />
        </p>
      ) : null}
      {(ballot.reopenings ?? []).map(({ reason }, index) => (
        <p key={index}>
          <UserText
            ours
            text={say('reopenedBallot', { question, reason: textOf(reason, found.languages) })}
          />
        </p>
      ))}
    </>
  );
};
