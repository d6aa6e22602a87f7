import type { View } from '../../store/store';
import { useNow } from '../hooks';
import { AgendaLine } from '../parts/AgendaLine';
import { useLost } from '../parts/ConnectionNotice';
import { QrCode } from '../parts/QrCode';
import { useTimeLeft } from '../parts/Timer';
import { UserText } from '../parts/UserText';
import { duration } from '../text';
import { clockTime } from '../words';
import { say } from './words';

/** Where a phone goes: into the room, and to what came of it once the session is over. */
export const addressFor = ({ board }: View): string => {
  const way = board.phase === 'closed' ? 'roadmap' : 'b';
  return `${location.origin}/${way}/${board.about?.code ?? ''}`;
};

/** An address with more letters is written smaller. */
const addressLong = 18;

/** The thin line that is always there: what this is, how to come in, how long is left. */
export const Band = ({ view, withWay }: { view: View; withWay: boolean }) => {
  const { about } = view.board;
  return (
    <header class="wall-band">
      {withWay ? <QrCode text={addressFor(view)} /> : null}
      <div class="band-words">
        <p class="band-title">
          <UserText text={about?.title ?? ''} />
        </p>
        {withWay ? <Way view={view} /> : null}
        <AgendaLine board={view.board} />
      </div>
      <LostSign view={view} />
      <Clock view={view} />
    </header>
  );
};

/** What the desk tells everybody. */
export const RoomMessage = ({ view }: { view: View }) => {
  const { message } = view.board;
  return (
    <div class="wall-message" role="status">
      {message ? <UserText text={message.text} /> : null}
    </div>
  );
};

const Way = ({ view }: { view: View }) => {
  const { about, phase } = view.board;
  if (phase === 'closed') return <p class="band-way">{say('over')}</p>;
  return (
    <p class="band-way">
      <span class={location.host.length > addressLong ? 'address address-long' : 'address'}>
        {location.host}
      </span>{' '}
      <span class="code">
        {say('code')} <strong>{about?.code}</strong>
      </span>
    </p>
  );
};

/** After so long without the server, what is shown is said to be old. */
const frozenAfter = 30_000;

/** A small calm sign; the last picture stays. */
const LostSign = ({ view }: { view: View }) => {
  const lost = useLost(view);
  const time = useNow(1000, lost);
  if (!lost || view.lostAt === undefined) return null;
  return (
    <p class="status status-lost" role="status">
      <span class="status-dot" />
      {time - view.lostAt < frozenAfter
        ? say('reconnecting')
        : say('frozen', { time: clockTime(view.lostAt) })}
    </p>
  );
};

/** What is left, and when it ends, so that a look at one's own watch says the same. */
export const Clock = ({ view }: { view: View }) => {
  const left = useTimeLeft(view);
  const { timerEndsAt } = view.board;
  if (left === undefined || timerEndsAt === undefined) return null;
  if (left <= 0) {
    return (
      <p class="clock clock-over" role="timer">
        {say('timerOver')}
      </p>
    );
  }
  return (
    <p class="clock" role="timer">
      <span class="clock-left">{duration(left)}</span>
      <span class="clock-end">{say('endsAt', { time: clockTime(timerEndsAt) })}</span>
    </p>
  );
};
