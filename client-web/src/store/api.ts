/** The few requests that go over HTTP. */
import {
  type BadgesIssued,
  type BadgeTrail,
  type BoardCard,
  type BoardCreated,
  type Code,
  type CreateBoard,
  type Credential,
  type HelperIssued,
  type Helpers,
  type IssueBadges,
  isBadgesIssued,
  isBadgeTrail,
  isBoardCard,
  isBoardCreated,
  isHelperIssued,
  isHelpers,
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

/** Opens a board. Its links' secrets are told this once. */
export const createBoard = (
  body: CreateBoard,
  creationKey?: string,
): Promise<Outcome<BoardCreated>> => request('', post(body, creationKey), isBoardCreated);
