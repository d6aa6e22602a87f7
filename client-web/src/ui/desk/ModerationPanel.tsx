import { choiceOf, type ModerationChoice, moderationChoices, moderationOf } from '../moderation';
import { Options } from '../parts/Options';
import type { PartProps } from './Desk';
import { say } from './words';

/** When what people propose is read. */
export const ModerationPanel = ({ view, ask }: PartProps) => {
  const settings = view.board.about?.settings;
  if (!settings) return null;
  return (
    <details class="card">
      <summary>{say('moderation')}</summary>
      <Options
        name="moderation"
        legend={say('moderation')}
        value={choiceOf(settings)}
        options={moderationChoices.map((id) => ({ id, title: say(`moderation.${id}`) }))}
        onValue={(choice) =>
          ask({ type: 'configureModeration', ...moderationOf(choice as ModerationChoice) })
        }
      />
    </details>
  );
};
