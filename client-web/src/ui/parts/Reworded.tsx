import type { Proposal } from '../../protocol/messages';
import { sayCommon } from '../words';
import { UserText } from './UserText';

/** That the team reworded a proposal, and what its author had written. */
export const Reworded = ({
  proposal: { rewordedFrom, language },
}: {
  readonly proposal: Proposal;
}) => {
  if (!rewordedFrom) return null;
  return (
    <details>
      <summary>{sayCommon('reworded')}</summary>
      <div class="stack-close">
        <p class="small quiet">{sayCommon('rewordedFrom')}</p>
        <p>
          <UserText text={rewordedFrom.title} language={language} />
        </p>
        {rewordedFrom.description ? (
          <p>
            <UserText text={rewordedFrom.description} language={language} />
          </p>
        ) : null}
      </div>
    </details>
  );
};
