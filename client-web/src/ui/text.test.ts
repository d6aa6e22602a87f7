import { expect, test } from 'vitest';
import { tidied } from './text';

test('C192: what a keyboard makes by accident is put right before a text is sent', () => {
  expect(tidied(' Un bus\tau nord  \n\n\n\n\nLe soir \n')).toBe('Un bus au nord\n\nLe soir');
  expect(tidied('À 6 h\nle matin')).toBe('À 6 h\nle matin');
  expect(tidied('\n\t\n')).toBe('');
});
