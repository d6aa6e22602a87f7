import { useRef } from 'preact/hooks';
import type { Board } from '../../board/board';
import { choiceOf, tallyOf } from '../../board/select';
import {
  type Ballot,
  type Choice,
  type Command,
  choiceWords,
  type Proposal,
} from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import { useLost } from '../parts/ConnectionNotice';
import { Icon } from '../parts/Icon';
import { TallyBar } from '../parts/TallyBar';
import { refusalText } from '../words';
import { say } from './words';

type VoteProps = {
  readonly store: Store;
  readonly view: View;
  readonly ballot: Ballot;
  readonly proposal: Proposal;
};

const icons = { support: 'yes', neutral: 'unsure', oppose: 'no' } as const;

/** Three choices; one tap is the vote. It is called recorded only once the server has said so. */
export const VoteButtons = ({ store, view, ballot, proposal }: VoteProps) => {
  const first = useRef<HTMLButtonElement>(null);
  const chosen = choiceOf(view.board, ballot, proposal.id);
  const cast = (choice: Choice | undefined) =>
    store.intend({
      type: 'castChoice',
      ballot: ballot.id,
      proposal: proposal.id,
      ...(choice ? { choice } : {}),
    });
  const takeBack = () => {
    cast(undefined);
    // The button that was tapped goes away; the keyboard stays here.
    first.current?.focus();
  };
  return (
    <div class="stack-close">
      <ul class="stack-touch">
        {choiceWords.map((choice, index) => (
          <li key={choice}>
            <button
              type="button"
              ref={index === 0 ? first : null}
              class={`button button-wide button-large vote vote-${choice}`}
              aria-pressed={chosen === choice}
              onClick={() => cast(choice)}
            >
              <Icon name={icons[choice]} />
              {say(choice)}
            </button>
          </li>
        ))}
      </ul>
      <div class="vote-foot">
        <VoteStatus store={store} view={view} ballot={ballot} proposal={proposal} chosen={chosen} />
        {chosen ? (
          <button type="button" class="button button-plain" onClick={takeBack}>
            {say('undo')}
          </button>
        ) : null}
      </div>
    </div>
  );
};

type SoFarProps = {
  readonly board: Board;
  readonly ballot: Ballot;
  readonly proposal: Proposal;
};

/** The counts, where this person may see them while the vote goes on. */
export const TallySoFar = ({ board, ballot, proposal }: SoFarProps) => {
  const tally = tallyOf(board, ballot, proposal.id);
  return tally ? <TallyBar tally={tally} /> : null;
};

/** What became of the vote: on its way, recorded, waiting for the network, or refused and why. */
const VoteStatus = (props: VoteProps & { chosen: Choice | undefined }) => {
  const { view, ballot, proposal, chosen } = props;
  const lost = useLost(view);
  const isThis = (command: Command) =>
    command.type === 'castChoice' &&
    command.ballot === ballot.id &&
    command.proposal === proposal.id;
  const waits = view.waiting.some(({ command }) => isThis(command));
  const notice = view.notices.find(({ command }) => isThis(command));
  return (
    <div role="status" class="vote-status">
      {notice ? (
        <p class="notice notice-refused">{refusalText(notice.refusal)}</p>
      ) : waits ? (
        <p class="quiet">{say(lost ? 'willLeave' : 'sending')}</p>
      ) : chosen ? (
        <p class="recorded">
          <Icon name="yes" />
          {say('recorded')}
        </p>
      ) : null}
    </div>
  );
};
