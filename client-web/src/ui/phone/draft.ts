/** A proposal that is being written, kept on the phone so that no accident loses it. */
import type { Command, Proposal } from '../../protocol/messages';
import { readJson, type Storage } from '../../sync/storage';

export type Draft = { readonly title: string; readonly description: string; readonly axis: string };

export const emptyDraft: Draft = { title: '', description: '', axis: '' };

const isDraft = (value: unknown): value is Draft => {
  const draft = value as Partial<Draft> | null;
  return [draft?.title, draft?.description, draft?.axis].every((part) => typeof part === 'string');
};

const key = (code: string) => `koudmen.${code}.draft`;

export const keptDraft = (storage: Storage, code: string): Draft =>
  readJson(storage, key(code), isDraft) ?? emptyDraft;

export const keepDraft = (storage: Storage, code: string, draft: Draft): void =>
  draft.title === '' && draft.description === ''
    ? storage.remove(key(code))
    : storage.write(key(code), JSON.stringify(draft));

/** The text of something that can be sent again. */
export const draftOf = ({ title, description, axis }: Proposal | Draft): Draft => ({
  title,
  description,
  axis,
});

/** The text in a command that was refused, if it holds one. */
export const draftIn = (command: Command): Draft | undefined =>
  command.type === 'submitProposal' || command.type === 'editProposal'
    ? draftOf(command)
    : undefined;
