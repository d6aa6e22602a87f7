import { useRef, useState } from 'preact/hooks';
import {
  commentsOf,
  isLeftOut,
  lastShownBallot,
  mostDots,
  publishedProposals,
  ranked,
  tallyOf,
} from '../../board/select';
import type { Comment, Proposal } from '../../protocol/messages';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { DecideForm } from './DecideForm';
import type { PartProps } from './Desk';
import { keptDecision } from './decisionDraft';
import { Origin } from './Queue';
import { useSteadyRows } from './steadyRows';
import { say } from './words';

/** Cards made at once; the rest comes on demand. */
const pageSize = 40;

/** What the room sees: the most supported first once results show, else in order of arrival. */
export const Published = (props: PartProps) => {
  const { board } = props.view;
  const ballot = lastShownBallot(board);
  const first = ballot ? ranked(board, ballot).map(({ proposal }) => proposal) : [];
  const known = new Set(first.map(({ id }) => id));
  const all = [...first, ...publishedProposals(board).filter(({ id }) => !known.has(id))];
  const list = useRef<HTMLUListElement>(null);
  const rows = useSteadyRows(list, all);
  const [most, setMost] = useState(pageSize);
  return (
    <section class="stack" aria-labelledby="published">
      <h2 id="published">
        {all.length > 0 ? say('published', { count: all.length }) : say('publishedNone')}
      </h2>
      <ul class="stack" ref={list}>
        {rows.slice(0, most).map(({ item, leftAt }) =>
          leftAt === undefined ? (
            <PublishedCard key={item.id} {...props} proposal={item} />
          ) : (
            <li key={item.id} class="card stack-close">
              <h3>
                <UserText text={item.title} />
              </h3>
              <p role="status">{say('notPublished')}</p>
            </li>
          ),
        )}
      </ul>
      {all.length > most ? (
        <button type="button" class="button" onClick={() => setMost(most + pageSize)}>
          {say('more')}
        </button>
      ) : null}
    </section>
  );
};

type CardProps = PartProps & { readonly proposal: Proposal };

const PublishedCard = (props: CardProps) => {
  const { view, ask, proposal } = props;
  const { board, role } = view;
  const [deciding, setDeciding] = useState(
    () => keptDecision(props.storage, board.about?.code ?? '', proposal.id) !== undefined,
  );
  const ballot = lastShownBallot(board);
  const tally = ballot && tallyOf(board, ballot, proposal.id);
  const onScreen = board.screen?.view === 'proposal' && board.screen.proposal === proposal.id;
  const leads = role === 'facilitator';
  return (
    <li class="card stack-close">
      <h3>
        <UserText text={proposal.title} />
      </h3>
      <Origin view={view} proposal={proposal} />
      {isLeftOut(board, proposal) ? <p class="strong">{say('notInVote')}</p> : null}
      {ballot && tally ? (
        <TallyBar
          method={ballot.method}
          counts={tally.counts}
          voters={board.turnout.get(ballot.id)}
          most={mostDots(board, ballot)}
        />
      ) : null}
      {proposal.decision ? (
        <p class="strong">{say(`decision.${proposal.decision.decision}`)}</p>
      ) : null}
      <div class="desk-row">
        {leads ? (
          <>
            <button
              type="button"
              class={onScreen ? 'button button-primary' : 'button'}
              aria-pressed={onScreen}
              onClick={() => ask({ type: 'show', view: 'proposal', proposal: proposal.id })}
            >
              {say(onScreen ? 'onScreen' : 'show')}
            </button>
            <button
              type="button"
              class="button"
              aria-expanded={deciding}
              disabled={board.phase === 'closed'}
              onClick={() => setDeciding(!deciding)}
            >
              {say(proposal.decision ? 'changeDecision' : 'decide')}
            </button>
          </>
        ) : null}
        {proposal.status === 'published' && board.phase !== 'closed' ? (
          <button
            type="button"
            class="button button-plain"
            onClick={() => ask({ type: 'requeueProposal', proposal: proposal.id })}
          >
            {say('requeue')}
          </button>
        ) : null}
      </div>
      {deciding && leads && board.phase !== 'closed' ? (
        <DecideForm {...props} onDone={() => setDeciding(false)} />
      ) : null}
      <Comments {...props} />
    </li>
  );
};

const Comments = ({ view, ask, proposal }: CardProps) => {
  const comments = commentsOf(view.board, proposal.id);
  if (comments.length === 0) return null;
  return (
    <details>
      <summary>{say('comments', { count: comments.length })}</summary>
      <ul class="stack-close">
        {comments.map((comment) => (
          <CommentRow key={comment.id} ask={ask} comment={comment} />
        ))}
      </ul>
    </details>
  );
};

const CommentRow = ({ ask, comment }: Pick<PartProps, 'ask'> & { readonly comment: Comment }) => {
  const hidden = comment.hidden === true;
  return (
    <li class="desk-row desk-comment">
      <p>
        <strong>{say(`stance.${comment.stance}`)}</strong> <UserText text={comment.text} />{' '}
        {hidden ? <span class="wrong">{say('hidden')}</span> : null}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => ask({ type: 'hideComment', comment: comment.id, hidden: !hidden })}
      >
        {say(hidden ? 'unhide' : 'hide')}
      </button>
    </li>
  );
};
