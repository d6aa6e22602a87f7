import type { Board } from '../../board/board';
import { choiceOf, mostDots, ranked, roundOf } from '../../board/select';
import type { Ballot } from '../../protocol/messages';
import { Place, StandingWords } from '../parts/StandingWords';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { choiceText } from '../words';
import { fragment } from './route';
import { say } from './words';

/** What everybody may see of a ballot: the order, and the counts once they are shown. */
export const Results = ({ board, ballot }: { board: Board; ballot: Ballot }) => {
  const voters = board.turnout.get(ballot.id) ?? 0;
  const most = mostDots(board, ballot);
  const round = roundOf(board, ballot);
  return (
    <div class="stack">
      <p>
        <UserText text={ballot.question} />
      </p>
      {round > 1 ? <p class="quiet">{say('secondVote', { round })}</p> : null}
      <p class="quiet">{say('voters', { count: voters })}</p>
      {ballot.resultsShown ? null : <p class="notice">{say('orderFirst')}</p>}
      <ol class="stack">
        {ranked(board, ballot).map(({ proposal, tally, standing, formerRank }) => {
          const choice = choiceOf(board, ballot, proposal.id);
          return (
            <li key={proposal.id} class="card stack-close">
              <h2 class="item-title">
                <a href={fragment({ type: 'proposal', id: proposal.id })}>
                  <Place standing={standing} />
                  <UserText text={proposal.title} language={proposal.language} />
                </a>
              </h2>
              {tally ? (
                <TallyBar
                  method={ballot.method}
                  counts={tally.counts}
                  voters={voters}
                  most={most}
                />
              ) : ballot.resultsShown ? (
                <p class="quiet">{say('noVotes')}</p>
              ) : null}
              <StandingWords
                judgmentsMin={ballot.judgmentsMin}
                standing={standing}
                formerRank={formerRank}
              />
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
