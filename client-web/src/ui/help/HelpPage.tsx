import { useCallback, useRef, useState } from 'preact/hooks';
import type { Code, Credential, TabletUse } from '../../protocol/messages';
import { browserRandom, mintCredential } from '../../store/identity';
import type { Store } from '../../store/store';
import { memoryStorage, type Storage } from '../../sync/storage';
import { Options } from '../parts/Options';
import { Heading, Page } from '../parts/Page';
import { JoinScreen } from '../phone/JoinScreen';
import { chooseLanguage } from '../start';
import { spoken } from '../words';
import { TurnBar } from './TurnBar';
import { TurnBoard } from './TurnBoard';
import { say } from './words';

type HelpProps = { readonly code: Code; readonly helper: Credential };

/** One person's time at the tablet. Whatever is kept of it is in here, and goes with it. */
export type Turn = {
  readonly credential: Credential;
  readonly storage: Storage;
  readonly joined: boolean;
};

const freshTurn = (): Turn => ({
  credential: mintCredential(browserRandom),
  storage: memoryStorage(),
  joined: false,
});

/** Beyond so many people whose words still wait for the network, the oldest are given up. */
const leavingMax = 8;

/** A tablet that serves person after person, with nothing of one left for the next. */
export const HelpPage = ({ code, helper }: HelpProps) => {
  const [use, setUse] = useState<TabletUse>('assisted');
  const [turn, setTurn] = useState<Turn>();
  /** What the tablet speaks between two people, whatever one of them chose. */
  const restLanguage = useRef(spoken());
  const [leaving, setLeaving] = useState<readonly Store[]>([]);

  const end = useCallback((store?: Store) => {
    setTurn(undefined);
    void chooseLanguage(restLanguage.current);
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
    if (!store) return;
    if (store.view().waiting.length === 0) return store.abandon();
    // What the person did goes out by itself; only the screen is cleared.
    const gone = () => {
      const { waiting, connection } = store.view();
      if (waiting.length > 0 && connection.type !== 'gone') return;
      store.abandon();
      setLeaving((before) => before.filter((one) => one !== store));
    };
    store.watch(gone);
    setLeaving((before) => {
      for (const old of before.slice(0, -leavingMax + 1)) old.abandon();
      return [...before.slice(-leavingMax + 1), store];
    });
  }, []);
  const endWithoutStore = useCallback(() => end(), [end]);

  if (!turn) {
    return (
      <Rest
        use={use}
        leaving={leaving.length}
        onUse={setUse}
        onStart={() => {
          restLanguage.current = spoken();
          setTurn(freshTurn());
        }}
      />
    );
  }
  if (turn.joined) {
    return (
      <TurnBoard
        key={turn.credential}
        code={code}
        turn={turn}
        tablet={{ helper, use }}
        onEnd={end}
      />
    );
  }
  return (
    <>
      <TurnBar onEnd={endWithoutStore} />
      <JoinScreen
        key={turn.credential}
        code={code}
        credential={turn.credential}
        badge={undefined}
        tablet={{ helper, use }}
        onJoined={() => setTurn({ ...turn, joined: true })}
        onOther={() => setTurn(freshTurn())}
      />
    </>
  );
};

type RestProps = {
  readonly use: TabletUse;
  readonly leaving: number;
  readonly onUse: (use: TabletUse) => void;
  readonly onStart: () => void;
};

/** Between two people. */
const Rest = ({ use, leaving, onUse, onStart }: RestProps) => (
  <Page screen="rest" title={say('title')}>
    <div class="column stack-wide">
      <div class="stack">
        <Heading>{say('next')}</Heading>
        <p>{say('lead')}</p>
      </div>
      <Options
        name="use"
        legend={say('use')}
        value={use}
        options={[
          { id: 'assisted', title: say('use.assisted') },
          { id: 'shared', title: say('use.shared') },
        ]}
        onValue={(chosen) => onUse(chosen as TabletUse)}
      />
      <button
        type="button"
        class="button button-primary button-wide button-large"
        onClick={onStart}
      >
        {say('start')}
      </button>
      <div role="status">
        {leaving > 0 ? <p class="notice">{say('leaving', { count: leaving })}</p> : null}
      </div>
    </div>
  </Page>
);
