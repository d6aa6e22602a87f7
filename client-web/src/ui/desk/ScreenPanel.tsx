import { lastBallot, proposalOf } from '../../board/select';
import { useTimeLeft } from '../parts/Timer';
import type { PartProps } from './Desk';
import { say } from './words';

const views = ['join', 'proposals', 'results', 'roadmap', 'blank'] as const;

/** What the plenary's screen shows. One proposal is put there from the list of proposals. */
export const ScreenPanel = ({ view, ask }: PartProps) => {
  const { board } = view;
  const shown = board.screen?.view ?? 'join';
  const ballot = lastBallot(board);
  const proposal = board.screen?.proposal ? proposalOf(board, board.screen.proposal) : undefined;
  return (
    <section class="card stack-close" aria-labelledby="screen">
      <h2 id="screen">{say('screen')}</h2>
      <div class="choices choices-two">
        {views.map((one) => (
          <button
            key={one}
            type="button"
            class={one === shown ? 'button button-primary' : 'button'}
            aria-pressed={one === shown}
            disabled={one === 'results' && !ballot}
            onClick={() =>
              ask({
                type: 'show',
                view: one,
                ...(one === 'results' && ballot ? { ballot: ballot.id } : {}),
              })
            }
          >
            {say(`view.${one}`)}
          </button>
        ))}
      </div>
      {shown === 'proposal' ? (
        <p class="small">{say('shownNow', { title: proposal?.title ?? '' })}</p>
      ) : null}
    </section>
  );
};

const lengths = [2, 5, 10] as const;

/** The room's timer. Every screen counts by itself to the same end. */
export const TimerPanel = ({ view, ask }: PartProps) => (
  <section class="card stack-close" aria-labelledby="clock">
    <h2 id="clock">{say('clock')}</h2>
    <div class="desk-row">
      {lengths.map((count) => (
        <button
          key={count}
          type="button"
          class="button"
          onClick={() => ask({ type: 'startTimer', seconds: 60 * count })}
        >
          {say('minutes', { count })}
        </button>
      ))}
      {useTimeLeft(view) === undefined ? null : (
        <button
          type="button"
          class="button button-danger"
          onClick={() => ask({ type: 'stopTimer' })}
        >
          {say('stopClock')}
        </button>
      )}
    </div>
  </section>
);
