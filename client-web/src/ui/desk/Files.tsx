import { useState } from 'preact/hooks';
import type { Code, Credential } from '../../protocol/messages';
import { archiveAddress, getWholeBoard } from '../../store/api';
import { Problem } from '../parts/Field';
import { refusalText } from '../words';
import { say } from './words';

type FilesProps = { readonly code: Code; readonly credential: Credential };

/** Hands a file to the browser's downloads. */
const save = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The download has begun by then; until the address is given back the file stays in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** What can be taken away: what anybody may have, and the whole board for who leads it. */
export const Files = ({ code, credential }: FilesProps) => {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const takeAll = async () => {
    setAsking(true);
    setProblem(undefined);
    const outcome = await getWholeBoard(code, credential);
    setAsking(false);
    if (outcome.type === 'done') return save(outcome.value, `koudmen-${code}-complet.zip`);
    setProblem(
      outcome.type === 'refused' ? refusalText(outcome.refusal) : say('inviteUnreachable'),
    );
  };
  return (
    <section class="card stack-close" aria-labelledby="files">
      <h2 id="files">{say('files')}</h2>
      <p class="small">{say('publicFilesHelp')}</p>
      <a class="button" href={archiveAddress(code)} download={`koudmen-${code}.zip`}>
        {say('publicFiles')}
      </a>
      <p class="small">{say('wholeBoardHelp')}</p>
      <button type="button" class="button" disabled={asking} onClick={takeAll}>
        {say('wholeBoard')}
      </button>
      <Problem text={problem} />
    </section>
  );
};
