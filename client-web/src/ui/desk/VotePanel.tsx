import { useState } from 'preact/hooks';
import { lastBallot, publishedProposals, switchesNow } from '../../board/select';
import type { Ballot } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import { BallotForm } from './BallotForm';
import type { PartProps } from './Desk';
import { say } from './words';

/** The room's vote: what is open or was last, and the next one. */
export const VotePanel = (props: PartProps) => {
  const { board } = props.view;
  const ballot = lastBallot(board);
  const [preparing, setPreparing] = useState(false);
  if (board.phase === 'closed') return null;
  const writes = !ballot || (preparing && ballot.state !== 'open');
  return (
    <section class="card stack-close" aria-labelledby="vote">
      <h2 id="vote">{say('vote')}</h2>
      {ballot ? <BallotCard {...props} ballot={ballot} /> : null}
      {writes ? <BallotForm {...props} onDone={() => setPreparing(false)} /> : null}
      {ballot && ballot.state !== 'open' ? (
        <button type="button" class="button button-plain" onClick={() => setPreparing(!preparing)}>
          {say(preparing ? 'cancel' : 'newVote')}
        </button>
      ) : null}
    </section>
  );
};

const BallotCard = ({ view, ask, ballot }: PartProps & { readonly ballot: Ballot }) => {
  const { board } = view;
  const { id, state, resultsShown } = ballot;
  const switches = switchesNow(board);
  const paused = state === 'open' && !switches.vote;
  const left = publishedProposals(board).filter((one) => !ballot.proposals.includes(one.id)).length;
  // The phase the room is in lets people vote; without one that does, the vote's own phase.
  const resume = () => {
    const own = board.about?.phases.find(({ phase }) => phase === 'vote')?.switches;
    if (own && !own.vote) {
      ask({ type: 'configurePhase', phase: 'vote', switches: { ...own, vote: true } });
    }
    if (board.phase !== 'vote') ask({ type: 'openPhase', phase: 'vote' });
  };
  return (
    <div class="stack-close">
      <p>
        <strong>
          {say(paused ? 'votePaused' : state === 'open' ? 'voteIsOpen' : 'voteIsClosed')}
        </strong>{' '}
        <UserText text={ballot.question} />
      </p>
      <p>
        {say('voters', { count: board.turnout.get(id) ?? 0 })}{' '}
        {say(resultsShown ? 'resultsVisible' : 'resultsHidden')}
      </p>
      {state === 'open' && left > 0 ? <p>{say('notInVoteCount', { count: left })}</p> : null}
      <div class="desk-row">
        {paused ? (
          <button type="button" class="button button-primary" onClick={resume}>
            {say('resumeVote')}
          </button>
        ) : null}
        {state === 'open' ? (
          <button
            type="button"
            class={paused ? 'button' : 'button button-primary'}
            onClick={() => ask({ type: 'closeBallot', ballot: id })}
          >
            {say('closeVote')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            onClick={() => {
              ask({ type: 'reopenBallot', ballot: id });
              if (!switches.vote) ask({ type: 'openPhase', phase: 'vote' });
            }}
          >
            {say('reopenVote')}
          </button>
        )}
        {state !== 'open' && !resultsShown ? (
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              if (state === 'closed') ask({ type: 'revealBallot', ballot: id });
              if (!switches.results) ask({ type: 'openPhase', phase: 'reveal' });
            }}
          >
            {say('showResults')}
          </button>
        ) : null}
      </div>
    </div>
  );
};
