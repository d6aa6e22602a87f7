import { useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import {
  type Ballot,
  type Code,
  type Credential,
  limits,
  type Proposal,
} from '../../protocol/messages';
import { issueBadges } from '../../store/api';
import { Problem } from '../parts/Field';
import { NumberInput } from '../parts/NumberInput';
import { UserText } from '../parts/UserText';
import { choiceText, refusalText } from '../words';
import { keysOf } from './typing';
import { say } from './words';

type PrintProps = {
  readonly code: Code;
  readonly credential: Credential;
  /** Whether more numbers may be asked for: by the facilitator. */
  readonly leads: boolean;
  readonly board: Board;
  readonly ballot: Ballot;
  readonly proposals: readonly Proposal[];
};

/** Proposals on one side of a sheet. */
const rowsMax = 12;

/** Sheets made at once; more would be more than a printer's tray. */
const sheetsMax = 500;

/** The sheets of a ballot: for badges that people have, or with numbers of their own. */
export const PrintForm = ({ code, credential, leads, board, ballot, proposals }: PrintProps) => {
  const [from, setFrom] = useState(1);
  const [count, setCount] = useState(10);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await issueBadges(code, credential, { count });
    setBusy(false);
    if (answer.type === 'done') return setFrom(answer.value.first);
    setTrouble(answer.type === 'refused' ? refusalText(answer.refusal) : say('unreachable'));
  };
  const numbers = Array.from({ length: count }, (_, at) => from + at);
  return (
    <>
      <div class="paper paper-form column stack">
        <p>{say('printHelp')}</p>
        <Whole
          id="from"
          label={say('from')}
          value={from}
          most={limits.badgesMax}
          onValue={setFrom}
        />
        <Whole
          id="sheets"
          label={say('sheets')}
          value={count}
          most={sheetsMax}
          onValue={setCount}
        />
        {leads ? (
          <button type="button" class="button button-wide" disabled={busy} onClick={more}>
            {say('moreNumbers', { count })}
          </button>
        ) : null}
        <Problem text={trouble} />
        <button type="button" class="button button-primary button-wide" onClick={() => print()}>
          {say('printNow', { count })}
        </button>
      </div>
      <div class="sheets">
        {numbers.map((number) =>
          sides(proposals).map((rows, side, all) => (
            <Side
              key={`${number} ${side}`}
              board={board}
              ballot={ballot}
              number={number}
              rows={rows}
              first={side * rowsMax}
              page={all.length > 1 ? say('page', { page: side + 1, pages: all.length }) : ''}
            />
          )),
        )}
      </div>
    </>
  );
};

const sides = (proposals: readonly Proposal[]): readonly (readonly Proposal[])[] =>
  Array.from({ length: Math.ceil(proposals.length / rowsMax) }, (_, side) =>
    proposals.slice(side * rowsMax, (side + 1) * rowsMax),
  );

type SideProps = {
  readonly board: Board;
  readonly ballot: Ballot;
  readonly number: number;
  readonly rows: readonly Proposal[];
  /** How many proposals stand on the sides before. */
  readonly first: number;
  readonly page: string;
};

/** One side of one person's sheet. */
const Side = ({ board, ballot, number, rows, first, page }: SideProps) => {
  const keys = keysOf({ method: ballot.method, cap: ballot.cap ?? 0 });
  return (
    <section class="sheet paper-side">
      <header class="paper-head">
        <div>
          <p class="paper-board">
            <UserText text={board.about?.title ?? ''} />
          </p>
          <p class="paper-small">
            {say('session', { code: board.about?.code ?? '', number: ballot.number })}
          </p>
        </div>
        <p class="paper-number">
          {say('sheet', { number })} <span class="paper-small">{page}</span>
        </p>
      </header>
      <h2 class="paper-question">
        <UserText text={ballot.question} />
      </h2>
      {first === 0 ? (
        <p class="paper-colleges">
          {say('tickCollege')}{' '}
          {board.about?.colleges.map(({ id, title }) => (
            <span key={id} class="paper-college">
              <span class="paper-box" /> <UserText text={title} />{' '}
            </span>
          ))}
        </p>
      ) : null}
      <p>
        {say(`how.${ballot.method}`, {
          count: ballot.maximum ?? ballot.budget ?? 0,
          cap: ballot.cap ?? 0,
        })}
      </p>
      <ol class="paper-rows" start={first + 1}>
        {rows.map(({ id, title, language }, at) => (
          <li key={id} class="paper-row">
            <span class="paper-title">
              {first + at + 1}. <UserText text={title} language={language} />
            </span>
            <span class="paper-choices">
              {ballot.method === 'dots' ? (
                <span class="paper-dots">{say('dotsBlank')}</span>
              ) : (
                keys.map(({ choice }) => (
                  <span key={choice} class="paper-choice">
                    <span class="paper-box" />
                    {ballot.method === 'approval' ? say('mark') : choiceText(choice)}
                  </span>
                ))
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

type WholeProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onValue: (value: number) => void;
};

const Whole = ({ id, label, value, most, onValue }: WholeProps) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    <NumberInput id={id} value={value} onValue={(kept = 1) => onValue(kept)} min={1} max={most} />
  </div>
);
