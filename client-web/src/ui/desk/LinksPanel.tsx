import { useState } from 'preact/hooks';
import { keptLinks } from '../../store/links';
import type { Storage } from '../../sync/storage';
import { facts } from '../languages';
import { theirTag } from '../start';
import { spoken } from '../words';
import { say } from './words';

/** The screen is opened in the language of the desk, where that is not the board's. */
const ownLanguage = (): string => (theirTag() === facts[spoken()].tag ? '' : `?lang=${spoken()}`);

/** The other secret links of the board, where this browser knows them. */
export const LinksPanel = ({ code, storage }: { code: string; storage: Storage }) => {
  const [links] = useState(() => keptLinks(storage, code));
  const [shown, setShown] = useState(false);
  if (!links) {
    return (
      <details class="links small">
        <summary>{say('links')}</summary>
        <p>{say('linksUnknown')}</p>
      </details>
    );
  }
  return (
    <div class="links">
      <div class="desk-row">
        <a
          class="button"
          href={`/wall/${code}${ownLanguage()}#${links.screen}`}
          target="_blank"
          rel="noreferrer"
        >
          {say('openWall')}
        </a>
        <button type="button" class="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {say('teamLink')}
        </button>
      </div>
      {shown ? (
        <label class="field">
          <span class="small">{say('teamLinkHelp')}</span>
          <input
            class="input"
            type="text"
            readOnly
            value={`${location.origin}/desk/${code}#${links.moderator}`}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      ) : null}
    </div>
  );
};
