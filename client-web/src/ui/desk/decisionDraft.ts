/** Decisions that are being written, kept in the browser so that no reload loses them. */
import type { Decision } from '../../protocol/messages';
import { decisionWords } from '../../protocol/messages';
import { readJson, type Storage } from '../../sync/storage';

export type DecisionDraft = {
  readonly decision: Decision | '';
  readonly words: string;
  readonly lead: string;
  readonly partners: string;
  readonly start: string;
  readonly end: string;
};

type Kept = { readonly proposal: string; readonly draft: DecisionDraft };

/** Drafts kept of a board; the oldest makes room. */
export const draftsMax = 20;

const key = (code: string) => `koudmen.${code}.decisions`;

const isDraft = (value: unknown): value is DecisionDraft => {
  const draft = value as Partial<DecisionDraft> | null;
  const texts = [draft?.words, draft?.lead, draft?.partners, draft?.start, draft?.end];
  return (
    texts.every((text) => typeof text === 'string') &&
    (draft?.decision === '' || decisionWords.some((word) => word === draft?.decision))
  );
};

const isKept = (value: unknown): value is readonly Kept[] =>
  Array.isArray(value) &&
  value.every(
    (one: Partial<Kept> | null) => typeof one?.proposal === 'string' && isDraft(one.draft),
  );

const all = (storage: Storage, code: string) => readJson(storage, key(code), isKept) ?? [];

export const keptDecision = (
  storage: Storage,
  code: string,
  proposal: string,
): DecisionDraft | undefined => all(storage, code).find((one) => one.proposal === proposal)?.draft;

/** Keeps a draft; without one, forgets it. */
export const keepDecision = (
  storage: Storage,
  code: string,
  proposal: string,
  draft?: DecisionDraft,
): void => {
  const others = all(storage, code).filter((one) => one.proposal !== proposal);
  const kept = draft ? [...others, { proposal, draft }].slice(-draftsMax) : others;
  storage.write(key(code), JSON.stringify(kept));
};
