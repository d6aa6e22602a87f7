import { useState } from 'preact/hooks';
import type { Code, Command, Credential } from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { ConnectionNotice } from '../parts/ConnectionNotice';
import { Gone, WrongLink } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { RehearsalSign } from '../parts/RehearsalSign';
import { Timer } from '../parts/Timer';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import { AgendaPanel } from './AgendaPanel';
import { Files } from './Files';
import { Health } from './Health';
import { ImportPanel } from './ImportPanel';
import { AnswersWait, Institutions } from './Institutions';
import { KeysDialog } from './KeysDialog';
import { LinksPanel } from './LinksPanel';
import { MessagePanel } from './MessagePanel';
import { ModerationPanel } from './ModerationPanel';
import { PhasePanel } from './PhasePanel';
import { Published } from './Published';
import { Queue } from './Queue';
import { RehearsalPanel } from './RehearsalPanel';
import { ScreenPanel } from './ScreenPanel';
import { SendUpPanel } from './SendUpPanel';
import { type Stage, useStage } from './stage';
import { TablesPanel } from './TablesPanel';
import { Thumbnails } from './Thumbnails';
import { TimerPanel } from './TimerPanel';
import { VotePanel } from './VotePanel';
import { say } from './words';

type DeskProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly storage: Storage;
};

/** What every part of the desk is given. */
export type PartProps = {
  readonly view: View;
  /** Asks the server; says so by itself when too much waits already. */
  readonly ask: (...commands: readonly Command[]) => void;
  readonly store: Store;
  /** Of this browser, for what is being written. */
  readonly storage: Storage;
  readonly stage: Stage;
};

/** A facilitator's or a moderator's afternoon on one screen. */
export const Desk = ({ code, credential, storage }: DeskProps) => {
  const store = useStore(code, credential, storage);
  const view = useView(store);
  const [full, setFull] = useState(false);
  const [rehearsing, setRehearsing] = useState(false);
  const [usesKeys, setUsesKeys] = useState(true);
  const [showsKeys, setShowsKeys] = useState(false);
  const stage = useStage(store);
  if (view.connection.type === 'gone') return <Gone code={view.connection.code} />;
  if (view.role === 'screen') return <WrongLink code={code} credential={credential} is="wall" />;
  const { about } = view.board;
  if (!about) {
    return (
      <Page screen="loading" title={say('deskTitle')}>
        <div class="column stack">
          <Heading>{say('loading')}</Heading>
          <ConnectionNotice view={view} />
        </div>
      </Page>
    );
  }
  const ask = (...commands: readonly Command[]) =>
    setFull(!commands.every((command) => store.intend(command)));
  const props = { store, view, ask, storage, stage };
  const leads = view.role === 'facilitator';
  const parent = view.board.tables?.parent;
  return (
    <Page
      screen="desk"
      title={`${say('deskTitle')} · ${about.title}`}
      header={<RehearsalSign board={view.board} />}
    >
      <div class="desk" inert={showsKeys}>
        <header class="desk-top">
          <Heading>
            <UserText text={about.title} />
          </Heading>
          <div class="desk-facts">
            <strong>{say('code', { code: about.code })}</strong>
            <Timer view={view} />
            {leads ? <AnswersWait view={view} /> : null}
            {leads && !rehearsing ? (
              <button type="button" class="button button-plain" onClick={() => setRehearsing(true)}>
                {say(view.board.rehearsal === undefined ? 'rehearse' : 'rehearsalEnd')}
              </button>
            ) : null}
            {leads ? (
              <a
                class="button button-plain"
                href={`/badges/${code}#${credential}`}
                target="_blank"
                rel="noopener"
              >
                {say('badges')}
              </a>
            ) : null}
            <button type="button" class="button button-plain" onClick={() => setShowsKeys(true)}>
              {say('keys')}
            </button>
          </div>
        </header>
        <Health view={view} />
        {rehearsing ? <RehearsalPanel {...props} onDone={() => setRehearsing(false)} /> : null}
        <Refusals {...props} full={full} />
        {leads ? (
          <div class="desk-bar">
            <ScreenPanel {...props} />
            <TimerPanel {...props} />
            <MessagePanel {...props} />
          </div>
        ) : null}
        <div class={leads ? 'desk-columns desk-columns-three' : 'desk-columns'}>
          {leads ? (
            <div class="stack desk-leads">
              <AgendaPanel {...props} />
              <PhasePanel {...props} />
              <VotePanel {...props} />
              <ModerationPanel {...props} />
              {parent ? (
                <SendUpPanel {...props} parent={parent} credential={credential} />
              ) : (
                <TablesPanel {...props} code={code} credential={credential} />
              )}
              <LinksPanel code={code} storage={storage} />
              <Institutions {...props} code={code} credential={credential} />
              <Files code={code} credential={credential} />
              <ImportPanel code={code} credential={credential} />
            </div>
          ) : null}
          {leads ? <Thumbnails view={view} /> : null}
          <Queue {...props} keyboard={{ on: usesKeys, show: () => setShowsKeys(true) }} />
          <Published {...props} />
        </div>
      </div>
      {showsKeys ? (
        <KeysDialog on={usesKeys} onUse={setUsesKeys} onClose={() => setShowsKeys(false)} />
      ) : null}
    </Page>
  );
};

/** What the server did not do, until it was read. */
const Refusals = ({ store, view, full }: PartProps & { readonly full: boolean }) => (
  <div role="alert">
    {full ? <p class="notice notice-refused notice-line">{say('tooMuchWaiting')}</p> : null}
    {view.notices.map(({ id, refusal }) => (
      <p key={id} class="notice notice-refused notice-line desk-row">
        <span>
          <strong>{say('notDone')}</strong> {refusalText(refusal)}
        </span>
        <button type="button" class="button button-danger" onClick={() => store.dismiss(id)}>
          {say('understood')}
        </button>
      </p>
    ))}
  </div>
);
