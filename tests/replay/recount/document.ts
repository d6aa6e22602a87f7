// The roadmap as it must be by the journal, field by field as protocol/roadmap.schema.json describes it.

import { createHash } from 'node:crypto';
import type { Fields, Json } from './journal.ts';
import { fields, instant, known, list } from './journal.ts';
import { orderShown, resultsShown, termsOf } from './read.ts';
import type { Counted, Place } from './scores.ts';
import * as scores from './scores.ts';
import type { Ballot, BoardState, Proposal } from './state.ts';
import { partsOf, stands } from './state.ts';
import { scaleOf } from './votes.ts';

const channels = ['phone', 'shared', 'assisted', 'paper'];

/** What is worked out once for a document and its tables. */
export type Work = {
  readonly board: BoardState;
  readonly counted: ReadonlyMap<string, Counted>;
  readonly places: ReadonlyMap<string, ReadonlyMap<string, Place>>;
};

export function workOn(board: BoardState): Work {
  const counted = new Map(board.ballots.map((ballot) => [ballot.id, scores.count(board, ballot)]));
  const places = new Map(
    board.ballots
      .filter((ballot) => orderShown(board, ballot))
      .map((ballot) => [ballot.id, scores.places(board, ballot, countedIn(counted, ballot))]),
  );
  return { board, counted, places };
}

export function countedIn(counted: ReadonlyMap<string, Counted>, { id }: Ballot): Counted {
  const found = counted.get(id);
  if (!found) throw new Error(`the ballot ${id} was not counted`);
  return found;
}

const inLanguage = (board: BoardState, value: Json | undefined): Json | undefined =>
  value === undefined || value === '' ? undefined : { [board.language]: value };
const unlessEmpty = (all: readonly Json[]): Json | undefined => (all.length > 0 ? all : undefined);
const organisations = (names: readonly Json[]): Json | undefined =>
  unlessEmpty(names.map((name) => ({ name })));

const visibleComments = ({ comments }: BoardState, proposal?: string): number =>
  [...comments.values()].filter(
    (one) => !one.hidden && (proposal === undefined || one.proposal === proposal),
  ).length;

function byChannel(people: readonly string[]): Json {
  const groups = channels.map((name) => ({
    name,
    people: people.filter((one) => one === name).length,
  }));
  const hidden = scores.hiddenAmong(groups);
  return groups
    .filter((group) => group.people > 0)
    .map((group) =>
      hidden.has(group.name)
        ? { channel: group.name, suppressed: true }
        : { channel: group.name, count: group.people },
    );
}

// --- one ballot's say on one proposal

function scoresOf(
  board: BoardState,
  ballot: Ballot,
  counted: Counted,
  tally: scores.Tally,
): Fields {
  const { counts } = tally;
  const voted = counted.cast.size;
  if (ballot.method === 'approval') {
    return { approvals: scores.sum(counts), share: scores.share(scores.sum(counts), voted) };
  }
  if (ballot.method === 'dots') return { dots: scores.dots(counts) };
  if (ballot.method === 'grades') return scores.majority(counts, scaleOf(ballot)) ?? {};
  const divided = scores.controversy(counts, voted);
  const told = scores.toldByCollege(board, tally).filter((college) => college.told);
  return known({
    wilson: scores.wilson(counts),
    controversy: divided.value,
    controversial: divided.told,
    consensus:
      told.length < 2 ? undefined : scores.consensus(told.map((college) => college.counts)),
  });
}

function resultOf({ board, counted, places }: Work, ballot: Ballot, id: string): Json[] {
  const all = countedIn(counted, ballot);
  const tally = all.tallies.get(id);
  const numbers = resultsShown(board, ballot);
  if (!tally || (!numbers && !orderShown(board, ballot))) return [];
  const place = places.get(ballot.id)?.get(id);
  const former =
    place?.rank === undefined ? undefined : places.get(ballot.follows ?? '')?.get(id)?.rank;
  const standing = {
    ballot: ballot.id,
    rank: place?.rank,
    drawn: place?.drawn ? true : undefined,
    formerRank: former,
  };
  if (!numbers) return [known(standing)];
  return [
    known({
      ...standing,
      people: scores.sum(tally.counts),
      counts: tally.counts,
      scores: scoresOf(board, ballot, all, tally),
      byCollege: scores
        .toldByCollege(board, tally)
        .map(({ college, counts, told }) =>
          told ? { college, counts } : { college, suppressed: true },
        ),
    }),
  ];
}

// --- one action

function originOf(board: BoardState, { id, author, source }: Proposal): Fields {
  if (author === undefined) return { proposal: id, origin: 'imported' };
  const table = board.tables.get(author);
  return known({
    proposal: id,
    college: source?.college ?? board.people.get(author)?.college,
    table: table &&
      source && {
        board: table.board,
        title: { [board.language]: table.title },
        number: source.number,
      },
  });
}

function partOf(board: BoardState, id: string): Fields {
  const part = board.proposals.get(id);
  if (!part) throw new Error(`the part ${id} is not there`);
  return known({
    ...originOf(board, part),
    number: part.number,
    title: { [board.language]: part.title },
    description: inLanguage(board, part.description),
  });
}

function answersTo(board: BoardState, { id, status }: Proposal): Json | undefined {
  if (status !== 'adopted' && status !== 'adoptedWithChanges') return undefined;
  const answers = [...(board.commitments.get(id) ?? [])].sort(([one], [other]) => one - other);
  const tell = (value: Json | undefined) => inLanguage(board, value);
  const texts = (all: Json | undefined) =>
    unlessEmpty(list(all).map((one) => ({ [board.language]: one })));
  return unlessEmpty(
    answers.flatMap(([institution, { standing, confirmedAt, progress }]) => {
      if (!standing) return [];
      const last = progress.at(-1)?.report;
      return [
        known({
          institution: { name: board.institutions[institution - 1] ?? '' },
          response: standing['r'],
          confirmedAt: confirmedAt === undefined ? undefined : instant(confirmedAt),
          words: tell(standing['w']),
          bearers: organisations(standing['l'] === undefined ? [] : [standing['l']]),
          partners: organisations(list(standing['p'])),
          start: standing['s'],
          end: standing['e'],
          indicators: unlessEmpty(
            list(standing['i']).map((one) => {
              const { n, u, b, t } = fields(one);
              return known({ name: tell(n), unit: tell(u), baseline: b, target: t });
            }),
          ),
          budget:
            standing['b'] === undefined ? undefined : { amount: standing['b'], currency: 'EUR' },
          needs: unlessEmpty(list(standing['n'])),
          otherNeeds: texts(standing['o']),
          audience: texts(standing['a']),
          places: organisations(list(standing['x'])),
          status: last?.['s'],
          progress: last?.['p'],
          updates: unlessEmpty(
            progress.map(({ at, report }) =>
              known({
                at: instant(at),
                status: report['s'],
                progress: report['p'],
                news: tell(report['n']),
              }),
            ),
          ),
        }),
      ];
    }),
  );
}

function actionOf(work: Work, proposal: Proposal): Fields {
  const { board } = work;
  const { id, decided } = proposal;
  const decision = decided?.fields;
  return known({
    id,
    reference: `${board.code}-${proposal.number}`,
    number: proposal.number,
    axis: proposal.axis,
    title: { [board.language]: proposal.title },
    description: inLanguage(board, proposal.description),
    originalLanguage: board.language,
    status: proposal.status,
    decision:
      decided &&
      known({
        decision: decision?.['d'],
        decidedAt: instant(decided.at),
        words: inLanguage(board, decision?.['w']),
      }),
    bearers: organisations(decision?.['l'] === undefined ? [] : [decision['l']]),
    partners: organisations(list(decision?.['p'])),
    start: decision?.['s'],
    end: decision?.['e'],
    commentCount: visibleComments(board, id),
    sources: [originOf(board, proposal), ...partsOf(board, id).map((part) => partOf(board, part))],
    commitments: answersTo(board, proposal),
    results: unlessEmpty(board.ballots.flatMap((ballot) => resultOf(work, ballot, id))),
  });
}

// --- the whole

function ballotOf({ board, counted }: Work, ballot: Ballot): Fields {
  const { cast } = countedIn(counted, ballot);
  const { seed } = ballot;
  return known({
    id: ballot.id,
    number: ballot.number,
    follows: ballot.follows,
    question: { [board.language]: ballot.question },
    method: ballot.method,
    results: ballot.rule,
    state: ballot.state,
    openedAt: instant(ballot.openedAt),
    closedAt: ballot.closedAt === undefined ? undefined : instant(ballot.closedAt),
    ...termsOf(ballot),
    percentageBase: ['approval', 'dots'].includes(ballot.method) ? 'voters' : 'expressed',
    voted: cast.size,
    // By which way each of them said last what counts.
    channels: byChannel(
      [...cast.values()].map((choices) => {
        const [last] = [...choices.values()].sort((one, other) => other.at - one.at);
        return last?.channel ?? '?';
      }),
    ),
    resultsShown: resultsShown(board, ballot),
    orderShown: orderShown(board, ballot),
    tieBreak:
      seed === undefined
        ? undefined
        : known({
            commitment: createHash('sha256').update(seed).digest('hex'),
            seed: orderShown(board, ballot) ? seed : undefined,
          }),
    reopenings: unlessEmpty(
      ballot.reopenings.map(({ at, reason }) =>
        known({ at: instant(at), reason: inLanguage(board, reason) }),
      ),
    ),
  });
}

function participationIn({ board, counted }: Work): Fields {
  const all = [...board.proposals.values()];
  const inStatus = (status: string) => all.filter((proposal) => proposal.status === status).length;
  const people = [...board.people.values()];
  const isPerson = (author: number | undefined): author is number =>
    author !== undefined && board.people.has(author);
  return {
    joined: people.length,
    proposers: new Set(all.map(({ author }) => author).filter(isPerson)).size,
    voters: new Set([...counted.values()].flatMap(({ cast }) => [...cast.keys()])).size,
    colleges: board.colleges.map(({ id, title }) => {
      const joined = people.filter(({ college }) => college === id).length;
      return known({
        id,
        title: { [board.language]: title },
        joined: joined >= scores.small ? joined : undefined,
      });
    }),
    proposals: {
      received: all.length,
      published: all.filter(stands).length,
      returned: inStatus('returned'),
      declined: inStatus('declined'),
      withdrawn: inStatus('withdrawn'),
    },
    channels: byChannel(people.map(({ channel }) => channel)),
    admission: { level: board.admission, indicative: board.admission === 'open' },
    comments: visibleComments(board),
  };
}

/** The document. What made it is told by no journal: the version is that of the data card beside it. */
export function documentOf(work: Work, version: string): Fields {
  const { board } = work;
  const order = (axis: string) => board.axes.findIndex(({ id }) => id === axis);
  const standing = [...board.proposals.values()]
    .filter(stands)
    .sort((one, other) => order(one.axis) - order(other.axis) || one.number - other.number);
  return known({
    schema: { uri: 'urn:koudmen:roadmap:1', version: 1 },
    id: board.code,
    asOf: { position: board.position, at: instant(board.at) },
    status: board.phase === 'closed' && !board.before ? 'final' : 'draft',
    rehearsal: board.before ? true : undefined,
    languages: [board.language],
    roadmap: {
      title: { [board.language]: board.title },
      axes: board.axes.map(({ id, title }, index) => ({
        id,
        title: { [board.language]: title },
        order: index + 1,
      })),
      actions: standing
        .filter(({ decided }) => decided)
        .map((proposal) => actionOf(work, proposal)),
    },
    proposals: standing
      .filter(({ decided }) => !decided)
      .map((proposal) => actionOf(work, proposal)),
    ballots: board.ballots.map((ballot) => ballotOf(work, ballot)),
    participation: participationIn(work),
    reopenings: unlessEmpty(
      board.reopenings.map(({ phase, at, reason }) =>
        known({ phase, at: instant(at), reason: inLanguage(board, reason) }),
      ),
    ),
    provenance: {
      software: { name: 'koudmen', version },
      moderation: board.acts.map(({ position, at, act, proposal, into, reason }) =>
        known({ position, at: instant(at), act, proposal, into, reason }),
      ),
    },
  });
}
