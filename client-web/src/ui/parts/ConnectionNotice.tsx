import type { View } from '../../store/store';
import { useNow } from '../hooks';
import { sayCommon } from '../words';

/** A line that comes back at once is not worth a word. */
export const noticeAfter = 2000;

/** Whether the line has been lost long enough to say so. */
export const useLost = (view: View): boolean => {
  const time = useNow(500, view.lostAt !== undefined);
  return view.lostAt !== undefined && time - view.lostAt >= noticeAfter;
};

/** The state of the line in a word, never by colour alone. */
export const ConnectionStatus = ({ view }: { view: View }) => {
  const lost = useLost(view);
  return (
    <span class={lost ? 'status small status-lost' : 'status small quiet'}>
      <span class="status-dot" />
      {sayCommon(!lost ? 'connected' : navigator.onLine ? 'reconnecting' : 'statusOffline')}
    </span>
  );
};

/** What a person should know when the line is lost: what waits, and that nothing is to be done. */
export const ConnectionNotice = ({ view }: { view: View }) => {
  const lost = useLost(view);
  const count = view.waiting.length;
  return (
    <div role="status">
      {lost ? (
        <p class="notice notice-line small">
          <strong>{sayCommon(navigator.onLine ? 'reconnecting' : 'offline')}</strong>{' '}
          {count > 0 ? `${sayCommon('waiting', { count })} ` : ''}
          {sayCommon(count > 0 ? 'leaves' : 'stay')}
        </p>
      ) : null}
    </div>
  );
};
