import { useState } from 'preact/hooks';
import { lastBallot, publishedProposals, switchesNow } from '../../board/select';
import { type Ballot, limits, type ResultsRule, resultsRuleWords } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { Options } from '../parts/Options';
import { UserText } from '../parts/UserText';
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
  return (
    <div class="stack-close">
      <p>
        <strong>{say(state === 'open' ? 'voteIsOpen' : 'voteIsClosed')}</strong>{' '}
        <UserText text={ballot.question} />
      </p>
      <p>
        {say('voters', { count: board.turnout.get(id) ?? 0 })}{' '}
        {say(resultsShown ? 'resultsVisible' : 'resultsHidden')}
      </p>
      <div class="desk-row">
        {state === 'open' ? (
          <button
            type="button"
            class="button button-primary"
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

const BallotForm = ({ store, view, ask, onDone }: PartProps & { readonly onDone: () => void }) => {
  const [question, setQuestion] = useState(say('questionStart'));
  const [results, setResults] = useState<ResultsRule>('afterClosing');
  const count = publishedProposals(view.board).length;
  const open = (event: Event) => {
    event.preventDefault();
    const ballot = store.mint();
    ask({ type: 'openBallot', ballot, question: question.trim(), method: 'opinion', results });
    // A vote that nobody can give would only puzzle the room.
    if (!switchesNow(view.board).vote) ask({ type: 'openPhase', phase: 'vote' });
    onDone();
  };
  return (
    <form class="stack-close" onSubmit={open} noValidate>
      <Field
        id="question"
        label={say('question')}
        value={question}
        onValue={setQuestion}
        max={limits.questionGraphemesMax}
      />
      <Options
        name="results"
        legend={say('rule')}
        value={results}
        options={resultsRuleWords.map((id) => ({ id, title: say(`rule.${id}`) }))}
        onValue={(rule) => setResults(rule as ResultsRule)}
        columns
      />
      <button
        type="submit"
        class="button button-primary button-wide"
        disabled={count === 0 || question.trim() === ''}
      >
        {count > 0 ? say('openVote', { count }) : say('openVoteNone')}
      </button>
    </form>
  );
};
