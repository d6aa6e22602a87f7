/** A proposal that is being written, kept on the phone so that no accident loses it. */
import {
  type Command,
  type Language,
  languageWords,
  type Proposal,
  type Stance,
  stanceWords,
} from '../../protocol/messages';
import { readJson, type Storage } from '../../sync/storage';

export type Draft = {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  /** As its author said; else it is the page's. */
  readonly language?: Language | undefined;
};

export const emptyDraft: Draft = { title: '', description: '', axis: '' };

const isLanguage = (value: unknown): boolean =>
  value === undefined || languageWords.some((word) => word === value);

const isDraft = (value: unknown): value is Draft => {
  const draft = value as Partial<Draft> | null;
  const whole = [draft?.title, draft?.description, draft?.axis].every(
    (part) => typeof part === 'string',
  );
  return whole && isLanguage(draft?.language);
};

const key = (code: string) => `koudmen.${code}.draft`;

export const keptDraft = (storage: Storage, code: string): Draft =>
  readJson(storage, key(code), isDraft) ?? emptyDraft;

export const keepDraft = (storage: Storage, code: string, draft: Draft): void =>
  draft.title === '' && draft.description === ''
    ? storage.remove(key(code))
    : storage.write(key(code), JSON.stringify(draft));

/** A comment that is being written. One is kept, the last. */
export type CommentDraft = {
  readonly proposal: string;
  readonly stance: Stance;
  readonly text: string;
  readonly language?: Language | undefined;
};

const isCommentDraft = (value: unknown): value is CommentDraft => {
  const draft = value as Partial<CommentDraft> | null;
  return (
    typeof draft?.proposal === 'string' &&
    typeof draft.text === 'string' &&
    stanceWords.some((word) => word === draft.stance) &&
    isLanguage(draft.language)
  );
};

const commentKey = (code: string) => `koudmen.${code}.comment`;

export const keptComment = (
  storage: Storage,
  code: string,
  proposal: string,
): CommentDraft | undefined => {
  const kept = readJson(storage, commentKey(code), isCommentDraft);
  return kept?.proposal === proposal ? kept : undefined;
};

export const keepComment = (storage: Storage, code: string, draft: CommentDraft): void =>
  draft.text === ''
    ? storage.remove(commentKey(code))
    : storage.write(commentKey(code), JSON.stringify(draft));

/** The text of something that can be sent again. */
export const draftOf = ({ title, description, axis, language }: Proposal | Draft): Draft => ({
  title,
  description,
  axis,
  language,
});

/** The text in a command that was refused, if it holds one. */
export const draftIn = (command: Command): Draft | undefined =>
  command.type === 'submitProposal' || command.type === 'editProposal'
    ? draftOf(command)
    : undefined;
