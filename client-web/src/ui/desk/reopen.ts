import type { Board } from '../../board/board';
import { reopens } from '../../board/select';
import { type Command, limits, type Phase } from '../../protocol/messages';
import { say } from './words';

/** The beginning of a text that keeps the limit of a reason, which counts fewer for a reader. */
const cut = (text: string): string => [...text].slice(0, limits.reasonGraphemesMax).join('');

/** Opens the phase that a vote needs; where that is a reopening, the vote is its reason. */
export const openFor = (board: Board, phase: Phase, question: string): Command => ({
  type: 'openPhase',
  phase,
  ...(reopens(board, phase) ? { reason: cut(say('reason.vote', { question })) } : {}),
});
