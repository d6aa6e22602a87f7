import type { Board } from '../../board/board';
import { collegeTitle, type Ranked } from '../../board/select';
import type { Ballot } from '../../protocol/messages';
import { Heading } from '../parts/Page';
import { Place } from '../parts/StandingWords';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { Fit } from './Fit';
import { Nothing } from './Nothing';
import { useTurns } from './Pages';
import { say } from './words';

type CollegesProps = {
  readonly board: Board;
  readonly ballot: Ballot | undefined;
  readonly rows: readonly Ranked[];
};

/** What each college said: one proposal at a time. */
export const Colleges = ({ board, ballot, rows }: CollegesProps) => {
  const page = useTurns(rows.length, rows[0]?.proposal.id);
  const row = rows[page];
  if (!ballot) return <Nothing title={say('noBallot')} help={say('noBallotHelp')} />;
  if (ballot.state === 'open') {
    return <Nothing title={say('voteOpen')} help={say('afterVote')} />;
  }
  if (!ballot.resultsShown) {
    return <Nothing title={say('resultsLater')} help={say('resultsLaterHelp')} />;
  }
  if (!row) return <Nothing title={say('gone')} help={say('goneHelp')} />;
  return (
    <div class="wall-one">
      <div class="colleges-head">
        <p>
          {say('collegesTitle')}
          {rows.length > 1 ? (
            <span class="quiet page-of">
              {' '}
              {say('pageOf', { page: page + 1, pages: rows.length })}
            </span>
          ) : null}
        </p>
      </div>
      <Fit>
        <Heading>
          <Place standing={row.standing} />
          <UserText text={row.proposal.title} language={row.proposal.language} />
        </Heading>
        <Lines key={row.proposal.id} board={board} ballot={ballot} row={row} />
      </Fit>
    </div>
  );
};

/** A line for each college of which somebody had an opinion. */
const Lines = ({
  board,
  ballot,
  row,
}: Omit<CollegesProps, 'rows' | 'ballot'> & {
  readonly ballot: Ballot;
  readonly row: Ranked;
}) => {
  const { colleges = [] } = row.standing ?? {};
  if (colleges.length === 0) return <p class="colleges-line">{say('collegesNone')}</p>;
  return (
    <dl class="colleges">
      {colleges.map(({ college, counts }) => (
        <div key={college} class="colleges-line">
          <dt>
            <UserText text={collegeTitle(board, college)} />
          </dt>
          <dd>
            {counts ? (
              <TallyBar method={ballot.method} counts={counts} />
            ) : (
              <p class="quiet">{say('collegeHidden')}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
