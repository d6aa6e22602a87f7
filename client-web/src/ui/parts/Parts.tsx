import type { Board } from '../../board/board';
import { partsOf } from '../../board/select';
import type { Proposal } from '../../protocol/messages';
import { sayCommon } from '../words';
import { UserText } from './UserText';

/** The proposals that were merged into this one, each with its words. */
export const Parts = ({ board, proposal }: { board: Board; proposal: Proposal }) => {
  const parts = partsOf(board, proposal);
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{sayCommon('parts', { count: parts.length })}</summary>
      <ul class="stack-close">
        {parts.map(({ id, title, description, language }) => (
          <li key={id} class="stack-close">
            <p class="strong">
              <UserText text={title} language={language} />
            </p>
            {description ? (
              <p>
                <UserText text={description} language={language} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
};
