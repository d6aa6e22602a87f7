import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardCreated } from '../../protocol/messages';
import { arrive, Heading, Page } from '../parts/Page';
import { say } from './words';

/** The links of a board that was just opened; later only the desk in this browser has them. */
export const Links = ({ created }: { created: BoardCreated }) => {
  const { code, facilitator, moderator, screen } = created;
  const { origin } = location;
  // The button that led here was far down.
  useEffect(arrive, []);
  const desk = `${origin}/desk/${code}#${facilitator}`;
  return (
    <Page screen="links" title={say('created')}>
      <div class="column stack-wide">
        <Heading>{say('created')}</Heading>
        <p class="notice strong">{say('createdHelp')}</p>
        <CopyLink
          id="participants"
          label={say('linkParticipants')}
          help={say('linkParticipantsHelp', { code })}
          link={`${origin}/b/${code}`}
        />
        <CopyLink id="desk" label={say('linkDesk')} help={say('linkDeskHelp')} link={desk} />
        <CopyLink
          id="moderator"
          label={say('linkModerator')}
          help={say('linkModeratorHelp')}
          link={`${origin}/desk/${code}#${moderator}`}
        />
        <CopyLink
          id="wall"
          label={say('linkWall')}
          help={say('linkWallHelp')}
          link={`${origin}/wall/${code}#${screen}`}
        />
        <a class="button button-primary button-wide" href={desk}>
          {say('goDesk')}
        </a>
        <a class="button button-wide" href={`${origin}/badges/${code}#${facilitator}`}>
          {say('goBadges')}
        </a>
      </div>
    </Page>
  );
};

type LinkProps = {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly link: string;
};

/** A link to copy, also where plain HTTP has no clipboard; at worst it stays selected. */
const CopyLink = ({ id, label, help, link }: LinkProps) => {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.focus();
    setCopied(document.execCommand('copy'));
  };
  return (
    <div class="card field">
      <label class="label" for={id}>
        {label}
      </label>
      <p id={`${id}-help`} class="quiet small">
        {help}
      </p>
      <div class="copy">
        <input
          id={id}
          ref={field}
          class="input"
          type="text"
          readOnly
          value={link}
          aria-describedby={`${id}-help`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={copy}>
          {say(copied ? 'copied' : 'copy')}
        </button>
      </div>
    </div>
  );
};
