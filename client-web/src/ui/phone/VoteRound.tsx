import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { spentOf } from '../../board/methods';
import { choiceOf, commentCounts, ownOrderOf, proposalsOf, roundOf } from '../../board/select';
import type { Ballot, BallotId, Proposal, ProposalId } from '../../protocol/messages';
import { Icon } from '../parts/Icon';
import { Heading, useArrival } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { choiceText } from '../words';
import type { ScreenProps } from './BoardScreen';
import { Folded } from './Folded';
import { ReadAloud } from './ReadAloud';
import { fragment } from './route';
import { TallySoFar, VoteButtons, VoteFoot } from './VoteButtons';
import { say } from './words';

/** In code units: about three lines of a small phone. */
const longTitle = 45;

/** About five. */
const veryLongTitle = 80;

/** In CSS pixels, as in vote.css. */
const lowScreen = 688;

const isThere = (proposal: Proposal | undefined): proposal is Proposal => proposal !== undefined;

/** Where somebody is in a vote, so that the way back from a proposal's comments leads there. */
export type VotePlace = { readonly ballot: BallotId; readonly at: ProposalId | 'end' | undefined };

type RoundProps = ScreenProps & {
  readonly ballot: Ballot;
  readonly votePlace: RefObject<VotePlace | undefined>;
};

/** One proposal at a time, and at the end what one voted. */
export const VoteRound = (props: RoundProps) => {
  const { view, ballot } = props;
  // Kept while the page is open, whatever is shown or hidden meanwhile.
  const [order] = useState(() => ownOrderOf(view.board, ballot));
  const seen = new Map(proposalsOf(view.board, ballot).map((one) => [one.id, one]));
  const proposals = order.map((id) => seen.get(id)).filter(isThere);
  const { votePlace } = props;
  const [at, setAt] = useState(() =>
    votePlace.current?.ballot === ballot.id ? votePlace.current.at : undefined,
  );
  votePlace.current = { ballot: ballot.id, at };
  const votedOn = proposals.filter(({ id }) => choiceOf(view.board, ballot, id)).length;

  // Where the person is; at first, what was not voted on yet.
  const known = proposals.findIndex(({ id }) => id === at);
  const open = proposals.findIndex(({ id }) => !choiceOf(view.board, ballot, id));
  const index = known >= 0 ? known : open;
  const proposal = at === 'end' ? undefined : proposals[index];

  const isGone = at !== undefined && at !== 'end' && known < 0 && proposals.length > 0;
  useArrival(isGone ? `gone ${at}` : (at ?? ''));
  // Another card in its place would have the same buttons, under a finger that is on its way.
  if (isGone) {
    return (
      <>
        <Heading>{say('goneFromVote')}</Heading>
        <button type="button" class="button button-primary" onClick={() => setAt(undefined)}>
          {say('next')}
          <Icon name="next" end />
        </button>
      </>
    );
  }

  // Stay on this one while a vote comes in.
  if (proposal && at !== proposal.id) setAt(proposal.id);

  if (proposals.length === 0) {
    return (
      <>
        <Heading>{say('voteTitle')}</Heading>
        <p>{say('nothingToVote')}</p>
      </>
    );
  }
  if (!proposal) return <Summary {...props} proposals={proposals} votedOn={votedOn} go={setAt} />;
  return (
    <OneProposal
      {...props}
      proposal={proposal}
      index={index}
      count={proposals.length}
      onPrevious={() => setAt(proposals[index - 1]?.id)}
      onNext={() => setAt(proposals[index + 1]?.id ?? 'end')}
    />
  );
};

type OneProps = RoundProps & {
  readonly proposal: Proposal;
  readonly index: number;
  readonly count: number;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
};

const OneProposal = (props: OneProps) => {
  const { view, ballot, proposal, index, count, onPrevious, onNext } = props;
  const voted = choiceOf(view.board, ballot, proposal.id) !== undefined;
  const last = index === count - 1;
  const long = proposal.title.length > longTitle;
  const round = roundOf(view.board, ballot);
  const comments = commentCounts(view.board).get(proposal.id) ?? 0;
  return (
    <>
      <div class="stack">
        <div class="stack-close">
          <p class="small quiet vote-question">
            <UserText text={ballot.question} /> {round > 1 ? say('secondVote', { round }) : ''}
          </p>
          <div class="progress-line">
            <p class="small strong">{say('progress', { index: index + 1, count })}</p>
            <ReadAloud board={view.board} proposal={proposal} />
            <progress class="progress" value={index + 1} max={count} aria-hidden="true" />
          </div>
        </div>
        <div class="card stack-card">
          <Heading key={proposal.id} long={proposal.title.length > veryLongTitle ? 'very' : long}>
            <UserText text={proposal.title} language={proposal.language} />
          </Heading>
          <Folded
            key={`more ${proposal.id}`}
            text={proposal.description}
            language={proposal.language}
            brief={long || ballot.method === 'grades' || innerHeight <= lowScreen}
          />
          <VoteButtons {...props} />
        </div>
        <TallySoFar view={view} ballot={ballot} proposal={proposal} />
        <p>
          <a class="link-line" href={fragment({ type: 'proposal', id: proposal.id })}>
            {comments > 0 ? say('comments', { count: comments }) : say('noComments')}
          </a>
        </p>
      </div>
      <div class="bar">
        <VoteFoot {...props} />
        <div class="steps">
          {index > 0 ? (
            <button type="button" class="button" onClick={onPrevious}>
              <Icon name="previous" />
              {say('previous')}
            </button>
          ) : (
            <span />
          )}
          <button type="button" class={voted ? 'button button-primary' : 'button'} onClick={onNext}>
            {say(last ? 'myVotes' : voted ? 'next' : 'skip')}
            <Icon name="next" end />
          </button>
        </div>
      </div>
    </>
  );
};

/** What one has given so far, in a sentence. */
const summaryOf = ({ view, ballot, proposals, votedOn }: SummaryProps): string => {
  const { given } = spentOf(ballot, view.board.mine.choices.get(ballot.id));
  const count = proposals.length;
  switch (ballot.method) {
    case 'approval':
      return say('chosenSome', { count: given });
    case 'dots':
      return say('dotsSome', { count: given, budget: ballot.budget ?? given });
    default:
      return votedOn === count
        ? say('votedAll', { count })
        : say('votedSome', { count, done: votedOn });
  }
};

/** What stands on proposals that were taken away; it can be taken back and given to others. */
const GoneChoices = ({ store, view, ballot, proposals }: SummaryProps) => {
  const seen = new Set(proposals.map(({ id }) => id));
  const gone = [...(view.board.mine.choices.get(ballot.id)?.keys() ?? [])].filter(
    (id) => !seen.has(id),
  );
  const limited = ballot.budget !== undefined || ballot.maximum !== undefined;
  if (gone.length === 0 || !limited) return null;
  const takeBack = () => {
    for (const proposal of gone) store.intend({ type: 'castChoice', ballot: ballot.id, proposal });
  };
  return (
    <div class="notice stack-close">
      <p>{say('goneChoice')}</p>
      <button type="button" class="button" onClick={takeBack}>
        {say('takeBack')}
      </button>
    </div>
  );
};

type SummaryProps = RoundProps & {
  readonly proposals: readonly Proposal[];
  readonly votedOn: number;
  readonly go: (id: ProposalId) => void;
};

/** What one voted so far; any of it can still be changed. */
const Summary = (props: SummaryProps) => {
  const { view, ballot, proposals, go } = props;
  const marks = ballot.method === 'approval' || ballot.method === 'dots';
  const nothing = say(marks ? 'notChosen' : 'notVoted');
  return (
    <div class="stack">
      <Heading>{summaryOf(props)}</Heading>
      <p>{say('canChange')}</p>
      <GoneChoices {...props} />
      <ul class="stack-touch">
        {proposals.map(({ id, title, language }) => {
          const choice = choiceOf(view.board, ballot, id);
          return (
            <li key={id}>
              <button type="button" class="card vote-line" onClick={() => go(id)}>
                <UserText text={title} language={language} />
                <span class={choice ? `chosen chosen-${choice}` : 'chosen quiet'}>
                  {choice ? choiceText(choice) : nothing}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
