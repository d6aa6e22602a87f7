/** French puts a space before these, and they must not begin a line by themselves. */
const spacing = / (?=[?!:;»](?:\s|$))/g;

/** What a person wrote: text and nothing else, in its own direction of writing. */
export const UserText = ({ text }: { text: string }) => (
  <bdi dir="auto" class="person">
    {text.replace(spacing, '\u00a0')}
  </bdi>
);
