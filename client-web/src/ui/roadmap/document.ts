/** The exported document, as far as this page reads it; protocol/roadmap.schema.json describes it. */
import type { Code, Decision } from '../../protocol/messages';

/** A text by language. */
export type Text = { readonly [language: string]: string };

export type Counts = {
  readonly support: number;
  readonly neutral: number;
  readonly oppose: number;
};

export type Result = {
  readonly ballot: string;
  readonly counts: Counts;
  readonly byCollege: readonly { readonly college: string; readonly counts?: Counts }[];
};

export type Action = {
  readonly id: string;
  readonly reference: string;
  readonly axis: string;
  readonly title: Text;
  readonly description?: Text;
  readonly decision?: { readonly decision: Decision; readonly words?: Text };
  readonly bearers?: readonly { readonly name: string }[];
  readonly partners?: readonly { readonly name: string }[];
  readonly start?: string;
  readonly end?: string;
  readonly results?: readonly Result[];
};

export type RoadmapDocument = {
  readonly schema: { readonly uri: string; readonly version: number };
  readonly asOf: { readonly at: string };
  readonly languages: readonly string[];
  readonly roadmap: {
    readonly title: Text;
    readonly axes: readonly { readonly id: string; readonly title: Text }[];
    readonly actions: readonly Action[];
  };
  readonly proposals: readonly Action[];
  readonly participation: {
    readonly joined: number;
    readonly colleges: readonly { readonly id: string; readonly title: Text }[];
  };
};

export type Loaded =
  | { readonly type: 'loading' }
  | { readonly type: 'done'; readonly document: RoadmapDocument }
  | { readonly type: 'unknown' }
  | { readonly type: 'unreachable' };

/** Where the document is. */
export const addressOf = (code: Code): string => `/api/v1/boards/${code}/roadmap.json`;

/** Fetches the document; whatever is not one counts as unreachable. */
export const load = async (code: Code): Promise<Loaded> => {
  try {
    const response = await fetch(addressOf(code), { cache: 'no-store' });
    if (response.status === 404) return { type: 'unknown' };
    const found: RoadmapDocument = await response.json();
    const known = response.ok && found.schema.uri === 'urn:koudmen:roadmap:1';
    if (known) return { type: 'done', document: found };
  } catch {
    // Why the network failed helps nobody here; what to do is the same.
  }
  return { type: 'unreachable' };
};

/** A text in the first language of the document that it has. */
export const textOf = (text: Text | undefined, languages: readonly string[]): string => {
  if (!text) return '';
  const language = languages.find((one) => text[one] !== undefined) ?? Object.keys(text)[0];
  return language === undefined ? '' : (text[language] ?? '');
};

/** The last result of an action. */
export const lastResult = (action: Action): Result | undefined =>
  action.results?.[action.results.length - 1];

/** People who expressed a choice: the base of every percentage. */
export const base = ({ support, neutral, oppose }: Counts): number => support + neutral + oppose;
