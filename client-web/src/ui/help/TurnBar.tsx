import { useIdleLock } from './idle';
import { say } from './words';

/** From here on the countdown is written large. */
const soon = 20;

/** Always there: whose turn ends how, and when it ends by itself. */
export const TurnBar = ({ onEnd }: { onEnd: () => void }) => {
  const left = useIdleLock(onEnd);
  return (
    <aside class={left <= soon ? 'turn turn-soon' : 'turn'} aria-label={say('turn')}>
      <p class="turn-left" role="timer">
        {say('lock', { count: left })}
      </p>
      <button type="button" class="button button-primary" onClick={onEnd}>
        {say('end')}
      </button>
    </aside>
  );
};
