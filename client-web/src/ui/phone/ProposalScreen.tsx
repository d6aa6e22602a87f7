import type { Board } from '../../board/board';
import {
  axisTitle,
  collegeTitle,
  commentsOf,
  commitmentsOn,
  isAdopted,
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
import { answerLine, percentText, spoken } from '../words';
import type { ScreenProps } from './BoardScreen';
import { CommentForm } from './CommentForm';
import { keptComment } from './draft';
import { ReadAloud } from './ReadAloud';
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
          <UserText text={proposal.title} language={proposal.language} />
        </Heading>
        {proposal.description ? (
          <p>
            <UserText text={proposal.description} language={proposal.language} />
          </p>
        ) : null}
        <ReadAloud board={board} proposal={proposal} />
        <MergedInto board={board} proposal={proposal} />
        <Parts board={board} proposal={proposal} />
        <Reworded proposal={proposal} />
        <p class="small quiet">
          <UserText ours text={authorLine(board, proposal)} />
        </p>
        {proposal.decision ? <Decided decision={proposal.decision} /> : null}
        {isAdopted(proposal.status) ? <Commitments board={board} proposal={proposal} /> : null}
      </div>
      <Vote store={store} view={view} proposal={proposal} />
      <Comments store={store} view={view} storage={storage} proposal={proposal} />
    </>
  );
};

/** An author as others know them: the name where one was given, and the college. */
const authorLine = (board: Board, { author, authorName, college }: Proposal): string => {
  if (author === undefined || college === undefined) return say('imported');
  const group = collegeTitle(board, college);
  if (author === board.mine.participant) return say('by', { who: `${say('you')} (${group})` });
  return say('by', { who: authorName === undefined ? group : `${authorName} (${group})` });
};

/** That another one stands for it, and the way there. */
const MergedInto = ({ board, proposal }: { board: Board; proposal: Proposal }) => {
  const whole = standingFor(board, proposal);
  if (whole.id === proposal.id) return null;
  return (
    <div class="notice stack-close">
      <p class="strong">{say('mergedInto')}</p>
      <a class="button button-wide" href={fragment({ type: 'proposal', id: whole.id })}>
        <UserText text={whole.title} language={whole.language} />
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
    {decision.lead ? (
      <p>
        <UserText ours text={say('lead', { lead: decision.lead })} />
      </p>
    ) : null}
  </div>
);

/** What institutions answered, and how far they are. */
const Commitments = ({ board, proposal }: { board: Board; proposal: Proposal }) => (
  <>
    {commitmentsOn(board, proposal.id).map(({ institution, name, standing, progress }) => {
      const last = progress[progress.length - 1]?.report;
      if (!standing) return null;
      return (
        <div key={institution} class="notice stack-close">
          <p class="strong">
            <UserText ours text={answerLine(name, standing)} />
          </p>
          {standing.words ? (
            <p>
              <UserText text={standing.words} />
            </p>
          ) : null}
          {last ? (
            <p>
              {say(`progress.${last.progress}`)}
              {last.percent === undefined ? '' : ` (${percentText(last.percent)})`}
            </p>
          ) : null}
        </div>
      );
    })}
  </>
);

type PartProps = { readonly store: Store; readonly view: View; readonly proposal: Proposal };

const Vote = ({ store, view, proposal }: PartProps) => {
  const ballot = openBallot(view.board);
  // One votes on the proposal that stands for it; the way there is above.
  if (proposal.status === 'merged') return null;
  if (isLeftOut(view.board, proposal)) return <p class="notice">{say('notInVote')}</p>;
  if (!ballot?.proposals.includes(proposal.id) || !switchesNow(view.board).vote) return null;
  return (
    <section class="card stack" aria-labelledby="vote">
      <h2 id="vote">
        <UserText text={ballot.question} />
      </h2>
      <VoteButtons store={store} view={view} ballot={ballot} proposal={proposal} />
      <VoteFoot store={store} view={view} ballot={ballot} proposal={proposal} />
      <TallySoFar view={view} ballot={ballot} proposal={proposal} />
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
                <UserText text={kept.text} language={kept.language ?? spoken()} />
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
  const { institution, author, authorName } = comment;
  const mine = institution === undefined && author === view.board.mine.participant;
  const name = mine ? undefined : (institution ?? authorName);
  return (
    <li class={`card comment comment-${comment.stance} stack-close`}>
      <p class="small">
        <span class="stance">
          {institution === undefined ? say(`stance.${comment.stance}`) : say('official')}
        </span>
        <span class="quiet">
          {name === undefined ? (
            say(mine ? 'you' : 'someone', { number: author ?? 0 })
          ) : (
            <UserText text={name} />
          )}
        </span>
      </p>
      <p>
        <UserText text={comment.text} language={comment.language} />
      </p>
      {waits ? <p class="small quiet">{say('sending')}</p> : null}
      {comment.hidden ? <p class="small wrong">{say('hiddenComment')}</p> : null}
    </li>
  );
};
