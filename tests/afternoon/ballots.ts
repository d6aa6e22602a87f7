// The ballots after the first: the other methods, and a second round.

import type { Afternoon } from './arrival.ts';
import { seatOf } from './arrival.ts';
import { recountNow } from './recounting.ts';
import type { Person } from './room.ts';
import { get, id } from './room.ts';
import type { Round } from './voting.ts';
import {
  connectionsOf,
  countsVoters,
  everybody,
  everybodyIsBack,
  nobodyHearsResults,
  typePaper,
  voteAt,
  voteOnPhones,
  voteOnTablet,
  votesOf,
} from './voting.ts';
import { proposalId } from './words.ts';

export const ballotId = (number: number): string => id('ballot', number);

/** What a ballot covers, as the screen is told. */
export const coveredBy = ({ screen }: Afternoon, ballot: string): readonly string[] =>
  screen.told.ballots.get(ballot)?.proposals ?? [];

export const isNot =
  (...without: readonly string[]) =>
  (proposal: string) =>
    !without.includes(proposal);

export async function approvals(afternoon: Afternoon): Promise<void> {
  const { room, onPhones, onTablet, onPaper, facilitator, screen } = afternoon;
  const { does, isRefused, scene, until } = room;
  scene('second vote: approval, live');
  const ballot = ballotId(2);
  const proposals = [1, 4, 5, 7, 9, 10, 11, 12].map(proposalId);
  await does(facilitator, {
    type: 'openBallot',
    ballot,
    question: 'Lesquelles approuvez-vous ?',
    method: 'approval',
    results: 'live',
    proposals,
    maximum: 3,
  });
  const round: Round = { ballot, number: 2, method: 'approval', proposals, terms: { maximum: 3 } };
  await does(facilitator, { type: 'show', view: 'results', ballot });
  await voteOnPhones(afternoon, onPhones.slice(0, 250), round);
  await voteOnTablet(afternoon, onTablet.slice(0, 5), round);
  await typePaper(afternoon, onPaper.slice(0, 8), round);
  const eager = seatOf(onPhones[260] as Person);
  for (const proposal of proposals.slice(0, 3))
    await does(eager, { type: 'castChoice', ballot, proposal, choice: 'approve' });
  await isRefused(
    'V21: nobody marks more than there may be',
    eager,
    { type: 'castChoice', ballot, proposal: proposals[3] ?? '', choice: 'approve' },
    'overMaximum',
  );
  await isRefused(
    'V20: a choice is of the ballot’s method',
    eager,
    { type: 'castChoice', ballot, proposal: proposals[3] ?? '', choice: 'support' },
    'notOfMethod',
  );
  await countsVoters(afternoon, ballot, 264);
  await until(
    'live results are told while people vote',
    () =>
      [...screen.told.tallies.values()].filter(
        (tally) => tally.ballot === ballot && (tally.counts[0] ?? 0) > 0,
      ).length === 8,
  );
  room.holds('the order waits for the end', !screen.told.rankings.has(ballot));
  await does(facilitator, { type: 'closeBallot', ballot });
}

export async function priorities(afternoon: Afternoon): Promise<void> {
  const { room, onPhones, onTablet, onPaper, facilitator, moderators, screen } = afternoon;
  const { does, isRefused, scene, until, holds } = room;
  scene('third vote: dots; the server is stopped half-way');
  const ballot = ballotId(3);
  await does(facilitator, { type: 'playStep', step: 'points', ballot });
  await until('everybody is told of the ballot', () =>
    [screen, ...onPhones.map(seatOf)].every(({ told }) => told.ballots.has(ballot)),
  );
  const { budget = 0, cap = 0 } = screen.told.ballots.get(ballot) ?? {};
  holds('V23: the usual budget', budget === 10 && cap === 3, { budget, cap });
  const round: Round = {
    ballot,
    number: 3,
    method: 'dots',
    proposals: coveredBy(afternoon, ballot),
    terms: { budget, cap },
  };
  holds(
    'V1: a ballot covers what stands by itself',
    !round.proposals.includes(proposalId(2)),
    round.proposals,
  );
  const connections = connectionsOf(onPhones);
  await voteOnPhones(afternoon, onPhones.slice(0, 240), round, () => room.restart('SIGTERM'));
  await everybodyIsBack(afternoon, onPhones, connections);

  // Two proposals merge: what is beyond the cap is given back, is spent again, and is too much once they part.
  const [whole, part, third] = round.proposals.slice(-3) as [string, string, string];
  const people = onPhones.slice(240, 260);
  const give = (proposal: string, choice: 'oneDot' | 'twoDots' | 'threeDots') => ({
    type: 'castChoice' as const,
    ballot,
    proposal,
    choice,
  });
  const others = round.proposals.slice(0, 2);
  await everybody(people, async (person) => {
    await does(seatOf(person), give(whole, 'threeDots'));
    await does(seatOf(person), give(part, 'twoDots'));
    await does(seatOf(person), give(others[0] ?? '', 'threeDots'));
    await does(seatOf(person), give(others[1] ?? '', 'twoDots'));
    await isRefused(
      'V22: dots keep to the budget',
      seatOf(person),
      give(third, 'oneDot'),
      'overBudget',
    );
  });
  await does(moderators[0], { type: 'mergeProposal', proposal: part, into: whole });
  await until('the merge is told', () =>
    people.every((person) => seatOf(person).told.parts.get(`${ballot}/${part}`) === true),
  );
  await everybody(people, (person) => does(seatOf(person), give(third, 'twoDots')));
  await does(moderators[1], { type: 'unmergeProposal', proposal: part });
  await until('M12: what is too much is taken back', () =>
    people.every((person) => seatOf(person).phone.told.get(`${ballot}/${third}`) === undefined),
  );
  await isRefused(
    'V22: dots keep to the cap',
    seatOf(onPhones[262] as Person),
    { ...give(whole, 'oneDot'), choice: 'fourDots' },
    'overCap',
  );

  await voteOnTablet(afternoon, onTablet, round);
  await typePaper(afternoon, [...onPaper.slice(0, 4), ...onPhones.slice(0, 3)], round);
  await countsVoters(afternoon, ballot, 240 + 20 + onTablet.length + 4);
  nobodyHearsResults(afternoon, ballot);
  const voter = seatOf(onPhones[20] as Person);
  const own = [...voter.told.ownTallies.keys()].filter((key) => key.startsWith(ballot));
  const chosen = votesOf(onPhones[20] as Person, 3, 'dots', round.proposals, round.terms).length;
  holds(
    'V11: after their own vote people see what they voted on, and nothing else',
    own.length === chosen,
    { own, chosen },
  );
  holds(
    'V11: who did not vote sees nothing',
    seatOf(onPhones[265] as Person).told.ownTallies.size === 0,
  );
}

/** Whether the exported roadmap tells numbers and ranks of a ballot. */
async function exported(
  { room, code }: Afternoon,
  ballot: string,
): Promise<{ ranks: boolean; numbers: boolean; seed: boolean }> {
  const response = await get(`${room.url}/api/v1/boards/${code}/roadmap.json`);
  type Result = { ballot: string; rank?: number; counts?: unknown };
  const roadmap = (await response.json()) as {
    proposals: { results?: Result[] }[];
    ballots: { id: string; tieBreak?: { seed?: string } }[];
  };
  const results = roadmap.proposals
    .flatMap((action) => action.results ?? [])
    .filter((result) => result.ballot === ballot);
  return {
    ranks: results.some(({ rank }) => rank !== undefined),
    numbers: results.some(({ counts }) => counts !== undefined),
    seed: roadmap.ballots.find((one) => one.id === ballot)?.tieBreak?.seed !== undefined,
  };
}

/** Nothing, then the order, then the numbers. */
async function revealInTwoSteps(afternoon: Afternoon, ballot: string): Promise<void> {
  const { room, facilitator, screen, onPhones, code, links } = afternoon;
  const { does, until, holds } = room;
  const isSaid = async (
    sentence: string,
    wanted: { ranks: boolean; numbers: boolean; seed: boolean },
  ) => {
    const found = await exported(afternoon, ballot);
    holds(sentence, JSON.stringify(found) === JSON.stringify(wanted), found);
  };
  await does(facilitator, { type: 'closeBallot', ballot });
  await until('the ballot is closed', () => screen.told.ballots.get(ballot)?.state === 'closed');
  nobodyHearsResults(afternoon, ballot);
  await isSaid('V10: closed, it tells nothing', { ranks: false, numbers: false, seed: false });
  await does(facilitator, { type: 'revealBallot', ballot, step: 'order' });
  const all = [screen, ...onPhones.map(seatOf)];
  await until('V37: the order is told to everybody', () =>
    all.every(({ told }) => told.rankings.has(ballot)),
  );
  holds(
    'V41: with the order no number is told',
    all.every(({ told }) => ![...told.tallies.values()].some((tally) => tally.ballot === ballot)),
  );
  await isSaid('V41: nor exported', { ranks: true, numbers: false, seed: true });
  const { status } = await get(`${room.url}/api/v1/boards/${code}/board.zip`, {
    headers: { authorization: `Bearer ${links.facilitator}` },
  });
  holds('V40: nor is the whole board to be had, which holds every vote', status === 409, status);
  // Also the archive, which only tells places now.
  await recountNow(room, { code, facilitator: links.facilitator }, 'while only the order shows');
  await does(facilitator, { type: 'revealBallot', ballot });
  await until('the numbers are told to everybody', () =>
    all.every(({ told }) => [...told.tallies.values()].some((tally) => tally.ballot === ballot)),
  );
  await isSaid('V39: revealed, it is exported', { ranks: true, numbers: true, seed: true });
}

export async function finalists(afternoon: Afternoon): Promise<void> {
  const { room, onPhones, onTablet, onPaper, facilitator, moderators, screen } = afternoon;
  const { does, scene, until, holds } = room;
  scene('fourth vote: grades, revealed in two steps');
  await does(facilitator, { type: 'closeBallot', ballot: ballotId(3) });
  const ballot = ballotId(4);
  const proposals = [1, 4, 5, 7, 9, 10, 11].map(proposalId);
  await does(facilitator, {
    type: 'openBallot',
    ballot,
    question: 'Quelle mention ?',
    method: 'grades',
    results: 'whenRevealed',
    proposals,
  });
  const round: Round = { ballot, number: 4, method: 'grades', proposals };
  // One of them is judged by three people only, and has no rank.
  const rare = proposalId(11);
  const common = { ...round, proposals: proposals.filter(isNot(rare)) };
  await voteOnPhones(afternoon, onPhones.slice(0, 180), common);
  await everybody(onPhones.slice(0, 3), (person) =>
    voteAt(afternoon, seatOf(person), ballot, [{ proposal: rare, choice: 'veryGood' }]),
  );
  await voteOnTablet(afternoon, onTablet.slice(0, 8), common);
  await typePaper(afternoon, onPaper.slice(0, 6), common);
  await countsVoters(afternoon, ballot, 180 + 8 + 6);
  await revealInTwoSteps(afternoon, ballot);
  holds(
    'V32: with too few judgments there is no rank',
    screen.told.rankings.get(ballot)?.find(({ proposal }) => proposal === rare)?.rank === undefined,
  );

  scene('fifth vote: a second round, revealed in two steps');
  await does(moderators[0], {
    type: 'mergeProposal',
    proposal: proposalId(10),
    into: proposalId(9),
  });
  const second = ballotId(5);
  await does(facilitator, {
    type: 'openBallot',
    ballot: second,
    question: 'Et maintenant ?',
    method: 'grades',
    results: 'whenRevealed',
    follows: ballot,
    judgmentsMin: 10,
  });
  await until('the second round is told', () => screen.told.ballots.has(second));
  const left = coveredBy(afternoon, second);
  const wanted = proposals.filter(isNot(proposalId(10)));
  holds(
    'V36: a second round covers what is left of the first',
    [...left].sort().join() === [...wanted].sort().join(),
    left,
  );
  const open = { ballot: second, number: 5, method: 'grades' as const, proposals: wanted };
  await voteOnPhones(afternoon, onPhones.slice(60, 260), open);
  await typePaper(afternoon, onPaper.slice(3, 10), open);
  await countsVoters(afternoon, second, 200 + 7);
  await revealInTwoSteps(afternoon, second);
}
