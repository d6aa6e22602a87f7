import { useEffect } from 'preact/hooks';
import { limits, type Proposal, type ProposalId } from '../protocol/messages';
import type { Store, View } from '../store/store';
import { graphemes } from './text';

/** A pause in writing after which similar proposals are looked for, in milliseconds. */
const pause = 400;

/** Shorter texts are like too many. */
const shortest = 4;

/** The proposals with a title like this text, as the server last told of it. */
export const useSimilar = (
  store: Store,
  view: View,
  typed: string,
  except?: ProposalId,
): readonly Proposal[] => {
  const text = typed.trim().replace(/\s+/g, ' ');
  const length = graphemes(text);
  const asks = length >= shortest && length <= limits.titleGraphemesMax;
  const live = view.connection.type === 'live';
  useEffect(() => {
    if (!asks || !live) return;
    const timer = setTimeout(() => store.searchSimilar(text, except), pause);
    return () => clearTimeout(timer);
  }, [store, text, except, asks, live]);
  if (!asks || view.similar?.text !== text) return [];
  return view.similar.found
    .map(({ proposal }) => view.board.proposals.get(proposal))
    .filter((found): found is Proposal => found !== undefined && found.id !== except);
};
