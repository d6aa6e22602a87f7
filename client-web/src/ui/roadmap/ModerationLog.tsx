import { clockTime } from '../words';
import type { Moderated } from './document';
import { Folded } from './Folded';
import type { PaperProps } from './Paper';
import { say } from './words';

/** What the moderators did, for everybody to read. */
export const ModerationLog = ({ found }: PaperProps) => {
  const { moderation } = found.provenance;
  return (
    <section class="stack-close" aria-labelledby="log">
      <h2 id="log">{say('log')}</h2>
      <p class="quiet">{say(moderation.length > 0 ? 'logHelp' : 'logNone')}</p>
      {moderation.length > 0 ? (
        <Folded show={say('showLog')} hide={say('hideLog')}>
          <ol class="stack-close log">
            {moderation.map((one) => (
              <li key={one.position}>
                <span class="quiet">{clockTime(Date.parse(one.at))}</span> {lineOf(one)}
              </li>
            ))}
          </ol>
        </Folded>
      ) : null}
    </section>
  );
};

const lineOf = ({ act, proposal, into, reason }: Moderated): string =>
  [
    proposal === undefined ? '' : `${say('logLine', { number: proposal })},`,
    `${say(`act.${act}`, { into: into ?? '' })}.`,
    reason === undefined ? '' : say(`reason.${reason}`),
  ]
    .filter((part) => part !== '')
    .join(' ');
