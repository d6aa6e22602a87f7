/**
 * The board as a client knows it: a pure fold of what the server says.
 *
 * Every change carries a whole thing as it now stands, so folding one twice, or folding several in
 * another order, gives the same board.
 */
import type {
  ActivityChange,
  AgendaChange,
  Ballot,
  BallotId,
  BoardChange,
  Change,
  Choice,
  CollegeCount,
  CollegeId,
  Comment,
  CommentId,
  Commitment,
  HeldClaim,
  Institution,
  InstitutionNumber,
  Message,
  Moment,
  Name,
  OwnChoice,
  OwnPart,
  ParticipantNumber,
  ParticipantsChange,
  Phase,
  PhaseChange,
  Position,
  Proposal,
  ProposalId,
  Reason,
  ScreenNow,
  Showing,
  Standing,
  State,
  TablesChange,
  Tally,
  Yours,
} from '../protocol/messages';
import { unreachable } from './unreachable';

type ByProposal<T> = ReadonlyMap<ProposalId, T>;

/** What only this participant is told. */
export type Mine = {
  readonly participant?: ParticipantNumber;
  readonly name?: Name;
  readonly college?: CollegeId;
  /** While the moderators take nothing but votes. */
  readonly muted?: boolean;
  readonly choices: ReadonlyMap<BallotId, ByProposal<Choice>>;
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
  /** Merged proposals that one voted on, and whether that counts for the whole. */
  readonly parts: ReadonlyMap<BallotId, ByProposal<OwnPart>>;
  /** Tallies that show because of one's own vote. */
  readonly tallies: ReadonlyMap<BallotId, ByProposal<Tally>>;
};

export type Board = {
  readonly position: Position;
  /** Absent until the first state has come. */
  readonly about?: BoardChange;
  readonly phase: Phase;
  readonly since: Moment;
  /** Phases that were open before and are not now; told to the desk. */
  readonly left: readonly Phase[];
  /** Why the phase was opened again; told to the desk. */
  readonly reason?: Reason;
  readonly participants?: ParticipantsChange;
  readonly connected?: number;
  /** Who is connected, by college; told to the desk. */
  readonly here?: readonly CollegeCount[];
  /** Whose line was cut and who may come back; told to the desk. */
  readonly reconnecting?: number;
  /** How busy the room is; told to the desk. */
  readonly activity?: ActivityChange;
  /** What the desks are reading; told to the desks alone. */
  readonly claims: readonly HeldClaim[];
  readonly screens: readonly ScreenNow[];
  /** What was shown last, oldest first; told to the desk. */
  readonly showings: readonly Showing[];
  readonly timerEndsAt?: Moment;
  /** What the desk tells everybody. */
  readonly message?: Message;
  /** Since when nothing counts, while the board is being rehearsed on. */
  readonly rehearsal?: Moment;
  /** The tables of this board, and what it is a table of; told to the desk. */
  readonly tables?: TablesChange;
  /** What is planned; without steps nothing is. */
  readonly agenda?: AgendaChange;
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
  readonly ballots: ReadonlyMap<BallotId, Ballot>;
  /** People with a choice, by ballot. */
  readonly turnout: ReadonlyMap<BallotId, number>;
  /** Tallies that everybody may see. */
  readonly tallies: ReadonlyMap<BallotId, ByProposal<Tally>>;
  /** Where the proposals of a ballot stand, best first, where everybody may see it. */
  readonly rankings: ReadonlyMap<BallotId, readonly Standing[]>;
  /** Told to the desk and to institutions. */
  readonly institutions: ReadonlyMap<InstitutionNumber, Institution>;
  readonly commitments: ReadonlyMap<ProposalId, ReadonlyMap<InstitutionNumber, Commitment>>;
  readonly mine: Mine;
};

const nothing = new Map<never, never>();

/** Before the server has said anything. */
export const emptyBoard: Board = {
  position: 0,
  phase: 'collect',
  since: 0,
  claims: [],
  left: [],
  screens: [],
  showings: [],
  proposals: nothing,
  comments: nothing,
  ballots: nothing,
  turnout: nothing,
  tallies: nothing,
  rankings: nothing,
  institutions: nothing,
  commitments: nothing,
  mine: {
    choices: nothing,
    proposals: nothing,
    comments: nothing,
    parts: nothing,
    tallies: nothing,
  },
};

/** A copy with this entry; without a value, without it. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value?: V): ReadonlyMap<K, V> => {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
};

/** The same one level deeper. */
export const withInner = <K, L, V>(
  map: ReadonlyMap<K, ReadonlyMap<L, V>>,
  outer: K,
  inner: L,
  value?: V,
): ReadonlyMap<K, ReadonlyMap<L, V>> =>
  withEntry(map, outer, withEntry(map.get(outer) ?? new Map<L, V>(), inner, value));

const withBallot = (board: Board, ballot: Ballot): Board => ({
  ...board,
  ballots: withEntry(board.ballots, ballot.id, ballot),
  // What was told while the results were shown is not theirs to show any more.
  tallies: ballot.resultsShown ? board.tallies : withEntry(board.tallies, ballot.id),
  rankings: ballot.orderShown ? board.rankings : withEntry(board.rankings, ballot.id),
});

const withTimer = (board: Board, endsAt: Moment | undefined): Board => {
  const { timerEndsAt: _, ...rest } = board;
  return endsAt === undefined ? rest : { ...rest, timerEndsAt: endsAt };
};

const withPhase = (board: Board, { phase, since, left = [], reason }: PhaseChange): Board => {
  const { reason: _, ...rest } = board;
  return { ...rest, phase, since, left, ...(reason === undefined ? {} : { reason }) };
};

const withMessage = (board: Board, message: Message | undefined): Board => {
  const { message: _, ...rest } = board;
  return message === undefined ? rest : { ...rest, message };
};

const withRehearsal = (board: Board, since: Moment | undefined): Board => {
  const { rehearsal: _, ...rest } = board;
  return since === undefined ? rest : { ...rest, rehearsal: since };
};

/** The board after one change. */
export const apply = (board: Board, change: Change): Board => {
  switch (change.type) {
    case 'board':
      return { ...board, about: change };
    case 'phase':
      return withPhase(board, change);
    case 'participants':
      return { ...board, participants: change };
    case 'presence':
      return {
        ...board,
        connected: change.connected,
        here: change.colleges ?? [],
        reconnecting: change.reconnecting ?? 0,
      };
    case 'activity':
      return { ...board, activity: change };
    case 'claims':
      return { ...board, claims: change.claims };
    case 'screens':
      return { ...board, screens: change.screens };
    case 'showings':
      return { ...board, showings: change.showings };
    case 'timer':
      return withTimer(board, change.endsAt);
    case 'proposal':
      return {
        ...board,
        proposals: withEntry(board.proposals, change.proposal.id, change.proposal),
      };
    case 'proposalGone':
      return { ...board, proposals: withEntry(board.proposals, change.proposal) };
    case 'comment':
      return { ...board, comments: withEntry(board.comments, change.comment.id, change.comment) };
    case 'commentGone':
      return { ...board, comments: withEntry(board.comments, change.comment) };
    case 'ballot':
      return withBallot(board, change.ballot);
    case 'turnout':
      return { ...board, turnout: withEntry(board.turnout, change.ballot, change.voters) };
    case 'tally': {
      const { ballot, proposal } = change.tally;
      return { ...board, tallies: withInner(board.tallies, ballot, proposal, change.tally) };
    }
    case 'ranking':
      return { ...board, rankings: withEntry(board.rankings, change.ballot, change.standings) };
    case 'message':
      return withMessage(board, change.message);
    case 'rehearsal':
      return withRehearsal(board, change.since);
    case 'tables':
      return { ...board, tables: change };
    case 'agenda':
      return { ...board, agenda: change };
    case 'institution': {
      const { institution } = change;
      return {
        ...board,
        institutions: withEntry(board.institutions, institution.number, institution),
      };
    }
    case 'commitment': {
      const { proposal, institution } = change.commitment;
      return {
        ...board,
        commitments: withInner(board.commitments, proposal, institution, change.commitment),
      };
    }
    case 'commitmentGone':
      return {
        ...board,
        commitments: withInner(board.commitments, change.proposal, change.institution),
      };
    default:
      return unreachable(change);
  }
};

const withOwnChoice = (mine: Mine, { ballot, proposal, choice }: OwnChoice): Mine => ({
  ...mine,
  choices: withInner(mine.choices, ballot, proposal, choice),
  // A tally shown because of one's own vote goes when the vote is taken back.
  tallies: choice ? mine.tallies : withInner(mine.tallies, ballot, proposal),
});

const withWho = (mine: Mine, yours: Yours): Mine => {
  if (yours.participant === undefined) return mine;
  const { choices, proposals, comments, parts, tallies } = mine;
  return {
    parts,
    choices,
    proposals,
    comments,
    tallies,
    participant: yours.participant,
    ...(yours.name === undefined ? {} : { name: yours.name }),
    ...(yours.college === undefined ? {} : { college: yours.college }),
    ...(yours.muted ? { muted: true } : {}),
  };
};

const applyYours = (before: Mine, yours: Yours): Mine => {
  const mine = yours.choices.reduce(withOwnChoice, withWho(before, yours));
  const proposals = new Map(mine.proposals);
  for (const proposal of yours.proposals) proposals.set(proposal.id, proposal);
  const comments = new Map(mine.comments);
  for (const comment of yours.comments) comments.set(comment.id, comment);
  const tallies = yours.tallies.reduce(
    (all, tally) => withInner(all, tally.ballot, tally.proposal, tally),
    mine.tallies,
  );
  const parts = (yours.parts ?? []).reduce(
    (all, part) => withInner(all, part.ballot, part.proposal, part),
    mine.parts,
  );
  return { ...mine, proposals, comments, parts, tallies };
};

/** The board after one state message. Many changes of one kind are folded into one copy. */
export const receive = (before: Board, state: State): Board => {
  const start: Board = state.full ? emptyBoard : before;
  const folded = foldMany(start, state.changes);
  const { yours } = state;
  return {
    ...folded,
    position: state.position,
    mine: yours ? applyYours(folded.mine, yours) : folded.mine,
    // What one's own vote changed comes with it; what others change, from time to time.
    turnout: (yours?.turnouts ?? []).reduce(
      (all, { ballot, voters }) => withEntry(all, ballot, voters),
      folded.turnout,
    ),
    tallies: (yours?.tallies ?? []).reduce(
      (all, tally) =>
        folded.ballots.get(tally.ballot)?.resultsShown
          ? withInner(all, tally.ballot, tally.proposal, tally)
          : all,
      folded.tallies,
    ),
  };
};

/**
 * Folds like apply, change by change, but copies the maps of proposals, comments and tallies once
 * and not once a change: a whole board comes as thousands of changes.
 */
const foldMany = (start: Board, changes: readonly Change[]): Board => {
  const few = 8;
  if (changes.length <= few) return changes.reduce(apply, start);
  const proposals = new Map(start.proposals);
  const comments = new Map(start.comments);
  const tallies = new Map([...start.tallies].map(([ballot, own]) => [ballot, new Map(own)]));
  let board = start;
  for (const change of changes) {
    switch (change.type) {
      case 'proposal':
        proposals.set(change.proposal.id, change.proposal);
        break;
      case 'proposalGone':
        proposals.delete(change.proposal);
        break;
      case 'comment':
        comments.set(change.comment.id, change.comment);
        break;
      case 'commentGone':
        comments.delete(change.comment);
        break;
      case 'tally': {
        const { ballot, proposal } = change.tally;
        const own = tallies.get(ballot) ?? new Map<ProposalId, Tally>();
        tallies.set(ballot, own.set(proposal, change.tally));
        break;
      }
      case 'ballot':
        if (!change.ballot.resultsShown) tallies.delete(change.ballot.id);
        board = apply(board, change);
        break;
      default:
        board = apply(board, change);
    }
  }
  return { ...board, proposals, comments, tallies };
};
