/** What became of one's own proposals and was not looked at yet. */
import type { Board } from '../../board/board';
import { ownProposals } from '../../board/select';
import type { Proposal, ProposalStatus } from '../../protocol/messages';
import { readJson, type Storage } from '../../sync/storage';

/** What was seen of each of one's own proposals; as many as a participant may have. */
export type Seen = { readonly [proposal: string]: string };

/** What an author is told on every screen, the most urgent first. */
const telling: readonly ProposalStatus[] = [
  'returned',
  'declined',
  'published',
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
];

/** One state of a proposal; another question is another state. */
const stateOf = ({ status, question }: Proposal): string =>
  status === 'returned' ? `${status} ${question ?? ''}` : status;

/** One's own proposals with something new, the most urgent first. */
export const newsOf = (board: Board, seen: Seen): readonly Proposal[] =>
  ownProposals(board)
    .filter((own) => telling.includes(own.status) && seen[own.id] !== stateOf(own))
    .sort((one, other) => telling.indexOf(one.status) - telling.indexOf(other.status));

/** All of them, seen as they are now. */
export const seenNow = (board: Board): Seen => {
  const seen: { [proposal: string]: string } = {};
  for (const own of ownProposals(board)) seen[own.id] = stateOf(own);
  return seen;
};

const key = (code: string) => `koudmen.${code}.seen`;

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((id) => typeof (value as Seen)[id] === 'string');

export const keptSeen = (storage: Storage, code: string): Seen =>
  readJson(storage, key(code), isSeen) ?? {};

export const keepSeen = (storage: Storage, code: string, seen: Seen): void =>
  storage.write(key(code), JSON.stringify(seen));
