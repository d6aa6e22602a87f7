import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Proposal } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import type { ScreenProps } from './BoardScreen';
import { leftNotices } from './LeftNotices';
import { useMergeNotices } from './MergeNotices';
import { keepSeen, keptSeen, newsOf, seenNow } from './news';
import { useRoomMessage } from './RoomMessage';
import { fragment, type Route } from './route';
import { say } from './words';

type NoticesProps = ScreenProps & {
  readonly route: Route;
  /** Names the screen, as Page has it. */
  readonly screen: string;
};

export type OneNotice = { readonly key: string; readonly body: ComponentChildren };

/**
 * What a person must know on whatever screen they are. What was known when the screen was opened
 * stands on top of it; what comes later lies over the top, so that nothing moves under a finger.
 */
export const Notices = (props: NoticesProps) => {
  const { screen } = props;
  const all = [
    ...mutedNotice(props),
    ...useRoomMessage(props),
    ...useNews(props),
    ...useMergeNotices(props),
    ...leftNotices(props),
  ];
  const opened = useRef({ screen: '', keys: [] as readonly string[] });
  if (opened.current.screen !== screen) {
    opened.current = { screen, keys: all.map(({ key }) => key) };
  }
  const { keys } = opened.current;
  return (
    <>
      <Those notices={all.filter(({ key }) => keys.includes(key))} />
      <Those notices={all.filter(({ key }) => !keys.includes(key))} over />
    </>
  );
};

const Those = ({ notices, over }: { notices: readonly OneNotice[]; over?: boolean }) => (
  <div role="alert" class={over ? 'over' : undefined}>
    {notices.map(({ key, body }) => (
      <div key={key}>{body}</div>
    ))}
  </div>
);

const mutedNotice = ({ view }: NoticesProps): readonly OneNotice[] =>
  view.board.mine.muted
    ? [{ key: 'muted', body: <p class="notice notice-line">{say('muted')}</p> }]
    : [];

/** What became of one's own proposals, until it was looked at. */
const useNews = ({ view, storage, route }: NoticesProps): readonly OneNotice[] => {
  const { board } = view;
  const code = board.about?.code ?? '';
  const [seen, setSeen] = useState(() => keptSeen(storage, code));
  const news = newsOf(board, seen);
  const looks = route.type === 'mine';
  useEffect(() => {
    if (!looks || news.length === 0) return;
    const next = seenNow(board);
    keepSeen(storage, code, next);
    setSeen(next);
  }, [looks, news.length, board]);
  const first = news.find(({ id }) => !(route.type === 'correct' && route.id === id));
  if (looks || !first) return [];
  return [{ key: `news ${first.id} ${first.status}`, body: <News proposal={first} /> }];
};

const wordOf = ({ status }: Proposal) =>
  status === 'returned' || status === 'declined' || status === 'published' ? status : 'decided';

const News = ({ proposal }: { proposal: Proposal }) => (
  <div class="notice notice-good notice-line notice-row">
    <p>
      <span class="strong">{say(`news.${wordOf(proposal)}`)}</span>{' '}
      <span class="small">
        <UserText text={proposal.title} language={proposal.language} />
      </span>
    </p>
    <a class="button button-primary" href={fragment({ type: 'mine' })}>
      {say('newsSee')}
    </a>
  </div>
);
