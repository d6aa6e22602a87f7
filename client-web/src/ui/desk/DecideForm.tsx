import { useState } from 'preact/hooks';
import {
  type DecideProposal,
  type Decision,
  decisionWords,
  limits,
  type Proposal,
} from '../../protocol/messages';
import { Day } from '../parts/Day';
import { Field, Problem, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { lines } from '../text';
import type { PartProps } from './Desk';
import { type DecisionDraft, keepDecision, keptDecision } from './decisionDraft';
import { useEscape } from './useEscape';
import { say } from './words';

type DecideProps = PartProps & { readonly proposal: Proposal; readonly onDone: () => void };

/** Room for twenty partners of the longest name. */
const partnersLength = limits.decideProposalPartnersMax * (limits.organisationGraphemesMax + 1);

/** What the room decided of a proposal, and who carries it. */
export const DecideForm = ({ view, ask, storage, proposal, onDone }: DecideProps) => {
  const before = proposal.decision;
  const code = view.board.about?.code ?? '';
  const [draft, setDraft] = useState<DecisionDraft>(
    () =>
      keptDecision(storage, code, proposal.id) ?? {
        decision: before?.decision ?? '',
        words: before?.words ?? '',
        lead: before?.lead ?? '',
        partners: (before?.partners ?? []).join('\n'),
        start: before?.start ?? '',
        end: before?.end ?? '',
      },
  );
  const { decision, words, lead, partners, start, end } = draft;
  const change = (part: Partial<DecisionDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setProblem();
    keepDecision(storage, code, proposal.id, next);
  };
  const done = () => {
    keepDecision(storage, code, proposal.id);
    onDone();
  };
  // Escape only closes; what was written is there again when the form is opened.
  const { leave, onKeyDown } = useEscape(onDone);
  const giveUp = () => {
    keepDecision(storage, code, proposal.id);
    leave();
  };
  const [problem, setProblem] = useSaid<string>();
  const { id } = proposal;

  const send = (event: Event) => {
    event.preventDefault();
    const named = lines(partners);
    if (!decision) return setProblem(() => say('chooseDecision'));
    if (start && end && end < start) return setProblem(() => say('datesWrong'));
    if (named.length > limits.decideProposalPartnersMax) {
      return setProblem(() => say('tooManyPartners', { limit: limits.decideProposalPartnersMax }));
    }
    const command: DecideProposal = {
      type: 'decideProposal',
      proposal: id,
      decision,
      ...(words.trim() ? { words: words.trim() } : {}),
      ...(lead.trim() ? { lead: lead.trim() } : {}),
      ...(named.length > 0 ? { partners: named } : {}),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
    };
    ask(command);
    done();
  };
  const drop = () => {
    ask({ type: 'decideProposal', proposal: id });
    done();
  };

  return (
    <form class="stack-close" onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <Options
        name={`decision-${id}`}
        legend={say('decision')}
        value={decision}
        options={decisionWords.map((one) => ({ id: one, title: say(`decision.${one}`) }))}
        onValue={(chosen) => change({ decision: chosen as Decision })}
        columns
      />
      <Field
        id={`lead-${id}`}
        label={say('lead')}
        value={lead}
        onValue={(text) => change({ lead: text })}
        max={limits.organisationGraphemesMax}
        optional
      />
      <Field
        id={`partners-${id}`}
        label={say('partners')}
        value={partners}
        onValue={(text) => change({ partners: text })}
        max={partnersLength}
        rows={2}
        optional
      />
      <div class="desk-row">
        <Day
          id={`start-${id}`}
          label={say('start')}
          value={start}
          onValue={(day) => change({ start: day })}
        />
        <Day
          id={`end-${id}`}
          label={say('end')}
          value={end}
          onValue={(day) => change({ end: day })}
        />
      </div>
      <Field
        id={`note-${id}`}
        label={say('decisionWords')}
        value={words}
        onValue={(text) => change({ words: text })}
        max={limits.remarkGraphemesMax}
        rows={2}
        optional
      />
      <Problem text={problem} />
      <div class="desk-row">
        <button type="submit" class="button button-primary">
          {say('saveDecision')}
        </button>
        <button type="button" class="button button-plain" onClick={giveUp}>
          {say('cancel')}
        </button>
        {before ? (
          <button type="button" class="button button-danger" onClick={drop}>
            {say('dropDecision')}
          </button>
        ) : null}
      </div>
    </form>
  );
};
