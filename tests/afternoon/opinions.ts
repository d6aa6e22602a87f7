// The first vote: with a restart, merges, a tablet, paper, a badge that moves, and a second opening.

import type { Afternoon } from './arrival.ts';
import { checkTrail, seatOf, sitDown } from './arrival.ts';
import { ballotId, coveredBy, isNot } from './ballots.ts';
import { recountNow } from './recounting.ts';
import type { Person } from './room.ts';
import type { Round } from './voting.ts';
import {
  connectionsOf,
  countsVoters,
  everybody,
  everybodyIsBack,
  nobodyHearsResults,
  sheetOf,
  typePaper,
  voteAt,
  voteOnPhones,
  voteOnTablet,
} from './voting.ts';
import { proposalId } from './words.ts';

/** Proposals are merged while people vote, some leave, and one merge is undone. */
async function mergeWhileVoting(afternoon: Afternoon, round: Round): Promise<void> {
  const { room, moderators, onPhones, code, links } = afternoon;
  const home = { code, facilitator: links.facilitator };
  const { does, until, holds } = room;
  const { ballot } = round;
  const [whole, part, deep] = [proposalId(1), proposalId(2), proposalId(4)];
  await does(moderators[0], {
    type: 'mergeProposal',
    proposal: deep,
    into: part,
    from: 'published',
  });
  await does(moderators[1], {
    type: 'mergeProposal',
    proposal: part,
    into: whole,
    from: 'published',
  });
  const votedOnPart = onPhones.filter(
    (person) =>
      seatOf(person).phone.told.get(`${ballot}/${part}`) !== undefined ||
      seatOf(person).told.parts.has(`${ballot}/${part}`),
  );
  await until(
    'M15: who voted on a part is told that it counts for the whole',
    () =>
      onPhones.filter((person) => seatOf(person).told.parts.get(`${ballot}/${part}`) === true)
        .length > 20,
    () => votedOnPart.length,
  );
  await room.isRefused(
    'nobody votes on a part',
    seatOf(onPhones[200] as Person),
    { type: 'castChoice', ballot, proposal: part, choice: 'support' },
    'wrongStatus',
  );
  await room.isRefused(
    'nor on paper',
    afternoon.facilitator,
    {
      type: 'recordPaper',
      ballot,
      badge: onPhones[200]?.badge ?? 0,
      marks: [{ proposal: part, choice: 'support' }],
    },
    'wrongStatus',
  );
  // Some leave the merge, some say something of the whole.
  const counted = onPhones.filter(
    (person) => seatOf(person).told.parts.get(`${ballot}/${part}`) === true,
  );
  await everybody(counted.slice(0, 12), (person) =>
    does(seatOf(person), { type: 'leaveMerge', proposal: part }),
  );
  await everybody(onPhones.slice(100, 160), (person) =>
    does(seatOf(person), {
      type: 'castChoice',
      ballot,
      proposal: whole,
      choice: person.index % 3 === 0 ? 'oppose' : 'support',
    }),
  );
  await until('M15: who left is told so', () =>
    counted
      .slice(0, 12)
      .every(
        (person) =>
          seatOf(person).told.parts.get(`${ballot}/${part}`) === false || person.index >= 100,
      ),
  );
  await does(moderators[0], { type: 'unmergeProposal', proposal: deep, from: 'merged' });
  await until(
    'M12: what was undone stands by itself again',
    () => afternoon.screen.told.proposals.get(deep)?.status === 'published',
  );
  holds(
    'M11: what was merged is a part',
    afternoon.screen.told.proposals.get(part)?.mergedInto === whole,
    afternoon.screen.told.proposals.get(part),
  );
  await recountNow(room, home, 'while people vote on what was merged');
}

/** One badge on a phone, on another phone, on the tablet and on paper is one voice. */
async function oneBadgeEverywhere(
  afternoon: Afternoon,
  round: Round,
  voters: number,
): Promise<void> {
  const { room, code, onPhones, helper, facilitator } = afternoon;
  const { does, isRefused } = room;
  const person = onPhones[30] as Person;
  const proposal = proposalId(5);
  const cast = { type: 'castChoice' as const, ballot: round.ballot, proposal };
  const first = seatOf(person);
  await does(first, { ...cast, choice: 'support' });
  const second = await sitDown(room, code, person);
  await room.until(
    'A2: the badge brings its choices along',
    () => second.phone.told.get(`${round.ballot}/${proposal}`) === 'support',
  );
  await does(second, { ...cast, choice: 'oppose' });
  const again = await room.http(
    'POST',
    `/${code}/participants`,
    { college: person.college },
    room.mintCredential(),
  );
  room.holds('A1: a phone without the badge is nobody', again.status !== 201, again);
  const tablet = await sitDown(room, code, person, { helper: helper.credential, use: 'shared' });
  await does(tablet, { ...cast, choice: 'neutral' });
  await does(facilitator, {
    type: 'recordPaper',
    ballot: round.ballot,
    badge: person.badge,
    marks: sheetOf(person, round),
  });
  const back = await sitDown(room, code, person);
  await does(back, { ...cast, choice: 'support' });
  await countsVoters(afternoon, round.ballot, voters);
  await checkTrail(afternoon, person, ['phone', 'shared', 'paper']);
  await isRefused(
    'A12: a participant types no paper',
    back,
    { type: 'recordPaper', ballot: round.ballot, badge: 1, marks: [] },
    'notAllowed',
  );
}

export async function opinions(afternoon: Afternoon): Promise<void> {
  const { room, onPhones, onTablet, onPaper, facilitator, moderators, screen } = afternoon;
  const { does, isRefused, scene, until } = room;
  scene('first vote: opinions; the server is killed half-way');
  const ballot = ballotId(1);
  await does(facilitator, { type: 'playStep', step: 'opinions', ballot });
  await until('everybody is told of the ballot', () =>
    [screen, ...onPhones.map(seatOf)].every(({ told }) => told.ballots.has(ballot)),
  );
  const round: Round = {
    ballot,
    number: 1,
    method: 'opinion',
    proposals: coveredBy(afternoon, ballot),
  };
  const connections = connectionsOf(onPhones);
  await voteOnPhones(afternoon, onPhones, round, () => room.restart('SIGKILL'));
  await everybodyIsBack(afternoon, onPhones, connections);
  await countsVoters(afternoon, ballot, onPhones.length);
  nobodyHearsResults(afternoon, ballot);
  await isRefused(
    'M5: words that people vote on stay',
    moderators[0],
    {
      type: 'rewordProposal',
      proposal: proposalId(5),
      title: 'Autre',
      description: '',
      axis: 'inclusion',
    },
    'wrongStatus',
  );
  await does(facilitator, { type: 'pauseStep' });
  await until(
    'F7: a paused step keeps its time',
    () => (screen.told.agenda?.millisecondsLeft ?? 0) > 0,
  );
  await does(facilitator, { type: 'playStep', step: 'opinions' });

  scene('merges while people vote, a tablet, and paper');
  await mergeWhileVoting(afternoon, round);
  const open = { ...round, proposals: round.proposals.filter(isNot(proposalId(2))) };
  await voteOnTablet(afternoon, onTablet, open);
  await typePaper(afternoon, [...onPaper, ...onPhones.slice(40, 46)], open);
  // After their sheet some take their phone again: it is still one voice, and the last word counts.
  await everybody(onPhones.slice(40, 43), (person) =>
    voteAt(afternoon, seatOf(person), ballot, [{ proposal: proposalId(5), choice: 'oppose' }]),
  );
  const all = onPhones.length + onTablet.length + onPaper.length;
  await oneBadgeEverywhere(afternoon, open, all);
  await voteAt(afternoon, seatOf(onPhones[3] as Person), ballot, [
    { proposal: proposalId(7), choice: 'support' },
  ]); // Muted, and votes.
  nobodyHearsResults(afternoon, ballot);

  scene('closed, opened again with a reason, closed');
  await does(facilitator, { type: 'closeBallot', ballot });
  await until(
    'V10: closing shows the results',
    () =>
      screen.told.ballots.get(ballot)?.resultsShown === true && screen.told.rankings.has(ballot),
  );
  const late = seatOf(onPhones[60] as Person);
  await isRefused(
    'V8: a closed ballot takes nothing',
    late,
    { type: 'castChoice', ballot, proposal: proposalId(5), choice: 'oppose' },
    'ballotNotOpen',
  );
  await does(facilitator, { type: 'reopenBallot', ballot, reason: 'Une table n’avait pas voté.' });
  await until('everybody is told that what was shown is withheld again', () =>
    [screen, ...moderators, ...onPhones.map(seatOf)].every(
      ({ told }) => told.ballots.get(ballot)?.state === 'open',
    ),
  );
  nobodyHearsResults(afternoon, ballot);
  await does(late, { type: 'castChoice', ballot, proposal: proposalId(5), choice: 'oppose' });
  await does(facilitator, { type: 'closeBallot', ballot });
}
