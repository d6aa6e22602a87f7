/** What the room is at, as the first screen of a phone follows it. */
import type { Board } from '../../board/board';
import { lastBallot, lastShownBallot, openBallot, switchesNow } from '../../board/select';
import type { Ballot } from '../../protocol/messages';

export type Stage =
  | { readonly type: 'vote'; readonly ballot: Ballot }
  /** A ballot is open, and the phase lets people do nothing for now. */
  | { readonly type: 'votePaused' }
  /** The last ballot is over and its results are not to be seen yet. */
  | { readonly type: 'voteOver' }
  | { readonly type: 'results'; readonly ballot: Ballot }
  | { readonly type: 'propose' }
  | { readonly type: 'wait' }
  | { readonly type: 'closed'; readonly ballot: Ballot | undefined };

/** Derived from the switches and the ballots, so that a phase can be configured as one likes. */
export const stageOf = (board: Board): Stage => {
  const shown = lastShownBallot(board);
  if (board.phase === 'closed') return { type: 'closed', ballot: shown };
  const switches = switchesNow(board);
  const open = openBallot(board);
  if (open && switches.vote) return { type: 'vote', ballot: open };
  const last = lastBallot(board);
  const votePhase = board.phase === 'vote' || board.phase === 'reveal';
  if (votePhase && last && !open) {
    return shown === last ? { type: 'results', ballot: last } : { type: 'voteOver' };
  }
  if (switches.propose) return { type: 'propose' };
  return open && !switches.comment ? { type: 'votePaused' } : { type: 'wait' };
};
