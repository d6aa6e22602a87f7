import { useState } from 'preact/hooks';
import { lastBallot, proposalOf, screenOf } from '../../board/select';
import type { PartProps } from './Desk';
import { Preview } from './Preview';
import { ScreensForm } from './ScreensForm';
import { Showings } from './Showings';
import { say } from './words';

const views = ['join', 'proposals', 'results', 'roadmap', 'blank'] as const;

/** The name of a screen, or its number where nobody named it. */
export const nameOf = (name: string | undefined, number: number): string =>
  name ?? say('screenNumber', { number });

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
            disabled={one === 'results' && !ballot}
            onClick={() =>
              stage.show({
                view: one,
                ...(one === 'results' && ballot ? { ballot: ballot.id } : {}),
              })
            }
          >
            {say(`view.${one}`)}
          </button>
        ))}
      </div>
      {chosen.view === 'proposal' ? (
        <p class="small">
          {say(stage.draft ? 'shownSoon' : 'shownNow', { title: proposal?.title ?? '' })}
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
