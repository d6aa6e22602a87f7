/** When proposals are read, as one choice of three. */
import type { Settings } from '../protocol/messages';

export const moderationChoices = ['before', 'trusting', 'after'] as const;

export type ModerationChoice = (typeof moderationChoices)[number];

export const moderationOf = (
  choice: ModerationChoice,
): { readonly moderation: Settings['moderation']; readonly trustsAfterFirst: boolean } => ({
  moderation: choice === 'after' ? 'after' : 'before',
  trustsAfterFirst: choice === 'trusting',
});

type Told = { readonly moderation: string; readonly trustsAfterFirst?: boolean };

export const choiceOf = ({ moderation, trustsAfterFirst }: Told): ModerationChoice => {
  if (moderation === 'after') return 'after';
  return trustsAfterFirst ? 'trusting' : 'before';
};
