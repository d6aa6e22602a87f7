import { publishedProposals } from '../../board/select';
import type { Credential, Parent, Proposal } from '../../protocol/messages';
import type { Storage } from '../../sync/storage';
import { useStore, useView } from '../hooks';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import type { PartProps } from './Desk';
import { say } from './words';

type SendUpProps = PartProps & {
  readonly parent: Parent;
  readonly credential: Credential;
  readonly storage: Storage;
};

/** What people of the table wrote: what was imported is of nobody here. */
const ofThisTable = ({ board }: PartProps['view']): readonly Proposal[] =>
  publishedProposals(board).filter(({ college }) => college !== undefined);

/** What a table sends up to the plenary, and what became of it there. Its scribe is known there. */
export const SendUpPanel = ({ view, parent, credential, storage }: SendUpProps) => {
  const store = useStore(parent.board, credential, storage);
  const plenary = useView(store);
  const asked = plenary.waiting.map(({ command }) =>
    command.type === 'sendUp' ? command.proposal : '',
  );
  const up = ({ id, title, description, axis, college, number, ...rest }: Proposal) => {
    if (college === undefined) return;
    const language = rest.language ?? view.board.about?.language;
    const words = { title, description, ...(language ? { language } : {}) };
    store.intend({ type: 'sendUp', proposal: id, ...words, axis, college, number });
  };
  return (
    <section class="card stack-close" aria-labelledby="up">
      <h2 id="up">{say('up')}</h2>
      <p class="small">
        <UserText text={parent.title} />
      </p>
      <div role="alert">
        {plenary.notices.map(({ id, refusal }) => (
          <p key={id} class="notice notice-refused">
            {refusalText(refusal)}
          </p>
        ))}
      </div>
      <ul class="stack-close">
        {ofThisTable(view).map((proposal) => {
          const there = plenary.board.mine.proposals.get(proposal.id);
          const waits = asked.includes(proposal.id);
          return (
            <li key={proposal.id} class="step">
              <p>
                <UserText text={proposal.title} language={proposal.language} />
              </p>
              {there || waits ? (
                <p class="small">{say(there ? `up.${there.status}` : 'sending')}</p>
              ) : (
                <button type="button" class="button" onClick={() => up(proposal)}>
                  {say('sendUp')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
