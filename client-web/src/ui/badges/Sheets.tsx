import type { BoardCard } from '../../protocol/messages';
import { badgeLink, inGroups } from '../code';
import { QrCode } from '../parts/QrCode';
import { UserText } from '../parts/UserText';
import { type Badge, type Layout, type Network, networkText, pages } from './sheet';
import { say } from './words';

type SheetsProps = {
  readonly card: BoardCard;
  readonly badges: readonly Badge[];
  readonly layout: Layout;
  readonly network: Network;
};

/** The badges as they come out of the printer, to cut along the lines. */
export const Sheets = ({ card, badges, layout, network }: SheetsProps) => (
  <div class="sheets">
    {pages(badges, layout.perPage).map((page) => (
      <ul key={page[0]?.number} class={`sheet sheet-${layout.perPage}`}>
        {page.map((badge) => (
          <BadgeCard key={badge.number} card={card} badge={badge} network={network} />
        ))}
      </ul>
    ))}
  </div>
);

type CardProps = {
  readonly card: BoardCard;
  readonly badge: Badge;
  readonly network: Network;
};

const BadgeCard = ({ card, badge, network }: CardProps) => (
  <li class="badge">
    <p class="badge-title">
      <UserText text={card.title} />
    </p>
    <div class="badge-way">
      <div class="badge-qr">
        <QrCode text={badgeLink(location.origin, card.code, badge.code)} />
      </div>
      <div class="badge-words">
        <p class="badge-number">{say('card.number', { number: badge.number })}</p>
        <p class="badge-code">
          {inGroups(badge.code)
            .split(' ')
            .map((group) => (
              <span key={group} class="badge-group">
                {group}{' '}
              </span>
            ))}
        </p>
        <p class="badge-session">{say('card.session', { code: card.code })}</p>
        <p class="badge-address">{location.host}</p>
      </div>
      {network.name.trim() === '' ? null : (
        <div class="badge-qr badge-qr-network">
          <QrCode text={networkText(network)} label={say('card.networkQr')} />
        </div>
      )}
    </div>
    {network.name.trim() === '' ? null : (
      <p class="badge-network">
        {say('card.network', { name: network.name })}
        {network.key === '' ? null : ` · ${say('card.key', { key: network.key })}`}
      </p>
    )}
  </li>
);
