import { useState } from 'preact/hooks';
import { type Admission, type BoardCreated, limits } from '../../protocol/messages';
import { createBoard } from '../../store/api';
import { choiceOf, type ModerationChoice, moderationChoices } from '../moderation';
import { Field, Problem, useSaid } from '../parts/Field';
import { NumberInput } from '../parts/NumberInput';
import { Options } from '../parts/Options';
import { WrittenIn } from '../parts/WrittenIn';
import { refusalText } from '../words';
import { type BoardForm, type BoardProblems, problemsOf, requestOf, startForm } from './board';
import { templates } from './templates';
import { say } from './words';

/** The longest text of a field that holds lines; each line has its own limit. */
const linesMax = 1600;

/** Opens a board, behind a button so that participants are not led astray. */
export const CreateForm = ({ onCreated }: { onCreated: (created: BoardCreated) => void }) => {
  const [open, setOpen] = useState(false);
  return (
    <section class="stack" aria-labelledby="open">
      <h2 id="open">{say('openBoard')}</h2>
      <p class="quiet">{say('openHelp')}</p>
      {open ? (
        <Form onCreated={onCreated} />
      ) : (
        <button type="button" class="button button-wide" onClick={() => setOpen(true)}>
          {say('openBoard')}
        </button>
      )}
    </section>
  );
};

const Form = ({ onCreated }: { onCreated: (created: BoardCreated) => void }) => {
  const [form, setForm] = useState<BoardForm>(startForm);
  const [problems = {}, setProblems] = useSaid<BoardProblems>();
  const [refused, setRefused] = useSaid<string>();
  const [key, setKey] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<BoardForm>) => {
    setForm({ ...form, ...part });
    setProblems();
    setRefused();
  };

  const send = async (event: Event) => {
    event.preventDefault();
    const found = problemsOf(form);
    setProblems(() => problemsOf(form));
    if (found.title || found.axes || found.colleges) return;
    setBusy(true);
    const answer = await createBoard(requestOf(form), key?.trim() || undefined);
    setBusy(false);
    if (answer.type === 'done') return onCreated(answer.value);
    if (answer.type === 'unreachable') return setRefused(() => say('unreachable'));
    // This server asks for a key before it opens boards.
    if (answer.refusal.word === 'unknownCredential') {
      setKey(key ?? '');
      return setRefused(() => say('keyHelp'));
    }
    setRefused(() => refusalText(answer.refusal));
  };

  return (
    <form class="card stack" onSubmit={send} noValidate>
      <Field
        id="title"
        label={say('boardTitle')}
        help={say('boardTitleExample')}
        value={form.title}
        onValue={(title) => change({ title })}
        max={limits.boardTitleGraphemesMax}
        problem={problems.title}
      />
      <WrittenIn
        id="language"
        label={say('boardLanguage')}
        value={form.language}
        onValue={(language) => change({ language })}
      />
      <Field
        id="axes"
        label={say('axes')}
        help={say('axesHelp')}
        value={form.axes}
        onValue={(axes) => change({ axes })}
        max={linesMax}
        problem={problems.axes}
        rows={4}
      />
      <Field
        id="colleges"
        label={say('colleges')}
        help={say('collegesHelp')}
        value={form.colleges}
        onValue={(colleges) => change({ colleges })}
        max={linesMax}
        problem={problems.colleges}
        rows={5}
      />
      <Options
        name="template"
        legend={say('template')}
        value={form.template}
        options={[
          { id: '', title: say('templateNone'), about: say('templateNoneAbout') },
          ...templates,
        ]}
        onValue={(id) => {
          const settings = templates.find((one) => one.id === id)?.settings;
          change({
            template: id,
            ...(settings
              ? {
                  moderation: choiceOf(settings),
                  perPerson: settings.proposalsPerParticipant,
                }
              : {}),
          });
        }}
      />
      <Settings form={form} change={change} />
      {key === undefined ? null : (
        <Field
          id="key"
          label={say('key')}
          help={say('keyHelp')}
          value={key}
          onValue={setKey}
          max={200}
        />
      )}
      <Problem text={refused} />
      <button type="submit" class="button button-primary button-wide" disabled={busy}>
        {say(busy ? 'creating' : 'create')}
      </button>
    </form>
  );
};

type SettingsProps = {
  readonly form: BoardForm;
  readonly change: (part: Partial<BoardForm>) => void;
};

const Settings = ({ form, change }: SettingsProps) => (
  <>
    <Options
      name="moderation"
      legend={say('moderation')}
      value={form.moderation}
      options={moderationChoices.map((id) => ({ id, title: say(`moderation.${id}`) }))}
      onValue={(moderation) => change({ moderation: moderation as ModerationChoice })}
    />
    <Options
      name="admission"
      legend={say('admission')}
      value={form.admission}
      options={[
        { id: 'open', title: say('admissionOpen') },
        { id: 'badges', title: say('admissionBadges') },
      ]}
      onValue={(admission) => change({ admission: admission as Admission })}
    />
    <div class="field">
      <label class="label" for="per-person">
        {say('perPerson')}
      </label>
      <NumberInput
        id="per-person"
        value={form.perPerson}
        onValue={(perPerson = 1) => change({ perPerson })}
        min={1}
        max={limits.settingsProposalsPerParticipantMax}
      />
    </div>
  </>
);
