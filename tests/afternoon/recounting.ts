// Takes the whole board home, at any moment, and computes every number of it again.

import { recount } from '../replay/recount.ts';
import type { Room } from './room.ts';
import { get } from './room.ts';

export type Home = { readonly code: string; readonly facilitator: string };

export async function take(
  room: Room,
  code: string,
  what: string,
  credential?: string,
): Promise<Buffer> {
  const headers = credential ? { authorization: `Bearer ${credential}` } : {};
  const response = await get(`${room.url}/api/v1/boards/${code}/${what}`, { headers });
  room.holds(`${what} is to be had`, response.status === 200, response.status);
  return Buffer.from(await response.arrayBuffer());
}

/** Every number as it is at this moment: hidden, half revealed, or of a rehearsal. */
export function recountOf({ count, holds }: Room, moment: string, board: Buffer): number {
  const { events, numbers, mismatches, unchecked } = recount(board);
  for (const mismatch of mismatches.slice(0, 20)) console.log(`MISMATCH ${moment}: ${mismatch}`);
  for (const place of unchecked.slice(0, 20)) console.log(`UNCHECKED ${moment}: ${place}`);
  holds(
    `I6: every number follows from the journal, ${moment}`,
    mismatches.length + unchecked.length === 0,
  );
  count.mismatches += mismatches.length;
  count.unchecked += unchecked.length;
  count.numbers += numbers;
  return events;
}

export async function recountNow(
  room: Room,
  { code, facilitator }: Home,
  moment: string,
): Promise<void> {
  // While results are hidden only the operator has the whole board: every vote is in it.
  const headers = { authorization: `Bearer ${facilitator}` };
  const { status } = await get(`${room.url}/api/v1/boards/${code}/board.zip`, { headers });
  const shown = status !== 409;
  const whole = shown
    ? await take(room, code, 'board.zip', facilitator)
    : room.exportedByOperator(code);
  recountOf(room, moment, whole);
}
