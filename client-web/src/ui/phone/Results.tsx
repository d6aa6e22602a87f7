import type { Board } from '../../board/board';
import { choiceOf, mostDots, ranked } from '../../board/select';
import type { Ballot } from '../../protocol/messages';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { choiceText } from '../words';
import { fragment } from './route';
import { say } from './words';

/** The counts of a ballot that everybody may see, most supported first. */
export const Results = ({ board, ballot }: { board: Board; ballot: Ballot }) => {
  const voters = board.turnout.get(ballot.id) ?? 0;
  const most = mostDots(board, ballot);
  return (
    <div class="stack">
      <p>
        <UserText text={ballot.question} />
      </p>
      <p class="quiet">{say('voters', { count: voters })}</p>
      <ol class="stack">
        {ranked(board, ballot).map(({ proposal, tally }) => {
          const choice = choiceOf(board, ballot, proposal.id);
          return (
            <li key={proposal.id} class="card stack-close">
              <h2 class="item-title">
                <a href={fragment({ type: 'proposal', id: proposal.id })}>
                  <UserText text={proposal.title} />
                </a>
              </h2>
              {tally ? (
                <TallyBar
                  method={ballot.method}
                  counts={tally.counts}
                  voters={voters}
                  most={most}
                />
              ) : (
                <p class="quiet">{say('noVotes')}</p>
              )}
              {choice ? (
                <p class="small">{say('yourVote', { choice: choiceText(choice) })}</p>
              ) : null}
              {proposal.decision ? (
                <p class="strong">
                  {say('decided', { decision: say(`decision.${proposal.decision.decision}`) })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
};
