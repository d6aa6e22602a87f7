import { useState } from 'preact/hooks';
import { openBallot, standingFor } from '../../board/select';
import type { Proposal, ProposalId } from '../../protocol/messages';
import type { Store, View } from '../../store/store';
import { readJson, type Storage } from '../../sync/storage';
import { UserText } from '../parts/UserText';
import type { OneNotice } from './Notices';
import { fragment } from './route';
import { say } from './words';

type NoticesProps = { readonly store: Store; readonly view: View; readonly storage: Storage };

const isIds = (value: unknown): value is readonly ProposalId[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** That what one voted on is part of another proposal now, until it was read; leaving is one tap. */
export const useMergeNotices = ({ store, view, storage }: NoticesProps): readonly OneNotice[] => {
  const { board } = view;
  const key = `koudmen.${board.about?.code ?? ''}.merges`;
  const [read, setRead] = useState<readonly ProposalId[]>(
    () => readJson(storage, key, isIds) ?? [],
  );
  const ballot = openBallot(board);
  if (!ballot) return [];
  const parts = [...(board.mine.parts.get(ballot.id)?.values() ?? [])]
    .filter(({ proposal, counts }) => counts && ballot.joined?.includes(proposal))
    .map(({ proposal }) => board.proposals.get(proposal))
    .filter((part): part is Proposal => part !== undefined && !read.includes(part.id));
  const keep = (id: ProposalId) => {
    const next = [...read, id];
    storage.write(key, JSON.stringify(next));
    setRead(next);
  };
  return parts.map((part) => {
    const whole = standingFor(board, part);
    return {
      key: `merge ${part.id}`,
      body: (
        <div class="notice notice-line stack-close">
          <p>
            <UserText ours text={say('mergedVote', { part: part.title })} />
          </p>
          <p class="strong">
            <a class="link-line" href={fragment({ type: 'proposal', id: whole.id })}>
              <UserText text={whole.title} language={whole.language} />
            </a>
          </p>
          <p class="pair">
            <button type="button" class="button" onClick={() => keep(part.id)}>
              {say('mergedKeep')}
            </button>
            <button
              type="button"
              class="button button-danger"
              onClick={() => store.intend({ type: 'leaveMerge', proposal: part.id })}
            >
              {say('mergedLeave')}
            </button>
          </p>
        </div>
      ),
    };
  });
};
