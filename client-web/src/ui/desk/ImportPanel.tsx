import { useState } from 'preact/hooks';
import {
  type Code,
  type Credential,
  type ImportKind,
  type ImportReport,
  importKindWords,
  type RowProblem,
} from '../../protocol/messages';
import { importRows } from '../../store/api';
import { Problem } from '../parts/Field';
import { Options } from '../parts/Options';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import { say } from './words';

type ImportProps = { readonly code: Code; readonly credential: Credential };

/** Problems shown at once; who has more mends these first. */
const problemsMost = 20;

/** A file's text. Browsers of 2018 have no file.text(). */
const textOf = (file: File): Promise<string> =>
  new Promise((read, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      try {
        const bytes = new Uint8Array(reader.result as ArrayBuffer);
        read(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      } catch (error) {
        failed(error);
      }
    };
    reader.onerror = () => failed(reader.error);
    reader.readAsArrayBuffer(file);
  });

/** Lines to mend; one line may have several problems. */
const linesOf = (problems: readonly RowProblem[]): number =>
  new Set(problems.map(({ line }) => line)).size;

/** A column as the help above calls it. */
const columnOf = (field: string): string =>
  field === 'title' || field === 'axis' ? say(`column.${field}`) : field;

const problemText = ({ refusal }: RowProblem): string => {
  const { word, field = '' } = refusal;
  if (word === 'malformed') return say('rowMalformed', { field: columnOf(field) });
  if (word === 'idTaken') return say('rowTaken');
  if (word === 'unknownAxis') return say('rowUnknownAxis');
  if (word === 'required') return say('rowRequired', { field: columnOf(field) });
  return refusalText(refusal);
};

/** Takes in a table that was prepared elsewhere: first it is checked, then it is imported. */
export const ImportPanel = ({ code, credential }: ImportProps) => {
  const [kind, setKind] = useState<ImportKind>('proposals');
  const [text, setText] = useState<string>();
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);

  const ask = async (table: string, of: ImportKind, dryRun: boolean) => {
    setAsking(true);
    setProblem(undefined);
    const outcome = await importRows(code, credential, { kind: of, text: table, dryRun });
    setAsking(false);
    if (outcome.type === 'done') return setReport(outcome.value);
    setReport(undefined);
    setProblem(
      outcome.type === 'refused' ? refusalText(outcome.refusal) : say('inviteUnreachable'),
    );
  };
  const choose = async (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = Array.from(input.files ?? []);
    setReport(undefined);
    setText(undefined);
    if (!file) return;
    try {
      const table = await textOf(file);
      if (table.trim() === '') return setProblem(say('importEmpty'));
      setText(table);
      await ask(table, kind, true);
    } catch {
      setProblem(say('importNotText'));
    }
    input.value = ''; // So that the same file can be chosen again once it is mended.
  };
  const chooseKind = (chosen: string) => {
    setKind(chosen as ImportKind);
    setReport(undefined);
    setText(undefined);
  };
  const ready = text !== undefined && report && !report.imported && report.problems.length === 0;
  return (
    <details class="card">
      <summary>{say('import')}</summary>
      <div class="stack-close">
        <Options
          name="import-kind"
          legend={say('importWhat')}
          value={kind}
          options={importKindWords.map((one) => ({ id: one, title: say(`import.${one}`) }))}
          onValue={chooseKind}
        />
        <p class="small">{say(`import.${kind}.help`)}</p>
        <label class="label" for="import-file">
          {say('importFile')}
        </label>
        <input
          id="import-file"
          class="input"
          type="file"
          accept=".csv,.json,.txt,text/csv,application/json"
          disabled={asking}
          onChange={choose}
        />
        <Problem text={problem} />
        {report ? <Report report={report} /> : null}
        {ready ? (
          <button
            type="button"
            class="button button-primary"
            disabled={asking}
            onClick={() => ask(text, kind, false)}
          >
            {say('importGo')}
          </button>
        ) : null}
      </div>
    </details>
  );
};

const Report = ({ report: { rows, imported, problems } }: { report: ImportReport }) => (
  <div role="status" class="stack-close">
    {problems.length === 0 ? (
      <p class={imported ? 'notice notice-good' : 'notice'}>
        {say(imported ? 'importDone' : 'importReady', { count: rows })}
      </p>
    ) : (
      <>
        <p class="notice notice-refused">{say('importProblems', { count: linesOf(problems) })}</p>
        <ul class="stack-close">
          {problems.slice(0, problemsMost).map((one, index) => (
            <li key={index}>
              <strong>{say('importLine', { line: one.line })}</strong>{' '}
              <UserText ours text={problemText(one)} />
            </li>
          ))}
        </ul>
        {problems.length > problemsMost ? (
          <p>{say('importMore', { count: problems.length - problemsMost })}</p>
        ) : null}
      </>
    )}
  </div>
);
