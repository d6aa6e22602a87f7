/** What tests do over HTTP and sockets: a board of their own, and people on it. */
import type {
  BadgesIssued,
  BoardCreated,
  Command,
  HelperIssued,
} from '../src/protocol/messages.ts';
import { browserRandom, mintCredential, mintId } from '../src/store/identity.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Server } from './server.ts';

const post = async (url: string, body: object, credential?: string): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(credential ? { Authorization: `Bearer ${credential}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** A board with nothing on it. */
export const emptyBoard = async ({ url }: Server): Promise<BoardCreated> => {
  const axes = [{ id: 'inclusion', title: 'Inclusion' }];
  const body = { title: 'Une salle encore vide', axes };
  return (await post(`${url()}/api/v1/boards`, body)) as BoardCreated;
};

/** A board that is joined with badges, and so many of them. */
export const badgeBoard = async (
  { url }: Server,
  count: number,
): Promise<{ readonly board: BoardCreated; readonly badges: readonly string[] }> => {
  const board = (await post(`${url()}/api/v1/boards`, {
    title: 'Une personne, une voix',
    axes: [{ id: 'inclusion', title: 'Inclusion' }],
    settings: { moderation: 'after', proposalsPerParticipant: 5, admission: 'badges' },
  })) as BoardCreated;
  const issued = (await post(
    `${url()}/api/v1/boards/${board.code}/badges`,
    { count },
    board.facilitator,
  )) as BadgesIssued;
  return { board, badges: issued.badges };
};

type HelperOf = {
  readonly url: Server['url'];
  readonly code: string;
  readonly facilitator: string;
};

/** The secret of one more helper's link. */
export const issueHelper = async ({ url, code, facilitator: by }: HelperOf): Promise<string> =>
  ((await post(`${url()}/api/v1/boards/${code}/helpers`, {}, by)) as HelperIssued).credential;

/** Somebody on the example board, who gives commands over a socket. */
export const participant = async ({ url, links }: Server): Promise<Desk> => {
  const credential = mintCredential(browserRandom);
  await post(
    `${url()}/api/v1/boards/${links.code}/participants`,
    { college: 'citizens' },
    credential,
  );
  return openDesk(url(), links.code, credential);
};

export const facilitator = ({ url, links }: Server): Promise<Desk> =>
  openDesk(url(), links.code, links.facilitator);

/** Asks, and fails the test when it is refused. */
export const must = async (desk: Desk, ...commands: readonly Command[]): Promise<void> => {
  for (const command of commands) {
    const refusal = await desk.ask(command);
    if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
  }
};

/** Proposes and publishes, while people may propose. */
export const publish = async (
  server: Server,
  desk: Desk,
  texts: readonly { readonly title: string; readonly description: string }[],
): Promise<readonly string[]> => {
  const person = await participant(server);
  const ids: string[] = [];
  for (const text of texts) {
    const proposal = mintId(browserRandom);
    await must(person, { type: 'submitProposal', proposal, axis: 'inclusion', ...text });
    await must(desk, { type: 'publishProposal', proposal });
    ids.push(proposal);
  }
  person.close();
  return ids;
};
