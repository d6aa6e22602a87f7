import { useRef } from 'preact/hooks';
import { axisTitle, collegeTitle } from '../../board/select';
import type { Command, Proposal } from '../../protocol/messages';
import { now } from '../../store/browser';
import { Reworded } from '../parts/Reworded';
import { UserText } from '../parts/UserText';
import { useSimilar } from '../similar';
import { AuthorActs } from './AuthorActs';
import { DeclineForm } from './DeclineForm';
import type { PartProps } from './Desk';
import { TreatedRow } from './TreatedRow';
import { AskForm, RewordForm, type TreatForm } from './TreatForms';
import { say } from './words';

/** Whose it is and where it belongs. */
export const Origin = ({
  view,
  proposal,
}: {
  readonly view: PartProps['view'];
  readonly proposal: Proposal;
}) => (
  <p class="small quiet">
    <UserText text={axisTitle(view.board, proposal.axis)} /> ·{' '}
    {proposal.author === undefined || proposal.college === undefined ? (
      say('imported')
    ) : (
      <>
        {proposal.authorName === undefined ? (
          say('someone', { number: proposal.author })
        ) : (
          <UserText text={proposal.authorName} />
        )}{' '}
        · <UserText text={collegeTitle(view.board, proposal.college)} />
      </>
    )}
  </p>
);

/** Who reads a proposal, seen from this desk. */
export const readerOf = (
  { board, desk }: PartProps['view'],
  proposal: Proposal,
): 'me' | 'other' | undefined => {
  const held = board.claims.find((claim) => claim.proposal === proposal.id);
  if (!held) return undefined;
  return held.desk === desk ? 'me' : 'other';
};

type CardProps = PartProps & {
  readonly proposal: Proposal;
  /** It left the queue a moment ago and keeps its place. */
  readonly treated: boolean;
  readonly chosen: boolean;
  readonly form: TreatForm | undefined;
  readonly onForm: (form: TreatForm) => void;
  readonly onTreat: (command: Command) => void;
};

/** While somebody writes, the claim is made anew this often, in milliseconds. */
const renewEvery = 30_000;

export const queueCardId = (proposal: Proposal) => `queue-${proposal.id}`;

export const QueueCard = (props: CardProps) => {
  const { view, ask, store, proposal, treated, chosen, form, onForm, onTreat } = props;
  const { id } = proposal;
  const reader = readerOf(view, proposal);
  const held = reader === 'other';
  const stays = held || view.board.phase === 'closed';
  const renewed = useRef(now());
  const keepReading = () => {
    if (reader !== 'me' || now() - renewed.current < renewEvery) return;
    renewed.current = now();
    store.claim(id, true);
  };
  const publish = () => onTreat({ type: 'publishProposal', proposal: id, from: proposal.status });
  const opens = (which: TreatForm) => ({
    type: 'button' as const,
    disabled: stays,
    'aria-expanded': form === which,
    onClick: () => onForm(which),
  });
  return (
    <li
      id={queueCardId(proposal)}
      class={chosen ? 'card card-chosen stack-close' : 'card stack-close'}
      tabIndex={-1}
      aria-current={chosen}
      onInput={keepReading}
    >
      <h3>
        <UserText text={proposal.title} language={proposal.language} />
      </h3>
      {proposal.description ? (
        <p>
          <UserText text={proposal.description} language={proposal.language} />
        </p>
      ) : null}
      <Origin view={view} proposal={proposal} />
      {treated ? <TreatedRow {...props} /> : null}
      {reader && !treated ? (
        <p class={held ? 'notice strong' : 'strong'} role="status">
          {say(held ? 'readByOther' : 'readByMe')}
        </p>
      ) : null}
      <div class="desk-row" hidden={treated}>
        <button type="button" class="button button-primary" disabled={stays} onClick={publish}>
          {say('publish')}
        </button>
        <button class="button" {...opens('ask')}>
          {say('ask')}
        </button>
        <button class="button button-danger" {...opens('decline')}>
          {say('decline')}
        </button>
        <button class="button" {...opens('reword')}>
          {say('reword')}
        </button>
        <button
          type="button"
          class="button button-plain"
          disabled={stays}
          onClick={() => store.claim(id, reader !== 'me')}
        >
          {say(reader === 'me' ? 'letGo' : 'read')}
        </button>
      </div>
      {form === 'ask' ? (
        <AskForm proposal={proposal} onSend={onTreat} onDone={() => onForm('ask')} />
      ) : null}
      {form === 'decline' ? (
        <DeclineForm proposal={proposal} onSend={onTreat} onDone={() => onForm('decline')} />
      ) : null}
      {form === 'reword' ? <RewordForm view={view} proposal={proposal} onSend={onTreat} /> : null}
      {chosen ? <SimilarList store={store} view={view} proposal={proposal} /> : null}
      <Lineage ask={ask} view={view} proposal={proposal} />
      <AuthorActs ask={ask} view={view} proposal={proposal} />
    </li>
  );
};

type SimilarProps = Pick<PartProps, 'store' | 'view'> & { readonly proposal: Proposal };

/** What was proposed before in nearly the same words, wherever it stands. */
const SimilarList = ({ store, view, proposal }: SimilarProps) => {
  const similar = useSimilar(store, view, proposal.title, proposal.id);
  return (
    <div role="status">
      {similar.length > 0 ? (
        <>
          <p class="strong">{say('similar')}</p>
          <ul class="stack-close">
            {similar.map((one) => (
              <li key={one.id}>
                <UserText text={one.title} language={one.language} />{' '}
                <span class="small quiet">
                  {say('similarWhere', { number: one.number, where: say(`where.${one.status}`) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
};

type LineageProps = Pick<PartProps, 'ask' | 'view'> & { readonly proposal: Proposal };

/** Whether people voted on its words, so that they stay. */
export const isVotedOn = ({ board }: PartProps['view'], { id }: Proposal): boolean =>
  [...board.ballots.values()].some(({ proposals }) => proposals.includes(id));

/** What the author had written, and the way back to it. */
export const Lineage = ({ ask, view, proposal }: LineageProps) => {
  const { id, status, rewordedFrom } = proposal;
  if (!rewordedFrom) return null;
  return (
    <>
      <Reworded proposal={proposal} />
      {isVotedOn(view, proposal) ? (
        <p class="small quiet">{say('wordsVoted')}</p>
      ) : (
        <button
          type="button"
          class="button button-plain"
          onClick={() => ask({ type: 'restoreProposal', proposal: id, from: status })}
        >
          {say('restore')}
        </button>
      )}
    </>
  );
};
