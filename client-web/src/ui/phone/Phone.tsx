import { useEffect, useState } from 'preact/hooks';
import { type Code, closeCodes } from '../../protocol/messages';
import { browserRandom } from '../../store/identity';
import { forget, type Membership, membership, rememberJoined } from '../../store/membership';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { Heading, Page } from '../parts/Page';
import { BoardScreen } from './BoardScreen';
import { JoinScreen, UnknownBoard } from './JoinScreen';
import { say } from './words';

type PhoneProps = { readonly code: Code; readonly storage: Storage };

/** One person's phone: first the door, then the board. */
export const Phone = ({ code, storage }: PhoneProps) => {
  const [me, setMe] = useState(() => membership(storage, code, browserRandom));
  const joined = () => {
    rememberJoined(storage, code, me);
    setMe({ ...me, joined: true });
  };
  const stranger = () => {
    forget(storage, code);
    setMe(membership(storage, code, browserRandom));
  };
  if (!me.joined) return <JoinScreen code={code} credential={me.credential} onJoined={joined} />;
  return <Inside code={code} storage={storage} me={me} onStranger={stranger} />;
};

type InsideProps = PhoneProps & { readonly me: Membership; readonly onStranger: () => void };

const Inside = ({ code, storage, me, onStranger }: InsideProps) => {
  const store = useStore(code, me.credential, storage);
  const view = useView(store);
  const { connection } = view;
  const isStranger = connection.type === 'gone' && connection.code === closeCodes.unknownCredential;
  useEffect(() => {
    if (isStranger) onStranger();
  }, [isStranger, onStranger]);

  if (connection.type !== 'gone')
    return <BoardScreen store={store} view={view} storage={storage} />;
  if (isStranger) return null;
  if (connection.code === closeCodes.unknownBoard) return <UnknownBoard />;
  return <OldPage />;
};

/** The server does not understand this page, so it is of another time. */
const OldPage = () => (
  <Page screen="old" title={say('oldPage')}>
    <div class="column stack">
      <Heading>{say('oldPage')}</Heading>
      <p>{say('oldPageHelp')}</p>
      <button
        type="button"
        class="button button-primary button-wide"
        onClick={() => location.reload()}
      >
        {say('reload')}
      </button>
    </div>
  </Page>
);
