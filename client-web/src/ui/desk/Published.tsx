import { useRef, useState } from 'preact/hooks';
import {
  commentsOf,
  isLeftOut,
  lastShownBallot,
  mostDots,
  openBallot,
  publishedProposals,
  type Ranked,
  ranked,
  screenOf,
  tallyOf,
} from '../../board/select';
import type { Comment, Proposal } from '../../protocol/messages';
import { Place, StandingWords } from '../parts/StandingWords';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { AuthorActs, MuteButton } from './AuthorActs';
import { DecideForm } from './DecideForm';
import type { PartProps } from './Desk';
import { keptDecision } from './decisionDraft';
import { Confirmed } from './Institutions';
import { MergedParts, MergeForm } from './MergeActs';
import { isVotedOn, Lineage, Origin } from './QueueCard';
import { useSteadyRows } from './steadyRows';
import { RewordForm } from './TreatForms';
import { say } from './words';

/** Cards made at once; the rest comes on demand. */
const pageSize = 40;

/** What the room sees: the most supported first once results show, else in order of arrival. */
export const Published = (props: PartProps) => {
  const { board } = props.view;
  const ballot = lastShownBallot(board);
  const first = ballot ? ranked(board, ballot) : [];
  const known = new Set(first.map(({ proposal }) => proposal.id));
  const rest = publishedProposals(board).filter(({ id }) => !known.has(id));
  const all: readonly Shown[] = [...first, ...rest.map((proposal) => ({ proposal }))];
  const list = useRef<HTMLUListElement>(null);
  const rows = useSteadyRows(
    list,
    all.map((shown) => ({ id: shown.proposal.id, shown })),
  );
  const [most, setMost] = useState(pageSize);
  return (
    <section class="stack" aria-labelledby="published">
      <h2 id="published">
        {all.length > 0 ? say('published', { count: all.length }) : say('publishedNone')}
      </h2>
      <ul class="stack" ref={list}>
        {rows.slice(0, most).map(({ item, leftAt }) =>
          leftAt === undefined ? (
            <PublishedCard key={item.id} {...props} {...item.shown} />
          ) : (
            <li key={item.id} class="card stack-close">
              <h3>
                <UserText
                  text={item.shown.proposal.title}
                  language={item.shown.proposal.language}
                />
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

/** A proposal, with its place in the last vote where that shows. */
type Shown = { readonly proposal: Proposal } & Partial<Pick<Ranked, 'standing' | 'formerRank'>>;

const PublishedCard = (props: PartProps & Shown) => {
  const { view, ask, stage, proposal, standing, formerRank } = props;
  const { board, role } = view;
  const [rewording, setRewording] = useState(false);
  const [merging, setMerging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [deciding, setDeciding] = useState(
    () => keptDecision(props.storage, board.about?.code ?? '', proposal.id) !== undefined,
  );
  const ballot = lastShownBallot(board);
  const tally = ballot && tallyOf(board, ballot, proposal.id);
  const screen = screenOf(board, stage.screen);
  const onScreen = screen.view === 'proposal' && screen.proposal === proposal.id;
  const leads = role === 'facilitator';
  const inVote = openBallot(board)?.proposals.includes(proposal.id) ?? false;
  const requeue = () =>
    ask({ type: 'requeueProposal', proposal: proposal.id, from: proposal.status });
  const mayReword =
    proposal.status === 'published' && board.phase !== 'closed' && !isVotedOn(view, proposal);
  return (
    <li class="card stack-close">
      <h3>
        <Place standing={standing} />
        <UserText text={proposal.title} language={proposal.language} />
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
      {ballot ? (
        <StandingWords
          judgmentsMin={ballot.judgmentsMin}
          standing={standing}
          formerRank={formerRank}
        />
      ) : null}
      {proposal.decision ? (
        <p class="strong">{say(`decision.${proposal.decision.decision}`)}</p>
      ) : null}
      <Confirmed {...props} />
      <div class="desk-row">
        {leads ? (
          <>
            <button
              type="button"
              class={onScreen ? 'button button-primary' : 'button'}
              aria-pressed={onScreen}
              onClick={() => stage.show({ view: 'proposal', proposal: proposal.id })}
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
            aria-expanded={inVote ? leaving : undefined}
            onClick={inVote ? () => setLeaving(!leaving) : requeue}
          >
            {say('requeue')}
          </button>
        ) : null}
        {proposal.status === 'published' && board.phase !== 'closed' ? (
          <button
            type="button"
            class="button button-plain"
            aria-expanded={merging}
            onClick={() => setMerging(!merging)}
          >
            {say('merge')}
          </button>
        ) : null}
        {mayReword ? (
          <button
            type="button"
            class="button button-plain"
            aria-expanded={rewording}
            onClick={() => setRewording(!rewording)}
          >
            {say('reword')}
          </button>
        ) : null}
      </div>
      {inVote && leaving ? (
        <div class="notice stack-close" role="status">
          <p>{say('requeueInVote')}</p>
          <button type="button" class="button button-danger" onClick={requeue}>
            {say('requeue')}
          </button>
        </div>
      ) : null}
      {merging ? <MergeForm {...props} /> : null}
      {rewording && mayReword ? (
        <RewordForm
          view={view}
          proposal={proposal}
          onSend={(command) => {
            ask(command);
            setRewording(false);
          }}
        />
      ) : null}
      {deciding && leads && board.phase !== 'closed' ? (
        <DecideForm {...props} onDone={() => setDeciding(false)} />
      ) : null}
      <MergedParts {...props} />
      <Lineage ask={ask} view={view} proposal={proposal} />
      <AuthorActs ask={ask} view={view} proposal={proposal} />
      <Comments {...props} />
    </li>
  );
};

const Comments = ({ view, ask, proposal }: PartProps & Shown) => {
  const comments = commentsOf(view.board, proposal.id);
  if (comments.length === 0) return null;
  return (
    <details>
      <summary>{say('comments', { count: comments.length })}</summary>
      <ul class="stack-close">
        {comments.map((comment) => (
          <CommentRow key={comment.id} ask={ask} view={view} comment={comment} />
        ))}
      </ul>
    </details>
  );
};

type RowProps = Pick<PartProps, 'ask' | 'view'> & { readonly comment: Comment };

const CommentRow = ({ ask, view, comment }: RowProps) => {
  const hidden = comment.hidden === true;
  return (
    <li class="desk-row desk-comment">
      <p>
        <strong>
          {comment.institution === undefined ? (
            say(`stance.${comment.stance}`)
          ) : (
            <UserText text={comment.institution} />
          )}
        </strong>{' '}
        <UserText text={comment.text} language={comment.language} />{' '}
        {hidden ? <span class="wrong">{say('hidden')}</span> : null}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => ask({ type: 'hideComment', comment: comment.id, hidden: !hidden })}
      >
        {say(hidden ? 'unhide' : 'hide')}
      </button>
      {comment.author === undefined ? null : (
        <MuteButton
          ask={ask}
          view={view}
          participant={comment.author}
          muted={comment.authorMuted === true}
        />
      )}
    </li>
  );
};
