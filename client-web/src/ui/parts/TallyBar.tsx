import { dotsGiven, expressed, majorityGrade, scales } from '../../board/methods';
import { unreachable } from '../../board/unreachable';
import type { Method } from '../../protocol/messages';
import { choiceText, percent, sayCommon } from '../words';

type TallyProps = {
  readonly method: Method;
  /** People, by level of the method's scale. */
  readonly counts: readonly number[];
  /** People who voted in the ballot, where they are known. */
  readonly voters?: number | undefined;
  /** The most dots on a proposal of the ballot, so that bars can be compared. */
  readonly most?: number | undefined;
};

/** The counts of a proposal, as a bar and as the words that say the same. */
export const TallyBar = (props: TallyProps) => {
  const { method, counts } = props;
  if (expressed(counts) === 0) return <p class="quiet">{sayCommon('noVotes')}</p>;
  const [first, ...rest] = tallyWords(props);
  return (
    <div class="stack-close">
      <svg class="tally-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {partsOf(props).map(({ x, width }, level) => (
          <rect
            key={level}
            class={`tally-${scales[method][level]}`}
            x={x}
            y={0}
            width={width}
            height={10}
          />
        ))}
      </svg>
      <p class="tally-words">
        <strong>{first}</strong>
        {rest.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
    </div>
  );
};

type Part = { readonly x: number; readonly width: number };

/** The bar in hundredths: how the people are divided, or how many there are of all. */
const partsOf = ({ method, counts, voters, most }: TallyProps): readonly Part[] => {
  if (method === 'approval') return [share(counts[0] ?? 0, voters ?? 0)];
  if (method === 'dots') return [share(dotsGiven(counts), most ?? 0)];
  const base = expressed(counts);
  let from = 0;
  return counts.map((count) => {
    const part = { x: from, width: (100 * count) / base };
    from += part.width;
    return part;
  });
};

const share = (part: number, base: number): Part => ({
  x: 0,
  width: base > 0 ? Math.min(100, (100 * part) / base) : 0,
});

const withShare = (words: string, part: number, base: string, whole: number): string => {
  const value = percent(part, whole);
  return value === undefined ? words : `${words} (${value} ${base})`;
};

/** The counts in words, what matters most first. Every percentage says what it is of. */
export const tallyWords = ({ method, counts, voters }: TallyProps): readonly string[] => {
  const base = expressed(counts);
  const [first = 0, second = 0, third = 0] = counts;
  switch (method) {
    case 'opinion':
      return [
        withShare(
          sayCommon('countSupport', { count: first }),
          first,
          sayCommon('ofOpinions', { count: base }),
          base,
        ),
        sayCommon('countNeutral', { count: second }),
        sayCommon('countOppose', { count: third }),
      ];
    case 'approval': {
      const words = sayCommon('countApprove', { count: first });
      // Counts of another moment than the turnout, after some took back what they gave, have no share.
      if (voters === undefined || voters < first) return [words];
      return [withShare(words, first, sayCommon('ofVoters', { count: voters }), voters)];
    }
    case 'dots':
      return [
        sayCommon('dots', { count: dotsGiven(counts) }),
        sayCommon('fromPeople', { count: base }),
      ];
    case 'grades': {
      const grade = majorityGrade(counts);
      if (grade === undefined) return [sayCommon('noVotes')];
      return [
        sayCommon('grade', { grade: choiceText(grade) }),
        sayCommon('ofGrades', { count: base }),
      ];
    }
    default:
      return unreachable(method);
  }
};
