import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command, Proposal, ProposalId, ProposalStatus } from '../../protocol/messages';
import { Choose } from '../parts/Choose';
import { UserText } from '../parts/UserText';
import type { PartProps } from './Desk';
import { type KeyAct, useKeys } from './keys';
import { Origin, QueueCard, queueCardId, readerOf } from './QueueCard';
import { useSteadyRows } from './steadyRows';
import type { TreatForm } from './TreatForms';
import { say } from './words';

/** Cards made at once; the rest comes on demand. */
const pageSize = 40;

/** Acts of this desk that can be undone one after the other; older ones make room. */
const actsMax = 50;

const orders = ['oldest', 'newest'] as const;
type Order = (typeof orders)[number];

/** What this desk did with a proposal. */
type Act = {
  readonly proposal: ProposalId;
  readonly title: string;
  readonly did: 'publish' | 'return' | 'decline' | 'reword';
};

const statusAfter: { readonly [Did in Act['did']]?: ProposalStatus } = {
  publish: 'published',
  return: 'returned',
  decline: 'declined',
};

const actOf = (command: Command, { id, title }: Proposal): Act | undefined => {
  const of = (did: Act['did']) => ({ proposal: id, title, did });
  switch (command.type) {
    case 'publishProposal':
      return of('publish');
    case 'returnProposal':
      return of('return');
    case 'declineProposal':
      return of('decline');
    case 'rewordProposal':
      return of('reword');
    default:
      return undefined;
  }
};

/** What undoes an act, where it still stands as the act left it. */
const undoing = ({ proposal, did }: Act): Command => {
  const from = statusAfter[did];
  if (!from) return { type: 'restoreProposal', proposal };
  return { type: 'requeueProposal', proposal, from };
};

type QueueProps = PartProps & {
  readonly keyboard: {
    /** Whether keys are heard. */
    readonly on: boolean;
    /** Shows what each does. */
    readonly show: () => void;
  };
};

/** What waits to be read, by mouse, finger or keys, and what was sent back. */
export const Queue = (props: QueueProps) => {
  const { view, ask, store, keyboard } = props;
  const { board } = view;
  const [order, setOrder] = useState<Order>('oldest');
  const [axis, setAxis] = useState('');
  const [college, setCollege] = useState('');
  const [most, setMost] = useState(pageSize);
  const [chosen, setChosen] = useState<ProposalId>();
  const [open, setOpen] = useState<{ readonly id: ProposalId; readonly form: TreatForm }>();
  const [acts, setActs] = useState<readonly Act[]>([]);

  const all = [...board.proposals.values()].sort((one, other) => one.number - other.number);
  // What was moved on since, here or by another desk, is not this desk's to undo any more.
  const undoable = acts.filter(({ proposal, did }) => {
    const left = statusAfter[did];
    return left === undefined || board.proposals.get(proposal)?.status === left;
  });
  const queue = all.filter(({ status }) => status === 'submitted');
  const waiting = queue.filter(
    (one) => (axis === '' || one.axis === axis) && (college === '' || one.college === college),
  );
  if (order === 'newest') waiting.reverse();
  const list = useRef<HTMLUListElement>(null);
  const rows = useSteadyRows(list, waiting, `${order} ${axis} ${college}`).slice(0, most);
  const shown = rows.filter(({ leftAt }) => leftAt === undefined).map(({ item }) => item);
  const at = shown.findIndex(({ id }) => id === chosen);

  const choose = (index: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, index))];
    setChosen(next?.id);
    if (next) document.getElementById(queueCardId(next))?.focus();
  };
  const toggle = (proposal: Proposal, form: TreatForm) => {
    const closes = open?.id === proposal.id && open.form === form;
    setChosen(proposal.id);
    setOpen(closes ? undefined : { id: proposal.id, form });
    store.claim(proposal.id, !closes);
  };
  const treat = (proposal: Proposal, command: Command) => {
    const act = actOf(command, proposal);
    ask(command);
    if (act) setActs([...acts, act].slice(-actsMax));
    setOpen(undefined);
    if (act?.did === 'reword') return store.claim(proposal.id, false);
    // The next one takes its place, or the last one where there is none.
    const index = shown.indexOf(proposal);
    if (proposal.id === chosen) setChosen((shown[index + 1] ?? shown[index - 1])?.id);
  };
  const undo = () => {
    const last = undoable[undoable.length - 1];
    if (!last) return;
    ask(undoing(last));
    setActs(undoable.slice(0, -1));
  };
  const press = (act: KeyAct) => {
    const proposal = shown[at];
    if (act === 'help') return keyboard.show();
    if (act === 'undo') return undo();
    if (act === 'next') return choose(at + 1);
    if (act === 'previous') return choose(at - 1);
    if (act === 'leave') {
      if (open) store.claim(open.id, false);
      return setOpen(undefined);
    }
    if (!proposal) return choose(0);
    const reader = readerOf(view, proposal);
    if (reader === 'other') return;
    if (act === 'read') return store.claim(proposal.id, reader !== 'me');
    if (act !== 'publish') return toggle(proposal, act);
    treat(proposal, { type: 'publishProposal', proposal: proposal.id, from: proposal.status });
  };
  useKeys(keyboard.on && board.phase !== 'closed', press);

  // Whose card went away with the focus goes on with the next one.
  useEffect(() => {
    const card = chosen ? document.getElementById(`queue-${chosen}`) : null;
    if (card && document.activeElement === document.body) card.focus();
  }, [chosen, shown.length]);

  return (
    <section class="stack" aria-labelledby="queue">
      <h2 id="queue">
        {queue.length > 0 ? say('queue', { count: queue.length }) : say('queueEmpty')}
      </h2>
      {queue.length === 0 ? <p class="quiet">{say('queueEmptyHelp')}</p> : null}
      <div class="queue-filters">
        <Choose
          id="queue-order"
          label={say('sort')}
          value={order}
          options={orders.map((id) => ({ id, title: say(`sort.${id}`) }))}
          onValue={(value) => setOrder(value as Order)}
        />
        <Choose
          id="queue-axis"
          label={say('filterAxis')}
          value={axis}
          any={say('allAxes')}
          options={board.about?.axes ?? []}
          onValue={setAxis}
        />
        <Choose
          id="queue-college"
          label={say('filterCollege')}
          value={college}
          any={say('allColleges')}
          options={board.about?.colleges ?? []}
          onValue={setCollege}
        />
      </div>
      <LastAct act={undoable[undoable.length - 1]} onUndo={undo} />
      {queue.length > 0 && waiting.length === 0 ? <p>{say('filteredNone')}</p> : null}
      <ul class="stack" ref={list}>
        {rows.map(({ item: proposal, leftAt }) => (
          <QueueCard
            key={proposal.id}
            {...props}
            proposal={proposal}
            treated={leftAt !== undefined}
            chosen={proposal.id === chosen}
            form={open?.id === proposal.id ? open.form : undefined}
            onForm={(form) => toggle(proposal, form)}
            onTreat={(command) => treat(proposal, command)}
          />
        ))}
      </ul>
      {waiting.length > most ? (
        <button type="button" class="button" onClick={() => setMost(most + pageSize)}>
          {say('more')}
        </button>
      ) : null}
      <Handled {...props} all={all} />
    </section>
  );
};

type LastActProps = { readonly act: Act | undefined; readonly onUndo: () => void };

const LastAct = ({ act, onUndo }: LastActProps) => (
  <div role="status" class="last-act">
    {act ? (
      <p class="desk-row">
        <UserText ours text={say(`did.${act.did}`, { title: act.title })} />
        <button type="button" class="button" onClick={onUndo}>
          {say('undoLast')}
        </button>
      </p>
    ) : null}
  </div>
);

/** What was declined or asked about, to take up again. */
const Handled = (props: PartProps & { readonly all: readonly Proposal[] }) => {
  const handled = props.all.filter(({ status }) => status === 'returned' || status === 'declined');
  const asked = handled.filter(({ status }) => status === 'returned').length;
  // Kept here: the list comes and goes with what is in it.
  const [open, setOpen] = useState(false);
  if (handled.length === 0) return null;
  return (
    <>
      {asked > 0 ? <p class="strong">{say('awaitingAnswer', { count: asked })}</p> : null}
      <details
        class="stack-close"
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{say('handled', { count: handled.length })}</summary>
        <ul class="stack">
          {handled.map((proposal) => (
            <HandledCard key={proposal.id} {...props} proposal={proposal} />
          ))}
        </ul>
      </details>
    </>
  );
};

const HandledCard = ({ view, ask, proposal }: PartProps & { readonly proposal: Proposal }) => (
  <li class="card stack-close">
    <h3>
      <UserText text={proposal.title} language={proposal.language} />
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
      onClick={() => ask({ type: 'requeueProposal', proposal: proposal.id, from: proposal.status })}
    >
      {say('requeue')}
    </button>
  </li>
);
