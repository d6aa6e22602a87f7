import type { Ranked } from '../../board/select';
import { rankText, sayCommon } from '../words';

/** The place of a proposal, large enough to be seen first; nothing where there is none. */
export const Place = ({ standing }: Pick<Ranked, 'standing'>) =>
  standing?.rank === undefined ? null : (
    <span class="place">
      {rankText(standing.rank)} <span class="unseen">{sayCommon('placeOf')}</span>
    </span>
  );

type WordsProps = Pick<Ranked, 'standing' | 'formerRank'> & {
  /** Of a ballot of grades: how many people must judge. */
  readonly judgmentsMin: number | undefined;
};

/** What is to be known of a place, each in a few words. */
export const StandingWords = ({ judgmentsMin = 0, standing, formerRank }: WordsProps) => {
  if (!standing) return null;
  const { rank, drawn, controversial, consensus } = standing;
  const words = [
    // Without a least number of judgments, it has no place because the vote goes on.
    rank === undefined && judgmentsMin > 0 ? sayCommon('notRanked', { count: judgmentsMin }) : '',
    // A place that was drawn has not moved: chance is no result.
    rank === undefined || drawn ? '' : shiftText(rank, formerRank),
    drawn ? sayCommon('drawn') : '',
    controversial ? sayCommon('controversial') : '',
    consensus === undefined ? '' : sayCommon('consensus', { value: Math.round(consensus / 100) }),
  ].filter((text) => text !== '');
  if (words.length === 0) return null;
  return (
    <p class="standing-words">
      {words.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
};

/** How a place changed since the vote before. */
const shiftText = (rank: number, formerRank: number | undefined): string => {
  if (formerRank === undefined) return '';
  if (formerRank === rank) return sayCommon('shiftNone');
  const places = { former: rankText(formerRank) };
  return sayCommon(formerRank > rank ? 'shiftUp' : 'shiftDown', places);
};
