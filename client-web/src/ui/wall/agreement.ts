/**
 * Majority against consensus: where each proposal of a vote stands between the number of people and
 * the agreement of their colleges.
 */
import type { Board } from '../../board/board';
import { expressed } from '../../board/methods';
import { ranked } from '../../board/select';
import type { Ballot, Proposal } from '../../protocol/messages';

/** A proposal in the picture. Both shares go from 0 to 1. */
export type Point = {
  readonly proposal: Proposal;
  /** Who is for it, of all who have an opinion. */
  readonly support: number;
  /** How far the colleges agree. */
  readonly agreement: number;
};

export const quadrants = ['both', 'majority', 'agreement', 'neither'] as const;
export type Quadrant = (typeof quadrants)[number];

/** More than half is a majority, and more than half of the way is agreement. */
export const quadrantOf = ({ support, agreement }: Omit<Point, 'proposal'>): Quadrant => {
  if (support > 0.5) return agreement > 0.5 ? 'both' : 'majority';
  return agreement > 0.5 ? 'agreement' : 'neither';
};

const parts = 10_000;

/** The proposals that have a place in the picture, best first, and how many have none. */
export const pointsOf = (
  board: Board,
  ballot: Ballot,
): { readonly points: readonly Point[]; readonly left: number } => {
  const all = ballot.resultsShown ? ranked(board, ballot) : [];
  const points: Point[] = [];
  for (const { proposal, tally, standing } of all) {
    const people = expressed(tally?.counts ?? []);
    if (people === 0 || standing?.consensus === undefined) continue;
    const support = (tally?.counts[0] ?? 0) / people;
    points.push({ proposal, support, agreement: standing.consensus / parts });
  }
  return { points, left: all.length - points.length };
};

type Place = { readonly x: number; readonly y: number };

/**
 * Places moved as little as need be, so that they are at least so far apart and inside a field of
 * this size. The same places move the same way.
 */
export const apart = (
  places: readonly Place[],
  distance: number,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Place[] => {
  const moved = places.map((place) => ({ ...place }));
  const inside = (value: number, size: number) =>
    Math.min(size - distance / 2, Math.max(distance / 2, value));
  for (let round = 0; round < 60; round += 1) {
    let moves = false;
    moved.forEach((one, index) => {
      for (const [at, other] of moved.entries()) {
        if (at <= index) continue;
        const dx = other.x - one.x;
        const dy = other.y - one.y;
        const far = Math.hypot(dx, dy);
        if (far >= distance - 0.01) continue;
        moves = true;
        const push = (distance - far) / 2;
        // On the same spot they part from left to right.
        const [ux, uy] = far === 0 ? [1, 0] : [dx / far, dy / far];
        one.x -= ux * push;
        one.y -= uy * push;
        other.x += ux * push;
        other.y += uy * push;
      }
    });
    for (const one of moved) {
      one.x = inside(one.x, width);
      one.y = inside(one.y, height);
    }
    if (!moves) break;
  }
  return moved;
};
