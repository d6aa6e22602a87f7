import { theirTag } from '../start';

/** French puts a space before these, and they must not begin a line by themselves. */
const spacing = / (?=[?!:;»](?:\s|$))/g;

type UserTextProps = {
  readonly text: string;
  /** In which it was written, where that is not the board's. */
  readonly language?: string | undefined;
  /** A sentence of the page around a person's words is in the page's language, not in the board's. */
  readonly ours?: boolean | undefined;
};

/** What a person wrote: text and nothing else, in its own direction and language. */
export const UserText = ({ text, language, ours }: UserTextProps) => (
  <bdi dir="auto" class="person" lang={ours ? undefined : theirTag(language)}>
    {text.replace(spacing, '\u00a0')}
  </bdi>
);
