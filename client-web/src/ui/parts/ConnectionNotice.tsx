import { now } from '../../store/browser';
import type { View } from '../../store/store';
import { useNow } from '../hooks';
import { clockTime, dateText, sayCommon } from '../words';

/** A line that comes back at once is not worth a word. */
export const noticeAfter = 2000;

/** Whether the line has been lost long enough to say so. */
export const useLost = (view: View): boolean => {
  const time = useNow(500, view.lostAt !== undefined);
  return view.lostAt !== undefined && time - view.lostAt >= noticeAfter;
};

/** Why nothing comes back, in the one wording that every screen has for it. */
export const lostCause = (): string =>
  sayCommon(navigator.onLine ? 'reconnecting' : 'statusOffline');

/** A day is told once it is another one than today. */
const seen = (moment: number): string =>
  dateText(moment) === dateText(now())
    ? sayCommon('seenAt', { time: clockTime(moment) })
    : sayCommon('seenOn', { date: dateText(moment) });

/**
 * The state of the line in words, never by colour alone; while it is lost also what waits. Its room
 * is kept free at all times, so that nothing moves when it comes or goes.
 */
export const ConnectionStatus = ({ view }: { view: View }) => {
  const lost = useLost(view);
  const { keptAt } = view;
  const count = view.waiting.length;
  return (
    <div class={lost ? 'status small status-lost' : 'status small quiet'} role="status">
      <span class="status-dot" />
      <p>
        {lost ? lostCause() : sayCommon(keptAt === undefined ? 'connected' : 'connecting')}
        {lost && count > 0 ? (
          <span class="status-more">{sayCommon('waiting', { count })}</span>
        ) : null}
        {lost && keptAt !== undefined ? <span class="status-more">{seen(keptAt)}</span> : null}
        {lost ? <span class="unseen"> {sayCommon(count > 0 ? 'leaves' : 'stay')}</span> : null}
      </p>
    </div>
  );
};

/** The same on a page that has nothing else to show yet. */
export const ConnectionNotice = ({ view }: { view: View }) => {
  const lost = useLost(view);
  return (
    <div role="status">
      {lost ? (
        <p class="notice notice-line small">
          <strong>{lostCause()}</strong> {sayCommon('stay')}
        </p>
      ) : null}
    </div>
  );
};
