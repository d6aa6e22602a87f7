// Listens to what one seat is told, keeps what stands, and complains of anything that its role should not hear.

import { createHash } from 'node:crypto';
import type {
  AgendaChange,
  Ballot,
  Change,
  Comment,
  Commitment,
  FromServer,
  HeldClaim,
  Message,
  Phase,
  Proposal,
  Role,
  ScreenNow,
  Standing,
  State,
  Tally,
} from '../../client-web/src/protocol/messages.ts';

/** What one seat knows. */
export type Told = {
  role: Role | undefined;
  desk: number | undefined;
  participant: number | undefined;
  position: number;
  phase: Phase | undefined;
  rehearsal: boolean;
  joined: number;
  muted: boolean;
  message: Message | undefined;
  agenda: AgendaChange | undefined;
  screens: readonly ScreenNow[];
  claims: readonly HeldClaim[];
  readonly proposals: Map<string, Proposal>;
  readonly own: Map<string, Proposal>;
  readonly comments: Map<string, Comment>;
  readonly ballots: Map<string, Ballot>;
  readonly turnout: Map<string, number>;
  readonly tallies: Map<string, Tally>;
  readonly ownTallies: Map<string, Tally>;
  readonly parts: Map<string, boolean>;
  readonly rankings: Map<string, readonly Standing[]>;
  readonly commitments: Map<string, Commitment>;
};

export type Watch = { readonly told: Told; readonly hear: (message: FromServer) => void };

const forDesks = ['claims', 'showings', 'tables'];
const forDesksAndWalls = ['participants', 'presence'];
const unseen = ['submitted', 'returned', 'declined', 'withdrawn'];

export function createWatch(name: string, complain: (complaint: string) => void): Watch {
  const told: Told = {
    role: undefined,
    desk: undefined,
    participant: undefined,
    position: 0,
    phase: undefined,
    rehearsal: false,
    joined: 0,
    muted: false,
    message: undefined,
    agenda: undefined,
    screens: [],
    claims: [],
    proposals: new Map(),
    own: new Map(),
    comments: new Map(),
    ballots: new Map(),
    turnout: new Map(),
    tallies: new Map(),
    ownTallies: new Map(),
    parts: new Map(),
    rankings: new Map(),
    commitments: new Map(),
  };
  const tallyKey = ({ ballot, proposal }: { ballot: string; proposal: string }) =>
    `${ballot}/${proposal}`;
  const isDesk = () => told.role === 'facilitator' || told.role === 'moderator';
  const wrong = (what: string) => complain(`${name} was told ${what}`);

  const forget = (all: Map<string, unknown>, ballot: string) => {
    for (const key of all.keys()) if (key.startsWith(`${ballot}/`)) all.delete(key);
  };

  const hearBallot = (ballot: Ballot) => {
    const { commitment, seed } = ballot;
    if (seed !== undefined && !ballot.orderShown)
      wrong(`the seed of ballot ${ballot.number} before its order`);
    if (seed !== undefined && createHash('sha256').update(seed).digest('hex') !== commitment) {
      wrong(`a seed of ballot ${ballot.number} that is not the one of its hash`);
    }
    if (!ballot.resultsShown) forget(told.tallies, ballot.id);
    if (!ballot.orderShown) told.rankings.delete(ballot.id);
    told.ballots.set(ballot.id, ballot);
  };

  const hearProposal = (proposal: Proposal) => {
    if (!isDesk() && unseen.includes(proposal.status))
      wrong(`a proposal that is ${proposal.status}`);
    told.proposals.set(proposal.id, proposal);
  };

  const hearChange = (change: Change) => {
    if (forDesks.includes(change.type) && !isDesk()) wrong(change.type);
    if (forDesksAndWalls.includes(change.type) && !isDesk() && told.role !== 'screen')
      wrong(change.type);
    switch (change.type) {
      case 'phase':
        told.phase = change.phase;
        return;
      case 'participants':
        told.joined = change.joined;
        return;
      case 'screens':
        told.screens = change.screens;
        return;
      case 'claims':
        told.claims = change.claims;
        return;
      case 'message':
        told.message = change.message;
        return;
      case 'agenda':
        told.agenda = change;
        return;
      case 'rehearsal':
        told.rehearsal = change.since !== undefined;
        return;
      case 'proposal':
        return hearProposal(change.proposal);
      case 'proposalGone':
        told.proposals.delete(change.proposal);
        return;
      case 'comment':
        if (change.comment.hidden && !isDesk()) wrong('a hidden comment');
        told.comments.set(change.comment.id, change.comment);
        return;
      case 'commentGone':
        told.comments.delete(change.comment);
        return;
      case 'ballot':
        return hearBallot(change.ballot);
      case 'turnout':
        told.turnout.set(change.ballot, change.voters);
        return;
      case 'tally':
        if (!told.ballots.get(change.tally.ballot)?.resultsShown)
          wrong('a tally that does not show');
        told.tallies.set(tallyKey(change.tally), change.tally);
        return;
      case 'ranking': {
        const ballot = told.ballots.get(change.ballot);
        const tells = change.standings.some(
          ({ controversial, consensus }) => controversial || consensus !== undefined,
        );
        if (!ballot?.orderShown) wrong('an order that does not show');
        if (tells && !ballot?.resultsShown) wrong('numbers beside an order');
        told.rankings.set(change.ballot, change.standings);
        return;
      }
      case 'commitment':
        if (change.commitment.waiting && !isDesk() && told.role !== 'institution')
          wrong('an answer that waits');
        told.commitments.set(
          `${change.commitment.proposal}/${change.commitment.institution}`,
          change.commitment,
        );
        return;
      case 'commitmentGone':
        told.commitments.delete(`${change.proposal}/${change.institution}`);
        return;
      default:
        return;
    }
  };

  const hearState = (state: State) => {
    if (state.full) {
      const all = [
        told.proposals,
        told.own,
        told.comments,
        told.ballots,
        told.turnout,
        told.tallies,
      ];
      for (const map of [...all, told.ownTallies, told.parts, told.rankings, told.commitments])
        map.clear();
      told.message = undefined;
      told.rehearsal = false;
    }
    for (const change of state.changes) hearChange(change);
    const { yours } = state;
    if (yours) {
      told.muted = yours.muted ?? false;
      for (const proposal of yours.proposals) told.own.set(proposal.id, proposal);
      for (const part of yours.parts ?? []) told.parts.set(tallyKey(part), part.counts);
      for (const tally of yours.tallies) {
        const ballot = told.ballots.get(tally.ballot);
        if (ballot?.resultsShown) told.tallies.set(tallyKey(tally), tally);
        else if (ballot?.results === 'afterOwnVote') told.ownTallies.set(tallyKey(tally), tally);
        else wrong(`a tally of a ballot whose results show ${ballot?.results}`);
      }
    }
    told.position = state.position;
  };

  const hear = (message: FromServer) => {
    if (message.type === 'welcome') {
      told.role = message.role;
      told.desk = message.desk;
      told.participant = message.participant;
    }
    if (message.type === 'state') hearState(message);
  };
  return { told, hear };
}
