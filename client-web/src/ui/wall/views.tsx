/** What the plenary's screen can show. Nothing scrolls. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import { axisTitle, collegeTitle, partsOf } from '../../board/select';
import type { Ballot, DecisionRecord, Proposal } from '../../protocol/messages';
import type { View } from '../../store/store';
import { Heading } from '../parts/Page';
import { QrCode } from '../parts/QrCode';
import { Place, StandingWords } from '../parts/StandingWords';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { answerLine, dayText } from '../words';
import { addressFor, Clock, RoomMessage } from './Band';
import { Fit } from './Fit';
import { Nothing } from './Nothing';
import { Pages } from './Pages';
import { answersTo, leadsNowhere, type Row } from './scene';
import { say } from './words';

/** How to come in: for a camera, and for fingers. */
export const JoinView = ({ view }: { view: View }) => {
  const { about, connected = 0 } = view.board;
  return (
    <div class="join">
      <QrCode text={addressFor(view)} />
      <Fit>
        <div class="join-words">
          <Heading>{say('join')}</Heading>
          <p>{say('scan')}</p>
          <p>
            {say('orType')} <Address text={location.host} />
          </p>
          <p>
            {say('withCode')} <strong class="join-code">{about?.code}</strong>
          </p>
          <p class="quiet">{say('noNeed')}</p>
          {leadsNowhere(location.hostname) ? (
            <p class="notice">{say('localhost')}</p>
          ) : connected > 0 ? (
            <p class="join-here">{say('present', { count: connected })}</p>
          ) : null}
        </div>
      </Fit>
    </div>
  );
};

/** An address on one line, so that nobody wonders where it goes on: the longer, the smaller. */
const Address = ({ text }: { text: string }) => (
  <strong class="join-address" style={{ fontSize: `${Math.min(1.6, 22 / text.length)}em` }}>
    {text}
  </strong>
);

/** The session is over: thanks, and where to read what came of it. */
export const OverView = ({ view }: { view: View }) => (
  <div class="join">
    <QrCode text={addressFor(view)} />
    <Fit>
      <div class="join-words">
        <Heading>{say('thanks')}</Heading>
        <p>{say('readRoadmap')}</p>
        <p>
          <strong class="join-address">
            {location.host}/roadmap/{view.board.about?.code}
          </strong>
        </p>
      </div>
    </Fit>
  </div>
);

type ListProps = { readonly board: Board; readonly rows: readonly Row[] };

/** The newest first, with counts as soon as everybody may see them. */
export const Proposals = ({ board, rows }: ListProps) => {
  if (rows.length === 0) return <Nothing title={say('none')} help={say('noneHelp')} />;
  return (
    <Pages
      title={say('proposals')}
      fact={say('proposalCount', { count: rows.length })}
      lead={rows[0]?.proposal.id}
      items={rows.map(({ proposal, counted }) => ({
        key: proposal.id,
        content: (
          <>
            <h2 class="row-title">
              <UserText text={proposal.title} language={proposal.language} />
            </h2>
            <div class="row-side">
              {counted ? (
                <TallyBar {...counted} />
              ) : (
                <p class="quiet">
                  <UserText text={axisTitle(board, proposal.axis)} />
                </p>
              )}
            </div>
          </>
        ),
      }))}
    />
  );
};

/** One proposal for the whole room to talk about. */
export const OneProposal = ({ board, row }: { board: Board; row: Row | undefined }) => {
  if (!row) return <Nothing title={say('gone')} help={say('goneHelp')} />;
  const { proposal, counted } = row;
  return (
    <div class="wall-one">
      <p class="one-axis">
        <UserText text={axisTitle(board, proposal.axis)} />
      </p>
      <Fit>
        <Heading>
          <UserText text={proposal.title} language={proposal.language} />
        </Heading>
        {proposal.description ? (
          <p class="one-description">
            <UserText text={proposal.description} language={proposal.language} />
          </p>
        ) : null}
        {partsOf(board, proposal).length > 0 ? (
          <p class="one-author">{say('parts', { count: partsOf(board, proposal).length })}</p>
        ) : null}
        <p class="one-author quiet">
          {proposal.college === undefined
            ? say('imported')
            : say('by', { who: proposal.authorName ?? collegeTitle(board, proposal.college) })}
        </p>
      </Fit>
      {proposal.decision ? <DecisionLine decision={proposal.decision} /> : null}
      <Answers board={board} proposal={proposal} />
      {counted ? <TallyBar {...counted} /> : null}
    </div>
  );
};

type ResultsProps = {
  readonly ballot: Ballot | undefined;
  readonly voters: number;
  readonly round: number;
  readonly rows: readonly Row[];
};

const ballotSentence = ({ state, resultsShown, orderShown }: Ballot): string => {
  if (state === 'open') return say('voteOpen');
  if (orderShown && !resultsShown) return say('orderFirst');
  return say(resultsShown ? 'voteResults' : 'voteClosed');
};

/** A ballot's counts; as long as they are hidden, what is voted on and how many did. */
export const Results = ({ ballot, voters, round, rows }: ResultsProps) => {
  if (!ballot) return <Nothing title={say('noBallot')} help={say('noBallotHelp')} />;
  return (
    <Pages
      title={<UserText text={ballot.question} />}
      fact={
        <>
          {ballotSentence(ballot)} <strong>{say('voters', { count: voters })}</strong>{' '}
          {round > 1 ? say('secondVote', { round }) : ''}
        </>
      }
      items={rows.map(({ proposal, counted, standing, formerRank }) => ({
        key: proposal.id,
        content: (
          <>
            <h2 class="row-title">
              <Place standing={standing} />
              <UserText text={proposal.title} language={proposal.language} />
            </h2>
            {ballot.resultsShown || ballot.orderShown ? (
              <div class="row-side">
                {counted ? (
                  <TallyBar {...counted} />
                ) : ballot.resultsShown ? (
                  <p class="quiet">{say('noVotes')}</p>
                ) : null}
                <StandingWords
                  judgmentsMin={ballot.judgmentsMin}
                  standing={standing}
                  formerRank={formerRank}
                />
              </div>
            ) : null}
          </>
        ),
      }))}
    />
  );
};

type RoadmapProps = ListProps & {
  /** Proposals that could be decided on. */
  readonly of: number;
  /** What was decided last. */
  readonly newest: Proposal | undefined;
};

/** What the room decided, theme after theme, as it fills up. */
export const Roadmap = ({ board, rows, of, newest }: RoadmapProps) => {
  const isNew = useIsNew(newest);
  if (rows.length === 0) return <Nothing title={say('roadmapEmpty')} help={say('roadmapHelp')} />;
  return (
    <Pages
      title={say('roadmap')}
      fact={
        <>
          <strong>{say('decisionCount', { count: rows.length })}</strong>{' '}
          {say('ofProposals', { count: of })}
          <svg class="filling" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="filling-done" width={(100 * rows.length) / of} height={10} />
          </svg>
        </>
      }
      lead={newest?.id}
      items={rows.map(({ proposal }) => ({
        key: proposal.id,
        content: (
          <>
            <div class="row-title">
              <p class="row-axis">
                {isNew && proposal.id === newest?.id ? (
                  <strong class="row-new">{say('newDecision')}</strong>
                ) : null}
                <UserText text={axisTitle(board, proposal.axis)} />
              </p>
              <h2>
                <UserText text={proposal.title} language={proposal.language} />
              </h2>
            </div>
            <div class="row-side">
              {proposal.decision ? <DecisionLine decision={proposal.decision} /> : null}
              <Answers board={board} proposal={proposal} />
            </div>
          </>
        ),
      }))}
    />
  );
};

/** How long a decision is called new, in milliseconds. */
const newFor = 60_000;

/** Whether a decision came in while the screen looked on, and not long ago. */
const useIsNew = (newest: Proposal | undefined): boolean => {
  const key = `${newest?.id} ${newest?.decision?.at}`;
  const known = useRef(key);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (known.current === key) return;
    known.current = key;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), newFor);
    return () => clearTimeout(timer);
  }, [key]);
  return fresh;
};

/** What was decided, who sees to it and until when, in a line. */
const DecisionLine = ({ decision: { decision, lead, end } }: { decision: DecisionRecord }) => (
  <div class="decision-line">
    <p class={`strong decision-${decision}`}>{say(`decision.${decision}`)}</p>
    {lead ? (
      <p class="decision-lead">
        <UserText text={lead} />
      </p>
    ) : null}
    {end ? <p>{say('until', { date: dayText(end) })}</p> : null}
  </div>
);

/** Which institutions answered, and how. */
const Answers = ({ board, proposal }: { board: Board; proposal: Proposal }) => {
  const text = answersTo(board, proposal)
    .map(({ name, standing }) => (standing ? answerLine(name, standing) : name))
    .join(', ');
  return text ? (
    <p class="answers">
      <UserText text={text} />
    </p>
  ) : null;
};

/** Dark and empty; a message and a running timer are all it shows. */
export const Blank = ({ view }: { view: View }) => (
  <div class="blank">
    <div class="unseen">
      <Heading>{view.board.about?.title}</Heading>
    </div>
    <RoomMessage view={view} />
    <Clock view={view} />
  </div>
);
