// What people propose and say, and what two moderators make of it.

import type {
  BadgesIssued,
  BoardCreated,
  DeclineReason,
} from '../../client-web/src/protocol/messages.ts';
import type { Afternoon } from './arrival.ts';
import { seatOf, sitDown, standUp } from './arrival.ts';
import type { Person, Seated } from './room.ts';
import { each, id } from './room.ts';

const openings = [
  'Un bus numérique pour',
  'Bay an chans a',
  'الإنترنت للجميع في',
  'Ordinateurs recyclés 💻 pour',
  '+ de médiateurs pour',
  'Ne laissons personne de côté : aidons',
];
const places = [
  'Le Lamentin',
  'Fort-de-France',
  'Grand’Rivière',
  'les aînés 👵🏾',
  'Sainte-Anne',
  'les écoles 🏫',
];
const axisIds = ['inclusion', 'mobilite', 'education', 'securite'];
const reasons: readonly DeclineReason[] = [
  'offTopic',
  'duplicate',
  'notAnAction',
  'disrespectful',
  'personalData',
];

export const proposalId = (index: number): string => id('proposal', index);

const wordsOf = (index: number) => ({
  title: `${openings[index % openings.length]} ${places[Math.floor(index / 6) % places.length]} (${index})`,
  description:
    index % 3 === 0 ? '' : `Avec deux médiateurs,\n"une fois" par semaine; proposition ${index}.`,
  axis: axisIds[index % axisIds.length] ?? 'inclusion',
});

const submit = (index: number) => ({
  type: 'submitProposal' as const,
  proposal: proposalId(index),
  ...wordsOf(index),
});

/** A table of its own, whose scribe sends two proposals up. */
async function table({ room, code, links, facilitator }: Afternoon): Promise<void> {
  const { http, does, sit, mintCredential } = room;
  const made = (await http('POST', `/${code}/tables`, { title: 'Table 3' }, links.facilitator))
    .body as unknown as BoardCreated;
  const credential = mintCredential();
  // A table is joined as the board it belongs to: with badges, which are its own.
  const { body } = await http('POST', `/${made.code}/badges`, { count: 1 }, made.facilitator);
  const badge = (body as unknown as BadgesIssued).badges[0];
  await http('POST', `/${made.code}/participants`, { college: 'companies', badge }, credential);
  const guest = await sit('a guest of the table', made.code, credential);
  const desk = await sit('the desk of the table', made.code, made.facilitator);
  const scribe = await sit('the scribe', code, made.facilitator);
  for (const index of [90, 91]) {
    const { type: _, ...proposal } = submit(index);
    await does(guest, submit(index));
    await does(desk, { type: 'publishProposal', proposal: proposal.proposal });
    const up = { type: 'sendUp' as const, ...proposal, college: 'companies', number: index - 89 };
    await does(scribe, up);
    await does(scribe, up); // Once only.
  }
  await room.isRefused('F20: a table proposes nothing itself', scribe, submit(92), 'notAllowed');
  await room.until(
    'F20: what a table sent up says so',
    () => facilitator.told.proposals.get(proposalId(91))?.table === 'Table 3',
  );
  for (const seat of [guest, desk, scribe]) seat.phone.close();
}

export async function propose(afternoon: Afternoon): Promise<void> {
  const { room, code, onPhones, onTablet, facilitator, helper } = afternoon;
  const { does, isRefused, scene } = room;
  scene('everybody proposes');
  await does(facilitator, { type: 'playStep', step: 'proposer' });
  // One after the other, so that each proposal has the same number in every afternoon.
  for (let index = 0; index < 56; index++)
    await does(seatOf(onPhones[index] as Person), submit(index));
  for (const [index, person] of onTablet.slice(0, 4).entries()) {
    const seat = await sitDown(room, code, person, {
      helper: helper.credential,
      use: index < 2 ? 'assisted' : 'shared',
    });
    await does(seat, submit(60 + index));
    standUp(person);
  }
  await table(afternoon);
  const first = seatOf(onPhones[0] as Person);
  const again = { ...submit(0), description: 'Corrigé tout de suite.' };
  await does(first, { ...again, type: 'editProposal' });
  await isRefused(
    'B18: one id is one proposal',
    seatOf(onPhones[1] as Person),
    submit(0),
    'idTaken',
  );
  for (const index of [50, 51, 52])
    await does(seatOf(onPhones[index] as Person), {
      type: 'withdrawProposal',
      proposal: proposalId(index),
      withdrawn: true,
    });
  await does(seatOf(onPhones[52] as Person), {
    type: 'withdrawProposal',
    proposal: proposalId(52),
    withdrawn: false,
  });
  await room.until(
    'the desk reads what waits',
    () => facilitator.told.proposals.size === 65,
    () => facilitator.told.proposals.size,
  );
  room.holds(
    'the room reads none of it',
    first.told.proposals.size === 3,
    first.told.proposals.size,
  );
}

/** One reads, the other waits; a question is answered by editing. */
async function claims({ room, onPhones, moderators }: Afternoon): Promise<void> {
  const { does, isRefused, until } = room;
  const [one, other] = moderators;
  const proposal = proposalId(0);
  one.phone.say({ type: 'claim', proposal, claimed: true });
  await until('M2: desks are told what is being read', () =>
    other.told.claims.some((claim) => claim.proposal === proposal && claim.desk === one.told.desk),
  );
  await isRefused(
    'M1: what one desk reads no other treats',
    other,
    { type: 'publishProposal', proposal, from: 'submitted' },
    'claimed',
  );
  await does(one, {
    type: 'returnProposal',
    proposal,
    question: 'Dans quelle commune ?',
    from: 'submitted',
  });
  await until('M2: a claim ends with the treatment', () => other.told.claims.length === 0);
  const author = seatOf(onPhones[0] as Person);
  await until(
    'the author reads the question',
    () => author.told.own.get(proposal)?.question === 'Dans quelle commune ?',
  );
  await does(author, { ...submit(0), type: 'editProposal', description: 'Au Lorrain.' });
  await does(other, { type: 'publishProposal', proposal, from: 'submitted' });
  await isRefused(
    'M3: who is too late treats nothing',
    one,
    { type: 'declineProposal', proposal, reason: 'offTopic', from: 'submitted' },
    'wrongStatus',
  );
}

/** What becomes of a proposal: most are published, some declined, reworded or left with a question. */
async function treat({ room }: Afternoon, moderator: Seated, index: number): Promise<void> {
  const { does } = room;
  const proposal = proposalId(index);
  const from = 'submitted' as const;
  if (index % 10 === 8) {
    const reason = reasons[Math.floor(index / 10) % reasons.length] ?? 'other';
    return does(moderator, { type: 'declineProposal', proposal, reason, from });
  }
  if (index % 20 === 19)
    return does(moderator, { type: 'returnProposal', proposal, question: 'Pour qui ?', from });
  if (index % 10 === 6) {
    await does(moderator, {
      type: 'rewordProposal',
      proposal,
      ...wordsOf(index),
      title: `Plus clair : ${index}`,
      from,
    });
    if (index % 20 === 6)
      await does(moderator, {
        type: 'rewordProposal',
        proposal,
        ...wordsOf(index),
        title: `Encore : ${index}`,
        axis: 'securite',
        from,
      });
    if (index === 26) await does(moderator, { type: 'restoreProposal', proposal, from });
  }
  return does(moderator, { type: 'publishProposal', proposal, from });
}

export async function moderate(afternoon: Afternoon): Promise<void> {
  const { room, onPhones, moderators, facilitator } = afternoon;
  const { does, isRefused, scene, until } = room;
  scene('two moderators read it all');
  await does(facilitator, { type: 'playStep', step: 'relire' });
  await does(facilitator, { type: 'skipStep', step: 'pause', skipped: true });
  await isRefused(
    'B9: nobody proposes while the team reads',
    seatOf(onPhones[100] as Person),
    submit(100),
    'phaseForbids',
  );
  await claims(afternoon);
  const waiting = [...facilitator.told.proposals.values()]
    .filter(({ status }) => status === 'submitted')
    .map(({ id }) => Number(id.split(/[-_]/)[1]));
  for (const [turn, index] of waiting.entries())
    await treat(afternoon, moderators[turn % 2] as Seated, index);
  await does(moderators[0], { type: 'requeueProposal', proposal: proposalId(18) });
  await does(moderators[1], {
    type: 'declineProposal',
    proposal: proposalId(18),
    reason: 'other',
    words: 'Déjà fait en 2026.',
  });

  const trusted = seatOf(onPhones[2] as Person);
  const muted = seatOf(onPhones[3] as Person);
  await does(moderators[0], {
    type: 'trustParticipant',
    participant: trusted.told.participant ?? 0,
    trusted: true,
  });
  await does(moderators[1], {
    type: 'muteParticipant',
    participant: muted.told.participant ?? 0,
    muted: true,
  });
  await until('M8: who is muted knows it', () => muted.told.muted);
  await until(
    'the room reads what is published',
    () => muted.told.proposals.size > 45,
    () => muted.told.proposals.size,
  );
  room.holds(
    'M4: what was reworded says what its author wrote',
    muted.told.proposals.get(proposalId(6))?.rewordedFrom?.title === wordsOf(6).title,
  );
  await does(facilitator, {
    type: 'configureModeration',
    moderation: 'before',
    trustsAfterFirst: true,
  });
}

export async function discuss(afternoon: Afternoon): Promise<void> {
  const { room, code, onPhones, onTablet, moderators, facilitator, helper, screen } = afternoon;
  const { does, isRefused, scene, until } = room;
  scene('the room discusses; a phase is opened again');
  await does(facilitator, { type: 'playStep', step: 'discuter' });
  await does(facilitator, { type: 'sendMessage', text: 'Le goûter est servi.' });
  await until('F3: a message stands on phones and screens', () =>
    [screen, ...onPhones.map(seatOf)].every(
      ({ told }) => told.message?.text === 'Le goûter est servi.',
    ),
  );
  await does(facilitator, {
    type: 'arrangeScreens',
    screens: [
      { screen: 1, name: 'Scène' },
      { screen: 2, name: 'Hall' },
    ],
  });
  await does(facilitator, { type: 'show', view: 'proposal', proposal: proposalId(1) });
  await does(facilitator, { type: 'show', view: 'roadmap', screen: 2 });
  await until(
    'F13: the screen shows what was chosen',
    () => screen.told.screens.map(({ view }) => view).join() === 'proposal,roadmap',
  );

  const stances = ['for', 'against', 'question', 'note'] as const;
  const comment = (index: number) => ({
    type: 'submitComment' as const,
    comment: id('comment', index),
    proposal: proposalId([0, 1, 2, 4, 5, 7][index % 6] ?? 0),
    stance: stances[index % 4] ?? 'note',
    text: `Mon avis, numéro ${index}`,
  });
  await each(onPhones.slice(20, 100), 20, (person) => does(seatOf(person), comment(person.index)));
  const [person] = onTablet;
  if (person) {
    await does(
      await sitDown(room, code, person, { helper: helper.credential, use: 'shared' }),
      comment(200),
    );
    standUp(person);
  }
  await isRefused(
    'M8: of who is muted no comment is taken',
    seatOf(onPhones[3] as Person),
    comment(201),
    'muted',
  );
  for (const index of [20, 21, 22, 23])
    await does(moderators[index % 2] as Seated, {
      type: 'hideComment',
      comment: id('comment', index),
      hidden: true,
    });
  await does(moderators[0], { type: 'hideComment', comment: id('comment', 23), hidden: false });
  const reader = seatOf(onPhones[150] as Person).told;
  await until(
    'B27: a hidden comment is gone for the room',
    () => !reader.comments.has(id('comment', 20)) && reader.comments.has(id('comment', 23)),
  );

  await isRefused(
    'F1: a phase that was left is opened again only with a reason',
    facilitator,
    { type: 'openPhase', phase: 'collect' },
    'required',
  );
  await does(facilitator, {
    type: 'openPhase',
    phase: 'collect',
    reason: 'Un bus est arrivé en retard.',
  });
  const trusted = seatOf(onPhones[2] as Person);
  await does(trusted, submit(101));
  await does(seatOf(onPhones[4] as Person), submit(102));
  await does(seatOf(onPhones[150] as Person), submit(103));
  await until(
    'M6: what trusted people propose is public at once',
    () => screen.told.proposals.has(proposalId(101)) && screen.told.proposals.has(proposalId(102)),
  );
  room.holds('M6: what others propose is not', !screen.told.proposals.has(proposalId(103)));
  await does(moderators[0], {
    type: 'publishProposal',
    proposal: proposalId(103),
    from: 'submitted',
  });
  await does(facilitator, { type: 'openPhase', phase: 'discuss', reason: 'Nous reprenons.' });
  await does(facilitator, { type: 'sendMessage' });
}
