import { useState } from 'preact/hooks';
import { axisTitle, commentsOf, isAdopted, publishedProposals } from '../../board/select';
import type { Code, Command, Commitment, Credential, Proposal } from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { ConnectionNotice, ConnectionStatus } from '../parts/ConnectionNotice';
import { Gone } from '../parts/Gone';
import { Heading, Page } from '../parts/Page';
import { PledgeFacts } from '../parts/PledgeFacts';
import { UserText } from '../parts/UserText';
import { answerLine, dateText, percentText, refusalText } from '../words';
import { AnswerForm } from './AnswerForm';
import { CommentForm } from './CommentForm';
import { ProgressForm } from './ProgressForm';
import { say } from './words';

type OfficeProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly storage: Storage;
};

/** What every part of the page is given. */
export type PartProps = {
  readonly view: View;
  readonly store: Store;
  /** Asks the server; says so by itself when too much waits already. */
  readonly ask: (command: Command) => void;
};

/** Where an institution answers the actions of a room, and tells later how far they are. */
export const Office = ({ code, credential, storage }: OfficeProps) => {
  const store = useStore(code, credential, storage);
  const view = useView(store);
  const [full, setFull] = useState(false);
  if (view.connection.type === 'gone') return <Gone code={view.connection.code} />;
  const { about, institutions } = view.board;
  const self = institutions.get(view.institution ?? 0);
  if (!about || !self) {
    return (
      <Page screen="loading" title={say('institutionTitle')}>
        <div class="column stack">
          <Heading>{say('loading')}</Heading>
          <ConnectionNotice view={view} />
        </div>
      </Page>
    );
  }
  const ask = (command: Command) => setFull(!store.intend(command));
  const props = { view, store, ask };
  const all = publishedProposals(view.board);
  const actions = all.filter(({ status }) => isAdopted(status));
  const others = all.filter(({ status }) => !isAdopted(status));
  return (
    <Page screen="institution" title={`${self.name} · ${about.title}`}>
      <div class="office">
        <header class="stack-close">
          <p class="quiet">
            <UserText text={about.title} />
          </p>
          <Heading>
            <UserText text={self.name} />
          </Heading>
          <p>
            <ConnectionStatus view={view} />{' '}
            <span class="small quiet">{view.waiting.length > 0 ? say('sending') : ''}</span>
          </p>
          <a class="button" href={`/roadmap/${code}`}>
            {say('readRoadmap')}
          </a>
        </header>
        <ConnectionNotice view={view} />
        <Refusals {...props} full={full} />
        <section class="stack">
          <h2>
            {actions.length > 0 ? say('actions', { count: actions.length }) : say('actionsNone')}
          </h2>
          {actions.length === 0 ? <p>{say('actionsNoneHelp')}</p> : null}
          {actions.map((proposal) => (
            <Card key={proposal.id} {...props} proposal={proposal} />
          ))}
        </section>
        {others.length > 0 ? (
          <details>
            <summary>{say('others', { count: others.length })}</summary>
            <div class="stack">
              {others.map((proposal) => (
                <Card key={proposal.id} {...props} proposal={proposal} />
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </Page>
  );
};

/** What the server did not do, until it was read. */
const Refusals = ({ store, view, full }: PartProps & { readonly full: boolean }) => (
  <div role="alert">
    {full ? <p class="notice notice-refused">{say('tooMuchWaiting')}</p> : null}
    {view.notices.map(({ id, refusal }) => (
      <p key={id} class="notice notice-refused office-row">
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

type CardProps = PartProps & { readonly proposal: Proposal };

const Card = (props: CardProps) => {
  const { view, proposal } = props;
  const { board } = view;
  const { decision } = proposal;
  const own = board.commitments.get(proposal.id)?.get(view.institution ?? 0);
  const [answering, setAnswering] = useState(false);
  const adopted = isAdopted(proposal.status);
  return (
    <section class="card stack-close">
      <p class="quiet small">
        <UserText text={axisTitle(board, proposal.axis)} />
      </p>
      <h3>
        <UserText text={proposal.title} language={proposal.language} />
      </h3>
      {proposal.description ? (
        <p>
          <UserText text={proposal.description} language={proposal.language} />
        </p>
      ) : null}
      {decision ? (
        <p>
          <strong>{say(`decision.${decision.decision}`)}</strong>{' '}
          {decision.words ? <UserText text={decision.words} /> : null}
        </p>
      ) : null}
      {own && adopted ? <Own {...props} own={own} /> : null}
      {adopted && board.phase !== 'closed' ? (
        <button
          type="button"
          class={own ? 'button' : 'button button-primary'}
          aria-expanded={answering}
          onClick={() => setAnswering(!answering)}
        >
          {say(own?.waiting || own?.standing ? 'changeAnswer' : 'answer')}
        </button>
      ) : null}
      {answering && adopted && board.phase !== 'closed' ? (
        <AnswerForm
          {...props}
          before={own?.waiting ?? own?.standing}
          onDone={() => setAnswering(false)}
        />
      ) : null}
      <Comments {...props} />
    </section>
  );
};

/** One's own answer, and how far it is. */
const Own = ({ own, ...props }: CardProps & { readonly own: Commitment }) => {
  const { name, waiting, standing, progress, proposal } = own;
  return (
    <>
      {waiting ? (
        <div class="notice stack-close">
          <p class="strong">{say('waitsForConfirmation')}</p>
          <p>
            <UserText ours text={answerLine(name, waiting)} />
          </p>
          <PledgeFacts pledge={waiting} />
          {props.view.board.phase === 'closed' ? null : (
            <button
              type="button"
              class="button"
              onClick={() => props.ask({ type: 'offerCommitment', proposal })}
            >
              {say('takeBack')}
            </button>
          )}
        </div>
      ) : null}
      {standing ? (
        <div class="notice notice-good stack-close">
          <p class="strong">
            <UserText ours text={answerLine(name, standing)} />
          </p>
          <PledgeFacts pledge={standing} />
        </div>
      ) : null}
      {standing && standing.response !== 'declined' ? (
        <>
          <ul class="stack-close">
            {progress.map(({ at, report }, index) => (
              <li key={index}>
                <strong>
                  {say('progressAt', {
                    date: dateText(at),
                    progress: say(`progress.${report.progress}`),
                  })}
                </strong>{' '}
                {report.percent === undefined ? null : `${percentText(report.percent)} `}
                {report.news ? <UserText text={report.news} /> : null}
              </li>
            ))}
          </ul>
          <ProgressForm {...props} last={progress[progress.length - 1]?.report} />
        </>
      ) : null}
    </>
  );
};

const Comments = (props: CardProps) => {
  const { board } = props.view;
  const comments = commentsOf(board, props.proposal.id);
  if (comments.length === 0 && board.phase === 'closed') return null;
  return (
    <details>
      <summary>
        {comments.length > 0 ? say('comments', { count: comments.length }) : say('comment')}
      </summary>
      <ul class="stack-close">
        {comments.map((comment) => (
          <li key={comment.id}>
            <strong>
              {comment.institution === undefined ? (
                say(`stance.${comment.stance}`)
              ) : (
                <UserText text={comment.institution} />
              )}
            </strong>{' '}
            <UserText text={comment.text} language={comment.language} />
          </li>
        ))}
      </ul>
      {board.phase === 'closed' ? null : <CommentForm {...props} />}
    </details>
  );
};
