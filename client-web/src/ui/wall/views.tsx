/** What the plenary's screen can show. Nothing scrolls: what has no room is counted. */
import type { Board } from '../../board/board';
import {
  axisTitle,
  lastBallot,
  lastShownBallot,
  publishedProposals,
  ranked,
  tallyOf,
} from '../../board/select';
import type { BallotId, Proposal, ProposalId } from '../../protocol/messages';
import type { View } from '../../store/store';
import { Heading } from '../parts/Page';
import { QrCode } from '../parts/QrCode';
import { TallyBar } from '../parts/TallyBar';
import { UserText } from '../parts/UserText';
import { say } from './words';

/** Cards that can be read from the back of a room. */
export const cardsMax = 6;

export const JoinView = ({ view }: { view: View }) => {
  const { about, participants, connected } = view.board;
  const code = about?.code ?? '';
  return (
    <div class="wall-join">
      <QrCode text={`${location.origin}/b/${code}`} />
      <div class="wall-join-words">
        <Heading>{say('join')}</Heading>
        <p>{say('scan')}</p>
        <p>
          {say('orType')} <strong class="wall-address">{location.host}</strong>
        </p>
        <p>
          {say('withCode')} <strong class="wall-big-code">{code}</strong>
        </p>
        <p class="quiet">{say('noNeed')}</p>
        <p class="strong">
          {say('joined', { count: participants?.joined ?? 0 })}
          {connected === undefined ? null : `, ${say('here', { count: connected })}`}
        </p>
      </div>
    </div>
  );
};

/** The newest first, with counts as soon as everybody may see them. */
export const Proposals = ({ board }: { board: Board }) => {
  const all = [...publishedProposals(board)].reverse();
  if (all.length === 0) {
    return (
      <>
        <Heading>{say('none')}</Heading>
        <p>{say('noneHelp')}</p>
      </>
    );
  }
  return (
    <>
      <Heading>{say('proposals')}</Heading>
      <Cards board={board} proposals={all} />
    </>
  );
};

type CardsProps = {
  readonly board: Board;
  readonly proposals: readonly Proposal[];
  /** Whose counts to show; without it, those shown last. */
  readonly ballot?: BallotId;
};

const Cards = ({ board, proposals, ballot }: CardsProps) => {
  const counted = ballot === undefined ? lastShownBallot(board) : board.ballots.get(ballot);
  const rest = proposals.length - cardsMax;
  return (
    <>
      <ol class="wall-cards">
        {proposals.slice(0, cardsMax).map((proposal) => {
          const tally = counted && tallyOf(board, counted, proposal.id);
          return (
            <li key={proposal.id} class="card wall-card">
              <h2>
                <UserText text={proposal.title} />
              </h2>
              {tally ? (
                <TallyBar tally={tally} />
              ) : (
                <p class="quiet">{axisTitle(board, proposal.axis)}</p>
              )}
            </li>
          );
        })}
      </ol>
      {rest > 0 ? <p class="quiet">{say('more', { count: rest })}</p> : null}
    </>
  );
};

/** One proposal for the whole room to talk about. */
export const OneProposal = ({ board, id }: { board: Board; id: ProposalId }) => {
  const proposal = board.proposals.get(id);
  if (!proposal) return <Heading>{say('gone')}</Heading>;
  const ballot = lastShownBallot(board);
  const tally = ballot && tallyOf(board, ballot, id);
  return (
    <div class="wall-one">
      <p class="quiet">{axisTitle(board, proposal.axis)}</p>
      <Heading>
        <UserText text={proposal.title} />
      </Heading>
      {tally ? <TallyBar tally={tally} /> : null}
      {proposal.decision ? (
        <p class="strong">{say(`decision.${proposal.decision.decision}`)}</p>
      ) : null}
      <p class="wall-description">
        <UserText text={proposal.description} />
      </p>
    </div>
  );
};

/** A ballot's counts, or how many voted as long as the counts are hidden. */
export const Results = ({ board, id }: { board: Board; id: BallotId }) => {
  const ballot = board.ballots.get(id) ?? lastBallot(board);
  if (!ballot) return <Heading>{say('noVotes')}</Heading>;
  return (
    <>
      <Heading>
        <UserText text={ballot.question} />
      </Heading>
      <p class="strong">{say('voters', { count: board.turnout.get(ballot.id) ?? 0 })}</p>
      {ballot.resultsShown ? (
        <Cards
          board={board}
          proposals={ranked(board, ballot).map(({ proposal }) => proposal)}
          ballot={ballot.id}
        />
      ) : (
        <p>{say('noResults')}</p>
      )}
    </>
  );
};

/** What the room adopted. */
export const Roadmap = ({ board }: { board: Board }) => {
  const adopted = publishedProposals(board).filter(
    ({ status }) => status === 'adopted' || status === 'adoptedWithChanges',
  );
  return (
    <>
      <Heading>{say(adopted.length > 0 ? 'roadmap' : 'roadmapEmpty')}</Heading>
      <Cards board={board} proposals={adopted} />
    </>
  );
};
