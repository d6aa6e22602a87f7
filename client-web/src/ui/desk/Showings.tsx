import type { Board } from '../../board/board';
import { proposalOf } from '../../board/select';
import type { Language, Showing } from '../../protocol/messages';
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
      {nameOf(name, screen)}, {say(`view.${view}`)} {subject ? <UserText {...subject} /> : null}
    </>
  );
};

/** What a screen shows something of: a proposal's title, or a ballot's question. */
export const subjectOf = (
  board: Board,
  { proposal, ballot }: Pick<Showing, 'proposal' | 'ballot'>,
): { readonly text: string; readonly language?: Language } | undefined => {
  if (proposal) {
    const shown = proposalOf(board, proposal);
    return shown && { text: shown.title, ...(shown.language && { language: shown.language }) };
  }
  const question = ballot && board.ballots.get(ballot)?.question;
  return question ? { text: question } : undefined;
};
