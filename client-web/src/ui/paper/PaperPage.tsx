import { useState } from 'preact/hooks';
import { lastBallot, proposalsOf } from '../../board/select';
import { type Code, type Credential, limits } from '../../protocol/messages';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { ConnectionNotice, ConnectionStatus } from '../parts/ConnectionNotice';
import { Gone } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { PrintForm } from './PrintForm';
import { Typing } from './Typing';
import { say } from './words';

type PaperProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly storage: Storage;
};

/** Paper for people without a phone: printing the sheets of a ballot, and typing them. */
export const PaperPage = ({ code, credential, storage }: PaperProps) => {
  const store = useStore(code, credential, storage);
  const view = useView(store);
  const [prints, setPrints] = useState(false);
  if (view.connection.type === 'gone') return <Gone code={view.connection.code} />;
  const { board } = view;
  const ballot = lastBallot(board);
  const covered = ballot ? proposalsOf(board, ballot) : [];
  return (
    <Page screen="paper" title={say('title')}>
      <div class="paper column-wide stack">
        <header class="paper-top">
          <Heading>{say('title')}</Heading>
          <ConnectionStatus view={view} />
        </header>
        <ConnectionNotice view={view} />
        {board.about && !ballot ? <p class="notice">{say('noBallot')}</p> : null}
        {ballot && covered.length > limits.recordPaperMarksMax ? (
          <p class="notice notice-refused">
            {say('tooMany', { limit: limits.recordPaperMarksMax })}
          </p>
        ) : null}
        {ballot && covered.length <= limits.recordPaperMarksMax ? (
          <>
            <p>
              <strong>{say('ballot', { number: ballot.number })}</strong>{' '}
              <UserText text={ballot.question} />
            </p>
            <div class="paper-ways">
              <button
                type="button"
                class={prints ? 'button' : 'button button-primary'}
                aria-pressed={!prints}
                onClick={() => setPrints(false)}
              >
                {say('type')}
              </button>
              <button
                type="button"
                class={prints ? 'button button-primary' : 'button'}
                aria-pressed={prints}
                onClick={() => setPrints(true)}
              >
                {say('print')}
              </button>
            </div>
            {prints ? null : ballot.state === 'open' ? (
              <Typing store={store} view={view} ballot={ballot} proposals={covered} />
            ) : (
              <p class="notice">{say('notOpen')}</p>
            )}
          </>
        ) : null}
      </div>
      {prints && ballot ? (
        <PrintForm
          code={code}
          credential={credential}
          leads={view.role === 'facilitator'}
          board={board}
          ballot={ballot}
          proposals={covered}
        />
      ) : null}
    </Page>
  );
};
