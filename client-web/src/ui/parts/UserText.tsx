/** What a person wrote: text and nothing else, in its own direction of writing. */
export const UserText = ({ text }: { text: string }) => (
  <bdi dir="auto" class="person">
    {text}
  </bdi>
);
