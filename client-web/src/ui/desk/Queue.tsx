import { useRef, useState } from 'preact/hooks';
import { axisTitle, collegeTitle } from '../../board/select';
import { limits, type Proposal } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { UserText } from '../parts/UserText';
import { DeclineForm } from './DeclineForm';
import type { PartProps } from './Desk';
import { useSteadyRows } from './steadyRows';
import { TreatedRow } from './TreatedRow';
import { useEscape } from './useEscape';
import { say } from './words';

/** Cards made at once; the rest comes on demand. */
const pageSize = 40;

/** What waits to be read, oldest first, and what was sent back. */
export const Queue = (props: PartProps) => {
  const all = [...props.view.board.proposals.values()].sort((a, b) => a.number - b.number);
  const waiting = all.filter(({ status }) => status === 'submitted');
  const handled = all.filter(({ status }) => status === 'returned' || status === 'declined');
  const list = useRef<HTMLUListElement>(null);
  const rows = useSteadyRows(list, waiting);
  const asked = handled.filter(({ status }) => status === 'returned').length;
  const [most, setMost] = useState(pageSize);
  // Kept here: the list comes and goes with what is in it.
  const [showsHandled, setShowsHandled] = useState(false);
  return (
    <section class="stack" aria-labelledby="queue">
      <h2 id="queue">
        {waiting.length > 0 ? say('queue', { count: waiting.length }) : say('queueEmpty')}
      </h2>
      {waiting.length === 0 ? <p class="quiet">{say('queueEmptyHelp')}</p> : null}
      {asked > 0 ? <p class="strong">{say('awaitingAnswer', { count: asked })}</p> : null}
      <ul class="stack" ref={list}>
        {rows.slice(0, most).map(({ item, leftAt }) => (
          <QueueCard key={item.id} {...props} proposal={item} treated={leftAt !== undefined} />
        ))}
      </ul>
      {rows.length > most ? (
        <button type="button" class="button" onClick={() => setMost(most + pageSize)}>
          {say('more')}
        </button>
      ) : null}
      {handled.length > 0 ? (
        <details
          class="stack-close"
          open={showsHandled}
          onToggle={(event) => setShowsHandled(event.currentTarget.open)}
        >
          <summary>{say('handled', { count: handled.length })}</summary>
          <ul class="stack">
            {handled.map((proposal) => (
              <HandledCard key={proposal.id} {...props} proposal={proposal} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};

type CardProps = PartProps & { readonly proposal: Proposal };

/** Whose it is and where it belongs. */
export const Origin = ({ view, proposal }: Pick<CardProps, 'view' | 'proposal'>) => (
  <p class="small quiet">
    {axisTitle(view.board, proposal.axis)} ·{' '}
    <UserText text={proposal.authorName ?? say('someone', { number: proposal.author })} /> ·{' '}
    {collegeTitle(view.board, proposal.college)}
  </p>
);

const QueueCard = (props: CardProps & { readonly treated: boolean }) => {
  const { view, ask, proposal, treated } = props;
  const [open, setOpen] = useState<'ask' | 'decline'>();
  if (treated && open) setOpen(undefined);
  const toggle = (which: 'ask' | 'decline') => setOpen(open === which ? undefined : which);
  return (
    <li class="card stack-close">
      <h3>
        <UserText text={proposal.title} />
      </h3>
      {proposal.description ? (
        <p>
          <UserText text={proposal.description} />
        </p>
      ) : null}
      <Origin view={view} proposal={proposal} />
      {treated ? <TreatedRow {...props} /> : null}
      <div class="desk-row" hidden={treated}>
        <button
          type="button"
          class="button button-primary"
          onClick={() => ask({ type: 'publishProposal', proposal: proposal.id })}
        >
          {say('publish')}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={open === 'ask'}
          onClick={() => toggle('ask')}
        >
          {say('ask')}
        </button>
        <button
          type="button"
          class="button button-danger"
          aria-expanded={open === 'decline'}
          onClick={() => toggle('decline')}
        >
          {say('decline')}
        </button>
      </div>
      {open === 'ask' ? <AskForm {...props} onDone={() => setOpen(undefined)} /> : null}
      {open === 'decline' ? <DeclineForm {...props} onDone={() => setOpen(undefined)} /> : null}
    </li>
  );
};

const AskForm = ({ ask, proposal, onDone }: CardProps & { readonly onDone: () => void }) => {
  const { leave, onKeyDown } = useEscape(onDone);
  const [question, setQuestion] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    ask({ type: 'returnProposal', proposal: proposal.id, question: question.trim() });
  };
  return (
    <form class="stack-close" onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <Field
        id={`ask-${proposal.id}`}
        label={say('askLabel')}
        value={question}
        onValue={setQuestion}
        max={limits.remarkGraphemesMax}
        rows={2}
      />
      <div class="desk-row">
        <button type="submit" class="button button-primary" disabled={question.trim() === ''}>
          {say('sendAsk')}
        </button>
        <button type="button" class="button button-plain" onClick={leave}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};

const HandledCard = ({ view, ask, proposal }: CardProps) => (
  <li class="card stack-close">
    <h3>
      <UserText text={proposal.title} />
    </h3>
    <Origin view={view} proposal={proposal} />
    <p>
      {proposal.status === 'returned'
        ? say('status.returned', { text: proposal.question ?? '' })
        : say('status.declined', {
            text: [say(`reason.${proposal.reason ?? 'other'}`), proposal.words ?? ''].join(' '),
          })}
    </p>
    <button
      type="button"
      class="button"
      onClick={() => ask({ type: 'requeueProposal', proposal: proposal.id })}
    >
      {say('requeue')}
    </button>
  </li>
);
