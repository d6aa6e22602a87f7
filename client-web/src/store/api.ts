/** The few requests that go over HTTP. */
import {
  type AddTable,
  type BadgesIssued,
  type BadgeTrail,
  type BoardCard,
  type BoardCreated,
  type Code,
  type CreateBoard,
  type Credential,
  type HelperIssued,
  type Helpers,
  type ImportReport,
  type ImportRows,
  type InstitutionInvited,
  type IssueBadges,
  isBadgesIssued,
  isBadgeTrail,
  isBoardCard,
  isBoardCreated,
  isHelperIssued,
  isHelpers,
  isImportReport,
  isInstitutionInvited,
  isJoined,
  isProblem,
  type JoinBoard,
  type Joined,
  type Refusal,
} from '../protocol/messages';

/** Whether a refusal passes by itself, so that the same is asked again and nobody is troubled. */
export const passes = ({ word }: Refusal): boolean => word === 'busy' || word === 'notSaved';

export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** Nothing came back, or nothing that could be read. */
  | { readonly type: 'unreachable' };

/** How long a request may take, in milliseconds. */
export const requestLimit = 15_000;

const request = async <T>(
  path: string,
  init: RequestInit,
  check: (value: unknown) => value is T,
): Promise<Outcome<T>> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, requestLimit);
  });
  try {
    const response = await Promise.race([fetch(`/api/v1/boards${path}`, init), late]);
    const value: unknown = await response.json();
    if (response.ok && check(value)) return { type: 'done', value };
    if (isProblem(value)) return { type: 'refused', refusal: value };
  } catch {
    // The network's reasons help nobody here; what to do is the same for all of them.
  } finally {
    clearTimeout(timer);
  }
  return { type: 'unreachable' };
};

const post = (body: unknown, credential?: Credential): RequestInit => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    ...(credential === undefined ? {} : { Authorization: `Bearer ${credential}` }),
  },
  body: JSON.stringify(body),
});

/** What a phone must know to ask who comes in. */
export const getCard = (code: Code): Promise<Outcome<BoardCard>> =>
  request(`/${code}`, { cache: 'no-store' }, isBoardCard);

/** Joins; doing it again with the same credential changes nothing. */
export const joinBoard = (
  code: Code,
  credential: Credential,
  body: JoinBoard,
): Promise<Outcome<Joined>> => request(`/${code}/participants`, post(body, credential), isJoined);

/** Asks for badges, by the facilitator. Their codes are told this once. */
export const issueBadges = (
  code: Code,
  credential: Credential,
  body: IssueBadges,
): Promise<Outcome<BadgesIssued>> =>
  request(`/${code}/badges`, post(body, credential), isBadgesIssued);

const get = (credential: Credential): RequestInit => ({
  cache: 'no-store',
  headers: { Authorization: `Bearer ${credential}` },
});

/** Where and when a badge was used, for the desk. */
export const getTrail = (
  code: Code,
  credential: Credential,
  badge: number,
): Promise<Outcome<BadgeTrail>> =>
  request(`/${code}/badges/${badge}`, get(credential), isBadgeTrail);

/** The helpers' links of a board, without their secrets. */
export const getHelpers = (code: Code, credential: Credential): Promise<Outcome<Helpers>> =>
  request(`/${code}/helpers`, get(credential), isHelpers);

/** One more helper's link; its secret is told this once. */
export const issueHelper = (code: Code, credential: Credential): Promise<Outcome<HelperIssued>> =>
  request(`/${code}/helpers`, { ...get(credential), method: 'POST' }, isHelperIssued);

/** Ends a helper's link. */
export const revokeHelper = (
  code: Code,
  credential: Credential,
  helper: number,
): Promise<Outcome<Helpers>> =>
  request(`/${code}/helpers/${helper}`, { ...get(credential), method: 'DELETE' }, isHelpers);

/** Adds a table, by the facilitator: a board of its own, whose links' secrets are told this once. */
export const addTable = (
  code: Code,
  credential: Credential,
  body: AddTable,
): Promise<Outcome<BoardCreated>> =>
  request(`/${code}/tables`, post(body, credential), isBoardCreated);

/** Invites an institution. Its link's secret is told this once. */
export const inviteInstitution = (
  code: Code,
  credential: Credential,
  name: string,
): Promise<Outcome<InstitutionInvited>> =>
  request(`/${code}/institutions`, post({ name }, credential), isInstitutionInvited);

/** Takes in a table, or only checks it. */
export const importRows = (
  code: Code,
  credential: Credential,
  body: ImportRows,
): Promise<Outcome<ImportReport>> =>
  request(`/${code}/rows`, post(body, credential), isImportReport);

/** Everything that anybody may have of a board, as one file. */
export const archiveAddress = (code: Code): string => `/api/v1/boards/${code}/archive.zip`;

export const tableAddress = (code: Code): string => `/api/v1/boards/${code}/roadmap.csv`;

/** How long the whole board may take, in milliseconds: it can be long. */
export const wholeBoardLimit = 120_000;

/** The whole board, for who leads it. */
export const getWholeBoard = async (code: Code, credential: Credential): Promise<Outcome<Blob>> => {
  const headers = { Authorization: `Bearer ${credential}` };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, wholeBoardLimit);
  });
  try {
    const asked = fetch(`/api/v1/boards/${code}/board.zip`, { headers, cache: 'no-store' });
    const response = await Promise.race([asked, late]);
    if (response.ok) return { type: 'done', value: await Promise.race([response.blob(), late]) };
    const value: unknown = await response.json();
    if (isProblem(value)) return { type: 'refused', refusal: value };
  } catch {
    // As above.
  } finally {
    clearTimeout(timer);
  }
  return { type: 'unreachable' };
};

/** Opens a board. Its links' secrets are told this once. */
export const createBoard = (
  body: CreateBoard,
  creationKey?: string,
): Promise<Outcome<BoardCreated>> => request('', post(body, creationKey), isBoardCreated);
