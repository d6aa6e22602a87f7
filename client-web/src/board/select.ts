/** Questions that the screens ask of a board. */
import type {
  Ballot,
  Choice,
  Comment,
  Commitment,
  Phase,
  Proposal,
  ProposalId,
  ProposalStatus,
  ScreenNow,
  Standing,
  StepNow,
  Switches,
  Tally,
} from '../protocol/messages';
import { limits } from '../protocol/messages';
import type { Board } from './board';
import { dotsGiven, expressed } from './methods';
import { ownOrder } from './order';

const allOff: Switches = { propose: false, comment: false, vote: false, results: false };

/** What this person may do now. Nothing while the board is closed; only vote while muted. */
export const switchesNow = (board: Board): Switches => {
  const found = board.about?.phases.find(({ phase }) => phase === board.phase)?.switches ?? allOff;
  if (board.phase === 'closed') return { ...allOff, results: found.results };
  return board.mine.muted ? { ...found, propose: false, comment: false } : found;
};

const publicStatuses: readonly ProposalStatus[] = [
  'published',
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
];

/** Whether opening this phase takes something up again that was ended, which takes a reason. */
export const reopens = (board: Board, phase: Phase): boolean =>
  phase !== 'closed' &&
  phase !== board.phase &&
  (board.phase === 'closed' || board.left.includes(phase));

/** What a screen shows. One that is not there (any more) follows the first. */
export const screenOf = ({ screens }: Board, number: number): ScreenNow =>
  screens.find(({ screen }) => screen === number) ?? screens[0] ?? { screen: 1, view: 'join' };

/** The step of the agenda that plays or is paused. */
export const stepNow = ({ agenda }: Board): StepNow | undefined =>
  agenda?.steps.find(({ id }) => id === agenda.current);

/** The step that comes after it, or the first one where none plays. */
export const stepNext = (board: Board): StepNow | undefined => {
  const steps = board.agenda?.steps ?? [];
  const now = steps.findIndex(({ id }) => id === board.agenda?.current);
  return steps.slice(now + 1).find(({ state }) => state === 'waiting');
};

/** Whether institutions answer a proposal in this state. */
export const isAdopted = (status: ProposalStatus): boolean =>
  status === 'adopted' || status === 'adoptedWithChanges';

/** What institutions answered to a proposal, in the order they were invited. */
export const commitmentsOn = (board: Board, proposal: ProposalId): readonly Commitment[] =>
  [...(board.commitments.get(proposal)?.values() ?? [])].sort(
    (one, other) => one.institution - other.institution,
  );

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

/** Whether one may take back one's own proposal: what others stand in stays. */
export const mayWithdraw = (board: Board, proposal: Proposal): boolean =>
  ['submitted', 'published', 'returned'].includes(proposal.status) &&
  partsOf(board, proposal).length === 0;

/** Whether one may put back one's own proposal, which counts as a text like a new one. */
export const mayPutBack = (board: Board, { status }: Proposal): boolean =>
  status === 'withdrawn' &&
  !board.mine.muted &&
  standingProposals(board) < (board.about?.settings.proposalsPerParticipant ?? 0);

/** Until when one may correct one's own proposal, in milliseconds; 0 when it is over for other reasons. */
export const mayCorrectUntil = (board: Board, proposal: Proposal): number => {
  const { status, submittedAt, number, id } = proposal;
  const young = (status === 'submitted' || status === 'published') && number > 0;
  const inBallot = [...board.ballots.values()].some((one) => one.proposals.includes(id));
  return young && !inBallot && !board.mine.muted ? submittedAt + limits.editSeconds * 1000 : 0;
};

/** The ballot that is open, of which there is one at most. */
export const openBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()].find(({ state }) => state === 'open');

/** The ballot that was opened last. */
export const lastBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()].sort(byNumber).pop();

/** The last ballot of which everybody may see the results, or the order. */
export const lastShownBallot = (board: Board): Ballot | undefined =>
  [...board.ballots.values()]
    .filter(({ resultsShown, orderShown }) => resultsShown || orderShown)
    .sort(byNumber)
    .pop();

/** The proposals of a ballot that can be seen, in its order. */
export const proposalsOf = (board: Board, ballot: Ballot): readonly Proposal[] =>
  ballot.proposals
    .map((id) => board.proposals.get(id))
    .filter((found): found is Proposal => found !== undefined && standsIn(ballot, found));

/** Whether a ballot has a line for the proposal. What was merged has one where it kept its result. */
const standsIn = ({ state, joined }: Ballot, { id, status }: Proposal): boolean =>
  isPublic(status) || (status === 'merged' && state !== 'open' && !joined?.includes(id));

/** The proposal that stands for this one: itself, or what it was merged into in the end. */
export const standingFor = (board: Board, proposal: Proposal): Proposal => {
  let standing = proposal;
  // A board that is being told may lack a step; there is no circle.
  for (let steps = 0; steps < limits.mergedMax && standing.mergedInto; steps += 1) {
    const whole = board.proposals.get(standing.mergedInto);
    if (!whole) break;
    standing = whole;
  }
  return standing;
};

/** The proposals that were merged into this one, and into those, in order of arrival. */
export const partsOf = (board: Board, { id }: Proposal): readonly Proposal[] =>
  [...board.proposals.values()]
    .filter((one) => one.mergedInto && standingFor(board, one).id === id)
    .sort(byNumber);

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

/** The most dots on one proposal of a ballot. */
export const mostDots = (board: Board, ballot: Ballot): number =>
  [...(board.tallies.get(ballot.id)?.values() ?? [])].reduce(
    (most, { counts }) => Math.max(most, dotsGiven(counts)),
    0,
  );

/** A proposal in a ballot: its counts and where it stands, as far as this person may see them. */
export type Ranked = {
  readonly proposal: Proposal;
  readonly tally: Tally | undefined;
  readonly standing: Standing | undefined;
  /** Where it stood in the ballot that this one follows. */
  readonly formerRank: number | undefined;
};

/** The proposals of a ballot, best first where their order is shown, else in its order. */
export const ranked = (board: Board, ballot: Ballot): readonly Ranked[] => {
  const standings = standingsOf(board, ballot);
  const former = standingsOf(board, board.ballots.get(ballot.follows ?? ''));
  const places = new Map([...standings.keys()].map((id, place) => [id, place] as const));
  const placeOf = (id: ProposalId) => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  return proposalsOf(board, ballot)
    .map((proposal) => ({
      proposal,
      tally: tallyOf(board, ballot, proposal.id),
      standing: standings.get(proposal.id),
      formerRank: former.get(proposal.id)?.rank,
    }))
    .sort(
      (one, other) =>
        placeOf(one.proposal.id) - placeOf(other.proposal.id) ||
        one.proposal.number - other.proposal.number,
    );
};

const standingsOf = (
  board: Board,
  ballot: Ballot | undefined,
): ReadonlyMap<ProposalId, Standing> => {
  const told = ballot?.orderShown ? (board.rankings.get(ballot.id) ?? []) : [];
  return new Map(told.map((standing) => [standing.proposal, standing]));
};

/**
 * The proposals of a ballot in one's own order. Only what everybody may see of a former round can
 * move them, so the order tells nothing.
 */
export const ownOrderOf = (board: Board, ballot: Ballot): readonly ProposalId[] => {
  const former = ballot.follows ? board.ballots.get(ballot.follows) : undefined;
  const told =
    former?.method === 'opinion' && former.resultsShown ? board.tallies.get(former.id) : undefined;
  const seenOf = (id: ProposalId) => {
    const counts = told?.get(id)?.counts ?? [];
    return { seen: expressed(counts), agree: counts[0] ?? 0, pass: counts[1] ?? 0 };
  };
  return ownOrder(
    ballot.id,
    board.mine.participant ?? 1,
    ballot.proposals,
    told ? seenOf : undefined,
  );
};

/** Which round of one question a ballot is: 1, 2, 3. */
export const roundOf = (board: Board, ballot: Ballot): number => {
  const former = ballot.follows ? board.ballots.get(ballot.follows) : undefined;
  return former ? 1 + roundOf(board, former) : 1;
};

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
