import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { proposalOf } from '../../board/select';
import { unreachable } from '../../board/unreachable';
import type { Store, View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { AgendaLine } from '../parts/AgendaLine';
import { ConnectionStatus, lostCause, useLost } from '../parts/ConnectionNotice';
import { Icon } from '../parts/Icon';
import { Page } from '../parts/Page';
import { RehearsalSign } from '../parts/RehearsalSign';
import { Timer } from '../parts/Timer';
import { Loading } from './JoinScreen';
import { type ListPlace, ListScreen } from './ListScreen';
import { MineScreen } from './MineScreen';
import { NameScreen } from './NameScreen';
import { Notices } from './Notices';
import { NowScreen } from './NowScreen';
import { PracticeScreen } from './Practice';
import { ProposalScreen } from './ProposalScreen';
import { ProposeScreen } from './ProposeScreen';
import { fragment, type Route, useRoute } from './route';
import { stageOf } from './stage';
import type { VotePlace } from './VoteRound';
import { say } from './words';

export type ScreenProps = {
  readonly store: Store;
  readonly view: View;
  readonly storage: Storage;
};

/** The board on a phone: one screen at a time, and above it only what a person must know. */
export const BoardScreen = (props: ScreenProps) => {
  const { view } = props;
  const route = useRoute();
  const lost = useLost(view);
  const place = useRef<ListPlace>(undefined);
  const votePlace = useRef<VotePlace>(undefined);
  const origin = useRef<Route>({ type: 'list' });
  // From a proposal the way back leads to its card; from elsewhere the list begins at its top.
  if (route.type !== 'list' && route.type !== 'proposal') place.current = undefined;
  if (route.type !== 'proposal') origin.current = route;
  if (!view.board.about) {
    return <Loading trouble={lost ? say('unreachable', { cause: lostCause() }) : undefined} />;
  }
  const stage = stageOf(view.board);
  const screen = route.type === 'now' ? `now ${stage.type}` : fragment(route);
  return (
    <Page
      screen={screen}
      title={view.board.about.title}
      header={<Header {...props} route={route} origin={origin.current} />}
    >
      <div class="column">
        {route.type === 'now' && stage.type !== 'vote' ? <AgendaLine board={view.board} /> : null}
        <Notices {...props} route={route} screen={screen} />
        <div class="screen stack-wide">
          <Screen {...props} route={route} place={place} votePlace={votePlace} />
          {hasWayToVote(route) && stage.type === 'vote' ? <GoVote /> : null}
        </div>
      </div>
    </Page>
  );
};

/** `origin` is the last screen that was no proposal. */
const Header = ({ view, route, origin }: ScreenProps & { route: Route; origin: Route }) => (
  <>
    <RehearsalSign board={view.board} />
    <header class="header column">
      {route.type === 'now' ? (
        <span class="small quiet">{say('product')}</span>
      ) : (
        <a class="button button-plain button-back" href={fragment(backFrom(route, origin))}>
          <Icon name="previous" />
          {say('back')}
        </a>
      )}
      <Timer view={view} />
      <ConnectionStatus view={view} />
    </header>
  </>
);

/** Where the page's own way back leads. */
const backFrom = (route: Route, origin: Route): Route => {
  if (route.type === 'proposal') return origin;
  if (route.type === 'correct') return { type: 'mine' };
  return { type: 'now' };
};

/** The vote itself has none, and a proposal has its own buttons or is not in the vote. */
const hasWayToVote = ({ type }: Route): boolean => type !== 'now' && type !== 'proposal';

const GoVote = () => (
  <p class="bar bar-row" role="status">
    <span class="strong">{say('voteOpenNow')}</span>
    <a class="button button-primary" href={fragment({ type: 'now' })}>
      {say('goVote')}
    </a>
  </p>
);

type AnyScreenProps = ScreenProps & {
  readonly route: Route;
  readonly place: RefObject<ListPlace | undefined>;
  readonly votePlace: RefObject<VotePlace | undefined>;
};

const Screen = (props: AnyScreenProps): ComponentChildren => {
  const { route, view } = props;
  switch (route.type) {
    case 'now':
      return <NowScreen {...props} />;
    case 'list':
      return <ListScreen {...props} />;
    case 'proposal':
      return <ProposalScreen {...props} key={route.id} id={route.id} />;
    case 'propose':
      return <ProposeScreen {...props} key="new" />;
    case 'correct':
      return (
        <ProposeScreen {...props} key={route.id} correcting={proposalOf(view.board, route.id)} />
      );
    case 'mine':
      return <MineScreen {...props} />;
    case 'name':
      return <NameScreen {...props} />;
    case 'practice':
      return <PracticeScreen {...props} />;
    default:
      return unreachable(route);
  }
};
