import { useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import { axisTitle, commentCounts, isLeftOut, publishedProposals } from '../../board/select';
import type { Proposal } from '../../protocol/messages';
import { Heading } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { foreign } from '../start';
import type { ScreenProps } from './BoardScreen';
import { fragment } from './route';
import { say } from './words';

/** Cards added at a time; a board may hold two thousand. */
const pageSize = 30;

/** All that the room sees, by theme if one likes. */
export const ListScreen = ({ view: { board } }: ScreenProps) => {
  const [axis, setAxis] = useState('');
  const [size, setSize] = useState(pageSize);
  const proposals = publishedProposals(board).filter((one) => axis === '' || one.axis === axis);
  return (
    <div class="stack">
      <Heading>{say('all')}</Heading>
      {(board.about?.axes.length ?? 0) > 1 ? (
        <div class="field">
          <label class="label" for="axis">
            {say('axis')}
          </label>
          <select
            id="axis"
            class="input"
            value={axis}
            onChange={(event) => {
              setAxis(event.currentTarget.value);
              setSize(pageSize);
            }}
          >
            <option value="">{say('allAxes')}</option>
            {board.about?.axes.map(({ id, title }) => (
              <option key={id} value={id} lang={foreign()}>
                {title}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <p role="status" class="quiet">
        {proposals.length > 0 ? say('allCount', { count: proposals.length }) : say('none')}
      </p>
      <ProposalCards board={board} proposals={proposals.slice(0, size)} />
      {proposals.length > size ? (
        <button type="button" class="button button-wide" onClick={() => setSize(size + pageSize)}>
          {say('more')}
        </button>
      ) : null}
    </div>
  );
};

type CardsProps = { readonly board: Board; readonly proposals: readonly Proposal[] };

/** Proposals as cards that lead to them. */
export const ProposalCards = ({ board, proposals }: CardsProps) => {
  const comments = commentCounts(board);
  return (
    <ul class="stack-touch">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <a class="card proposal-card" href={fragment({ type: 'proposal', id: proposal.id })}>
            <span class="strong">
              <UserText text={proposal.title} />
            </span>
            <span class="small quiet">
              <UserText text={axisTitle(board, proposal.axis)} />
              {' · '}
              {comments.has(proposal.id)
                ? say('comments', { count: comments.get(proposal.id) ?? 0 })
                : say('noComments')}
            </span>
            {isLeftOut(board, proposal) ? (
              <span class="small strong">{say('notInVote')}</span>
            ) : null}
            {proposal.decision ? (
              <span class="small strong">{say(`decision.${proposal.decision.decision}`)}</span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
};
