import { useEffect, useState } from 'preact/hooks';
import { type Code, closeCodes } from '../../protocol/messages';
import { build, reloadAnew } from '../../store/browser';
import { browserRandom } from '../../store/identity';
import { forgetKept } from '../../store/kept';
import { forget, type Membership, membership, rememberJoined } from '../../store/membership';
import { personOf, type Store, type View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { Foot } from '../parts/Foot';
import { Heading, Page } from '../parts/Page';
import { BoardScreen } from './BoardScreen';
import { emptyDraft, keepDraft } from './draft';
import { JoinScreen, UnknownBoard } from './JoinScreen';
import { say } from './words';

type BoardProps = { readonly code: Code; readonly storage: Storage };

type PhoneProps = BoardProps & {
  /** The badge whose code was scanned to come here. */
  readonly badge: string | undefined;
};

/** One person's phone: first the door, then the board. */
export const Phone = ({ code, storage, badge: scanned }: PhoneProps) => {
  const [me, setMe] = useState(() => membership(storage, code, browserRandom));
  const [badge, setBadge] = useState(scanned);
  const joined = () => {
    rememberJoined(storage, code, me);
    setBadge(undefined);
    setMe({ ...me, joined: true });
  };
  const stranger = () => {
    forget(storage, code);
    forgetKept(storage, personOf(code, me.credential));
    setMe(membership(storage, code, browserRandom));
  };
  const somebodyElse = () => {
    keepDraft(storage, code, emptyDraft);
    stranger();
  };
  if (badge !== undefined || !me.joined) {
    return (
      <>
        <JoinScreen
          code={code}
          credential={me.credential}
          badge={badge}
          onJoined={joined}
          onOther={somebodyElse}
        />
        <Foot />
      </>
    );
  }
  return <Inside code={code} storage={storage} me={me} onStranger={stranger} />;
};

type InsideProps = BoardProps & { readonly me: Membership; readonly onStranger: () => void };

const Inside = ({ code, storage, me, onStranger }: InsideProps) => {
  const store = useStore(code, me.credential, storage, undefined, build);
  const view = useView(store);
  const { connection } = view;
  const isStranger = connection.type === 'gone' && connection.code === closeCodes.unknownCredential;
  useEffect(() => {
    if (isStranger) onStranger();
  }, [isStranger, onStranger]);

  if (connection.type !== 'gone')
    return (
      <>
        <BoardScreen store={store} view={view} storage={storage} />
        <Foot />
      </>
    );
  if (isStranger) return null;
  if (connection.code === closeCodes.unknownBoard) return <UnknownBoard />;
  if (connection.code === closeCodes.badgeMoved) {
    return <BadgeMoved store={store} view={view} onBack={onStranger} />;
  }
  return <OldPage />;
};

type BadgeMovedProps = { readonly store: Store; readonly view: View; readonly onBack: () => void };

/** The person goes on elsewhere. Nothing more is sent from here, and what was not is told. */
const BadgeMoved = ({ store, view, onBack }: BadgeMovedProps) => {
  const [lost] = useState(view.waiting.length);
  useEffect(() => store.abandon(), [store]);
  return (
    <Page screen="moved" title={say('movedTitle')}>
      <div class="column stack">
        <Heading>{say('movedTitle')}</Heading>
        <p>{say('movedHelp')}</p>
        {lost > 0 ? <p class="notice notice-refused">{say('movedLost', { count: lost })}</p> : null}
        <button type="button" class="button button-wide" onClick={onBack}>
          {say('movedBack')}
        </button>
      </div>
    </Page>
  );
};

/** The server does not understand this page, so it is of another time. */
const OldPage = () => (
  <Page screen="old" title={say('oldPage')}>
    <div class="column stack">
      <Heading>{say('oldPage')}</Heading>
      <p>{say('oldPageHelp')}</p>
      <button type="button" class="button button-primary button-wide" onClick={reloadAnew}>
        {say('reload')}
      </button>
    </div>
  </Page>
);
