import { useState } from 'preact/hooks';
import { partsOf, publishedProposals } from '../../board/select';
import type { Proposal, ProposalId } from '../../protocol/messages';
import { Choose } from '../parts/Choose';
import { UserText } from '../parts/UserText';
import { useSimilar } from '../similar';
import type { PartProps } from './Desk';
import { say } from './words';

type MergeProps = PartProps & { readonly proposal: Proposal };

/** Makes a published proposal a part of another: of one that is like it, or of any. */
export const MergeForm = ({ store, view, ask, proposal }: MergeProps) => {
  const { board } = view;
  const [into, setInto] = useState<ProposalId>('');
  const standing = publishedProposals(board).filter(({ id }) => id !== proposal.id);
  const known = new Set(standing.map(({ id }) => id));
  const similar = useSimilar(store, view, proposal.title, proposal.id).filter(({ id }) =>
    known.has(id),
  );
  const merge = (whole: ProposalId) =>
    ask({ type: 'mergeProposal', proposal: proposal.id, into: whole, from: proposal.status });
  return (
    <div class="stack-close">
      <p class="small">{say('mergeHelp')}</p>
      {similar.map(({ id, title }) => (
        <button key={id} type="button" class="button button-wide" onClick={() => merge(id)}>
          <UserText ours text={say('mergeInto', { title })} />
        </button>
      ))}
      <Choose
        id={`into-${proposal.id}`}
        label={say('mergeChoose')}
        value={into}
        any={say('mergeNone')}
        options={standing}
        onValue={setInto}
      />
      <button
        type="button"
        class="button button-primary"
        disabled={!known.has(into)}
        onClick={() => merge(into)}
      >
        {say('merge')}
      </button>
    </div>
  );
};

/** What was merged into a proposal, each with the way out. */
export const MergedParts = ({
  view,
  ask,
  proposal,
}: Pick<MergeProps, 'view' | 'ask' | 'proposal'>) => {
  const parts = partsOf(view.board, proposal);
  if (parts.length === 0) return null;
  return (
    <ul class="stack-close">
      {parts.map(({ id, title }) => (
        <li key={id} class="desk-row">
          <span>
            <UserText ours text={say('mergedPart', { title })} />
          </span>
          <button
            type="button"
            class="button"
            disabled={view.board.phase === 'closed'}
            onClick={() => ask({ type: 'unmergeProposal', proposal: id, from: 'merged' })}
          >
            {say('unmerge')}
          </button>
        </li>
      ))}
    </ul>
  );
};
