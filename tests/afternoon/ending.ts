// What the room decides, what institutions answer, and the end.

import type { InstitutionInvited, Pledge } from '../../client-web/src/protocol/messages.ts';
import type { Afternoon } from './arrival.ts';
import { seatOf } from './arrival.ts';
import type { Person } from './room.ts';
import { id } from './room.ts';
import { proposalId } from './words.ts';

export async function decide({ room, facilitator, screen }: Afternoon): Promise<void> {
  room.scene('the room decides');
  const { does, until } = room;
  await does(facilitator, { type: 'playStep', step: 'decider' });
  const decision = (index: number) => ({
    type: 'decideProposal' as const,
    proposal: proposalId(index),
  });
  await does(facilitator, {
    ...decision(1),
    decision: 'adopted',
    lead: '+CTM',
    partners: ['MILCEM', 'Une "asso"; locale'],
    start: '2027-01-15',
    end: '2028-12-31',
    words: 'À commencer\npar le nord.',
  });
  await does(facilitator, {
    ...decision(4),
    decision: 'adoptedWithChanges',
    words: 'Avec un budget.',
  });
  await does(facilitator, { ...decision(9), decision: 'adopted', lead: 'Cap Nord' });
  await does(facilitator, { ...decision(5), decision: 'toStudy' });
  await does(facilitator, { ...decision(7), decision: 'notRetained', words: '=Non' });
  await does(facilitator, { ...decision(11), decision: 'adopted' });
  await does(facilitator, { type: 'decideProposal', proposal: proposalId(11) });
  await until(
    'B28: a decision is told',
    () => screen.told.proposals.get(proposalId(1))?.status === 'adopted',
  );
}

const whole: Pledge = {
  response: 'acceptedWithChanges',
  words: 'Deux bus la première année.',
  lead: 'La mairie',
  partners: ['CTM', 'Cap Nord'],
  start: '2027-03-01',
  end: '2028-03-01',
  indicators: [
    { name: 'Personnes aidées', unit: 'par an', baseline: 20, target: 600 },
    { name: 'Bus', target: 2 },
  ],
  budget: 250_000,
  needs: ['localFund', 'grantFiles'],
  otherNeeds: ['Des chauffeurs'],
  audience: ['Personnes âgées', 'Jeunes'],
  places: ['Le Lorrain', 'Basse-Pointe'],
};

export async function commit(
  afternoon: Afternoon,
): Promise<readonly { phone: { close: () => void } }[]> {
  const { room, code, links, facilitator, screen } = afternoon;
  const { does, isRefused, until, http, sit, holds } = room;
  room.scene('institutions answer, and the desk confirms');
  await does(facilitator, { type: 'playStep', step: 'engager' });
  const invite = async (name: string) => {
    const { status, body } = await http(
      'POST',
      `/${code}/institutions`,
      { name },
      links.facilitator,
    );
    holds('K1: an institution is invited', status === 201, body);
    return sit(name, code, (body as unknown as InstitutionInvited).credential);
  };
  const [hall, region] = [await invite('=La mairie'), await invite('La région; "CTM"')];
  const confirm = (proposal: string, institution: number, revision: number, confirmed = true) => ({
    type: 'confirmCommitment' as const,
    proposal,
    institution,
    revision,
    confirmed,
  });
  await does(hall, {
    type: 'offerCommitment',
    proposal: proposalId(1),
    pledge: { response: 'accepted' },
  });
  await does(hall, { type: 'offerCommitment', proposal: proposalId(1), pledge: whole });
  await isRefused(
    'K6: only the very answer that was read is confirmed',
    facilitator,
    confirm(proposalId(1), 1, 1),
    'wrongStatus',
  );
  holds('K7: the room never learns what waits', screen.told.commitments.size === 0);
  await does(facilitator, confirm(proposalId(1), 1, 2));
  await does(region, {
    type: 'offerCommitment',
    proposal: proposalId(1),
    pledge: { response: 'declined', words: 'Pas cette année.' },
  });
  await does(facilitator, confirm(proposalId(1), 2, 1));
  await does(region, {
    type: 'offerCommitment',
    proposal: proposalId(4),
    pledge: { response: 'accepted', budget: 0 },
  });
  await does(facilitator, confirm(proposalId(4), 2, 1));
  await does(facilitator, confirm(proposalId(4), 2, 1, false)); // Taken back, and not confirmed again.
  await does(hall, {
    type: 'offerCommitment',
    proposal: proposalId(9),
    pledge: { response: 'accepted' },
  });
  await does(facilitator, confirm(proposalId(9), 1, 1));
  await isRefused(
    'K3: only what was adopted is answered',
    hall,
    { type: 'offerCommitment', proposal: proposalId(5), pledge: { response: 'accepted' } },
    'wrongStatus',
  );
  await until(
    'K7: what was confirmed is told',
    () => screen.told.commitments.size === 3,
    () => [...screen.told.commitments.keys()],
  );
  await does(hall, {
    type: 'submitComment',
    comment: id('official', 1),
    proposal: proposalId(1),
    stance: 'note',
    text: 'Nous en parlerons au conseil.',
  });
  await does(hall, {
    type: 'reportProgress',
    proposal: proposalId(1),
    report: { progress: 'planned' },
  });
  await does(hall, {
    type: 'reportProgress',
    proposal: proposalId(1),
    report: { progress: 'started', percent: 40, news: 'Le premier bus "roule".' },
  });
  room.scene('the end');
  await does(facilitator, { type: 'playStep', step: 'fin' });
  const somebody = seatOf(afternoon.onPhones[9] as Person);
  await isRefused(
    'B5: a closed board takes nothing',
    somebody,
    { type: 'introduce', name: 'Zoé' },
    'boardClosed',
  );
  await does(hall, {
    type: 'reportProgress',
    proposal: proposalId(9),
    report: { progress: 'done', percent: 100 },
  });
  return [hall, region];
}
