import { useEffect, useRef, useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import type { ScreenNow } from '../../protocol/messages';
import type { View } from '../../store/store';
import { UserText } from '../parts/UserText';
import { nameOf } from './ScreenPanel';
import { subjectOf } from './Showings';
import { WallFrame } from './WallFrame';
import { say } from './words';

/** How often a thumbnail is drawn anew at most, in milliseconds: a storm of votes costs a tablet little. */
const drawnEvery = 1000;

/** The view, as it was a moment ago at most. */
const useCalm = (view: View): View => {
  const latest = useRef(view);
  latest.current = view;
  const [calm, setCalm] = useState(view);
  useEffect(() => {
    const look = () =>
      setCalm((old) => {
        const { board, lostAt } = latest.current;
        return board === old.board && lostAt === old.lostAt ? old : latest.current;
      });
    const timer = setInterval(look, drawnEvery);
    return () => clearInterval(timer);
  }, []);
  return calm;
};

/** What each screen of the room has to show now, live and small. */
export const Thumbnails = ({ view }: { readonly view: View }) => {
  const calm = useCalm(view);
  const { screens } = view.board;
  if (screens.length === 0) return null;
  return (
    <section class="thumbnails stack-close" aria-labelledby="thumbnails">
      <h2 id="thumbnails">{say('thumbnails', { count: screens.length })}</h2>
      <ul class="thumbnail-list">
        {screens.map((screen) => (
          <li key={screen.screen} class="thumbnail">
            <div class="preview thumbnail-frame">
              <WallFrame view={calm} screen={screen} />
            </div>
            <p class="small">
              <Caption board={view.board} screen={screen} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The same in a sentence, which is all that is read out. */
const Caption = ({ board, screen }: { readonly board: Board; readonly screen: ScreenNow }) => {
  const isOver = screen.view === 'join' && board.phase === 'closed';
  const sentence = say('thumbnailShows', {
    screen: nameOf(screen.name, screen.screen),
    view: isOver ? say('view.over') : say(`view.${screen.view}`),
  });
  const subject = subjectOf(board, screen);
  return (
    <>
      <strong>
        <UserText ours text={sentence} />
      </strong>{' '}
      {subject ? <UserText {...subject} /> : null}
    </>
  );
};
