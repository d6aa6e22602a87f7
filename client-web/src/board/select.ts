/** Questions that the screens ask of a board. */
import type {
  Ballot,
  Choice,
  Comment,
  Proposal,
  ProposalId,
  ProposalStatus,
  Switches,
  Tally,
} from '../protocol/messages';
import type { Board } from './board';
import { dotsGiven } from './methods';

const allOff: Switches = { propose: false, comment: false, vote: false, results: false };

/** What participants may do now. Nothing while the board is closed. */
export const switchesNow = (board: Board): Switches => {
  const found = board.about?.phases.find(({ phase }) => phase === board.phase)?.switches ?? allOff;
  return board.phase === 'closed' ? { ...allOff, results: found.results } : found;
};

const publicStatuses: readonly ProposalStatus[] = [
  'published',
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
];

/** Whether the whole room sees a proposal in this state. */
export const isPublic = (status: ProposalStatus): boolean => publicStatuses.includes(status);

const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number;

/** Proposals that the whole room sees, in order of arrival. */
export const publishedProposals = (board: Board): readonly Proposal[] =>
  [...board.proposals.values()].filter(({ status }) => isPublic(status)).sort(byNumber);

/** A proposal, as far as this client may know it: for its author, the author's view. */
export const proposalOf = (board: Board, id: ProposalId): Proposal | undefined =>
  board.mine.proposals.get(id) ?? board.proposals.get(id);

/** One's own proposals, the last first. Those not answered yet have no number. */
export const ownProposals = (board: Board): readonly Proposal[] =>
  [...board.mine.proposals.values()].sort(
    (one, other) =>
      (other.number || Number.MAX_SAFE_INTEGER) - (one.number || Number.MAX_SAFE_INTEGER) ||
      other.submittedAt - one.submittedAt,
  );

/** How many of one's own proposals count for the limit of a participant. */
export const standingProposals = (board: Board): number =>
  [...board.mine.proposals.values()].filter(({ status }) => status !== 'withdrawn').length;

/** The ballot that is open, of which there is one at most. */
export const openBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()].find(({ state }) => state === 'open');

/** The ballot that was opened last. */
export const lastBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()].sort(byNumber).pop();

/** The last ballot whose results everybody may see. */
export const lastShownBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()]
    .filter(({ resultsShown }) => resultsShown)
    .sort(byNumber)
    .pop();

/** The proposals of a ballot that can be seen, in its order. */
export const proposalsOf = (board: Board, ballot: Ballot): readonly Proposal[] =>
  ballot.proposals
    .map((id) => board.proposals.get(id))
    .filter((found): found is Proposal => found !== undefined && isPublic(found.status));

/** Whether a vote is open that a published proposal is not in. */
export const isLeftOut = (board: Board, { id, status }: Proposal): boolean => {
  const ballot = openBallot(board);
  return ballot !== undefined && isPublic(status) && !ballot.proposals.includes(id);
};

/** One's own choice. */
export const choiceOf = (board: Board, ballot: Ballot, proposal: ProposalId): Choice | undefined =>
  board.mine.choices.get(ballot.id)?.get(proposal);

/** The counts of a proposal, where this person may see them now. */
export const tallyOf = (board: Board, ballot: Ballot, proposal: ProposalId): Tally | undefined => {
  if (ballot.resultsShown) return board.tallies.get(ballot.id)?.get(proposal);
  const afterVote = ballot.results === 'afterOwnVote' && switchesNow(board).results;
  if (!afterVote || !choiceOf(board, ballot, proposal)) return undefined;
  return board.mine.tallies.get(ballot.id)?.get(proposal);
};

/** What orders results: the higher number first, then the lower second one. */
const score = ({ method }: Ballot, tally: Tally | undefined): readonly [number, number] => {
  const counts = tally?.counts ?? [];
  if (method === 'dots') return [dotsGiven(counts), 0];
  if (method === 'grades') return [0, 0];
  return [counts[0] ?? 0, counts[2] ?? 0];
};

/** The most dots on one proposal of a ballot. */
export const mostDots = (board: Board, ballot: Ballot): number =>
  [...(board.tallies.get(ballot.id)?.values() ?? [])].reduce(
    (most, { counts }) => Math.max(most, dotsGiven(counts)),
    0,
  );

/** Proposals with their counts, most supported first; equal ones in order of arrival. */
export const ranked = (
  board: Board,
  ballot: Ballot,
): readonly { readonly proposal: Proposal; readonly tally: Tally | undefined }[] =>
  proposalsOf(board, ballot)
    .map((proposal) => ({ proposal, tally: tallyOf(board, ballot, proposal.id) }))
    .sort((one, other) => {
      const [high, low] = score(ballot, one.tally);
      const [otherHigh, otherLow] = score(ballot, other.tally);
      return otherHigh - high || low - otherLow || one.proposal.number - other.proposal.number;
    });

/** The comments of a proposal, first come first; one's own are there even before they are told. */
export const commentsOf = (board: Board, proposal: ProposalId): readonly Comment[] => {
  const found = new Map<string, Comment>();
  for (const all of [board.comments, board.mine.comments]) {
    for (const comment of all.values()) {
      if (comment.proposal === proposal) found.set(comment.id, comment);
    }
  }
  return [...found.values()].sort((one, other) => one.at - other.at);
};

/** How many comments each proposal has, as far as this client sees them. */
export const commentCounts = (board: Board): ReadonlyMap<ProposalId, number> => {
  const counts = new Map<ProposalId, number>();
  for (const comment of board.comments.values()) {
    counts.set(comment.proposal, (counts.get(comment.proposal) ?? 0) + 1);
  }
  return counts;
};

/** The title of an axis; its id where the board does not know it. */
export const axisTitle = (board: Board, id: string): string =>
  board.about?.axes.find((axis) => axis.id === id)?.title ?? id;

/** The title of a college; its id where the board does not know it. */
export const collegeTitle = (board: Board, id: string): string =>
  board.about?.colleges.find((college) => college.id === id)?.title ?? id;
