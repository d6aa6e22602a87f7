import type { Board } from '../../board/board';
import { sayCommon } from '../words';

/** That nothing counts, on every screen for as long as the board is being rehearsed on. */
export const RehearsalSign = ({ board }: { readonly board: Board }) =>
  board.rehearsal === undefined ? null : (
    <aside class="rehearsal-sign">
      <strong>{sayCommon('rehearsal')}</strong> {sayCommon('rehearsalMeans')}
    </aside>
  );
