import type { Board } from '../../board/board';
import { stepNext, stepNow } from '../../board/select';
import { sayCommon } from '../words';

/** What is on and what is next, in words; nothing where nothing is planned or all is over. */
export const AgendaLine = ({ board }: { board: Board }) => {
  const step = stepNow(board);
  // Where somebody went to another phase by hand, that is what is on.
  const now = step?.phase === board.phase ? step : undefined;
  const next = stepNext(board);
  if (board.phase === 'closed' || (!now && !next)) return null;
  return (
    <p class="agenda-line" dir="auto">
      {now ? (
        <strong>
          {sayCommon(now.state === 'paused' ? 'stepPaused' : 'stepNow', { title: now.title })}
        </strong>
      ) : null}{' '}
      {next ? sayCommon('stepNext', { title: next.title }) : null}
    </p>
  );
};
