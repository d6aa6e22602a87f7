import { expect, test } from 'vitest';
import { type Board, emptyBoard, receive } from '../board/board';
import type { Comment } from '../protocol/messages';
import { memoryStorage } from '../sync/storage';
import { forgetKept, keptCommentsMax, keptMax, readKept, writeKept } from './kept';

const proposal = 'Jx0mO3sZQ0a1b2c3d4e5f6';
const ballot = 'b4LL0tAAAAAAAAAAAAAAAA';

const me = { build: 'b1', person: 'me' };

const told: Board = receive(emptyBoard, {
  type: 'state',
  position: 7,
  full: true,
  changes: [
    {
      type: 'proposal',
      proposal: {
        id: proposal,
        number: 1,
        title: 'Un « bus » [entries of a map]',
        description: '{"entries of a map":[]}',
        axis: 'a',
        author: 3,
        college: 'c',
        status: 'published',
        submittedAt: 1,
      },
    },
  ],
  yours: {
    choices: [{ ballot, proposal, choice: 'support' }],
    proposals: [],
    comments: [],
    tallies: [],
  },
});

test('C140: a board that is kept is read as it was, whatever people wrote', () => {
  const storage = memoryStorage();
  writeKept(storage, me, { at: 5, board: told });
  expect(readKept(storage, me)).toEqual({ at: 5, board: told });
  expect(readKept(storage, me)?.board.mine.choices.get(ballot)?.get(proposal)).toBe('support');
});

test('C140: what another program, person or accident wrote is not read', () => {
  const storage = memoryStorage();
  writeKept(storage, me, { at: 5, board: told });
  expect(readKept(storage, { ...me, person: 'other' })).toBeUndefined();
  expect(readKept(storage, { ...me, build: 'b2' })).toBeUndefined();
  storage.write('koudmen.board', '{"build":"b1","person":"me","at":');
  expect(readKept(storage, me)).toBeUndefined();
});

test('C140: a board too large for the room beside the outbox is not kept, nor an older one', () => {
  const storage = memoryStorage();
  writeKept(storage, me, { at: 5, board: told });
  const about = { ...told, message: { number: 1, text: 'x'.repeat(keptMax), sentAt: 1 } };
  writeKept(storage, me, { at: 6, board: about });
  expect(readKept(storage, me)).toBeUndefined();
});

test('C140: of a board with very many comments all but the comments are kept', () => {
  const storage = memoryStorage();
  const comment = { proposal, stance: 'for', text: 'Oui', author: 3, at: 1 } as unknown as Comment;
  const comments = (count: number) =>
    new Map(Array.from({ length: count }, (_, id) => [`${id}`, comment] as const));
  writeKept(storage, me, { at: 5, board: { ...told, comments: comments(keptCommentsMax) } });
  expect(readKept(storage, me)?.board.comments.size).toBe(keptCommentsMax);
  writeKept(storage, me, { at: 5, board: { ...told, comments: comments(keptCommentsMax + 1) } });
  expect(readKept(storage, me)?.board).toEqual(told);
});

test('C140: who is forgotten leaves nothing, by whichever program, and what another kept stays', () => {
  const storage = memoryStorage();
  writeKept(storage, me, { at: 5, board: told });
  forgetKept(storage, 'other');
  expect(readKept(storage, me)).toEqual({ at: 5, board: told });
  writeKept(storage, { ...me, build: 'b0' }, { at: 5, board: told });
  forgetKept(storage, 'me');
  expect(storage.read('koudmen.board')).toBeUndefined();
});
