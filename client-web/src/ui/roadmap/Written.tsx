import { UserText } from '../parts/UserText';
import { languageOf, type Text, textOf } from './document';

type WrittenProps = { readonly text: Text | undefined; readonly languages: readonly string[] };

/** A text of the document, tagged with the language that it is given in. */
export const Written = ({ text, languages }: WrittenProps) => (
  <UserText text={textOf(text, languages)} language={languageOf(text, languages)} />
);
