import { useState } from 'preact/hooks';
import {
  mayCorrectUntil,
  mayPutBack,
  mayWithdraw,
  ownProposals,
  standingFor,
  switchesNow,
} from '../../board/select';
import type { Command, Proposal } from '../../protocol/messages';
import type { Notice, Store, View } from '../../store/store';
import { useNow } from '../hooks';
import { lostCause, useLost } from '../parts/ConnectionNotice';
import { Icon } from '../parts/Icon';
import { Heading } from '../parts/Page';
import { Reworded } from '../parts/Reworded';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import type { ScreenProps } from './BoardScreen';
import { type Draft, draftIn, emptyDraft, keepDraft } from './draft';
import { fragment, go } from './route';
import { say } from './words';

/** The proposal that a command is about, where it is one's own. */
const subject = (command: Command): string | undefined =>
  command.type === 'submitProposal' ||
  command.type === 'editProposal' ||
  command.type === 'withdrawProposal'
    ? command.proposal
    : undefined;

const Title = ({ of: { title, language } }: { readonly of: Proposal | Draft }) => (
  <UserText text={title} language={language} />
);

/** One's own proposals, and what became of each. */
export const MineScreen = ({ store, view, storage }: ScreenProps) => {
  const { board } = view;
  const own = ownProposals(board);
  const unsent = view.notices.filter(({ command }) => command.type === 'submitProposal');
  const rewrite = (notice: Notice) => {
    const draft = draftIn(notice.command);
    if (draft) keepDraft(storage, board.about?.code ?? '', draft);
    store.dismiss(notice.id);
    go({ type: 'propose' });
  };
  return (
    <div class="stack">
      <Heading>{say('mine')}</Heading>
      {unsent.map((notice) => (
        <div key={notice.id} class="notice notice-refused stack-close" role="alert">
          <p class="strong">{say('notSent')}</p>
          <p>
            <Title of={draftIn(notice.command) ?? emptyDraft} />
          </p>
          <p>{refusalText(notice.refusal)}</p>
          <button type="button" class="button button-danger" onClick={() => rewrite(notice)}>
            {say('tryAgain')}
          </button>
        </div>
      ))}
      {own.length === 0 && unsent.length === 0 ? <p>{say('mineEmpty')}</p> : null}
      <ul class="stack">
        {own.map((proposal) => (
          <OwnCard key={proposal.id} store={store} view={view} proposal={proposal} />
        ))}
      </ul>
      {switchesNow(board).propose ? (
        <a class="button button-primary button-wide" href={fragment({ type: 'propose' })}>
          <Icon name="add" />
          {say('propose')}
        </a>
      ) : null}
    </div>
  );
};

type OwnProps = { readonly store: Store; readonly view: View; readonly proposal: Proposal };

const OwnCard = ({ store, view, proposal }: OwnProps) => {
  const waits = view.waiting.some(({ command }) => subject(command) === proposal.id);
  const refused = view.notices.filter(
    ({ command }) => command.type !== 'submitProposal' && subject(command) === proposal.id,
  );
  return (
    <li class={`card own own-${proposal.status} stack`}>
      <h2>
        <Title of={proposal} />
      </h2>
      <Fate view={view} proposal={proposal} waits={waits} />
      {proposal.status === 'merged' ? (
        <p class="said">
          <Title of={standingFor(view.board, proposal)} />
        </p>
      ) : null}
      <Reworded proposal={proposal} />
      {refused.map(({ id, refusal }) => (
        <p key={id} class="notice notice-refused" role="alert">
          {refusalText(refusal)}
        </p>
      ))}
      {view.board.phase === 'closed' ? null : (
        <OwnActs store={store} view={view} proposal={proposal} waits={waits} />
      )}
    </li>
  );
};

/** What became of it, in a sentence, with what the team said. */
const Fate = ({ view, proposal, waits }: Omit<OwnProps, 'store'> & { waits: boolean }) => {
  const lost = useLost(view);
  const { status, question, reason, words, decision } = proposal;
  if (waits)
    return (
      <p role="status">
        {lost ? say('status.waiting', { cause: lostCause() }) : say('status.sending')}
      </p>
    );
  const said = status === 'returned' ? question : status === 'declined' ? words : decision?.words;
  return (
    <div class="stack-close" role="status">
      <p class="strong">{say(`status.${status}`)}</p>
      {status === 'declined' && reason ? <p>{say(`reason.${reason}`)}</p> : null}
      {said ? (
        <p class="said">
          <UserText text={said} />
        </p>
      ) : null}
    </div>
  );
};

const OwnActs = ({ store, view, proposal, waits }: OwnProps & { waits: boolean }) => {
  const [asking, setAsking] = useState(false);
  const { id, status } = proposal;
  const { board } = view;
  const minutes = useMinutesToCorrect(view, proposal);
  const withdraw = (withdrawn: boolean) => {
    setAsking(false);
    store.intend({ type: 'withdrawProposal', proposal: id, withdrawn });
  };
  if (asking) {
    return (
      <fieldset class="stack-close">
        <legend class="strong">{say('withdrawSure')}</legend>
        <div class="pair">
          <button type="button" class="button button-danger" onClick={() => withdraw(true)}>
            {say('withdrawYes')}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {say('withdrawNo')}
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <div class="stack-close">
      {status === 'returned' && !board.mine.muted ? (
        <a class="button button-primary button-wide" href={fragment({ type: 'correct', id })}>
          {say('answer')}
        </a>
      ) : null}
      {minutes > 0 ? <p class="small quiet">{say('canCorrect', { count: minutes })}</p> : null}
      <div class="pair">
        {minutes > 0 ? (
          <a class="button" href={fragment({ type: 'correct', id })}>
            {say('correct')}
          </a>
        ) : null}
        {mayWithdraw(board, proposal) && !(waits && proposal.number === 0) ? (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {say('withdraw')}
          </button>
        ) : null}
        {mayPutBack(board, proposal) ? (
          <button type="button" class="button" onClick={() => withdraw(false)}>
            {say('putBack')}
          </button>
        ) : null}
      </div>
    </div>
  );
};

/** Whole minutes in which the text may still be corrected; 0 when it may not. */
const useMinutesToCorrect = (view: View, proposal: Proposal): number => {
  const until = mayCorrectUntil(view.board, proposal);
  const time = useNow(10_000, until > 0) + view.clockAhead;
  return Math.max(0, Math.ceil((until - time) / 60_000));
};
