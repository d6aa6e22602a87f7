import type { View } from '../../store/store';
import { useNow } from '../hooks';
import { duration } from '../text';
import { sayCommon } from '../words';
import { Icon } from './Icon';

/** How long the word that the time is over stays. */
const overFor = 60_000;

/** What is left of the running timer, in milliseconds by the server's clock. */
export const useTimeLeft = (view: View): number | undefined => {
  const { board } = view;
  // After the end nobody waits for anything.
  const endsAt = board.phase === 'closed' ? undefined : board.timerEndsAt;
  const time = useNow(250, endsAt !== undefined);
  if (endsAt === undefined) return undefined;
  const left = endsAt - (time + view.clockAhead);
  return left < -overFor ? undefined : left;
};

/** The timer of the room, while there is one. */
export const Timer = ({ view }: { view: View }) => {
  const left = useTimeLeft(view);
  if (left === undefined) return null;
  const time = duration(left);
  const sentence = left > 0 ? sayCommon('timer', { time }) : sayCommon('timerOver');
  return (
    <p class="timer" role="timer" aria-label={sentence}>
      <Icon name="clock" />
      <span aria-hidden="true">{left > 0 ? time : sentence}</span>
    </p>
  );
};
