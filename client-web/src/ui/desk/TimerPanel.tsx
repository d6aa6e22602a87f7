import { useTimeLeft } from '../parts/Timer';
import type { PartProps } from './Desk';
import { say } from './words';

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
