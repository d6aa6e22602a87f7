import { useCallback } from 'preact/hooks';
import { type Code, closeCodes } from '../../protocol/messages';
import type { Store, Tablet } from '../../store/store';
import { useStore, useView } from '../hooks';
import { Gone } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { BoardScreen } from '../phone/BoardScreen';
import type { Turn } from './HelpPage';
import { TurnBar } from './TurnBar';
import { say } from './words';

type TurnProps = {
  readonly code: Code;
  readonly turn: Turn;
  readonly tablet: Tablet;
  readonly onEnd: (store: Store) => void;
};

/** The person's own screens, as on a phone, with the end of the turn above them. */
export const TurnBoard = ({ code, turn, tablet, onEnd }: TurnProps) => {
  const store = useStore(code, turn.credential, turn.storage, tablet);
  const view = useView(store);
  const end = useCallback(() => onEnd(store), [onEnd, store]);
  const { connection } = view;
  return (
    <>
      <TurnBar onEnd={end} />
      {connection.type !== 'gone' ? (
        <BoardScreen store={store} view={view} storage={turn.storage} />
      ) : connection.code === closeCodes.badgeMoved ? (
        <Page screen="moved" title={say('moved')}>
          <div class="column stack">
            <Heading>{say('moved')}</Heading>
            <p>{say('movedHelp')}</p>
          </div>
        </Page>
      ) : (
        <Gone code={connection.code} />
      )}
    </>
  );
};
