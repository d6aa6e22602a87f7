import { collegeTitle } from '../../board/select';
import type { View } from '../../store/store';
import { ConnectionStatus } from '../parts/ConnectionNotice';
import { UserText } from '../parts/UserText';
import { clockSeconds } from '../words';
import { say } from './words';

/** The health of the room in one line: who is here, how much comes in, what is kept, the own line. */
export const Health = ({ view }: { readonly view: View }) => {
  const { participants, connected, here = [], reconnecting = 0, activity } = view.board;
  const joined = participants?.joined ?? 0;
  const away = joined - (connected ?? 0) - reconnecting;
  const colleges = here
    .map(({ college, count }) =>
      say('collegeCount', { college: collegeTitle(view.board, college), people: count }),
    )
    .join(', ');
  return (
    <section class="health small" aria-label={say('health')}>
      <p>
        <strong>{say('joined', { count: joined })}</strong>
        {connected === undefined ? null : (
          <>
            , {say('here', { count: connected })}
            {colleges ? (
              <>
                {' '}
                (<UserText ours text={colleges} />)
              </>
            ) : null}
            {reconnecting > 0 ? `, ${say('reconnecting', { count: reconnecting })}` : ''}
            {away > 0 ? `, ${say('away', { count: away })}` : ''}
          </>
        )}
      </p>
      <p class="numbers">{say('votesPerSecond', { count: activity?.votes ?? 0 })}</p>
      <p class="numbers">
        {activity?.writtenAt === undefined
          ? say('writtenNone')
          : say('writtenAt', { time: clockSeconds(activity.writtenAt) })}
      </p>
      <p class="quiet health-sending">{view.waiting.length > 0 ? say('sending') : ''}</p>
      <ConnectionStatus view={view} />
    </section>
  );
};
