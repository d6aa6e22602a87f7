import { useState } from 'preact/hooks';
import {
  type DecideProposal,
  type Decision,
  decisionWords,
  limits,
  type Proposal,
} from '../../protocol/messages';
import { Field, Problem } from '../parts/Field';
import { Options } from '../parts/Options';
import { lines } from '../text';
import type { PartProps } from './Desk';
import { say } from './words';

type DecideProps = PartProps & { readonly proposal: Proposal; readonly onDone: () => void };

/** Room for twenty partners of the longest name. */
const partnersLength = limits.decideProposalPartnersMax * (limits.organisationGraphemesMax + 1);

/** What the room decided of a proposal, and who carries it. */
export const DecideForm = ({ ask, proposal, onDone }: DecideProps) => {
  const before = proposal.decision;
  const [decision, setDecision] = useState<Decision | ''>(before?.decision ?? '');
  const [words, setWords] = useState(before?.words ?? '');
  const [lead, setLead] = useState(before?.lead ?? '');
  const [partners, setPartners] = useState((before?.partners ?? []).join('\n'));
  const [start, setStart] = useState(before?.start ?? '');
  const [end, setEnd] = useState(before?.end ?? '');
  const [problem, setProblem] = useState<string>();
  const { id } = proposal;

  const send = (event: Event) => {
    event.preventDefault();
    const named = lines(partners);
    if (!decision) return setProblem(say('chooseDecision'));
    if (start && end && end < start) return setProblem(say('datesWrong'));
    if (named.length > limits.decideProposalPartnersMax) {
      return setProblem(say('tooManyPartners', { limit: limits.decideProposalPartnersMax }));
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
    onDone();
  };
  const drop = () => {
    ask({ type: 'decideProposal', proposal: id });
    onDone();
  };

  return (
    <form class="stack-close" onSubmit={send} noValidate>
      <Options
        name={`decision-${id}`}
        legend={say('decision')}
        value={decision}
        options={decisionWords.map((one) => ({ id: one, title: say(`decision.${one}`) }))}
        onValue={(chosen) => setDecision(chosen as Decision)}
        columns
      />
      <Field
        id={`lead-${id}`}
        label={say('lead')}
        value={lead}
        onValue={setLead}
        max={limits.organisationGraphemesMax}
        optional
      />
      <Field
        id={`partners-${id}`}
        label={say('partners')}
        value={partners}
        onValue={setPartners}
        max={partnersLength}
        rows={2}
        optional
      />
      <div class="desk-row">
        <Day id={`start-${id}`} label={say('start')} value={start} onValue={setStart} />
        <Day id={`end-${id}`} label={say('end')} value={end} onValue={setEnd} />
      </div>
      <Field
        id={`note-${id}`}
        label={say('decisionWords')}
        value={words}
        onValue={setWords}
        max={limits.remarkGraphemesMax}
        rows={2}
        optional
      />
      <Problem text={problem} />
      <div class="desk-row">
        <button type="submit" class="button button-primary">
          {say('saveDecision')}
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

type DayProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

const Day = ({ id, label, value, onValue }: DayProps) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    <input
      id={id}
      class="input"
      type="date"
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </div>
);
