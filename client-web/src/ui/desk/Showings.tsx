import type { Board } from '../../board/board';
import { proposalOf } from '../../board/select';
import type { Showing } from '../../protocol/messages';
import type { View } from '../../store/store';
import { UserText } from '../parts/UserText';
import { clockTime } from '../words';
import { nameOf } from './ScreenPanel';
import { say } from './words';

/** What was on the screens, the last first. */
export const Showings = ({ view }: { readonly view: View }) => {
  const { showings } = view.board;
  if (showings.length === 0) return null;
  return (
    <details>
      <summary>{say('showings')}</summary>
      <ol class="stack-close small">
        {[...showings].reverse().map((showing) => (
          <li key={showing.at}>
            {clockTime(showing.at)} · <Line view={view} showing={showing} />
          </li>
        ))}
      </ol>
    </details>
  );
};

const Line = ({ view: { board }, showing }: { view: View; showing: Showing }) => {
  const { screen, view } = showing;
  const name = board.screens.find((one) => one.screen === screen)?.name;
  const subject = subjectOf(board, showing);
  return (
    <>
      {nameOf(name, screen)}, {say(`view.${view}`)} {subject ? <UserText text={subject} /> : null}
    </>
  );
};

/** What a screen shows something of: a proposal's title, or a ballot's question. */
export const subjectOf = (
  board: Board,
  { proposal, ballot }: Pick<Showing, 'proposal' | 'ballot'>,
): string | undefined => {
  if (proposal) return proposalOf(board, proposal)?.title;
  return ballot ? board.ballots.get(ballot)?.question : undefined;
};
