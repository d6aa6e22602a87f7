/** The exported document, as far as this page reads it; protocol/roadmap.schema.json describes it. */
import { dotsGiven, scales } from '../../board/methods';
import { flag, list, pattern, record, text, whole, word } from '../../protocol/check';
import {
  type Choice,
  type Code,
  type Decision,
  type DeclineReason,
  decisionWords,
  declineReasonWords,
  type Method,
  methodWords,
  type NeedCode,
  needCodeWords,
  type Progress,
  progressWords,
  type Response,
  responseWords,
} from '../../protocol/messages';
import { requestLimit } from '../../store/api';

/** A text by language. */
export type Text = { readonly [language: string]: string };

/** People, not acts, by choice. */
export type Counts = { readonly [C in Choice]?: number };

export type CollegeResult = {
  readonly college: string;
  /** Absent where they are suppressed. */
  readonly counts?: Counts;
};

export type Result = {
  readonly ballot: string;
  readonly rank?: number;
  readonly formerRank?: number;
  readonly drawn?: boolean;
  /** Absent as long as only the order shows, like the rest. */
  readonly counts?: Counts;
  readonly scores?: {
    readonly controversial?: boolean;
    readonly consensus?: { readonly mean: number };
  };
  readonly byCollege?: readonly CollegeResult[];
};

/** A proposal that an action comes from; with words where it was merged into it. */
export type Source = {
  readonly proposal: string;
  readonly number?: number;
  readonly title?: Text;
  readonly description?: Text;
};

export const moderationActs = [
  'published',
  'returned',
  'declined',
  'requeued',
  'reworded',
  'restored',
  'merged',
  'unmerged',
  'commentHidden',
  'commentShown',
  'trusted',
  'distrusted',
  'muted',
  'unmuted',
] as const;

/** One act of moderation: of whom and by whom nobody reads here. */
export type Moderated = {
  readonly position: number;
  readonly at: string;
  readonly act: (typeof moderationActs)[number];
  readonly proposal?: number;
  readonly into?: number;
  readonly reason?: DeclineReason;
};

type Named = { readonly name: string };

/** What an institution answered to an action. */
export type Commitment = {
  readonly institution: Named;
  readonly response: Response;
  readonly words?: Text;
  readonly bearers?: readonly Named[];
  readonly partners?: readonly Named[];
  readonly start?: string;
  readonly end?: string;
  readonly indicators?: readonly {
    readonly name: Text;
    readonly unit?: Text;
    readonly baseline?: number;
    readonly target: number;
  }[];
  readonly budget?: { readonly amount: number };
  readonly needs?: readonly NeedCode[];
  readonly otherNeeds?: readonly Text[];
  readonly audience?: readonly Text[];
  readonly places?: readonly Named[];
  readonly status?: Progress;
  readonly progress?: number;
  readonly updates?: readonly {
    readonly at: string;
    readonly status: Progress;
    readonly progress?: number;
    readonly news?: Text;
  }[];
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
  readonly sources: readonly Source[];
  readonly commitments?: readonly Commitment[];
  readonly results?: readonly Result[];
};

export type Axis = { readonly id: string; readonly title: Text };

export type Ballot = {
  readonly id: string;
  readonly question: Text;
  readonly method: Method;
  readonly voted: number;
  readonly judgmentsMin?: number;
  readonly tieBreak?: { readonly seed?: string };
  readonly reopenings?: readonly { readonly reason?: Text }[];
};

export type College = {
  readonly id: string;
  readonly title: Text;
  /** Absent while they are few. */
  readonly joined?: number;
};

export type RoadmapDocument = {
  readonly schema: { readonly uri: 'urn:koudmen:roadmap:1' };
  readonly id: Code;
  readonly asOf: { readonly position: number; readonly at: string };
  readonly status: 'draft' | 'final';
  /** There while the board is being rehearsed on. */
  readonly rehearsal?: true;
  readonly languages: readonly string[];
  readonly roadmap: {
    readonly title: Text;
    readonly axes: readonly Axis[];
    /** What the room decided on, whatever it decided. */
    readonly actions: readonly Action[];
  };
  /** What it has not decided on. */
  readonly proposals: readonly Action[];
  readonly ballots: readonly Ballot[];
  readonly participation: {
    readonly joined: number;
    readonly proposers: number;
    readonly voters: number;
    readonly colleges: readonly College[];
    readonly proposals: { readonly received: number; readonly published: number };
    readonly comments: number;
    readonly admission?: { readonly indicative: boolean };
  };
  readonly provenance: { readonly moderation: readonly Moderated[] };
};

/** Far above any board's limits. */
const most = 100_000;
const count = whole(0, Number.MAX_SAFE_INTEGER);
const words = text(1, most);
const many = (item: (value: unknown) => boolean) => list(item, 0, most);

const isText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => words(one));

const isCounts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => count(one));

const isResult = record(
  { ballot: words },
  {
    rank: count,
    formerRank: count,
    drawn: flag,
    counts: isCounts,
    scores: record({}, { controversial: flag, consensus: record({ mean: count }) }),
    byCollege: many(record({ college: words }, { counts: isCounts, suppressed: flag })),
  },
);
const isInstant = pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const isDay = pattern(/^\d{4}-\d\d-\d\d$/);
const isOrganisations = many(record({ name: words }));
const isProgress = word(progressWords);
const isCommitment = record(
  { institution: record({ name: words }), response: word(responseWords) },
  {
    words: isText,
    bearers: isOrganisations,
    partners: isOrganisations,
    start: isDay,
    end: isDay,
    indicators: many(record({ name: isText, target: count }, { unit: isText, baseline: count })),
    budget: record({ amount: count }),
    needs: many(word(needCodeWords)),
    otherNeeds: many(isText),
    audience: many(isText),
    places: isOrganisations,
    status: isProgress,
    progress: count,
    updates: many(record({ at: words, status: isProgress }, { progress: count, news: isText })),
  },
);
const isAction = record(
  {
    id: words,
    reference: words,
    axis: words,
    title: isText,
    sources: many(
      record({ proposal: words }, { number: count, title: isText, description: isText }),
    ),
  },
  {
    description: isText,
    decision: record({ decision: word(decisionWords) }, { words: isText }),
    bearers: isOrganisations,
    partners: isOrganisations,
    start: isDay,
    end: isDay,
    commitments: many(isCommitment),
    results: many(isResult),
  },
);

/** Whether this is a document that the page can show. Fields it does not know are ignored. */
export const isRoadmap = record<RoadmapDocument>(
  {
    schema: record({ uri: word(['urn:koudmen:roadmap:1']) }),
    id: words,
    asOf: record({ position: count, at: isInstant }),
    status: word(['draft', 'final']),
    languages: list(words, 1, most),
    roadmap: record({
      title: isText,
      axes: many(record({ id: words, title: isText })),
      actions: many(isAction),
    }),
    proposals: many(isAction),
    ballots: many(
      record(
        { id: words, question: isText, method: word(methodWords), voted: count },
        {
          judgmentsMin: count,
          tieBreak: record({}, { seed: words }),
          reopenings: many(record({}, { reason: isText })),
        },
      ),
    ),
    participation: record(
      {
        joined: count,
        proposers: count,
        voters: count,
        colleges: many(record({ id: words, title: isText }, { joined: count })),
        proposals: record({ received: count, published: count }),
        comments: count,
      },
      { admission: record({ indicative: flag }) },
    ),
    provenance: record({
      moderation: many(
        record(
          { position: count, at: isInstant, act: word(moderationActs) },
          { proposal: count, into: count, reason: word(declineReasonWords) },
        ),
      ),
    }),
  },
  { rehearsal: (value): value is true => value === true },
);

export type Loaded =
  | { readonly type: 'loading' }
  | { readonly type: 'done'; readonly document: RoadmapDocument }
  | { readonly type: 'unknown' }
  | { readonly type: 'unreachable' };

/** Where the document is. */
export const addressOf = (code: Code): string => `/api/v1/boards/${code}/roadmap.json`;

/** Fetches the document; whatever is not one counts as unreachable. */
export const load = async (code: Code): Promise<Loaded> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, requestLimit);
  });
  try {
    const response = await Promise.race([fetch(addressOf(code), { cache: 'no-store' }), late]);
    if (response.status === 404) return { type: 'unknown' };
    const found: unknown = await Promise.race([response.json(), late]);
    if (response.ok && isRoadmap(found)) return { type: 'done', document: found };
  } catch {
    // Why the network failed helps nobody here; what to do is the same.
  } finally {
    clearTimeout(timer);
  }
  return { type: 'unreachable' };
};

/** In which language a text is given: the first of the document that it has. */
export const languageOf = (
  text: Text | undefined,
  languages: readonly string[],
): string | undefined =>
  text && (languages.find((one) => text[one] !== undefined) ?? Object.keys(text)[0]);

/** A text in the first language of the document that it has. */
export const textOf = (text: Text | undefined, languages: readonly string[]): string =>
  text?.[languageOf(text, languages) ?? ''] ?? '';

/** Counts by level of the method's scale. */
export const levelsOf = (method: Method, counts: Counts): readonly number[] =>
  scales[method].map((choice) => counts[choice] ?? 0);

/** The most dots on one action of a ballot. */
export const mostDots = (found: RoadmapDocument, { id, method }: Ballot): number => {
  let most = 0;
  for (const { results } of [...found.roadmap.actions, ...found.proposals]) {
    const result = results?.find(({ ballot }) => ballot === id);
    if (result?.counts) most = Math.max(most, dotsGiven(levelsOf(method, result.counts)));
  }
  return most;
};

/** The last result of an action. */
export const lastResult = (action: Action): Result | undefined =>
  action.results?.[action.results.length - 1];

export type Sections = {
  /** What was adopted, with changes or without, by axis; axes with none are left out. */
  readonly adopted: readonly { readonly axis: Axis; readonly actions: readonly Action[] }[];
  /** Axes with nothing adopted. */
  readonly empty: readonly Axis[];
  readonly study: readonly Action[];
  readonly rejected: readonly Action[];
};

const isAdopted = ({ decision }: Action): boolean =>
  decision?.decision === 'adopted' || decision?.decision === 'adoptedWithChanges';

/** What was decided, sorted for a reader. */
export const sectionsOf = ({ roadmap: { axes, actions } }: RoadmapDocument): Sections => {
  const byAxis = axes.map((axis) => ({
    axis,
    actions: actions.filter((action) => action.axis === axis.id && isAdopted(action)),
  }));
  const decidedAs = (decision: Decision) =>
    actions.filter((action) => action.decision?.decision === decision);
  return {
    adopted: byAxis.filter((one) => one.actions.length > 0),
    empty: byAxis.filter((one) => one.actions.length === 0).map(({ axis }) => axis),
    study: decidedAs('toStudy'),
    rejected: decidedAs('notRetained'),
  };
};
