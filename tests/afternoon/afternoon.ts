// A whole afternoon, from the first badge to the archive, over real sockets and a real store: 300 people on
// phones, on a helper's tablet and on paper, two moderators, a facilitator, a screen, five ballots, merges
// and their undoing, a rehearsal, phases and ballots opened again, institutions that commit, and two restarts.
// Then every number of the archive is computed again from its journal by recount.ts.
//
//   node tests/afternoon/afternoon.ts [--binary PATH] [--keep ARCHIVE.zip]
//
// The last line printed is one JSON object; the exit status is 0 only if everything was as expected.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { manifestProblems, unzip } from '../replay/archive.ts';
import { readLines } from '../replay/recount/journal.ts';
import { read } from '../replay/recount/read.ts';
import { choicesOf } from '../replay/recount/votes.ts';
import { selfCheck } from '../replay/recount.ts';
import type { Afternoon } from './arrival.ts';
import { arrive, rehearse } from './arrival.ts';
import { approvals, finalists, priorities } from './ballots.ts';
import { commit, decide } from './ending.ts';
import { opinions } from './opinions.ts';
import { recountOf, take } from './recounting.ts';
import type { Room } from './room.ts';
import { openRoom } from './room.ts';
import { discuss, moderate, propose } from './words.ts';

const { values: options } = parseArgs({
  options: {
    binary: { type: 'string', default: 'build/release/server/koudmen' },
    keep: { type: 'string' },
  },
});

/** Every operation that was answered as done is in the journal once, and none that was refused. */
function checkOperations({ done, refused, holds }: Room, code: string, journal: string): void {
  const found = new Map<string, { first: number; last: number; events: number }>();
  for (const { device, operation, position } of readLines(journal)) {
    if (operation === 0) continue;
    const key = `${code}/${device}/${operation}`;
    const known = found.get(key);
    found.set(key, {
      first: known?.first ?? position,
      last: position,
      events: (known?.events ?? 0) + 1,
    });
  }
  const keys = (all: ReadonlyMap<string, ReadonlySet<number>>) =>
    [...all]
      .filter(([seat]) => seat.startsWith(`${code}/`))
      .flatMap(([seat, operations]) => [...operations].map((operation) => `${seat}/${operation}`));
  const wanted = keys(done);
  holds(
    'every acknowledged operation is in the journal',
    wanted.every((key) => found.has(key)),
    wanted.filter((key) => !found.has(key)),
  );
  const twice = [...found].filter(([, { first, last, events }]) => last - first + 1 !== events);
  holds('and once', twice.length === 0, twice.slice(0, 5));
  const known = new Set(wanted);
  const surplus = [...found.keys()].filter((key) => !known.has(key));
  holds('nothing else is', surplus.length === 0, surplus.slice(0, 5));
  const kept = keys(refused).filter((key) => found.has(key));
  holds('nothing that was refused is', kept.length === 0, kept.slice(0, 5));
}

/** What each phone was told of its own choices is what the journal counts. */
function checkChoices({ room, people }: Afternoon, journal: string): void {
  const { board } = read(readLines(journal));
  const different: string[] = [];
  let compared = 0;
  for (const { seated } of people) {
    if (!seated) continue;
    for (const ballot of board.ballots) {
      const counted = choicesOf(board, ballot, seated.told.participant ?? 0);
      for (const proposal of ballot.proposals) {
        const told = seated.phone.told.get(`${ballot.id}/${proposal}`);
        const choice = counted.get(proposal)?.choice;
        if (told !== choice)
          different.push(`${seated.name} ${ballot.number} ${proposal}: ${told}, ${choice}`);
        if (choice !== undefined) compared += 1;
      }
    }
  }
  room.holds(
    'what people are told they said is what counts',
    compared > 5_000 && different.length === 0,
    [compared, different.slice(0, 5)],
  );
}

async function takeHome(afternoon: Afternoon): Promise<Buffer> {
  const { room, code, links } = afternoon;
  const roadmap = await take(room, code, 'roadmap.json');
  const archive = await take(room, code, 'archive.zip');
  const board = await take(room, code, 'board.zip', links.facilitator);
  if (options.keep) writeFileSync(options.keep, board);
  const [open, whole] = [unzip(archive), unzip(board)];
  room.holds(
    'E20: the manifest of the open archive tells of every file',
    manifestProblems(open).length === 0,
    manifestProblems(open),
  );
  const apart = ['manifest.json', 'events.jsonl'];
  const different = [...whole].filter(
    ([name, bytes]) => !apart.includes(name) && open.get(name)?.equals(bytes) !== true,
  );
  room.holds(
    'the open archive is the whole one without the journal',
    different.length === 0 && !open.has('events.jsonl'),
    different.map(([name]) => name),
  );
  room.holds(
    'the roadmap is the same by itself',
    whole.get('roadmap.json')?.equals(roadmap) === true,
  );
  const journal = whole.get('events.jsonl')?.toString('utf8') ?? '';
  checkOperations(room, code, journal);
  checkChoices(afternoon, journal);
  return board;
}

const room = await openRoom(options.binary);
const afternoon = await arrive(room);
await rehearse(afternoon);
await propose(afternoon);
await moderate(afternoon);
await discuss(afternoon);
await opinions(afternoon);
await approvals(afternoon);
await priorities(afternoon);
await finalists(afternoon);
await decide(afternoon);
const institutions = await commit(afternoon);

room.scene('the archive, and every number again');
const board = await takeHome(afternoon);
const { people, facilitator, moderators, screen, helper } = afternoon;
for (const { seated } of people) seated?.phone.close();
for (const { phone } of [facilitator, ...moderators, screen, helper.seated, ...institutions])
  phone.close();
await room.leave();
const events = recountOf(room, 'at the end', board);
room.holds(
  'nobody was told what they should not hear',
  room.count.complaints === 0,
  room.count.complaints,
);
const { mismatches, unchecked } = room.count;
if (mismatches + unchecked === 0) {
  const { tried, missed } = selfCheck(board);
  room.holds(
    'a number that is changed is found, and nothing else',
    tried > 50 && missed.length === 0,
    missed,
  );
}
const ballots = facilitator.told.ballots.size;
const { passed, failed, restarts, numbers } = room.count;
room.scene('done');
console.log(`${passed} passed, ${failed} failed`);
const participants = facilitator.told.joined;
console.log(
  JSON.stringify({ participants, ballots, events, restarts, mismatches, unchecked, numbers }),
);
process.exit(failed === 0 && restarts === 2 ? 0 : 1);
