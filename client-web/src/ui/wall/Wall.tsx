import type { ComponentChildren } from 'preact';
import type { Board } from '../../board/board';
import { unreachable } from '../../board/unreachable';
import type { Code, Credential } from '../../protocol/messages';
import type { View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { ConnectionStatus, useLost } from '../parts/ConnectionNotice';
import { Gone } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { QrCode } from '../parts/QrCode';
import { Timer } from '../parts/Timer';
import { UserText } from '../parts/UserText';
import { JoinView, OneProposal, Proposals, Results, Roadmap } from './views';
import { say } from './words';

type WallProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly storage: Storage;
};

/** The plenary's screen. It shows what the desk chose; nobody touches it. */
export const Wall = ({ code, credential, storage }: WallProps) => {
  const view = useView(useStore(code, credential, storage));
  if (view.connection.type === 'gone') return <Gone code={view.connection.code} />;
  const { about, screen } = view.board;
  const shown = screen?.view ?? 'join';
  return (
    <Page screen={shown} title={say('wallTitle')}>
      <div class="wall">
        {about ? (
          <>
            <Band view={view} withCode={shown !== 'join' && shown !== 'blank'} />
            <div class="wall-main">
              <Shown view={view} />
            </div>
          </>
        ) : (
          <>
            <Heading>{say('loading')}</Heading>
            <ConnectionStatus view={view} />
          </>
        )}
      </div>
    </Page>
  );
};

/** The thin line that is always there: what this is, how to come in, how long is left. */
const Band = ({ view, withCode }: { view: View; withCode: boolean }) => {
  const lost = useLost(view);
  const { about } = view.board;
  return (
    <header class="wall-band">
      <p class="wall-title">
        <UserText text={about?.title ?? ''} />
      </p>
      {lost ? <ConnectionStatus view={view} /> : null}
      <Timer view={view} />
      {withCode ? (
        <div class="wall-way">
          <p>
            {location.host}
            <br />
            <span class="wall-code">{about?.code}</span>
          </p>
          <QrCode text={`${location.origin}/b/${about?.code ?? ''}`} />
        </div>
      ) : null}
    </header>
  );
};

const Shown = ({ view }: { view: View }): ComponentChildren => {
  const board: Board = view.board;
  const shown = board.screen?.view ?? 'join';
  switch (shown) {
    case 'join':
      return <JoinView view={view} />;
    case 'proposals':
      return <Proposals board={board} />;
    case 'proposal':
      return <OneProposal board={board} id={board.screen?.proposal ?? ''} />;
    case 'results':
      return <Results board={board} id={board.screen?.ballot ?? ''} />;
    case 'roadmap':
      return <Roadmap board={board} />;
    case 'blank':
      return (
        <div class="unseen">
          <Heading>{board.about?.title}</Heading>
        </div>
      );
    default:
      return unreachable(shown);
  }
};
