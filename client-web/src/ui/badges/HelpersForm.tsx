import { useEffect, useState } from 'preact/hooks';
import type { Code, Credential, HelperEntry } from '../../protocol/messages';
import { getHelpers, issueHelper, revokeHelper } from '../../store/api';
import { Problem } from '../parts/Field';
import { QrCode } from '../parts/QrCode';
import { clockTime, refusalText } from '../words';
import { say } from './words';

type HelpersProps = { readonly code: Code; readonly credential: Credential };

/** Links for tablets that serve people without a phone; each can be ended. */
export const HelpersForm = ({ code, credential }: HelpersProps) => {
  const [helpers, setHelpers] = useState<readonly HelperEntry[]>([]);
  const [link, setLink] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    void getHelpers(code, credential).then((found) => {
      if (found.type === 'done') setHelpers(found.value.helpers);
    });
  }, [code, credential]);
  const add = async () => {
    const answer = await issueHelper(code, credential);
    if (answer.type !== 'done') return fail(answer);
    setTrouble(undefined);
    setLink(`${location.origin}/help/${code}#${answer.value.credential}`);
    const found = await getHelpers(code, credential);
    if (found.type === 'done') setHelpers(found.value.helpers);
  };
  const end = async (helper: number) => {
    const answer = await revokeHelper(code, credential, helper);
    if (answer.type !== 'done') return fail(answer);
    setTrouble(undefined);
    setHelpers(answer.value.helpers);
  };
  const fail = (answer: Exclude<Awaited<ReturnType<typeof issueHelper>>, { type: 'done' }>) =>
    setTrouble(answer.type === 'refused' ? refusalText(answer.refusal) : say('unreachable'));
  return (
    <section class="stack" aria-labelledby="helpers-title">
      <h2 id="helpers-title">{say('helpers')}</h2>
      <p>{say('helpersLead')}</p>
      <ul class="stack-close">
        {helpers.map(({ helper, issuedAt, revoked }) => (
          <li key={helper} class="card helper">
            <span>{say('helperEntry', { helper, time: clockTime(issuedAt) })}</span>
            {revoked ? (
              <span class="quiet">{say('helperEnded')}</span>
            ) : (
              <button type="button" class="button button-danger" onClick={() => end(helper)}>
                {say('helperEnd')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="button button-wide" onClick={add}>
        {say('helperAdd')}
      </button>
      <Problem text={trouble} />
      {link ? (
        <div class="card stack" role="status">
          <p class="strong">{say('helperOnce')}</p>
          <div class="helper-qr">
            <QrCode text={link} />
          </div>
          <p class="small">
            <a class="helper-link" href={link} target="_blank" rel="noopener">
              {link}
            </a>
          </p>
        </div>
      ) : null}
    </section>
  );
};
