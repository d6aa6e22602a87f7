import { useState } from 'preact/hooks';
import { lastBallot, proposalOf, screenOf } from '../../board/select';
import type { Ballot, ProposalId } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import type { PartProps } from './Desk';
import { Preview } from './Preview';
import { ScreensForm } from './ScreensForm';
import { Showings } from './Showings';
import type { Scene } from './stage';
import { say } from './words';

const views = [
  'join',
  'proposals',
  'results',
  'agreement',
  'colleges',
  'roadmap',
  'blank',
] as const;

/** The name of a screen, or its number where nobody named it. */
export const nameOf = (name: string | undefined, number: number): string =>
  name ?? say('screenNumber', { number });

type Choosable = (typeof views)[number];

/** Whether there is something to show: agreement is of opinions, for and against. */
const isThere = (view: Choosable, ballot: Ballot | undefined): boolean => {
  if (view === 'agreement') return ballot?.method === 'opinion';
  return (view !== 'results' && view !== 'colleges') || ballot !== undefined;
};

/** The colleges are shown of the proposal that is on the screen, else of all the vote is about. */
const sceneFor = (
  view: Choosable,
  ballot: Ballot | undefined,
  proposal: ProposalId | undefined,
): Scene => {
  if (view !== 'results' && view !== 'agreement' && view !== 'colleges') return { view };
  if (!ballot) return { view };
  const one = view === 'colleges' && proposal && ballot.proposals.includes(proposal);
  return { view, ballot: ballot.id, ...(one ? { proposal } : {}) };
};

/** What the screens of the room show. One proposal is put there from the list of proposals. */
export const ScreenPanel = (props: PartProps) => {
  const { view, stage } = props;
  const { board } = view;
  const screen = screenOf(board, stage.screen);
  const chosen = stage.draft ?? screen;
  const ballot = lastBallot(board);
  const [more, setMore] = useState(false);
  const proposal = chosen.proposal ? proposalOf(board, chosen.proposal) : undefined;
  return (
    <section class="card stack-close" aria-labelledby="screen">
      <div class="desk-row screen-head">
        <h2 id="screen">{say('screen')}</h2>
        {board.screens.length > 1 ? (
          <select
            class="input"
            aria-label={say('screenChoose')}
            value={stage.screen}
            onChange={(event) => stage.choose(Number(event.currentTarget.value))}
          >
            {board.screens.map((one) => (
              <option key={one.screen} value={one.screen}>
                {nameOf(one.name, one.screen)}
              </option>
            ))}
          </select>
        ) : null}
        <button
          type="button"
          class="button button-plain"
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {say('screenMore')}
        </button>
      </div>
      <div class="choices choices-two bar-line">
        {views.map((one) => (
          <button
            key={one}
            type="button"
            class={one === chosen.view ? 'button button-primary' : 'button'}
            aria-pressed={one === chosen.view}
            disabled={!isThere(one, ballot)}
            onClick={() => stage.show(sceneFor(one, ballot, chosen.proposal))}
          >
            {say(`view.${one}`)}
          </button>
        ))}
      </div>
      {proposal ? (
        <p class="small">
          <UserText
            ours
            text={say(stage.draft ? 'shownSoon' : 'shownNow', { title: proposal.title })}
          />
        </p>
      ) : null}
      {stage.draft ? <Preview {...props} scene={stage.draft} /> : null}
      {more ? (
        <div class="stack">
          <label class={stage.trying ? 'option option-on' : 'option'}>
            <input
              type="checkbox"
              checked={stage.trying}
              onChange={() => stage.tryFirst(!stage.trying)}
            />
            {say('tryFirst')}
          </label>
          <ScreensForm {...props} />
          <Showings view={view} />
        </div>
      ) : null}
    </section>
  );
};
