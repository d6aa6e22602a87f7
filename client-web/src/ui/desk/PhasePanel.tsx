import { useState } from 'preact/hooks';
import { type Phase, phaseWords, type Switches } from '../../protocol/messages';
import type { PartProps } from './Desk';
import { say } from './words';

const switchWords = ['propose', 'comment', 'vote', 'results'] as const;

/** Where the room is, and what it may do there. */
export const PhasePanel = ({ view, ask }: PartProps) => {
  const { board } = view;
  const { phase } = board;
  const [ending, setEnding] = useState(false);
  // The end is everybody's: it is asked once more, in another place.
  const choose = (one: Phase) => {
    if (one === 'closed' && phase !== 'closed') return setEnding(true);
    setEnding(false);
    ask({ type: 'openPhase', phase: one });
  };
  const switches: Switches | undefined = board.about?.phases.find(
    (one) => one.phase === phase,
  )?.switches;
  return (
    <section class="card stack-close" aria-labelledby="phase">
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
      {phase === 'closed' ? (
        <>
          <p>{say('closedHelp')}</p>
          <a class="button" href={`/roadmap/${board.about?.code ?? ''}`}>
            {say('readRoadmap')}
          </a>
        </>
      ) : null}
      {switches && phase !== 'closed' ? (
        <fieldset class="stack-close">
          <legend class="small">{say('switches')}</legend>
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
        </fieldset>
      ) : null}
    </section>
  );
};
