import { useState } from 'preact/hooks';
import { reopens } from '../../board/select';
import { type Phase, phaseWords, type Switches } from '../../protocol/messages';
import { UserText } from '../parts/UserText';
import type { PartProps } from './Desk';
import { ReopenForm } from './ReopenForm';
import { say } from './words';

const switchWords = ['propose', 'comment', 'vote', 'results'] as const;

/** Where the room is, and what it may do there. */
export const PhasePanel = ({ view, ask }: PartProps) => {
  const { board } = view;
  const { phase, reason } = board;
  const [ending, setEnding] = useState(false);
  const [reopening, setReopening] = useState<Phase>();
  const choose = (one: Phase) => {
    const reopened = reopens(board, one);
    // The end is everybody's: it is asked once more, in another place.
    setEnding(one === 'closed' && phase !== 'closed');
    setReopening(reopened ? one : undefined);
    if (!reopened && one !== 'closed' && one !== phase) ask({ type: 'openPhase', phase: one });
  };
  const switches: Switches | undefined = board.about?.phases.find(
    (one) => one.phase === phase,
  )?.switches;
  return (
    <section class="card phase stack-close" aria-labelledby="phase">
      <h2 id="phase">{say('phases')}</h2>
      <div class="choices choices-three">
        {phaseWords.map((one) => (
          <button
            key={one}
            type="button"
            class={one === phase ? 'button button-primary' : 'button'}
            aria-pressed={one === phase}
            aria-expanded={one === 'closed' && one !== phase ? ending : undefined}
            onClick={() => choose(one)}
          >
            {say(`phase.${one}`)}
          </button>
        ))}
      </div>
      {ending && phase !== 'closed' ? (
        <fieldset class="notice stack-close">
          <legend class="unseen">{say('phase.closed')}</legend>
          <p class="strong">{say('endSure')}</p>
          <div class="desk-row">
            <button type="button" class="button" onClick={() => setEnding(false)}>
              {say('cancel')}
            </button>
            <button
              type="button"
              class="button button-danger"
              onClick={() => {
                setEnding(false);
                ask({ type: 'openPhase', phase: 'closed' });
              }}
            >
              {say('endYes')}
            </button>
          </div>
        </fieldset>
      ) : null}
      {reopening ? (
        <ReopenForm
          key={reopening}
          phase={reopening}
          onReason={(reason) => {
            ask({ type: 'openPhase', phase: reopening, reason });
            setReopening(undefined);
          }}
          onCancel={() => setReopening(undefined)}
        />
      ) : null}
      {reason && !reopening ? (
        <p class="small">
          {say('reopenedFor')} <UserText text={reason} />
        </p>
      ) : null}
      {phase === 'closed' ? (
        <>
          <p>{say('closedHelp')}</p>
          <a class="button" href={`/roadmap/${board.about?.code ?? ''}`}>
            {say('readRoadmap')}
          </a>
        </>
      ) : null}
      {switches && phase !== 'closed' && !reopening ? (
        <details>
          <summary class="small">{say('switches')}</summary>
          <div class="choices choices-two">
            {switchWords.map((word) => (
              <label key={word} class={switches[word] ? 'option option-on' : 'option'}>
                <input
                  type="checkbox"
                  checked={switches[word]}
                  onChange={() =>
                    ask({
                      type: 'configurePhase',
                      phase,
                      switches: { ...switches, [word]: !switches[word] },
                    })
                  }
                />
                {say(`switch.${word}`)}
              </label>
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
};
