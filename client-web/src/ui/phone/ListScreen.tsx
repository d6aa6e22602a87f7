import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import {
  axisTitle,
  commentCounts,
  openBallot,
  publishedProposals,
  switchesNow,
} from '../../board/select';
import type { Proposal, ProposalId } from '../../protocol/messages';
import { Icon } from '../parts/Icon';
import { Heading } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { theirTag } from '../start';
import { spoken } from '../words';
import type { ScreenProps } from './BoardScreen';
import { fragment } from './route';
import { say } from './words';

/** Where in the list a proposal was opened, so that the way back leads there. */
export type ListPlace = {
  readonly axis: string;
  readonly proposal: ProposalId;
  /** How far its card was from the top of the window, in pixels. */
  readonly top: number;
};

type ListProps = ScreenProps & { readonly place: RefObject<ListPlace | undefined> };

/** All that the room sees, by theme if one likes. */
export const ListScreen = ({ view: { board }, place }: ListProps) => {
  const [from] = useState(place.current);
  const [axis, setAxis] = useState(from?.axis ?? '');
  const proposals = useMemo(
    () => publishedProposals(board).filter((one) => axis === '' || one.axis === axis),
    [board.proposals, axis],
  );
  return (
    <div class="stack">
      <Heading>{say('all')}</Heading>
      {(board.about?.axes.length ?? 0) > 1 ? (
        <div class="field">
          <label class="label" for="axis">
            {say('axis')}
          </label>
          <select
            id="axis"
            class="input"
            value={axis}
            onChange={(event) => setAxis(event.currentTarget.value)}
          >
            <option value="">{say('allAxes')}</option>
            {board.about?.axes.map(({ id, title }) => (
              <option key={id} value={id} lang={theirTag()}>
                {title}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <p role="status" class="quiet">
        {proposals.length > 0 ? say('allCount', { count: proposals.length }) : say('none')}
      </p>
      {publishedProposals(board).length === 0 && switchesNow(board).propose ? (
        <a class="button button-primary button-wide" href={fragment({ type: 'propose' })}>
          <Icon name="add" />
          {say('propose')}
        </a>
      ) : null}
      <ProposalCards
        key={axis}
        board={board}
        proposals={proposals}
        from={from}
        onOpen={(proposal, top) => {
          place.current = { axis, proposal, top };
        }}
      />
    </div>
  );
};

/** Cards that a slow phone makes and lays out without standing still. */
const groupSize = 30;

/** So long the page is left to the person's fingers before the next group, in milliseconds. */
const pause = 30;

const groupsOf = (proposals: readonly Proposal[]): readonly (readonly Proposal[])[] =>
  Array.from({ length: Math.ceil(proposals.length / groupSize) }, (_, at) =>
    proposals.slice(at * groupSize, (at + 1) * groupSize),
  );

/** How many of so many groups are there: at first a few, and soon all, for whoever looks for one. */
const useGrowing = (all: number, first: number): number => {
  const [count, setCount] = useState(first);
  useEffect(() => {
    if (count >= all) return;
    const timer = setTimeout(() => setCount(count + 1), pause);
    return () => clearTimeout(timer);
  }, [count, all]);
  return count;
};

/** When the card that has the focus goes, or is made anew, the one in its place has it. */
const useFocusKept = () => {
  const list = useRef<HTMLUListElement>(null);
  const cards = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const held = document.activeElement;
  const at = held && list.current?.contains(held) ? cards().indexOf(held as HTMLAnchorElement) : -1;
  useLayoutEffect(() => {
    if (at < 0 || held?.isConnected) return;
    const all = cards();
    const same = all.find(({ hash }) => hash === (held as HTMLAnchorElement).hash);
    (same ?? all[Math.min(at, all.length - 1)] ?? document.querySelector('h1'))?.focus();
  });
  return list;
};

type CardsProps = {
  readonly board: Board;
  readonly proposals: readonly Proposal[];
  /** The card that one comes back to, which is there at once. */
  readonly from?: ListPlace | undefined;
  readonly onOpen?: ((proposal: ProposalId, top: number) => void) | undefined;
};

/** Proposals as cards that lead to them. */
export const ProposalCards = ({ board, proposals, from, onOpen }: CardsProps) => {
  const list = useFocusKept();
  const groups = useMemo(() => groupsOf(proposals), [proposals]);
  const opened = proposals.findIndex(({ id }) => id === from?.proposal);
  const count = useGrowing(groups.length, Math.floor(opened / groupSize) + 2);
  const comments = useMemo(() => commentCounts(board), [board.comments]);
  const inVote = useMemo(() => {
    const ballot = openBallot(board);
    return ballot && new Set(ballot.proposals);
  }, [board.ballots]);
  return (
    <ul class="stack-touch" ref={list}>
      {groups.slice(0, count).map((group, at) => (
        <Group
          key={at}
          board={board}
          proposals={group}
          comments={comments}
          inVote={inVote}
          from={from}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
};

type GroupProps = CardsProps & {
  readonly comments: ReadonlyMap<ProposalId, number>;
  /** What can be voted on, while a vote is open. */
  readonly inVote: ReadonlySet<ProposalId> | undefined;
};

/** Of thousands of cards, a new group makes no other anew, and a change only those that it is in. */
const Group = ({ board, proposals, comments, inVote, from, onOpen }: GroupProps) =>
  useMemo(
    () => (
      <>
        {proposals.map((proposal) => (
          <Card
            key={proposal.id}
            proposal={proposal}
            axis={axisTitle(board, proposal.axis)}
            comments={comments.get(proposal.id) ?? 0}
            leftOut={inVote?.has(proposal.id) === false}
            top={from?.proposal === proposal.id ? from.top : undefined}
            onOpen={onOpen}
          />
        ))}
      </>
    ),
    [proposals, comments, inVote, board.about, spoken(), theirTag()],
  );

type CardProps = Pick<CardsProps, 'onOpen'> & {
  readonly proposal: Proposal;
  readonly axis: string;
  readonly comments: number;
  readonly leftOut: boolean;
  readonly top: number | undefined;
};

const Card = ({ proposal, axis, comments, leftOut, top, onOpen }: CardProps) =>
  useMemo(
    () => (
      <li>
        <a
          class="card proposal-card"
          href={fragment({ type: 'proposal', id: proposal.id })}
          data-return={top}
          onClick={(event) =>
            onOpen?.(proposal.id, event.currentTarget.getBoundingClientRect().top)
          }
        >
          <span class="strong">
            <UserText text={proposal.title} language={proposal.language} />
          </span>
          <span class="small quiet">
            <UserText text={axis} />
            {` · ${comments > 0 ? say('comments', { count: comments }) : say('noComments')}`}
          </span>
          {leftOut ? <span class="small strong">{say('notInVote')}</span> : null}
          {proposal.decision ? (
            <span class="small strong">{say(`decision.${proposal.decision.decision}`)}</span>
          ) : null}
        </a>
      </li>
    ),
    // What it does when it is opened is always the same thing.
    [proposal, axis, comments, leftOut, top, spoken(), theirTag()],
  );
