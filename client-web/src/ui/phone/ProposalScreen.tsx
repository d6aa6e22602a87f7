import type { Board } from '../../board/board';
import {
  axisTitle,
  collegeTitle,
  commentsOf,
  isLeftOut,
  openBallot,
  proposalOf,
  standingFor,
  switchesNow,
} from '../../board/select';
import type { Comment, DecisionRecord, Proposal, ProposalId } from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { Heading } from '../parts/Page';
import { Parts } from '../parts/Parts';
import { Reworded } from '../parts/Reworded';
import { UserText } from '../parts/UserText';
import type { ScreenProps } from './BoardScreen';
import { CommentForm } from './CommentForm';
import { keptComment } from './draft';
import { fragment } from './route';
import { TallySoFar, VoteButtons, VoteFoot } from './VoteButtons';
import { say } from './words';

/** One proposal with everything said of it. */
export const ProposalScreen = ({ store, view, storage, id }: ScreenProps & { id: ProposalId }) => {
  const { board } = view;
  const proposal = proposalOf(board, id);
  if (!proposal) {
    return (
      <div class="stack">
        <Heading>{say('notHere')}</Heading>
        <p>{say('notHereHelp')}</p>
      </div>
    );
  }
  return (
    <>
      <div class="stack">
        <p class="quiet">
          <UserText text={axisTitle(board, proposal.axis)} />
        </p>
        <Heading>
          <UserText text={proposal.title} />
        </Heading>
        {proposal.description ? (
          <p>
            <UserText text={proposal.description} />
          </p>
        ) : null}
        <MergedInto board={board} proposal={proposal} />
        <Parts board={board} proposal={proposal} />
        <Reworded proposal={proposal} />
        <p class="small quiet">{say('by', { who: authorOf(board, proposal) })}</p>
        {proposal.decision ? <Decided decision={proposal.decision} /> : null}
      </div>
      <Vote store={store} view={view} proposal={proposal} />
      <Comments store={store} view={view} storage={storage} proposal={proposal} />
    </>
  );
};

/** An author as others know them: the name where one was given, and the college. */
const authorOf = (board: Board, { author, authorName, college }: Proposal): string => {
  const group = collegeTitle(board, college);
  if (author === board.mine.participant) return `${say('you')} (${group})`;
  return authorName === undefined ? group : `${authorName} (${group})`;
};

/** That another one stands for it, and the way there. */
const MergedInto = ({ board, proposal }: { board: Board; proposal: Proposal }) => {
  const whole = standingFor(board, proposal);
  if (whole.id === proposal.id) return null;
  return (
    <div class="notice stack-close">
      <p class="strong">{say('mergedInto')}</p>
      <a class="button button-wide" href={fragment({ type: 'proposal', id: whole.id })}>
        <UserText text={whole.title} />
      </a>
    </div>
  );
};

const Decided = ({ decision }: { decision: DecisionRecord }) => (
  <div class="notice notice-good stack-close">
    <p class="strong">{say('decided', { decision: say(`decision.${decision.decision}`) })}</p>
    {decision.words ? (
      <p>
        <UserText text={decision.words} />
      </p>
    ) : null}
    {decision.lead ? <p>{say('lead', { lead: decision.lead })}</p> : null}
  </div>
);

type PartProps = { readonly store: Store; readonly view: View; readonly proposal: Proposal };

const Vote = ({ store, view, proposal }: PartProps) => {
  const ballot = openBallot(view.board);
  if (isLeftOut(view.board, proposal)) return <p class="notice">{say('notInVote')}</p>;
  if (!ballot?.proposals.includes(proposal.id) || !switchesNow(view.board).vote) return null;
  return (
    <section class="card stack" aria-labelledby="vote">
      <h2 id="vote">
        <UserText text={ballot.question} />
      </h2>
      <VoteButtons store={store} view={view} ballot={ballot} proposal={proposal} />
      <VoteFoot store={store} view={view} ballot={ballot} proposal={proposal} />
      <TallySoFar board={view.board} ballot={ballot} proposal={proposal} />
    </section>
  );
};

const Comments = ({ store, view, storage, proposal }: PartProps & { storage: Storage }) => {
  const kept = keptComment(storage, view.board.about?.code ?? '', proposal.id);
  const { board } = view;
  const comments = commentsOf(board, proposal.id);
  return (
    <section class="stack" aria-labelledby="comments">
      <h2 id="comments">
        {comments.length > 0 ? say('comments', { count: comments.length }) : say('noComments')}
      </h2>
      <ul class="stack">
        {comments.map((comment) => (
          <CommentCard key={comment.id} view={view} comment={comment} />
        ))}
      </ul>
      {switchesNow(board).comment && proposal.status !== 'merged' ? (
        <CommentForm store={store} view={view} storage={storage} proposal={proposal} />
      ) : (
        <>
          <p class="quiet">{say('commentsOff')}</p>
          {kept ? (
            <div class="notice stack-close">
              <p class="strong">{say('textKept')}</p>
              <p>
                <UserText text={kept.text} />
              </p>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
};

const CommentCard = ({ view, comment }: { view: View; comment: Comment }) => {
  const waits = view.waiting.some(
    ({ command }) => command.type === 'submitComment' && command.comment === comment.id,
  );
  const mine = comment.author === view.board.mine.participant;
  const who = mine
    ? say('you')
    : (comment.authorName ?? say('someone', { number: comment.author }));
  return (
    <li class={`card comment comment-${comment.stance} stack-close`}>
      <p class="small">
        <span class="stance">{say(`stance.${comment.stance}`)}</span>
        <span class="quiet">
          <UserText text={who} />
        </span>
      </p>
      <p>
        <UserText text={comment.text} />
      </p>
      {waits ? <p class="small quiet">{say('sending')}</p> : null}
      {comment.hidden ? <p class="small wrong">{say('hiddenComment')}</p> : null}
    </li>
  );
};
