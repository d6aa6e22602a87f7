// How the people of the room vote: on their phones, on the helper's tablet, on paper.

import type { Choice, Command, Mark, Method } from '../../client-web/src/protocol/messages.ts';
import { seeded } from '../replay/deliberation.ts';
import type { Afternoon } from './arrival.ts';
import { seatOf, sitDown, standUp } from './arrival.ts';
import type { Person, Seated } from './room.ts';
import { each } from './room.ts';

export type Vote = { readonly proposal: string; readonly choice: Choice | undefined };

/** The terms that people keep to; without, any number. */
export type Terms = { readonly maximum?: number; readonly budget?: number; readonly cap?: number };

const dots: readonly Choice[] = ['oneDot', 'twoDots', 'threeDots'];
const grades: readonly Choice[] = [
  'veryGood',
  'good',
  'fairlyGood',
  'passable',
  'insufficient',
  'toReject',
];

/**
 * What a person says in a ballot, the same in every afternoon: some proposals please nearly everybody, some
 * divide the room, and some people change their mind.
 */
export function votesOf(
  person: Person,
  ballot: number,
  method: Method,
  proposals: readonly string[],
  terms: Terms = {},
): readonly Vote[] {
  const random = seeded(ballot * 100_003 + person.index);
  const shuffled = proposals
    .map((proposal, place) => ({ proposal, place, key: random() }))
    .sort((one, other) => one.key - other.key);
  const lean = (place: number) => ((place * 37) % 100) / 100;
  if (method === 'approval') {
    return shuffled
      .slice(0, 1 + Math.floor(random() * (terms.maximum ?? 3)))
      .map(({ proposal }) => ({ proposal, choice: 'approve' }));
  }
  if (method === 'dots') {
    let left = terms.budget ?? 3;
    return shuffled.flatMap(({ proposal }): Vote[] => {
      const given = Math.min(left, terms.cap ?? 3, 1 + Math.floor(random() * 3));
      left -= given;
      return given > 0 ? [{ proposal, choice: dots[given - 1] }] : [];
    });
  }
  if (method === 'grades') {
    return shuffled
      .slice(0, Math.max(1, shuffled.length - Math.floor(random() * 3)))
      .map(({ proposal, place }) => {
        const grade = Math.floor(lean(place + ballot) * 4 + random() * 3);
        return { proposal, choice: grades[Math.min(grade, 5)] };
      });
  }
  return shuffled.slice(0, 8 + Math.floor(random() * 8)).flatMap(({ proposal, place }): Vote[] => {
    const mood = random();
    const choice =
      mood < lean(place) ? 'support' : mood < lean(place) + 0.15 ? 'neutral' : 'oppose';
    if (random() < 0.08)
      return [
        { proposal, choice: 'oppose' },
        { proposal, choice },
      ];
    return random() < 0.04
      ? [
          { proposal, choice },
          { proposal, choice: undefined },
        ]
      : [{ proposal, choice }];
  });
}

const commandOf = (ballot: string, { proposal, choice }: Vote): Command =>
  choice === undefined
    ? { type: 'castChoice', ballot, proposal }
    : { type: 'castChoice', ballot, proposal, choice };

/** One person's votes, some tapped one by one and some in a hurry. */
export async function voteAt(
  { room }: Afternoon,
  seat: Seated,
  ballot: string,
  votes: readonly Vote[],
  tapped = () => {},
): Promise<void> {
  const burst = 1 + (votes.length % 5);
  for (let at = 0; at < votes.length; at += burst) {
    await Promise.all(
      votes
        .slice(at, at + burst)
        .map((vote) => room.does(seat, commandOf(ballot, vote)).then(tapped)),
    );
  }
}

export type Round = {
  readonly ballot: string;
  readonly number: number;
  readonly method: Method;
  readonly proposals: readonly string[];
  readonly terms?: Terms;
};

const planOf = (person: Person, { number, method, proposals, terms }: Round) =>
  votesOf(person, number, method, proposals, terms);

/** All phones at once. Half-way something may happen to the server. */
export async function voteOnPhones(
  afternoon: Afternoon,
  people: readonly Person[],
  round: Round,
  halfWay?: () => Promise<void>,
): Promise<void> {
  const plans = people.map((person) => planOf(person, round));
  const half = plans.reduce((sum, plan) => sum + plan.length, 0) / 2;
  let tapped = 0;
  let happening: Promise<void> | undefined;
  const tap = () => {
    tapped += 1;
    if (halfWay && tapped >= half) happening ??= halfWay();
  };
  await Promise.all(
    people.map((person, index) =>
      voteAt(afternoon, seatOf(person), round.ballot, plans[index] ?? [], tap),
    ),
  );
  await happening;
}

/** Person after person on one tablet; some alone, some with the helper's hand. */
export async function voteOnTablet(
  afternoon: Afternoon,
  people: readonly Person[],
  round: Round,
): Promise<void> {
  const { room, code, helper } = afternoon;
  for (const person of people) {
    const use = person.index % 15 < 9 ? 'assisted' : 'shared';
    const seat = await sitDown(room, code, person, { helper: helper.credential, use });
    await voteAt(afternoon, seat, round.ballot, planOf(person, round));
    standUp(person);
  }
}

/** A sheet of paper says each thing once: the last that its person would say. */
export function sheetOf(person: Person, round: Round): readonly Mark[] {
  const last = new Map(planOf(person, round).map(({ proposal, choice }) => [proposal, choice]));
  return [...last].flatMap(([proposal, choice]) =>
    choice === undefined ? [] : [{ proposal, choice }],
  );
}

export async function typePaper(
  { room, facilitator, helper }: Afternoon,
  people: readonly Person[],
  round: Round,
): Promise<void> {
  for (const person of people) {
    const typist = person.index % 2 === 0 ? facilitator : helper.seated;
    const sheet = {
      type: 'recordPaper' as const,
      ballot: round.ballot,
      badge: person.badge,
      college: person.college,
    };
    await room.does(typist, { ...sheet, marks: sheetOf(person, round) });
    // The same sheet once more changes nothing.
    if (person.index % 5 === 0)
      await room.does(typist, { ...sheet, marks: sheetOf(person, round) });
  }
}

/** How many people have a say in a ballot, as everybody is told. */
export async function countsVoters(
  { room, facilitator }: Afternoon,
  ballot: string,
  voters: number,
): Promise<void> {
  await room.until(
    `V9: ${voters} people voted`,
    () => facilitator.told.turnout.get(ballot) === voters,
    () => facilitator.told.turnout.get(ballot),
  );
}

/** While results are withheld, everybody hears how many voted and nobody hears what. */
export function nobodyHearsResults(
  { room, screen, onPhones, moderators }: Afternoon,
  ballot: string,
): void {
  const all = [screen, ...moderators, ...onPhones.map(seatOf)];
  const heard = all.filter(
    ({ told }) =>
      told.rankings.has(ballot) ||
      [...told.tallies.keys()].some((key) => key.startsWith(`${ballot}/`)),
  );
  room.holds(
    'V40: nobody is told what is withheld',
    heard.length === 0,
    heard.map(({ name }) => name),
  );
  room.holds('turnout is told all the same', screen.told.turnout.has(ballot));
}

/** After a restart every phone is back, nothing it said is lost, and nothing counts twice. */
export async function everybodyIsBack(
  { room }: Afternoon,
  people: readonly Person[],
  connections: ReadonlyMap<Seated, number>,
): Promise<void> {
  const seats = people.map(seatOf);
  await room.until('every phone comes back by itself', () =>
    seats.every((seat) => seat.phone.connections() > (connections.get(seat) ?? 0)),
  );
}

export const connectionsOf = (people: readonly Person[]): ReadonlyMap<Seated, number> =>
  new Map(people.map((person) => [seatOf(person), seatOf(person).phone.connections()]));

/** Runs over people, many at a time. */
export const everybody = (people: readonly Person[], act: (person: Person) => Promise<unknown>) =>
  each(people, 60, act);
