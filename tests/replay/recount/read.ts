// Follows a journal, event by event, as somebody who knows the rules and not the server's code.

import type { Fields, Line } from './journal.ts';
import { fields, list, number, text } from './journal.ts';
import type { Ballot, BoardState, Commitment, Named, Proposal } from './state.ts';
import { emptyBoard } from './state.ts';
import { join, leave, say, takeApart } from './votes.ts';

type Reader = (board: BoardState, event: Fields, line: Line) => void;

const named = (all: Fields[string] | undefined): Named[] =>
  list(all).map((one) => ({ id: text(fields(one)['i']), title: text(fields(one)['t']) }));

function ballotOf(board: BoardState, event: Fields): Ballot {
  const ballot = board.ballots.find(({ id }) => id === text(event['b']));
  if (!ballot) throw new Error('there is no such ballot');
  return ballot;
}

function proposalOf(board: BoardState, id: string): Proposal {
  const proposal = board.proposals.get(id);
  if (!proposal) throw new Error('there is no such proposal');
  return proposal;
}

function change(board: BoardState, id: string, to: Partial<Proposal>): void {
  board.proposals.set(id, { ...proposalOf(board, id), ...to });
}

/** A status replaces the former one with all that belonged to it. */
const becomes = (
  status: string,
  more?: (event: Fields, line: Line) => Partial<Proposal>,
): Reader => {
  return (board, event, line) => {
    const nothing = { reason: undefined, decided: undefined, merged: undefined };
    change(board, text(event['i']), { ...nothing, status, ...more?.(event, line) });
  };
};

function add(board: BoardState, event: Fields, line: Line, author: number | undefined): void {
  const source = event['f'] === undefined ? undefined : fields(event['f']);
  board.proposals.set(text(event['i']), {
    id: text(event['i']),
    number: board.proposals.size + 1,
    author,
    source: source && { college: text(source['g']), number: Number(source['n']) },
    submittedAt: line.at,
    title: text(event['t']),
    description: text(event['d']),
    axis: text(event['x']),
    status: 'submitted',
    reason: undefined,
    decided: undefined,
    merged: undefined,
    parts: [],
    former: [],
  });
}

const wording = (event: Fields) => ({
  title: text(event['t']),
  description: text(event['d']),
  axis: text(event['x']),
});

function commitmentOf(board: BoardState, event: Fields): Commitment {
  const id = text(event['i']);
  const all = board.commitments.get(id) ?? new Map<number, Commitment>();
  board.commitments.set(id, all);
  const institution = Number(event['o']);
  const found = all.get(institution) ?? {
    waiting: undefined,
    standing: undefined,
    confirmedAt: undefined,
    progress: [],
  };
  all.set(institution, found);
  return found;
}

/** The board as it was before the rehearsal, with who joined and what was planned since (F15). */
function purge(board: BoardState): void {
  const { before } = board;
  if (!before) throw new Error('there is no rehearsal');
  const { axes, colleges, admission, people, tables, institutions, hushed } = board;
  Object.assign(board, before, { axes, colleges, admission, people, tables, institutions, hushed });
  board.before = undefined;
}

const nothing: Reader = () => {};

const readers: { readonly [kind: string]: Reader } = {
  boardCreated: (board, event) => {
    board.code = text(event['c']);
    board.title = text(event['t']);
    board.language = text(event['l']);
    board.axes = named(event['x']);
    board.colleges = named(event['g']);
    board.admission = text(fields(event['s'])['a'] ?? 'open');
  },
  participantJoined: (board, event, line) => {
    board.people.set(Number(event['p']), { college: text(event['g']), channel: line.channel });
  },
  tableAdded: (board, event) => {
    board.tables.set(Number(event['p']), { title: text(event['t']), board: text(event['c']) });
  },
  axesImported: (board, event) => void board.axes.push(...named(event['x'])),
  collegesImported: (board, event) => void board.colleges.push(...named(event['g'])),

  proposalSubmitted: (board, event, line) => add(board, event, line, Number(event['p'])),
  proposalImported: (board, event, line) => add(board, event, line, undefined),
  proposalEdited: (board, event) =>
    change(board, text(event['i']), { ...wording(event), former: [] }),
  proposalReworded: (board, event) => {
    const { title, description, axis, former } = proposalOf(board, text(event['i']));
    change(board, text(event['i']), {
      ...wording(event),
      former: [...former, { title, description, axis }],
    });
  },
  proposalRestored: (board, event) => {
    const { former } = proposalOf(board, text(event['i']));
    const last = former.at(-1);
    if (!last) throw new Error('it was not reworded');
    change(board, text(event['i']), { ...last, former: former.slice(0, -1) });
  },
  proposalWithdrawn: becomes('withdrawn'),
  proposalRequeued: becomes('submitted'),
  proposalPublished: becomes('published'),
  decisionUndone: becomes('published'),
  proposalReturned: becomes('returned'),
  proposalDeclined: becomes('declined', (event) => ({ reason: text(event['r']) })),
  proposalDecided: (board, event, line) =>
    becomes(text(event['d']), () => ({ decided: { at: line.at, fields: event } }))(
      board,
      event,
      line,
    ),

  proposalMerged: (board, event, line) => {
    const [id, into] = [text(event['i']), text(event['o'])];
    becomes('merged', () => ({ merged: { into, at: line.position } }))(board, event, line);
    change(board, into, { parts: [...proposalOf(board, into).parts, id] });
    for (const ballot of board.ballots) if (ballot.state === 'open') join(ballot, id, into);
  },
  proposalUnmerged: (board, event, line) => {
    const id = text(event['i']);
    const { merged } = proposalOf(board, id);
    if (!merged) throw new Error('it was not merged');
    const { parts } = proposalOf(board, merged.into);
    change(board, merged.into, { parts: parts.filter((part) => part !== id) });
    becomes('published')(board, event, line);
    for (const ballot of board.ballots) takeApart(board, ballot, id, merged.at);
  },
  mergeLeft: (board, event) => {
    for (const ballot of board.ballots) leave(ballot, text(event['i']), Number(event['p']));
  },

  commentSubmitted: (board, event) =>
    void board.comments.set(text(event['c']), { proposal: text(event['i']), hidden: false }),
  commentHidden: (board, event) => {
    const comment = board.comments.get(text(event['c']));
    if (!comment) throw new Error('there is no such comment');
    comment.hidden = event['h'] === true;
  },

  phaseOpened: (board, event, line) => {
    const phase = text(event['h']);
    const again = board.phase === 'closed' || board.left.has(phase);
    if (again && phase !== 'closed' && phase !== board.phase) {
      const reason = event['r'] === undefined ? undefined : text(event['r']);
      board.reopenings.push({ phase, at: line.at, reason });
    }
    board.left.add(board.phase);
    board.phase = phase;
  },
  phaseConfigured: (board, event) => {
    if (fields(event['s'])['r'] === true) board.hushed.delete(text(event['h']));
    else board.hushed.add(text(event['h']));
  },

  ballotOpened: (board, event, line) => {
    board.ballots.push({
      id: text(event['b']),
      number: board.ballots.length + 1,
      question: text(event['q']),
      method: text(event['m']),
      rule: text(event['r']),
      terms: fields(event['t']),
      proposals: list(event['i']).map(text),
      follows: event['f'] === undefined ? undefined : text(event['f']),
      seed: event['s'] === undefined ? undefined : text(event['s']),
      openedAt: line.at,
      state: 'open',
      closedAt: undefined,
      reopenings: [],
      said: new Map(),
      joined: new Set(),
      left: new Set(),
    });
  },
  ballotClosed: (board, event, line) => {
    Object.assign(ballotOf(board, event), { state: 'closed', closedAt: line.at });
  },
  ballotReopened: (board, event, line) => {
    const ballot = ballotOf(board, event);
    Object.assign(ballot, { state: 'open', closedAt: undefined });
    ballot.reopenings.push({
      at: line.at,
      reason: event['r'] === undefined ? undefined : text(event['r']),
    });
    for (const { id, merged } of board.proposals.values()) join(ballot, id, merged?.into);
  },
  ballotRevealed: (board, event) => {
    ballotOf(board, event).state = event['s'] === 'order' ? 'orderRevealed' : 'revealed';
  },
  choiceCast: (board, event, line) => {
    const choice = event['c'] === undefined ? undefined : text(event['c']);
    const said = { choice, at: line.position, channel: line.channel };
    say(ballotOf(board, event), Number(event['p']), text(event['i']), said);
  },

  rehearsalStarted: (board) => {
    board.before = structuredClone(board);
  },
  rehearsalPurged: purge,

  institutionInvited: (board, event) => void board.institutions.push(text(event['n'])),
  commitmentOffered: (board, event) => {
    commitmentOf(board, event).waiting = event['p'] === undefined ? undefined : fields(event['p']);
  },
  commitmentConfirmed: (board, event, line) => {
    const commitment = commitmentOf(board, event);
    if (event['c'] === true) {
      commitment.standing = commitment.waiting;
      commitment.waiting = undefined;
      commitment.confirmedAt = line.at;
    } else {
      commitment.waiting ??= commitment.standing;
      commitment.standing = undefined;
      commitment.confirmedAt = undefined;
    }
  },
  progressReported: (board, event, line) => {
    commitmentOf(board, event).progress.push({ at: line.at, report: fields(event['r']) });
  },

  // What is told of these in an export is told by the events beside them, or nothing is.
  participantIntroduced: nothing,
  badgesIssued: nothing,
  badgeMoved: nothing,
  helperIssued: nothing,
  helperRevoked: nothing,
  paperRecorded: nothing,
  participantTrusted: nothing,
  participantMuted: nothing,
  moderationConfigured: nothing,
  parentNamed: nothing,
  institutionRevoked: nothing,
  screenShown: nothing,
  screensArranged: nothing,
  timerStarted: nothing,
  timerStopped: nothing,
  messageSent: nothing,
  agendaSet: nothing,
  stepPlayed: nothing,
  stepPaused: nothing,
  stepEnded: nothing,
  stepSkipped: nothing,
  noted: nothing,
};

/** Which act of moderation each event is, if somebody at a desk caused it. */
const acts: { readonly [kind: string]: (event: Fields) => string } = {
  proposalPublished: () => 'published',
  proposalReturned: () => 'returned',
  proposalDeclined: () => 'declined',
  proposalRequeued: () => 'requeued',
  proposalReworded: () => 'reworded',
  proposalRestored: () => 'restored',
  proposalMerged: () => 'merged',
  proposalUnmerged: () => 'unmerged',
  commentHidden: (event) => (event['h'] === true ? 'commentHidden' : 'commentShown'),
  participantTrusted: (event) => (event['t'] === true ? 'trusted' : 'distrusted'),
  participantMuted: (event) => (event['m'] === true ? 'muted' : 'unmuted'),
};

const actsMax = 20_000;

function log(board: BoardState, { kind, event, role, position, at }: Line): void {
  const act = acts[kind]?.(event);
  if (act === undefined || (role !== 'moderator' && role !== 'facilitator')) return;
  const about =
    kind === 'commentHidden' ? board.comments.get(text(event['c']))?.proposal : text(event['i']);
  board.acts.push({
    position,
    at,
    act,
    proposal: board.proposals.get(about ?? '')?.number,
    into: event['o'] === undefined ? undefined : board.proposals.get(text(event['o']))?.number,
    reason: event['r'] === undefined ? undefined : text(event['r']),
  });
  if (board.acts.length > actsMax) board.acts.shift();
}

/** The board that these lines made, and what about them could not be understood. */
export function read(lines: readonly Line[]): {
  readonly board: BoardState;
  readonly problems: readonly string[];
} {
  const board = emptyBoard();
  const problems: string[] = [];
  for (const line of lines) {
    const reader = readers[line.kind];
    if (line.position !== board.position + 1)
      problems.push(`position ${line.position} comes after ${board.position}`);
    if (!reader) problems.push(`nothing here knows the event ${line.kind}`);
    try {
      reader?.(board, line.event, line);
      log(board, line);
    } catch (error) {
      problems.push(
        `position ${line.position}, ${line.kind}: ${error instanceof Error ? error.message : error}`,
      );
    }
    board.position = line.position;
    board.at = line.at;
  }
  return { board, problems };
}

export const isResultsPhase = (board: BoardState): boolean => !board.hushed.has(board.phase);

/** Whether everybody may see a ballot's numbers. */
export function resultsShown(board: BoardState, { rule, state }: Ballot): boolean {
  if (!isResultsPhase(board)) return false;
  if (rule === 'live') return true;
  return rule === 'whenRevealed' ? state === 'revealed' : state !== 'open';
}

/** Whether everybody may see in which order its proposals stand. */
export const orderShown = (board: BoardState, ballot: Ballot): boolean =>
  isResultsPhase(board) &&
  ballot.state !== 'open' &&
  (ballot.state === 'orderRevealed' || resultsShown(board, ballot));

/** The lowest terms a ballot was opened with, as the document tells them. */
export const termsOf = ({ terms }: Ballot) => ({
  maximum: number(terms['m']),
  budget: number(terms['b']),
  cap: number(terms['c']),
  judgmentsMin: number(terms['j']),
});
