import { useEffect, useRef } from 'preact/hooks';
import type { Proposal } from '../../protocol/messages';
import type { PartProps } from './Desk';
import { say } from './words';

const wordOf = (proposal: Proposal | undefined) => {
  switch (proposal?.status) {
    case 'returned':
    case 'declined':
    case 'withdrawn':
      return proposal.status;
    case undefined:
      return 'withdrawn';
    default:
      return 'published';
  }
};

/** In place of the acts of a row that was just treated; the way back is not where they were. */
export const TreatedRow = ({ view, ask, proposal }: PartProps & { proposal: Proposal }) => {
  const words = useRef<HTMLParagraphElement>(null);
  const word = wordOf(view.board.proposals.get(proposal.id));
  // The button that had the focus went away; a second press of the key must do nothing.
  useEffect(() => {
    if (document.activeElement === document.body) words.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="desk-row treated">
      <p class="strong" ref={words} tabIndex={-1} role="status">
        {say(`treated.${word}`)}
      </p>
      {word === 'withdrawn' ? null : (
        <button
          type="button"
          class="button"
          onClick={() => ask({ type: 'requeueProposal', proposal: proposal.id })}
        >
          {say('cancel')}
        </button>
      )}
    </div>
  );
};
