/** The shortest and the longest wait before a socket is opened again, in milliseconds. */
export const waitMin = 500;
export const waitMax = 15_000;

/**
 * How long to wait before attempt 0, 1, 2…: anywhere between the shortest wait and a limit that
 * doubles, so that a room full of phones does not come back in one instant. `random` is in [0, 1).
 */
export const delay = (attempt: number, random: number): number => {
  const limit = Math.min(waitMax, 2 * waitMin * 2 ** Math.min(attempt, 10));
  return waitMin + (limit - waitMin) * random;
};
