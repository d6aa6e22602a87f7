import { useEffect, useState } from 'preact/hooks';
import { type BoardCard, type Code, type Credential, limits } from '../../protocol/messages';
import { getCard, issueBadges } from '../../store/api';
import { Field, Problem } from '../parts/Field';
import { NumberInput } from '../parts/NumberInput';
import { Options } from '../parts/Options';
import { Heading, Page } from '../parts/Page';
import { followBoard } from '../start';
import { refusalText } from '../words';
import { HelpersForm } from './HelpersForm';
import { Sheets } from './Sheets';
import { type Badge, type Layout, layouts, type Network, pages } from './sheet';
import { TrailForm } from './TrailForm';
import { say } from './words';

type BadgesProps = { readonly code: Code; readonly credential: Credential };

/** As long as a network's name and key may be. */
const networkMax = 63;

/** Asks for badges and lays them out for the printer. What it was told is nowhere but here. */
export const BadgesPage = ({ code, credential }: BadgesProps) => {
  const card = useCard(code);
  const [badges, setBadges] = useState<readonly Badge[]>([]);
  const [layout, setLayout] = useState<Layout>(layouts[1]);
  const [network, setNetwork] = useState<Network>({ name: '', key: '' });
  useEffect(() => {
    if (badges.length === 0) return;
    // Leaving the page is losing them: the browser asks first.
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [badges]);
  if (card) followBoard(card.language);
  const count = pages(badges, layout.perPage).length;
  return (
    <Page screen="badges" title={say('title')}>
      <div class="badges-form column stack">
        <Heading>{say('title')}</Heading>
        <p>{say('lead')}</p>
        <Options
          name="per-page"
          legend={say('perPage')}
          value={String(layout.perPage)}
          options={layouts.map(({ perPage }) => ({ id: String(perPage), title: String(perPage) }))}
          onValue={(chosen) =>
            setLayout(layouts.find(({ perPage }) => String(perPage) === chosen) ?? layout)
          }
          columns
        />
        <Field
          id="network"
          label={say('network')}
          help={say('networkHelp')}
          value={network.name}
          onValue={(name) => setNetwork({ ...network, name })}
          max={networkMax}
          optional
        />
        <Field
          id="network-key"
          label={say('networkKey')}
          value={network.key}
          onValue={(key) => setNetwork({ ...network, key })}
          max={networkMax}
          optional
        />
        <IssueForm
          code={code}
          credential={credential}
          more={badges.length > 0}
          onIssued={(issued) => setBadges([...badges, ...issued])}
        />
        {badges.length > 0 ? (
          <div class="stack">
            <p class="notice strong">{say('once')}</p>
            <button type="button" class="button button-primary button-wide" onClick={() => print()}>
              {say('print', { count })}
            </button>
          </div>
        ) : null}
      </div>
      <div class="badges-form column stack-wide">
        <TrailForm code={code} credential={credential} card={card} />
        <HelpersForm code={code} credential={credential} />
        <a
          class="button button-wide"
          href={`/paper/${code}#${credential}`}
          target="_blank"
          rel="noopener"
        >
          {say('paper')}
        </a>
      </div>
      {card ? <Sheets card={card} badges={badges} layout={layout} network={network} /> : null}
    </Page>
  );
};

type IssueProps = BadgesProps & {
  readonly more: boolean;
  readonly onIssued: (badges: readonly Badge[]) => void;
};

const IssueForm = ({ code, credential, more, onIssued }: IssueProps) => {
  const [count, setCount] = useState(24);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const most = limits.issueBadgesCountMax;
  const issue = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setTrouble(undefined);
    const answer = await issueBadges(code, credential, { count });
    setBusy(false);
    if (answer.type === 'unreachable') return setTrouble(say('unreachable'));
    if (answer.type === 'refused') return setTrouble(refusalText(answer.refusal));
    const { first, badges } = answer.value;
    onIssued(badges.map((badge, index) => ({ number: first + index, code: badge })));
  };
  return (
    <form class="stack" onSubmit={issue} noValidate>
      <div class="field">
        <label class="label" for="count">
          {say('count')}
        </label>
        <NumberInput
          id="count"
          value={count}
          onValue={(kept = 1) => setCount(kept)}
          min={1}
          max={most}
        />
      </div>
      <Problem text={trouble} />
      <button
        type="submit"
        class={more ? 'button button-wide' : 'button button-primary button-wide'}
        disabled={busy}
      >
        {busy ? say('issuing') : say(more ? 'more' : 'issue', { count })}
      </button>
    </form>
  );
};

/** The board's title; asked for again until it comes. */
const useCard = (code: Code): BoardCard | undefined => {
  const [card, setCard] = useState<BoardCard>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const found = await getCard(code);
      if (found.type === 'done') setCard(found.value);
      else timer = setTimeout(look, 3000);
    };
    void look();
    return () => clearTimeout(timer);
  }, [code]);
  return card;
};
