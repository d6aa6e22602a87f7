import { expect, test } from 'vitest';
import { memoryStorage } from '../../sync/storage';
import { draftsMax, keepDecision, keptDecision } from './decisionDraft';

test('C121: a half-filled decision is kept for its proposal until it is saved or cancelled', () => {
  const storage = memoryStorage();
  const draft = {
    decision: '',
    words: '',
    lead: 'La CTM',
    partners: '',
    start: '',
    end: '',
  } as const;
  keepDecision(storage, 'K7P4X', 'bus', draft);
  expect(keptDecision(storage, 'K7P4X', 'bus')).toEqual(draft);
  expect(keptDecision(storage, 'K7P4X', 'fablab')).toBe(undefined);
  expect(keptDecision(storage, 'AAAAA', 'bus')).toBe(undefined);
  keepDecision(storage, 'K7P4X', 'bus');
  expect(keptDecision(storage, 'K7P4X', 'bus')).toBe(undefined);
  for (let index = 0; index <= draftsMax; index += 1) {
    keepDecision(storage, 'K7P4X', `${index}`, draft);
  }
  expect(keptDecision(storage, 'K7P4X', '0')).toBe(undefined);
  expect(keptDecision(storage, 'K7P4X', `${draftsMax}`)).toEqual(draft);
  storage.write('koudmen.K7P4X.decisions', '[{"proposal":1}]');
  expect(keptDecision(storage, 'K7P4X', '1')).toBe(undefined);
});
