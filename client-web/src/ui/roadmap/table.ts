import { type Action, type RoadmapDocument, textOf } from './document';

/** What a spreadsheet would take for a formula gets a quote before it, so that it stays a text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const safe = harmless(text);
  return /[";\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

const columns = [
  'reference',
  'axis',
  'title',
  'description',
  'decision',
  'words',
  'lead',
  'partners',
  'start',
  'end',
] as const;

const rowOf = ({ languages, roadmap }: RoadmapDocument, action: Action): readonly string[] => {
  const axis = roadmap.axes.find(({ id }) => id === action.axis);
  const names = (all: readonly { readonly name: string }[] | undefined) =>
    (all ?? []).map(({ name }) => name).join(', ');
  return [
    action.reference,
    textOf(axis?.title, languages),
    textOf(action.title, languages),
    textOf(action.description, languages),
    action.decision?.decision ?? '',
    textOf(action.decision?.words, languages),
    names(action.bearers),
    names(action.partners),
    action.start ?? '',
    action.end ?? '',
  ];
};

/** All actions and proposals as a table for a spreadsheet: with a mark of UTF-8, and semicolons. */
export const tableOf = (found: RoadmapDocument): string =>
  `\ufeff${[
    columns,
    ...[...found.roadmap.actions, ...found.proposals].map((one) => rowOf(found, one)),
  ]
    .map((row) => `${row.map(cell).join(';')}\r\n`)
    .join('')}`;
