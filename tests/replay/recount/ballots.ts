// The anonymous ballots of an archive, in the files of Pol.is and Pabulib, by the choices of the journal. Who is
// whose line is a secret; so lines are compared as a whole, whatever their order.

import type { Comparison } from './compare.ts';
import { compare } from './compare.ts';
import type { Work } from './document.ts';
import { countedIn } from './document.ts';
import { instant, number } from './journal.ts';
import { resultsShown } from './read.ts';
import { dots, small, sum } from './scores.ts';
import type { Ballot, Proposal } from './state.ts';
import { isSeen } from './state.ts';
import { guarded, readTable } from './tables.ts';
import { dotsOf } from './votes.ts';

type File = (name: string) => string | undefined;

const signs: { readonly [choice: string]: string } = { support: '1', neutral: '0', oppose: '-1' };

/** What the room sees of what a ballot covers, by number. */
function coveredBy({ board }: Work, ballot: Ballot): readonly Proposal[] {
  return ballot.proposals
    .flatMap((id) => board.proposals.get(id) ?? [])
    .filter(isSeen)
    .sort((one, other) => one.number - other.number);
}

function comparePolis(work: Work, ballot: Ballot, file: File, into: Comparison): void {
  const folder = `polis/ballot-${ballot.number}`;
  const read = (name: string) => readTable(file(`${folder}/${name}`) ?? '', ',');
  const { cast, tallies } = countedIn(work.counted, ballot);
  const covered = coveredBy(work, ballot);

  const comments = covered.map(({ id, number, title, description, submittedAt }) => ({
    timestamp: String(submittedAt),
    datetime: instant(submittedAt),
    'comment-id': String(number),
    'author-id': '',
    agrees: String(tallies.get(id)?.counts['support']),
    disagrees: String(tallies.get(id)?.counts['oppose']),
    moderated: '1',
    'comment-body': guarded(description === '' ? title : `${title}\n${description}`),
  }));
  compare(`${folder}/comments.csv`, comments, read('comments.csv'), into);

  // A line for each voter: their choice on each proposal, and how many there are.
  const matrix = [...cast.values()].map((choices) => {
    const row = covered.map(({ id }) => signs[choices.get(id)?.choice ?? ''] ?? '');
    const counted = (sign: string) => row.filter((one) => one === sign).length;
    return [row.filter((one) => one !== '').length, counted('1'), counted('-1'), ...row].join();
  });
  const columns = [
    'n-votes',
    'n-agree',
    'n-disagree',
    ...covered.map((proposal) => String(proposal.number)),
  ];
  const told = read('participants-votes.csv');
  const toldMatrix = told.map((row) => columns.map((column) => row[column] ?? '?').join());
  compare(`${folder}/participants-votes.csv`, matrix.sort(), [...toldMatrix].sort(), into);
  into.numbers += matrix.length * columns.length;
  compare(
    `${folder} participants`,
    told.map((_, index) => String(index)),
    told.map((row) => row['participant'] ?? ''),
    into,
  );
  for (const column of Object.keys(told[0] ?? {})) {
    if (![...columns, 'participant', 'group-id', 'n-comments'].includes(column))
      into.unchecked.push(`${folder} ${column}`);
  }

  // The same once more, a line for each vote.
  const votes = told.flatMap((row) =>
    covered.flatMap(({ number }) => {
      const vote = row[String(number)] ?? '';
      const [timestamp, datetime] = [String(ballot.openedAt), instant(ballot.openedAt)];
      return vote === ''
        ? []
        : [
            {
              timestamp,
              datetime,
              'comment-id': String(number),
              'voter-id': row['participant'] ?? '',
              vote,
            },
          ];
    }),
  );
  compare(`${folder}/votes.csv`, votes, read('votes.csv'), into);

  const authors = new Set(
    covered.flatMap(({ author }) =>
      author !== undefined && work.board.people.has(author) ? [author] : [],
    ),
  );
  const [names, ...summary] = (file(`${folder}/summary.csv`) ?? '').split('\r\n');
  compare(
    `${folder}/summary.csv`,
    {
      topic: guarded(work.board.title),
      voters: String(cast.size),
      'voters-in-conv': String(cast.size),
      commenters: String(authors.size),
      comments: String(covered.length),
      'conversation-description': guarded(ballot.question),
    },
    Object.fromEntries(
      [names ?? '', ...summary.filter((line) => line !== '')].map((line) => {
        const comma = line.indexOf(',');
        const value = line.slice(comma + 1);
        return [
          line.slice(0, comma),
          value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value,
        ];
      }),
    ),
    into,
  );
}

/** The sections of a file of Pabulib: rows of cells, under the name of their section. */
function sectionsOf(file: string): ReadonlyMap<string, readonly string[][]> {
  const sections = new Map<string, string[][]>();
  let current: string[][] = [];
  for (const line of file.split('\n')) {
    if (/^[A-Z]+$/.test(line)) sections.set(line, (current = []));
    else if (line !== '') current.push(line.split(';'));
  }
  return sections;
}

const plain = (value: string): string => value.replaceAll(';', ',').replace(/[\n\r"]/g, ' ');

function comparePabulib(work: Work, ballot: Ballot, file: File, into: Comparison): void {
  const name = `pabulib/ballot-${ballot.number}.pb`;
  const sections = sectionsOf(file(name) ?? '');
  const { cast, tallies } = countedIn(work.counted, ballot);
  const covered = coveredBy(work, ballot);
  const points = ballot.method === 'dots';
  const terms = {
    max_length: ballot.terms['m'],
    max_sum_points: ballot.terms['b'],
    max_points: ballot.terms['c'],
  };
  const meta = [
    ['key', 'value'],
    ['description', plain(ballot.question)],
    ['unit', plain(work.board.title)],
    ['instance', `${work.board.code}-${ballot.number}`],
    ['num_projects', String(covered.length)],
    ['num_votes', String(cast.size)],
    ['budget', String(covered.length)],
    ['vote_type', points ? 'cumulative' : 'approval'],
    ...Object.entries(terms).flatMap(([key, value]) =>
      number(value) === undefined ? [] : [[key, String(value)]],
    ),
  ];
  compare(`${name} META`, meta, sections.get('META'), into);
  const projects = covered.map(({ id, number, title }) => {
    const counts = tallies.get(id)?.counts ?? {};
    return [
      String(number),
      '1',
      String(sum(counts)),
      ...(points ? [String(dots(counts))] : []),
      plain(title),
    ];
  });
  const projectColumns = ['project_id', 'cost', 'votes', ...(points ? ['score'] : []), 'name'];
  compare(`${name} PROJECTS`, [projectColumns, ...projects], sections.get('PROJECTS'), into);

  const votes = [...cast.values()].map((choices) => {
    const chosen = covered.filter(({ id }) => choices.has(id));
    const given = chosen.map(({ id }) => dotsOf(choices.get(id)?.choice)).join();
    return [chosen.map((proposal) => proposal.number).join(), ...(points ? [given] : [])].join(';');
  });
  const [columns, ...told] = sections.get('VOTES') ?? [];
  compare(`${name} VOTES`, ['voter_id', 'vote', ...(points ? ['points'] : [])], columns, into);
  compare(`${name} VOTES`, votes.sort(), told.map(([, ...cells]) => cells.join(';')).sort(), into);
  into.numbers += votes.length;
}

/** Compares every file of ballots, and tells the names of those that must be there. */
export function compareBallots(work: Work, file: File, into: Comparison): readonly string[] {
  const names: string[] = [];
  for (const ballot of work.board.ballots) {
    if (!resultsShown(work.board, ballot) || ballot.state === 'open') continue;
    if (countedIn(work.counted, ballot).cast.size < small) continue;
    if (ballot.method === 'opinion') {
      comparePolis(work, ballot, file, into);
      names.push(
        ...['comments', 'participants-votes', 'summary', 'votes'].map(
          (one) => `polis/ballot-${ballot.number}/${one}.csv`,
        ),
      );
    }
    if (ballot.method === 'approval' || ballot.method === 'dots') {
      comparePabulib(work, ballot, file, into);
      names.push(`pabulib/ballot-${ballot.number}.pb`);
    }
  }
  return names;
}
