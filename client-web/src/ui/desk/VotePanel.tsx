import { useState } from 'preact/hooks';
import { lastBallot, publishedProposals, switchesNow } from '../../board/select';
import { type Ballot, limits } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { UserText } from '../parts/UserText';
import { clockTime } from '../words';
import { BallotForm } from './BallotForm';
import type { PartProps } from './Desk';
import { openFor } from './reopen';
import { say } from './words';

/** What is being written below the last vote. */
type Draft = 'new' | 'again' | 'reopen';

/** The room's vote: what is open or was last, and the next one. */
export const VotePanel = (props: PartProps) => {
  const { board } = props.view;
  const ballot = lastBallot(board);
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  if (board.phase === 'closed') return null;
  const over = ballot !== undefined && ballot.state !== 'open';
  // Where steps of the agenda open the votes, one made by hand is the exception.
  const planned = (board.agenda?.steps ?? []).some((step) => step.ballot !== undefined);
  const first = ballot === undefined;
  const done = () => setDraft(undefined);
  return (
    <section class="card stack-close" aria-labelledby="vote">
      <h2 id="vote">{say('vote')}</h2>
      {ballot ? <BallotCard {...props} ballot={ballot} /> : null}
      {(first && !planned) || ((first || over) && draft === 'new') ? (
        <BallotForm {...props} onDone={done} />
      ) : null}
      {first && planned && !draft ? (
        <button type="button" class="button" onClick={() => setDraft('new')}>
          {say('firstVote')}
        </button>
      ) : null}
      {over && draft === 'again' ? <BallotForm {...props} follows={ballot} onDone={done} /> : null}
      {over && draft === 'reopen' ? <ReopenForm {...props} ballot={ballot} onDone={done} /> : null}
      {(over || (first && planned)) && draft ? (
        <button type="button" class="button button-plain" onClick={done}>
          {say('cancel')}
        </button>
      ) : null}
      {over && !draft ? (
        <div class="desk-row">
          <button type="button" class="button" onClick={() => setDraft('new')}>
            {say('newVote')}
          </button>
          <button type="button" class="button" onClick={() => setDraft('again')}>
            {say('voteAgain')}
          </button>
          <button type="button" class="button" onClick={() => setDraft('reopen')}>
            {say('reopenVote')}
          </button>
        </div>
      ) : null}
    </section>
  );
};

type BallotProps = PartProps & { readonly ballot: Ballot };

const BallotCard = ({ view, ask, ballot }: BallotProps) => {
  const { board } = view;
  const { id, state, resultsShown, orderShown, reopenings = [] } = ballot;
  const switches = switchesNow(board);
  const reveal = (step: 'order' | 'numbers') => {
    ask({ type: 'revealBallot', ballot: id, step });
    if (!switches.results) ask(openFor(board, 'reveal', ballot.question));
  };
  const paused = state === 'open' && !switches.vote;
  const left = publishedProposals(board).filter((one) => !ballot.proposals.includes(one.id)).length;
  // The phase the room is in lets people vote; without one that does, the vote's own phase.
  const resume = () => {
    const own = board.about?.phases.find(({ phase }) => phase === 'vote')?.switches;
    if (own && !own.vote) {
      ask({ type: 'configurePhase', phase: 'vote', switches: { ...own, vote: true } });
    }
    if (board.phase !== 'vote') ask(openFor(board, 'vote', ballot.question));
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
        {say(resultsShown ? 'resultsVisible' : orderShown ? 'orderVisible' : 'resultsHidden')}
      </p>
      {reopenings.map(({ at, reason }) => (
        <p key={at} class="small quiet">
          <UserText ours text={say('reopened', { time: clockTime(at), reason: reason ?? '' })} />
        </p>
      ))}
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
        ) : null}
        {state === 'closed' && !resultsShown && ballot.results === 'whenRevealed' ? (
          <button type="button" class="button" onClick={() => reveal('order')}>
            {say('showOrder')}
          </button>
        ) : null}
        {state !== 'open' && !resultsShown ? (
          <button type="button" class="button button-primary" onClick={() => reveal('numbers')}>
            {say('showResults')}
          </button>
        ) : null}
      </div>
    </div>
  );
};

/** A vote is opened again only with a reason, which everybody can read afterwards. */
const ReopenForm = (props: BallotProps & { readonly onDone: () => void }) => {
  const { view, ask, ballot, onDone } = props;
  const [reason, setReason] = useState('');
  const reopen = (event: Event) => {
    event.preventDefault();
    ask({ type: 'reopenBallot', ballot: ballot.id, reason: reason.trim() });
    if (!switchesNow(view.board).vote) ask(openFor(view.board, 'vote', reason.trim()));
    onDone();
  };
  return (
    <form class="stack-close" onSubmit={reopen} noValidate>
      <Field
        id="ballot-reason"
        label={say('reopenReason')}
        help={say('reopenReasonHelp')}
        value={reason}
        onValue={setReason}
        max={limits.remarkGraphemesMax}
      />
      <button type="submit" class="button button-primary" disabled={reason.trim() === ''}>
        {say('reopenVote')}
      </button>
    </form>
  );
};
