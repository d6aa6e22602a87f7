import type { Proposal } from '../../protocol/messages';
import type { PartProps } from './Desk';
import { say } from './words';

type ActsProps = Pick<PartProps, 'ask' | 'view'> & { readonly proposal: Proposal };

/** What moderators may say of who wrote a proposal: trusted or not, muted or not. */
export const AuthorActs = ({ ask, view, proposal }: ActsProps) => {
  const { author: participant, authorTrusted, authorMuted } = proposal;
  if (participant === undefined) return null; // Imported: nobody here wrote it.
  const trusted = authorTrusted === true;
  const muted = authorMuted === true;
  return (
    <details>
      <summary>
        {say('author')}
        {muted ? <span class="wrong"> · {say('mutedAuthor')}</span> : null}
        {trusted && !muted ? <span class="quiet"> · {say('trusted')}</span> : null}
      </summary>
      <div class="desk-row">
        <button
          type="button"
          class="button"
          disabled={view.board.phase === 'closed'}
          onClick={() => ask({ type: 'trustParticipant', participant, trusted: !trusted })}
        >
          {say(trusted ? 'distrust' : 'trust')}
        </button>
        <MuteButton ask={ask} view={view} participant={participant} muted={muted} />
      </div>
    </details>
  );
};

type MuteProps = Pick<PartProps, 'ask' | 'view'> & {
  readonly participant: number;
  readonly muted: boolean;
};

export const MuteButton = ({ ask, view, participant, muted }: MuteProps) => (
  <button
    type="button"
    class={muted ? 'button' : 'button button-danger'}
    disabled={view.board.phase === 'closed'}
    onClick={() => ask({ type: 'muteParticipant', participant, muted: !muted })}
  >
    {say(muted ? 'unmute' : 'mute')}
  </button>
);
