import { useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import { commitmentsOn, isAdopted } from '../../board/select';
import {
  type Code,
  type Commitment,
  type Credential,
  type Institution,
  type InstitutionInvited,
  limits,
  type Proposal,
} from '../../protocol/messages';
import { inviteInstitution } from '../../store/api';
import { CopyLink } from '../parts/CopyLink';
import { Field, Problem } from '../parts/Field';
import { PledgeFacts } from '../parts/PledgeFacts';
import { UserText } from '../parts/UserText';
import { graphemes } from '../text';
import { answerLine, refusalText } from '../words';
import type { PartProps } from './Desk';
import { say } from './words';

type PanelProps = PartProps & { readonly code: Code; readonly credential: Credential };

type Waiting = { readonly proposal: Proposal; readonly commitment: Commitment };

/** What institutions answered that waits to be confirmed. */
const waitingOn = (board: Board): readonly Waiting[] => {
  const waiting: Waiting[] = [];
  for (const proposal of board.proposals.values()) {
    if (!isAdopted(proposal.status)) continue;
    for (const commitment of commitmentsOn(board, proposal.id)) {
      if (commitment.waiting) waiting.push({ proposal, commitment });
    }
  }
  return waiting;
};

/** That answers wait, where it cannot be missed; it leads to them. */
export const AnswersWait = ({ view }: Pick<PartProps, 'view'>) => {
  const count = waitingOn(view.board).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="button button-plain"
      onClick={() => document.getElementById('institutions')?.scrollIntoView()}
    >
      {say('answersWait', { count })}
    </button>
  );
};

/** Who was invited to answer the room, and what they answered that waits to be confirmed. */
export const Institutions = (props: PanelProps) => {
  const { board } = props.view;
  const institutions = [...board.institutions.values()].filter(({ revoked }) => !revoked);
  const waiting = waitingOn(board);
  return (
    <section class="card stack-close" aria-labelledby="institutions">
      <h2 id="institutions">{say('institutions')}</h2>
      {waiting.map(({ proposal, commitment }) => (
        <ToConfirm
          key={`${proposal.id} ${commitment.institution}`}
          {...props}
          proposal={proposal}
          commitment={commitment}
        />
      ))}
      <ul class="stack-close">
        {institutions.map((institution) => (
          <Invited key={institution.number} {...props} institution={institution} />
        ))}
      </ul>
      <Invite {...props} />
    </section>
  );
};

type ConfirmProps = PartProps & {
  readonly proposal: Proposal;
  readonly commitment: Commitment;
};

const ToConfirm = ({ view, ask, proposal, commitment }: ConfirmProps) => {
  const { name, waiting, institution, revision } = commitment;
  if (!waiting || revision === undefined) return null;
  return (
    <div class="notice stack-close">
      <p>
        <strong>
          <UserText ours text={answerLine(name, waiting)} />
        </strong>
      </p>
      <p>
        <UserText text={proposal.title} language={proposal.language} />
      </p>
      <PledgeFacts pledge={waiting} />
      <button
        type="button"
        class="button button-primary"
        disabled={view.board.phase === 'closed'}
        onClick={() =>
          ask({
            type: 'confirmCommitment',
            proposal: proposal.id,
            institution,
            revision,
            confirmed: true,
          })
        }
      >
        {say('confirmCommitment')}
      </button>
    </div>
  );
};

/** What was confirmed on one action, on its card; it can be taken back. */
export const Confirmed = ({ view, ask, proposal }: Omit<ConfirmProps, 'commitment'>) => {
  const standing = commitmentsOn(view.board, proposal.id).filter((one) => one.standing);
  const facilitates = view.role === 'facilitator';
  if (standing.length === 0 || !isAdopted(proposal.status)) return null;
  return (
    <ul class="stack-close">
      {standing.map(({ name, standing: pledge, institution, revision }) => (
        <li key={institution} class="desk-row desk-comment">
          <p>{pledge ? <UserText ours text={answerLine(name, pledge)} /> : null}</p>
          {facilitates && revision !== undefined ? (
            <button
              type="button"
              class="button"
              disabled={view.board.phase === 'closed'}
              onClick={() =>
                ask({
                  type: 'confirmCommitment',
                  proposal: proposal.id,
                  institution,
                  revision,
                  confirmed: false,
                })
              }
            >
              {say('takeBackCommitment')}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

const Invited = ({ ask, institution }: PartProps & { readonly institution: Institution }) => {
  const [sure, setSure] = useState(false);
  const revoke = () => ask({ type: 'revokeInstitution', institution: institution.number });
  return (
    <li class="desk-row desk-comment">
      <p>
        <UserText text={institution.name} />
      </p>
      {sure ? (
        <span class="desk-row">
          <button type="button" class="button button-danger" onClick={revoke}>
            {say('revokeYes')}
          </button>
          <button type="button" class="button" onClick={() => setSure(false)}>
            {say('cancel')}
          </button>
        </span>
      ) : (
        <button type="button" class="button" onClick={() => setSure(true)}>
          {say('revoke')}
        </button>
      )}
    </li>
  );
};

const Invite = ({ code, credential }: PanelProps) => {
  const [name, setName] = useState('');
  const [invited, setInvited] = useState<InstitutionInvited>();
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    const said = name.trim();
    if (!said) return setProblem(say('needName'));
    if (graphemes(said) > limits.organisationGraphemesMax) return;
    setAsking(true);
    const outcome = await inviteInstitution(code, credential, said);
    setAsking(false);
    if (outcome.type === 'done') {
      setInvited(outcome.value);
      setName('');
      return setProblem(undefined);
    }
    if (outcome.type === 'unreachable') return setProblem(say('inviteUnreachable'));
    const { refusal } = outcome;
    setProblem(refusal.word === 'idTaken' ? say('nameTaken') : refusalText(refusal));
  };
  return (
    <form class="stack-close" onSubmit={send} noValidate>
      <Field
        id="institution-name"
        label={say('institutionName')}
        value={name}
        onValue={setName}
        max={limits.organisationGraphemesMax}
      />
      <Problem text={problem} />
      <button type="submit" class="button" disabled={asking}>
        {say('invite')}
      </button>
      {invited ? (
        <CopyLink
          id={`institution-${invited.institution}`}
          label={invited.name}
          help={say('institutionLinkHelp')}
          link={`${location.origin}/institution/${code}#${invited.credential}`}
        />
      ) : null}
    </form>
  );
};
