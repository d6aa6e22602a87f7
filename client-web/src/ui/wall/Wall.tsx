import type { ComponentChildren } from 'preact';
import { screenOf } from '../../board/select';
import { unreachable } from '../../board/unreachable';
import type { Code, Credential } from '../../protocol/messages';
import type { View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { useLater, useStore, useView } from '../hooks';
import { Gone, WrongLink } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { RehearsalSign } from '../parts/RehearsalSign';
import { Agreement } from './Agreement';
import { Band, RoomMessage } from './Band';
import { Colleges } from './Colleges';
import { NewAnswer } from './NewAnswer';
import { type Scene, sceneOf } from './scene';
import { Blank, JoinView, OneProposal, OverView, Proposals, Results, Roadmap } from './views';
import { say } from './words';

type WallProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly storage: Storage;
  /** Which of the board's screens this is. */
  readonly number: number;
};

/** A screen of the room. It shows what the desk chose; nobody touches it. */
export const Wall = ({ code, credential, storage, number }: WallProps) => {
  const view = useView(useStore(code, credential, storage));
  if (view.connection.type === 'gone') return <Gone code={view.connection.code} />;
  if (view.role === 'facilitator' || view.role === 'moderator') {
    return <WrongLink code={code} credential={credential} is="desk" />;
  }
  if (!view.board.about) return <Loading />;
  const scene = sceneOf(view.board, screenOf(view.board, number));
  return (
    <Page
      screen={scene.type}
      title={say('wallTitle')}
      header={<SceneHeader view={view} scene={scene} />}
      languages="none"
    >
      <SceneBody view={view} scene={scene} />
    </Page>
  );
};

type SceneProps = { readonly view: View; readonly scene: Scene };

export const SceneHeader = ({ view, scene }: SceneProps) => {
  const large = scene.type === 'join' || scene.type === 'over';
  return (
    <>
      <RehearsalSign board={view.board} />
      {scene.type === 'blank' ? null : <Band view={view} withWay={!large} />}
    </>
  );
};

export const SceneBody = ({ view, scene }: SceneProps) => (
  <>
    {scene.type === 'blank' ? null : <RoomMessage view={view} />}
    <div class="view">
      <Shown view={view} scene={scene} />
    </div>
    {scene.type === 'blank' ? null : <NewAnswer view={view} />}
  </>
);

/** The first moments, and for as long as the server does not answer. */
const Loading = () => {
  const long = useLater(5000);
  return (
    <Page screen="loading" title={say('wallTitle')} languages="none">
      <div class="view">
        <div class="nothing">
          <Heading>{say('loading')}</Heading>
          <p role="status">{long ? say('noAnswer') : ''}</p>
        </div>
      </div>
    </Page>
  );
};

const Shown = ({ view, scene }: SceneProps): ComponentChildren => {
  const { board } = view;
  switch (scene.type) {
    case 'join':
      return <JoinView view={view} />;
    case 'over':
      return <OverView view={view} />;
    case 'proposals':
      return <Proposals board={board} rows={scene.rows} />;
    case 'proposal':
      return <OneProposal board={board} row={scene.row} />;
    case 'results':
      return <Results {...scene} />;
    case 'roadmap':
      return <Roadmap board={board} {...scene} />;
    case 'agreement':
      return <Agreement {...scene} />;
    case 'colleges':
      return <Colleges board={board} {...scene} />;
    case 'blank':
      return <Blank view={view} />;
    default:
      return unreachable(scene);
  }
};
