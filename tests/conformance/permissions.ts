// The table of permissions over real sockets: every command by every role in every phase, as raw frames, each role
// with a credential of its own. What must be is read from the grid of tests/permissions_test.cpp, the only one there is.
//
//   node tests/conformance/permissions.ts --binary SERVER

import { readFileSync } from 'node:fs';
import { type Cast, each, openBoard, openSpeaker, portOf, type Role, roles, type Speaker, startServer, tell, withStore } from './house.ts';
import { opcodes, text } from './frames.ts';
import { nextDevice, openSocket } from './line.ts';

const [flag, binary = ''] = process.argv.slice(2);
if (flag !== '--binary' || !binary) throw new Error('usage: permissions.ts --binary SERVER');
const here = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const phases = ['collect', 'moderate', 'discuss', 'vote', 'reveal', 'closed'] as const;
type Phase = (typeof phases)[number];
const letters = 'CMDVRX';

/** Of each command, the letters of the phases for each role that may ever do it. */
const grid = new Map(
  [...here('../permissions_test.cpp').matchAll(/^ {4}\{"(\w+)", \{((?:"[CMDVRX.]{6}"(?:, )?)+)\}\},$/gm)].map(
    ([, name = '', cells = '']) => [name, [...cells.matchAll(/"(.{6})"/g)].map(([, cell = '']) => cell)] as const,
  ),
);
type Definition = { readonly examples?: readonly object[]; readonly oneOf?: readonly { readonly $ref: string }[] };
const { definitions } = JSON.parse(here('../../protocol/koudmen.schema.json')) as { definitions: Record<string, Definition> };
const names = (definitions['Command']?.oneOf ?? []).map(({ $ref }) => $ref.replace('#/definitions/', ''));
for (const name of names) if (!grid.has(name)) throw new Error(`the grid has no row for ${name}`);
if (grid.size !== names.length) throw new Error('the grid has rows for commands that there are not');

const exampleOf = (name: string): object => definitions[name]?.examples?.[0] ?? {};

type Cell = { readonly name: string; readonly role: Role; readonly phase: Phase; readonly must: string | undefined };
const cells: readonly Cell[] = phases.flatMap((phase, at) =>
  roles.flatMap((role, column) =>
    names.map((name): Cell => {
      const row = grid.get(name)?.[column] ?? '......';
      if (row.includes(letters[at] ?? '?')) return { name, role, phase, must: undefined };
      const ever = /[^.]/.test(row);
      return { name, role, phase, must: !ever ? 'notAllowed' : phase === 'closed' ? 'boardClosed' : 'phaseForbids' };
    }),
  ),
);
const forbidding = new Set(['notAllowed', 'phaseForbids', 'boardClosed']);
/** What is another board afterwards, for which the grid says something else. */
const changing = new Set(['OpenPhase', 'ConfigurePhase', 'PlayStep', 'EndStep', 'StartRehearsal', 'PurgeRehearsal', 'MuteParticipant', 'RevokeInstitution']);

await withStore(async (data) => {
  const server = await startServer(binary, data, 0);
  const port = portOf(server);
  const failures: string[] = [];
  let tried = 0;
  let allowed = 0;
  let boards = 0;

  type Stage = { readonly cast: Cast; readonly seats: Readonly<Record<Role, Speaker>> };
  const stageIn = async (phase: Phase): Promise<Stage> => {
    boards += 1;
    const cast = await openBoard(server.url);
    const desk = await openSpeaker(port, cast.seats.facilitator);
    const word = phase === 'collect' ? undefined : await desk.ask({ type: 'openPhase', phase });
    if (word) throw new Error(`${phase} is refused: ${word}`);
    desk.line.cut();
    const seats = await Promise.all(
      roles.map(async (role) => {
        const speaker = await openSpeaker(port, cast.seats[role]);
        if (speaker.role !== role) failures.push(`the ${role} is welcomed as ${String(speaker.role)}`);
        return [role, speaker] as const;
      }),
    );
    return { cast, seats: Object.fromEntries(seats) as Record<Role, Speaker> };
  };
  const leave = ({ seats }: Stage) => {
    for (const { line } of Object.values(seats)) line.cut();
  };
  const positionOf = async ({ cast }: Stage): Promise<unknown> => {
    const onlooker = await openSpeaker(port, cast.seats.observer);
    onlooker.line.cut();
    return onlooker.state['position'];
  };
  const judge = ({ name, role, phase, must }: Cell, word: string | undefined) => {
    tried += 1;
    const right = must ? word === must : word === undefined || !forbidding.has(word);
    if (!right) failures.push(`${name} by ${role} in ${phase}: ${word ?? 'done'} instead of ${must ?? 'allowed'}`);
  };

  await each(phases, 3, async (phase) => {
    const own = cells.filter((cell) => cell.phase === phase);
    // First what is forbidden, by everybody at once: none of it leaves a trace.
    let stage = await stageIn(phase);
    const before = await positionOf(stage);
    await Promise.all(
      roles.map(async (role) => {
        for (const cell of own.filter((one) => one.role === role && one.must)) {
          judge(cell, await stage.seats[role].ask(exampleOf(cell.name)));
        }
      }),
    );
    const after = await positionOf(stage);
    if (after !== before) failures.push(`what is forbidden in ${phase} left ${String(after)} instead of ${String(before)} events`);
    for (const cell of own.filter((one) => !one.must)) {
      allowed += 1;
      const word = await stage.seats[cell.role].ask(exampleOf(cell.name));
      judge(cell, word);
      if (word !== undefined || !changing.has(cell.name)) continue;
      leave(stage);
      stage = await stageIn(phase);
    }
    leave(stage);
  });

  // A credential opens its own board and no other.
  const [one, other] = [await openBoard(server.url), await openBoard(server.url)];
  let strangers = 0;
  for (const role of roles) {
    const { credential } = one.seats[role];
    if (!credential) continue;
    strangers += 1;
    const line = await openSocket(port);
    line.send(text(JSON.stringify({ type: 'hello', version: 1, board: other.board, credential, device: nextDevice() })));
    const heard = await line.hear();
    const code = heard?.opcode === opcodes.close ? heard.payload.readUInt16BE() : undefined;
    if (code !== 4501) failures.push(`the ${role} of another board is heard as ${code}`);
    line.cut();
  }

  // What is asked over HTTP is the facilitator's alone.
  const requests: readonly (readonly [method: string, path: string, body?: object])[] = [
    ['POST', '/badges', { count: 1 }],
    ['GET', '/badges/1'],
    ['POST', '/helpers', {}],
    ['GET', '/helpers'],
    ['DELETE', '/helpers/1'],
    ['POST', '/institutions', { name: 'CACEM' }],
    ['POST', '/rows', { kind: 'proposals', text: 'title,axis\nUn bus,inclusion\n', dryRun: true }],
    ['POST', '/tables', { title: 'Une table' }],
    ['GET', '/board.zip'],
  ];
  let doors = 0;
  for (const role of [...roles.filter((name) => name !== 'facilitator'), 'facilitator' as const, 'stranger' as const]) {
    const credential = role === 'stranger' ? other.seats.facilitator.credential : one.seats[role].credential;
    for (const [method, path, body] of requests) {
      const response = await fetch(`${server.url}/api/v1/boards/${one.board}${path}`, {
        method,
        headers: {
          ...(credential ? { Authorization: `Bearer ${credential}` } : {}),
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      await response.arrayBuffer();
      doors += 1;
      const right = role === 'facilitator' ? response.ok : [401, 403].includes(response.status);
      if (!right) failures.push(`${method} ${path} by ${role}: ${response.status}`);
    }
  }

  const ended = await server.kill('SIGTERM');
  if (ended !== 0) failures.push(`the server ended with ${ended}`);
  for (const failure of failures.slice(0, 100)) console.log(`FAILED  ${failure}`);
  const kept = failures.length === 0;
  tell('N53: over real sockets each role may do in each phase what the grid says and nothing else', kept);
  console.log(`${kept ? 1 : 0} passed, ${kept ? 0 : 1} failed`);
  console.log(JSON.stringify({ cells: cells.length, tried, allowed, forbidden: tried - allowed, strangers, httpRequests: doors, boards, failures }));
  process.exitCode = kept && tried === cells.length ? 0 : 1;
});
process.exit();
