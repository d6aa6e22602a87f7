/** What the board will look like if the server agrees to a command. */
import type { Command, Language, Proposal, ProposalId, ProposalStatus } from '../protocol/messages';
import { type Board, type Mine, withEntry, withInner } from './board';

const withMine = (board: Board, change: Partial<Mine>): Board => ({
  ...board,
  mine: { ...board.mine, ...change },
});

const withName = (board: Board, name: string | undefined): Board => {
  const { name: _, ...mine } = board.mine;
  return { ...board, mine: name === undefined ? mine : { ...mine, name } };
};

const withOwn = (board: Board, id: ProposalId, change: Partial<Proposal>): Board => {
  const own = board.mine.proposals.get(id);
  if (!own) return board;
  return withMine(board, { proposals: withEntry(board.mine.proposals, id, { ...own, ...change }) });
};

const withStatus = (board: Board, id: ProposalId, status: ProposalStatus): Board => {
  const known = board.proposals.get(id);
  if (!known) return board;
  return { ...board, proposals: withEntry(board.proposals, id, { ...known, status }) };
};

/** The language of somebody's words, where it is not the board's. */
const languageOf = (
  board: Board,
  { language }: { readonly language?: Language },
): { readonly language?: Language } =>
  language === undefined || language === board.about?.language ? {} : { language };

/**
 * Lays one unanswered command over a board. `at` is when it was asked. What cannot be foreseen is
 * left as it is; the confirmed state says it soon.
 */
export const expect = (board: Board, command: Command, at: number): Board => {
  switch (command.type) {
    case 'introduce':
      return withName(board, command.name);
    case 'castChoice': {
      const { ballot, proposal, choice } = command;
      return withMine(board, { choices: withInner(board.mine.choices, ballot, proposal, choice) });
    }
    case 'submitProposal': {
      if (board.mine.proposals.has(command.proposal)) return board;
      const proposal: Proposal = {
        id: command.proposal,
        number: 0,
        title: command.title,
        description: command.description,
        axis: command.axis,
        ...languageOf(board, command),
        author: board.mine.participant ?? 0,
        college: board.mine.college ?? '',
        status: 'submitted',
        submittedAt: at,
      };
      return withMine(board, {
        proposals: withEntry(board.mine.proposals, proposal.id, proposal),
      });
    }
    case 'editProposal': {
      const { title, description, axis } = command;
      const own = board.mine.proposals.get(command.proposal);
      if (!own) return board;
      const { language: _, ...rest } = own;
      const status = own.status === 'returned' ? 'submitted' : own.status;
      const text = { title, description, axis, ...languageOf(board, command) };
      return withMine(board, {
        proposals: withEntry(board.mine.proposals, own.id, { ...rest, ...text, status }),
      });
    }
    case 'withdrawProposal':
      return withOwn(board, command.proposal, {
        status: command.withdrawn ? 'withdrawn' : 'submitted',
      });
    case 'submitComment': {
      if (board.mine.comments.has(command.comment)) return board;
      const { comment: id, proposal, stance, text } = command;
      const { participant: author } = board.mine;
      const comment = {
        ...{ id, proposal, stance, text, at },
        ...languageOf(board, command),
        ...(author === undefined ? {} : { author }),
      };
      return withMine(board, { comments: withEntry(board.mine.comments, id, comment) });
    }
    case 'publishProposal':
      return withStatus(board, command.proposal, 'published');
    case 'returnProposal':
      return withStatus(board, command.proposal, 'returned');
    case 'declineProposal':
      return withStatus(board, command.proposal, 'declined');
    case 'requeueProposal':
      return withStatus(board, command.proposal, 'submitted');
    case 'mergeProposal': {
      const known = board.proposals.get(command.proposal);
      if (!known) return board;
      const merged = { ...known, status: 'merged', mergedInto: command.into } as const;
      return { ...board, proposals: withEntry(board.proposals, known.id, merged) };
    }
    case 'unmergeProposal': {
      const known = board.proposals.get(command.proposal);
      if (!known) return board;
      const { mergedInto: _, ...rest } = known;
      const published = { ...rest, status: 'published' } as const;
      return { ...board, proposals: withEntry(board.proposals, known.id, published) };
    }
    case 'leaveMerge': {
      let parts = board.mine.parts;
      for (const [ballot, own] of parts) {
        const part = own.get(command.proposal);
        if (part) parts = withInner(parts, ballot, part.proposal, { ...part, counts: false });
      }
      return withMine(board, { parts });
    }
    case 'rewordProposal': {
      const { proposal: id, title, description, axis } = command;
      const known = board.proposals.get(id);
      if (!known) return board;
      const former = { title: known.title, description: known.description, axis: known.axis };
      const rewordedFrom = known.rewordedFrom ?? former;
      const reworded = { ...known, title, description, axis, rewordedFrom };
      return { ...board, proposals: withEntry(board.proposals, id, reworded) };
    }
    default:
      return board;
  }
};

/** Whether two commands are about the same thing, so that the later one stands for both. */
export const sameSubject = (one: Command, other: Command): boolean => {
  if (one.type !== other.type) return false;
  if (one.type === 'castChoice' && other.type === 'castChoice') {
    return one.ballot === other.ballot && one.proposal === other.proposal;
  }
  return one.type === 'introduce';
};
