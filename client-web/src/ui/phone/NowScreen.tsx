import type { ComponentChildren, RefObject } from 'preact';
import type { Board } from '../../board/board';
import { ownProposals, publishedProposals, switchesNow } from '../../board/select';
import { unreachable } from '../../board/unreachable';
import { AgendaLine } from '../parts/AgendaLine';
import { Icon } from '../parts/Icon';
import { Heading } from '../parts/Page';
import { UserText } from '../parts/UserText';
import type { ScreenProps } from './BoardScreen';
import { ProposalCards } from './ListScreen';
import { PracticeOffer } from './Practice';
import { Results } from './Results';
import { fragment } from './route';
import { stageOf } from './stage';
import { type VotePlace, VoteRound } from './VoteRound';
import { say } from './words';

/** Cards shown below what the room is at; the rest is behind "Voir tout". */
const cardsShown = 3;

type NowProps = ScreenProps & { readonly votePlace: RefObject<VotePlace | undefined> };

/** The first screen, which follows the room by itself. */
export const NowScreen = (props: NowProps) => {
  const { view } = props;
  const { board } = view;
  const stage = stageOf(board);
  switch (stage.type) {
    case 'vote':
      return (
        <>
          <VoteRound {...props} key={stage.ballot.id} ballot={stage.ballot} />
          {/* Below the vote, so that every button of it is on the first screen. */}
          <AgendaLine board={board} />
          <Ways board={board} />
        </>
      );
    case 'votePaused':
      return <Waiting board={board} title={say('votePaused')} help={say('votePausedHelp')} />;
    case 'voteOver':
      return <Waiting board={board} title={say('voteOver')} help={say('voteOverHelp')} />;
    case 'results':
      return (
        <>
          <Heading>{say('results')}</Heading>
          <Results board={board} ballot={stage.ballot} />
          <Ways board={board} />
        </>
      );
    case 'propose':
      return <Waiting board={board} title={say('open.collect')} help={say('open.collect.help')} />;
    case 'wait': {
      const { phase } = board;
      return (
        <Waiting board={board} title={say(`open.${phase}`)} help={say(`open.${phase}.help`)}>
          {phase === 'moderate' || phase === 'vote' ? <PracticeOffer {...props} /> : null}
        </Waiting>
      );
    }
    case 'closed':
      return (
        <>
          <Heading>{say('open.closed')}</Heading>
          <p>{say('open.closed.help')}</p>
          <a class="button button-primary button-wide" href={`/roadmap/${board.about?.code ?? ''}`}>
            {say('seeRoadmap')}
          </a>
          {stage.ballot ? (
            <>
              <h2>{say('results')}</h2>
              <Results board={board} ballot={stage.ballot} />
            </>
          ) : null}
          <Ways board={board} />
        </>
      );
    default:
      return unreachable(stage);
  }
};

type WaitingProps = {
  readonly board: Board;
  readonly title: string;
  readonly help: string;
  readonly children?: ComponentChildren;
};

/** What the room is at, what one can do, and the first proposals to read. */
const Waiting = ({ board, title, help, children }: WaitingProps) => {
  const proposals = publishedProposals(board);
  const latest = proposals.slice(-cardsShown).reverse();
  return (
    <>
      <div class="stack">
        <p class="quiet">
          <UserText text={board.about?.title ?? ''} />
        </p>
        <Heading>{title}</Heading>
        <p>{help}</p>
        {switchesNow(board).propose ? (
          <a class="button button-primary button-wide" href={fragment({ type: 'propose' })}>
            <Icon name="add" />
            {say('propose')}
          </a>
        ) : null}
      </div>
      {children}
      <section class="stack" aria-labelledby="cards">
        <h2 id="cards">
          {proposals.length > 0 ? say('allCount', { count: proposals.length }) : say('none')}
        </h2>
        {proposals.length > 0 ? (
          <ProposalCards board={board} proposals={latest} />
        ) : (
          <p>{say('noneHelp')}</p>
        )}
      </section>
      <Ways board={board} />
    </>
  );
};

/** The few other places one can go to. */
const Ways = ({ board }: { board: Board }) => {
  const own = ownProposals(board).length;
  const proposing = switchesNow(board).propose && stageOf(board).type === 'vote';
  return (
    <nav class="ways">
      {proposing ? (
        <a class="button" href={fragment({ type: 'propose' })}>
          <Icon name="add" />
          {say('propose')}
        </a>
      ) : null}
      <a class="button" href={fragment({ type: 'list' })}>
        <Icon name="list" />
        {say('seeAll')}
      </a>
      {own > 0 ? (
        <a class="button" href={fragment({ type: 'mine' })}>
          <Icon name="speech" />
          {say('mineCount', { count: own })}
        </a>
      ) : null}
      {board.phase === 'closed' ? null : (
        <a class="button button-plain" href={fragment({ type: 'name' })}>
          <Icon name="person" />
          {say(board.mine.name === undefined ? 'addName' : 'changeName')}
        </a>
      )}
    </nav>
  );
};
