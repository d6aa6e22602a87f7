import { useState } from 'preact/hooks';
import { proposalsOf, publishedProposals, switchesNow } from '../../board/select';
import {
  type Ballot,
  limits,
  type Method,
  methodWords,
  type OpenBallot,
  type ResultsRule,
  resultsRuleWords,
} from '../../protocol/messages';
import { Field } from '../parts/Field';
import { Options } from '../parts/Options';
import type { PartProps } from './Desk';
import { NumberField } from './NumberField';
import { openFor } from './reopen';
import { say } from './words';

type Terms = Pick<OpenBallot, 'maximum' | 'budget' | 'cap' | 'judgmentsMin'>;

/** Those of a ballot, for another round of it. */
const termsOf = ({ maximum, budget, cap, judgmentsMin }: Ballot): Terms => ({
  ...(maximum === undefined ? {} : { maximum }),
  ...(budget === undefined ? {} : { budget }),
  ...(cap === undefined ? {} : { cap }),
  ...(judgmentsMin === undefined ? {} : { judgmentsMin }),
});

/** As the server fixes them where they are not asked for. */
const usualTerms = (method: Method, proposals: number, people: number): Terms => {
  const budget = Math.min(10, Math.max(3, Math.round(proposals / 4)));
  switch (method) {
    case 'dots':
      return { budget, cap: Math.min(3, budget) };
    case 'grades':
      // In a small group everybody's grade is enough.
      return { judgmentsMin: Math.min(limits.smallCellMin, Math.max(1, people)) };
    default:
      return {};
  }
};

type FormProps = PartProps & {
  /** The ballot to vote on once more. */
  readonly follows?: Ballot;
  readonly onDone: () => void;
};

/** What the room is asked, how, and when it sees the answer. */
export const BallotForm = ({ store, view, ask, follows, onDone }: FormProps) => {
  const { board } = view;
  // What the room decided on is voted on no more.
  const votable = publishedProposals(board).filter(({ status }) => status === 'published');
  const count = (follows ? proposalsOf(board, follows) : votable).length;
  const people = board.participants?.joined ?? 0;
  const [question, setQuestion] = useState(follows?.question ?? say('questionStart'));
  const [method, setMethod] = useState<Method>(follows?.method ?? 'opinion');
  const [chosen, setChosen] = useState<Terms>(follows ? termsOf(follows) : {});
  const [results, setResults] = useState<ResultsRule>(follows?.results ?? 'afterClosing');
  const terms = { ...usualTerms(method, count, people), ...chosen };
  const open = (event: Event) => {
    event.preventDefault();
    ask({
      type: 'openBallot',
      ballot: store.mint(),
      question: question.trim(),
      method,
      results,
      ...terms,
      ...(follows ? { follows: follows.id } : {}),
    });
    // A vote that nobody can give would only puzzle the room.
    if (!switchesNow(board).vote) ask(openFor(board, 'vote', question));
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
      {follows ? (
        <p class="small quiet">{say('voteAgainHelp')}</p>
      ) : (
        <>
          <Options
            name="method"
            legend={say('method')}
            value={method}
            options={methodWords.map((id) => ({ id, title: say(`method.${id}`) }))}
            onValue={(id) => {
              setMethod(id as Method);
              setChosen({});
            }}
            columns
          />
          <p class="small quiet">{say(`method.${method}.help`)}</p>
        </>
      )}
      <TermFields method={method} terms={terms} onTerms={setChosen} />
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

type TermProps = {
  readonly method: Method;
  readonly terms: Terms;
  readonly onTerms: (terms: Terms) => void;
};

/** What the method leaves to be fixed. */
const TermFields = ({ method, terms, onTerms }: TermProps) => {
  switch (method) {
    case 'approval':
      return (
        <NumberField
          id="maximum"
          label={say('maximum')}
          value={terms.maximum}
          onValue={(maximum) => onTerms(maximum === undefined ? {} : { maximum })}
          min={1}
          max={limits.openBallotMaximumMax}
          empty={say('maximumAny')}
        />
      );
    case 'dots': {
      const { budget = 1, cap = 1 } = terms;
      return (
        <>
          <NumberField
            id="budget"
            label={say('budget')}
            value={budget}
            onValue={(value = 1) => onTerms({ budget: value, cap: Math.min(cap, value) })}
            min={1}
            max={limits.openBallotBudgetMax}
          />
          <NumberField
            id="cap"
            label={say('cap')}
            value={cap}
            onValue={(value = 1) => onTerms({ budget, cap: value })}
            min={1}
            max={Math.min(limits.openBallotCapMax, budget)}
          />
        </>
      );
    }
    case 'grades':
      return (
        <NumberField
          id="judgments"
          label={say('judgmentsMin')}
          value={terms.judgmentsMin}
          onValue={(judgmentsMin = 1) => onTerms({ judgmentsMin })}
          min={1}
          max={limits.openBallotJudgmentsMinMax}
        />
      );
    default:
      return null;
  }
};
