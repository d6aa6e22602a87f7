import { expressed } from '../../board/select';
import type { Tally } from '../../protocol/messages';
import { percent, sayCommon } from '../words';

const parts = ['support', 'neutral', 'oppose'] as const;
const sentences = {
  support: 'countSupport',
  neutral: 'countNeutral',
  oppose: 'countOppose',
} as const;

/** The counts of a proposal, as a bar and as the words that say the same. */
export const TallyBar = ({ tally }: { tally: Tally }) => {
  const base = expressed(tally);
  if (base === 0) return <p class="quiet">{sayCommon('noVotes')}</p>;
  let from = 0;
  return (
    <div class="stack-close">
      <svg class="tally-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part) => {
          const width = (100 * tally[part]) / base;
          const x = from;
          from += width;
          return <rect key={part} class={`tally-${part}`} x={x} y={0} width={width} height={10} />;
        })}
      </svg>
      <p class="tally-words">
        {parts.map((part) => (
          <span key={part}>
            {part === 'support' ? (
              <strong>{sayCommon(sentences[part], { count: tally[part] })}</strong>
            ) : (
              sayCommon(sentences[part], { count: tally[part] })
            )}
            {part === 'support' ? ` (${percent(tally[part], base)})` : ''}
          </span>
        ))}
      </p>
    </div>
  );
};
