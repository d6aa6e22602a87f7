import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BoardCard, Code, CollegeId, Credential, Refusal } from '../../protocol/messages';
import { getCard, joinBoard, passes } from '../../store/api';
import type { Tablet } from '../../store/store';
import { useLater } from '../hooks';
import { lostCause } from '../parts/ConnectionNotice';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { followBoard } from '../start';
import { refusalText } from '../words';
import { BadgeForm } from './BadgeForm';
import { say } from './words';

type JoinProps = {
  readonly code: Code;
  readonly credential: Credential;
  /** The badge that was scanned, if one was. */
  readonly badge: string | undefined;
  /** Where a helper lends a tablet. */
  readonly tablet?: Tablet | undefined;
  readonly onJoined: () => void;
  /** The credential is another person's: this one needs a credential of their own. */
  readonly onOther: () => void;
};

type Door =
  | { readonly type: 'loading' }
  /** Nothing came back; it is tried again by itself. */
  | { readonly type: 'unreachable' }
  | { readonly type: 'open'; readonly card: BoardCard }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** How long until a request that failed is tried again, spread out so that a room does not push. */
const again = () => 2000 + 3000 * Math.random();

/** The door: which board this is, and one tap to come in. */
export const JoinScreen = (props: JoinProps) => {
  const { code } = props;
  const [door, setDoor] = useState<Door>({ type: 'loading' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      const found = await getCard(code);
      if (left) return;
      if (found.type === 'done') return setDoor({ type: 'open', card: found.value });
      if (found.type === 'refused' && !passes(found.refusal)) {
        return setDoor({ type: 'refused', refusal: found.refusal });
      }
      setDoor({ type: 'unreachable' });
      timer = setTimeout(look, again());
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [code]);

  switch (door.type) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Loading trouble={say('unreachable', { cause: lostCause() })} />;
    case 'refused':
      return door.refusal.word === 'unknownBoard' ? (
        <UnknownBoard />
      ) : (
        <Refused refusal={door.refusal} />
      );
    case 'open':
      followBoard(door.card.language);
      return <Entry {...props} card={door.card} />;
  }
};

type EntryProps = JoinProps & { readonly card: BoardCard };

/** With a badge, or by saying for whom one comes. */
const Entry = (props: EntryProps) => {
  const { card } = props;
  const needsBadge = card.admission === 'badges';
  const [withBadge, setWithBadge] = useState(props.badge !== undefined || needsBadge);
  if (withBadge) {
    const back = needsBadge ? undefined : () => setWithBadge(false);
    // A closed board still lets in whose badge was used before.
    if (card.phase !== 'closed' || props.badge) return <BadgeEntry {...props} onWithout={back} />;
  }
  if (card.phase === 'closed') return <Closed card={card} />;
  return <Colleges {...props} onBadge={card.badges ? () => setWithBadge(true) : undefined} />;
};

type BadgeEntryProps = EntryProps & { readonly onWithout: (() => void) | undefined };

type Trial =
  | { readonly type: 'typing'; readonly problem?: string }
  | { readonly type: 'checking'; readonly badge: string }
  /** Nobody has used it before: for whom does this person come? */
  | { readonly type: 'fresh'; readonly badge: string }
  | { readonly type: 'late' };

const BadgeEntry = (props: BadgeEntryProps) => {
  const { card, credential, badge: scanned, tablet, onJoined, onOther, onWithout } = props;
  const [trial, setTrial] = useState<Trial>(
    scanned === undefined ? { type: 'typing' } : { type: 'checking', badge: scanned },
  );
  const trying = trial.type === 'checking' ? trial.badge : undefined;
  useEffect(() => {
    if (trying === undefined) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await joinBoard(card.code, credential, { badge: trying, ...tablet });
      if (left) return;
      if (answer.type === 'done') return onJoined();
      if (answer.type === 'unreachable' || passes(answer.refusal)) {
        timer = setTimeout(ask, again());
        return;
      }
      const { word, field } = answer.refusal;
      if (field === 'credential') return onOther();
      if (word === 'required') return setTrial({ type: 'fresh', badge: trying });
      if (word === 'boardClosed') return setTrial({ type: 'late' });
      setTrial({ type: 'typing', problem: refusalText(answer.refusal) });
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [card.code, credential, trying, tablet, onJoined, onOther]);

  if (trial.type === 'late') return <Closed card={card} />;
  if (trial.type === 'fresh') return <Colleges {...props} badge={trial.badge} />;
  return (
    <Page screen="badge" title={card.title} languages="top">
      <div class="column stack">
        <p class="quiet">
          <UserText text={card.title} />
        </p>
        <Heading>{say('badgeTitle')}</Heading>
        <p>{say('badgeHelp')}</p>
        <BadgeForm
          problem={trial.type === 'typing' ? trial.problem : undefined}
          checking={trial.type === 'checking'}
          onBadge={(badge) => setTrial({ type: 'checking', badge })}
        />
        {onWithout ? (
          <button type="button" class="button button-wide" onClick={onWithout}>
            {say('badgeWithout')}
          </button>
        ) : (
          <p class="quiet">{say('badgeNone')}</p>
        )}
      </div>
    </Page>
  );
};

export const Loading = ({ trouble }: { trouble?: string | undefined }) => {
  const slow = useLater(5000);
  return (
    <Page screen="loading" title={say('loading')}>
      <div class="column stack">
        <Heading>{say('loading')}</Heading>
        <div class="card skeleton" aria-hidden="true" />
        <p role="status">{trouble ?? (slow ? say('slow') : '')}</p>
      </div>
    </Page>
  );
};

type CollegesProps = EntryProps & {
  /** Where there are badges, the way to say that one has one. */
  readonly onBadge?: (() => void) | undefined;
};

const Colleges = ({ card, credential, badge, tablet, onJoined, onBadge }: CollegesProps) => {
  const [chosen, setChosen] = useState<CollegeId>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [trouble, setTrouble] = useState(false);

  const join = useCallback(
    async (college: CollegeId) => {
      setChosen(college);
      setRefusal(undefined);
      for (;;) {
        const body = badge === undefined ? { college } : { college, badge };
        const answer = await joinBoard(card.code, credential, { ...body, ...tablet });
        if (answer.type === 'done') return onJoined();
        if (answer.type === 'refused' && !passes(answer.refusal)) {
          setChosen(undefined);
          return setRefusal(answer.refusal);
        }
        setTrouble(true);
        await new Promise((done) => setTimeout(done, again()));
      }
    },
    [card.code, credential, badge, tablet, onJoined],
  );

  return (
    <Page screen="join" title={card.title} languages="top">
      <div class="column stack">
        <p class="quiet">
          <UserText text={card.title} />
        </p>
        <Heading>{say('welcome')}</Heading>
        <p class="lead">{say('youComeAs')}</p>
        <ul class="stack-touch">
          {card.colleges.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                class="button button-wide button-large"
                aria-pressed={chosen === id}
                disabled={chosen !== undefined}
                onClick={() => join(id)}
              >
                <UserText text={title} />
              </button>
            </li>
          ))}
        </ul>
        <div role="status">
          {chosen ? (
            <p>{trouble ? say('unreachable', { cause: lostCause() }) : say('joining')}</p>
          ) : null}
          {refusal ? <p class="notice notice-refused">{refusalText(refusal)}</p> : null}
        </div>
        {onBadge ? (
          <button type="button" class="button button-plain button-wide" onClick={onBadge}>
            {say('badgeHave')}
          </button>
        ) : null}
        <p class="quiet">{say('noAccount')}</p>
      </div>
    </Page>
  );
};

/** Who comes after the end. */
const Closed = ({ card }: { card: BoardCard }) => (
  <Page screen="closed" title={card.title} languages="top">
    <div class="column stack">
      <p class="quiet">
        <UserText text={card.title} />
      </p>
      <Heading>{say('open.closed')}</Heading>
      <a class="button button-primary button-wide" href={`/roadmap/${card.code}`}>
        {say('seeRoadmap')}
      </a>
    </div>
  </Page>
);

export const UnknownBoard = () => (
  <Page screen="unknown" title={say('unknownBoardTitle')} languages="top">
    <div class="column stack">
      <Heading>{say('unknownBoardTitle')}</Heading>
      <p>{say('unknownBoardHelp')}</p>
      <a class="button button-primary button-wide" href="/">
        {say('otherCode')}
      </a>
    </div>
  </Page>
);

const Refused = ({ refusal }: { refusal: Refusal }) => (
  <Page screen="refused" title={say('refusedTitle')} languages="top">
    <div class="column stack">
      <Heading>{say('refusedTitle')}</Heading>
      <p>{refusalText(refusal)}</p>
      <button
        type="button"
        class="button button-primary button-wide"
        onClick={() => location.reload()}
      >
        {say('retry')}
      </button>
    </div>
  </Page>
);
