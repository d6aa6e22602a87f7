// The tables of an archive as they must be: what is decided, proposed, promised and counted, made of the
// recomputed roadmap, and what moderation did, made of the journal.

import type { Comparison } from './compare.ts';
import { compare } from './compare.ts';
import type { Fields, Json } from './journal.ts';
import { fields, instant, list, text } from './journal.ts';
import type { BoardState } from './state.ts';

export type Row = { readonly [column: string]: string };

/** The rows of a table (RFC 4180), by the names in its first line. */
export function readTable(file: string, separator: string): readonly Row[] {
  const body = file.startsWith('\uFEFF') ? file.slice(1) : file;
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < body.length; at++) {
    const c = body[at] ?? '';
    if (quoted && c === '"' && body[at + 1] === '"') cell += body[at++];
    else if (c === '"') quoted = !quoted;
    else if (quoted) cell += c;
    else if (c === separator || c === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\r' && body[++at] === '\n') rows.push([]);
    } else cell += c;
  }
  const [names = [], ...lines] = rows.slice(0, -1);
  return lines.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
  );
}

/** A text as it lies in a cell: with an apostrophe before what a spreadsheet would take for a formula. */
export const guarded = (value: string): string =>
  /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;

/** Numbers are as they are. */
const cellOf = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'number'
      ? String(value)
      : guarded(String(value));

/** A row, where each cell is what is there, or empty. */
const row = (cells: { readonly [column: string]: Json | undefined }): Row =>
  Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, cellOf(value)]));

const lines = (all: readonly string[]): string => all.join('\n');
const namesIn = (value: Json | undefined): string =>
  lines(list(value).map((one) => text(fields(one)['name'])));

export type Tables = { readonly [name: string]: readonly Row[] };

export function tablesOf(document: Fields, board: BoardState): Tables {
  const said = (value: Json | undefined): string => text(fields(value)[board.language]);
  const texts = (value: Json | undefined): string => lines(list(value).map(said));
  const actions = list(fields(document['roadmap'])['actions']).map(fields);
  const all = [...actions, ...list(document['proposals']).map(fields)];
  const ballots = new Map(
    list(document['ballots']).map((one) => [text(fields(one)['id']), fields(one)]),
  );
  const axisTitle = (axis: Json | undefined) => board.axes.find(({ id }) => id === axis)?.title;

  const identity = (action: Fields) => ({
    reference: action['reference'],
    number: action['number'],
    axis: action['axis'],
    axisTitle: axisTitle(action['axis']),
    title: said(action['title']),
    description: said(action['description']),
    status: action['status'],
  });
  const lastResult = (action: Fields) => {
    const last = fields(list(action['results']).at(-1));
    const counts = fields(last['counts']);
    const { support, neutral, oppose } = counts;
    return { ballot: ballots.get(text(last['ballot']))?.['number'], support, neutral, oppose };
  };
  const measures = (value: Fields, under = ''): [string, Json][] =>
    Object.entries(value).flatMap(([name, one]): [string, Json][] => {
      if (typeof one === 'object' && one) return measures(one as Fields, `${under}${name}.`);
      return typeof one === 'boolean' ? [] : [[`${under}${name}`, one]];
    });

  return {
    actions: actions.map((action) => {
      const decision = fields(action['decision']);
      return row({
        ...identity(action),
        decision: decision['decision'],
        decidedAt: decision['decidedAt'],
        words: said(decision['words']),
        lead: namesIn(action['bearers']),
        partners: namesIn(action['partners']),
        start: action['start'],
        end: action['end'],
        comments: action['commentCount'],
        commitments: list(action['commitments']).length,
        ...lastResult(action),
      });
    }),
    proposals: [...all]
      .sort((one, other) => Number(one['number']) - Number(other['number']))
      .map((action) => {
        const colleges = list(action['sources']).map((source) => fields(source)['college']);
        return row({
          ...identity(action),
          colleges: lines(colleges.filter((college) => college !== undefined).map(text)),
          comments: action['commentCount'],
          ...lastResult(action),
        });
      }),
    commitments: all.flatMap((action) =>
      list(action['commitments']).map((one) => {
        const answer = fields(one);
        const last = fields(list(answer['updates']).at(-1));
        return row({
          reference: action['reference'],
          institution: fields(answer['institution'])['name'],
          response: answer['response'],
          confirmedAt: answer['confirmedAt'],
          words: said(answer['words']),
          lead: namesIn(answer['bearers']),
          partners: namesIn(answer['partners']),
          start: answer['start'],
          end: answer['end'],
          indicators: lines(
            list(answer['indicators']).map((indicator) => {
              const { name, unit, baseline, target } = fields(indicator);
              const measured = unit === undefined ? `${target}` : `${target} ${said(unit)}`;
              return `${said(name)}: ${measured}${baseline === undefined ? '' : ` (${baseline})`}`;
            }),
          ),
          budget: fields(answer['budget'])['amount'],
          currency: fields(answer['budget'])['currency'],
          needs: lines(list(answer['needs']).map(text)),
          otherNeeds: texts(answer['otherNeeds']),
          audience: texts(answer['audience']),
          places: namesIn(answer['places']),
          status: answer['status'],
          progress: answer['progress'],
          updatedAt: last['at'],
          news: said(last['news']),
        });
      }),
    ),
    results: all.flatMap((action) =>
      list(action['results']).flatMap((one) => {
        const { ballot, rank, formerRank, people, counts, scores, byCollege } = fields(one);
        const of = fields(ballots.get(text(ballot)));
        const tell =
          (college: string) =>
          ([measure, value]: [string, Json]) =>
            row({
              ballot: of['number'],
              method: of['method'],
              reference: action['reference'],
              college,
              measure,
              value,
            });
        const whole: Fields = Object.fromEntries(
          Object.entries({ rank, formerRank, people }).filter(
            (entry): entry is [string, Json] => entry[1] !== undefined,
          ),
        );
        return [
          ...measures({ ...whole, ...fields(counts), ...fields(scores) }).map(tell('')),
          ...list(byCollege).flatMap((part) => {
            const college = fields(part);
            const told =
              college['counts'] === undefined ? { suppressed: 1 } : fields(college['counts']);
            return measures(told).map(tell(text(college['college'])));
          }),
        ];
      }),
    ),
    moderation: board.acts.map(({ position, at, act, proposal, into, reason }) =>
      row({ position, at: instant(at), act, proposal, into, reason }),
    ),
  };
}

/** Numbers by what they are of: their order means nothing. */
function byMeasure(rows: readonly Row[]): { readonly [measure: string]: string } {
  const all: { [measure: string]: string } = {};
  for (const { ballot, method, reference, college, measure, value } of rows) {
    const key = [ballot, method, reference, college, measure].join(' ');
    all[key in all ? `${key} twice` : key] = value ?? '';
  }
  return all;
}

export function compareTables(
  expected: Tables,
  file: (name: string) => string | undefined,
  into: Comparison,
): void {
  for (const [name, rows] of Object.entries(expected)) {
    for (const [suffix, separator] of [
      ['.csv', ','],
      ['.fr.csv', ';'],
    ] as const) {
      const found = file(`${name}${suffix}`);
      if (found === undefined) into.mismatches.push(`${name}${suffix} is missing`);
      else if (name === 'results')
        compare(`${name}${suffix}`, byMeasure(rows), byMeasure(readTable(found, separator)), into);
      else compare(`${name}${suffix}`, rows, readTable(found, separator), into);
    }
  }
}
