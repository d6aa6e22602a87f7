import { expect, test } from 'vitest';
import { isSteady, placeNow, steadyAfter } from './steady';

test('C110: a tap counts only once its button has stood still for a while', () => {
  const first = placeNow(undefined, 'bus', 400, 1000);
  expect(isSteady(first, 1000 + steadyAfter - 1)).toBe(false);
  expect(isSteady(first, 1000 + steadyAfter)).toBe(true);
  expect(placeNow(first, 'bus', 403, 2000), 'a slight move').toBe(first);
  expect(isSteady(placeNow(first, 'bus', 480, 2000), 2100), 'pushed down').toBe(false);
  expect(isSteady(placeNow(first, 'fablab', 400, 2000), 2100), 'another proposal').toBe(false);
});
