/** Whether what is tapped has stood still long enough to have been meant. */

/** A tap sooner than this after its button moved was aimed at something else, in milliseconds. */
export const steadyAfter = 400;

/** A smaller move leaves the finger on the same button, in pixels. */
const slight = 8;

/** Where something stands, and since when. */
export type Place = { readonly what: string; readonly top: number; readonly since: number };

/** The place of `what` as it is now; `since` starts anew when it moved, or became something else. */
export const placeNow = (
  before: Place | undefined,
  what: string,
  top: number,
  time: number,
): Place =>
  before && before.what === what && Math.abs(before.top - top) < slight
    ? before
    : { what, top, since: time };

export const isSteady = (place: Place, time: number): boolean => time - place.since >= steadyAfter;
