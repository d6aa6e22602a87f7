import { limits } from '../../protocol/messages';
import { textOf } from './document';
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
    <p class="quiet">{say('source', { code: found.id, position: found.asOf.position })}</p>
  </footer>
);
