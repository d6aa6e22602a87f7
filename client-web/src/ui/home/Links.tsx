import { useEffect } from 'preact/hooks';
import type { BoardCreated } from '../../protocol/messages';
import { CopyLink } from '../parts/CopyLink';
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
