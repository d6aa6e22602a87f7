import { useState } from 'preact/hooks';
import { type BoardCreated, type Code, type Credential, limits } from '../../protocol/messages';
import { addTable } from '../../store/api';
import { CopyLink } from '../parts/CopyLink';
import { Field, Problem } from '../parts/Field';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import type { PartProps } from './Desk';
import { say } from './words';

type TablesProps = PartProps & { readonly code: Code; readonly credential: Credential };

type Added = { readonly title: string; readonly links: BoardCreated };

/** Boards of their own, whose scribes send proposals up to this one. */
export const TablesPanel = ({ view, code, credential }: TablesProps) => {
  const tables = view.board.tables?.tables ?? [];
  const [title, setTitle] = useState('');
  const [added, setAdded] = useState<Added>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await addTable(code, credential, { title: title.trim() });
    setBusy(false);
    if (answer.type === 'refused') return setProblem(refusalText(answer.refusal));
    if (answer.type === 'unreachable') return setProblem(say('tableUnreachable'));
    setProblem(undefined);
    setAdded({ title: title.trim(), links: answer.value });
    setTitle('');
  };
  if (view.board.phase === 'closed') return null;
  return (
    <section class="card stack-close" aria-labelledby="tables">
      <h2 id="tables">
        {tables.length === 0 ? say('tablesNone') : say('tables', { count: tables.length })}
      </h2>
      {added ? <Links {...added} /> : null}
      <details>
        <summary>{say('tableAdd')}</summary>
        <p class="small">{say('tableHelp')}</p>
        {tables.length > 0 ? (
          <ul class="small">
            {tables.map((table) => (
              <li key={table.board}>
                <UserText text={table.title} /> · {table.board}
              </li>
            ))}
          </ul>
        ) : null}
        <form class="stack-close" onSubmit={add} noValidate>
          <Field
            id="table"
            label={say('tableTitle')}
            value={title}
            onValue={setTitle}
            max={limits.nameGraphemesMax}
          />
          <Problem text={problem} />
          <button type="submit" class="button" disabled={busy || title.trim() === ''}>
            {say('tableOpen')}
          </button>
        </form>
      </details>
    </section>
  );
};

/** Shown this once, like those of any board. */
const Links = ({ title, links: { code, facilitator } }: Added) => (
  <div class="notice stack-close">
    <p class="strong">
      <UserText text={title} />
    </p>
    <CopyLink
      id={`table-${code}`}
      label={say('tableLink')}
      help={say('tableLinks')}
      link={`${location.origin}/desk/${code}#${facilitator}`}
    />
    <a class="button" href={`/desk/${code}#${facilitator}`} target="_blank" rel="noopener">
      {say('tableDesk')}
    </a>
    <p>{say('tablePhones', { code })}</p>
  </div>
);
