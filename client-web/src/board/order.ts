/**
 * In which order one participant is shown the proposals of a ballot.
 *
 * Each has an order of their own, so that no proposal gains by coming first. It is worked out here,
 * from the ballot and the participant's number: a reload gives the same, the server does nothing for
 * it, and it says nothing of how anybody voted. Of as many participants in a row as there are
 * proposals, each proposal comes to each place once: so none is rarely seen, however few of them
 * people get through. Where a former round showed that some were rarely rated, those come earlier.
 */
import type { BallotId, ParticipantNumber, ProposalId } from '../protocol/messages';

/** What a former round, whose results everybody may see, says of a proposal. */
export type Seen = {
  /** People who expressed an opinion, neutral ones too. */
  readonly seen: number;
  readonly agree: number;
  readonly pass: number;
};

/** How much a proposal should be shown to the next person: little was said of it, and not all passed. */
export const priority = ({ seen, agree, pass }: Seen): number => {
  const importance = (1 - (pass + 1) / (seen + 2)) * ((agree + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
};

/** 32 bits of a text (FNV-1a). */
const hash = (text: string): number => {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  }
  return bits >>> 0;
};

/** Numbers from 0 up to 1 that a text decides (mulberry32). */
const luckOf = (text: string): (() => number) => {
  let state = hash(text);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
};

const shuffled = <T>(all: readonly T[], luck: () => number): readonly T[] => {
  const copy = [...all];
  for (let left = copy.length; left > 1; left -= 1) {
    const at = Math.floor(luck() * left);
    const last = copy[left - 1] as T;
    copy[left - 1] = copy[at] as T;
    copy[at] = last;
  }
  return copy;
};

/** Each proposal once in each place, over as many participants in a row. */
const evenly = (
  ballot: BallotId,
  participant: ParticipantNumber,
  proposals: readonly ProposalId[],
): readonly ProposalId[] => {
  const count = proposals.length;
  const block = Math.floor((participant - 1) / count);
  const row = (participant - 1) % count;
  const luck = luckOf(`${ballot} ${block}`);
  const mixed = shuffled(proposals, luck);
  const places = shuffled(
    proposals.map((_, place) => place),
    luck,
  );
  return places.map((place) => mixed[(place + row) % count] as ProposalId);
};

/** Drawn one after the other, each with a chance in proportion to its priority. */
const drawn = (
  ballot: BallotId,
  participant: ParticipantNumber,
  proposals: readonly ProposalId[],
  seenOf: (proposal: ProposalId) => Seen,
): readonly ProposalId[] => {
  const waits = new Map(
    proposals.map((id) => {
      const luck = luckOf(`${ballot} ${participant} ${id}`)();
      return [id, -Math.log(1 - luck) / priority(seenOf(id))] as const;
    }),
  );
  return [...proposals].sort((one, other) => (waits.get(one) ?? 0) - (waits.get(other) ?? 0));
};

/** The proposals of a ballot in one's own order. */
export const ownOrder = (
  ballot: BallotId,
  participant: ParticipantNumber,
  proposals: readonly ProposalId[],
  seenOf?: (proposal: ProposalId) => Seen,
): readonly ProposalId[] => {
  if (proposals.length < 2) return proposals;
  return seenOf
    ? drawn(ballot, participant, proposals, seenOf)
    : evenly(ballot, participant, proposals);
};
