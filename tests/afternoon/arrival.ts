// A board with badges, who comes, and a rehearsal that leaves nothing behind.

import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BadgesIssued,
  BadgeTrail,
  BoardCreated,
  Step,
} from '../../client-web/src/protocol/messages.ts';
import { recountNow } from './recounting.ts';
import type { Person, Room, Seated } from './room.ts';
import { each, id } from './room.ts';

export type Afternoon = {
  readonly room: Room;
  readonly code: string;
  readonly links: BoardCreated;
  readonly people: readonly Person[];
  /** By how they take part: 270 on phones, 15 on the helper's tablet, 15 on paper. */
  readonly onPhones: readonly Person[];
  readonly onTablet: readonly Person[];
  readonly onPaper: readonly Person[];
  readonly facilitator: Seated;
  readonly moderators: readonly [Seated, Seated];
  readonly screen: Seated;
  readonly helper: { readonly credential: string; readonly seated: Seated };
};

const phones = 270;
const tablet = 15;
const paper = 15;
const spareBadges = 10;

const axes = [
  { id: 'inclusion', title: 'Inclusion' },
  { id: 'mobilite', title: 'Mobilité' },
  { id: 'education', title: 'Éducation' },
  { id: 'securite', title: 'Sécurité' },
];

/** Every size of college there may be: large ones, one that is just told, and one that is not. */
function collegeOf(index: number): string {
  if (index % 75 === 0) return 'institutions';
  if (index % 50 === 7) return 'local-authorities';
  if (index % 5 === 1) return 'companies';
  return index % 3 === 2 ? 'associations' : 'citizens';
}

const agenda: readonly Step[] = [
  { id: 'proposer', title: 'Nous proposons', phase: 'collect', minutes: 20 },
  { id: 'relire', title: 'L’équipe lit', phase: 'moderate', minutes: 10 },
  { id: 'pause', title: 'Pause', phase: 'moderate', minutes: 15 },
  { id: 'discuter', title: 'Nous discutons', phase: 'discuss', minutes: 20 },
  {
    id: 'opinions',
    title: 'Premier vote',
    phase: 'vote',
    minutes: 10,
    ballot: {
      question: 'Que pensez-vous de chaque proposition ?',
      method: 'opinion',
      results: 'afterClosing',
    },
  },
  {
    id: 'points',
    title: 'Nos priorités',
    phase: 'vote',
    minutes: 10,
    ballot: { question: 'Où mettre nos forces ?', method: 'dots', results: 'afterOwnVote' },
  },
  { id: 'decider', title: 'Nous décidons', phase: 'reveal', minutes: 20 },
  { id: 'engager', title: 'Les institutions s’engagent', phase: 'reveal', minutes: 20 },
  { id: 'fin', title: 'Fin', phase: 'closed', minutes: 5 },
];

/** A person sits down at a device with their badge: for the first time, or in place of where they sat before. */
export async function sitDown(
  room: Room,
  code: string,
  person: Person,
  at: { readonly helper?: string; readonly use?: 'shared' | 'assisted' } = {},
): Promise<Seated> {
  const credential = room.mintCredential();
  const body = {
    badge: person.badgeCode,
    ...at,
    ...(person.came ? {} : { college: person.college }),
  };
  const { status, body: joined } = await room.http(
    'POST',
    `/${code}/participants`,
    body,
    credential,
  );
  if (status !== 201)
    throw new Error(`badge ${person.badge} could not join: ${JSON.stringify(joined)}`);
  const before = person.seated;
  person.came = true;
  person.seated = await room.sit(`person ${person.index}`, code, credential, {
    ...at,
    mayEndWith: 4505,
  });
  if (before)
    await room.until(
      'whose badge is used elsewhere is told so',
      () => before.phone.endedWith() === 4505,
    );
  return person.seated;
}

async function imports({ http, holds }: Room, code: string, facilitator: string): Promise<void> {
  const header = 'titre;description;axe';
  const rows = [
    '"Un atelier; de réparation";Chaque samedi;inclusion',
    '=SOMME(1);;Mobilité',
    'Une carte des lieux;;education',
  ];
  const send = (lines: readonly string[], dryRun: boolean) =>
    http(
      'POST',
      `/${code}/rows`,
      { kind: 'proposals', text: [header, ...lines].join('\r\n'), dryRun },
      facilitator,
    );
  const bad = await send([...rows, ';sans titre;inclusion', 'Ailleurs;;nulle-part'], false);
  holds(
    'I11: every row that is wrong is told by its line, and nothing is imported',
    bad.body['imported'] === false &&
      ((bad.body['problems'] ?? []) as { line: number }[]).map(({ line }) => line).join() === '5,6',
    bad,
  );
  const good = await send(rows, false);
  holds(
    'I11: a table without a problem is imported',
    good.body['imported'] === true && good.body['rows'] === 3,
    good,
  );
}

export async function arrive(room: Room): Promise<Afternoon> {
  const { http, holds, sit, scene } = room;
  scene('a board with badges, its desk, its screen and its plan');
  const created = await http('POST', '', {
    title: 'Feuille de route; "numérique" 2028',
    axes,
    settings: { moderation: 'before', proposalsPerParticipant: 5, admission: 'badges' },
  });
  const links = created.body as unknown as BoardCreated;
  const { code } = links;
  const facilitator = await sit('the facilitator', code, links.facilitator);
  const moderators = [
    await sit('the first moderator', code, links.moderator),
    await sit('the second moderator', code, links.moderator),
  ] as const;
  const screen = await sit('the screen', code, links.screen);
  await room.does(facilitator, { type: 'setAgenda', steps: agenda });
  await imports(room, code, links.facilitator);

  const count = phones + tablet + paper + spareBadges;
  const issued = (await http('POST', `/${code}/badges`, { count }, links.facilitator))
    .body as unknown as BadgesIssued;
  const people = issued.badges.slice(0, phones + tablet + paper).map(
    (badgeCode, index): Person => ({
      index,
      badge: issued.first + index,
      badgeCode,
      college: collegeOf(index),
      came: false,
      seated: undefined,
    }),
  );
  const onPhones = people.slice(0, phones);
  const helped = (await http('POST', `/${code}/helpers`, undefined, links.facilitator)).body as {
    credential: string;
  };
  const helper = {
    credential: helped.credential,
    seated: await sit('the helper', code, helped.credential),
  };

  scene(`${phones} people join with their badges`);
  const noBadge = await http(
    'POST',
    `/${code}/participants`,
    { college: 'citizens' },
    room.mintCredential(),
  );
  holds('A1: without a badge nobody joins', noBadge.body['word'] === 'badgeRequired', noBadge);
  const wrongBadge = await http(
    'POST',
    `/${code}/participants`,
    { college: 'citizens', badge: '2222222222' },
    room.mintCredential(),
  );
  holds('A5: a wrong badge joins nothing', wrongBadge.body['word'] === 'unknownBadge', wrongBadge);
  const strangers = await http('POST', `/${code}/badges`, { count: 1 }, links.moderator);
  holds('A4: only the facilitator makes badges', strangers.status === 403, strangers);
  await each(onPhones, 40, (person) => sitDown(room, code, person));
  await room.until(
    'the desk is told who joined',
    () => facilitator.told.joined === phones,
    () => facilitator.told.joined,
  );
  return {
    room,
    code,
    links,
    people,
    onPhones,
    onTablet: people.slice(phones, phones + tablet),
    onPaper: people.slice(phones + tablet),
    facilitator,
    moderators,
    screen,
    helper,
  };
}

/** The end of a turn on a tablet: nothing of the person is left on it. */
export function standUp(person: Person): void {
  person.seated?.phone.close();
  person.seated = undefined;
}

/** The seat of somebody who sits somewhere. */
export function seatOf({ index, seated }: Person): Seated {
  if (!seated) throw new Error(`person ${index} sits nowhere`);
  return seated;
}

export async function rehearse({
  room,
  onPhones,
  facilitator,
  moderators,
  screen,
  code,
  links,
}: Afternoon): Promise<void> {
  room.scene('a rehearsal, purged');
  const { does, until } = room;
  const [moderator] = moderators;
  await does(facilitator, { type: 'startRehearsal' });
  await does(facilitator, { type: 'openPhase', phase: 'vote' });
  await does(facilitator, { type: 'openPhase', phase: 'collect', reason: 'Répétition' });
  const fruits = ['Mangue', 'Ananas', 'Goyave'].map((title, index) => ({
    title,
    proposal: id('fruit', index),
  }));
  for (const [index, { title, proposal }] of fruits.entries()) {
    const author = seatOf(onPhones[index] as Person);
    await does(author, {
      type: 'submitProposal',
      proposal,
      title,
      description: '',
      axis: 'inclusion',
    });
    await does(moderator, { type: 'publishProposal', proposal });
  }
  const ballot = id('rehearsal', 1);
  await does(facilitator, { type: 'openPhase', phase: 'vote', reason: 'Répétition' });
  await does(facilitator, {
    type: 'openBallot',
    ballot,
    question: 'Quel fruit ?',
    method: 'opinion',
    results: 'live',
  });
  await each(onPhones.slice(0, 60), 60, (person) =>
    does(seatOf(person), {
      type: 'castChoice',
      ballot,
      proposal: fruits[person.index % 3]?.proposal ?? '',
      choice: 'support',
    }),
  );
  await until(
    'F14: everybody is told that it is a rehearsal',
    () => screen.told.rehearsal && seatOf(onPhones[99] as Person).told.rehearsal,
  );
  await recountNow(room, { code, facilitator: links.facilitator }, 'in the rehearsal');
  const late = seatOf(onPhones[7] as Person);
  const before = late.phone.position();
  await does(facilitator, { type: 'purgeRehearsal' });
  const all = [screen, ...moderators, ...onPhones.map(seatOf)];
  await until('F17: everybody forgets the rehearsal', () =>
    all.every(
      ({ told }) =>
        !told.rehearsal &&
        told.ballots.size === 0 &&
        !told.proposals.has(fruits[0]?.proposal ?? ''),
    ),
  );
  await room.isRefused(
    'F16: what was made in the rehearsal is refused after it',
    late,
    { type: 'introduce', name: 'Fruit' },
    'rehearsalOver',
    before,
  );
  room.holds(
    'F15: the phase is what it was',
    facilitator.told.phase === 'collect',
    facilitator.told.phase,
  );
}

/** What the desk may know of a badge: by which ways it was used, and never how it voted. */
export async function checkTrail(
  { room, code, links }: Afternoon,
  person: Person,
  wanted: readonly string[],
): Promise<void> {
  await sleep(0);
  const { body } = await room.http(
    'GET',
    `/${code}/badges/${person.badge}`,
    undefined,
    links.moderator,
  );
  const { trail } = body as unknown as BadgeTrail;
  const ways = [
    ...new Set(trail.filter(({ deed }) => deed === 'voted').map(({ channel }) => channel)),
  ].sort();
  room.holds(
    'A9: the trail of a badge tells by which ways it voted',
    ways.join() === [...wanted].sort().join(),
    trail,
  );
  room.holds(
    'A9: and never how',
    !/support|oppose|neutral|Dot|approve|good/i.test(JSON.stringify(trail)),
    trail,
  );
}
