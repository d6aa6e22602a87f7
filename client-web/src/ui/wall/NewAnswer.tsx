import type { View } from '../../store/store';
import { useNow } from '../hooks';
import { UserText } from '../parts/UserText';
import { answerLine } from '../words';
import { newestAnswer } from './scene';
import { say } from './words';

/** How long a commitment that was just made stays over whatever is shown, in milliseconds. */
export const answerLasts = 20_000;

/** A commitment in the moment it is made, for the whole room. */
export const NewAnswer = ({ view }: { view: View }) => {
  const newest = newestAnswer(view.board);
  const at = newest?.commitment.confirmedAt ?? 0;
  const time = useNow(1000, newest !== undefined) + view.clockAhead;
  const standing = newest?.commitment.standing;
  if (!newest || !standing || time - at >= answerLasts) return null;
  return (
    <div class="new-answer" role="status">
      <p class="new-answer-who">
        {say('newCommitment')} <UserText ours text={answerLine(newest.commitment.name, standing)} />
      </p>
      <p>
        <UserText text={newest.proposal.title} language={newest.proposal.language} />
      </p>
    </div>
  );
};
