import { useState } from 'preact/hooks';
import {
  limits,
  type Progress,
  type ProgressReport,
  type Proposal,
  progressWords,
} from '../../protocol/messages';
import { Field, Problem, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { graphemes } from '../text';
import { numberOf } from './numbers';
import type { PartProps } from './Office';
import { say } from './words';

type ProgressProps = PartProps & {
  readonly proposal: Proposal;
  readonly last: ProgressReport | undefined;
};

/** How far a commitment is, at any time, also long after the session. */
export const ProgressForm = ({ ask, proposal, last }: ProgressProps) => {
  const [progress, setProgress] = useState<Progress | ''>(last?.progress ?? '');
  const [percent, setPercent] = useState(last?.percent === undefined ? '' : `${last.percent}`);
  const [news, setNews] = useState('');
  const [problem, setProblem] = useSaid<string>();
  const send = (event: Event) => {
    event.preventDefault();
    const part = numberOf(percent, limits.progressReportPercentMax);
    if (!progress) return setProblem(() => say('chooseProgress'));
    if (part === 'wrong') return setProblem(() => say('percentWrong'));
    if (graphemes(news) > limits.newsGraphemesMax) return;
    ask({
      type: 'reportProgress',
      proposal: proposal.id,
      report: {
        progress,
        ...(part === undefined ? {} : { percent: part }),
        ...(news.trim() ? { news: news.trim() } : {}),
      },
    });
    setNews('');
    setProblem();
  };
  return (
    <details>
      <summary>{say('tellProgress')}</summary>
      <form class="stack-close" onSubmit={send} noValidate>
        <Options
          name={`progress-${proposal.id}`}
          legend={say('progress')}
          value={progress}
          options={progressWords.map((one) => ({ id: one, title: say(`progress.${one}`) }))}
          onValue={(chosen) => setProgress(chosen as Progress)}
          columns
        />
        <Field
          id={`percent-${proposal.id}`}
          label={say('percent')}
          value={percent}
          onValue={setPercent}
          max={3}
          optional
        />
        <Field
          id={`news-${proposal.id}`}
          label={say('news')}
          value={news}
          onValue={setNews}
          max={limits.newsGraphemesMax}
          rows={3}
          optional
        />
        <Problem text={problem} />
        <button type="submit" class="button button-primary">
          {say('sendProgress')}
        </button>
      </form>
    </details>
  );
};
